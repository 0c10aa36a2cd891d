"""Shows that validate.py fails where it should.      validate_test.py SOURCE_DIR"""

import copy
import sys
import unittest

import validate

try:
    import jsonschema
except ImportError:
    print("skipped: install python3-jsonschema")
    sys.exit(77)

SOURCE_DIR = sys.argv.pop(1)
QUOTE = "Adequate relief was reported by 17 of 24 patients (71%)."
STATEMENT = {
    "text": "17/24 (71 %) had adequate relief, about 7 in 10 people", "support": "derived",
    "strength": "randomised trial, n = 48",
    "citations": [
        {"document": "pmid:1", "reference": 1, "start": 100, "end": 100 + len(QUOTE), "quote": QUOTE}],
    "computations": [{"rule": "per 10 people", "inputs": "17/24", "result": "7"}],
}
ANSWER = {
    "schema": "attest.answer/1", "question": "What helps?",
    "understood": {"asked": "What helps?", "resolved": "What helps?", "summary": "treatment",
                   "is_follow_up": False,
                   "intent": "treatment", "concepts": [],
                   "turn": {"question": "What helps?", "intent": "treatment", "conditions": [], "lines": [],
                            "line_in_focus": 1}},
    "sources_considered": 1,
    "audience": "clinician", "collection": {"snapshot": "0" * 32, "documents": 3}, "version": "0.1.0",
    "verdict": "answered", "bottom_line": [STATEMENT], "warnings": [],
    "lines": [{"rank": 1, "intervention": "biofeedback", "statements": [STATEMENT],
               "outcomes": [{"kind": "proportion", "value": 71, "events": 17, "total": 24, "statement": 0}],
               "move_on_when": []}],
    "sections": [], "disagreements": [], "checks": [], "gaps": [], "follow_ups": [], "near_misses": [],
    "references": [{"number": 1, "document": "pmid:1", "record": {"id": "pmid:1", "type": "article-journal"},
                    "design": "randomised trial", "depth": "abstract", "status": "current",
                    "same_study_as": []}],
}


class ValidateTest(unittest.TestCase):
    def setUp(self):
        self.schema = validate.load_schema(SOURCE_DIR)
        self.answer = copy.deepcopy(ANSWER)

    def expect(self, fragment):
        found = validate.problems(self.answer, self.schema)
        if fragment is None:
            self.assertEqual(found, [])
        else:
            self.assertTrue(any(fragment in problem for problem in found), (fragment, found))

    def test_schema_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_good_answer(self):
        self.expect(None)

    def test_statement_without_citation(self):
        self.answer["bottom_line"][0]["citations"] = []
        self.expect("bottom_line/0/citations")

    def test_member_that_the_schema_does_not_know(self):
        self.answer["lines"][0]["outcomes"][0]["certainty"] = 3
        self.expect("lines/0/outcomes/0")

    def test_number_that_no_quote_holds(self):
        self.answer["bottom_line"][0]["text"] = "18/24 had adequate relief"
        self.expect("18 stands in no quote")

    def test_span_of_another_length(self):
        self.answer["bottom_line"][0]["citations"][0]["end"] += 1
        self.expect("not as long as its span")

    def test_quoted_text_that_is_no_quote(self):
        self.answer["bottom_line"][0].update(support="quoted", text="Relief was reported by 17 patients.")
        self.expect("no quote holds it")

    def test_citation_of_another_document(self):
        self.answer["bottom_line"][0]["citations"][0]["document"] = "pmid:2"
        self.expect("reference 1 is not pmid:2")

    def test_retracted_source(self):
        self.answer["references"][0]["status"] = "retracted"
        self.expect("retracted source")

    def test_reference_that_is_never_cited(self):
        self.answer["references"].append({**ANSWER["references"][0], "number": 2, "document": "pmid:2"})
        self.expect("2 is never cited")

    def test_outcome_without_statement(self):
        self.answer["lines"][0]["outcomes"][0]["statement"] = 1
        self.expect("no such statement")

    def test_prose_beside_no_direct_evidence(self):
        self.answer["verdict"] = "no direct evidence"
        self.expect("bottom_line")

    def test_sections_beside_no_direct_evidence(self):
        statements = self.answer["bottom_line"]
        self.answer.update(verdict="no direct evidence", bottom_line=[], lines=[], disagreements=[])
        self.answer["sections"] = [{"kind": "near misses", "title": "Near misses", "statements": statements}]
        self.expect(None)
        self.answer["sections"][0]["kind"] = "harms"
        self.expect("harms")

    def test_numbers(self):
        self.assertEqual(validate.numbers_of("1,234 and 0·24, 7.0 of 12–45 [3, 4]"),
                         {"1234", "0.24", "7", "12", "45"})

    def test_golden_questions_are_well_formed(self):
        rows = list(validate.golden_questions(SOURCE_DIR))
        self.assertGreaterEqual(sum(verdict == "answered" for _, verdict, _ in rows), 20)
        self.assertGreaterEqual(sum(verdict == "none" for _, verdict, _ in rows), 10)
        self.assertEqual(len({name for name, _, _ in rows}), len(rows))


if __name__ == "__main__":
    unittest.main()
