#include "pipeline/add_page_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "answer/choice/finding_order.h"
#include "answer/choice/nearest.h"
#include "answer/lay/asked_at_heart.h"
#include "answer/lay/asked_focus.h"
#include "answer/lay/doctors_words.h"
#include "answer/lay/kinds_of_asked.h"
#include "answer/lay/lay_caution.h"
#include "answer/lay/named_together.h"
#include "answer/lay/page_titles.h"
#include "answer/lay/page_words.h"
#include "answer/lay/plain_quotes.h"
#include "answer/lay/torn_sentences.h"
#include "answer/lay/with_its_subject.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "base/ascii.h"
#include "pipeline/answer_question.h"
#include "pipeline/gather_evidence.h"
#include "text/page_sentences.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kRankedPages = 400;
constexpr size_t kAskingPagesMax = 12;  // that ask the very question
constexpr size_t kOtherPagesMax = 6;
constexpr size_t kNamedPagesMax = 10;

// What a page's title asks, beside the very question, that may hold its answer.
bool may_answer_it(const UnderstoodQuestion& question, const PageTitle& title) {
  if (asks_for_inheritance(question))
    return title.of_inheritance || title.asks == Intent::kDefinition || title.asks == Intent::kCause;
  if (title.of_inheritance) return false;
  if (title.asks == question.intent || title.asks == Intent::kDefinition) return true;
  if (question.intent == Intent::kLineOfTherapy) return title.asks == Intent::kTreatment;
  return question.intent == Intent::kDuration && title.asks == Intent::kPrognosis;
}

std::string words_of_title(const UnderstoodQuestion& question, const std::string& name) {
  if (asks_for_inheritance(question)) return "Is " + name + " inherited";
  switch (question.intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy: return "What are the treatments for " + name;
    case Intent::kCause: return "What causes " + name + ", who is at risk";
    case Intent::kSymptoms: return "What are the symptoms of " + name;
    case Intent::kPrevention: return "How to prevent " + name;
    case Intent::kDiagnosis: return "How to diagnose " + name;
    case Intent::kPrognosis:
    case Intent::kDuration: return "What is the outlook for " + name;
    default: return "What is " + name;
  }
}

// Of long pages only what was found is read: all of it, as far as anybody would read on.
Status read_all_sentences(const Library& library, SearchResult& found) {
  constexpr size_t kTextBytes = 20'000;
  for (size_t at = 0; at < found.documents.size(); ++at) {
    ATTEST_ASSIGN(const Document document, library.collection.document(found.documents[at].ref));
    for (const Section& section : document.sections) {
      if (section.kind == SectionKind::kReferences || section.body.start > kTextBytes) continue;
      for (const ByteSpan span : page_sentences(section.body.of(document.text))) {
        const ByteSpan placed{section.body.start + span.start, section.body.start + span.end};
        if (placed.end < kTextBytes) found.sentences.push_back({static_cast<uint32_t>(at), placed, 0, 0, {}});
      }
    }
  }
  return {};
}

// A list of addresses, under a title that asks.
bool lists_addresses(const Document& document) {
  return has_phrase(lower_ascii(document.text), "these resources address");
}

// "Age-related macular degeneration", asked of macular degeneration.
bool holds_name(const Concept& thing, const std::string& subject) {
  return has_phrase(subject, lower_ascii(thing.asked_as)) || has_phrase(subject, lower_ascii(thing.label));
}

// "Yeast infections", asked of vaginal yeast infection: a page on what it is a kind of.
std::string wider_name(const Concept& thing, const std::string& subject, const Thesaurus& thesaurus) {
  const Thesaurus::Entry* entry = thesaurus.find_by_id(thing.thesaurus_id);
  if (entry == nullptr) return {};
  for (const std::string& id : entry->parents) {
    const Thesaurus::Entry* parent = thesaurus.find_by_id(id);
    if (parent == nullptr) continue;
    Concept wider;
    wider.label = parent->name;
    wider.asked_as = parent->name;
    for (const std::string& name : parent->names) wider.variants.push_back({name, {}, 1, false});
    if (subject_fit(wider, subject) != SubjectFit::kOther) return subject;
  }
  return {};
}

struct FoundPages {
  std::vector<DocumentHit> asking;  // the very question
  std::vector<DocumentHit> other;   // what it is
  bool empty() const { return asking.empty() && other.empty(); }
};

struct PagesOnThing {
  SearchResult found;
  std::string wider;  // of what they are, where not of the thing alone
};

// Pages on the thing itself; where none has its very name, those of another name for it, and where there are
// none either, those on what it is a kind of.
Result<PagesOnThing> find_pages(const UnderstoodQuestion& question, const Concept& thing,
                                const Library& library) {
  FoundPages of_name;
  FoundPages of_other_name;
  std::vector<DocumentHit> of_longer_name;
  PagesOnThing pages_on;
  std::vector<DocumentHit> of_wider;
  std::set<std::string> seen;
  std::vector<std::string> queries = {words_of_title(question, thing.asked_as)};
  if (thing.label != thing.asked_as) queries.push_back(words_of_title(question, thing.label));
  queries.push_back("What is " + thing.asked_as);
  if (thing.label != thing.asked_as) queries.push_back("What is " + thing.label);
  for (const std::string& query : queries) {
    ATTEST_ASSIGN(const std::vector<DocumentHit> hits, library.backend.rank(query, kRankedPages));
    for (const DocumentHit& hit : hits) {
      if (!seen.insert(hit.id).second) continue;
      ATTEST_ASSIGN(const Document document, library.collection.document(hit.ref));
      const PageTitle title = read_page_title(document.record.title);
      const SubjectFit fit = subject_fit(thing, title.subject);
      const std::string wider =
          fit == SubjectFit::kOther ? wider_name(thing, title.subject, *library.thesaurus) : std::string();
      if ((fit == SubjectFit::kOther && wider.empty()) || !may_answer_it(question, title)) continue;
      if (is_on_age_not_asked(question, document.record.title)) continue;
      if (library.appraisals.of(hit.ref, document).design != StudyDesign::kPatientPage) continue;
      if (lists_addresses(document)) continue;
      if (!wider.empty()) {
        const bool same = pages_on.wider.empty() || pages_on.wider == wider;
        if (!same || of_wider.size() == kOtherPagesMax || !names_itself(thing, lower_ascii(document.text)))
          continue;
        pages_on.wider = wider;
        of_wider.push_back(hit);
        continue;
      }
      FoundPages& pages = fit == SubjectFit::kVeryName ? of_name : of_other_name;
      const bool asks = title.asks != Intent::kDefinition;
      if (fit == SubjectFit::kOtherName && asks && holds_name(thing, title.subject) &&
          of_longer_name.size() < kAskingPagesMax)
        of_longer_name.push_back(hit);
      std::vector<DocumentHit>& of_kind = asks ? pages.asking : pages.other;
      if (of_kind.size() < (asks ? kAskingPagesMax : kOtherPagesMax)) of_kind.push_back(hit);
    }
  }
  FoundPages& pages = of_name.empty() ? of_other_name : of_name;
  // "What are the treatments for High Blood Cholesterol ?", where the page of the very name asks something
  // else.
  if (pages.asking.empty()) pages.asking = std::move(of_other_name.asking);
  SearchResult& found = pages_on.found;
  found.documents = pages.asking.empty() ? std::move(of_longer_name) : std::move(pages.asking);
  found.documents.insert(found.documents.end(), pages.other.begin(), pages.other.end());
  // "Bowel incontinence" beside "faecal incontinence".
  if (&pages == &of_name && pages.other.size() < kOtherPagesMax)
    found.documents.insert(found.documents.end(), of_other_name.other.begin(), of_other_name.other.end());
  if (found.documents.empty())
    found.documents = std::move(of_wider);
  else
    pages_on.wider.clear();
  ATTEST_TRY(read_all_sentences(library, found));
  return pages_on;
}

// "Shingles Vaccine The vaccine is not recommended…", with the heading before it, and the same without.
void drop_said_twice(std::vector<Statement>& statements) {
  std::vector<Statement> kept;
  for (Statement& one : statements) {
    const std::string key = sentence_key(one.text);
    const bool said = std::any_of(kept.begin(), kept.end(), [&](const Statement& other) {
      const std::string known = sentence_key(other.text);
      return known.ends_with(key) || key.ends_with(known);
    });
    if (!said) kept.push_back(std::move(one));
  }
  statements = std::move(kept);
}

// What single studies say stands back; what guidance says does not.
void leave_out_single_studies(const Evidence& evidence, Answer& answer) {
  const auto is_of = [&](const Citation& citation, const auto& accepts) {
    return std::any_of(evidence.sources.begin(), evidence.sources.end(), [&](const AnswerSource& source) {
      return source.id == citation.document && source.about_condition && accepts(source);
    });
  };
  const auto is_guided = [&](const Citation& citation) { return is_of(citation, is_guidance); };
  const auto is_advised = [&](const Citation& citation) { return is_of(citation, advises); };
  const auto is_hard = [](const Statement& one) { return one.quoted && !is_for_lay_readers(one.text); };
  std::erase_if(answer.bottom_line, [&](const Statement& one) {
    return is_hard(one) || std::none_of(one.citations.begin(), one.citations.end(), is_guided);
  });
  std::erase_if(answer.lines, [&](const TherapyLine& line) {
    return std::none_of(line.ranked_by.begin(), line.ranked_by.end(), is_guided);
  });
  std::erase_if(answer.sections, [&](AnswerSection& section) {
    std::erase_if(section.statements, [&](const Statement& one) {
      return std::none_of(one.citations.begin(), one.citations.end(), is_advised) ||
             lacks_its_subject(lower_ascii(one.text)) || is_hard(one);
    });
    drop_said_twice(section.statements);
    return section.kind == kNearestSection || section.kind == kNearMissesSection ||
           section.kind == kDoctorsWordsSection || section.statements.empty();
  });
}

// Pages of whichever title with a sentence that names all that was asked.
Result<SearchResult> find_named(const UnderstoodQuestion& question, const Library& library) {
  SearchResult found;
  std::set<std::string> seen;
  std::string names;
  for (const Concept& asked : question.concepts) names += asked.asked_as + " " + asked.label + " ";
  for (const std::string& query :
       {question.resolved, names + "side effects problems", names + "patients page"}) {
    ATTEST_ASSIGN(const std::vector<DocumentHit> hits, library.backend.rank(query, kRankedPages));
    for (const DocumentHit& hit : hits) {
      if (found.documents.size() == kNamedPagesMax) break;
      if (!seen.insert(hit.id).second) continue;
      ATTEST_ASSIGN(const Document document, library.collection.document(hit.ref));
      const std::string title = lower_ascii(document.record.title);
      if (title.find('?') == std::string::npos && !title.starts_with("do you have information")) continue;
      std::vector<SentenceHit> sentences;
      for (const Section& section : document.sections) {
        if (section.kind == SectionKind::kReferences) continue;
        for (const ByteSpan span : page_sentences(section.body.of(document.text))) {
          const ByteSpan placed{section.body.start + span.start, section.body.start + span.end};
          const ByteSpan told = with_its_subject(document, placed).value_or(placed);
          if (names_all_asked(question, lower_ascii(told.of(document.text))))
            sentences.push_back({static_cast<uint32_t>(found.documents.size()), placed, 0, 0, {}});
        }
      }
      if (sentences.empty() || library.appraisals.of(hit.ref, document).design != StudyDesign::kPatientPage)
        continue;
      found.documents.push_back(hit);
      found.sentences.insert(found.sentences.end(), sentences.begin(), sentences.end());
    }
  }
  return found;
}

void put_words_first(std::vector<Statement> words, Answer& answer) {
  for (const Statement& one : words) {
    const std::string key = sentence_key(one.text);
    const auto same = [&](const Statement& other) { return sentence_key(other.text) == key; };
    std::erase_if(answer.bottom_line, same);
    for (AnswerSection& section : answer.sections) std::erase_if(section.statements, same);
  }
  std::erase_if(answer.sections, [](const AnswerSection& section) {
    return section.statements.empty() || section.kind == kDoctorsWordsSection ||
           section.kind == kNearMissesSection || section.kind == kNearestSection;
  });
  answer.bottom_line.insert(answer.bottom_line.begin(), std::make_move_iterator(words.begin()),
                            std::make_move_iterator(words.end()));
  answer.verdict = Answer::Verdict::kAnswered;
  answer.near_misses.clear();
}

// What holds none of the words that are asked of a treatment tells of it something else.
void drop_other_effects(const UnderstoodQuestion& question, Answer& answer) {
  const auto is_other = [&](const Statement& one) {
    return one.quoted && !holds_asked_word(question, lower_ascii(one.text));
  };
  const size_t dropped = std::erase_if(answer.bottom_line, is_other);
  for (AnswerSection& section : answer.sections) std::erase_if(section.statements, is_other);
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  if (dropped == 0 || !answer.bottom_line.empty()) return;
  if (answer.sections.empty() && answer.lines.empty())
    answer = no_direct_evidence(std::move(answer));
  else
    answer.verdict = Answer::Verdict::kPartly;
}

// Of what was asked by name: before studies, where a harm is asked for; else only where nothing else answers.
Status add_words_on_named(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                          Evidence& evidence) {
  drop_other_effects(question, answer);
  if (!asks_by_name(question) || !caution_of(question, answer.audience).empty()) return {};
  const bool answered = answer.verdict == Answer::Verdict::kAnswered && !answer.bottom_line.empty();
  if (answered && question.intent != Intent::kHarm && question.intent != Intent::kCause) return {};
  ATTEST_ASSIGN(const SearchResult found, find_named(question, library));
  if (found.documents.empty()) return {};
  ATTEST_ASSIGN(Evidence pages, gather_from(question, answer.audience, found, library));
  drop_unreadable(pages);
  std::vector<Statement> words = words_on_named(pages);
  if (words.empty()) return {};
  put_words_first(std::move(words), answer);
  std::erase(answer.gaps, missing_answer(question));
  std::erase(answer.gaps, nearest_note({}, answer.audience));
  std::erase_if(answer.gaps, [](const std::string& gap) { return gap == kNoEverydayWords; });
  take_new_sources(std::move(pages), evidence);
  number_references(evidence, answer);
  return {};
}

// Of a page on the wider thing: the sentences that name this one, where there are any.
bool keep_what_names(const Concept& thing, std::vector<Statement>& words) {
  const auto names_it = [&](const Statement& one) { return names_itself(thing, lower_ascii(one.text)); };
  if (std::none_of(words.begin(), words.end(), names_it)) return false;
  std::erase_if(words, [&](const Statement& one) { return !names_it(one); });
  return true;
}

enum class PagesOn : uint8_t { kThing, kWider };

// Of one thing that is asked broadly.
Status add_words_on_thing(const UnderstoodQuestion& question, const Concept& thing, PagesOn which,
                          const Library& library, Answer& answer, Evidence& evidence) {
  ATTEST_ASSIGN(const PagesOnThing pages_on, find_pages(question, thing, library));
  const bool wider = !pages_on.wider.empty();
  if (pages_on.found.documents.empty() || wider != (which == PagesOn::kWider)) return {};
  UnderstoodQuestion of_pages = question;
  if (wider) {
    ATTEST_ASSIGN(of_pages, understand(words_of_title(question, pages_on.wider), library.collection,
                                       *library.thesaurus, std::nullopt));
    of_pages.intent = question.intent;
  }
  ATTEST_ASSIGN(Evidence pages, gather_from(of_pages, answer.audience, pages_on.found, library));
  drop_unreadable(pages);
  std::vector<Statement> words = words_of_pages(pages);
  if (words.empty() && is_treatment_question(question)) {
    // Where nothing is told that treats it, what keeps it away helps.
    pages.question.intent = Intent::kPrevention;
    words = words_of_pages(pages);
  }
  if (words.empty() && question.intent == Intent::kPrevention) {
    // Who knows how it is caught knows what to keep away from.
    pages.question.intent = Intent::kCause;
    words = words_of_pages(pages);
    std::erase_if(words,
                  [](const Statement& one) { return !tells_of(Focus::kCatching, lower_ascii(one.text)); });
  }
  if (words.empty()) return {};
  const bool of_thing_alone = wider && keep_what_names(thing, words);
  leave_out_single_studies(evidence, answer);
  put_words_first(std::move(words), answer);
  // What was not known of single treatments goes with them.
  if (answer.lines.empty()) answer.gaps.clear();
  std::erase(answer.gaps, missing_answer(question));
  std::erase(answer.gaps, nearest_note({}, answer.audience));
  if (wider && !of_thing_alone)
    answer.gaps.push_back("This is said of " + pages_on.wider + " as a whole, not of " + thing.label +
                          " alone.");
  take_new_sources(std::move(pages), evidence);
  number_references(evidence, answer);
  return {};
}

}  // namespace

Status add_page_words(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                      Evidence& evidence) {
  if (answer.audience == Audience::kClinician) return {};
  const std::optional<AtHeart> heart =
      caution_of(question, answer.audience).empty() ? asked_at_heart(question) : std::nullopt;
  const Concept* at_heart = heart ? broadly_asked(heart->question) : nullptr;
  if (at_heart != nullptr && heart->left_out.empty()) {
    ATTEST_TRY(add_words_on_thing(heart->question, *at_heart, PagesOn::kThing, library, answer, evidence));
    // How a thing shows does not say who has it.
    if (heart->suspected && !answer.bottom_line.empty()) {
      answer.verdict = Answer::Verdict::kPartly;
      answer.gaps.insert(answer.gaps.begin(), "Whether it is this, only an examination can tell.");
    }
    return {};
  }
  if (const Concept* thing = broadly_asked(question); thing != nullptr)
    return add_words_on_thing(question, *thing, PagesOn::kThing, library, answer, evidence);
  ATTEST_TRY(add_words_on_named(question, library, answer, evidence));
  if (at_heart == nullptr || !tells_in_hard_words_only(answer)) return {};
  ATTEST_TRY(add_words_on_thing(heart->question, *at_heart, PagesOn::kThing, library, answer, evidence));
  if (!answer.bottom_line.empty())
    answer.gaps.insert(answer.gaps.begin(), nearest_note(heart->left_out, answer.audience));
  return {};
}

Status add_words_on_wider(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                          Evidence& evidence) {
  const std::optional<AtHeart> heart = asked_at_heart(question);
  const Concept* thing = heart ? broadly_asked(heart->question) : nullptr;
  if (thing == nullptr) return {};
  return add_words_on_thing(heart->question, *thing, PagesOn::kWider, library, answer, evidence);
}

}  // namespace attest
