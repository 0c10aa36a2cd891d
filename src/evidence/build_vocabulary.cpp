#include "evidence/build_vocabulary.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "base/ascii.h"
#include "findings/arms/control_arms.h"
#include "question/given.h"
#include "text/tokens.h"

namespace attest {
namespace {

ConceptRole role_of_stored(const StoredConcept& stored) {
  // MeSH tree: https://www.nlm.nih.gov/mesh/intro_trees.html
  for (const std::string& number : stored.tree_numbers) {
    if (number.starts_with("D27")) continue;  // chemical actions and uses: "Indicators and Reagents"
    if (number.starts_with("D") || number.starts_with("E02") || number.starts_with("E04")) {
      if (is_given(stored.name, stored.tree_numbers)) return ConceptRole::kIntervention;
      continue;
    }
    if (number.starts_with("C") || number.starts_with("F03")) return ConceptRole::kCondition;
    if (number.starts_with("E01") || number.starts_with("E05")) return ConceptRole::kTest;
    if (number.starts_with("M01")) return ConceptRole::kPopulation;
  }
  return ConceptRole::kOther;
}

// A thesaurus has thousands of names, each to be stemmed. They are read once and shared by all that ask while
// that thesaurus is in use; safe with several threads.
std::shared_ptr<const Vocabulary> names_of(const std::shared_ptr<const Thesaurus>& thesaurus) {
  static std::mutex mutex;
  static std::weak_ptr<const Thesaurus> read;
  static std::shared_ptr<const Vocabulary> names;
  const std::lock_guard lock(mutex);
  if (names != nullptr && read.lock() == thesaurus) return names;
  auto vocabulary = std::make_shared<Vocabulary>();
  Stemmer stemmer;
  add_control_arms(*vocabulary, stemmer);
  for (const Thesaurus::Entry& known : thesaurus->entries()) {
    VocabularyEntry entry{known.id, known.name, known.plain_name, known.role, false, known.parents};
    vocabulary->add(std::move(entry), known.names, stemmer);
  }
  read = thesaurus;
  names = std::move(vocabulary);
  return names;
}

// Search looks for the members of a class that was asked about; a treatment that is one keeps its own name:
// "advise against atenolol" says nothing of beta-blockers.
bool names_member(const Vocabulary& known, const Concept& asked, std::string_view words, Stemmer& stemmer) {
  if (asked.role != ConceptRole::kIntervention || asked.thesaurus_id.empty()) return false;
  const std::vector<VocabularyMatch> matches = known.match(words, tokenize(words), stemmer);
  if (matches.size() != 1 || matches.front().span.size() != words.size()) return false;
  const std::string& id = known.entry(matches.front().entry).id;
  return id != asked.thesaurus_id && known.is_a(id, asked.thesaurus_id);
}

// Takes out of `names` what the vocabulary knows already, and gives the ids of what it knows by them.
std::vector<std::string> take_known_names(const Vocabulary& known, ConceptRole role,
                                          std::vector<std::string>& names, Stemmer& stemmer) {
  std::vector<std::string> ids;
  std::erase_if(names, [&](const std::string& name) {
    const std::vector<Token> tokens = tokenize(name);
    const std::vector<VocabularyMatch> matches = known.match(name, tokens, stemmer);
    if (matches.size() != 1 || matches.front().token_count != tokens.size()) return false;
    const VocabularyEntry& entry = known.entry(matches.front().entry);
    if (entry.role != role) return false;
    if (std::find(ids.begin(), ids.end(), entry.id) == ids.end()) ids.push_back(entry.id);
    return true;
  });
  return ids;
}

// Which runs of words the stored thesaurus names. Nearly all of a text's runs it does not: each word is asked
// for once, and most have few terms that begin with them.
class StoredTerms {
 public:
  explicit StoredTerms(const Collection& collection) : collection_(collection) {}

  // `term` begins with `first_word`. What the catalog cannot read counts as absent: the answer goes on with
  // fewer names.
  bool have(const std::string& first_word, const std::string& term) {
    const auto [place, is_new] = terms_.try_emplace(first_word);
    if (is_new) {
      if (auto stored = collection_.terms_beginning_with(first_word)) place->second = std::move(*stored);
    }
    return std::binary_search(place->second.begin(), place->second.end(), term);
  }

 private:
  const Collection& collection_;
  std::unordered_map<std::string, std::vector<std::string>> terms_;
};

}  // namespace

std::shared_ptr<const Vocabulary> build_vocabulary(const UnderstoodQuestion& question,
                                                   const std::shared_ptr<const Thesaurus>& thesaurus,
                                                   const Collection& collection,
                                                   const std::vector<std::string_view>& texts) {
  const std::shared_ptr<const Vocabulary> known_names = names_of(thesaurus);
  auto vocabulary = std::make_shared<Vocabulary>(known_names);
  Stemmer stemmer;
  // The question's own concepts come first, so that their names win.
  for (const Concept& asked : question.concepts) {
    std::vector<std::string> names;
    for (const ConceptVariant& variant : asked.variants) {
      constexpr float kSameThing = 0.75f;
      // Where two are compared, a member is an arm of its class.
      const bool compares = question.intent == Intent::kComparison;
      if (variant.weight >= kSameThing &&
          (compares || !names_member(*known_names, asked, variant.words, stemmer)))
        names.push_back(variant.words);
    }
    VocabularyEntry entry{asked.thesaurus_id.empty() ? "asked:" + asked.label : asked.thesaurus_id,
                          asked.label,
                          "",
                          asked.role,
                          false,
                          {}};
    // An arm that the question names is still one.
    if (const VocabularyEntry* known = vocabulary->find_id(entry.id); known != nullptr && known->is_control) {
      entry.is_control = true;
      entry.plain_name = known->plain_name;
    }
    if (const Thesaurus::Entry* known = thesaurus->find_by_id(entry.id)) {
      if (!known->plain_name.empty()) entry.plain_name = known->plain_name;
      entry.parents = known->parents;
    }
    vocabulary->add_before_base(std::move(entry), names, stemmer);
  }

  StoredTerms stored_terms(collection);
  std::unordered_set<std::string> asked_for;
  for (const std::string_view text : texts) {
    const std::vector<Token> tokens = tokenize(text);
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (is_stop_word(tokens[i].folded)) continue;
      std::string key;
      constexpr size_t kNameWords = 4;
      for (size_t length = 1; length <= kNameWords && i + length <= tokens.size(); ++length) {
        if (length > 1) key += ' ';
        key += tokens[i + length - 1].folded;
        if (is_stop_word(tokens[i + length - 1].folded) || key.size() < 4) continue;
        if (!stored_terms.have(tokens[i].folded, key) || !asked_for.insert(key).second) continue;
        const auto found = collection.concepts_for_term(key);
        if (!found) break;  // the catalog cannot be read: the answer goes on with fewer names
        for (const StoredConcept& stored : *found) {
          const ConceptRole role = role_of_stored(stored);
          if (role == ConceptRole::kOther || role == ConceptRole::kPopulation) continue;
          std::vector<std::string> names = stored.terms;
          names.push_back(stored.name);
          // A name that our own thesaurus has keeps that entry.
          if (!vocabulary->match(stored.name, tokenize(stored.name), stemmer).empty()) continue;
          // Nor does one of its other names go over ("COPD"), and what has it in common is of that kind.
          std::vector<std::string> kinds = take_known_names(*vocabulary, role, names, stemmer);
          vocabulary->add({"mesh:" + stored.id, lower_ascii(stored.name), "", role, false, std::move(kinds)},
                          names, stemmer);
        }
      }
    }
  }
  add_discovered_interventions(*vocabulary, texts, stemmer);
  return vocabulary;
}

}  // namespace attest
