// Several reports of one study count once. Grouped are, from the surest sign to the weakest: the same PubMed
// id or DOI; a statement of the record; a shared registration number; the same first author, size and
// overlapping years with the same interventions. The last is only "probably" the same, and the answer says
// so.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <numeric>

#include "answer/sources.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

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

bool share_intervention(const AnswerSource& a, const AnswerSource& b) {
  for (const Mention& x : a.title_interventions) {
    for (const Mention& y : b.title_interventions) {
      if (x.id == y.id) return true;
    }
  }
  return false;
}

bool look_alike(const AnswerSource& a, const AnswerSource& b) {
  if (a.appraisal.sample_size == 0 || a.appraisal.sample_size != b.appraisal.sample_size) return false;
  const auto& authors_a = a.document.record.authors;
  const auto& authors_b = b.document.record.authors;
  if (authors_a.empty() || authors_b.empty() || authors_a.front().family.empty()) return false;
  if (lower_ascii(authors_a.front().family) != lower_ascii(authors_b.front().family)) return false;
  if (std::abs(int{a.appraisal.year} - int{b.appraisal.year}) > 3) return false;
  return share_intervention(a, b);
}

bool share_registration(const AnswerSource& a, const AnswerSource& b) {
  return std::any_of(
      a.appraisal.registrations.begin(), a.appraisal.registrations.end(), [&](const std::string& number) {
        return std::find(b.appraisal.registrations.begin(), b.appraisal.registrations.end(), number) !=
               b.appraisal.registrations.end();
      });
}

bool review(const AnswerSource& source) {
  return source.appraisal.design == StudyDesign::kSystematicReview ||
         source.appraisal.design == StudyDesign::kGuideline ||
         source.appraisal.design == StudyDesign::kReview;
}

}  // namespace

void group_same_studies(Evidence& evidence) {
  std::vector<AnswerSource>& sources = evidence.sources;
  std::vector<uint32_t> parent(sources.size());
  std::iota(parent.begin(), parent.end(), 0u);
  const std::function<uint32_t(uint32_t)> root = [&](uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (uint32_t i = 0; i < sources.size(); ++i) {
    for (uint32_t j = i + 1; j < sources.size(); ++j) {
      AnswerSource& a = sources[i];
      AnswerSource& b = sources[j];
      const BibliographicRecord& x = a.document.record;
      const BibliographicRecord& y = b.document.record;
      const bool same_id = (!x.pmid.empty() && x.pmid == y.pmid) || (!x.doi.empty() && x.doi == y.doi);
      const bool stated = statement_names(x, b) || statement_names(y, a);
      const bool certain = std::string_view(x.statement("same_study_certainty")) != "probable" &&
                           std::string_view(y.statement("same_study_certainty")) != "probable";
      const bool registered = !review(a) && !review(b) && share_registration(a, b);
      const bool alike = !review(a) && !review(b) && look_alike(a, b);
      if (!same_id && !stated && !registered && !alike) continue;
      const bool sure = same_id || registered || (stated && certain);
      for (AnswerSource* source : {&a, &b}) source->same_study_stated = source->same_study_stated || sure;
      a.same_study_as.push_back(b.id);
      b.same_study_as.push_back(a.id);
      parent[std::max(root(i), root(j))] = std::min(root(i), root(j));
    }
  }
  for (uint32_t i = 0; i < sources.size(); ++i) sources[i].study = root(i);
}

}  // namespace attest
