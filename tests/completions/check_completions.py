"""Holds the manual page and both completions to the same commands and options.

    check_completions.py SOURCE_DIR              the three files agree, and bash and zsh can read theirs
    check_completions.py SOURCE_DIR PROGRAM      they also say what PROGRAM --help says

Each command's options are read from the files as they are laid out: one `command) …` branch in a completion,
one `.It Ic command` in the manual page (which names only what is particular to the command).
"""

import pathlib
import re
import shutil
import subprocess
import sys

OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]+|-[a-z])\b")
# Explained once for all commands in the manual page's OPTIONS.
EXPLAINED_ONCE = {"-c", "--collection", "--json", "--help"}


def bash_options(text):
    commands = set(re.search(r'local commands="([^"]*)"', text).group(1).split())
    branches = dict(re.findall(r'^    (\w+)\) options="([^"]*)" ;;$', text, re.MULTILINE))
    return commands, {name: set(options.split()) for name, options in branches.items()}


def zsh_options(text):
    commands = set(re.findall(r"^    '(\w+):[^']*'$", text, re.MULTILINE))
    body = text[text.index("case $command in"):]
    options = {}
    for name, branch in re.findall(r"^    (\w+)\)(.*?);;$", body, re.MULTILINE | re.DOTALL):
        found = set(re.findall(r"'(--?[a-z-]+)\[", branch))
        found |= {"-c", "--collection"} if "$collection" in branch else set()
        found |= {"--json"} if "$json" in branch else set()
        found |= {"--help"} if "$common" in branch else set()
        options[name] = found
    return commands, options


def manual_options(text):
    body = text[text.index(".Sh COMMANDS"):text.index(".Sh OPTIONS")]
    items = re.findall(r"^\.It Ic (\w+)(.*?)(?=^\.It |\Z)", body, re.MULTILINE | re.DOTALL)
    options = {}
    for name, item in items:
        options[name] = {"-" + flag for flag in re.findall(r"\bFl (-?[a-z][a-z-]*)", item)}
    return set(options), options


def help_options(program):
    """Commands and options as the program itself explains them."""
    def text_of(*arguments):
        return subprocess.run([program, *arguments, "--help"], check=True, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=60).stdout
    listed = text_of()
    listed = listed[re.search(r"^(?:sub)?commands:.*$", listed, re.MULTILINE | re.IGNORECASE).end():]
    # A command stands alone in its column; an example of the footer does not.
    commands = set(re.findall(r"^ {2,4}([a-z]+) {2,}", listed, re.MULTILINE))
    options = {}
    for name in commands:
        # Only the column of option names: an example further down may use options of another command.
        lines = re.findall(r"^ {2,}(-.*?)(?: {2,}|$)", text_of(name), re.MULTILINE)
        options[name] = {option for line in lines for option in OPTION.findall(line)}
    return commands, options


def differences(what, found, wanted):
    problems = [f"{what}: {name} is missing" for name in sorted(wanted - found)]
    return problems + [f"{what}: {name} is not known elsewhere" for name in sorted(found - wanted)]


def problems(source, program=None):
    source = pathlib.Path(source)
    bash = bash_options((source / "completions/attest.bash").read_text())
    zsh = zsh_options((source / "completions/_attest").read_text())
    manual = manual_options((source / "docs/man/attest.1.in").read_text())
    found = differences("completions/_attest", zsh[0], bash[0])
    found += differences("docs/man/attest.1.in", manual[0], bash[0])
    for name in sorted(bash[0]):
        wanted = bash[1].get(name, set())
        found += differences(f"completions/_attest, {name}", zsh[1].get(name, set()), wanted)
        found += differences(f"docs/man/attest.1.in, {name}", manual[1].get(name, set()) - EXPLAINED_ONCE,
                             wanted - EXPLAINED_ONCE)
    if program:
        commands, options = help_options(program)
        found += differences("completions/attest.bash", bash[0], commands)
        for name in sorted(bash[0] & commands):
            # A short form of --help goes without saying.
            found += differences(f"completions/attest.bash, {name}", bash[1].get(name, set()),
                                 options[name] - {"-h"})
    return found


def syntax_problems(source):
    found = []
    for shell, file in (("bash", "attest.bash"), ("zsh", "_attest")):
        if shutil.which(shell):
            run = subprocess.run([shell, "-n", str(pathlib.Path(source) / "completions" / file)],
                                 capture_output=True, text=True)
            if run.returncode != 0:
                found.append(run.stderr.strip())
    return found + bash_behaviour(source)


def bash_behaviour(source):
    """Completes a few lines in a real bash."""
    found = []
    for words, wanted in ((["attest", "as"], ["ask"]), (["attest", "ask", "--au"], ["--audience"]),
                          (["attest", "ask", "--audience", "p"], ["patient", "partner"]),
                          (["attest", "show", "--sp"], ["--span"]), (["attest", "--v"], ["--version"])):
        script = (f"source {source}/completions/attest.bash; COMP_WORDS=({' '.join(words)}); "
                  f"COMP_CWORD={len(words) - 1}; _attest; echo ${{COMPREPLY[@]}}")
        run = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True)
        if run.stdout.split() != wanted:
            found.append(f"completions/attest.bash: {' '.join(words)} gives {run.stdout.split()}, "
                         f"not {wanted} {run.stderr}")
    return found


def main():
    found = problems(*sys.argv[1:]) + syntax_problems(sys.argv[1])
    print("\n".join(found) if found else "manual page and completions agree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
