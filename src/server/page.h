// The frame of every page: head, navigation, main part, footer. Markup is escaped by construction
// (render/html_writer.h); style and script are embedded (assets/), and the content security policy allows
// them and nothing else.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/byte_span.h"
#include "question/question.h"
#include "render/html_writer.h"
#include "server/site.h"

namespace attest {

struct Page {
  std::string title;
  std::string active;  // the entry of the navigation: "ask", "search", "compare", "audit", …
  Audience audience = Audience::kClinician;
  std::string feed;              // address of a feed of this page
  std::string quick_exit;        // where the quick exit leads; "" for none
  unsigned refresh_seconds = 0;  // without the script: the page is asked for again
  bool indexed = false;          // may stand in search engines

  // The whole page; `main` writes what stands between header and footer.
  std::string with(const std::function<void(HtmlWriter&)>& main) &&;
};

// The Content-Security-Policy of every response.
const std::string& content_security_policy();

// Address of the embedded script; it changes with the content.
const std::string& script_address();

// The question field with its button. `before` are the earlier questions of a thread, which stay in the
// address.
struct QuestionField {
  std::string label;
  std::string placeholder;
  std::string value;
  std::span<const std::string> before;
  Audience audience = Audience::kClinician;
  bool audience_asked = false;  // with the choice of who is asking
  bool large = false;
};
void write_question_field(HtmlWriter& html, const QuestionField& field);

// A settled address of a question: /answer?q=…&for=…
std::string answer_address(std::span<const std::string> thread, Audience audience,
                           std::string_view path = "/answer");
// /source/ID?span=START-END#sentence
std::string source_address(std::string_view document, ByteSpan span, Audience audience);

// What a host's or an error's text looks like in a page: capital at the start, full stop at the end.
std::string plain_sentence(std::string_view text);

}  // namespace attest
