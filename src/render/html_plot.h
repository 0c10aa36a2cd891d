// Proportions of one line of therapy as a table whose last column is a drawing: a dot with its interval on
// one scale from 0 to 100 %, benefits and harms in tables of their own. For patients ten circles take its
// place.
#pragma once

#include "render/html_writer.h"
#include "render/presentation.h"

namespace attest {

void write_plot(HtmlWriter& html, const Presentation& shown, const TherapyLine& line);

}  // namespace attest
