// How a document becomes index input.
//
// Sentences are taken from every part that an answer may quote: the title, abstracts, body, tables, captions,
// questions. Reference lists are left out, because their titles speak of other studies. A second abstract
// (translated or in plain language) repeats the first, and would make the document seem to say everything
// twice; it counts only where there is nothing else.
#include <algorithm>
#include <string>
#include <vector>

#include "collection/collection.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {

namespace {

void append_stems(std::string_view text, Stemmer& stemmer, std::vector<std::string>& terms) {
  for (std::string& term : stems_of(text, stemmer)) terms.push_back(std::move(term));
}

bool is_substance(const Section& section) {
  return section.kind != SectionKind::kTitle && section.kind != SectionKind::kReferences &&
         section.kind != SectionKind::kOtherAbstract && !section.body.empty();
}

}  // namespace

index::IndexDocument analyse_document(const Document& document, Stemmer& stemmer) {
  index::IndexDocument result;
  const std::string_view text = document.text;
  const bool other_abstract_counts =
      std::none_of(document.sections.begin(), document.sections.end(), is_substance);
  for (size_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    if (section.kind == SectionKind::kReferences) continue;
    if (section.kind == SectionKind::kOtherAbstract && !other_abstract_counts) continue;
    append_stems(section.heading.of(text), stemmer, result.heading_terms);
    const auto field = section.kind == SectionKind::kTitle ? index::Field::kTitle : index::Field::kBody;
    for (const ByteSpan span : split_sentences(section.body.of(text))) {
      index::IndexedSentence sentence;
      sentence.span = {section.body.start + span.start, section.body.start + span.end};
      sentence.field = static_cast<uint8_t>(field);
      sentence.section = static_cast<uint16_t>(std::min<size_t>(i, UINT16_MAX));
      sentence.terms = stems_of(sentence.span.of(text), stemmer);
      result.sentences.push_back(std::move(sentence));
    }
  }
  const BibliographicRecord& record = document.record;
  for (const bool major : {true, false}) {
    for (const MeshHeading& heading : record.mesh) {
      if (heading.major == major) append_stems(heading.descriptor, stemmer, result.subject_terms);
    }
  }
  for (const std::string& keyword : record.keywords) append_stems(keyword, stemmer, result.subject_terms);
  for (const Chemical& chemical : record.chemicals)
    append_stems(chemical.name, stemmer, result.subject_terms);
  for (const PublicationType& type : record.publication_types) {
    append_stems(type.name, stemmer, result.subject_terms);
  }
  return result;
}

std::string normalise_term(std::string_view term) {
  std::string normalised;
  for (const Token& token : tokenize(term)) {
    if (!normalised.empty()) normalised += ' ';
    normalised += token.folded;
  }
  return normalised;
}

}  // namespace attest
