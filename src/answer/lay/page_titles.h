// What the title of a page for patients asks, and of which thing: "What are the treatments for Gout ?" asks
// for the treatment of gout; "Gout" alone tells what gout is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "question/question.h"

namespace attest {

struct PageTitle {
  Intent asks = Intent::kDefinition;
  bool of_inheritance = false;  // "Is gout inherited ?"
  std::string subject;          // what is left without the words that ask
};

PageTitle read_page_title(std::string_view title);

// How well a title's subject is the thing itself.
enum class SubjectFit : uint8_t {
  kOther,
  kOtherName,  // another name of the thesaurus, which may be that of a kind of it
  kVeryName,   // the word that was asked, or the name of the thing
};
SubjectFit subject_fit(const Concept& thing, std::string_view subject);

// Whether the subject is a kind of the thing: "male breast cancer", asked of breast cancer. `words_more`:
// those that make it one.
bool is_kind_of(const Concept& thing, std::string_view subject, std::vector<std::string>& words_more);

// Whether a text in small letters has a name of the thing's own in it: what a page on a wider thing says may
// be untrue of one that it does not even name.
bool names_itself(const Concept& thing, std::string_view lower);

}  // namespace attest
