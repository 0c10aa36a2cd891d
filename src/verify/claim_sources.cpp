#include "verify/claim_sources.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "appraise/appraisal.h"
#include "base/limits.h"
#include "findings/sentences/sentence_role.h"
#include "question/words.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kNameTokensMax = 60;  // of a claim in which names are looked for
constexpr size_t kNameWordsMax = 5;    // of one name
constexpr size_t kMeaningsMax = 600;

// A plan of a study, a registration, a notice decide nothing.
bool may_decide(const Document& document) {
  const StudyDesign design = appraise(document).design;
  return design != StudyDesign::kRegistration && design != StudyDesign::kProtocol &&
         design != StudyDesign::kNotice;
}

// Drugs and diseases by their place in MeSH's tree: D chemicals, C diseases, F03 mental disorders.
NamedThing thing_of(const StoredConcept& entry) {
  for (const std::string& number : entry.tree_numbers) {
    if (number.starts_with("D")) return NamedThing::kDrug;
    if (number.starts_with("C") || number.starts_with("F03")) return NamedThing::kCondition;
  }
  return NamedThing::kNone;
}

NamedThing thing_of(const Thesaurus::Entry& entry) {
  if (entry.role == ConceptRole::kIntervention) return NamedThing::kDrug;
  return entry.role == ConceptRole::kCondition ? NamedThing::kCondition : NamedThing::kNone;
}

}  // namespace

ClaimSource LoadedSource::view() const {
  ClaimSource source;
  source.id = id;
  source.text = text;
  source.title = title;
  source.sentences = sentences;
  source.headings = headings;
  source.retracted = retracted;
  source.relative_score = relative_score;
  source.rank = rank;
  return source;
}

LoadedSource load_source(const Document& document) {
  LoadedSource source;
  source.id = document.id;
  source.text = document.text;
  for (const MeshHeading& heading : document.record.mesh) source.headings += heading.descriptor + "; ";
  for (const Chemical& chemical : document.record.chemicals) source.headings += chemical.name + "; ";
  for (const std::string& keyword : document.record.keywords) source.headings += keyword + "; ";
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
    ATTEST_ASSIGN(const DocumentStatus status, collection.status(*ref));
    sources.push_back(load_source(document));
    sources.back().retracted = status.status == PublicationStatus::kRetracted;
  }
  return sources;
}

Result<std::vector<SameMeaning>> meanings_in_claim(std::string_view claim, const Thesaurus& thesaurus,
                                                   const Collection& collection) {
  std::vector<Token> tokens = tokenize(claim);
  if (tokens.size() > kNameTokensMax) tokens.resize(kNameTokensMax);
  Stemmer stemmer;
  std::vector<SameMeaning> meanings;
  const auto stems_of_all = [&stemmer](std::string_view text) {
    std::vector<std::string> stems;
    for (const Token& token : tokenize(text)) stems.emplace_back(stemmer.stem(token.folded));
    return stems;
  };
  for (size_t first = 0; first < tokens.size(); ++first) {
    if (is_stop_word(tokens[first].folded)) continue;
    for (size_t last = first; last < tokens.size() && last < first + kNameWordsMax; ++last) {
      if (is_stop_word(tokens[last].folded)) continue;
      const std::string_view said =
          claim.substr(tokens[first].span.start, tokens[last].span.end - tokens[first].span.start);
      std::vector<std::string> names;
      NamedThing thing = NamedThing::kNone;
      const bool generic = thesaurus.is_generic(normalise_term(said));
      for (const Thesaurus::Entry* entry : thesaurus.find_by_stems(join_stems(stems_of(said, stemmer)))) {
        names.insert(names.end(), entry->names.begin(), entry->names.end());
        if (thing == NamedThing::kNone) thing = thing_of(*entry);
        if (thing == NamedThing::kDrug && !thesaurus.members_of(entry->id).empty())
          thing = NamedThing::kDrugClass;
      }
      ATTEST_ASSIGN(const auto stored, collection.concepts_for_term(normalise_term(said)));
      for (const StoredConcept& entry : stored) {
        names.push_back(entry.name);
        names.insert(names.end(), entry.terms.begin(), entry.terms.end());
        if (thing == NamedThing::kNone) thing = thing_of(entry);
      }
      if (generic) thing = NamedThing::kNone;
      const std::vector<std::string> stems = stems_of_all(said);
      // A thing of one name only is known by it.
      if (thing != NamedThing::kNone && meanings.size() < kMeaningsMax)
        meanings.push_back({stems, stems, thing});
      for (const std::string& name : names) {
        if (meanings.size() == kMeaningsMax) return meanings;
        SameMeaning meaning{stems, stems_of_all(name), thing};
        if (!meaning.other.empty() && meaning.other != stems) meanings.push_back(std::move(meaning));
      }
    }
  }
  return meanings;
}

Result<std::vector<LoadedSource>> found_sources(std::string_view claim, const Backend& backend,
                                                const Collection& collection) {
  ATTEST_ASSIGN(const auto hits, backend.rank(claim, kFoundSourcesMax));
  std::vector<LoadedSource> sources;
  for (const DocumentHit& hit : hits) {
    ATTEST_ASSIGN(const DocumentStatus status, collection.status(hit.ref));
    if (status.status == PublicationStatus::kRetracted) continue;
    ATTEST_ASSIGN(const Document document, collection.document(hit.ref));
    if (!may_decide(document)) continue;
    LoadedSource source = load_source(document);
    source.rank = sources.size();
    source.relative_score =
        hits[0].score > 0 ? static_cast<double>(hit.score) / static_cast<double>(hits[0].score) : 1;
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace attest
