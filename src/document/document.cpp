#include "document/document.h"

#include <array>

namespace attest {

const char* depth_name(Depth depth) {
  switch (depth) {
    case Depth::kTitle: return "title";
    case Depth::kAbstract: return "abstract";
    case Depth::kSummary: return "summary";
    case Depth::kFullText: return "full text";
    case Depth::kRegistration: return "registration";
    case Depth::kPatientPage: return "patient page";
    case Depth::kGuideline: return "guideline";
  }
  return "abstract";
}

const char* section_kind_name(SectionKind kind) {
  switch (kind) {
    case SectionKind::kTitle: return "title";
    case SectionKind::kAbstract: return "abstract";
    case SectionKind::kBody: return "body";
    case SectionKind::kTable: return "table";
    case SectionKind::kFigure: return "figure";
    case SectionKind::kReferences: return "references";
    case SectionKind::kOtherAbstract: return "other abstract";
    case SectionKind::kQuestion: return "question";
    case SectionKind::kSupplement: return "supplement";
  }
  return "body";
}

std::optional<SectionKind> section_kind_from_name(std::string_view name) {
  constexpr std::array kKinds = {
      SectionKind::kTitle,         SectionKind::kAbstract, SectionKind::kBody,
      SectionKind::kTable,         SectionKind::kFigure,   SectionKind::kReferences,
      SectionKind::kOtherAbstract, SectionKind::kQuestion, SectionKind::kSupplement};
  for (const SectionKind kind : kKinds) {
    if (name == section_kind_name(kind)) return kind;
  }
  return std::nullopt;
}

std::string_view BibliographicRecord::statement(std::string_view name) const {
  for (const Identifier& statement : statements) {
    if (statement.scheme == name) return statement.value;
  }
  return {};
}

}  // namespace attest
