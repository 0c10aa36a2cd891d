#include "question/concepts.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/limits.h"
#include "question/age_groups.h"
#include "question/feelings.h"
#include "question/intents.h"
#include "question/mesh.h"

namespace attest {
namespace {

constexpr float kSame = 1.0f;
constexpr float kMember = 0.8f;           // a member of the class that was asked for
constexpr float kMemberOfMember = 0.64f;  // enalapril, when antihypertensives are asked for
constexpr float kAbbreviation = 0.6f;
constexpr float kLay = 0.5f;
constexpr float kClass = 0.45f;  // the class of the member that was asked for
constexpr float kBroader = 0.4f;
constexpr size_t kLayWordsMax = 3;  // longer phrases are never written so
constexpr size_t kShortFormsMax = 3;
constexpr size_t kMemberNamesMax = 6;
constexpr uint32_t kShortFormDocumentsMin = 2;

// Endings of international non-proprietary names; a word that has one is a drug, however common it is.
constexpr auto kDrugEndings = std::to_array<std::string_view>(
    {"mab",     "nib",     "pril",      "sartan",  "statin", "azole",  "cillin", "mycin",    "floxacin",
     "tide",    "gliptin", "gliflozin", "glutide", "olol",   "dipine", "setron", "triptan",  "prazole",
     "oxetine", "azepam",  "caine",     "parin",   "xaban",  "gatran", "toin",   "barbital", "vir",
     "cycline", "profen",  "coxib",     "lukast",  "tidine", "zosin",  "afil",   "dronate",  "bicin",
     "platin",  "taxel",   "rubicin",   "toxin",   "toxina", "zepine", "idone",  "apine"});

bool is_drug_like(std::string_view word) {
  constexpr size_t kStemBytesMin = 3;
  return std::any_of(kDrugEndings.begin(), kDrugEndings.end(), [&](std::string_view ending) {
    return word.size() >= ending.size() + kStemBytesMin && word.substr(word.size() - ending.size()) == ending;
  });
}

void add_name(const std::string& name, float weight, VariantList& variants) {
  variants.add(name, looks_like_abbreviation(name) ? std::min(weight, kAbbreviation) : weight);
}

// The members of a class and theirs, the near ones first: what does not fit into the list is furthest.
void add_members(const Thesaurus::Entry& entry, const Thesaurus& thesaurus, VariantList& variants) {
  const auto add = [&](const Thesaurus::Entry& member, float weight) {
    for (size_t i = 0; i < std::min(member.names.size(), kMemberNamesMax); ++i)
      add_name(member.names[i], weight, variants);
  };
  const std::vector<const Thesaurus::Entry*> members = thesaurus.members_of(entry.id);
  for (const Thesaurus::Entry* member : members) add(*member, kMember);
  for (const Thesaurus::Entry* member : members) {
    for (const Thesaurus::Entry* of_member : thesaurus.members_of(member->id))
      add(*of_member, kMemberOfMember);
  }
}

void add_own_names(const Thesaurus::Entry& entry, const Thesaurus& thesaurus, Stemmer& stemmer,
                   VariantList& variants) {
  for (const std::string& name : entry.names) add_name(name, kSame, variants);
  add_members(entry, thesaurus, variants);
  for (const std::string& name : entry.lay_names) {
    if (stems_of(name, stemmer).size() <= kLayWordsMax && lay_words(name, thesaurus, stemmer).size() >= 2) {
      variants.add(name, kLay);
    }
  }
  for (const std::string& id : entry.parents) {
    if (const Thesaurus::Entry* parent = thesaurus.find_by_id(id)) {
      for (size_t i = 0; i < std::min(parent->names.size(), kMemberNamesMax); ++i)
        add_name(parent->names[i], kClass, variants);
    }
  }
  for (const std::string& name : entry.broader) variants.add(name, kBroader);
}

// True when `words` name an own entry, but not this one. MeSH lists narrower and neighbouring things among
// the entry terms of a heading ("colonic inertia" under constipation): where our thesaurus tells them apart,
// they stay apart.
bool names_another(std::string_view words, const Thesaurus::Entry& entry, const Thesaurus& thesaurus,
                   Stemmer& stemmer) {
  const std::vector<const Thesaurus::Entry*> named = thesaurus.find_by_stems(name_key(words, stemmer));
  return !named.empty() && std::find(named.begin(), named.end(), &entry) == named.end();
}

// The stored concept that shares its preferred or asked name with an own entry, so that both are one.
Status find_stored_twin(const FoundName& name, std::string_view text, const Collection& collection,
                        const Thesaurus& thesaurus, Stemmer& stemmer, std::vector<StoredConcept>& twins) {
  std::vector<std::string> shared = {name.own->name};
  const std::string asked(name.span.of(text));
  const bool ambiguous = thesaurus.find_by_stems(name_key(asked, stemmer)).size() > 1;
  if (!name.lay && !ambiguous && !looks_like_abbreviation(asked)) shared.push_back(asked);
  for (const std::string& one : shared) {
    ATTEST_ASSIGN(std::vector<StoredConcept> stored, collection.concepts_for_term(normalise_term(one)));
    for (StoredConcept& candidate : stored) {
      const bool known = std::any_of(twins.begin(), twins.end(),
                                     [&](const StoredConcept& twin) { return twin.id == candidate.id; });
      if (known || thesaurus.is_generic(normalise_term(candidate.name)) ||
          names_another(natural_order(candidate.name), *name.own, thesaurus, stemmer)) {
        continue;
      }
      twins.push_back(std::move(candidate));
    }
    if (!twins.empty()) return {};
  }
  return {};
}

// "als" → "ALS": asked in small letters, as the thesaurus writes it. Elsewhere small letters are another
// word.
std::string as_known(std::string_view asked, const Thesaurus::Entry& entry) {
  const std::string lower = lower_ascii(asked);
  if (asked != lower || asked.find(' ') != std::string_view::npos) return std::string(asked);
  std::string written;
  for (const std::string& name : entry.names) {
    if (lower_ascii(name) != lower) continue;
    if (!looks_like_abbreviation(name)) return std::string(asked);
    written = name;
  }
  return written.empty() || lower_ascii(entry.name) == lower ? std::string(asked) : written;
}

Status add_short_forms(const std::string& name, const Collection& collection, VariantList& variants) {
  ATTEST_ASSIGN(const std::vector<LearnedAbbreviation> learned,
                collection.short_forms_of(normalise_term(name)));
  size_t taken = 0;
  for (const LearnedAbbreviation& one : learned) {
    if (one.documents < kShortFormDocumentsMin || one.short_form.size() < 2) continue;
    if (looks_like_abbreviation(one.short_form)) variants.add(one.short_form, kAbbreviation);
    if (++taken == kShortFormsMax) break;
  }
  return {};
}

Concept unknown_concept(const QuestionWord& word, std::string_view text, Stemmer& stemmer) {
  return concept_in_words(word.span.of(text),
                          is_drug_like(word.folded) ? ConceptRole::kIntervention : ConceptRole::kOther,
                          stemmer);
}

// Unknown words side by side are one thing: the whole phrase counts fully, each word of it partly.
void extend_unknown(Concept& subject, const QuestionWord& word, std::string_view text, Stemmer& stemmer) {
  const Concept next = unknown_concept(word, text, stemmer);
  subject.asked_as += " " + next.asked_as;
  subject.label = subject.asked_as;
  if (next.role == ConceptRole::kIntervention) subject.role = next.role;
  VariantList variants(stemmer);
  variants.add(subject.asked_as, kSame);
  for (const ConceptVariant& one : subject.variants) variants.add(one.words, kAbbreviation);
  variants.add(next.asked_as, kAbbreviation);
  subject.variants = variants.take();
  for (ConceptVariant& variant : subject.variants) variant.abbreviation = false;
}

void label_from_stored(Concept& subject, const StoredConcept& stored) {
  const MeshRole meaning = mesh_role(stored.tree_numbers);
  subject.label = natural_order(stored.name);
  subject.thesaurus_id = stored.id;
  subject.role = meaning.role;
  subject.required = meaning.required;
}

// "Anismus with chronic constipation": the wider condition goes without saying.
void release_wider_conditions(std::vector<Concept>& concepts) {
  const auto is_name = [](const Concept& subject, const std::vector<std::string>& stems) {
    return std::any_of(subject.variants.begin(), subject.variants.end(), [&](const ConceptVariant& variant) {
      return variant.weight >= kSame && variant.stems == stems;
    });
  };
  for (const Concept& narrow : concepts) {
    if (narrow.role != ConceptRole::kCondition || !narrow.required) continue;
    for (Concept& wide : concepts) {
      if (&wide == &narrow || wide.role != ConceptRole::kCondition) continue;
      for (const ConceptVariant& variant : narrow.variants) {
        if (variant.weight <= kClass && is_name(wide, variant.stems)) wide.required = false;
      }
    }
  }
}

// "Pemphigoid" among the names of bullous pemphigoid: others have it too ("mucous membrane pemphigoid").
bool is_bare_head(std::string_view words, const Concept& subject) {
  std::string lower = lower_ascii(words);
  if (lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("is")) lower.pop_back();
  return subject.role == ConceptRole::kCondition && lower.find(' ') == std::string::npos &&
         lower != lower_ascii(subject.asked_as) && lower_ascii(subject.label).ends_with(" " + lower);
}

}  // namespace

Concept concept_in_words(std::string_view words, ConceptRole role, Stemmer& stemmer) {
  Concept subject;
  subject.asked_as = std::string(words);
  subject.label = subject.asked_as;
  subject.role = role;
  VariantList variants(stemmer);
  variants.add(subject.asked_as, kSame);
  subject.variants = variants.take();
  // Not an abbreviation of something spelled out elsewhere, even when it is in capitals.
  for (ConceptVariant& variant : subject.variants) variant.abbreviation = false;
  return subject;
}

bool looks_like_abbreviation(std::string_view name) {
  constexpr size_t kBytesMax = 7;
  size_t capitals = 0;
  size_t small = 0;
  for (const char c : name) {
    if (c == ' ') return false;
    if (is_upper(c)) ++capitals;
    if (is_lower(c)) ++small;
  }
  return name.size() <= kBytesMax && capitals >= 2 && capitals > small;
}

void VariantList::add(std::string_view words, float weight) {
  if (variants_.size() >= limits::kConceptVariantsMax) return;
  ConceptVariant variant{std::string(words), stems_of(words, stemmer_), weight,
                         looks_like_abbreviation(words)};
  if (variant.stems.empty()) return;
  for (ConceptVariant& known : variants_) {
    if (known.stems != variant.stems) continue;
    known.weight = std::max(known.weight, weight);
    return;
  }
  variants_.push_back(std::move(variant));
}

Result<Concept> concept_of(const FoundName& name, std::string_view text, const Collection& collection,
                           const Thesaurus& thesaurus, Stemmer& stemmer) {
  Concept subject;
  subject.asked_as = std::string(name.span.of(text));
  std::vector<StoredConcept> stored = name.stored;
  VariantList variants(stemmer);
  const std::string asked = name.own == nullptr ? subject.asked_as : as_known(subject.asked_as, *name.own);
  if (!name.lay && !name.adjective) variants.add(asked, kSame);
  if (name.own != nullptr) {
    subject.label = name.own->name;
    subject.thesaurus_id = name.own->id;
    subject.role = name.own->role;
    subject.required = subject.role == ConceptRole::kCondition ||
                       subject.role == ConceptRole::kIntervention || subject.role == ConceptRole::kTest;
    add_own_names(*name.own, thesaurus, stemmer, variants);
    if (stored.empty()) {
      ATTEST_TRY(find_stored_twin(name, text, collection, thesaurus, stemmer, stored));
    }
    VariantList homonyms(stemmer);
    for (const std::string& other : name.own->not_names) homonyms.add(other, kSame);
    subject.homonyms = homonyms.take();
  } else if (!stored.empty()) {
    label_from_stored(subject, stored.front());
    variants.add(subject.label, kSame);
  } else if (!name.long_forms.empty()) {
    subject.label = name.long_forms.front().long_form;
  } else {
    subject.label = subject.asked_as;
  }
  // Two meanings that are equally likely are both searched for, the second as a weaker name.
  for (size_t i = 0; i < std::min<size_t>(name.long_forms.size(), 2); ++i) {
    const bool rival = name.long_forms[i].documents * 2 > name.long_forms.front().documents;
    if (i == 0 || rival) variants.add(name.long_forms[i].long_form, i == 0 ? kSame : kAbbreviation);
  }
  for (const StoredConcept& one : stored) {
    variants.add(natural_order(one.name), kSame);
    for (const std::string& term : one.terms) {
      const std::string words = natural_order(term);
      if (name.own != nullptr && names_another(words, *name.own, thesaurus, stemmer)) continue;
      if (is_bare_head(words, subject)) continue;
      add_name(words, kSame, variants);
    }
  }
  if (name.adjective) variants.add(subject.asked_as, kSame);
  ATTEST_TRY(add_short_forms(subject.label, collection, variants));
  if (subject.asked_as != subject.label) {
    ATTEST_TRY(add_short_forms(subject.asked_as, collection, variants));
  }
  if (variants.empty()) variants.add(subject.label, kSame);
  subject.variants = variants.take();
  return subject;
}

std::vector<Concept> unknown_concepts(std::string_view text, const std::vector<QuestionWord>& words,
                                      const std::vector<FoundName>& found, const Thesaurus& thesaurus,
                                      CollectionTerms& terms, Stemmer& stemmer,
                                      std::vector<std::string>& other_stems) {
  std::vector<bool> named(words.size(), false);
  for (const FoundName& name : found) {
    for (size_t i = name.first; i < name.first + name.count; ++i) named[i] = !name.generic;
  }
  const auto add_other = [&](const QuestionWord& word) {
    if (std::find(other_stems.begin(), other_stems.end(), word.stem) == other_stems.end()) {
      other_stems.push_back(word.stem);
    }
  };
  const auto is_particular = [&](const QuestionWord& word) {
    if (word.has_digit && word.folded.size() < 3) return false;
    return terms.is_rare(word.stem) || is_drug_like(word.folded);
  };
  std::vector<Concept> concepts;
  size_t last = words.size();  // the word that ends concepts.back()
  bool last_unseen = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const QuestionWord& word = words[i];
    if (named[i] || word.stop || word.folded.size() < 2 || thesaurus.is_everyday(word.folded)) continue;
    // "I pooped": a word of the body in everyday speech tells of what is asked, and names nothing.
    const bool plain = is_cue_word(word.folded) || thesaurus.is_generic(word.folded) ||
                       thesaurus.lay_word(word.folded) != word.folded;
    if (plain || !is_particular(word)) {
      add_other(word);
      continue;
    }
    // A word that no document holds is asked for by itself: that its neighbours occur is no evidence.
    const bool unseen = terms.document_frequency(word.stem) == 0;
    if (last + 1 == i && unseen == last_unseen) {
      extend_unknown(concepts.back(), word, text, stemmer);
    } else {
      concepts.push_back(unknown_concept(word, text, stemmer));
    }
    last = i;
    last_unseen = unseen;
  }
  return concepts;
}

namespace {

// "Which controls glucose better": beside a treatment, what is measured is its outcome.
void release_measured_substances(std::vector<Concept>& concepts) {
  const auto treats = [](const Concept& one) {
    return one.role == ConceptRole::kIntervention && one.required && !is_measured_substance(one.label);
  };
  if (std::none_of(concepts.begin(), concepts.end(), treats)) return;
  for (Concept& subject : concepts) {
    if (subject.role != ConceptRole::kIntervention || !is_measured_substance(subject.label)) continue;
    subject.role = ConceptRole::kOutcome;
    subject.required = false;
  }
}

}  // namespace

void tidy_concepts(std::vector<Concept>& concepts) {
  release_measured_substances(concepts);
  drop_feelings(concepts);
  std::vector<Concept> kept;
  for (Concept& subject : concepts) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const Concept& one) {
      if (!subject.thesaurus_id.empty()) return one.thesaurus_id == subject.thesaurus_id;
      return one.label == subject.label;
    });
    if (same == kept.end()) kept.push_back(std::move(subject));
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Concept& a, const Concept& b) {
    if (a.role != b.role) return a.role < b.role;
    return a.required && !b.required;
  });
  release_wider_conditions(kept);
  if (kept.size() > limits::kQuestionConceptsMax) kept.resize(limits::kQuestionConceptsMax);
  // Something must be asked about: where only general things were named, they are it.
  const bool any = std::any_of(kept.begin(), kept.end(), [](const Concept& one) { return one.required; });
  if (!any) {
    for (Concept& subject : kept) {
      if (subject.role != ConceptRole::kPopulation) subject.required = true;
    }
  }
  concepts = std::move(kept);
}

void leave_out_children_not_meant(std::string_view text, std::vector<Concept>& concepts) {
  const bool given = std::any_of(concepts.begin(), concepts.end(),
                                 [](const Concept& one) { return one.role == ConceptRole::kIntervention; });
  if (!speaks_of_unborn(text) && !asks_of_having_children(text) && (given || !tells_of_own_childbirth(text)))
    return;
  std::erase_if(concepts, [](const Concept& one) {
    return one.thesaurus_id == "attest:infants" || one.thesaurus_id == "attest:children";
  });
}

}  // namespace attest
