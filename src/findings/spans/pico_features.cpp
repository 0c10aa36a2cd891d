#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "base/ascii.h"
#include "findings/names/word_kind.h"
#include "findings/spans/pico_spans.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kWindow = 3;
constexpr size_t kCueDistance = 12;

// Words that announce what follows or names what stood before.
bool announces(std::string_view word) {
  static const std::set<std::string_view> words = {
      "patients",   "patient",     "participants", "subjects",  "adults",     "children",
      "women",      "men",         "volunteers",   "infants",   "people",     "persons",
      "with",       "in",          "of",           "aged",      "who",        "receive",
      "received",   "receiving",   "treated",      "treatment", "randomized", "randomised",
      "randomly",   "assigned",    "allocated",    "given",     "versus",     "vs",
      "compared",   "comparing",   "comparison",   "than",      "to",         "placebo",
      "control",    "controls",    "or",           "group",     "groups",     "measured",
      "measure",    "measures",    "outcome",      "outcomes",  "endpoint",   "endpoints",
      "point",      "points",      "assessed",     "assess",    "evaluated",  "evaluate",
      "primary",    "secondary",   "efficacy",     "effect",    "effects",    "effectiveness",
      "safety",     "on",          "for",          "improved",  "reduced",    "increased",
      "difference", "differences", "between",      "after",     "during",     "undergoing",
      "using",      "by",          "was",          "were",      "dose",       "daily",
      "trial",      "study",       "the",          "a",         "either",     "plus",
      "combined",   "therapy",     "included",     "enrolled",  "recruited",  "administered",
      "underwent",  "improve",     "reduce",       "including", "defined",    "incidence"};
  return words.contains(word);
}

std::string shape_of(std::string_view word) {
  std::string shape;
  for (const char byte : word) {
    const auto code = static_cast<unsigned char>(byte);
    const char kind = std::isupper(code) != 0   ? 'A'
                      : std::islower(code) != 0 ? 'a'
                      : std::isdigit(code) != 0 ? '0'
                      : code >= 0x80            ? 'u'
                                                : byte;
    if (shape.empty() || shape.back() != kind) shape += kind;
  }
  return shape;
}

std::string folded(std::string_view word) {
  bool digits = !word.empty();
  std::string out(word);
  for (char& byte : out) {
    digits = digits && is_digit(byte);
    byte = static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  }
  return digits ? "#" + std::to_string(std::min<size_t>(word.size(), 4)) : out;
}

struct Words {
  std::vector<std::vector<std::string>> folded;
  std::vector<std::vector<std::string>> stems;
  std::map<std::string, size_t> sentences_with;
  std::vector<std::vector<std::string>> kinds;  // "chemical +", "" for stop words
  std::set<std::string> title;
  // For each stem, what announced it where in the abstract: "received" in sentence 3.
  std::map<std::string, std::set<std::pair<std::string, size_t>>> announced;
  std::map<std::string, std::set<std::pair<std::string, size_t>>> followed;
};

constexpr size_t kNearby = 4;  // words between an announcement and what it announces

void note_announcements(Words& words, size_t sentence) {
  const auto& row = words.folded[sentence];
  for (size_t i = 0; i < row.size(); ++i) {
    const std::string& stem = words.stems[sentence][i];
    if (is_stop_word(row[i]) || row[i].size() < 3) continue;
    for (size_t back = 1; back <= std::min(i, kNearby); ++back) {
      if (!announces(row[i - back])) continue;
      words.announced[stem].emplace(row[i - back], sentence);
      if (!is_stop_word(row[i - back])) break;
    }
    for (size_t on = 1; on <= kNearby && i + on < row.size(); ++on) {
      if (!announces(row[i + on])) continue;
      words.followed[stem].emplace(row[i + on], sentence);
      break;
    }
  }
}

// With how sure it is: "chemical +". Remembered, for words repeat themselves.
std::string kind_of(const std::string& word, std::map<std::string, std::string>& known) {
  const bool letters = is_letter(word.front());
  if (!letters || word.size() < 4 || is_stop_word(word)) return {};
  const auto [place, added] = known.emplace(word, std::string());
  if (added) {
    const WordKindEstimate estimate = estimate_word_kind(word);
    place->second = word_kind_name(estimate.kind);
    place->second += estimate.probability >= 0.9 ? " +" : estimate.probability >= 0.6 ? " ~" : " -";
  }
  return place->second;
}

Words read_words(std::span<const PicoTokens> abstract) {
  Words words;
  Stemmer stemmer;
  std::map<std::string, std::string> kinds;
  for (const PicoTokens& sentence : abstract) {
    auto& row = words.folded.emplace_back();
    auto& stems = words.stems.emplace_back();
    auto& kind_row = words.kinds.emplace_back();
    std::set<std::string> seen;
    for (const std::string& word : sentence.words) {
      row.push_back(folded(word));
      stems.emplace_back(stemmer.stem(row.back()));
      kind_row.push_back(kind_of(row.back(), kinds));
      if (is_stop_word(row.back()) || row.back().size() < 3) continue;
      seen.insert(stems.back());
      if (sentence.title) words.title.insert(stems.back());
    }
    for (const std::string& stem : seen) ++words.sentences_with[stem];
    note_announcements(words, words.folded.size() - 1);
  }
  return words;
}

// A word before the start or after the end is "^" or "$".
const std::string& word_at(const std::vector<std::string>& row, size_t at, int offset) {
  static const std::string kStart = "^";
  static const std::string kEnd = "$";
  const auto place = static_cast<std::ptrdiff_t>(at) + offset;
  if (place < 0) return kStart;
  if (place >= static_cast<std::ptrdiff_t>(row.size())) return kEnd;
  return row[static_cast<size_t>(place)];
}

void add_announcements(Features& features, const std::vector<std::string>& row, size_t at) {
  size_t found = 0;
  for (size_t back = 1; back <= std::min(at, kCueDistance) && found < 3; ++back) {
    const std::string& word = row[at - back];
    if (!announces(word)) continue;
    features.add("announced " + std::to_string(found), word);
    if (found == 0) features.add("announced at", word + (back <= 2 ? " near" : back <= 5 ? " on" : " far"));
    ++found;
  }
  for (size_t on = 1; on <= kCueDistance && at + on < row.size(); ++on) {
    if (!announces(row[at + on])) continue;
    features.add("followed", row[at + on] + (on <= 2 ? " near" : " far"));
    break;
  }
}

void add_elsewhere(Features& features, std::string_view family,
                   const std::map<std::string, std::set<std::pair<std::string, size_t>>>& places,
                   const std::string& stem, size_t sentence) {
  const auto found = places.find(stem);
  if (found == places.end()) return;
  std::set<std::string_view> words;
  for (const auto& [word, place] : found->second) {
    if (place != sentence) words.insert(word);
  }
  for (const std::string_view word : words) features.add(family, word);
}

}  // namespace

std::vector<std::vector<Features>> pico_features(std::span<const PicoTokens> abstract) {
  const Words words = read_words(abstract);
  std::vector<std::vector<Features>> all;
  for (size_t s = 0; s < abstract.size(); ++s) {
    const auto& row = words.folded[s];
    const auto& stems = words.stems[s];
    auto& items = all.emplace_back();
    const std::string section = abstract[s].title ? "title" : "text";
    const std::string place =
        std::to_string(std::min<size_t>(s * 6 / std::max<size_t>(1, abstract.size()), 5));
    bool in_brackets = false;
    bool after_versus = false;
    for (size_t i = 0; i < row.size(); ++i) {
      const std::string& word = row[i];
      if (word == "(") in_brackets = true;
      if (word == ")") in_brackets = false;
      if (word == "versus" || word == "vs" || word == "compared" || word == "than") after_versus = true;
      Features features;
      features.add("word", word);
      features.add("stem", stems[i]);
      features.add("section", section);
      features.add("section word", section + " " + stems[i]);
      features.add("place", place);
      features.add("shape", shape_of(abstract[s].words[i]));
      if (word.size() > 3) {
        features.add("end", std::string_view(word).substr(word.size() - 3));
        features.add("beginning", std::string_view(word).substr(0, 4));
      }
      if (word.size() > 4) features.add("long end", std::string_view(word).substr(word.size() - 4));
      for (int offset = -static_cast<int>(kWindow); offset <= static_cast<int>(kWindow); ++offset) {
        if (offset == 0) continue;
        features.add("word " + std::to_string(offset), word_at(row, i, offset));
        if (offset >= -2 && offset <= 2)
          features.add("stem " + std::to_string(offset), word_at(stems, i, offset));
      }
      features.add("pair before", word_at(stems, i, -1) + " " + stems[i]);
      features.add("pair after", stems[i] + " " + word_at(stems, i, 1));
      features.add("two before", word_at(row, i, -2) + " " + word_at(row, i, -1));
      features.add("two after", word_at(row, i, 1) + " " + word_at(row, i, 2));
      features.add("around", word_at(row, i, -1) + " " + word_at(row, i, 1));
      add_announcements(features, row, i);
      for (int offset = -2; offset <= 2; ++offset) {
        features.add("kind " + std::to_string(offset), word_at(words.kinds[s], i, offset));
      }
      features.add("kinds", words.kinds[s][i] + "/" + word_at(words.kinds[s], i, 1));
      if (in_brackets) features.add("in brackets");
      if (after_versus) features.add("after versus");
      add_elsewhere(features, "elsewhere after", words.announced, stems[i], s);
      add_elsewhere(features, "elsewhere before", words.followed, stems[i], s);
      if (words.title.contains(stems[i])) features.add("in title", section);
      const auto found = words.sentences_with.find(stems[i]);
      if (found != words.sentences_with.end()) {
        features.add("sentences with", std::to_string(std::min<size_t>(found->second, 4)));
      }
      items.push_back(std::move(features));
    }
  }
  return all;
}

}  // namespace attest
