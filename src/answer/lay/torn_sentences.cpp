#include "answer/lay/torn_sentences.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

bool lacks_its_subject(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {"here are",
                                                   "examples of these",
                                                   "examples include",
                                                   "here is",
                                                   "some of these",
                                                   "some treatments",
                                                   "many of",
                                                   "one of these",
                                                   "each of",
                                                   "in this case",
                                                   "if so",
                                                   "then",
                                                   "as a result",
                                                   "for this reason",
                                                   "because of this",
                                                   "for example",
                                                   "instead",
                                                   "but ",
                                                   "and ",
                                                   "or ",
                                                   "so ",
                                                   "he ",
                                                   "she ",
                                                   "his ",
                                                   "her ",
                                                   "their ",
                                                   "its ",
                                                   "that ",
                                                   "that's ",
                                                   "which ",
                                                   "for these",
                                                   "in these",
                                                   "in such",
                                                   "with this",
                                                   "with these",
                                                   "by doing",
                                                   "in this",
                                                   "at this",
                                                   "like ",
                                                   "despite this",
                                                   "therefore",
                                                   "thus",
                                                   "furthermore",
                                                   "additionally",
                                                   "finally",
                                                   "second,",
                                                   "third,",
                                                   "next,",
                                                   "these resources",
                                                   "the following are",
                                                   "most of these",
                                                   "all of these",
                                                   "several of",
                                                   "depending",
                                                   "yes",
                                                   "no,",
                                                   "in fact",
                                                   "see ",
                                                   "read ",
                                                   "click",
                                                   "for more",
                                                   "learn",
                                                   "the answer",
                                                   "when this",
                                                   "when it",
                                                   "when they",
                                                   "if this",
                                                   "if it",
                                                   "if they",
                                                   "none of these",
                                                   "either ",
                                                   "neither ",
                                                   "after this",
                                                   "after that",
                                                   "during this",
                                                   "to do this",
                                                   "his or her"};
  // "May include the following: - a diet - surgery" says what follows.
  if (has_phrase(lower, "the following") && lower.find(": - ") == std::string_view::npos) return true;
  static constexpr std::string_view kWithin[] = {
      "listed below",     "described below", "see below",      "this type of",    "these types",
      "a different",      "these diseases",  "these factors",  "these medicine*", "these drugs",
      "these treatment*", "this treatment",  "this medicine",  "this drug",       "this condition",
      "these symptoms",   "these genes",     "this procedure", "these tests",     "this test",
      "these changes",    "these problems",  "this surgery",   "health topic",    "health topics",
      "web site",         "website",         "this section",   "this chapter",    "more information",
      "for information"};
  // "There are several treatments": but "…, including antidepressants" names some.
  if (lower.starts_with("there may also be")) return true;
  if (lower.starts_with("there are") && !has_phrase(lower, "includ*") && !has_phrase(lower, "such as"))
    return true;
  const bool opens = starts_with_one_of(lower, kOpenings);
  return opens || has_any_phrase(lower, kWithin) || lower.ends_with(":") ||
         lower.find('?') != std::string_view::npos;
}

bool stands_by_itself(std::string_view sentence) {
  static constexpr std::string_view kOpenings[] = {"may also ",
                                                   "may result ",
                                                   "may be ",
                                                   "other medicines ",
                                                   "other treatments ",
                                                   "it ",
                                                   "they ",
                                                   "these ",
                                                   "those ",
                                                   "such ",
                                                   "this is",
                                                   "this can",
                                                   "this may",
                                                   "this type",
                                                   "this condition",
                                                   "because it ",
                                                   "because they ",
                                                   "he ",
                                                   "she ",
                                                   "here are",
                                                   "here is",
                                                   "the following",
                                                   "for example",
                                                   "and ",
                                                   "for more"};
  const std::string lower = lower_ascii(sentence);
  return !starts_with_one_of(lower, kOpenings);
}

bool tells_of_research(std::string_view lower) {
  static constexpr std::string_view kStudied[] = {
      "research*",    "stud*",        "scientist*", "clinical trial*", "trial*", "investigat*",
      "being tested", "experimental", "funded",     "ninds",           "nih",    "in the future",
      "reported",     "et al"};
  return has_any_phrase(lower, kStudied);
}

}  // namespace attest
