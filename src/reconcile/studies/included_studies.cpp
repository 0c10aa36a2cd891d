// A review's figure is made of those of its trials: beside one of them it is no second source. A review
// includes a trial for certain where it names the trial's registration number, and probably where its
// references list the trial or its text names it by author and year ("Farid et al. 2009"). A name that two
// trials here share tells nothing.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/one_of.h"
#include "reconcile/studies/study_sets.h"
#include "text/month_names.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

using AuthorYear = std::pair<std::string, uint16_t>;

bool includes_studies(const AnswerSource& source) {
  const StudyDesign design = source.appraisal.design;
  return design != StudyDesign::kGuideline && design != StudyDesign::kConsensus &&
         design != StudyDesign::kPatientPage && (is_on_studies(source) || is_of_several_trials(source));
}

bool may_be_included(const AnswerSource& source) {
  return !is_on_studies(source) && !is_of_several_trials(source) && has_results_in_people(source.appraisal);
}

// The first author's name and the year; nothing where either is not stated.
AuthorYear author_and_year(const AnswerSource& source) {
  const std::vector<Author>& authors = source.document.record.authors;
  if (authors.empty() || source.appraisal.year == 0) return {};
  // "van der Berg" is named so or as "Berg".
  const std::vector<Token> family = tokenize(authors.front().family);
  constexpr size_t kNameBytesMin = 3;
  if (family.empty() || family.back().folded.size() < kNameBytesMin) return {};
  return {family.back().folded, source.appraisal.year};
}

uint16_t number_of(std::string_view year) {
  uint16_t value = 0;
  std::from_chars(year.data(), year.data() + year.size(), value);
  return value;
}

constexpr size_t kYearBytes = 4;

// Whether a year stands at `at`, and nothing else is glued to it: "2009a" tells two papers of one year apart,
// and which of them is meant is not known.
bool is_year_at(std::string_view text, size_t at) {
  const std::string_view year = text.substr(at, kYearBytes);
  return year.size() == kYearBytes && (year.starts_with("19") || year.starts_with("20")) &&
         is_digit(year[2]) && is_digit(year[3]) && (at == 0 || !is_word_byte(text[at - 1])) &&
         (at + kYearBytes == text.size() || !is_word_byte(text[at + kYearBytes]));
}

// The names right before a year, which ends `text`. Between both may stand "et al" or a second author.
void add_names(std::string_view text, std::set<AuthorYear>& named) {
  static constexpr std::string_view kBetween[] = {"et", "al", "colleagues", "coworkers", "and"};
  constexpr size_t kGapMax = 4;  // " (", ", ", ".) "
  const std::vector<Token> tokens = tokenize(text);
  if (tokens.empty()) return;
  const uint16_t year = number_of(tokens.back().folded);
  bool joined = false;
  size_t names = 0;
  for (size_t i = tokens.size() - 1; i > 0; --i) {
    const Token& token = tokens[i - 1];
    const std::string_view gap =
        text.substr(token.span.end, tokens[i].span.start - std::min(token.span.end, tokens[i].span.start));
    if (gap.size() > kGapMax || gap.find_first_of(";:/") != std::string_view::npos) return;
    joined = joined || gap.find('&') != std::string_view::npos;
    if (is_one_of(token.folded, kBetween)) {
      joined = true;
      continue;
    }
    const char first = token.span.of(text).front();
    if (is_lower(first) || is_digit(first) || month_named(token.folded) != 0) return;
    // "Farid and Smith 2009": the first of them too, and no third.
    if (names == 1 && !joined) return;
    named.emplace(token.folded, year);
    joined = false;
    if (++names == 2) return;
  }
}

// "We excluded Strand 2003 because…": what a review names and leaves out.
bool is_left_out_there(std::string_view text, size_t at) {
  const size_t before = text.rfind(". ", at);
  const size_t start = before == std::string_view::npos ? 0 : before + 2;
  const std::string sentence = lower_ascii(text.substr(start, text.find(". ", at) - start));
  static constexpr std::string_view kLeftOut[] = {"exclud*",    "not included",    "not eligible",
                                                  "ineligible", "not be included", "awaiting assessment"};
  return has_any_phrase(sentence, kLeftOut);
}

// What a review calls by author and year.
std::set<AuthorYear> named_by_year(std::string_view text) {
  constexpr size_t kNamesBytes = 80;
  std::set<AuthorYear> named;
  for (size_t at = text.find_first_of("12"); at != std::string_view::npos;
       at = text.find_first_of("12", at + 1)) {
    if (!is_year_at(text, at) || is_left_out_there(text, at)) continue;
    size_t from = at > kNamesBytes ? at - kNamesBytes : 0;
    while (from > 0 && from < at && is_word_byte(text[from - 1])) ++from;
    add_names(text.substr(from, at + kYearBytes - from), named);
  }
  return named;
}

bool lists(const BibliographicRecord& review, const BibliographicRecord& trial) {
  const auto same = [&](const std::string& pmid, const std::string& doi) {
    return (!trial.pmid.empty() && pmid == trial.pmid) ||
           (!trial.doi.empty() && lower_ascii(doi) == trial.doi);
  };
  return std::any_of(review.references.begin(), review.references.end(),
                     [&](const ListedReference& one) { return same(one.pmid, one.doi); }) ||
         std::any_of(review.related.begin(), review.related.end(), [&](const RelatedPublication& one) {
           return one.kind == "Cites" && same(one.pmid, one.doi);
         });
}

}  // namespace

void find_included_studies(std::vector<AnswerSource>& sources) {
  for (AnswerSource& source : sources) source.included_in.clear();
  std::map<AuthorYear, std::set<uint32_t>> studies_called;
  for (const AnswerSource& source : sources) {
    if (may_be_included(source)) studies_called[author_and_year(source)].insert(source.study);
  }
  for (const AnswerSource& review : sources) {
    if (!includes_studies(review)) continue;
    const std::set<AuthorYear> named = named_by_year(review.document.text);
    for (AnswerSource& trial : sources) {
      if (trial.study == review.study || !may_be_included(trial)) continue;
      const std::vector<std::string>& numbers = trial.appraisal.registrations;
      std::string number = shared_number(numbers, review.appraisal.other_registrations);
      if (number.empty()) number = shared_number(numbers, review.appraisal.registrations);
      const AuthorYear called = author_and_year(trial);
      if (!number.empty())
        trial.included_in.push_back({review.id, true, "names its registration number " + number});
      else if (lists(review.document.record, trial.document.record))
        trial.included_in.push_back({review.id, false, "its references list it"});
      else if (!called.first.empty() && named.contains(called) && studies_called[called].size() == 1)
        trial.included_in.push_back({review.id, false, "names it by author and year"});
    }
  }
}

}  // namespace attest
