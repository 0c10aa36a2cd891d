#include "answer/lay/told_harms.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "answer/choice/asked_harm.h"
#include "answer/choice/finding_order.h"
#include "answer/choice/nearest.h"
#include "answer/lay/plain_quotes.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "findings/effects/less_harm.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kHarmNouns[] = {"adverse*",      "side effect*",  "side-effect*", "complication*",
                                           "harm",          "harms",         "toxicity",     "morbidity",
                                           "incontinence*", "intolerance",   "reactions",    "reaction",
                                           "withdrew",      "discontinued*", "safety"};

// One of `phrases`, and within reach after it one of `wanted`.
bool followed_by(std::string_view lower, std::span<const std::string_view> phrases,
                 std::span<const std::string_view> wanted) {
  constexpr size_t kReach = 70;
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    for (size_t at = find_phrase(lower, phrase); at != std::string_view::npos;
         at = find_phrase(lower, phrase, at + 1)) {
      if (has_any_phrase(lower.substr(at + phrase.size(), kReach), wanted)) return true;
    }
    return false;
  });
}

bool denies_harm(std::string_view lower);

bool names_harm_undenied(std::string_view lower) {
  static constexpr std::string_view kByName[] = {
      "bleeding", "haemorrhage*", "hemorrhage*", "nausea", "vomiting",     "diarrhoea", "diarrhea",
      "cough",    "infection*",   "fracture*",   "ulcer*", "perforation*", "dizziness", "hypotension"};
  return (cues::about_harm(lower) || has_any_phrase(lower, kByName)) && !denies_harm(lower);
}

bool denies_harm(std::string_view lower) {
  static constexpr std::string_view kDenials[] = {"no",      "none", "nobody", "unlikely",
                                                  "without", "nor",  "free of"};
  static constexpr std::string_view kNotSeen[] = {
      "not seen",     "not observed",     "not reported",   "not recorded",  "not occur",
      "not differ",   "not exceed",       "not different",  "not increased", "not significantly",
      "not increase", "were comparable",  "was comparable", "were similar",  "was similar",
      "similar to",   "not more common*", "not associated", "be similar"};
  // "No deaths, but bleeding in 12%", "nausea in 12%, but no deaths".
  static constexpr std::string_view kBut[] = {"but",    "however", "although",   "except",
                                              "though", "despite", "apart from", "other than"};
  if (const std::string_view but = first_phrase(lower, kBut); !but.empty()) {
    const size_t at = find_phrase(lower, but);
    return !names_harm_undenied(lower.substr(0, at)) && !names_harm_undenied(lower.substr(at + but.size()));
  }
  return cues::no_harm(lower) || followed_by(lower, kDenials, kHarmNouns) || brings_no_harm(lower) ||
         followed_by(lower, kHarmNouns, kNotSeen);
}

bool calls_harm_mild(std::string_view lower) {
  static constexpr std::string_view kMild[] = {"mild",  "minor",  "minimal",   "few",
                                               "fewer", "lesser", "negligible"};
  static constexpr std::string_view kTolerated[] = {
      "well tolerated", "well-tolerated", "better tolerated", "tolerable", "acceptable",        "good safety",
      "is safe",        "was safe",       "were safe",        "are safe",  "safe and effective"};
  static constexpr std::string_view kWorse[] = {"moderate", "moderately", "severe", "serious", "major"};
  // "Major advantages are its good tolerability": of no harm.
  static constexpr std::string_view kPraise[] = {"advantage*", "good tolerability", "excellent tolerability",
                                                 "superior tolerability"};
  if (has_any_phrase(lower, kPraise) && has_phrase(lower, "tolerab*") && !cues::about_harm(lower))
    return true;
  // "Serious adverse events were infrequent": that they are few, whatever they are.
  static constexpr std::string_view kFew[] = {
      "were infrequent",    "was infrequent",         "are infrequent",          "no more frequent",
      "no more common",     "favorable side*",        "favourable side*",        "favorable safety",
      "favourable safety",  "favorable tolerability", "favourable tolerability", "favorable adverse",
      "favourable adverse", "not observe any side",   "not observe any adverse", "not observe any serious"};
  if (has_any_phrase(lower, kFew)) return true;
  if (has_any_phrase(lower, kWorse)) return false;
  return has_any_phrase(lower, kMild) || has_any_phrase(lower, kTolerated);
}

bool is_asked_one(const Evidence& evidence, const Mention& one, const std::vector<std::string>& treatments) {
  return std::any_of(treatments.begin(), treatments.end(), [&](const std::string& id) {
    return one.id == id || evidence.vocabulary->is_a(one.id, id);
  });
}

// A sentence that names no treatment speaks of that in the title, where that names no other.
bool names(const Evidence& evidence, const Finding& finding, const std::vector<std::string>& treatments) {
  const auto is_meant = [&](const Mention& one) { return is_asked_one(evidence, one, treatments); };
  const bool any_named = std::any_of(finding.interventions.begin(), finding.interventions.end(),
                                     [](const Mention& one) { return !one.span.empty(); });
  if (any_named) {
    return std::any_of(finding.interventions.begin(), finding.interventions.end(),
                       [&](const Mention& one) { return !one.span.empty() && is_meant(one); });
  }
  const std::vector<Mention>& of_title = evidence.source_of(finding).title_interventions;
  return std::any_of(of_title.begin(), of_title.end(), is_meant) &&
         std::all_of(of_title.begin(), of_title.end(),
                     [&](const Mention& one) { return one.is_control || is_meant(one); });
}

bool plays_down(const Statement& statement) {
  if (!statement.quoted) return false;
  const std::string lower = lower_ascii(statement.text);
  const bool of_harm = statement.kind == finding_kind_name(FindingKind::kHarm) || cues::about_harm(lower) ||
                       cues::no_harm(lower);
  return of_harm && plays_down_harm(lower);
}

bool tells_concretely(const Statement& statement) {
  const std::string lower = lower_ascii(statement.text);
  const bool of_harm = statement.kind == finding_kind_name(FindingKind::kHarm) || cues::about_harm(lower);
  return of_harm && tells_of_harm(lower) && !plays_down_harm(lower);
}

struct ConcreteHarms {
  bool any = false;
  std::vector<Statement> quotes;
};

// Of these treatments, easy ones first; of `documents` only, where there are any.
ConcreteHarms find_concrete(const Evidence& evidence, const std::vector<std::string>& treatments,
                            std::string_view place, const std::set<std::string>& documents = {}) {
  constexpr size_t kQuotes = 2;
  ConcreteHarms concrete;
  std::vector<const Finding*> found;
  for (uint32_t i = 0; i < evidence.sources.size(); ++i) {
    const AnswerSource& source = evidence.sources[i];
    if (!evidence.reports_evidence(source) || (!documents.empty() && !documents.contains(source.id)))
      continue;
    for (const Finding& finding : source.findings) {
      if (finding.source != i) continue;  // of another gathering, only kept for its text
      const bool of_another = documents.empty() && finding.condition_match == 0;
      if (finding.kind != FindingKind::kHarm || finding.background || of_another ||
          !names(evidence, finding, treatments) || !may_answer_harm(evidence, finding))
        continue;
      const std::string lower = lower_ascii(evidence.sentence_of(finding));
      if (!tells_of_harm(lower) || plays_down_harm(lower)) continue;
      concrete.any = true;
      if (is_concrete_harm(evidence, finding)) found.push_back(&finding);
    }
  }
  if (found.empty()) return concrete;
  const PertinenceReader reader(evidence);
  std::vector<const Finding*> picked =
      pick_findings(evidence, weigh(reader, found, place, treatments.front()), 0.0F, found.size());
  std::stable_partition(picked.begin(), picked.end(), [&](const Finding* finding) {
    return is_for_lay_readers(evidence.sentence_of(*finding));
  });
  for (const Finding* finding : picked) {
    if (concrete.quotes.size() == kQuotes) break;
    concrete.quotes.push_back(quote_finding(evidence, *finding));
  }
  return concrete;
}

// One that plays down is enough beside a concrete one.
void concrete_first(std::vector<Statement>& statements, bool told) {
  std::stable_partition(statements.begin(), statements.end(),
                        [](const Statement& statement) { return !plays_down(statement); });
  const auto first = std::find_if(statements.begin(), statements.end(), plays_down);
  if (told && first != statements.end()) statements.erase(first + 1, statements.end());
}

bool any_concrete(const std::vector<Statement>& statements) {
  return std::any_of(statements.begin(), statements.end(), tells_concretely);
}

bool only_plays_down(const std::vector<Statement>& statements) {
  return std::any_of(statements.begin(), statements.end(), plays_down) && !any_concrete(statements);
}

// Puts what the sources hold before what only plays down, which goes where none of it can be quoted.
void mend(const Evidence& evidence, const std::vector<std::string>& treatments, std::string_view place,
          std::vector<Statement>& statements) {
  if (treatments.empty()) return;
  ConcreteHarms concrete = find_concrete(evidence, treatments, place);
  if (!concrete.any) return;
  if (concrete.quotes.empty()) std::erase_if(statements, plays_down);
  statements.insert(statements.begin(), std::make_move_iterator(concrete.quotes.begin()),
                    std::make_move_iterator(concrete.quotes.end()));
}

// The treatments that a cited sentence names.
void add_named(const Evidence& evidence, const Citation& citation, std::vector<std::string>& treatments) {
  for (const AnswerSource& source : evidence.sources) {
    if (source.id != citation.document) continue;
    for (const Finding& finding : source.findings) {
      if (!finding.sentence.overlaps(citation.span)) continue;
      for (const Mention& one : finding.interventions) treatments.push_back(one.id);
    }
  }
}

// What a source says of a treatment's success is not told without the harm that it tells too.
void add_harms_of_cited(const Evidence& evidence, const std::vector<std::string>& asked, Answer& answer) {
  const bool about_use = is_treatment_question(evidence.question) ||
                         evidence.question.intent == Intent::kEffect ||
                         evidence.question.intent == Intent::kGeneral;
  if (!about_use || asked.empty()) return;
  std::set<std::string> cited;
  std::vector<std::string> treatments = asked;
  for (const Statement& statement : answer.bottom_line) {
    if (tells_concretely(statement)) return;
    for (const Citation& citation : statement.citations) {
      cited.insert(citation.document);
      add_named(evidence, citation, treatments);
    }
  }
  for (const AnswerSection& section : answer.sections) {
    if (std::any_of(section.statements.begin(), section.statements.end(), tells_concretely)) return;
  }
  const bool told = std::any_of(answer.lines.begin(), answer.lines.end(),
                                [](const TherapyLine& line) { return !line.harms.empty(); });
  if (told || cited.empty()) return;
  ConcreteHarms concrete = find_concrete(evidence, treatments, "harms", cited);
  if (concrete.quotes.empty()) return;
  answer.sections.insert(answer.sections.begin(),
                         AnswerSection{"harms", "Harms", std::move(concrete.quotes)});
}

bool beside_the_point(const AnswerSection& section) { return section.kind == kNearMissesSection; }

}  // namespace

bool tells_of_harm(std::string_view lower) {
  static constexpr std::string_view kDeaths[] = {"mortality", "death*",    "died",
                                                 "survival",  "morbidity", "hospitali*"};
  static constexpr std::string_view kHarms[] = {
      "adverse*", "side effect*", "side-effect*", "toler*",        "toxic*",
      "safe*",    "withdr*",      "discontinu*",  "complication*", "harm*"};
  return !tells_of_less_harm(lower) && (!has_any_phrase(lower, kDeaths) || has_any_phrase(lower, kHarms));
}

bool plays_down_harm(std::string_view lower) { return denies_harm(lower) || calls_harm_mild(lower); }

bool is_concrete_harm(const Evidence& evidence, const Finding& finding) {
  constexpr size_t kBytesMax = 400;
  static constexpr std::string_view kAnimals[] = {"cats",    "dogs",    "rats", "mice",
                                                  "rabbits", "animals", "pigs"};
  if (finding.kind != FindingKind::kHarm && !finding.about_harm) return false;
  const std::string_view sentence = evidence.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  return sentence.size() <= kBytesMax && tells_of_harm(lower) && !plays_down_harm(lower) &&
         !has_any_phrase(lower, kAnimals) && may_be_read_by_lay(sentence);
}

bool is_harm_of_asked(const Evidence& evidence, const Finding& finding) {
  const std::vector<std::string> asked = asked_interventions(evidence);
  return (asked.empty() || names(evidence, finding, asked)) && is_concrete_harm(evidence, finding);
}

void tell_concrete_harms(const Evidence& evidence, Answer& answer) {
  const std::string_view place = "harms";
  const std::vector<std::string> asked = asked_interventions(evidence);
  for (TherapyLine& line : answer.lines) {
    if (only_plays_down(line.harms)) mend(evidence, {line.intervention_id}, kOptionHarm, line.harms);
    concrete_first(line.harms, any_concrete(line.harms));
  }
  const auto concrete = [](const std::vector<Statement>& statements) {
    return std::find_if(statements.begin(), statements.end(), tells_concretely);
  };
  if (only_plays_down(answer.bottom_line)) {
    // What stands below may be told first.
    bool moved = false;
    for (AnswerSection& section : answer.sections) {
      const auto harm = concrete(section.statements);
      if (moved || beside_the_point(section) || harm == section.statements.end()) continue;
      answer.bottom_line.insert(answer.bottom_line.begin(), *harm);
      section.statements.erase(harm);
      moved = true;
    }
    if (!moved) mend(evidence, asked, place, answer.bottom_line);
  }
  bool told = any_concrete(answer.bottom_line);
  concrete_first(answer.bottom_line, told);
  add_harms_of_cited(evidence, asked, answer);
  for (AnswerSection& section : answer.sections) {
    if (!told && only_plays_down(section.statements)) mend(evidence, asked, place, section.statements);
    told = told || any_concrete(section.statements);
    concrete_first(section.statements, told);
  }
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
}

}  // namespace attest
