#include "parse/office/docx_parts.h"

#include <charconv>
#include <functional>

#include "base/ascii.h"
#include "base/limits.h"
#include "parse/pages/page_metadata.h"
#include "parse/stream/byte_source.h"
#include "parse/stream/markup_tree.h"
#include "parse/stream/xml_stream.h"

namespace attest::docx {

namespace {

// Events as two callbacks; the text of an element comes with its end.
class ElementReader final : public XmlEvents {
 public:
  std::function<void(std::string_view name, const char** attributes)> on_start;
  std::function<void(std::string_view name, std::string_view text)> on_end;

  bool start(const char* name, const char** attributes, uint64_t) override {
    text_.clear();
    if (on_start) on_start(local_of(name), attributes);
    return true;
  }
  bool end(const char* name) override {
    if (on_end) on_end(local_of(name), text_);
    text_.clear();
    return true;
  }
  bool text(std::string_view piece) override {
    if (text_.size() + piece.size() <= limits::kTitleBytesMax) text_ += piece;
    return true;
  }

 private:
  std::string text_;
};

void read_part(const ZipArchive& archive, const std::string& name, std::string_view place,
               ElementReader& reader) {
  auto bytes = archive.read(name, limits::kDocxPartBytesMax);
  if (!bytes) return;
  auto source = ByteSource::from_bytes(std::move(*bytes), std::string(place));
  if (source) (void)read_xml(**source, place, reader);
}

uint32_t number_of(std::string_view text, uint32_t otherwise) {
  uint32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && value < 1'000'000 ? value : otherwise;
}

// 17.7: w:style with w:name "heading 1" or w:outlineLvl; w:numPr makes it a list.
void read_styles(const ZipArchive& archive, std::string_view place, Parts& parts) {
  ElementReader reader;
  std::string style;
  std::map<std::string, std::string> based_on;
  reader.on_start = [&](std::string_view name, const char** attributes) {
    const std::string_view value = attribute_of(attributes, "val");
    if (name == "style") {
      style = attribute_of(attributes, "styleId");
    } else if (style.empty()) {
      return;
    } else if (name == "name") {
      const std::string lower = lower_ascii(value);
      if (lower == "title") parts.heading_styles[style] = 1;
      if (lower.starts_with("heading ") && lower.size() == 9 && lower[8] >= '1' && lower[8] <= '9')
        parts.heading_styles[style] = static_cast<uint8_t>(lower[8] - '0');
    } else if (name == "outlineLvl") {
      const uint32_t level = number_of(value, 9);  // 9 is body text
      if (level < 9) parts.heading_styles.emplace(style, static_cast<uint8_t>(level + 1));
    } else if (name == "numId") {
      parts.list_styles[style] = value;
    } else if (name == "basedOn") {
      based_on[style] = value;
    }
  };
  read_part(archive, "word/styles.xml", place, reader);
  // The names that every editor has, where the document does not say what they are.
  parts.heading_styles.emplace("Title", 1);
  for (uint8_t level = 1; level <= 9; ++level)
    parts.heading_styles.emplace("Heading" + std::to_string(level), level);
  // One step of inheritance is what editors make of headings ("Heading 1 numbered").
  for (const auto& [child, parent] : based_on) {
    const auto level = parts.heading_styles.find(parent);
    if (level != parts.heading_styles.end()) parts.heading_styles.emplace(child, level->second);
  }
}

// 17.9: w:num names a w:abstractNum, whose w:lvl say format and start.
void read_numbering(const ZipArchive& archive, std::string_view place, Parts& parts) {
  ElementReader reader;
  std::map<std::string, std::vector<NumberingLevel>> abstract;
  std::string abstract_id;
  std::string number_id;
  reader.on_start = [&](std::string_view name, const char** attributes) {
    constexpr size_t kLevels = 9;
    const std::string_view value = attribute_of(attributes, "val");
    if (name == "abstractNum") {
      abstract_id = attribute_of(attributes, "abstractNumId");
    } else if (name == "num") {
      number_id = attribute_of(attributes, "numId");
      abstract_id.clear();
    } else if (name == "abstractNumId") {
      if (const auto found = abstract.find(std::string(value)); found != abstract.end())
        parts.lists[number_id] = found->second;
    } else if (name == "lvl" && !abstract_id.empty()) {
      auto& levels = abstract[abstract_id];
      if (levels.size() < kLevels) levels.push_back({});
    } else if (!abstract_id.empty() && !abstract[abstract_id].empty()) {
      NumberingLevel& level = abstract[abstract_id].back();
      if (name == "numFmt") level.bullet = value == "bullet" || value == "none";
      if (name == "start") level.start = number_of(value, 1);
    }
  };
  read_part(archive, "word/numbering.xml", place, reader);
}

}  // namespace

std::string_view local_of(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view attribute_of(const char** attributes, std::string_view local) {
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    if (local_of(attributes[0]) == local) return attributes[1];
  }
  return {};
}

Result<Parts> read_parts(const ZipArchive& archive, std::string_view place) {
  Parts parts;
  ElementReader package;
  package.on_start = [&](std::string_view name, const char** attributes) {
    if (name != "Relationship" || !attribute_of(attributes, "Type").ends_with("/officeDocument")) return;
    std::string_view target = attribute_of(attributes, "Target");
    if (target.starts_with('/')) target.remove_prefix(1);
    if (!target.empty()) parts.main = target;
  };
  read_part(archive, "_rels/.rels", place, package);
  if (!archive.has(parts.main)) {
    return fail(ErrorCode::kInput, "the archive holds no Word document", std::string(place),
                "save the document as .docx, HTML or PDF");
  }

  ElementReader relations;
  relations.on_start = [&](std::string_view name, const char** attributes) {
    if (name != "Relationship" || attribute_of(attributes, "TargetMode") != "External") return;
    parts.links[std::string(attribute_of(attributes, "Id"))] = attribute_of(attributes, "Target");
  };
  const size_t slash = parts.main.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : parts.main.substr(0, slash + 1);
  read_part(archive, folder + "_rels/" + parts.main.substr(folder.size()) + ".rels", place, relations);

  read_styles(archive, place, parts);
  read_numbering(archive, place, parts);

  ElementReader properties;
  properties.on_end = [&](std::string_view name, std::string_view text) {
    if (name == "title") take_statement("title", clean_text(text, false), parts.record);
    if (name == "creator") take_statement("author", clean_text(text, false), parts.record);
    if (name == "modified") parts.record.revised = page_date(text.substr(0, 10));
  };
  read_part(archive, "docProps/core.xml", place, properties);
  return parts;
}

}  // namespace attest::docx
