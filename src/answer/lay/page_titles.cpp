#include "answer/lay/page_titles.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/brackets.h"
#include "text/phrases.h"

namespace attest {
namespace {

// Words of a title that ask, and name nothing. They are taken away at both ends only.
constexpr auto kAsking = std::to_array<std::string_view>(
    {"what",         "is",        "are",        "the",          "a",
     "an",           "how",       "do",         "does",         "to",
     "of",           "for",       "who",        "at",           "risk",
     "by",           "i",         "you",        "we",           "need",
     "know",         "about",     "my",         "your",         "have",
     "has",          "in",        "with",       "treatments",   "treated",
     "treatment",    "treat",     "manage",     "managed",      "management",
     "causes",       "cause",     "caused",     "symptoms",     "signs",
     "symptom",      "diagnose",  "diagnosed",  "tests",        "prevent",
     "outlook",      "prevented", "prevention", "prognosis",    "many",
     "people",       "get",       "affected",   "inherited",    "information",
     "living",       "and",       "overview",   "introduction", "facts",
     "fact",         "sheet",     "guide",      "adults",       "children",
     "child's",      "genetic",   "changes",    "related",      "complications",
     "understanding"});

std::vector<std::string> words_of(std::string_view bare) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char letter : bare) {
    const bool part =
        static_cast<unsigned char>(letter) >= 0x80 || is_word_byte(letter) || letter == '\'' || letter == '-';
    if (part)
      word += letter;
    else
      end_word();
  }
  end_word();
  return words;
}

bool is_asking(const std::string& word) {
  return std::find(kAsking.begin(), kAsking.end(), word) != kAsking.end();
}

// "Parkinson's diseases" and "parkinson disease" are one name; so are "anaemia" and "anemia".
std::string key_of_name(std::string_view name) {
  std::string key;
  for (std::string word : words_of(without_round_brackets(lower_ascii(name)))) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    std::erase_if(word, [](char letter) { return letter == '\'' || letter == '-'; });
    if (word.ends_with('s') && word.size() > 3) word.pop_back();
    for (const char letter : word) {
      const bool latin = letter == 'e' && !key.empty() && (key.back() == 'a' || key.back() == 'o');
      if (latin) key.pop_back();
      key += letter;
    }
  }
  return key;
}

// "Chlamydia infections" of chlamydia: the last word says of what sort the thing is, and names no other.
std::string key_without_sort(std::string_view name) {
  static constexpr std::string_view kSorts[] = {"infection", "infections", "disease",  "diseases", "disorder",
                                                "disorders", "syndrome",   "problems", "attacks",  "attack"};
  std::vector<std::string> words = words_of(without_round_brackets(lower_ascii(name)));
  if (words.size() < 2 || !is_one_of(words.back(), kSorts)) return {};
  words.pop_back();
  std::string bare;
  for (const std::string& word : words) bare += (bare.empty() ? "" : " ") + word;
  return key_of_name(bare);
}

}  // namespace

PageTitle read_page_title(std::string_view title) {
  PageTitle page;
  const std::string bare = without_round_brackets(lower_ascii(title));
  std::vector<std::string> words = words_of(bare);
  while (!words.empty() && is_asking(words.front())) words.erase(words.begin());
  while (!words.empty() && is_asking(words.back())) words.pop_back();
  for (const std::string& word : words) page.subject += (page.subject.empty() ? "" : " ") + word;
  page.of_inheritance = has_phrase(bare, "inherited") || has_phrase(bare, "hereditary");
  if (bare.starts_with("who is at risk")) {
    page.asks = Intent::kCause;
    return page;
  }
  if (bare.starts_with("what to do")) {
    page.asks = Intent::kGeneral;  // what to eat, and where to read more
    return page;
  }
  const IntentReading reading = read_intent(plain_words(bare));
  page.asks =
      reading.strength > 0 && reading.intent != Intent::kGeneral ? reading.intent : Intent::kDefinition;
  return page;
}

SubjectFit subject_fit(const Concept& thing, std::string_view subject) {
  constexpr float kOwnNameMin = 0.99F;  // no wider thing
  // "Parasites - Lice - Head Lice"
  if (const size_t last = subject.rfind(" - "); last != std::string_view::npos)
    subject.remove_prefix(last + 3);
  const std::string key = key_of_name(subject);
  if (key.empty()) return SubjectFit::kOther;
  if (key == key_of_name(thing.asked_as) || key == key_of_name(thing.label)) return SubjectFit::kVeryName;
  const bool named =
      std::any_of(thing.variants.begin(), thing.variants.end(), [&](const ConceptVariant& variant) {
        constexpr size_t kShortFormMin = 4;  // "COPD"; shorter ones stand for too much
        const bool may_be_it = !variant.abbreviation || variant.words.size() >= kShortFormMin;
        return variant.weight >= kOwnNameMin && may_be_it && key_of_name(variant.words) == key;
      });
  if (named) return SubjectFit::kOtherName;
  // "Alcoholism and alcohol abuse": both halves name it; not "amyloidosis and kidney disease".
  if (const size_t both = subject.find(" and "); both != std::string_view::npos) {
    const std::string_view second = subject.substr(both + 5);
    if (second.find(" and ") == std::string_view::npos &&
        subject_fit(thing, subject.substr(0, both)) != SubjectFit::kOther &&
        subject_fit(thing, second) != SubjectFit::kOther)
      return SubjectFit::kOtherName;
  }
  const std::string bare = key_without_sort(subject);
  const bool sort_more =
      (!bare.empty() && (bare == key_of_name(thing.asked_as) || bare == key_of_name(thing.label))) ||
      key == key_without_sort(thing.asked_as) || key == key_without_sort(thing.label);
  return sort_more ? SubjectFit::kOtherName : SubjectFit::kOther;
}

bool is_kind_of(const Concept& thing, std::string_view subject, std::vector<std::string>& words_more) {
  static constexpr auto kNoKind = std::to_array<std::string_view>(
      {"disease",  "diseases", "disorder", "disorders",  "syndrome",   "acute",     "chronic",
       "adult",    "attack",   "attacks",  "common",     "idiopathic", "infection", "infections",
       "problems", "primary",  "the",      "of",         "a",          "an",        "and",
       "in",       "with",     "or",       "for",        "type",       "essential", "symptoms",
       "pain",     "human",    "seasonal", "age-related"});
  words_more.clear();
  if (subject_fit(thing, subject) != SubjectFit::kOther) return false;
  const std::string lower = lower_ascii(subject);
  for (const ConceptVariant& variant : thing.variants) {
    constexpr float kOwnNameMin = 0.99F;
    const std::string name = lower_ascii(variant.words);
    if (variant.weight < kOwnNameMin || variant.abbreviation || !has_phrase(lower, name)) continue;
    const std::vector<std::string> of_name = words_of(name);
    for (const std::string& word : words_of(lower)) {
      const bool known = std::find(of_name.begin(), of_name.end(), word) != of_name.end() || word == "-" ||
                         std::find(kNoKind.begin(), kNoKind.end(), word) != kNoKind.end();
      if (!known) words_more.push_back(word);
    }
    return !words_more.empty();
  }
  return false;
}

bool names_itself(const Concept& thing, std::string_view lower) {
  constexpr float kOwnNameMin = 0.99F;
  return std::any_of(thing.variants.begin(), thing.variants.end(), [&](const ConceptVariant& variant) {
    return variant.weight >= kOwnNameMin && !variant.abbreviation &&
           has_phrase(lower, lower_ascii(variant.words) + "*");
  });
}

}  // namespace attest
