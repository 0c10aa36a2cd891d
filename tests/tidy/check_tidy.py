"""Style as a test: runs every rule over every file of the project.

    check_tidy.py [SOURCE_DIR]            exit status 1 and one line for each thing to mend
    check_tidy.py --mend [SOURCE_DIR]     first takes out unused includes and white space at line ends
"""

import pathlib
import re
import sys

import rules_for_code
import rules_for_text
from source_text import project_files

RULES = rules_for_code.RULES + rules_for_text.RULES


def problems(root, rules=None):
    root = pathlib.Path(root)
    files = {}
    for name in project_files(root):
        try:
            files[name] = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            files[name] = ""  # a binary fixture: it exists, and there is nothing to read
    found = []
    for rule in rules or RULES:
        found += rule(files)
    return found


def mend(root):
    lines = problems(root, [rules_for_code.unused_includes, rules_for_text.white_space])
    places = [re.fullmatch(r"(.*?):(\d+): (.*)", line) for line in lines]
    # From the end of each file, so that taking out a line moves no other that is still to come.
    for place in sorted(filter(None, places), key=lambda place: -int(place.group(2))):
        path, number = pathlib.Path(root) / place.group(1), int(place.group(2)) - 1
        text = path.read_text(encoding="utf-8").split("\n")
        if place.group(3).endswith("is not used"):
            del text[number]
        elif "white space" in place.group(3):
            text[number] = text[number].rstrip()
        path.write_text("\n".join(text), encoding="utf-8")


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--mend"]
    root = arguments[0] if arguments else "."
    if "--mend" in sys.argv:
        mend(root)
    found = problems(root)
    print("\n".join(found) if found else "tidy")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
