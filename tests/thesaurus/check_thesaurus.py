"""Holds data/thesaurus/attest.json to its rules: the names of one entry are names of one thing.

What stands in one entry is treated as the same by search and by answers, so a lump there ("bupropion"
among the names of mirtazapine) makes an answer speak of another drug. Two kinds of check:

Structure, from the file alone: ids, roles, classes without cycles, one entry a line, no name twice. A name
that two entries share ("MS") is an ambiguity that the question has to settle: every sharer but the first
needs the words that decide for it ("context"), and a class never shares a name with its member.

Meaning, against MeSH 2021 where it is at hand: names of one entry that MeSH files under different
descriptors are suspects, and a name of a descriptor below that of another name in the tree is a member in
its class's entry. Pairs that MeSH separates and clinicians use as one stand with their reason in
same_thing.tsv; a row that excuses nothing any more is reported too.

    check_thesaurus.py SOURCE_DIR [DATA_DIR]      exit status 1 and one line for each thing that is wrong
"""

import csv
import itertools
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

THESAURUS = "data/thesaurus/attest.json"
ALLOWED = "tests/thesaurus/same_thing.tsv"
MESH = "mesh2021.tsv.zst"
SCHEMA = "attest.thesaurus/1"
ROLES = {"condition", "intervention", "test", "population", "outcome", "other"}
TEXTS = ("id", "name", "role", "plain", "explain")
LISTS = ("names", "lay", "not", "broader", "parents", "context")
SLUG = re.compile(r"attest:[a-z0-9]+(-[a-z0-9]+)*\Z")

# British spellings that stem unlike American ones, as the program's own stemmer reads them.
BRITISH = (("ae", "e"), ("oe", "e"), ("our", "or"), ("sulph", "sulf"), ("isation", "ization"), ("yse", "yze"))
# Trees that hold things of medicine. Anatomy, organisms, professions and places name no treatment or disease,
# and the same words in them ("stroke volume") would only confuse the comparison.
TREES = ("C", "D", "E", "F", "G", "N")


def folded(name):
    """A name in the form in which two spellings of it meet: small letters, no marks, singular words."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    text = re.sub(r"['’]s?\b", "", text)
    words = []
    for word in re.findall(r"[A-Za-z0-9]+", text):
        # "DOACs" is a plural, "CRPS" is none.
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
        word = word.casefold()
        if len(word) > 4:
            for british, american in BRITISH:
                word = word.replace(british, american)
        words.append(word)
    return " ".join(words)


def all_names(entry):
    return [entry.get("name", "")] + entry.get("names", [])


def shape_problems(entry):
    """What is wrong with one entry by itself."""
    for key in TEXTS:
        if not isinstance(entry.get(key, ""), str):
            yield f"\"{key}\" is not a text"
            return
    for key in LISTS:
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            yield f"\"{key}\" is not a list of texts"
            return
    for key in entry:
        if key not in TEXTS + LISTS:
            yield f"the key \"{key}\" is unknown"
    if not SLUG.match(entry.get("id", "")):
        yield "the id is not \"attest:\" and a slug"
    if not entry.get("name"):
        yield "there is no name"
    if entry.get("role") not in ROLES:
        yield f"\"{entry.get('role')}\" is not a role"
    names = all_names(entry)
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"\"{name}\" stands twice among the names"
    for key in ("not", "broader"):
        for name in entry.get(key, []):
            if folded(name) in {folded(one) for one in names}:
                yield f"\"{name}\" is a name and stands in \"{key}\" as well"


def ancestors(entry_id, by_id):
    """The ids of all classes of an entry, at any distance; holds the entry itself where there is a cycle."""
    found, open_ids = set(), list(by_id[entry_id].get("parents", []))
    while open_ids:
        one = open_ids.pop()
        if one in found or one not in by_id:
            continue
        found.add(one)
        open_ids += by_id[one].get("parents", [])
    return found


def class_problems(entries, by_id):
    for entry in entries:
        for parent in entry.get("parents", []):
            if parent not in by_id:
                yield f"{entry['id']}: the class \"{parent}\" is no entry"
            elif by_id[parent]["role"] != entry["role"]:
                yield f"{entry['id']}: is \"{entry['role']}\", its class {parent} \"{by_id[parent]['role']}\""
        if entry["id"] in ancestors(entry["id"], by_id):
            yield f"{entry['id']}: is a class of itself"
        for key in LISTS[1:4]:
            values = entry.get(key, [])
            for value in sorted({value for value in values if values.count(value) > 1}):
                yield f"{entry['id']}: \"{value}\" stands twice in \"{key}\""


def shared_name_problems(entries, by_id):
    """Names that several entries have."""
    owners = {}
    for entry in entries:
        for form in dict.fromkeys(folded(name) for name in all_names(entry)):
            owners.setdefault(form, []).append(entry)
    for form, sharers in owners.items():
        for one, other in itertools.combinations(sharers, 2):
            pair = f"\"{form}\" is a name of {one['id']} and of {other['id']}"
            if one["id"] in ancestors(other["id"], by_id) or other["id"] in ancestors(one["id"], by_id):
                yield f"{pair}, a class and its member"
            elif form in (folded(one["name"]), folded(other["name"])):
                yield f"{pair}, and is what one of them is called"
            elif not other.get("context"):
                yield f"{pair}; the second has no \"context\" to decide for it"


def line_problems(text, entries):
    """One entry a line, written as json.dumps writes it, so that a change is one line of a diff."""
    lines = text.splitlines()
    start = next((i for i, line in enumerate(lines) if line.strip() == "\"entries\": ["), None)
    if start is None:
        yield "\"entries\" does not start a line of its own"
        return
    for number, entry in enumerate(entries):
        expected = "  " + json.dumps(entry, ensure_ascii=False)
        place = start + 1 + number
        actual = lines[place].rstrip(",") if place < len(lines) else ""
        if actual.split() != expected.rstrip(",").split():
            yield f"line {place + 1}: not exactly the one entry {entry.get('id')}"
            return


def structure_problems(text):
    try:
        file = json.loads(text)
    except json.JSONDecodeError as error:
        yield f"not JSON: {error}"
        return
    if file.get("schema") != SCHEMA:
        yield f"the schema is not {SCHEMA}"
    entries = file.get("entries", [])
    seen, sound = {}, True
    for number, entry in enumerate(entries, 1):
        for problem in shape_problems(entry):
            sound = False
            yield f"entry {number} ({entry.get('id')}): {problem}"
        if entry.get("id") in seen:
            sound = False
            yield f"entry {number}: the id {entry['id']} is taken by entry {seen[entry['id']]}"
        seen.setdefault(entry.get("id"), number)
    if not sound:
        return
    by_id = {entry["id"]: entry for entry in entries}
    yield from class_problems(entries, by_id)
    yield from shared_name_problems(entries, by_id)
    yield from line_problems(text, entries)


def read_mesh(path):
    """Folded term → descriptor names, and descriptor name → tree numbers."""
    table = subprocess.run(["zstd", "-dc", str(path)], check=True, capture_output=True).stdout.decode()
    terms, trees = {}, {}
    for line in table.splitlines()[1:]:
        _, name, numbers, entry_terms = (line.split("\t") + [""] * 4)[:4]
        numbers = [number for number in numbers.split("|") if number.startswith(TREES)]
        if not numbers:
            continue
        trees[name] = numbers
        for term in [name] + [term for term in entry_terms.split("|") if term]:
            forms = {folded(term)}
            if term.count(", ") == 1:
                forms.add(folded(" ".join(reversed(term.split(", ")))))
            for form in forms:
                terms.setdefault(form, set()).add(name)
    return terms, trees


def below(name, other, trees):
    """True when one of the tree numbers of `name` continues one of `other`."""
    return any(number.startswith(start + ".") for number in trees[name] for start in trees[other])


def relation(one, other, trees):
    if below(one, other, trees):
        return f"MeSH files \"{one}\" under \"{other}\""
    if below(other, one, trees):
        return f"MeSH files \"{other}\" under \"{one}\""
    return f"MeSH has \"{one}\" and \"{other}\" apart"


def lumps(entries, terms, trees):
    """(entry id, descriptor, descriptor, explanation) for the names of one entry that MeSH holds apart."""
    for entry in entries:
        described = {}
        for name in all_names(entry):
            found = terms.get(folded(name))
            # Abbreviations are ambiguous in MeSH too: they prove nothing.
            if found and not re.fullmatch(r"[A-Z0-9/-]{2,6}s?", name):
                described[name] = found
        seen = set()
        for one, other in itertools.combinations(described, 2):
            if described[one] & described[other]:
                continue
            pair = tuple(sorted((min(described[one]), min(described[other]))))
            if pair in seen:
                continue
            seen.add(pair)
            yield entry["id"], *pair, f"\"{one}\" and \"{other}\": {relation(*pair, trees)}"


def read_allowed(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t") if row and not row[0].startswith("#")]


def meaning_problems(entries, mesh_path, allowed_path):
    allowed = {}
    for row in read_allowed(allowed_path):
        if len(row) != 4 or not row[3].strip():
            yield f"{ALLOWED}: not four columns with a reason: {row}"
            continue
        allowed[(row[0], *sorted(row[1:3]))] = False
    for entry_id, one, other, explanation in lumps(entries, *read_mesh(mesh_path)):
        if (entry_id, one, other) in allowed:
            allowed[(entry_id, one, other)] = True
        else:
            yield f"{entry_id}: {explanation}"
    for row, used in allowed.items():
        if not used:
            yield f"{ALLOWED}: {' | '.join(row)} excuses nothing"


def main(arguments):
    source = pathlib.Path(arguments[0] if arguments else ".").resolve()
    data = pathlib.Path(arguments[1]) if len(arguments) > 1 else source.parent / "shared" / "data"
    text = (source / THESAURUS).read_text(encoding="utf-8")
    problems = list(structure_problems(text))
    mesh = data / MESH
    if problems:
        print("the comparison with MeSH waits until the structure is sound")
    elif mesh.exists():
        problems = list(meaning_problems(json.loads(text)["entries"], mesh, source / ALLOWED))
    else:
        print(f"skipped the comparison with MeSH: there is no {mesh}")
    for problem in problems:
        print(problem)
    print("wrong" if problems else "sound")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
