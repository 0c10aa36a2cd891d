// A chapter whose lines were joined keeps its headings as a few words with a capital: at the end of what
// stands before ("… 10 mg/kg Severe malaria • …"), alone between full stops, or first in an item ("• Mild
// acne - …"). What can end a heading is looked for (the mark of an item, " - ", a colon, a full stop, a
// line's end); words before it are one when they have no verb and name a part of a chapter, a condition or
// people. What names none of these ends no heading: it is one of the many items of lists.
#include "evidence/run_in_headings.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/nested_lists.h"
#include "text/phrases.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

constexpr size_t kNoHeading = std::string_view::npos;
constexpr size_t kHeadingBytesMax = 90;

constexpr auto kParts =
    std::to_array<std::string_view>({"prevention",
                                     "prophylaxis",
                                     "preventive measures",
                                     "chemoprophylaxis",
                                     "treatment",
                                     "treatment goals",
                                     "treatment objectives",
                                     "drug treatment",
                                     "non-drug treatment",
                                     "management",
                                     "supportive measures",
                                     "supportive treatment",
                                     "supportive care",
                                     "general measures",
                                     "supportive therapy",
                                     "follow-up",
                                     "monitoring",
                                     "complications",
                                     "investigations",
                                     "diagnosis",
                                     "differential diagnoses",
                                     "differential diagnosis",
                                     "clinical features",
                                     "prognosis",
                                     "adverse drug reactions",
                                     "notable adverse drug reactions, contraindications and caution",
                                     "adverse drug reactions, contraindications and caution",
                                     "treatments not recommended",
                                     "not recommended"});
// Names of parts that stand in no sentence with these capitals.
constexpr auto kCapitalParts = std::to_array<std::string_view>(
    {"Supportive Measures", "Drug Treatment", "Non-drug Treatment", "Treatment Goals", "Clinical Features",
     "Differential Diagnoses", "Notable Adverse Drug Reactions, Contraindications and Caution",
     "Notable Adverse Drug Reactions", "Prevention"});
constexpr auto kVerbs = std::to_array<std::string_view>(
    {"is",      "are",    "was",      "were",     "be",       "been",     "should",   "must",     "may",
     "might",   "can",    "will",     "would",    "has",      "have",     "had",      "do",       "does",
     "did",     "occur*", "include*", "require*", "cause*",   "present",  "presents", "prevents", "shows",
     "see",     "given",  "taken",    "used",     "refer",    "consider", "give",     "treat",    "avoid",
     "exclude", "add",    "start",    "use",      "assess",   "check",    "ensure",   "reduce",   "eliminate",
     "prevent", "stop",   "improve",  "control",  "maintain", "reported", "seen",     "affects",  "begins",
     "help",    "helps",  "works"});
constexpr auto kHeadingPeople = std::to_array<std::string_view>(
    {"children", "child",       "infants",   "neonates", "neonatal",      "neonate",   "newborns",
     "newborn",  "adolescents", "pregnancy", "pregnant", "breastfeeding", "lactation", "lactating",
     "women",    "elderly",     "allergic",  "allergy",  "patients",      "adults",    "older people"});
constexpr auto kHeadingSeverities = std::to_array<std::string_view>(
    {"severe", "mild", "moderate", "moderate-to-severe", "mild-to-moderate", "uncomplicated", "complicated",
     "non-severe", "life-threatening", "asymptomatic"});
// Nouns of people behind which a heading may end though nothing marks its end.
constexpr auto kPeopleEnds =
    std::to_array<std::string_view>({"patients", "children", "adults", "women", "neonates", "infants"});

// Behind these a capital goes on with the sentence: "in Crohn's disease".
bool goes_on(std::string_view word) {
  static constexpr std::string_view kMore[] = {"e.g", "i.e", "vs", "versus", "plus", "per", "like", "than"};
  const std::string lower = lower_ascii(word);
  return word.empty() || is_stop_word(lower) || is_one_of(lower, kMore);
}

class HeadingScan {
 public:
  HeadingScan(std::string_view text, ByteSpan body,
              const std::function<bool(std::string_view)>& names_condition)
      : text_(text), body_(body), names_condition_(names_condition), start_(body.start) {}

  std::vector<RunInHeading> read() {
    for (size_t at = body_.start; at < body_.end;) {
      const size_t size = is_ascii(text_[at]) ? 1 : decode_character(text_, at).size;
      if (is_item_mark(at)) {
        heading_before(at, !item_);
        begin(at + size, true);
      } else if (is_dash(at)) {
        heading_before(at, true);
        begin(dash_end(at), item_);
        dashed_ = true;
      } else if (text_[at] == ':' && at + 1 < body_.end && is_space(text_[at + 1])) {
        heading_before(at, true);
        begin(at + 1, item_);
        dashed_ = true;
      } else if (text_[at] == '\n') {
        heading_before(at, !item_);
        begin(at + 1, false);
      } else if (ends_sentence(at)) {
        heading_before(at, !item_);
        begin(at + 1, item_);
        dashed_ = dashed_ || item_;
      } else if (is_upper(text_[at]) && (at == body_.start || text_[at - 1] == ' ')) {
        part_in_capitals(at);
        people_before(at);
      }
      at += size;
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const RunInHeading& a, const RunInHeading& b) { return a.span < b.span; });
    return std::move(found_);
  }

 private:
  void begin(size_t at, bool item) {
    start_ = at;
    item_ = item;
    dashed_ = false;
  }
  bool is_item_mark(size_t at) const {
    if (is_ascii(text_[at])) return false;
    return is_list_mark(decode_character(text_, at).value) && (at == body_.start || is_space(text_[at - 1]));
  }
  // " - " or " – " between words; between figures it is a range.
  size_t dash_end(size_t at) const {
    for (const std::string_view dash : {" - ", " \u2013 "}) {
      if (text_.substr(at, dash.size()) == dash) return at + dash.size();
    }
    return at;
  }
  bool is_dash(size_t at) const {
    const size_t end = dash_end(at);
    return end > at && at > body_.start && end < body_.end &&
           !(is_digit(text_[at - 1]) && is_digit(text_[end]));
  }
  bool ends_sentence(size_t at) const {
    if (text_[at] != '.' || at == body_.start || is_digit(text_[at - 1])) return false;
    if (at + 1 >= body_.end) return false;
    return is_space(text_[at + 1]) && at + 2 < body_.end && !is_lower(text_[at + 2]);
  }

  // `whole`: a heading may be all that stands since the last mark.
  void heading_before(size_t end, bool whole) {
    size_t start = start_;
    while (start < end && is_space(text_[start])) ++start;
    while (end > start && is_space(text_[end - 1])) --end;
    if (start >= end) return;
    // The tail that opens with a capital where nothing went on.
    const size_t from = end - start > kHeadingBytesMax ? end - kHeadingBytesMax : start + 1;
    for (size_t at = from; at < end; ++at) {
      if (may_open(at) && at > start && add(at, end, false)) return;
    }
    if (whole && !dashed_ && end - start <= kHeadingBytesMax) add(start, end, item_);
  }
  // A capital behind a word that ends: no link, no comma, no name before it.
  bool may_open(size_t at) const {
    if (!is_upper(text_[at]) || at < body_.start + 2 || text_[at - 1] != ' ') return false;
    const char before = text_[at - 2];
    if (before == ')' || is_digit(before) || before == '.' || before == '%') return true;
    if (!is_lower(before)) return false;
    const std::string_view word = word_ending(text_.substr(0, at), at - 1);
    return !goes_on(word) && !is_upper(word.front());
  }

  // "Supportive Measures Monitor…", "carefully Prevention Prophylactic…": known by its capitals.
  void part_in_capitals(size_t at) {
    if (at > body_.start && !may_open(at)) return;
    for (const std::string_view part : kCapitalParts) {
      const size_t end = at + part.size();
      const bool one_word = part.find(' ') == kNoHeading;
      if (text_.substr(at, part.size()) != part || end + 1 >= body_.end || text_[end] != ' ' ||
          (one_word && !is_upper(text_[end + 1])))
        continue;
      push({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, HeadingKind::kPart, false});
      begin(end, false);
      return;
    }
  }
  // "Alternative regimen for allergic patients Doxycycline…": people, and a capital behind them.
  void people_before(size_t at) {
    if (at < body_.start + 2 || dashed_) return;
    if (!is_one_of(word_ending(text_.substr(0, at), at), kPeopleEnds)) return;
    const size_t end = at - 1;
    size_t from = std::max<size_t>(start_, end > kHeadingBytesMax ? end - kHeadingBytesMax : 0);
    while (from < end && is_space(text_[from])) ++from;
    for (size_t open = from; open < end; ++open) {
      const bool first = open == from && from >= start_ && is_upper(text_[open]);
      if (!first && !may_open(open)) continue;
      const std::string lower = lower_ascii(text_.substr(open, end - open));
      if (!has_phrase(lower, "for") && !has_phrase(lower, "in")) continue;
      if (add(open, end, first && item_)) {
        begin(end, item_);
        return;
      }
    }
  }

  bool add(size_t start, size_t end, bool item) {
    const std::string_view words = text_.substr(start, end - start);
    if (!is_upper(words.front())) return false;
    const std::string lower = lower_ascii(words);
    if (words.find_first_of(".;=%|#0123456789") != kNoHeading) return false;
    const bool part = is_one_of(lower, kParts) || opens_part(lower);
    if (!part && has_any_phrase(lower, kVerbs)) return false;
    HeadingKind kind = HeadingKind::kPart;
    if (!part) {
      const bool many = lower.find(' ') != kNoHeading;
      const size_t space = std::min(lower.find(' '), lower.size());
      const bool severity = many && is_one_of(std::string_view(lower).substr(0, space), kHeadingSeverities);
      if (severity || names_condition_(words))
        kind = HeadingKind::kSubject;
      else if (many && has_any_phrase(lower, kHeadingPeople))
        kind = HeadingKind::kPeople;
      else
        return false;
    }
    push({{static_cast<uint32_t>(start), static_cast<uint32_t>(end)}, kind, item});
    return true;
  }
  // "Prevention of ophthalmia neonatorum".
  static bool opens_part(std::string_view lower) {
    return lower.starts_with("prevention of ") || lower.starts_with("prophylaxis of ") ||
           lower.starts_with("prophylaxis for ");
  }
  void push(RunInHeading heading) {
    if (!found_.empty() && found_.back().span.overlaps(heading.span)) return;
    found_.push_back(heading);
  }

  std::string_view text_;
  ByteSpan body_;
  const std::function<bool(std::string_view)>& names_condition_;
  size_t start_;         // behind the last mark
  bool item_ = false;    // which was that of an item
  bool dashed_ = false;  // and within it a part of it has ended
  std::vector<RunInHeading> found_;
};

// Between the two stands the mark of another item of the list.
bool is_next_item_between(std::string_view text, uint32_t from, uint32_t to) {
  for (size_t at = from; at < to;) {
    if (is_ascii(text[at])) {
      if (text[at] == '\n') return true;
      ++at;
      continue;
    }
    const DecodedCharacter character = decode_character(text, at);
    if (is_list_mark(character.value) && at > 0 && is_space(text[at - 1])) return true;
    at += character.size;
  }
  return false;
}

}  // namespace

std::vector<RunInHeading> run_in_headings(std::string_view text, ByteSpan body,
                                          const std::function<bool(std::string_view)>& names_condition) {
  if (body.end > text.size()) return {};
  return HeadingScan(text, body, names_condition).read();
}

std::vector<DocumentSentence> without_headings(std::string_view text,
                                               const std::vector<DocumentSentence>& sentences,
                                               const std::vector<RunInHeading>& headings) {
  std::vector<DocumentSentence> parts;
  const auto add_trimmed = [&](DocumentSentence part) {
    const auto is_between = [&](char c) { return is_space(c) || c == ':' || c == '-'; };
    while (!part.span.empty() && is_space(text[part.span.end - 1])) --part.span.end;
    while (!part.span.empty() && is_between(text[part.span.start])) ++part.span.start;
    if (!part.span.empty()) parts.push_back(part);
  };
  for (const DocumentSentence& sentence : sentences) {
    DocumentSentence rest = sentence;
    for (const RunInHeading& heading : headings) {
      // One that opens its sentence stays: "Mild acne - Benzoyl peroxide…" says more with it.
      if (heading.span.start <= rest.span.start || !rest.span.contains(heading.span)) continue;
      DocumentSentence before = rest;
      before.span.end = heading.span.start;
      add_trimmed(before);
      rest.span.start = heading.span.end;
    }
    add_trimmed(rest);
  }
  return parts;
}

HeadingsAbove headings_above(std::string_view text, const std::vector<RunInHeading>& headings,
                             uint32_t body_start, ByteSpan sentence) {
  HeadingsAbove above;
  for (const RunInHeading& heading : headings) {
    if (heading.span.start > sentence.start) break;
    if (heading.span.start < body_start) continue;
    if (heading.item) {
      if (heading.kind != HeadingKind::kPart && !is_next_item_between(text, heading.span.end, sentence.start))
        above.item = heading.span;
      continue;
    }
    switch (heading.kind) {
      case HeadingKind::kPart: above = {heading.span, {}, {}, {}}; break;
      case HeadingKind::kSubject: above = {above.part, heading.span, {}, {}}; break;
      case HeadingKind::kPeople: above.people = heading.span; break;
    }
  }
  return above;
}

}  // namespace attest
