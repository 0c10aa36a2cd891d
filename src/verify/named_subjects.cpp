// Names are looked for as runs of stems, so that half a name ("acid" of "valproic acid") names nothing. A
// disease is also named by another form of its word ("diabetic"); a drug is not, since one drug is often
// another with a syllable more.
#include "verify/named_subjects.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/names/word_kind.h"
#include "text/tokens.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr float kNamedFrom = 0.85F;  // the same word, another form of it, another name
constexpr double kSureKind = 0.9;
constexpr size_t kBytesMin = 6;
constexpr float kRareFrom = 4.5F;  // words of medicine, not "acid" or "sugar"

struct Subject {
  size_t first = 0;  // words of the claim
  size_t count = 0;
  NamedThing thing = NamedThing::kNone;
  std::vector<std::string> names;  // stems, a space before each and behind the last
};

std::string as_run(const std::vector<std::string>& stems) {
  std::string run = " ";
  for (const std::string& stem : stems) run += stem + " ";
  return run;
}

std::string stems_with_spaces(std::string_view text, Stemmer& stemmer) {
  std::string run = " ";
  for (const Token& token : tokenize(text)) run.append(stemmer.stem(token.folded)).append(" ");
  return run;
}

// A name of one word that is an ordinary word as well ("even", "ten", "fast") is none here; what is written
// in capitals is an abbreviation.
bool may_be_name(std::string_view claim, const ReadText& read, size_t at, size_t count) {
  if (count > 1) return true;
  const ClaimWord& word = read.words[at];
  const std::string_view written = word.span.of(claim);
  constexpr size_t kCapitalsMin = 3;
  const bool capitals = written.size() >= kCapitalsMin &&
                        std::none_of(written.begin(), written.end(), [](char c) { return is_lower(c); }) &&
                        std::any_of(written.begin(), written.end(), [](char c) { return is_upper(c); });
  if (capitals) return true;
  return word.topic && word.folded.size() >= kBytesMin && word.weight >= kRareFrom;
}

bool is_run_at(const ReadText& read, size_t at, const std::vector<std::string>& stems) {
  if (stems.empty() || at + stems.size() > read.words.size()) return false;
  for (size_t i = 0; i < stems.size(); ++i) {
    if (read.words[at + i].stem != stems[i]) return false;
  }
  return true;
}

std::vector<std::string> names_of(const SameMeaning& meant, const SourceBeside& beside) {
  std::vector<std::string> names{as_run(meant.one)};
  for (const SameMeaning& meaning : beside.meanings) {
    if (meaning.one == meant.one) names.push_back(as_run(meaning.other));
    if (meaning.other == meant.one) names.push_back(as_run(meaning.one));
  }
  return names;
}

// The longest name at each place; what stands within it is no subject of its own.
std::vector<Subject> subjects_of(std::string_view text, const SourceBeside& beside) {
  std::vector<Subject> subjects;
  const ReadText& claim = beside.claim;
  for (size_t at = 0; at < claim.words.size(); ++at) {
    const SameMeaning* longest = nullptr;
    for (const SameMeaning& meaning : beside.meanings) {
      if (meaning.thing == NamedThing::kNone || !is_run_at(claim, at, meaning.one)) continue;
      if (longest == nullptr || meaning.one.size() > longest->one.size()) longest = &meaning;
    }
    if (longest == nullptr || !may_be_name(text, claim, at, longest->one.size())) continue;
    subjects.push_back({at, longest->one.size(), longest->thing, names_of(*longest, beside)});
    at += longest->one.size() - 1;
  }
  return subjects;
}

// The source as runs of stems, read when it is first asked.
class SourceNames {
 public:
  SourceNames(const SourceBeside& beside, const ClaimSource& source) : beside_(beside), source_(source) {}

  bool holds_any(const std::vector<std::string>& names) {
    if (text_.empty()) {
      text_ = stems_with_spaces(source_.title.of(source_.text), stemmer_);
      text_ += stems_with_spaces(source_.headings, stemmer_);
      for (const ByteSpan& sentence : source_.sentences)
        text_ += stems_with_spaces(sentence.of(source_.text), stemmer_);
    }
    return std::any_of(names.begin(), names.end(),
                       [this](const std::string& name) { return text_.find(name) != std::string::npos; });
  }

  bool names(const Subject& subject) {
    const auto& words = beside_.claim.words;
    bool all = true;
    for (size_t i = subject.first; i < subject.first + subject.count; ++i) {
      const float from = subject.thing == NamedThing::kCondition ? kNamedFrom : 1.0F;
      all = all && (!words[i].topic || beside_.anywhere[i] >= from || names_part(subject, i));
    }
    return all || holds_any(subject.names);
  }

 private:
  // "Squint surgery" where the source writes of surgery and of strabismus.
  bool names_part(const Subject& subject, size_t at) {
    if (subject.count == 1) return false;
    for (const SameMeaning& part : beside_.meanings) {
      if (part.one.size() >= subject.count || !is_run_at(beside_.claim, at, part.one)) continue;
      if (at + part.one.size() <= subject.first + subject.count && holds_any(names_of(part, beside_)))
        return true;
    }
    return false;
  }

  const SourceBeside& beside_;
  const ClaimSource& source_;
  Stemmer stemmer_;
  std::string text_;
};

// Ordinary words whose letters look like those of a drug or a disease.
constexpr std::array kNoNames = {"anyone"sv,     "everyone"sv,   "someone"sv,   "nobody"sv,     "everybody"sv,
                                 "besides"sv,    "beside"sv,     "inside"sv,    "outside"sv,    "alongside"sv,
                                 "online"sv,     "worldwide"sv,  "backbone"sv,  "strain"sv,     "strains"sv,
                                 "stretching"sv, "stretches"sv,  "patches"sv,   "overnight"sv,  "baseline"sv,
                                 "routine"sv,    "discipline"sv, "guideline"sv, "guidelines"sv, "medicine"sv,
                                 "medicines"sv,  "schoolwork"sv, "numbness"sv,  "eradicate"sv,  "halfway"sv};

bool names_by_letters(const ClaimWord& word) {
  if (is_one_of(word.folded, kNoNames)) return false;
  if (!word.topic || word.folded.size() < kBytesMin || word.weight < kRareFrom) return false;
  const WordKindEstimate estimate = estimate_word_kind(word.folded);
  return estimate.probability >= kSureKind &&
         (estimate.kind == WordKind::kChemical || estimate.kind == WordKind::kDisease);
}

}  // namespace

std::string unnamed_subject(std::string_view claim, const SourceBeside& beside, const ClaimSource& source) {
  SourceNames in_source(beside, source);
  const std::vector<ClaimWord>& words = beside.claim.words;
  std::vector<bool> known(words.size(), false);
  const Subject* unnamed = nullptr;
  bool drug_named = false;
  const std::vector<Subject> subjects = subjects_of(claim, beside);
  for (const Subject& subject : subjects) {
    std::fill_n(known.begin() + static_cast<std::ptrdiff_t>(subject.first), subject.count, true);
    const bool named = in_source.names(subject);
    drug_named = drug_named || (named && subject.thing == NamedThing::kDrug);
    if (!named && (unnamed == nullptr || unnamed->thing == NamedThing::kDrugClass)) unnamed = &subject;
  }
  // "The local anaesthetic bupivacaine": the class says what kind of thing the drug is.
  if (unnamed != nullptr && !(unnamed->thing == NamedThing::kDrugClass && drug_named)) {
    const size_t last = unnamed->first + unnamed->count - 1;
    return std::string(ByteSpan{words[unnamed->first].span.start, words[last].span.end}.of(claim));
  }
  for (size_t i = 0; i < words.size(); ++i) {
    if (!known[i] && beside.anywhere[i] < kNamedFrom && names_by_letters(words[i])) return words[i].folded;
  }
  return {};
}

}  // namespace attest
