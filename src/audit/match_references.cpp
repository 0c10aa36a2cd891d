// Which document of the collection a listed work is: by its identifiers, checked against its title; else by
// its title, year and first author. The confidence is stated with every match: 0.99 for an identifier whose
// title fits, less where the words differ; below 0.6 nothing is matched.
#include <algorithm>
#include <set>

#include "audit/work.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr double kMatchMin = 0.6;
constexpr size_t kCandidates = 8;
constexpr size_t kQueryBytes = 600;

// Dice's coefficient of two sets of stems.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::set<std::string> x(a.begin(), a.end());
  const std::set<std::string> y(b.begin(), b.end());
  if (x.empty() || y.empty()) return 0;
  const auto shared =
      std::count_if(x.begin(), x.end(), [&](const std::string& stem) { return y.contains(stem); });
  return 2.0 * static_cast<double>(shared) / static_cast<double>(x.size() + y.size());
}

// Of the stems of one, in the other.
double share_of(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  if (one.empty()) return 0;
  const auto shared = std::count_if(one.begin(), one.end(), [&](const std::string& stem) {
    return std::find(other.begin(), other.end(), stem) != other.end();
  });
  return static_cast<double>(shared) / static_cast<double>(one.size());
}

bool holds_run(const std::vector<std::string>& text, const std::vector<std::string>& run) {
  return std::search(text.begin(), text.end(), run.begin(), run.end()) != text.end();
}

// What an entry says beyond its identifiers: addresses, "PMID", "doi" and numbers name no title.
std::vector<std::string> words_of_entry(const std::string& text, Stemmer& stemmer) {
  std::string kept;
  size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && is_space(text[at])) ++at;
    size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    const std::string word = lower_ascii(std::string_view(text).substr(at, end - at));
    const bool letters = std::any_of(word.begin(), word.end(), is_letter_byte);
    const bool address = word.find("://") != std::string::npos || word.starts_with("www.") ||
                         word.find("10.") != std::string::npos || word.starts_with("doi") ||
                         word.starts_with("pmid") || word.starts_with("pmc") || word.starts_with("pubmed");
    if (letters && !address) kept += word + ' ';
    at = end;
  }
  return stems_of(kept, stemmer);
}

// A number of the index that was joined to the title: "… of arthritis [Systematic Review]3031".
std::string_view without_joined_number(std::string_view title) {
  constexpr size_t kDigitsMin = 2;
  size_t end = title.size();
  while (end > 0 && is_digit(title[end - 1])) --end;
  const bool joined = end > 0 && title.size() - end >= kDigitsMin && title[end - 1] == ']';
  return joined ? title.substr(0, end) : title;
}

// Indexes add to a title what is none of it: "…: a meta-analysis.[see comment]. [Review] [36 refs]".
std::string_view without_index_notes(std::string_view title) {
  for (;;) {
    title = without_joined_number(title);
    while (!title.empty() && (is_space(title.back()) || title.back() == '.')) title.remove_suffix(1);
    if (title.empty() || title.back() != ']') return title;
    const size_t open = title.rfind('[');
    // A title that stands in brackets as a whole is a translated one.
    if (open == std::string_view::npos || open == 0) return title;
    title = title.substr(0, open);
  }
}

// What stands before the subtitle; nothing where the title has none.
std::string_view without_subtitle(std::string_view title) {
  size_t end = std::string_view::npos;
  for (const std::string_view mark : {": ", " - ", " – ", " — ", "? "}) end = std::min(end, title.find(mark));
  return end == std::string_view::npos ? std::string_view() : title.substr(0, end);
}

// The entry's title is the beginning of the document's, or the other way round: subtitles are left out.
bool is_beginning(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  constexpr size_t kStemsMin = 5;
  const auto& shorter = one.size() <= other.size() ? one : other;
  const auto& longer = one.size() <= other.size() ? other : one;
  return shorter.size() >= kStemsMin && shorter.size() * 2 >= longer.size() &&
         std::equal(shorter.begin(), shorter.end(), longer.begin());
}

// The first half of the title, or of a long one its first words, stands in the entry: its subtitle is left
// out.
bool holds_beginning(const std::vector<std::string>& entry, const std::vector<std::string>& title) {
  constexpr size_t kStemsMin = 5;
  constexpr size_t kRunStems = 9;
  const size_t half = std::clamp((title.size() + 1) / 2, kStemsMin, kRunStems);
  if (title.size() < half) return false;
  return std::search(entry.begin(), entry.end(), title.begin(),
                     title.begin() + static_cast<ptrdiff_t>(half)) != entry.end();
}

bool names_first_author(const ListedWork& listed, const BibliographicRecord& record) {
  const auto family = tokenize(record.authors.front().family);
  return std::any_of(family.begin(), family.end(), [&](const Token& token) {
    return token.folded.size() > 2 &&
           std::find(listed.names.begin(), listed.names.end(), token.folded) != listed.names.end();
  });
}

// The works of one author are told apart by their years, those of one year by their authors.
bool names_author_and_year(const ListedWork& listed, const BibliographicRecord& record) {
  if (record.authors.empty() || record.published.year == 0) return false;
  if (listed.year == 0 || std::abs(int{listed.year} - int{record.published.year}) > 1) return false;
  return names_first_author(listed, record);
}

// A link may stand alone; an entry of some length must name what its identifier leads to: most of its title,
// because works on one subject share many words, or some of it with the author and the year.
bool names_document(const ListedWork& listed, const std::vector<std::string>& entry,
                    const std::vector<std::string>& title, const std::vector<std::string>& main,
                    const BibliographicRecord& record) {
  constexpr size_t kEntryStems = 5;
  constexpr size_t kMainStems = 3;
  constexpr double kMostOfTitle = 0.75;
  constexpr double kSomeOfTitle = 0.4;
  if (entry.size() < kEntryStems || title.empty()) return true;
  const std::set<std::string> words(entry.begin(), entry.end());
  const auto shared = static_cast<double>(std::count_if(
      title.begin(), title.end(), [&](const std::string& stem) { return words.contains(stem); }));
  const auto all = static_cast<double>(title.size());
  if (shared >= kMostOfTitle * all || holds_beginning(entry, title)) return true;
  if (main.size() >= kMainStems && holds_run(entry, main)) return true;
  return shared >= kSomeOfTitle * all && names_author_and_year(listed, record);
}

class Matcher {
 public:
  explicit Matcher(Work& work) : work_(work) {}

  Result<WorkMatch> match(const ListedWork& listed) {
    WorkMatch match;
    const std::vector<std::string> entry = stems_of(listed.text, stemmer_);
    const std::vector<std::string> title = stems_of(without_index_notes(listed.title), stemmer_);
    ATTEST_TRY(by_identifier(listed, words_of_entry(listed.text, stemmer_), match));
    if (match.document.empty() && !title.empty()) ATTEST_TRY(by_title(listed, entry, title, match));
    // The title leads to the document of the identifier: it only was shortened much.
    if (!match.document.empty() && match.identifier_elsewhere && match.elsewhere == match.document)
      match.identifier_elsewhere = false;
    return match;
  }

 private:
  Status by_identifier(const ListedWork& listed, const std::vector<std::string>& entry, WorkMatch& match) {
    const std::pair<std::string, const char*> identifiers[] = {
        {listed.pmid.empty() ? "" : "pmid:" + listed.pmid, "PubMed id"},
        {listed.doi.empty() ? "" : "doi:" + listed.doi, "DOI"},
        {listed.pmcid.empty() ? "" : "pmcid:" + listed.pmcid, "PubMed Central id"}};
    for (const auto& [id, name] : identifiers) {
      if (id.empty()) continue;
      const auto ref = work_.collection->find(id);
      if (!ref) {
        if (ref.error().code == ErrorCode::kNotFound) continue;
        return tl::unexpected(ref.error());
      }
      ATTEST_ASSIGN(const Document document, work_.collection->document(*ref));
      const std::string_view named = without_index_notes(document.record.title);
      const std::vector<std::string> title = stems_of(named, stemmer_);
      const std::vector<std::string> main = stems_of(without_subtitle(named), stemmer_);
      if (!names_document(listed, entry, title, main, document.record)) {
        match.identifier_elsewhere = true;
        match.other_title = document.record.title;
        match.elsewhere = document.id;
        match.other_identifier = name;
        continue;
      }
      ATTEST_ASSIGN(match.document, work_.collection->id(*ref));
      match.ref = *ref;
      match.confidence = 0.99;
      match.matched_by = name;
      return {};
    }
    return {};
  }

  Status by_title(const ListedWork& listed, const std::vector<std::string>& entry,
                  const std::vector<std::string>& title, WorkMatch& match) {
    ATTEST_ASSIGN(const std::vector<DocumentHit> hits,
                  work_.backend->rank(shortened(listed.title, kQueryBytes), kCandidates));
    for (const DocumentHit& hit : hits) {
      ATTEST_ASSIGN(const Document document, work_.collection->document(hit.ref));
      const BibliographicRecord& record = document.record;
      const std::vector<std::string> known = stems_of(without_index_notes(record.title), stemmer_);
      constexpr size_t kRunStemsMin = 4;
      const bool run = known.size() >= kRunStemsMin && holds_run(entry, known);
      const double alike = run ? 1.0 : titles_alike(listed.title, title, record.title, known);
      double confidence = alike >= 0.95 ? 0.88 : alike >= 0.8 ? 0.74 : alike >= 0.6 ? 0.48 : 0;
      if (confidence == 0) continue;
      std::string by = "title";
      const int years = listed.year == 0 || record.published.year == 0
                            ? -1
                            : std::abs(int{listed.year} - int{record.published.year});
      if (years == 0 || years == 1) {
        confidence += years == 0 ? 0.07 : 0.03;
        by += ", year";
      } else if (years > 1) {
        confidence -= 0.2;
      }
      if (!record.authors.empty() && !listed.names.empty() && !record.authors.front().family.empty()) {
        const bool same = names_first_author(listed, record);
        confidence += same ? 0.05 : -0.12;
        if (same) by += ", first author";
      }
      confidence = std::min(confidence, 0.98);
      // Short titles are shared by many works.
      constexpr size_t kShortTitleStems = 3;
      if (known.size() <= kShortTitleStems && years != 0) confidence -= 0.2;
      if (confidence < kMatchMin || confidence <= match.confidence) continue;
      match.document = hit.id;
      match.ref = hit.ref;
      match.confidence = confidence;
      match.matched_by = by;
    }
    return {};
  }

  // Another work on the same subject has all words of a short title and more of its own: the words of both
  // must be shared, unless one is the other without its subtitle.
  double titles_alike(std::string_view listed, const std::vector<std::string>& title, std::string_view held,
                      const std::vector<std::string>& known) {
    constexpr size_t kMainStems = 4;
    constexpr double kSharedMin = 0.75;
    constexpr double kShortened = 0.8;
    constexpr double kPerhaps = 0.79;  // with the year and the author only
    if (is_beginning(title, known)) return std::max(likeness(title, known), kShortened);
    const std::vector<std::string> one = stems_of(without_subtitle(without_index_notes(listed)), stemmer_);
    const std::vector<std::string> other = stems_of(without_subtitle(without_index_notes(held)), stemmer_);
    if ((other.size() >= kMainStems && other == title) || (one.size() >= kMainStems && one == known))
      return kShortened;
    const double alike = likeness(title, known);
    const bool both = share_of(title, known) >= kSharedMin && share_of(known, title) >= kSharedMin;
    return both ? alike : std::min(alike, kPerhaps);
  }

  Work& work_;
  Stemmer stemmer_;
};

}  // namespace

Status match_references(Work& work) {
  Matcher matcher(work);
  for (const ListedWork& listed : work.list.works) {
    ATTEST_ASSIGN(WorkMatch match, matcher.match(listed));
    work.matches.push_back(std::move(match));
  }
  for (const InTextCitation& citation : work.citations) {
    WorkMatch match;
    // "[1]" that is a link: where no list has the number, the link says what is meant.
    const ListedWork& link = citation.link;
    const bool leads = !link.url.empty() || !link.pmid.empty() || !link.pmcid.empty() || !link.doi.empty();
    if (leads && citation.anchor.empty()) {
      ListedWork bare = citation.link;
      bare.text.clear();
      ATTEST_ASSIGN(match, matcher.match(bare));
    }
    work.links.push_back(std::move(match));
  }
  return {};
}

}  // namespace attest::audit
