// A number of a registry in a text is that of its own study only where the text says so: the sentence speaks
// of registering or gives an identifier ("ClinicalTrials.gov number, NCT…"), stands under such a heading, is
// nothing but the number, or has it in brackets behind "this trial". A sentence that speaks of other studies
// ("unlike", "an ancillary study of", "we pooled") names theirs.
#include "text/registration_statements.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

// "This trial is registered": whatever else stands in the sentence, it speaks of its own study.
constexpr std::string_view kOwnStudies[] = {
    "this trial",    "this study",    "this protocol", "this work",         "this research",
    "our trial",     "our study",     "our protocol",  "the present trial", "the present study",
    "present trial", "current trial", "current study", "this randomi*",     "this phase",
    "this review",   "this clinical", "this rct",      "this registered"};

constexpr std::string_view kRegistered[] = {
    "regist*",      "identification number",      "trial number",      "trial no", "trial id",
    "study number", "clinical trial information", "unique identifier", "prospero"};

// Of another study, or of several: said of a study beside the number.
constexpr std::string_view kOthers[] = {"unlike",
                                        "in contrast",
                                        "contrary to",
                                        "as opposed to",
                                        "other trial*",
                                        "other study",
                                        "other studies",
                                        "other clinical",
                                        "other randomi*",
                                        "another",
                                        "previous*",
                                        "earlier",
                                        "prior trial*",
                                        "prior study",
                                        "prior studies",
                                        "preceding",
                                        "ancillary",
                                        "substudy",
                                        "sub-study",
                                        "sub study",
                                        "substudies",
                                        "pooled",
                                        "pooling",
                                        "we pool",
                                        "combined data",
                                        "combined analys*",
                                        "data from",
                                        "data of the",
                                        "parent trial",
                                        "parent study",
                                        "nested",
                                        "companion",
                                        "sister trial",
                                        "feeder",
                                        "rolled over",
                                        "roll over",
                                        "rollover",
                                        "completed study",
                                        "completed trial",
                                        "who completed",
                                        "who participated",
                                        "participants in the",
                                        "participants of the",
                                        "enrolled in the",
                                        "derived from",
                                        "subset of",
                                        "were part of",
                                        "historical",
                                        "future",
                                        "forthcoming",
                                        "planned trial*",
                                        "under way",
                                        "underway",
                                        "is ongoing",
                                        "are ongoing",
                                        "ongoing trial*",
                                        "ongoing study",
                                        "ongoing studies",
                                        "ongoing phase",
                                        "now recruiting",
                                        "will be tested",
                                        "consistent with",
                                        "similar to",
                                        "as in the",
                                        "included trial*",
                                        "eligible trial*",
                                        "identified trial*",
                                        "both trials",
                                        "two trials",
                                        "three trials",
                                        "comment on",
                                        "compared with the",
                                        "complement*",
                                        "follow* from",
                                        "control arm of",
                                        "control group of"};

// Even where the sentence speaks of its own study, the number that follows these is another's.
constexpr std::string_view kOthersAlways[] = {"unlike",    "in contrast", "ancillary",   "substudy",
                                              "sub-study", "sub study",   "contrary to", "other trial*",
                                              "pooled",    "parent",      "nested",      "data from"};

// Whether a register's name with what introduces its number ("ClinicalTrials.gov number,", "EudraCT no.:")
// stands right before it.
bool introduced(std::string_view lower_before) {
  constexpr size_t kNear = 48;
  const std::string_view near =
      lower_before.substr(lower_before.size() > kNear ? lower_before.size() - kNear : 0);
  static constexpr std::string_view kRegisters[] = {"clinicaltrials.gov",
                                                    "clinical trials.gov",
                                                    "clinicaltrials. gov",
                                                    "clinicaltrial.gov",
                                                    "clinicaltrials",
                                                    "eudract",
                                                    "eudra-ct",
                                                    "controlled trials",
                                                    "controlled-trials",
                                                    "trialregister",
                                                    "irct",
                                                    "isrctn",
                                                    "eu ct",
                                                    "clinical trials"};
  static constexpr std::string_view kIntroductions[] = {
      "number", "identifier", "id", "no", "nr", "reference", "code", "ref", "numbers", "identifiers"};
  const bool named = std::any_of(std::begin(kRegisters), std::end(kRegisters), [&](std::string_view name) {
    return near.find(name) != std::string_view::npos;
  });
  if (!named) return false;
  return near.find(':') != std::string_view::npos || has_any_phrase(near, kIntroductions);
}

// A sentence that holds numbers of registries and hardly anything else: "ClinicalTrials.gov NCT01234567."
bool only_numbers(std::string_view sentence, std::span<const RegistryNumber> numbers, uint32_t offset) {
  constexpr size_t kOtherLettersMax = 60;
  size_t letters = 0;
  for (size_t i = 0; i < sentence.size(); ++i) {
    const uint32_t at = offset + static_cast<uint32_t>(i);
    const bool of_number = std::any_of(numbers.begin(), numbers.end(), [&](const RegistryNumber& one) {
      return at >= one.span.start && at < one.span.end;
    });
    letters += !of_number && is_letter_byte(sentence[i]) ? 1 : 0;
  }
  static constexpr std::string_view kRegisterWords[] = {"clinicaltrials*",   "clinical trials*", "eudract",
                                                        "controlled trials", "trialregister*",   "http*"};
  return letters <= 4 ||
         (letters <= kOtherLettersMax && has_any_phrase(lower_ascii(sentence), kRegisterWords) &&
          !has_phrase(lower_ascii(sentence), "trial ("));
}

// "We did a randomised trial (NCT01234567)": in brackets behind the study that the text reports.
bool behind_own_study(std::string_view lower_before) {
  const size_t open = lower_before.find_last_of("([");
  if (open == std::string_view::npos || lower_before.find_first_of(")]", open) != std::string_view::npos)
    return false;
  std::string_view said = lower_before.substr(0, open);
  constexpr size_t kClause = 200;
  if (said.size() > kClause) said.remove_prefix(said.size() - kClause);
  while (!said.empty() && said.back() == ' ') said.remove_suffix(1);
  static constexpr std::string_view kStudies[] = {"trial", "study", "protocol", "rct"};
  if (!ends_with_one_of(said, kStudies)) return false;
  static constexpr std::string_view kOurs[] = {"this",   "our",          "the present",  "the current",
                                               "we did", "we conducted", "we performed", "we carried out",
                                               "we ran", "in a",         "was a",        "in this"};
  return has_any_phrase(said, kOurs);
}

// "A randomised trial of azathioprine (NCT01234567)", and no other number in the text.
bool behind_only_trial(std::string_view lower_before, std::span<const RegistryNumber> numbers,
                       std::string_view text) {
  const bool alone = std::all_of(numbers.begin(), numbers.end(), [&](const RegistryNumber& one) {
    return one.span.of(text) == numbers.front().span.of(text);
  });
  const size_t open = lower_before.find_last_of("([");
  if (!alone || open == std::string_view::npos ||
      lower_before.find_first_of(")]", open) != std::string_view::npos)
    return false;
  constexpr size_t kClause = 120;
  std::string_view said = lower_before.substr(0, open);
  if (said.size() > kClause) said.remove_prefix(said.size() - kClause);
  static constexpr std::string_view kTrials[] = {"randomised trial of",      "randomized trial of",
                                                 "controlled trial of",      "analysis of a randomi*",
                                                 "analysis of the randomi*", "post hoc analysis of"};
  return has_any_phrase(said, kTrials);
}

// The heading over a sentence speaks of registering.
bool under_registration(std::string_view text, uint32_t start) {
  if (start == 0 || text[start - 1] != '\n') return false;
  size_t end = start;
  while (end > 0 && text[end - 1] == '\n') --end;
  const size_t line = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
  const size_t from = line == std::string_view::npos ? 0 : line + 1;
  constexpr size_t kHeadingBytesMax = 60;
  if (end - from > kHeadingBytesMax) return false;
  const std::string heading = lower_ascii(text.substr(from, end - from));
  return heading.find("regist") != std::string::npos || heading.find("clinicaltrials") != std::string::npos ||
         has_phrase(heading, "trial number");
}

bool is_own(std::string_view text, ByteSpan sentence, const RegistryNumber& number,
            std::span<const RegistryNumber> numbers) {
  const std::string_view whole = sentence.of(text);
  const std::string lower = lower_ascii(whole);
  const std::string_view head = std::string_view(lower).substr(0, number.span.start - sentence.start);
  // "Trial registration: NCT01234567." says no more; longer sentences under the heading may.
  if (has_any_phrase(lower, kOthersAlways)) return false;
  const bool registered = has_any_phrase(lower, kRegistered) || lower.find("regist") != std::string::npos;
  if (registered && has_any_phrase(lower, kOwnStudies)) return true;
  if (has_any_phrase(lower, kOthers)) return false;
  return registered || under_registration(text, sentence.start) || introduced(head) ||
         behind_own_study(head) || behind_only_trial(head, numbers, text) ||
         only_numbers(whole, numbers, sentence.start);
}

// Where the sentence with the number starts. Damaged abstracts glue it to the sentence before
// ("…is warranted.NCT01234567.", "…was small.Trial registrationISRCTN05866587").
uint32_t unglued_start(std::string_view text, ByteSpan sentence, uint32_t number) {
  for (uint32_t at = number; at > sentence.start + 1; --at) {
    if (text[at - 1] != '.' || !is_upper(text[at])) continue;
    const std::string_view before = text.substr(sentence.start, at - 1 - sentence.start);
    // "www.ANZCTR.org", "ClinicalTrials.gov.NCT01234567", "ClinicalTrials.Gov": no end.
    const bool address =
        before.ends_with("www") || before.ends_with("gov") || lower_ascii(text.substr(at, 3)) == "gov";
    if (!address && (is_lower(before.back()) || is_digit(before.back()) || before.back() == ')')) return at;
  }
  return sentence.start;
}

}  // namespace

std::vector<StatedRegistration> read_registration_statements(std::string_view text) {
  std::vector<StatedRegistration> stated;
  const std::vector<RegistryNumber> numbers = find_registry_numbers(text);
  if (numbers.empty()) return stated;
  const std::vector<ByteSpan> sentences = split_sentences(text);
  for (const RegistryNumber& number : numbers) {
    const auto holds = std::find_if(sentences.begin(), sentences.end(), [&](ByteSpan sentence) {
      return sentence.start <= number.span.start && number.span.start < sentence.end;
    });
    ByteSpan sentence = holds == sentences.end() ? number.span : *holds;
    sentence.end = std::max(sentence.end, number.span.end);
    sentence.start = unglued_start(text, sentence, number.span.start);
    stated.push_back({number, is_own(text, sentence, number, numbers)});
  }
  return stated;
}

}  // namespace attest
