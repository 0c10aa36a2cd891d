// What stands on a page and tells nothing: a question, a pointer to another place, a label to click.
#pragma once

#include <string_view>

namespace attest {

bool is_page_furniture(std::string_view sentence);

}  // namespace attest
