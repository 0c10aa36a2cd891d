"""Rules for every kind of text: lengths, white space, left-overs, links and paths that lead somewhere."""

import fnmatch
import re

from source_text import blank, comments_only, line_of, without_raw_strings

LINES_LISTED = 400   # a longer file stands in long_files.txt, which may only shrink
LINES_MAX = 500
COLUMNS_MAX = 110

LONG_FILES = "tests/tidy/long_files.txt"
OUTSIDE = re.compile(r"(^|/)(seeds|fixtures|expected|golden|testdata)/|^LICENSE$|^data/")
PROSE = (".md", ".txt", ".in")
CODE = (".cpp", ".h", ".py", ".sh", ".cmake", ".bash")

# Written in two halves so that this file passes its own rule.
LEFT_OVER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?:^|[^A-Za-z0-9_.])/(?:work|farm|root|home/\w+|Users/\w+|tmp/\w+)/")
PACKAGE_HOST = re.compile(r"https?://(?:registry|files|repo1?|static|proxy|deb|security)\.")


def is_code(name):
    base = name.rsplit("/", 1)[-1]
    return name.endswith(CODE) or base in ("CMakeLists.txt", "run", "_attest")


def is_text(name):
    return (is_code(name) or name.endswith(PROSE + (".json", ".yml"))) and not OUTSIDE.search(name)


def file_length(files):
    allowed = {}
    for line in files.get(LONG_FILES, "").split("\n"):
        if line.strip() and not line.startswith("#"):
            name, count = line.split()
            allowed[name] = int(count)
    for name, text in files.items():
        if not is_code(name) or OUTSIDE.search(name):
            continue
        lines = text.count("\n")
        if lines > LINES_MAX:
            yield f"{name}: {lines} lines, over {LINES_MAX}; split it by job"
        elif lines > LINES_LISTED and lines > allowed.get(name, 0):
            yield (f"{name}: {lines} lines, over {allowed.get(name, LINES_LISTED)}; split it by job "
                   f"({LONG_FILES} may only shrink)")
        elif lines <= LINES_LISTED and name in allowed:
            yield f"{LONG_FILES}: {name} has {lines} lines now; take it off the list"
    for name in allowed:
        if name not in files:
            yield f"{LONG_FILES}: {name} does not exist; take it off the list"


def line_length(files):
    for name, text in files.items():
        if not is_code(name) or OUTSIDE.search(name):
            continue
        if name.endswith((".cpp", ".h")):
            text = without_raw_strings(text)
        for number, line in enumerate(text.split("\n"), 1):
            # An address cannot be broken.
            if len(line) > COLUMNS_MAX and not re.fullmatch(r"\s*(?://|#)?\s*\S*https?://\S+", line):
                yield f"{name}:{number}: {len(line)} columns, over {COLUMNS_MAX}"


def white_space(files):
    for name, text in files.items():
        if not is_text(name):
            continue
        if name.endswith((".cpp", ".h")):
            text = without_raw_strings(text)
        for number, line in enumerate(text.split("\n"), 1):
            if "\t" in line:
                yield f"{name}:{number}: a tab"
            if line != line.rstrip():
                yield f"{name}:{number}: white space at the end of the line"
        if text and not text.endswith("\n"):
            yield f"{name}: no newline at the end"


def left_overs(files):
    for name, text in files.items():
        if not is_text(name):
            continue
        for pattern, what in ((LEFT_OVER, "a left-over note; do it, or open an issue"),
                              (MACHINE_PATH, "a path of one machine"),
                              (PACKAGE_HOST, "a package host; name the package instead")):
            for match in pattern.finditer(text):
                yield f"{name}:{line_of(text, match.start())}: {match.group(0).strip()}: {what}"


def without_fences(text):
    """Markdown with its fenced blocks blanked: they hold transcripts and examples."""
    return re.sub(r"^( *)(```|~~~).*?^ *\2[ \t]*$", lambda m: blank(m.group(0)), text,
                  flags=re.DOTALL | re.MULTILINE)


def anchor_of(heading):
    heading = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", lambda m: m.group(1) or "", heading.strip().lower())
    return re.sub(r"[^\w\- ]", "", heading).replace(" ", "-")


def exists(files, path):
    path = path.rstrip("/")
    if any(mark in path for mark in "*?["):
        return any(fnmatch.fnmatch(name, path) for name in files)
    return path in files or any(name.startswith(path + "/") for name in files)


def links(files):
    for name, text in files.items():
        if not name.endswith(".md") or OUTSIDE.search(name) and name != "data/starter/README.md":
            continue
        body = re.sub(r"`[^`\n]*`", lambda m: blank(m.group(0)), without_fences(text))
        for match in re.finditer(r"\]\(([^)\s]+)\)", body):
            target = match.group(1)
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = target.partition("#")
            resolved = name if not path else resolve(name, path)
            place = f"{name}:{line_of(body, match.start())}"
            if not exists(files, resolved):
                yield f"{place}: the link to {target} leads nowhere"
            elif anchor and resolved.endswith(".md"):
                headings = re.findall(r"^#+ (.*)$", without_fences(files[resolved]), re.MULTILINE)
                if anchor not in map(anchor_of, headings):
                    yield f"{place}: {resolved} has no heading for #{anchor}"


def resolve(name, path):
    parts = name.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)


PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)+/?")
PATH_IN_COMMENT = re.compile(r"(?<![\w./<*-])(?:docs|scripts|cmake|tests|src|data)/[\w./*-]*\w\.\w+")


def stale_paths(files):
    """`docs/limits.md` in prose or in a comment is a promise that the file is there."""
    top = {name.split("/")[0] for name in files if "/" in name}
    road = {name.split("/")[1] for name in files if name.startswith("src/") and name.count("/") > 1}
    for name, text in files.items():
        if OUTSIDE.search(name):
            continue
        if name.endswith(".md"):
            tokens = [(m.start(), m.group(1)) for m in re.finditer(r"`([^`\n]+)`", without_fences(text))]
        elif name.endswith((".cpp", ".h")):
            comments = comments_only(text)
            tokens = [(m.start(), m.group(0)) for m in
                      PATH_IN_COMMENT.finditer(comments)]
        else:
            continue
        for position, token in tokens:
            if not PATH.fullmatch(token) or "NAME" in token:
                continue
            head = token.split("/")[0]
            found = exists(files, token) or head in road and exists(files, "src/" + token)
            looks_like_file = head in top or head in road and re.search(r"\.(?:h|cpp)$", token)
            if looks_like_file and not found:
                yield f"{name}:{line_of(text, position)}: {token} does not exist"


RULES = [file_length, line_length, white_space, left_overs, links, stale_paths]
