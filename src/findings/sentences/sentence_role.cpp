#include "findings/sentences/sentence_role.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "learn/linear_model.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kLabelBytesMax = 60;
constexpr size_t kWordsMax = 80;  // of one sentence: a longer one is a table

constexpr std::array<const char*, 5> kRoleNames = {"background", "aim", "method", "result", "conclusion"};

// Labels as structured abstracts have them, lower case; the first that stands in a label decides, so that
// "aims and methods" is a method and "background and aims" an aim.
constexpr std::array<std::pair<std::string_view, SentenceRole>, 38> kLabels = {{
    {"conclusion", SentenceRole::kConclusion},
    {"interpretation", SentenceRole::kConclusion},
    {"implication", SentenceRole::kConclusion},
    {"clinical relevance", SentenceRole::kConclusion},
    {"significance", SentenceRole::kConclusion},
    {"discussion", SentenceRole::kConclusion},
    {"comment", SentenceRole::kConclusion},
    {"summary", SentenceRole::kConclusion},
    {"result", SentenceRole::kResult},
    {"finding", SentenceRole::kResult},
    {"data synthesis", SentenceRole::kResult},
    {"evidence synthesis", SentenceRole::kResult},
    {"outcomes", SentenceRole::kResult},
    {"method", SentenceRole::kMethod},
    {"main outcome measure", SentenceRole::kMethod},
    {"outcome measure", SentenceRole::kMethod},
    {"measurement", SentenceRole::kMethod},
    {"material", SentenceRole::kMethod},
    {"design", SentenceRole::kMethod},
    {"setting", SentenceRole::kMethod},
    {"patients", SentenceRole::kMethod},
    {"participants", SentenceRole::kMethod},
    {"subjects", SentenceRole::kMethod},
    {"sample", SentenceRole::kMethod},
    {"population", SentenceRole::kMethod},
    {"intervention", SentenceRole::kMethod},
    {"procedure", SentenceRole::kMethod},
    {"data source", SentenceRole::kMethod},
    {"study selection", SentenceRole::kMethod},
    {"data extraction", SentenceRole::kMethod},
    {"data collection", SentenceRole::kMethod},
    {"eligibility", SentenceRole::kMethod},
    {"aim", SentenceRole::kAim},
    {"objective", SentenceRole::kAim},
    {"purpose", SentenceRole::kAim},
    {"background", SentenceRole::kBackground},
    {"introduction", SentenceRole::kBackground},
    {"context", SentenceRole::kBackground},
}};

// Numbers by their shape: what they are does not matter, that they are there does.
std::string word_of(const Token& token) {
  bool digits = false;
  for (const char byte : token.folded) digits = digits || is_digit(byte);
  return digits ? "#" : token.folded;
}

void add_words(Features& features, std::string_view text, std::string_view family, bool pairs) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  if (tokens.size() > kWordsMax) tokens.resize(kWordsMax);
  const std::string pair_family = std::string(family) + "2";
  std::string before = "^";
  for (const Token& token : tokens) {
    const std::string word = word_of(token);
    features.add(family, word);
    if (pairs) features.add(pair_family, before + " " + word);
    before = word;
  }
}

// "The results", "Discussions in the group": words that no label has.
bool reads_on(std::string_view label) {
  static constexpr std::array<std::string_view, 10> kWords = {"The", "the",  "in",   "We",  "our",
                                                              "Our", "were", "This", "was", "is"};
  size_t at = 0;
  while (at < label.size()) {
    const size_t space = std::min(label.find(' ', at), label.size());
    const std::string_view word = label.substr(at, space - at);
    for (const std::string_view known : kWords) {
      if (word == known) return true;
    }
    at = space + 1;
  }
  return false;
}

constexpr std::array<std::string_view, 18> kLostHeadings = {"Authors' conclusions",
                                                            "Author's conclusions",
                                                            "Reviewers' conclusions",
                                                            "Reviewer's conclusions",
                                                            "Main results",
                                                            "Background",
                                                            "Introduction",
                                                            "Objectives",
                                                            "Objective",
                                                            "Methods",
                                                            "Results",
                                                            "Findings",
                                                            "Discussion",
                                                            "Conclusions",
                                                            "Conclusion",
                                                            "Purpose",
                                                            "Statistics",
                                                            "Interpretation"};

// A heading at the start of `sentence`, `between` and the capital that begins the sentence itself. Its bytes,
// or 0.
size_t lost_heading(std::string_view sentence, std::string_view between) {
  for (const std::string_view heading : kLostHeadings) {
    if (!sentence.starts_with(heading)) continue;
    const std::string_view rest = sentence.substr(heading.size());
    if (!rest.starts_with(between) || rest.size() < between.size() + 2) continue;
    const char first = rest[between.size()];
    const char second = rest[between.size() + 1];
    if (is_upper(first) && (is_lower(second) || second == ' ') && role_of_label(heading).has_value())
      return heading.size();
  }
  return 0;
}

}  // namespace

const char* sentence_role_name(SentenceRole role) { return kRoleNames[static_cast<size_t>(role)]; }

std::optional<SentenceRole> role_of_label(std::string_view label) {
  if (label.empty() || label.size() > kLabelBytesMax) return std::nullopt;
  const std::string folded = lower_ascii(label);
  for (const auto& [word, role] : kLabels) {
    if (folded.find(word) != std::string::npos) return role;
  }
  return std::nullopt;
}

std::optional<LeadingLabel> leading_label(std::string_view sentence) {
  // "DiscussionIn the present study": a heading that lost its line break.
  if (const size_t glued = lost_heading(sentence, ""); glued > 0)
    return LeadingLabel{*role_of_label(sentence.substr(0, glued)), glued};
  const size_t colon = sentence.substr(0, kLabelBytesMax).find(':');
  if (colon == std::string_view::npos || colon < 3) return std::nullopt;
  const std::string_view label = sentence.substr(0, colon);
  if (!is_upper(label.front())) return std::nullopt;
  size_t words = 1;
  for (const char byte : label) {
    if (byte == ' ') ++words;
    const bool fits = is_letter(byte) || byte == ' ' || byte == '/' || byte == '&' || byte == ',' ||
                      byte == '(' || byte == ')' || byte == '-' || byte == '\'';
    if (!fits) return std::nullopt;
  }
  if (words > 5 || reads_on(label)) return std::nullopt;
  const auto role = role_of_label(label);
  if (!role) return std::nullopt;
  size_t bytes = colon + 1;
  while (bytes < sentence.size() && sentence[bytes] == ' ') ++bytes;
  return LeadingLabel{*role, bytes};
}

std::optional<LeadingLabel> unmarked_label(std::string_view sentence) {
  for (const std::string_view between : {" ", ", "}) {
    if (const size_t bytes = lost_heading(sentence, between); bytes > 0)
      return LeadingLabel{*role_of_label(sentence.substr(0, bytes)), bytes + between.size()};
  }
  return std::nullopt;
}

Features sentence_role_features(const SentencePlace& place) {
  Features features;
  add_words(features, place.sentence, "word", true);
  add_words(features, place.before, "before", false);
  add_words(features, place.after, "after", false);
  const auto share =
      static_cast<float>(place.index) / static_cast<float>(place.count > 1 ? place.count - 1 : 1);
  features.add("place", std::to_string(static_cast<int>(share * 10)));
  features.add("place of many", std::to_string(static_cast<int>(share * 4)) + (place.count > 9 ? "+" : "-"));
  if (place.index == 0) features.add("first");
  if (place.index + 1 == place.count) features.add("last");
  return features;
}

RoleEstimate estimate_sentence_role(const SentencePlace& place) {
  static const LinearModel* const model = built_in_model("sentence_role");
  RoleEstimate estimate;
  if (model == nullptr) return estimate;
  Features features = sentence_role_features(place);
  const std::vector<double> probabilities = model->probabilities(features);
  estimate.evidence = 0;
  for (size_t label = 0; label < probabilities.size(); ++label) {
    for (size_t role = 0; role < kRoleNames.size(); ++role) {
      if (model->labels()[label] != kRoleNames[role]) continue;
      const auto value = static_cast<SentenceRole>(role);
      if (value == SentenceRole::kResult || value == SentenceRole::kConclusion) {
        estimate.evidence += probabilities[label];
      }
      if (probabilities[label] > estimate.probability) {
        estimate.role = value;
        estimate.probability = probabilities[label];
      }
    }
  }
  return estimate;
}

}  // namespace attest
