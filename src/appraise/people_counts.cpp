#include "appraise/people_counts.h"

#include <algorithm>
#include <cmath>

#include "base/affix.h"
#include "base/ascii.h"
#include "quantities/quantities.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "text/word_patterns.h"

namespace attest {
namespace {

struct PartCue {
  std::string_view phrase;
  Part part;
};

// clang-format off
constexpr PartCue kParts[] = {
    {"not randomi*", Part::kLost},          {"before randomi*", Part::kNone},
    {"excluded", Part::kLost},              {"refused", Part::kLost},
    {"declined", Part::kLost},              {"withdrew", Part::kLost},
    {"withdrawn", Part::kLost},             {"withdrawals", Part::kLost},
    {"dropped out", Part::kLost},           {"drop-outs", Part::kLost},
    {"dropouts", Part::kLost},              {"lost to", Part::kLost},
    {"discontinued", Part::kLost},          {"died", Part::kLost},
    {"did not", Part::kLost},               {"failed", Part::kLost},
    {"developed", Part::kLost},             {"experienced", Part::kLost},
    {"responded", Part::kLost},             {"improved", Part::kLost},
    {"screened", Part::kScreened},          {"assessed for eligibility", Part::kScreened},
    {"assessed for inclusion", Part::kScreened}, {"invited", Part::kScreened},
    {"approached", Part::kScreened},        {"contacted", Part::kScreened},
    {"were eligible", Part::kScreened},     {"was eligible", Part::kScreened},
    {"referred", Part::kScreened},          {"considered for", Part::kScreened},
    {"randomi*", Part::kRandomised},        {"randomly assigned", Part::kRandomised},
    {"randomly allocated", Part::kRandomised}, {"randomly divided", Part::kRandomised},
    {"were assigned", Part::kRandomised},   {"were allocated", Part::kRandomised},
    {"allocated", Part::kRandomised},       {"assigned", Part::kRandomised},
    {"analysed", Part::kAnalysed},          {"analyzed", Part::kAnalysed},
    {"evaluable", Part::kAnalysed},         {"evaluated", Part::kEnrolled},
    {"assessable", Part::kAnalysed},        {"completed", Part::kCompleted},
    {"in the analysis", Part::kAnalysed},   {"in the analyses", Part::kAnalysed},
    {"in the final analysis", Part::kAnalysed}, {"finished", Part::kCompleted},
    {"enrolled", Part::kEnrolled},          {"enroled", Part::kEnrolled},
    {"recruited", Part::kEnrolled},         {"entered", Part::kEnrolled},
    {"included", Part::kEnrolled},          {"participated", Part::kEnrolled},
    {"took part", Part::kEnrolled},         {"studied", Part::kEnrolled},
    {"were treated", Part::kEnrolled},      {"consented", Part::kEnrolled},
    {"were admitted", Part::kEnrolled},
};

// What is counted and is no person.
constexpr std::string_view kThings[] = {
    "hospital*", "centre*", "center*", "practice*", "clinic", "clinics", "school*", "village*", "site",
    "sites", "eye", "eyes", "sample", "samples", "specimen*", "article*", "paper", "papers", "abstract*",
    "citation*", "record", "records", "teeth", "tooth", "knees", "hips", "lesions", "biopsies", "cells",
    "rats",
    "mice", "animals", "dogs", "rabbits", "pigs", "item", "items", "question*", "session*", "visit", "visits",
    "dose", "doses", "cycle", "cycles", "isolates", "strains", "genes", "countries", "units", "wards",
    "households", "institutions", "events", "deaths", "embryos", "oocytes", "procedures", "operations",
    "arms", "groups", "group", "limbs", "nodes", "points", "times", "tumors", "tumours", "calves", "molars",
    "families", "kindreds", "placentas", "muscles", "arteries", "ears", "breasts", "shoulders", "ankles",
    "sera", "slices", "joints", "grafts", "stents", "implants", "defects", "attacks", "scans", "images",
};

constexpr std::string_view kPeopleCounted[] = {
    "patients", "participants", "subjects", "women", "men", "children", "adults", "infants", "people",
    "persons", "individuals", "volunteers", "cases", "controls", "boys", "girls", "neonates", "newborns",
    "adolescents", "students", "pregnancies", "mothers", "couples", "inpatients", "outpatients", "males",
    "females", "residents", "nurses", "physicians", "veterans", "smokers", "respondents", "workers",
    "recipients", "survivors", "players", "athletes", "migraineurs", "servants", "offspring", "relatives",
    "siblings", "twins", "employees", "teachers",
    "caregivers", "parents", "elders", "soldiers", "recruits", "members", "donors", "users", "carriers",
    "hypertensives", "diabetics", "asthmatics", "schizophrenics", "alcoholics", "addicts", "babies",
    "teenagers", "toddlers", "inhabitants", "nonsmokers", "enrollees", "beneficiaries", "humans", "clients",
};

constexpr std::string_view kStudyWords[] = {
    "trials", "studies", "rcts", "articles", "trial", "reports", "papers", "publications", "reviews", "study",
};
// clang-format on

// Before people in a sentence about the study: "a trial was done in 66 patients".
constexpr std::string_view kInStudy[] = {"in",         "of",        "on",       "involving",
                                         "involved",   "including", "included", "enrolling",
                                         "comprising", "among",     "with"};
constexpr std::string_view kDone[] = {"conducted", "performed",    "carried out",     "undertaken",
                                      "study of",  "trial of",     "study in",        "trial in",
                                      "randomi*",  "compared",     "study involving", "study on",
                                      "evaluated", "investigated", "trial involving", "examined"};

// The last cue before a count, close to it: "we randomised 973 patients".
Part part_before(std::string_view clause) {
  constexpr size_t kCloseBytes = 36;
  const std::string_view close =
      clause.size() > kCloseBytes ? clause.substr(clause.size() - kCloseBytes) : clause;
  Part part = Part::kNone;
  size_t last = 0;
  for (const PartCue& cue : kParts) {
    for (size_t at = find_phrase(close, cue.phrase); at != std::string_view::npos;
         at = find_phrase(close, cue.phrase, at + 1)) {
      if (part == Part::kNone || at > last) part = cue.part, last = at;
    }
  }
  return part;
}

// "67 were included", "of which 67 met our criteria": studies, where the sentence is about them.
bool counts_studies(const Quantity& quantity, std::string_view lower) {
  if (fits_one_of(lower_ascii(quantity.unit), kStudyWords)) return true;
  const std::string_view span = quantity.span.of(lower);
  return std::any_of(std::begin(kStudyWords), std::end(kStudyWords), [&](std::string_view word) {
    return span.find(word) != std::string_view::npos &&
           !fits_one_of(lower_ascii(quantity.unit), kPeopleCounted);
  });
}

// "(n = 12)", or behind a short name: "(TG; n = 12)", "(control group, n = 12)".
bool opens_bracket(std::string_view before) {
  constexpr size_t kNameMax = 50;
  if (before.ends_with("; ") || before.ends_with(", ")) {
    const size_t open = before.find_last_of("()[]%=");
    return open != std::string_view::npos && (before[open] == '(' || before[open] == '[') &&
           before.size() - open < kNameMax;
  }
  return before.ends_with("(") || before.ends_with("[");
}

// "60 were given A and 62 to B", "we randomised 60 to A": what stands before a number of people alone.
bool follows_part(std::string_view before) {
  static constexpr std::string_view kBefore[] = {"and ",        ", ",         "randomised ",
                                                 "randomized ", "allocated ", "assigned "};
  return ends_with_one_of(before, kBefore);
}

// The end of a longer number that was not read whole: "three hundred and sixty-two patients", "Sixty-four".
bool is_cut_number(std::string_view before) {
  if (before.empty()) return false;
  if (before.back() == '-' || is_letter(before.back())) return true;
  while (!before.empty() && is_space(before.back())) before.remove_suffix(1);
  if (before.ends_with(" and")) before.remove_suffix(4);
  return before.ends_with("hundred") || before.ends_with("thousand");
}

// "n = 20 in each group", "groups, each comprising of 20 patients": behind such a count stands its end.
size_t each_end(std::string_view before, std::string_view behind) {
  static constexpr std::string_view kBehind[] = {" in each group",
                                                 " in each arm",
                                                 " per group",
                                                 " per arm",
                                                 " for each group",
                                                 " each",
                                                 " patients in each group",
                                                 " subjects in each group",
                                                 " patients per group",
                                                 " subjects per group"};
  static constexpr std::string_view kBefore[] = {
      "each comprising of ", "each comprising ",      "each consisting of ", "each containing ",
      "each including ",     "each group comprised ", "each with "};
  for (const std::string_view phrase : kBehind) {
    if (!behind.starts_with(phrase)) continue;
    const std::string_view rest = behind.substr(phrase.size());
    if (rest.empty() || !is_letter(rest.front())) {
      // "each received", "each week" say something else of the same people.
      const bool bare = phrase == " each" && !rest.empty() && rest.front() == ' ';
      if (!bare) return phrase.size();
    }
  }
  const bool led = ends_with_one_of(before, kBefore);
  return led ? 1 : 0;
}

// "187 women were recruited and randomised into …".
constexpr std::string_view kThenRandomised[] = {
    "and randomi*",      "and randomly",  "and were randomi*",  "and then randomi*", "then randomi*",
    "and were randomly", "and allocated", "and were allocated", "were randomi*",     "were randomly"};

constexpr std::string_view kTaken[] = {"samples of", "samples from", "specimens of", "specimens from",
                                       "sera of",    "sera from",    "biopsies of",  "biopsies from",
                                       "blood of",   "serum of",     "tissue from",  "tissues from",
                                       "records of", "images of",    "scans of",     "plasma of"};

// "were analysed", "in the intention-to-treat analysis": of the whole study, not of a part or for a check.
bool says_analysed(std::string_view clause) {
  static constexpr std::string_view kNot[] = {
      "not analysed", "not analyzed", "not evaluable", "not included", "excluded", "not assessable",
      "unevaluable",  "per protocol", "per-protocol",  "subgroup*",    "interim",  "sensitivity",
      "samples",      "specimens",    "secondary",     "subset"};
  static constexpr std::string_view kAnalysed[] = {
      "were analysed", "were analyzed", "was analysed", "was analyzed", "and analysed",
      "and analyzed",  "evaluable",     "assessable",   "analysable",   "analyzable"};
  if (has_any_phrase(clause, kNot)) return false;
  if (has_any_phrase(clause, kAnalysed)) return true;
  constexpr size_t kNear = 45;
  for (const std::string_view verb : {"included in", "analysed in", "analyzed in"}) {
    const size_t at = find_phrase(clause, verb);
    if (at == std::string_view::npos) continue;
    const std::string_view behind = clause.substr(at + verb.size(), kNear);
    if (has_phrase(behind, "analysis") || has_phrase(behind, "analyses")) return true;
  }
  return false;
}

// "The participants were 471 persons", "the sample consisted of 80 women".
bool names_the_sample(std::string_view before) {
  static constexpr std::string_view kNames[] = {"participants were ",
                                                "subjects were ",
                                                "patients were ",
                                                "respondents were ",
                                                "sample was ",
                                                "sample consisted of ",
                                                "sample comprised ",
                                                "sample included ",
                                                "study comprised ",
                                                "population comprised ",
                                                "population consisted of ",
                                                "study consisted of ",
                                                "group consisted of ",
                                                "cohort comprised ",
                                                "cohort consisted of ",
                                                "study population was ",
                                                "current study were ",
                                                "study were "};
  static constexpr std::string_view kControls[] = {"control subjects were ",      "control patients were ",
                                                   "healthy subjects were ",      "normal subjects were ",
                                                   "control group consisted of ", "case patients were "};
  const auto ends = [&](std::string_view name) { return before.ends_with(name); };
  return std::any_of(std::begin(kNames), std::end(kNames), ends) &&
         std::none_of(std::begin(kControls), std::end(kControls), ends);
}

bool says_who_came(std::string_view lower, ByteSpan count, std::string_view clause) {
  static constexpr std::string_view kCame[] = {" referred ", " screened for "};
  static constexpr std::string_view kOf[] = {"of ", "of the ", "of these "};
  static constexpr std::string_view kBehind[] = {"of whom", "of which", "of these", "excluded", "eligible"};
  const std::string_view before = lower.substr(0, count.start);
  const bool part =
      std::any_of(std::begin(kOf), std::end(kOf), [&](std::string_view of) { return before == of; });
  const bool came = starts_with_one_of(clause, kCame);
  return came && !part && !has_any_phrase(lower.substr(count.end), kBehind);
}

}  // namespace

Part part_behind(std::string_view clause) {
  Part part = Part::kNone;
  size_t first = std::string_view::npos;
  for (const PartCue& cue : kParts) {
    const size_t at = find_phrase(clause, cue.phrase);
    if (at < first) {
      first = at;
      part = cue.part;
    }
  }
  return part;
}

bool counts_places(std::string_view before) {
  static constexpr std::string_view kPlaces[] = {
      "multicent*", "multinational", "international", "nationwide", "countries", "hospital*",    "centre*",
      "center*",    "sites",         "clinics",       "practices",  "schools",   "institutions", "villages"};
  while (!before.empty() && (is_space(before.back()) || before.back() == '(' || before.back() == '['))
    before.remove_suffix(1);
  const size_t start = before.find_last_of(" -(,;") + 1;
  const std::string_view word = before.substr(start);
  return fits_one_of(word, kPlaces);
}

uint32_t groups_named(std::string_view lower) {
  static constexpr std::string_view kNumbers[] = {"two", "three", "four", "five"};
  static constexpr std::string_view kNouns[] = {"groups",        "arms",         "treatment groups",
                                                "study groups",  "equal groups", "parallel groups",
                                                "treatment arms"};
  for (const std::string_view noun : kNouns) {
    for (size_t i = 0; i < std::size(kNumbers); ++i) {
      if (has_phrase(lower, std::string(kNumbers[i]) + " " + std::string(noun)) ||
          has_phrase(lower, std::to_string(i + 2) + " " + std::string(noun)))
        return static_cast<uint32_t>(i + 2);
    }
    if (has_phrase(lower, "both " + std::string(noun))) return 2;
  }
  return 0;
}

bool is_people_noun(std::string_view noun) { return fits_one_of(noun, kPeopleCounted); }

std::vector<Counted> counts_of(std::string_view words) {
  const std::string lower = lower_ascii(words);
  std::vector<Counted> counts;
  for (const Quantity& quantity : find_quantities(words)) {
    // "60 were given A and 62 to B": a number whose people stand before it.
    const bool rest = quantity.kind == QuantityKind::kNumber && !counts.empty() && quantity.value > 1 &&
                      std::string_view(lower).substr(quantity.span.end).starts_with(" to ") &&
                      follows_part(std::string_view(lower).substr(0, quantity.span.start)) &&
                      quantity.value == std::trunc(quantity.value);
    const bool sized =
        rest || quantity.kind == QuantityKind::kSampleSize || quantity.kind == QuantityKind::kCount;
    if (!sized || !(quantity.value >= 1) || quantity.value > 5e8) continue;
    Counted count;
    count.value = static_cast<uint32_t>(std::lround(quantity.value));
    count.span = quantity.span;
    count.unit = lower_ascii(quantity.unit);
    count.studies = counts_studies(quantity, lower);
    if (!count.studies && fits_one_of(count.unit, kThings)) continue;
    const std::string_view here = quantity.span.of(lower);
    count.bracketed =
        here.starts_with("n") && opens_bracket(std::string_view(lower).substr(0, count.span.start));
    count.sample = quantity.kind == QuantityKind::kSampleSize;
    const std::string_view before = std::string_view(lower).substr(0, count.span.start);
    const std::string_view behind = std::string_view(lower).substr(count.span.end);
    if (is_cut_number(before) || behind.starts_with(" hundred") || behind.starts_with(" thousand")) continue;
    if (count.bracketed && !count.studies && counts_places(before)) continue;
    if (before.ends_with("mean of ") || before.ends_with("average of ") || before.ends_with("median of "))
      continue;
    if (const size_t end = each_end(before, behind); end != 0 && !count.studies) {
      count.each = true;
      if (end > 1) count.span.end += static_cast<uint32_t>(end);
    } else if (count.bracketed && (before.ends_with("groups (") || before.ends_with("arms ("))) {
      continue;  // "three groups (n = 30)": of each, or of all
    } else if (before.ends_with("groups of ") || before.ends_with("groups of about ")) {
      continue;
    }
    // "(46%, n = 15)" is a result.
    const bool plain_n = here.starts_with("n") &&
                         here.find_first_of("=0123456789") != std::string_view::npos &&
                         !is_letter(here.size() > 1 ? here[1] : ' ');
    if (plain_n && !count.bracketed) continue;
    if (!count.sample && fits_one_of(count.unit, kPeopleCounted) && has_any_phrase(lower, kDone))
      count.sample = std::any_of(std::begin(kInStudy), std::end(kInStudy), [&](std::string_view word) {
        const size_t at =
            find_phrase(before, word, before.size() > word.size() + 1 ? before.size() - word.size() - 1 : 0);
        return at != std::string_view::npos;
      });
    counts.push_back(std::move(count));
  }
  const std::string plain = text_outside_brackets(lower);
  const auto in_brackets = [&](const Counted& count) { return plain[count.span.start] == ' '; };
  for (size_t i = 0; i < counts.size(); ++i) {
    const size_t end = counts[i].span.end;
    const bool inside = in_brackets(counts[i]);
    // "(n = 12)" stands for those named before it, and what is said of them follows the bracket.
    const std::string_view said = inside ? std::string_view(lower) : std::string_view(plain);
    size_t next = i + 1;
    while (!inside && next < counts.size() && in_brackets(counts[next])) ++next;
    size_t stop = next < counts.size() ? counts[next].span.start : lower.size();
    stop = std::min(stop, lower.find(';', end));
    if (inside && !counts[i].bracketed) stop = std::min(stop, lower.find(')', end));
    const std::string_view clause = said.substr(end, stop - end);
    counts[i].part = part_behind(clause);
    const std::string_view here = counts[i].span.of(lower);
    const bool people = counts[i].unit.empty() || is_people_noun(counts[i].unit);
    counts[i].analysed = people && (says_analysed(clause) || has_phrase(here, "evaluable"));
    if ((counts[i].part == Part::kEnrolled || counts[i].part == Part::kCompleted) &&
        has_any_phrase(clause, kThenRandomised))
      counts[i].part = Part::kRandomised;
    if (counts[i].part == Part::kRandomised && find_phrase(clause, "been randomi*") < 8)
      counts[i].sample = true;
    if (counts[i].part == Part::kNone) {
      const size_t from = i > 0 ? counts[i - 1].span.end : 0;
      counts[i].part = part_before(std::string_view(lower).substr(from, counts[i].span.start - from));
    }
    if (counts[i].part == Part::kNone && is_people_noun(counts[i].unit) &&
        names_the_sample(std::string_view(lower).substr(0, counts[i].span.start))) {
      counts[i].part = Part::kEnrolled;
      counts[i].sample = true;
    }
    // "Blood samples of 60 patients were analysed": what was taken of them, and not they.
    const size_t near = counts[i].span.start > 40 ? counts[i].span.start - 40 : 0;
    if (has_any_phrase(std::string_view(lower).substr(near, counts[i].span.start - near), kTaken)) {
      counts[i].analysed = false;
      if (counts[i].part == Part::kAnalysed) counts[i].part = Part::kNone;
    }
    // "In 30 patients referred for tests", "539 women screened for X": who they were, and not what was left.
    if (counts[i].part == Part::kScreened && counts[i].sample && says_who_came(lower, counts[i].span, clause))
      counts[i].part = Part::kNone;
    if (counts[i].part == Part::kNone && (has_phrase(here, "eligible") || has_phrase(here, "screened")))
      counts[i].part = Part::kScreened;
    if (counts[i].part == Part::kNone && (has_phrase(here, "randomi*"))) counts[i].part = Part::kRandomised;
  }
  return counts;
}

}  // namespace attest
