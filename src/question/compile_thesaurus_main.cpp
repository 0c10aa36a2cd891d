// attest-compile-thesaurus SOURCE.json TARGET: the thesaurus as the program opens it. The build runs it once.
#include <cstdio>

#include "base/file.h"
#include "base/limits.h"
#include "question/compiled_thesaurus.h"

int main(int argument_count, char** arguments) {
  using namespace attest;
  if (argument_count != 3) {
    std::fputs("usage: attest-compile-thesaurus SOURCE.json TARGET\n", stderr);
    return 2;
  }
  const auto say = [](const Error& error) {
    std::fprintf(stderr, "attest-compile-thesaurus: %s\n", error.to_line().c_str());
    return 3;
  };
  const auto source = read_file(arguments[1], limits::kThesaurusFileBytesMax);
  if (!source) return say(source.error());
  const auto compiled = compile_thesaurus(*source, arguments[1]);
  if (!compiled) return say(compiled.error());
  const Status written = write_file_atomically(arguments[2], *compiled);
  return written ? 0 : say(written.error());
}
