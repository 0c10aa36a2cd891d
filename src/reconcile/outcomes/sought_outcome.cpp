#include "reconcile/outcomes/sought_outcome.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/effects/effect_marks.h"
#include "reconcile/outcomes/outcome_filters.h"
#include "reconcile/outcomes/outcome_names.h"
#include "text/abbreviations.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {

namespace {

// An article or a plural more than the name does not make the outcome another one.
constexpr size_t kBytesBesideName = 4;
// How many words may stand between the words of an outcome that has no name.
constexpr size_t kWordsBetween = 4;

// With one word that narrows it; "urinary tract infection" is more than an infection.
bool names_all(std::string_view words, const OutcomePlace& place) {
  if (place.end != words.size()) return false;
  const std::string narrow = narrowing_word(words, place.start);
  return place.start == 0 || narrow.empty() || narrow.size() + 1 == place.start;
}

}  // namespace

SoughtOutcome::SoughtOutcome(const Evidence& evidence, std::string words)
    : evidence_(evidence), words_(std::move(words)), name_(words_) {
  if (words_.empty()) return;
  const std::vector<OutcomePlace> places = find_outcomes(words_);
  if (places.size() == 1 && names_all(words_, places.front())) {
    name_ = places.front().name;
    wanted_ = places.front().wanted;
    sense_ = places.front().sense;
    listed_ = true;
  }
  for (const Concept& one : evidence.question.concepts) {
    if (one.role == ConceptRole::kIntervention || one.role == ConceptRole::kPopulation) continue;
    const std::string asked = lower_ascii(one.asked_as);
    if (asked.empty() || find_phrase(words_, asked) == std::string_view::npos) continue;
    // "Duration of diarrhoea" is more than diarrhoea.
    if (asked.size() + kBytesBesideName < words_.size()) continue;
    ids_.push_back(vocabulary_id(one));
    const VocabularyEntry* entry = evidence.vocabulary->find_id(ids_.back());
    if (!listed_ && entry != nullptr) known_as_ = lower_ascii(entry->name);
    if (!listed_ && one.role == ConceptRole::kCondition) wanted_ = -1;
  }
  if (!listed_ && wanted_ == 0) {
    const std::string_view polarity = outcome_polarity(words_);
    wanted_ = polarity == "bad" ? -1 : polarity == "good" ? 1 : 0;
  }
  if (known_as_.empty()) known_as_ = name_;
  stems_ = stems_of(words_, stemmer_);
  drop_measuring_stems();
}

// "Mean HDL cholesterol levels" is told as HDL cholesterol; but "zinc levels" is not what zinc did.
void SoughtOutcome::drop_measuring_stems() {
  static constexpr std::string_view kMeasuring = "mean median average total level concentration value score";
  const std::vector<std::string> measuring = stems_of(kMeasuring, stemmer_);
  const auto measures = [&](const std::string& stem) {
    return std::find(measuring.begin(), measuring.end(), stem) != measuring.end();
  };
  std::vector<std::string> kept;
  std::copy_if(stems_.begin(), stems_.end(), std::back_inserter(kept),
               [&](const std::string& stem) { return !measures(stem); });
  const bool given = std::any_of(evidence_.question.concepts.begin(), evidence_.question.concepts.end(),
                                 [&](const Concept& one) {
                                   const std::vector<std::string> named = stems_of(one.asked_as, stemmer_);
                                   return one.role == ConceptRole::kIntervention &&
                                          std::all_of(kept.begin(), kept.end(), [&](const std::string& stem) {
                                            return std::find(named.begin(), named.end(), stem) != named.end();
                                          });
                                 });
  if (!kept.empty() && !given) stems_ = std::move(kept);
}

// Those that the source explains by the words of the question, or by one word more.
void SoughtOutcome::learn_short_forms(std::string_view text) {
  short_forms_.clear();
  if (stems_.size() < 2) return;
  constexpr size_t kLookBytes = 20'000;
  text = text.substr(0, kLookBytes);
  for (const Abbreviation& one : find_abbreviations(text)) {
    std::vector<std::string> stems = stems_of(one.long_form.of(text), stemmer_);
    const bool all = std::all_of(stems_.begin(), stems_.end(), [&](const std::string& stem) {
      return std::find(stems.begin(), stems.end(), stem) != stems.end();
    });
    if (all && stems.size() <= stems_.size() + 1) short_forms_.emplace_back(one.short_form.of(text));
  }
}

std::optional<SoughtOutcome::Place> SoughtOutcome::find_short_form(std::string_view sentence) const {
  for (const std::string& form : short_forms_) {
    for (const Token& token : tokenize(sentence)) {
      const bool starts = sentence.substr(token.span.start).starts_with(form);
      const size_t end = token.span.start + form.size();
      if (starts && (end == sentence.size() || !is_word_byte(sentence[end])))
        return Place{{token.span.start, static_cast<uint32_t>(end)}, 1};
    }
  }
  return std::nullopt;
}

void SoughtOutcome::begin_source(const AnswerSource& source) {
  local_ = evidence_.vocabulary->local_names(source.document.text, stemmer_);
  learn_short_forms(source.document.text);
  titled_ = false;
  const std::string& title = source.document.record.title;
  titled_ = find(title, lower_ascii(title)).has_value();
}

namespace {

// "Cold duration during therapy", "severity of diarrhoea": how it goes, not whether it comes.
bool tells_course(std::string_view lower, ByteSpan named) {
  static constexpr std::string_view kBehind[] = {" duration", " severity"};
  static constexpr std::string_view kBefore[] = {"duration of ", "severity of ", "duration of the ",
                                                 "severity of the "};
  return starts_with_one_of(lower.substr(named.end), kBehind) ||
         ends_with_one_of(lower.substr(0, named.start), kBefore);
}

// "Cancer patients": who they are, not what came of it.
bool names_people(std::string_view lower, size_t end) {
  const std::string_view behind = lower.substr(end);
  return behind.starts_with(" patient") || behind.starts_with(" survivor") || behind.starts_with(" cells");
}

}  // namespace

std::optional<SoughtOutcome::Place> SoughtOutcome::find(std::string_view sentence, std::string_view lower) {
  std::optional<Place> place = find_anyhow(sentence, lower);
  if (place && names_people(lower, place->span.end)) return std::nullopt;
  const bool of_course = has_phrase(words_, "duration") || has_phrase(words_, "severity");
  if (place && !of_course && tells_course(lower, place->span)) return std::nullopt;
  return place;
}

std::optional<SoughtOutcome::Place> SoughtOutcome::find_anyhow(std::string_view sentence,
                                                               std::string_view lower) {
  if (auto place = find_listed(lower)) return place;
  if (auto place = find_named(sentence, lower)) return place;
  if (auto place = find_short_form(sentence)) return place;
  // Of a listed outcome only its names: "maternal mortality" is narrower.
  return listed_ && stems_.size() == 1 ? std::nullopt : find_words(sentence);
}

std::optional<SoughtOutcome::Place> SoughtOutcome::find_listed(std::string_view lower) const {
  if (!listed_) return std::nullopt;
  std::vector<OutcomePlace> places = find_outcomes(lower);
  keep_results(lower, places);
  for (const OutcomePlace& place : places) {
    if (place.name == name_ && place.result)
      return Place{{static_cast<uint32_t>(place.start), static_cast<uint32_t>(place.end)},
                   place.sense * sense_};
  }
  return std::nullopt;
}

std::optional<SoughtOutcome::Place> SoughtOutcome::find_named(std::string_view sentence,
                                                              std::string_view lower) {
  if (ids_.empty()) return std::nullopt;
  // "UTIs": several of what a short form in capitals names.
  std::string singular(sentence);
  for (size_t i = 2; i < singular.size(); ++i) {
    const bool ends = i + 1 == singular.size() || !is_word_byte(singular[i + 1]);
    if (singular[i] == 's' && ends && is_upper(singular[i - 1]) && is_upper(singular[i - 2]))
      singular[i] = ' ';
  }
  const std::vector<Token> tokens = tokenize(singular);
  for (const VocabularyMatch& match : evidence_.vocabulary->match(singular, tokens, stemmer_, &local_)) {
    const std::string& id = evidence_.vocabulary->entry(match.entry).id;
    const bool asked = std::any_of(ids_.begin(), ids_.end(), [&](const std::string& one) {
      return evidence_.vocabulary->is_a(id, one);
    });
    if (!asked) continue;
    std::vector<OutcomePlace> places{{name_, wanted_, 1, true, match.span.start, match.span.end}};
    keep_results(lower, places);
    if (!places.empty()) return Place{match.span, 1};
  }
  return std::nullopt;
}

// All words of the question near each other, in any order ("the diarrhoea's duration"), or the last of them
// where the title has them all.
std::optional<SoughtOutcome::Place> SoughtOutcome::find_words(std::string_view sentence) {
  if (stems_.empty()) return std::nullopt;
  const size_t reach = stems_.size() + kWordsBetween;
  std::vector<std::pair<std::string, ByteSpan>> words;
  for (const Token& token : tokenize(sentence)) {
    for (std::string& stem : stems_of(token.folded, stemmer_))
      words.emplace_back(std::move(stem), token.span);
  }
  for (size_t i = 0; i < words.size(); ++i) {
    if (titled_ && words[i].first == stems_.back()) return Place{words[i].second, 1};
    if (std::find(stems_.begin(), stems_.end(), words[i].first) == stems_.end()) continue;
    std::vector<bool> found(stems_.size(), false);
    for (size_t j = i; j < words.size() && j < i + reach; ++j) {
      for (size_t k = 0; k < stems_.size(); ++k) {
        if (words[j].first == stems_[k]) found[k] = true;
      }
      if (std::all_of(found.begin(), found.end(), [](bool one) { return one; }))
        return Place{{words[i].second.start, words[j].second.end}, 1};
    }
  }
  return std::nullopt;
}

}  // namespace attest
