#include "findings/names/mentions.h"

#include <algorithm>
#include <unordered_set>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/control_arms.h"
#include "findings/names/longer_names.h"
#include "text/abbreviations.h"
#include "text/word_forms.h"

namespace attest {

namespace {
constexpr uint32_t kNameTokensMax = 8;

// The forms of all words, function words too (text/word_forms.h).
std::vector<std::string> forms_of(std::span<const Token> tokens, Stemmer& stemmer) {
  std::vector<std::string> forms;
  forms.reserve(tokens.size());
  for (const Token& token : tokens) forms.emplace_back(stemmer.form(token.folded));
  return forms;
}

// Adds a word to the key of a name, whose last word this makes: `key` is what stands before it.
std::string key_with(std::string_view key, std::string_view form) {
  std::string longer(key);
  if (!longer.empty()) longer += ' ';
  longer += form;
  return longer;
}
// "BTX-A", "ORS", "MS", "ACTs": short names that in small letters would be other words.
bool is_abbreviation(std::string_view name) {
  constexpr size_t kAbbreviationBytesMax = 5;
  if (name.size() > 2 && name.ends_with('s') && is_upper(name[name.size() - 2])) name.remove_suffix(1);
  if (name.size() > kAbbreviationBytesMax || name.empty()) return false;
  size_t capitals = 0;
  for (const char c : name) {
    if (is_lower(c)) return false;
    capitals += is_upper(c) ? 1 : 0;
  }
  return capitals >= 2;
}

// "(ACE)": the short form that a text explains in the middle of a longer name.
bool in_brackets(std::string_view text, const Token& token) {
  return token.span.start > 0 && text[token.span.start - 1] == '(' && token.span.end < text.size() &&
         text[token.span.end] == ')';
}

// "ASA class", "GOLD stage": letters in capitals before such a word name a scheme.
bool names_scheme(std::string_view text, std::span<const Token> tokens, size_t at) {
  static constexpr std::string_view kOfSchemes[] = {"class",     "classes",    "classification",
                                                    "criteria",  "grade",      "grades",
                                                    "guideline", "guidelines", "physical",
                                                    "ps",        "score",      "scores",
                                                    "stage",     "stages",     "staging",
                                                    "status",    "group",      "i",
                                                    "ii",        "iii",        "iv",
                                                    "strategy",  "report",     "category"};
  if (at + 1 >= tokens.size()) return false;
  const size_t from = tokens[at].span.end;
  const std::string_view gap = text.substr(from, tokens[at + 1].span.start - from);
  return (gap == " " || gap == "-") && std::find(std::begin(kOfSchemes), std::end(kOfSchemes),
                                                 tokens[at + 1].folded) != std::end(kOfSchemes);
}

// "6-MV", "18 MV photons": a unit behind its number.
bool is_unit(std::string_view text, std::span<const Token> tokens, size_t at) {
  if (at == 0 || !is_digit(tokens[at - 1].folded.back())) return false;
  const size_t from = tokens[at - 1].span.end;
  const std::string_view gap = text.substr(from, tokens[at].span.start - from);
  constexpr size_t kUnitBytes = 2;
  return gap == "-" && tokens[at].folded.size() <= kUnitBytes;
}

bool is_in_capitals(std::string_view word) {
  constexpr size_t kLettersMin = 3;
  constexpr size_t kLettersMax = 6;
  return word.size() >= kLettersMin && word.size() <= kLettersMax &&
         std::all_of(word.begin(), word.end(), is_upper);
}

bool is_mostly_small(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_lower) >
         std::count_if(text.begin(), text.end(), is_upper);
}

// All letters are capitals, and the text has small ones too: it stands there for other words.
bool stands_in_capitals(std::string_view word, std::string_view text) {
  return is_in_capitals(word) && is_mostly_small(text);
}

// "Biological" and "biologically" are said of much that is no biologic, "double-masked" of no mask, and who
// wears patches is not being patched.
bool is_other_form(std::string_view word, const VocabularyEntry& entry) {
  if (entry.role != ConceptRole::kIntervention) return false;
  const std::string_view last = std::string_view(entry.name).substr(entry.name.rfind(' ') + 1);
  if ((word.ends_with("ical") || word.ends_with("ically")) && last.find("ical") == std::string_view::npos)
    return true;
  static constexpr std::string_view kOfTrials[] = {"masked", "masking", "blinded", "blinding"};
  if (is_one_of(word, kOfTrials)) return true;
  constexpr size_t kStemMin = 4;
  const bool plural = word.ends_with("es") && word.size() > kStemMin + 2;
  return plural && last == std::string(word.substr(0, word.size() - 2)) + "ing";
}

// Letters in capitals, one behind the other, as many as the name of a scheme has.
bool may_hold_schemes(std::string_view text, size_t letters_min) {
  size_t capitals = 0;
  for (const char c : text) {
    capitals = is_upper(c) ? capitals + 1 : 0;
    if (capitals == letters_min) return true;
  }
  return false;
}

}  // namespace

std::optional<uint32_t> Vocabulary::number_in(NameNumbers Vocabulary::*map, std::string_view key) const {
  return number_in(map, key, NameNumbers::hash_of(key));
}

std::optional<uint32_t> Vocabulary::number_in(NameNumbers Vocabulary::*map, std::string_view key,
                                              uint64_t hash) const {
  if (const auto own = (this->*map).find(key, hash)) return own;
  if (base_ == nullptr) return std::nullopt;
  const std::optional<uint32_t> number = base_->number_in(map, key, hash);
  if (!number || map == &Vocabulary::longest_from_) return number;
  const auto instead = instead_.find(*number);
  return instead == instead_.end() ? *number : instead->second;
}

size_t Vocabulary::longest_from(std::string_view form) const {
  const size_t as_it_is = number_in(&Vocabulary::longest_from_, attributive_form(form)).value_or(0);
  const std::string_view noun = without_adjective(form);
  if (noun.empty()) return as_it_is;
  return std::max<size_t>(as_it_is, number_in(&Vocabulary::longest_from_, noun).value_or(0));
}

std::optional<uint32_t> Vocabulary::named_by(std::string_view before, std::string_view form) const {
  if (const auto found = number_in(&Vocabulary::by_forms_, key_with(before, form))) return found;
  const std::string_view noun = without_adjective(form);
  if (noun.empty()) return std::nullopt;
  // "Hypertensive" is who has hypertension; "organic" has nothing of an organ.
  const auto found = number_in(&Vocabulary::by_forms_, key_with(before, noun));
  return found && entry(*found).role == ConceptRole::kCondition ? found : std::nullopt;
}

void Vocabulary::add_names(uint32_t number, std::span<const std::string> names, Stemmer& stemmer,
                           bool before_base) {
  const auto give = [&](NameNumbers Vocabulary::*map, const std::string& name) {
    if (before_base || base_ == nullptr || !base_->number_in(map, name))
      (this->*map).try_emplace(name, number);
  };
  for (const std::string& name : names) {
    const std::vector<Token> tokens = tokenize(name);
    const std::vector<std::string> forms = forms_of(tokens, stemmer);
    if (forms.size() == 1 && is_abbreviation(name)) {
      give(&Vocabulary::by_capitals_, name);
      continue;
    }
    // A function word alone names nothing either.
    if (forms.size() == 1 && is_stop_word(tokens.front().folded)) continue;
    if (forms.empty() || forms.size() > kNameTokensMax) continue;
    // "Evenity" is a name and its stem, "even", is none.
    constexpr size_t kShortStem = 4;
    constexpr size_t kCutOff = 3;
    const std::string_view stem = stemmer.stem(tokens.front().folded);
    if (forms.size() == 1 && stem.size() <= kShortStem && name.size() >= stem.size() + kCutOff) continue;
    // One letter alone names nothing.
    if (forms.size() == 1 && stem.size() < 2) continue;
    std::string before;
    for (size_t i = 0; i + 1 < forms.size(); ++i) before = key_with(before, attributive_form(forms[i]));
    give(&Vocabulary::by_forms_, key_with(before, forms.back()));
    const std::string first(attributive_form(forms.front()));
    const uint32_t longest = number_in(&Vocabulary::longest_from_, first).value_or(0);
    longest_from_.put(first, std::max(longest, static_cast<uint32_t>(forms.size())));
  }
}

uint32_t Vocabulary::add(VocabularyEntry entry, std::span<const std::string> names, Stemmer& stemmer) {
  std::optional<uint32_t> number = number_in(&Vocabulary::by_id_, entry.id);
  if (!number) {
    number = static_cast<uint32_t>(size());
    by_id_.try_emplace(entry.id, *number);
    entries_.push_back(std::move(entry));
  }
  add_names(*number, names, stemmer, false);
  return *number;
}

uint32_t Vocabulary::add_before_base(VocabularyEntry entry, std::span<const std::string> names,
                                     Stemmer& stemmer) {
  const uint32_t own = by_id_.find(entry.id).value_or(static_cast<uint32_t>(size()));
  if (by_id_.try_emplace(entry.id, own)) {
    if (base_ != nullptr) {
      if (const auto hidden = base_->number_in(&Vocabulary::by_id_, entry.id)) instead_.emplace(*hidden, own);
    }
    entries_.push_back(std::move(entry));
  }
  add_names(own, names, stemmer, true);
  return own;
}

const VocabularyEntry& Vocabulary::entry(uint32_t number) const {
  const size_t below = base_size();
  return number < below ? base_->entry(number) : entries_[number - below];
}

const VocabularyEntry* Vocabulary::find_id(std::string_view id) const {
  const auto number = number_in(&Vocabulary::by_id_, id);
  return number ? &entry(*number) : nullptr;
}

bool Vocabulary::is_a(std::string_view id, std::string_view ancestor) const {
  std::vector<std::string> open{std::string(id)};
  std::unordered_set<std::string> seen;
  while (!open.empty()) {
    const std::string current = std::move(open.back());
    open.pop_back();
    if (current == ancestor) return true;
    if (!seen.insert(current).second) continue;
    if (const VocabularyEntry* entry = find_id(current)) {
      open.insert(open.end(), entry->parents.begin(), entry->parents.end());
    }
  }
  return false;
}

LocalNames Vocabulary::local_names(std::string_view text, Stemmer& stemmer) const {
  constexpr size_t kRegimenMin = 3;
  LocalNames local;
  const bool small_text = is_mostly_small(text);
  for (const Abbreviation& abbreviation : find_abbreviations(text)) {
    const std::string short_form(abbreviation.short_form.of(text));
    const std::string_view long_form = abbreviation.long_form.of(text);
    std::optional<uint32_t> otherwise = number_in(&Vocabulary::by_capitals_, short_form);
    if (!otherwise && small_text && is_in_capitals(short_form)) {
      const std::vector<Token> word = tokenize(short_form);
      if (word.size() == 1) otherwise = named_by("", forms_of(word, stemmer).front());
    }
    const std::vector<Token> tokens = tokenize(long_form);
    const std::vector<VocabularyMatch> named = match(long_form, tokens, stemmer);
    if (named.size() == 1 && named.front().token_count == tokens.size()) {
      local.entries.try_emplace(short_form, named.front().entry);
    } else if (!otherwise && named.size() >= kRegimenMin) {
      // "Vincristine, adriamycin and cyclophosphamide (VAC)": nor does it begin the name of another thing.
      local.entries.try_emplace(short_form, LocalNames::kNothing);
    } else if (otherwise) {
      // "Intravenous immunoglobulin therapy (IVIG)" names what the short form means anyway.
      const std::string& id = entry(*otherwise).id;
      const bool means_it = std::any_of(named.begin(), named.end(), [&](const VocabularyMatch& match) {
        const std::string& other = entry(match.entry).id;
        return is_a(other, id) || is_a(id, other);
      });
      if (!means_it) local.entries.try_emplace(short_form, LocalNames::kNothing);
    }
  }
  if (small_text) add_schemes(text, stemmer, local);
  local.arms = arms_in(text, stemmer);
  return local;
}

// "GOLD", where no "gold" stands in the text, is no metal: an ordinary word is not written so.
void Vocabulary::add_schemes(std::string_view text, Stemmer& stemmer, LocalNames& local) const {
  constexpr size_t kLettersMin = 4;
  if (!may_hold_schemes(text, kLettersMin)) return;
  const std::vector<Token> tokens = tokenize(text);
  const auto is_scheme = [&](const Token& token) {
    const std::string_view written = token.span.of(text);
    return written.size() >= kLettersMin && is_in_capitals(written);
  };
  if (std::none_of(tokens.begin(), tokens.end(), is_scheme)) return;
  std::unordered_set<std::string_view> small;
  for (const Token& token : tokens) {
    const std::string_view written = token.span.of(text);
    if (written.size() > 1 && is_lower(written[1])) small.insert(token.folded);
  }
  for (const Token& token : tokens) {
    if (!is_scheme(token) || small.contains(token.folded)) continue;
    const auto named = named_by("", stemmer.form(token.folded));
    if (named && entry(*named).name == token.folded)
      local.entries.try_emplace(std::string(token.span.of(text)), LocalNames::kNothing);
  }
}

// "The X group" is those who had X, where the text names X by itself and no groups of that name.
std::set<uint32_t> Vocabulary::arms_in(std::string_view text, Stemmer& stemmer) const {
  constexpr std::string_view kGroup = " group";
  constexpr size_t kBeforeBytes = 40;
  const std::string lower = lower_ascii(text);
  std::set<uint32_t> arms;
  std::set<uint32_t> met;
  for (size_t at = lower.find(kGroup); at != std::string::npos; at = lower.find(kGroup, at + 1)) {
    const size_t end = at + kGroup.size();
    const bool plural = end < lower.size() && lower[end] == 's';
    size_t start = at > kBeforeBytes ? lower.find(' ', at - kBeforeBytes) : 0;
    const std::string_view window = std::string_view(lower).substr(start, end - start);
    const std::vector<Token> tokens = tokenize(window);
    for (const VocabularyMatch& named : match(window, tokens, stemmer)) {
      if (named.span.end != window.size() || named.token_count < 2) continue;
      const std::string_view words = window.substr(named.span.start, at - start - named.span.start);
      const bool told = named.first_token > 0 && tokens[named.first_token - 1].folded == "the";
      bool alone = false;
      for (size_t place = told && !plural ? lower.find(words) : std::string::npos;
           place != std::string::npos && !alone; place = lower.find(words, place + 1))
        alone = !std::string_view(lower).substr(place + words.size()).starts_with(kGroup);
      (alone ? arms : met).insert(named.entry);
    }
  }
  for (const uint32_t one : met) arms.erase(one);
  return arms;
}

std::vector<VocabularyMatch> Vocabulary::match(std::string_view text, std::span<const Token> tokens,
                                               Stemmer& stemmer, const LocalNames* local) const {
  const std::vector<std::string> forms = forms_of(tokens, stemmer);
  std::vector<VocabularyMatch> matches;
  for (size_t at = 0; at < forms.size();) {
    size_t best_end = at;
    uint32_t best_entry = 0;
    const std::string_view written = tokens[at].span.of(text);
    std::optional<uint32_t> short_form;
    bool explained = false;    // as what no entry is
    bool other_thing = false;  // by its definition in the text, or by what stands beside it
    if (is_abbreviation(written)) {
      other_thing = names_scheme(text, tokens, at) || is_unit(text, tokens, at);
      if (!other_thing) short_form = number_in(&Vocabulary::by_capitals_, written);
    }
    if (local != nullptr && !local->entries.empty()) {
      if (const auto meant = local->entries.find(std::string(written)); meant != local->entries.end()) {
        const bool nothing = meant->second == LocalNames::kNothing;
        short_form = nothing ? std::nullopt : std::optional(meant->second);
        other_thing = other_thing || nothing;
        explained = nothing;
      }
    }
    if (short_form) {
      best_end = at + 1;
      best_entry = *short_form;
    }
    std::string before;
    const size_t limit = longest_from(forms[at]);
    size_t length = 0;
    for (size_t end = at + 1; end <= forms.size() && length < limit; ++end) {
      if (length > 0 && in_brackets(text, tokens[end - 1])) continue;
      ++length;
      auto found = named_by(before, forms[end - 1]);
      // "Gold" is a metal, "GOLD" where it is explained or stands before "stage" is none.
      if (found && (end == at + 1 || explained) && other_thing && stands_in_capitals(written, text))
        found.reset();
      if (found && end == at + 1 && is_other_form(tokens[at].folded, entry(*found))) found.reset();
      // "COPD" is what has these capitals as its name, not what some list writes "copd".
      if (found && end == at + 1 && short_form && *found != *short_form) found.reset();
      const bool arm = found && best_end > at && local != nullptr && local->arms.contains(*found) && at > 0 &&
                       tokens[at - 1].folded == "the";
      if (found && !arm) {
        best_end = end;
        best_entry = *found;
      }
      before = key_with(before, attributive_form(forms[end - 1]));
    }
    if (best_end == at) {
      ++at;
      continue;
    }
    size_t next = best_end;
    while (next < forms.size() && in_brackets(text, tokens[next])) ++next;
    // "Non-surgical treatment" is no surgery.
    const bool denied =
        at > 0 && tokens[at - 1].folded == "non" && tokens[at - 1].span.end + 1 == tokens[at].span.start;
    const bool no_arm = entry(best_entry).is_control && !stands_for_arm(text, tokens, at, best_end);
    const bool treats = entry(best_entry).role == ConceptRole::kIntervention;
    if (!denied && !no_arm && !is_of_longer_name(text, tokens, best_end, next, treats)) {
      matches.push_back({best_entry,
                         {tokens[at].span.start, tokens[best_end - 1].span.end},
                         static_cast<uint32_t>(at),
                         static_cast<uint32_t>(best_end - at)});
    }
    at = best_end;
  }
  return matches;
}

}  // namespace attest
