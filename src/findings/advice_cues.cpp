// Cue words of advice, for and against.
#include <algorithm>

#include "findings/cues.h"
#include "text/phrases.h"

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

// They name a place among treatments.
constexpr std::string_view kLine[] = {
    "treatment of choice", "first-line", "first line", "first choice", "drug of choice", "mainstay of",
    "cornerstone of", "initial therapy", "should be the first", "of choice",
};

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
};
// "Should not be withheld": no advice against the thing.
constexpr std::string_view kAgainstLeaving[] = {
    "withheld", "delayed", "denied", "discontinued", "stopped", "interrupted", "excluded", "discouraged",
    "forgotten", "overlooked", "neglected", "underestimated", "postponed", "deferred", "ignored", "omitted",
    "restricted to", "limited to",
};
// clang-format on

template <size_t N>
void find_all(std::string_view lower, const std::string_view (&phrases)[N], bool against, bool line,
              std::vector<AdviceCue>& cues) {
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
  return std::count(clause.begin(), clause.end(), ' ') <= kSpacesMax &&
         std::any_of(std::begin(kWhen), std::end(kWhen),
                     [&](std::string_view word) { return clause.starts_with(word); });
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
      const bool other = std::any_of(std::begin(kOther), std::end(kOther), [&](std::string_view word) {
        return from.substr(std::min(order.size(), from.size())).starts_with(word);
      });
      if (from.starts_with(order) && !other)
        cues.push_back({start, start + order.size() - 1, against, false});
    }
    const size_t mark = lower.find_first_of(":;", start);
    if (mark == std::string_view::npos) return;
    at = mark + 1;
  }
}

}  // namespace

bool recommends(std::string_view lower) {
  return has_any_phrase(lower, kFor) || has_any_phrase(lower, kLine);
}

bool recommends_against(std::string_view lower) {
  return std::any_of(std::begin(kAgainst), std::end(kAgainst), [&](std::string_view phrase) {
    const size_t at = find_phrase(lower, phrase);
    return at != std::string_view::npos && (!phrase.starts_with("do not ") || is_negative_order(lower, at));
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
  find_orders(lower, kOrdersAgainst, true, cues);
  find_all(lower, kFor, false, false, cues);
  find_orders(lower, kOrders, false, cues);
  // "At the recommended dosage X…": no advice on X.
  static constexpr std::string_view kFigures[] = {" dos",   " daily",  " phase",  " target",
                                                  " value", " time",   " intake", " level",
                                                  " range", " amount", " maximum"};
  std::erase_if(cues, [&](const AdviceCue& cue) {
    const std::string_view next = lower.substr(cue.end);
    return lower.substr(cue.start, cue.end - cue.start) == "recommended" &&
           std::any_of(std::begin(kFigures), std::end(kFigures),
                       [&](std::string_view noun) { return next.starts_with(noun); });
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
            std::none_of(std::begin(kTold), std::end(kTold),
                         [&](std::string_view words) { return next.starts_with(words); }));
  });
  find_all(lower, kLine, false, true, cues);
  std::erase_if(cues, [&](const AdviceCue& cue) { return cue.line && is_free_choice(lower, cue.start); });
  std::sort(cues.begin(), cues.end(),
            [](const AdviceCue& a, const AdviceCue& b) { return a.start < b.start; });
  return cues;
}

}  // namespace attest::cues
