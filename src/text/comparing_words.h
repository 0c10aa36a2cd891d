// Words that set one thing against another.
#pragma once

#include <string_view>

namespace attest {

// Looked for as phrases: "compared" alone may only say that something was.
inline constexpr std::string_view kComparingPhrases[] = {"than", "compared with", "compared to", "versus",
                                                         "vs"};
// As single words between two arms or two figures.
inline constexpr std::string_view kComparingWords[] = {"than", "versus", "vs", "v", "compared"};

}  // namespace attest
