// render: an Answer as people read it. Takes an Answer, gives terminal text, Markdown or a self-contained
// HTML page; adds no fact. May include base, text, document, question, answer.
#pragma once

#include <string>

#include "answer/answer.h"

namespace attest {

struct TerminalStyle {
  unsigned width = 100;  // columns; clamped to 40..120
  bool colour = false;   // only on a terminal, and not with NO_COLOR
};

std::string render_terminal(const Answer& answer, const TerminalStyle& style);
std::string render_markdown(const Answer& answer);
// One file, no script, no request to anywhere, inline style sheet; WCAG 2.2 AA; light and dark; prints well.
std::string render_html(const Answer& answer);

}  // namespace attest
