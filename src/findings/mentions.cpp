#include "findings/mentions.h"

#include <algorithm>
#include <unordered_set>

#include "base/ascii.h"
#include "findings/control_arms.h"
#include "text/abbreviations.h"

namespace attest {

namespace {
constexpr uint32_t kNameTokensMax = 8;

std::vector<std::string> stems_with_stop_words(std::string_view words, Stemmer& stemmer) {
  std::vector<std::string> stems;
  for (const Token& token : tokenize(words)) stems.emplace_back(stemmer.stem(token.folded));
  return stems;
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

// What acts on a thing is another thing: an "angiotensin-converting enzyme inhibitor" is no enzyme.
bool acts_on_what_is_before(std::string_view stem) {
  static constexpr std::string_view kStems[] = {"inhibitor", "antagonist", "blocker", "blockad",
                                                "agonist",   "receptor",   "antibodi"};
  return std::find(std::begin(kStems), std::end(kStems), stem) != std::end(kStems);
}

}  // namespace

std::optional<uint32_t> Vocabulary::number_in(Numbers Vocabulary::*map, const std::string& key) const {
  if (const auto own = (this->*map).find(key); own != (this->*map).end()) return own->second;
  if (base_ == nullptr) return std::nullopt;
  const std::optional<uint32_t> number = base_->number_in(map, key);
  if (!number || map == &Vocabulary::longest_from_) return number;
  const auto instead = instead_.find(*number);
  return instead == instead_.end() ? *number : instead->second;
}

void Vocabulary::add_names(uint32_t number, std::span<const std::string> names, Stemmer& stemmer,
                           bool before_base) {
  const auto give = [&](Numbers Vocabulary::*map, const std::string& name) {
    if (before_base || base_ == nullptr || !base_->number_in(map, name))
      (this->*map).try_emplace(name, number);
  };
  for (const std::string& name : names) {
    const std::vector<std::string> stems = stems_with_stop_words(name, stemmer);
    if (stems.size() == 1 && is_abbreviation(name)) {
      give(&Vocabulary::by_capitals_, name);
      continue;
    }
    // A function word alone names nothing either.
    if (stems.size() == 1 && is_stop_word(tokenize(name).front().folded)) continue;
    if (stems.empty() || stems.size() > kNameTokensMax) continue;
    // "Evenity" is a name and its stem, "even", is none.
    constexpr size_t kShortStem = 4;
    constexpr size_t kCutOff = 3;
    if (stems.size() == 1 && stems.front().size() <= kShortStem &&
        name.size() >= stems.front().size() + kCutOff)
      continue;
    // One letter alone names nothing.
    if (stems.size() == 1 && stems.front().size() < 2) continue;
    std::string key;
    for (const std::string& stem : stems) {
      if (!key.empty()) key += ' ';
      key += stem;
    }
    give(&Vocabulary::by_stems_, key);
    const uint32_t longest = number_in(&Vocabulary::longest_from_, stems.front()).value_or(0);
    longest_from_[stems.front()] = std::max(longest, static_cast<uint32_t>(stems.size()));
  }
}

uint32_t Vocabulary::add(VocabularyEntry entry, std::span<const std::string> names, Stemmer& stemmer) {
  std::optional<uint32_t> number = number_in(&Vocabulary::by_id_, entry.id);
  if (!number) {
    number = static_cast<uint32_t>(size());
    by_id_.emplace(entry.id, *number);
    entries_.push_back(std::move(entry));
  }
  add_names(*number, names, stemmer, false);
  return *number;
}

uint32_t Vocabulary::add_before_base(VocabularyEntry entry, std::span<const std::string> names,
                                     Stemmer& stemmer) {
  const auto [own, is_new] = by_id_.try_emplace(entry.id, static_cast<uint32_t>(size()));
  if (is_new) {
    if (base_ != nullptr) {
      if (const auto hidden = base_->number_in(&Vocabulary::by_id_, entry.id))
        instead_.emplace(*hidden, own->second);
    }
    entries_.push_back(std::move(entry));
  }
  add_names(own->second, names, stemmer, true);
  return own->second;
}

const VocabularyEntry& Vocabulary::entry(uint32_t number) const {
  const size_t below = base_size();
  return number < below ? base_->entry(number) : entries_[number - below];
}

const VocabularyEntry* Vocabulary::find_id(std::string_view id) const {
  const auto number = number_in(&Vocabulary::by_id_, std::string(id));
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
  LocalNames local;
  for (const Abbreviation& abbreviation : find_abbreviations(text)) {
    const std::string short_form(abbreviation.short_form.of(text));
    const std::string_view long_form = abbreviation.long_form.of(text);
    const std::optional<uint32_t> otherwise = number_in(&Vocabulary::by_capitals_, short_form);
    const std::vector<Token> tokens = tokenize(long_form);
    const std::vector<VocabularyMatch> named = match(long_form, tokens, stemmer);
    if (named.size() == 1 && named.front().token_count == tokens.size()) {
      local.entries.try_emplace(short_form, named.front().entry);
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
  return local;
}

std::vector<VocabularyMatch> Vocabulary::match(std::string_view text, std::span<const Token> tokens,
                                               Stemmer& stemmer, const LocalNames* local) const {
  std::vector<std::string> stems;
  stems.reserve(tokens.size());
  for (const Token& token : tokens) stems.emplace_back(stemmer.stem(token.folded));
  std::vector<VocabularyMatch> matches;
  for (size_t at = 0; at < stems.size();) {
    size_t best_end = at;
    uint32_t best_entry = 0;
    const std::string written(tokens[at].span.of(text));
    std::optional<uint32_t> short_form;
    if (is_abbreviation(written)) short_form = number_in(&Vocabulary::by_capitals_, written);
    if (local != nullptr) {
      if (const auto meant = local->entries.find(written); meant != local->entries.end())
        short_form = meant->second == LocalNames::kNothing ? std::nullopt : std::optional(meant->second);
    }
    if (short_form) {
      best_end = at + 1;
      best_entry = *short_form;
    }
    std::string key;
    const size_t limit = number_in(&Vocabulary::longest_from_, stems[at]).value_or(0);
    size_t length = 0;
    for (size_t end = at + 1; end <= stems.size() && length < limit; ++end) {
      if (length > 0 && in_brackets(text, tokens[end - 1])) continue;
      if (length > 0) key += ' ';
      key += stems[end - 1];
      ++length;
      if (const auto found = number_in(&Vocabulary::by_stems_, key)) {
        best_end = end;
        best_entry = *found;
      }
    }
    if (best_end == at) {
      ++at;
      continue;
    }
    size_t next = best_end;
    while (next < stems.size() && in_brackets(text, tokens[next])) ++next;
    // "Non-surgical treatment" is no surgery.
    const bool denied =
        at > 0 && tokens[at - 1].folded == "non" && tokens[at - 1].span.end + 1 == tokens[at].span.start;
    const bool no_arm = entry(best_entry).is_control && !stands_for_arm(text, tokens, at, best_end);
    if (!denied && !no_arm && (next == stems.size() || !acts_on_what_is_before(stems[next]))) {
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
