// Two ways to tell of a group:
// - a label beside "group" or "arm": "the high-dose group", "group 2", "the X and Y groups";
// - people who got something: "patients receiving ketamine alone", "rt-PA-treated patients".
#include "findings/arms/group_reader.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/group_finder.h"
#include "findings/arms/no_labels.h"
#include "findings/figures/rate_figures.h"

namespace attest {
namespace {

constexpr size_t kLabelWordsMax = 8;

// Nor these, which may as well tell of all who were treated.
constexpr std::string_view kNoReadLabels[] = {"different", "drug", "only", "study's", "treatments"};

bool labels_none(std::string_view word) {
  return is_one_of(word, kNoGroupLabels) || is_one_of(word, kNoReadLabels);
}

class LabelReader : GroupFinder {
 public:
  explicit LabelReader(const GroupSentence& sentence) : GroupFinder(sentence) {}

  std::vector<Mention> labelled() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (!names_group(pieces_[i].text)) continue;
      if (short_labels(i)) continue;
      const bool plural = pieces_[i].text.ends_with('s');
      plural ? listed_before(i) : label_before(i);
    }
    return std::move(found_);
  }

  // "X-treated patients", "patients receiving X": people by what was done with them.
  std::vector<Mention> treated() {
    static constexpr std::string_view kGot[] = {"receiving",  "treated",   "given",      "taking",
                                                "assigned",   "allocated", "randomized", "randomised",
                                                "undergoing", "using"};
    for (size_t i = 0; i + 1 < pieces_.size(); ++i) {
      const std::string_view word = pieces_[i].text;
      for (const std::string_view end : kJoinedToNames) {
        if (word.size() <= end.size() || !word.ends_with(end) || !names_people(pieces_[i + 1].text)) continue;
        const ByteSpan whole = span_of(i, i + 2);
        add(span_of(i, i + 1), whole, word.substr(0, word.size() - end.size()));
      }
      if (!names_people(word)) continue;
      size_t verb = i + 1;
      if (pieces_[verb].text == "who" && verb + 1 < pieces_.size()) ++verb;
      if (pieces_[verb].text == "not" && verb + 1 < pieces_.size()) ++verb;
      if (!is_one_of(pieces_[verb].text, kGot) && pieces_[verb].text != "received") continue;
      size_t first = verb + 1;
      while (first < pieces_.size() && (pieces_[first].text == "with" || pieces_[first].text == "to" ||
                                        pieces_[first].text == "the" || pieces_[first].text == "receive" ||
                                        pieces_[first].text == "either" || pieces_[first].text == "only"))
        ++first;
      const size_t end = up_to_names(first, name_end(first));
      // "Women not treated with X" are others than those treated with it.
      const bool denied = pieces_[verb - 1].text == "not";
      if (end > first) add(span_of(denied ? verb - 1 : first, end), span_of(i, end));
    }
    return std::move(found_);
  }

 private:
  // "Group 1", "groups 1 and 2", "groups L-L (0%), P-L (4%)".
  bool short_labels(size_t i) {
    const bool plural = pieces_[i].text.ends_with('s');
    const std::string kind(pieces_[i].text.substr(0, pieces_[i].text.size() - (plural ? 1 : 0)));
    bool any = false;
    for (size_t k = i + 1; k < pieces_.size(); ++k) {
      if (pieces_[k].text == "(" && any && plural) {
        while (k < pieces_.size() && pieces_[k].text != ")") ++k;
        continue;
      }
      if (any && plural && (pieces_[k].text == "," || pieces_[k].text == "and" || pieces_[k].text == "or"))
        continue;
      if (pieces_[k].figure && !is_digit(pieces_[k].text.front())) break;
      if (!is_short_label(sentence_, pieces_[k])) break;
      // "Group 2 weeks", "groups, 12 (40%)"
      if (is_digit(pieces_[k].text.front()) && k + 1 < pieces_.size() &&
          ((pieces_[k - 1].text == "," && !any) || pieces_[k + 1].text == "%" ||
           (pieces_[k + 1].text == "." && pieces_[k + 1].end < lower_.size() &&
            is_digit(lower_[pieces_[k + 1].end]))))
        break;
      const size_t found = found_.size();
      add(span_of(any ? k : i, k + 1), span_of(k, k + 1), pieces_[k].text);
      if (found_.size() > found) found_.back().name = kind + " " + found_.back().name;
      any = true;
      if (!plural) break;
    }
    return any;
  }

  // Where the words of a label before `end` begin; `end` itself where none do.
  size_t label_start(size_t end) const {
    size_t first = end;
    while (first > 0 && end - first < kLabelWordsMax) {
      const SentencePiece& piece = pieces_[first - 1];
      const bool ends = ends_name(piece.text) && piece.text != "p";  // "the N + P group"
      if (piece.text == "a" && first > 1 && pieces_[first - 2].text == "vitamin") {
        --first;
        continue;
      }
      if (!piece.word || piece.figure || ends || leads_to_group(piece.text) || is_article(piece.text) ||
          labels_none(piece.text) || piece.text == "and" || piece.text == "or" || piece.text == "to" ||
          piece.text == "plus" || names_people(piece.text))
        break;
      --first;
    }
    return first;
  }

  bool may_be_label(size_t first, size_t end) const {
    if (first >= end || end - first > 4) return false;
    if (first > 0 && labels_none(pieces_[first - 1].text) && pieces_[first - 1].text != "the" &&
        pieces_[first - 1].text != "our")
      return false;
    static constexpr std::string_view kNone[] = {"age", "study-", "trial", "treatments", "sub", "stratified"};
    const bool letters =
        std::any_of(pieces_[first].start + lower_.begin(), pieces_[end - 1].end + lower_.begin(),
                    [](char c) { return is_letter_byte(c); });
    return letters && !is_one_of(pieces_[end - 1].text, kNone) && !names_people(pieces_[end - 1].text);
  }

  // "The morphine with ketamine group": a name with a small word in it, behind the article.
  size_t label_with_link(size_t first) const {
    if (first < 3) return first;
    const std::string_view link = pieces_[first - 1].text;
    if (link != "with" && link != "plus" && link != "and" && link != "without") return first;
    const size_t before = label_start(first - 1);
    return before > 0 && before < first - 1 && pieces_[before - 1].text == "the" ? before : first;
  }

  void label_before(size_t i) {
    const size_t plain = label_start(i);
    if (!may_be_label(plain, i)) return;
    const size_t first = label_with_link(plain);
    // "In the tibial compared to the peroneal group", "the X and the Y group".
    if (first == plain && first > 2 && pieces_[first - 1].text == "the") {
      size_t link = first - 2;
      if (pieces_[link].text == "in" && link > 0) --link;
      static constexpr std::string_view kLinks[] = {"than", "versus", "vs", "and", "with", "to"};
      if (is_one_of(pieces_[link].text, kLinks)) {
        if (pieces_[link].text == "with" || pieces_[link].text == "to")
          link = link > 0 && pieces_[link - 1].text == "compared" ? link - 1 : 0;
        const size_t other = link > 0 ? label_start(link) : 0;
        if (other > 0 && other < link && pieces_[other - 1].text == "the" && may_be_label(other, link))
          add(span_of(other, link), span_of(other, link));
      }
    }
    add(span_of(first, i), span_of(first, i + 1));
  }

  // "The X and Y groups", "in the A, B and C groups".
  void listed_before(size_t i) {
    std::vector<std::pair<size_t, size_t>> parts;
    size_t end = i;
    while (true) {
      const size_t first = label_start(end);
      if (!may_be_label(first, end)) break;
      parts.emplace_back(first, end);
      size_t link = first;
      if (link > 0 && pieces_[link - 1].text == "the") --link;
      if (link == 0 || (pieces_[link - 1].text != "and" && pieces_[link - 1].text != "or" &&
                        pieces_[link - 1].text != "," && pieces_[link - 1].text != "versus" &&
                        pieces_[link - 1].text != "vs"))
        break;
      end = link - 1;
      if (end > 0 && pieces_[end - 1].text == ",") --end;
    }
    if (parts.size() < 2) return;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
      add(span_of(part->first, part->second), span_of(part->first, part->second));
  }
};

}  // namespace

std::vector<Mention> labelled_mentions(const GroupSentence& sentence) {
  return LabelReader(sentence).labelled();
}

std::vector<Mention> treated_mentions(const GroupSentence& sentence) {
  return LabelReader(sentence).treated();
}

}  // namespace attest
