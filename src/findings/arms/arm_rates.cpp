// The shares of a sentence, each with its arm and its time (findings/arms/arms.h).
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "findings/arms/arms.h"
#include "findings/figures/figure_times.h"
#include "findings/figures/rate_figures.h"

namespace attest {
namespace {

// "Rizatriptan 5 mg 62%, 10 mg 71%": where several doses of one drug are compared, each is an arm of its own.
void part_doses(std::string_view sentence, const std::vector<ByteSpan>& doses, std::vector<ArmRate>& rates) {
  std::vector<std::string> own(rates.size());
  for (size_t i = 0; i < rates.size(); ++i) {
    const ArmRate& rate = rates[i];
    const size_t from = i > 0 ? rates[i - 1].span.end : 0;
    const size_t until = i + 1 < rates.size() ? rates[i + 1].span.start : sentence.size();
    const bool named_after = rate.arm.span.start > rate.span.start;
    for (const ByteSpan dose : doses) {
      if (named_after ? own[i].empty() && dose.start >= rate.span.end && dose.end <= until
                      : dose.start >= from && dose.end <= rate.span.start)
        own[i] = dose.of(sentence);
    }
  }
  std::vector<Mention> arms;
  for (size_t i = 0; i < rates.size(); ++i) {
    Mention arm = rates[i].arm;
    bool several = false;
    for (size_t k = 0; k < rates.size(); ++k)
      several = several || (!arm.name.empty() && own[k] != own[i] &&
                            (rates[k].arm.id == arm.id || (rates[k].arm.name.empty() && !own[k].empty())));
    if (several && !arm.is_control) {
      // A figure without its dose among others with one is of no arm that can be named.
      if (own[i].empty()) arm = {};
      if (!own[i].empty()) arm.id += " " + own[i];
      if (!own[i].empty()) arm.name += " " + own[i];
    }
    arms.push_back(std::move(arm));
  }
  for (size_t i = 0; i < rates.size(); ++i) rates[i].arm = std::move(arms[i]);
}

void fill_rate(std::string_view lower, const Quantity& quantity, ArmRate& rate) {
  rate.span = quantity.span;
  rate.events = quantity.numerator;
  rate.total = quantity.denominator;
  rate.percent = quantity.value;
  rate.percent_stated = !std::isnan(quantity.value);
  const bool exact = quantity.relation == Relation::kEqual || quantity.relation == Relation::kApproximately;
  rate.of_people = exact && may_be_of_people(lower, quantity);
  if (std::isnan(rate.percent) && rate.total > 0) rate.percent = 100.0 * rate.events / rate.total;
}

}  // namespace

std::vector<ArmRate> attach_rates(std::string_view sentence, std::span<const Quantity> quantities,
                                  std::span<const Mention> mentions) {
  std::vector<const Quantity*> figures;
  std::vector<ByteSpan> doses;
  const std::string lower = lower_ascii(sentence);
  const Quantity* other = nullptr;  // the last percentage that is no share
  for (const Quantity& quantity : quantities) {
    const bool share = is_share(lower, quantity, mentions);
    if (share && (other == nullptr || !goes_on_from(lower, *other, quantity, mentions))) {
      figures.push_back(&quantity);
      other = nullptr;
    } else if (const std::string_view written = quantity.span.of(lower);
               written.ends_with('%') || written.ends_with("percent") || written.ends_with("per cent")) {
      other = &quantity;
    }
    if (quantity.kind == QuantityKind::kDose) doses.push_back(quantity.span);
  }
  if (figures.empty()) return {};
  std::vector<Mention> owners = arms_of_figures(lower, figures, quantities, mentions);
  std::vector<ArmRate> rates(figures.size());
  for (size_t i = 0; i < figures.size(); ++i) {
    fill_rate(lower, *figures[i], rates[i]);
    rates[i].arm = std::move(owners[i]);
  }
  part_doses(sentence, doses, rates);
  attach_times(lower, sentence, quantities, rates);
  return rates;
}

}  // namespace attest
