// Three ways to tell of a group, from the surest to the least sure:
// - a label beside "group" or "arm": "the high-dose group", "group 2", "the X and Y groups";
// - people who got something: "patients receiving ketamine alone", "rt-PA-treated patients";
// - whatever stands on the two sides of "than", "versus", "compared with": "in men than in women".
// A name ends at a bracket, a figure, a verb or a sign.
#include "findings/arms/group_reader.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/sentence_pieces.h"
#include "findings/figures/rate_figures.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNameWordsMax = 8;

constexpr std::string_view kHeldAgainst[] = {"control",   "controls",     "placebo",  "sham",      "usual",
                                             "untreated", "conventional", "standard", "reference", "waiting",
                                             "waitlist",  "vehicle",      "routine"};
// Before "group": words that tell which of several it is of none.
constexpr std::string_view kNoLabels[] = {
    "the",      "both",     "two",   "three", "four",  "five",     "six",    "each",    "either",
    "all",      "between",  "this",  "that",  "same",  "age",      "risk",   "patient", "these",
    "any",      "one",      "other", "every", "our",   "whole",    "entire", "total",   "latter",
    "former",   "working",  "focus", "blood", "drug",  "parallel", "single", "large",   "small",
    "support",  "its",      "their", "whose", "which", "matched",  "some",   "another", "treatments",
    "eight",    "study's",  "no",    "non",   "sub",   "multi",    "task",   "ethnic",  "respective",
    "compared", "combined", "peer",  "only",  "third", "different"};
// Where a name does not go on.
constexpr std::string_view kEnds[] = {
    "than",      "versus",    "vs",          "v",        "compared",   "was",
    "were",      "is",        "are",         "had",      "has",        "have",
    "did",       "showed",    "experienced", "reported", "developed",  "achieved",
    "at",        "during",    "but",         "while",    "whereas",    "respectively",
    "p",         "had",       "required",    "died",     "occurred",   "survived",
    "remained",  "responded", "relative",    "as",       "because",    "significantly",
    "improved",  "completed", "from",        "also",     "only",       "when",
    "by",        "over",      "whose",       "there",    "became",     "could",
    "did",       "would",     "which",       "that",     "continued",  "recovered",
    "healed",    "within",    "reached",     "withdrew", "needed",     "failed",
    "increased", "decreased", "fell",        "rose",     "complained", "differed",
    "be",        "been",      "will",        "may"};
constexpr std::string_view kLeads[] = {"in",        "for",   "with",       "among",   "after",
                                       "following", "on",    "receiving",  "given",   "taking",
                                       "of",        "using", "undergoing", "without", "by"};
constexpr std::string_view kArticles[] = {"the", "a", "an", "those", "all", "our"};
constexpr std::string_view kSorted[] = {"who",        "with",       "without",  "receiving", "treated",
                                        "given",      "taking",     "assigned", "allocated", "randomized",
                                        "randomised", "undergoing", "on",       "using",     "not",
                                        "exposed",    "managed",    "received", "born"};

class Reader {
 public:
  explicit Reader(const GroupSentence& sentence)
      : sentence_(sentence.text),
        lower_(sentence.lower),
        meanings_(sentence.meanings),
        named_(sentence.named),
        pieces_(pieces_of(sentence.lower, sentence.quantities)) {}

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
      size_t left = i;
      if (pieces_[left - 1].text == "as") --left;
      if (left > 0 && pieces_[left - 1].text == ",") --left;
      both_sides(left, right, pieces_[i].text.starts_with('v'), have);
    }
    if (found_.empty() && have.empty()) behind_figures();
    return std::move(found_);
  }

 private:
  ByteSpan span_of(size_t first, size_t end) const {
    return {static_cast<uint32_t>(pieces_[first].start), static_cast<uint32_t>(pieces_[end - 1].end)};
  }

  // `span`: the words that tell it from others; `whole`: as it is called.
  void add(ByteSpan span, ByteSpan whole, std::string_view label = {}) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Mention& one) {
      return one.span.start < span.end && span.start < one.span.end;
    });
    if (known || span.empty()) return;
    std::string id = "group:" + std::string(label.empty() ? span.of(lower_) : label);
    std::string name(whole.of(sentence_));
    for (const GroupMeaning& one : meanings_) {
      if (one.label == label && !label.empty() && !one.meaning.empty()) name += " (" + one.meaning + ")";
    }
    const std::string_view words = span.of(lower_);
    const std::string_view first = words.substr(0, words.find_first_of(" -"));
    found_.push_back({std::move(id), std::move(name), span, is_one_of(first, kHeldAgainst)});
  }

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
    while (first > 0 && end - first < kNameWordsMax) {
      const SentencePiece& piece = pieces_[first - 1];
      const bool ends = is_one_of(piece.text, kEnds) && piece.text != "p";  // "the N + P group"
      if (!piece.word || piece.figure || ends || is_one_of(piece.text, kLeads) ||
          is_one_of(piece.text, kArticles) || is_one_of(piece.text, kNoLabels) || piece.text == "and" ||
          piece.text == "or" || piece.text == "to" || piece.text == "plus" || names_people(piece.text))
        break;
      --first;
    }
    return first;
  }

  bool may_be_label(size_t first, size_t end) const {
    if (first >= end || end - first > 4) return false;
    if (first > 0 && is_one_of(pieces_[first - 1].text, kNoLabels) && pieces_[first - 1].text != "the" &&
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

  // "Ketamine indicated they": of words that hold names known to a vocabulary, what stands behind the last of
  // them is cut.
  size_t up_to_names(size_t first, size_t end) const {
    size_t last = first;
    for (size_t i = first; i < end; ++i) {
      for (const Mention& one : named_) {
        if (one.span.start < pieces_[i].end && pieces_[i].start < one.span.end) last = i + 1;
      }
    }
    if (last == first) return end;
    static constexpr std::string_view kAlone[] = {"alone", "monotherapy", "only"};
    return last < end && is_one_of(pieces_[last].text, kAlone) ? last + 1 : last;
  }

  bool is_named(size_t first, size_t end) const {
    return std::any_of(named_.begin(), named_.end(), [&](const Mention& one) {
      return one.span.start < pieces_[end - 1].end && pieces_[first].start < one.span.end;
    });
  }
  bool has_people(size_t first, size_t end) const {
    return std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(first),
                       pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const SentencePiece& piece) { return names_people(piece.text); });
  }

  // Behind the words of a name that begins at `first`.
  size_t name_end(size_t first) const {
    size_t end = first;
    while (end < pieces_.size() && end - first < kNameWordsMax) {
      const SentencePiece& piece = pieces_[end];
      if (!piece.word || piece.figure || is_one_of(piece.text, kEnds) || piece.text == "in" ||
          piece.text == "after" || piece.text == "for" || piece.text == "both" || piece.text == "they" ||
          piece.text == "reporting" || piece.text == "having")
        break;
      // "Patients on X completed": a verb.
      if (end > first && piece.text.ends_with("ed") && !pieces_[end - 1].text.ends_with("ly")) break;
      if ((piece.text == "and" || piece.text == "or") &&
          (end + 1 >= pieces_.size() || pieces_[end + 1].figure || !pieces_[end + 1].word ||
           is_one_of(pieces_[end + 1].text, kLeads) || is_one_of(pieces_[end + 1].text, kArticles)))
        break;
      ++end;
    }
    return end;
  }

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

  // "74.1% with X versus 75.7% with Y", "20% in men and 30% in women".
  void behind_figures() {
    static constexpr std::string_view kBehind[] = {"with",  "in",    "for",       "on",
                                                   "after", "among", "following", "under"};
    static constexpr std::string_view kBehindBoth[] = {"in", "on", "after", "among"};
    static constexpr std::string_view kAgainst[] = {"versus", "vs", "v", "than", "compared"};
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (i > 0 && pieces_[i - 1].figure) continue;
      const size_t lead = behind_figure(i);
      if (lead == 0 || lead + 1 >= pieces_.size() || !is_one_of(pieces_[lead].text, kBehind)) continue;
      size_t first = lead + 1;
      while (first < pieces_.size() && is_one_of(pieces_[first].text, kArticles)) ++first;
      const size_t end = name_end(first);
      if (end == first || end >= pieces_.size() || tells_no_group(first) || tells_time(first, end)) continue;
      size_t link = end;
      if (pieces_[link].text == "," && link + 1 < pieces_.size()) ++link;
      if (pieces_[link].text == "as" && link + 1 < pieces_.size()) ++link;
      const bool against = is_one_of(pieces_[link].text, kAgainst);
      if (!against && (pieces_[link].text != "and" || !is_one_of(pieces_[lead].text, kBehindBoth))) continue;
      size_t next = link + 1;
      while (next < pieces_.size() && next < link + 3 && !pieces_[next].figure) ++next;
      const size_t other_lead = behind_figure(next);
      if (other_lead == 0 || other_lead + 1 >= pieces_.size() ||
          pieces_[other_lead].text != pieces_[lead].text)
        continue;
      size_t other = other_lead + 1;
      while (other < pieces_.size() && is_one_of(pieces_[other].text, kArticles)) ++other;
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
    while (first < verb && is_one_of(pieces_[first].text, kArticles)) ++first;
    const bool named = verb < at && first < verb && verb - first <= kNameWordsMax && has_people(first, verb);
    return named ? std::pair{first, verb} : std::pair{size_t{0}, size_t{0}};
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

  void both_sides(size_t left_end, size_t right, bool versus, std::span<const Mention> have) {
    // The right side: its preposition, then its words.
    size_t first = right;
    while (first < pieces_.size() &&
           (is_one_of(pieces_[first].text, kArticles) ||
            (is_one_of(pieces_[first].text, kLeads) && first == right && pieces_[first].text != "without")))
      ++first;
    const std::string_view lead_word =
        first > right && is_one_of(pieces_[right].text, kLeads) ? pieces_[right].text : std::string_view();
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
    while (start > 0 && left_end - start < kNameWordsMax && lead == 0) {
      const SentencePiece& piece = pieces_[start - 1];
      if (!piece.word || piece.figure || is_one_of(piece.text, kEnds)) break;
      --start;
      const bool same = lead_word.empty() ? is_one_of(piece.text, kLeads) : piece.text == lead_word;
      if (same && piece.text != "of" && piece.text != "by" && start + 1 < left_end) lead = start + 1;
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
    while (lead < left_end && is_one_of(pieces_[lead].text, kArticles)) ++lead;
    if (lead >= left_end || tells_no_group(lead) || tells_time(lead, left_end) || tells_time(first, end))
      return;
    // "Better in pain scores than placebo": without its preposition the right side may be set against what
    // the sentence begins with.
    if (lead_word.empty() && !(is_named(first, end) && is_named(lead, left_end)) &&
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

  std::string_view sentence_;
  std::string_view lower_;
  std::span<const GroupMeaning> meanings_;
  std::span<const Mention> named_;
  std::vector<SentencePiece> pieces_;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> labelled_mentions(const GroupSentence& sentence) { return Reader(sentence).labelled(); }
std::vector<Mention> treated_mentions(const GroupSentence& sentence) { return Reader(sentence).treated(); }
std::vector<Mention> contrasted_mentions(const GroupSentence& sentence, std::span<const Mention> have) {
  return Reader(sentence).contrasted(have);
}

}  // namespace attest
