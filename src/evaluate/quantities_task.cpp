// Task "quantities": every number with a meaning, its kind and its exact words, in sentences that were
// annotated. Those with an odd index in annotations.jsonl give the figure, beside it those of unseen.jsonl;
// the others, and mending.jsonl, may be read. The baseline knows percentages, p-values and numbers in digits,
// each by one regular expression.
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "evaluate/datasets/annotated_quantities.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"
#include "quantities/quantities.h"

namespace attest {
namespace {

struct Scores {
  Counts exact;    // kind and span
  Counts relaxed;  // kind, and the spans overlap
  Counts spans;    // the span, whatever the kind
};

bool overlap(const ByteSpan& a, const ByteSpan& b) { return a.start < b.end && b.start < a.end; }
bool same(const ByteSpan& a, const ByteSpan& b) { return a.start == b.start && a.end == b.end; }

// Both lists are ordered by span and do not overlap in themselves, so that each wanted quantity meets at
// most a few found ones; one found quantity counts for one wanted quantity only.
void score(const std::vector<AnnotatedQuantity>& wanted, const std::vector<AnnotatedQuantity>& found,
           Scores& scores) {
  for (Counts* counts : {&scores.exact, &scores.relaxed, &scores.spans}) {
    counts->wanted += wanted.size();
    counts->said += found.size();
  }
  std::vector<bool> used(found.size(), false);
  for (const AnnotatedQuantity& quantity : wanted) {
    for (size_t i = 0; i < found.size(); ++i) {
      const bool kind = quantity.kind == found[i].kind;
      if (same(quantity.span, found[i].span)) {
        ++scores.spans.hits;
        if (kind) ++scores.exact.hits;
      }
      if (kind && !used[i] && overlap(quantity.span, found[i].span)) {
        used[i] = true;
        ++scores.relaxed.hits;
        break;
      }
    }
  }
}

std::vector<AnnotatedQuantity> found_quantities(const std::string& text) {
  std::vector<AnnotatedQuantity> found;
  for (const Quantity& quantity : find_quantities(text)) {
    found.push_back(
        {quantity_kind_name(quantity.kind), quantity.span, !std::isnan(quantity.value), quantity.value});
  }
  return found;
}

// The pattern `number`, `number %`, or `p = number`, matched by hand from left to right.
std::vector<AnnotatedQuantity> baseline_quantities(const std::string& text) {
  const auto digit = [&](size_t at) { return at < text.size() && is_digit(text[at]); };
  std::vector<AnnotatedQuantity> found;
  size_t at = 0;
  while (at < text.size()) {
    if (!digit(at)) {
      ++at;
      continue;
    }
    size_t end = at;
    while (digit(end) || ((text[end] == '.' || text[end] == ',') && digit(end + 1))) ++end;
    size_t start = at;
    const char* kind = "number";
    const size_t percent = end < text.size() && text[end] == ' ' ? end + 1 : end;
    if (percent < text.size() && text[percent] == '%') {
      kind = "percentage";
      end = percent + 1;
    } else {
      size_t before = at;
      const auto back_over = [&](std::string_view signs) {
        while (before > 0 && signs.find(text[before - 1]) != std::string_view::npos) --before;
      };
      back_over(" ");
      const size_t relation = before;
      back_over("<>=");
      if (before < relation) {
        back_over(" ");
        if (before > 0 && (text[before - 1] == 'p' || text[before - 1] == 'P')) {
          kind = "p-value";
          start = before - 1;
        }
      }
    }
    found.push_back({kind, {static_cast<uint32_t>(start), static_cast<uint32_t>(end)}, false, 0});
    at = end;
  }
  return found;
}

// What was wanted and not found, and the other way round, one line each.
void note_errors(const AnnotatedSentence& sentence, const std::vector<AnnotatedQuantity>& found,
                 std::vector<std::string>& notes) {
  std::string lines;
  const auto in = [](const AnnotatedQuantity& quantity, const std::vector<AnnotatedQuantity>& list) {
    for (const AnnotatedQuantity& other : list) {
      if (same(quantity.span, other.span) && quantity.kind == other.kind) return true;
    }
    return false;
  };
  const auto line = [&lines, &sentence](char sign, const AnnotatedQuantity& quantity) {
    lines += fmt::format("\n  {} {}: {}", sign, quantity.kind, quantity.span.of(sentence.text));
  };
  for (const AnnotatedQuantity& quantity : sentence.quantities) {
    if (!in(quantity, found)) line('-', quantity);
  }
  for (const AnnotatedQuantity& quantity : found) {
    if (!in(quantity, sentence.quantities)) line('+', quantity);
  }
  if (!lines.empty()) notes.push_back(fmt::format("{} {}{}", sentence.index, sentence.text, lines));
}

// The kinds of one set of sentences, one line each: how often wanted, said and right.
class KindTable {
 public:
  void add(const std::vector<AnnotatedQuantity>& wanted, const std::vector<AnnotatedQuantity>& found) {
    for (const AnnotatedQuantity& quantity : found) ++kinds_[quantity.kind].said;
    for (const AnnotatedQuantity& quantity : wanted) {
      Counts& counts = kinds_[quantity.kind];
      ++counts.wanted;
      for (const AnnotatedQuantity& other : found) {
        if (same(quantity.span, other.span) && quantity.kind == other.kind) ++counts.hits;
      }
    }
  }

  void write(std::string_view title, std::vector<std::string>& notes) const {
    for (const auto& [kind, counts] : kinds_) {
      notes.push_back(fmt::format("{}, {}: F1 {:.3f} ({} wanted, {} said, {} right)", title, kind,
                                  counts.f1(), counts.wanted, counts.said, counts.hits));
    }
  }

 private:
  std::map<std::string, Counts> kinds_;
};

struct ValueCounts {
  size_t stated = 0;
  size_t right = 0;

  void add(const std::vector<AnnotatedQuantity>& wanted, const std::vector<AnnotatedQuantity>& found) {
    constexpr double kRounding = 0.005;
    for (const AnnotatedQuantity& quantity : wanted) {
      for (const AnnotatedQuantity& other : found) {
        if (!quantity.has_value || !same(quantity.span, other.span) || quantity.kind != other.kind) continue;
        ++stated;
        if (other.has_value && std::abs(quantity.value - other.value) <= kRounding) ++right;
      }
    }
  }
};

}  // namespace

Result<TaskReport> run_quantities_task(const EvaluationOptions& options) {
  const auto folder = options.sets / "quantities";
  ATTEST_ASSIGN(const auto drawn, read_annotated_sentences(folder / "annotations.jsonl", options.data));
  ATTEST_ASSIGN(const auto mending, read_annotated_sentences(folder / "mending.jsonl", options.data));
  ATTEST_ASSIGN(const auto unseen, read_annotated_sentences(folder / "unseen.jsonl", options.data));
  TaskReport report;
  Scores ours, baseline, tuned, later;
  KindTable kinds, tuned_kinds;
  ValueCounts values;
  std::map<size_t, Scores> batches;  // of the sentences for mending, by hundreds
  size_t measured = 0;
  const auto read_for_mending = [&](const AnnotatedSentence& sentence) {
    auto found = found_quantities(sentence.text);
    score(sentence.quantities, found, tuned);
    tuned_kinds.add(sentence.quantities, found);
    if (options.verbose) note_errors(sentence, found, report.notes);
    return found;
  };
  for (const AnnotatedSentence& sentence : drawn) {
    if (sentence.index % 2 == 0) {
      read_for_mending(sentence);
      continue;
    }
    const auto found = found_quantities(sentence.text);
    ++measured;
    score(sentence.quantities, found, ours);
    score(sentence.quantities, baseline_quantities(sentence.text), baseline);
    kinds.add(sentence.quantities, found);
    values.add(sentence.quantities, found);
  }
  for (const AnnotatedSentence& sentence : unseen)
    score(sentence.quantities, found_quantities(sentence.text), later);
  constexpr size_t kBatch = 100;
  for (const AnnotatedSentence& sentence : mending) {
    score(sentence.quantities, read_for_mending(sentence), batches[sentence.index / kBatch * kBatch]);
  }
  report.data = fmt::format("eval/quantities, sentences with an odd index: {} with {} quantities", measured,
                            ours.exact.wanted);
  report.baseline = "regular expressions for p-values, percentages and numbers";
  report.measures = {
      {"F1, kind and exact span", ours.exact.f1(), baseline.exact.f1(), 0.92},
      {"F1, kind and overlapping span", ours.relaxed.f1(), baseline.relaxed.f1(), -1},
      {"F1, exact span, any kind", ours.spans.f1(), baseline.spans.f1(), -1},
      {"values right where kind and span are",
       values.stated > 0 ? static_cast<double>(values.right) / static_cast<double>(values.stated) : 0, -1,
       -1},
      {fmt::format("F1, kind and exact span, {} sentences more", unseen.size()), later.exact.f1(), -1, -1},
      {"F1 on the sentences used for mending", tuned.exact.f1(), -1, -1},
  };
  kinds.write("measured", report.notes);
  if (options.verbose) tuned_kinds.write("mending", report.notes);
  for (const auto& [first, scores] : batches) {
    report.notes.push_back(fmt::format("mending, sentences from {}: F1 {:.3f} ({} wanted, {} said, {} right)",
                                       first, scores.exact.f1(), scores.exact.wanted, scores.exact.said,
                                       scores.exact.hits));
  }
  return report;
}

}  // namespace attest
