#include "appraise/study_text.h"

#include <algorithm>

#include "base/ascii.h"

namespace attest {

std::string_view own_description(const Document& document) {
  constexpr size_t kDescriptionBytes = 6000;
  size_t end = 0;
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kAbstract || section.kind == SectionKind::kTitle) end = section.body.end;
  }
  if (end == 0 || end > document.text.size()) end = document.text.size();
  return std::string_view(document.text).substr(0, std::min(end, kDescriptionBytes));
}

std::string study_description(const Document& document) {
  constexpr size_t kStudyBytes = 2200;
  static constexpr std::string_view kHeadings[] = {
      "methods",  "results",   "background", "objective",    "objectives",  "design",       "setting",
      "patients", "findings",  "subjects",   "aim",          "aims",        "participants", "purpose",
      "material", "materials", "method",     "introduction", "conclusions", "conclusion"};
  const std::string_view own = own_description(document);
  const bool only_title = !document.sections.empty() &&
                          document.sections.front().kind == SectionKind::kTitle &&
                          own.size() <= document.sections.front().body.end;
  std::string text(only_title ? std::string_view(document.text).substr(0, kStudyBytes) : own);
  const std::string lower = lower_ascii(text);
  for (const std::string_view heading : kHeadings) {
    for (size_t at = lower.find(heading); at != std::string::npos; at = lower.find(heading, at + 1)) {
      const size_t end = at + heading.size();
      const bool starts = at == 0 || !is_lower(text[at - 1]);
      const bool word =
          end + 1 < text.size() && is_upper(text[end]) && (is_lower(text[end + 1]) || text[end + 1] == ' ');
      const bool glued = is_upper(text[at]) && (word || (end < text.size() && is_digit(text[end])));
      if (!starts || !glued) continue;
      size_t from = at;  // "Material/MethodsSixty"
      while (from > 0 && (is_letter(text[from - 1]) || text[from - 1] == '/')) --from;
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(from),
                text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
  }
  return text;
}

ByteSpan methods_span(const Document& document) {
  constexpr size_t kMethodsBytes = 6000;
  const std::string_view text = document.text;
  const auto first_part = [&](size_t start, size_t end) {
    return ByteSpan{static_cast<uint32_t>(start),
                    static_cast<uint32_t>(std::min(end, start + kMethodsBytes))};
  };
  const auto is_methods = [](std::string_view lower) {
    return lower.find("method") != std::string_view::npos || lower.starts_with("patients and") ||
           lower.starts_with("study design") || lower.starts_with("study population") ||
           lower.starts_with("participants");
  };
  for (size_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    if (section.kind != SectionKind::kBody) continue;
    constexpr size_t kHeadingMax = 60;
    const std::string_view heading = section.heading.of(text);
    const bool named = !heading.empty() && heading.size() < kHeadingMax && is_methods(lower_ascii(heading));
    if (section.category != "methods" && !named) continue;
    // Its parts are sections of their own, up to the next of its level.
    size_t end = section.body.end;
    for (size_t j = i + 1; j < document.sections.size() && document.sections[j].level > section.level; ++j)
      end = std::max<size_t>(end, document.sections[j].body.end);
    return first_part(section.body.start, end);
  }
  // A body without headings of its own: "….MethodsStudy designThe trial …", behind the abstract.
  constexpr size_t kAbstractBytes = 1800;
  for (size_t at = text.find("ethods", std::min(kAbstractBytes, text.size())); at != std::string_view::npos;
       at = text.find("ethods", at + 1)) {
    size_t start = at;
    while (start > 0 && (is_letter(text[start - 1]) || text[start - 1] == ' ') && at - start < 14) --start;
    const size_t end = at + std::string_view("ethods").size();
    const bool opens =
        start > 0 && std::string_view(".])?\n").find(text[start - 1]) != std::string_view::npos;
    const bool closes = end + 1 < text.size() && is_upper(text[end]) && is_lower(text[end + 1]);
    if (opens && closes) return first_part(end, text.size());
  }
  return {};
}

}  // namespace attest
