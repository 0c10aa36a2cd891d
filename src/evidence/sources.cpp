#include "evidence/sources.h"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "evidence/condition_names.h"
#include "evidence/heading_limits.h"
#include "evidence/relevance.h"
#include "evidence/run_in_headings.h"
#include "evidence/section_headings.h"
#include "evidence/source_scope.h"
#include "evidence/source_sentences.h"
#include "findings/extract.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"

namespace attest {

bool is_guidance(const AnswerSource& source) {
  return source.appraisal.design == StudyDesign::kGuideline ||
         source.appraisal.design == StudyDesign::kConsensus;
}

bool advises(const AnswerSource& source) {
  return source.appraisal.design == StudyDesign::kGuideline ||
         source.appraisal.design == StudyDesign::kPatientPage;
}

bool is_for_another_chapter(const AnswerSource& source, const Finding& finding) {
  if (source.appraisal.design != StudyDesign::kGuideline) return false;
  constexpr uint8_t kAtStart = 2;  // AnswerSource::naming
  if (finding.condition_match == 2 || finding.condition_above || source.naming >= kAtStart) return false;
  const bool dose = std::any_of(finding.quantities.begin(), finding.quantities.end(),
                                [](const Quantity& one) { return one.kind == QuantityKind::kDose; });
  return dose || finding.kind == FindingKind::kDose || finding.kind == FindingKind::kRecommendation;
}

bool asks_the_same(const Evidence& evidence, const Finding& finding) {
  return finding.under_heading || evidence.source_of(finding).title_asks == evidence.question.intent;
}

bool is_said_of_others(const AnswerSource& source, const Finding& finding) {
  constexpr uint8_t kAtStart = 2;  // AnswerSource::naming
  return is_guidance(source) && source.naming >= kAtStart && finding.condition_match == 0;
}

std::vector<std::string> asked_interventions(const Evidence& evidence) {
  std::vector<std::string> ids;
  for (const Concept& asked : evidence.question.concepts) {
    if (asked.role == ConceptRole::kIntervention) {
      ids.push_back(asked.thesaurus_id.empty() ? "asked:" + asked.label : asked.thesaurus_id);
    }
  }
  return ids;
}

const Appraisal& Appraisals::of(DocumentRef ref, const Document& document) {
  const auto [known, is_new] = known_.try_emplace({ref.segment, ref.document});
  if (is_new) known->second = appraise(document);
  return known->second;
}

Result<std::vector<AnswerSource>> load_sources(const SearchResult& result, const Collection& collection,
                                               Appraisals& appraisals) {
  std::vector<AnswerSource> sources;
  sources.reserve(result.documents.size());
  for (const DocumentHit& hit : result.documents) {
    AnswerSource source;
    ATTEST_ASSIGN(source.document, collection.document(hit.ref));
    ATTEST_ASSIGN(source.status, collection.status(hit.ref));
    source.id = hit.id;
    source.score = hit.score;
    source.appraisal = appraisals.of(hit.ref, source.document);
    sources.push_back(std::move(source));
  }
  return sources;
}

namespace {

// "not to anismus", "a different condition from anismus": named only to be set apart.
bool set_apart(std::string_view text, uint32_t start) {
  constexpr uint32_t kBefore = 48;
  const uint32_t from = start > kBefore ? start - kBefore : 0;
  const std::string lower = lower_ascii(text.substr(from, start - from));
  static constexpr std::string_view kPhrases[] = {
      "and not to",      "not to",          "different condition from", "nothing on", "other than",
      "rather than the", "not results for", "not as results for",       "not for"};
  for (const std::string_view phrase : kPhrases) {
    const size_t at = find_phrase(lower, phrase);
    constexpr size_t kGap = 6;  // at most an article between
    if (at != std::string_view::npos && at + phrase.size() + kGap >= lower.size()) return true;
  }
  return false;
}

// "visa" is not "VISA": a plain word of the question and a short form in capitals are different names.
bool in_other_case(const VocabularyEntry& entry, std::string_view written) {
  constexpr size_t kShortFormBytesMax = 6;
  if (!entry.id.starts_with("asked:") || written.size() < 2 || written.size() > kShortFormBytesMax)
    return false;
  return std::all_of(written.begin(), written.end(), is_upper) &&
         std::none_of(entry.name.begin(), entry.name.end(), is_upper);
}

// Which names are those of a condition asked about, or of a kind of it: asked about diabetes, one reads of
// type 2 diabetes too.
class AskedConditions {
 public:
  AskedConditions(const UnderstoodQuestion& question, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary) {
    for (const Concept& asked : question.concepts) {
      if (asked.role == ConceptRole::kCondition || question.concepts.size() == 1)
        ids_.push_back(vocabulary_id(asked));
    }
  }
  bool empty() const { return ids_.empty(); }
  bool named_by(const VocabularyMatch& match, std::string_view words) {
    const VocabularyEntry& entry = vocabulary_.entry(match.entry);
    const auto [known, is_new] = known_.try_emplace(match.entry, false);
    if (is_new) {
      known->second = std::any_of(ids_.begin(), ids_.end(),
                                  [&](const std::string& id) { return vocabulary_.is_a(entry.id, id); });
    }
    return known->second && !set_apart(words, match.span.start) &&
           !in_other_case(entry, match.span.of(words));
  }

 private:
  const Vocabulary& vocabulary_;
  std::vector<std::string> ids_;
  std::unordered_map<uint32_t, bool> known_;
};

// The headings over a sentence: of its section, and of those that hold the section.
bool names_above(const Document& document, const Section& section, AskedConditions& conditions,
                 const Vocabulary& vocabulary, Stemmer& stemmer, const LocalNames& local) {
  const auto names = [&](const Section& one) {
    const std::string_view words = one.heading.of(document.text);
    const std::vector<VocabularyMatch> matches = vocabulary.match(words, tokenize(words), stemmer, &local);
    return std::any_of(matches.begin(), matches.end(),
                       [&](const VocabularyMatch& match) { return conditions.named_by(match, words); });
  };
  if (names(section)) return true;
  auto level = section.level;
  const auto at = std::find_if(document.sections.begin(), document.sections.end(),
                               [&](const Section& one) { return &one == &section; });
  for (auto before = at; before != document.sections.begin() && at != document.sections.end();) {
    --before;
    if (before->level >= level || before->heading.empty()) continue;
    if (names(*before)) return true;
    level = before->level;
  }
  return false;
}

// What a title asks that is a question: those of pages for patients, and of many papers.
std::optional<Intent> asked_by(std::string_view title) {
  if (title.find('?') == std::string_view::npos) return std::nullopt;
  const IntentReading reading = read_intent(plain_words(title));
  return reading.strength > 0 ? std::optional(reading.intent) : std::nullopt;
}

// Of what search chose in a sentence, or in a list that is read as one.
float score_within(const std::vector<const SentenceHit*>& chosen, ByteSpan sentence) {
  float best = 0;
  for (const SentenceHit* hit : chosen) {
    if (hit->span.start >= sentence.start && hit->span.start < sentence.end)
      best = std::max(best, hit->score);
  }
  return best;
}

std::vector<ByteSpan> spans_of(const std::vector<const SentenceHit*>& chosen) {
  std::vector<ByteSpan> spans;
  spans.reserve(chosen.size());
  for (const SentenceHit* hit : chosen) spans.push_back(hit->span);
  return spans;
}

// Where a document names the condition.
uint8_t naming_of(const Document& document, AskedConditions& conditions, const Vocabulary& vocabulary,
                  Stemmer& stemmer, const LocalNames& local) {
  const auto names = [&](std::string_view words) {
    const std::vector<VocabularyMatch> matches = vocabulary.match(words, tokenize(words), stemmer, &local);
    return std::any_of(matches.begin(), matches.end(),
                       [&](const VocabularyMatch& match) { return conditions.named_by(match, words); });
  };
  if (names(document.record.title)) return 3;
  for (const MeshHeading& heading : document.record.mesh) {
    if (heading.major && names(heading.descriptor)) return 3;
  }
  constexpr size_t kStartBytes = 420;
  constexpr size_t kLookBytes = 20'000;
  size_t body = 0;
  for (const Section& section : document.sections) {
    if (section.kind != SectionKind::kTitle) {
      body = section.body.start;
      break;
    }
  }
  const std::string_view rest = std::string_view(document.text).substr(std::min(body, document.text.size()));
  // Whole sentences of the start only.
  size_t start_end = std::min(kStartBytes, rest.size());
  if (start_end < rest.size()) {
    const size_t stop = rest.rfind(". ", start_end);
    if (stop != std::string_view::npos && stop > 80) start_end = stop + 1;
  }
  if (names(rest.substr(0, start_end))) return 2;
  return names(rest.substr(0, kLookBytes)) ? 1 : 0;
}

}  // namespace

void read_findings(Evidence& evidence, const SearchResult& result) {
  Stemmer stemmer;
  const Vocabulary& vocabulary = *evidence.vocabulary;
  AskedConditions conditions(evidence.question, vocabulary);
  std::vector<std::vector<const SentenceHit*>> chosen(evidence.sources.size());
  for (const SentenceHit& hit : result.sentences) {
    if (hit.document < chosen.size()) chosen[hit.document].push_back(&hit);
  }
  RelevanceReader relevance(evidence.question, vocabulary, stemmer);
  float best_score = 1e-6f;
  for (const AnswerSource& source : evidence.sources) best_score = std::max(best_score, source.score);
  for (uint32_t index = 0; index < evidence.sources.size(); ++index) {
    AnswerSource& source = evidence.sources[index];
    const std::string chapter = asked_in_chapter(evidence.question, source.document);
    relevance.begin_document(chapter.empty() ? source.document.record.title : chapter,
                             std::max(0.0f, source.score) / best_score);
    // Short forms are explained where they first stand.
    constexpr size_t kDefinitionBytes = 20'000;
    const LocalNames local =
        vocabulary.local_names(std::string_view(source.document.text).substr(0, kDefinitionBytes), stemmer);
    source.title_interventions = title_interventions(source.document, vocabulary, stemmer, &local);
    const std::vector<GroupMeaning> meanings =
        evidence.for_reader ? group_meanings(source.document.text) : std::vector<GroupMeaning>();
    source.findings.clear();
    source.title_asks = asked_by(source.document.record.title);
    const std::string title_people = people_of_title(source.document.record.title);
    source.naming =
        conditions.empty() ? 2 : naming_of(source.document, conditions, vocabulary, stemmer, local);
    if (!chapter.empty()) source.naming = 3;
    const bool for_others =
        is_guidance(source) && leaves_out_asked(evidence.question, source.document.text, stemmer);
    if (source.naming == 0 || for_others) source.about_condition = false;
    std::pair<const Section*, bool> above{nullptr, false};
    std::vector<RunInHeading> headings;
    const auto names = [&](std::string_view words, bool asked) {
      const std::vector<VocabularyMatch> named = vocabulary.match(words, tokenize(words), stemmer, &local);
      return std::any_of(named.begin(), named.end(), [&](const VocabularyMatch& match) {
        if (asked) return conditions.named_by(match, words);
        return vocabulary.entry(match.entry).role == ConceptRole::kCondition;
      });
    };
    if (is_guidance(source)) {
      for (const Section& section : source.document.sections) {
        const std::vector<RunInHeading> own = run_in_headings(
            source.document.text, section.body, [&](std::string_view words) { return names(words, false); });
        headings.insert(headings.end(), own.begin(), own.end());
      }
    }
    for (const DocumentSentence& place : without_headings(
             source.document.text,
             read_sentences(source.document, source.appraisal.design, spans_of(chosen[index])), headings)) {
      const std::string_view words = place.span.of(source.document.text);
      constexpr size_t kSentenceBytesMax = 1200;
      if (words.size() > kSentenceBytesMax || words.size() < 12) continue;
      uint8_t match = source.naming >= 2 || !source.about_condition ? 1 : 0;
      const std::vector<Token> tokens = tokenize(words);
      const std::vector<VocabularyMatch> all_named = vocabulary.match(words, tokens, stemmer, &local);
      for (const VocabularyMatch& named : all_named) {
        if (conditions.named_by(named, words)) match = 2;
      }
      const SentenceContext context{
          &source.document,           &source.appraisal, index,  place.section->category, match,
          source.title_interventions, place.role,        &local, evidence.for_reader,     meanings};
      Finding finding = extract_finding(context, place.span, vocabulary, stemmer);
      if (finding.population.empty()) finding.title_population = title_people;
      if (above.first != place.section)
        above = {place.section,
                 names_above(source.document, *place.section, conditions, vocabulary, stemmer, local)};
      finding.above = headings_above(source.document.text, headings, place.section->body.start, place.span);
      std::string over;  // what the subject and the people are, in running text
      for (const ByteSpan span : {finding.above.subject, finding.above.people, finding.above.item})
        over += (over.empty() ? "" : "; ") + std::string(span.of(source.document.text));
      const bool over_asked = !over.empty() && names(over, true);
      finding.condition_above = above.second || over_asked;
      // "Severe malaria • Artesunate is the drug of choice": of that.
      if (over_asked && !conditions.empty()) finding.condition_match = 2;
      finding.score = score_within(chosen[index], {place.found_at, place.span.end});
      const std::string_view heading = place.section->heading.of(source.document.text);
      const std::string_view part = finding.above.part.of(source.document.text);
      finding.under_heading = heading_answers(part.empty() ? heading : part, evidence.question.intent);
      relevance.begin_section(heading, over);
      RelevanceReader::Reading reading = relevance.read(words, all_named);
      finding.relevance = reading.relevance;
      finding.asked = std::move(reading.asked);
      finding.asked_here = std::move(reading.asked_here);
      finding.asked_words = reading.words;
      finding.other_conditions = reading.other_conditions;
      finding.other_subject = reading.other_subject;
      if (for_others) finding.condition_match = 0;
      source.findings.push_back(std::move(finding));
    }
  }
  leave_out_other_headings(evidence);
}

}  // namespace attest
