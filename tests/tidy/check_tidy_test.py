"""Shows that every rule of check_tidy.py fails where it should, and only there."""

import pathlib
import tempfile
import unittest

import check_tidy

HEADER = "// text: from UTF-8 to words.\n#pragma once\n\n#include <string>\n\nstd::string word();\n"
SOURCE = '#include "text/words.h"\n\nstd::string word() { return "TO" "DO"; }\n'


class TidyTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("src/text/words.h", HEADER)
        self.write("src/text/words.cpp", SOURCE)
        self.write("docs/words.md", "# Words and `names`\n\n[here](#words-and-names) `src/text/words.h`\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def expect(self, *fragments):
        found = check_tidy.problems(self.root)
        self.assertEqual(len(found), len(fragments), found)
        for fragment in fragments:
            self.assertTrue(any(fragment in line for line in found), (fragment, found))

    def expect_code(self, code, *fragments, name="src/text/words.cpp"):
        self.write(name, '#include "text/words.h"\n\n' + code + "\n")
        self.expect(*fragments)

    def test_clean_tree_passes(self):
        self.expect()

    # Calls.

    def test_banned_calls(self):
        for code in ("std::regex pattern;", "int n = rand();", "int n = std::rand();", 'system("ls");',
                     "strcpy(a, b);", "sprintf(a, b);", "gets(a);", "std::random_device seed;",
                     "int n = atoi(text);", "using namespace std;", "delete pointer;", "delete[] pointer;",
                     "auto* word = new Word(3);", 'std::cout << "x";', 'printf("x");', 'fmt::print("x");'):
            with self.subTest(code):
                self.expect_code(code, "words.cpp:3")

    def test_words_that_only_look_like_banned_calls(self):
        for code in ("snprintf(a, 3, b);", "Word(const Word&) = delete;", "file.system(3);", "brand();",
                     "// a new thing; delete it; std::regex", 'auto t = "std::cout << new Word";',
                     'auto t = R"(printf("x"); new Word)";', "std::unique_ptr<Word> w(new Word());",
                     "void* operator new(size_t);", "int n = 20'000; int m = 'x';", "eval::rand();"):
            with self.subTest(code):
                self.expect_code(code)

    def test_the_command_line_and_tests_may_print(self):
        self.write("src/text/words_test.cpp", '#include "text/words.h"\nvoid f() { std::cout << 1; }\n')
        self.write("src/cli/main.cpp", "// cli: the program.\nvoid f() { std::cout << 1; }\n")
        self.expect()

    def test_using_namespace_in_a_header(self):
        self.write("src/text/words.h", HEADER + "using namespace std::literals;\n")
        self.expect("a header may not open a namespace")

    def test_unused_include(self):
        self.expect_code("#include <vector>\n// a std::vector", "<vector> is not used")
        self.expect_code("#include <vector>\nstd::vector<int> v;")

    def test_unused_using_and_alias(self):
        self.expect_code("using test::word;\nusing std::string;\nstring s;", "words.cpp:3: word is not used")
        self.expect_code("namespace w = words;\nint n;", "words.cpp:3: w is not used")
        self.expect_code("namespace w = words;\nint n = w::n;")

    def test_mending(self):
        code = "#include <vector>\n#include <map>\nstd::map<int, int> m; \n#include <set>"
        self.expect_code(code, "<vector>", "<set>", "white space")
        check_tidy.mend(self.root)
        self.expect()
        self.assertEqual((self.root / "src/text/words.cpp").read_text(),
                         '#include "text/words.h"\n\n#include <map>\nstd::map<int, int> m;\n')

    # Headers and folders.

    def test_header_without_comment_guard_or_reader(self):
        self.write("src/text/names.h", "#include <string>\nstd::string name();\n")
        self.expect("names.h: no #pragma once", "names.h: neither the head", "names.h: no file includes it")

    def test_header_with_a_comment_on_its_first_type(self):
        self.write("src/text/names.h", "#pragma once\nnamespace attest {\nclass Word;\n\n// A name.\n"
                                       "struct Name {};\n}\n")
        self.expect_code('#include "text/names.h"')

    def test_folder_without_and_with_two_paragraphs(self):
        self.write("src/index/index.cpp", "int n;\n")
        self.expect("src/index: 0 files open")
        self.write("src/index/index.cpp", "// index: one.\n")
        self.write("src/index/other.cpp", "// index: two.\n")
        self.expect("src/index: 2 files open")

    # Fuzzing.

    def test_fuzz_target_without_seeds(self):
        self.write("src/text/words_fuzz.cpp", "int n;\n")
        self.expect("no seeds in src/text/seeds/words_fuzz/")
        self.write("src/text/seeds/words_fuzz/one", "x")
        self.expect()

    def test_parser_without_fuzz_target(self):
        self.write("src/parse/format_parsers.h", "// parse: a.\n#pragma once\nStatus parse_ris(int b);\n")
        self.write("src/parse/ris.cpp", '#include "parse/format_parsers.h"\n')
        self.expect("parse_ris has no fuzz target")
        self.write("src/parse/ris_fuzz.cpp", "// parse_ris(bytes) in a comment does not count\n")
        self.write("src/parse/seeds/ris_fuzz/one", "x")
        self.expect("parse_ris has no fuzz target")
        self.write("src/parse/ris_fuzz.cpp", "void f() { (void)parse_ris(3); }\n")
        self.expect()

    def test_reader_without_fuzz_target(self):
        self.write("src/index/segment.cpp", "// index: files.\nint Segment::open(int n) { return n; }\n")
        self.expect("Segment::open has no fuzz target")

    def test_limits_and_their_page(self):
        self.write("src/base/limits.h", "// base: limits.\n#pragma once\n"
                                        "inline constexpr uint64_t kFileBytesMax = 64ull << 30;  // a file\n"
                                        "inline constexpr size_t kAuthorsMax = 20'000;\n")
        self.write("docs/limits.md",
                   "| `kFileBytesMax` | 64 GiB | a file |\n| `kAuthorsMax` | 20,000 | names |\n")
        self.expect_code('#include "base/limits.h"')
        self.write("docs/limits.md", "| `kFileBytesMax` | 64 MiB | a file |\n| `kGone` | 3 | names |\n")
        self.expect("kFileBytesMax is 64 GiB", "kAuthorsMax is 20,000", "kGone is not in")

    # Text.

    def test_file_length(self):
        self.expect_code("int n;\n" * 450, "453 lines, over 400")
        self.write("tests/tidy/long_files.txt", "src/text/words.cpp 460\n")
        # Two lines stand before the code and one newline after it.
        self.expect_code("int n;\n" * 457)
        self.expect_code("int n;\n" * 460, "over 460")
        self.expect_code("int n;\n" * 501, "over 500")
        self.expect_code("int n;", "take it off the list")

    def test_line_length(self):
        self.expect_code("// " + "word " * 25 + "word", "columns, over 110")
        self.expect_code('auto t = R"(' + "word " * 30 + ')";')
        self.expect_code("// https://example.org/" + "a" * 120)

    def test_white_space(self):
        self.expect_code("\tint n;", "a tab")
        self.expect_code('auto t = R"(\n\ta \n)";')
        self.expect_code("int n; ", "white space at the end")
        self.write("src/text/words.cpp", SOURCE.rstrip("\n"))
        self.expect("no newline at the end")

    def test_left_overs(self):
        self.expect_code("// TO" + "DO: later", "a left-over note")
        self.expect_code("// see /ho" + "me/somebody/notes", "a path of one machine")
        self.expect_code("// https://reg" + "istry.example.org/x", "a package host")

    def test_links(self):
        self.write("docs/words.md", "[a](gone.md) [b](words.md#nothing) [c](https://x.org) `[d](no)`\n\n"
                                    "```\n[e](no.md)\n```\n")
        self.expect("gone.md leads nowhere", "no heading for #nothing")

    def test_stale_paths(self):
        self.write("docs/words.md", "`src/text/gone.h` `text/gone.h` `text/words.h` `text/plain`"
                                    " `src/text/` `src/*/*.h` `a/b.c`\n")
        self.expect("src/text/gone.h does not exist", "text/gone.h does not exist")

    def test_stale_path_in_a_comment(self):
        self.expect_code("// see docs/gone.md and docs/words.md", "docs/gone.md does not exist")


if __name__ == "__main__":
    unittest.main()
