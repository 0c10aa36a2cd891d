#include "search/phrases.h"

#include <algorithm>

namespace attest {
namespace {

constexpr size_t kWindowSlack = 2;  // terms that may stand between the stems of a name

}  // namespace

PhraseMatcher::PhraseMatcher(const UnderstoodQuestion& question, const index::Segment& segment) {
  for (size_t subject = 0; subject < question.concepts.size(); ++subject) add(question, subject, segment);
}

void PhraseMatcher::add(const UnderstoodQuestion& question, size_t subject, const index::Segment& segment) {
  const Concept& wanted = question.concepts[subject];
  for (const ConceptVariant& variant : wanted.variants) {
    Phrase phrase;
    phrase.subject = static_cast<uint16_t>(subject);
    phrase.weight = variant.weight;
    phrase.abbreviation = variant.abbreviation;
    add_phrase(std::move(phrase), variant.stems, segment);
  }
  for (const ConceptVariant& variant : wanted.homonyms) {
    Phrase phrase;
    phrase.subject = static_cast<uint16_t>(subject);
    phrase.homonym = true;
    add_phrase(std::move(phrase), variant.stems, segment);
  }
}

void PhraseMatcher::add_phrase(Phrase&& phrase, const std::vector<std::string>& stems,
                               const index::Segment& segment) {
  uint32_t fewest = 0;
  for (const std::string& stem : stems) {
    const auto ordinal = segment.term_ordinal(stem);
    if (!ordinal) return;
    const uint32_t documents = segment.statistics(*ordinal).document_frequency;
    if (phrase.terms.empty() || documents < fewest) {
      fewest = documents;
      phrase.rarest = phrase.terms.size();
    }
    phrase.terms.push_back(*ordinal);
  }
  if (phrase.terms.empty()) return;
  const uint32_t key = phrase.terms[phrase.rarest];
  by_rarest_[key].push_back(static_cast<uint32_t>(phrases_.size()));
  filter_.set(key % kFilterBits);
  phrases_.push_back(std::move(phrase));
}

bool PhraseMatcher::match_at(const Phrase& phrase, const std::vector<uint32_t>& terms, size_t at,
                             PhraseMatch& match) const {
  const size_t length = phrase.terms.size();
  if (at >= phrase.rarest && at - phrase.rarest + length <= terms.size()) {
    const size_t first = at - phrase.rarest;
    if (std::equal(phrase.terms.begin(), phrase.terms.end(),
                   terms.begin() + static_cast<std::ptrdiff_t>(first))) {
      match.first = static_cast<uint32_t>(first);
      match.last = static_cast<uint32_t>(first + length - 1);
      return true;
    }
  }
  if (length == 1 || phrase.homonym) return false;
  // The nearest place of every other stem; the whole must fit the window.
  const size_t window = length + kWindowSlack;
  size_t first = at;
  size_t last = at;
  for (size_t i = 0; i < length; ++i) {
    if (i == phrase.rarest) continue;
    bool found = false;
    for (size_t away = 1; away < window && !found; ++away) {
      for (const bool before : {true, false}) {
        if (before ? away > at : at + away >= terms.size()) continue;
        const size_t place = before ? at - away : at + away;
        if (terms[place] != phrase.terms[i]) continue;
        first = std::min(first, place);
        last = std::max(last, place);
        found = true;
        break;
      }
    }
    if (!found) return false;
  }
  match.first = static_cast<uint32_t>(first);
  match.last = static_cast<uint32_t>(last);
  return last - first < window;
}

void PhraseMatcher::find(const std::vector<uint32_t>& terms, std::vector<PhraseMatch>& matches) const {
  matches.clear();
  std::vector<PhraseMatch> homonyms;
  for (size_t at = 0; at < terms.size(); ++at) {
    if (!filter_.test(terms[at] % kFilterBits)) continue;
    const auto list = by_rarest_.find(terms[at]);
    if (list == by_rarest_.end()) continue;
    for (const uint32_t number : list->second) {
      const Phrase& phrase = phrases_[number];
      PhraseMatch match{phrase.subject, phrase.weight, phrase.abbreviation, 0, 0};
      if (match_at(phrase, terms, at, match)) (phrase.homonym ? homonyms : matches).push_back(match);
    }
  }
  if (homonyms.empty()) return;
  matches.erase(std::remove_if(matches.begin(), matches.end(),
                               [&](const PhraseMatch& match) {
                                 return std::any_of(
                                     homonyms.begin(), homonyms.end(), [&](const PhraseMatch& other) {
                                       return other.subject == match.subject && other.first <= match.last &&
                                              match.first <= other.last &&
                                              other.last - other.first >= match.last - match.first;
                                     });
                               }),
                matches.end());
}

}  // namespace attest
