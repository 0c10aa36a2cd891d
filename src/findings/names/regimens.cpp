#include "findings/names/regimens.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/names/between_names.h"
#include "findings/names/combinations.h"
#include "findings/names/regimen_words.h"
#include "text/brackets.h"
#include "text/phrases.h"

namespace attest {
namespace {

// "Adjusted" before "warfarin", "combination therapy": found in texts, and nothing that could be given.
bool names_no_drug(const Mention& one) {
  static constexpr std::string_view kEndings[] = {"ed",         "therapy", "therapies",  "treatment",
                                                  "treatments", "regimen", "regimens",   "dose",
                                                  "arm",        "group",   "combination"};
  return one.id.starts_with("text:") && ends_with_one_of(one.id, kEndings);
}

struct Run {
  size_t first = 0;
  size_t last = 0;
};

class RegimenReader {
 public:
  RegimenReader(std::string_view lower, const std::vector<Mention>& named) : lower_(lower), named_(named) {}

  std::vector<Mention> read() {
    for (size_t first = 0; first < named_.size();) {
      size_t last = first;
      while (last + 1 < named_.size() && joining(last) != Joining::kApart) ++last;
      read_run({first, last});
      first = last + 1;
    }
    return std::move(things_);
  }

 private:
  Joining joining(size_t i) const {
    const Mention& a = named_[i];
    const Mention& b = named_[i + 1];
    if (a.is_control || b.is_control || names_no_drug(a) || names_no_drug(b) || a.span.end > b.span.start ||
        b.span.end > lower_.size())
      return Joining::kApart;
    return joining_of(lower_.substr(0, a.span.start), lower_.substr(0, a.span.end),
                      lower_.substr(a.span.end, b.span.start - a.span.end));
  }
  std::string_view before(const Run& run) const { return lower_.substr(0, named_[run.first].span.start); }
  std::string_view behind(const Run& run) const {
    return lower_.substr(std::min<size_t>(named_[run.last].span.end, lower_.size()));
  }
  bool has(const Run& run, Joining wanted) const {
    for (size_t i = run.first; i < run.last; ++i) {
      if (joining(i) == wanted) return true;
    }
    return false;
  }
  bool names_twice(const Run& run) const {
    for (size_t i = run.first; i <= run.last; ++i) {
      for (size_t j = i + 1; j <= run.last; ++j) {
        if (named_[i].id == named_[j].id) return true;
      }
    }
    return false;
  }

  void add_apart(const Run& run) {
    things_.insert(things_.end(), named_.begin() + static_cast<std::ptrdiff_t>(run.first),
                   named_.begin() + static_cast<std::ptrdiff_t>(run.last) + 1);
  }

  // As one, from `start` in the sentence.
  void add_joined(const Run& run, size_t start, std::string_view short_name = {}) {
    Mention whole = named_[run.first];
    whole.span = {static_cast<uint32_t>(start), named_[run.last].span.end};
    whole.name.clear();
    std::vector<std::string> ids;
    for (size_t i = run.first; i <= run.last; ++i) {
      const bool choice = i > run.first && joining(i - 1) == Joining::kChoice;
      whole.name += (i == run.first ? "" : choice ? " or " : " + ") + named_[i].name;
      if (choice)
        ids.back() += "|" + named_[i].id;  // of no entry: which of them it was is not said
      else
        ids.push_back(named_[i].id);
    }
    if (!short_name.empty()) {
      std::string capitals(short_name);
      std::transform(capitals.begin(), capitals.end(), capitals.begin(), to_upper);
      whole.name = capitals + " (" + whole.name + ")";
    }
    whole.id = combination_id(std::move(ids));
    things_.push_back(std::move(whole));
  }

  // "Bismuth-based quadruple therapy", "proton pump inhibitor (PPI)-based regimens".
  bool add_named_by_part(const Run& run) {
    static constexpr std::string_view kKinds[] = {"triple", "quadruple", "dual", "sequential", "combination"};
    static constexpr std::string_view kNouns[] = {"therapy",   "regimen",  "treatment",
                                                  "therapies", "regimens", "treatments"};
    const Mention& part = named_[run.first];
    constexpr size_t kReach = 60;
    const std::string outside = without_round_brackets(behind(run).substr(0, kReach));
    std::string_view words = outside;
    if (words.starts_with(" -")) words.remove_prefix(1);
    bool based = false;
    for (const std::string_view lead : {"-based ", " based ", "-containing "}) {
      if (!words.starts_with(lead)) continue;
      words.remove_prefix(lead.size());
      based = true;
    }
    if (part.is_control || (!based && !words.starts_with(' '))) return false;
    const std::vector<Piece> pieces = pieces_of(words);
    if (pieces.empty()) return false;
    std::string kind;
    if (based && (pieces.front().plain == "regimen" || pieces.front().plain == "regimens"))
      kind = "regimen";
    else if (pieces.size() > 1 && is_one_of(pieces.front().plain, kKinds) &&
             is_one_of(pieces[1].plain, kNouns))
      kind = pieces.front().plain + " therapy";
    else
      return false;
    Mention whole = part;
    if (whole.name.ends_with('s') && !whole.name.ends_with("ss")) whole.name.pop_back();
    whole.name += (based ? "-based " : " ") + kind;
    whole.id = combination_id({part.id, "text:" + kind});
    things_.push_back(std::move(whole));
    return true;
  }

  void read_run(const Run& run) {
    if (run.first == run.last) {
      if (!add_named_by_part(run)) add_apart(run);
      return;
    }
    const std::string_view ahead = before(run);
    const size_t spelt = short_form(ahead, behind(run), named_, run.first, run.last);
    const size_t introduced = introduction(ahead);
    const size_t concluded = conclusion(behind(run));
    const std::string_view names =
        lower_.substr(named_[run.first].span.start, named_[run.last].span.end - named_[run.first].span.start);
    const bool together = spelt < ahead.size() || introduced < ahead.size() || concluded > 0 ||
                          are_of_one_group(lower_, ahead, names, behind(run)) ||
                          is_one_subject(ahead, names, behind(run));
    if (names_twice(run) || !together) {
      read_apart(run);
      return;
    }
    if (has(run, Joining::kChoice)) {
      size_t slots = 1;
      for (size_t i = run.first; i < run.last; ++i) slots += joining(i) == Joining::kChoice ? 0 : 1;
      const std::string_view said =
          introduced < ahead.size() ? ahead.substr(introduced) : behind(run).substr(0, concluded);
      if (promised(said) != slots) {
        read_apart(run);
        return;
      }
    }
    const std::string_view letters = spelt < ahead.size()
                                         ? ahead.substr(spelt, ahead.find_first_of(" (", spelt) - spelt)
                                         : std::string_view();
    add_joined(run, std::min(spelt, introduced), letters);
  }

  // Nothing says that all of it was given together: what "plus" joins was.
  void read_apart(const Run& run) {
    const size_t things = run.last - run.first + 1;
    constexpr size_t kThree = 3;
    const bool choice = has(run, Joining::kChoice);
    // "A plus B and C": all three, unless C is held against them.
    static constexpr std::string_view kHeld[] = {" were",        " had",   " are", " alone",
                                                 " monotherapy", " group", " arm", ", respectively"};
    const std::string_view next = behind(run);
    const bool held = std::any_of(std::begin(kHeld), std::end(kHeld),
                                  [&](std::string_view word) { return next.starts_with(word); });
    if (things == kThree && !choice && !held && !names_twice(run) && has(run, Joining::kFirmly) &&
        has(run, Joining::kListed) &&
        has_phrase(lower_.substr(named_[run.first].span.end,
                                 named_[run.last].span.start - named_[run.first].span.end),
                   "and")) {
      add_joined(run, named_[run.first].span.start);
      return;
    }
    for (size_t first = run.first; first <= run.last;) {
      size_t last = first;
      while (last < run.last && joining(last) == Joining::kFirmly) ++last;
      const Run part{first, last};
      if (first == last) {
        if (!add_named_by_part(part)) add_apart(part);
      } else if (names_twice(part)) {
        add_apart(part);
      } else {
        add_joined(part, named_[first].span.start);
      }
      first = last + 1;
    }
  }

  std::string_view lower_;
  const std::vector<Mention>& named_;
  std::vector<Mention> things_;
};

}  // namespace

std::vector<Mention> join_regimens(std::string_view lower, const std::vector<Mention>& named) {
  return RegimenReader(lower, named).read();
}

size_t start_of_short_form(std::string_view lower, const std::vector<Mention>& named, size_t first,
                           size_t last) {
  const std::string_view before = lower.substr(0, named[first].span.start);
  const std::string_view behind = lower.substr(std::min<size_t>(named[last].span.end, lower.size()));
  const size_t start = short_form(before, behind, named, first, last);
  return start < before.size() ? start : std::string_view::npos;
}

bool is_said_together(std::string_view lower, const std::vector<Mention>& named, size_t first, size_t last) {
  const std::string_view before = lower.substr(0, named[first].span.start);
  const std::string_view behind = lower.substr(std::min<size_t>(named[last].span.end, lower.size()));
  return introduction(before) < before.size() || conclusion(behind) > 0 ||
         short_form(before, behind, named, first, last) < before.size();
}

Mention regimen_of_title(std::string_view title, const std::vector<Mention>& named) {
  static constexpr std::string_view kOthers[] = {"alone",           "versus",      "vs",     "monotherapy",
                                                 "with or without", "addition of", "adding", "compared",
                                                 "or without",      "comparison",  "added"};
  if (has_any_phrase(title, kOthers)) return {};
  Mention whole;
  for (Mention& thing : join_regimens(title, named)) {
    if (thing.is_control) continue;
    if (!is_combination(thing.id) || (!whole.id.empty() && whole.id != thing.id)) return {};
    whole = std::move(thing);
  }
  return whole;
}

}  // namespace attest
