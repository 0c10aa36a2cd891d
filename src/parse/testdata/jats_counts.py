"""Counts what a folder of JATS files holds, with a parser that shares nothing with the engine (lxml).

Prints one line for each file: name, tables with text, citations with text, body sections with text of their
own, authors. jats_test.cpp compares them with what the engine delivers.
"""

import pathlib
import sys

from lxml import etree

PARSER = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
CITATIONS = ("mixed-citation", "element-citation", "citation", "nlm-citation")
TEXT_BLOCKS = ("p", "list", "def-list", "disp-quote", "supplementary-material", "disp-formula", "statement", "fn-group")
NOT_TEXT = ("table-wrap", "fig", "boxed-text", "graphic", "media", "object-id", "title", "label", "tex-math")


def has_text(node):
    return bool("".join(node.itertext()).strip())


def has_own_text(node):
    """Text below `node` that is not inside a table, a figure or a box."""
    if node.tag in NOT_TEXT or not isinstance(node.tag, str):
        return False
    if (node.text or "").strip():
        return True
    return any(has_own_text(child) or (child.tail or "").strip() for child in node)


def counts(path):
    article = etree.parse(str(path), PARSER).getroot()
    tables = [t for t in article.iter("table-wrap") if any(has_text(x) for x in t.iter("table"))]
    citations = [c for ref in article.iter("ref") for c in ref.iter(*CITATIONS) if has_text(c)]
    sections = [
        s for s in article.findall("body//sec")
        if not any(a.tag == "boxed-text" for a in s.iterancestors())
        and any(child.tag in TEXT_BLOCKS and has_own_text(child) for child in s)
    ]
    meta = article.find("front/article-meta")
    authors = [
        c for group in meta.findall("contrib-group") for c in group.findall("contrib")
        if c.get("contrib-type") != "editor" and (c.find("name") is not None or c.find("collab") is not None)
    ]
    return len(tables), len(citations), len(sections), len(authors)


def main():
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.nxml")):
        print(path.name, *counts(path), sep="\t")


main()
