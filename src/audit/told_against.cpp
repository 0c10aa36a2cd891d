// What a source says of one outcome it may say again in other words, and of a part of the patients otherwise:
// a statement is opposed only where the clause that has most of its words goes the other way and none that
// has nearly as many goes the same way.
#include "audit/told_against.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "audit/judge.h"
#include "audit/outcome_words.h"
#include "audit/told_ways.h"
#include "audit/way_beside.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr double kPlainlyNamed = 0.75;  // of the outcome, in a clause that plainly goes the other way
constexpr double kPerhapsNamed = 0.45;  // … perhaps
constexpr double kAgreesNamed = 0.55;   // … in a clause that says the same
constexpr double kNearlyAsMuch = 0.1;   // by how much the clause that goes the other way must name more
constexpr double kAsMuchOfNone = 0.25;  // … where one of the two tells no difference
constexpr double kThingsNamed = 0.5;    // of the treatments, in the sentence or the title
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
    const AskedClause asked = read_asked(own, meanings_, lexicon_);
    double agreed = 0;
    double opposed = 0;
    WayBeside best;
    int there_way = 0;
    bool there_quality = false;
    bool there_between = false;
    ByteSpan agreeing;
    ByteSpan opposing;
    for (const SourceWay& there : ways_) {
      const WayBeside beside = way_beside(own, asked, there, ways_, title_);
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

  static bool agrees(const ToldWay& own, const ToldWay& there, int way) {
    if (!own.way) return false;
    if (*own.way == 0 || *there.way == 0) return *own.way == *there.way;
    // Of two groups held against each other, one group by itself tells nothing.
    if (own.compared && own.degree && !there.compared && !there.degree) return false;
    if (own.of_change != there.of_change) return false;
    const int order = way * *there.way;  // of the sides
    if (name_one_outcome(own, there)) return own.of_outcome * there.of_outcome * order > 0;
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
    if (name_one_outcome(own, there)) return own.of_outcome * there.of_outcome * beside.order < 0;
    return own.quality == there.quality && *own.way == -way;
  }

  static std::string reason_of(const ToldWay& own, int there, bool quality) {
    if (there == 0) return "it found no difference";
    if (own.way.value_or(1) == 0) return "it found a difference";
    if (own.quality != quality) return "it tells the opposite";
    if (own.quality) return there > 0 ? "better, not worse" : "worse, not better";
    return there > 0 ? "more, not less" : "less, not more";
  }

  const AnswerSource& source_;
  const Lexicon& lexicon_;
  std::vector<SameMeaning> meanings_;
  std::vector<ToldWay> claimed_;
  ReadText title_;
  std::vector<ReadText> sentences_;
  std::vector<std::unique_ptr<ReadText>> befores_;
  std::vector<SourceWay> ways_;
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
