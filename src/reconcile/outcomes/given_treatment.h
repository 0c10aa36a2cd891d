// The treatment that a question about an effect asks after, as one source after another names it, and what it
// is to be held against.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "evidence/sources.h"
#include "reconcile/outcomes/compared_with.h"

namespace attest {

class GivenTreatment {
 public:
  // `against`: id of the treatment that it is to be held against, "" for nothing. Keeps a reference to the
  // evidence.
  GivenTreatment(const Evidence& evidence, std::string id, std::string against)
      : evidence_(evidence), id_(std::move(id)), against_(std::move(against)) {}

  const std::string& id() const { return id_; }

  // The source that is asked about next; false where it does not name the treatment.
  bool begin_source(const AnswerSource& source);
  // How the source calls it, in small letters: the name that it uses most.
  const std::string& words() const { return words_; }
  std::string words_against(const AnswerSource& source) const;
  // How the finding calls it: "estrogen" of hormone replacement.
  std::string name_in(const Finding& finding) const;

  // It is the only treatment that the sentence tells of, or the title is about it where the sentence names
  // none. Neither its lack nor its level in the blood is it, nor is the outcome another treatment ("serum
  // zinc", "blood transfusions"). `lower`: the sentence in small letters; `outcome`: where it names that.
  bool is_told_of(const AnswerSource& source, const Finding& finding, std::string_view lower,
                  ByteSpan outcome) const;
  // The sentence names it before any other treatment, and not as what another is held against.
  bool leads(const Finding& finding, std::string_view lower) const;
  // "With other supplements": more than what was asked about.
  bool is_given_with_more(const Finding& finding, std::string lower) const;
  // "Warfarin or heparin for thrombosis": held against another treatment than the one that was asked for.
  bool is_titled_with_another(const AnswerSource& source) const;

  // Against what the finding holds it: nothing or usual care, or the treatment that was asked for; nothing
  // where it is another one or not known.
  std::optional<Comparator> comparator(const AnswerSource& source, const Finding& finding) const;

 private:
  bool is_given(const Mention& one) const;
  bool is_against(const Mention& one) const;
  bool is_related(const Mention& one) const;
  bool is_asked_beside(const Mention& one) const;
  bool is_titled_alone(const AnswerSource& source) const;
  bool holds_against_asked(const AnswerSource& source, const Finding& finding) const;

  const Evidence& evidence_;
  std::string id_;
  std::string against_;
  std::string words_;
  std::set<std::string> family_;  // ids by which the source at hand names it
};

}  // namespace attest
