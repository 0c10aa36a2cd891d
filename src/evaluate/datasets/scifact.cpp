#include "evaluate/datasets/scifact.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>
#include <utility>

#include "base/ascii.h"
#include "evaluate/datasets/csv_rows.h"
#include "evaluate/task.h"
#include "verify/claim_sources.h"

namespace attest {
namespace {

// Decimal numbers of a text: "[5 6]" or "[5, 6]".
std::vector<std::string> numbers_in(const std::string& text) {
  std::vector<std::string> numbers;
  bool inside = false;
  for (const char c : text) {
    const bool digit = is_digit(c);
    if (digit && !inside) numbers.emplace_back();
    if (digit) numbers.back() += c;
    inside = digit;
  }
  return numbers;
}

size_t number_of(const std::string& digits) {
  size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// Strings of a list as Python prints it: quoted either way, with backslash escapes.
std::vector<std::string> python_strings(const std::string& text) {
  std::vector<std::string> strings;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\'' && text[i] != '"') continue;
    const char quote = text[i];
    std::string value;
    for (++i; i < text.size() && text[i] != quote; ++i) {
      if (text[i] != '\\' || i + 1 == text.size()) {
        value += text[i];
        continue;
      }
      ++i;
      value += text[i] == 'n' || text[i] == 't' ? ' ' : text[i];
    }
    while (!value.empty() && value.back() == ' ') value.pop_back();
    strings.push_back(std::move(value));
  }
  return strings;
}

// Joins abstracts that claims cite together (disjoint sets, each named by its smallest member).
class Groups {
 public:
  std::string find(const std::string& id) {
    const auto found = parents_.emplace(id, id).first;
    if (found->second == id) return id;
    return found->second = find(found->second);
  }
  void join(const std::string& a, const std::string& b) {
    const std::string first = find(a);
    const std::string second = find(b);
    parents_[std::max(first, second)] = std::min(first, second);
  }

 private:
  std::map<std::string, std::string> parents_;
};

Status read_claims(const std::filesystem::path& path, std::vector<ScifactClaim>& claims) {
  const bool training = path.filename() == "claims_train.csv";
  std::map<std::string, size_t> by_id;
  bool first = true;
  return read_csv_rows(path, [&](const std::vector<std::string>& row) {
    if (std::exchange(first, false) || row.size() < 6) return;
    const auto [found, is_new] = by_id.emplace(row[0], claims.size());
    if (is_new) {
      ScifactClaim claim;
      claim.id = row[0];
      claim.text = row[1];
      claim.cited = numbers_in(row[5]);
      claim.training_file = training;
      claims.push_back(std::move(claim));
    }
    if (row[2].empty() || row[3].empty()) return;
    ScifactEvidence& evidence = claims[found->second].evidence[row[2]];
    evidence.label = row[3] == "SUPPORT" ? ClaimLabel::kSupported : ClaimLabel::kContradicted;
    std::vector<size_t> sentences;
    for (const std::string& number : numbers_in(row[4])) sentences.push_back(number_of(number));
    evidence.rationales.push_back(std::move(sentences));
  });
}

}  // namespace

Result<Scifact> read_scifact(const std::filesystem::path& data) {
  Scifact scifact;
  bool first = true;
  ATTEST_TRY(read_csv_rows(data / "scifact" / "corpus.csv", [&](const std::vector<std::string>& row) {
    if (std::exchange(first, false) || row.size() < 3) return;
    ScifactAbstract abstract;
    abstract.text = row[1];
    abstract.title = {0, static_cast<uint32_t>(abstract.text.size())};
    abstract.text += "\n\n";
    for (const std::string& sentence : python_strings(row[2])) {
      const auto start = static_cast<uint32_t>(abstract.text.size());
      abstract.text += sentence;
      abstract.sentences.push_back({start, static_cast<uint32_t>(abstract.text.size())});
      abstract.text += ' ';
    }
    scifact.abstracts.emplace(row[0], std::move(abstract));
  }));
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data / "scifact", error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("claims_") && name.ends_with(".csv")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) {
    return fail(ErrorCode::kNotFound, "no claims_*.csv", (data / "scifact").string(), "give --data");
  }
  for (const auto& file : files) ATTEST_TRY(read_claims(file, scifact.claims));
  Groups groups;
  for (const ScifactClaim& claim : scifact.claims) {
    for (const std::string& cited : claim.cited) groups.join(claim.cited[0], cited);
  }
  for (ScifactClaim& claim : scifact.claims) {
    if (!claim.cited.empty()) claim.group = groups.find(claim.cited[0]);
  }
  return scifact;
}

ClaimSource source_of(const std::string& id, const ScifactAbstract& abstract) {
  ClaimSource source;
  source.id = id;
  source.text = abstract.text;
  source.title = abstract.title;
  source.sentences = abstract.sentences;
  return source;
}

Result<std::unique_ptr<TemporaryCollection>> scifact_collection(const Scifact& scifact) {
  return TemporaryCollection::build([&](CollectionWriter& writer) -> Status {
    for (const auto& [id, abstract] : scifact.abstracts) {
      Document document;
      document.id = id;
      document.record.title = abstract.title.of(abstract.text);
      TextBuilder builder;
      builder.set_title(document.record.title);
      builder.add_section(SectionKind::kAbstract, {},
                          std::string_view(abstract.text).substr(abstract.title.end));
      std::move(builder).finish(document);
      ATTEST_TRY(writer.add(std::move(document)));
    }
    return {};
  });
}

Result<std::vector<ClaimSource>> found_abstracts(const ScifactClaim& claim, const Scifact& scifact,
                                                 const Backend& backend) {
  ATTEST_ASSIGN(const auto hits, backend.rank(claim.text, kFoundSourcesMax));
  std::vector<ClaimSource> sources;
  for (const DocumentHit& hit : hits) {
    const auto abstract = scifact.abstracts.find(hit.id);
    if (abstract == scifact.abstracts.end()) continue;
    ClaimSource source = source_of(hit.id, abstract->second);
    source.rank = sources.size();
    source.relative_score =
        hits[0].score > 0 ? static_cast<double>(hit.score) / static_cast<double>(hits[0].score) : 1;
    sources.push_back(std::move(source));
  }
  return sources;
}

bool is_measured(const ScifactClaim& claim) { return !claim.training_file || is_held_out(claim.group); }

}  // namespace attest
