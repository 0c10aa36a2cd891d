#include "findings/arms/group_finder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/one_of.h"
#include "findings/figures/rate_figures.h"

namespace attest {
namespace {

constexpr size_t kNameWordsMax = 8;

constexpr std::string_view kOfControls[] = {"control",   "controls",     "placebo",  "sham",      "usual",
                                            "untreated", "conventional", "standard", "reference", "waiting",
                                            "waitlist",  "vehicle",      "routine"};

}  // namespace

bool ends_name(std::string_view word) {
  static constexpr std::string_view kEnds[] = {
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
  return is_one_of(word, kEnds);
}

bool leads_to_group(std::string_view word) {
  static constexpr std::string_view kLeads[] = {"in",        "for",   "with",       "among",   "after",
                                                "following", "on",    "receiving",  "given",   "taking",
                                                "of",        "using", "undergoing", "without", "by"};
  return is_one_of(word, kLeads);
}

bool is_article(std::string_view word) {
  static constexpr std::string_view kArticles[] = {"the", "a", "an", "those", "all", "our"};
  return is_one_of(word, kArticles);
}

GroupFinder::GroupFinder(const GroupSentence& sentence)
    : sentence_(sentence.text),
      lower_(sentence.lower),
      meanings_(sentence.meanings),
      named_(sentence.named),
      pieces_(pieces_of(sentence.lower, sentence.quantities)) {}

ByteSpan GroupFinder::span_of(size_t first, size_t end) const {
  return {static_cast<uint32_t>(pieces_[first].start), static_cast<uint32_t>(pieces_[end - 1].end)};
}

void GroupFinder::add(ByteSpan span, ByteSpan whole, std::string_view label) {
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
  found_.push_back({std::move(id), std::move(name), span, is_one_of(first, kOfControls)});
}

size_t GroupFinder::up_to_names(size_t first, size_t end) const {
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

bool GroupFinder::is_named(size_t first, size_t end) const {
  return std::any_of(named_.begin(), named_.end(), [&](const Mention& one) {
    return one.span.start < pieces_[end - 1].end && pieces_[first].start < one.span.end;
  });
}
bool GroupFinder::has_people(size_t first, size_t end) const {
  return std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(first),
                     pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const SentencePiece& piece) { return names_people(piece.text); });
}

size_t GroupFinder::name_end(size_t first) const {
  size_t end = first;
  while (end < pieces_.size() && end - first < kNameWordsMax) {
    const SentencePiece& piece = pieces_[end];
    if (!piece.word || piece.figure || ends_name(piece.text) || piece.text == "in" || piece.text == "after" ||
        piece.text == "for" || piece.text == "both" || piece.text == "they" || piece.text == "reporting" ||
        piece.text == "having")
      break;
    // "Patients on X completed": a verb.
    if (end > first && piece.text.ends_with("ed") && !pieces_[end - 1].text.ends_with("ly")) break;
    if ((piece.text == "and" || piece.text == "or") &&
        (end + 1 >= pieces_.size() || pieces_[end + 1].figure || !pieces_[end + 1].word ||
         leads_to_group(pieces_[end + 1].text) || is_article(pieces_[end + 1].text)))
      break;
    ++end;
  }
  return end;
}

}  // namespace attest
