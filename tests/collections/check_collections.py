"""Collections that earlier programs made still open, answer and grow. One archive for each format version.

    check_collections.py PROGRAM

A change of a format on disk that forgets the collections people have fails here. README.md says how the
archives were made. Beside each stands what its documents are: a collection gives back what was put in.
"""

import json
import pathlib
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import unittest

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
HERE = pathlib.Path(__file__).resolve().parent
NAMES = sorted(path.name.removesuffix(".tar.xz") for path in HERE.glob("*.tar.xz"))

DONE, FAILED = 0, 3


def citations(value):
    """Every {document, span, quote} in an answer, however deep."""
    if isinstance(value, dict):
        if {"document", "start", "end", "quote"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from citations(part)


class CollectionTest(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def attest(self, *arguments, status=DONE):
        run = subprocess.run(
            [PROGRAM, *map(str, arguments)],
            cwd=self.folder,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )
        self.assertEqual(run.returncode, status, f"attest {arguments}\n{run.stdout}\n{run.stderr}")
        return run

    def json(self, *arguments, status=DONE):
        return json.loads(self.attest(*arguments, status=status).stdout)

    def each(self):
        """Unpacks every archive: (its name, what it must give back)."""
        for name in NAMES:
            with tarfile.open(HERE / f"{name}.tar.xz") as archive:
                archive.extractall(self.folder)
        return [(name, json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))) for name in NAMES]

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def assert_answers(self, name, question):
        answer = self.json("ask", "-c", name, "--format", "json", question)
        self.assertEqual(answer["verdict"], "answered")
        cited = list(citations(answer))
        self.assertGreater(len(cited), 3)
        for citation in cited:
            span = f"{citation['start']}:{citation['end']}"
            opened = self.attest("show", "-c", name, citation["document"], "--span", span).stdout
            self.assertEqual(opened.removesuffix("\n"), citation["quote"])

    def test_there_is_one(self):
        self.assertIn("format_1", NAMES)

    def test_what_was_put_in_comes_out(self):
        for name, expected in self.each():
            self.attest("check", "-c", name)
            status = self.json("status", "-c", name, "--json")
            self.assertEqual(len(status["failures"]), expected["failures"])
            for member, value in expected["status"].items():
                self.assertEqual(status[member], value, member)
            for id, document in expected["documents"].items():
                shown = self.json("show", "-c", name, "--json", id)
                # What is read of a document is the program's of today; what was stored is of then.
                shown = {key: value for key, value in shown.items() if key not in ("study", "findings")}
                self.assertEqual(shown, document)

    def test_it_is_searched_and_answers(self):
        for name, expected in self.each():
            rows = self.json("search", "-c", name, "-k", "5", "--json", "birch oil Northaven")
            self.assertEqual([row["document"] for row in rows], expected["search"])
            self.assert_answers(name, expected["question"])
            # By another name that only the stored thesaurus knows.
            understood = self.json("ask", "-c", name, "--format", "json", "treatment of wrist chill")[
                "understood"
            ]
            self.assertIn("cold wrist syndrome", json.dumps(understood).lower())

    def test_it_grows(self):
        for name, expected in self.each():
            trial = {
                "id": "trial-9",
                "title": "Rewritten",
                "text": "The report was rewritten as a whole.",
                "year": 2024,
            }
            news = {
                "id": "news-1",
                "title": "Woollen sleeves for cold wrist syndrome",
                "text": "RESULTS: With woollen sleeves 41 of 50 wrists were warm after a week.",
                "year": 2024,
            }
            more = self.write("more.jsonl", json.dumps(trial) + "\n" + json.dumps(news) + "\n")
            self.write(
                "update.xml",
                "<PubmedArticleSet><DeleteCitation><PMID>90000002</PMID></DeleteCitation>"
                "</PubmedArticleSet>",
            )
            report = self.json("add", "-c", name, "--json", more, "update.xml")
            self.assertEqual((report["added"], report["replaced"], report["deleted"]), (1, 1, 1))
            self.assertEqual(self.json("add", "-c", name, "--json", more)["files_known"], 1)
            for compacted in (False, True):
                if compacted:
                    self.attest("compact", "-c", name)
                self.attest("check", "-c", name)
                status = self.json("status", "-c", name, "--json")
                self.assertEqual(status["documents"], expected["status"]["documents"])
                self.assertEqual(
                    self.json("search", "-c", name, "--json", "woollen sleeves")[0]["document"], "news-1"
                )
                self.assertIn("rewritten", self.attest("show", "-c", name, "trial-9").stdout)
                # The notice is gone, and with it what it said of another document.
                self.assertEqual(
                    self.json("show", "-c", name, "--json", "pmid:90000001")["status"], "current"
                )
                self.assert_answers(name, expected["question"])

    def test_a_version_from_the_future_is_refused(self):
        for name, _ in self.each():
            catalog = self.folder / name / "catalog.sqlite"
            with sqlite3.connect(catalog) as database:
                known = database.execute("PRAGMA user_version").fetchone()[0]
                database.execute("PRAGMA user_version=1000")
            database.close()
            document = self.write("one.jsonl", json.dumps({"id": "a", "text": "Anything at all."}) + "\n")
            for arguments in (
                ("status",),
                ("check",),
                ("ask", "What is it?"),
                ("add", document),
                ("compact",),
            ):
                run = self.attest(arguments[0], "-c", name, *arguments[1:], status=FAILED)
                self.assertIn("format 1000", run.stderr)
                self.assertIn("use a newer Attest", run.stderr)
            with sqlite3.connect(catalog) as database:
                self.assertEqual(database.execute("PRAGMA user_version").fetchone()[0], 1000)
                database.execute(f"PRAGMA user_version={known}")
            database.close()
            self.attest("check", "-c", name)

    def test_parts_of_another_version_are_named(self):
        for name, _ in self.each():
            for part, place, version, said in (
                ("texts/000001.texts", 13, b"2", "another format"),
                ("segments/000001.segment", 8, b"\2", "version 2"),
            ):
                path = self.folder / name / part
                whole = path.read_bytes()
                path.write_bytes(whole[:place] + version + whole[place + 1 :])
                run = self.attest("search", "-c", name, "wrist", status=FAILED)
                self.assertIn(said, run.stderr)
                path.write_bytes(whole)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
