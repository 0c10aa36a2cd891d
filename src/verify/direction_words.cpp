#include "verify/direction_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

struct Row {
  DirectionAxis axis;
  int8_t sign;
  std::string_view words;  // separated by spaces; one inflection of each is enough where the stems agree
};

constexpr std::array kRows = {
    Row{DirectionAxis::kAmount, 1,
        "increase raise elevate elevation high higher highest more most greater greatest great larger "
        "largest "
        "large rise rises rose risen enhance enhancement augment upregulate upregulation gain exceed excess "
        "excessive expand expansion accelerate amplify boost prolong longer strengthen stronger abundant "
        "enrich intensify extend many majority potentiate grow grew growth faster above accumulate "
        "accumulation overexpress overexpression often frequent frequently common commonly widespread "
        "hyperactive up double doubled triple twice commoner"},
    Row{DirectionAxis::kAmount, -1,
        "decrease reduce reduction low lower lowest less least fewer fewest few fall falls fell decline "
        "diminish attenuate attenuation downregulate downregulation loss lose lost shorten shorter slow "
        "slower drop deplete depletion weaken weaker smaller smallest small rare rarely minority deficient "
        "deficiency blunt limit minimize minimal below shrink shrinkage delay lessen down halve underexpress "
        "insufficient seldom uncommon infrequent rarer"},
    Row{DirectionAxis::kActivity, 1,
        "activate activation activator promote promotion induce induction stimulate stimulation trigger "
        "cause lead leads led result facilitate drive drives driven drove enable initiate allow produce "
        "contribute provoke support sustain elicit evoke restore rescue enforce favor encourage agonist"},
    Row{DirectionAxis::kActivity, -1,
        "inhibit inhibition inhibitor block blockade suppress suppression suppressor prevent prevention "
        "deactivate inactivate inactivation abolish abrogate repress repression repressor antagonize "
        "antagonist disrupt disruption ablate ablation silence silencing knockdown knockout eliminate arrest "
        "impair impairment hinder interfere interference ameliorate alleviate counteract halt stop mitigate "
        "uncouple restrict avert"},
    Row{DirectionAxis::kQuality, 1,
        "better best benefit beneficial effective efficacy efficacious superior superiority favorable good "
        "success successful safe safer improve accurate accuracy useful advantage well reliable"},
    Row{DirectionAxis::kQuality, -1,
        "worse worst worsen harm harmful ineffective inferior poor poorer poorly adverse detrimental "
        "deteriorate deterioration useless unsafe inaccurate unfavorable bad unreliable"},
    Row{DirectionAxis::kRisk, 1,
        "risk susceptible susceptibility vulnerable vulnerability hypersensitive sensitive sensitivity "
        "sensitize predispose predisposition prone danger dangerous permissive aggravate exacerbate"},
    Row{DirectionAxis::kRisk, -1,
        "protect protection protective protected resistant resistance resist immune tolerant tolerance "
        "refractory insensitive invulnerable safeguard"},
    Row{DirectionAxis::kPresence, 1,
        "presence present contain possess require requirement necessary necessity essential need depend "
        "dependent dependence crucial critical indispensable include exist detect"},
    Row{DirectionAxis::kPresence, -1,
        "absence absent lack lacks lacking devoid dispensable unnecessary independent independently without "
        "free undetectable exclude except"},
    Row{DirectionAxis::kRelation, 1, "positive positively direct directly"},
    Row{DirectionAxis::kRelation, -1, "negative negatively inverse inversely indirect indirectly reverse"},
    Row{DirectionAxis::kSameness, 1,
        "same similar similarly similarity equal equally equivalent identical conserved share"},
    Row{DirectionAxis::kSameness, -1,
        "different differ difference differently distinct unlike diverse discordant divergent unrelated"},
    Row{DirectionAxis::kTime, 1, "early earlier before prior young younger first"},
    Row{DirectionAxis::kTime, -1, "late later after following old older elderly last"},
};

using Directions = std::unordered_map<std::string, DirectionWord>;

Directions make_directions() {
  Directions directions;
  Stemmer stemmer;
  for (const Row& row : kRows) {
    for (const Token& token : tokenize(row.words)) {
      directions.try_emplace(std::string(stemmer.stem(token.folded)), DirectionWord{row.axis, row.sign});
    }
  }
  return directions;
}

constexpr std::array kNoDirection = {
    "position"sv,  "positions"sv,  "positioned"sv,   "major"sv,     "relative"sv, "relatively"sv,
    "includes"sv,  "including"sv,  "included"sv,     "sustained"sv, "growing"sv,  "wells"sv,
    "presented"sv, "presenting"sv, "presentation"sv, "driver"sv,    "drivers"sv,  "shares"sv,
    "rested"sv,    "indirect"sv,   "lateral"sv,      "laterally"sv};

constexpr std::array kNegations = {
    "cannot"sv,     "fail"sv,      "failed"sv,  "fails"sv,   "hardly"sv, "lack"sv,     "lacked"sv,
    "lacking"sv,    "lacks"sv,     "neither"sv, "never"sv,   "no"sv,     "nobody"sv,   "non"sv,
    "none"sv,       "nor"sv,       "not"sv,     "nothing"sv, "unable"sv, "unlikely"sv, "without"sv,
    "unaffected"sv, "unchanged"sv, "absence"sv, "absent"sv,  "little"sv, "rather"sv};

constexpr std::array kPrefixes = {"de"sv, "dis"sv, "il"sv, "im"sv, "in"sv, "ir"sv, "non"sv, "un"sv, "anti"sv};
constexpr size_t kStemBytesMin = 4;

constexpr std::array kNoEffect = {
    "no significant*"sv,   "not significant*"sv, "nonsignificant*"sv,   "no difference*"sv,
    "no statistically"sv,  "not associated"sv,   "no association"sv,    "no effect*"sv,
    "not affect*"sv,       "did not differ"sv,   "does not differ"sv,   "not different"sv,
    "no evidence"sv,       "no change*"sv,       "unaffected"sv,        "unchanged"sv,
    "no relation*"sv,      "not correlate*"sv,   "no correlation"sv,    "no increase*"sv,
    "no benefit*"sv,       "no improvement*"sv,  "not statistically"sv, "was similar"sv,
    "were similar"sv,      "no reduction*"sv,    "no decrease*"sv,      "not alter*"sv,
    "non-significant*"sv,  "no advantage"sv,     "no additional"sv,     "no added"sv,
    "no better"sv,         "no influence"sv,     "not influence*"sv,    "no impact"sv,
    "not improve*"sv,      "not reduce*"sv,      "not increase*"sv,     "not decrease*"sv,
    "not significantly"sv, "unrelated to"sv,     "no link"sv,           "not linked"sv,
    "not related"sv};

constexpr std::array kAlike = {"equal*"sv,
                               "equipotent"sv,
                               "equivalent*"sv,
                               "comparable"sv,
                               "similar*"sv,
                               "did not differ"sv,
                               "does not differ"sv,
                               "do not differ"sv,
                               "no difference*"sv,
                               "no significant difference*"sv,
                               "not significantly different"sv,
                               "as effective as"sv};

constexpr std::array kAims = {"aim of"sv,
                              "aims of"sv,
                              "aim was"sv,
                              "aims were"sv,
                              "aimed to"sv,
                              "aims to"sv,
                              "we aim to"sv,
                              "proposal aims"sv,
                              "this study will"sv,
                              "the study will"sv,
                              "will be assessed"sv,
                              "will be measured"sv,
                              "will be compared"sv,
                              "will be evaluated"sv,
                              "will be analysed"sv,
                              "will be analyzed"sv,
                              "hypothesis to be tested"sv,
                              "expected results"sv,
                              "to learn whether"sv,
                              "to find out whether"sv,
                              "objective of"sv,
                              "objective was"sv,
                              "purpose of"sv,
                              "to determine whether"sv,
                              "to investigate whether"sv,
                              "to assess whether"sv,
                              "to examine whether"sv,
                              "to evaluate whether"sv,
                              "to test whether"sv,
                              "to see whether"sv,
                              "to establish whether"sv,
                              "we investigated whether"sv,
                              "we examined whether"sv,
                              "we asked whether"sv,
                              "sought to"sv,
                              "designed to determine"sv};

constexpr std::array kDone = {
    "to determine"sv, "to investigat*"sv, "to assess"sv,    "to compar*"sv,    "to evaluat*"sv,
    "to examin*"sv,   "to test"sv,        "to describe"sv,  "to study"sv,      "to explor*"sv,
    "to identif*"sv,  "to establish"sv,   "to measur*"sv,   "to ascertain"sv,  "to find"sv,
    "to see"sv,       "to demonstrat*"sv, "to review"sv,    "to analy*"sv,     "to characteri*"sv,
    "investigated"sv, "examined"sv,       "studied"sv,      "evaluated"sv,     "assessed"sv,
    "compared"sv,     "tested"sv,         "sought"sv,       "investigates"sv,  "examines"sv,
    "evaluates"sv,    "compares"sv,       "explores"sv,     "describes"sv,     "presents"sv,
    "aim*"sv,         "objective*"sv,     "purpose*"sv,     "whether"sv,       "designed"sv,
    "undertaken"sv,   "was developed"sv,  "is presented"sv, "are presented"sv, "goal"sv,
    "hypothes*"sv,    "will be"sv,        "this review"sv,  "this paper"sv,    "this article"sv};
constexpr std::array kPlans = {
    "will"sv,         "is to be"sv,     "are to be"sv,     "aim*"sv,         "planned"sv,
    "whether"sv,      "study"sv,        "trial"sv,         "studied"sv,      "researchers"sv,
    "the authors"sv,  "review*"sv,      "was tested"sv,    "were tested"sv,  "were compared"sv,
    "was compared"sv, "was measured"sv, "were measured"sv, "was examined"sv, "were examined"sv,
    "examines"sv,     "compares"sv,     "looked at"sv,     "looks at"sv,     "designed"sv,
    "investigat*"sv,  "being tried"sv,  "was tried"sv,     "were tried"sv,   "tested"sv};

// Words of a sentence that says what came out as well.
constexpr std::array kOutcomes = {"found"sv,        "showed"sv,    "shown"sv,         "resulted"sv,
                                  "demonstrated"sv, "concluded"sv, "revealed"sv,      "significantly"sv,
                                  "led to"sv,       "conclu*"sv,   "no difference*"sv};

constexpr std::array kOpenings = {"when"sv,   "whenever"sv, "if"sv,      "unless"sv, "although"sv,
                                  "though"sv, "while"sv,    "whereas"sv, "after"sv,  "once"sv,
                                  "where"sv,  "because"sv,  "since"sv,   "even"sv,   "despite"sv};

constexpr std::array kHedges = {"may"sv,        "might"sv,   "could"sv,     "suggest*"sv, "possib*"sv,
                                "potential*"sv, "appear*"sv, "seem*"sv,     "likely"sv,   "hypothes*"sv,
                                "propose*"sv,   "perhaps"sv, "speculat*"sv, "unclear"sv,  "unknown"sv};

}  // namespace

const char* direction_axis_name(DirectionAxis axis) {
  static constexpr std::array<const char*, kDirectionAxes> kNames = {
      "amount", "activity", "quality", "risk", "presence", "relation", "sameness", "time"};
  return kNames[static_cast<size_t>(axis)];
}

std::optional<DirectionWord> direction_of(std::string_view stem, std::string_view folded) {
  // Words that share a stem with one of the above and say something else, and the reverse.
  if (std::find(kNoDirection.begin(), kNoDirection.end(), folded) != kNoDirection.end()) return std::nullopt;
  if (folded.starts_with("comparabl")) return DirectionWord{DirectionAxis::kSameness, 1};
  static const Directions directions = make_directions();
  const auto found = directions.find(std::string(stem));
  if (found == directions.end()) return std::nullopt;
  return found->second;
}

bool is_negation(std::string_view folded) {
  return std::find(kNegations.begin(), kNegations.end(), folded) != kNegations.end();
}

bool are_prefix_antonyms(std::string_view first, std::string_view second) {
  if (first.size() < second.size()) std::swap(first, second);
  if (second.size() < kStemBytesMin || !first.ends_with(second)) return false;
  const std::string_view prefix = first.substr(0, first.size() - second.size());
  return std::find(kPrefixes.begin(), kPrefixes.end(), prefix) != kPrefixes.end();
}

bool says_no_effect(std::string_view lower) { return has_any_phrase(lower, kNoEffect); }

bool says_alike(std::string_view lower) { return has_any_phrase(lower, kAlike); }

bool only_asks(std::string_view lower) {
  return has_any_phrase(lower, kAims) && !has_any_phrase(lower, kOutcomes) &&
         lower.find_first_of("%=<>") == std::string_view::npos;
}

bool says_what_was_done(std::string_view lower) { return has_any_phrase(lower, kDone); }

bool tells_of_plan(std::string_view lower) { return has_any_phrase(lower, kPlans); }

std::string main_clause(std::string_view lower) {
  std::string text;
  int depth = 0;
  for (const char c : lower) {
    if (c == '(') ++depth;
    if (depth == 0) text += c;
    if (c == ')' && depth > 0) --depth;
  }
  // A bracket that is not closed closes nothing off.
  if (depth > 0) text = lower;
  const size_t first = text.find_first_not_of(" \t\n'\"");
  if (first == std::string::npos) return text;
  const std::string_view opening = std::string_view(text).substr(first, text.find(' ', first) - first);
  const size_t comma = text.find(", ");
  if (comma == std::string::npos || std::find(kOpenings.begin(), kOpenings.end(), opening) == kOpenings.end())
    return text;
  constexpr size_t kMainBytesMin = 20;
  return text.size() - comma > kMainBytesMin ? text.substr(comma + 2) : text;
}

bool is_hedged(std::string_view lower) { return has_any_phrase(lower, kHedges); }

}  // namespace attest
