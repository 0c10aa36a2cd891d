// "The treatment of choice in tuberous sclerosis" ranks nothing for epilepsy as a whole. What a statement is
// limited to stands right behind its cue or its treatment ("for…", "in…", "of…"), or opens its clause ("In
// pregnancy, …"). Where that names a condition, and neither the one asked about nor a kind of it, the
// statement is of something else; where words are left that were not asked, it is of something narrower and
// its words go with it. Without such a phrase the title tells: "glucocorticoid-induced osteoporosis".
#include "evidence/indication.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "base/ascii.h"
#include "evidence/heading_limits.h"
#include "evidence/limit_phrases.h"
#include "evidence/narrower_titles.h"
#include "evidence/people_limits.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/names/between_names.h"
#include "question/asks_to_prevent.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

// Words that limit nothing.
const std::set<std::string_view>& general_words() {
  static const std::set<std::string_view> words = {
      "treatment",  "treating",  "treat",     "therapy",   "management",    "managing",    "control",
      "patient",    "patients",  "people",    "persons",   "adults",        "adult",       "individuals",
      "most",       "many",      "all",       "condition", "conditions",    "disease",     "diseases",
      "disorder",   "disorders", "case",      "cases",     "practice",      "general",     "clinical",
      "primary",    "care",      "medical",   "drug",      "drugs",         "initial",     "first",
      "line",       "use",       "women",     "men",       "affected",      "majority",    "common",
      "guidelines", "guideline", "countries", "present",   "symptomatic",   "choice",      "agents",
      "option",     "options",   "relief",    "symptoms",  "symptom",       "established", "pharmacological",
      "routine",    "standard",  "addition",  "order",     "terms",         "view",        "europe",
      "diagnosed",  "newly",     "acute",     "chronic",   "uncomplicated", "when",        "active",
      "short",      "long",      "term",      "both",
  };
  return words;
}

bool is_general_condition(std::string_view name) {
  static const std::set<std::string_view> names = {
      "disease",       "diseases",           "syndrome", "syndromes", "disorder",           "disorders",
      "acute disease", "chronic disease",    "symptoms", "symptom",   "signs and symptoms", "recurrence",
      "emergencies",   "wounds and injuries"};
  return names.contains(name);
}

class IndicationReader {
 public:
  explicit IndicationReader(const Evidence& evidence) : evidence_(evidence) {
    for (const Concept& asked : evidence.question.concepts) {
      if (asked.role != ConceptRole::kCondition) continue;
      ids_.push_back(vocabulary_id(asked));
      add_names(asked);
    }
    if (!evidence.question.population.empty()) {
      names_.push_back(evidence.question.population);
      same_.insert(lower_ascii(evidence.question.population));
    }
    for (const Concept& asked : evidence.question.concepts) {
      if (asked.role != ConceptRole::kCondition) add_names(asked);
    }
  }

  IndicationFit read(std::string_view phrase) {
    if (ids_.empty()) return IndicationFit::kAsked;
    const bool to_prevent = asks_to_prevent(evidence_.question);
    if (!to_prevent && is_treatment_question(evidence_.question) && cues::prevention_alone(phrase))
      return IndicationFit::kOther;
    static constexpr std::string_view kAttack[] = {"acute", "attacks", "abortive", "acute treatment"};
    if (to_prevent && has_any_phrase(phrase, kAttack) && !cues::prevention(phrase))
      return IndicationFit::kOther;
    // "For the acute treatment of attacks" is for what was asked, where attacks were.
    static constexpr std::string_view kOfAttack[] = {"acute", "attack*", "episode*", "flare*"};
    const bool of_attack = has_any_phrase(lower_ascii(evidence_.question.asked), kOfAttack);
    const std::vector<Token> tokens = tokenize(phrase);
    bool asked = false;
    bool other = false;
    bool narrower = false;
    std::vector<ByteSpan> known;
    for (const VocabularyMatch& match : evidence_.vocabulary->match(phrase, tokens, stemmer_)) {
      const VocabularyEntry& entry = evidence_.vocabulary->entry(match.entry);
      const std::string words = lower_ascii(match.span.of(phrase));
      // The people asked about limit nothing; others are words like any other.
      if (entry.role == ConceptRole::kPopulation) {
        if (asks_for_people(entry.id)) known.push_back(match.span);
        continue;
      }
      const bool same_id = std::find(ids_.begin(), ids_.end(), entry.id) != ids_.end();
      // A kind of the condition may be among its names.
      const bool is_asked = same_id && same_.contains(words);
      const bool kin = same_id || names_condition(words) || is_kin(entry.id);
      if (is_asked) known.push_back(match.span);
      // "Defecation disorders" says no other words than "dyssynergic defecation": its group.
      if (!same_id && says_nothing_new(words)) continue;
      if (kin) {
        asked = true;
        // "For defecation disorders", asked about one of them: wider, which limits nothing.
        if (is_wider(entry.id))
          known.push_back(match.span);
        else
          narrower = narrower || !is_asked;
      } else if (entry.role == ConceptRole::kCondition && !is_general_condition(lower_ascii(entry.name))) {
        other = true;
      }
    }
    asked = asked || names_condition(phrase);
    if (other && !asked) return IndicationFit::kOther;
    // "In some patients", "in certain settings": not in all who have it.
    static constexpr std::string_view kSome[] = {"some", "selected", "certain", "a few", "rare cases"};
    if (other || narrower || has_any_phrase(phrase, kSome)) return IndicationFit::kNarrower;
    for (const Token& token : tokens) {
      const bool covered =
          std::any_of(known.begin(), known.end(), [&](ByteSpan span) { return span.contains(token.span); });
      if (covered || is_stop_word(token.folded) || general_words().contains(token.folded) ||
          asked_word(token.folded))
        continue;
      static constexpr std::string_view kDrugs[] = {"pharmacotherapy", "pharmacologic", "medication",
                                                    "conservative",    "modern",        "current"};
      static constexpr std::string_view kAttacks[] = {"attack*", "episode*", "flare*"};
      if (has_any_phrase(token.folded, kDrugs) || (to_prevent && cues::prevention(token.folded)) ||
          (of_attack && has_any_phrase(token.folded, kAttacks)))
        continue;
      return IndicationFit::kNarrower;
    }
    return IndicationFit::kAsked;
  }

  bool asks_for_people(const std::string& id) const {
    return std::any_of(evidence_.question.concepts.begin(), evidence_.question.concepts.end(),
                       [&](const Concept& asked) {
                         return asked.role == ConceptRole::kPopulation && vocabulary_id(asked) == id;
                       });
  }

  // "Crohn's disease (CD)": the document says that the letters stand for what was asked.
  bool is_asked_in_short(std::string_view letters, std::string_view text) const {
    if (names_condition(lower_ascii(letters))) return true;
    const std::string in_brackets = "(" + std::string(letters) + ")";
    const size_t at = text.find(in_brackets);
    if (at == kNowhere) return false;
    constexpr size_t kNameBytesMax = 60;
    const size_t from = at > kNameBytesMax ? at - kNameBytesMax : 0;
    // "Crohn's disease (CD) and ulcerative colitis (UC)": each bracket has its own name.
    std::string_view named = text.substr(from, at - from);
    named = named.substr(std::min(named.size(), named.find_last_of("),;:") + 1));
    if (const size_t joined = named.rfind(" and ");
        joined != kNowhere && names_condition(lower_ascii(named.substr(0, joined))))
      return names_condition(lower_ascii(named.substr(joined)));
    return names_condition(lower_ascii(named));
  }
  bool asks_for_condition() const { return !ids_.empty(); }
  // A long word of the phrase begins or lies within a name: "lipid" in "hyperlipidaemia".
  bool shares_word_with(std::string_view phrase) const {
    constexpr size_t kLettersMin = 5;
    const std::vector<Token> tokens = tokenize(phrase);
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.folded.size() >= kLettersMin && token.folded != "lowering" &&
             !general_words().contains(token.folded) &&
             std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
               return name.find(token.folded) != std::string::npos;
             });
    });
  }
  bool names_condition(std::string_view words) const {
    return std::any_of(names_.begin(), names_.end(),
                       [&](const std::string& name) { return has_phrase(words, name); });
  }

 private:
  void add_names(const Concept& asked) {
    constexpr float kSameThing = 0.75f;
    for (const ConceptVariant& variant : asked.variants) {
      if (variant.weight >= kSameThing) names_.push_back(lower_ascii(variant.words));
      if (variant.weight >= 1) same_.insert(lower_ascii(variant.words));
    }
  }
  bool is_kin(const std::string& id) const {
    return std::any_of(ids_.begin(), ids_.end(), [&](const std::string& asked) {
      return evidence_.vocabulary->is_a(id, asked) || evidence_.vocabulary->is_a(asked, id);
    });
  }
  bool says_nothing_new(std::string_view words) const {
    const std::vector<Token> tokens = tokenize(words);
    return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return general_words().contains(token.folded) || asked_word(token.folded);
    });
  }
  bool is_wider(const std::string& id) const {
    return std::any_of(ids_.begin(), ids_.end(), [&](const std::string& asked) {
      return id != asked && evidence_.vocabulary->is_a(asked, id);
    });
  }
  bool asked_word(std::string_view word) const {
    return std::any_of(same_.begin(), same_.end(),
                       [&](const std::string& name) { return has_phrase(name, word); });
  }

  const Evidence& evidence_;
  std::vector<std::string> ids_;
  std::vector<std::string> names_;
  std::set<std::string> same_;  // names of the thing itself, not of a kind of it
  Stemmer stemmer_;
};

std::string shortened(std::string words) {
  constexpr size_t kBytesMax = 90;
  if (words.size() <= kBytesMax) return words;
  words.resize(words.rfind(' ', kBytesMax));
  return words + "…";
}

// The end of the names that are listed with the one at `mention`: "X, Y and long-acting Z | in those who…".
uint32_t end_of_list(const Finding& finding, const Mention& mention, ByteSpan clause,
                     std::string_view lower) {
  uint32_t end = mention.span.end;
  for (bool longer = true; longer;) {
    longer = false;
    for (const Mention& next : finding.interventions) {
      if (next.span.start < end || next.span.end > clause.end || next.span.empty()) continue;
      if (!is_list_gap(lower.substr(end - clause.start, next.span.start - end))) continue;
      end = next.span.end;
      longer = true;
      break;
    }
  }
  return end;
}

// Brackets behind names are of their names: "ACE inhibitors (except in …), diuretics".
std::string without_brackets_of_names(const Finding& finding, ByteSpan rest, std::string lower) {
  for (const Mention& mention : finding.interventions) {
    if (mention.span.empty() || mention.span.start < rest.start || mention.span.end > rest.end) continue;
    const size_t open = mention.span.end - rest.start;
    if (!std::string_view(lower).substr(open).starts_with(" (")) continue;
    const size_t close = std::min(lower.find(')', open), lower.size() - 1);
    lower.replace(open, close + 1 - open, close + 1 - open, ' ');
  }
  return lower;
}

}  // namespace

IndicationFit fit_of_phrase(const Evidence& evidence, std::string_view phrase) {
  return IndicationReader(evidence).read(phrase);
}

Indication indication_of(const Evidence& evidence, const Finding& finding, std::string_view intervention) {
  const AnswerSource& source = evidence.source_of(finding);
  Indication above = heading_limit(evidence, finding);
  if (above.fit == IndicationFit::kOther) return above;
  IndicationReader reader(evidence);
  ByteSpan clause = finding.sentence;
  ByteSpan cue;
  if (const LineStatement* line = line_statement_of(finding, intervention); line != nullptr) {
    clause = line->clause;
    cue = line->cue;
  } else if (const AdviceStatement* advice = advice_on(finding, intervention); advice != nullptr) {
    clause = advice->clause;
    cue = advice->cue;
  }
  const std::string_view text = clause.of(source.document.text);
  const std::string lower = lower_ascii(text);
  std::vector<std::string> phrases = {opening_phrase(lower)};
  if (clause.start > finding.sentence.start && phrases.front().empty())
    phrases.front() = opening_of_sentence(
        lower_ascii(evidence.sentence_of(finding).substr(0, clause.start - finding.sentence.start)), lower);
  std::vector<std::string> exceptions;  // they stand beside what else limits it
  const auto add_behind = [&](uint32_t end) {
    if (end >= clause.start && end <= clause.end)
      phrases.push_back(phrase_at(std::string_view(lower).substr(end - clause.start)));
  };
  if (!cue.empty()) {
    // "The mainstay of lipid lowering therapy": the cue ends with the word that opens what it is limited to.
    constexpr std::string_view kOf = " of";
    const bool of = cue.size() > kOf.size() && lower_ascii(cue.of(source.document.text)).ends_with(kOf);
    add_behind(cue.end - (of ? static_cast<uint32_t>(kOf.size()) : 0U));
    if (cue.start >= clause.start && cue.start <= clause.end) {
      phrases.emplace_back(people_spoken_of(std::string_view(lower).substr(0, cue.start - clause.start)));
    }
    if (finding.sentence.end > cue.end) {
      const ByteSpan rest{cue.end, finding.sentence.end};
      exceptions.push_back(exception_behind(
          without_brackets_of_names(finding, rest, lower_ascii(rest.of(source.document.text)))));
    }
  }
  for (const Mention& mention : finding.interventions) {
    if (mention.id != intervention || mention.span.empty()) continue;
    // "X for colitis and Y for asthma are second-line": each name has its own.
    const bool own = mention.span.end < clause.end && mention.span.start >= clause.start &&
                     std::string_view(lower).substr(mention.span.end - clause.start).starts_with(" for ");
    if (own)
      add_behind(mention.span.end);
    else if (mention.span.start >= std::max(cue.end, clause.start) && mention.span.end <= clause.end)
      add_behind(end_of_list(finding, mention, clause, lower));
    if (mention.span.start >= clause.start && mention.span.end <= clause.end)
      phrases.push_back(opening_phrase(row_of(lower, mention.span.start - clause.start)));
    if (mention.span.start >= clause.start && mention.span.end < clause.end)
      exceptions.push_back(bracket_phrase(std::string_view(lower).substr(mention.span.end - clause.start)));
  }
  const size_t first_exception = phrases.size();
  std::move(exceptions.begin(), exceptions.end(), std::back_inserter(phrases));
  Indication indication;
  for (size_t i = 0; i < phrases.size(); ++i) {
    const std::string& phrase = phrases[i];
    if (phrase.empty()) continue;
    IndicationFit fit = reader.read(phrase);
    // Whom it leaves out are not those whom it is for.
    const bool leaves_out = is_exception(phrase);
    if (leaves_out && fit == IndicationFit::kOther) fit = IndicationFit::kNarrower;
    if (fit == IndicationFit::kOther) return {fit, {}, false};
    // As the source writes it, but for a capital at its start.
    const size_t at = lower.find(phrase);
    std::string words = at == kNowhere ? phrase : std::string(text.substr(at, phrase.size()));
    if (const std::string_view letters = short_form_of(words);
        !letters.empty() && reader.asks_for_condition()) {
      if (!reader.is_asked_in_short(letters, source.document.text)) return {IndicationFit::kOther, {}, false};
      if (words.ends_with(letters)) continue;
    }
    if (fit != IndicationFit::kNarrower) continue;
    // "Lipid lowering therapy", asked about what is no matter of lipids: an aim beside the condition.
    if (!leaves_out && has_phrase(phrase, "lowering") && !reader.names_condition(phrase) &&
        !reader.shares_word_with(phrase))
      return {IndicationFit::kOther, {}, false};
    indication.other_people =
        indication.other_people || (!leaves_out && names_other_people(evidence, phrase));
    words[0] = phrase[0];
    indication.only_excepts =
        leaves_out && (indication.only_excepts || indication.fit == IndicationFit::kAsked);
    indication.fit = fit;
    if (indication.words.find(words) == kNowhere && (indication.words.empty() || i >= first_exception))
      indication.words += (indication.words.empty() ? "" : ", ") + words;
  }
  indication.words = shortened(std::move(indication.words));
  if (above.fit == IndicationFit::kNarrower) {
    indication.fit = above.fit;
    indication.only_excepts = false;
    indication.words += (indication.words.empty() ? "" : ", ") + above.words;
    indication.other_people = indication.other_people || above.other_people;
  }
  if (indication.fit == IndicationFit::kAsked) {
    if (is_of_other_occasion(evidence, source)) return {IndicationFit::kOther, {}, false};
    if (std::string words = narrower_title(evidence, source); !words.empty())
      indication = {IndicationFit::kNarrower, std::move(words), indication.other_people, true};
  }
  const bool other_age = !cue.empty() && cue.end <= clause.end && cue.end >= clause.start &&
                         is_for_other_age(evidence, std::string_view(lower).substr(cue.end - clause.start));
  indication.other_people = indication.other_people || other_age || is_about_other_people(evidence, source);
  return indication;
}

bool is_dose_for_other(const Evidence& evidence, const Finding& finding) {
  const AnswerSource& source = evidence.source_of(finding);
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  const std::string title = lower_ascii(source.document.record.title);
  IndicationReader reader(evidence);
  if (!reader.asks_for_condition()) return false;
  if (const Indication above = heading_limit(evidence, finding);
      above.fit == IndicationFit::kOther || above.other_people || stands_under_narrower(evidence, finding))
    return true;
  // A guideline's chapter on something else may mention the condition, at its start or beside the dose ("see
  // herpes zoster"), and gives no dose for it.
  constexpr uint8_t kNamedInTitle = 3;
  if (source.appraisal.design == StudyDesign::kGuideline && source.naming != kNamedInTitle &&
      !finding.condition_above && (finding.other_subject || finding.condition_match != 2))
    return true;
  // A dose is one for treatment where no prevention was asked about.
  const bool treats = (is_treatment_question(evidence.question) && !asks_to_prevent(evidence.question)) ||
                      (evidence.question.intent == Intent::kDose &&
                       !cues::prevention(lower_ascii(evidence.question.resolved)));
  if (treats && cues::prevention_alone(lower)) return true;
  static constexpr std::string_view kPrevents[] = {"prevent*", "prophyla*"};
  static constexpr std::string_view kTreats[] = {"treat*", "manag*", "therap*"};
  if (treats && has_any_phrase(title, kPrevents) && !has_any_phrase(title, kTreats)) return true;
  if (is_about_other_people(evidence, source)) return true;
  if (reader.names_condition(lower)) return false;
  // No phrase of the sentence is about what was asked: one for something else tells what the dose is for.
  static constexpr std::string_view kFor[] = {"for", "in", "to treat", "of", "against", "among"};
  for (const std::string_view word : kFor) {
    for (size_t at = find_phrase(lower, word); at != kNowhere; at = find_phrase(lower, word, at + 1)) {
      std::string_view phrase = std::string_view(lower).substr(at);
      phrase = phrase.substr(0, phrase.find_first_of(",;:()", 1));
      if (reader.read(phrase) == IndicationFit::kOther) return true;
    }
  }
  return false;
}

}  // namespace attest
