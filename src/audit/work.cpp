#include "audit/work.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/utf8.h"

namespace attest::audit {

PagePlace Work::place(ByteSpan span) const { return {span, std::string(span.of(page.text)), 0}; }

const AnswerSource* Work::source_of(const WorkMatch& match) const {
  return match.source < evidence.sources.size() ? &evidence.sources[match.source] : nullptr;
}

SourceEvidence Work::quote(const AnswerSource& source, ByteSpan span) const {
  return {source.id, span, std::string(span.of(source.document.text)),
          short_label(source) + ", " + describe(source.appraisal)};
}

Remark& Work::add(RemarkKind kind, Severity severity, std::string message) {
  Remark remark;
  remark.kind = kind;
  remark.severity = severity;
  remark.message = std::move(message);
  report.remarks.push_back(std::move(remark));
  return report.remarks.back();
}

Work::Nearest Work::nearest_sentence(const std::vector<Unit>& units, const std::vector<std::string>& about,
                                     double share_min) const {
  const auto names_condition = [&](const std::vector<Unit>& held) {
    return std::any_of(about.begin(), about.end(), [&](const std::string& id) {
      return std::binary_search(held.begin(), held.end(), Unit{"=" + id, 1});
    });
  };
  Nearest nearest;
  nearest.share = share_min;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.usable(source)) continue;
    const bool titled =
        about.empty() || names_condition(lexicon->remembered_units(source.document.record.title));
    for (const Finding& finding : source.findings) {
      const std::vector<Unit>& held = lexicon->remembered_units(finding.sentence.of(source.document.text));
      const double share = Lexicon::coverage(units, held);
      if (!titled && !names_condition(held)) continue;
      if (share > nearest.share) nearest = {&source, finding.sentence, share};
    }
  }
  return nearest;
}

bool is_unsound(const AnswerSource& source) {
  return source.status.status == PublicationStatus::kRetracted ||
         source.status.status == PublicationStatus::kConcern;
}

std::string_view unsound_because(const AnswerSource& source) {
  return source.status.status == PublicationStatus::kRetracted ? "it has been retracted"
                                                               : "its journal has expressed concern about it";
}

std::string short_label(const AnswerSource& source) {
  const BibliographicRecord& record = source.document.record;
  std::string name = source.appraisal.society;
  if (name.empty() && !record.authors.empty()) {
    const Author& first = record.authors.front();
    name = first.family.empty() ? first.collective : first.family;
  }
  if (name.empty()) name = "“" + shortened(record.title, 60) + "”";
  return source.appraisal.year > 0 ? name + " " + std::to_string(source.appraisal.year) : name;
}

std::vector<std::string> names_of_sources(const Work& work, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    const auto& sources = work.evidence.sources;
    const auto source =
        std::find_if(sources.begin(), sources.end(), [&](const AnswerSource& one) { return one.id == id; });
    names.push_back(source == sources.end() ? id : short_label(*source));
  }
  return names;
}

std::string name_of_work(const Work& work, size_t index) {
  const ListedWork& listed = work.list.works[index];
  if (listed.number > 0) return "[" + std::to_string(listed.number) + "]";
  if (!listed.names.empty() && listed.year > 0) {
    const std::string_view lead = listed.lead;
    const size_t end = std::min(lead.find_first_of(" ,"), lead.size());
    return std::string(lead.substr(0, end)) + " " + std::to_string(listed.year);
  }
  return "“" + shortened(listed.title.empty() ? listed.text : listed.title, 70) + "”";
}

std::string shortened(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  size_t end = character_border(text, bytes);
  const size_t space = text.rfind(' ', end);
  if (space != std::string_view::npos && space > bytes / 2) end = space;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string counted(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_digit(c) || is_lower(c) || !is_ascii(c))
      out += c;
    else if (is_upper(c))
      out += to_lower(c);
  }
  return out;
}

}  // namespace attest::audit
