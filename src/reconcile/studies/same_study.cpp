// Several reports of one study count once. Tied for certain are those with the same PubMed id or DOI, by a
// statement of the record, or by a registration number that each gives as its own; probably those that look
// alike (reconcile/studies/study_likeness.h). Certain ties join first; a probable one joins two groups only
// where no report of one is registered otherwise than one of the other. A review, or a paper that analyses
// several studies, is no report of any of them: it includes them (reconcile/studies/included_studies.cpp).
#include "reconcile/studies/same_study.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>

#include "appraise/registrations.h"
#include "evidence/sources.h"
#include "reconcile/studies/study_likeness.h"
#include "reconcile/studies/study_sets.h"
#include "text/tokens.h"

namespace attest {

bool is_on_studies(const AnswerSource& source) {
  const StudyDesign design = source.appraisal.design;
  return design == StudyDesign::kSystematicReview || design == StudyDesign::kReview ||
         design == StudyDesign::kGuideline || design == StudyDesign::kConsensus ||
         design == StudyDesign::kPatientPage || source.appraisal.meta_analysis ||
         source.appraisal.pools_studies;
}

bool is_of_several_trials(const AnswerSource& source) {
  std::vector<std::string_view> registries;
  for (const std::string& number : source.appraisal.registrations) registries.push_back(registry_of(number));
  std::sort(registries.begin(), registries.end());
  return std::adjacent_find(registries.begin(), registries.end()) != registries.end();
}

std::string shared_number(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto shared = std::find_first_of(a.begin(), a.end(), b.begin(), b.end());
  return shared == a.end() ? std::string() : *shared;
}

namespace {

bool statement_names(const BibliographicRecord& record, const AnswerSource& other) {
  for (const Identifier& statement : record.statements) {
    if (statement.scheme != "same_study_as") continue;
    const std::string list = "," + statement.value + ",";
    for (const std::string& name : {other.id, std::string(other.document.record.statement("evidence_id")),
                                    other.document.record.pmid}) {
      if (name.empty()) continue;
      if (list.find("," + name + ",") != std::string::npos ||
          list.find(", " + name + ",") != std::string::npos)
        return true;
    }
  }
  return false;
}

// A tie between two sources, by their numbers.
struct Tie {
  uint32_t a = 0;
  uint32_t b = 0;
  bool certain = false;
  std::string basis;
};

const std::string kByNumber = "registration number ";

std::string registered_as_one(const AnswerSource& a, const AnswerSource& b) {
  if (is_on_studies(a) != is_on_studies(b)) return {};
  const std::vector<std::string>& x = a.appraisal.registrations;
  const std::vector<std::string>& y = b.appraisal.registrations;
  const std::string shared = shared_number(x, y);
  if (shared.empty() || (x != y && (is_of_several_trials(a) || is_of_several_trials(b)))) return {};
  return kByNumber + shared;
}

// One study may be in several registries: only other numbers of one registry tell two studies apart.
bool registered_otherwise(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return shared_number(a, b).empty() && std::any_of(a.begin(), a.end(), [&](const std::string& one) {
           return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
             return registry_of(one) == registry_of(other);
           });
         });
}

// Several trials may be run under one number. They count other people, and give other things.
bool are_parts(const AnswerSource& a, const AnswerSource& b) {
  const auto planned = [](const AnswerSource& source) {
    return source.appraisal.design == StudyDesign::kProtocol ||
           source.appraisal.design == StudyDesign::kRegistration;
  };
  const uint32_t fewer = std::min(a.appraisal.facts.randomised.value, b.appraisal.facts.randomised.value);
  const uint32_t more = std::max(a.appraisal.facts.randomised.value, b.appraisal.facts.randomised.value);
  constexpr uint32_t kFewerPercent = 90;  // nearer numbers are those of one trial, counted at two times
  if (planned(a) || planned(b) || fewer == 0 || uint64_t{fewer} * 100 > uint64_t{more} * kFewerPercent)
    return false;
  const auto given = [](const AnswerSource& source) {
    std::set<std::string> ids;
    for (const Mention& mention : source.title_interventions) {
      if (!mention.is_control) ids.insert(mention.id);
    }
    return ids;
  };
  const std::set<std::string> x = given(a);
  const std::set<std::string> y = given(b);
  return !x.empty() && !y.empty() && x != y;
}

// One review is often in a collection twice, from two lists.
std::string same_review(const AnswerSource& a, const AnswerSource& b) {
  constexpr size_t kWordsMin = 4;
  const auto words = [](const AnswerSource& source) {
    std::vector<std::string> found;
    for (const Token& token : tokenize(source.document.record.title)) found.push_back(token.folded);
    return found;
  };
  const std::vector<std::string> title = words(a);
  const auto reviews = [](const AnswerSource& source) {
    return source.appraisal.design == StudyDesign::kSystematicReview;
  };
  if (!reviews(a) || !reviews(b) || title.size() < kWordsMin || title != words(b)) return {};
  const auto differ = [](auto one, auto other) { return one != 0 && other != 0 && one != other; };
  if (differ(a.appraisal.sample_size, b.appraisal.sample_size) ||
      differ(a.appraisal.studies, b.appraisal.studies) || differ(a.appraisal.year, b.appraisal.year))
    return {};
  return "the same title";
}

class Groups {
 public:
  explicit Groups(std::vector<AnswerSource>& sources) : sources_(sources), parent_(sources.size()) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }

  void find() {
    std::vector<StudyFeatures> features;
    for (const AnswerSource& source : sources_) features.push_back(read_study_features(source));
    std::vector<Tie> probable;
    std::vector<Tie> beside;  // told, but each counts by itself
    for (uint32_t i = 0; i < sources_.size(); ++i) {
      for (uint32_t j = i + 1; j < sources_.size(); ++j) {
        const AnswerSource& a = sources_[i];
        const AnswerSource& b = sources_[j];
        if (auto [basis, certain] = stated_tie(a, b); !basis.empty()) {
          if (certain && basis.starts_with(kByNumber) && are_parts(a, b))
            beside.push_back({i, j, false, basis + ", but other people and treatments"});
          else
            (certain ? ties_ : probable).push_back({i, j, certain, std::move(basis)});
        } else if (is_on_studies(a) == is_on_studies(b) && !is_guidance(a) && !is_guidance(b) &&
                   same_result_word_by_word(a, features[i], b, features[j])) {
          probable.push_back({i, j, false, "the same result in the same words"});
        } else if (!is_on_studies(a) && !is_on_studies(b)) {
          if (std::string why = look_alike(a, features[i], b, features[j]); !why.empty())
            probable.push_back({i, j, false, std::move(why)});
        } else if (is_on_studies(a) && is_on_studies(b)) {
          if (std::string why = same_review(a, b); !why.empty())
            probable.push_back({i, j, false, std::move(why)});
        }
      }
    }
    for (const Tie& tie : ties_) join(tie);
    for (Tie& tie : probable) {
      if (registered_apart(tie)) continue;
      join(tie);
      ties_.push_back(std::move(tie));
    }
    for (uint32_t i = 0; i < sources_.size(); ++i) sources_[i].study = root(i);
    std::move(beside.begin(), beside.end(), std::back_inserter(ties_));
    for (uint32_t i = 0; i < sources_.size(); ++i) link_from(i);
  }

 private:
  static std::pair<std::string, bool> stated_tie(const AnswerSource& a, const AnswerSource& b) {
    const BibliographicRecord& x = a.document.record;
    const BibliographicRecord& y = b.document.record;
    if (!x.pmid.empty() && x.pmid == y.pmid) return {"the same PubMed record", true};
    if (!x.doi.empty() && x.doi == y.doi) return {"the same DOI", true};
    if (std::string basis = registered_as_one(a, b); !basis.empty()) return {std::move(basis), true};
    if (!statement_names(x, b) && !statement_names(y, a)) return {};
    const bool certain = x.statement("same_study_certainty") != "probable" &&
                         y.statement("same_study_certainty") != "probable";
    return {"stated by the record", certain};
  }

  uint32_t root(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  void join(const Tie& tie) {
    const uint32_t a = root(tie.a);
    const uint32_t b = root(tie.b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  bool registered_apart(const Tie& tie) {
    const uint32_t a = root(tie.a);
    const uint32_t b = root(tie.b);
    if (a == b) return false;
    for (uint32_t i = 0; i < sources_.size(); ++i) {
      const std::vector<std::string>& numbers = sources_[i].appraisal.registrations;
      if (root(i) != a || numbers.empty()) continue;
      for (uint32_t j = 0; j < sources_.size(); ++j) {
        const std::vector<std::string>& others = sources_[j].appraisal.registrations;
        if (root(j) == b && registered_otherwise(numbers, others)) return true;
      }
    }
    return false;
  }

  // To every other report of the study of `from`, by ties that are certain as far as they lead.
  void link_from(uint32_t from) {
    std::vector<const Tie*> weakest(sources_.size(), nullptr);
    std::vector<uint32_t> through(sources_.size(), from);
    std::vector<bool> reached(sources_.size(), false);
    reached[from] = true;
    for (const bool certain : {true, false}) {
      std::vector<uint32_t> front;
      for (uint32_t i = 0; i < sources_.size(); ++i) {
        if (reached[i]) front.push_back(i);
      }
      while (!front.empty()) {
        std::vector<uint32_t> next;
        for (const uint32_t at : front) {
          for (const Tie& tie : ties_) {
            if ((tie.a != at && tie.b != at) || (certain && !tie.certain)) continue;
            const uint32_t to = tie.a == at ? tie.b : tie.a;
            if (reached[to]) continue;
            reached[to] = true;
            const bool probably = weakest[at] != nullptr && !weakest[at]->certain;
            weakest[to] = probably ? weakest[at] : &tie;
            through[to] = at;
            next.push_back(to);
          }
        }
        front = std::move(next);
      }
    }
    for (uint32_t i = 0; i < sources_.size(); ++i) {
      if (i == from || weakest[i] == nullptr) continue;
      std::string basis = weakest[i]->basis;
      if (through[i] != from) basis = "through " + sources_[through[i]].id + ": " + basis;
      sources_[from].same_study.push_back({sources_[i].id, weakest[i]->certain, std::move(basis)});
    }
  }

  std::vector<AnswerSource>& sources_;
  std::vector<uint32_t> parent_;
  std::vector<Tie> ties_;  // those that joined
};

}  // namespace

void group_same_studies(Evidence& evidence) {
  for (AnswerSource& source : evidence.sources) source.same_study.clear();
  Groups(evidence.sources).find();
  find_included_studies(evidence.sources);
}

}  // namespace attest
