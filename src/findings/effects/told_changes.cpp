// Changes come from the clauses (clause_direction.h), statements of no difference from null_results.h. Words
// that name no outcome ("it", "patients", an arm) are left out rather than guessed at.
#include "findings/effects/told_changes.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/advice/stance.h"
#include "findings/effects/changed_outcomes.h"
#include "findings/effects/clause_direction.h"
#include "findings/effects/not_known.h"
#include "findings/effects/null_results.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

// clang-format off
// Where nothing is found yet, or only looked for.
constexpr std::string_view kOnlyLookedFor[] = {
    "whether", "hypothes*", "aim of", "aim was", "objective", "to determine", "to evaluate", "to assess",
    "to investigate", "to compare", "is unclear", "are needed", "is needed", "should be", "may be needed",
    "need more", "needs more", "more work", "more research", "more studies", "more data", "is necessary",
    "more information",
};
constexpr std::string_view kLeadingOff[] = {
    "the", "a", "an", "in", "of", "for", "and", "or", "also", "both", "overall", "more", "most", "less",
    "much", "even", "then", "still", "their", "its", "his", "her", "all", "such", "no", "not", "any", "on",
    "as", "likely", "to", "have", "with", "these", "this", "that", "however", "had", "has", "our", "there",
    "clinically", "by", "between", "among", "either", "neither", "only", "other", "further", "some",
};
// They stand for something else, or are no outcome.
constexpr std::string_view kNoNames[] = {
    "it", "they", "this", "that", "these", "those", "which", "who", "whom", "there", "we", "patients",
    "participants", "subjects", "women", "men", "children", "group", "groups", "results", "values", "effect",
    "effects", "people", "individuals", "infants", "others", "both", "data", "findings", "dose", "doses",
    "treatment", "therapy", "difference", "differences", "levels", "level", "rates", "rate", "controls",
    "adults", "than", "so", "one", "two", "time", "years", "months", "weeks", "days", "hours", "changes",
    "extent", "degree", "evidence", "trend", "tendency", "be", "was", "were", "age", "study", "arm", "arms",
    "likely", "often", "frequently", "common", "frequent", "significant", "benefit", "cases", "proportion",
    "number", "percentage", "analysis", "studies", "trials", "respectively", "research", "under", "toxic",
    "popular", "potential", "work", "somewhat", "total", "systolic", "diastolic", "intravenous", "expected",
    "observation period", "follow-up period", "up",
};
constexpr std::string_view kListEnds[] = {
    " than ", " compared ", " versus ", " vs ", " in ", " with ", " by ", " at ", " after ", " during ",
    " among ", " but ", " while ", " whereas ", " from ", " to ", " on ", " when ", " which ", " as ",
    " over ", " for ", " within ", " without ", " although ", " between ", " who ", " that ", " because ",
};
constexpr std::string_view kNoItem[] = {
    "was", "were", "is", "are", "had", "has", "have", "did", "does", "not", "no", "may", "can", "could",
    "improved", "increased", "reduced", "decreased", "higher", "lower", "less", "more", "we", "it", "they",
    "this", "there", "patients", "thus", "therefore", "showed", "greater", "fewer", "than", "be", "however",
    "respectively", "resulting", "leading", "suggesting", "indicating", "especially", "particularly",
    "improvement", "reduction", "increase", "decrease", "improves", "reduces", "increases", "followed",
    "better", "worse", "faster", "slower", "high", "low",
};
// A name does not begin with these, nor hold a verb.
constexpr std::string_view kNoOpening[] = {
    "at", "after", "during", "when", "furthermore", "moreover", "before", "while", "if", "using",
    "additional",
    "two", "three", "four", "better", "worse", "faster", "slower", "earlier", "later", "addition", "although",
    "because", "cleared", "models", "doses", "dose", "dosage", "itself", "one", "each", "several",
    "from",
    "here", "finally", "effective",
};
constexpr std::string_view kVerbs[] = {
    "observed", "due", "relative", "twofold", "threefold", "fourfold", "eightfold", "differences", "seen",
    "noted",
    "did", "was", "were", "may", "had", "be", "is", "are", "tends", "tend", "yielded", "revealed", "showed",
    "performed", "predicted", "provided", "correlated", "reported", "accounted", "resulted",
    "provides", "can",
    "could", "has", "have", "been", "does", "do", "failed", "not", "no",
    "showing", "would", "exhibited", "residing", "appeared", "shown", "occurs", "occurred",
    "there", "than", "should", "might", "will", "suggest", "found", "respectively",
};
// Alone they name nothing: "risk", and not "risk of stroke".
constexpr std::string_view kMeasuresAlone[] = {
    "risk", "risks", "incidence", "frequency", "prevalence", "score", "scores", "mean score", "mean scores",
    "odds", "concentration", "concentrations", "percentage of", "duration", "severity", "amount",
    "likelihood",
    "probability", "quality", "improvement", "improvements", "reduction", "reductions", "increase",
    "response",
    "program", "change", "use", "tendency", "rate", "rates", "levels", "level", "proportion", "number",
};
constexpr std::string_view kNullNouns[] = {
    "difference", "differences", "effect", "effects", "change", "changes", "improvement", "improvements",
    "benefit", "reduction", "increase", "decrease", "association",
};
constexpr std::string_view kNullVerbs[] = {
    "reduce", "improve", "affect", "change", "alter", "increase", "decrease", "prevent", "influence",
    "lower", "impair", "shorten", "prolong",
};
constexpr std::string_view kNullJoints[] = {"in", "on", "of", "for", "regarding", "concerning"};
// clang-format on

std::string_view opening_word(std::string_view text) {
  const size_t start = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(start, word_end(text, start) - start);
}

bool holds_word(std::string_view text, std::span<const std::string_view> words) {
  for (size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    const size_t end = word_end(text, at);
    if (is_one_of(text.substr(at, end - at), words)) return true;
    at = end;
  }
  return false;
}

// The name of an outcome without what leads to it; "" where the words are none.
std::string name_in(std::string_view words) {
  std::string name;
  for (const char c : words) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) name += c;
    if (blank && !name.empty() && name.back() != ' ') name += ' ';
  }
  while (!name.empty() && std::string_view(" ,-.'\")]").find(name.back()) != std::string_view::npos)
    name.pop_back();
  for (;;) {
    const std::string_view first = opening_word(name);
    if (first.empty()) return {};
    if (!is_one_of(first, kLeadingOff) && !first.ends_with("ly")) break;
    const auto end = static_cast<size_t>(first.data() - name.data()) + first.size();
    name = end < name.size() ? name.substr(name.find_first_not_of(" ,", end) == std::string::npos
                                               ? name.size()
                                               : name.find_first_not_of(" ,", end))
                             : std::string();
  }
  // "Over the first 24 hours the requirement"
  static constexpr std::string_view kTimes[] = {"over", "within", "at", "during", "after", "by", "until"};
  if (const size_t last = name.rfind(" the ");
      last != std::string::npos && is_one_of(opening_word(name), kTimes))
    name.erase(0, last + 5);
  // "Mortality of 48%", "mentions of X significantly", "improvement in the X group"
  for (size_t of = name.find(" of "); of != std::string::npos; of = name.find(" of ", of + 1)) {
    if (of + 4 < name.size() && is_digit(name[of + 4])) name.resize(of);
  }
  while (word_ending(name, name.size()).ends_with("ly") && name.find(' ') != std::string::npos)
    name.resize(name.rfind(' '));
  static constexpr std::string_view kWhom[] = {"group", "arm", "patients", "subjects"};
  for (const std::string_view in : {" in the ", " in ", " with "}) {
    const size_t at = name.find(in);
    if (at != std::string::npos && has_any_phrase(std::string_view(name).substr(at), kWhom)) name.resize(at);
  }
  while (name.ends_with(" of") || name.ends_with(" and") || name.ends_with(" to") ||
         name.ends_with(" occurred") || name.ends_with(" also"))
    name.resize(name.rfind(' '));
  constexpr size_t kBytesMax = 80;
  // "Rofecoxib caused the |greatest increase|", "the two produced |similar| …": what did it.
  for (const std::string_view article : {" a", " an", " the"}) {
    if (name.ends_with(article)) name.resize(name.size() - article.size());
  }
  static constexpr std::string_view kLeadsOn[] = {"the",     "a",        "an",      "caused",
                                                  "causes",  "produced", "induced", "induces",
                                                  "despite", "suggests", "receive", "experienced"};
  if (is_one_of(word_ending(name, name.size()), kLeadsOn)) return {};
  for (const std::string_view made : {" caused ", " causes ", " produced ", " induced "}) {
    if (name.find(made) != std::string::npos) return {};
  }
  if (name.size() < 2 || name.size() > kBytesMax || name.find_first_of(":;=<>") != std::string::npos)
    return {};
  if (!is_letter(name.front()) || is_one_of(std::string_view(name), kNoNames)) return {};
  static constexpr std::string_view kPeopleFirst[] = {
      "patients", "participants", "subjects", "women", "men",  "children", "those",  "who",
      "we",       "it",           "they",     "which", "that", "than",     "infants"};
  if (is_one_of(opening_word(name), kPeopleFirst) || is_one_of(opening_word(name), kNoOpening)) return {};
  if (holds_word(name, kVerbs) || is_one_of(word_ending(name, name.size()), kPeopleFirst)) return {};
  return name;
}

// A measure without what leads to it: "a significantly higher risk" → "risk" where "risk" is all that is
// left.
std::string bare(std::string_view words) {
  const size_t start = std::min(words.find_first_not_of(" ,"), words.size());
  std::string text(words.substr(start));
  while (text.ends_with(' ') || text.ends_with('.') || text.ends_with(',')) text.pop_back();
  for (const std::string_view article : {"the ", "a ", "an ", "overall "}) {
    if (text.starts_with(article)) text.erase(0, article.size());
  }
  return text;
}

// The items of a list that goes on behind an outcome: ", stiffness and use of analgesics".
std::vector<std::string> items_behind(std::string_view behind) {
  const std::string_view rest = behind.substr(0, behind.find_first_of(";:."));
  size_t end = rest.size();
  for (const std::string_view mark : kListEnds) end = std::min(end, rest.find(mark));
  std::string_view list = rest.substr(0, end);
  const bool comma = list.starts_with(",");
  if (!comma && !list.starts_with(" and ")) return {};
  // A comma without "and" begins something else.
  if (comma && list.find(" and ") == std::string_view::npos) return {};
  if (holds_word(list, kNoItem)) return {};
  std::vector<std::string> items;
  constexpr size_t kItemBytesMax = 48;
  while (!list.empty()) {
    list.remove_prefix(list.starts_with(" and ") ? 5 : 1);
    const size_t stop = std::min(list.find(','), list.find(" and "));
    const std::string_view item = list.substr(0, stop);
    if (item.size() > kItemBytesMax) return {};
    if (item.find_first_not_of(' ') != std::string_view::npos) {
      std::string name = name_in(item);
      if (name.empty()) return {};
      items.push_back(std::move(name));
    }
    list = stop == std::string_view::npos ? std::string_view() : list.substr(stop);
  }
  return items;
}

// The items of a list before the last one: "somnolence, nausea, and".
std::vector<std::string> items_before(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (!before.ends_with(" and")) return {};
  before.remove_suffix(4);
  while (before.ends_with(',') || before.ends_with(' ')) before.remove_suffix(1);
  before = before.substr(before.find_last_of(";:.") + 1);
  std::vector<std::string> items;
  for (std::string_view rest = before; !rest.empty();) {
    const size_t comma = rest.rfind(", ");
    const std::string_view item = comma == std::string_view::npos ? rest : rest.substr(comma + 2);
    constexpr size_t kItemBytesMax = 36;
    bool joined = item.size() > kItemBytesMax || holds_word(item, kNoItem);
    const std::string spaced = " " + std::string(item) + " ";
    for (const std::string_view mark : kListEnds) joined = joined || spaced.find(mark) != std::string::npos;
    std::string name = joined ? std::string() : name_in(item);
    if (name.empty()) break;
    items.insert(items.begin(), std::move(name));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(0, comma);
  }
  return items;
}

class ToldReader {
 public:
  ToldReader(std::string_view lower, std::span<const Mention> named)
      : lower_(lower), plain_(text_outside_brackets(lower)), named_(named) {}

  std::vector<ToldChange> read() {
    if (has_any_phrase(lower_, kOnlyLookedFor)) return {};
    for (const Clause clause : clauses_of(lower_)) {
      for (const ResultStatement& one : statements_of(lower_, clause, named_)) {
        if (one.null == NullSaid::kAside) continue;
        if (one.null == NullSaid::kTakenBack) {
          for (ToldChange& told : changes_) told.course = OutcomeCourse::kNoDifference;
        } else if (one.null == NullSaid::kAlike || has_denial(part(one.place))) {
          read_null(one.place);
        } else {
          read_changes(one.place);
        }
      }
    }
    return std::move(changes_);
  }

 private:
  std::string_view part(Clause place) const {
    return std::string_view(plain_).substr(place.start, place.end - place.start);
  }

  static bool has_denial(std::string_view text) {
    static constexpr std::string_view kDenied[] = {"not", "no", "neither", "nor", "failed to", "fails to"};
    static constexpr std::string_view kNone[] = {"not only",  "compared to no", "compared with no",
                                                 "versus no", "vs no",          "when no",
                                                 "where no",  "if no"};
    return has_any_phrase(text, kDenied) && !has_any_phrase(text, kNone);
  }

  void add(std::string name, OutcomeCourse course, const std::string& arm) {
    if (name.empty()) return;
    for (const Mention& mention : named_) {
      if (name == std::string_view(lower_).substr(mention.span.start, mention.span.end - mention.span.start))
        return;
    }
    for (const ToldChange& told : changes_) {
      if (told.outcome == name && told.arm == arm) return;
    }
    changes_.push_back({std::move(name), course, arm});
  }

  void add_list(ByteSpan outcome, OutcomeCourse course, const std::string& arm) {
    const std::string_view plain = plain_;
    const std::string_view measure = plain.substr(outcome.start, outcome.end - outcome.start);
    if (is_one_of(std::string_view(bare(measure)), kMeasuresAlone)) {
      const std::string_view joint = opening_word(plain.substr(outcome.end));
      if (!is_one_of(joint, kNullJoints)) return;
      const auto from = static_cast<size_t>(joint.data() - plain.data()) + joint.size();
      const std::string_view of = outcome_behind(plain, {}, from);
      if (name_in(of).empty()) return;
      add(bare(measure) + " " + std::string(joint) + " " + name_in(of), course, arm);
      return;
    }
    std::string name = name_in(measure);
    if (name.empty()) return;
    for (std::string& item : items_before(plain.substr(0, outcome.start))) add(std::move(item), course, arm);
    add(std::move(name), course, arm);
    for (std::string& item : items_behind(plain.substr(outcome.end))) add(std::move(item), course, arm);
  }

  void read_changes(Clause place) {
    for (const ClauseResult& one : clause_results(lower_, place, named_)) {
      const std::string arm(one.arm.of(lower_));
      add_list(one.outcome, one.course, arm);
    }
  }

  // "No difference in X", "did not improve X", "X did not differ", "X was similar", "similar X".
  void read_null(Clause place) {
    const std::string_view text = part(place);
    // "Age was not a predictor": what it goes along with, and not what became of it.
    static constexpr std::string_view kRoles[] = {"predictor*",   "risk factor*", "factors",
                                                  "determinant*", "not a",        "not an"};
    if (has_any_phrase(text, kRoles)) return;
    const auto span_of = [&](std::string_view words) {
      const auto start = static_cast<uint32_t>(words.data() - plain_.data());
      return ByteSpan{start, start + static_cast<uint32_t>(words.size())};
    };
    const auto tell = [&](std::string_view words) {
      if (name_in(words).empty()) return false;
      add_list(span_of(words), OutcomeCourse::kNoDifference, "");
      return true;
    };
    for (size_t at = 0; at < text.size();) {
      const size_t end = is_letter(text[at]) ? word_end(text, at) : at + 1;
      const std::string_view word = text.substr(at, end - at);
      if (is_one_of(word, kNullNouns) && is_one_of(opening_word(text.substr(end)), kNullJoints)) {
        if (tell(outcome_behind(text, {}, end + 1 + opening_word(text.substr(end)).size()))) return;
      }
      if (is_one_of(word, kNullVerbs) && tell(outcome_behind(text, {}, end))) return;
      const bool alike = word == "similar" || word == "comparable" || word == "differ" ||
                         word == "different" || word == "significant" || word == "change" ||
                         word == "unchanged";
      if (alike) {
        if (tell(subject_before(text, at))) return;
        static constexpr std::string_view kCircumstance[] = {
            "in", "to",   "with", "between", "for",   "among",  "at",   "across",
            "by", "from", "on",   "as",      "after", "during", "when", "at"};
        const bool aside = is_one_of(opening_word(text.substr(end)), kCircumstance);
        if (!aside && tell(outcome_behind(text, {}, end))) return;
      }
      at = end;
    }
  }

  std::string_view lower_;
  std::string plain_;
  std::span<const Mention> named_;
  std::vector<ToldChange> changes_;
};

}  // namespace

void leave_to_chance(std::vector<ToldChange>& changes) {
  const bool apart = std::any_of(changes.begin(), changes.end(), [](const ToldChange& one) {
    return one.course == OutcomeCourse::kNoDifference;
  });
  if (apart) return;
  for (ToldChange& one : changes) one.course = OutcomeCourse::kNoDifference;
}

std::vector<ToldChange> told_changes(std::string_view lower, std::span<const Mention> named) {
  if (wishes_for_confirmation(lower)) return {};
  std::vector<ToldChange> changes = ToldReader(lower, named).read();
  if (tells_that_none_knows(lower)) {
    std::erase_if(changes, [](const ToldChange& one) { return one.course == OutcomeCourse::kNoDifference; });
  }
  return changes;
}

}  // namespace attest
