// The answer as Markdown (CommonMark), in the order of the terminal page; each citation number leads to its
// entry, and an appendix holds the sentences that were cited. All text of sources passes through escaped().
#include <fmt/format.h>

#include "base/ascii.h"
#include "render/presentation.h"
#include "render/render.h"

namespace attest {
namespace {

// CommonMark treats these as markup wherever they stand; what is special only at the start of a line is
// escaped there. https://spec.commonmark.org/0.31.2/#backslash-escapes
std::string escaped(std::string_view raw) {
  constexpr std::string_view kAnywhere = "\\`*_[]<>~|&$";
  const std::string text = plain(raw);
  std::string out;
  if (!text.empty() && std::string_view("#+-=").find(text.front()) != std::string_view::npos) out += '\\';
  size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool list_number = i == digits && digits > 0 && (text[i] == '.' || text[i] == ')');
    // "://" and "www." would become links by themselves in common dialects.
    const bool address = text[i] == ':' && text.compare(i, 3, "://") == 0;
    const bool www = text[i] == '.' && i >= 3 && text.compare(i - 3, 3, "www") == 0;
    if (kAnywhere.find(text[i]) != std::string_view::npos || list_number || address || www) out += '\\';
    out += text[i];
  }
  return out;
}

class Markdown {
 public:
  explicit Markdown(const Answer& answer) : answer_(answer), shown_(answer) {}

  std::string render() && {
    head();
    const Headings& headings = shown_.headings();
    if (shown_.lay())
      statements_under(headings.warnings, answer_.warnings);
    else
      list_under(headings.near_misses, answer_.near_misses);
    statements_under(headings.bottom_line, answer_.bottom_line);
    pathway();
    disagreements();
    checks();
    if (!shown_.lay()) statements_under(headings.warnings, answer_.warnings);
    for (const AnswerSection& section : answer_.sections) statements_under(section.title, section.statements);
    if (shown_.lay()) list_under(headings.near_misses, answer_.near_misses);
    list_under(headings.gaps, answer_.gaps);
    list_under(headings.follow_ups, answer_.follow_ups);
    references();
    appendix();
    out_ += "\n---\n\n" + escaped(shown_.closing()) + "\n";
    if (const std::string example = shown_.show_example(); !example.empty()) {
      out_ += "\nTo open a citation at its sentence: " + code(example) + "\n";
    }
    return std::move(out_);
  }

 private:
  // A code span: delimited by more backticks than it holds.
  static std::string code(const std::string& text) {
    const std::string fence = text.find('`') == std::string::npos ? "`" : "```";
    return fence + text + fence;
  }

  void head() {
    out_ += "# " + escaped(answer_.question) + "\n\n";
    for (const SafetyNotice& notice : answer_.safety_notices) {
      out_ += "> **" + escaped(notice.title) + ".** " + escaped(notice.text) + "\n>\n> *" +
              escaped(kSafetyBasis) + "*\n\n";
    }
    if (!shown_.lay()) out_ += "*Understood as:* " + escaped(answer_.understood.summary()) + "\n\n";
    if (const std::string spelling = shown_.spelling(); !spelling.empty()) out_ += escaped(spelling) + "\n\n";
    const std::string verdict = shown_.verdict();
    if (shown_.lay()) {
      if (!verdict.empty()) out_ += "**" + escaped(verdict) + "**\n";
      return;
    }
    const std::string snapshot = shown_.snapshot().empty() ? "" : "snapshot " + shown_.snapshot();
    out_ += "**" + escaped(verdict) + "** · " +
            escaped(join({plain(answer_.scope), snapshot, shown_.depth_note()}, " · ")) + "\n";
  }

  void heading(int level, std::string_view text) {
    if (!out_.ends_with("\n\n")) out_ += "\n";
    out_ += std::string(static_cast<size_t>(level), '#') + " " + escaped(text) + "\n\n";
  }

  std::string sentence(const Statement& statement) const {
    std::string text = escaped(shown_.text_of(statement));
    std::vector<std::string> links;
    for (const CitationMark& mark : shown_.marks(statement)) {
      const std::string note = mark.note.empty() ? "" : " " + escaped(mark.note);
      links.push_back(fmt::format("[{}{}](#ref-{})", mark.number, note, mark.number));
    }
    return links.empty() ? text : text + " \\[" + join(links, ", ") + "\\]";
  }

  void bullet(const std::string& before, const Statement& statement) {
    out_ += "- " + before + sentence(statement) + "\n";
  }

  void statements_under(std::string_view title, const std::vector<Statement>& statements) {
    if (statements.empty()) return;
    heading(2, title);
    for (const Statement& statement : statements) bullet("", statement);
  }

  void list_under(std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    heading(2, title);
    for (const std::string& item : items) out_ += "- " + escaped(item) + "\n";
  }

  void pathway() {
    bool ranked = false;
    bool unranked = false;
    const Headings& headings = shown_.headings();
    for (const TherapyLine* line : shown_.lines()) {
      if (line->rank > 0 && !ranked) heading(2, headings.pathway);
      if (line->rank == 0 && !unranked) heading(2, headings.options);
      (line->rank > 0 ? ranked : unranked) = true;
      const std::string& name =
          shown_.lay() && !line->plain_name.empty() ? line->plain_name : line->intervention;
      heading(3, line->rank > 0 ? fmt::format("{}. {}", line->rank, capitalised_name(name))
                                : capitalised_name(name));
      if (!shown_.lay() && !line->rank_reason.empty())
        out_ += "*" + escaped(shown_.rank_reason(*line)) + "*\n\n";
      for (const Statement& statement : line->statements) bullet("", statement);
      if (!shown_.lay()) {
        for (const Statement& statement : line->doses) bullet(std::string(headings.doses) + ": ", statement);
      }
      for (const Statement& statement : line->harms) bullet(std::string(headings.harms) + ": ", statement);
      for (const Statement& statement : line->move_on_when)
        bullet(std::string(headings.move_on) + ": ", statement);
    }
  }

  void disagreements() {
    if (answer_.disagreements.empty()) return;
    heading(2, shown_.headings().disagreements);
    for (const Disagreement& disagreement : answer_.disagreements) {
      heading(3, disagreement.about);
      for (const DisagreementSide& side : disagreement.sides) {
        const std::string position = side.position.empty() ? "" : "**" + escaped(side.position) + ":** ";
        for (const Statement& statement : side.statements) bullet(position, statement);
      }
      if (disagreement.likely_reasons.empty()) continue;
      std::vector<std::string> reasons;
      for (const std::string& reason : disagreement.likely_reasons) reasons.push_back(plain(reason));
      out_ += fmt::format("\n{}: {}\n", shown_.headings().likely_reasons, escaped(join(reasons, "; ")));
    }
  }

  void checks() {
    if (answer_.checks.empty()) return;
    heading(2, shown_.headings().checks);
    for (const Check& check : answer_.checks) bullet("", check.statement);
  }

  void references() {
    if (answer_.references.empty()) return;
    heading(2, shown_.headings().references);
    for (const Reference& reference : answer_.references) {
      const std::string who = authors_of(reference, shown_.lay());
      const std::string text =
          join({escaped(full_stop(who)), "*" + escaped(full_stop(title_of(reference))) + "*",
                escaped(journal_and_year(reference))},
               " ");
      out_ += fmt::format("<a id=\"ref-{0}\"></a>{0}\\. {1}  \n", reference.number, text);
      std::vector<std::string> parts;
      if (!shown_.lay()) {
        for (const std::string& part : shown_.details(reference)) parts.push_back(escaped(part));
        parts.push_back(code(plain(reference.document)));
      }
      for (const Link& link : links_of(reference))
        parts.push_back("[" + escaped(link.label) + "](<" + link.url + ">)");
      out_ += join(parts, " · ") + "\n\n";
    }
  }

  void appendix() {
    if (answer_.references.empty()) return;
    heading(2, "Sources, sentence by sentence");
    for (const Reference& reference : answer_.references) {
      for (const CitedQuote& quote : shown_.quotes(reference.number)) {
        const std::string page = quote.page == 0 ? "" : fmt::format(", page {}", quote.page);
        out_ += fmt::format("[{}](#ref-{}) bytes {}–{}{}:\n\n> {}\n\n", reference.number, reference.number,
                            quote.span.start, quote.span.end, page, escaped(quote.quote));
      }
    }
  }

  const Answer& answer_;
  Presentation shown_;
  std::string out_;
};

}  // namespace

std::string render_markdown(const Answer& answer) { return Markdown(answer).render(); }

}  // namespace attest
