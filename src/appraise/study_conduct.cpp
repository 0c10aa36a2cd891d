// Blinding, place and time: how and where a study was done, from sentences about the study itself.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "appraise/read_facts.h"
#include "base/ascii.h"
#include "quantities/quantities.h"
#include "text/month_names.h"
#include "text/phrases.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

struct Wording {
  std::string_view phrase;
  std::string_view value;
};

// clang-format off
// Strongest first: an open run-in or extension does not make a double-blind trial open.
constexpr Wording kBlinding[] = {
    {"triple-blind*", "triple blind"},        {"triple blind*", "triple blind"},
    {"double-blind*", "double blind"},        {"double blind*", "double blind"},
    {"doubleblind*", "double blind"},         {"double‐blind*", "double blind"},
    {"double-mask*", "double blind"},
    {"double mask*", "double blind"},         {"single-blind*", "single blind"},
    {"single blind*", "single blind"},        {"single-mask*", "single blind"},
    {"single mask*", "single blind"},         {"assessor-blind*", "assessor blind"},
    {"assessor blind*", "assessor blind"},    {"observer-blind*", "assessor blind"},
    {"observer blind*", "assessor blind"},    {"evaluator-blind*", "assessor blind"},
    {"evaluator blind*", "assessor blind"},   {"rater-blind*", "assessor blind"},
    {"investigator-blind*", "assessor blind"}, {"examiner-blind*", "assessor blind"},
    {"assessors were blind*", "assessor blind"}, {"assessors were mask*", "assessor blind"},
    {"blinded assessor*", "assessor blind"},  {"blinded outcome assess*", "assessor blind"},
    {"masked assessor*", "assessor blind"},   {"blinded evaluator*", "assessor blind"},
    {"blind assessor*", "assessor blind"},    {"blinded endpoint*", "assessor blind"},
    {"open-label", "open label"},             {"open label", "open label"},
    {"open‐label", "open label"},
    {"nonblinded", "open label"},             {"non-blinded", "open label"},
    {"unblinded trial", "open label"},        {"unblinded study", "open label"},
    {"unmasked", "open label"},               {"open randomi*", "open label"},
    {"open, randomi*", "open label"},         {"not blinded", "open label"},
};

// Said of how a study was done, in the sentence that names a place.
constexpr std::string_view kConduct[] = {
    "conducted", "carried out", "performed", "recruited", "enrolled", "attending", "admitted", "presenting",
    "took place", "patients from", "patients in", "participants from", "women from", "children from",
    "subjects from", "referred to", "patients at", "trial in", "trial at", "study in", "study at", "setting",
    "seen at", "seen in", "treated at", "treated in", "sample of", "centres in", "centers in", "hospitals in",
    "were selected from", "outpatients", "clinics in", "practices in", "set in", "based in", "undertaken",
};

constexpr Wording kPlaces[] = {
    {"primary care", "primary care"},         {"primary health care", "primary care"},
    {"general practice*", "primary care"},    {"family practice*", "primary care"},
    {"family medicine clinic*", "primary care"},
    {"university hospital*", "university hospital"}, {"teaching hospital*", "teaching hospital"},
    {"tertiary care", "tertiary care"},       {"tertiary referral", "tertiary care"},
    {"tertiary hospital*", "tertiary care"},  {"tertiary centre*", "tertiary care"},
    {"tertiary center*", "tertiary care"},    {"academic medical center*", "university hospital"},
    {"intensive care unit*", "intensive care unit"}, {"emergency department*", "emergency department"},
    {"emergency room*", "emergency department"}, {"nursing home*", "nursing home"},
    {"outpatient clinic*", "outpatient clinic"}, {"outpatient department*", "outpatient clinic"},
    {"rehabilitation cent*", "rehabilitation centre"}, {"health centre*", "health centre"},
    {"health center*", "health centre"},      {"community hospital*", "community hospital"},
    {"general hospital*", "general hospital"}, {"district hospital*", "district hospital"},
    {"veterans affairs", "veterans' hospital"}, {"elementary school*", "school"},
    {"primary school*", "school"},            {"secondary school*", "school"},
};

constexpr std::string_view kCountries[] = {
    "Argentina", "Australia", "Austria", "Bangladesh", "Belgium", "Benin", "Bolivia", "Botswana", "Brazil",
    "Bulgaria", "Burkina Faso", "Cambodia", "Cameroon", "Canada", "Chile", "China", "Colombia", "Costa Rica",
    "Croatia", "Cuba", "Czech Republic", "Denmark", "Ecuador", "Egypt", "England", "Estonia", "Ethiopia",
    "Finland", "France", "Gabon", "Germany", "Ghana", "Greece", "Guatemala", "Haiti", "Honduras", "Hong Kong",
    "Hungary", "Iceland", "India", "Indonesia", "Iran", "Iraq", "Ireland", "Israel", "Italy", "Jamaica",
    "Japan",
    "Kenya", "Kuwait", "Laos", "Latvia", "Lebanon", "Lithuania", "Malawi", "Malaysia", "Mali", "Mexico",
    "Mongolia", "Morocco", "Mozambique", "Myanmar", "Nepal", "Netherlands", "New Zealand", "Nicaragua",
    "Niger",
    "Nigeria", "Norway", "Pakistan", "Panama", "Papua New Guinea", "Peru", "Philippines", "Poland",
    "Portugal",
    "Romania", "Russia", "Rwanda", "Saudi Arabia", "Scotland", "Senegal", "Serbia", "Singapore", "Slovakia",
    "Slovenia", "South Africa", "South Korea", "Spain", "Sri Lanka", "Sudan", "Sweden", "Switzerland",
    "Syria",
    "Taiwan", "Tanzania", "Thailand", "Tunisia", "Turkey", "UK", "US", "USA", "Uganda", "Ukraine",
    "United Kingdom", "United States", "Uruguay", "Venezuela", "Vietnam", "Wales", "Zambia", "Zimbabwe",
};

// clang-format on

bool is_month(std::string_view word) { return month_named(word) != 0; }

bool is_year(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit) &&
         (word.starts_with("19") || word.starts_with("20"));
}

void add_setting(StudyFacts& facts, std::string_view value, ByteSpan span) {
  for (const StatedFact& known : facts.settings) {
    if (known.value == value || known.span.overlaps(span)) return;
  }
  facts.settings.push_back({std::string(value), span});
}

// "seven hospitals", "12 centres", "multicentre".
void find_centres(std::string_view words, std::string_view own, uint32_t at, StudyFacts& facts) {
  for (const Quantity& quantity : find_quantities(words)) {
    if (quantity.kind != QuantityKind::kCount && quantity.kind != QuantityKind::kSampleSize) continue;
    if (!(quantity.value >= 2)) continue;
    const std::string_view said = quantity.span.of(words);
    const std::string lower = lower_ascii(said);
    for (const std::string_view noun :
         {"hospitals", "centres", "centers", "sites", "clinics", "practices", "institutions", "countries",
          "units", "nursing homes", "schools", "villages"}) {
      if (!lower.ends_with(noun) || (noun == "units" && lower.find("care units") == std::string::npos))
        continue;
      add_setting(facts, said, {at + quantity.span.start, at + quantity.span.end});
    }
  }
  for (const auto& [phrase, value] :
       {Wording{"multicent*", "multicentre"}, Wording{"multi-cent*", "multicentre"},
        Wording{"multi cent*", "multicentre"}, Wording{"single-cent*", "single centre"},
        Wording{"single cent*", "single centre"}, Wording{"multinational", "multinational"}}) {
    const size_t found = find_phrase(own, phrase);
    if (found == std::string_view::npos) continue;
    size_t end = found;
    while (end < own.size() && (is_letter(own[end]) || own[end] == '-')) ++end;
    const auto start = static_cast<uint32_t>(at + found);
    add_setting(facts, value, {start, static_cast<uint32_t>(at + end)});
  }
}

// Whether a place or a country hangs on "in", "at", "from": at most `between` words away.
bool is_placed(std::string_view lower, size_t at, size_t between) {
  const std::vector<Token> before = tokenize(lower.substr(0, at));
  for (size_t back = 1; back <= between + 1 && back <= before.size(); ++back) {
    const std::string_view word = before[before.size() - back].folded;
    if (word == "in" || word == "at" || word == "from" || word == "attending" || word == "across" ||
        word == "throughout" || word == "of")
      return true;
  }
  return false;
}

struct Moment {
  size_t end = 0;  // token behind it
  std::string_view year;
};

// "May 1990", "1 May 1990", "May 1, 1990", "1990"; without a year for a first date ("May to June 1990").
std::optional<Moment> moment_at(const std::vector<Token>& words, size_t at, bool may_lack_year) {
  const auto is_day = [](std::string_view word) {
    return !word.empty() && word.size() <= 4 && is_digit(word.front()) && !is_year(word);
  };
  size_t next = at;
  if (next < words.size() && is_day(words[next].folded)) ++next;
  const bool month = next < words.size() && is_month(words[next].folded);
  if (!month && next != at) return std::nullopt;
  if (month) ++next;
  if (month && next < words.size() && is_day(words[next].folded)) ++next;
  if (month && next < words.size() && words[next].folded == "of") ++next;
  if (next < words.size() && is_year(words[next].folded)) return Moment{next + 1, words[next].folded};
  if (month && may_lack_year) return Moment{next, {}};
  return std::nullopt;
}

// Whether "open-label", at `at` in the text, is how the study was done, and not a rescue, a run-in or an
// extension, nor one drug of a trial that was blinded otherwise.
bool is_design_there(std::string_view own, size_t at) {
  static constexpr std::string_view kBeyond[] = {"extension", "rescue",        "run-in",     "follow-up",
                                                 "continu*",  "nonresponder*", "thereafter", "lead-in",
                                                 "long-term", "after",         "followed"};
  static constexpr std::string_view kDesigns[] = {"trial",   "study",      "design",   "randomi*",
                                                  "studies", "comparison", "crossover"};
  static constexpr std::string_view kBlinded[] = {"placebo*", "blind*", "dummy"};
  constexpr size_t kBehind = 80;
  constexpr size_t kBefore = 24;
  std::string_view behind = own.substr(at, kBehind);
  behind = behind.substr(0, behind.find_first_of(".;"));
  const size_t from = at > kBefore ? at - kBefore : 0;
  const size_t beyond = find_phrase(behind, first_phrase(behind, kBeyond));
  if (has_any_phrase(own.substr(from, at - from), kBeyond)) return false;
  const std::string_view design = first_phrase(behind, kDesigns);
  if (!design.empty() && (!has_any_phrase(behind, kBeyond) || find_phrase(behind, design) < beyond))
    return true;
  return !has_any_phrase(behind, kBeyond) && !has_any_phrase(own, kBlinded);
}

}  // namespace

bool names_open_label(std::string_view own) {
  for (const std::string_view phrase : {"open-label", "open label", "open‐label"}) {
    for (size_t at = find_phrase(own, phrase); at != std::string_view::npos;
         at = find_phrase(own, phrase, at + 1)) {
      if (is_design_there(own, at)) return true;
    }
  }
  return false;
}

void find_blinding(std::string_view own, Appraisal& appraisal) {
  switch (appraisal.design) {
    case StudyDesign::kRandomisedTrial:
    case StudyDesign::kNonRandomisedTrial:
    case StudyDesign::kCaseSeries:
    case StudyDesign::kRegistration:
    case StudyDesign::kProtocol: break;
    default: return;
  }
  for (const Wording& wording : kBlinding) {
    const size_t at = find_phrase(own, wording.phrase);
    if (at == std::string_view::npos) continue;
    if (wording.phrase.starts_with("open") && wording.phrase.ends_with("label") && !names_open_label(own))
      continue;
    const size_t length = wording.phrase.size() - (wording.phrase.ends_with('*') ? 1 : 0);
    size_t end = at + length;
    while (end < own.size() && is_letter(own[end])) ++end;
    appraisal.facts.blinding = {std::string(wording.value),
                                {static_cast<uint32_t>(at), static_cast<uint32_t>(end)}};
    return;
  }
}

void find_settings(const Document& document, std::string_view text, std::string_view own,
                   Appraisal& appraisal) {
  constexpr size_t kSettingsMax = 8;
  const size_t title_end = document.sections.empty() || document.sections.front().kind != SectionKind::kTitle
                               ? 0
                               : document.sections.front().body.end;
  for (const ByteSpan sentence : split_sentences(text)) {
    if (appraisal.facts.settings.size() >= kSettingsMax) return;
    const std::string_view words = sentence.of(text);
    const std::string_view lower = own.substr(sentence.start, sentence.size());
    if (std::all_of(lower.begin(), lower.end(), is_space)) continue;  // not its own
    const bool in_title = sentence.start < title_end;
    const bool conduct = has_any_phrase(lower, kConduct);
    if (!in_title && !conduct && find_phrase(lower, "multicent*") == std::string_view::npos &&
        find_phrase(lower, "multi-cent*") == std::string_view::npos &&
        find_phrase(lower, "single-cent*") == std::string_view::npos)
      continue;
    if (conduct || in_title) {
      find_centres(words, lower, sentence.start, appraisal.facts);
    } else {
      find_centres({}, lower, sentence.start, appraisal.facts);
    }
    if (conduct || in_title) {
      for (const Wording& place : kPlaces) {
        const size_t at = find_phrase(lower, place.phrase);
        if (at == std::string_view::npos || !is_placed(lower, at, 4)) continue;
        size_t end = at + place.phrase.size() - (place.phrase.ends_with('*') ? 1 : 0);
        while (end < lower.size() && is_letter(lower[end])) ++end;
        add_setting(
            appraisal.facts, place.value,
            {static_cast<uint32_t>(sentence.start + at), static_cast<uint32_t>(sentence.start + end)});
      }
      for (const std::string_view country : kCountries) {
        const size_t at = find_phrase(words, country);
        if (at == std::string_view::npos || !is_placed(lower, at, 3)) continue;
        // "In the United States, some 16,000 cases …" opens a background; in brackets stands who made a
        // device.
        constexpr size_t kOpeningBytes = 10;
        if (at < kOpeningBytes && words.substr(at + country.size()).starts_with(",")) continue;
        const size_t bracket = words.substr(0, at).rfind('(');
        if (bracket != std::string_view::npos &&
            words.substr(bracket, at - bracket).find(')') == std::string_view::npos)
          continue;
        const auto start = static_cast<uint32_t>(sentence.start + at);
        add_setting(appraisal.facts, country, {start, start + static_cast<uint32_t>(country.size())});
      }
    }
  }
}

void find_period(std::string_view text, std::string_view own, Appraisal& appraisal) {
  if (!has_results_in_people(appraisal.design) || appraisal.design == StudyDesign::kSystematicReview ||
      appraisal.design == StudyDesign::kEconomic)
    return;
  for (const ByteSpan sentence : split_sentences(text)) {
    const std::string_view words = sentence.of(text);
    const std::string_view lower = own.substr(sentence.start, sentence.size());
    if (has_phrase(lower, "published") || has_phrase(lower, "literature") || has_phrase(lower, "medline"))
      continue;
    const std::vector<Token> tokens = tokenize(lower);
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
      const std::string_view opens = tokens[i].folded;
      const bool between = opens == "between" || opens == "from";
      // "In the period 1978-1989", "during the years 1990 to 1994".
      const bool names_time =
          i > 0 && (opens == "period" || opens == "years") && tokens[i - 1].folded == "the";
      if (!between && !names_time && opens != "during" && opens != "in") continue;
      const auto first = moment_at(tokens, i + 1, true);
      if (!first || first->end >= tokens.size()) continue;
      size_t next = first->end;
      const std::string_view joined =
          words.substr(tokens[next - 1].span.end, tokens[next].span.start - tokens[next - 1].span.end);
      const bool dash =
          joined == "-" || joined == "–" || joined == " - " || joined == " – " || joined == "--";
      const std::string_view joins = tokens[next].folded;
      const bool word =
          joins == "and" || joins == "to" || joins == "through" || joins == "until" || joins == "till";
      // "in 1990 and 1991" is a pair of years; "from 1990 and" is none.
      if (!dash && (!word || (!between && joins == "and") || (opens == "from" && joins == "and"))) continue;
      if (!dash) ++next;
      const auto last = moment_at(tokens, next, false);
      if (!last || (!first->year.empty() && first->year > last->year)) continue;
      const ByteSpan span{sentence.start + tokens[i + 1].span.start,
                          sentence.start + tokens[last->end - 1].span.end};
      appraisal.facts.period = {std::string(span.of(text)), span};
      return;
    }
  }
}

}  // namespace attest
