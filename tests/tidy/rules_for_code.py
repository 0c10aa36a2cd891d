"""Rules for C++: what may not be called, what must be said, what must be fuzzed."""

import re

from source_text import code_only, line_of

PRINTS = re.compile(r"\bstd::(?:cout|cerr|clog)\b|(?<![\w:.>])(?:std::)?(?:printf|puts|putchar)\s*\("
                    r"|\bfmt::print(?:ln)?\s*\(")

BANNED = [
    (re.compile(r"\bstd::w?regex\b|#\s*include\s*<regex>"),
     "std::regex recurses on hostile input and is slow; write the small matcher"),
    (re.compile(r"(?<![\w.>:])(?:::|std::)?s?rand\s*\("), "not reproducible; take a seeded std::mt19937"),
    (re.compile(r"\bstd::random_device\b"), "random_device makes runs differ; take a fixed seed"),
    (re.compile(r"(?<![\w.>:])(?:::|std::)?(?:system|popen)\s*\("),
     "no shell; start a process with its arguments"),
    (re.compile(r"(?<![\w.>:])(?:::|std::)?(?:strcpy|strcat|v?sprintf|gets|strtok|tmpnam|mktemp)\s*\("),
     "unbounded or shared C string call; use std::string, fmt::format or std::string_view"),
    (re.compile(r"(?<![\w.>:])(?:::|std::)?(?:atoi|atol|atof|atoll)\s*\("),
     "reports no error; use std::from_chars"),
    (re.compile(r"\busing\s+namespace\s+std\s*;"), "say which names of std are meant"),
    (re.compile(r"(?<!operator )\bdelete\b(?:\s*\[\s*\])?\s+[A-Za-z_(*]|\bdelete\s*\[\s*\]"),
     "an owner deletes: use std::unique_ptr or a container"),
]
NEW = re.compile(r"(?<!operator )\bnew\b\s*(?:\(\s*std::nothrow\s*\)\s*)?[A-Za-z_:]")
# A private constructor leaves no way through make_unique: `unique_ptr<T>(new T(…))` is owned at once.
OWNED_NEW = re.compile(r"(?:unique_ptr<.*>\s*\w*|shared_ptr<.*>\s*\w*|\breset)\s*[({]\s*new\b")

# Standard headers whose use can be told from one name; an include without any of them is a left-over.
USES = {
    "array": r"\bstd::(?:array|to_array)\b",
    "atomic": r"\bstd::(?:atomic\w*|memory_order\w*)\b",
    "bit": r"\bstd::(?:bit_\w+|has_single_bit|count[lr]_\w+|popcount|rot[lr]|endian)\b",
    "chrono": r"\bchrono\b",
    "condition_variable": r"\bstd::condition_variable",
    "deque": r"\bstd::deque\b",
    "filesystem": r"\bfilesystem\b",
    "fstream": r"\bstd::(?:[io]?fstream|filebuf)\b",
    "future": r"\bstd::(?:future|promise|async|packaged_task|shared_future)\b",
    "iostream": r"\bstd::(?:cin|cout|cerr|clog)\b",
    "map": r"\bstd::(?:multi)?map\b",
    "memory": r"\bstd::\w*(?:unique|shared|weak|allocat|ptr|addressof|construct_at|destroy|uninit)\w*",
    "mutex": r"\bstd::\w*(?:mutex|lock|once)\w*",
    "numeric": r"\bstd::(?:accumulate|iota|reduce|gcd|lcm|midpoint|\w+_sum|\w+_scan|inner_product|\w+_reduce"
               r"|adjacent_difference)\b",
    "optional": r"\bstd::(?:optional|nullopt|make_optional)\b",
    "queue": r"\bstd::(?:priority_)?queue\b",
    "random": r"\bstd::(?:mt19937\w*|\w+_distribution|minstd\w*|shuffle)\b",
    "set": r"\bstd::(?:multi)?set\b",
    "span": r"\bstd::(?:span|as_bytes|as_writable_bytes|dynamic_extent)\b",
    "sstream": r"\bstd::[io]?stringstream\b",
    "thread": r"\bstd::(?:j?thread|this_thread)\b",
    "tuple": r"\bstd::(?:tuple\w*|tie|apply|make_tuple|forward_as_tuple|get|ignore)\b",
    "unordered_map": r"\bstd::unordered_(?:multi)?map\b",
    "unordered_set": r"\bstd::unordered_(?:multi)?set\b",
    "variant": r"\bstd::(?:variant\w*|visit|monostate|get_if|holds_alternative|get)\b",
    "vector": r"\bstd::vector\b",
}

# Readers of untrusted or stored bytes outside parse/, each with the folder that must fuzz it.
READERS = [
    ("document", "record_from_json"),
    ("document", "sections_from_json"),
    ("index", "Segment::open"),
    ("index", "DeletedSet::deserialize"),
    ("question", "Thesaurus::load"),
    ("answer", "read_stored_answer"),
    ("server", "parse_target"),
    ("server", "parse_multipart"),
    ("server", "read_filter"),
    ("server", "answer_mcp"),
]


def is_cpp(name):
    return name.endswith((".cpp", ".h"))


def may_print(name):
    return name.startswith(("src/cli/", "tests/", "bench/", "eval/")) or \
        name.endswith(("_main.cpp", "_test.cpp", "_fuzz.cpp"))


def banned_calls(files):
    for name, text in files.items():
        if not is_cpp(name):
            continue
        code = code_only(text)
        # A test may match with std::regex and may unpack an archive through the shell.
        patterns = list(BANNED) if not name.endswith("_test.cpp") else [BANNED[i] for i in (1, 2, 4, 5, 6, 7)]
        if not may_print(name):
            patterns.append((PRINTS, "only the command line prints; return a Result"))
        for pattern, reason in patterns:
            for match in pattern.finditer(code):
                yield f"{name}:{line_of(code, match.start())}: {match.group(0).strip()}: {reason}"
        for number, line in enumerate(code.split("\n"), 1):
            if NEW.search(line) and not OWNED_NEW.search(line):
                yield f"{name}:{number}: new without an owner on the same line; use std::make_unique"
        if name.endswith(".h") and re.search(r"\busing\s+namespace\b", code):
            yield f"{name}: a header may not open a namespace for everyone who includes it"


def unused_includes(files):
    for name, text in files.items():
        if not is_cpp(name):
            continue
        code = code_only(text)
        for match in re.finditer(r"^#include <(\w+)>$", code, re.MULTILINE):
            uses = USES.get(match.group(1))
            if uses and not re.search(uses, code):
                yield f"{name}:{line_of(code, match.start())}: <{match.group(1)}> is not used"


UNUSED_NAME = re.compile(r"^[ \t]*(?:using (?:\w+::)+(\w+)|namespace (\w+) =[^;]*);$", re.MULTILINE)


def unused_names(files):
    """A using-declaration or a namespace alias of a source file that nothing else in the file speaks of."""
    for name, text in files.items():
        if not name.endswith(".cpp"):
            continue
        code = code_only(text)
        for match in UNUSED_NAME.finditer(code):
            word = match.group(1) or match.group(2)
            rest = code[:match.start()] + code[match.end():]
            if not word.startswith("operator") and not re.search(rf"\b{word}\b", rest):
                yield f"{name}:{line_of(code, match.start())}: {word} is not used"


def headers(files):
    """A header says what it is for, is guarded, and is included by somebody."""
    included = set()
    for name, text in files.items():
        if is_cpp(name):
            included |= set(re.findall(r'^\s*#\s*include\s+"([^"]+)"', text, re.MULTILINE))
    for name, text in files.items():
        if not (name.startswith("src/") and name.endswith(".h")):
            continue
        if "#pragma once" not in text:
            yield f"{name}: no #pragma once"
        if not text.startswith("//") and not first_declaration_is_explained(text):
            yield f"{name}: neither the head nor the first declaration has a comment"
        if name.removeprefix("src/") not in included:
            yield f"{name}: no file includes it"


def first_declaration_is_explained(text):
    """Whether the first thing inside the namespace, past forward declarations, has a comment above it."""
    for line in text.split("\n"):
        line = line.strip()
        if not line or line.startswith(("#", "namespace ", "using ")):
            continue
        if re.fullmatch(r"(?:class|struct|enum class) \w+(?: : \w+)?;", line):
            continue
        return line.startswith(("//", "/*"))
    return False


def folder_paragraphs(files):
    """One file of each folder of src/ opens with the folder's paragraph: `// parse: from files to …`."""
    folders = {}
    for name, text in files.items():
        parts = name.split("/")
        if parts[0] == "src" and len(parts) > 2 and is_cpp(name):
            folders.setdefault(parts[1], []).append(text)
    for folder, texts in sorted(folders.items()):
        heads = sum(text.startswith(f"// {folder}: ") for text in texts)
        if heads != 1:
            yield (f"src/{folder}: {heads} files open with the folder's paragraph (`// {folder}: …`: what it "
                   "takes, gives and may include); exactly one must")


def fuzzing(files):
    """Every fuzz target has seeds; every parser and reader has a fuzz target."""
    fuzzed = {}
    for name, text in files.items():
        parts = name.split("/")
        if parts[0] != "src" or not name.endswith("_fuzz.cpp"):
            continue
        fuzzed[parts[1]] = fuzzed.get(parts[1], "") + code_only(text)
        target = parts[-1].removesuffix(".cpp")
        if not any(other.startswith(f"src/{parts[1]}/seeds/{target}/") for other in files):
            yield f"{name}: no seeds in src/{parts[1]}/seeds/{target}/"
    parsers = files.get("src/parse/format_parsers.h", "")
    wanted = [("parse", name) for name in re.findall(r"^Status (parse_\w+)\(", parsers, re.MULTILINE)]
    code = {name: code_only(text) for name, text in files.items()
            if name.startswith("src/") and name.endswith(".cpp")}
    for folder, symbol in READERS:
        defined = re.compile(rf"^[^\s#].*\b{re.escape(symbol)}\(", re.MULTILINE)
        if any(name.startswith(f"src/{folder}/") and defined.search(text) for name, text in code.items()):
            wanted.append((folder, symbol))
    # What these do beyond opening a file is fuzzed under another name.
    inner = {"parse_pdf": "paragraphs_of_pages", "Segment::open": "SegmentFile::open_bytes",
             "Thesaurus::load": "Thesaurus::parse"}
    for folder, symbol in wanted:
        names = "|".join(re.escape(name) for name in (symbol, inner.get(symbol, symbol)))
        # Called, or handed to what calls it.
        if not re.search(rf"\b(?:{names})[(,]", fuzzed.get(folder, "")):
            yield f"src/{folder}: {symbol} has no fuzz target (a *_fuzz.cpp in src/{folder} that calls it)"


LIMIT = re.compile(r"\binline constexpr \w+ (k\w+) =\s*([^;]+);")


def limits_are_documented(files):
    """docs/limits.md has a row for each constant of base/limits.h, with its value."""
    stated = dict(re.findall(r"^\| `(k\w+)` \| ([^|]*?) \|", files.get("docs/limits.md", ""), re.MULTILINE))
    known = dict(LIMIT.findall(code_only_keeping_digits(files.get("src/base/limits.h", ""))))
    for name, expression in known.items():
        value = limit_value(name, expression)
        if stated.get(name) != value:
            yield f"docs/limits.md: {name} is {value}, the page says {stated.get(name, 'nothing')}"
    for name in set(stated) - set(known):
        yield f"docs/limits.md: {name} is not in src/base/limits.h"


def code_only_keeping_digits(text):
    return re.sub(r"//[^\n]*", "", text)


def limit_value(name, expression):
    """64ull << 30 is 64 GiB where the name counts bytes, 100'000 is 100,000 where it does not."""
    digits = re.sub(r"(?<=\d)(?:ull|ul|u|ll|l)\b", "", expression.replace("'", "").lower())
    if not re.fullmatch(r"[\d.<*+ \-]+", digits):
        return expression.strip()
    value = eval(digits)  # digits and operators only, as just checked
    if "Bytes" in name:
        for unit, shift in (("GiB", 30), ("MiB", 20), ("KiB", 10)):
            if value >= 1 << shift and value % (1 << shift) == 0:
                return f"{value >> shift} {unit}"
    return f"{value:,}"


RULES = [banned_calls, unused_includes, unused_names, headers, folder_paragraphs, fuzzing,
         limits_are_documented]
