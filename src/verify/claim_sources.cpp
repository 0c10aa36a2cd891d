#include "verify/claim_sources.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"
#include "findings/sentence_role.h"
#include "text/sentences.h"

namespace attest {

ClaimSource LoadedSource::view() const {
  ClaimSource source;
  source.id = id;
  source.text = text;
  source.title = title;
  source.sentences = sentences;
  source.relative_score = relative_score;
  source.rank = rank;
  return source;
}

LoadedSource load_source(const Document& document) {
  LoadedSource source;
  source.id = document.id;
  source.text = document.text;
  const auto is_other = [](const Section& s) { return s.kind == SectionKind::kOtherAbstract; };
  const bool only_other =
      std::all_of(document.sections.begin(), document.sections.end(),
                  [&](const Section& s) { return is_other(s) || s.kind == SectionKind::kTitle; });
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kTitle) {
      source.title = section.body;
      continue;
    }
    if (section.kind == SectionKind::kReferences || (is_other(section) && !only_other)) continue;
    const std::string_view body = section.body.of(source.text);
    for (const ByteSpan span : split_sentences(body)) {
      // A label is not part of what a sentence says.
      const auto label = leading_label(span.of(body));
      const auto skipped = static_cast<uint32_t>(label ? label->bytes : 0);
      const ByteSpan sentence{section.body.start + span.start + skipped, section.body.start + span.end};
      if (!sentence.empty()) source.sentences.push_back(sentence);
    }
  }
  return source;
}

Result<std::vector<LoadedSource>> named_sources(std::span<const std::string> ids,
                                                const Collection& collection) {
  if (ids.size() > limits::kClaimDocumentsMax) {
    return fail(ErrorCode::kLimit,
                fmt::format("more than {} documents for one claim", limits::kClaimDocumentsMax), {},
                "name fewer, or none to search the collection");
  }
  std::vector<LoadedSource> sources;
  for (const std::string& id : ids) {
    const auto ref = collection.find(id);
    if (!ref) {
      return fail(ErrorCode::kNotFound, "the collection has no document \"" + id + "\"", {},
                  "add it with attest add");
    }
    ATTEST_ASSIGN(const Document document, collection.document(*ref));
    sources.push_back(load_source(document));
  }
  return sources;
}

Result<std::vector<LoadedSource>> found_sources(std::string_view claim, const Backend& backend,
                                                const Collection& collection) {
  ATTEST_ASSIGN(const auto hits, backend.rank(claim, kFoundSourcesMax));
  std::vector<LoadedSource> sources;
  for (const DocumentHit& hit : hits) {
    ATTEST_ASSIGN(const Document document, collection.document(hit.ref));
    LoadedSource source = load_source(document);
    source.rank = sources.size();
    source.relative_score =
        hits[0].score > 0 ? static_cast<double>(hit.score) / static_cast<double>(hits[0].score) : 1;
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace attest
