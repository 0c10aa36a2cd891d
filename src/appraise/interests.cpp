// Who paid for a study and which interests its authors state. Kept in the source's own words.
#include <algorithm>
#include <string>

#include "appraise/read_facts.h"
#include "base/ascii.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kQuoteBytesMax = 600;
constexpr size_t kEachMax = 6;

constexpr std::string_view kFundingHeadings[] = {"funding",
                                                 "funding source*",
                                                 "financial support",
                                                 "source of funding",
                                                 "sources of funding",
                                                 "sponsor*",
                                                 "role of the funding source",
                                                 "funding statement",
                                                 "support"};

constexpr std::string_view kConflictHeadings[] = {
    "conflict of interest*",    "conflicts of interest*",    "competing interest*",
    "declaration of interest*", "declarations of interest*", "disclosure*",
    "financial disclosure*",    "conflict-of-interest*",
};

// What pays: "supported by" alone is also said of opinions.
constexpr std::string_view kPays[] = {"grant",      "grants",   "foundation",   "institute", "institutes",
                                      "council",    "ministry", "university",   "programme", "program",
                                      "inc",        "ltd",      "corporation",  "pharma*",   "laboratories",
                                      "department", "trust",    "fund",         "company",   "fellowship",
                                      "agency",     "nih",      "association",  "society",   "gmbh",
                                      "plc",        "national", "manufacturer", "commission"};

constexpr std::string_view kFunded[] = {"was funded by",          "is funded by",
                                        "were funded by",         "funded by",
                                        "was supported by",       "is supported by",
                                        "were supported by",      "supported by",
                                        "was sponsored by",       "sponsored by",
                                        "was financed by",        "funding from",
                                        "financial support from", "financial support was",
                                        "financially supported",  "supported in part by",
                                        "partially supported by", "partly supported by",
                                        "received no funding",    "no external funding",
                                        "no outside funding",     "no funding was",
                                        "no financial support",   "without external funding",
                                        "no specific funding",    "received no specific grant"};

constexpr std::string_view kDeclares[] = {
    "no conflict of interest*", "no conflicts of interest*", "no competing interest*",
    "no potential conflict*",   "no competing financial*",   "declare that they have no",
    "declares that he has no",  "declares that she has no",  "nothing to disclose",
    "no financial interest*",   "no relevant financial*",    "no financial conflict*",
    "declared no conflict*",    "declared no competing*",    "declares no conflict*",
    "declare no conflict*",     "declares no competing*",
};

constexpr std::string_view kPaidTo[] = {"consultant for",  "consultancy fees", "speaker fees",
                                        "honoraria from",  "consulting fees",  "lecture fees",
                                        "employee of",     "employees of",     "stock in",
                                        "speakers bureau", "speakers' bureau", "advisory board*"};

// Said of nobody but authors.
constexpr std::string_view kPaidAuthors[] = {"consulting fee*",    "consultancy fee*",
                                             "speaker fee*",       "speaker's fee*",
                                             "speakers' fee*",     "lecture fee*",
                                             "personal fees from", "honoraria from",
                                             "honorarium from",    "holds stock*",
                                             "hold stock*",        "owns stock*",
                                             "own stock in",       "owns shares",
                                             "stock options",      "speakers bureau",
                                             "speakers' bureau",   "speaker's bureau",
                                             "paid consultant*",   "stock ownership",
                                             "holds patents",      "holds a patent",
                                             "fees from",          "holds shares",
                                             "stockholder*",       "grants and personal fees"};

// Before the name of a company: "is an employee of Pfizer", not "were employees of a steel plant".
constexpr std::string_view kWorksFor[] = {"is an employee of",
                                          "are employees of",
                                          "was an employee of",
                                          "were employees of",
                                          "is employed by",
                                          "are employed by",
                                          "was employed by",
                                          "is a consultant to",
                                          "is a consultant for",
                                          "are consultants for",
                                          "are consultants to",
                                          "is consultant to",
                                          "is consultant for",
                                          "was a consultant for",
                                          "has been a consultant for",
                                          "has been a consultant to",
                                          "serves as a consultant to",
                                          "serves as a consultant for",
                                          "acts as a consultant for",
                                          "has served as a consultant for",
                                          "has served as a consultant to",
                                          "has consulted for",
                                          "have consulted for",
                                          "is a shareholder of",
                                          "is a shareholder in",
                                          "holds shares in",
                                          "is a member of the advisory board of",
                                          "has a financial interest in",
                                          "have a financial interest in",
                                          "has a proprietary interest in"};

bool works_for_a_company(std::string_view words, std::string_view lower) {
  for (const std::string_view phrase : kWorksFor) {
    const size_t at = find_phrase(lower, phrase);
    if (at == std::string_view::npos) continue;
    std::string_view name = words.substr(at + phrase.size());
    while (name.starts_with(' ')) name.remove_prefix(1);
    for (const std::string_view article : {"the ", "a "}) {
      if (name.starts_with(article)) name.remove_prefix(article.size());
    }
    if (!name.empty() && is_upper(name.front())) return true;
  }
  return false;
}

// The section's first bytes, ending with a sentence.
ByteSpan shortened(std::string_view text, ByteSpan body) {
  if (body.size() <= kQuoteBytesMax) return body;
  ByteSpan kept{body.start, body.start};
  for (const ByteSpan sentence : split_sentences(body.of(text))) {
    if (sentence.end > kQuoteBytesMax) break;
    kept.end = body.start + sentence.end;
  }
  return kept;
}

void add(std::vector<StatedFact>& facts, std::string_view text, ByteSpan span) {
  while (!span.empty() && is_space(text[span.end - 1])) --span.end;
  if (span.empty() || facts.size() >= kEachMax) return;
  const bool known = std::any_of(facts.begin(), facts.end(), [&](const StatedFact& fact) {
    return fact.span.overlaps(span) || fact.value == span.of(text);
  });
  if (!known) facts.push_back({std::string(span.of(text)), span});
}

bool is_heading(std::string_view heading, std::span<const std::string_view> names) {
  const std::string lower = lower_ascii(heading);
  constexpr size_t kHeadingBytesMax = 60;
  return lower.size() <= kHeadingBytesMax &&
         std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return find_phrase(lower, name) == 0; });
}

// "Funding: …" and "Conflict of interest: …" at the start of a sentence.
bool is_labelled(std::string_view sentence, std::span<const std::string_view> names) {
  constexpr size_t kLabelBytesMax = 50;
  const size_t colon = sentence.substr(0, kLabelBytesMax).find(':');
  return colon != std::string_view::npos && colon + 2 < sentence.size() &&
         is_heading(sentence.substr(0, colon), names);
}

void read_sentence(std::string_view text, ByteSpan span, StudyFacts& facts) {
  const std::string_view words = span.of(text);
  constexpr size_t kSentenceBytesMax = 1500;
  if (words.size() > kSentenceBytesMax) return;
  const std::string lower = lower_ascii(words);
  const bool declares =
      has_any_phrase(lower, kDeclares) || has_any_phrase(lower, kPaidAuthors) ||
      works_for_a_company(words, lower) ||
      (has_any_phrase(lower, kPaidTo) &&
       (has_phrase(lower, "has received") || has_phrase(lower, "have received") || has_phrase(lower, "dr") ||
        has_phrase(lower, "authors") || has_phrase(lower, "author")));
  if (declares || is_labelled(words, kConflictHeadings)) {
    add(facts.conflicts, text, span);
    return;
  }
  if (is_labelled(words, kFundingHeadings)) {
    add(facts.funding, text, span);
    return;
  }
  const std::string_view funded = first_phrase(lower, kFunded);
  if (funded.empty()) return;
  const bool of_study = has_phrase(lower, "this study") || has_phrase(lower, "the study") ||
                        has_phrase(lower, "this work") || has_phrase(lower, "this trial") ||
                        has_phrase(lower, "the trial") || has_phrase(lower, "this research") ||
                        has_phrase(lower, "our study") || has_phrase(lower, "this project") ||
                        has_phrase(lower, "the authors") || has_phrase(lower, "this review") ||
                        find_phrase(lower, funded) == 0;
  const std::string_view after = std::string_view(lower).substr(find_phrase(lower, funded));
  if (of_study &&
      (has_any_phrase(after, kPays) || funded.starts_with("received no") || funded.starts_with("no ")))
    add(facts.funding, text, span);
}

}  // namespace

void find_interests(const Document& document, StudyFacts& facts) {
  const std::string_view text = document.text;
  for (const Section& section : document.sections) {
    const std::string_view heading = section.heading.of(text);
    if (heading.empty()) continue;
    if (is_heading(heading, kFundingHeadings)) add(facts.funding, text, shortened(text, section.body));
    if (is_heading(heading, kConflictHeadings)) add(facts.conflicts, text, shortened(text, section.body));
  }
  // Sentences stand at the start (abstracts) or at the end (notes of a full text).
  constexpr uint32_t kHeadBytes = 6000;
  constexpr uint32_t kTailBytes = 4000;
  const auto size = static_cast<uint32_t>(text.size());
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kTitle || section.kind == SectionKind::kReferences ||
        section.kind == SectionKind::kTable)
      continue;
    const auto read = [&](uint32_t from, uint32_t to) {
      for (ByteSpan sentence : split_sentences(text.substr(from, to - from)))
        read_sentence(text, {sentence.start + from, sentence.end + from}, facts);
    };
    const ByteSpan body = section.body;
    if (body.end > text.size() || body.empty()) continue;
    if (section.kind == SectionKind::kSupplement || (body.end <= kHeadBytes && body.start < kHeadBytes)) {
      read(body.start, body.end);
      continue;
    }
    if (body.start < kHeadBytes) read(body.start, std::min(body.end, kHeadBytes));
    const uint32_t tail = size > kHeadBytes + kTailBytes ? size - kTailBytes : kHeadBytes;
    if (body.end > tail) {
      uint32_t from = std::max(body.start, tail);
      while (from < body.end && text[from] != ' ' && text[from] != '\n') ++from;
      if (from < body.end) read(from, body.end);
    }
  }
  const BibliographicRecord& record = document.record;
  if (facts.funding.empty() && !record.grants.empty()) {
    std::string all;
    for (const std::string& grant : record.grants) all += (all.empty() ? "" : "; ") + grant;
    facts.funding.push_back({std::move(all), {}});
  }
  if (facts.conflicts.empty() && !record.conflict_of_interest.empty())
    facts.conflicts.push_back({record.conflict_of_interest, {}});
}

}  // namespace attest
