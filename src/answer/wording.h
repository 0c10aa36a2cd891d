// From findings to sentences. Two ways exist: the sentence of the source as it stands ("quoted"), and a
// sentence worded from a finding's parts ("derived"), in which every number stands in a quote or has a
// Computation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

Citation cite(const Evidence& evidence, const Finding& finding);
Citation cite_span(const AnswerSource& source, ByteSpan span);

// The source's own sentence.
Statement quote_finding(const Evidence& evidence, const Finding& finding);

// `other` cites the sentence that `one` cites first.
bool quotes_same(const Statement& one, const Statement& other);

// A statement of our own with the finding's citation, strength and kind; its text is still to be written.
Statement derived(const Evidence& evidence, const Finding& finding);
// " at 6 months" from what the source wrote ("6 months", "At about one year", "6-month follow-up").
std::string at_time(std::string_view time, std::string_view preposition);

// "Major improvement: 43/54 (80 %) v 12/55 (22 %) macrogol, at 6 months" – when every figure of the sentence
// belongs to a named arm. `focus` is the intervention of the line the statement stands in.
std::optional<Statement> word_rates(const Evidence& evidence, const Finding& finding,
                                    const std::string& focus);

// "In one study, about 8 in 10 people got better with biofeedback after 6 months. With macrogol it was about
// 2 in 10." Only where it is certain that the figure is one of people, of that outcome and of `focus`.
std::optional<Statement> word_plainly(const Evidence& evidence, const Finding& finding,
                                      const std::string& focus);

// The statement for this audience: worded where it can be; otherwise quoted for a clinician, and for others
// where the sentence is easy to read; otherwise nothing.
std::optional<Statement> word_for_audience(const Evidence& evidence, const Finding& finding,
                                           const std::string& focus);

// A sentence of a source that a lay reader can follow: short, without statistics, symbols or doses.
// Age 14: the most that a patient or partner is asked to read.
inline constexpr double kPlainGradeMax = 9;
bool easy_to_read(std::string_view sentence, const Finding& finding);

// Outcomes for plots and JSON.
std::vector<Outcome> outcomes_of(const Evidence& evidence, const Finding& finding, const std::string& focus);

// A percentage or count as the source wrote it, without trailing zeros.
std::string print_number(double value);
// "P6M" for 6 months; "" when unknown.
std::string iso_duration(double days);
// How to call a thing for a patient, else its name.
std::string plain_name(const Evidence& evidence, const std::string& id, const std::string& name);
// The same without an explanation in brackets, for the second time in a text.
std::string short_plain_name(const Evidence& evidence, const std::string& id, const std::string& name);
// Short name of a source: "ACG 2021", "Farid 2009", "Cochrane 2014"; adds the year to `computations`.
std::string source_label(const AnswerSource& source, std::vector<Computation>& computations);

std::string capitalised(std::string text);

}  // namespace attest
