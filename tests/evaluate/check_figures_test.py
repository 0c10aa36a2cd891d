"""Tests of check_figures.differences: each kind of difference is seen, and nothing else."""

import unittest

import check_figures

EXPECTED = {"pico": {"F1": 0.70, "recall": 0.60}}


class Differences(unittest.TestCase):
    def test_the_same_figures(self):
        self.assertEqual(check_figures.differences(EXPECTED, EXPECTED), [])

    def test_a_small_move_is_none(self):
        found = {"pico": {"F1": 0.7049, "recall": 0.5951}}
        self.assertEqual(check_figures.differences(EXPECTED, found), [])

    def test_a_rise_and_a_fall_are_seen(self):
        for value in (0.71, 0.69):
            lines = check_figures.differences(EXPECTED, {"pico": {"F1": value, "recall": 0.60}})
            self.assertEqual(len(lines), 1)
            self.assertIn("pico, F1", lines[0])

    def test_what_is_not_measured_or_not_expected_is_seen(self):
        self.assertEqual(len(check_figures.differences(EXPECTED, {"pico": {"F1": 0.70, "MAP": 0.1}})), 2)
        self.assertEqual(len(check_figures.differences(EXPECTED, {})), 2)

    def test_what_needs_a_collection_is_left_out_without_one(self):
        committed = {"answers": {"recall": 0.7}, **EXPECTED}
        self.assertEqual(check_figures.can_be_measured(committed, ""), EXPECTED)
        self.assertEqual(check_figures.can_be_measured(committed, "/c"), committed)


if __name__ == "__main__":
    unittest.main()
