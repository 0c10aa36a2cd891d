#include "answer/lay/kinds_of_asked.h"

#include <algorithm>
#include <string>
#include <vector>

#include "answer/lay/page_titles.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "question/age_groups.h"
#include "text/phrases.h"

namespace attest {

namespace {

// Conditions that a text names.
std::vector<std::string> conditions_in(const Evidence& evidence, std::string_view text) {
  Stemmer stemmer;
  std::vector<std::string> ids;
  for (const VocabularyMatch& match : evidence.vocabulary->match(text, tokenize(text), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role == ConceptRole::kCondition) ids.push_back(entry.id);
  }
  return ids;
}

constexpr std::string_view kDefining[] = {" is ", " are ", " - ", " occurs ", " happens ", " means "};

// By a name of its own, or one of what belongs to it.
bool names_concept(const Concept& asked, std::string_view lower) {
  constexpr float kMemberMin = 0.63F;
  return has_phrase(lower, lower_ascii(asked.asked_as)) ||
         std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
           return variant.weight >= kMemberMin && has_phrase(lower, lower_ascii(variant.words));
         });
}

}  // namespace

bool is_on_age_not_asked(const UnderstoodQuestion& question, std::string_view title) {
  static constexpr std::string_view kAges[] = {"child*", "infant*",  "newborn*",  "babies",
                                               "teen*",  "pregnan*", "pediatric", "kids"};
  const std::string lower = lower_ascii(title);
  const std::string asked = lower_ascii(question.resolved);
  static constexpr std::string_view kYoung[] = {
      "child*", "kid*", "son",  "daughter", "baby",          "babies",   "toddler*",   "infant*", "newborn*",
      "teen*",  "boy",  "girl", "grandson", "granddaughter", "pregnan*", "little one", "nephew",  "niece"};
  const bool young = (has_any_phrase(asked, kYoung) && !tells_of_own_childbirth(asked)) ||
                     std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& one) {
                       return has_any_phrase(lower_ascii(one.label), kAges) ||
                              has_any_phrase(lower_ascii(one.asked_as), kAges);
                     });
  return !young && has_any_phrase(lower, kAges);
}

bool is_page_on_other_disease(const Evidence& evidence, const AnswerSource& source) {
  const UnderstoodQuestion& question = evidence.question;
  const bool of_condition =
      std::any_of(question.concepts.begin(), question.concepts.end(),
                  [](const Concept& asked) { return asked.role == ConceptRole::kCondition; });
  if (!of_condition || names_treatment(question) || evidence.vocabulary == nullptr ||
      source.appraisal.design != StudyDesign::kPatientPage)
    return false;
  const std::string title = lower_ascii(source.document.record.title);
  if (std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
        return asked.role == ConceptRole::kCondition && names_concept(asked, title);
      }))
    return false;
  const std::vector<std::string> ids = conditions_in(evidence, title);
  return !ids.empty() && std::none_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
      const std::string own = vocabulary_id(asked);
      return id == own || evidence.vocabulary->is_a(id, own);
    });
  });
}

bool names_other_condition(const Evidence& evidence, std::string_view text) {
  const std::vector<std::string> ids = conditions_in(evidence, text);
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return std::none_of(evidence.question.concepts.begin(), evidence.question.concepts.end(),
                        [&](const Concept& asked) { return id == vocabulary_id(asked); });
  });
}

bool is_of_other_disease(const Evidence& evidence, const AnswerSource& source, std::string_view sentence) {
  if (evidence.audience == Audience::kClinician || !is_page_on_other_disease(evidence, source)) return false;
  const std::vector<std::string> of_page = conditions_in(evidence, lower_ascii(source.document.record.title));
  const std::vector<std::string> named = conditions_in(evidence, sentence);
  // "Stye - a bump on the eyelid", on a page on eyes: it defines what was asked.
  const std::string lower = lower_ascii(sentence);
  const auto defines = [&](const Concept& asked) {
    const std::string name = lower_ascii(asked.asked_as);
    return std::any_of(std::begin(kDefining), std::end(kDefining),
                       [&](std::string_view verb) { return lower.starts_with(name + std::string(verb)); });
  };
  if (std::any_of(evidence.question.concepts.begin(), evidence.question.concepts.end(), defines))
    return false;
  return std::none_of(of_page.begin(), of_page.end(), [&](const std::string& id) {
    return std::find(named.begin(), named.end(), id) != named.end();
  });
}

bool is_of_unnamed_kind(const Evidence& evidence, const Finding& finding) {
  if (evidence.audience == Audience::kClinician) return false;
  const AnswerSource& source = evidence.source_of(finding);
  if (source.appraisal.design != StudyDesign::kPatientPage) return false;
  const PageTitle title = read_page_title(source.document.record.title);
  const std::string asked = lower_ascii(evidence.question.resolved);
  const std::string sentence = lower_ascii(evidence.sentence_of(finding));
  for (const Concept& thing : evidence.question.concepts) {
    std::vector<std::string> words_more;
    if (thing.role != ConceptRole::kCondition || !is_kind_of(thing, title.subject, words_more)) continue;
    const auto is_named = [&](const std::string& word) {
      return has_phrase(sentence, word) || has_phrase(asked, word);
    };
    if (std::none_of(words_more.begin(), words_more.end(), is_named)) return true;
  }
  return false;
}

}  // namespace attest
