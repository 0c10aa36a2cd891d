// Two answers part by part: what only one of them says stands in its column, what both say is folded away
// below, because a reader who compares looks for what differs. Colour never says it alone.
#include "server/compare_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "render/presentation.h"
#include "server/page.h"

namespace attest {
namespace {

std::string counted(size_t count, const char* what) { return fmt::format("{} {}", count, what); }

// "1. Biofeedback": the name behind the rank with a capital.
std::string title_of_part(const std::string& title) {
  const size_t rank = std::min(title.find_first_not_of("0123456789"), title.size());
  const size_t name = rank > 0 && title.compare(rank, 2, ". ") == 0 ? rank + 2 : 0;
  return title.substr(0, name) + capitalised_name(std::string_view(title).substr(name));
}

class AnswerComparison {
 public:
  AnswerComparison(HtmlWriter& html, const ComparedAnswer& first, const ComparedAnswer& second)
      : html_(html), first_(first), second_(second), changes_(changes_between(first.answer, second.answer)) {}

  void write() {
    html_.element("p", summary(), {{"class", "lead"}}).line_end();
    html_.open("div", {{"class", "two"}}).line_end();
    head(first_);
    head(second_);
    html_.close().line_end();
    for (const ChangedPart& changed : changes_.parts) part(changed);
    sources();
  }

 private:
  std::string summary() const {
    if (changes_.same_bytes) return "Both are the same, byte for byte.";
    if (nothing_differs())
      return fmt::format("Both say the same: {}.",
                         counted(changes_.both, changes_.both == 1 ? "statement" : "statements"));
    std::string text = fmt::format(
        "{} in both", counted(changes_.both, changes_.both == 1 ? "statement is" : "statements are"));
    if (changes_.reworded > 0) text += fmt::format(", {} in other words", changes_.reworded);
    return text + fmt::format(", {} only in {}, {} only in {}.", changes_.only_first, first_.name,
                              changes_.only_second, second_.name);
  }

  bool nothing_differs() const {
    return changes_.reworded == 0 && changes_.only_first == 0 && changes_.only_second == 0;
  }

  void head(const ComparedAnswer& compared) {
    const StoredAnswer& answer = compared.answer;
    html_.open("section", {{"class", "compared"}}).line_end();
    html_.element("p", capitalised_name(compared.name), {{"class", "eyebrow"}}).open("h2");
    if (compared.address.empty())
      html_.text(plain(answer.question));
    else
      html_.element("a", plain(answer.question), {{"href", compared.address}});
    html_.close().line_end();
    const bool none = answer.verdict == verdict_name(Answer::Verdict::kNoDirectEvidence);
    html_.open("p");
    if (!answer.verdict.empty())
      html_.element("span", plain(answer.verdict), {{"class", none ? "verdict none" : "verdict"}});
    html_.text(plain(answer.scope)).close().line_end();
    if (!answer.summary.empty())
      html_.element("p", "Understood as: " + plain(answer.summary), {{"class", "soft"}}).line_end();
    html_
        .element("p",
                 fmt::format("Snapshot {} · version {}", plain(answer.snapshot).substr(0, 8),
                             plain(answer.version)),
                 {{"class", "soft"}})
        .close()
        .line_end();
  }

  void part(const ChangedPart& changed) {
    html_.open("section", {{"class", "part"}}).open("h3").text(title_of_part(changed.title));
    if (!changed.title_second.empty())
      html_.text(
          fmt::format(" in {}, {} in {}", first_.name, title_of_part(changed.title_second), second_.name));
    html_.close().line_end();
    if (!changed.only_first.empty() || !changed.only_second.empty()) {
      html_.open("div", {{"class", "two"}}).line_end();
      own("Only in ", first_, changed.only_first, "differs");
      own("Only in ", second_, changed.only_second, "differs after");
      html_.close().line_end();
    }
    if (!changed.reworded.empty()) {
      html_.element("h4", "The same sentence of a source, in other words").line_end();
      for (const ChangedPart::Reworded& pair : changed.reworded) {
        html_.open("div", {{"class", "two"}}).line_end();
        own("In ", first_, {pair.first}, "differs");
        own("In ", second_, {pair.second}, "differs after");
        html_.close().line_end();
      }
    }
    if (!changed.both.empty()) {
      std::vector<Attribute> folded{{"class", "same"}};
      if (nothing_differs()) folded.push_back({"open", ""});
      html_.open("details", folded)
          .element("summary", fmt::format("In both: {}",
                                          counted(changed.both.size(),
                                                  changed.both.size() == 1 ? "statement" : "statements")));
      list(second_, changed.both, "same");
      html_.close().line_end();
    }
    html_.close().line_end();
  }

  void own(const char* where, const ComparedAnswer& compared, const std::vector<Statement>& statements,
           const char* kind) {
    html_.open("div").element("h4", where + compared.name, {{"class", "side-name"}}).line_end();
    if (statements.empty())
      html_.element("p", "Nothing.", {{"class", "soft"}});
    else
      list(compared, statements, kind);
    html_.close().line_end();
  }

  void list(const ComparedAnswer& compared, const std::vector<Statement>& statements, const char* kind) {
    html_.open("ul", {{"role", "list"}}).line_end();
    for (const Statement& statement : statements) {
      html_.open("li", {{"class", kind}});
      const std::string text = plain(statement.text);
      html_.text(statement.quoted ? "“" + text + "”" : text);
      for (const Citation& citation : statement.citations) {
        html_.text(" ").element(
            "a", name_of(compared.answer, citation.document),
            {{"href", source_address(citation.document, citation.span, audience())}, {"class", "mark"}});
      }
      html_.close().line_end();
    }
    html_.close().line_end();
  }

  void sources() {
    if (changes_.no_longer_cited.empty() && changes_.newly_cited.empty()) return;
    html_.open("section", {{"class", "part"}}).element("h3", "Sources").line_end();
    html_.open("div", {{"class", "two"}}).line_end();
    cited(first_, changes_.no_longer_cited);
    cited(second_, changes_.newly_cited);
    html_.close().close().line_end();
  }

  void cited(const ComparedAnswer& compared, const std::vector<std::string>& ids) {
    html_.open("div").element("h4", "Cited only in " + compared.name, {{"class", "side-name"}});
    if (ids.empty()) html_.element("p", "None.", {{"class", "soft"}});
    if (!ids.empty()) html_.open("ul").line_end();
    for (const std::string& id : ids) {
      html_.open("li")
          .element("a", name_of(compared.answer, id), {{"href", source_address(id, {}, audience())}})
          .close()
          .line_end();
    }
    if (!ids.empty()) html_.close();
    html_.close().line_end();
  }

  static std::string name_of(const StoredAnswer& answer, const std::string& document) {
    const auto known = answer.source_names.find(document);
    return plain(known == answer.source_names.end() ? document : known->second);
  }

  Audience audience() const { return parse_audience(second_.answer.audience).value_or(Audience::kClinician); }

  HtmlWriter& html_;
  const ComparedAnswer& first_;
  const ComparedAnswer& second_;
  const AnswerChanges changes_;
};

}  // namespace

void write_answer_comparison(HtmlWriter& html, const ComparedAnswer& first, const ComparedAnswer& second) {
  AnswerComparison(html, first, second).write();
}

std::string with_other_name(const std::string& question, const std::string& name, const std::string& other) {
  if (name.empty()) return question;
  const std::string folded = lower_ascii(question);
  const std::string wanted = lower_ascii(name);
  std::string result;
  size_t done = 0;
  for (size_t at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
    const size_t end = at + wanted.size();
    const bool whole =
        (at == 0 || !is_word_byte(folded[at - 1])) && (end == folded.size() || !is_word_byte(folded[end]));
    if (!whole || at < done) continue;
    result += question.substr(done, at - done) + other;
    done = end;
  }
  return result + question.substr(done);
}

}  // namespace attest
