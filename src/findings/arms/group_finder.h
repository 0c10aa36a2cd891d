// What the ways of finding groups in a sentence share: its words, where a name ends, what has been found.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "findings/arms/group_reader.h"
#include "findings/arms/sentence_pieces.h"

namespace attest {

bool ends_name(std::string_view word);       // "was", "than": a name does not go on there
bool leads_to_group(std::string_view word);  // "in", "receiving"
bool is_article(std::string_view word);      // "the", "those"

class GroupFinder {
 protected:
  explicit GroupFinder(const GroupSentence& sentence);

  ByteSpan span_of(size_t first, size_t end) const;  // of pieces
  // `span`: the words that tell it from others; `whole`: as it is called; `label`: its id, where that is not
  // the words of `span`.
  void add(ByteSpan span, ByteSpan whole, std::string_view label = {});
  // "Ketamine indicated they": of words that hold names known to a vocabulary, what stands behind the last of
  // them is cut.
  size_t up_to_names(size_t first, size_t end) const;
  bool is_named(size_t first, size_t end) const;
  bool has_people(size_t first, size_t end) const;
  size_t name_end(size_t first) const;  // behind the words of a name that begins at `first`

  std::string_view sentence_;
  std::string_view lower_;
  std::span<const GroupMeaning> meanings_;
  std::span<const Mention> named_;
  std::vector<SentencePiece> pieces_;
  std::vector<Mention> found_;
};

}  // namespace attest
