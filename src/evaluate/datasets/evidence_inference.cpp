#include "evaluate/datasets/evidence_inference.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "document/document.h"
#include "evaluate/datasets/archive.h"
#include "evaluate/datasets/csv_table.h"
#include "parse/format_parsers.h"
#include "parse/parser.h"
#include "parse/stream/byte_source.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kBeginningBytes = 2400;
constexpr size_t kArticleSentencesMax = 60;

std::string letters_and_digits(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x80 && std::isalnum(code) != 0) out += static_cast<char>(std::tolower(code));
  }
  return out;
}

void add_sentences(std::string_view body, std::optional<SentenceRole> role, TrialAbstract& abstract) {
  for (const ByteSpan& span : split_sentences(body)) {
    if (abstract.sentences.size() == kArticleSentencesMax) return;
    std::string_view text = body.substr(span.start, span.end - span.start);
    if (const auto label = leading_label(text)) {
      role = label->role;
      text.remove_prefix(label->bytes);
    }
    if (!text.empty()) abstract.sentences.push_back({std::string(text), role});
  }
}

// Only the first abstract: others are translations or plain-language ones.
TrialAbstract abstract_of(const Document& document) {
  TrialAbstract abstract;
  const std::string_view text = document.text;
  for (const Section& section : document.sections) {
    if (section.kind != SectionKind::kAbstract) continue;
    const auto heading = text.substr(section.heading.start, section.heading.end - section.heading.start);
    const auto body = text.substr(section.body.start, section.body.end - section.body.start);
    add_sentences(body, role_of_label(heading), abstract);
  }
  return abstract;
}

}  // namespace

Result<std::vector<EffectPrompt>> read_effect_prompts(const std::filesystem::path& data) {
  const auto folder = data / "evidence_inference";
  ATTEST_ASSIGN(const CsvTable prompts,
                CsvTable::read(folder / "prompts_merged.csv",
                               {"PromptID", "PMCID", "Outcome", "Intervention", "Comparator"}));
  ATTEST_ASSIGN(const CsvTable annotations,
                CsvTable::read(folder / "v2_annotations.csv",
                               {"PromptID", "Valid Label", "Label Code", "Annotations"}));
  struct Votes {
    std::array<size_t, kEffectDirections> count{};
    std::array<std::vector<std::string>, kEffectDirections> evidence;
  };
  std::map<std::string, Votes> votes;
  for (size_t row = 0; row < annotations.rows(); ++row) {
    if (annotations.at(row, 1) != "True") continue;
    const std::string& code = annotations.at(row, 2);
    const size_t direction = code == "-1" ? 0 : code == "0" ? 1 : code == "1" ? 2 : kEffectDirections;
    if (direction == kEffectDirections) continue;
    Votes& vote = votes[annotations.at(row, 0)];
    ++vote.count[direction];
    auto& evidence = vote.evidence[direction];
    const std::string& passage = annotations.at(row, 3);
    if (!passage.empty() && std::find(evidence.begin(), evidence.end(), passage) == evidence.end()) {
      evidence.push_back(passage);
    }
  }
  std::map<std::string, EffectPrompt> found;
  for (size_t row = 0; row < prompts.rows(); ++row) {
    const auto vote = votes.find(prompts.at(row, 0));
    if (vote == votes.end()) continue;
    const auto& count = vote->second.count;
    const auto best = static_cast<size_t>(std::max_element(count.begin(), count.end()) - count.begin());
    found[vote->first] = {vote->first,
                          "PMC" + prompts.at(row, 1),
                          {prompts.at(row, 3), prompts.at(row, 4), prompts.at(row, 2)},
                          static_cast<EffectDirection>(best),
                          vote->second.evidence[best]};
  }
  std::vector<EffectPrompt> list;
  for (auto& [id, prompt] : found) list.push_back(std::move(prompt));
  return list;
}

std::vector<EffectSentence> TrialAbstract::views() const {
  std::vector<EffectSentence> views;
  for (const Sentence& sentence : sentences) views.push_back({sentence.text, sentence.role});
  return views;
}

Result<std::map<std::string, TrialAbstract>> read_trial_abstracts(const std::filesystem::path& data) {
  std::map<std::string, TrialAbstract> abstracts;
  Status status;
  ATTEST_TRY(read_archive(data / "evidence_inference" / "jats_cc_by.tar.zst",
                          [&abstracts, &status](std::string_view name, std::string content) {
                            const std::string id = std::filesystem::path(name).stem().string();
                            DocumentSink sink;
                            sink.document = [&abstracts, &id](Document&& document) {
                              TrialAbstract abstract = abstract_of(document);
                              if (!abstract.sentences.empty()) abstracts.emplace(id, std::move(abstract));
                              return true;
                            };
                            sink.problem = [](Error&&) { return true; };
                            auto source = ByteSource::from_bytes(std::move(content), id);
                            status = source ? parse_jats(**source, id, sink) : tl::unexpected(source.error());
                            return status.has_value();
                          }));
  if (!status) return tl::unexpected(status.error());
  return abstracts;
}

Result<std::map<std::string, TrialAbstract>> read_trial_beginnings(const std::filesystem::path& data) {
  std::map<std::string, TrialAbstract> beginnings;
  DocumentSink sink;
  sink.document = [&beginnings](Document&& document) {
    if (!document.id.starts_with("PMC")) return true;
    for (const Section& section : document.sections) {
      if (section.kind == SectionKind::kTitle) continue;
      const auto body =
          std::string_view(document.text).substr(section.body.start, section.body.end - section.body.start);
      add_sentences(body.substr(0, kBeginningBytes), std::nullopt, beginnings[document.id]);
      break;
    }
    return true;
  };
  sink.deletion = [](std::string_view) { return true; };
  sink.problem = [](Error&&) { return true; };
  ATTEST_TRY(parse_file(data / "documents.jsonl.zst", sink));
  return beginnings;
}

std::vector<bool> sentences_with_evidence(const TrialAbstract& abstract,
                                          const std::vector<std::string>& evidence) {
  std::string whole;
  std::vector<std::pair<size_t, size_t>> places;
  for (const TrialAbstract::Sentence& sentence : abstract.sentences) {
    const size_t start = whole.size();
    whole += letters_and_digits(sentence.text);
    places.emplace_back(start, whole.size());
  }
  std::vector<bool> found(abstract.sentences.size(), false);
  constexpr size_t kLettersMin = 12;  // a shorter passage is found anywhere
  for (const std::string& passage : evidence) {
    const std::string letters = letters_and_digits(passage);
    if (letters.size() < kLettersMin) continue;
    const size_t start = whole.find(letters);
    if (start == std::string::npos) continue;
    const size_t end = start + letters.size();
    for (size_t i = 0; i < places.size(); ++i) {
      const size_t from = std::max(start, places[i].first);
      const size_t to = std::min(end, places[i].second);
      const size_t shorter = std::min(letters.size(), places[i].second - places[i].first);
      if (to > from && 2 * (to - from) >= shorter) found[i] = true;
    }
  }
  return found;
}

}  // namespace attest
