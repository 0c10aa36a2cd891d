"""Holds the arrows between the folders of src/.

The folders are the stops on the road from a literature file to a checked answer. Each may include only what
its row in ARROWS names (and itself). Quoted includes are ours and start with a folder; everything else is
included with angle brackets. What a folder's CMakeLists.txt links is held to the same rows. A type is defined
in one header: of two of one name in one namespace the linker takes one for both.

    check_layering.py [SOURCE_DIR]      exit status 1 and one line for each arrow that is not allowed
"""

import pathlib
import re
import sys

ARROWS = {
    "base": "",
    "text": "base",
    "quantities": "base text",
    "learn": "base text",
    "document": "base text",
    "parse": "base text document",
    "fetch": "base document parse",
    "appraise": "base text quantities learn document",
    "index": "base text",
    "collection": "base text document index",
    "question": "base text learn document collection index",
    "search": "base text learn document index collection question",
    "findings": "base text quantities learn document appraise question",
    "figures": "base text quantities document",
    "evidence": "base text document appraise collection question search findings",
    "reconcile": "base text quantities appraise question findings evidence",
    "answer": "base text quantities learn document appraise collection question search findings figures"
              " evidence reconcile",
    "verify": "base text quantities learn document appraise collection question search findings answer",
    "render": "base text document appraise question answer verify",
    "audit": "base text quantities document parse appraise index collection question search findings figures"
             " evidence reconcile answer verify render",
    "pipeline": "base text document parse fetch appraise index collection question search findings evidence"
                " reconcile answer verify render audit",
    "evaluate": "base text quantities learn document parse appraise index collection question search findings"
                " evidence reconcile answer verify render pipeline",
    "server": "base text document parse fetch appraise index collection question search findings evidence"
              " answer verify render audit pipeline",
    "cli": "base text document parse fetch appraise index collection question search findings answer verify"
           " render audit pipeline evaluate server",
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+"([^"]+)"', re.MULTILINE)
DEPENDS = re.compile(r"attest_module\(\s*(\w+)[^)]*?\bDEPENDS\b([^)]*?)(?:\bLIBRARIES\b|\))", re.DOTALL)

NAMESPACE = re.compile(r"^namespace ([\w:]+) \{|^(?:struct|class|enum(?: class)?) (\w+)[^;\n]*\{",
                       re.MULTILINE)


def problems(source_dir):
    """Every violation below source_dir/src, as lines of text."""
    src = pathlib.Path(source_dir) / "src"
    allowed = {folder: set(row.split()) | {folder} for folder, row in ARROWS.items()}
    found = []
    folders = sorted(path for path in src.iterdir() if path.is_dir())
    if not folders:
        return [f"{src}: no folders; is this the source directory?"]
    for folder in folders:
        if folder.name not in allowed:
            found.append(f"src/{folder.name}: a folder without a row in tests/layering/check_layering.py")
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".h", ".cpp"):
                found += include_problems(path, src, folder.name, allowed)
        found += link_problems(folder, allowed)
    return found + type_problems(src)


def type_problems(src):
    found = []
    known = {}
    for path in sorted(src.rglob("*.h")):
        namespace = ""
        text = path.read_text(encoding="utf-8")
        for match in NAMESPACE.finditer(text):
            if match.group(1):
                namespace = match.group(1)
                continue
            name = f"{namespace}::{match.group(2)}"
            first = known.setdefault(name, path)
            if first != path:
                line = text.count("\n", 0, match.start()) + 1
                found.append(f"{path.relative_to(src.parent)}:{line}: {name} is also defined in "
                             f"{first.relative_to(src.parent)}")
    return found


def include_problems(path, src, folder, allowed):
    found = []
    text = path.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        name = match.group(1)
        line = text.count("\n", 0, match.start()) + 1
        place = f"{path.relative_to(src.parent)}:{line}"
        target = name.split("/")[0]
        if target not in allowed or "/" not in name:
            found.append(f'{place}: "{name}" does not start with a folder of src/; '
                         "write folder/file.h, or <> for a library")
        elif target not in allowed[folder]:
            found.append(f'{place}: {folder} may not include {target} ("{name}")')
        elif not (src / name).is_file():
            found.append(f'{place}: "{name}" does not exist')
    return found


def link_problems(folder, allowed):
    lists = folder / "CMakeLists.txt"
    if not lists.is_file():
        return [f"src/{folder.name}: no CMakeLists.txt"]
    found = []
    for match in DEPENDS.finditer(lists.read_text(encoding="utf-8")):
        for target in match.group(2).split():
            if target not in allowed[folder.name]:
                found.append(f"src/{folder.name}/CMakeLists.txt: {folder.name} may not link {target}")
    return found


def main():
    source_dir = sys.argv[1] if len(sys.argv) > 1 else "."
    found = problems(source_dir)
    print("\n".join(found) if found else "every include follows an arrow")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
