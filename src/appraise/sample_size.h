// Private to appraise: how many people a study had.
#pragma once

#include <string_view>

#include "appraise/appraisal.h"
#include "document/document.h"

namespace attest {

// Reads sample_size, studies, facts.randomised and facts.analysed from `text`, the first bytes of the
// document's text that describe the study. The appraisal's design is known.
void find_sample_sizes(const Document& document, std::string_view text, Appraisal& appraisal);

}  // namespace attest
