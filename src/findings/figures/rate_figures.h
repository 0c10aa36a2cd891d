// Which figures of a sentence are shares of people, or of what was treated, and which only look like it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// The words of a part of a sentence without what its brackets hold; each of ",;:" is a word of its own.
// `lower` is in small letters, and so are the words.
std::vector<std::string> words_outside_brackets(std::string_view lower);
// With a space between them.
std::string joined_words(std::span<const std::string> words);

// "patients", "women", "those".
bool names_people(std::string_view word);

// A proportion or percentage that is no limit, change, difference, strength of a solution or statistic.
// Spans are relative to `lower`, the sentence in small letters.
bool is_share(std::string_view lower, const Quantity& quantity, std::span<const Mention> mentions);

// Whether the sentence does not say that the share is one of other things than people ("95% of all reported
// adverse events", "6 of 24 procedures").
bool may_be_of_people(std::string_view lower, const Quantity& quantity);

// "The mean reduction was 35% with X and 20% with Y": what `other`, which is no share, is, `share` is too.
bool goes_on_from(std::string_view lower, const Quantity& other, const Quantity& share,
                  std::span<const Mention> mentions);

}  // namespace attest
