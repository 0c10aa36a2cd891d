"""Audits the small pages of src/audit/testdata and holds the JSON to its schema and to its spans.

    validate_audit.py PROGRAM SOURCE_DIR

Exit status 0: all hold. 1: one line for each violation. 77: python3-jsonschema is not installed.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

PAGES = ("brackets.html", "author_year.md", "superscripts.txt")


def attest(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, stdin=subprocess.DEVNULL,
                          timeout=120)


def span_problems(place, text, where):
    if text[place["start"]:place["end"]] != place["quote"].encode("utf-8"):
        yield f"{where}: the quote is not what stands at its span"


def problems(report, text_of):
    page = report["text"].encode("utf-8")
    for number, remark in enumerate(report["remarks"]):
        for place in remark["places"]:
            if "page" not in place:
                yield from span_problems(place, page, f"remarks/{number}")
        if any(position > len(report["references"]) for position in remark["references"]):
            yield f"remarks/{number}: a reference that is not there"
    for name in ("claims", "references"):
        for number, one in enumerate(report[name]):
            yield from span_problems(one, page, f"{name}/{number}")
    for number, one in enumerate(report["remarks"] + report["claims"]):
        for evidence in one["evidence"]:
            yield from span_problems(evidence, text_of(evidence["document"]), f"evidence of {number}")
    order = {"serious": 0, "warning": 1, "note": 2}
    severities = [order[remark["severity"]] for remark in report["remarks"]]
    if severities != sorted(severities):
        yield "remarks: not the worst first"


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    try:
        import jsonschema
    except ImportError:
        print("python3-jsonschema is not installed")
        return 77
    schema = json.loads((source / "docs/schema/audit-1.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        collection = pathlib.Path(folder) / "library"
        attest(program, "add", "-c", collection, source / "src/audit/testdata/library.json")

        stored = {}

        def text_of(document):
            if document not in stored:
                shown = attest(program, "show", "-c", collection, "--json", document)
                stored[document] = json.loads(shown.stdout)["text"].encode("utf-8")
            return stored[document]

        for name in PAGES:
            run = attest(program, "audit", "-c", collection, "--json", source / "src/audit/testdata" / name)
            if run.returncode not in (0, 1):
                found.append(f"{name}: exit status {run.returncode}: {run.stderr.decode()}")
                continue
            report = json.loads(run.stdout)
            mend = report["counts"]["serious"] + report["counts"]["warning"]
            if (mend > 0) != (run.returncode == 1):
                found.append(f"{name}: exit status {run.returncode} with {mend} things to mend")
            found += [f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                      for error in validator.iter_errors(report)]
            found += [f"{name}: {problem}" for problem in problems(report, text_of)]
    print("\n".join(found) if found else f"{len(PAGES)} audits hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
