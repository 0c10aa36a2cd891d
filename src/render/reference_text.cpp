// The parts of a reference, and small wordings of figures and time spans. Declared in presentation.h.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "document/title_notes.h"
#include "render/presentation.h"

namespace attest {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Percent-encodes everything but what RFC 3986 calls unreserved and `also`.
std::string percent_encoded(std::string_view text, std::string_view also) {
  std::string out;
  for (const char c : text) {
    const bool unreserved =
        is_letter_or_digit(c) || std::string_view("-._~").find(c) != std::string_view::npos;
    if (unreserved || also.find(c) != std::string_view::npos)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// An address that a record states, only if it is a plain web address; "" otherwise.
std::string safe_address(std::string_view url) {
  constexpr size_t kLongest = 2000;
  if (url.size() > kLongest || (!url.starts_with("https://") && !url.starts_with("http://"))) return {};
  const size_t after_scheme = url.find("//") + 2;
  const std::string_view rest = url.substr(after_scheme);
  if (rest.substr(0, rest.find('/')).find('@') != std::string_view::npos) return {};  // "site@elsewhere"
  return std::string(url.substr(0, after_scheme)) + percent_encoded(rest, "/?:=&%#,;+");
}

std::string name_of(const Author& author) {
  if (!author.collective.empty()) return plain(author.collective);
  return plain(author.given.empty() ? author.family : author.family + " " + author.given);
}

// "UpdateOf E038" → "update of E038": kinds of links are written as one word in records.
std::string spaced(const std::string& link) {
  const size_t end = link.find(' ');
  if (end == std::string::npos) return link;
  std::string out;
  for (size_t i = 0; i < link.size(); ++i) {
    if (i < end && is_upper(link[i])) {
      if (i > 0) out += ' ';
      out += to_lower(link[i]);
    } else {
      out += link[i];
    }
  }
  return out;
}

std::string shortened(std::string text, size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  const size_t space = text.rfind(' ', bytes_max);
  text.resize(space == std::string::npos ? 0 : space);
  return text + " …";
}

// "probably same study as [4], pmid:5 (authors and title agree)": together what stands on one basis. A source
// that the answer cites has its number there.
void add_links(const std::string& what, const std::vector<StudyLink>& links,
               std::vector<std::string>& parts) {
  std::vector<std::pair<std::string, std::string>> said;  // basis with certainty, sources
  for (const StudyLink& link : links) {
    const std::string basis = (link.certain ? "" : "probably ") + what + "|" + plain(link.basis);
    const std::string name = link.reference == 0 ? plain(link.document) : fmt::format("[{}]", link.reference);
    const auto known =
        std::find_if(said.begin(), said.end(), [&](const auto& one) { return one.first == basis; });
    if (known == said.end())
      said.emplace_back(basis, name);
    else
      known->second += ", " + name;
  }
  for (const auto& [basis, names] : said) {
    const size_t bar = basis.find('|');
    parts.push_back(fmt::format("{}{} ({})", basis.substr(0, bar), names, basis.substr(bar + 1)));
  }
}

}  // namespace

std::string authors_of(const Reference& reference, bool lay) {
  const std::vector<Author>& authors = reference.record.authors;
  if (authors.empty()) return {};
  std::string first = name_of(authors.front());
  if (authors.size() == 1) return first;
  if (authors.size() == 2) return first + (lay ? " and " : ", ") + name_of(authors.back());
  return first + (lay ? " and others" : " et al.");
}

std::string title_of(const Reference& reference) {
  std::string title = plain(without_title_notes(reference.record.title));
  if (title.empty()) title = plain(reference.record.vernacular_title);
  while (title.ends_with('.')) title.pop_back();
  return title.empty() ? plain(reference.document) : title;
}

std::vector<std::pair<const char*, std::string>> study_lines(const StudyFacts& facts) {
  std::vector<std::pair<const char*, std::string>> lines;
  const auto add = [&](const char* name, std::string said) {
    if (!said.empty()) lines.emplace_back(name, std::move(said));
  };
  const auto listed = [](const std::vector<StatedFact>& stated, const char* separator) {
    std::vector<std::string> values;
    for (const StatedFact& fact : stated) values.push_back(plain(fact.value));
    return join(values, separator);
  };
  std::vector<std::string> people;
  if (facts.randomised.value != 0) people.push_back(fmt::format("{} randomised", facts.randomised.value));
  if (facts.analysed.value != 0) people.push_back(fmt::format("{} analysed", facts.analysed.value));
  add("People", join(people, ", "));
  std::vector<std::string> arms;
  for (const StudyArm& arm : facts.arms)
    arms.push_back(arm.size == 0 ? plain(arm.name) : fmt::format("{} ({})", plain(arm.name), arm.size));
  add("Arms", join(arms, ", "));
  add("Blinding", plain(facts.blinding.value));
  add("Setting", listed(facts.settings, ", "));
  add("Period", plain(facts.period.value));
  add("Funding", listed(facts.funding, " "));
  add("Conflicts", listed(facts.conflicts, " "));
  return lines;
}

std::string journal_and_year(const Reference& reference) {
  const BibliographicRecord& record = reference.record;
  std::string place =
      record.journal.abbreviation.empty() ? record.journal.title : record.journal.abbreviation;
  if (place.empty()) place = record.journal.publisher;
  if (place.empty()) place = record.source;
  const unsigned year = record.published.year != 0 ? record.published.year : reference.appraisal.year;
  return plain(year == 0 ? place : place + " " + std::to_string(year));
}

std::vector<std::string> Presentation::details(const Reference& reference) const {
  constexpr size_t kGradeBytesMax = 160;
  constexpr size_t kGradesShown = 2;
  Appraisal appraisal = reference.appraisal;
  if (appraisal.depth == usual_depth_)
    appraisal.depth = Depth::kFullText;  // then describe() says nothing of it
  std::vector<std::string> parts{plain(describe(appraisal))};
  if (!appraisal.level.empty()) parts.push_back("OCEBM level " + plain(appraisal.level) + " by design");
  constexpr size_t kInterestBytesMax = 120;
  std::vector<std::string> study;
  for (const auto& [name, said] : study_lines(appraisal.facts)) {
    const std::string_view line = name;
    if (line == "People" || line == "Arms") study.push_back((line == "Arms" ? "arms: " : "") + said);
    if (line == "Blinding" || line == "Setting" || line == "Period") study.push_back(said);
    if (line == "Funding") study.push_back("funding: " + shortened(said, kInterestBytesMax));
    if (line == "Conflicts") study.push_back("interests: " + shortened(said, kInterestBytesMax));
  }
  if (!study.empty()) parts.push_back(join(study, "; "));
  std::vector<std::string> grades;
  for (const StatedGrade& grade : appraisal.grades) {
    std::string text = shortened(plain(grade.text), kGradeBytesMax);
    if (grades.size() < kGradesShown && std::find(grades.begin(), grades.end(), text) == grades.end()) {
      grades.push_back(std::move(text));
    }
  }
  if (!grades.empty()) parts.push_back("states: " + join(grades, "; "));
  std::vector<std::string> limits;
  for (const std::string& limit : appraisal.limits) {
    if (!(appraisal.second_hand && limit == "second-hand")) limits.push_back(plain(limit));
  }
  if (!limits.empty()) parts.push_back("limits stated: " + join(limits, ", "));
  if (!reference.status.empty() && reference.status != "current")
    parts.push_back("status: " + plain(reference.status));
  for (const std::string& link : reference.status_links) parts.push_back(spaced(plain(link)));
  add_links("same study as ", reference.same_study, parts);
  add_links("also in the review ", reference.included_in, parts);
  return parts;
}

std::vector<Link> links_of(const Reference& reference) {
  const BibliographicRecord& record = reference.record;
  std::vector<Link> links;
  if (all_digits(record.pmid)) {
    links.push_back({"PubMed " + record.pmid, "https://pubmed.ncbi.nlm.nih.gov/" + record.pmid + "/"});
  }
  if (record.doi.starts_with("10.")) {
    links.push_back({"doi:" + plain(record.doi), "https://doi.org/" + percent_encoded(record.doi, "/:;")});
  }
  if (record.pmcid.starts_with("PMC") && all_digits(std::string_view(record.pmcid).substr(3))) {
    links.push_back({record.pmcid, "https://pmc.ncbi.nlm.nih.gov/articles/" + record.pmcid + "/"});
  }
  if (links.empty()) {
    if (std::string url = safe_address(record.url); !url.empty()) {
      const size_t host = url.find("//") + 2;
      links.push_back({url.substr(host, url.find('/', host) - host), url});
    }
  }
  return links;
}

std::string duration_words(std::string_view iso_8601) {
  if (iso_8601.size() < 3 || iso_8601.front() != 'P') return {};
  unsigned count = 0;
  const char* const end = iso_8601.data() + iso_8601.size();
  const auto [rest, error] = std::from_chars(iso_8601.data() + 1, end, count);
  if (error != std::errc() || rest + 1 != end) return {};
  const char* unit = nullptr;
  switch (*rest) {
    case 'D': unit = "day"; break;
    case 'W': unit = "week"; break;
    case 'M': unit = "month"; break;
    case 'Y': unit = "year"; break;
    default: return {};
  }
  return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

std::string full_stop(std::string text) {
  const bool ended = text.empty() || text.ends_with('.') || text.ends_with('?') || text.ends_with('!') ||
                     text.ends_with("…");
  if (!ended) text += '.';
  return text;
}

std::string capitalised_name(std::string_view text) {
  std::string name = plain(text);
  if (!name.empty() && is_lower(name[0])) name[0] = to_upper(name[0]);
  return name;
}

std::string number_text(double value) {
  if (!std::isfinite(value)) return {};
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

bool is_proportion(const Outcome& outcome) {
  return outcome.kind == "proportion" && outcome.value >= 0 && outcome.value <= 100;
}

std::string rate_text(const Outcome& outcome) {
  std::string percent = number_text(outcome.value) + "\u00A0%";
  if (!std::isfinite(outcome.events) || !std::isfinite(outcome.total)) return percent;
  return fmt::format("{}/{} ({})", number_text(outcome.events), number_text(outcome.total), percent);
}

std::string interval_text(const Outcome& outcome) {
  if (!std::isfinite(outcome.low) || !std::isfinite(outcome.high)) return {};
  return fmt::format("interval {}–{}\u00A0%", number_text(outcome.low), number_text(outcome.high));
}

std::string in_ten_text(double percent) {
  const long tenths = std::lround(percent / 10);
  if (percent <= 0) return "none";
  if (percent >= 100) return "all";
  if (tenths <= 0) return "fewer than 1 in 10";
  if (tenths >= 10) return "more than 9 in 10";
  return fmt::format("about {} in 10", tenths);
}

}  // namespace attest
