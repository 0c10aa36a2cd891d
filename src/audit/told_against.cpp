// What a source says of one outcome it may say again in other words, and of a part of the patients otherwise:
// a statement is opposed only where the clause that has most of its words goes the other way and none that
// has nearly as many goes the same way.
#include "audit/told_against.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "audit/accord.h"
#include "audit/judge.h"
#include "audit/outcome_words.h"
#include "audit/told_ways.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "reconcile/outcomes/outcome_names.h"
#include "text/phrases.h"
#include "verify/comparison.h"
#include "verify/direction_words.h"

namespace attest::audit {

namespace {

constexpr double kPlainlyNamed = 0.75;  // of the outcome, in a clause that plainly goes the other way
constexpr double kPerhapsNamed = 0.45;  // … perhaps
constexpr double kAgreesNamed = 0.55;   // … in a clause that says the same
constexpr double kNearlyAsMuch = 0.1;   // by how much the clause that goes the other way must name more
constexpr double kAsMuchOfNone = 0.25;  // … where one of the two tells no difference
constexpr double kHalfOnly = 0.4;       // at most, where all that stands on one side of the word is missing
constexpr double kThingsNamed = 0.5;    // of the treatments, in the sentence or the title
constexpr double kSideNamed = 0.5;      // of one side, to stand there
constexpr double kLikeWord = 0.5;       // what a word that is used alike counts for
constexpr double kSameName = 0.9;       // what words count for that name the outcome both speak of

double counts_for(const AlignedWord& word) {
  return word.strength >= kSameWord ? 1 : word.strength >= kAlignedFrom ? kLikeWord : 0;
}

// How a clause of the source stands to one of the statement.
struct WayBeside {
  double outcome = 0;    // of the statement's outcome, in the clause
  double given = 0;      // of its treatments, in the sentence or the title
  double here = 0;       // … in the clause
  int order = 0;         // 1 the same side is said to have more, -1 the other one, 0 cannot be told
  bool nothing = false;  // the statement's clause has no words of its own: "without a difference"
  bool another = false;  // the clause names a treatment that the statement does not
  bool sides = false;    // both compare, and name the same side that was compared with

  double weight() const { return outcome + 0.3 * here + (sides ? 0.15 : 0); }
};

struct SourceWay {
  ToldWay told;
  ReadText full;  // with the subject that it leaves to the clause before
  const ReadText* sentence = nullptr;
  const ReadText* before = nullptr;  // the sentences before, where it refers back
  std::vector<bool> given;
  ByteSpan span;
};

class WaysBeside {
 public:
  WaysBeside(const PageClaim& claim, const AnswerSource& source, const Lexicon& lexicon)
      : source_(source), lexicon_(lexicon), meanings_(claim.meanings) {
    for (SameMeaning& one : abbreviations_of(source.document.text, lexicon.stemmer()))
      meanings_.push_back(std::move(one));
    claimed_ = told_ways(claim.sentence.text, meanings_, lexicon.stemmer());
  }

  ToldAgainst hold() {
    ToldAgainst result;
    if (claimed_.empty()) return result;
    read_source();
    bool all_agree = true;
    bool some_agree = false;
    for (size_t i = 0; i < claimed_.size(); ++i) {
      const ToldAgainst one = hold_one(i);
      if (one.nothing) continue;
      some_agree = some_agree || one.agrees;
      all_agree = all_agree && one.agrees;
      const bool speaks = one.against != ToldAgainst::Strength::kNothing;
      const bool worse = one.against > result.against ||
                         (speaks && one.against == result.against && one.named > result.named);
      const bool first = result.against == ToldAgainst::Strength::kNothing && one.agrees;
      if (worse || (first && one.named > result.named)) result = one;
    }
    result.agrees = all_agree && some_agree && result.against == ToldAgainst::Strength::kNothing;
    return result;
  }

 private:
  void read_source() {
    title_ = read_claim_text(source_.document.record.title, meanings_, lexicon_.stemmer());
    sentences_.reserve(source_.findings.size());
    for (size_t i = 0; i < source_.findings.size(); ++i) {
      const Finding& finding = source_.findings[i];
      const std::string_view words = finding.sentence.of(source_.document.text);
      std::vector<ToldWay> ways;
      const bool only_done =
          finding.kind == FindingKind::kMethod && !has_phrase(lower_ascii(words), "significan*");
      if (!only_done) ways = told_ways(words, meanings_, lexicon_.stemmer());
      sentences_.push_back(ways.empty() ? ReadText() : read_claim_text(words, meanings_, lexicon_.stemmer()));
      for (ToldWay& one : ways) {
        SourceWay way;
        way.given = given_words(one.main, lexicon_);
        way.sentence = &sentences_.back();
        if (!one.subject.empty())
          way.full = read_claim_text(one.subject + " " + one.main.lower, meanings_, lexicon_.stemmer());
        way.span = finding.sentence;
        if (one.refers_back && i > 0) {
          const uint32_t from = source_.findings[i > 1 ? i - 2 : 0].sentence.start;
          const ByteSpan before{from, finding.sentence.start};
          if (before.end > before.start)
            befores_.push_back(std::make_unique<ReadText>(
                read_claim_text(before.of(source_.document.text), meanings_, lexicon_.stemmer())));
          if (before.end > before.start) way.before = befores_.back().get();
        }
        way.told = std::move(one);
        ways_.push_back(std::move(way));
      }
    }
  }

  ToldAgainst hold_one(size_t number) {
    ToldAgainst result;
    const ToldWay& own = claimed_[number];
    read_own(number);
    double agreed = 0;
    double opposed = 0;
    WayBeside best;
    int there_way = 0;
    bool there_quality = false;
    bool there_between = false;
    ByteSpan agreeing;
    ByteSpan opposing;
    for (const SourceWay& there : ways_) {
      const WayBeside beside = beside_of(own, there);
      if (beside.nothing) result.nothing = true;
      const bool told = there.told.way.has_value();
      const int way = told ? *there.told.way * beside.order : 0;
      if (beside.outcome < kAgreesNamed || beside.given < kThingsNamed || !told) continue;
      if (agrees(own, there.told, way)) {
        if (beside.weight() > agreed) {
          agreed = beside.weight();
          agreeing = there.span;
        }
      } else if (opposes(own, there.told, way, beside) && beside.weight() > opposed) {
        opposed = beside.weight();
        best = beside;
        there_way = way;
        there_quality = there.told.quality;
        there_between = there.told.between;
        opposing = there.span;
      }
    }
    const bool either_none = there_way == 0 || own.way.value_or(0) == 0;
    const double margin = agreed > 0 && either_none ? kAsMuchOfNone : kNearlyAsMuch;
    if (opposed > agreed + margin && best.outcome >= kPerhapsNamed) {
      const bool plainly = best.outcome >= kPlainlyNamed && best.given >= kPlainlyNamed &&
                           (own.compared ? best.sides : best.order == 1 && !there_between);
      result.against = plainly ? ToldAgainst::Strength::kPlainly : ToldAgainst::Strength::kPerhaps;
      result.reason = reason_of(own, there_way, there_quality);
      result.sentence = opposing;
      result.named = opposed;
    } else if (agreed > 0 && agreed + margin >= opposed) {
      result.agrees = true;
      result.sentence = agreeing;
      result.named = agreed;
    }
    return result;
  }

  // The statement's words by what they are; of a clause without a subject, with those of the clause before.
  void read_own(size_t number) {
    const ToldWay& own = claimed_[number];
    asked_ = own.main;
    if (!own.subject.empty()) {
      // Of a clause with an outcome of its own, only the treatment stands in the clause before.
      std::string text;
      const std::vector<bool> given = given_words(own.main, lexicon_);
      for (size_t i = 0; i < given.size(); ++i) {
        if (!given[i] && tells_thing(own.main.words[i]) && !tells_no_outcome(own.main.words[i].stem))
          text = " ";
      }
      if (text.empty()) {
        text = own.subject;
      } else {
        for (const Side& side : sides_of(own.subject, lexicon_, false))
          text += std::string(side.span.of(own.subject)) + " ";
      }
      asked_ = read_claim_text(text + " " + own.main.lower, meanings_, lexicon_.stemmer());
    }
    given_ = given_words(asked_, lexicon_);
    names_outcome_.assign(asked_.words.size(), false);
    for (const OutcomePlace& place : find_outcomes(asked_.lower)) {
      for (size_t i = 0; i < names_outcome_.size(); ++i) {
        const ByteSpan word = asked_.words[i].span;
        names_outcome_[i] = names_outcome_[i] || (word.start < place.end && place.start < word.end);
      }
    }
    condition_.assign(asked_.words.size(), false);
    for (const Mention& one : lexicon_.mentions(asked_.lower, ConceptRole::kCondition)) {
      for (size_t i = 0; i < condition_.size(); ++i)
        condition_[i] = condition_[i] || one.span.overlaps(asked_.words[i].span);
    }
    names_given_ = std::any_of(given_.begin(), given_.end(), [](bool one) { return one; });
  }

  static bool same_name(const ToldWay& own, const ToldWay& there) {
    return !own.outcome.empty() && own.outcome == there.outcome;
  }

  static bool agrees(const ToldWay& own, const ToldWay& there, int way) {
    if (!own.way) return false;
    if (*own.way == 0 || *there.way == 0) return *own.way == *there.way;
    // Of two groups held against each other, one group by itself tells nothing.
    if (own.compared && own.degree && !there.compared && !there.degree) return false;
    if (own.of_change != there.of_change) return false;
    const int order = way * *there.way;  // of the sides
    if (same_name(own, there)) return own.of_outcome * there.of_outcome * order > 0;
    return own.quality == there.quality && *own.way == way;
  }

  static bool opposes(const ToldWay& own, const ToldWay& there, int way, const WayBeside& beside) {
    if (!own.way) return *there.way == 0 && there.refers_back;
    // That two are alike does not tell what either of them did.
    if (*there.way == 0) return *own.way != 0 && (own.compared || !there.between || !beside.another);
    if (beside.order == 0 || own.of_change != there.of_change) return false;
    // What was found in each group by itself denies no likeness of the two.
    if (*own.way == 0) return there.degree || there.compared || !own.between;
    if (own.compared && !there.compared && !there.degree) return false;
    if (same_name(own, there)) return own.of_outcome * there.of_outcome * beside.order < 0;
    return own.quality == there.quality && *own.way == -way;
  }

  static std::string reason_of(const ToldWay& own, int there, bool quality) {
    if (there == 0) return "it found no difference";
    if (own.way.value_or(1) == 0) return "it found a difference";
    if (own.quality != quality) return "it tells the opposite";
    if (own.quality) return there > 0 ? "better, not worse" : "worse, not better";
    return there > 0 ? "more, not less" : "less, not more";
  }

  // "Reduced with A, while B increased it": what B does is not told by A's clause.
  bool is_told_apart(const SourceWay& there) const {
    static constexpr std::string_view kContrasts[] = {"while", "whereas", "but", "although", "and"};
    const auto contrasts = [](const SourceWay& one) {
      return is_one_of(one.told.main.lower.substr(0, one.told.main.lower.find(' ')), kContrasts);
    };
    return std::any_of(ways_.begin(), ways_.end(), [&](const SourceWay& other) {
      const bool beside = &other != &there && other.sentence == there.sentence && !other.told.no_subject;
      if (!beside || (!contrasts(there) && !contrasts(other))) return false;
      const Comparison held = compare(asked_, other.told.main);
      size_t i = 0;
      return std::any_of(held.aligned.begin(), held.aligned.end(),
                         [&](const AlignedWord& word) { return given_[i++] && word.strength >= kSameWord; });
    });
  }

  WayBeside beside_of(const ToldWay& own, const SourceWay& there) const {
    WayBeside beside;
    const ReadText& asked = asked_;
    const bool carried = !there.full.words.empty();
    const Comparison in_clause = compare(asked, there.told.main);
    const Comparison in_full = carried ? compare(asked, there.full) : in_clause;
    const Comparison in_sentence = compare(asked, *there.sentence);
    const Comparison in_title = compare(asked, title_);
    const Comparison before = there.before != nullptr ? compare(asked, *there.before) : in_clause;
    const Comparison back_to = compare(there.told.main, asked);
    bool names_another = false;
    for (size_t i = 0; i < there.given.size(); ++i)
      names_another = names_another || (there.given[i] && back_to.aligned[i].strength < kSameWord);
    const bool told_apart = names_another && is_told_apart(there);
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
      if (given_[i]) {
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
        const double name = names_outcome_[i] && same_name(own, there.told) ? kSameName : 0;
        const double share = std::max({here, kElsewhere * near, name}) * word.weight;
        beside.outcome += share;
        halves[half] += word.weight;
        halves_found[half] += share;
        // What the document is about it does not repeat in each sentence.
        if (condition_[i])
          titled += std::max(0.0, kElsewhere * counts_for(in_title.aligned[i]) * word.weight - share);
        else
          own_outcome += share;
      }
    }
    if (own_outcome > 0) beside.outcome += titled;
    for (const size_t i : {size_t{0}, size_t{1}}) {
      if (halves[i] > 0 && halves_found[i] <= 0)
        beside.outcome = std::min(beside.outcome, kHalfOnly * outcome);
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
    place(own, there.told, beside);
    return beside;
  }

  // Which of the statement's two sides the source's clause says it of.
  void place(const ToldWay& own, const ToldWay& there, WayBeside& beside) const {
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
        if (!there.compared && there.degree && names_given_ && beside.here <= 0) {
          beside.order = -1;
          beside.given = 1;
        }
      }
      return;
    }
    if (there.compared && share_found(own.main, there.against) > share_found(own.main, there.main))
      beside.order = 0;
  }

  const AnswerSource& source_;
  const Lexicon& lexicon_;
  std::vector<SameMeaning> meanings_;
  std::vector<ToldWay> claimed_;
  ReadText title_;
  std::vector<ReadText> sentences_;
  std::vector<std::unique_ptr<ReadText>> befores_;
  std::vector<SourceWay> ways_;
  ReadText asked_;               // the statement's clause in hand, with its subject
  std::vector<bool> condition_;  // of its words
  std::vector<bool> names_outcome_;
  std::vector<bool> given_;   // of the statement's clause in hand
  bool names_given_ = false;  // one of its words is a treatment
};

}  // namespace

ToldAgainst hold_ways(const PageClaim& claim, const AnswerSource& source, const Lexicon& lexicon) {
  ToldAgainst copied;
  copied.agrees = is_copied(claim, source.document.text);
  return copied.agrees ? copied : WaysBeside(claim, source, lexicon).hold();
}

ToldAgainst hold_ways(const PageClaim& claim, const std::vector<const AnswerSource*>& cited,
                      const Lexicon& lexicon) {
  ToldAgainst worst;
  bool agrees = false;
  for (size_t i = 0; i < cited.size(); ++i) {
    ToldAgainst one = hold_ways(claim, *cited[i], lexicon);
    agrees = agrees || one.agrees;
    one.source = i;
    if (one.against > worst.against) worst = std::move(one);
  }
  if (agrees) worst = {};
  worst.agrees = agrees;
  return worst;
}

}  // namespace attest::audit
