"""Shows that check_layering.py fails where it should."""

import pathlib
import tempfile
import unittest

import check_layering


class LayeringTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.write("src/base/result.h", "#pragma once\n#include <string>\n")
        self.write("src/base/CMakeLists.txt", "attest_module(base DEPENDS  LIBRARIES fmt::fmt)")
        self.write("src/text/tokens.h", '#include "base/result.h"\n')
        self.write("src/text/CMakeLists.txt", "attest_module(text DEPENDS base LIBRARIES ICU::uc)")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def problems(self):
        return check_layering.problems(self.root)

    def test_clean_tree_passes(self):
        self.assertEqual(self.problems(), [])

    def test_arrow_against_the_road(self):
        self.write("src/base/file.cpp", '#include <vector>\n  #  include "text/tokens.h"\n')
        self.assertEqual(self.problems(),
                         ['src/base/file.cpp:2: base may not include text ("text/tokens.h")'])

    def test_arrow_from_a_sub_folder_and_from_a_test(self):
        self.write("src/base/io/file_test.cpp", '#include "text/tokens.h"\n')
        self.assertEqual(len(self.problems()), 1)

    def test_two_types_of_one_name(self):
        for name in ("one", "two"):
            self.write(f"src/text/{name}.h", "namespace attest {\nstruct Word {\n};\nclass Later;\n}\n")
        self.assertEqual(self.problems(),
                         ["src/text/two.h:2: attest::Word is also defined in src/text/one.h"])
        self.write("src/text/two.h", "namespace attest::text {\nstruct Word {\n};\n}\n")
        self.assertEqual(self.problems(), [])

    def test_unknown_folder(self):
        self.write("src/utils/thing.h", "")
        self.assertIn("a folder without a row", self.problems()[0])

    def test_include_without_folder(self):
        self.write("src/text/words.cpp", '#include "tokens.h"\n')
        self.assertIn("does not start with a folder", self.problems()[0])

    def test_include_of_a_missing_file(self):
        self.write("src/text/words.cpp", '#include "base/gone.h"\n')
        self.assertIn("does not exist", self.problems()[0])

    def test_link_against_the_road(self):
        self.write("src/base/CMakeLists.txt", "attest_module(base\n  DEPENDS text LIBRARIES fmt::fmt)")
        self.assertEqual(self.problems(), ["src/base/CMakeLists.txt: base may not link text"])

    def test_rows_name_only_folders_that_have_rows_and_form_no_circle(self):
        seen = set()
        for folder, row in check_layering.ARROWS.items():
            # A row may also point forward on the road as long as nothing points back.
            self.assertTrue(set(row.split()) <= set(check_layering.ARROWS))
            seen.add(folder)
        order = {}
        def depth(folder, path=()):
            self.assertNotIn(folder, path)
            if folder not in order:
                rows = check_layering.ARROWS[folder].split()
                order[folder] = 1 + max((depth(next_, path + (folder,)) for next_ in rows), default=0)
            return order[folder]
        for folder in seen:
            depth(folder)


if __name__ == "__main__":
    unittest.main()
