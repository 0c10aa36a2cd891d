// What a claim names that none of its sources has: figures, treatments, people. Shares, ratios, doses, times
// and counts of people are verify's (verify/stated_figures.h); other plain numbers ("1,904 visits") are read
// here.
#include <algorithm>
#include <cmath>

#include "audit/accord.h"
#include "audit/judge.h"
#include "base/ascii.h"
#include "text/phrases.h"
#include "verify/claim_sources.h"
#include "verify/named_people.h"
#include "verify/stated_figures.h"

namespace attest::audit {

namespace {

constexpr double kLookedForFrom = 10;

// Digits without the marks of thousands: "1,904" and "1 904" are 1904.
std::string without_thousands(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool mark = (text[i] == ',' || text[i] == ' ') && i > 0 && is_digit(text[i - 1]) &&
                      i + 3 < text.size() && is_digit(text[i + 1]) && is_digit(text[i + 2]) &&
                      is_digit(text[i + 3]) && (i + 4 >= text.size() || !is_digit(text[i + 4]));
    if (!mark) plain += text[i];
  }
  return plain;
}

// In digits or in words.
bool holds_number_anywhere(const AnswerSource& source, std::string_view printed, double value) {
  constexpr double kSameNumber = 0.005;
  if (stands_printed(without_thousands(source.document.text), without_thousands(printed))) return true;
  return std::any_of(source.findings.begin(), source.findings.end(), [&](const Finding& finding) {
    return std::any_of(finding.quantities.begin(), finding.quantities.end(), [&](const Quantity& quantity) {
      const double numbers[] = {quantity.value, quantity.low, quantity.high, quantity.numerator,
                                quantity.denominator};
      return std::any_of(std::begin(numbers), std::end(numbers),
                         [&](double one) { return std::abs(one - value) <= kSameNumber; });
    });
  });
}

// Stands for itself: no part of a name ("COX-2", "SF-36"), no year, no rank.
bool is_number_alone(std::string_view text, ByteSpan span, double value) {
  constexpr double kFirstYear = 1900;
  constexpr double kLastYear = 2100;
  const bool year = value >= kFirstYear && value <= kLastYear && value == std::floor(value);
  const std::string after = lower_ascii(text.substr(span.end, 12));
  if (year) return false;
  const bool starts = span.start == 0 || text[span.start - 1] == ' ' || text[span.start - 1] == '(';
  return starts && !after.starts_with("-") && !after.starts_with("th") && !after.starts_with("/");
}

// "About 300", "some 300", "more than 300".
bool is_rough(std::string_view text, ByteSpan span) {
  const size_t from = span.start > 12 ? span.start - 12 : 0;
  const std::string before = lower_ascii(text.substr(from, span.start - from));
  return before.ends_with("about ") || before.ends_with("some ") || before.ends_with("than ") ||
         before.ends_with("nearly ") || before.ends_with("around ") || before.ends_with("over ") ||
         before.ends_with("almost ");
}

void add_plain_numbers(const PageClaim& claim, const std::vector<const AnswerSource*>& sources,
                       MissingFigures& missing) {
  const std::string& text = claim.sentence.text;
  for (const Quantity& quantity : claim.finding.quantities) {
    const bool plain = quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kNumber ||
                       quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize;
    if (!plain || quantity.relation != Relation::kEqual || std::isnan(quantity.value)) continue;
    if (quantity.value < kLookedForFrom || !is_number_alone(text, quantity.span, quantity.value)) continue;
    const std::string printed(quantity.span.of(text));
    if (printed.empty() || !is_digit(printed.front()) || is_rough(text, quantity.span)) continue;
    const bool known = std::any_of(missing.printed.begin(), missing.printed.end(), [&](const auto& one) {
      return one.find(printed) != std::string::npos || printed.find(one) != std::string::npos;
    });
    if (known || std::any_of(sources.begin(), sources.end(), [&](const AnswerSource* source) {
          return holds_number_anywhere(*source, printed, quantity.value);
        }))
      continue;
    // A count of people is verify's alone: it also knows what counts give together.
    const bool people = quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize;
    if (!people || !is_counted_as_by_a_study(quantity.unit)) missing.printed.push_back(printed);
  }
}

// Ratios and measured values: in a paper of many figures one of them is soon near by chance, so that these
// are looked for as they are printed.
void add_other_measures(const PageClaim& claim, const std::vector<const AnswerSource*>& sources,
                        MissingFigures& missing) {
  for (const StatedFigure& figure : claim.figures) {
    if (is_percentage(figure) || figure.kind == QuantityKind::kDose || figure.kind == QuantityKind::kDuration)
      continue;
    const bool known =
        std::any_of(missing.printed.begin(), missing.printed.end(), [&](const std::string& one) {
          return one.find(figure.printed) != std::string::npos ||
                 figure.printed.find(one) != std::string::npos;
        });
    const auto has_it = [&](const AnswerSource* source) {
      if (stands_printed(source->document.text, figure.printed)) return true;
      if (is_restated(figure, claim.sentence.text, *source)) return true;
      return std::any_of(source->findings.begin(), source->findings.end(), [&](const Finding& finding) {
        const std::vector<StatedFigure> theirs = stated_figures(finding.quantities, source->document.text);
        return std::any_of(theirs.begin(), theirs.end(), [&](const StatedFigure& other) {
          return !is_percentage(other) && figures_agree(figure, other);
        });
      });
    };
    if (known || std::any_of(sources.begin(), sources.end(), has_it)) continue;
    missing.printed.push_back(figure.printed);
    missing.only_counts = false;
  }
}

// "Gynaecological surgery": each of its words stands in the text.
bool holds_each_word(std::string_view lower, std::string_view name) {
  constexpr size_t kLetters = 6;
  size_t words = 0;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    ++words;
    const std::string start = std::string(word.substr(0, kLetters)) + (word.size() > kLetters ? "*" : "");
    if (find_phrase(lower, start) == std::string_view::npos) return false;
  }
  return words > 1;
}

}  // namespace

MissingFigures missing_figures(const PageClaim& claim, const std::vector<const AnswerSource*>& sources) {
  MissingFigures missing;
  std::vector<AbsentFigure> absent;
  for (size_t i = 0; i < sources.size(); ++i) {
    const LoadedSource loaded = load_source(sources[i]->document);
    std::vector<AbsentFigure> here = absent_figures(claim.sentence.text, loaded.view());
    // Digits that stand there are not missing, whatever could be read of them.
    std::erase_if(here, [&](const AbsentFigure& one) {
      return !one.measured &&
             stands_printed(without_thousands(sources[i]->document.text), without_thousands(one.written));
    });
    if (i == 0) {
      absent = std::move(here);
      continue;
    }
    std::erase_if(absent, [&](const AbsentFigure& one) {
      return std::none_of(here.begin(), here.end(),
                          [&](const AbsentFigure& other) { return other.written == one.written; });
    });
  }
  // A mean that is told with its deviation, rounded or in another unit.
  std::erase_if(absent, [&](const AbsentFigure& one) {
    return std::any_of(claim.figures.begin(), claim.figures.end(), [&](const StatedFigure& figure) {
      return figure.printed.find(one.written) != std::string::npos &&
             std::any_of(sources.begin(), sources.end(), [&](const AnswerSource* source) {
               return is_restated(figure, claim.sentence.text, *source);
             });
    });
  });
  for (const AbsentFigure& one : absent) {
    missing.printed.push_back(one.written);
    missing.only_counts = missing.only_counts && one.counted;
  }
  add_other_measures(claim, sources, missing);
  add_plain_numbers(claim, sources, missing);
  return missing;
}

std::vector<std::string> unnamed_people(const PageClaim& claim,
                                        const std::vector<const AnswerSource*>& sources) {
  const std::string said = lower_ascii(claim.sentence.text);
  std::vector<std::string> names;
  for (size_t i = 0; i < sources.size(); ++i) {
    const std::string lower = lower_ascii(sources[i]->document.text);
    std::vector<std::string> here = people_beyond(said, lower);
    for (std::string& kind : other_kinds(said, lower)) here.push_back(std::move(kind));
    if (i == 0) {
      names = std::move(here);
      continue;
    }
    std::erase_if(names, [&](const std::string& name) {
      return std::find(here.begin(), here.end(), name) == here.end();
    });
  }
  return names;
}

std::vector<std::string> unnamed_treatments(const PageClaim& claim,
                                            const std::vector<const AnswerSource*>& sources,
                                            const Lexicon& lexicon) {
  std::vector<std::string> unnamed;
  for (const Mention& said : lexicon.mentions(claim.sentence.text, ConceptRole::kIntervention)) {
    const bool named = std::any_of(sources.begin(), sources.end(), [&](const AnswerSource* source) {
      const auto& text = source->document.text;
      const std::vector<std::string> ids = lexicon.named(text, ConceptRole::kIntervention);
      const std::string lower = lower_ascii(text);
      const std::string written = lower_ascii(said.span.of(claim.sentence.text));
      return find_phrase(lower, written) != std::string_view::npos || holds_each_word(lower, written) ||
             std::any_of(ids.begin(), ids.end(),
                         [&](const std::string& id) { return lexicon.same_or_kind_of(said.id, id); });
    });
    const bool known = std::find(unnamed.begin(), unnamed.end(), said.name) != unnamed.end();
    if (!named && !known) unnamed.push_back(said.name);
  }
  return unnamed;
}

}  // namespace attest::audit
