#include "audit/not_checked.h"

#include <utility>

namespace attest::audit {

namespace {

std::string statements_of(const std::vector<PagePlace>& places) {
  return counted(places.size(), "statement", "statements");
}

void listed_works(Work& work) {
  std::vector<PagePlace> missing;
  std::vector<PagePlace> shallow;
  std::vector<PagePlace> without_details;
  size_t opened = 0;
  for (size_t i = 0; i < work.matches.size(); ++i) {
    const PagePlace place = work.place(work.list.works[i].span);
    if (work.matches[i].document.empty()) {
      missing.push_back(place);
      continue;
    }
    const AnswerSource* source = work.source_of(work.matches[i]);
    if (source == nullptr) continue;
    ++opened;
    const Depth depth = source->appraisal.depth;
    if (depth != Depth::kFullText && depth != Depth::kGuideline) shallow.push_back(place);
    const BibliographicRecord& record = source->document.record;
    if (record.authors.empty() || record.published.year == 0) without_details.push_back(place);
  }
  auto& unchecked = work.report.unchecked;
  if (!missing.empty())
    unchecked.push_back({counted(missing.size(), "listed work", "listed works") + " could not be opened",
                         "not in this collection; add them with `attest add` and audit again",
                         std::move(missing)});
  if (!shallow.empty())
    unchecked.push_back(
        {counted(shallow.size(), "listed work was", "listed works were") + " read without the full text",
         "this collection holds no more; what is not there may stand in the paper", std::move(shallow)});
  if (!without_details.empty())
    unchecked.push_back(
        {"year or first author of " + counted(without_details.size(), "listed work", "listed works"),
         "the record in this collection does not have them", std::move(without_details)});
  if (opened > 0)
    unchecked.push_back({"retractions, corrections and newer versions that this collection has no notice of",
                         "nothing is looked up elsewhere",
                         {}});
}

void bare_rows(Work& work) {
  std::vector<PagePlace> rows;
  for (size_t i = 0; i < work.page.blocks.size(); ++i) {
    const Block& block = work.page.blocks[i];
    if (block.kind == PageBlock::Kind::kTableRow && !block.aside && !work.list.contains(i) &&
        is_bare_row(work.page.of(block)))
      rows.push_back(work.place(block.span));
  }
  if (!rows.empty())
    work.report.unchecked.push_back({counted(rows.size(), "row of a table", "rows of tables"),
                                     "a cell says nothing without its heads; compare them with the source",
                                     std::move(rows)});
}

}  // namespace

void report_unchecked(Work& work, UndecidedStatements statements) {
  listed_works(work);
  bare_rows(work);
  auto& unchecked = work.report.unchecked;
  if (!statements.not_open.empty())
    unchecked.push_back({statements_of(statements.not_open) + " could not be held against what they cite",
                         "the source is not in this collection, or it cannot be known which one is meant",
                         std::move(statements.not_open)});
  if (!statements.undecided.empty())
    unchecked.push_back({statements_of(statements.undecided) + " whose cited source is here",
                         "no sentence of it plainly says the same or the opposite: compare the two",
                         std::move(statements.undecided)});
  if (!statements.nothing_cited.empty())
    unchecked.push_back({statements_of(statements.nothing_cited) + " without a source",
                         "nothing in this collection decides about them",
                         std::move(statements.nothing_cited)});
}

}  // namespace attest::audit
