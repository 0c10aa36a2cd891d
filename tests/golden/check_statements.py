"""Holds golden answers to what a specialist looks for in them.

    check_statements.py PROGRAM SOURCE_DIR [ID…]

tests/golden/statements.tsv: question (an id of questions.tsv), "says" or "lacks", where (a part of the answer's
JSON: bottom_line, lines, sections, disagreements, checks, warnings, or * for all of it), and words of a statement or of a
sentence that it cites. For clinicians. Exit status 1 and one line for each row that does not hold.
"""

import json
import pathlib
import subprocess
import sys


def rows(path, columns):
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != columns:
                raise SystemExit(f"{path}: {len(row)} columns instead of {columns}: {line}")
            yield row


def words_of(value):
    """Everything that a reader reads in a part of an answer, statement by statement."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from words_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item)


def main():
    program, source, *only = sys.argv[1:]
    golden = pathlib.Path(source) / "tests/golden"
    questions = {name: question for name, _, question in rows(golden / "questions.tsv", 3)}
    answers, wrong, held = {}, [], 0
    for name, how, where, words in rows(golden / "statements.tsv", 4):
        if only and name not in only:
            continue
        if name not in answers:
            run = subprocess.run([program, "ask", "--format", "json", questions[name]], capture_output=True,
                                 stdin=subprocess.DEVNULL, timeout=120)
            answers[name] = json.loads(run.stdout)
        answer = answers[name]
        part = answer if where == "*" else answer.get(where, [])
        found = any(words.lower() in text.lower() for text in words_of(part))
        if found != (how == "says"):
            wrong.append(f"{name}: {where} {'lacks' if how == 'says' else 'says'} “{words}”")
        held += 1
    print("\n".join(wrong) if wrong else f"{held} statements hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
