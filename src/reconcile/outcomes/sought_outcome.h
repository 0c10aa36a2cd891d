// Where sentences name the outcome that a question asks after, by whatever name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/sources.h"
#include "findings/names/mentions.h"

namespace attest {

class SoughtOutcome {
 public:
  // `words`: of the question, in small letters. Keeps a reference to the evidence.
  SoughtOutcome(const Evidence& evidence, std::string words);

  const std::string& name() const { return name_; }          // "death"; of the thesaurus's, as asked
  const std::string& known_as() const { return known_as_; }  // as the thesaurus calls it
  int wanted() const { return wanted_; }                     // 1: more of it is good, -1: bad, 0: it depends
  int sense() const { return sense_; }  // -1 where the question names its opposite: "survival"

  // Of a list, or of the thesaurus: sentences that name it by none of its names do not speak of it.
  bool is_known() const { return listed_ || !ids_.empty(); }

  struct Place {
    ByteSpan span;  // of the sentence
    int sense = 1;  // -1 where the words say its opposite: "survival" of death
  };
  // Of the source whose sentences are looked at next: its short forms, and whether its title names the
  // outcome, so that "diarrhoea" there is "antibiotic-associated diarrhoea".
  void begin_source(const AnswerSource& source);
  std::optional<Place> find(std::string_view sentence, std::string_view lower);

 private:
  const Evidence& evidence_;
  std::string words_;
  std::string name_;
  std::string known_as_;
  int wanted_ = 0;
  bool listed_ = false;           // a name of outcome_names.h
  int sense_ = 1;                 // of the words of the question
  std::vector<std::string> ids_;  // concepts of the question that the words name
  std::vector<std::string> stems_;
  bool titled_ = false;
  std::vector<std::string>
      short_forms_;  // of it, in the source at hand: "BSS" of "bronchitis severity score"
  LocalNames local_;
  Stemmer stemmer_;

  std::optional<Place> find_anyhow(std::string_view sentence, std::string_view lower);
  std::optional<Place> find_listed(std::string_view lower) const;
  std::optional<Place> find_named(std::string_view sentence, std::string_view lower);
  std::optional<Place> find_words(std::string_view sentence);
  std::optional<Place> find_short_form(std::string_view sentence) const;
  void drop_measuring_stems();
  void learn_short_forms(std::string_view text);
};

}  // namespace attest
