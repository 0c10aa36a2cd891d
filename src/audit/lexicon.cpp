#include "audit/lexicon.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/ascii.h"
#include "index/segment.h"

namespace attest::audit {

namespace {

// Words that stand in every clinical sentence and say little about which one it is.
bool is_plain_clinical(std::string_view stem) {
  static const std::set<std::string, std::less<>> stems = {
      "treatment", "treat",   "therapi",   "patient", "studi",  "use",     "effect",  "result",   "show",
      "report",    "rate",    "includ",    "may",     "also",   "can",     "typic",   "approxim", "usual",
      "consid",    "requir",  "recommend", "common",  "case",   "group",   "clinic",  "medic",    "care",
      "manag",     "symptom", "condit",    "diseas",  "disord", "test",    "risk",    "evid",     "trial",
      "year",      "month",   "week",      "day",     "time",   "initi",   "help",    "peopl",    "person",
      "women",     "men",     "adult",     "high",    "low",    "increas", "decreas", "reduc",    "improv",
      "success",   "respons", "signific",  "level",   "need",   "occur",   "caus",    "associ",   "most",
      "more",      "less",    "one",       "two",     "three",  "first",   "second",  "line",     "long",
      "term",      "about",   "per",       "mg",      "dose",   "start",   "give",    "given",    "take",
      "doctor",    "health",  "good",      "best",    "better", "well",    "often",   "sever",    "mild"};
  return stems.contains(stem);
}

bool is_number(std::string_view folded) { return !folded.empty() && is_digit(folded.front()); }

}  // namespace

float Lexicon::weight_of(const std::string& stem) const {
  if (const auto known = weights_.find(stem); known != weights_.end()) return known->second;
  const uint64_t documents = index::document_frequency(collection_.segments(), stem);
  const double total = static_cast<double>(collection_.document_count()) + 1.0;
  double weight = std::log(total / (static_cast<double>(documents) + 0.5)) / std::log(total + 1.0);
  weight = std::clamp(weight, 0.15, 1.0);
  if (is_plain_clinical(stem)) weight = std::min(weight, 0.25);
  return weights_[stem] = static_cast<float>(weight);
}

std::vector<Unit> Lexicon::units(std::string_view text) const {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<char> taken(tokens.size(), 0);
  std::set<Unit> units;
  for (const VocabularyMatch& match : vocabulary_->match(text, tokens, stemmer_)) {
    constexpr float kKnownThing = 1.0f;
    units.insert({"=" + vocabulary_->entry(match.entry).id, kKnownThing});
    for (uint32_t i = 0; i < match.token_count && match.first_token + i < taken.size(); ++i)
      taken[match.first_token + i] = 1;
  }
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::string& folded = tokens[i].folded;
    if (taken[i] || folded.size() < 2 || is_stop_word(folded) || is_number(folded)) continue;
    std::string stem(stemmer_.stem(folded));
    const float weight = weight_of(stem);
    units.insert({std::move(stem), weight});
  }
  return {units.begin(), units.end()};
}

const std::vector<Unit>& Lexicon::remembered_units(std::string_view text) const {
  constexpr size_t kRememberedMax = 60'000;
  if (remembered_.size() >= kRememberedMax) remembered_.clear();
  const auto [place, is_new] = remembered_.try_emplace(std::string(text));
  if (is_new) place->second = units(text);
  return place->second;
}

std::vector<Mention> Lexicon::mentions(std::string_view text, ConceptRole role) const {
  std::vector<Mention> mentions;
  for (const VocabularyMatch& match : vocabulary_->match(text, tokenize(text), stemmer_)) {
    const VocabularyEntry& entry = vocabulary_->entry(match.entry);
    if (entry.role != role || entry.is_control) continue;
    mentions.push_back({entry.id, entry.name, match.span, false});
  }
  return mentions;
}

std::vector<std::string> Lexicon::named(std::string_view text, ConceptRole role) const {
  std::vector<std::string> ids;
  for (const Mention& mention : mentions(text, role)) {
    if (std::find(ids.begin(), ids.end(), mention.id) == ids.end()) ids.push_back(mention.id);
  }
  return ids;
}

double Lexicon::coverage(const std::vector<Unit>& claim, const std::vector<Unit>& held) {
  return coverage(claim, held, {});
}

double Lexicon::coverage(const std::vector<Unit>& claim, const std::vector<Unit>& held,
                         const std::vector<Unit>& title) {
  double total = 0;
  double shared = 0;
  for (const Unit& unit : claim) {
    total += unit.weight;
    if (std::binary_search(held.begin(), held.end(), unit) ||
        std::binary_search(title.begin(), title.end(), unit))
      shared += unit.weight;
  }
  return total > 0 ? shared / total : 0;
}

bool Lexicon::same_or_kind_of(std::string_view id, std::string_view other) const {
  return id == other || vocabulary_->is_a(id, other) || vocabulary_->is_a(other, id);
}

bool Lexicon::share(const std::vector<std::string>& some, const std::vector<std::string>& others) const {
  return std::any_of(some.begin(), some.end(), [&](const std::string& one) {
    return std::any_of(others.begin(), others.end(),
                       [&](const std::string& other) { return same_or_kind_of(one, other); });
  });
}

}  // namespace attest::audit
