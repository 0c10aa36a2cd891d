"""Style as a test: runs every rule over every file of the project.

    check_tidy.py [SOURCE_DIR]      exit status 1 and one line for each thing to mend
"""

import pathlib
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


def main():
    found = problems(sys.argv[1] if len(sys.argv) > 1 else ".")
    print("\n".join(found) if found else "tidy")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
