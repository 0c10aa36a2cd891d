// How much of what was asked a sentence bears on. Designs say how far a source can be trusted; this says
// whether its sentence answers. Both are weighed when findings are chosen.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/names/mentions.h"
#include "question/question.h"

namespace attest {

// Reads sentence after sentence of one document after another. Keeps references to question and vocabulary.
class RelevanceReader {
 public:
  RelevanceReader(const UnderstoodQuestion& question, const Vocabulary& vocabulary, Stemmer& stemmer);

  // `score`: the document's, as a share of the best document's.
  void begin_document(std::string_view title, float score);
  // The heading above the sentences that follow: "In pregnancy". Of the people asked about it speaks as a
  // title does. `subject`: what stands over them in running text, "Severe malaria"; it speaks as a title does
  // of all that was asked.
  void begin_section(std::string_view heading, std::string_view subject = {});

  struct Reading {
    float relevance = 0;             // 0..1
    std::vector<std::string> asked;  // ids of what was asked and is named in the sentence or in the title
    std::vector<std::string> asked_here;  // those that the sentence itself names
    float words = 1;                      // share of the question's other content words in sentence or title
    uint8_t other_conditions = 0;         // named in the sentence and not asked about
    bool other_subject = false;           // the question names a condition, and the title another
  };
  // `named`: what the vocabulary finds in the sentence.
  Reading read(std::string_view sentence, std::span<const VocabularyMatch> named);

 private:
  struct Asked {
    std::string id;
    float weight = 0;
    bool in_title = false;
    bool people = false;  // whom others do not answer for
    bool in_heading = false;
  };

  // Whether one of the matches is the thing asked, or a member of it.
  bool names(std::span<const VocabularyMatch> matches, const std::string& id) const;

  const Vocabulary& vocabulary_;
  Stemmer& stemmer_;
  std::vector<Asked> asked_;
  std::vector<std::string> words_;  // stems, sorted
  std::vector<bool> word_in_title_;
  std::vector<bool> word_in_subject_;
  float document_score_ = 0;
  // Whether a name is that of a condition that was not asked about.
  bool is_other_condition(const VocabularyEntry& entry) const;

  bool about_condition_ = false;  // the question names a condition
  bool other_subject_ = false;    // and the title another
};

// The id by which the vocabulary knows a concept of the question.
std::string vocabulary_id(const Concept& asked);

// Whether the finding's sentence or its document's title names the thing that was asked.
bool names_asked(const Finding& finding, const std::string& id);

// "Pregnant women were excluded", "after a pregnancy test": names people and tells nothing of them.
bool leaves_people_out(std::string_view sentence);

// Whether sentence, heading or title name all the people that the question must be answered for.
bool names_people_asked(const UnderstoodQuestion& question, const Finding& finding);

// Whether a finding names what a statement must name, in its sentence or in its document's title, to be an
// answer at all: the animal that was asked about, the unknown thing that something is compared with.
bool bears_on_question(const UnderstoodQuestion& question, const Finding& finding);

}  // namespace attest
