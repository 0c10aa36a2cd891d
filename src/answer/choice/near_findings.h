// Sentences that may come near an answer to a question that no source answers as a whole, each with what is
// known of how near it comes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "answer/choice/pertinence.h"
#include "base/byte_span.h"
#include "evidence/sources.h"
#include "search/coverage.h"

namespace attest {

// Sentences that an answer cites, by the ids of their documents.
using CitedSpans = std::map<std::string, std::vector<ByteSpan>>;

// Whether a sentence has the form that the question wants: a span of time for "how long", a figure for "how
// often". Questions for a time or a value are as many as there are things to measure: kFigure has a figure of
// that kind, and more of the question must be there to tell that it is the one asked for; kLacking has none,
// which nothing makes up for, nor for a treatment where one is asked for. kNone lacks another form, which the
// words may not show.
enum class NearForm : uint8_t { kNone, kLacking, kFigure, kFits };

// Where in an answer it stands or would stand, as pertinence.h names places. `part` tells whether it is a
// statement of an answer ("bottom line", "option result", the kind of a section) or one of the nearest.
inline constexpr std::string_view kBottomLine = "bottom line";
inline constexpr std::string_view kNearestPart = "nearest";
struct NearPlace {
  std::string place;
  std::string intervention;
  std::string part{kNearestPart};
};
// Of what is in no answer yet: under a treatment that it names, where treatments are asked for, else in the
// first section.
NearPlace near_place(const UnderstoodQuestion& question, const Finding& finding);

// One measure of a sentence, by itself and among all that come near the same question.
struct NearMeasure {
  double value = 0;
  double of_best = 0;  // 0..1: beside the greatest
  double above = 0;    // 0..1: the share of the others that have less
};

struct NearFinding {
  const Finding* finding = nullptr;
  bool only_cited = false;  // an answer cites it; by itself it would not be among these
  // Shares of what was asked (search/coverage.h), 0..1.
  double alone = 0;             // in the sentence itself
  NearMeasure with_title;       // in it or in its title
  NearMeasure by_rarity;        // the same by rarity alone
  double in_text = 0;           // in its document
  NearMeasure about;            // half of both where the text is short, all of whose sentences are about it
  NearMeasure document;         // in its document, by how high that stands
  bool short_text = false;      // its document is no longer than an abstract
  bool subjects_near = false;   // each needed thing is in sentence or title, or in the short text
  bool subjects_close = false;  // in sentence or title
  bool all_subjects = false;    // as subjects_near, the common ones too
  bool people = false;          // the people asked about, where others do not answer for them
  bool has_subject = false;     // a condition, a treatment or a test is asked about
  bool speaks_of_all = false;   // its document, of all that an answer requires
  NearForm form = NearForm::kNone;
  NearMeasure fits;        // its document's score, by all words of the question
  size_t place = 0;        // of its document by that score: 0 the best
  NearMeasure by_words;    // probability of answering, by the model of search/passage_ranking.h
  NearMeasure titled;      // the same, its title read with it
  NearMeasure pertinence;  // pertinence.h, in its place
  NearMeasure blend;       // of all these, by hand: what stands for nearness without a model
  double nearness = 0;     // nearness.h
};

// Of documents that are about some of what was asked, the sentences that tell something, hold some of it, and
// are about the people asked about where they matter; and those that an answer has `cited`, to be measured
// beside them. In the order of the sources. All is read but `nearness`.
std::vector<NearFinding> read_near_findings(const Evidence& evidence, const QuestionCoverage& coverage,
                                            const PertinenceReader& pertinence, const CitedSpans& cited = {});

}  // namespace attest
