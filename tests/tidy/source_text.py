"""The files that belong to the project, and C++ with its comments and literals told apart."""

import os
import pathlib
import re
import subprocess

# Comments, raw strings, strings, characters; a digit separator (20'000) is not a character literal.
LEXEME = re.compile(
    r'(?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)'
    r'|(?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<include>^[ \t]*#[ \t]*include[^\n]*)'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<character>(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+')",
    re.DOTALL | re.MULTILINE)


def blank(text):
    """As many characters and lines, all of them white."""
    return re.sub(r"[^\n]", " ", text)


def code_only(text):
    """C++ with comments and literals blanked; includes stay."""
    return LEXEME.sub(lambda m: m.group(0) if m.group("include") else blank(m.group(0)), text)


def comments_only(text):
    """The comments of C++ at their places, all else blanked."""
    parts, end = [], 0
    for match in LEXEME.finditer(text):
        parts.append(blank(text[end:match.start()]))
        whole = match.group(0)
        parts.append(whole if match.group("comment") else blank(whole))
        end = match.end()
    return "".join(parts) + blank(text[end:])


def without_raw_strings(text):
    """The same lines, without what raw strings hold."""
    return LEXEME.sub(lambda m: "\n" * m.group(0).count("\n") if m.group("raw") else m.group(0), text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def project_files(root):
    """Paths relative to root of everything that is, or is about to be, under version control."""
    root = pathlib.Path(root)
    if (root / ".git").exists():
        listed = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            check=True, capture_output=True).stdout.decode("utf-8")
        names = [name for name in listed.split("\0") if name]
    else:
        names = []
        for folder, folders, files in os.walk(root):
            folders[:] = [name for name in folders
                          if not name.startswith("build") and name not in (".git", "__pycache__")]
            names += [os.path.relpath(os.path.join(folder, name), root) for name in files]
    return sorted(name for name in set(names) if (root / name).is_file())
