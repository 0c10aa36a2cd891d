// Two orders occur in English result sentences: figure then arm ("43 of 54 (80%) in the biofeedback group and
// 12 of 55 (22%) in the macrogol group") and arm then figure ("biofeedback 70% v placebo 38%"). For the whole
// sentence the order is chosen in which more figures find a name; in "figure then arm" the name must follow
// through a connecting word (in, with, of, after, given…), which keeps a name that opens the next part of the
// comparison from being taken.
#include "findings/arms.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "findings/between_names.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr std::string_view kConnections[] = {
    "in",  "with", "of",   "after",     "on",    "given", "receiving", "received", "treated",
    "for", "by",   "from", "following", "under", "among", "using",     "assigned", "taking",
};
// Words that begin the next part of a comparison: no name behind them belongs to the figure before.
constexpr std::string_view kBreaks[] = {"versus", "vs", "v", "against", "compared", "than"};

// "(HbA1c > 10%)" is a limit, and "increased by 3.7%" a change: neither is a share of people.
bool is_limit_or_change(std::string_view lower, const Quantity& quantity) {
  if (!std::isnan(quantity.numerator) || !std::isnan(quantity.denominator)) return false;
  const std::string_view before = lower.substr(0, quantity.span.start);
  const size_t open = before.rfind('(');
  if (quantity.relation != Relation::kEqual && quantity.relation != Relation::kApproximately &&
      open != std::string_view::npos) {
    const std::string_view inside = before.substr(open);
    if (inside.find(')') == std::string_view::npos && std::any_of(inside.begin(), inside.end(), is_letter))
      return true;
  }
  static constexpr std::string_view kChanges[] = {
      "increased", "decreased", "rose",     "fell",      "reduced",   "declined", "dropped", "gained",
      "lost",      "increase",  "decrease", "reduction", "a decline", "a fall",   "a rise",  "a gain"};
  constexpr size_t kFarBytes = 16;
  std::string_view near = before.substr(before.size() - std::min(before.size(), kFarBytes));
  while (!near.empty() && near.back() == ' ') near.remove_suffix(1);
  for (const std::string_view link : {" by", " of"}) {
    if (near.ends_with(link)) near.remove_suffix(link.size());
  }
  return std::any_of(std::begin(kChanges), std::end(kChanges),
                     [&](std::string_view change) { return near.ends_with(change); });
}

bool is_rate(std::string_view lower, const Quantity& quantity) {
  if (quantity.kind != QuantityKind::kProportion && quantity.kind != QuantityKind::kPercentage) return false;
  return !is_limit_or_change(lower, quantity);
}

// The first mention after `from` and before `until` that a connecting word leads to.
const Mention* arm_after(std::string_view lower, size_t from, size_t until,
                         std::span<const Mention> mentions) {
  for (const Mention& mention : mentions) {
    if (mention.span.start < from || mention.span.end > until) continue;
    const std::string_view between = lower.substr(from, mention.span.start - from);
    if (between.find(';') != std::string_view::npos) return nullptr;
    if (has_any_phrase(between, kBreaks)) return nullptr;
    return has_any_phrase(between, kConnections) ? &mention : nullptr;
  }
  return nullptr;
}

// "6 of 24 botulinum toxin procedures (25%)": the name is part of the figure.
const Mention* arm_inside(ByteSpan figure, std::span<const Mention> mentions) {
  for (const Mention& mention : mentions) {
    if (mention.span.start >= figure.start && mention.span.end <= figure.end) return &mention;
  }
  return nullptr;
}

const Mention* arm_before(size_t from, size_t until, std::span<const Mention> mentions) {
  const Mention* last = nullptr;
  for (const Mention& mention : mentions) {
    if (mention.span.start >= from && mention.span.end <= until) last = &mention;
  }
  return last;
}

void fill_rate(const Quantity& quantity, ArmRate& rate) {
  rate.span = quantity.span;
  rate.events = quantity.numerator;
  rate.total = quantity.denominator;
  rate.percent = quantity.value;
  rate.percent_stated = !std::isnan(quantity.value);
  if (std::isnan(rate.percent) && rate.total > 0) rate.percent = 100.0 * rate.events / rate.total;
}

}  // namespace

std::vector<ArmRate> attach_rates(std::string_view sentence, std::span<const Quantity> quantities,
                                  std::span<const Mention> mentions) {
  std::vector<const Quantity*> figures;
  std::vector<const Quantity*> times;
  const std::string lower = lower_ascii(sentence);
  for (const Quantity& quantity : quantities) {
    if (is_rate(lower, quantity)) figures.push_back(&quantity);
    if (quantity.kind == QuantityKind::kDuration && quantity.follow_up) times.push_back(&quantity);
  }
  if (figures.empty()) return {};

  const size_t count = figures.size();
  std::vector<const Mention*> after(count, nullptr);
  std::vector<const Mention*> before(count, nullptr);
  size_t after_count = 0;
  size_t before_count = 0;
  for (size_t i = 0; i < count; ++i) {
    const size_t next = i + 1 < count ? figures[i + 1]->span.start : sentence.size();
    const size_t previous = i > 0 ? figures[i - 1]->span.end : 0;
    after[i] = arm_inside(figures[i]->span, mentions);
    if (after[i] == nullptr) after[i] = arm_after(lower, figures[i]->span.end, next, mentions);
    before[i] = arm_before(previous, figures[i]->span.start, mentions);
    after_count += after[i] != nullptr ? 1 : 0;
    before_count += before[i] != nullptr ? 1 : 0;
  }
  const bool figure_first = after_count > 0 && after_count >= before_count;
  const bool one_arm = std::all_of(mentions.begin(), mentions.end(),
                                   [&](const Mention& m) { return m.id == mentions.front().id; });

  // "A and B: 70% and 23%, respectively": in order.
  const bool respectively = has_phrase(lower, "respectively") && mentions.size() >= count && !one_arm;

  std::vector<ArmRate> rates(count);
  for (size_t i = 0; i < count; ++i) {
    ArmRate& rate = rates[i];
    fill_rate(*figures[i], rate);
    if (respectively && after_count < count) {
      rate.arm = mentions[mentions.size() - count + i];
    } else if (figure_first) {
      if (after[i] != nullptr) rate.arm = *after[i];
    } else if (before[i] != nullptr) {
      rate.arm = *before[i];
    }
    if (rate.arm.name.empty() && one_arm && !mentions.empty()) rate.arm = mentions.front();
    // "Estrogen plus progestin" is another arm than estrogen.
    if (!rate.arm.name.empty() && is_part_of_combination(lower, rate.arm.span)) rate.arm = {};

    // The time of this figure: the nearest one in its own part, or the only one of the sentence.
    const size_t next = i + 1 < count ? figures[i + 1]->span.start : sentence.size();
    const size_t previous = i > 0 ? figures[i - 1]->span.end : 0;
    const Quantity* time = nullptr;
    for (const Quantity* candidate : times) {
      if (candidate->span.start >= figures[i]->span.end && candidate->span.end <= next) {
        time = candidate;
        break;
      }
    }
    if (time == nullptr) {
      for (const Quantity* candidate : times) {
        if (candidate->span.start >= previous && candidate->span.end <= figures[i]->span.start && i == 0)
          time = candidate;
      }
    }
    const std::string_view own_part =
        std::string_view(lower).substr(figures[i]->span.end, next - figures[i]->span.end);
    const bool at_first = has_phrase(own_part, "at first") || has_phrase(own_part, "initially");
    if (time == nullptr && times.size() == 1 && !at_first) time = times.front();
    if (time != nullptr) {
      rate.follow_up_days = duration_days(*time);
      rate.follow_up = std::string(time->span.of(sentence));
    }
  }
  return rates;
}

}  // namespace attest
