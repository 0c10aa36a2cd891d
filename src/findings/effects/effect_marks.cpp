// Names are compared by stems, an abbreviation counts as what it stands for, and words that share a long
// beginning count nearly as much as equal ones ("satisfied", "satisfaction"). A word is worth more the fewer
// sentences of the abstract have it: in a trial of insulin, "insulin" says little about which sentence is
// meant.
#include "findings/effects/effect_marks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "base/ascii.h"
#include "base/one_of.h"
#include "quantities/quantities.h"
#include "text/abbreviations.h"

namespace attest {
namespace {

constexpr double kGenericWeight = 0.25;
constexpr double kBeginningWeight = 0.8;
constexpr double kSignificance = 0.05;

// Stems that nearly every name or sentence of a trial has.
const std::set<std::string, std::less<>>& generic_stems() {
  static const std::set<std::string, std::less<>> stems = {
      "group",   "patient",  "treatment", "treat",   "therapi", "week",   "day",     "month",    "year",
      "mg",      "dose",     "daili",     "receiv",  "arm",     "rate",   "level",   "score",    "mean",
      "chang",   "number",   "time",      "total",   "use",     "after",  "before",  "measur",   "valu",
      "averag",  "median",   "percentag", "proport", "studi",   "trial",  "subject", "particip", "intervent",
      "program", "follow",   "hour",      "min",     "minut",   "kg",     "ml",      "h",        "per",
      "differ",  "baselin",  "post",      "pre",     "between", "effect", "outcom",  "compar",   "control",
      "incid",   "frequenc", "durat",     "index",   "scale",   "assess", "test",    "standard", "ani",
      "other",   "both",     "all",       "non",     "overal",  "onli",   "alon",    "plus",     "combin",
      "with",    "without"};
  return stems;
}

constexpr std::array<std::string_view, 14> kControlWords = {
    "placebo",  "control",   "controls", "sham",       "usual",   "conventional", "routine",
    "standard", "untreated", "vehicle",  "comparator", "waiting", "saline",       "traditional"};
constexpr std::array<std::string_view, 12> kActiveWords = {
    "intervention", "experimental", "treated", "treatment", "active",     "study",
    "training",     "trained",      "trial",   "test",      "experiment", "therapy"};

constexpr std::array<std::string_view, 74> kBadOutcomes = {
    "pain",     "mortal",     "death",       "died",    "risk",     "adverse",     "complicat", "symptom",
    "severity", "anxi",       "depress",     "stress",  "fatigue",  "bleed",       "haemor",    "hemor",
    "infect",   "relaps",     "recur",       "fail",    "loss",     "nause",       "vomit",     "injur",
    "hypogly",  "inflam",     "swell",       "edema",   "oedema",   "tumor",       "tumour",    "cancer",
    "stroke",   "infarct",    "pressure",    "bmi",     "weight",   "cholest",     "ldl",       "glucose",
    "hba1c",    "resistance", "disabil",     "dropout", "stay",     "cost",        "error",     "burden",
    "craving",  "smok",       "drink",       "dyspn",   "itch",     "prurit",      "triglycer", "fall",
    "fractur",  "transfus",   "side effect", "toxic",   "need for", "consumption", "time to",   "duration",
    "insomnia", "cough",      "delirium",    "lesion",  "headache", "migraine",    "seizure",   "exacerb",
    "distress", "rejection"};
constexpr std::array<std::string_view, 32> kGoodOutcomes = {
    "quality of life", "function",  "strength",  "surviv",          "satisf",    "adheren",
    "complian",        "knowledge", "remission", "response",        "success",   "healing",
    "perform",         "cure",      "hdl",       "range of motion", "efficacy",  "well-being",
    "wellbeing",       "quality",   "pregnan",   "attend",          "recover",   "improve",
    "abilit",          "capacity",  "tolerance", "accept",          "awareness", "relief",
    "control of",      "skill"};

// How well a stem of a sentence stands for a stem of a name.
double likeness(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  constexpr size_t kBeginning = 5;
  if (a.size() < kBeginning || b.size() < kBeginning) return 0;
  const auto [end_a, end_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto common = static_cast<size_t>(end_a - a.begin());
  return common >= kBeginning && common * 10 >= std::max(a.size(), b.size()) * 6 ? kBeginningWeight : 0;
}

// "R>" a ratio whose interval lies above 1, "D=" a difference whose interval holds 0, "P+" a p-value below
// 0.05, "#" a number that shows nothing by itself.
std::string_view symbol_of(const Quantity& quantity) {
  const bool interval = !std::isnan(quantity.low) && !std::isnan(quantity.high);
  switch (quantity.kind) {
    case QuantityKind::kPValue: {
      const bool greater =
          quantity.relation == Relation::kGreater || quantity.relation == Relation::kGreaterOrEqual;
      if (greater) return quantity.value >= kSignificance ? "P-" : "#";
      if (quantity.relation == Relation::kEqual) return quantity.value < kSignificance ? "P+" : "P-";
      return quantity.value <= kSignificance ? "P+" : "P-";
    }
    case QuantityKind::kRatio:
      if (!interval) return quantity.value > 1 ? "r>" : "r<";
      return quantity.low > 1 ? "R>" : quantity.high < 1 ? "R<" : "R=";
    case QuantityKind::kDifference:
      if (!interval) return quantity.value > 0 ? "d>" : "d<";
      return quantity.low > 0 ? "D>" : quantity.high < 0 ? "D<" : "D=";
    default: return "#";
  }
}

bool is_comparable(const Quantity& quantity) {
  switch (quantity.kind) {
    case QuantityKind::kProportion:
    case QuantityKind::kPercentage:
    case QuantityKind::kMean:
    case QuantityKind::kMedian:
    case QuantityKind::kDuration:
    case QuantityKind::kDose:
    case QuantityKind::kCount:
    case QuantityKind::kNumber: return true;
    default: return false;
  }
}

double comparable_value(const Quantity& quantity) {
  if (quantity.kind == QuantityKind::kProportion && std::isnan(quantity.value)) {
    return quantity.denominator > 0 ? 100 * quantity.numerator / quantity.denominator : 0;
  }
  return quantity.value;
}

}  // namespace

std::string_view outcome_polarity(std::string_view outcome) {
  std::string lower(outcome);
  for (char& byte : lower) byte = static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  const auto found = [&lower](std::string_view word) { return lower.find(word) != std::string::npos; };
  if (std::any_of(kGoodOutcomes.begin(), kGoodOutcomes.end(), found)) return "good";
  return std::any_of(kBadOutcomes.begin(), kBadOutcomes.end(), found) ? "bad" : "plain";
}

EffectMarker::EffectMarker(const EffectQuestion& question, std::span<const EffectSentence> sentences) {
  std::string whole;
  for (const EffectSentence& sentence : sentences) {
    whole.append(sentence.text).append("\n");
    std::set<std::string> seen;
    for (const std::string& stem : stems(sentence.text)) {
      if (seen.insert(stem).second) ++sentences_with_[stem];
    }
    ++sentences_;
  }
  for (const std::string* name : {&question.intervention, &question.comparator, &question.outcome}) {
    whole.append(*name).append("\n");
  }
  for (const Abbreviation& abbreviation : find_abbreviations(whole)) {
    const auto text = [&whole](const ByteSpan& span) {
      return std::string_view(whole).substr(span.start, span.end - span.start);
    };
    ShortForm form{stems(text(abbreviation.short_form)), stems(text(abbreviation.long_form))};
    if (!form.short_stems.empty() && !form.long_stems.empty()) short_forms_.push_back(std::move(form));
  }

  outcome_ = weighted(name_stems(question.outcome));
  const auto intervention = name_stems(question.intervention);
  const auto comparator = name_stems(question.comparator);
  std::set<std::string> only_intervention;
  std::set<std::string> only_comparator;
  std::set<std::string> shared;
  for (const std::string& stem : intervention) {
    (comparator.contains(stem) ? shared : only_intervention).insert(stem);
  }
  for (const std::string& stem : comparator) {
    if (!intervention.contains(stem)) only_comparator.insert(stem);
  }
  intervention_ = weighted(only_intervention);
  comparator_ = weighted(only_comparator);
  shared_ = weighted(shared);

  const auto is_control = [this](std::string_view name) {
    const auto words = words_of(name);
    return words.empty() || std::any_of(words.begin(), words.end(), [](const Word& word) {
             return is_one_of(word.folded, kControlWords);
           });
  };
  control_is_comparator_ = is_control(question.comparator);
  control_is_intervention_ = !question.intervention.empty() && is_control(question.intervention);
  if (control_is_comparator_ && control_is_intervention_) {
    control_is_comparator_ = control_is_intervention_ = false;
  }
  polarity_ = attest::outcome_polarity(question.outcome);
}

// "group A", "arm 2": the letter is a name, not an article or a number.
std::vector<EffectMarker::Word> EffectMarker::words_of(std::string_view text) {
  std::vector<Word> words;
  bool after_group = false;
  for (Token& token : tokenize(text)) {
    Word word{std::move(token.folded), {}, token.span};
    // "AM" is an abbreviation, "am" is not.
    const auto written = text.substr(token.span.start, token.span.end - token.span.start);
    const bool capitals = written.size() > 1 && std::all_of(written.begin(), written.end(), is_upper);
    if (after_group && (word.folded.size() == 1 || word.folded == "ii" || word.folded == "iii")) {
      word.stem = "group " + word.folded;
    } else if (capitals || !is_stop_word(word.folded)) {
      word.stem = std::string(stemmer_.stem(word.folded));
    }
    after_group = word.folded == "group" || word.folded == "groups" || word.folded == "arm" ||
                  (after_group && word.folded == "and");
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> EffectMarker::stems(std::string_view text) {
  std::vector<std::string> stems;
  for (Word& word : words_of(text)) {
    if (!word.stem.empty()) stems.push_back(std::move(word.stem));
  }
  return stems;
}

// With abbreviations written out.
std::set<std::string> EffectMarker::name_stems(std::string_view name) {
  const auto list = stems(name);
  std::set<std::string> found(list.begin(), list.end());
  for (const ShortForm& form : short_forms_) {
    const auto has = [&found](const std::string& stem) { return found.contains(stem); };
    if (!std::all_of(form.short_stems.begin(), form.short_stems.end(), has)) continue;
    for (const std::string& stem : form.short_stems) found.erase(stem);
    found.insert(form.long_stems.begin(), form.long_stems.end());
  }
  return found;
}

EffectMarker::Weights EffectMarker::weighted(const std::set<std::string>& stems) const {
  Weights weights;
  for (const std::string& stem : stems) {
    const auto found = sentences_with_.find(stem);
    const double with = found == sentences_with_.end() ? 0.5 : static_cast<double>(found->second);
    const double rarity = std::log(1.0 + static_cast<double>(sentences_ + 1) / with);
    weights[stem] = rarity * (generic_stems().contains(stem) ? kGenericWeight : 1.0);
  }
  return weights;
}

const EffectMarker::ShortForm* EffectMarker::short_form_at(const std::vector<Word>& words, size_t at,
                                                           size_t& length) const {
  for (const ShortForm& form : short_forms_) {
    if (at + form.short_stems.size() > words.size()) continue;
    bool same = true;
    for (size_t i = 0; i < form.short_stems.size() && same; ++i) {
      same = words[at + i].stem == form.short_stems[i];
    }
    if (!same) continue;
    length = form.short_stems.size();
    return &form;
  }
  return nullptr;
}

// What most of the stems (one word's, or an abbreviation's) belong to. A generic word marks nothing: "group"
// is in every name.
EffectMark EffectMarker::mark_of(std::span<const std::string> stems, bool exact) const {
  const auto share = [stems, exact](const Weights& names) {
    double found = 0;
    for (const std::string& stem : stems) {
      if (generic_stems().contains(stem)) continue;
      double best = names.contains(stem) ? 1 : 0;
      if (best == 0 && !exact) {
        for (const auto& [name, weight] : names) best = std::max(best, likeness(stem, name));
      }
      found += best;
    }
    return found / static_cast<double>(stems.size());
  };
  constexpr double kEnough = 0.55;
  const double outcome = share(outcome_);
  const double intervention = share(intervention_);
  const double comparator = share(comparator_);
  if (outcome >= kEnough && outcome >= intervention && outcome >= comparator) return EffectMark::kOutcome;
  if (intervention >= kEnough && intervention > comparator) return EffectMark::kIntervention;
  if (comparator >= kEnough && comparator > intervention) return EffectMark::kComparator;
  return share(shared_) >= kEnough ? EffectMark::kArms : EffectMark::kWord;
}

// "the control group", "intervention group": names that every trial uses.
EffectMark EffectMarker::mark_of_group(const std::vector<Word>& words, size_t at) const {
  if (!control_is_comparator_ && !control_is_intervention_) return EffectMark::kWord;
  const std::string& word = words[at].folded;
  if (is_one_of(word, kControlWords)) {
    return control_is_comparator_ ? EffectMark::kComparator : EffectMark::kIntervention;
  }
  const bool before_group =
      at + 1 < words.size() && (words[at + 1].folded == "group" || words[at + 1].folded == "arm");
  if (before_group && is_one_of(word, kActiveWords)) {
    return control_is_comparator_ ? EffectMark::kIntervention : EffectMark::kComparator;
  }
  return EffectMark::kWord;
}

MarkedSentence EffectMarker::mark(std::string_view sentence) {
  const auto words = words_of(sentence);
  MarkedSentence marked;
  std::set<std::string> present;
  const auto quantities = find_quantities(sentence);
  size_t next_quantity = 0;
  uint32_t clause = 0;
  uint32_t end_before = 0;
  std::map<uint32_t, double> outcome_in_clause;
  for (size_t i = 0; i < words.size();) {
    const Word& word = words[i];
    const std::string_view gap = sentence.substr(end_before, word.span.start - end_before);
    end_before = word.span.end;
    const bool comma = gap.find(',') != std::string_view::npos;
    if (gap.find(';') != std::string_view::npos || gap.find(". ") != std::string_view::npos ||
        gap.find('\n') != std::string_view::npos || effect_cue(word.folded) == "BUT" ||
        (comma && (word.folded == "with" || word.folded == "which"))) {
      ++clause;
    }
    EffectToken token;
    token.word = word.folded;
    token.clause = clause;
    while (next_quantity < quantities.size() && quantities[next_quantity].span.end <= word.span.start) {
      ++next_quantity;
    }
    if (next_quantity < quantities.size() && quantities[next_quantity].span.start <= word.span.start) {
      const Quantity& quantity = quantities[next_quantity];
      token.mark = EffectMark::kQuantity;
      token.symbol = symbol_of(quantity);
      token.comparable = is_comparable(quantity);
      token.value = comparable_value(quantity);
      while (i < words.size() && words[i].span.start < quantity.span.end) {
        if (!words[i].stem.empty()) present.insert(words[i].stem);
        end_before = words[i].span.end;
        ++i;
      }
      marked.tokens.push_back(std::move(token));
      continue;
    }
    size_t length = 1;
    const ShortForm* form = word.stem.empty() ? nullptr : short_form_at(words, i, length);
    if (form != nullptr) {
      present.insert(form->long_stems.begin(), form->long_stems.end());
      token.mark = mark_of(form->long_stems, false);
      if (token.mark == EffectMark::kWord) token.mark = mark_of(form->short_stems, false);
    } else if (!word.stem.empty()) {
      // "reduced" is no name, though the outcome be "weight reduction".
      token.mark = mark_of(std::span(&word.stem, 1), !effect_cue(word.folded).empty());
    }
    for (size_t k = 0; k < length; ++k) {
      if (!words[i + k].stem.empty()) present.insert(words[i + k].stem);
      end_before = words[i + k].span.end;
    }
    if (token.mark == EffectMark::kWord || token.mark == EffectMark::kArms) {
      const EffectMark group = mark_of_group(words, i);
      if (group != EffectMark::kWord) token.mark = group;
    }
    if (token.mark == EffectMark::kWord || token.mark == EffectMark::kOutcome) {
      token.symbol = effect_cue(word.folded);
    }
    if (token.mark == EffectMark::kOutcome) outcome_in_clause[clause] += 1;
    marked.tokens.push_back(std::move(token));
    i += length;
  }

  double most = 0;
  for (const auto& [number, count] : outcome_in_clause) {
    if (count > most) {
      most = count;
      marked.focus = number;
    }
  }
  const auto share = [&present](std::initializer_list<const Weights*> lists) {
    double all = 0;
    double found = 0;
    for (const Weights* names : lists) {
      for (const auto& [name, weight] : *names) {
        all += weight;
        double best = present.contains(name) ? 1 : 0;
        if (best == 0) {
          for (const std::string& stem : present) best = std::max(best, likeness(stem, name));
        }
        found += weight * best;
      }
    }
    return all > 0 ? found / all : 0;
  };
  marked.outcome = share({&outcome_});
  marked.intervention = share({&intervention_});
  marked.comparator = share({&comparator_});
  marked.arms = share({&intervention_, &comparator_, &shared_});
  return marked;
}

}  // namespace attest
