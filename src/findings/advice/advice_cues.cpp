// Cue words of advice, for and against.
#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "base/one_of.h"
#include "findings/advice/line_words.h"
#include "findings/cues.h"
#include "text/phrases.h"
#include "text/word_bounds.h"

namespace attest::cues {
namespace {

// clang-format off
constexpr std::string_view kFor[] = {
    "recommend*",         "should be offered", "should be used",     "should be considered",
    "should be given", "should be treated",  "should be completed",
    "should be started", "should receive", "is advised",
    "are advised",        "advises",
    "is preferred",       "we suggest", "suggests using",
    "should undergo", "is indicated",       "should be initiated",
    "best practice advice", "should be prescribed", "should be administered",
    "is the standard of care",
};

// Orders that open a sentence.
constexpr std::string_view kOrders[] = {"offer ", "consider ", "give ", "prescribe ", "treat "};
constexpr std::string_view kOrdersAgainst[] = {"avoid "};

constexpr std::string_view kAgainst[] = {
    "not recommended", "recommends against", "recommendation against", "recommend against", "should not be",
    "should be avoided", "advise against", "advises against", "advised against",
    "not be used", "contraindicated", "not advised", "not supported", "not usually recommended",
    "not routinely recommended", "not generally recommended", "no longer recommended",
    "do not offer", "do not routinely offer", "do not use", "do not routinely use", "do not give",
    "do not prescribe", "do not routinely prescribe", "do not start", "should not receive", "should not use",
    "must not be", "not be offered", "not be given", "should never be", "suggest against", "suggests against",
    "cannot be recommended", "not indicated", "refrain from", "suggest not using", "recommend not using",
    "do not treat", "do not consider", "should avoid", "must avoid", "to avoid using",
    "preclude further use", "precludes further use", "preclude the further use", "preclude its further use",
};
// Advice where an adviser refuses; that evidence does not support a thing is doubt.
constexpr std::string_view kRefusals[] = {
    "does not support", "do not support", "does not endorse", "do not endorse",
};
constexpr std::string_view kAdvisers[] = {
    "guideline*", "guidance", "society", "societies", "committee*", "panel*", "task force", "consensus",
    "position statement*", "position paper*", "college", "academy", "working group*", "we",
};
// "Should not be withheld": no advice against the thing.
constexpr std::string_view kAgainstLeaving[] = {
    "withheld", "delayed", "denied", "discontinued", "stopped", "interrupted", "excluded", "discouraged",
    "forgotten", "overlooked", "neglected", "underestimated", "postponed", "deferred", "ignored", "omitted",
    "restricted to", "limited to", "considered a contrain*", "considered contrain*",
    "considered as a contr*", "a contraindication", "considered a barrier", "a barrier",
};
// clang-format on

template <size_t N>
void find_all(std::string_view lower, const std::string_view (&phrases)[N], bool against, bool line,
              std::vector<AdviceCue>& cues) {
  if (!has_any_phrase(lower, phrases)) return;
  for (const std::string_view phrase : phrases) {
    for (size_t at = find_phrase(lower, phrase); at != std::string_view::npos;
         at = find_phrase(lower, phrase, at + 1)) {
      size_t end = at + phrase.size() - (phrase.ends_with('*') ? 1 : 0);
      while (phrase.ends_with('*') && end < lower.size() && lower[end] >= 'a' && lower[end] <= 'z') ++end;
      const bool taken = std::any_of(cues.begin(), cues.end(),
                                     [&](const AdviceCue& cue) { return at < cue.end && cue.start < end; });
      if (!taken) cues.push_back({at, end, against, line});
    }
  }
}

// "The guideline does not support X" advises; "these data do not support X" doubts.
bool is_refusal_of_adviser(std::string_view lower, size_t at) {
  std::string_view before = lower.substr(0, at);
  if (const size_t mark = before.find_last_of(",;:."); mark != std::string_view::npos)
    before.remove_prefix(mark + 1);
  static constexpr std::string_view kData[] = {"evidence", "data", "result*", "finding*", "trial*", "stud*"};
  return has_any_phrase(before, kAdvisers) && !has_any_phrase(before, kData);
}

// "Do not use X" orders; "liver cells do not use X" tells. An order opens its clause, or stands behind a few
// words that only say when or for whom ("In children do not use X").
bool is_negative_order(std::string_view lower, size_t at) {
  std::string_view before = lower.substr(0, at);
  while (before.ends_with(' ')) before.remove_suffix(1);
  const size_t mark = before.find_last_of(",;:.()•*[]\"\n");
  std::string_view clause = mark == std::string_view::npos ? before : before.substr(mark + 1);
  for (const std::string_view dash : {" - ", "–", "—", "“"}) {
    if (const size_t place = clause.rfind(dash); place != std::string_view::npos)
      clause.remove_prefix(place + dash.size());
  }
  while (!clause.empty() && (clause.front() == ' ' || clause.front() == '-')) clause.remove_prefix(1);
  if (clause.empty()) return true;
  const size_t space = clause.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? clause : clause.substr(space + 1);
  if (last == "please") return true;
  // "Stop X and do not start Y": an order goes on; "smoke and do not use Y": a tale goes on.
  static constexpr std::string_view kGoesOn[] = {"and", "but", "or", "so", "then"};
  static constexpr std::string_view kBegins[] = {
      "stop ",   "avoid ", "offer ", "use ",     "give ",    "take ",  "start ", "continue ", "consider",
      "switch ", "refer ", "treat ", "discuss ", "monitor ", "check ", " must ", " should "};
  if (std::find(std::begin(kGoesOn), std::end(kGoesOn), last) != std::end(kGoesOn))
    return std::any_of(std::begin(kBegins), std::end(kBegins), [&](std::string_view word) {
      return clause.starts_with(word) ||
             (word.starts_with(' ') && clause.find(word) != std::string_view::npos);
    });
  static constexpr std::string_view kWhen[] = {"in ", "for ", "during ", "at ", "with ", "before ", "after "};
  constexpr auto kSpacesMax = 2;
  return std::count(clause.begin(), clause.end(), ' ') <= kSpacesMax && starts_with_one_of(clause, kWhen);
}

// "Offer X to people with…": an order stands at the start of a sentence, or behind the colon or semicolon.
template <size_t N>
void find_orders(std::string_view lower, const std::string_view (&orders)[N], bool against,
                 std::vector<AdviceCue>& cues) {
  for (size_t at = 0; at < lower.size();) {
    const size_t start = lower.find_first_not_of(" •-", at);
    if (start == std::string_view::npos) return;
    for (const std::string_view order : orders) {
      const std::string_view from = lower.substr(start);
      // "Consider whether…" names nothing, "consider also…" is what comes beside another thing.
      static constexpr std::string_view kOther[] = {"whether ", "that ", "if ", "why ", "how ", "also "};
      const bool other = starts_with_one_of(from.substr(std::min(order.size(), from.size())), kOther);
      if (from.starts_with(order) && !other)
        cues.push_back({start, start + order.size() - 1, against, false});
    }
    const size_t mark = lower.find_first_of(":;", start);
    if (mark == std::string_view::npos) return;
    at = mark + 1;
  }
}

// "Should be considered a risk factor for pneumonitis", "the possibility of an interaction should be
// considered": of what a thing does, not that it be given.
bool considers_harm(std::string_view lower, const AdviceCue& cue) {
  if (lower.substr(cue.start, cue.end - cue.start) != "should be considered") return false;
  static constexpr std::string_view kHarmful[] = {
      "risk factor*",  "cause",   "causes",  "causing",         "contraindication", "marker",  "predictor*",
      "complication*", "sign",    "toxic",   "hepatotoxic",     "nephrotoxic",      "source",  "adverse",
      "side effect*",  "hazard*", "harmful", "investigational", "experimental",     "obsolete"};
  static constexpr std::string_view kWeighed[] = {
      "possibility", "interaction*", "risk of", "risks",        "diagnosis of",    "implications",
      "limitations", "cost",         "costs",   "side effects", "adverse effects", "toxicity"};
  static constexpr std::string_view kInThought[] = {" in the differential", " in differential",
                                                    " in the diagnos",      " in the interpretation",
                                                    " when interpreting",   " in interpreting"};
  const std::string_view next = lower.substr(cue.end);
  // What it is considered to be, up to in whom.
  std::string_view named = next.substr(0, next.find_first_of(",;.("));
  for (const std::string_view word :
       {" in ", " for ", " when ", " with ", " if ", " among ", " after ", " by "})
    named = named.substr(0, named.find(word));
  std::string_view before = lower.substr(0, cue.start);
  before = before.substr(before.find_last_of(",;:(") + 1);
  return has_any_phrase(named, kHarmful) || has_any_phrase(before, kWeighed) ||
         starts_with_one_of(next, kInThought);
}

// "We suggest that the injury may account for…": what they think.
bool suggests_a_thought(std::string_view lower, const AdviceCue& cue) {
  if (lower.substr(cue.start, cue.end - cue.start) != "we suggest") return false;
  const std::string_view next = lower.substr(cue.end);
  if (next.starts_with(" ways ")) return true;
  if (!next.starts_with(" that ")) return false;
  static constexpr std::string_view kAdvised[] = {
      "should",    "must",  "ought to", "receive",    "undergo",   "clinicians", "physicians",
      "providers", "offer", "avoid",    "recommend*", "consider*", "first-line", "not use"};
  if (has_any_phrase(next, kAdvised)) return false;
  static constexpr std::string_view kMaybe[] = {"may",   "might", "can", "could",
                                                "would", "will",  "to",  "cannot"};
  for (size_t at = find_phrase(next, "be"); at != std::string_view::npos;
       at = find_phrase(next, "be", at + 1)) {
    std::string_view word = word_ending(next, at);
    if (word == "not") word = word_ending(next, static_cast<size_t>(word.data() - next.data()));
    if (!is_one_of(word, kMaybe)) return false;
  }
  return true;
}

// "At twice the dose currently recommended", "this recommendation", "likely to recommend rejection": the word
// tells of advice and gives none.
bool tells_of_advice(std::string_view lower, const AdviceCue& cue) {
  static constexpr std::string_view kOwnVerb[] = {"should", "recommend*", "must", "is advised",
                                                  "are advised"};
  const std::string_view said = lower.substr(cue.start, cue.end - cue.start);
  const std::string_view next = lower.substr(cue.end);
  size_t place = cue.start;
  std::string_view before = word_ending(lower, place);
  const auto step = [&] {
    place = static_cast<size_t>(before.data() - lower.data());
    before = word_ending(lower, place);
  };
  while (before.ends_with("ly")) step();
  // "Recommendation 2: patients should receive X": a heading, and the advice follows.
  if ((said == "recommendation" || said == "recommendations") && next.size() > 1 && next[0] == ' ' &&
      next[1] >= '0' && next[1] <= '9' && has_any_phrase(next, kOwnVerb))
    return true;
  if (said == "recommendation") {
    static constexpr std::string_view kWhich[] = {"this", "that", "such", "these"};
    return is_one_of(before, kWhich);
  }
  static constexpr std::string_view kOfPapers[] = {" rejection", " acceptance", " publication"};
  if (said.starts_with("recommend") && starts_with_one_of(next, kOfPapers)) return true;
  // "Was recommended by a minority of physicians": what people do.
  static constexpr std::string_view kPeople[] = {"physicians",    "surgeons",    "doctors", "clinicians",
                                                 "practitioners", "respondents", "gps",     "pharmacists",
                                                 "friends",       "minorities",  "minority"};
  constexpr size_t kByWhom = 60;
  if (said == "recommended" && next.starts_with(" by ") && has_any_phrase(next.substr(0, kByWhom), kPeople))
    return true;
  if (said == "recommend") return lower.substr(0, cue.start).ends_with("likely to ");
  if (said != "recommended") return false;
  static constexpr std::string_view kAmounts[] = {"dose",    "doses",  "dosage",  "dosages", "intake",
                                                  "intakes", "amount", "amounts", "limit",   "limits"};
  // "Twice the doses that are recommended", but not "these doses are recommended".
  if (before == "are" || before == "is") {
    step();
    if (before != "that" && before != "which") return false;
    step();
    return is_one_of(before, kAmounts);
  }
  if (is_one_of(before, kAmounts)) return true;
  // An attribute: "comply with recommended follow-up", "received the recommended treatments".
  static constexpr std::string_view kWithout[] = {"with", "at", "than", "above", "below", "exceeding",
                                                  "of",   "to", "per",  "under", "within"};
  if (is_one_of(before, kWithout)) return true;
  if (before != "the") return false;
  step();
  static constexpr std::string_view kHad[] = {"received", "receiving", "exceeded", "exceeds", "above",
                                              "below",    "than",      "twice",    "half",    "times",
                                              "within",   "met",       "meeting"};
  return is_one_of(before, kHad);
}

}  // namespace

bool recommends(std::string_view lower) {
  return has_any_phrase(lower, kFor) || has_any_phrase(lower, kFirstPlace);
}

bool recommends_against(std::string_view lower) {
  return std::any_of(std::begin(kAgainst), std::end(kAgainst),
                     [&](std::string_view phrase) {
                       const size_t at = find_phrase(lower, phrase);
                       return at != std::string_view::npos &&
                              (!phrase.starts_with("do not ") || is_negative_order(lower, at));
                     }) ||
         std::any_of(std::begin(kRefusals), std::end(kRefusals), [&](std::string_view phrase) {
           const size_t at = find_phrase(lower, phrase);
           return at != std::string_view::npos && is_refusal_of_adviser(lower, at);
         });
}

bool is_order(std::string_view cue) {
  return std::any_of(std::begin(kOrders), std::end(kOrders),
                     [&](std::string_view order) { return order.substr(0, order.size() - 1) == cue; });
}

bool asks_or_disagrees(std::string_view lower) {
  const size_t last = lower.find_last_not_of(" \"'”’)");
  if (last != std::string_view::npos && lower[last] == '?') return true;
  static constexpr std::string_view kDisagree[] = {"we disagree",        "we do not agree",
                                                   "we cannot agree",    "we do not share",
                                                   "we would not agree", "we strongly disagree"};
  return has_any_phrase(lower, kDisagree);
}

std::vector<AdviceCue> find_advice(std::string_view lower) {
  std::vector<AdviceCue> cues;
  if (asks_or_disagrees(lower)) return cues;
  find_all(lower, kAgainst, true, false, cues);
  std::erase_if(cues, [&](const AdviceCue& cue) {
    if (lower.substr(cue.start).starts_with("do not ") && !is_negative_order(lower, cue.start)) return true;
    const std::string_view next = lower.substr(cue.end, lower.find_first_of(",;", cue.end) - cue.end);
    return has_any_phrase(next.substr(0, 24), kAgainstLeaving);
  });
  std::vector<AdviceCue> refusals;
  find_all(lower, kRefusals, true, false, refusals);
  std::copy_if(refusals.begin(), refusals.end(), std::back_inserter(cues),
               [&](const AdviceCue& cue) { return is_refusal_of_adviser(lower, cue.start); });
  find_orders(lower, kOrdersAgainst, true, cues);
  find_all(lower, kFor, false, false, cues);
  find_orders(lower, kOrders, false, cues);
  // "At the recommended dosage X…": no advice on X.
  static constexpr std::string_view kFigures[] = {
      " dos",   " daily",  " phase",   " target",  " value",     " time",  " intake", " level",
      " range", " amount", " maximum", " dietary", " allowance", " upper", " limit",  " nutrient"};
  std::erase_if(cues, [&](const AdviceCue& cue) {
    const std::string_view next = lower.substr(cue.end);
    return lower.substr(cue.start, cue.end - cue.start) == "recommended" &&
           starts_with_one_of(next, kFigures);
  });
  // "Recommendations about X were developed", "the Education Program recommendations": that there are some,
  // unless they are told.
  static constexpr std::string_view kTold[] = {" include", " are ",    " are:",  ": ",
                                               " that ",   " to ",     " is ",   " comprise",
                                               " remain ", " emphasi", " stress"};
  std::erase_if(cues, [&](const AdviceCue& cue) {
    const std::string_view next = lower.substr(cue.end);
    return lower.substr(cue.start, cue.end - cue.start) == "recommendations" &&
           (next.starts_with(" are divided") || next.starts_with(" are contained") ||
            next.starts_with(" are based") || next.starts_with(" are available") ||
            !starts_with_one_of(next, kTold));
  });
  std::erase_if(cues, [&](const AdviceCue& cue) {
    return considers_harm(lower, cue) || suggests_a_thought(lower, cue) || tells_of_advice(lower, cue);
  });
  find_all(lower, kFirstPlace, false, true, cues);
  std::erase_if(cues, [&](const AdviceCue& cue) { return cue.line && is_free_choice(lower, cue.start); });
  std::sort(cues.begin(), cues.end(),
            [](const AdviceCue& a, const AdviceCue& b) { return a.start < b.start; });
  return cues;
}

}  // namespace attest::cues
