#include "evidence/relevance.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr float kRequired = 1.0f;
constexpr float kOptional = 0.5f;
constexpr float kPopulation = 0.5f;
constexpr float kWord = 0.4f;
constexpr float kByTitle = 0.6f;        // of a weight, where only the title names the thing
constexpr float kDocumentShare = 0.4f;  // of the whole: how well the document fits
constexpr float kOtherSubject = 0.85f;  // what is left where the title names a condition that was not asked

// People for whom others do not answer; of those with a weak organ, the same.
bool must_be_spoken_of(const Concept& asked) {
  return asked.required &&
         (asked.role == ConceptRole::kPopulation || (asked.sought && asked.role == ConceptRole::kCondition));
}

}  // namespace

std::string vocabulary_id(const Concept& asked) {
  return asked.thesaurus_id.empty() ? "asked:" + asked.label : asked.thesaurus_id;
}

RelevanceReader::RelevanceReader(const UnderstoodQuestion& question, const Vocabulary& vocabulary,
                                 Stemmer& stemmer)
    : vocabulary_(vocabulary), stemmer_(stemmer), words_(question.other_stems) {
  for (const Concept& one : question.concepts) {
    const bool population = one.role == ConceptRole::kPopulation && !one.required;
    about_condition_ = about_condition_ || one.role == ConceptRole::kCondition;
    asked_.push_back({vocabulary_id(one),
                      population     ? kPopulation
                      : one.required ? kRequired
                                     : kOptional,
                      false, must_be_spoken_of(one), false});
  }
  word_in_title_.assign(words_.size(), false);
  word_in_subject_.assign(words_.size(), false);
}

bool RelevanceReader::names(std::span<const VocabularyMatch> matches, const std::string& id) const {
  return std::any_of(matches.begin(), matches.end(), [&](const VocabularyMatch& match) {
    const std::string& named = vocabulary_.entry(match.entry).id;
    // "Indicated in patients with renal impairment": names those with chronic kidney disease.
    return vocabulary_.is_a(named, id) || (id == "attest:ckd" && named == "attest:renal-impairment");
  });
}

bool RelevanceReader::is_other_condition(const VocabularyEntry& entry) const {
  return entry.role == ConceptRole::kCondition &&
         std::none_of(asked_.begin(), asked_.end(), [&](const Asked& one) {
           return vocabulary_.is_a(entry.id, one.id) || vocabulary_.is_a(one.id, entry.id);
         });
}

void RelevanceReader::begin_document(std::string_view title, float score) {
  document_score_ = score;
  const std::vector<VocabularyMatch> named = vocabulary_.match(title, tokenize(title), stemmer_);
  // "In adults and children": which of its sentences are of whom they must say themselves.
  const bool left_out = leaves_people_out(title) || has_phrase(lower_ascii(title), "adults and children") ||
                        has_phrase(lower_ascii(title), "children and adults");
  for (Asked& one : asked_) {
    one.in_title = names(named, one.id) && !(one.people && left_out);
    one.in_heading = false;
  }
  other_subject_ =
      about_condition_ && std::any_of(named.begin(), named.end(), [&](const VocabularyMatch& match) {
        return is_other_condition(vocabulary_.entry(match.entry));
      });
  const std::vector<std::string> stems = stems_of(title, stemmer_);
  for (size_t i = 0; i < words_.size(); ++i) {
    word_in_title_[i] = std::find(stems.begin(), stems.end(), words_[i]) != stems.end();
  }
}

void RelevanceReader::begin_section(std::string_view heading, std::string_view subject) {
  const std::vector<VocabularyMatch> over = vocabulary_.match(subject, tokenize(subject), stemmer_);
  const bool none_over = leaves_people_out(subject);
  const bool any = std::any_of(asked_.begin(), asked_.end(), [](const Asked& one) { return one.people; });
  std::vector<VocabularyMatch> named;
  if (any) named = vocabulary_.match(heading, tokenize(heading), stemmer_);
  const bool left_out = leaves_people_out(heading);
  for (Asked& one : asked_) {
    one.in_heading = (one.people && !left_out && names(named, one.id)) ||
                     (!(one.people && none_over) && names(over, one.id));
  }
  const std::vector<std::string> stems = stems_of(subject, stemmer_);
  for (size_t i = 0; i < words_.size(); ++i)
    word_in_subject_[i] = std::find(stems.begin(), stems.end(), words_[i]) != stems.end();
}

RelevanceReader::Reading RelevanceReader::read(std::string_view sentence,
                                               std::span<const VocabularyMatch> named) {
  Reading reading;
  float sum = 0;
  float total = 0;
  const bool left_out = leaves_people_out(sentence);
  for (const Asked& one : asked_) {
    const bool here = names(named, one.id) && !(one.people && left_out);
    total += one.weight;
    sum += here ? one.weight : one.in_title || one.in_heading ? kByTitle * one.weight : 0.0f;
    if (here || one.in_title || one.in_heading) reading.asked.push_back(one.id);
    if (here) reading.asked_here.push_back(one.id);
  }
  if (!words_.empty()) {
    const std::vector<std::string> stems = stems_of(sentence, stemmer_);
    size_t held = 0;
    for (size_t i = 0; i < words_.size(); ++i) {
      const bool here = std::find(stems.begin(), stems.end(), words_[i]) != stems.end();
      total += kWord;
      const bool above = word_in_title_[i] || word_in_subject_[i];
      sum += here ? kWord : above ? kByTitle * kWord : 0.0f;
      held += here || above ? 1 : 0;
    }
    reading.words = static_cast<float>(held) / static_cast<float>(words_.size());
  }
  const float named_share = total > 0 ? sum / total : 0.0f;
  reading.relevance = (1.0f - kDocumentShare) * named_share + kDocumentShare * document_score_;
  if (other_subject_) reading.relevance *= kOtherSubject;
  reading.other_subject = other_subject_;
  if (about_condition_) {
    constexpr std::ptrdiff_t kCounted = 9;
    reading.other_conditions = static_cast<uint8_t>(
        std::min(kCounted, std::count_if(named.begin(), named.end(), [&](const VocabularyMatch& match) {
                   return is_other_condition(vocabulary_.entry(match.entry));
                 })));
  }
  return reading;
}

bool names_asked(const Finding& finding, const std::string& id) {
  return std::find(finding.asked.begin(), finding.asked.end(), id) != finding.asked.end();
}

bool leaves_people_out(std::string_view sentence) {
  static constexpr auto kLeftOut = std::to_array<std::string_view>({"exclud*",
                                                                    "exclusion*",
                                                                    "ineligible",
                                                                    "not eligible",
                                                                    "not included",
                                                                    "not enrolled",
                                                                    "nonpregnant",
                                                                    "non-pregnant",
                                                                    "not pregnant",
                                                                    "pregnancy test*",
                                                                    "exclude pregnancy",
                                                                    "avoid pregnancy",
                                                                    "prevent pregnancy",
                                                                    "contracept*",
                                                                    "childbearing",
                                                                    "child-bearing",
                                                                    "not be pregnant",
                                                                    "nondialysis",
                                                                    "without chronic kidney disease",
                                                                    "without renal impairment",
                                                                    "without cirrhosis",
                                                                    "normal renal function",
                                                                    "normal kidney function"});
  const std::string lower = lower_ascii(sentence);
  return std::any_of(kLeftOut.begin(), kLeftOut.end(),
                     [&](std::string_view phrase) { return has_phrase(lower, phrase); });
}

bool names_people_asked(const UnderstoodQuestion& question, const Finding& finding) {
  return std::none_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
    return must_be_spoken_of(asked) && !names_asked(finding, vocabulary_id(asked));
  });
}

namespace {

// Of what was asked about, or of all that the sentence names.
bool is_replaced(const UnderstoodQuestion& question, const Finding& finding) {
  if (finding.taken_back.empty()) return false;
  return std::any_of(question.concepts.begin(), question.concepts.end(),
                     [&](const Concept& asked) { return is_taken_back(finding, vocabulary_id(asked)); }) ||
         std::all_of(finding.interventions.begin(), finding.interventions.end(), [&](const Mention& mention) {
           return mention.is_control || is_taken_back(finding, mention.id);
         });
}

}  // namespace

bool bears_on_question(const UnderstoodQuestion& question, const Finding& finding) {
  if (is_replaced(question, finding)) return false;
  bool subject = false;     // a condition or an outcome was asked about
  bool particular = false;  // words that belong to no thesaurus
  bool particular_named = false;
  bool all_particular_named = true;
  size_t required = 0;
  size_t required_named = 0;
  size_t interventions = 0;
  for (const Concept& asked : question.concepts) {
    const bool named = names_asked(finding, vocabulary_id(asked));
    required += asked.required ? 1 : 0;
    required_named += asked.required && named ? 1 : 0;
    interventions += asked.required && asked.role == ConceptRole::kIntervention ? 1 : 0;
    subject = subject || asked.role == ConceptRole::kCondition || asked.role == ConceptRole::kOutcome;
    // An animal: what is known of people does not answer. Nor what is known of others, of those at risk.
    if (asked.role == ConceptRole::kPopulation && asked.required && !named) return false;
    if (asked.sought && !named) return false;
    if (asked.required && asked.role == ConceptRole::kOther && asked.thesaurus_id.empty()) {
      particular = true;
      particular_named = particular_named || named;
      all_particular_named = all_particular_named && named;
    }
  }
  // Asked of adults, a sentence about children does not answer, and the other way round.
  const auto young = [](std::string_view people) {
    return people == "children" || people == "infants" || people == "adolescents";
  };
  const auto grown = [](std::string_view people) {
    return people == "adults" || people == "older adults" || people == "elderly" ||
           people == "healthy adults" || people == "postmenopausal women";
  };
  const std::string& people = finding.population.empty() ? finding.title_population : finding.population;
  // "In adults and children": of those asked about too.
  const bool of_asked =
      std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
        return asked.role == ConceptRole::kPopulation && names_asked(finding, vocabulary_id(asked));
      });
  if (grown(question.population) && young(people) && !of_asked) return false;
  if (young(question.population) && grown(people) && !of_asked) return false;
  if (finding.asked_words < question.words_share_min) return false;
  // "Does insulin cure quadratic equations?": with no condition, the effect is on what nothing knows.
  if (particular && !particular_named && !subject && interventions == 1) return false;
  // Compared with an unknown: both must be there.
  if (question.intent == Intent::kComparison && particular && !all_particular_named && interventions < 2)
    return false;
  // "Is hypertension louder than Tuesday?": where no relation was understood, most of it must be there.
  if (question.intent == Intent::kGeneral && particular && required_named * 2 <= required) return false;
  // One thing named and nothing said of it: the rest of the question's words must tell.
  constexpr size_t kWordsMin = 2;
  constexpr float kWordsShare = 0.5f;
  const bool loose = question.intent == Intent::kGeneral || (particular && !subject && interventions == 0);
  return !(loose && required <= 1 && question.other_stems.size() >= kWordsMin &&
           finding.asked_words < kWordsShare);
}

}  // namespace attest
