#include "evaluate/datasets/labelled_abstracts.h"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "document/document.h"
#include "parse/parser.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kAbstractSentencesMax = 40;  // more is a full text

std::optional<LabelledAbstract> labelled(const Document& document) {
  LabelledAbstract abstract{document.id, {}};
  std::set<SentenceRole> roles;
  std::optional<SentenceRole> role;
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kTitle) continue;
    const std::string_view body =
        std::string_view(document.text).substr(section.body.start, section.body.end - section.body.start);
    // A label that the parser has made a heading.
    if (const auto stated = role_of_label(section.heading.of(document.text))) {
      role = stated;
      roles.insert(*stated);
    }
    for (const ByteSpan& span : split_sentences(body)) {
      std::string_view sentence = body.substr(span.start, span.end - span.start);
      if (const auto label = leading_label(sentence)) {
        role = label->role;
        roles.insert(label->role);
        sentence.remove_prefix(label->bytes);
      }
      if (!role || abstract.sentences.size() == kAbstractSentencesMax) return std::nullopt;
      if (!sentence.empty()) abstract.sentences.push_back({std::string(sentence), *role});
    }
  }
  if (roles.size() < 3 || !roles.contains(SentenceRole::kResult)) return std::nullopt;
  return abstract;
}

}  // namespace

Result<std::vector<LabelledAbstract>> read_labelled_abstracts(const std::filesystem::path& data) {
  std::vector<LabelledAbstract> abstracts;
  DocumentSink sink;
  sink.document = [&abstracts](Document&& document) {
    if (document.id.starts_with("NCT")) return true;
    if (auto abstract = labelled(document)) abstracts.push_back(std::move(*abstract));
    return true;
  };
  sink.deletion = [](std::string_view) { return true; };
  sink.problem = [](Error&&) { return true; };
  ATTEST_TRY(parse_file(data / "documents.jsonl.zst", sink));
  return abstracts;
}

}  // namespace attest
