#include "search/passage_ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "learn/linear_model.h"
#include "text/abbreviations.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr double kPassageSaturation = 1.2;
constexpr double kPassageLengthPart = 0.75;
constexpr size_t kFeedbackPassages = 6;
constexpr size_t kCandidates = 200;  // what the model looks at
constexpr std::array<float, 14> kBorders = {0.02F, 0.05F, 0.1F, 0.15F, 0.2F, 0.3F,  0.4F,
                                            0.5F,  0.6F,  0.7F, 0.8F,  0.9F, 0.95F, 0.99F};

using Term = uint32_t;

double overlap(const std::set<std::pair<Term, Term>>& wanted, const std::vector<Term>& order) {
  if (wanted.empty()) return 0;
  std::set<std::pair<Term, Term>> found;
  for (size_t i = 1; i < order.size(); ++i) {
    const std::pair<Term, Term> pair = std::minmax(order[i - 1], order[i]);
    if (wanted.contains(pair)) found.insert(pair);
  }
  return static_cast<double>(found.size()) / static_cast<double>(wanted.size());
}

}  // namespace

struct PassagePool::Content {
  struct Posting {
    uint32_t passage = 0;
    float count = 0;
  };

  struct Bag {
    std::vector<std::pair<Term, float>> terms;  // sorted
    std::vector<Term> order;                    // as they stand in the text
    double length = 0;
  };

  std::map<std::string, Term, std::less<>> numbers;
  std::vector<Bag> bags;
  std::vector<double> norms;  // of the bags by rarity and damped count
  std::vector<std::vector<Posting>> postings;
  std::vector<double> rarity;
  std::vector<uint32_t> documents;  // of each passage, renumbered from 0
  uint32_t document_count = 0;
  double average_length = 1;
  std::vector<std::pair<std::vector<Term>, std::vector<Term>>> abbreviations;

  Term number_of(const std::string& stem) {
    const auto [place, added] = numbers.emplace(stem, static_cast<Term>(numbers.size()));
    if (added) postings.emplace_back();
    return place->second;
  }
  double weight(Term term, float count) const {
    return rarity[term] * (1 + std::log(static_cast<double>(count)));
  }

  // Terms with the same long beginning: "hypoglycaem…" for "hypoglycem…", "thrombocyt…" for "thrombocyto…".
  void add_relatives(const std::string& stem, std::map<Term, double>& relatives) const {
    constexpr size_t kBeginning = 6;
    constexpr double kRelative = 0.4;
    if (stem.size() < kBeginning) return;
    const std::string beginning = stem.substr(0, kBeginning);
    for (auto place = numbers.lower_bound(beginning);
         place != numbers.end() && place->first.starts_with(beginning); ++place) {
      const auto [end, other] =
          std::mismatch(stem.begin(), stem.end(), place->first.begin(), place->first.end());
      const auto common = static_cast<size_t>(end - stem.begin());
      if (common * 10 >= std::max(stem.size(), place->first.size()) * 7) relatives[place->second] = kRelative;
    }
  }

  // Terms of the question that the pool has, each once, with the other form of every abbreviation.
  std::vector<std::pair<Term, double>> query_terms(std::string_view question,
                                                   std::set<std::pair<Term, Term>>& pairs) const {
    Stemmer stemmer;
    std::map<Term, double> wanted;
    std::optional<Term> before;
    std::map<Term, double> other;
    for (const std::string& stem : stems_of(question, stemmer)) {
      add_relatives(stem, other);
      const auto found = numbers.find(stem);
      if (found == numbers.end()) {
        before.reset();
        continue;
      }
      wanted[found->second] = 1;
      if (before) pairs.insert(std::minmax(*before, found->second));
      before = found->second;
    }
    constexpr double kOtherForm = 0.7;
    for (const auto& [short_form, long_form] : abbreviations) {
      const auto has = [&wanted](Term term) { return wanted.contains(term); };
      const bool has_short = std::all_of(short_form.begin(), short_form.end(), has);
      const bool has_long = std::all_of(long_form.begin(), long_form.end(), has);
      if (has_short == has_long) continue;
      for (const Term term : has_short ? long_form : short_form) other[term] = kOtherForm;
    }
    wanted.insert(other.begin(), other.end());
    return {wanted.begin(), wanted.end()};
  }

  std::vector<double> bm25(const std::vector<std::pair<Term, double>>& query) const {
    std::vector<double> scores(bags.size(), 0.0);
    for (const auto& [term, share] : query) {
      for (const Posting& posting : postings[term]) {
        const auto count = static_cast<double>(posting.count);
        const double length = bags[posting.passage].length / average_length;
        scores[posting.passage] +=
            share * rarity[term] * count * (kPassageSaturation + 1) /
            (count + kPassageSaturation * (1 - kPassageLengthPart + kPassageLengthPart * length));
      }
    }
    return scores;
  }

  // Cosine between each passage and the mean of `chosen`, a passage's own part taken out.
  std::vector<double> likeness(const std::vector<std::pair<size_t, double>>& chosen) const {
    std::unordered_map<Term, double> centre;
    double all = 0;
    for (const auto& [passage, share] : chosen) {
      all += share;
      for (const auto& [term, count] : bags[passage].terms) {
        centre[term] += share * weight(term, count) / norms[passage];
      }
    }
    std::vector<double> scores(bags.size(), 0.0);
    if (all <= 0) return scores;
    double square = 0;
    for (const auto& [term, value] : centre) {
      square += value * value;
      for (const Posting& posting : postings[term]) {
        scores[posting.passage] += value * weight(term, posting.count) / norms[posting.passage];
      }
    }
    for (const auto& [passage, share] : chosen) scores[passage] -= share;
    for (double& score : scores) score = std::max(0.0, score) / std::sqrt(std::max(square, 1e-9));
    return scores;
  }
};

PassagePool::PassagePool(std::span<const Passage> passages) : content_(std::make_unique<Content>()) {
  Content& content = *content_;
  Stemmer stemmer;
  std::map<uint32_t, uint32_t> documents;
  double words = 0;
  std::set<std::pair<std::string, std::string>> forms;
  for (const Passage& passage : passages) {
    PassagePool::Content::Bag bag;
    std::map<Term, float> counts;
    for (const std::string& stem : stems_of(passage.text, stemmer)) {
      const Term term = content.number_of(stem);
      counts[term] += 1;
      bag.order.push_back(term);
    }
    bag.terms.assign(counts.begin(), counts.end());
    bag.length = static_cast<double>(bag.order.size());
    words += bag.length;
    for (const auto& [term, count] : bag.terms) {
      content.postings[term].push_back({static_cast<uint32_t>(content.bags.size()), count});
    }
    content.bags.push_back(std::move(bag));
    content.documents.push_back(
        documents.emplace(passage.document, static_cast<uint32_t>(documents.size())).first->second);
    for (const Abbreviation& found : find_abbreviations(passage.text)) {
      const auto text = [&passage](const ByteSpan& span) {
        return std::string(passage.text.substr(span.start, span.end - span.start));
      };
      forms.emplace(text(found.short_form), text(found.long_form));
    }
  }
  content.document_count = static_cast<uint32_t>(documents.size());
  const auto total = static_cast<double>(content.bags.size());
  content.average_length = std::max(1.0, words / std::max(1.0, total));
  for (const auto& postings : content.postings) {
    const auto with = static_cast<double>(postings.size());
    content.rarity.push_back(std::log(1 + (total - with + 0.5) / (with + 0.5)));
  }
  for (const auto& bag : content.bags) {
    double square = 0;
    for (const auto& [term, count] : bag.terms) square += std::pow(content.weight(term, count), 2);
    content.norms.push_back(std::max(1e-6, std::sqrt(square)));
  }
  for (const auto& [short_form, long_form] : forms) {
    const auto terms_of = [&content, &stemmer](const std::string& text) {
      std::vector<Term> terms;
      for (const std::string& stem : stems_of(text, stemmer)) {
        const auto found = content.numbers.find(stem);
        if (found != content.numbers.end()) terms.push_back(found->second);
      }
      return terms;
    };
    auto short_terms = terms_of(short_form);
    auto long_terms = terms_of(long_form);
    if (!short_terms.empty() && !long_terms.empty()) {
      content.abbreviations.emplace_back(std::move(short_terms), std::move(long_terms));
    }
  }
}

PassagePool::~PassagePool() = default;
PassagePool::PassagePool(PassagePool&&) noexcept = default;
PassagePool& PassagePool::operator=(PassagePool&&) noexcept = default;

size_t PassagePool::size() const { return content_->bags.size(); }

std::vector<double> PassagePool::bm25(std::string_view question) const {
  std::set<std::pair<Term, Term>> pairs;
  auto query = content_->query_terms(question, pairs);
  std::erase_if(query, [](const auto& term) { return term.second < 1; });
  return content_->bm25(query);
}

PassagePool::Candidates PassagePool::candidates(std::string_view question) const {
  const Content& content = *content_;
  const size_t count = content.bags.size();
  Candidates all;
  if (count == 0) return all;
  std::set<std::pair<Term, Term>> pairs;
  const auto query = content.query_terms(question, pairs);
  const auto scores = content.bm25(query);
  const double best = std::max(1e-9, *std::max_element(scores.begin(), scores.end()));

  // What the whole document has of the question: its best passage, and the terms that any of them has.
  std::vector<double> document_best(content.document_count, 0.0);
  std::vector<double> document_share(content.document_count, 0.0);
  std::vector<double> share(count, 0.0);
  std::vector<double> rarest(count, 0.0);
  double whole = 0;
  double rarest_wanted = 0;
  for (const auto& [term, part] : query) {
    if (part < 1) continue;
    whole += content.rarity[term];
    rarest_wanted = std::max(rarest_wanted, content.rarity[term]);
    std::set<uint32_t> seen;
    for (const auto& posting : content.postings[term]) {
      share[posting.passage] += content.rarity[term];
      rarest[posting.passage] = std::max(rarest[posting.passage], content.rarity[term]);
      if (seen.insert(content.documents[posting.passage]).second) {
        document_share[content.documents[posting.passage]] += content.rarity[term];
      }
    }
  }
  for (size_t i = 0; i < count; ++i) {
    double& value = document_best[content.documents[i]];
    value = std::max(value, scores[i]);
  }

  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t{0});
  // First by what the document has, then by what the passage has.
  std::vector<double> first(count);
  for (size_t i = 0; i < count; ++i) {
    first[i] = scores[i] + 0.5 * document_best[content.documents[i]] +
               best * document_share[content.documents[i]] / std::max(whole, 1e-9);
  }
  std::stable_sort(order.begin(), order.end(), [&first](size_t a, size_t b) { return first[a] > first[b]; });
  std::vector<std::pair<size_t, double>> chosen;
  const double top = std::max(1e-9, first[order[0]]);
  for (size_t i = 0; i < std::min(count, kFeedbackPassages); ++i) {
    const double relative = first[order[i]] / top;
    if (relative > 0.4) chosen.emplace_back(order[i], relative * relative);
  }
  auto like = content.likeness(chosen);
  // Once more, with the passages that this finds.
  std::vector<double> second(count);
  for (size_t i = 0; i < count; ++i) second[i] = first[i] / top + like[i];
  std::stable_sort(order.begin(), order.end(),
                   [&second](size_t a, size_t b) { return second[a] > second[b]; });
  chosen.clear();
  const double second_top = std::max(1e-9, second[order[0]]);
  for (size_t i = 0; i < std::min(count, 2 * kFeedbackPassages); ++i) {
    const double relative = second[order[i]] / second_top;
    if (relative > 0.5) chosen.emplace_back(order[i], relative * relative);
  }
  const auto like_first = std::exchange(like, content.likeness(chosen));
  std::vector<double> document_like(content.document_count, 0.0);
  for (size_t i = 0; i < count; ++i) {
    double& value = document_like[content.documents[i]];
    value = std::max(value, like[i]);
  }
  for (size_t i = 0; i < count; ++i)
    second[i] = first[i] / top + like[i] + 0.5 * document_like[content.documents[i]];
  std::stable_sort(order.begin(), order.end(),
                   [&second](size_t a, size_t b) { return second[a] > second[b]; });

  for (size_t rank = 0; rank < count; ++rank) {
    const size_t i = order[rank];
    if (rank >= kCandidates) {
      all.rest.push_back(i);
      continue;
    }
    all.passages.push_back(i);
    Features& features = all.features.emplace_back();
    const auto add = [&features](std::string_view name, double value) {
      features.add_binned(name, static_cast<float>(value), kBorders);
      features.add(name, "value", static_cast<float>(value));
    };
    const uint32_t document = content.documents[i];
    add("bm25", scores[i] / best);
    add("document bm25", document_best[document] / best);
    add("share", whole > 0 ? share[i] / whole : 0);
    add("document share", whole > 0 ? document_share[document] / whole : 0);
    add("rarest", rarest_wanted > 0 ? rarest[i] / rarest_wanted : 0);
    add("like", like[i]);
    add("like first", like_first[i]);
    add("second", second[i] / second_top);
    add("document like", document_like[document]);
    add("pairs", overlap(pairs, content.bags[i].order));
    add("first", first[i] / top);
    add("rank", 1.0 / (1.0 + static_cast<double>(rank) / 10.0));
    add("length", std::min(1.0, content.bags[i].length / 60.0));
    const double strength = std::min(1.0, best / 30.0);
    add("best", strength);
  }
  return all;
}

std::vector<PassageScore> PassagePool::rank(std::string_view question) const {
  static const LinearModel* const model = built_in_model("passage");
  std::vector<PassageScore> ranked;
  if (model == nullptr) {
    const auto scores = bm25(question);
    for (size_t i = 0; i < scores.size(); ++i) ranked.push_back({i, 0});
    std::stable_sort(ranked.begin(), ranked.end(), [&scores](const PassageScore& a, const PassageScore& b) {
      return scores[a.passage] > scores[b.passage];
    });
    return ranked;
  }
  Candidates all = candidates(question);
  for (size_t i = 0; i < all.passages.size(); ++i) {
    ranked.push_back({all.passages[i], model->probability(all.features[i], "answers")});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const PassageScore& a, const PassageScore& b) {
    return a.probability > b.probability;
  });
  for (const size_t passage : all.rest) ranked.push_back({passage, 0});
  return ranked;
}

}  // namespace attest
