#include "audit/way_beside.h"

#include <algorithm>
#include <string>

#include "audit/accord.h"
#include "audit/outcome_words.h"
#include "base/one_of.h"
#include "reconcile/outcomes/outcome_names.h"
#include "verify/comparison.h"

namespace attest::audit {

namespace {

constexpr double kHalfOnly = 0.4;   // at most, where all that stands on one side of the word is missing
constexpr double kSideNamed = 0.5;  // of one side, to stand there
constexpr double kLikeWord = 0.5;   // what a word that is used alike counts for
constexpr double kSameName = 0.9;   // what words count for that name the outcome both speak of

double counts_for(const AlignedWord& word) {
  return word.strength >= kSameWord ? 1 : word.strength >= kAlignedFrom ? kLikeWord : 0;
}

// "Reduced with A, while B increased it": what B does is not told by A's clause.
bool is_told_apart(const AskedClause& asked, const SourceWay& there, std::span<const SourceWay> all) {
  static constexpr std::string_view kContrasts[] = {"while", "whereas", "but", "although", "and"};
  const auto contrasts = [](const SourceWay& one) {
    return is_one_of(one.told.main.lower.substr(0, one.told.main.lower.find(' ')), kContrasts);
  };
  return std::any_of(all.begin(), all.end(), [&](const SourceWay& other) {
    const bool beside = &other != &there && other.sentence == there.sentence && !other.told.no_subject;
    if (!beside || (!contrasts(there) && !contrasts(other))) return false;
    const Comparison held = compare(asked.text, other.told.main);
    size_t i = 0;
    return std::any_of(held.aligned.begin(), held.aligned.end(), [&](const AlignedWord& word) {
      return asked.given[i++] && word.strength >= kSameWord;
    });
  });
}

// Which of the statement's two sides the source's clause says it of.
void tell_order(const ToldWay& own, const ToldWay& there, bool names_given, WayBeside& beside) {
  beside.order = 1;
  beside.sides = !own.compared && !there.compared;
  if (own.compared) {
    const bool inside = share_found(own.against, there.main) >= kSideNamed;
    const bool against = share_found(own.against, there.against) >= kSideNamed;
    const bool held = share_found(own.main, there.against) > 0;
    beside.sides = inside != against;
    if (inside && against) beside.order = 0;
    if (inside && !against) {
      beside.order = there.compared && held ? -1 : 0;
      // "Frequency was higher in the B group", of A and B.
      if (!there.compared && there.degree && names_given && beside.here <= 0) {
        beside.order = -1;
        beside.given = 1;
      }
    }
    return;
  }
  if (there.compared && share_found(own.main, there.against) > share_found(own.main, there.main))
    beside.order = 0;
}

}  // namespace

AskedClause read_asked(const ToldWay& own, const std::vector<SameMeaning>& meanings, const Lexicon& lexicon) {
  AskedClause asked;
  asked.text = own.main;
  if (!own.subject.empty()) {
    // Of a clause with an outcome of its own, only the treatment stands in the clause before.
    std::string text;
    const std::vector<bool> given = given_words(own.main, lexicon);
    for (size_t i = 0; i < given.size(); ++i) {
      if (!given[i] && tells_thing(own.main.words[i]) && !tells_no_outcome(own.main.words[i].stem))
        text = " ";
    }
    if (text.empty()) {
      text = own.subject;
    } else {
      for (const Side& side : sides_of(own.subject, lexicon, false))
        text += std::string(side.span.of(own.subject)) + " ";
    }
    asked.text = read_claim_text(text + " " + own.main.lower, meanings, lexicon.stemmer());
  }
  asked.given = given_words(asked.text, lexicon);
  asked.names_outcome.assign(asked.text.words.size(), false);
  for (const OutcomePlace& place : find_outcomes(asked.text.lower)) {
    for (size_t i = 0; i < asked.names_outcome.size(); ++i) {
      const ByteSpan word = asked.text.words[i].span;
      asked.names_outcome[i] = asked.names_outcome[i] || (word.start < place.end && place.start < word.end);
    }
  }
  asked.condition.assign(asked.text.words.size(), false);
  for (const Mention& one : lexicon.mentions(asked.text.lower, ConceptRole::kCondition)) {
    for (size_t i = 0; i < asked.condition.size(); ++i)
      asked.condition[i] = asked.condition[i] || one.span.overlaps(asked.text.words[i].span);
  }
  asked.names_given = std::any_of(asked.given.begin(), asked.given.end(), [](bool one) { return one; });
  return asked;
}

bool name_one_outcome(const ToldWay& own, const ToldWay& there) {
  return !own.outcome.empty() && own.outcome == there.outcome;
}

WayBeside way_beside(const ToldWay& own, const AskedClause& clause, const SourceWay& there,
                     std::span<const SourceWay> all, const ReadText& title) {
  WayBeside beside;
  const ReadText& asked = clause.text;
  const bool carried = !there.full.words.empty();
  const Comparison in_clause = compare(asked, there.told.main);
  const Comparison in_full = carried ? compare(asked, there.full) : in_clause;
  const Comparison in_sentence = compare(asked, *there.sentence);
  const Comparison in_title = compare(asked, title);
  const Comparison before = there.before != nullptr ? compare(asked, *there.before) : in_clause;
  const Comparison back_to = compare(there.told.main, asked);
  bool names_another = false;
  for (size_t i = 0; i < there.given.size(); ++i)
    names_another = names_another || (there.given[i] && back_to.aligned[i].strength < kSameWord);
  const bool told_apart = names_another && is_told_apart(clause, there, all);
  constexpr double kElsewhere = 0.8;
  double outcome = 0;
  double given = 0;
  double titled = 0;
  double own_outcome = 0;  // beyond conditions
  // What stands before the word of direction, and what behind it: of both something must be there.
  double halves[2] = {0, 0};
  double halves_found[2] = {0, 0};
  size_t half = 0;
  for (size_t i = 0; i < asked.words.size(); ++i) {
    const ClaimWord& word = asked.words[i];
    if (word.folded == own.way_word) half = 1;
    if (!tells_thing(word) || word.folded == own.way_word) continue;
    const bool efficacy = is_efficacy(word.folded);
    const double here = efficacy ? holds_efficacy(there.told.main) : counts_for(in_clause.aligned[i]);
    const double earlier = there.before != nullptr ? counts_for(before.aligned[i]) : 0;
    if (clause.given[i]) {
      given += word.weight;
      // Another drug of its kind is used alike and is another drug.
      const auto same = [&](const Comparison& there_held) {
        return there_held.aligned[i].strength >= kSameWord ? 1.0 : 0.0;
      };
      beside.here += same(in_clause) * word.weight;
      halves_found[half] += same(in_clause) * word.weight;
      const double beyond = names_another && told_apart ? 0 : same(in_sentence);
      const double above = names_another ? 0 : same(in_title);
      const double back = there.before != nullptr ? same(before) : 0;
      beside.given += std::max({same(in_clause), beyond, above, back}) * word.weight;
    } else if (efficacy || !tells_no_outcome(word.stem)) {
      outcome += word.weight;
      const double near = std::max(earlier, efficacy ? 0.0 : counts_for(in_full.aligned[i]));
      const double name = clause.names_outcome[i] && name_one_outcome(own, there.told) ? kSameName : 0;
      const double share = std::max({here, kElsewhere * near, name}) * word.weight;
      beside.outcome += share;
      halves[half] += word.weight;
      halves_found[half] += share;
      // What the document is about it does not repeat in each sentence.
      if (clause.condition[i])
        titled += std::max(0.0, kElsewhere * counts_for(in_title.aligned[i]) * word.weight - share);
      else
        own_outcome += share;
    }
  }
  if (own_outcome > 0) beside.outcome += titled;
  for (const size_t i : {size_t{0}, size_t{1}}) {
    if (halves[i] > 0 && halves_found[i] <= 0) beside.outcome = std::min(beside.outcome, kHalfOnly * outcome);
  }
  beside.nothing = outcome <= 0 && (given <= 0 || own.way.value_or(1) == 0);
  if (outcome <= 0) {  // the outcome itself is a thing that is given: "morphine consumption"
    beside.outcome = given > 0 && beside.here >= given ? 1 : 0;
    outcome = 1;
  }
  beside.outcome = outcome > 0 ? std::min(1.0, beside.outcome / outcome) : 0;
  beside.given = given > 0 ? beside.given / given : 1;
  beside.here = given > 0 ? beside.here / given : 0;
  beside.another = names_another;
  tell_order(own, there.told, clause.names_given, beside);
  return beside;
}

}  // namespace attest::audit
