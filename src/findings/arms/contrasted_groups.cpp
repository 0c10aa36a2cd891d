// Whatever stands on the two sides of "than", "versus", "compared with": "in men than in women". A name ends
// at a bracket, a figure, a verb or a sign.
#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/group_finder.h"
#include "findings/figures/rate_figures.h"
#include "text/comparing_words.h"

namespace attest {
namespace {

constexpr size_t kSideWordsMax = 8;

class ContrastReader : GroupFinder {
 public:
  explicit ContrastReader(const GroupSentence& sentence) : GroupFinder(sentence) {}

  // "In A than in B", "A versus B": whatever stands on both sides. `have`: groups that are found already.
  std::vector<Mention> contrasted(std::span<const Mention> have) {
    static constexpr std::string_view kOpposing[] = {"than", "versus", "vs", "v"};
    for (size_t i = 1; i + 1 < pieces_.size(); ++i) {
      size_t right = i + 1;
      if (pieces_[i].text == "compared" && (pieces_[right].text == "with" || pieces_[right].text == "to"))
        ++right;
      else if (!is_one_of(pieces_[i].text, kOpposing))
        continue;
      if (right < pieces_.size() && pieces_[right].text == ".") ++right;
      // "Compared with that of the control subjects"
      const bool of_subject = right + 2 < pieces_.size() &&
                              (pieces_[right].text == "that" || pieces_[right].text == "those") &&
                              pieces_[right + 1].text == "of";
      if (of_subject) right += 2;
      size_t left = i;
      if (pieces_[left - 1].text == "as") --left;
      if (left > 0 && pieces_[left - 1].text == ",") --left;
      if (of_subject)
        with_subject(left, right);
      else
        both_sides(left, right, pieces_[i].text.starts_with('v'), have);
    }
    if (found_.empty() && have.empty()) behind_figures();
    return std::move(found_);
  }

 private:
  // What is set against something in time, or against what was to be expected, is no group.
  bool tells_no_group(size_t first) const {
    static constexpr std::string_view kNone[] = {
        "baseline",  "before",       "expected",     "previous", "previously", "predicted",
        "ever",      "pretreatment", "usual",        "that",     "at",         "half",
        "one",       "two",          "three",        "initial",  "it",         "they",
        "during",    "prior",        "preoperative", "other",    "others",     "normal",
        "twice",     "any",          "either",       "both",     "p",          "chance",
        "historical"};
    return first >= pieces_.size() || !pieces_[first].word || is_digit(pieces_[first].text.front()) ||
           pieces_[first].figure || is_one_of(pieces_[first].text, kNone);
  }

  // Behind a figure, or "34%" of several pieces: the first piece after it; 0 where no figure begins at `at`.
  size_t behind_figure(size_t at) const {
    if (at >= pieces_.size() || !pieces_[at].figure) return 0;
    size_t end = at;
    int depth = 0;
    while (end < pieces_.size() && (pieces_[end].figure || depth > 0 || pieces_[end].text == "(")) {
      if (pieces_[end].text == "(") ++depth;
      if (pieces_[end].text == ")") --depth;
      ++end;
    }
    return end;
  }

  // "By using X": what leads to the name is the second word.
  size_t behind_by(size_t at) const {
    const bool by = at > 0 && at + 1 < pieces_.size() && pieces_[at].text == "by";
    return by && pieces_[at + 1].text == "using" ? at + 1 : at;
  }

  // "74.1% with X versus 75.7% with Y", "20% in men and 30% in women".
  void behind_figures() {
    static constexpr std::string_view kBehind[] = {"with",  "in",        "for",   "on",   "after",
                                                   "among", "following", "under", "using"};
    static constexpr std::string_view kBehindBoth[] = {"in", "on", "after", "among", "using"};
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (i > 0 && pieces_[i - 1].figure) continue;
      const size_t lead = behind_by(behind_figure(i));
      if (lead == 0 || lead + 1 >= pieces_.size() || !is_one_of(pieces_[lead].text, kBehind)) continue;
      size_t first = lead + 1;
      while (first < pieces_.size() && is_article(pieces_[first].text)) ++first;
      const size_t end = name_end(first);
      if (end == first || end >= pieces_.size() || tells_no_group(first) || tells_time(first, end)) continue;
      size_t link = end;
      if (pieces_[link].text == "," && link + 1 < pieces_.size()) ++link;
      if (pieces_[link].text == "as" && link + 1 < pieces_.size()) ++link;
      const bool against = is_one_of(pieces_[link].text, kComparingWords);
      if (!against && (pieces_[link].text != "and" || !is_one_of(pieces_[lead].text, kBehindBoth))) continue;
      size_t next = link + 1;
      while (next < pieces_.size() && next < link + 3 && !pieces_[next].figure) ++next;
      const size_t other_lead = behind_by(behind_figure(next));
      if (other_lead == 0 || other_lead + 1 >= pieces_.size() ||
          pieces_[other_lead].text != pieces_[lead].text)
        continue;
      size_t other = other_lead + 1;
      while (other < pieces_.size() && is_article(pieces_[other].text)) ++other;
      const size_t other_end = name_end(other);
      if (other_end == other || tells_no_group(other) || tells_time(other, other_end)) continue;
      add(span_of(first, end), span_of(first, end));
      add(span_of(other, other_end), span_of(other, other_end));
    }
  }

  // "Biosimilar users were older than originator users": where its subject stands, before the verb.
  std::pair<size_t, size_t> subject_before(size_t at) const {
    size_t verb = at;
    while (verb > 0 && pieces_[verb - 1].word && !pieces_[verb - 1].figure) --verb;
    const size_t start = verb;
    static constexpr std::string_view kVerbs[] = {"were", "was", "had", "showed", "experienced", "reported"};
    while (verb < at && !is_one_of(pieces_[verb].text, kVerbs)) ++verb;
    size_t first = start;
    while (first < verb && is_article(pieces_[first].text)) ++first;
    const bool named = verb < at && first < verb && verb - first <= kSideWordsMax && has_people(first, verb);
    return named ? std::pair{first, verb} : std::pair{size_t{0}, size_t{0}};
  }

  // "More PCD than DSME participants": where the first name begins, behind "more"; 0 where none does.
  size_t behind_more(size_t start, size_t end) const {
    static constexpr std::string_view kMoreWords[] = {"more", "fewer"};
    constexpr size_t kNameMax = 3;
    for (size_t i = start; i + 1 < end; ++i) {
      if (!is_one_of(pieces_[i].text, kMoreWords) || end - i - 1 > kNameMax) continue;
      const bool alone = i + 2 == end && pieces_[i + 1].text.size() > 1;
      return has_people(i + 1, end) || (alone && is_short_label(sentence_, pieces_[i + 1])) ? i + 1 : 0;
    }
    return 0;
  }

  // "In the last month than in the month before".
  bool tells_time(size_t first, size_t end) const {
    static constexpr std::string_view kTimes[] = {"month", "months",    "week",   "weeks", "year", "years",
                                                  "day",   "days",      "period", "phase", "hour", "hours",
                                                  "night", "trimester", "visit",  "decade"};
    return !has_people(first, end) &&
           std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(first),
                       pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const SentencePiece& piece) { return is_one_of(piece.text, kTimes); });
  }

  // The subject of a clause, and the people at `right`.
  void with_subject(size_t left_end, size_t right) {
    size_t first = right;
    while (first < pieces_.size() && is_article(pieces_[first].text)) ++first;
    const size_t end = first < pieces_.size() ? name_end(first) : first;
    if (end == first || tells_no_group(first) || !has_people(first, end)) return;
    const auto [begin, verb] = subject_before(left_end);
    if (verb <= begin) return;
    add(span_of(begin, verb), span_of(begin, verb));
    add(span_of(first, end), span_of(first, end));
  }

  void both_sides(size_t left_end, size_t right, bool versus, std::span<const Mention> have) {
    // The right side: its preposition, then its words.
    size_t first = right;
    while (first < pieces_.size() &&
           (is_article(pieces_[first].text) ||
            (leads_to_group(pieces_[first].text) && first == right && pieces_[first].text != "without")))
      ++first;
    const std::string_view lead_word =
        first > right && leads_to_group(pieces_[right].text) ? pieces_[right].text : std::string_view();
    const size_t people = first > right && pieces_[first - 1].text == "those" ? first - 1 : first;
    if (tells_no_group(first)) return;
    const size_t end = up_to_names(first, name_end(first));
    if (end == first) return;
    // The left side: behind the same preposition.
    if (left_end > 0 && pieces_[left_end - 1].text == ")") {
      while (left_end > 0 && pieces_[left_end - 1].text != "(") --left_end;
      if (left_end > 0) --left_end;
    }
    size_t start = left_end;
    size_t lead = 0;
    while (start > 0 && left_end - start < kSideWordsMax && lead == 0) {
      const SentencePiece& piece = pieces_[start - 1];
      if (!piece.word || piece.figure || ends_name(piece.text)) break;
      --start;
      const bool same = lead_word.empty() ? leads_to_group(piece.text) : piece.text == lead_word;
      if (same && piece.text != "of" && piece.text != "by" && start + 1 < left_end) lead = start + 1;
    }
    if (const size_t more = behind_more(start, left_end);
        more != 0 && lead == 0 && lead_word.empty() && has_people(first, end)) {
      add(span_of(more, left_end), span_of(more, left_end));
      add(span_of(first, end), span_of(people, end));
      return;
    }
    if (lead == 0 && has_people(first, end)) {
      const auto [begin, verb] = subject_before(left_end);
      if (verb > begin && lead_word.empty()) {
        add(span_of(begin, verb), span_of(begin, verb));
        add(span_of(first, end), span_of(people, end));
      }
      return;
    }
    if (lead == 0) return;
    while (lead < left_end && is_article(pieces_[lead].text)) ++lead;
    if (lead >= left_end || tells_no_group(lead) || tells_time(lead, left_end) || tells_time(first, end))
      return;
    // "Better in pain scores than placebo": without its preposition the right side may be set against what
    // the sentence begins with.
    // "In obese than normal-weight children"
    const bool kind_of_people = left_end - lead == 1 && end - first >= 2 && has_people(first, end);
    if (lead_word.empty() && !kind_of_people && !(is_named(first, end) && is_named(lead, left_end)) &&
        !(has_people(first, end) && (has_people(lead, left_end) || versus)))
      return;
    const ByteSpan on_left = span_of(lead, left_end);
    const ByteSpan on_right = span_of(first, end);
    const auto overlaps = [&](ByteSpan span) {
      return std::any_of(have.begin(), have.end(), [&](const Mention& one) {
        return one.span.start < span.end && span.start < one.span.end;
      });
    };
    if (!overlaps(on_left)) add(on_left, on_left);
    if (!overlaps(on_right)) add(on_right, span_of(people, end));
  }
};

}  // namespace

std::vector<Mention> contrasted_mentions(const GroupSentence& sentence, std::span<const Mention> have) {
  return ContrastReader(sentence).contrasted(have);
}

}  // namespace attest
