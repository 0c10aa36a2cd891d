"""Compares the figures of `attest eval` with the committed ones.

eval/expected.json holds {task: {measure: value}}. A figure that moved by more than TOLERANCE in either
direction fails: a fall needs a reason, a rise needs to be committed.

    check_figures.py ATTEST SOURCE_DIR DATA_DIR     exit status 1 and one line for each difference
    check_figures.py --rebaseline ATTEST SOURCE_DIR DATA_DIR    writes what is measured now

Tasks that ask a whole collection are measured where ATTEST_EVALUATION_COLLECTION names one (eval/answers says
what it holds), and left out elsewhere.

Exit status 77 (skipped) when there is no data: it lies outside the project.
"""

import json
import os
import pathlib
import subprocess
import sys

TOLERANCE = 0.005
SKIPPED = 77
NEED_COLLECTION = {"answers", "asked-effects", "claims"}


def measured(attest, source, data, tasks):
    """{task: {measure: value}} of the named tasks, as the program measures them now."""
    sets = pathlib.Path(source) / "eval"
    collection = os.environ.get("ATTEST_EVALUATION_COLLECTION", "")
    asking = ["--collection", collection] if collection else []
    run = subprocess.run([attest, "eval", "--json", "--data", str(data), "--sets", str(sets),
                          *asking, *tasks],
                         stdout=subprocess.PIPE, check=True)
    return {report["task"]: {measure["name"]: measure["value"] for measure in report["measures"]}
            for report in json.loads(run.stdout)}


def can_be_measured(expected, collection):
    """The committed figures without those that need a collection, when none is named."""
    return {task: measures for task, measures in expected.items()
            if collection or task not in NEED_COLLECTION}


def differences(expected, found):
    """One line for each figure that is missing, new, or further from the committed one than TOLERANCE."""
    lines = []
    for task, measures in expected.items():
        for name, value in measures.items():
            now = found.get(task, {}).get(name)
            if now is None:
                lines.append(f"{task}, {name}: expected {value:.3f}, not measured")
            elif abs(now - value) > TOLERANCE:
                lines.append(f"{task}, {name}: expected {value:.3f}, measured {now:.3f}")
        for name in found.get(task, {}):
            if name not in measures:
                lines.append(f"{task}, {name}: measured, but eval/expected.json has no figure")
    return lines


def main(arguments):
    rebaseline = arguments[:1] == ["--rebaseline"]
    attest, source, data = arguments[1:] if rebaseline else arguments
    path = pathlib.Path(source) / "eval" / "expected.json"
    expected = json.loads(path.read_text(encoding="utf-8"))
    if not pathlib.Path(data).is_dir():
        print(f"skipped: no evaluation data at {data}")
        return SKIPPED
    committed = expected
    expected = can_be_measured(committed, os.environ.get("ATTEST_EVALUATION_COLLECTION", ""))
    found = measured(attest, source, data, list(expected))
    lines = differences(expected, found)
    for line in lines:
        print(line)
    if rebaseline:
        rounded = {task: {name: round(value, 4) for name, value in found[task].items()} for task in expected}
        rounded = {task: rounded.get(task, measures) for task, measures in committed.items()}
        path.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")
        return 0
    print(f"{sum(len(measures) for measures in expected.values())} figures compared, {len(lines)} differ")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
