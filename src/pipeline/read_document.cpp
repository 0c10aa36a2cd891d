#include "pipeline/read_document.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "evidence/build_vocabulary.h"
#include "search/search.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kSentencesReadMax = 500;  // of a full text; an abstract is read whole

bool says_something(const Finding& finding) {
  return finding.kind != FindingKind::kOther && finding.kind != FindingKind::kMethod;
}

// "Mean pressure was 132 (SD 11) with X and 145 (SD 12) with placebo": no word says what that means, and an
// answer has no use for it. Who reads the document wants to see it.
void tell_plain_results(Finding& finding, std::string_view text) {
  if (finding.background) return;
  // "Scores were higher in the adrenaline group compared with the plain group": a result, though nothing in
  // it is known by name.
  constexpr double kSure = 0.5;
  const bool told = finding.direction != Direction::kUnstated || !finding.changes.empty();
  const bool unnamed = finding.kind == FindingKind::kOther || finding.kind == FindingKind::kMethod;
  if (unnamed && told && finding.role.evidence >= kSure) finding.kind = FindingKind::kEffect;
  if (finding.kind != FindingKind::kOther) return;
  const bool figures =
      std::any_of(finding.quantities.begin(), finding.quantities.end(), [](const Quantity& quantity) {
        return quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kMedian ||
               quantity.kind == QuantityKind::kPValue || quantity.kind == QuantityKind::kRatio ||
               quantity.kind == QuantityKind::kDifference;
      });
  static constexpr std::string_view kChanges[] = {"decreas*", "increas*", "fell",   "rose",    "elevat*",
                                                  "lower",    "lowers",   "raises", "reduces", "improves"};
  const bool changes =
      !finding.interventions.empty() && has_any_phrase(lower_ascii(finding.sentence.of(text)), kChanges);
  if (figures || changes) finding.kind = FindingKind::kEffect;
}

// Where a full text says what was found.
bool is_read(const Section& section) {
  if (section.kind == SectionKind::kAbstract || section.kind == SectionKind::kTable) return true;
  if (section.kind != SectionKind::kBody) return false;
  for (const char* category : {"results", "conclusion", "discussion", "recommendation", "summary"}) {
    if (section.category.find(category) != std::string::npos) return true;
  }
  return section.category.empty();
}

SearchResult whole_document(DocumentRef ref, const std::string& id, const Document& document) {
  SearchResult found;
  found.documents.push_back({ref, id, 1.0f, {}});
  for (size_t number = 0; number < document.sections.size(); ++number) {
    const Section& section = document.sections[number];
    if (!is_read(section)) continue;
    for (ByteSpan span : split_sentences(section.body.of(document.text))) {
      if (found.sentences.size() >= kSentencesReadMax) return found;
      span.start += section.body.start;
      span.end += section.body.start;
      found.sentences.push_back({0, span, static_cast<uint16_t>(number), 1.0f, {}});
    }
  }
  return found;
}

}  // namespace

Result<DocumentReading> read_document(const Collection& collection,
                                      const std::shared_ptr<const Thesaurus>& thesaurus, DocumentRef ref) {
  ATTEST_ASSIGN(const std::string id, collection.id(ref));
  ATTEST_ASSIGN(const Document document, collection.document(ref));
  const std::string& title = document.record.title;
  Evidence evidence;
  evidence.for_reader = true;
  ATTEST_ASSIGN(evidence.question, understand(title, collection, *thesaurus, std::nullopt));
  const SearchResult found = whole_document(ref, id, document);
  Appraisals appraisals;
  ATTEST_ASSIGN(evidence.sources, load_sources(found, collection, appraisals));
  std::vector<std::string_view> texts{title};
  for (const SentenceHit& sentence : found.sentences) texts.push_back(sentence.span.of(document.text));
  evidence.vocabulary = build_vocabulary(evidence.question, thesaurus, collection, texts);
  read_findings(evidence, found);
  DocumentReading reading;
  reading.about = std::move(evidence.question);
  reading.source = std::move(evidence.sources.front());
  for (Finding& finding : reading.source.findings) tell_plain_results(finding, document.text);
  std::erase_if(reading.source.findings, [](const Finding& finding) { return !says_something(finding); });
  return reading;
}

}  // namespace attest
