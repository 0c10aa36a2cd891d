#include "evidence/heading_limits.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "evidence/people_limits.h"
#include "findings/cues.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

using HeadingWords = std::span<const std::string_view>;

constexpr auto kSevereWords =
    std::to_array<std::string_view>({"severe", "complicated", "life-threatening", "fulminant"});
constexpr auto kModerateWords = std::to_array<std::string_view>({"moderate"});
constexpr auto kMildWords =
    std::to_array<std::string_view>({"mild", "uncomplicated", "asymptomatic", "non-severe", "intermittent"});
constexpr auto kPreventionHeadings = std::to_array<std::string_view>(
    {"prevention*", "prophyla*", "preventive*", "chemoprophyla*", "chemoprohyla*"});
constexpr auto kNewborns = std::to_array<std::string_view>({"neonat*", "newborn*"});
constexpr auto kPregnancies = std::to_array<std::string_view>({"pregnan*", "breastfeeding", "lactat*"});
constexpr auto kAllergies = std::to_array<std::string_view>({"allerg*", "intoleran*", "hypersensitiv*"});

unsigned severities_in(std::string_view words) {
  std::string lower = lower_ascii(words);
  unsigned found = has_any_phrase(lower, kMildWords) ? 1u : 0u;
  for (size_t at = lower.find("non-severe"); at != std::string::npos; at = lower.find("non-severe", at))
    lower.replace(at, sizeof("non-severe") - 1, "");
  if (has_any_phrase(lower, kModerateWords)) found |= 2u;
  if (has_any_phrase(lower, kSevereWords)) found |= 4u;
  return found;
}

std::string words_asked(const UnderstoodQuestion& question) {
  std::string words = question.asked + " " + question.resolved;
  for (const Concept& one : question.concepts) {
    for (const ConceptVariant& variant : one.variants) {
      if (variant.weight >= 1) words += " " + variant.words;
    }
  }
  return lower_ascii(words);
}

// "Uncomplicated malaria", asked of severe malaria.
bool is_of_other_severity(std::string_view heading, std::string_view asked) {
  const unsigned stated = severities_in(heading);
  const unsigned wanted = severities_in(asked);
  return stated != 0 && wanted != 0 && (stated & wanted) == 0;
}

std::string_view last_part(std::string_view heading) {
  // "TREATMENT OF CHOLERA Prevention": of several in one, the last.
  constexpr size_t kPartBytes = 40;
  return heading.size() > kPartBytes ? heading.substr(heading.size() - kPartBytes) : heading;
}

// The heading of the chapter's part: in running text, else of the section.
std::string_view part_above(const AnswerSource& source, const Finding& finding) {
  const std::string& text = source.document.text;
  if (!finding.above.part.empty()) return finding.above.part.of(text);
  for (const Section& section : source.document.sections) {
    if (section.body.contains(finding.sentence)) return last_part(section.heading.of(text));
  }
  return {};
}

std::string under(std::string_view heading) {
  while (!heading.empty() && (heading.back() == ' ' || heading.back() == ':')) heading.remove_suffix(1);
  return "under \u201C" + std::string(heading) + "\u201D";
}

// "Prophylaxis should be considered for individuals who: • … • Available options are: …": what opens the list
// in which the sentence stands, in small letters.
std::string lead_in(const AnswerSource& source, const Finding& finding) {
  constexpr size_t kReach = 600;
  constexpr size_t kLeadBytesMax = 90;
  const std::string_view text = source.document.text;
  const size_t from = finding.sentence.start - std::min<size_t>(finding.sentence.start, kReach);
  const std::string_view before = text.substr(from, finding.sentence.start - from);
  const size_t colon = before.rfind(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view list = before.substr(colon + 1);
  const size_t first = list.find_first_not_of(" \n");
  constexpr std::string_view kBullet = "\u2022";
  if (first == std::string_view::npos || !list.substr(first).starts_with(kBullet) ||
      list.find(". ") != std::string_view::npos)
    return {};
  return lower_ascii(before.substr(colon - std::min(colon, kLeadBytesMax), std::min(colon, kLeadBytesMax)));
}

bool is_list_of_prevention(std::string_view lead) {
  static constexpr std::string_view kAdvised[] = {"should be", "is indicated", "is recommended", "may be",
                                                  "is considered"};
  const std::string_view cue = first_phrase(lead, kPreventionHeadings);
  return !cue.empty() && has_any_phrase(lead.substr(find_phrase(lead, cue)), kAdvised);
}

}  // namespace

Indication heading_limit(const Evidence& evidence, const Finding& finding) {
  const AnswerSource& source = evidence.source_of(finding);
  if (!is_guidance(source)) return {};
  const std::string asked = words_asked(evidence.question);
  const std::string_view part = part_above(source, finding);
  const std::string lower_part = lower_ascii(part);
  const bool treats = is_treatment_question(evidence.question) || evidence.question.intent == Intent::kDose;
  const std::string plain = lower_ascii(evidence.question.asked + " " + evidence.question.resolved);
  const bool prevents = cues::prevention(plain);
  // "All infants born to them should be treated": said of treating, wherever it stands.
  const bool says_treat = has_phrase(lower_ascii(evidence.sentence_of(finding)), "be treated");
  if (treats && !prevents && !says_treat && has_any_phrase(lower_part, kPreventionHeadings) &&
      !has_phrase(lower_part, "treatment*") && !has_phrase(lower_part, "management"))
    return {IndicationFit::kOther, {}, false, false};
  if (treats && !prevents && !says_treat && is_list_of_prevention(lead_in(source, finding)))
    return {IndicationFit::kOther, {}, false, false};
  Indication limit;
  if (treats && lower_part.find("supportive") != std::string::npos && !has_phrase(plain, "supportive"))
    return {IndicationFit::kOther, {}, false, false};
  for (const ByteSpan span : {finding.above.subject, finding.above.people, finding.above.item}) {
    const std::string_view heading = span.of(source.document.text);
    if (heading.empty()) continue;
    const std::string lower = lower_ascii(heading);
    if (is_of_other_severity(lower, asked)) return {IndicationFit::kOther, {}, false, false};
    // "Acne fulminans", asked in these words.
    const std::vector<Token> tokens = tokenize(lower);
    const bool in_question = std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return is_stop_word(token.folded) || has_phrase(plain, token.folded);
    });
    const IndicationFit fit = in_question ? IndicationFit::kAsked : fit_of_phrase(evidence, lower);
    if (fit == IndicationFit::kOther) return {fit, {}, false, false};
    // Of newborns and of pregnancy too where most sources speak of them: a heading sets them apart.
    const auto names_others = [&](std::string_view words, HeadingWords people) {
      return has_any_phrase(words, people) && !has_any_phrase(plain, people);
    };
    const bool others = names_others(lower, kAllergies) || names_other_people(evidence, lower) ||
                        names_others(lower, kNewborns) || names_others(lower, kPregnancies);
    if (fit == IndicationFit::kAsked && !others) continue;
    limit = {IndicationFit::kNarrower, under(heading), limit.other_people || others, false};
  }
  return limit;
}

bool stands_under_narrower(const Evidence& evidence, const Finding& finding) {
  const HeadingsAbove& above = finding.above;
  const bool quoted = finding.sentence.contains(above.item) && !above.item.empty();
  return !quoted && !(above.subject.empty() && above.people.empty() && above.item.empty()) &&
         heading_limit(evidence, finding).fit == IndicationFit::kNarrower;
}

void leave_out_other_headings(Evidence& evidence) {
  for (AnswerSource& source : evidence.sources) {
    for (Finding& finding : source.findings) {
      const bool of_treatment = finding.kind == FindingKind::kRecommendation ||
                                finding.kind == FindingKind::kDose || finding.line_of_therapy > 0 ||
                                !finding.dose_of.empty() || !finding.advice.empty();
      if (!of_treatment || heading_limit(evidence, finding).fit != IndicationFit::kOther) continue;
      finding.condition_match = 0;
      finding.condition_above = false;
      finding.under_heading = false;
    }
  }
}

}  // namespace attest
