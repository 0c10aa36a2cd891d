#include "reconcile/outcomes/comparison_cues.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

bool states_result(std::string_view lower) {
  static constexpr std::string_view kFound[] = {"reduced",    "increased",  "improved",    "decreased",
                                                "lowered",    "prevented",  "did not",     "was lower",
                                                "were lower", "was higher", "were higher", "prolonged",
                                                "shortened",  "raised",     "worsened"};
  static constexpr std::string_view kAgainst[] = {"compared with", "compared to", "than", "versus"};
  static constexpr std::string_view kPlanned[] = {"will", "may", "might", "could", "would", "if"};
  return has_any_phrase(lower, kFound) && has_any_phrase(lower, kAgainst) && !has_any_phrase(lower, kPlanned);
}

namespace {

// "Vitamin D(3)", "CO(2)": the number is part of the name.
bool is_part_of_name(std::string_view sentence, size_t open) {
  if (open == 0 || sentence[open] != '(' || !is_word_byte(sentence[open - 1])) return false;
  size_t start = open;
  while (start > 0 && is_word_byte(sentence[start - 1])) --start;
  constexpr size_t kLettersMax = 3;
  return open - start <= kLettersMax && is_upper(sentence[start]);
}

// "We consider that: (1) it is unlikely …; (2) it is…": the number of a part.
bool is_number_of_part(std::string_view sentence, size_t open, size_t behind) {
  if (behind >= sentence.size() || sentence[behind] != ' ' || sentence[open] != '(') return false;
  const std::string_view before = sentence.substr(0, open);
  return before.empty() || before.ends_with(": ") || before.ends_with("; ") || before.ends_with("; and ");
}

}  // namespace

bool cites_others(std::string_view sentence) {
  for (size_t i = 0; i + 1 < sentence.size(); ++i) {
    if ((sentence[i] != '[' && sentence[i] != '(') || !is_digit(sentence[i + 1])) continue;
    if (is_part_of_name(sentence, i)) continue;
    size_t end = i + 1;
    constexpr size_t kDigitsMax = 3;
    size_t digits = 0;
    size_t longest = 0;
    while (end < sentence.size() &&
           (is_digit(sentence[end]) || sentence[end] == ',' || sentence[end] == ' ' || sentence[end] == '-' ||
            !is_ascii(sentence[end]))) {
      digits = is_digit(sentence[end]) ? digits + 1 : 0;
      longest = std::max(longest, digits);
      ++end;
    }
    const bool closed = end < sentence.size() && sentence[end] == (sentence[i] == '[' ? ']' : ')');
    if (closed && longest <= kDigitsMax && !is_number_of_part(sentence, i, end + 1)) return true;
  }
  return false;
}

namespace {

// "X or Y": a word stands between two things that were given, and not between outcomes.
bool stands_beside(std::string_view lower, size_t at, size_t bytes, std::span<const ByteSpan> own) {
  constexpr size_t kBytesBetween = 12;
  return own.empty() || std::any_of(own.begin(), own.end(), [&](ByteSpan span) {
           const bool behind = at >= span.end && at - span.end <= kBytesBetween &&
                               lower.substr(span.end, at - span.end).find(',') == std::string_view::npos;
           return behind || (at + bytes <= span.start && span.start - at - bytes <= kBytesBetween);
         });
}

// "By more than 20 %" names a number, "other morbidity" an outcome.
bool names_no_arm(std::string_view word, std::string_view before, std::string_view next) {
  if (word == "than") return !next.empty() && is_digit(next.front());
  static constexpr std::string_view kOutcomes[] = {
      "morbidit*", "mortality", "cause*",  "outcome*",  "cancer*",     "event*", "complication*", "death*",
      "adverse",   "serious",   "symptom", "symptoms*", "endpoint*",   "side",   "measure*",      "site*",
      "secondary", "clinical",  "organ*",  "infection", "infections*", "type*",  "fracture*"};
  if (word == "other" && !next.empty() && is_digit(next.front())) return true;
  const std::string_view behind = next.substr(0, next.find_first_of(" ,.;-"));
  return word == "other" && !before.ends_with("the ") && !before.ends_with("each ") &&
         has_any_phrase(behind, kOutcomes);
}

// "Over 5 years", "protects against stroke", "both morbidity and mortality": words of other uses.
bool has_other_use(std::string_view word, std::string_view before, std::string_view behind) {
  static constexpr std::string_view kProtects[] = {"protect ",    "protects ",   "protected ", "protective ",
                                                   "protection ", "effective ",  "efficacy ",  "prophylaxis ",
                                                   "prevention ", "beneficial ", "benefit "};
  static constexpr std::string_view kTime[] = {"a ", "an ", "the ", "one ", "two ", "three ", "time"};
  static constexpr std::string_view kArms[] = {
      " groups", " arms", " treatments", " drugs", " therapies", " regimens", " agents",    " interventions",
      " were",   " had",  " showed",     " are",   " have",      " study",    " treatment", " strategies"};
  const auto starts = [&](std::string_view one) { return behind.starts_with(one); };
  if (word == "against")
    return std::any_of(std::begin(kProtects), std::end(kProtects),
                       [&](std::string_view one) { return before.ends_with(one); });
  const std::string_view next = behind.empty() ? behind : behind.substr(1);
  if (word == "than" || word == "other") return names_no_arm(word, before, next);
  if (word == "over" && !next.empty())
    return is_digit(next.front()) || std::any_of(std::begin(kTime), std::end(kTime),
                                                 [&](std::string_view one) { return next.starts_with(one); });
  if (word == "both" || word == "either") return std::none_of(std::begin(kArms), std::end(kArms), starts);
  return word == "between" && !next.empty() && is_digit(next.front());
}

}  // namespace

bool names_comparison(std::string_view lower, std::span<const ByteSpan> own) {
  static constexpr std::string_view kOwnGroups[] = {
      "between groups",           "between the groups",
      "between the two groups",   "between two groups",
      "between both groups",      "between the 2 groups",
      "between the arms",         "between the two arms",
      "between treatment groups", "between the treatment groups"};
  if (has_any_phrase(lower, kOwnGroups)) return false;
  static constexpr std::string_view kPhrases[] = {"compared",   "comparison", "versus",     "vs",
                                                  "superior",   "inferior",   "equivalent", "relative to",
                                                  "two groups", "all groups", "the groups"};
  if (has_any_phrase(lower, kPhrases)) return true;
  static constexpr std::string_view kOften[] = {"over",    "against", "both",  "either", "than",
                                                "between", "or",      "alone", "other"};
  for (const std::string_view word : kOften) {
    for (size_t at = find_phrase(lower, word); at != std::string_view::npos;
         at = find_phrase(lower, word, at + 1)) {
      // "X alone" is X and nothing else.
      const bool by_itself = word == "alone" && std::any_of(own.begin(), own.end(), [&](ByteSpan span) {
                               return span.end + 1 == at;
                             });
      if (by_itself) continue;
      const bool counts = word == "or"
                              ? stands_beside(lower, at, word.size(), own)
                              : !has_other_use(word, lower.substr(0, at), lower.substr(at + word.size()));
      if (counts) return true;
    }
  }
  return false;
}

bool is_setting(std::string_view lower, size_t start) {
  static constexpr std::string_view kBefore[] = {
      " before ",    " after ",     " undergoing ", " following ", " during ",   " prior to ",  " undergo ",
      " requiring ", " receiving ", " history of ", " need for ",  " standard ", " background "};
  // "Undergoing major vascular surgery": back over what kind it was.
  static constexpr std::string_view kKinds[] = {
      "major ",     "minor ",    "elective ", "cardiac ",    "noncardiac ", "non-cardiac ",
      "heart ",     "coronary ", "artery ",   "vascular ",   "abdominal ",  "bypass ",
      "hip ",       "knee ",     "cataract ", "orthopedic ", "orthopaedic", "thoracic ",
      "emergency ", "general ",  "primary ",  "open ",       "successful ", "urgent "};
  std::string_view before = lower.substr(0, start);
  for (bool stripped = true; stripped;) {
    if (std::any_of(std::begin(kBefore), std::end(kBefore),
                    [&](std::string_view phrase) { return before.ends_with(phrase); }))
      return true;
    stripped = false;
    for (const std::string_view kind : kKinds) {
      if (!before.ends_with(kind)) continue;
      before.remove_suffix(kind.size());
      stripped = true;
    }
  }
  return false;
}

bool is_joined(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "plus",       "combined with", "in combination", "combination",  "combinations",
      "added to",   "adding",        "addition of",    "adjunct*",     "add-on",
      "continuing", "together with", "followed by",    "supplemented", "with or without"};
  return has_any_phrase(lower, kPhrases);
}

bool opens_comparison(std::string_view lower, size_t start) {
  std::string_view before = lower.substr(0, start);
  // "Than did standard-dose X": how it was given, back to the word that compares.
  static constexpr std::string_view kForms[] = {"the ",
                                                "that of ",
                                                "those of ",
                                                "those with ",
                                                "those on ",
                                                "in ",
                                                "with ",
                                                "for ",
                                                "by ",
                                                "high-dose ",
                                                "low-dose ",
                                                "standard-dose ",
                                                "high dose ",
                                                "low dose ",
                                                "standard ",
                                                "oral ",
                                                "intravenous ",
                                                "twice-daily ",
                                                "conventional ",
                                                "subcutaneous ",
                                                "patients on ",
                                                "did ",
                                                "either ",
                                                "was ",
                                                "group ",
                                                "once-daily ",
                                                "patients receiving ",
                                                "patients taking ",
                                                "those receiving "};
  for (bool stripped = true; stripped;) {
    stripped = false;
    for (const std::string_view form : kForms) {
      if (!before.ends_with(form) || (form == "with " && before.ends_with("compared with ")) ||
          (form == "with " && before.ends_with("comparison with ")))
        continue;
      before.remove_suffix(form.size());
      stripped = true;
    }
  }
  static constexpr std::string_view kBefore[] = {"compared with ",
                                                 "compared to ",
                                                 "relative to ",
                                                 "in comparison with ",
                                                 "in comparison to ",
                                                 "versus ",
                                                 "as compared with ",
                                                 "than ",
                                                 "unlike ",
                                                 "superior to ",
                                                 "inferior to ",
                                                 "as effective as ",
                                                 "equivalent to ",
                                                 "comparable to ",
                                                 "similar to ",
                                                 "advantage over ",
                                                 "benefit over ",
                                                 "superiority over ",
                                                 "different from ",
                                                 "comparable with ",
                                                 "as efficacious as ",
                                                 "advantages over "};
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view phrase) { return before.ends_with(phrase); });
}

}  // namespace attest
