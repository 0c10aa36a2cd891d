// Task "abbreviations": pairs of a short form and its long form, each once for a record. Nothing is trained;
// the rules were mended on records that are not held out.
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/ascii.h"
#include "evaluate/datasets/abbreviation_records.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"
#include "text/abbreviations.h"

namespace attest {
namespace {

std::set<std::string> found_pairs(const std::string& text) {
  std::set<std::string> pairs;
  for (const Abbreviation& found : find_abbreviations(text)) {
    pairs.insert(fmt::format("{}|{}", found.short_form.of(text), found.long_form.of(text)));
  }
  return pairs;
}

// "(ABC)": as many words before it as it has capitals, when these words begin with its letters.
std::set<std::string> baseline_pairs(std::string_view text) {
  constexpr size_t kCapitalsMin = 2, kCapitalsMax = 10;
  std::set<std::string> pairs;
  for (size_t open = text.find('('); open != text.npos; open = text.find('(', open + 1)) {
    size_t close = open + 1;
    while (close < text.size() && is_upper(text[close])) ++close;
    const std::string_view capitals = text.substr(open + 1, close - open - 1);
    if (close == text.size() || text[close] != ')' || capitals.size() < kCapitalsMin ||
        capitals.size() > kCapitalsMax)
      continue;
    size_t start = open;
    while (start > 0 && text[start - 1] == ' ') --start;
    const size_t end = start;
    bool fits = true;
    for (size_t i = capitals.size(); i-- > 0 && fits;) {
      size_t word = start;
      while (word > 0 && text[word - 1] != ' ' && text[word - 1] != '\n') --word;
      fits = word < start && to_lower(text[word]) == to_lower(capitals[i]);
      if (!fits) break;
      start = word;
      if (i > 0) {
        while (start > 0 && text[start - 1] == ' ') --start;
      }
    }
    if (fits) pairs.insert(fmt::format("{}|{}", capitals, text.substr(start, end - start)));
  }
  return pairs;
}

void score(const AbbreviationRecord& record, const std::set<std::string>& found, Counts& counts) {
  counts.wanted += record.pairs.size();
  for (const std::string& pair : found) {
    if (record.pairs.contains(pair)) {
      ++counts.hits;
      ++counts.said;
    } else if (!record.synonyms.contains(pair)) {
      ++counts.said;
    }
  }
}

}  // namespace

Result<TaskReport> run_abbreviations_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const auto records, read_abbreviation_records(options.data));
  Counts held, all, baseline, baseline_all;
  TaskReport report;
  for (const AbbreviationRecord& record : records) {
    const auto found = found_pairs(record.text);
    const auto simple = baseline_pairs(record.text);
    score(record, found, all);
    score(record, simple, baseline_all);
    if (is_held_out(record.id)) {
      score(record, found, held);
      score(record, simple, baseline);
      continue;
    }
    if (!options.verbose) continue;
    for (const std::string& pair : record.pairs) {
      if (!found.contains(pair)) report.notes.push_back(fmt::format("{} - {}", record.id, pair));
    }
    for (const std::string& pair : found) {
      if (record.pairs.contains(pair) || record.synonyms.contains(pair)) continue;
      report.notes.push_back(fmt::format("{} + {}", record.id, pair));
    }
  }
  report.data = fmt::format("abbreviations, {} records with {} pairs; held-out fifth: {} pairs",
                            records.size(), all.wanted, held.wanted);
  report.baseline = "capitals in brackets, the initials of the words before";
  report.measures = {
      {"F1, all records", all.f1(), baseline_all.f1(), 0.90},
      {"precision, all records", all.precision(), baseline_all.precision(), -1},
      {"recall, all records", all.recall(), baseline_all.recall(), -1},
      {"F1, held-out fifth", held.f1(), baseline.f1(), -1},
  };
  return report;
}

}  // namespace attest
