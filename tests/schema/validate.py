"""Asks every golden question and holds the JSON to its schema and to what a schema cannot say.

    validate.py PROGRAM SOURCE_DIR [ID…]      all questions of tests/golden/questions.tsv, or those named

Exit status 0: all hold. 1: one line for each violation. 77: python3-jsonschema is not installed.

The invariants are written here a second time, in another language than the program's own tests and from the
JSON alone, so that a mistake in the one does not hide in the other.
"""

import json
import pathlib
import re
import subprocess
import sys

AUDIENCES = ("clinician", "patient", "partner")
NUMBER = re.compile(r"\d+(?:[.,·]\d+)*")
# "one" to "ten" are how a patient's text may say a number; they are checked by the program's own tests.
IGNORED = re.compile(r"\[\d+(?:, ?\d+)*\]|\bP\d+[DWMY]\b")


def load_schema(source):
    with open(pathlib.Path(source) / "docs/schema/answer-1.schema.json", encoding="utf-8") as file:
        return json.load(file)


def schema_problems(answer, schema):
    import jsonschema
    validator = jsonschema.Draft202012Validator(schema)
    for error in sorted(validator.iter_errors(answer), key=lambda error: list(map(str, error.absolute_path))):
        place = "/".join(map(str, error.absolute_path)) or "(top)"
        yield f"{place}: {error.message[:200]}"


def statements_of(answer):
    """(place, statement) for every statement, wherever it stands."""
    def walk(value, place):
        if isinstance(value, dict):
            if "citations" in value and "text" in value:
                yield place, value
                return
            for key, item in value.items():
                if key != "references":
                    yield from walk(item, f"{place}/{key}")
        elif isinstance(value, list):
            for number, item in enumerate(value):
                yield from walk(item, f"{place}/{number}")
    yield from walk(answer, "")


def numbers_of(text):
    """Numbers as plain decimals: 1,234 is 1234; 0·24 is 0.24; 7.0 is 7."""
    found = set()
    for match in NUMBER.finditer(IGNORED.sub(" ", text)):
        word = match.group(0).replace("·", ".")
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", word):
            word = word.replace(",", "")
        for part in word.split(","):
            found.add(part.rstrip("0").rstrip(".") if "." in part else part.lstrip("0") or "0")
    return found


def invariant_problems(answer):
    references = answer["references"]
    by_number = {reference["number"]: reference for reference in references}
    if [reference["number"] for reference in references] != list(range(1, len(references) + 1)):
        yield "references: not numbered 1, 2, 3…"
    cited = set()
    for place, statement in statements_of(answer):
        for number, citation in enumerate(statement["citations"]):
            at = f"{place}/citations/{number}"
            cited.add(citation["reference"])
            reference = by_number.get(citation["reference"])
            if reference is None or reference["document"] != citation["document"]:
                yield f"{at}: reference {citation['reference']} is not {citation['document']}"
            elif reference["status"] == "retracted" and not place.startswith("/checks"):
                yield f"{at}: supported by a retracted source"
            if citation["end"] - citation["start"] != len(citation["quote"].encode("utf-8")):
                yield f"{at}: the quote is not as long as its span"
        known = set()
        for citation in statement["citations"]:
            known |= numbers_of(citation["quote"])
        for computation in statement.get("computations", []):
            known |= numbers_of(computation["result"]) | numbers_of(computation["inputs"])
            known |= numbers_of(computation["rule"])
        unsupported = numbers_of(statement["text"]) - known
        if unsupported:
            yield (f"{place}: {', '.join(sorted(unsupported))} stands in no quote and in no computation: "
                   f"{statement['text']!r}")
        text = squeeze(statement["text"])
        quotes = [squeeze(citation["quote"]) for citation in statement["citations"]]
        if statement["support"] == "quoted" and not any(text in quote for quote in quotes):
            yield f"{place}: says it is quoted, and no quote holds it: {statement['text']!r}"
    for line_number, line in enumerate(answer["lines"]):
        for number, citation in enumerate(line.get("ranked_by", [])):
            at = f"/lines/{line_number}/ranked_by/{number}"
            cited.add(citation["reference"])
            reference = by_number.get(citation["reference"])
            if reference is None or reference["document"] != citation["document"]:
                yield f"{at}: reference {citation['reference']} is not {citation['document']}"
            if citation["end"] - citation["start"] != len(citation["quote"].encode("utf-8")):
                yield f"{at}: the quote is not as long as its span"
    for number in set(by_number) - cited:
        yield f"references: {number} is never cited"
    for line_number, line in enumerate(answer["lines"]):
        for outcome_number, outcome in enumerate(line["outcomes"]):
            if outcome["statement"] >= len(line["statements"]):
                yield f"lines/{line_number}/outcomes/{outcome_number}: no such statement"


def syllables(word):
    """Vowel groups without a silent e: another count than the program's, meant to be a little too high."""
    groups = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith("le") and groups > 1:
        groups -= 1
    return max(groups, 1)


def reading_grade(texts):
    """Flesch-Kincaid grade over all sentences; age is about five years more."""
    words = [word for text in texts for word in re.findall(r"[A-Za-z][A-Za-z'’-]*|\d+", text)]
    sentences = sum(max(1, len(re.findall(r"[.!?](?:\s|$)", text))) for text in texts)
    if not words:
        return 0
    total = sum(1 if word[0].isdigit() else syllables(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * total / len(words) - 15.59


# Age 14. What the program words itself; names of treatments and conditions are in it, and they are long.
GRADE_MAX = 9.0
# Of fewer words the names of what was asked decide the grade, and nobody's wording.
WORDS_MIN = 40


def count_words(texts):
    return sum(len(text.split()) for text in texts)


def plain_language_problems(answer, audience):
    if audience == "clinician":
        return
    own = [statement["text"] for _, statement in statements_of(answer) if statement["support"] != "quoted"]
    own += answer["gaps"] + answer["follow_ups"]
    grade = reading_grade(own)
    if grade > GRADE_MAX and count_words(own) >= WORDS_MIN:
        yield f"reads at grade {grade:.1f}, over {GRADE_MAX}: {own[:3]}"
    # Harms are quoted however hard they are, and doctors' words are called so.
    called_hard = [
        statement["text"]
        for section in answer["sections"]
        if section["kind"] == "doctors' words"
        for statement in section["statements"]
    ]
    every = own + [
        statement["text"]
        for _, statement in statements_of(answer)
        if statement["text"] not in called_hard
        and not (statement["support"] == "quoted" and statement.get("kind") == "harm")
    ]
    grade = reading_grade(every)
    if grade > GRADE_MAX + 1:
        yield f"with its quotes it reads at grade {grade:.1f}, over {GRADE_MAX + 1}"
    for line in answer["lines"]:
        if line.get("doses"):
            yield f"a dose for a {audience}: {line['intervention']}"


def squeeze(text):
    return " ".join(text.split())


def problems(answer, schema):
    found = list(schema_problems(answer, schema))
    # A shape that is wrong may lack what the invariants look at.
    return found or list(invariant_problems(answer))


def golden_questions(source, only=()):
    path = pathlib.Path(source) / "tests/golden/questions.tsv"
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, verdict, question = line.split("\t")
            if not only or name in only:
                yield name, verdict, question


def ask(program, question, audience):
    run = subprocess.run([program, "ask", "--audience", audience, "--format", "json", question],
                         capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"exit status {run.returncode}: {run.stderr.decode('utf-8', 'replace').strip()}")
    return json.loads(run.stdout)


def main():
    try:
        import jsonschema  # noqa: F401
    except ImportError:
        print("skipped: install python3-jsonschema")
        return 77
    program, source, *only = sys.argv[1:]
    schema = load_schema(source)
    found, asked = [], 0
    for name, verdict, question in golden_questions(source, only):
        for audience in AUDIENCES:
            asked += 1
            try:
                answer = ask(program, question, audience)
            except (RuntimeError, json.JSONDecodeError, subprocess.TimeoutExpired) as error:
                found.append(f"{name}, {audience}: {error}")
                continue
            found += [f"{name}, {audience}: {problem}" for problem in problems(answer, schema)]
            found += [f"{name}, {audience}: {problem}"
                      for problem in plain_language_problems(answer, audience)]
            if verdict == "clinician" and audience != "clinician":
                continue
            if (answer.get("verdict") == "no direct evidence") != (verdict == "none"):
                found.append(f"{name}, {audience}: {answer.get('verdict')}, and {verdict} was expected")
    print("\n".join(found) if found else f"{asked} answers hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
