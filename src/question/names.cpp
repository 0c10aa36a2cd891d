// Finds the names of things in a question: every run of up to eight words is looked up in the program's own
// thesaurus, in the collection's, and among learned abbreviations, the longest runs first. A lay phrase may
// have other words between its own ("my muscles always tighten when I try to go"). Where an abbreviation has
// several meanings, the other words of the question decide, else the more frequent meaning.
#include "question/names.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/ascii.h"
#include "question/adjectives.h"
#include "question/concepts.h"
#include "question/lay_match.h"
#include "question/mesh.h"
#include "question/verbs_of_complaint.h"
#include "text/phrases.h"
#include "text/spelling.h"
#include "text/word_forms.h"

namespace attest {
namespace {

constexpr size_t kNameWordsMax = 8;
constexpr size_t kInvertedWordsMax = 4;
constexpr uint32_t kLearnedDocumentsMin = 2;

class NameFinder {
 public:
  NameFinder(std::string_view text, const std::vector<QuestionWord>& words, const Collection& collection,
             const Thesaurus& thesaurus, Stemmer& stemmer)
      : text_(text),
        words_(words),
        collection_(collection),
        thesaurus_(thesaurus),
        stemmer_(stemmer),
        used_(words.size(), false) {
    const auto capitals = static_cast<size_t>(
        std::count_if(words.begin(), words.end(), [](const QuestionWord& word) { return word.capitals; }));
    shouting_ = words.size() > 2 && capitals * 2 > words.size();
  }

  Result<std::vector<FoundName>> find() {
    find_lay_phrases();
    for (size_t count = std::min(kNameWordsMax, words_.size()); count > 0; --count) {
      for (size_t first = 0; first + count <= words_.size(); ++first) {
        if (!may_be_name(first, count)) continue;
        ATTEST_ASSIGN(std::optional<FoundName> name, look_up(first, count));
        if (name) take(std::move(*name));
      }
    }
    std::sort(found_.begin(), found_.end(),
              [](const FoundName& a, const FoundName& b) { return a.span < b.span; });
    return std::move(found_);
  }

 private:
  bool is_abbreviation(size_t at) const { return words_[at].capitals && !shouting_; }

  bool may_be_name(size_t first, size_t count) const {
    for (size_t i = first; i < first + count; ++i) {
      if (used_[i]) return false;
      if (i > first && breaks_between(i - 1)) return false;
    }
    const size_t last = first + count - 1;
    if (count == 1 && is_abbreviation(first)) return true;
    if (count == 1 && is_verb_of_complaint(text_, words_, first)) return false;
    if (words_[first].stop || words_[last].stop) return false;
    return count > 1 || !thesaurus_.is_everyday(words_[first].folded) || is_named_by_article(first);
  }

  // "He has a cold", but neither "cold" nor "a cold drink": an everyday word with its article is a lay name.
  bool is_named_by_article(size_t at) const {
    if (at == 0 || !words_[at - 1].stop) return false;
    if (at + 1 < words_.size() && !words_[at + 1].stop) {
      const uint32_t from = words_[at].span.end;
      const std::string_view gap = text_.substr(from, words_[at + 1].span.start - from);
      if (gap.find_first_of(",:.?!;\n") == std::string_view::npos) return false;
    }
    const std::string said = words_[at - 1].folded + " " + words_[at].folded;
    const Thesaurus::Entry* entry = own_entry(at, 1);
    return entry != nullptr &&
           std::find(entry->lay_names.begin(), entry->lay_names.end(), said) != entry->lay_names.end();
  }

  // A full stop, question mark or semicolon ends a name; that of "H. pylori" shortens its first word.
  bool breaks_between(size_t left) const {
    const uint32_t from = words_[left].span.end;
    const std::string_view gap = text_.substr(from, words_[left + 1].span.start - from);
    if (gap == ". " && words_[left].folded.size() == 1 && is_letter(words_[left].folded[0]) &&
        !is_upper(text_[words_[left + 1].span.start]))
      return false;
    return gap.find_first_of("?!;\n") != std::string_view::npos || gap.find(". ") != std::string_view::npos;
  }

  ByteSpan span_of(size_t first, size_t count) const {
    return {words_[first].span.start, words_[first + count - 1].span.end};
  }

  std::string stems(size_t first, size_t count) const {
    std::string joined;
    for (size_t i = first; i < first + count; ++i) {
      if (words_[i].stop && count > 1) continue;
      if (!joined.empty()) joined += ' ';
      joined += words_[i].stem;
    }
    return joined;
  }

  bool has_stop_word(size_t first, size_t count) const {
    for (size_t i = first; i < first + count; ++i) {
      if (words_[i].stop) return true;
    }
    return false;
  }

  // "cancer of the breast" also reads "breast cancer": the place of "of", when it is inside.
  std::optional<size_t> place_of_of(size_t first, size_t count) const {
    for (size_t i = first + 1; i + 1 < first + count; ++i) {
      if (words_[i].folded == "of") return i;
    }
    return std::nullopt;
  }

  std::string turned_stems(size_t first, size_t count) const {
    const auto place = place_of_of(first, count);
    if (!place) return {};
    const std::string after = stems(*place + 1, first + count - *place - 1);
    return after.empty() ? std::string() : after + " " + stems(first, *place - first);
  }

  const Thesaurus::Entry* own_entry(size_t first, size_t count) const {
    std::vector<const Thesaurus::Entry*> entries = thesaurus_.find_by_stems(stems(first, count));
    if (entries.empty()) {
      const std::string turned = turned_stems(first, count);
      if (!turned.empty()) entries = thesaurus_.find_by_stems(turned);
    }
    std::erase_if(entries, [&](const auto* entry) { return !is_written_as(*entry, first, count); });
    if (entries.empty()) return nullptr;
    if (entries.size() == 1) return entries.front();
    const auto best = std::max_element(entries.begin(), entries.end(), [&](const auto* a, const auto* b) {
      return words_for(*a, first, count) < words_for(*b, first, count);
    });
    return *best;
  }

  // "PsA" is psoriatic arthritis, "PSA" and "psa" another thing: so short a form is told by its case.
  static bool is_written_with_small_letters(std::string_view name) {
    constexpr size_t kLettersMax = 3;
    return name.size() <= kLettersMax && looks_like_abbreviation(name) &&
           std::any_of(name.begin(), name.end(), is_lower);
  }

  // Stems are too coarse for names: "aided" is not AIDS, "prostatic" is not prostatitis, and stimulation is
  // done by no stimulant.
  bool is_written_as(const Thesaurus::Entry& entry, size_t first, size_t count) const {
    const bool of_condition = entry.role == ConceptRole::kCondition;
    std::vector<std::string_view> asked;
    for (size_t i = first; i < first + count; ++i) {
      if (!is_stop_word(words_[i].folded) || count == 1) asked.push_back(words_[i].folded);
    }
    const std::vector<std::string> forms = word_forms(asked, of_condition);
    const auto fits = [&](const std::string& name) {
      const std::vector<Token> tokens = tokenize(name);
      if (count == 1 && tokens.size() == 1 && is_written_with_small_letters(name) &&
          words_[first].span.of(text_) != name)
        return false;
      if (count == 1 && tokens.size() == 1 && looks_like_abbreviation(name))
        return asked.front() == tokens.front().folded || asked.front() == tokens.front().folded + "s";
      std::vector<std::string_view> named;
      for (const Token& token : tokens) {
        if (!is_stop_word(token.folded) || tokens.size() == 1) named.push_back(token.folded);
      }
      return word_forms(named, of_condition) == forms;
    };
    return std::any_of(entry.names.begin(), entry.names.end(), fits) ||
           std::any_of(entry.lay_names.begin(), entry.lay_names.end(), fits);
  }

  // In an order of its own: "of" may have turned the words.
  std::vector<std::string> word_forms(const std::vector<std::string_view>& words, bool of_condition) const {
    std::vector<std::string> forms;
    for (const std::string_view word : words) {
      std::string_view form = stemmer_.form(word);
      if (words.size() > 1) form = attributive_form(form);
      const std::string_view noun = of_condition ? without_adjective(form) : std::string_view();
      forms.emplace_back(noun.empty() ? form : noun);
    }
    std::sort(forms.begin(), forms.end());
    return forms;
  }

  // How many other words of the question speak for an entry.
  size_t words_for(const Thesaurus::Entry& entry, size_t first, size_t count) const {
    std::set<std::string> own;
    const auto add = [&](const std::string& name) {
      for (std::string& stem : stems_of(name, stemmer_)) own.insert(std::move(stem));
    };
    for (const std::string& name : entry.names) add(name);
    for (const std::string& name : entry.broader) add(name);
    for (const std::string& name : entry.context) add(name);
    return overlap(own, first, count);
  }

  size_t overlap(const std::set<std::string>& stems, size_t first, size_t count) const {
    size_t shared = 0;
    for (size_t i = 0; i < words_.size(); ++i) {
      if ((i < first || i >= first + count) && !words_[i].stop && stems.count(words_[i].stem) != 0) ++shared;
    }
    return shared;
  }

  Result<std::vector<StoredConcept>> stored_concepts(size_t first, size_t count) const {
    const std::string term = normalise_term(span_of(first, count).of(text_));
    std::vector<std::string> forms = {term};
    for (std::string& form : number_forms(term)) forms.push_back(std::move(form));
    if (count > 1 && count <= kInvertedWordsMax && !has_stop_word(first, count))
      forms.push_back(inverted_order(term));
    if (const auto place = place_of_of(first, count)) {
      size_t rest = *place + 1;
      while (rest + 1 < first + count && words_[rest].stop) ++rest;
      forms.push_back(normalise_term(span_of(rest, first + count - rest).of(text_)) + " " +
                      normalise_term(span_of(first, *place - first).of(text_)));
    }
    // MeSH writes "gastrointestinal stromal tumor".
    for (size_t i = 0, as_asked = forms.size(); i < as_asked; ++i) forms.push_back(american_words(forms[i]));
    for (const std::string& form : forms) {
      ATTEST_ASSIGN(std::vector<StoredConcept> concepts, collection_.concepts_for_term(form));
      if (!concepts.empty()) return concepts;
    }
    return std::vector<StoredConcept>();
  }

  bool is_generic(const std::vector<StoredConcept>& concepts, ByteSpan span) const {
    if (thesaurus_.is_generic(normalise_term(span.of(text_)))) return true;
    return !concepts.empty() && thesaurus_.is_generic(normalise_term(concepts.front().name));
  }

  Result<std::optional<FoundName>> look_up(size_t first, size_t count) {
    FoundName name;
    name.first = first;
    name.count = count;
    name.span = span_of(first, count);
    name.own = own_entry(first, count);
    if (name.own != nullptr) return name;
    if (words_[first].stop) return std::nullopt;
    ATTEST_ASSIGN(name.stored, stored_concepts(first, count));
    name.own = own_people(name);
    if (name.own != nullptr) {
      name.stored.clear();
      return name;
    }
    if (!name.stored.empty() || (count == 1 && is_generic({}, name.span))) {
      name.generic = is_generic(name.stored, name.span);
      return name;
    }
    if (count == 1) {
      ATTEST_ASSIGN(const bool of_condition, look_up_noun(name));
      if (of_condition) return name;
    }
    if (count == 1 && is_abbreviation(first)) {
      ATTEST_ASSIGN(name.long_forms, long_forms(first));
      if (!name.long_forms.empty()) {
        ATTEST_TRY(resolve_long_form(name));
        return name;
      }
    }
    return std::nullopt;
  }

  // MeSH has people of its own ("pregnant woman", "adolescent mothers"): where a word of theirs names people
  // that the program knows, they are these.
  const Thesaurus::Entry* own_people(const FoundName& name) const {
    if (name.stored.empty() || mesh_role(name.stored.front().tree_numbers).role != ConceptRole::kPopulation)
      return nullptr;
    static constexpr std::string_view kAnybody[] = {"attest:women", "attest:men", "attest:adults"};
    for (size_t i = name.first; i < name.first + name.count; ++i) {
      const Thesaurus::Entry* entry = words_[i].stop ? nullptr : own_entry(i, 1);
      if (entry == nullptr || entry->role != ConceptRole::kPopulation) continue;
      if (std::find(std::begin(kAnybody), std::end(kAnybody), entry->id) == std::end(kAnybody)) return entry;
    }
    return nullptr;
  }

  // "neutropenic patients" are those with neutropenia.
  Result<bool> look_up_noun(FoundName& name) const {
    for (const std::string& noun : condition_nouns(words_[name.first].folded)) {
      for (const Thesaurus::Entry* entry : thesaurus_.find_by_stems(stemmer_.stem(noun))) {
        const bool is_name = std::any_of(entry->names.begin(), entry->names.end(),
                                         [&](const std::string& one) { return normalise_term(one) == noun; });
        if (!is_name || entry->role != ConceptRole::kCondition) continue;
        name.own = entry;
        name.adjective = true;
        return true;
      }
      ATTEST_ASSIGN(std::vector<StoredConcept> stored, collection_.concepts_for_term(noun));
      std::erase_if(stored, [](const StoredConcept& one) {
        return mesh_role(one.tree_numbers).role != ConceptRole::kCondition;
      });
      if (stored.empty() || is_generic(stored, name.span)) continue;
      name.stored = std::move(stored);
      name.adjective = true;
      return true;
    }
    return false;
  }

  // Meanings of an abbreviation, the one that fits the question first.
  Result<std::vector<LearnedAbbreviation>> long_forms(size_t at) const {
    const std::string short_form(words_[at].span.of(text_));
    ATTEST_ASSIGN(std::vector<LearnedAbbreviation> learned, collection_.abbreviations_for(short_form));
    learned.erase(std::remove_if(learned.begin(), learned.end(),
                                 [](const auto& one) { return one.documents < kLearnedDocumentsMin; }),
                  learned.end());
    std::vector<std::pair<size_t, LearnedAbbreviation>> ranked;
    for (LearnedAbbreviation& one : learned) {
      std::set<std::string> own;
      for (std::string& stem : stems_of(one.long_form, stemmer_)) own.insert(std::move(stem));
      ranked.emplace_back(overlap(own, at, 1), std::move(one));
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
      if (a.first != b.first) return a.first > b.first;
      return a.second.documents > b.second.documents;
    });
    std::vector<LearnedAbbreviation> ordered;
    for (auto& [shared, one] : ranked) ordered.push_back(std::move(one));
    return ordered;
  }

  // A long form may itself be a name that a thesaurus knows.
  Status resolve_long_form(FoundName& name) const {
    const std::string& long_form = name.long_forms.front().long_form;
    const auto entries = thesaurus_.find_by_stems(name_key(long_form, stemmer_));
    if (!entries.empty()) name.own = entries.front();
    ATTEST_ASSIGN(name.stored, collection_.concepts_for_term(normalise_term(long_form)));
    return {};
  }

  void find_lay_phrases() {
    const std::vector<LayWord> said = lay_words(text_, thesaurus_, stemmer_);
    for (const Thesaurus::LayPhrase& phrase : thesaurus_.lay_phrases()) {
      for (size_t start = 0; start < said.size(); ++start) {
        const auto span = match_lay(said, start, phrase.words);
        // "Migraines without tablets" are no migraine tablets.
        if (!span || has_phrase(lower_ascii(span->of(text_)), "without")) continue;
        FoundName name;
        name.own = &thesaurus_.entries()[phrase.entry];
        name.lay = true;
        name.span = *span;
        while (name.first < words_.size() && words_[name.first].span.start < span->start) ++name.first;
        while (name.first + name.count < words_.size() &&
               words_[name.first + name.count].span.start < span->end) {
          ++name.count;
        }
        bool free = name.count > 0 && !cuts_name(name.first, name.count);
        for (size_t i = name.first; i < name.first + name.count; ++i) free = free && !used_[i];
        if (free) take(std::move(name));
        break;
      }
    }
  }

  // "Folic acid in pregnancy against neural tube defects" speaks of no "pregnancy in the tube": the last word
  // of the phrase is part of a name that goes on.
  bool cuts_name(size_t first, size_t count) const {
    const size_t end = first + count;
    for (size_t from = first + 1; from < end && end < words_.size(); ++from) {
      const bool may_begin = !words_[from].stop && !words_[end].stop && !breaks_between(end - 1);
      if (may_begin && own_entry(from, end + 1 - from) != nullptr) return true;
    }
    return false;
  }

  void take(FoundName&& name) {
    for (size_t i = name.first; i < name.first + name.count; ++i) used_[i] = true;
    found_.push_back(std::move(name));
  }

  std::string_view text_;
  const std::vector<QuestionWord>& words_;
  const Collection& collection_;
  const Thesaurus& thesaurus_;
  Stemmer& stemmer_;
  std::vector<bool> used_;
  std::vector<FoundName> found_;
  bool shouting_ = false;
};

}  // namespace

Result<std::vector<FoundName>> find_names(std::string_view text, const std::vector<QuestionWord>& words,
                                          const Collection& collection, const Thesaurus& thesaurus,
                                          Stemmer& stemmer) {
  return NameFinder(text, words, collection, thesaurus, stemmer).find();
}

}  // namespace attest
