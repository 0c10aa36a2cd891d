#!/usr/bin/env python3
"""Check the starter collection.

    check_starter.py                         structure of every *.json file next to this script
    check_starter.py --evidence table.tsv    also every identifier, year and number against the evidence table

Prints one line per problem. Exit status: 0 clean, 1 problems found, 2 wrong usage or unreadable input.
"""
import argparse
import csv
import json
import pathlib
import re
import sys

TYPES = {"article-journal", "report", "paper-conference", "webpage", "document"}
TIERS = {"A", "A*", "B", "C", "expert note"}
REQUIRED = ("id", "type", "title", "abstract", "note", "custom")
REQUIRED_CUSTOM = ("evidence_id", "tier", "design", "seen_as", "topic")
NOTE = ("Summary written for Attest's starter collection from public bibliographic data and abstracts; "
        "not the authors' abstract.")
SOCIETIES = {"ANMS-ESNM", "ACG", "AGA", "ASCRS", "ACOG", "IUGA/ICS", "DGVS/DGNM", "ESPGHAN/NASPGHAN",
             "BASHH", "AUA/SMSNA", "IAPWG"}
TEXT_COLUMNS = ("title", "arms", "outcome", "followup", "n", "finding", "caveat", "year", "journal", "design")
REFERENCE_KEYS = ("supersedes", "superseded_by", "same_study_as")
SECOND_HAND = re.compile(r"second-hand|registry|conference abstract|as tabulated|only as|Only the bibliographic", re.I)

# Numbers that are not in the evidence row itself, each with the reason why they may stand in the summary.
# Computed figures are recomputed by the check.
COMPUTED_PERCENT = {  # id: {percentage: (events, total)}; events and total must both occur in the row
    "E012": {"79": (19, 24)},
    "E013": {"84": (69, 82)},
    "E014": {"95": (20, 21), "91": (31, 34)},
    "E016": {"87": (13, 15)},
    "E017": {"79": (19, 24), "25": (6, 24)},
    "E064": {"60": (30, 50), "55": (16, 29), "67": (14, 21)},
    "E066": {"70": (35, 50), "22": (11, 50), "8": (4, 50)},
    "E122": {"56": (10, 18)},
    "E125": {"67": (20, 30), "93": (26, 28)},
}
COMPUTED_COUNT = {  # id: {count: (percentage in the row, total in the row)}
    "E007": {"12": (50.0, 24), "17": (70.83, 24), "6": (25.0, 24), "8": (33.3, 24)},
}
ALLOWED = {  # id: {number: reason}
    "E007": {"2010": "year of the probably overlapping report, E008"},
    "E008": {"95": "success after surgery, from the notes to the evidence table",
             "70": "success after surgery at one year, from the notes to the evidence table"},
    "E009": {"20": "later dose range, from the notes to the evidence table",
             "100": "later dose range, from the notes to the evidence table"},
    "E034": {"2014": "year of the version it replaces, E035"},
    "E050": {"74": "0.74 in the row, as a percentage", "83": "0.83 in the row, as a percentage"},
    "E059": {"1": "name of the trial, CapaCiTY 1, as in E058", "2023": "year of the results, E058"},
}
WORDS = {w: str(i) for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())}
WORDS_CHECKED = {w: n for w, n in WORDS.items() if int(n) > 2}
# Counts in words that follow from the row without a figure.
ALLOWED_WORDS = {
    "E007": {"three"},   # "a three-arm trial": E008
    "E002": {"three"},   # "all three groups": the arms listed
    "E009": {"four"},
    "E109": {"four"},    # the four themes listed
    "E116": {"three"},
}
# Words that a descriptive title may add ("DRE" written out, "as reported in a news item").
TITLE_WORDS = set("of and versus as in a news item reported digital rectal examination".split())
NUMBER = re.compile(r"(?<![\w.])\.\d+|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def normal(token):
    token = token.replace(",", "")
    if token.startswith("."):
        token = "0" + token
    return token


def numbers(text):
    return {normal(t) for t in NUMBER.findall(text)}


def number_words(text):
    return {w for w in re.findall(r"[a-z]+", text.lower()) if w in WORDS_CHECKED}


def check_item(item, where, add):
    for key in REQUIRED:
        if not item.get(key):
            add(where, f"missing {key}")
    if any(not item.get(key) for key in REQUIRED):
        return False
    custom = item["custom"]
    for key in REQUIRED_CUSTOM:
        if not custom.get(key):
            add(where, f"missing custom.{key}")
    if item["type"] not in TYPES:
        add(where, f"unknown type {item['type']}")
    if custom.get("tier") not in TIERS:
        add(where, f"unknown tier {custom.get('tier')}")
    if custom.get("evidence_id") != item["id"]:
        add(where, "custom.evidence_id differs from id")
    for key in ("n", "n_studies"):
        if key in custom and not (isinstance(custom[key], int) and custom[key] > 0):
            add(where, f"custom.{key} is not a positive integer")
    if "society" in custom and custom["society"] not in SOCIETIES:
        add(where, f"unknown society {custom['society']}")
    if "issued" in item:
        parts = item["issued"].get("date-parts")
        if not (isinstance(parts, list) and parts and parts[0] and isinstance(parts[0][0], int)):
            add(where, "issued is not {\"date-parts\": [[year]]}")
    for name in item.get("author", []):
        if not (name.get("literal") or name.get("family")):
            add(where, "author without a name")
    for key, pattern in (("PMID", r"\d{1,8}"), ("PMCID", r"PMC\d+"), ("DOI", r"10\.\d{4,9}/\S+"),
                         ("URL", r"https?://\S+")):
        if key in item and not re.fullmatch(pattern, str(item[key])):
            add(where, f"malformed {key} {item[key]}")
    abstract = item["abstract"]
    sentences = re.split(r"(?<=[.])\s+(?=[A-Z])", abstract)
    if not abstract.endswith(".") or not 2 <= len(sentences) <= 9:
        add(where, f"abstract has {len(sentences)} sentences or no full stop")
    if re.search(r"\bseed\b|\baudit\b|\s\s|[≥≤±]|[\t\n]", abstract):
        add(where, "abstract has a word, sign or space that it should not have")
    if not item["id"].startswith("S"):
        if not item["note"].startswith(NOTE):
            add(where, "note does not say whose summary it is")
        if custom.get("tier") == "C" and not SECOND_HAND.search(abstract):
            add(where, "tier C, but the abstract does not say that it is second-hand")
    if custom.get("topic") == "sensitive-history" and "individual" not in abstract:
        add(where, "abuse history without the caution about individuals")
    return True


def check_links(items, add):
    for ident, (item, where) in items.items():
        for key in REFERENCE_KEYS:
            value = item["custom"].get(key, [])
            for target in [value] if isinstance(value, str) else value:
                if target not in items:
                    add(where, f"{key} points to {target}, which is not here")
                    continue
                other = items[target][0]["custom"]
                back = {"supersedes": "superseded_by", "superseded_by": "supersedes"}.get(key, key)
                if ident not in (other.get(back) or []):
                    add(where, f"{key} {target} has no {back} in return")


def check_evidence(item, where, row, add):
    custom = item["custom"]
    for key in ("tier", "design", "topic"):
        if custom.get(key) != row[key]:
            add(where, f"custom.{key} differs from the table")
    for key in ("pmid", "pmcid", "doi"):
        if (item.get(key.upper()) or "") != row[key]:
            add(where, f"{key} {item.get(key.upper())!r} differs from the table's {row[key]!r}")
    year = str(item["issued"]["date-parts"][0][0]) if "issued" in item else ""
    if year != row["year"]:
        add(where, f"year {year!r} differs from the table's {row['year']!r}")
    if item.get("URL") and item["URL"] not in row["source_url"].replace(" ; ", "\n").split("\n") \
            and item["URL"] != row["source_url"].replace(" ; ", ";"):
        add(where, "URL is not in the table")
    for key in ("volume", "issue", "page", "container-title"):
        if key in item and item[key] not in row["journal"]:
            add(where, f"{key} {item[key]!r} is not in the table's journal {row['journal']!r}")
    for name in item.get("author", []):
        shown = " ".join(filter(None, (name.get("family"), name.get("given")))) or name["literal"]
        if shown not in row["first_author"]:
            add(where, f"author {shown!r} is not in the table")
    if item["title"] != row["title"] and item["title"] not in row["title"]:
        words = {w.lower() for w in re.findall(r"\w+", row["title"])}
        extra = {w.lower() for w in re.findall(r"\w+", item["title"])} - words
        extra -= TITLE_WORDS
        if extra:
            add(where, f"title has words that the table's title lacks: {sorted(extra)}")

    text = " ".join(row[c] for c in TEXT_COLUMNS)
    known = numbers(text) | {WORDS[w] for w in re.findall(r"[a-z]+", text.lower()) if w in WORDS}
    for key in ("n", "n_studies"):
        if key in custom and str(custom[key]) not in known:
            add(where, f"custom.{key} {custom[key]} is not in the table")
    allowed = set(ALLOWED.get(item["id"], {}))
    for percent, (events, total) in COMPUTED_PERCENT.get(item["id"], {}).items():
        if str(events) not in known or str(total) not in known:
            add(where, f"{events}/{total} is not in the table")
        if f"{100 * events / total:.0f}" != percent:
            add(where, f"{events}/{total} is not {percent}%")
        allowed.add(percent)
    for count, (percent, total) in COMPUTED_COUNT.get(item["id"], {}).items():
        if not {f"{percent:g}", str(total)} <= known or abs(100 * int(count) / total - percent) > 0.05:
            add(where, f"{count} is not {percent}% of {total}")
        allowed.add(count)
    for number in sorted(numbers(item["abstract"]) - known - allowed):
        add(where, f"number {number} is not in the table's row")
    for word in sorted(number_words(item["abstract"]) - ALLOWED_WORDS.get(item["id"], set())):
        if WORDS[word] not in known:
            add(where, f"number word '{word}' is not in the table's row")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evidence", metavar="TSV", help="evidence table to compare with")
    arguments = parser.parse_args()
    problems = []
    items = {}

    def add(where, what):
        problems.append(f"{where}: {what}")

    try:
        for path in sorted(pathlib.Path(__file__).resolve().parent.glob("*.json")):
            data = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(data, list) or not data:
                add(path.name, "not a CSL-JSON array, or empty")
                continue
            for item in data:
                where = f"{path.name} {item.get('id', '?')}"
                if item.get("id") in items:
                    add(where, "id used twice")
                if check_item(item, where, add):
                    items[item["id"]] = (item, where)
        check_links(items, add)
        if arguments.evidence:
            with open(arguments.evidence, encoding="utf-8", newline="") as file:
                rows = {r["id"]: r for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
            for ident, (item, where) in items.items():
                if ident.startswith("S"):
                    if numbers(item["abstract"]):
                        add(where, "an expert note must not contain numbers")
                elif ident not in rows:
                    add(where, "not in the evidence table")
                else:
                    check_evidence(item, where, rows[ident], add)
            for ident, row in rows.items():
                if ident not in items and row["tier"] != "C":
                    add("collection", f"{ident} (tier {row['tier']}) is missing")
    except (OSError, ValueError) as error:
        print(f"check_starter: {error}", file=sys.stderr)
        return 2
    for line in problems:
        print(line)
    if not problems:
        print(f"{len(items)} items, no problems", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
