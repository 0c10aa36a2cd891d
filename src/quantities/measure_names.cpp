// The names of ratios, differences and measures of diagnostic accuracy.
#include <set>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

struct MeasureName {
  std::initializer_list<std::string_view> words;
  QuantityKind kind;
  std::string_view name;
  bool capitals = false;  // only in capitals: "OR" is a measure, "or" is not
};

constexpr auto kRatio = QuantityKind::kRatio;
constexpr auto kDifference = QuantityKind::kDifference;
constexpr auto kAccuracy = QuantityKind::kAccuracy;

// Longer phrases before their parts.
const MeasureName kMeasures[] = {
    {{"incidence", "rate", "ratio"}, kRatio, "IRR"},
    {{"incidence", "rate", "ratios"}, kRatio, "IRR"},
    {{"standardised", "mortality", "ratio"}, kRatio, "SMR"},
    {{"standardized", "mortality", "ratio"}, kRatio, "SMR"},
    {{"standardised", "incidence", "ratio"}, kRatio, "SIR"},
    {{"standardized", "incidence", "ratio"}, kRatio, "SIR"},
    {{"standardised", "incidence", "ratios"}, kRatio, "SIR"},
    {{"standardized", "incidence", "ratios"}, kRatio, "SIR"},
    {{"standardised", "mortality", "ratios"}, kRatio, "SMR"},
    {{"standardized", "mortality", "ratios"}, kRatio, "SMR"},
    {{"diagnostic", "odds", "ratio"}, kAccuracy, "DOR"},
    {{"positive", "likelihood", "ratio"}, kAccuracy, "LR+"},
    {{"negative", "likelihood", "ratio"}, kAccuracy, "LR-"},
    {{"positive", "lr"}, kAccuracy, "LR+"},
    {{"negative", "lr"}, kAccuracy, "LR-"},
    {{"odds", "ratio"}, kRatio, "OR"},
    {{"odds", "ratios"}, kRatio, "OR"},
    {{"risk", "ratio"}, kRatio, "RR"},
    {{"risk", "ratios"}, kRatio, "RR"},
    {{"relative", "risk"}, kRatio, "RR"},
    {{"relative", "risks"}, kRatio, "RR"},
    {{"hazard", "ratio"}, kRatio, "HR"},
    {{"hazard", "ratios"}, kRatio, "HR"},
    {{"hazards", "ratio"}, kRatio, "HR"},
    {{"rate", "ratio"}, kRatio, "rate ratio"},
    {{"prevalence", "ratio"}, kRatio, "prevalence ratio"},
    {{"number", "needed", "to", "treat"}, kRatio, "NNT"},
    {{"numbers", "needed", "to", "treat"}, kRatio, "NNT"},
    {{"number", "needed", "to", "harm"}, kRatio, "NNH"},
    {{"or"}, kRatio, "OR", true},
    {{"ors"}, kRatio, "OR", false},
    {{"adjor"}, kRatio, "OR", false},
    {{"aor"}, kRatio, "OR", false},
    {{"rr"}, kRatio, "RR", true},
    {{"rrs"}, kRatio, "RR", false},
    {{"arr"}, kDifference, "ARR", true},
    {{"relative", "hazard", "rates"}, kRatio, "HR"},
    {{"relative", "hazard"}, kRatio, "HR"},
    {{"relative", "hazards"}, kRatio, "HR"},
    {{"hazards", "ratios"}, kRatio, "HR"},
    {{"relative", "odds"}, kRatio, "OR"},
    {{"proportion", "ratio"}, kRatio, "prevalence ratio"},
    {{"incidence", "density", "ratio"}, kRatio, "IRR"},
    {{"hr"}, kRatio, "HR", true},
    {{"hrs"}, kRatio, "HR", true},
    {{"ahr"}, kRatio, "HR", false},
    {{"irr"}, kRatio, "IRR", true},
    {{"airr"}, kRatio, "IRR", false},
    {{"smr"}, kRatio, "SMR", true},
    {{"nnt"}, kRatio, "NNT", false},
    {{"nnts"}, kRatio, "NNT", false},
    {{"nntb"}, kRatio, "NNT", false},
    {{"nnth"}, kRatio, "NNH", false},
    {{"nnh"}, kRatio, "NNH", false},
    {{"weighted", "mean", "difference"}, kDifference, "WMD"},
    {{"standardised", "mean", "difference"}, kDifference, "SMD"},
    {{"standardized", "mean", "difference"}, kDifference, "SMD"},
    {{"absolute", "risk", "reduction"}, kDifference, "ARR"},
    {{"relative", "risk", "reduction"}, kDifference, "RRR"},
    {{"risk", "reduction"}, kDifference, "RRR"},
    {{"rrr"}, kDifference, "RRR", true},
    {{"absolute", "risk", "difference"}, kDifference, "RD"},
    {{"mean", "difference"}, kDifference, "MD"},
    {{"mean", "differences"}, kDifference, "MD"},
    {{"risk", "difference"}, kDifference, "RD"},
    {{"median", "difference"}, kDifference, "median difference"},
    {{"absolute", "difference"}, kDifference, "difference"},
    {{"difference"}, kDifference, "difference"},
    {{"md"}, kDifference, "MD", true},
    {{"wmd"}, kDifference, "WMD", true},
    {{"smd"}, kDifference, "SMD", true},
    {{"rd"}, kDifference, "RD", true},
    {{"positive", "predictive", "value"}, kAccuracy, "PPV"},
    {{"negative", "predictive", "value"}, kAccuracy, "NPV"},
    {{"area", "under", "the", "receiver", "operating", "characteristic", "curve"}, kAccuracy, "AUC"},
    {{"area", "under", "the", "receiver", "operating", "characteristics", "curve"}, kAccuracy, "AUC"},
    {{"area", "under", "the", "roc", "curve"}, kAccuracy, "AUC"},
    {{"area", "under", "the", "curve"}, kAccuracy, "AUC"},
    {{"area", "under", "curve"}, kAccuracy, "AUC"},
    {{"c", "statistic"}, kAccuracy, "AUC"},
    {{"c", "index"}, kAccuracy, "AUC"},
    {{"concordance", "index"}, kAccuracy, "AUC"},
    {{"concordance", "statistic"}, kAccuracy, "AUC"},
    {{"positive", "predictive", "values"}, kAccuracy, "PPV"},
    {{"negative", "predictive", "values"}, kAccuracy, "NPV"},
    {{"positive", "likelihood", "ratios"}, kAccuracy, "LR+"},
    {{"negative", "likelihood", "ratios"}, kAccuracy, "LR-"},
    {{"prevalence", "ratios"}, kRatio, "prevalence ratio"},
    {{"rate", "ratios"}, kRatio, "rate ratio"},
    {{"mortality", "ratio"}, kRatio, "SMR"},
    {{"subhazard", "ratio"}, kRatio, "HR"},
    {{"aors"}, kRatio, "OR"},
    {{"pr"}, kRatio, "prevalence ratio", true},
    {{"diagnostic", "accuracy"}, kAccuracy, "accuracy"},
    {{"sensitivity"}, kAccuracy, "sensitivity"},
    {{"sensitivities"}, kAccuracy, "sensitivity"},
    {{"specificity"}, kAccuracy, "specificity"},
    {{"specificities"}, kAccuracy, "specificity"},
    {{"accuracy"}, kAccuracy, "accuracy"},
    {{"ppv"}, kAccuracy, "PPV", true},
    {{"npv"}, kAccuracy, "NPV", true},
    {{"auc"}, kAccuracy, "AUC", true},
    {{"auroc"}, kAccuracy, "AUC", false},
    {{"dor"}, kAccuracy, "DOR", true}};

}  // namespace

std::optional<Measure> measure_name_at(const Reader& reader, size_t at) {
  if (reader.any_sign(at, {"+", "-"}) && reader.word(at + 1, "lr") && reader.at(at + 1).glued)  // "+LR"
    return Measure{kAccuracy, reader.sign(at, "+") ? "LR+" : "LR-", at + 2};
  if (reader.at(at).kind != LexemeKind::kWord) return std::nullopt;
  // "c-statistic", "C-index"
  if (reader.word(at, "c") && reader.sign(at + 1, "-") &&
      reader.any_word(at + 2, {"statistic", "statistics", "index", "indices"}))
    return Measure{kAccuracy, "AUC", at + 3};
  if (reader.word(at, "lr") && reader.any_sign(at + 1, {"+", "-"}) && reader.at(at + 1).glued) {
    return Measure{kAccuracy, reader.sign(at + 1, "+") ? "LR+" : "LR-", at + 2};
  }
  // Few words begin a name.
  static const std::set<std::string_view> kFirstWords = [] {
    std::set<std::string_view> words;
    for (const MeasureName& measure : kMeasures) words.insert(*measure.words.begin());
    return words;
  }();
  if (!kFirstWords.contains(reader.at(at).text)) return std::nullopt;
  for (const MeasureName& measure : kMeasures) {
    // "HRs" are no hours.
    const Lexeme& word = reader.at(at);
    const bool plural = word.text == "hrs" && word.span.of(reader.text()) == "HRs";
    if (measure.capitals && !word.capitals && !plural) continue;
    if (const size_t end = reader.words(at, measure.words)) return Measure{measure.kind, measure.name, end};
  }
  return std::nullopt;
}

}  // namespace attest::quantities
