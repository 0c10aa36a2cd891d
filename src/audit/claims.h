// Sentences of a page that say something which can be checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/citations.h"
#include "audit/lexicon.h"
#include "audit/page.h"
#include "findings/finding.h"
#include "verify/claim.h"

namespace attest::audit {

// One sentence of the page, or one clause of a sentence that cites for each, without its citations.
struct PageSentence {
  size_t block = 0;
  ByteSpan span;        // in the page's text, without citations at its end
  std::string text;     // citations taken out
  std::string lead;     // "Partial division of puborectalis shows higher success rates": the item above it
  std::string heading;  // nearest heading above
  std::string before;   // the clause before it, of a sentence that cites in two places
  std::vector<size_t> citations;
};

enum class TimeOfResult : uint8_t { kUnstated, kEarly, kLate };

// A figure that a claim states: a range when the page gives one.
struct StatedFigure {
  QuantityKind kind = QuantityKind::kNumber;
  double low = 0;
  double high = 0;
  std::string unit;
  bool approximate = false;
  TimeOfResult time = TimeOfResult::kUnstated;
  ByteSpan span;  // in PageClaim::sentence.text
  std::string printed;
};

struct PageClaim {
  PageSentence sentence;
  std::string about;                            // heading and lead, what the sentence leaves out
  Finding finding;                              // read from the sentence; spans relative to its text
  std::vector<std::string> interventions;       // ids: its own, else those of lead, else of heading
  bool names_intervention = false;              // its own
  std::vector<std::string> conditions;          // ids that the sentence or its heading names
  std::vector<StatedFigure> figures;            // percentages, doses, ratios, spans of time that are results
  TimeOfResult time = TimeOfResult::kUnstated;  // of the sentence or its lead as a whole
  std::vector<Unit> units;
  std::vector<Unit> about_units;
  std::vector<SameMeaning> meanings;  // other names of what it speaks of; read when the evidence is gathered
};

// Every sentence of the main text, in order, with the citations that belong to it: those inside it and those
// between its end and the next sentence. Of tables only the cells that are sentences.
std::vector<PageSentence> page_sentences(const Page& page, const ReferenceList& list,
                                         const std::vector<InTextCitation>& citations);

// A row of a table of which page_sentences() takes nothing.
bool is_bare_row(std::string_view row);

// The claims among them. Questions, disclaimers and sentences about the page itself are none.
std::vector<PageClaim> find_claims(const std::vector<PageSentence>& sentences, const Lexicon& lexicon);

// Percentages, ratios, doses and times of `quantities`; `text` is what the spans are in.
std::vector<StatedFigure> stated_figures(const std::vector<Quantity>& quantities, std::string_view text);

TimeOfResult time_of_result(std::string_view lower, double follow_up_days);

// The time of each figure of a sentence that gives several ("50 % at first and 25 % after a year", "initial
// success of 50 % and long-term success of 25 %"). `figures`: spans in `lower`, in order.
std::vector<TimeOfResult> times_of_figures(std::string_view lower, const std::vector<ByteSpan>& figures);

// About the page or the site and not about medicine: disclaimers, terms, review statements.
bool is_about_the_page(std::string_view lower);

}  // namespace attest::audit
