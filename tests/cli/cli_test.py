"""The program from outside, over the starter collection: exit statuses, help, citations that open, replay.

    cli_test.py PROGRAM SOURCE_DIR [unittest options]

A command that this build of the program does not have is skipped, and the skip is counted at the end.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE_DIR = sys.argv[1:3]
QUESTION = "What is the first-line treatment for anismus?"
COMMANDS = ("add", "fetch", "ask", "audit", "search", "show", "verify", "replay", "serve", "mcp", "status",
            "check", "compact", "eval")

DONE, NO, USAGE, FAILED = 0, 1, 2, 3


def attest(*arguments, folder=None, **environment):
    run = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, stdin=subprocess.DEVNULL,
                         cwd=folder, timeout=120, env={**os.environ, "NO_COLOR": "1", **environment})
    run.out, run.err = (stream.decode("utf-8") for stream in (run.stdout, run.stderr))
    return run


def available_commands():
    listed = attest("--help").out
    return {name for name in COMMANDS if re.search(rf"^ {{2,4}}{name}\b", listed, re.MULTILINE)}


AVAILABLE = available_commands()


def needs(*commands):
    missing = [name for name in commands if name not in AVAILABLE]
    return unittest.skipIf(missing, f"this build has no command {', '.join(missing)}")


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_attest(self, status, *arguments, **environment):
        run = attest(*arguments, folder=self.folder, **environment)
        line = " ".join(map(str, arguments))
        self.assertEqual(run.returncode, status, f"attest {line}\n{run.out}\n{run.err}")
        return run

    def write(self, name, text):
        (self.folder / name).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return self.folder / name

    def answer(self, question=QUESTION, *options):
        return json.loads(self.run_attest(DONE, "ask", "--format", "json", *options, question).out)


class HelpTest(ProgramTest):
    def test_version_is_that_of_the_sources(self):
        lists = (pathlib.Path(SOURCE_DIR) / "CMakeLists.txt").read_text()
        version = re.search(r"project\(attest VERSION (\S+)", lists).group(1)
        self.assertIn(version, self.run_attest(DONE, "--version").out)

    def test_every_command_explains_itself_with_an_example(self):
        for name in sorted(AVAILABLE):
            with self.subTest(name):
                text = self.run_attest(DONE, name, "--help").out
                self.assertIn(f"attest {name}", text)
                self.assertRegex(text, r"(?i)examples?:")

    def test_the_commands_of_the_manual_page_are_there(self):
        page = (pathlib.Path(SOURCE_DIR) / "docs/man/attest.1.in").read_text()
        self.assertEqual(set(re.findall(r"^\.It Ic (\w+)", page, re.MULTILINE)), AVAILABLE)


class UsageTest(ProgramTest):
    def usage_error(self, *arguments):
        run = self.run_attest(USAGE, *arguments)
        self.assertEqual(run.out, "")
        self.assertNotEqual(run.err, "")

    def test_no_command(self):
        self.usage_error()

    def test_unknown_command(self):
        self.usage_error("asks", "what?")

    def test_unknown_option(self):
        for name in sorted(AVAILABLE):
            with self.subTest(name):
                self.usage_error(name, "--no-such-option")

    @needs("ask")
    def test_unknown_audience_and_format(self):
        self.usage_error("ask", "--audience", "dog", QUESTION)
        self.usage_error("ask", "--format", "pdf", QUESTION)

    @needs("show")
    def test_span_that_is_none(self):
        for span in ("7", "9:3", "a:b", "-1:4", "1:99999999999999999999"):
            with self.subTest(span):
                self.usage_error("show", "pmid:1", f"--span={span}")


class AskTest(ProgramTest):
    @needs("ask")
    def test_answer_has_biofeedback_first_and_goes_to_standard_output(self):
        run = self.run_attest(DONE, "ask", QUESTION)
        self.assertIn("iofeedback", run.out)
        self.assertNotIn("\x1b", run.out)
        first = self.answer()["lines"][0]
        self.assertEqual(first["rank"], 1)
        self.assertIn("biofeedback", first["intervention"].lower())

    @needs("ask")
    def test_the_same_question_gives_the_same_bytes(self):
        for form in ("text", "json", "markdown", "html"):
            with self.subTest(form):
                runs = [self.run_attest(DONE, "ask", "--format", form, QUESTION).stdout for _ in range(2)]
                self.assertEqual(*runs)
                self.assertNotEqual(runs[0], b"")

    @needs("ask")
    def test_what_the_collection_cannot_answer(self):
        run = self.run_attest(NO, "ask", "What is the first-line treatment for asthma?")
        self.assertIn("no direct evidence", run.out.lower())

    @needs("ask")
    def test_odd_questions_do_no_harm(self):
        for question in ("", " ", "?", "\x01\x1b[31m", "\u202eanismus", "a" * 9000, "anismus " * 900, "'; --",
                         "%s%n", "😀", "what is the first-line treatment for \x00"[:-1]):
            with self.subTest(question[:20]):
                run = attest("ask", question, folder=self.folder)
                self.assertIn(run.returncode, (DONE, NO, USAGE, FAILED), run.err)
                self.assertNotIn("\x1b", run.out + run.err)

    @needs("ask")
    def test_a_collection_that_is_not_there(self):
        run = self.run_attest(FAILED, "ask", "-c", self.folder / "nowhere", QUESTION)
        self.assertIn("nowhere", run.err)
        self.assertEqual(run.err.count("\n"), 1)
        self.assertFalse((self.folder / "nowhere").exists())

    @needs("ask", "show")
    def test_every_citation_opens_at_its_quote(self):
        seen = set()
        for question in (QUESTION, "What is vaginismus?"):
            for citation in citations(self.answer(question)):
                key = (citation["document"], citation["start"], citation["end"])
                if key in seen:
                    continue
                seen.add(key)
                run = self.run_attest(DONE, "show", citation["document"], "--span",
                                      f"{citation['start']}:{citation['end']}")
                self.assertEqual(run.out.removesuffix("\n"), citation["quote"].removesuffix("\n"))
        self.assertGreater(len(seen), 5)

    @needs("show")
    def test_a_document_that_is_not_there(self):
        self.run_attest(NO, "show", "pmid:999999999")


class FollowUpTest(ProgramTest):
    @needs("ask")
    def test_the_turn_before_is_understood(self):
        before = self.write("answer.json", self.run_attest(DONE, "ask", "--format", "json", QUESTION).stdout)
        answer = self.answer("and if that fails?", "--after", before)
        self.assertNotEqual(answer["understood"].get("resolved", answer["question"]), answer["question"])

    @needs("ask")
    def test_a_turn_before_that_is_no_answer(self):
        self.run_attest(FAILED, "ask", "--after", self.write("answer.json", "{}"), "and if that fails?")
        self.run_attest(FAILED, "ask", "--after", self.folder / "none.json", "and if that fails?")


@needs("verify", "show")
class VerifyTest(ProgramTest):
    # Of the starter collection.
    SOURCE = "pmid:8831524"

    def verdicts(self, status, text, *options):
        run = self.run_attest(status, "verify", *options, self.write("claims.jsonl", text))
        return [json.loads(line) for line in run.out.splitlines()], run.err

    def test_a_verdict_has_the_members_of_the_contract(self):
        claim = {"id": 7, "claim": "Rivaroxaban prevents stroke in atrial fibrillation."}
        lines, _ = self.verdicts(NO, json.dumps(claim) + "\n")
        self.assertEqual([list(line) for line in lines],
                         [["id", "label", "confidence", "rationale", "decided_by"]])
        self.assertEqual(lines[0]["id"], 7)
        self.assertEqual(lines[0]["label"], "NOT_ENOUGH_EVIDENCE")
        self.assertEqual(lines[0]["rationale"], [])
        self.assertTrue(lines[0]["decided_by"])

    def test_rationales_open_at_their_source(self):
        claims = [{"id": "a", "claim": "Biofeedback is better than laxatives for anismus."},
                  {"id": "b", "claim": "Biofeedback is effective.", "documents": [self.SOURCE]}]
        run = attest("verify", self.write("claims.jsonl", "".join(json.dumps(c) + "\n" for c in claims)))
        self.assertIn(run.returncode, (DONE, NO), run.err)
        lines = [json.loads(line) for line in run.out.splitlines()]
        self.assertEqual([line["id"] for line in lines], ["a", "b"])
        quoted = [quote for line in lines for quote in line["rationale"]]
        self.assertTrue(quoted)
        for quote in quoted:
            span = f"{quote['start']}:{quote['end']}"
            opened = self.run_attest(DONE, "show", quote["document"], "--span", span)
            self.assertIn(quote["quote"], opened.out)

    def test_a_broken_line_does_not_end_the_batch(self):
        good = json.dumps({"id": "good", "claim": "Anismus is a disorder."})
        text = f"{good}\nno json\n\n" + json.dumps({"id": 1}) + f"\n{good}\n"
        lines, errors = self.verdicts(FAILED, text)
        self.assertEqual([line["id"] for line in lines], ["good", "good"])
        self.assertIn("line 2", errors)
        self.assertIn("line 4", errors)

    def test_a_document_that_is_not_there(self):
        claim = {"id": "1", "claim": "Anismus.", "documents": ["pmid:0"]}
        _, errors = self.verdicts(FAILED, json.dumps(claim))
        self.assertIn("pmid:0", errors)
        self.assertIn("line 1", errors)

    def test_a_claim_in_words_on_standard_input(self):
        run = subprocess.run([PROGRAM, "verify", "--format", "text"], input=b"Rivaroxaban prevents stroke.\n",
                             capture_output=True, timeout=120)
        self.assertEqual(run.returncode, NO, run.stderr)
        self.assertIn(b"NOT_ENOUGH_EVIDENCE", run.stdout)
        empty = subprocess.run([PROGRAM, "verify"], input=b"", capture_output=True, timeout=120)
        self.assertEqual(empty.returncode, FAILED)


class ReplayTest(ProgramTest):
    @needs("ask", "replay")
    def test_the_same_bytes(self):
        for audience in ("clinician", "patient"):
            first = self.run_attest(DONE, "ask", "--audience", audience, "--format", "json", QUESTION).stdout
            self.run_attest(DONE, "replay", self.write("answer.json", first))

    @needs("ask", "replay")
    def test_an_answer_that_was_changed(self):
        text = self.run_attest(DONE, "ask", "--format", "json", QUESTION).out
        changed = re.sub(r"iofeedback", "iofeedbacc", text, count=1)
        run = self.run_attest(NO, "replay", self.write("answer.json", changed))
        self.assertNotEqual(run.out + run.err, "")

    @needs("replay")
    def test_no_answer_at_all(self):
        self.run_attest(FAILED, "replay", self.folder / "none.json")
        self.run_attest(FAILED, "replay", self.write("answer.json", "[1, 2"))


class CollectionTest(ProgramTest):
    NOTE = "# Zebra cough\n\nWater cured zebra cough in 7 of 10 animals after 3 weeks.\n"

    @needs("add", "ask", "status", "search")
    def test_a_folder_becomes_a_collection(self):
        (self.folder / "papers").mkdir()
        self.write("papers/zebra.md", self.NOTE)
        self.run_attest(DONE, "add", "-c", "zebras", "papers")
        before = json.loads(self.run_attest(DONE, "status", "-c", "zebras", "--json").out)
        self.assertEqual(before["documents"], 1)
        # The same file again changes nothing, not even the snapshot.
        self.run_attest(DONE, "add", "-c", "zebras", "papers")
        self.assertEqual(json.loads(self.run_attest(DONE, "status", "-c", "zebras", "--json").out), before)
        self.assertIn("zebra", self.run_attest(DONE, "search", "-c", "zebras", "zebra cough").out.lower())
        found = self.run_attest(DONE, "search", "zebra cough", ATTEST_COLLECTION="zebras")
        self.assertIn("zebra", found.out.lower())

    @needs("add", "status")
    def test_a_bad_file_among_good_ones(self):
        (self.folder / "papers").mkdir()
        self.write("papers/zebra.md", self.NOTE)
        self.write("papers/bad.xml", "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle>")
        self.write("papers/noise.bin", bytes(range(256)) * 4)
        run = self.run_attest(FAILED, "add", "-c", "zebras", "papers")
        self.assertIn("bad.xml", run.err)
        self.assertIn("noise.bin", run.err)
        status = json.loads(self.run_attest(DONE, "status", "-c", "zebras", "--json").out)
        self.assertEqual(status["documents"], 1)

    @needs("add", "check")
    def test_damage_is_found(self):
        self.write("zebra.md", self.NOTE)
        self.run_attest(DONE, "add", "-c", "zebras", "zebra.md")
        self.run_attest(DONE, "check", "-c", "zebras")
        damaged = 0
        for path in sorted((self.folder / "zebras").rglob("*")):
            if not path.is_file() or path.stat().st_size < 64 or "catalog" in path.name:
                continue
            bytes_ = bytearray(path.read_bytes())
            bytes_[len(bytes_) // 2] ^= 0x10
            path.write_bytes(bytes_)
            damaged += 1
            run = attest("check", "-c", "zebras", folder=self.folder)
            self.assertIn(run.returncode, (NO, FAILED), path)
            bytes_[len(bytes_) // 2] ^= 0x10
            path.write_bytes(bytes_)
        self.assertGreater(damaged, 0)
        self.run_attest(DONE, "check", "-c", "zebras")

    @needs("add", "compact", "check")
    def test_compacting_keeps_what_is_there(self):
        for name in ("one", "two"):
            self.write(f"{name}.md", self.NOTE.replace("Zebra", f"Zebra {name}"))
            self.run_attest(DONE, "add", "-c", "zebras", f"{name}.md")
        self.run_attest(DONE, "compact", "-c", "zebras")
        self.run_attest(DONE, "check", "-c", "zebras")

    @needs("add")
    def test_a_file_that_is_not_there(self):
        self.assertIn("nowhere.xml", self.run_attest(FAILED, "add", "-c", "zebras", "nowhere.xml").err)


def citations(value):
    if isinstance(value, dict):
        if "quote" in value and "start" in value:
            yield value
        for item in value.values():
            yield from citations(item)
    elif isinstance(value, list):
        for item in value:
            yield from citations(item)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
