// Intervention names that no thesaurus lists. Two signs are used: the stems that nonproprietary drug names
// are formed with (WHO, "The use of stems in the selection of INN",
// https://www.who.int/teams/health-product-and- policy-standards/inn/stembook) and the places in a sentence
// where only a treatment can stand.
#include <algorithm>
#include <map>
#include <set>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/names/mentions.h"
#include "text/phrases.h"

namespace attest {

namespace {

// clang-format off
constexpr std::string_view kDrugEndings[] = {
    "mab",      "nib",      "pril",     "sartan",   "olol",    "statin",  "cillin",  "mycin",   "micin",
    "conazole", "azepam",   "azolam",   "triptan",  "gliptin", "gliflozin", "glutide", "setron", "prazole",
    "dipine",   "zosin",    "parin",    "xaban",    "gatran",  "grel",    "ciclovir", "tegravir", "navir",
    "vudine",   "floxacin",
    "cycline",  "sone",     "solone",  "onide",   "caine",   "barbital", "triptyline",
    "oxetine",  "faxine",   "afil",     "dronate",  "fibrate", "glitazone", "formin", "thiazide", "semide",
    "lukast",   "terol",    "tropium",  "tidine",   "profen",  "coxib",   "fenac",   "oxicam",  "platin",
    "taxel",    "rubicin",  "bicin",    "trexate",  "citabine", "tinib",  "ciclib",  "parib",   "lisib",
    "limus",    "cept",     "kinra",    "stim",     "poetin",  "relin",   "relix",   "tocin",   "tide",
    "pressin",  "steride",  "trozole",  "oxifene",  "estrol",  "gestrel", "sterone", "terone",  "idone",
    "apine",    "peridol",  "azine",    "pidem",    "plon",    "bactam",  "penem",   "cef",     "sulfa",
    "quine",    "artemisinin", "nidazole", "bendazole", "antel", "vaptan", "ivabradine",
    "orphan", "orphine",
    "codone",   "fentanil", "tramadol", "ketamine", "curonium", "flurane", "propofol",
    "mustine", "fosfamide",
};

constexpr std::string_view kLeads[] = {
    "treatment with", "treated with", "therapy with",   "administration of",
    "efficacy of",    "effectiveness of",
    "received",       "receiving", "randomised to",  "randomized to", "assigned to",    "injection of",
    "use of",         "effect of",     "effects of",     "managed with",      "supplementation with",
    "prophylaxis with", "given",
};

constexpr std::string_view kFollowers[] = {"group", "arm", "versus", "vs", "therapy", "treatment",
"or placebo"};

// Words that may stand in those places without being a treatment.
const std::set<std::string_view>& general_words() {
  static const std::set<std::string_view> words = {
      "treatment", "therapy", "control", "placebo", "study", "intervention", "patient", "patients",
      "group", "care",
      "dose", "doses", "drug", "drugs", "either", "both", "one", "two", "three", "four", "oral", "medical",
      "active",
      "standard", "usual", "conventional", "combination", "combined", "this", "these", "those",
      "each", "other",
      "same", "different", "new", "high", "low", "daily", "weekly", "single", "randomised", "randomized",
      "experimental",
      "first", "second", "third", "line", "background", "initial", "baseline", "information",
      "written", "age", "time",
      "treatments", "therapies", "medication", "medications", "no", "data", "results", "outcome",
      "outcomes", "sex",
      "gender", "women", "men", "children", "adults", "people", "disease", "long", "term", "short",
      "an", "a", "the",
      "education", "risk", "intensive", "early", "late", "additional", "follow", "up", "trial", "case",
      "cases", "mg", "addition", "rescue", "monotherapy", "polytherapy", "maintenance", "adjunctive",
      "adjunct", "prophylaxis", "dual", "triple", "continuous", "intermittent",
      "treating", "using", "reducing", "improving", "adding", "increasing", "preventing", "controlling",
      "managing", "lowering", "giving", "providing", "combining", "changing", "switching", "starting",
      "stopping", "withdrawing", "discontinuing", "delaying", "performing", "making", "having", "taking",
      "being", "replacing", "removing", "delivering", "implementing", "introducing",
      "receive", "receives", "received", "suggestion", "suggestions", "urease", "compare",
      "compared", "comparing", "double", "blind", "blinded", "open", "label", "flexible", "fixed", "within",
      "extra", "manifestations", "symptoms", "signs", "features", "criteria", "endpoint", "endpoints",
  };
  return words;
}
// clang-format on

// "Topical", "non-surgical periodontal": what it is of is not named.
bool ends_in_attribute(std::string_view name) {
  static constexpr std::string_view kAttributes[] = {"topical",  "alone",      "duration",    "periodontal",
                                                     "systemic", "surgical",   "nonsurgical", "localized",
                                                     "invasive", "noninvasive"};
  const size_t space = name.find_last_of(' ');
  return is_one_of(space == std::string_view::npos ? name : name.substr(space + 1), kAttributes);
}

bool drug_formed(std::string_view word) {
  constexpr size_t kDrugNameBytesMin = 7;
  if (word.size() < kDrugNameBytesMin) return false;
  static const std::set<std::string_view> not_drugs = {
      "medicine",     "vaccine",      "routine",      "peptide",     "carbonate",       "someone",
      "personality",  "hydrocele",    "intercept",    "concept",     "accept",          "percept",
      "headline",     "hormone",      "cortisone",    "magazine",    "nucleotide",      "polypeptide",
      "neuropeptide", "testosterone", "progesterone", "aldosterone", "oligonucleotide", "steroidogenic"};
  if (not_drugs.contains(word)) return false;
  return ends_with_one_of(word, kDrugEndings);
}

}  // namespace

void add_discovered_interventions(Vocabulary& vocabulary, std::span<const std::string_view> texts,
                                  Stemmer& stemmer) {
  std::map<std::string, std::set<size_t>> seen;  // words → texts that have them
  constexpr size_t kNameWords = 3;
  for (size_t text = 0; text < texts.size(); ++text) {
    const std::vector<Token> tokens = tokenize(texts[text]);
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (drug_formed(tokens[i].folded)) seen[tokens[i].folded].insert(text);
    }
    const std::string lower = lower_ascii(texts[text]);
    for (const std::string_view lead : kLeads) {
      for (size_t at = find_phrase(lower, lead); at != std::string_view::npos;
           at = find_phrase(lower, lead, at + 1)) {
        const size_t from = at + lead.size();
        const auto first =
            std::find_if(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.start >= from; });
        std::string name;
        size_t words = 0;
        for (auto token = first; token != tokens.end() && words < kNameWords; ++token) {
          const size_t gap_start = token == first ? from : std::prev(token)->span.end;
          const std::string_view gap =
              std::string_view(lower).substr(gap_start, token->span.start - gap_start);
          if (gap.find_first_of(",.;:()[]") != std::string_view::npos) break;
          if (is_stop_word(token->folded) || general_words().contains(token->folded) ||
              is_digit(token->folded[0])) {
            break;
          }
          if (!name.empty()) name += ' ';
          name += token->folded;
          ++words;
        }
        constexpr size_t kNameBytesMin = 5;
        if (name.size() >= kNameBytesMin && !ends_in_attribute(name)) seen[name].insert(text);
      }
    }
    for (size_t i = 1; i < tokens.size(); ++i) {
      const bool follower = std::any_of(std::begin(kFollowers), std::end(kFollowers),
                                        [&](std::string_view f) { return tokens[i].folded == f; });
      const Token& before = tokens[i - 1];
      if (!follower || is_stop_word(before.folded) || general_words().contains(before.folded)) continue;
      if (before.folded.size() < 5 || is_digit(before.folded[0])) continue;
      // An adjective before "therapy" or "group" says no treatment; a drug-formed name or a capital in
      // mid-sentence does.
      if (drug_formed(before.folded)) seen[before.folded].insert(text);
    }
  }
  for (const auto& [name, where] : seen) {
    if (where.size() < 2) continue;
    const std::vector<Token> tokens = tokenize(name);
    if (!vocabulary.match(name, tokens, stemmer).empty()) continue;  // a thesaurus knows it or a part of it
    VocabularyEntry entry{"text:" + name, name, "", ConceptRole::kIntervention, false, {}};
    const std::string names[] = {name};
    vocabulary.add(std::move(entry), names, stemmer);
  }
}

}  // namespace attest
