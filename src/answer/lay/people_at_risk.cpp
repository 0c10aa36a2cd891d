// A sentence warns when it names the people and, in one clause with its words of warning, a treatment; else
// the treatment is the one that was spoken of last before it ("Isotretinoin 0.5 mg/kg. Contraindicated in
// pregnancy."): rather one too many is taken off than one too few.
#include "answer/lay/people_at_risk.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>

#include "answer/choice/asked_harm.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "quantities/quantities.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr auto kWarns = std::to_array<std::string_view>({"contraindicated",
                                                         "contra-indicated",
                                                         "contraindication in",
                                                         "absolute contraindication*",
                                                         "avoid",
                                                         "be avoided",
                                                         "avoid in",
                                                         "avoid during",
                                                         "should not be used",
                                                         "should not be given",
                                                         "should not be taken",
                                                         "should not be prescribed",
                                                         "should not be administered",
                                                         "should not be offered",
                                                         "must not be used",
                                                         "must not be given",
                                                         "must not be taken",
                                                         "not to be used",
                                                         "not to be given",
                                                         "not recommended",
                                                         "not advised",
                                                         "not advisable",
                                                         "do not use",
                                                         "do not give",
                                                         "do not prescribe",
                                                         "not safe",
                                                         "unsafe",
                                                         "is teratogenic",
                                                         "are teratogenic",
                                                         "because of teratogen*",
                                                         "not licensed",
                                                         "never be used",
                                                         "never be given",
                                                         "never be administered",
                                                         "should not take",
                                                         "should not use",
                                                         "must not take",
                                                         "must not use"});
constexpr auto kAllows = std::to_array<std::string_view>(
    {"not contraindicat*", "no contraindicat*", "no evidence of", "not been implicated",
     "not a contraindicat*", "not teratogen*", "non-teratogen*", "should not be withheld",
     "should not be stopped", "should not be delayed", "should not be denied", "not be discontinued",
     "should not be discouraged"});
constexpr auto kClauseEnds = std::to_array<std::string_view>(
    {";", ". ", " but ", " whereas ", " while ", " although ", " however", " instead of ", " rather than "});

// The question requires them where something is given (understand()).
std::vector<const Concept*> people_of(const UnderstoodQuestion& question) {
  std::vector<const Concept*> people;
  for (const Concept& asked : question.concepts) {
    const bool weak_organ = asked.sought && asked.role == ConceptRole::kCondition;
    const bool population =
        asked.role == ConceptRole::kPopulation && asked.thesaurus_id.starts_with("attest:");
    if (asked.required && (weak_organ || population)) people.push_back(&asked);
  }
  return people;
}

bool only_avoids(std::string_view lower) {
  return std::none_of(kWarns.begin(), kWarns.end(), [&](std::string_view phrase) {
    return phrase != "avoid" && has_phrase(lower, phrase);
  });
}

// The clause with the words of warning, in a sentence in small letters; nothing where it does not warn.
std::optional<ByteSpan> warning_clause(std::string_view lower) {
  const auto says = [&](std::string_view clause, const auto& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return has_phrase(clause, phrase); });
  };
  if (!says(lower, kWarns) || says(lower, kAllows)) return std::nullopt;
  size_t start = 0;
  while (start < lower.size()) {
    size_t end = lower.size();
    for (const std::string_view mark : kClauseEnds) end = std::min(end, lower.find(mark, start + 1));
    if (says(lower.substr(start, end - start), kWarns))
      return ByteSpan{static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
    start = end;
  }
  return ByteSpan{0, static_cast<uint32_t>(lower.size())};
}

// "Not in children under 2 years": of the others it may be a treatment.
bool of_some_only(std::string_view lower) {
  static constexpr std::string_view kSome[] = {"children under", "children younger", "children below",
                                               "children less",  "infants under",    "infants younger",
                                               "under the age",  "below the age",    "as monotherapy"};
  return std::any_of(std::begin(kSome), std::end(kSome),
                     [&](std::string_view phrase) { return has_phrase(lower, phrase); });
}

struct Warning {
  const Finding* finding = nullptr;
  std::vector<std::string> of;  // ids of interventions
};

// Those of one source.
void read_warnings(const Evidence& evidence, const AnswerSource& source,
                   const std::vector<const Concept*>& people, std::vector<Warning>& warnings) {
  constexpr size_t kBefore = 2;  // sentences
  for (size_t i = 0; i < source.findings.size(); ++i) {
    const Finding& finding = source.findings[i];
    // Sources that stand beside the answer keep the numbers that they had among their own.
    if (finding.source >= evidence.sources.size() || &evidence.source_of(finding) != &source) return;
    const bool here = std::any_of(people.begin(), people.end(), [&](const Concept* asked) {
      const std::string id = vocabulary_id(*asked);
      return std::find(finding.asked_here.begin(), finding.asked_here.end(), id) != finding.asked_here.end();
    });
    if (!here) continue;
    const std::string lower = lower_ascii(evidence.sentence_of(finding));
    const std::optional<ByteSpan> clause = warning_clause(lower);
    if (!clause) continue;
    Warning warning{&finding, {}};
    for (const Mention& mention : finding.interventions) {
      if (mention.is_control || mention.span.start < finding.sentence.start) continue;
      const size_t at = mention.span.start - finding.sentence.start;
      const bool after = !only_avoids(lower) || at > lower.find("avoid");
      // A name that stands twice is read where it stands first.
      const std::string name = lower_ascii(mention.span.of(source.document.text));
      const bool again = at < clause->start && has_phrase(clause->of(lower), name);
      if ((at >= clause->start && at < clause->end && after) || again) warning.of.push_back(mention.id);
    }
    // "To avoid one admission": of what was spoken of before only where nothing else is to be avoided.
    for (size_t back = 1; warning.of.empty() && !only_avoids(lower) && back <= kBefore && back <= i; ++back) {
      for (const Mention& mention : source.findings[i - back].interventions) warning.of.push_back(mention.id);
    }
    if (!warning.of.empty()) warnings.push_back(std::move(warning));
  }
}

std::vector<Warning> all_warnings(const Evidence& evidence) {
  std::vector<Warning> warnings;
  const std::vector<const Concept*> people = people_of(evidence.question);
  if (people.empty() || evidence.question.intent == Intent::kPrevalence) return warnings;
  for (const AnswerSource& source : evidence.sources) {
    if (evidence.reports_evidence(source)) read_warnings(evidence, source, people, warnings);
  }
  return warnings;
}

// Whoever asks about one treatment is not warned of another: only of it, its kinds, and what it is one of;
// nor whoever asks about none, and not for one ("can I have sex while pregnant?").
bool is_of_asked(const Evidence& evidence, const Warning& warning) {
  bool any_asked = false;
  for (const Concept& asked : evidence.question.concepts) {
    if (asked.role != ConceptRole::kIntervention) continue;
    any_asked = true;
    const std::string id = vocabulary_id(asked);
    const auto related = [&](const std::string& of) {
      return evidence.vocabulary->is_a(id, of) || evidence.vocabulary->is_a(of, id);
    };
    if (std::any_of(warning.of.begin(), warning.of.end(), related)) return true;
  }
  const Intent intent = evidence.question.intent;
  return !any_asked && (is_treatment_question(evidence.question) || intent == Intent::kContraindication ||
                        intent == Intent::kDose || intent == Intent::kPrevention);
}

}  // namespace

void withhold_for_people(const Evidence& evidence, std::vector<InterventionEvidence>& interventions) {
  std::set<std::string> against;
  const std::string& people = evidence.question.population;
  const bool young = people == "children" || people == "infants";
  for (const Warning& warning : all_warnings(evidence)) {
    if (!young || !of_some_only(lower_ascii(evidence.sentence_of(*warning.finding))))
      against.insert(warning.of.begin(), warning.of.end());
  }
  std::erase_if(interventions, [&](const InterventionEvidence& group) {
    return std::any_of(against.begin(), against.end(),
                       [&](const std::string& id) { return evidence.vocabulary->is_a(group.id, id); });
  });
}

std::vector<Statement> warnings_for_people(const Evidence& evidence) {
  constexpr size_t kWarnings = 3;
  constexpr size_t kPlainBytesMax = 240;
  std::vector<Statement> statements;
  std::set<std::string> told;
  for (const Warning& warning : all_warnings(evidence)) {
    if (statements.size() == kWarnings) break;
    const Finding& finding = *warning.finding;
    const AnswerSource& source = evidence.source_of(finding);
    if (!source.about_condition || source.naming < 2 || finding.condition_match == 0) continue;
    if (only_judges_benefit(lower_ascii(evidence.sentence_of(finding)))) continue;
    if (evidence.audience != Audience::kClinician) {
      const bool dose = std::any_of(finding.quantities.begin(), finding.quantities.end(),
                                    [](const Quantity& one) { return one.kind == QuantityKind::kDose; });
      if (dose || evidence.sentence_of(finding).size() > kPlainBytesMax) continue;
    }
    const bool news = std::any_of(warning.of.begin(), warning.of.end(),
                                  [&](const std::string& id) { return !told.contains(id); });
    if (!news || !is_of_asked(evidence, warning)) continue;
    told.insert(warning.of.begin(), warning.of.end());
    statements.push_back(quote_finding(evidence, finding));
  }
  return statements;
}

bool tells_what_to_give(const Evidence& evidence, const Answer& answer) {
  const std::vector<const Concept*> people = people_of(evidence.question);
  const auto names_them = [&](std::string_view words) {
    const std::string lower = lower_ascii(words);
    return std::any_of(people.begin(), people.end(), [&](const Concept* one) {
      return std::any_of(one->variants.begin(), one->variants.end(), [&](const ConceptVariant& variant) {
        return has_phrase(lower, lower_ascii(variant.words));
      });
    });
  };
  const std::string dose = finding_kind_name(FindingKind::kDose);
  for (const AnswerSection& section : answer.sections) {
    for (const Statement& statement : section.statements) {
      if (statement.kind == dose && names_them(statement.text)) return true;
    }
  }
  // A dose of what was asked that the answer left out is no reason to say that there is none.
  const std::vector<std::string> asked = asked_interventions(evidence);
  return std::any_of(evidence.sources.begin(), evidence.sources.end(), [&](const AnswerSource& source) {
    return evidence.reports_evidence(source) && is_guidance(source) &&
           std::any_of(source.findings.begin(), source.findings.end(), [&](const Finding& finding) {
             return finding.kind == FindingKind::kDose && names_them(evidence.sentence_of(finding)) &&
                    std::any_of(asked.begin(), asked.end(), [&](const std::string& id) {
                      return std::find(finding.dose_of.begin(), finding.dose_of.end(), id) !=
                             finding.dose_of.end();
                    });
           });
  });
}

std::string people_unanswered(const UnderstoodQuestion& question, Audience audience) {
  const std::vector<const Concept*> people = people_of(question);
  if (people.empty() || question.intent == Intent::kPrevalence) return {};
  // "Can I get pregnant with it": nobody is yet.
  if (matches_pattern(plain_words(question.resolved), "get|getting|become|becoming|fall|falling pregnant"))
    return {};
  const Concept& asked = *people.front();
  const bool time = asked.thesaurus_id == "attest:pregnancy" || asked.thesaurus_id == "attest:breastfeeding";
  const std::string who = (time                                    ? "during "
                           : asked.role == ConceptRole::kCondition ? "in people with "
                                                                   : "in ") +
                          asked.label;
  if (audience == Audience::kClinician)
    return "No source here states what to give " + who + "; what is said of others is left out.";
  return "No source here says what is safe and helps " + who +
         ". Please ask a doctor, midwife or pharmacist before you use or stop anything.";
}

}  // namespace attest
