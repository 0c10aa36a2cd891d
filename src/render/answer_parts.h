// The parts of an answer in HTML, for those who build a page around them: the self-contained page of
// render_html(), and the web app, which ties citations to its own pages of sources.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "render/html_writer.h"
#include "render/presentation.h"

namespace attest {

// The addresses around an answer that is part of a site.
struct AnswerLinks {
  // Of a document; with a span that is not empty, of that sentence in it.
  std::function<std::string(const std::string& document, ByteSpan sentence)> source;
  // Of a proposed follow-up.
  std::function<std::string(const std::string& question)> follow_up;
};

class AnswerParts {
 public:
  // With `links`, sections have ids, the number of a citation opens its sentence in place (popover), and
  // references lead to their documents. Without, numbers lead to the list of references.
  AnswerParts(HtmlWriter& html, const Presentation& shown, const AnswerLinks* links = nullptr)
      : html_(html), shown_(shown), answer_(shown.answer()), links_(links) {}

  // Verdict, what was understood, spelling, snapshot: what stands under the question.
  void understood();
  // Everything from the bottom line to the questions to ask next.
  void body();
  // The references and their sentences, after body().
  void sources();
  // What an answer of this audience ends with.
  void closing();

  // Id and title of each section written so far, in order; only with links.
  const std::vector<std::pair<std::string, std::string>>& contents() const { return contents_; }

 private:
  struct QuoteBox {
    std::string id;
    uint32_t number = 0;
    std::string document;
    std::vector<CitedQuote> quotes;
  };

  void statement(Literal tag, const std::string& before, const Statement& statement);
  void marks(const Statement& statement);
  void mark_in_place(const Statement& statement, uint32_t number);
  void section(const std::string& title, const char* kind, std::string id);
  void statements_under(const std::string& title, const std::vector<Statement>& statements, const char* kind,
                        std::string id);
  void statement_list(const std::vector<Statement>& statements);
  void list_under(const std::string& title, const std::vector<std::string>& items, std::string id);
  void near_misses();
  void follow_ups();
  void pathway();
  void steps();
  void card(const TherapyLine& line);
  void part(const char* kind, std::string title, const std::vector<Statement>& statements);
  void disagreements();
  void checks();
  void references();
  void reference(const Reference& reference);
  void quotes(const Reference& reference);
  void quote_boxes();
  void quote_address(const std::string& document, const CitedQuote& quote);

  HtmlWriter& html_;
  const Presentation& shown_;
  const Answer& answer_;
  const AnswerLinks* links_;
  std::vector<std::pair<std::string, std::string>> contents_;
  std::map<std::string, size_t> box_of_;  // by reference and spans, index into boxes_
  std::vector<QuoteBox> boxes_;
};

}  // namespace attest
