#include "verify/claim_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/one_of.h"
#include "text/abbreviations.h"
#include "text/number_words.h"
#include "text/people_words.h"
#include "text/phrases.h"
#include "verify/verify_answer.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr float kNumberWeight = 3.0F;  // a number in common says about as much as an ordinary content word
constexpr float kUnknownWeight = 9.0F;

constexpr std::array kClauseStarts = {"and"sv,     "but"sv,     "that"sv,  "which"sv, "while"sv,
                                      "whereas"sv, "whose"sv,   "where"sv, "than"sv,  "although"sv,
                                      "or"sv,      "thereby"sv, "thus"sv,  "who"sv,   "because"sv};
constexpr std::array kPartStarts = {"but"sv,     "while"sv,  "whereas"sv, "although"sv,
                                    "however"sv, "though"sv, "unlike"sv};
// "ACE inhibitors", "a TNF antagonist": words of a name, unless what they act on follows ("an inhibitor of").
constexpr std::array kAgentNouns = {"inhibitor"sv, "inhibitors"sv, "antagonist"sv, "antagonists"sv,
                                    "agonist"sv,   "agonists"sv,   "blocker"sv,    "blockers"sv,
                                    "activator"sv, "activators"sv, "suppressor"sv, "suppressants"sv};
constexpr std::array kOtherPeople = {"mothers"sv, "those"sv};
constexpr std::array kComparisons = {"than"sv,     "versus"sv,     "vs"sv,
                                     "compared"sv, "comparison"sv, "relative to"sv};

bool starts_clause(std::string_view folded) {
  return std::find(kClauseStarts.begin(), kClauseStarts.end(), folded) != kClauseStarts.end();
}

// The number that a word is, and whether it is a share of a hundred.
void read_value(ClaimWord& word, std::string_view folded, std::string_view before, std::string_view after) {
  if (is_digit(folded[0])) {
    double value = 0;
    const auto end = std::from_chars(folded.data(), folded.data() + folded.size(), value);
    if (end.ec == std::errc() && end.ptr == folded.data() + folded.size()) word.value = value;
    const size_t sign = after.find_first_not_of(' ');
    word.percent =
        sign != std::string_view::npos && (after[sign] == '%' || after.substr(sign).starts_with("per cent") ||
                                           after.substr(sign).starts_with("percent"));
    return;
  }
  constexpr int kCountMin = 2;  // "one" is a pronoun more often
  constexpr int kCountMax = 12;
  if (const int count = value_of_number_word(folded).value_or(0); count >= kCountMin && count <= kCountMax)
    word.value = count;
  const bool one = before == "a" || before == "one";
  if (folded == "half") word.value = 50;
  if (folded == "quarter" && one) word.value = 25;
  if (folded == "quarters" && before == "three") word.value = 75;
  if (folded == "third" && one) word.value = 100.0 / 3;
  if (folded == "thirds" && before == "two") word.value = 200.0 / 3;
  if (folded == "fifth" && one) word.value = 20;
  if (folded == "tenth" && one) word.value = 10;
  word.percent = word.value && (folded == "half" || folded.starts_with("quarter") || folded == "fifth" ||
                                folded == "tenth" || folded.starts_with("third"));
}

constexpr std::array kLevels = {80.0, 90.0, 95.0, 97.5, 98.0, 99.0, 99.9};
constexpr std::array kIntervals = {"ci"sv,  "cis"sv,         "confidence"sv, "credible"sv,
                                   "cri"sv, "compatibil*"sv, "cl"sv,         "c.i."sv};

// "95% CI", "CI 95%", "confidence interval (95%)": how sure an interval is, and nothing that was found.
bool is_level(std::string_view lower, const ClaimWord& word) {
  if (!word.value || std::find(kLevels.begin(), kLevels.end(), *word.value) == kLevels.end()) return false;
  size_t after = lower.find_first_not_of(" %-", word.span.end);
  if (after == std::string_view::npos) after = lower.size();
  const std::string_view rest = lower.substr(after);
  for (const std::string_view name : kIntervals) {
    if (find_phrase(rest, name) == 0) return true;
  }
  if (!word.percent) return false;
  const std::string_view before = lower.substr(0, word.span.start);
  const std::string_view head = before.substr(0, before.find_last_not_of(" (:[") + 1);
  return head.ends_with(" ci") || head.ends_with("(ci") || head.ends_with("[ci") ||
         head.ends_with("confidence interval");
}

// "One in five", "three out of four": a share, at the second number; the first is none of its own.
void read_shares_in_words(std::vector<ClaimWord>& words, std::string& counted,
                          std::vector<std::string>& told) {
  static constexpr std::array kUnits = {"years"sv,  "months"sv, "weeks"sv,  "days"sv,    "hours"sv,
                                        "groups"sv, "arms"sv,   "trials"sv, "studies"sv, "year"sv};
  constexpr double kWholeMax = 100;
  for (size_t i = 0; i + 2 < words.size(); ++i) {
    const bool one = words[i].folded == "one";
    if (!one && !words[i].value) continue;
    size_t whole = i + 1;
    if (words[whole].folded == "out" && words[whole + 1].folded == "of") ++whole;
    if (words[whole].folded != "in" && words[whole].folded != "of") continue;
    if (words[whole].folded == "of" && whole == i + 1) continue;
    if (++whole >= words.size() || !words[whole].value || words[whole].percent) continue;
    const double part = one ? 1 : *words[i].value;
    const double all = *words[whole].value;
    if (part >= all || all > kWholeMax || words[i].percent) continue;
    if (whole + 1 < words.size() && is_one_of(words[whole + 1].folded, kUnits)) continue;
    words[whole].value = 100 * part / all;
    words[whole].percent = true;
    words[whole].number = false;
    words[i].value.reset();
    for (const size_t at : {i, whole})
      std::fill_n(counted.begin() + words[at].span.start, words[at].span.size(), ' ');
    std::string share = std::to_string(static_cast<int>(std::round(100 * part / all)));
    told.push_back(std::move(share));
  }
}

// Where `stems` stands in a row among the words; their count when it does not.
size_t find_run(const std::vector<ClaimWord>& words, const std::vector<std::string>& stems, size_t from) {
  for (size_t i = from; i + stems.size() <= words.size(); ++i) {
    size_t same = 0;
    while (same < stems.size() && words[i + same].stem == stems[same]) ++same;
    if (same == stems.size()) return i;
  }
  return words.size();
}

void add_other_stems(ReadText& text, const std::vector<std::string>& seen,
                     const std::vector<std::string>& meant) {
  if (seen.empty()) return;
  for (size_t at = find_run(text.words, seen, 0); at < text.words.size();
       at = find_run(text.words, seen, at + 1)) {
    for (const std::string& stem : meant) {
      if (std::find(seen.begin(), seen.end(), stem) != seen.end()) continue;
      text.others.push_back({stem, static_cast<uint32_t>(at)});
    }
  }
}

std::vector<Trigram> trigrams_of(std::string_view lower) {
  std::vector<uint32_t> all;
  uint32_t letters = 0;
  for (size_t i = 0; i < lower.size(); ++i) {
    letters = (letters << 8 | static_cast<unsigned char>(lower[i])) & 0xFFFFFF;
    if (i >= 2) all.push_back(letters);
  }
  std::sort(all.begin(), all.end());
  std::vector<Trigram> trigrams;
  for (const uint32_t value : all) {
    if (trigrams.empty() || trigrams.back().letters != value) trigrams.push_back({value, 0});
    trigrams.back().count += 1;
  }
  return trigrams;
}

std::vector<std::string> all_stems(std::string_view text, Stemmer& stemmer) {
  std::vector<std::string> stems;
  for (const Token& token : tokenize(text)) stems.emplace_back(stemmer.stem(token.folded));
  return stems;
}

// "Non-specific treatments", "not only", "rather high": nothing is denied of what is told.
void drop_named_denials(std::vector<ClaimWord>& words, std::string_view lower) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (!words[i].negation) continue;
    const std::string_view after = i + 1 < words.size() ? std::string_view(words[i + 1].folded) : ""sv;
    const bool hyphen = words[i].span.end < lower.size() && lower[words[i].span.end] == '-';
    const bool named = words[i].folded == "non" && hyphen && !after.starts_with("signific") &&
                       !after.starts_with("inferior");
    const bool not_only = words[i].folded == "not" && (after == "only" || after == "just");
    const bool degree = words[i].folded == "rather" && after != "than";
    if (named || not_only || degree) words[i].negation = false;
  }
}

// Falls that people have, drops that are given, lead that poisons, a nerve block, "as well as".
bool is_thing(const std::vector<ClaimWord>& words, size_t at) {
  static constexpr std::array kBeforeFalls = {
      "of"sv,         "from"sv,      "for"sv,      "and"sv,       "or"sv,        "any"sv,
      "accidental"sv, "recurrent"sv, "after"sv,    "their"sv,     "causing"sv,   "without"sv,
      "injurious"sv,  "fewer"sv,     "more"sv,     "reduce"sv,    "reduces"sv,   "reduced"sv,
      "reducing"sv,   "prevent"sv,   "prevents"sv, "prevented"sv, "preventing"sv};
  static constexpr std::array kBeforeDrops = {"eye"sv,   "ear"sv,  "nose"sv,    "nasal"sv,
                                              "cough"sv, "drug"sv, "steroid"sv, "corticosteroid"sv};
  static constexpr std::array kBeforeBlock = {"nerve"sv,  "heart"sv,  "branch"sv,   "plexus"sv,  "pudendal"sv,
                                              "caudal"sv, "spinal"sv, "epidural"sv, "regional"sv};
  static constexpr std::array kAfterLead = {"poisoning"sv, "level"sv,          "levels"sv, "exposure"sv,
                                            "intake"sv,    "concentrations"sv, "content"sv};
  const std::string_view word = words[at].folded;
  const std::string_view before = at > 0 ? std::string_view(words[at - 1].folded) : ""sv;
  const std::string_view after = at + 1 < words.size() ? std::string_view(words[at + 1].folded) : ""sv;
  if (word == "falls") return at == 0 || words[at].part_start || is_one_of(before, kBeforeFalls);
  if (word == "drops" || word == "drop") return is_one_of(before, kBeforeDrops);
  if (word == "block" || word == "blocks" || word == "blockade") return is_one_of(before, kBeforeBlock);
  if (word == "lead") return is_one_of(after, kAfterLead) || before == "blood";
  return false;
}

// Words that go up or down elsewhere and here are part of a name, or say whom it is told of ("patients with
// elevated blood pressure"): they assert nothing.
void drop_named_directions(std::vector<ClaimWord>& words) {
  constexpr size_t kOfPeople = 2;  // words behind "patients with"
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view after = i + 1 < words.size() ? std::string_view(words[i + 1].folded) : ""sv;
    const bool first = i == 0 || words[i].clause_start;
    if (is_one_of(words[i].folded, kAgentNouns) && words[i].direction && !first && after != "of" &&
        (words[i - 1].topic || words[i - 1].direction)) {
      words[i].direction.reset();
      words[i].topic = true;
    }
    if (words[i].direction && is_thing(words, i)) {
      words[i].direction.reset();
      words[i].topic = true;
    }
    if (words[i].folded == "well" && after == "as") words[i].direction.reset();
    const bool people = is_one_of(words[i].folded, kPeopleNouns) || is_one_of(words[i].folded, kOtherPeople);
    if (!people || (after != "with" && after != "having")) continue;
    for (size_t k = i + 2; k < words.size() && k < i + 2 + kOfPeople && !words[k].clause_start; ++k) {
      const bool named = words[k].direction && (words[k].direction->axis == DirectionAxis::kAmount);
      if (named) words[k].direction.reset();
    }
  }
}

}  // namespace

ReadText read_claim_text(std::string_view text, const std::vector<SameMeaning>& meanings, Stemmer& stemmer) {
  const WordTable* const table = built_in_words();
  ReadText read;
  read.lower = lower_ascii(text);
  std::vector<Token> tokens = tokenize(text);
  if (tokens.size() > limits::kClaimWordsMax) tokens.resize(limits::kClaimWordsMax);
  std::string counted(text);  // without the levels of intervals
  uint32_t before = 0;
  bool clause = false;
  std::string last;
  for (Token& token : tokens) {
    ClaimWord word;
    word.span = token.span;
    word.stem = stemmer.stem(token.folded);
    const std::string_view gap = text.substr(before, token.span.start - before);
    before = token.span.end;
    word.clause_start = clause || gap.find_first_of(",;:(") != std::string_view::npos;
    clause = starts_clause(token.folded);
    const bool ends_sentence = gap.find(". ") != std::string_view::npos;
    word.part_start = ends_sentence || gap.find_first_of(";:?!\n") != std::string_view::npos ||
                      std::find(kPartStarts.begin(), kPartStarts.end(), token.folded) != kPartStarts.end();
    read_value(word, token.folded, last, text.substr(token.span.end));
    if (is_level(read.lower, word)) {
      word.value.reset();
      word.percent = false;
      std::fill_n(counted.begin() + word.span.start, word.span.size(), ' ');
    }
    word.negation = is_negation(token.folded);
    word.number = is_digit(token.folded[0]);
    const bool stop = is_stop_word(token.folded);
    if (!stop) {
      word.direction = direction_of(word.stem, token.folded);
      if (table != nullptr) word.known = table->find(word.stem);
      word.weight = word.number        ? kNumberWeight
                    : table == nullptr ? kUnknownWeight
                                       : std::min(table->rarity(word.known), kUnknownWeight);
      word.topic = !word.direction && !word.negation && !word.number;
    }
    last = token.folded;
    word.folded = std::move(token.folded);
    read.words.push_back(std::move(word));
  }
  drop_named_directions(read.words);
  drop_named_denials(read.words, read.lower);
  read.negated =
      std::any_of(read.words.begin(), read.words.end(), [](const ClaimWord& word) { return word.negation; });
  std::vector<std::string> told;
  read_shares_in_words(read.words, counted, told);
  for (const SameMeaning& meaning : meanings) {
    add_other_stems(read, meaning.one, meaning.other);
    add_other_stems(read, meaning.other, meaning.one);
  }
  read.trigrams = trigrams_of(read.lower);
  read.numbers = numbers_of(counted);
  read.numbers.insert(read.numbers.end(), told.begin(), told.end());
  read.no_effect = says_no_effect(read.lower);
  read.hedged = is_hedged(read.lower);
  read.compares = has_any_phrase(read.lower, kComparisons);
  return read;
}

std::vector<SameMeaning> abbreviations_of(std::string_view text, Stemmer& stemmer) {
  std::vector<SameMeaning> meanings;
  for (const Abbreviation& found : find_abbreviations(text)) {
    SameMeaning meaning{all_stems(found.short_form.of(text), stemmer),
                        all_stems(found.long_form.of(text), stemmer)};
    if (!meaning.one.empty() && !meaning.other.empty()) meanings.push_back(std::move(meaning));
  }
  return meanings;
}

std::string_view text_between(const ReadText& text, size_t first, size_t end) {
  if (first >= end) return {};
  const size_t from = text.words[first].span.start;
  return std::string_view(text.lower).substr(from, text.words[end - 1].span.end - from);
}

}  // namespace attest
