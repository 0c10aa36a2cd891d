#include "answer/audit.h"

#include <algorithm>

#include <fmt/format.h>

#include "answer/wording.h"
#include "figures/figures.h"

namespace attest {

namespace {

// A patient is not helped by a p-value, but a share, a total or a source that contradicts itself is for all.
bool is_for_patients(FigureCheckKind kind) {
  return kind == FigureCheckKind::kPercentage || kind == FigureCheckKind::kTotal ||
         kind == FigureCheckKind::kAbstract;
}

// What the source states and its own figures do not give, in the sentences that the answer read.
void figures_of_source(const Evidence& evidence, const AnswerSource& source, std::vector<Check>& checks) {
  std::set<ByteSpan> read;
  for (const Finding& finding : source.findings) read.insert(finding.sentence);
  for (const FigureCheck& figure : check_figures(source.document)) {
    if (evidence.audience != Audience::kClinician && !is_for_patients(figure.kind)) continue;
    const ByteSpan stated = figure.sentences.front();
    if (std::none_of(read.begin(), read.end(), [&](ByteSpan span) { return span.overlaps(stated); }))
      continue;
    Check check;
    check.kind = figure_check_name(figure.kind);
    check.statement.text = "The source " + figure.said;
    check.statement.computations = {{figure.rule, figure.inputs, figure.computed}};
    for (const ByteSpan sentence : figure.sentences)
      check.statement.citations.push_back(cite_span(source, sentence));
    checks.push_back(std::move(check));
  }
}

// A sentence of the document to cite for a fact about the whole record: its title.
Citation cite_title(const AnswerSource& source) {
  for (const Section& section : source.document.sections) {
    if (section.kind == SectionKind::kTitle) return cite_span(source, section.body);
  }
  return cite_span(source, {0, static_cast<uint32_t>(std::min<size_t>(source.document.text.size(), 80))});
}

std::string join_labels(const std::vector<std::string>& labels) {
  std::string all;
  for (size_t i = 0; i < labels.size(); ++i)
    all += (i == 0 ? "" : i + 1 == labels.size() ? " and " : ", ") + labels[i];
  return all;
}

// Says of which reports it is certain: of the others only that they probably belong to them.
void same_studies(const Evidence& evidence, const std::set<uint32_t>& cited, std::vector<Check>& checks) {
  std::set<uint32_t> done;
  for (const uint32_t index : cited) {
    const AnswerSource& source = evidence.sources[index];
    if (source.same_study.empty() || !done.insert(source.study).second) continue;
    const auto certain_ties = [](const AnswerSource& one) {
      return std::count_if(one.same_study.begin(), one.same_study.end(),
                           [](const StudyLink& link) { return link.certain; });
    };
    const AnswerSource* anchor = &source;
    for (const AnswerSource& other : evidence.sources) {
      if (other.study == source.study && certain_ties(other) > certain_ties(*anchor)) anchor = &other;
    }
    Check check;
    check.kind = "same study";
    std::vector<std::string> sure;
    std::vector<std::string> probable;
    for (const AnswerSource& other : evidence.sources) {
      if (other.study != source.study) continue;
      const bool certain =
          &other == anchor ||
          std::any_of(anchor->same_study.begin(), anchor->same_study.end(),
                      [&](const StudyLink& link) { return link.certain && link.document == other.id; });
      (certain ? sure : probable).push_back(source_label(other, check.statement.computations));
      check.statement.citations.push_back(cite_title(other));
    }
    if (sure.size() + probable.size() < 2) continue;  // tied to what counts by itself
    if (probable.empty()) {
      check.statement.text = fmt::format("{} report the same study: counted once.", join_labels(sure));
    } else if (sure.size() > 1) {
      check.statement.text = fmt::format("{} report the same study, {} probably too: counted once.",
                                         join_labels(sure), join_labels(probable));
    } else {
      sure.insert(sure.end(), probable.begin(), probable.end());
      check.statement.text =
          fmt::format("{} probably report the same study: counted once.", join_labels(sure));
    }
    checks.push_back(std::move(check));
  }
}

// Of cited reviews that hold the results of cited studies.
void included_studies(const Evidence& evidence, const std::set<uint32_t>& cited, std::vector<Check>& checks) {
  for (const uint32_t review_index : cited) {
    const AnswerSource& review = evidence.sources[review_index];
    for (const bool certain : {true, false}) {
      Check check;
      check.kind = "included study";
      std::vector<std::string> studies;
      for (const uint32_t index : cited) {
        const AnswerSource& source = evidence.sources[index];
        if (std::none_of(source.included_in.begin(), source.included_in.end(), [&](const StudyLink& link) {
              return link.document == review.id && link.certain == certain;
            }))
          continue;
        studies.push_back(source_label(source, check.statement.computations));
        check.statement.citations.push_back(cite_title(source));
      }
      if (studies.empty()) continue;
      const std::string label = source_label(review, check.statement.computations);
      check.statement.citations.push_back(cite_title(review));
      check.statement.text =
          fmt::format("{} {}{} also in the review {}: no second source beside it.", join_labels(studies),
                      studies.size() == 1 ? "is" : "are", certain ? "" : " probably", label);
      checks.push_back(std::move(check));
    }
  }
}

}  // namespace

std::vector<Check> audit_sources(const Evidence& evidence, const std::set<uint32_t>& cited) {
  std::vector<Check> checks;
  for (const uint32_t index : cited) {
    const AnswerSource& source = evidence.sources[index];
    figures_of_source(evidence, source, checks);
  }
  if (evidence.audience == Audience::kClinician) {
    same_studies(evidence, cited, checks);
    included_studies(evidence, cited, checks);
  }
  for (const AnswerSource& source : evidence.sources) {
    const PublicationStatus status = source.status.status;
    if (!source.about_condition) continue;
    if (status != PublicationStatus::kRetracted && status != PublicationStatus::kConcern &&
        status != PublicationStatus::kSuperseded)
      continue;
    Check check;
    check.kind = publication_status_name(status);
    const std::string label = source_label(source, check.statement.computations);
    if (status == PublicationStatus::kRetracted)
      check.statement.text = label + " has been retracted and supports nothing here.";
    else if (status == PublicationStatus::kConcern)
      check.statement.text = label + " carries an expression of concern.";
    else
      check.statement.text = label + " has been replaced by a newer version.";
    check.statement.citations = {cite_title(source)};
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace attest
