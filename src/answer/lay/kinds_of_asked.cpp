#include "answer/lay/kinds_of_asked.h"

#include <algorithm>
#include <string>
#include <vector>

#include "answer/lay/page_titles.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

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
