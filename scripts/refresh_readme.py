#!/usr/bin/env python3
"""Puts the real output of the program into README.md, or checks that it stands there.

    scripts/refresh_readme.py PROGRAM            rewrites the blocks
    scripts/refresh_readme.py --check PROGRAM    exit status 1 and the differences where a block is stale

A block is a fenced one between two marks; the first holds the arguments:

    <!-- output of: attest ask "…" -->
    ```
    …
    ```
    <!-- end of output -->

The snapshot's name may differ, since it changes with every change to the starter collection.
"""

import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys

README = pathlib.Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- output of: attest (?P<arguments>.*?) -->\n```(?:text)?\n)(?P<output>.*?)"
                   r"(```\n<!-- end of output -->)", re.DOTALL)
SNAPSHOT = re.compile(r"\bsnapshot [0-9a-f]+")


def output_of(program, arguments):
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": os.environ.get("HOME", ""), "LANG": "C.UTF-8",
                   "COLUMNS": "100", "NO_COLOR": "1"}
    run = subprocess.run([program, *shlex.split(arguments)], capture_output=True, text=True, env=environment,
                         stdin=subprocess.DEVNULL, timeout=120)
    if run.returncode != 0:
        raise SystemExit(f"attest {arguments}: exit status {run.returncode}\n{run.stderr}")
    lines = [line.rstrip() for line in run.stdout.strip("\n").split("\n")]
    # The first screen: as far as the pathway goes; the parts that follow are named.
    for end, line in enumerate(lines):
        if line.startswith(("OPTIONS WITHOUT", "THEY DISAGREE")):
            rest = [later.lower() for later in lines[end:] if later.isupper() or later.startswith("OPTIONS")]
            lines = lines[:end] + ["[…] " + " · ".join(rest)]
            break
    return "\n".join(lines) + "\n"


def main():
    check = sys.argv[1:2] == ["--check"]
    program = os.path.abspath(sys.argv[-1])
    text = README.read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(text))
    if not blocks:
        raise SystemExit("README.md: no block of output")
    fresh = BLOCK.sub(lambda m: m.group(1) + output_of(program, m.group("arguments")) + m.group(4), text)
    if not check:
        README.write_text(fresh, encoding="utf-8")
        return 0
    old, new = (SNAPSHOT.sub("snapshot", version).split("\n") for version in (text, fresh))
    differences = list(difflib.unified_diff(old, new, "README.md", "the program", lineterm=""))
    if differences:
        print("\n".join(differences))
        print("\nREADME.md shows another output than the program's: run scripts/refresh_readme.py PROGRAM")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
