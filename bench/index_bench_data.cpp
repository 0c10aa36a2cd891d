#include "index_bench_data.h"

#include <chrono>
#include <set>

#include <simdjson.h>
#include <zstd.h>
#include <pugixml.hpp>

#include "base/file.h"
#include "text/sentences.h"

namespace attest::bench {

namespace {

using Clock = std::chrono::steady_clock;

void add_sentences(std::string_view text, index::Field field, uint32_t offset, Stemmer& stemmer,
                   index::IndexDocument& document) {
  for (const ByteSpan span : split_sentences(text)) {
    document.sentences.push_back({{span.start + offset, span.end + offset},
                                  static_cast<uint8_t>(field),
                                  0,
                                  stems_of(span.of(text), stemmer)});
  }
}

index::IndexDocument analyse(std::string_view title, std::string_view text, Stemmer& stemmer) {
  index::IndexDocument document;
  add_sentences(title, index::Field::kTitle, 0, stemmer, document);
  add_sentences(text, index::Field::kBody, static_cast<uint32_t>(title.size()) + 2, stemmer, document);
  return document;
}

Result<std::string> decompress(const std::filesystem::path& path) {
  ATTEST_ASSIGN(const std::string packed, read_file(path, 1u << 30));
  ZSTD_DCtx* context = ZSTD_createDCtx();
  std::string text;
  std::string buffer(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  size_t status = 1;
  while (in.pos < in.size && ZSTD_isError(status) == 0) {
    ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
    status = ZSTD_decompressStream(context, &out, &in);
    text.append(buffer.data(), out.pos);
  }
  ZSTD_freeDCtx(context);
  if (ZSTD_isError(status) != 0) return fail(ErrorCode::kInput, "cannot decompress", path.string());
  return text;
}

std::string field(simdjson::dom::element element, std::string_view name) {
  std::string_view value;
  if (element[name].get(value) != simdjson::SUCCESS) return {};
  return std::string(value);
}

std::vector<std::string> unique_stems(std::string_view question, Stemmer& stemmer) {
  std::vector<std::string> stems;
  std::set<std::string> seen;
  for (std::string& stem : stems_of(question, stemmer)) {
    if (seen.insert(stem).second) stems.push_back(std::move(stem));
  }
  return stems;
}

}  // namespace

Result<BenchCollection> load_mixed(const std::filesystem::path& data, size_t documents_max,
                                   size_t questions_max) {
  BenchCollection collection;
  Stemmer stemmer;
  simdjson::dom::parser parser;
  {
    ATTEST_ASSIGN(const std::string lines, decompress(data / "documents.jsonl.zst"));
    size_t start = 0;
    while (start < lines.size() && collection.documents.size() < documents_max) {
      const size_t end = std::min(lines.find('\n', start), lines.size());
      simdjson::dom::element record;
      if (parser.parse(lines.data() + start, end - start).get(record) != simdjson::SUCCESS) {
        return fail(ErrorCode::kInput, "a line is not JSON", "documents.jsonl.zst");
      }
      const bool is_question = field(record, "src") == "pubmedqa";
      const auto before = Clock::now();
      collection.documents.push_back(
          {field(record, "id"),
           analyse(is_question ? std::string() : field(record, "title"), field(record, "text"), stemmer)});
      collection.analysis_seconds += std::chrono::duration<double>(Clock::now() - before).count();
      start = end + 1;
    }
  }
  ATTEST_ASSIGN(const std::string questions, read_file(data / "pubmedqa" / "labelled_train.json", 1u << 30));
  simdjson::dom::object all;
  if (parser.parse(questions).get(all) != simdjson::SUCCESS) {
    return fail(ErrorCode::kInput, "not JSON", "labelled_train.json");
  }
  for (const auto& [id, value] : all) {
    if (collection.questions.size() == questions_max) break;
    BenchQuestion question;
    question.stems = unique_stems(field(value, "QUESTION"), stemmer);
    question.relevant[std::string(id)] = 1;
    collection.questions.push_back(std::move(question));
  }
  return collection;
}

Result<BenchCollection> load_cystic_fibrosis(const std::filesystem::path& data) {
  BenchCollection collection;
  Stemmer stemmer;
  const std::filesystem::path folder = data / "cystic_fibrosis";
  for (int year = 74; year <= 79; ++year) {
    pugi::xml_document xml;
    const std::string name = "cf" + std::to_string(year) + ".xml";
    if (!xml.load_file((folder / name).c_str())) return fail(ErrorCode::kInput, "cannot read", name);
    for (const auto& record : xml.child("FILE").children("RECORD")) {
      const std::string abstract = record.child("ABSTRACT").text().get();
      BenchDocument document;
      document.id = std::to_string(record.child("RECORDNUM").text().as_int());
      document.analysed =
          analyse(record.child("TITLE").text().get(),
                  abstract.empty() ? record.child("EXTRACT").text().get() : abstract, stemmer);
      for (const char* kind : {"MAJORSUBJ", "MINORSUBJ"}) {
        for (const auto& topic : record.child(kind).children("TOPIC")) {
          const std::string_view text = topic.text().get();
          for (std::string& stem : stems_of(text.substr(0, text.find(':')), stemmer)) {
            document.analysed.subject_terms.push_back(std::move(stem));
          }
        }
      }
      collection.documents.push_back(std::move(document));
    }
  }
  pugi::xml_document xml;
  if (!xml.load_file((folder / "cfquery_1_50.xml").c_str())) {
    return fail(ErrorCode::kInput, "cannot read the queries", folder.string());
  }
  for (const auto& query : xml.child("FILEQUERY").children("QUERY")) {
    BenchQuestion question;
    question.stems = unique_stems(query.child("QueryText").text().get(), stemmer);
    for (const auto& item : query.child("Records").children("Item")) {
      double grade = 0;
      for (const char digit : std::string_view(item.attribute("score").value())) grade += digit - '0';
      question.relevant[std::to_string(item.text().as_int())] = grade;
    }
    collection.questions.push_back(std::move(question));
  }
  return collection;
}

}  // namespace attest::bench
