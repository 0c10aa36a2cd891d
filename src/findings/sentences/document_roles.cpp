#include "findings/sentences/document_roles.h"

#include <optional>
#include <vector>

#include "base/ascii.h"
#include "findings/advice/advice.h"

namespace attest {
namespace {

RoleEstimate certain(SentenceRole role) {
  const bool evidence = role == SentenceRole::kResult || role == SentenceRole::kConclusion;
  return {role, 1.0, evidence ? 1.0 : 0.0};
}

// Curated summaries, registrations, patient pages and guidelines are not laid out as articles are, whatever
// the file says that they came in.
bool is_article(const Document& document, StudyDesign design) {
  if (design == StudyDesign::kPatientPage || design == StudyDesign::kGuideline) return false;
  if (document.record.type == "chapter") return false;
  return document.depth == Depth::kAbstract || document.depth == Depth::kFullText;
}

// In a full text without headings the place says nothing: the words decide, and only where they are clear.
RoleEstimate from_words(std::string_view sentence) {
  constexpr size_t kMiddle = 5;
  constexpr double kClear = 0.8;
  RoleEstimate estimate = estimate_sentence_role({sentence, {}, {}, kMiddle, 2 * kMiddle + 1});
  return estimate.probability >= kClear ? estimate : RoleEstimate{};
}

// One heading over a whole abstract, "OBJECTIVE", was kept where those of its other parts were lost.
void forget_lone_label(const std::vector<size_t>& abstract,
                       std::vector<std::optional<SentenceRole>>& stated) {
  constexpr size_t kManySentences = 3;
  if (abstract.size() < kManySentences) return;
  const std::optional<SentenceRole> first = stated[abstract.front()];
  if (!first || certain(*first).evidence > 0) return;
  for (const size_t place : abstract) {
    if (stated[place] != first) return;
  }
  for (const size_t place : abstract) stated[place].reset();
}

// "METHODS AND RESULTS": its sentences are of either kind, whatever category an index gives to the whole.
bool names_two_roles(std::string_view label) {
  const std::string lower = lower_ascii(label);
  return lower.find("method") != std::string::npos &&
         (lower.find("result") != std::string::npos || lower.find("finding") != std::string::npos);
}

// Indexes file "DATA SYNTHESIS" under methods: the heading itself says more.
std::optional<SentenceRole> role_of_section(std::string_view heading, std::string_view category) {
  if (names_two_roles(heading)) return std::nullopt;
  const std::optional<SentenceRole> by_heading = role_of_label(heading);
  const std::optional<SentenceRole> by_category = role_of_label(category);
  if (by_heading == SentenceRole::kResult) return by_heading;
  return by_category ? by_category : by_heading;
}

}  // namespace

void read_roles(const Document& document, StudyDesign design, std::span<DocumentSentence> sentences) {
  const bool article = is_article(document, design);
  std::vector<size_t> abstract;  // places in `sentences`
  std::vector<std::optional<SentenceRole>> stated(sentences.size());
  std::optional<SentenceRole> running;  // of the last label inside a running text
  for (size_t i = 0; i < sentences.size(); ++i) {
    DocumentSentence& sentence = sentences[i];
    sentence.found_at = sentence.span.start;
    const Section& section = *sentence.section;
    // Of a long text a few sentences are read: the next label may stand in what was left out.
    constexpr uint32_t kApartBytes = 4;
    const bool follows = i > 0 && sentences[i - 1].section == sentence.section &&
                         sentence.found_at <= sentences[i - 1].span.end + kApartBytes;
    if (!follows) running.reset();
    const std::string_view words = sentence.span.of(document.text);
    if (const auto label = leading_label(words)) {
      if (label->bytes < words.size()) sentence.span.start += static_cast<uint32_t>(label->bytes);
      running = label->role;
      if (names_two_roles(words.substr(0, label->bytes))) running.reset();
    }
    const auto unmarked = unmarked_label(sentence.span.of(document.text));
    if (unmarked) sentence.span.start += static_cast<uint32_t>(unmarked->bytes);
    if (article) {
      stated[i] = unmarked ? std::optional(unmarked->role) : running;
      if (!stated[i]) stated[i] = role_of_section(section.heading.of(document.text), section.category);
    }
    if (!article) continue;
    if (section.kind == SectionKind::kAbstract) {
      abstract.push_back(i);
    } else if (section.kind == SectionKind::kBody && !stated[i]) {
      sentence.role = from_words(sentence.span.of(document.text));
    }
  }
  forget_lone_label(abstract, stated);
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (stated[i]) sentences[i].role = certain(*stated[i]);
  }
  for (size_t place = 0; place < abstract.size(); ++place) {
    DocumentSentence& sentence = sentences[abstract[place]];
    if (stated[abstract[place]]) continue;
    // Advice that is all an abstract says is not what came before its study.
    if (abstract.size() == 1 && gives_advice(lower_ascii(sentence.span.of(document.text)))) {
      sentence.role = from_words(sentence.span.of(document.text));
      continue;
    }
    SentencePlace words{sentence.span.of(document.text), {}, {}, place, abstract.size()};
    if (place > 0) words.before = sentences[abstract[place - 1]].span.of(document.text);
    if (place + 1 < abstract.size()) words.after = sentences[abstract[place + 1]].span.of(document.text);
    sentence.role = estimate_sentence_role(words);
  }
}

}  // namespace attest
