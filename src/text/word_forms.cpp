// A stemmer cuts off endings of two kinds: those of grammar, which leave the thing as it is, and those of
// word formation, which make another thing of it. The Snowball stemmer (see stemmer.cpp) has steps for each,
// but gives only what is left after all of them; what it took is read here from the word and its stem.
#include "text/word_forms.h"

#include <algorithm>
#include <iterator>

#include "base/affix.h"

namespace attest {

namespace {

// What a stemmer may turn a last letter into ("therapy", "therapi").
constexpr size_t kStemLettersChanged = 1;

bool is_grammar(std::string_view ending) {
  static constexpr std::string_view kEndings[] = {"",    "s",    "es", "e",   "ed",  "d",
                                                  "ing", "ings", "y",  "ies", "ion", "ions"};
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

struct Kind {
  std::string_view ending;
  std::string_view kind;
};

// Endings of one kind that differ by more than number.
constexpr Kind kKinds[] = {{"ated", "ation"}, {"ating", "ation"}, {"ied", "y"},     {"ical", "ic"},
                           {"ically", "ic"},  {"ional", "al"},    {"ive", "iv"},    {"ize", "iz"},
                           {"ized", "iz"},    {"izing", "iz"},    {"ization", "iz"}};

}  // namespace

std::string word_form(std::string_view american, std::string_view stem) {
  const auto parting = std::mismatch(american.begin(), american.end(), stem.begin(), stem.end());
  const auto shared = static_cast<size_t>(parting.first - american.begin());
  std::string form(stem);
  if (shared + kStemLettersChanged < stem.size()) return form;
  std::string ending(american.substr(shared));
  if (ending.ends_with("ies") && ending.size() > 3) ending.replace(ending.size() - 3, 3, "y");
  // "Stopped": the doubled letter is the verb's.
  if (ending.size() > 2 && !stem.empty() && ending.front() == stem.back() && is_grammar(ending.substr(1)))
    return form;
  if (is_grammar(ending)) {
    // A ketone is another substance: silicone is no silicon.
    if ((ending == "e" || ending == "es") && stem.ends_with("on")) form += "+one";
    return form;
  }
  if (ending.ends_with('s') && !ending.ends_with("ss") && !ending.ends_with("is") && !ending.ends_with("us"))
    ending.pop_back();
  std::string_view kind = ending;
  for (const Kind& one : kKinds) {
    if (ending == one.ending) kind = one.kind;
  }
  if (kind.ends_with('e')) kind.remove_suffix(1);
  form += '+';
  form += kind;
  return form;
}

std::string_view attributive_form(std::string_view form) {
  if (form.find('+') == std::string_view::npos) return form;
  for (const std::string_view ending : {"+one", "+ic", "+al", "+ar"}) {
    if (form.ends_with(ending)) return form.substr(0, form.size() - ending.size());
  }
  return form;
}

std::string_view without_adjective(std::string_view form) {
  if (form.find('+') == std::string_view::npos) return {};
  for (const std::string_view ending : {"+ic", "+iv", "+al", "+ous", "+ant", "+ent"}) {
    if (form.ends_with(ending)) return form.substr(0, form.size() - ending.size());
  }
  return {};
}

void latin_singular(std::string& word) {
  constexpr size_t kLettersMin = 7;
  if (word.size() < kLettersMin) return;
  static constexpr std::string_view kPlurals[] = {"stases", "yses",    "theses",  "noses",
                                                  "broses", "ychoses", "euroses", "mboses",
                                                  "eroses", "rhoses",  "croses",  "ptoses"};
  if (ends_with_one_of(word, kPlurals)) word.replace(word.size() - 2, 1, "i");
}

}  // namespace attest
