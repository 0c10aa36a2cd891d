#include "findings/sentences/page_furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

bool is_page_furniture(std::string_view sentence) {
  static constexpr auto kOpenings =
      std::to_array<std::string_view>({"get more",         "learn more",
                                       "read more",        "find out more",
                                       "more information", "for more information",
                                       "for more about",   "click",
                                       "visit the",        "see the section",
                                       "see also",         "go to the",
                                       "see our",          "espaol ",
                                       "español ",         "en español",
                                       "date received",    "page last",
                                       "related topics",   "to learn more",
                                       "watch this",       "download",
                                       "back to top"});
  static constexpr auto kPointers = std::to_array<std::string_view>(
      {"table below", "list below", "links below", "figure below", "chart below", "following links",
       "on this website", "on this web site", "frequency of 25/25", "human phenotype ontology"});
  std::string lower = lower_ascii(sentence);
  const size_t start = lower.find_first_not_of(" -*'\"");
  if (start == std::string::npos) return true;
  lower.erase(0, start);
  while (!lower.empty() && (lower.back() == ' ' || lower.back() == '"' || lower.back() == '\''))
    lower.pop_back();
  if (lower.ends_with('?')) return true;
  return starts_with_one_of(lower, kOpenings) || has_any_phrase(lower, kPointers);
}

}  // namespace attest
