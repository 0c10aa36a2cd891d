// What the first bytes of a file say about it, in words, when no format fits.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// "a ZIP archive", "XML with the root element <IPGReportSet>", "binary data"… for the error message.
std::string describe_content(std::string_view head);

// Name of the root element of the XML in `head`, without a namespace prefix; empty when it is not XML or the
// root lies beyond the head.
std::string_view xml_root_name(std::string_view head);

}  // namespace attest
