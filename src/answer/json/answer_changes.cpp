// Two statements are the same when their words and the spans they cite are; they say the same in other words
// when only the spans are. Parts meet by their keys, and the second answer's own parts stand where they stand
// in it: after the part before them.
#include "answer/json/answer_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace attest {
namespace {

std::string spans_of(const Statement& statement) {
  std::string key;
  for (const Citation& citation : statement.citations) {
    key += citation.document + ' ' + std::to_string(citation.span.start) + ':' +
           std::to_string(citation.span.end) + '\n';
  }
  return key;
}

std::string identity_of(const Statement& statement) { return spans_of(statement) + '\n' + statement.text; }

struct PlacedStatement {
  const Statement* statement = nullptr;
  size_t part = 0;
  std::string spans;
  std::string identity;
};

// The distinct statements of an answer, in order.
std::vector<PlacedStatement> placed(const StoredAnswer& answer) {
  std::vector<PlacedStatement> all;
  std::set<std::string> seen;
  for (size_t part = 0; part < answer.parts.size(); ++part) {
    for (const Statement& statement : answer.parts[part].statements) {
      PlacedStatement one{&statement, part, spans_of(statement), identity_of(statement)};
      if (seen.insert(one.identity).second) all.push_back(std::move(one));
    }
  }
  return all;
}

std::set<std::string> identities_of(const std::vector<PlacedStatement>& statements) {
  std::set<std::string> all;
  for (const PlacedStatement& one : statements) all.insert(one.identity);
  return all;
}

// Ids of `of` that are not among `others`.
std::vector<std::string> without(const std::vector<std::string>& of, const std::vector<std::string>& others) {
  const std::set<std::string_view> known(others.begin(), others.end());
  std::vector<std::string> left;
  for (const std::string& id : of) {
    if (!known.contains(id)) left.push_back(id);
  }
  return left;
}

std::string_view without_line_ends(std::string_view bytes) {
  while (bytes.ends_with('\n') || bytes.ends_with('\r')) bytes.remove_suffix(1);
  return bytes;
}

class PartComparison {
 public:
  PartComparison(const StoredAnswer& first, const StoredAnswer& second) : first_(first), second_(second) {}

  AnswerChanges compare() && {
    changes_.same_bytes = without_line_ends(first_.bytes) == without_line_ends(second_.bytes);
    changes_.no_longer_cited = without(first_.document_ids, second_.document_ids);
    changes_.newly_cited = without(second_.document_ids, first_.document_ids);
    lay_out_parts();
    sort_statements();
    std::erase_if(changes_.parts, [](const ChangedPart& part) {
      return part.both.empty() && part.reworded.empty() && part.only_first.empty() &&
             part.only_second.empty();
    });
    return std::move(changes_);
  }

 private:
  void lay_out_parts() {
    std::vector<std::string> keys;
    for (const StoredPart& part : first_.parts) keys.push_back(part.key);
    size_t after = 0;
    for (const StoredPart& part : second_.parts) {
      const auto known = std::find(keys.begin(), keys.end(), part.key);
      if (known != keys.end()) {
        after = static_cast<size_t>(known - keys.begin()) + 1;
      } else {
        keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(after), part.key);
        ++after;
      }
    }
    std::map<std::string, size_t> place_of;
    for (const std::string& key : keys) {
      if (place_of.emplace(key, changes_.parts.size()).second) changes_.parts.emplace_back();
    }
    for (const StoredPart& part : first_.parts) {
      places_[0].push_back(place_of.at(part.key));
      changes_.parts[places_[0].back()].title = part.title;
    }
    for (const StoredPart& part : second_.parts) {
      places_[1].push_back(place_of.at(part.key));
      ChangedPart& changed = changes_.parts[places_[1].back()];
      if (changed.title.empty())
        changed.title = part.title;
      else if (changed.title != part.title)
        changed.title_second = part.title;
    }
  }

  void sort_statements() {
    const std::vector<PlacedStatement> mine = placed(first_);
    const std::vector<PlacedStatement> theirs = placed(second_);
    const std::set<std::string> in_first = identities_of(mine);
    const std::set<std::string> in_second = identities_of(theirs);
    // What only the second says, by its spans: the next to take stands last.
    std::map<std::string, std::vector<const PlacedStatement*>> free;
    for (auto one = theirs.rbegin(); one != theirs.rend(); ++one) {
      if (!in_first.contains(one->identity) && !one->spans.empty()) free[one->spans].push_back(&*one);
    }
    std::set<const PlacedStatement*> taken;
    for (const PlacedStatement& one : mine) {
      ChangedPart& part = changes_.parts[places_[0][one.part]];
      if (in_second.contains(one.identity)) {
        part.both.push_back(*one.statement);
        ++changes_.both;
        continue;
      }
      const auto pair = free.find(one.spans);
      if (pair == free.end() || pair->second.empty()) {
        part.only_first.push_back(*one.statement);
        ++changes_.only_first;
        continue;
      }
      const PlacedStatement* other = pair->second.back();
      pair->second.pop_back();
      taken.insert(other);
      part.reworded.push_back({*one.statement, *other->statement});
      ++changes_.reworded;
    }
    for (const PlacedStatement& one : theirs) {
      if (in_first.contains(one.identity) || taken.contains(&one)) continue;
      changes_.parts[places_[1][one.part]].only_second.push_back(*one.statement);
      ++changes_.only_second;
    }
  }

  const StoredAnswer& first_;
  const StoredAnswer& second_;
  AnswerChanges changes_;
  std::vector<size_t> places_[2];  // of each answer's parts among changes_.parts
};

}  // namespace

AnswerChanges changes_between(const StoredAnswer& first, const StoredAnswer& second) {
  return PartComparison(first, second).compare();
}

}  // namespace attest
