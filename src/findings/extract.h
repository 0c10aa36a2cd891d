// One sentence in, at most one finding out.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "appraise/appraisal.h"
#include "document/document.h"
#include "findings/arms/told_groups.h"
#include "findings/finding.h"
#include "findings/names/mentions.h"
#include "findings/sentences/sentence_role.h"

namespace attest {

// What the sentence stands in.
struct SentenceContext {
  const Document* document = nullptr;
  const Appraisal* appraisal = nullptr;
  uint32_t source = 0;
  std::string_view section_category;         // "results", "conclusions", … lower case
  uint8_t condition_match = 0;               // see Finding
  std::vector<Mention> title_interventions;  // what the document is about, when a sentence names nothing
  RoleEstimate role;                         // what the sentence does in its abstract
  const LocalNames* local_names = nullptr;   // short forms that the document defines
  bool for_reader = false;  // of a whole document: Finding::changes too, groups without a name
  std::span<const GroupMeaning> meanings = {};  // of the document's numbered groups
};

// Reads the sentence `span` of the context's document. Always gives a finding; one that carries nothing has
// kind kOther. Linear in the sentence.
Finding extract_finding(const SentenceContext& context, ByteSpan span, const Vocabulary& vocabulary,
                        Stemmer& stemmer);
// The people that a title is about ("children", "adults"); empty where it names none or several kinds.
std::string people_of_title(std::string_view title);

// The interventions that a title names, in order.
std::vector<Mention> title_interventions(const Document& document, const Vocabulary& vocabulary,
                                         Stemmer& stemmer, const LocalNames* local_names = nullptr);

}  // namespace attest
