#include "evaluate/datasets/annotated_quantities.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/checksum.h"
#include "base/file.h"
#include "base/limits.h"
#include "parse/stream/byte_source.h"
#include "parse/stream/line_reader.h"

namespace attest {
namespace {

constexpr const char* kSameVersion = "is the folder eval/ of the same version as the data?";

struct Place {
  size_t sentence = 0;
  size_t start = 0;
  size_t end = 0;
  std::string checksum;  // XXH3 of the sentence, 16 hex digits
};

Result<AnnotatedSentence> read_annotation(const std::string& line, Place& place, const std::string& file) {
  try {
    const auto json = nlohmann::json::parse(line);
    AnnotatedSentence sentence;
    sentence.index = json.at("index").get<size_t>();
    sentence.document = json.at("document").get<std::string>();
    sentence.source = json.at("source").get<std::string>();
    place.start = json.at("start").get<size_t>();
    place.end = json.at("end").get<size_t>();
    place.checksum = json.at("xxh3").get<std::string>();
    for (const auto& item : json.at("quantities")) {
      AnnotatedQuantity quantity;
      quantity.kind = item.at("kind").get<std::string>();
      quantity.span = {item.at("start").get<uint32_t>(), item.at("end").get<uint32_t>()};
      quantity.has_value = item.contains("value");
      if (quantity.has_value) quantity.value = item.at("value").get<double>();
      sentence.quantities.push_back(std::move(quantity));
    }
    return sentence;
  } catch (const nlohmann::json::exception& exception) {
    return fail(ErrorCode::kInput, exception.what(), file, "annotations.py encode writes this file");
  }
}

}  // namespace

Result<std::vector<AnnotatedSentence>> read_annotated_sentences(const std::filesystem::path& file,
                                                                const std::filesystem::path& data) {
  ATTEST_ASSIGN(const std::string bytes, read_file(file, limits::kWholeFileBytesMax));
  std::vector<AnnotatedSentence> sentences;
  std::multimap<std::pair<std::string, std::string>, Place> places;  // by source and document
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    Place place;
    ATTEST_ASSIGN(AnnotatedSentence sentence, read_annotation(line, place, file.string()));
    place.sentence = sentences.size();
    places.emplace(std::pair(sentence.source, sentence.document), place);
    sentences.push_back(std::move(sentence));
  }

  const auto documents = data / "documents.jsonl.zst";
  ATTEST_ASSIGN(const auto source, ByteSource::open(documents));
  LineReader reader(*source, documents.string(), limits::kRecordBytesMax);
  while (!places.empty()) {
    ATTEST_ASSIGN(const auto line, reader.next());
    if (!line) break;
    const auto json = nlohmann::json::parse(line->begin(), line->end(), nullptr, false);
    if (!json.is_object() || !json.contains("id") || !json.contains("src") || !json.contains("text")) {
      return fail(ErrorCode::kInput, "a line is no document", reader.here(), "fetch the file again");
    }
    const std::pair key(json["src"].get<std::string>(), json["id"].get<std::string>());
    const auto [first, last] = places.equal_range(key);
    if (first == last) continue;
    const auto text = json["text"].get<std::string>();
    for (auto at = first; at != last; ++at) {
      const Place& place = at->second;
      std::string& sentence = sentences[place.sentence].text;
      if (place.start < place.end && place.end <= text.size()) {
        sentence = text.substr(place.start, place.end - place.start);
      }
      if (fmt::format("{:016x}", checksum64(sentence)) != place.checksum) {
        return fail(ErrorCode::kInput, "an annotated sentence is no longer in document " + key.second,
                    documents.string(), kSameVersion);
      }
    }
    places.erase(first, last);
  }
  for (const AnnotatedSentence& sentence : sentences) {
    const bool fits = std::all_of(sentence.quantities.begin(), sentence.quantities.end(),
                                  [&sentence](const AnnotatedQuantity& quantity) {
                                    return quantity.span.start < quantity.span.end &&
                                           quantity.span.end <= sentence.text.size();
                                  });
    if (sentence.text.empty() || !fits) {
      return fail(ErrorCode::kInput, "an annotated sentence is not where it was: " + sentence.document,
                  documents.string(), kSameVersion);
    }
  }
  return sentences;
}

}  // namespace attest
