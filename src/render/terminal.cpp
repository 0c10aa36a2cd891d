// The answer for a terminal. Clinicians get one compact page in the order: what was asked, how well it is
// answered, bottom line, pathway, disagreement, checks, the rest, references. Patients and partners get short
// paragraphs, warnings first.
#include <fmt/format.h>

#include "render/presentation.h"
#include "render/render.h"
#include "render/terminal_page.h"

namespace attest {
namespace {

constexpr size_t kTitleColumnsMax = 150;
constexpr size_t kSpansShown = 4;

// The first words of `text` that fit into `columns`.
std::string cut_to(const std::string& text, size_t columns) {
  if (display_width(text) <= columns) return text;
  return wrap(text, columns - 2, columns - 2).front() + " …";
}

class Terminal {
 public:
  Terminal(const Answer& answer, const TerminalStyle& style)
      : answer_(answer), shown_(answer), page_(style) {}

  std::string render() && {
    if (shown_.lay())
      lay_page();
    else
      clinician_page();
    return std::move(page_).take();
  }

 private:
  // Clinicians.

  void clinician_page() {
    page_.paragraph({.bold = true}, plain(answer_.question));
    safety_notices();
    page_.paragraph({.hanging = 2}, "understood as: " + plain(answer_.understood.summary()));
    if (const std::string spelling = shown_.spelling(); !spelling.empty())
      page_.paragraph({.hanging = 2}, spelling);
    const std::string snapshot = shown_.snapshot().empty() ? "" : "snapshot " + shown_.snapshot();
    page_.paragraph({.hanging = 2},
                    " · " + join({plain(answer_.scope), snapshot, shown_.depth_note()}, " · "), {},
                    shown_.verdict());
    near_misses();
    statements_under(shown_.headings().bottom_line, answer_.bottom_line);
    pathway();
    disagreements();
    checks();
    statements_under(shown_.headings().warnings, answer_.warnings);
    for (const AnswerSection& section : answer_.sections)
      statements_under(plain(section.title), section.statements);
    gaps();
    references();
    follow_ups();
    page_.blank();
    page_.paragraph({}, shown_.closing());
    if (const std::string example = shown_.show_example(); !example.empty()) {
      page_.paragraph({.hanging = 2}, "Every numbered line opens at its sentence: " + example);
    }
  }

  void safety_notices() {
    for (const SafetyNotice& notice : answer_.safety_notices) {
      page_.heading(notice.title);
      page_.paragraph({.indent = 2, .hanging = 2}, notice.text);
      page_.paragraph({.indent = 2, .hanging = 2, .dim = true}, kSafetyBasis);
    }
    if (!answer_.safety_notices.empty()) page_.blank();
  }

  void statements_under(std::string_view heading, const std::vector<Statement>& statements) {
    if (statements.empty()) return;
    page_.heading(heading);
    for (const Statement& statement : statements) line(2, 4, "", statement);
  }

  void line(size_t indent, size_t hanging, const std::string& before, const Statement& statement) {
    page_.paragraph({.indent = indent, .hanging = hanging}, before + shown_.text_of(statement),
                    shown_.marks_text(statement));
  }

  void pathway() {
    bool first = true;
    bool unranked = false;
    for (const TherapyLine* therapy : shown_.lines()) {
      if (first && therapy->rank > 0) page_.heading(shown_.headings().pathway);
      if (therapy->rank == 0 && !unranked) {
        page_.heading(shown_.headings().options);
        unranked = true;
      }
      first = false;
      therapy_line(*therapy);
    }
  }

  void therapy_line(const TherapyLine& therapy) {
    constexpr size_t kBody = 5;
    const std::string number = therapy.rank > 0 ? fmt::format("{}  ", therapy.rank) : "·  ";
    const std::string name = number + capitalised_name(therapy.intervention);
    const std::string reason = shown_.rank_reason(therapy);
    if (!reason.empty() && 2 + display_width(name) + 3 + display_width(reason) <= page_.width()) {
      page_.paragraph({.indent = 2, .hanging = kBody}, "   " + reason, {}, name);
    } else {
      page_.paragraph({.indent = 2, .hanging = kBody, .bold = true}, name);
      if (!reason.empty()) page_.paragraph({.indent = kBody, .hanging = kBody}, reason);
    }
    const Headings& headings = shown_.headings();
    for (const Statement& statement : therapy.statements) line(kBody, kBody + 2, "", statement);
    part(headings.doses, therapy.doses);
    part(headings.harms, therapy.harms);
    part(std::string("↓ ") + headings.move_on, therapy.move_on_when);
  }

  // One statement follows its label; several stand below it.
  void part(const std::string& label, const std::vector<Statement>& statements) {
    constexpr size_t kBody = 5;
    if (statements.size() == 1) line(kBody, kBody + 2, label + ": ", statements.front());
    if (statements.size() < 2) return;
    page_.paragraph({.indent = kBody, .hanging = kBody}, label + ":");
    for (const Statement& statement : statements) line(kBody + 2, kBody + 4, "", statement);
  }

  void disagreements() {
    if (answer_.disagreements.empty()) return;
    page_.heading(shown_.headings().disagreements);
    for (const Disagreement& disagreement : answer_.disagreements) {
      page_.paragraph({.indent = 2, .hanging = 4}, plain(disagreement.about));
      for (const DisagreementSide& side : disagreement.sides) {
        const std::string position = plain(side.position);
        if (!position.empty()) page_.paragraph({.indent = 4, .hanging = 6}, "", {}, position + ":");
        for (const Statement& statement : side.statements) line(position.empty() ? 4 : 6, 8, "– ", statement);
      }
      reasons(disagreement, 4);
    }
  }

  void reasons(const Disagreement& disagreement, size_t indent) {
    if (disagreement.likely_reasons.empty()) return;
    std::vector<std::string> list;
    for (const std::string& reason : disagreement.likely_reasons) list.push_back(plain(reason));
    page_.paragraph({.indent = indent, .hanging = indent + 2},
                    std::string(shown_.headings().likely_reasons) + ": " + join(list, "; "));
  }

  void checks() {
    if (answer_.checks.empty()) return;
    page_.heading(shown_.headings().checks);
    for (const Check& check : answer_.checks) line(2, 4, "! ", check.statement);
  }

  void near_misses() { list_under(shown_.headings().near_misses, answer_.near_misses); }
  void gaps() { list_under(shown_.headings().gaps, answer_.gaps); }

  void list_under(std::string_view heading, const std::vector<std::string>& items) {
    if (items.empty()) return;
    page_.heading(heading);
    for (const std::string& item : items) page_.paragraph({.indent = 2, .hanging = 4}, "– " + plain(item));
  }

  void references() {
    if (answer_.references.empty()) return;
    page_.heading(shown_.headings().references);
    for (const Reference& reference : answer_.references) {
      const std::string number = fmt::format("{:>3}  ", reference.number);
      const std::string title = cut_to(title_of(reference), kTitleColumnsMax);
      const std::string authors = authors_of(reference, false);
      page_.paragraph({.hanging = 5},
                      join({full_stop(authors), full_stop(title), journal_and_year(reference)}, " "), {},
                      number);
      std::vector<std::string> parts = shown_.details(reference);
      parts.push_back(plain(reference.document) + spans(reference));
      page_.paragraph({.indent = 5, .hanging = 5, .dim = true}, join(parts, " · "));
    }
  }

  std::string spans(const Reference& reference) const {
    std::string text;
    size_t shown = 0;
    for (const CitedQuote& quote : shown_.quotes(reference.number)) {
      if (shown++ == kSpansShown) return text + ", …";
      text += fmt::format("{}{}:{}", text.empty() ? " at " : ", ", quote.span.start, quote.span.end);
    }
    return text;
  }

  void follow_ups() {
    if (answer_.follow_ups.empty()) return;
    page_.heading(shown_.headings().follow_ups);
    std::vector<std::string> items;
    for (const std::string& item : answer_.follow_ups) items.push_back(plain(item));
    page_.paragraph({.indent = 2, .hanging = 2}, join(items, "  ·  "));
  }

  // Patients and partners.

  void lay_page() {
    page_.paragraph({.bold = true}, plain(answer_.question));
    safety_notices();
    if (const std::string spelling = shown_.spelling(); !spelling.empty()) page_.paragraph({}, spelling);
    if (const std::string verdict = shown_.verdict(); !verdict.empty()) {
      page_.blank();
      page_.paragraph({}, verdict);
    }
    const Headings& headings = shown_.headings();
    lay_statements(headings.warnings, answer_.warnings);
    lay_statements(headings.bottom_line, answer_.bottom_line);
    lay_lines();
    for (const AnswerSection& section : answer_.sections)
      lay_statements(plain(section.title), section.statements);
    for (const Disagreement& disagreement : answer_.disagreements) lay_disagreement(disagreement);
    if (!answer_.checks.empty()) {
      page_.heading(headings.checks);
      for (const Check& check : answer_.checks) lay_statement("", check.statement);
    }
    near_misses();
    gaps();
    list_under(headings.follow_ups, answer_.follow_ups);
    lay_references();
    page_.blank();
    if (!answer_.scope.empty()) page_.paragraph({}, "Read for this answer: " + plain(answer_.scope) + ".");
    page_.paragraph({}, shown_.closing());
    if (const std::string example = shown_.show_example(); !example.empty()) {
      page_.paragraph({.hanging = 2}, "To read the sentence behind a number: " + example);
    }
  }

  void lay_statement(const std::string& before, const Statement& statement) {
    page_.running({.indent = 2, .hanging = 2}, before + shown_.text_of(statement),
                  shown_.marks_text(statement));
  }

  void lay_statements(std::string_view heading, const std::vector<Statement>& statements) {
    if (statements.empty()) return;
    page_.heading(heading);
    bool first = true;
    for (const Statement& statement : statements) {
      if (!first) page_.blank();
      first = false;
      lay_statement("", statement);
    }
  }

  // Doses are never printed for patients and partners.
  void lay_lines() {
    if (shown_.lines().empty()) return;
    const Headings& headings = shown_.headings();
    page_.heading(shown_.has_ranked_lines() ? headings.pathway : headings.options);
    bool first = true;
    for (const TherapyLine* line : shown_.lines()) {
      if (!first) page_.blank();
      first = false;
      const std::string number = line->rank > 0 ? fmt::format("{}. ", line->rank) : "";
      page_.paragraph(
          {.indent = 2, .hanging = 2, .bold = true},
          number + capitalised_name(line->plain_name.empty() ? line->intervention : line->plain_name));
      for (const Statement& statement : line->statements) lay_statement("", statement);
      for (const Statement& statement : line->harms)
        lay_statement(headings.harms + std::string(": "), statement);
      for (const Statement& statement : line->move_on_when) {
        lay_statement(headings.move_on + std::string(": "), statement);
      }
    }
  }

  void lay_disagreement(const Disagreement& disagreement) {
    if (&disagreement == &answer_.disagreements.front())
      page_.heading(shown_.headings().disagreements);
    else
      page_.blank();
    page_.paragraph({.indent = 2, .hanging = 2}, plain(disagreement.about));
    for (const DisagreementSide& side : disagreement.sides) {
      for (const Statement& statement : side.statements) {
        page_.running({.indent = 2, .hanging = 4}, "– " + shown_.text_of(statement),
                      shown_.marks_text(statement));
      }
    }
    reasons(disagreement, 2);
  }

  void lay_references() {
    if (answer_.references.empty()) return;
    page_.heading(shown_.headings().references);
    for (const Reference& reference : answer_.references) {
      const std::string who = authors_of(reference, true);
      page_.paragraph(
          {.hanging = 5},
          join({full_stop(title_of(reference)), full_stop(who), full_stop(journal_and_year(reference))}, " "),
          {}, fmt::format("{:>3}. ", reference.number));
    }
  }

  const Answer& answer_;
  Presentation shown_;
  TerminalPage page_;
};

}  // namespace

std::string render_terminal(const Answer& answer, const TerminalStyle& style) {
  return Terminal(answer, style).render();
}

}  // namespace attest
