"""Makes a collection to be frozen: what today's program writes to disk, packed, and what it must give back.

    make_collection.py PROGRAM NAME        writes NAME.tar.xz and NAME.json beside this file

Run once for each format version, by the program that writes it, and committed; never run again for that
version. The trials in it are imaginary. It has what a collection can have: a thesaurus, learned
abbreviations, dictionaries, segments, a deleted document, a replaced one, a retraction, full text, a failed
file.
"""

import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile

TREATMENTS = (
    "warm gloves",
    "wrist exercises",
    "silk bandages",
    "heated sand",
    "copper rings",
    "birch oil",
    "magnetic straps",
    "paraffin baths",
    "night splints",
    "ginger compresses",
)
PLACES = (
    "Lower Sandford",
    "Great Wexcombe",
    "Northaven",
    "Port Ellery",
    "Saint Orrin",
    "Mill Green",
    "Dunwater",
)
QUESTION = "What is the treatment of cold wrist syndrome?"
SHOWN = ("pmid:90000001", "pmid:90000002", "trial-7", "trial-133", "doi:10.5555/imaginary.77")


def trial(number):
    """An imaginary trial with figures of its own; long enough, taken together, to train dictionaries."""
    tried, other = TREATMENTS[number % 10], TREATMENTS[(number * 7 + 3) % 10]
    other = other if other != tried else "no treatment"
    size, better, worse = 40 + number * 13 % 170, 51 + number * 17 % 40, 12 + number * 11 % 35
    place = PLACES[number % 7]
    sentences = [
        f"OBJECTIVE: Cold wrist syndrome (CWS) keeps {number % 9 + 1} in 1000 people from "
        f"{place} from their work. We compared {tried} with {other} in people with CWS.",
        f"METHODS: In this imaginary randomised trial, {size} adults with CWS were allocated to {tried} or "
        f"{other} for {number % 11 + 2} weeks. Warmth was measured after {number % 5 + 1} months.",
        f"RESULTS: The wrist was warm in {better}% of patients after {tried} and in {worse}% after {other} "
        f"(P = 0.0{number % 4 + 1}). Itching occurred in {number % 13} patients of the {tried} group.",
        f"CONCLUSION: {tried.capitalize()} warmed more wrists than {other} in people with CWS.",
        *(
            f"Centre {centre} in {PLACES[(number + centre) % 7]} saw {(number * 31 + centre * 17) % 97} "
            f"wrists, and {(number * 7 + centre * 29) % 61} of them were left wrists."
            for centre in range(1, 9 + number % 5)
        ),
    ]
    return {
        "id": f"trial-{number}",
        "title": f"{tried.capitalize()} or {other} for cold wrist syndrome in {place}",
        "text": "\n".join(sentences),
        "year": 1990 + number % 30,
        "journal": "Annals of Imaginary Medicine",
        "publication_types": ["Randomized Controlled Trial"],
        **({"doi": f"10.5555/imaginary.{number}"} if number % 11 == 0 else {}),
    }


def citation(pmid, title, text, kind, links=""):
    return f"""<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID>
<DateRevised><Year>2020</Year><Month>1</Month><Day>2</Day></DateRevised><Article><Journal><JournalIssue>
<PubDate><Year>2019</Year></PubDate></JournalIssue><Title>Annals of Imaginary Medicine</Title></Journal>
<ArticleTitle>{title}</ArticleTitle><Abstract><AbstractText Label="RESULTS">{text}</AbstractText></Abstract>
<AuthorList><Author><LastName>Frost</LastName><ForeName>Wilhelmina</ForeName></Author></AuthorList>
<PublicationTypeList><PublicationType UI="D016428">{kind}</PublicationType></PublicationTypeList></Article>
{links}</MedlineCitation></PubmedArticle>"""


RETRACTION = """<CommentsCorrectionsList><CommentsCorrections RefType="RetractionOf">
<RefSource>Ann Imag Med. 2019;1:1</RefSource><PMID>90000001</PMID></CommentsCorrections>
</CommentsCorrectionsList>"""

ARTICLE = """<article article-type="research-article"><front><article-meta>
<article-id pub-id-type="doi">10.5555/imaginary.full</article-id><title-group>
<article-title>Cold wrists, a full report</article-title></title-group>
<abstract><p>Wrists were warmed.</p></abstract></article-meta></front><body><sec><title>Methods</title>
<p>We warmed 12 wrists.</p></sec><sec><title>Results</title><p>All 12 wrists were warm after a week.</p>
<table-wrap id="t1"><label>Table 1</label><caption><p>Wrists</p></caption><table>
<tr><th>side</th><th>n</th></tr>
<tr><td>left</td><td>7</td></tr><tr><td>right</td><td>5</td></tr>
</table></table-wrap></sec></body></article>"""


def pubmed(*citations):
    return '<?xml version="1.0"?><PubmedArticleSet>' + "".join(citations) + "</PubmedArticleSet>"


FILES = [  # one run of `attest add` each, so that there are several commits and segments
    {
        "mesh.tsv": "ui\tname\ttrees\tentry_terms\n"
        "D990001\tCold Wrist Syndrome\tC99.1\tfrozen wrist|wrist chill\n",
        "trials.jsonl": "".join(json.dumps(trial(number)) + "\n" for number in range(1, 201)),
    },
    {
        "articles.xml": pubmed(
            citation(90000001, "Warm gloves warm wrists", "Of 20 wrists, 19 were warm.", "Journal Article"),
            citation(90000003, "To be deleted", "Nothing stays.", "Journal Article"),
        ),
        "article.xml": ARTICLE,
        "broken.json": '{"neither": ',
    },
    {
        "update.xml": pubmed(
            citation(
                90000002,
                "Retraction: Warm gloves warm wrists",
                "The wrists were warm before.",
                "Retraction Notice",
                RETRACTION,
            ),
            "<DeleteCitation><PMID>90000003</PMID></DeleteCitation>",
        ),
        "newer.jsonl": json.dumps(
            {
                **trial(7),
                "text": "Cold wrist syndrome was treated with birch oil in the newer "
                "report of this imaginary trial; 31 of 44 wrists were warm.",
            }
        )
        + "\n",
    },
]


def main():
    program, name = sys.argv[1:3]
    here = pathlib.Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)

        def attest(*arguments):
            return subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True).stdout

        for number, files in enumerate(FILES):
            (folder / f"run{number}").mkdir()
            for file, text in files.items():
                (folder / f"run{number}" / file).write_text(text, encoding="utf-8")
            attest("add", "-c", name, f"run{number}")
        # Only a connection that may write moves the log into the catalog; the archive has no log.
        for file in ("catalog.sqlite-wal", "catalog.sqlite-shm", "writer.lock"):
            (folder / name / file).unlink(missing_ok=True)
        status = json.loads(attest("status", "-c", name, "--json"))
        expected = {
            "made_by": attest("--version").strip(),
            "question": QUESTION,
            "status": {
                key: status[key]
                for key in ("snapshot", "documents", "deleted", "segments", "by_depth", "thesaurus_concepts")
            },
            "failures": len(status["failures"]),
            "documents": {id: json.loads(attest("show", "-c", name, "--json", id)) for id in SHOWN},
            "search": [
                row["document"]
                for row in json.loads(
                    attest("search", "-c", name, "-k", "5", "--json", "birch oil Northaven")
                )
            ],
        }
        for file in ("catalog.sqlite-wal", "catalog.sqlite-shm", "writer.lock"):
            (folder / name / file).unlink(missing_ok=True)

        def plain(entry):
            entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = 0, 0, 0, "", ""
            return entry

        with tarfile.open(here / f"{name}.tar.xz", "w:xz") as archive:
            archive.add(folder / name, arcname=name, filter=plain)
        (here / f"{name}.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
