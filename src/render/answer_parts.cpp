#include "render/answer_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "render/html_plot.h"

namespace attest {

void AnswerParts::understood() {
  for (const SafetyNotice& notice : answer_.safety_notices) {
    html_.open("section", {{"class", "warnings"}, {"role", "alert"}}).line_end();
    html_.element("h2", notice.title).element("p", notice.text).line_end();
    html_.element("p", kSafetyBasis, {{"class", "soft"}}).line_end();
    html_.close().line_end();
  }
  const std::string verdict = shown_.verdict();
  if (!verdict.empty()) {
    const bool none = answer_.verdict == Answer::Verdict::kNoDirectEvidence;
    html_.open("p").element(shown_.lay() ? Literal("strong") : Literal("span"), verdict,
                            {{"class", shown_.lay() ? "plain"
                                       : none       ? "verdict none"
                                                    : "verdict"}});
    if (!shown_.lay()) html_.text(plain(answer_.scope));
    html_.close().line_end();
  }
  if (!shown_.lay())
    html_.element("p", "Understood as: " + plain(answer_.understood.summary()), {{"class", "soft"}})
        .line_end();
  if (const std::string spelling = shown_.spelling(); !spelling.empty())
    html_.element("p", capitalised_name(spelling), {{"class", "soft"}}).line_end();
  if (!shown_.lay()) {
    const std::string snapshot = shown_.snapshot().empty() ? "" : "snapshot " + shown_.snapshot();
    html_.element("p", join({shown_.depth_note(), snapshot}, " · "), {{"class", "soft"}}).line_end();
  }
}

void AnswerParts::body() {
  const Headings& headings = shown_.headings();
  if (shown_.lay())
    statements_under(headings.warnings, answer_.warnings, "warnings", "warnings");
  else
    near_misses();
  statements_under(headings.bottom_line, answer_.bottom_line, "bottom", "bottom-line");
  pathway();
  disagreements();
  checks();
  if (!shown_.lay()) statements_under(headings.warnings, answer_.warnings, "warnings", "warnings");
  size_t number = 0;
  for (const AnswerSection& section : answer_.sections)
    statements_under(plain(section.title), section.statements, "more", fmt::format("part-{}", ++number));
  if (shown_.lay()) near_misses();
  list_under(headings.gaps, answer_.gaps, "gaps");
  follow_ups();
}

void AnswerParts::closing() {
  html_.element("p", shown_.closing());
  if (shown_.lay() && !answer_.scope.empty())
    html_.element("p", "Read for this answer: " + plain(answer_.scope) + ".");
}

void AnswerParts::statement(Literal tag, const std::string& before, const Statement& statement) {
  html_.open(tag);
  if (!before.empty()) html_.element("strong", before).text(" ");
  html_.text(shown_.text_of(statement));
  marks(statement);
  html_.close().line_end();
}

void AnswerParts::marks(const Statement& statement) {
  const std::vector<CitationMark> list = shown_.marks(statement);
  if (list.empty()) return;
  html_.text(list.size() == 1 && list.front().note.empty() ? "\u00A0" : " ")
      .open("span", {{"class", "cite"}});
  if (links_ == nullptr) html_.text("[");
  bool first = true;
  for (const CitationMark& mark : list) {
    if (!first) html_.text(links_ == nullptr ? ", " : " ");
    first = false;
    if (links_ != nullptr) {
      mark_in_place(statement, mark.number);
    } else {
      html_.element("a", std::to_string(mark.number),
                    {{"href", fmt::format("#ref-{}", mark.number)},
                     {"aria-label", fmt::format("source {}", mark.number)}});
    }
    if (!mark.note.empty()) html_.text("\u00A0" + mark.note);
  }
  if (links_ == nullptr) html_.text("]");
  html_.close();
}

// A button that opens the box with the statement's own sentences of this reference. The box is a popover
// (https://html.spec.whatwg.org/multipage/popover.html): no script, and Escape closes it.
void AnswerParts::mark_in_place(const Statement& statement, uint32_t number) {
  QuoteBox box;
  box.number = number;
  std::string key = std::to_string(number);
  for (const Citation& citation : statement.citations) {
    if (citation.reference != number) continue;
    box.document = citation.document;
    box.quotes.push_back({citation.span, plain(citation.quote), citation.page});
    key += fmt::format(" {}:{}", citation.span.start, citation.span.end);
  }
  const auto [known, is_new] = box_of_.try_emplace(key, boxes_.size());
  if (is_new) {
    box.id = fmt::format("quote-{}", boxes_.size() + 1);
    boxes_.push_back(std::move(box));
  }
  html_.element("button", std::to_string(number),
                {{"type", "button"},
                 {"class", "mark"},
                 {"popovertarget", boxes_[known->second].id},
                 {"aria-label", fmt::format("Source {}: show the sentence", number)}});
}

void AnswerParts::section(const std::string& title, const char* kind, std::string id) {
  if (links_ == nullptr) {
    html_.open("section", {{"class", kind}}).line_end().element("h2", title).line_end();
    return;
  }
  html_.open("section", {{"class", kind}, {"id", id}, {"aria-labelledby", id + "-title"}})
      .line_end()
      .element("h2", title, {{"id", id + "-title"}})
      .line_end();
  contents_.emplace_back(std::move(id), title);
}

void AnswerParts::statements_under(const std::string& title, const std::vector<Statement>& statements,
                                   const char* kind, std::string id) {
  if (statements.empty()) return;
  section(title, kind, std::move(id));
  if (statements.size() == 1 || kind == std::string_view("bottom")) {
    for (const Statement& one : statements) statement("p", "", one);
  } else {
    statement_list(statements);
  }
  html_.close().line_end();
}

void AnswerParts::statement_list(const std::vector<Statement>& statements) {
  html_.open("ul").line_end();
  for (const Statement& one : statements) statement("li", "", one);
  html_.close().line_end();
}

void AnswerParts::list_under(const std::string& title, const std::vector<std::string>& items,
                             std::string id) {
  if (items.empty()) return;
  section(title, "more", std::move(id));
  html_.open("ul").line_end();
  for (const std::string& item : items) html_.element("li", plain(item)).line_end();
  html_.close().close().line_end();
}

// "Title (pmid:1)": the id leads to the source.
void AnswerParts::near_misses() {
  const std::vector<std::string>& items = answer_.near_misses;
  if (links_ == nullptr) return list_under(shown_.headings().near_misses, items, "near-misses");
  if (items.empty()) return;
  section(shown_.headings().near_misses, "more", "near-misses");
  html_.open("ul").line_end();
  for (const std::string& item : items) {
    const size_t open = item.rfind(" (");
    const bool has_id = open != std::string::npos && item.ends_with(')');
    html_.open("li");
    if (has_id) {
      const std::string id = item.substr(open + 2, item.size() - open - 3);
      html_.element("a", plain(item.substr(0, open)), {{"href", links_->source(id, {})}});
    } else {
      html_.text(plain(item));
    }
    html_.close().line_end();
  }
  html_.close().close().line_end();
}

void AnswerParts::follow_ups() {
  const std::vector<std::string>& items = answer_.follow_ups;
  if (links_ == nullptr) return list_under(shown_.headings().follow_ups, items, "next");
  if (items.empty()) return;
  section(shown_.headings().follow_ups, "next", "next");
  html_.open("ul", {{"class", "chips"}, {"role", "list"}}).line_end();
  for (const std::string& item : items) {
    html_.open("li").element("a", plain(item), {{"href", links_->follow_up(item)}}).close().line_end();
  }
  html_.close().close().line_end();
}

void AnswerParts::pathway() {
  const Headings& headings = shown_.headings();
  bool ranked = false;
  bool unranked = false;
  for (const TherapyLine* line : shown_.lines()) {
    bool& started = line->rank > 0 ? ranked : unranked;
    if (!started) {
      if (ranked || unranked) html_.close().close().line_end();
      started = true;
      section(line->rank > 0 ? headings.pathway : headings.options, "lines",
              line->rank > 0 ? "pathway" : "options");
      if (links_ != nullptr && line->rank > 0) steps();
      html_.open(line->rank > 0 ? Literal("ol") : Literal("ul"), {{"class", "pathway"}, {"role", "list"}})
          .line_end();
    }
    card(*line);
  }
  if (ranked || unranked) html_.close().close().line_end();
}

// The pathway at a glance: an ordered list whose items lead to their cards, drawn as boxes with arrows. What
// has to happen before the next step stands on the arrow.
void AnswerParts::steps() {
  const auto ranked = std::count_if(shown_.lines().begin(), shown_.lines().end(),
                                    [](const TherapyLine* line) { return line->rank > 0; });
  if (ranked < 2) return;
  html_.open("ol", {{"class", "steps"}, {"role", "list"}}).line_end();
  for (size_t i = 0; i < static_cast<size_t>(ranked); ++i) {
    const TherapyLine& line = *shown_.lines()[i];
    html_.open("li");
    if (i > 0 && shown_.lines()[i - 1]->rank == line.rank) {
      html_.element("p", "or", {{"class", "or"}});
    } else if (i > 0) {
      html_.open("svg", {{"viewBox", "0 0 24 24"}, {"aria-hidden", "true"}, {"class", "arrow"}})
          .empty("path", {{"d", "M12 2v18M5 13l7 7 7-7"}})
          .close();
      if (!shown_.lay() && !line.rank_reason.empty())
        html_.element("p", shown_.rank_reason(line), {{"class", "trigger"}});
    }
    html_.open("a", {{"href", fmt::format("#line-{}", i + 1)}, {"class", "step"}})
        .element("span", std::to_string(line.rank), {{"class", "rank"}})
        .text(" ")
        .element("span", shown_.name_of(line))
        .close();
    html_.close().line_end();
  }
  html_.close().line_end();
}

void AnswerParts::card(const TherapyLine& line) {
  if (links_ == nullptr) {
    html_.open("li", {{"class", "card"}});
  } else {
    const auto place =
        std::find(shown_.lines().begin(), shown_.lines().end(), &line) - shown_.lines().begin();
    html_.open("li", {{"class", "card"}, {"id", fmt::format("line-{}", place + 1)}});
  }
  html_.open("h3");
  if (line.rank > 0) html_.element("span", std::to_string(line.rank), {{"class", "rank"}}).text(" ");
  html_.text(shown_.name_of(line)).close().line_end();
  if (!shown_.lay() && !line.rank_reason.empty())
    html_.element("p", shown_.rank_reason(line), {{"class", "reason"}}).line_end();
  if (line.statements.size() == 1)
    statement("p", "", line.statements.front());
  else if (!line.statements.empty())
    statement_list(line.statements);
  write_plot(html_, shown_, line);
  if (!shown_.lay()) part("dose", shown_.headings().doses, line.doses);
  part("harm", shown_.headings().harms, line.harms);
  part("move", shown_.headings().move_on, line.move_on_when);
  html_.close().line_end();
}

void AnswerParts::part(const char* kind, std::string title, const std::vector<Statement>& statements) {
  if (statements.empty()) return;
  title = capitalised_name(title);
  html_.open("div", {{"class", kind}}).element("h4", title);
  if (statements.size() == 1)
    statement("p", "", statements.front());
  else
    statement_list(statements);
  html_.close().line_end();
}

void AnswerParts::disagreements() {
  if (answer_.disagreements.empty()) return;
  section(shown_.headings().disagreements, "disagreements", "disagreements");
  for (const Disagreement& disagreement : answer_.disagreements) {
    html_.element("h3", plain(disagreement.about)).line_end().open("div", {{"class", "sides"}}).line_end();
    for (const DisagreementSide& side : disagreement.sides) {
      html_.open("div", {{"class", "side"}});
      if (!side.position.empty()) html_.element("h4", plain(side.position));
      for (const Statement& one : side.statements) statement("p", "", one);
      html_.close().line_end();
    }
    html_.close().line_end();
    if (disagreement.likely_reasons.empty()) continue;
    std::vector<std::string> reasons;
    for (const std::string& reason : disagreement.likely_reasons) reasons.push_back(plain(reason));
    html_
        .element("p", std::string(shown_.headings().likely_reasons) + ": " + join(reasons, "; "),
                 {{"class", "soft"}})
        .line_end();
  }
  html_.close().line_end();
}

void AnswerParts::checks() {
  if (answer_.checks.empty()) return;
  section(shown_.headings().checks, "checks", "checks");
  html_.open("ul").line_end();
  for (const Check& check : answer_.checks) statement("li", plain(check.kind) + ":", check.statement);
  html_.close().close().line_end();
}

}  // namespace attest
