"""Draws the sentences of this folder and turns an annotator's notes about them into annotations.jsonl.

    annotations.py draw DOCUMENTS [BATCH] > sentences.tsv    the sentences, numbered (never committed)
    annotations.py encode DOCUMENTS NOTES [BATCH] > annotations.jsonl
    annotations.py decode DOCUMENTS FILE    sentences and quantities in words, to read them again

DOCUMENTS is documents.jsonl.zst. GUIDELINES.md says how sentences are drawn and what is annotated. Without
BATCH the sentences are the 300 of annotations.jsonl; batch 1, 2, … are the hundreds that follow in the same
draw, for mending.jsonl.
The notes: a line "=NUMBER" for each sentence, then a line for each quantity, "KIND<tab>words as written",
with "#2" after the words for their second occurrence and "<tab>value=80 numerator=43" where the words do not
say it themselves.
"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys

import xxhash  # Debian: python3-xxhash

# How many sentences from which source; a name that ends in "/" stands for every source below it.
SHARES = [("ohsumed23", 45), ("cohen2006/", 60), ("pubmedqa", 30), ("evidence_inference", 60),
          ("scifact", 20), ("citscreen", 20), ("nstg", 20), ("cf", 15), ("medquad", 20), ("ctgov", 10)]
SHARES_OF_BATCH = [("ohsumed23", 15), ("cohen2006/", 20), ("pubmedqa", 10), ("evidence_inference", 20),
                   ("scifact", 7), ("citscreen", 7), ("nstg", 6), ("cf", 5), ("medquad", 7), ("ctgov", 3)]
BYTES_MIN, BYTES_MAX = 40, 400
KINDS = {"pr": "proportion", "pc": "percentage", "c": "count", "n": "sample size", "m": "mean",
         "md": "median",
         "r": "ratio", "d": "difference", "p": "p-value", "do": "dose", "t": "duration", "a": "accuracy",
         "rg": "range", "x": "number"}
WORDS = dict(one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11,
             twelve=12, thirteen=13, fourteen=14, fifteen=15, sixteen=16, seventeen=17, eighteen=18,
             nineteen=19, twenty=20, thirty=30, forty=40, fifty=50, sixty=60, seventy=70, eighty=80,
             ninety=90)
FRACTIONS = {"half": 50, "one-half": 50, "third": 100 / 3, "quarter": 25, "one third": 100 / 3,
             "one-third": 100 / 3, "two thirds": 200 / 3, "two-thirds": 200 / 3, "one quarter": 25,
             "one-quarter": 25, "three quarters": 75, "three-quarters": 75}
BOUNDARY = re.compile(r"""(?<=[.!?])\s+(?=[A-Z("']|(?<!\d\.\s)\d)|(?<=[.!?]['"]),?\s(?=['"])""")
NO_END = re.compile(r"(\b(vs|e\.g|i\.e|cf|Fig|Figs|Dr|al|No|St|ca|approx|resp)|\b[A-Z])\.$")


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def checksum(text):
    """As checksum64 of src/base/checksum.h, in hex."""
    return xxhash.xxh3_64_hexdigest(text.encode("utf-8"))


def documents(path):
    reader = subprocess.Popen(["zstd", "-dc", path], stdout=subprocess.PIPE)
    for line in reader.stdout:
        yield json.loads(line)


def sentences(text):
    """Pairs of character offsets: white space after a full stop, save after an abbreviation."""
    start = 0
    for gap in BOUNDARY.finditer(text):
        if NO_END.search(text[start:gap.start()]):
            continue
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def drawn(path, batch=0):
    """The sample: documents of a source in the order of their id's digest, one sentence of each. A batch goes
    on where the one before it ended."""
    candidates = {name: [] for name, _ in SHARES}
    for document in documents(path):
        source = document["src"]
        share = source if source in candidates else source.split("/")[0] + "/"
        if share in candidates:
            candidates[share].append((digest("quantities:" + document["id"]), document))
    for listed in candidates.values():
        listed.sort(key=lambda pair: (pair[0], pair[1]["src"]))
    waiting = {name: iter(listed) for name, listed in candidates.items()}
    taken = dict.fromkeys(candidates, 0)
    number = 0
    seen = set()
    for turn in range(batch + 1):
        for share, size in SHARES if turn == 0 else SHARES_OF_BATCH:
            wanted = taken[share] + size
            while taken[share] < wanted:
                entry = next(waiting[share], None)
                if entry is None:  # a source with no documents left gives none to later batches
                    break
                document = entry[1]
                best = sentence_of(document, seen, needs_number=taken[share] % 3 != 2)
                if best is None:
                    continue
                taken[share] += 1
                seen.add(document["text"][best[0]:best[1]])
                if turn == batch:
                    yield number, document, best[0], best[1]
                number += 1


def sentence_of(document, seen, needs_number):
    """The sentence of a document that is drawn, as character offsets; None when none will do."""
    best = None
    for start, end in sentences(document["text"]):
        words = document["text"][start:end]
        if not BYTES_MIN <= len(words.encode("utf-8")) <= BYTES_MAX:
            continue
        if words in seen or needs_number and not re.search(r"\d", words):
            continue
        rank = digest(f"{document['id']}#{start}")
        if best is None or rank < best[0]:
            best = (rank, start, end)
    return best[1:] if best else None


def numerals(words):
    found = []
    for match in re.finditer(r"\d+(?:,\d{3})+(?!\d)|\d*[.\u00b7]\d+|\d+|[A-Za-z]+(?:-[a-z]+)?", words):
        text = match.group().replace(",", "").replace("\u00b7", ".")
        if text[0].isdigit() or text[0] == ".":
            sign = r"(^|[(\[]|[A-Za-z,;]\s)[-\u2212\u2013]\s?$"
            negative = re.search(sign, words[:match.start()]) is not None
            found.append(-float(text) if negative else float(text))
        else:
            parts = text.lower().split("-")
            if parts[0] in WORDS:
                value = WORDS[parts[0]]
                if len(parts) > 1 and parts[1] in WORDS:
                    value += WORDS[parts[1]]
                found.append(float(value))
    return found


RANGE = re.compile(r"^[-\u2212]?[\d.,\u00b7]+\s?%?[^\d]{0,14}?"
                   r"(-|\u2013|\u2014|to|or|and|through)\s?[-\u2212]?[\d.]")


def values(kind, words):
    """What the words say by themselves; a note's third column overrides it."""
    if words.lower() in FRACTIONS:
        return {"value": round(FRACTIONS[words.lower()], 4)}
    found = numerals(words)
    if kind == "proportion":
        percent = re.search(r"([\d.\u00b7]+)\s?(%|percent|per cent)", words)
        share = float(percent.group(1).replace("\u00b7", ".")) if percent else None
        rest = [value for value in found if value != share]
        out = {"value": share} if percent else {}
        return out | dict(zip(("numerator", "denominator"), rest))
    if kind == "range":
        out = dict(zip(("low", "high"), found[-2:]))
        return out | ({"confidence": found[0]} if len(found) == 3 else {})
    if kind in ("ratio", "difference", "accuracy", "median", "mean", "percentage") and len(found) >= 3:
        out = {"value": found[0], "low": found[-2], "high": found[-1]}
        return out | ({"confidence": found[1]} if len(found) == 4 else {})
    if kind == "mean" and len(found) == 2:
        return {"value": found[0], "deviation": found[1]}
    if kind in ("duration", "dose", "number", "percentage", "count", "sample size") and RANGE.match(words):
        return {"low": found[0], "high": found[1]}
    return {"value": found[0]} if found else {}


def occurrence(text, words, count):
    """The words as they stand: a space of the note is any white space there (text has thin and hard ones)."""
    pattern = r"\s".join(re.escape(part) for part in words.split(" "))
    found = list(re.finditer(f"(?={pattern})", text))
    if len(found) < count:
        raise ValueError(f"not in the sentence: {words!r}")
    return found[count - 1].start()


def encode(path, notes, batch=0):
    """Annotations as JSON lines; stops at the first note that does not fit its sentence."""
    notes_of = {}
    for line in pathlib.Path(notes).read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            current = notes_of.setdefault(int(line[1:]), [])
        elif line.strip():
            current.append(line.split("\t"))
    for number, document, start, end in drawn(path, batch):
        if number not in notes_of:
            raise ValueError(f"sentence {number} has no note")
        text = document["text"]
        sentence = text[start:end]
        quantities = []
        for note in notes_of[number]:
            kind = KINDS[note[0]]
            words, _, count = note[1].partition("#")
            at = occurrence(sentence, words, int(count or 1))
            words = sentence[at:at + len(words)]
            before = len(sentence[:at].encode("utf-8"))
            quantity = {"kind": kind, "start": before, "end": before + len(words.encode("utf-8"))}
            stated = values(kind, words)
            if len(note) > 2:
                stated = {name: float(value) for name, value in
                          (part.split("=") for part in note[2].split())}
            quantities.append(quantity | stated)
        quantities.sort(key=lambda quantity: quantity["start"])
        for one, next_one in zip(quantities, quantities[1:]):
            if one["end"] > next_one["start"]:
                raise ValueError(f"sentence {number}: quantities overlap")
        first = len(text[:start].encode("utf-8"))
        yield {"index": number, "document": document["id"], "source": document["src"], "start": first,
               "end": first + len(sentence.encode("utf-8")), "xxh3": checksum(sentence),
               "quantities": quantities}


def decode(path, annotated):
    """Sentences with their quantities in words, to be read again."""
    annotations = {}
    for line in pathlib.Path(annotated).read_text(encoding="utf-8").splitlines():
        annotation = json.loads(line)
        annotations.setdefault((annotation["source"], annotation["document"]), []).append(annotation)
    found = []
    for document in documents(path):
        for annotation in annotations.get((document["src"], document["id"]), []):
            data = document["text"].encode("utf-8")[annotation["start"]:annotation["end"]]
            if checksum(data.decode("utf-8")) != annotation["xxh3"]:
                raise ValueError(f"sentence {annotation['index']} is not where it was")
            found.append((annotation["index"], data, annotation["quantities"]))
    for index, data, quantities in sorted(found, key=lambda entry: entry[0]):
        print(f"{index}\t{data.decode('utf-8')}")
        for quantity in quantities:
            words = data[quantity["start"]:quantity["end"]].decode("utf-8")
            stated = {name: value for name, value in quantity.items() if name not in ("kind", "start", "end")}
            print(f"\t{quantity['kind']}\t{words}\t{stated}")


def main():
    arguments = sys.argv[1:]
    if len(arguments) in (2, 3) and arguments[0] == "draw":
        for number, document, start, end in drawn(arguments[1], int(*arguments[2:])):
            words = " ".join(document["text"][start:end].split("\n"))
            print(f"{number}\t{document['src']}\t{words}")
    elif len(arguments) in (3, 4) and arguments[0] == "encode":
        for annotation in encode(arguments[1], arguments[2], int(*arguments[3:])):
            print(json.dumps(annotation, ensure_ascii=False))
    elif len(arguments) == 3 and arguments[0] == "decode":
        decode(arguments[1], arguments[2])
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
