#include "evidence/people_limits.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kChildren[] = {"children",  "child",     "infant*",      "neonat*",    "newborn*",
                                          "baby",      "babies",    "paediatric*",  "pediatric*", "toddlers",
                                          "preschool", "childhood", "adolescents*", "kids"};
constexpr std::string_view kPregnant[] = {"pregnan*", "breastfeeding", "breast-feeding", "lactating",
                                          "maternal"};
constexpr std::string_view kEmergency[] = {"emergenc*"};
constexpr std::string_view kOperation[] = {"postoperativ*", "post-operativ*", "perioperativ*",
                                           "preoperativ*",  "pre-operativ*",  "intraoperativ*"};

// Most documents on croup name children: what is said of them is said of croup.
template <size_t N>
bool are_people_of_condition(const Evidence& evidence, const std::string_view (&words)[N]) {
  constexpr size_t kSourcesMin = 4;
  constexpr size_t kOfTen = 6;
  size_t sources = 0;
  size_t naming = 0;
  for (const AnswerSource& source : evidence.sources) {
    if (!source.about_condition || source.naming == 0) continue;
    ++sources;
    if (has_any_phrase(lower_ascii(source.document.text), words)) ++naming;
  }
  return sources >= kSourcesMin && naming * 10 >= sources * kOfTen;
}

template <size_t N>
bool names_unasked(const Evidence& evidence, std::string_view lower, const std::string_view (&words)[N]) {
  if (!has_any_phrase(lower, words)) return false;
  const UnderstoodQuestion& question = evidence.question;
  for (const std::string* asked : {&question.asked, &question.resolved, &question.population}) {
    if (has_any_phrase(lower_ascii(*asked), words)) return false;
  }
  for (const Concept& one : question.concepts) {
    const bool named = std::any_of(
        one.variants.begin(), one.variants.end(),
        [&](const ConceptVariant& variant) { return has_any_phrase(lower_ascii(variant.words), words); });
    if (named) return false;
  }
  return !are_people_of_condition(evidence, words);
}

}  // namespace

bool names_other_people(const Evidence& evidence, std::string_view lower) {
  return names_unasked(evidence, lower, kChildren) || names_unasked(evidence, lower, kPregnant) ||
         names_unasked(evidence, lower, kEmergency) || names_unasked(evidence, lower, kOperation);
}

bool is_about_other_people(const Evidence& evidence, const AnswerSource& source) {
  const std::string title = lower_ascii(source.document.record.title);
  return !has_phrase(title, "adult*") && names_other_people(evidence, title);
}

bool is_of_children_where_adults_asked(const Evidence& evidence, const AnswerSource& source) {
  const std::string title = lower_ascii(source.document.record.title);
  return has_phrase(lower_ascii(evidence.question.resolved), "adult*") && !has_phrase(title, "adult*") &&
         has_any_phrase(title, kChildren) &&
         !has_any_phrase(lower_ascii(evidence.question.resolved), kChildren);
}

bool is_for_other_age(const Evidence& evidence, std::string_view behind) {
  static constexpr std::string_view kYoung[] = {"child*",      "infant*", "paediatric*", "pediatric*",
                                                "adolescent*", "young*",  "neonat*"};
  static constexpr std::string_view kGrown[] = {"adult*"};
  constexpr size_t kReach = 40;
  const std::string_view near = behind.substr(0, std::min(kReach, behind.find_first_of(".;")));
  const bool young = has_any_phrase(near, kYoung);
  const bool grown = has_any_phrase(near, kGrown);
  const std::string& asked = evidence.question.population;
  if (asked == "children" || asked == "infants" || asked == "adolescents") return grown && !young;
  return (asked == "adults" || asked == "older adults") && young && !grown;
}

std::string_view people_spoken_of(std::string_view before) {
  static constexpr std::string_view kVerbs[] = {"should", "must", "is", "are", "may", "can"};
  static constexpr std::string_view kPeople[] = {
      "patients", "people",  "persons",     "women",       "men",      "adults",  "children", "child",
      "infants",  "infant",  "neonates",    "newborns",    "babies",   "those",   "girls",    "boys",
      "smokers",  "mothers", "individuals", "adolescents", "pregnant", "toddlers"};
  size_t end = before.size();
  for (const std::string_view verb : kVerbs) end = std::min(end, find_phrase(before, verb));
  std::string_view subject = before.substr(0, end);
  subject = subject.substr(subject.find_last_of(",;:") + 1);
  const size_t from = subject.find_first_not_of(' ');
  if (from == std::string_view::npos) return {};
  subject = subject.substr(from, subject.find_last_not_of(' ') + 1 - from);
  // The head stands before the first preposition: "women with asthma", but not "drugs for women".
  static constexpr std::string_view kPrepositions[] = {"with", "for",   "in", "of", "who", "above",
                                                       "aged", "under", "to", "by", "at"};
  size_t head = subject.size();
  for (const std::string_view word : kPrepositions) head = std::min(head, find_phrase(subject, word));
  return has_any_phrase(subject.substr(0, head), kPeople) ? subject : std::string_view();
}

}  // namespace attest
