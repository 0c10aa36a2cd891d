// Claims among the sentences. What a list item leaves out ("Initial success: 95 %") stands in the item above
// it or in its heading, and is carried along as `about`.
#include "audit/claims.h"

#include <algorithm>
#include <cmath>

#include "audit/judge.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "findings/cues.h"
#include "findings/extract.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

bool is_result_time(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kDuration && !quantity.unit.empty();
}

double or_value(double bound, double value) { return std::isnan(bound) ? value : bound; }

bool is_question(std::string_view text) { return trimmed(text).ends_with('?'); }

}  // namespace

bool is_about_the_page(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {"disclaimer",
                                                  "not intended to",
                                                  "not a substitute",
                                                  "substitute for",
                                                  "information only",
                                                  "educational purpose*",
                                                  "medical advice",
                                                  "assumes no liability",
                                                  "no liability",
                                                  "terms of use",
                                                  "privacy policy",
                                                  "cookie*",
                                                  "subscribe",
                                                  "newsletter",
                                                  "all rights reserved",
                                                  "copyright",
                                                  "©",
                                                  "last updated",
                                                  "last reviewed",
                                                  "last modified",
                                                  "medically reviewed",
                                                  "reviewed by",
                                                  "reviewed for",
                                                  "pending review",
                                                  "pending human review",
                                                  "editorial policy",
                                                  "editorial team",
                                                  "fact-checked",
                                                  "fact checked",
                                                  "written by",
                                                  "click here",
                                                  "sign up",
                                                  "this site",
                                                  "this website",
                                                  "this web site",
                                                  "this page",
                                                  "our website",
                                                  "log in",
                                                  "personalize",
                                                  "follow-up question",
                                                  "professional discretion",
                                                  "independently verified",
                                                  "contact us",
                                                  "this article was",
                                                  "was generated",
                                                  "peer reviewed by",
                                                  "this information is intended",
                                                  "clinical judgment and independently",
                                                  "back to top",
                                                  "advertis*"};
  return has_any_phrase(lower, kPhrases);
}

TimeOfResult time_of_result(std::string_view lower, double follow_up_days) {
  static constexpr std::string_view kEarly[] = {"initial*",        "early",           "short-term",
                                                "short term",      "immediate*",      "at first",
                                                "after treatment", "end of treatment"};
  static constexpr std::string_view kLate[] = {"long-term", "long term", "sustained", "one year",
                                               "1 year",    "12 months", "two years", "24 months",
                                               "durable",   "lasting",   "later",     "at follow-up"};
  constexpr double kEarlyDays = 125;
  constexpr double kLateDays = 240;
  if (!std::isnan(follow_up_days)) {
    if (follow_up_days <= kEarlyDays) return TimeOfResult::kEarly;
    if (follow_up_days >= kLateDays) return TimeOfResult::kLate;
    return TimeOfResult::kUnstated;
  }
  const bool early = has_any_phrase(lower, kEarly);
  const bool late = has_any_phrase(lower, kLate);
  if (early == late) return TimeOfResult::kUnstated;
  return early ? TimeOfResult::kEarly : TimeOfResult::kLate;
}

std::vector<TimeOfResult> times_of_figures(std::string_view lower, const std::vector<ByteSpan>& figures) {
  std::vector<TimeOfResult> times(figures.size(), TimeOfResult::kUnstated);
  if (figures.empty()) return times;
  const auto between = [&](size_t from, size_t to) {
    return from < to && to <= lower.size() ? time_of_result(lower.substr(from, to - from), kNotStated)
                                           : TimeOfResult::kUnstated;
  };
  // Whether the words of time stand before the figures or after them holds for a whole sentence.
  const bool before = between(0, figures.front().start) != TimeOfResult::kUnstated;
  const bool after = between(figures.back().end, lower.size()) != TimeOfResult::kUnstated;
  const bool time_follows = after && !before;
  for (size_t i = 0; i < figures.size(); ++i) {
    const size_t last_end = i == 0 ? 0 : figures[i - 1].end;
    const size_t next_start = i + 1 == figures.size() ? lower.size() : figures[i + 1].start;
    const TimeOfResult left = between(last_end, figures[i].start);
    const TimeOfResult right = between(figures[i].end, next_start);
    times[i] = time_follows                      ? right
               : left != TimeOfResult::kUnstated ? left
               : figures.size() == 1             ? right
                                                 : left;
    // "rates of 50 % and 60 % at first": what follows the last holds for those before it.
    if (times[i] == TimeOfResult::kUnstated && time_follows && i + 1 < figures.size()) {
      for (size_t j = i + 1; j < figures.size() && times[i] == TimeOfResult::kUnstated; ++j) {
        const size_t end = j + 1 == figures.size() ? lower.size() : figures[j + 1].start;
        times[i] = between(figures[j].end, end);
      }
    }
  }
  return times;
}

std::vector<StatedFigure> stated_figures(const std::vector<Quantity>& quantities, std::string_view text) {
  std::vector<StatedFigure> figures;
  for (const Quantity& quantity : quantities) {
    StatedFigure figure;
    figure.kind = quantity.kind;
    figure.span = quantity.span;
    figure.unit = quantity.unit;
    figure.printed = std::string(quantity.span.of(text));
    figure.low = or_value(quantity.low, quantity.value);
    figure.high = or_value(quantity.high, quantity.value);
    const std::string before = lower_ascii(text.substr(
        quantity.span.start > 24 ? quantity.span.start - 24 : 0, std::min<size_t>(24, quantity.span.start)));
    static constexpr std::string_view kAbout[] = {"approximately", "about",     "around", "roughly",
                                                  "nearly",        "almost",    "some",   "up to",
                                                  "over",          "more than", "~"};
    figure.approximate = quantity.relation != Relation::kEqual || has_any_phrase(before, kAbout);
    switch (quantity.kind) {
      case QuantityKind::kProportion:
        if (counts_things(text, quantity.span)) continue;
        if (std::isnan(quantity.value) && quantity.denominator > 0)
          figure.low = figure.high = 100 * quantity.numerator / quantity.denominator;
        break;
      case QuantityKind::kPercentage:
      case QuantityKind::kRatio:
      case QuantityKind::kDifference:
      case QuantityKind::kAccuracy: break;
      case QuantityKind::kDose: break;
      case QuantityKind::kDuration:
        if (!is_result_time(quantity)) continue;
        break;
      default: continue;
    }
    // The interval of an estimate is not a range of the estimate.
    if (quantity.kind == QuantityKind::kRatio || quantity.kind == QuantityKind::kDifference ||
        (!std::isnan(quantity.confidence) && !std::isnan(quantity.value)))
      figure.low = figure.high = quantity.value;
    if (std::isnan(figure.low) || std::isnan(figure.high)) continue;
    figures.push_back(std::move(figure));
  }
  return figures;
}

namespace {

// A verb that tells what comes of something.
bool says_effect(std::string_view lower) {
  static constexpr std::string_view kVerbs[] = {
      "causes",    "cause",    "cures",    "cure",    "heals",    "heal",    "helps",    "help",
      "prevents",  "prevent",  "lowers",   "lower",   "raises",   "raise",   "reduces",  "reduce",
      "relieves",  "relieve",  "treats",   "treat",   "protects", "protect", "harms",    "harm",
      "worsens",   "worsen",   "improves", "improve", "damages",  "damage",  "triggers", "trigger",
      "increases", "increase", "eases",    "stops"};
  return has_any_phrase(lower, kVerbs);
}

}  // namespace

std::vector<PageClaim> find_claims(const std::vector<PageSentence>& sentences, const Lexicon& lexicon) {
  std::vector<PageClaim> claims;
  const Appraisal page_appraisal;
  for (const PageSentence& sentence : sentences) {
    const std::string lower = lower_ascii(sentence.text);
    constexpr size_t kClaimBytesMin = 12;
    if (sentence.text.size() < kClaimBytesMin || is_question(sentence.text) || is_about_the_page(lower))
      continue;
    // "Treatment includes:" says nothing by itself; the items below it carry it along.
    if (sentence.text.ends_with(':') && sentence.citations.empty()) continue;
    PageClaim claim;
    claim.sentence = sentence;
    claim.about = sentence.heading;
    if (!sentence.lead.empty()) claim.about += (claim.about.empty() ? "" : ": ") + sentence.lead;

    Document document;
    document.text = sentence.text;
    std::vector<Mention> inherited = lexicon.mentions(sentence.lead, ConceptRole::kIntervention);
    if (inherited.empty()) inherited = lexicon.mentions(sentence.before, ConceptRole::kIntervention);
    if (inherited.empty()) inherited = lexicon.mentions(sentence.heading, ConceptRole::kIntervention);
    SentenceContext context;
    context.document = &document;
    context.appraisal = &page_appraisal;
    context.condition_match = 1;
    context.title_interventions = inherited;
    claim.finding = extract_finding(context, {0, static_cast<uint32_t>(document.text.size())},
                                    lexicon.vocabulary(), lexicon.stemmer());
    claim.figures = stated_figures(claim.finding.quantities, sentence.text);
    claim.interventions = lexicon.named(sentence.text, ConceptRole::kIntervention);
    claim.names_intervention = !claim.interventions.empty();
    if (!claim.names_intervention) {
      for (const Mention& mention : inherited) {
        if (std::find(claim.interventions.begin(), claim.interventions.end(), mention.id) ==
            claim.interventions.end())
          claim.interventions.push_back(mention.id);
      }
    }
    claim.conditions = lexicon.named(sentence.text + " " + claim.about, ConceptRole::kCondition);
    claim.time = time_of_result(lower, claim.finding.follow_up_days);
    if (claim.time == TimeOfResult::kUnstated)
      claim.time = time_of_result(lower_ascii(sentence.lead), kNotStated);
    std::vector<ByteSpan> spans;
    for (const StatedFigure& figure : claim.figures) spans.push_back(figure.span);
    const std::vector<TimeOfResult> times = times_of_figures(lower, spans);
    for (size_t i = 0; i < times.size(); ++i)
      claim.figures[i].time = times[i] == TimeOfResult::kUnstated ? claim.time : times[i];
    claim.units = lexicon.units(sentence.text);
    claim.about_units = lexicon.units(claim.about);

    const FindingKind kind = claim.finding.kind;
    const bool says_something = kind != FindingKind::kOther && kind != FindingKind::kMethod;
    const bool effect = claim.finding.direction != Direction::kUnstated && !claim.interventions.empty();
    // "Is safe in pregnancy", "works": few words, and a statement about a treatment.
    static constexpr std::string_view kJudging[] = {"works", "doubles", "halves", "no effect", "useless"};
    const bool judges = claim.names_intervention && (cues::speaks_of_harm(lower) || cues::recommends(lower) ||
                                                     has_any_phrase(lower, kJudging));
    const bool cited = !sentence.citations.empty();
    // A statement about a known condition, treatment or test, in a sentence of some length; a short one says
    // what comes of it ("Fluoxetine helps against depression").
    constexpr ptrdiff_t kSpacesMin = 5;
    const auto known = std::count_if(claim.units.begin(), claim.units.end(),
                                     [](const Unit& unit) { return unit.key.starts_with('='); });
    const bool is_long = std::count(sentence.text.begin(), sentence.text.end(), ' ') >= kSpacesMin;
    const bool about_medicine =
        known > 0 && (is_long || (sentence.text.ends_with('.') && says_effect(lower)));
    if (!says_something && !effect && !judges && !cited && claim.figures.empty() && !about_medicine) continue;
    if (claim.units.empty() && claim.figures.empty()) continue;
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace attest::audit
