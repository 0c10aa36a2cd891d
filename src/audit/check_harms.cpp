// Treatments that a page praises and whose harms it leaves out, although sources here tell them.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "answer/lines/lines.h"
#include "audit/work.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::audit {

bool names_side_effect(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {"bradycardia",
                                                  "tachycardia",
                                                  "fatigue",
                                                  "tiredness",
                                                  "dry mouth",
                                                  "diarrh*",
                                                  "insomnia",
                                                  "drowsi*",
                                                  "slow pulse",
                                                  "palpitation*",
                                                  "muscle pain",
                                                  "myalgia",
                                                  "myopathy",
                                                  "bruising",
                                                  "swelling",
                                                  "oedema",
                                                  "edema",
                                                  "urgency",
                                                  "soreness",
                                                  "scarring",
                                                  "addiction",
                                                  "dependence",
                                                  "withdrawal symptoms",
                                                  "kidney damage",
                                                  "liver damage",
                                                  "liver injury",
                                                  "rhabdomyolysis",
                                                  "anaphyla*",
                                                  "allergic reaction*",
                                                  "cramps",
                                                  "flatulence",
                                                  "hot flushes",
                                                  "hot flashes",
                                                  "erectile dysfunction",
                                                  "paraesthesia",
                                                  "paresthesia",
                                                  "kidney stones",
                                                  "risk of",
                                                  "risks",
                                                  "unwanted",
                                                  "undesirable",
                                                  "danger*",
                                                  "perforation",
                                                  "abscess",
                                                  "side effects"};
  return has_any_phrase(lower, kPhrases);
}

namespace {

bool is_rate(const StatedFigure& figure) {
  return figure.kind == QuantityKind::kPercentage || figure.kind == QuantityKind::kProportion;
}

// What tells of a harm and not of its absence, of being rid of it, or of a good result counted by the same
// words ("cured in 71%", "with fewer side effects", "a favourable safety profile").
bool tells_no_harm(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "fewer",         "less",           "lower",          "reduce*",
      "reduction*",    "decrease*",      "favourable",     "favorable",
      "cured",         "cure",           "safe",           "safely",
      "safer",         "well tolerated", "well-tolerated", "tolerability",
      "acceptable",    "prevent*",       "protect*",       "no increase",
      "not increase*", "no difference",  "no significant", "not significant*",
      "similar",       "comparable",     "not associated", "without",
      "may need",      "need to be",     "alleviat*",      "reliev*",
      "relief",        "improve*",       "eradicat*",      "burden",
      "no evidence",   "not differ*",    "none of",        "neither",
      "uncertain*",    "whether",        "aim*",           "objective*",
      "compare the",   "suitable",       "to assess",      "to evaluate",
      "to determine",  "we assessed",    "we examined",    "investigate*"};
  return cues::no_harm(lower) || has_any_phrase(lower, kPhrases);
}

// What was seen in those who had it, by name: "nausea occurred", "side effects were reported in 12 %".
bool names_harm_by_name(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "adverse*",           "side effect*", "side-effect*",  "nausea",   "vomiting",  "bleed*",
      "haemorrhag*",        "hemorrhag*",   "dizziness",     "rash",     "headache*", "constipation",
      "hypoglyc*",          "hypotension",  "complication*", "toxicity", "toxic",     "weight gain",
      "sexual dysfunction", "fracture*",    "overdose*",     "harm",     "harms",     "injury",
      "injuries",           "incontinence"};
  return names_side_effect(lower) || has_any_phrase(lower, kPhrases);
}

// The sentence tells a harm of this treatment: it names both, and the harm is not the disease that is
// treated, nor another treatment's.
bool is_harm_of(const Work& work, const Finding& harm, const InterventionEvidence& known) {
  const AnswerSource& source = work.evidence.source_of(harm);
  const std::string_view words = work.evidence.sentence_of(harm);
  const std::string lower = lower_ascii(words);
  if (!work.evidence.usable(source) || harm.negated || !source.about_condition) return false;
  if (tells_no_harm(lower) || !names_harm_by_name(lower)) return false;
  bool names_it = false;
  bool names_another = false;
  // By its own words: what the title names the sentence may not mean.
  for (const std::string& id : work.lexicon->named(words, ConceptRole::kIntervention))
    (work.lexicon->same_or_kind_of(id, known.id) ? names_it : names_another) = true;
  // Of two treatments in one sentence it is not known whose harm it is.
  return names_it && !names_another;
}

// "After surgery", "patients undergoing dialysis", "the rate of caesarean section": where or what it was
// studied for, or held against, and not what is praised.
bool is_setting_or_outcome(std::string_view text, ByteSpan span) {
  constexpr size_t kWordsRead = 4;
  size_t start = span.start;
  for (size_t words = 0; words < kWordsRead && start > 0; ++words) {
    while (start > 0 && text[start - 1] == ' ') --start;
    while (start > 0 && text[start - 1] != ' ' && text[start - 1] != ',' && text[start - 1] != '.') --start;
  }
  static constexpr std::string_view kWords[] = {
      "after",        "during",  "before",   "undergoing",    "having",      "following", "rate of",
      "rates of",     "risk of", "need for", "number of",     "had",         "requiring", "needing",
      "frequency of", "than",    "versus",   "compared with", "compared to", "against"};
  return has_any_phrase(lower_ascii(text.substr(start, span.start - start)), kWords);
}

bool names_as_treatment(const Work& work, const PageClaim& claim, const std::string& id) {
  bool named = false;
  for (const std::string* text : {&claim.sentence.text, &claim.about}) {
    for (const Mention& mention : work.lexicon->mentions(*text, ConceptRole::kIntervention)) {
      if (!work.lexicon->same_or_kind_of(id, mention.id)) continue;
      named = true;
      if (!is_setting_or_outcome(*text, mention.span)) return true;
    }
    if (named) return false;
  }
  return !named;
}

bool praises(const PageClaim& claim) {
  const std::string lower = lower_ascii(claim.sentence.text);
  const Direction way = claim.finding.direction;
  if (way == Direction::kNoDifference || way == Direction::kAgainst) return false;
  return cues::recommends(lower) || claim.finding.line_of_therapy > 0 ||
         claim.finding.direction == Direction::kFavours ||
         (std::any_of(claim.figures.begin(), claim.figures.end(), is_rate) && !claim.finding.about_harm) ||
         std::any_of(claim.figures.begin(), claim.figures.end(),
                     [](const StatedFigure& figure) { return figure.kind == QuantityKind::kDose; });
}

}  // namespace

void check_harms(Work& work) {
  std::map<std::string, std::vector<const PageClaim*>> praised;
  for (const PageClaim& claim : work.claims) {
    if (!praises(claim)) continue;
    for (const std::string& id : claim.interventions) {
      if (names_as_treatment(work, claim, id)) praised[id].push_back(&claim);
    }
  }
  // A sentence about harm covers the treatments that it or its heading names; one that names none covers all.
  std::set<std::string> covered;
  bool all_covered = false;
  for (const PageSentence& sentence : work.sentences) {
    const std::string lower = lower_ascii(sentence.text + " " + sentence.lead);
    if ((!cues::about_harm(lower) && !names_side_effect(lower)) || is_about_the_page(lower)) continue;
    std::vector<std::string> ids = work.lexicon->named(
        sentence.text + " " + sentence.lead + " " + sentence.heading, ConceptRole::kIntervention);
    if (ids.empty()) all_covered = true;
    for (std::string& id : ids) covered.insert(std::move(id));
  }
  if (all_covered) return;
  for (const InterventionEvidence& known : gather_interventions(work.evidence)) {
    const auto page_claims = praised.find(known.id);
    if (page_claims == praised.end()) continue;
    if (std::any_of(covered.begin(), covered.end(),
                    [&](const std::string& id) { return work.lexicon->same_or_kind_of(id, known.id); }))
      continue;
    std::vector<SourceEvidence> harms;
    for (const Finding* harm : known.harms) {
      if (!is_harm_of(work, *harm, known)) continue;
      const AnswerSource& source = work.evidence.source_of(*harm);
      constexpr size_t kHarmsShown = 3;
      if (harms.size() < kHarmsShown) harms.push_back(work.quote(source, harm->sentence));
    }
    if (harms.empty()) continue;
    Remark& remark = work.add(
        RemarkKind::kHarmsLeftOut, Severity::kSerious,
        fmt::format("The page tells the benefit of {} and none of its harms, which sources here name.",
                    known.name));
    constexpr size_t kPlacesShown = 3;
    for (const PageClaim* claim : page_claims->second) {
      if (remark.places.size() < kPlacesShown) remark.places.push_back(work.place(claim->sentence.span));
    }
    remark.evidence = std::move(harms);
    remark.confidence = 0.7;
  }
}

}  // namespace attest::audit
