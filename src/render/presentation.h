// What the three renderings share: headings for each audience, citation marks, the parts of a reference,
// links, and the words for verdicts, time spans and rates. Everything given out is plain text: control
// characters and invisible direction marks of sources are gone, escaping for the medium is the renderer's.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answer/answer.h"

namespace attest {

struct Headings {
  const char* warnings;
  const char* bottom_line;
  const char* pathway;
  const char* options;  // lines without a rank
  const char* disagreements;
  const char* likely_reasons;
  const char* checks;
  const char* near_misses;
  const char* gaps;
  const char* follow_ups;
  const char* references;
  const char* harms;
  const char* doses;
  const char* move_on;
};
const Headings& headings_for(Audience audience);

// Patients and partners: plain wording, no tables, no doses.
bool is_lay(Audience audience);

// One line without control characters, direction marks or runs of spaces.
std::string plain(std::string_view text);

// A citation as it is printed: the number of its reference, and what must be said beside it.
struct CitationMark {
  uint32_t number = 0;
  std::string note;  // "second-hand", "full text", "superseded"; "" for a source of the usual kind
};

// A quote under its reference.
struct CitedQuote {
  ByteSpan span;
  std::string quote;
  uint32_t page = 0;
};

struct Link {
  std::string label;  // "PubMed 12345"
  std::string url;    // always https or http, only characters that are safe in an attribute
};

// An answer made ready to be printed.
class Presentation {
 public:
  explicit Presentation(const Answer& answer);

  const Answer& answer() const { return *answer_; }
  bool lay() const { return is_lay(answer_->audience); }
  const Headings& headings() const { return headings_for(answer_->audience); }

  std::vector<CitationMark> marks(const Statement& statement) const;
  // "[1, 8 second-hand]", or "" without citations.
  std::string marks_text(const Statement& statement) const;
  // The text of a statement; a sentence of the source stands in quotation marks, and a long one that stands
  // under several lines only under the first of them: the others point there.
  std::string text_of(const Statement& statement) const;
  // Lines in the order in which they are printed: by rank; those without a rank last. A line of
  // which nothing can be said to this audience is left out.
  const std::vector<const TherapyLine*>& lines() const { return lines_; }
  bool has_ranked_lines() const;
  // As this audience reads it, with a capital.
  std::string name_of(const TherapyLine& line) const;
  // With the numbers of the references it rests on.
  std::string rank_reason(const TherapyLine& line) const;
  // Distinct quotes of a reference, in the order of its text.
  std::vector<CitedQuote> quotes(uint32_t number) const;

  // "randomised trial, n = 109", "OCEBM level 2 by design", "states: …", "status: superseded", "same study as
  // …". The depth is said where it is not the usual one.
  std::vector<std::string> details(const Reference& reference) const;

  std::string verdict() const;       // in words for the audience
  std::string depth_note() const;    // "abstracts only unless marked", "" when there are no references
  std::string snapshot() const;      // shortened
  std::string spelling() const;      // "read as: anismus (typed: anismis)", or ""
  std::string closing() const;       // "General information for professionals; …"
  std::string show_example() const;  // "attest show pmid:1 --span 0:10", "" without citations

 private:
  void find_repeated();

  const Answer* answer_;
  std::map<uint32_t, const Reference*> references_;
  std::map<uint32_t, std::map<ByteSpan, CitedQuote>> quotes_;
  std::vector<const TherapyLine*> lines_;
  std::map<const Statement*, const TherapyLine*> told_under_;  // the first line that has the same long quote
  Depth usual_depth_ = Depth::kAbstract;
};

// Every statement of an answer, in the order in which they are printed.
void for_each_statement(const Answer& answer, const std::function<void(const Statement&)>& visit);

std::string authors_of(const Reference& reference, bool lay);
std::string title_of(const Reference& reference);
std::string journal_and_year(const Reference& reference);
// What a source states of its study, as named lines: "Arms", "sertraline (60), placebo (62)". Nothing where
// nothing is stated.
std::vector<std::pair<const char*, std::string>> study_lines(const StudyFacts& facts);
// PubMed, DOI, PubMed Central; else the address that the record gives, if it is a web address.
std::vector<Link> links_of(const Reference& reference);

// "6 months" from "P6M"; "" when the duration is not one.
std::string duration_words(std::string_view iso_8601);
std::string number_text(double value);
// "43/54 (80 %)", "70 %"
std::string rate_text(const Outcome& outcome);
// "interval 62–77 %", or ""
std::string interval_text(const Outcome& outcome);
// "about 8 in 10"
std::string in_ten_text(double percent);
bool is_proportion(const Outcome& outcome);

// With "." at its end, unless it ends a sentence already; "" stays "".
std::string full_stop(std::string text);
// plain(), with a capital at the start.
std::string capitalised_name(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace attest
