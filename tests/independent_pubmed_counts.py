#!/usr/bin/env python3
"""Counts the fields of PubMed XML with lxml, independently of Attest, and compares them with record-counts.

usage: independent_pubmed_counts.py RECORD_COUNTS_PROGRAM FILE…

Exit status 0: equal; 1: a count differs; 77: lxml is not installed or a file is missing (skipped).
"""
import collections
import gzip
import os
import re
import subprocess
import sys

try:
    from lxml import etree
except ImportError:
    print("lxml is not installed: skipped")
    sys.exit(77)


def text(node):
    return "" if node is None else re.sub(r"\s+", " ", "".join(node.itertext())).strip()


def count_citation(medline, pubmed_data, counts):
    def add(name, number=1):
        counts[name] += int(number)

    def has(path, root=medline):
        return any(text(n) for n in root.findall(path)) if root is not None else False

    add("citations")
    for part in medline.findall("Article/Abstract/AbstractText"):
        if text(part):
            add("abstract parts")
            add("abstract labels", bool(part.get("Label")))
            add("abstract categories", bool(part.get("NlmCategory")))
    add("other abstract parts", sum(1 for n in medline.findall("OtherAbstract/AbstractText") if text(n)))
    add("titles", has("Article/ArticleTitle"))
    add("vernacular titles", has("Article/VernacularTitle"))
    for author in medline.findall("Article/AuthorList/Author"):
        if author.get("ValidYN") == "N":
            continue
        add("authors")
        add("collective authors", has("CollectiveName", author))
        add("orcids", any(i.get("Source") == "ORCID" for i in author.findall("Identifier")))
        add("affiliations", len(author.findall(".//Affiliation")))
    add("journals", has("Article/Journal/Title"))
    add("issns", has("Article/Journal/ISSN") or has("MedlineJournalInfo/ISSNLinking"))
    date = medline.find("Article/Journal/JournalIssue/PubDate")
    stated = date.find("MedlineDate") is not None or date.find("Season") is not None
    year_in_text = bool(re.search(r"\d{4}", text(date.find("MedlineDate"))))
    add("publication years", date.find("Year") is not None or year_in_text)
    add("publication months", date.find("Month") is not None and not stated)
    add("publication days", date.find("Day") is not None and not stated)
    add("stated dates", stated)
    add("electronic dates", has("Article/ArticleDate/Year"))
    add("revised dates", has("DateRevised/Year"))
    add("publication types", len(medline.findall("Article/PublicationTypeList/PublicationType")))
    headings = medline.findall("MeshHeadingList/MeshHeading")
    add("mesh", len(headings) + len(medline.findall("SupplMeshList/SupplMeshName")))
    for heading in headings:
        add("mesh major", heading.find("DescriptorName").get("MajorTopicYN") == "Y")
        qualifiers = heading.findall("QualifierName")
        add("mesh qualifiers", len(qualifiers))
        add("mesh qualifiers major", sum(q.get("MajorTopicYN") == "Y" for q in qualifiers))
    add("keywords", sum(1 for k in medline.findall("KeywordList/Keyword") if text(k)))
    add("chemicals", len(medline.findall("ChemicalList/Chemical")))
    banks = "Article/DataBankList/DataBank/"
    add("accessions", len(medline.findall(banks + "AccessionNumberList/AccessionNumber")))
    add("conflict statements", has("CoiStatement"))
    for link in medline.findall("CommentsCorrectionsList/CommentsCorrections"):
        add("link " + link.get("RefType"))
        add("links with pmid", has("PMID", link))
    ids = pubmed_data.findall("ArticleIdList/ArticleId") if pubmed_data is not None else []
    locations = medline.findall("Article/ELocationID")
    add("pmcids", any(i.get("IdType") == "pmc" for i in ids) or
        any(o.get("Source") == "NLM" and text(o).startswith("PMC") for o in medline.findall("OtherID")))
    add("dois", any(i.get("IdType") == "doi" for i in ids) or
        any(e.get("EIdType") == "doi" for e in locations))
    add("piis", len({text(i) for i in ids if i.get("IdType") == "pii"} |
                    {text(e) for e in locations if e.get("EIdType") == "pii"}))
    references = pubmed_data.findall(".//Reference") if pubmed_data is not None else []
    add("references", len(references))
    add("references with pmid",
        sum(any(i.get("IdType") == "pubmed" for i in r.iter("ArticleId")) for r in references))
    add("grants", len(medline.findall("Article/GrantList/Grant")))
    add("countries", has("MedlineJournalInfo/Country"))
    add("languages", has("Article/Language"))


def expected_counts(path):
    counts = collections.Counter()
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as stream:
        root = etree.parse(stream, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    for medline in root.iter("MedlineCitation"):
        parent = medline.getparent()
        data = parent.find("PubmedData") if parent.tag == "PubmedArticle" else None
        count_citation(medline, data, counts)
    counts["deletions"] += len(root.findall(".//DeleteCitation/PMID"))
    return {name: count for name, count in counts.items() if count}


def main():
    program, paths = sys.argv[1], sys.argv[2:]
    missing = [p for p in paths if not os.path.exists(p)]
    if missing:
        print("missing, skipped: " + ", ".join(missing))
        return 77
    different = 0
    for path in paths:
        expected = expected_counts(path)
        done = subprocess.run([program, path], check=True, capture_output=True, text=True)
        lines = (line.split("\t") for line in done.stdout.splitlines())
        actual = {name: int(count) for name, count in lines}
        for name in sorted(expected.keys() | actual.keys()):
            if expected.get(name, 0) != actual.get(name, 0):
                print(f"{os.path.basename(path)}: {name}: lxml {expected.get(name, 0)},"
                      f" attest {actual.get(name, 0)}")
                different += 1
        citations = expected.get("citations", 0)
        print(f"{os.path.basename(path)}: {citations} citations, {len(expected)} counts compared")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
