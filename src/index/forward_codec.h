// One document's record in the forward index: its sentences, their places and their terms.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment.h"

namespace attest::index {

// Appends the record. `terms` of the sentences are written as they are.
void encode_sentences(std::span<const ForwardSentence> sentences, std::string& out);

// Reads a record that must fill `bytes` exactly, with every term below `term_count`. False when it does not;
// `sentences` is then unspecified.
bool decode_sentences(std::string_view bytes, uint32_t term_count, std::vector<ForwardSentence>& sentences);

}  // namespace attest::index
