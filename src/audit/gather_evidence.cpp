// What the collection holds on the page's subject: found once for the page as a whole, then for each
// treatment that the page names, so that a figure of the page can be seen beside the figures of all studies.
#include <algorithm>
#include <map>
#include <set>

#include "audit/work.h"
#include "base/ascii.h"
#include "evidence/build_vocabulary.h"
#include "reconcile/studies/same_study.h"
#include "text/phrases.h"
#include "text/sentences.h"
#include "verify/claim_sources.h"

namespace attest::audit {

namespace {

constexpr size_t kInterventionsMax = 10;
constexpr size_t kSourcesMax = 240;
constexpr size_t kSentencesOfWork = 3000;

std::string subject_text(const Page& page) {
  std::string text = page.title;
  if (text.empty()) {
    for (const Block& block : page.blocks) {
      if (block.aside) continue;
      text = shortened(page.of(block), 200);
      break;
    }
  }
  return text;
}

// Adds documents that are not there yet. `at` gets the position of each in Evidence::sources.
Status add_documents(Work& work, const std::vector<DocumentHit>& hits, bool about_condition) {
  SearchResult fresh;
  for (const DocumentHit& hit : hits) {
    const bool known = std::any_of(work.evidence.sources.begin(), work.evidence.sources.end(),
                                   [&](const AnswerSource& source) { return source.id == hit.id; }) ||
                       std::any_of(fresh.documents.begin(), fresh.documents.end(),
                                   [&](const DocumentHit& other) { return other.id == hit.id; });
    if (!known && work.evidence.sources.size() + fresh.documents.size() < kSourcesMax)
      fresh.documents.push_back(hit);
  }
  ATTEST_ASSIGN(std::vector<AnswerSource> sources, load_sources(fresh, *work.collection, work.appraisals));
  for (AnswerSource& source : sources) {
    source.about_condition = about_condition;
    work.evidence.sources.push_back(std::move(source));
  }
  return {};
}

Status search_for(Work& work, const UnderstoodQuestion& question) {
  SearchOptions options;
  ATTEST_ASSIGN(const SearchResult found, work.backend->search(question, options));
  return add_documents(work, found.documents, true);
}

// A matched work is there whether or not a search finds it.
Status add_matched(Work& work) {
  std::vector<DocumentHit> hits;
  const auto take = [&](const WorkMatch& match) {
    if (match.document.empty()) return;
    DocumentHit hit;
    hit.ref = match.ref;
    hit.id = match.document;
    hits.push_back(std::move(hit));
  };
  for (const WorkMatch& match : work.matches) take(match);
  for (const WorkMatch& match : work.links) take(match);
  ATTEST_TRY(add_documents(work, hits, true));
  const auto find = [&](WorkMatch& match) {
    for (size_t i = 0; i < work.evidence.sources.size(); ++i) {
      if (work.evidence.sources[i].id == match.document) match.source = i;
    }
  };
  for (WorkMatch& match : work.matches) find(match);
  for (WorkMatch& match : work.links) find(match);
  return {};
}

// Of matched works every sentence is read, however long they are: those of the list, and those that a link
// in the text leads to.
void read_all_findings(Work& work) {
  SearchResult chosen;
  std::set<size_t> read;
  const auto choose = [&](const WorkMatch& match) {
    const AnswerSource* source = work.source_of(match);
    if (source == nullptr || !read.insert(match.source).second) return;
    size_t count = 0;
    for (const Section& section : source->document.sections) {
      if (section.kind != SectionKind::kBody && section.kind != SectionKind::kTable) continue;
      for (const ByteSpan local : split_sentences(section.body.of(source->document.text))) {
        if (++count > kSentencesOfWork) break;
        SentenceHit hit;
        hit.document = static_cast<uint32_t>(match.source);
        hit.span = {section.body.start + local.start, section.body.start + local.end};
        chosen.sentences.push_back(std::move(hit));
      }
    }
  };
  for (const WorkMatch& match : work.matches) choose(match);
  for (const WorkMatch& match : work.links) choose(match);
  read_findings(work.evidence, chosen);
}

void build_lexicon(Work& work) {
  std::vector<std::string_view> texts;
  for (const AnswerSource& source : work.evidence.sources) texts.push_back(source.document.record.title);
  for (const Block& block : work.page.blocks) {
    constexpr size_t kTextsMax = 900;
    if (texts.size() < kTextsMax && !block.aside) texts.push_back(work.page.of(block));
  }
  const auto vocabulary = build_vocabulary(work.evidence.question, work.thesaurus, *work.collection, texts);
  // Pages for patients use patients' words.
  auto with_lay_names = std::make_shared<Vocabulary>(*vocabulary);
  Stemmer stemmer;
  for (const Thesaurus::Entry& entry : work.thesaurus->entries()) {
    if (!entry.lay_names.empty())
      with_lay_names->add({entry.id, entry.name, entry.plain_name, entry.role, false, entry.parents},
                          entry.lay_names, stemmer);
  }
  work.evidence.vocabulary = with_lay_names;
  work.lexicon = std::make_unique<Lexicon>(work.evidence.vocabulary, *work.collection);
}

// A word of the title that nothing is known of may name a disease, where the page goes on to speak of it;
// "manuscript" does not.
bool is_spoken_of(const Page& page, const std::string& label) {
  constexpr size_t kTimesMin = 3;
  const std::string text = lower_ascii(page.text);
  const std::string word = lower_ascii(label);
  size_t times = 0;
  for (size_t at = text.find(word); at != std::string::npos && !word.empty();
       at = text.find(word, at + word.size()))
    ++times;
  return times >= kTimesMin;
}

// The conditions that the page is about: those of its title; else those that it names most.
void find_conditions(Work& work) {
  for (const Concept& asked : work.evidence.question.concepts) {
    const bool alone = asked.thesaurus_id.empty() && work.evidence.question.concepts.size() == 1;
    if (asked.role == ConceptRole::kCondition || (alone && is_spoken_of(work.page, asked.label)))
      work.conditions.insert(asked.thesaurus_id.empty() ? "asked:" + asked.label : asked.thesaurus_id);
  }
  std::map<std::string, size_t> times;
  for (const Block& block : work.page.blocks) {
    if (block.aside) continue;
    for (const std::string& id : work.lexicon->named(work.page.of(block), ConceptRole::kCondition))
      times[id] += block.kind == PageBlock::Kind::kHeading ? 2 : 1;
  }
  if (!work.conditions.empty()) return;
  size_t most = 0;
  for (const auto& [id, count] : times) most = std::max(most, count);
  for (const auto& [id, count] : times) {
    constexpr size_t kTimesMin = 3;
    if (count == most || (count >= kTimesMin && count * 2 >= most)) work.conditions.insert(id);
  }
}

// What comes nearest to each single statement, whatever it is about.
Status search_for_claims(Work& work) {
  constexpr size_t kClaimsMax = 200;
  constexpr size_t kDocumentsForClaim = 5;
  std::vector<DocumentHit> hits;
  for (size_t i = 0; i < work.claims.size() && i < kClaimsMax; ++i) {
    ATTEST_ASSIGN(const std::vector<DocumentHit> found,
                  work.backend->rank(query_for(work, work.claims[i]), kDocumentsForClaim));
    hits.insert(hits.end(), found.begin(), found.end());
  }
  return add_documents(work, hits, true);
}

}  // namespace

std::string query_for(const Work& work, const PageClaim& claim) {
  std::string query = claim.sentence.text + " " + claim.about;
  std::set<std::string> names(claim.interventions.begin(), claim.interventions.end());
  if (claim.conditions.empty())
    names.insert(work.conditions.begin(), work.conditions.end());
  else
    names.insert(claim.conditions.begin(), claim.conditions.end());
  for (const std::string& id : names) {
    const VocabularyEntry* entry = work.lexicon->vocabulary().find_id(id);
    if (entry != nullptr) query += " " + entry->name;
  }
  return query;
}

Status gather_evidence(Work& work) {
  ATTEST_ASSIGN(work.evidence.question,
                understand(subject_text(work.page), *work.collection, *work.thesaurus, std::nullopt));
  work.evidence.thesaurus = work.thesaurus;
  ATTEST_TRY(search_for(work, work.evidence.question));
  ATTEST_TRY(add_matched(work));
  build_lexicon(work);
  find_conditions(work);
  work.claims = find_claims(work.sentences, *work.lexicon);

  std::map<std::string, size_t> times;
  for (const PageClaim& claim : work.claims) {
    for (const std::string& id : claim.interventions) ++times[id];
  }
  std::vector<std::pair<size_t, std::string>> most;
  for (const auto& [id, count] : times) most.emplace_back(count, id);
  std::sort(most.begin(), most.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (most.size() > kInterventionsMax) most.resize(kInterventionsMax);
  std::string condition;
  for (const Concept& asked : work.evidence.question.concepts) {
    if (asked.role == ConceptRole::kCondition) {
      condition = asked.label;
      break;
    }
  }
  for (const auto& [count, id] : most) {
    const VocabularyEntry* entry = work.lexicon->vocabulary().find_id(id);
    if (entry == nullptr || condition.empty()) continue;
    ATTEST_ASSIGN(
        const UnderstoodQuestion question,
        understand(entry->name + " for " + condition, *work.collection, *work.thesaurus, std::nullopt));
    ATTEST_TRY(search_for(work, question));
  }
  ATTEST_TRY(search_for_claims(work));
  build_lexicon(work);
  work.claims = find_claims(work.sentences, *work.lexicon);
  for (PageClaim& claim : work.claims) {
    ATTEST_ASSIGN(claim.meanings, meanings_in_claim(claim.sentence.text, *work.thesaurus, *work.collection));
  }
  read_all_findings(work);
  group_same_studies(work.evidence);
  work.judge = make_trained_judge(make_rule_judge(*work.lexicon), *work.lexicon);
  return {};
}

}  // namespace attest::audit
