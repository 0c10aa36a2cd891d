#include "render/presentation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/ascii.h"
#include "document/document.h"
#include "question/concepts.h"
#include "text/character_entities.h"

namespace attest {
namespace {

constexpr Headings kClinician{
    .warnings = "Warning signs",
    .bottom_line = "Bottom line",
    .pathway = "Pathway",
    .options = "Options without a stated order",
    .disagreements = "They disagree",
    .likely_reasons = "likely reasons",
    .checks = "Checks",
    .near_misses = "Near misses: not what was asked",
    .gaps = "Not found here",
    .follow_ups = "Next",
    .references = "References",
    .harms = "harms",
    .doses = "dose reported",
    .move_on = "move on when",
};

constexpr Headings kLay{
    .warnings = "Before anything else",
    .bottom_line = "The short answer",
    .pathway = "What can be done, step by step",
    .options = "Other things that are done",
    .disagreements = "Where studies do not agree",
    .likely_reasons = "Why this may be",
    .checks = "About these numbers",
    .near_misses = "What we found on related questions",
    .gaps = "What we do not know",
    .follow_ups = "Questions you could ask",
    .references = "Where this comes from",
    .harms = "Possible harms",
    .doses = "",
    .move_on = "When to think of the next step",
};

const char* plural_of(Depth depth) {
  switch (depth) {
    case Depth::kTitle: return "titles only";
    case Depth::kAbstract: return "abstracts only";
    case Depth::kSummary: return "short summaries only";
    case Depth::kFullText: return "full texts";
    case Depth::kRegistration: return "registry entries";
    case Depth::kPatientPage: return "patient pages";
    case Depth::kGuideline: return "guideline texts";
  }
  return "";
}

const char* note_of(Depth depth) {
  switch (depth) {
    case Depth::kTitle: return "title only";
    case Depth::kAbstract: return "abstract";
    case Depth::kSummary: return "summary";
    case Depth::kFullText: return "full text";
    case Depth::kRegistration: return "registry entry";
    case Depth::kPatientPage: return "patient page";
    case Depth::kGuideline: return "guideline";
  }
  return "";
}

bool is_current(std::string_view status) { return status.empty() || status == "current"; }

std::string shell_word(const std::string& text) {
  const auto harmless = [](char c) {
    return is_letter_or_digit(c) || std::string_view("._:/-").find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), harmless)) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

void visit_all(const std::vector<Statement>& statements, const std::function<void(const Statement&)>& visit) {
  for (const Statement& statement : statements) visit(statement);
}

}  // namespace

const Headings& headings_for(Audience audience) { return is_lay(audience) ? kLay : kClinician; }

bool is_lay(Audience audience) { return audience != Audience::kClinician; }

std::string plain(std::string_view text) { return clean_text(decode_entities(text), false); }

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += separator;
    all += part;
  }
  return all;
}

void for_each_statement(const Answer& answer, const std::function<void(const Statement&)>& visit) {
  visit_all(answer.bottom_line, visit);
  visit_all(answer.warnings, visit);
  for (const TherapyLine& line : answer.lines) {
    visit_all(line.statements, visit);
    visit_all(line.doses, visit);
    visit_all(line.harms, visit);
    visit_all(line.move_on_when, visit);
  }
  for (const Disagreement& disagreement : answer.disagreements) {
    for (const DisagreementSide& side : disagreement.sides) visit_all(side.statements, visit);
  }
  for (const Check& check : answer.checks) visit(check.statement);
  for (const AnswerSection& section : answer.sections) visit_all(section.statements, visit);
}

Presentation::Presentation(const Answer& answer) : answer_(&answer) {
  std::array<size_t, 8> depths{};
  for (const Reference& reference : answer.references) {
    references_.emplace(reference.number, &reference);
    ++depths.at(static_cast<size_t>(reference.appraisal.depth));
  }
  usual_depth_ = static_cast<Depth>(std::max_element(depths.begin(), depths.end()) - depths.begin());
  for_each_statement(answer, [&](const Statement& statement) {
    for (const Citation& citation : statement.citations) {
      quotes_[citation.reference].try_emplace(
          citation.span, CitedQuote{citation.span, plain(citation.quote), citation.page});
    }
  });
  for (const TherapyLine& line : answer.lines) {
    for (const Citation& citation : line.ranked_by) {
      quotes_[citation.reference].try_emplace(
          citation.span, CitedQuote{citation.span, plain(citation.quote), citation.page});
    }
    const bool says_something = !line.statements.empty() || !line.harms.empty() ||
                                !line.move_on_when.empty() ||
                                (!lay() && (!line.doses.empty() || !line.rank_reason.empty()));
    if (says_something) lines_.push_back(&line);
  }
  std::stable_sort(lines_.begin(), lines_.end(), [](const TherapyLine* a, const TherapyLine* b) {
    if ((a->rank == 0) != (b->rank == 0)) return b->rank == 0;
    return a->rank < b->rank;
  });
  find_repeated();
}

void Presentation::find_repeated() {
  constexpr size_t kLongBytes = 200;  // a short one is a result that each of its options should show
  std::map<std::string_view, const TherapyLine*> told;
  for (const TherapyLine* line : lines_) {
    for (const auto* list : {&line->statements, &line->doses, &line->harms}) {
      for (const Statement& one : *list) {
        if (!one.quoted || one.text.size() < kLongBytes) continue;
        const auto [first, is_new] = told.emplace(one.text, line);
        if (!is_new && first->second != line) told_under_.emplace(&one, first->second);
      }
    }
  }
}

std::string Presentation::name_of(const TherapyLine& line) const {
  return capitalised_name(lay() && !line.plain_name.empty() ? line.plain_name : line.intervention);
}

std::string Presentation::rank_reason(const TherapyLine& line) const {
  std::set<uint32_t> numbers;
  for (const Citation& citation : line.ranked_by) numbers.insert(citation.reference);
  std::string marks;
  for (const uint32_t number : numbers) marks += (marks.empty() ? " [" : ", ") + std::to_string(number);
  return plain(line.rank_reason) + marks + (marks.empty() ? "" : "]");
}

bool Presentation::has_ranked_lines() const { return !lines_.empty() && lines_.front()->rank > 0; }

std::vector<CitationMark> Presentation::marks(const Statement& statement) const {
  std::map<uint32_t, std::string> notes;
  for (const Citation& citation : statement.citations) {
    const auto found = references_.find(citation.reference);
    std::vector<std::string> parts;
    if (found != references_.end()) {
      const Reference& reference = *found->second;
      if (reference.appraisal.second_hand) parts.emplace_back("second-hand");
      if (!lay() && reference.appraisal.depth != usual_depth_ && !reference.appraisal.second_hand) {
        parts.emplace_back(note_of(reference.appraisal.depth));
      }
      if (!is_current(reference.status)) parts.push_back(plain(reference.status));
    }
    notes[citation.reference] = join(parts, ", ");
  }
  std::vector<CitationMark> marks;
  for (auto& [number, note] : notes) marks.push_back({number, std::move(note)});
  return marks;
}

std::string Presentation::marks_text(const Statement& statement) const {
  std::vector<std::string> parts;
  for (const CitationMark& mark : marks(statement)) {
    parts.push_back(mark.note.empty() ? std::to_string(mark.number)
                                      : fmt::format("{} {}", mark.number, mark.note));
  }
  return parts.empty() ? std::string() : "[" + join(parts, ", ") + "]";
}

std::string Presentation::text_of(const Statement& statement) const {
  if (const auto told = told_under_.find(&statement); told != told_under_.end())
    return "The same sentence as under " + plain(name_of(*told->second)) + ".";
  std::string text = plain(statement.text);
  return statement.quoted ? "“" + text + "”" : text;
}

std::vector<CitedQuote> Presentation::quotes(uint32_t number) const {
  std::vector<CitedQuote> list;
  const auto found = quotes_.find(number);
  if (found == quotes_.end()) return list;
  for (const auto& [span, quote] : found->second) list.push_back(quote);
  return list;
}

std::string Presentation::verdict() const {
  if (!lay()) return verdict_name(answer_->verdict);
  switch (answer_->verdict) {
    case Answer::Verdict::kAnswered: return {};
    case Answer::Verdict::kPartly: return "The sources we have answer only part of this question.";
    case Answer::Verdict::kNoDirectEvidence: break;
  }
  // Who is in need is told what to do, and not what a collection lacks.
  if (!answer_->safety_notices.empty()) return {};
  return "We found no source in this collection that answers this question. That does not mean that nothing "
         "can help: a doctor, nurse, midwife or pharmacist can tell you more. You can also ask again in "
         "other "
         "words, one thing at a time.";
}

std::string Presentation::depth_note() const {
  if (answer_->references.empty()) return {};
  return std::string(plural_of(usual_depth_)) + " unless marked";
}

std::string Presentation::snapshot() const {
  constexpr size_t kShown = 8;
  const std::string whole = plain(answer_->snapshot);
  return whole.size() <= kShown ? whole : whole.substr(0, kShown) + "…";
}

std::string Presentation::spelling() const {
  std::vector<std::string> changes;
  for (const SpellingChange& change : answer_->understood.spelling) {
    changes.push_back(fmt::format("{} (typed: {})", plain(change.to), plain(change.from)));
  }
  // Short forms have several meanings: a lay reader sees which one was looked for.
  for (const Concept& asked : answer_->understood.concepts) {
    const bool short_form =
        std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
          return looks_like_abbreviation(variant.words) &&
                 lower_ascii(variant.words) == lower_ascii(asked.asked_as);
        });
    if (lay() && short_form && lower_ascii(asked.label) != lower_ascii(asked.asked_as))
      changes.push_back(fmt::format("{} (typed: {})", plain(asked.label), plain(asked.asked_as)));
  }
  return changes.empty() ? std::string() : "read as: " + join(changes, ", ");
}

std::string Presentation::closing() const {
  if (!lay()) return "General information for professionals; options, not orders.";
  return "This is general information. It does not know you and cannot replace a talk with someone who does.";
}

std::string Presentation::show_example() const {
  std::string example;
  for_each_statement(*answer_, [&](const Statement& statement) {
    if (!example.empty() || statement.citations.empty()) return;
    const Citation& citation = statement.citations.front();
    example = fmt::format("attest show {} --span {}:{}", shell_word(plain(citation.document)),
                          citation.span.start, citation.span.end);
  });
  return example;
}

}  // namespace attest
