// A sentence is cut where a second word of direction has an "and", a comma or a "but" before it. In a clause,
// a degree ("more", "smaller") and a change ("fell", "increase") are multiplied: what fell less is higher.
#include "audit/told_ways.h"

#include <algorithm>

#include "audit/found_differences.h"
#include "audit/ratio_way.h"
#include "audit/way_words.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/effects/null_results.h"
#include "reconcile/outcomes/outcome_names.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "text/word_patterns.h"
#include "verify/direction_words.h"

namespace attest::audit {

namespace {

using namespace way_words;

enum class WayWord : uint8_t { kNo, kChange, kDegree, kQuality, kAlike };

struct WayAt {
  size_t word = 0;
  WayWord kind = WayWord::kNo;
  int sign = 0;
};

class WayReader {
 public:
  WayReader(std::string_view text, const std::vector<SameMeaning>& meanings, Stemmer& stemmer)
      : whole_(lower_ascii(text)),
        plain_(text_outside_brackets(text)),
        lower_(lower_ascii(plain_)),
        meanings_(meanings),
        stemmer_(stemmer),
        words_(tokenize(lower_)) {}

  std::vector<ToldWay> read() {
    if (only_asks(whole_)) return {};
    size_t first = 0;
    size_t joint = 0;  // where a clause may end, since the last word of direction
    bool has_way = false;
    for (size_t i = 0; i < words_.size(); ++i) {
      if (i > first && breaks(i)) {
        read_clause(first, i);
        first = i;
        joint = 0;
        has_way = false;
        continue;
      }
      if (i > first && (word(i) == "and" || comma_before(i))) joint = i;
      if (!carries_way(i)) continue;
      if (has_way && joint > first) {
        read_clause(first, joint);
        first = joint;
      }
      has_way = true;
      joint = 0;
    }
    read_clause(first, words_.size());
    return std::move(ways_);
  }

 private:
  std::string_view word(size_t at) const {
    return at < words_.size() ? words_[at].span.of(lower_) : std::string_view();
  }
  std::string_view between(size_t at) const {
    const size_t from = at > 0 ? words_[at - 1].span.end : 0;
    return std::string_view(lower_).substr(from, words_[at].span.start - from);
  }
  bool comma_before(size_t at) const { return between(at).find(',') != std::string_view::npos; }

  bool breaks(size_t at) const {
    static constexpr std::string_view kBreaks[] = {"but",    "whereas", "while", "although",
                                                   "though", "however", "yet",   "without"};
    static constexpr std::string_view kDegrees[] = {"about", "just",   "nearly", "almost",
                                                    "least", "worked", "equally"};
    const bool well = word(at) == "as" && word(at + 1) == "well" && word(at + 2) == "as" &&
                      !is_one_of(word(at - 1), kDegrees);
    return well || between(at).find(';') != std::string_view::npos || is_one_of(word(at), kBreaks);
  }

  WayAt way_at(size_t at) const {
    const std::string_view one = word(at);
    if (fits_one_of(word(at + 1), kNamed)) return {};
    if (one == "twice" && word(at + 1) != "as" && word(at + 1) != "the") return {};
    // "More than 50 patients", "no longer", "a fall".
    if (is_one_of(one, kMoreOf) || is_one_of(one, kLessOf)) {
      const bool counts = word(at + 1) == "than" && !word(at + 2).empty() && is_digit(word(at + 2)[0]);
      if (counts || (one == "longer" && at > 0 && word(at - 1) == "no")) return {};
      return {at, WayWord::kDegree, is_one_of(one, kMoreOf) ? 1 : -1};
    }
    const bool likened = one == "as" && fits_one_of(word(at + 1), kLikened) && at > 0 &&
                         word(at - 1) != "twice" && word(at - 1) != "half";
    if (likened || fits_one_of(one, kAlikeSaid)) return {at, WayWord::kAlike, 0};
    if (one == "half" && (word(at + 1) == "as" || word(at + 1) == "the")) return {at, WayWord::kDegree, -1};
    if (fits_one_of(one, kRises)) return {at, WayWord::kChange, 1};
    if (fits_one_of(one, kFalls)) return {at, WayWord::kChange, -1};
    if (fits_one_of(one, kBetterWords)) return {at, WayWord::kQuality, 1};
    if (fits_one_of(one, kWorseWords)) return {at, WayWord::kQuality, -1};
    return {};
  }

  // A word of direction that begins a result of its own: not "lowering" in "more effective in lowering".
  bool carries_way(size_t at) const {
    constexpr size_t kNear = 6;
    const WayAt here = way_at(at);
    if (here.kind == WayWord::kNo) return false;
    for (size_t i = at; i > 0 && at - i < kNear; --i) {
      if (word(i - 1) == "and" || comma_before(i)) return true;
      if (way_at(i - 1).kind == WayWord::kDegree) return false;
    }
    return true;
  }

  std::optional<WayAt> combined(size_t first, size_t end, bool& several, bool& alike,
                                bool& change_of_change) const {
    std::vector<WayAt> found;
    for (size_t i = first; i < end; ++i) {
      const WayAt one = way_at(i);
      if (one.kind != WayWord::kNo && one.kind != WayWord::kAlike) found.push_back(one);
      alike = alike || one.kind == WayWord::kAlike;
    }
    several = false;
    if (found.empty()) return std::nullopt;
    WayAt all = found.front();
    bool degree = all.kind == WayWord::kDegree;
    for (size_t i = 1; i < found.size(); ++i) {
      const WayAt& next = found[i];
      const bool joined = word(next.word - 1) == "and" || comma_before(next.word);
      if (next.kind == WayWord::kDegree && degree) {
        several = several || next.sign != all.sign;
        continue;
      }
      const bool of_change = all.kind == WayWord::kChange && next.kind == WayWord::kChange;
      if (next.kind == WayWord::kDegree || degree || (of_change && !joined)) {
        change_of_change = change_of_change || (of_change && !joined);
        // "Reduced the rise"; "more improved" and "better relief" are one.
        all.sign *= next.sign;
        if (all.kind == WayWord::kDegree) all.kind = next.kind;
        degree = degree || next.kind == WayWord::kDegree;
      } else {
        several = several || next.sign != all.sign || next.kind != all.kind;
      }
    }
    if (found.size() > 2) several = several || found.size() > 3;
    return all;
  }

  bool denied(size_t first, size_t end) const {
    for (size_t i = first; i < end; ++i) {
      const bool only = word(i) == "not" && (word(i + 1) == "only" || word(i + 1) == "just");
      if (is_negation(word(i)) && !only && word(i) != "rather" && word(i) != "little") return true;
    }
    return false;
  }

  std::string text_of(size_t first, size_t end) const {
    if (first >= end) return {};
    return plain_.substr(words_[first].span.start, words_[end - 1].span.end - words_[first].span.start);
  }

  void read_clause(size_t first, size_t end) {
    constexpr size_t kWordsMin = 3;
    if (end - first < kWordsMin) return;
    const size_t opened = opening_end(first, end);
    const size_t from = words_[opened].span.start;
    const size_t to = end < words_.size() ? words_[end].span.start : whole_.size();
    const std::string_view said = std::string_view(whole_).substr(from, to - from);
    const std::string_view bare = std::string_view(lower_).substr(from, to - from);
    bool several = false;
    bool alike = false;
    bool of_change = false;
    const std::optional<WayAt> way = combined(first, end, several, alike, of_change);
    const size_t verb = verb_from(first, way ? way->word : end);
    const bool no_subject = way && first > 0 && lacks_subject(first, way->word, end);
    const std::string before = subject_;
    if (!no_subject) subject_ = text_of(first, verb);
    if (has_any_phrase(bare, kNoResult) || (way && is_perhaps(first, way->word))) return;
    if (has_phrase(bare, "baseline") && !has_phrase(bare, "from baseline")) return;
    ToldWay told;
    const DifferenceSaid difference = difference_said(said);
    // "(10 mg of prednisolone or equivalent)" likens nothing.
    alike = alike || difference_said(bare) == DifferenceSaid::kAlike || has_phrase(bare, "not differ*") ||
            has_any_phrase(bare, kKept);
    const bool chance = difference == DifferenceSaid::kNotSignificant || is_left_to_chance(said);
    const size_t at = way ? way->word : end;
    if (alike || (denied(opened, way ? at : end) &&
                  (way || difference != DifferenceSaid::kNothing || has_phrase(bare, "effect*")))) {
      // "Equally reduced", "similar to A and lower than B".
      if (way && alike && !denied(opened, end)) return;
      told.way = 0;
    } else if (chance) {
      told.way = 0;
    } else if (way) {
      if (several) return;
      told.way = way->sign;
      told.quality = way->kind == WayWord::kQuality;
    } else if (const std::optional<int> ratio = way_of_ratio(said)) {
      told.way = ratio;
    } else if (difference != DifferenceSaid::kSignificant) {
      return;
    }
    told.of_change = of_change;
    if (way) told.way_word = std::string(word(way->word));
    told.degree = told.way && *told.way != 0 && has_degree(first, end);
    told.between = told.way && *told.way == 0 && (alike || compares_groups(bare));
    told.no_subject = no_subject;
    if (no_subject) told.subject = before;
    place_sides(first, end, told);
    static constexpr std::string_view kBack[] = {"the difference*", "this difference", "these differences",
                                                 "a significant difference", "differences"};
    told.refers_back = has_any_phrase(bare, kBack);
    if (told.main.words.empty()) return;
    ways_.push_back(std::move(told));
  }

  bool has_degree(size_t first, size_t end) const {
    for (size_t i = first; i < end; ++i) {
      if (way_at(i).kind == WayWord::kDegree) return true;
    }
    return false;
  }

  // "But was lower in …", "and a higher risk of …"; not "greater attendance was …".
  bool lacks_subject(size_t first, size_t at, size_t end) const {
    for (size_t i = first; i < at; ++i) {
      if (!is_one_of(word(i), kBeing)) return false;
    }
    for (size_t i = at + 1; i < end; ++i) {
      if (is_one_of(word(i), kVerbs)) return false;
    }
    return true;
  }

  // Behind the comma of what opens a clause; `first` where nothing does.
  size_t opening_end(size_t first, size_t end) const {
    if (!is_one_of(word(first), kMarks) && !is_one_of(word(first), kOpens) && word(first) != "unlike")
      return first;
    for (size_t i = first + 1; i < end; ++i) {
      if (comma_before(i)) return i;
    }
    return first;
  }

  // The first verb, where what is spoken of ends.
  size_t verb_from(size_t first, size_t end) const {
    for (size_t i = first; i < end; ++i) {
      const bool mark = i > first && is_one_of(word(i), kMarks);
      if (is_one_of(word(i), kVerbs) || mark || way_at(i).kind == WayWord::kAlike) return i;
    }
    return end;
  }

  // "May be lower": said to be possible.
  bool is_perhaps(size_t first, size_t at) const {
    constexpr size_t kNear = 5;
    for (size_t i = at; i > first && at - i < kNear; --i) {
      if (is_one_of(word(i - 1), kPerhaps)) return true;
    }
    return false;
  }

  // Where "in patients with …", "over 12 weeks" begins behind `from`.
  size_t tail_from(size_t from, size_t end) const {
    constexpr size_t kBefore = 3;
    for (size_t i = from; i < end; ++i) {
      if (!is_one_of(word(i), kTails)) continue;
      for (size_t k = i + 1; k < end && k <= i + kBefore; ++k) {
        const bool whom = fits_one_of(word(k), kWhom) && !is_one_of(word(k + 1), kArms);
        if (whom || is_digit(word(k).empty() ? ' ' : word(k)[0])) return i;
      }
    }
    return end;
  }

  void place_sides(size_t first, size_t end, ToldWay& told) {
    constexpr size_t kAgainstWords = 9;
    size_t start = first;
    std::string around;
    // "Compared with placebo, …": the comparison opens it. "In patients with …,": whom it was seen in.
    if (const size_t opened = opening_end(first, end); opened > first) {
      if (is_one_of(word(first), kMarks) || word(first) == "unlike")
        told.against = read_part(first + 1, opened);
      else
        around = text_of(first + 1, opened);
      start = opened;
    }
    size_t mark = end;
    for (size_t i = start; i < end && mark == end; ++i) {
      const bool likened = i > start + 1 && word(i) == "as" && told.way && has_likeness(start, i);
      if (likened || (is_one_of(word(i), kMarks) && !(word(i) == "relative" && word(i + 1) != "to")))
        mark = i;
    }
    const size_t cut = std::min(mark, tail_from(start + 1, mark));
    std::string main = text_of(start, cut);
    around += " " + text_of(cut, mark);
    if (mark < end) {
      size_t stop = mark + 1;
      // "Compared with 3 points for those receiving placebo".
      const auto names_arm = [&](size_t i) {
        return fits_one_of(word(i), kWhom) && is_one_of(word(i + 1), kArms);
      };
      while (stop < end && stop < mark + kAgainstWords && !comma_before(stop) &&
             !(stop > mark + 2 && is_one_of(word(stop), kTails) && !names_arm(stop + 1)))
        ++stop;
      told.against = read_part(mark + 1, stop);
      const size_t tail = tail_from(stop, end);
      main += " " + text_of(stop, tail);
      around += " " + text_of(tail, end);
    }
    if (!told.no_subject)
      against_ = told.against;
    else if (told.against.words.empty() && told.degree)
      told.against = against_;
    told.compared = !told.against.words.empty();
    told.main = read_claim_text(main, meanings_, stemmer_);
    name_outcome(told);
    told.around = read_claim_text(around, meanings_, stemmer_);
  }

  static void name_outcome(ToldWay& told) {
    std::vector<OutcomePlace> places = find_outcomes(told.main.lower);
    if (!told.way || places.empty()) return;
    const bool one = std::all_of(places.begin(), places.end(), [&](const OutcomePlace& place) {
      return place.name == places.front().name;
    });
    if (!one || (told.quality && places.front().wanted == 0)) return;
    told.outcome = places.front().name;
    told.of_outcome = *told.way * (told.quality ? places.front().wanted : places.front().sense);
  }

  // "As often as", "twice as much morphine as".
  bool has_likeness(size_t start, size_t at) const {
    constexpr size_t kNear = 5;
    for (size_t i = at; i > start && at - i < kNear; --i) {
      if (word(i - 1) == "as" && fits_one_of(word(i), kLikened)) return true;
    }
    return false;
  }

  ReadText read_part(size_t first, size_t end) {
    return read_claim_text(text_of(first, end), meanings_, stemmer_);
  }

  std::string whole_;
  std::string plain_;
  std::string lower_;
  const std::vector<SameMeaning>& meanings_;
  Stemmer& stemmer_;
  std::vector<Token> words_;
  std::string subject_;  // of the clause before
  ReadText against_;     // what it was compared with
  std::vector<ToldWay> ways_;
};

}  // namespace

std::vector<ToldWay> told_ways(std::string_view text, const std::vector<SameMeaning>& meanings,
                               Stemmer& stemmer) {
  return WayReader(text, meanings, stemmer).read();
}

}  // namespace attest::audit
