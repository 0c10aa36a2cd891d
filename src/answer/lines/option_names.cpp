#include "answer/lines/option_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/names/word_kind.h"
#include "text/phrases.h"

namespace attest {

namespace {

// By its word alone: "fosfomycin", "tromethamine", and not "splint" or "exercise".
bool is_substance(const std::string& name) {
  constexpr double kSure = 0.6;
  const std::string lower = lower_ascii(name);
  const WordKindEstimate kind = estimate_word_kind(lower);
  return lower.find(' ') == std::string::npos && kind.kind == WordKind::kChemical &&
         kind.probability >= kSure;
}

}  // namespace

bool may_be_given(std::string_view name) {
  const std::string lower = lower_ascii(name);
  static constexpr std::string_view kNever[] = {
      "antigens", "surface antigen", "surface antigens", "receptors", "transport proteins",
      "membrane proteins", "biomarkers", "duration of therapy", "treatment outcome", "drug resistance",
      "patient compliance", "medication adherence", "manifestations", "double blind", "double-blind",
      "single blind", "dose-response relationship", "drug interactions", "eradication", "drug combinations",
      // Where people are, and not what they are given.
      "critical care", "intensive care", "hospitalization", "hospitalisation", "length of stay"};
  // Words of every text that some list knows as the name of a thing.
  if (lower == "current" || lower == "alone" || lower == "adjusted") return false;
  // For what it is given, or of which make it is, and not what.
  static constexpr std::string_view kAims[] = {"preventive",  "preventative", "prophylactic", "curative",
                                               "supportive",  "palliative",   "biosimilars",  "generics",
                                               "concomitant", "prompt",       "ongoing"};
  if (is_one_of(lower, kAims) || lower.starts_with("original ")) return false;
  // What acts on them is given: "receptor antagonists", "antigen vaccines".
  static constexpr std::string_view kActs[] = {"antagonist*", "agonist*",  "inhibitor*", "block*",
                                               "vaccin*",     "anti*body", "antibodies", "modulator*"};
  if (has_any_phrase(lower, kActs)) return true;
  // "Oxidoreductases", "kinases": whole classes of enzymes; of those that are given one is named.
  const bool enzymes = lower.ends_with("ases") && !lower.ends_with("diseases") && !lower.ends_with("cases") &&
                       lower.find(' ') == std::string::npos;
  return !enzymes && !has_any_phrase(lower, kNever);
}

bool is_harmful_thing(std::string_view asked, std::string_view name) {
  static constexpr std::string_view kHarm[] = {" dependen", " addict",   " abuse",   " use disorder",
                                               " misuse",   " poison",   " overdos", " intoxicat",
                                               " withdraw", " toxicity", " cravings"};
  const std::string lower = lower_ascii(asked);
  const std::string thing = lower_ascii(name);
  for (size_t at = find_phrase(lower, thing); at != std::string::npos;
       at = find_phrase(lower, thing, at + 1)) {
    const std::string_view behind = std::string_view(lower).substr(at + thing.size());
    if (starts_with_one_of(behind, kHarm)) return true;
  }
  return false;
}

bool is_part_of_product(const Evidence& evidence, const Finding& finding, const Mention& mention) {
  if (mention.span.empty() || !finding.sentence.contains(mention.span)) return false;
  const std::string& text = evidence.source_of(finding).document.text;
  return std::any_of(finding.interventions.begin(), finding.interventions.end(), [&](const Mention& before) {
    const bool joined = before.id != mention.id && !before.span.empty() &&
                        before.span.end + 1 == mention.span.start && text[before.span.end] == ' ';
    // "The antihistamines loratadine and…", "laser therapy": a class and its member, words that go together.
    return joined && !before.name.ends_with('s') && before.name.find(' ') == std::string::npos &&
           !evidence.vocabulary->is_a(mention.id, before.id) &&
           !evidence.vocabulary->is_a(before.id, mention.id) && is_substance(before.name) &&
           is_substance(mention.name);
  });
}

}  // namespace attest
