// What the passes of one audit share. Each pass reads what the passes before it found and adds remarks.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "audit/citations.h"
#include "audit/claims.h"
#include "audit/judge.h"
#include "evidence/sources.h"
#include "search/search.h"

namespace attest::audit {

// What a listed work was matched to.
struct WorkMatch {
  std::string document;  // "" when it is not in the collection
  DocumentRef ref;
  double confidence = 0;
  std::string matched_by;
  bool identifier_elsewhere = false;  // its identifier belongs to a document with another title
  std::string other_title;            // that document's
  std::string elsewhere;              // and its id
  std::string other_identifier;       // "PubMed id"
  size_t source = SIZE_MAX;           // in Evidence::sources
};

struct Work {
  const AuditRequest* request = nullptr;
  std::shared_ptr<const Collection> collection;
  std::shared_ptr<const Thesaurus> thesaurus;
  std::unique_ptr<Backend> backend;
  Appraisals appraisals;

  Page page;
  ReferenceList list;
  std::vector<InTextCitation> citations;
  std::vector<PageSentence> sentences;
  std::vector<PageClaim> claims;
  std::vector<WorkMatch> matches;  // one for each listed work
  std::vector<WorkMatch> links;    // one for each citation; filled for links that are in no list

  Evidence evidence;  // what the collection holds on the page's subject, and every matched work
  std::unique_ptr<Lexicon> lexicon;
  std::unique_ptr<SupportJudge> judge;
  std::set<std::string> conditions;     // ids that the page is about
  std::set<size_t> off_subject;         // positions in the list of works about something else
  std::vector<std::string> publishers;  // names, as written; the first is shown

  AuditReport report;

  PagePlace place(ByteSpan span) const;
  SourceEvidence quote(const AnswerSource& source, ByteSpan span) const;
  Remark& add(RemarkKind kind, Severity severity, std::string message);
  const AnswerSource* source_of(const WorkMatch& match) const;
  // The sentence of the evidence that shares most with `units`, and how much; nothing below `share_min`. It
  // or its title names one of the conditions `about`, if there are any.
  struct Nearest {
    const AnswerSource* source = nullptr;
    ByteSpan sentence;
    double share = 0;
  };
  Nearest nearest_sentence(const std::vector<Unit>& units, const std::vector<std::string>& about,
                           double share_min) const;
};

// The passes, in the order in which audit_page() calls them.
Status match_references(Work& work);
Status gather_evidence(Work& work);
void resolve_citations(Work& work);
void check_listing(Work& work);
void check_sources(Work& work);
void check_claims(Work& work);
void check_figures(Work& work);
void check_harms(Work& work);
void recompute_figures(Work& work);
Status check_quotations(Work& work);
void check_review_state(Work& work);
void compare_pages(Work& work);

// What the opened documents at large say of the claim: Surest::source is a position in Evidence::sources.
// What a study plans to do (registrations, protocols) says nothing.
SurestOfEach judge_collection(const Work& work, const PageClaim& claim);
// The same for a statement that cites nothing. Nobody points at these documents, so that only a sentence that
// plainly tells of the same result, or of the same in its words, speaks for or against it.
SurestOfEach judge_uncited(const Work& work, const PageClaim& claim);
// The sentence that supports speaks of the claim's own treatments and condition and has its figures, so that
// it may be named to somebody who looks for a source.
bool says_the_same(const Work& work, const PageClaim& claim, const Surest& supported);

// How a statement of another page differs from one about the same treatment.
struct PageDifference {
  bool comparable = false;  // both say something of one kind about the same thing
  std::string words;        // "55% here, 90% there"; "" when nothing differs
};
PageDifference difference_of(const PageClaim& here, const PageClaim& there, const Lexicon& lexicon);

// The words to search the collection for what a claim says.
std::string query_for(const Work& work, const PageClaim& claim);
// "Farid 2009", else the start of the title.
std::string short_label(const AnswerSource& source);
// The same of sources named by id; one that was not opened keeps its id.
std::vector<std::string> names_of_sources(const Work& work, const std::vector<std::string>& ids);
// Retracted, or its journal has expressed concern: nothing rests on it.
bool is_unsound(const AnswerSource& source);
std::string_view unsound_because(const AnswerSource& source);
// "4", "Farid 2009": how the page names a listed work.
std::string name_of_work(const Work& work, size_t index);
// At most `bytes` of the text, cut at a word, with "…" where something is missing.
std::string shortened(std::string_view text, size_t bytes);
// "1 rate", "3 rates".
std::string counted(size_t count, std::string_view one, std::string_view many);
// "a, b and c".
std::string listed(const std::vector<std::string>& words);
// Names of the page's publisher, from what the page says about itself.
std::vector<std::string> publisher_names(const Page& page, const std::string& given);
// Unwanted effects by name, beyond the general words of findings/cues.h.
bool names_side_effect(std::string_view lower);
// Letters and digits only, lower case.
std::string squeezed(std::string_view text);

}  // namespace attest::audit
