// "The treatment of choice in tuberous sclerosis" ranks nothing for epilepsy as a whole. What a statement is
// limited to stands right behind its cue or its treatment ("for…", "in…", "of…"), or opens its clause ("In
// pregnancy, …"). Where that names a condition, and neither the one asked about nor a kind of it, the
// statement is of something else; where words are left that were not asked, it is of something narrower and
// its words go with it. Without such a phrase the title tells: "glucocorticoid-induced osteoporosis".
#include "answer/indication.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "answer/relevance.h"
#include "answer/section_plans.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

constexpr std::string_view kPrepositions[] = {"for",  "in", "of",    "against", "among",  "to treat",
                                              "when", "if", "where", "unless",  "during", "after"};
constexpr std::string_view kEnds[] = {
    "is",           "are",      "was",     "were",     "should",  "because", "since",     "and is",
    "but",          "with a",   "include", "includes", "such",    "may",     "can",       "has",
    "have",         "as",       "due",     "unless",   "remains", "remain",  "according", "by",
    "on the basis", "provided", "being",   "who",      "that",    "which"};

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

// "In 8 % of cases" says how often, "unless contraindicated" what holds for every drug.
bool limits_nothing(std::string_view phrase) {
  static constexpr std::string_view kAlways[] = {"contraindicat*",  "contra-indicat*", "not tolerated",
                                                 "intoleran*",      "if possible",     "if available",
                                                 "where available", "when possible",   "where possible"};
  return phrase.find('%') != kNowhere || has_any_phrase(phrase, kAlways);
}

// "for the treatment of hypertension in pregnancy": from the preposition, if one of the next words is one.
std::string phrase_at(std::string_view behind) {
  constexpr size_t kSkippedBytes = 30;
  size_t at = kNowhere;
  for (const std::string_view preposition : kPrepositions) {
    const size_t found = find_phrase(behind, preposition);
    if (found != kNowhere) at = std::min(at, found);
  }
  if (at > kSkippedBytes) return {};  // or nowhere
  // "X is the drug of choice and succeeds in 8 of 10": a verb between, and it limits another statement.
  static constexpr std::string_view kNew[] = {"is", "are", "was", "were", "has", "have", "and", "but"};
  if (behind.substr(0, at).find_first_of(",.;:(") != kNowhere || has_any_phrase(behind.substr(0, at), kNew))
    return {};
  std::string_view phrase = behind.substr(at);
  // "The first line of therapy for X".
  for (const std::string_view light : {"of therapy ", "of treatment ", "of management "}) {
    if (phrase.starts_with(light)) return phrase_at(phrase.substr(light.size()));
  }
  phrase = phrase.substr(0, phrase.find_first_of(",;:()[]"));
  if (const size_t stop = phrase.find(". "); stop != kNowhere) phrase = phrase.substr(0, stop);
  if (limits_nothing(phrase)) return {};
  // "In women who are pregnant", "if there is bleeding": up to the end of the clause.
  static constexpr std::string_view kClauses[] = {"who", "whom", "whose", "if", "when", "where", "unless"};
  const bool clause = has_any_phrase(phrase, kClauses);
  for (const std::string_view word : kEnds) {
    const size_t end = clause ? kNowhere : find_phrase(phrase, word, 3);
    if (end != kNowhere) phrase = phrase.substr(0, end);
  }
  while (!phrase.empty() && (phrase.back() == ' ' || phrase.back() == '.')) phrase.remove_suffix(1);
  return std::string(phrase);
}

// What opens a clause: "in children under five, X is…".
std::string opening_phrase(std::string_view clause) {
  // "Recommendation 4: in children, …".
  if (const size_t colon = clause.find(": ");
      colon != kNowhere && (has_phrase(clause.substr(0, colon), "recommendation*") ||
                            has_phrase(clause.substr(0, colon), "statement*")))
    clause = clause.substr(colon + 1);
  const size_t start = clause.find_first_not_of(' ');
  if (start == kNowhere) return {};
  clause = clause.substr(start);
  static constexpr std::string_view kOpenings[] = {"in ", "for ",  "among ", "during ",
                                                   "if ", "when ", "where ", "after "};
  const bool opens = std::any_of(std::begin(kOpenings), std::end(kOpenings),
                                 [&](std::string_view word) { return clause.starts_with(word); });
  const size_t comma = clause.find(',');
  constexpr size_t kOpeningBytesMax = 160;
  if (!opens || comma == kNowhere || comma > kOpeningBytesMax) return {};
  static constexpr std::string_view kNoLimit[] = {
      "in conclusion", "in summary", "in addition", "in general", "in contrast", "for example",
      "in this",       "in our",     "in these",    "for these",  "for this",    "for many years"};
  const std::string_view phrase = clause.substr(0, comma);
  const bool none = std::any_of(std::begin(kNoLimit), std::end(kNoLimit),
                                [&](std::string_view words) { return phrase.starts_with(words); });
  return none || limits_nothing(phrase) ? std::string() : std::string(phrase);
}

class IndicationReader {
 public:
  explicit IndicationReader(const Evidence& evidence) : evidence_(evidence) {
    for (const Concept& asked : evidence.question.concepts) {
      if (asked.role != ConceptRole::kCondition) continue;
      ids_.push_back(vocabulary_id(asked));
      add_names(asked);
    }
    if (!evidence.question.population.empty()) names_.push_back(evidence.question.population);
    for (const Concept& asked : evidence.question.concepts) {
      if (asked.role != ConceptRole::kCondition) add_names(asked);
    }
  }

  IndicationFit read(std::string_view phrase) {
    if (ids_.empty()) return IndicationFit::kAsked;
    if (is_treatment_question(evidence_.question) && cues::prevention(phrase) &&
        !has_phrase(phrase, "treat*"))
      return IndicationFit::kOther;
    const std::vector<Token> tokens = tokenize(phrase);
    bool asked = false;
    bool other = false;
    bool narrower = false;
    std::vector<ByteSpan> known;
    for (const VocabularyMatch& match : evidence_.vocabulary->match(phrase, tokens, stemmer_)) {
      const VocabularyEntry& entry = evidence_.vocabulary->entry(match.entry);
      const std::string words = lower_ascii(match.span.of(phrase));
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
    if (other || narrower) return IndicationFit::kNarrower;
    for (const Token& token : tokens) {
      const bool covered =
          std::any_of(known.begin(), known.end(), [&](ByteSpan span) { return span.contains(token.span); });
      if (covered || is_stop_word(token.folded) || general_words().contains(token.folded) ||
          asked_word(token.folded))
        continue;
      return IndicationFit::kNarrower;
    }
    return IndicationFit::kAsked;
  }

  // "Glucocorticoid-induced osteoporosis" of a title: a kind of what was asked.
  std::string narrower_title(std::string_view title) const {
    const std::string lower = lower_ascii(title);
    static constexpr std::string_view kKinds[] = {"-induced ", "-associated ", "-related ", "-resistant "};
    for (const std::string& name : names_) {
      const size_t at = find_phrase(lower, name);
      if (at == kNowhere || at < 2) continue;
      const std::string_view before = std::string_view(lower).substr(0, at);
      const bool kind = std::any_of(std::begin(kKinds), std::end(kKinds),
                                    [&](std::string_view ending) { return before.ends_with(ending); });
      if (!kind) continue;
      const size_t word = before.substr(0, before.size() - 1).rfind(' ');
      const size_t from = word == kNowhere ? 0 : word + 1;
      return "in " + lower.substr(from, at - from) + name;
    }
    return {};
  }

 private:
  void add_names(const Concept& asked) {
    constexpr float kSameThing = 0.75f;
    for (const ConceptVariant& variant : asked.variants) {
      if (variant.weight >= kSameThing) names_.push_back(lower_ascii(variant.words));
      if (variant.weight >= 1) same_.insert(lower_ascii(variant.words));
    }
  }
  bool names_condition(std::string_view words) const {
    return std::any_of(names_.begin(), names_.end(),
                       [&](const std::string& name) { return has_phrase(words, name); });
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
    return std::any_of(names_.begin(), names_.end(),
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

}  // namespace

Indication indication_of(const Evidence& evidence, const Finding& finding, std::string_view intervention) {
  const AnswerSource& source = evidence.source_of(finding);
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
  const auto add_behind = [&](uint32_t end) {
    if (end >= clause.start && end <= clause.end)
      phrases.push_back(phrase_at(std::string_view(lower).substr(end - clause.start)));
  };
  if (!cue.empty()) add_behind(cue.end);
  for (const Mention& mention : finding.interventions) {
    if (mention.id != intervention || mention.span.empty()) continue;
    // "X for colitis and Y for asthma are second-line": each name has its own.
    const bool own = mention.span.end < clause.end && mention.span.start >= clause.start &&
                     std::string_view(lower).substr(mention.span.end - clause.start).starts_with(" for ");
    if (mention.span.start >= cue.end || own) add_behind(mention.span.end);
  }
  Indication indication;
  for (std::string& phrase : phrases) {
    if (phrase.empty()) continue;
    const IndicationFit fit = reader.read(phrase);
    if (fit == IndicationFit::kOther) return {fit, {}};
    if (fit != IndicationFit::kNarrower || !indication.words.empty()) continue;
    // As the source writes it, but for a capital at its start.
    const size_t at = lower.find(phrase);
    std::string words = at == kNowhere ? phrase : std::string(text.substr(at, phrase.size()));
    words[0] = phrase[0];
    indication = {fit, shortened(std::move(words))};
  }
  if (indication.fit == IndicationFit::kAsked) {
    if (std::string words = reader.narrower_title(source.document.record.title); !words.empty())
      indication = {IndicationFit::kNarrower, std::move(words)};
  }
  return indication;
}

}  // namespace attest
