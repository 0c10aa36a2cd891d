#include "evaluate/datasets/designed_records.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/limits.h"
#include "evaluate/datasets/archive.h"
#include "evaluate/datasets/csv_rows.h"
#include "parse/parser.h"
#include "parse/stream/byte_source.h"
#include "parse/stream/xml_stream.h"

namespace attest {
namespace {

using Records = std::map<std::string, DesignedRecord>;

struct NamedDesign {
  std::string_view name;
  StudyDesign design;
};

// Strongest first: a trial that is also a "Multicenter Study" is a trial.
constexpr std::array kTypes = {
    NamedDesign{"Meta-Analysis", StudyDesign::kSystematicReview},
    NamedDesign{"Systematic Review", StudyDesign::kSystematicReview},
    NamedDesign{"Practice Guideline", StudyDesign::kGuideline},
    NamedDesign{"Randomized Controlled Trial", StudyDesign::kRandomisedTrial},
    NamedDesign{"Case Reports", StudyDesign::kCaseReport},
    NamedDesign{"Editorial", StudyDesign::kOpinion},
    NamedDesign{"Comment", StudyDesign::kOpinion},
    NamedDesign{"Letter", StudyDesign::kOpinion},
    NamedDesign{"News", StudyDesign::kOpinion},
    NamedDesign{"Review", StudyDesign::kReview},
};

constexpr std::array kHeadings = {
    NamedDesign{"Double-Blind Method", StudyDesign::kRandomisedTrial},
    NamedDesign{"Single-Blind Method", StudyDesign::kRandomisedTrial},
    NamedDesign{"Cross-Over Studies", StudyDesign::kRandomisedTrial},
    NamedDesign{"Random Allocation", StudyDesign::kRandomisedTrial},
    NamedDesign{"Case-Control Studies", StudyDesign::kCaseControl},
    NamedDesign{"Cross-Sectional Studies", StudyDesign::kCrossSectional},
    NamedDesign{"Cohort Studies", StudyDesign::kCohort},
    NamedDesign{"Retrospective Studies", StudyDesign::kCohort},
    NamedDesign{"Longitudinal Studies", StudyDesign::kCohort},
};

// Papers about trials, not trials: "Randomized Controlled Trials as Topic".
bool is_about_studies(std::string_view heading) {
  if (!heading.ends_with(" as Topic")) return false;
  for (const std::string_view word : {"Trials", "Studies", "Meta-Analysis", "Review", "Guidelines"}) {
    if (heading.find(word) != heading.npos) return true;
  }
  return false;
}

std::optional<StudyDesign> design_of_headings(const std::vector<MeshHeading>& headings) {
  std::set<StudyDesign> named;
  bool animals = false, humans = false;
  for (const MeshHeading& heading : headings) {
    if (is_about_studies(heading.descriptor)) return std::nullopt;
    animals = animals || heading.descriptor == "Animals";
    humans = humans || heading.descriptor == "Humans";
    for (const NamedDesign& entry : kHeadings) {
      if (heading.descriptor == entry.name) named.insert(entry.design);
    }
  }
  if (!humans) return animals ? std::optional(StudyDesign::kAnimal) : std::nullopt;
  return named.size() == 1 ? std::optional(*named.begin()) : std::nullopt;
}

std::optional<StudyDesign> design_of_types(const std::vector<PublicationType>& types) {
  for (const NamedDesign& entry : kTypes) {
    for (const PublicationType& type : types) {
      if (type.name == entry.name) return entry.design;
    }
  }
  return std::nullopt;
}

void add(Records& records, std::string_view source, Document document, std::optional<StudyDesign> design) {
  if (!design) return;
  std::string id = document.id;
  records.try_emplace(std::move(id), DesignedRecord{std::string(source), *design, std::move(document)});
}

Document document_of(std::string id, std::string_view title, std::string_view text) {
  Document document;
  document.id = std::move(id);
  document.record.title = title;
  TextBuilder builder;
  builder.set_title(title);
  builder.add_section(SectionKind::kAbstract, {}, text);
  std::move(builder).finish(document);
  return document;
}

Status read_pubmed(const std::filesystem::path& data, Records& records) {
  std::set<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data / "pubmed_xml", error)) {
    files.insert(entry.path());
  }
  if (error) return fail(ErrorCode::kInput, error.message(), (data / "pubmed_xml").string());
  for (const std::filesystem::path& file : files) {
    const std::string name = file.filename().string();
    if (!name.ends_with(".xml") && !name.ends_with(".xml.gz")) continue;
    DocumentSink sink;
    sink.document = [&records](Document&& document) {
      if (document.record.pmid.empty()) return true;
      document.id = document.record.pmid;
      auto design = design_of_types(document.record.publication_types);
      if (!design) design = design_of_headings(document.record.mesh);
      add(records, "pubmed_xml", std::move(document), design);
      return true;
    };
    sink.deletion = [](std::string_view) { return true; };
    sink.problem = [](Error&&) { return true; };
    // The folder also holds XML of other kinds, which is none of our business.
    static_cast<void>(parse_file(file, sink));
  }
  return {};
}

std::vector<MeshHeading> split_headings(std::string_view list) {
  std::vector<MeshHeading> headings;
  while (!list.empty()) {
    const size_t end = std::min(list.find(';'), list.size());
    std::string_view name = list.substr(0, end);
    while (name.starts_with(' ')) name.remove_prefix(1);
    if (!name.empty()) {
      MeshHeading heading;
      heading.descriptor = name;
      headings.push_back(std::move(heading));
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return headings;
}

Status read_screening(const std::filesystem::path& data, Records& records) {
  Status status;
  ATTEST_TRY(read_archive(data / "screening.tar.zst", [&](std::string_view name, const std::string& content) {
    if (!name.ends_with(".csv")) return true;
    const std::string source = "screening/" + std::filesystem::path(name).stem().string();
    std::map<std::string, size_t> columns;
    status = parse_csv_rows(content, std::string(name), [&](const std::vector<std::string>& row) {
      if (columns.empty()) {
        for (size_t i = 0; i < row.size(); ++i) columns[row[i]] = i;
        return;
      }
      const auto field = [&](const std::string& column) -> std::string_view {
        const auto found = columns.find(column);
        return found == columns.end() || found->second >= row.size() ? std::string_view()
                                                                     : row[found->second];
      };
      Document document = document_of(std::string(field("pubmedID")), field("title"), field("abstract"));
      document.record.mesh = split_headings(field("keywords"));
      const auto design = design_of_headings(document.record.mesh);
      add(records, source, std::move(document), design);
    });
    return status.has_value();
  }));
  return status;
}

Status read_pubmedqa(const std::filesystem::path& data, Records& records) {
  const auto path = data / "pubmedqa" / "labelled_train.json";
  ATTEST_ASSIGN(const std::string bytes, read_file(path, limits::kWholeFileBytesMax));
  try {
    const auto parsed = nlohmann::json::parse(bytes);
    for (const auto& [id, item] : parsed.items()) {
      std::string text;
      for (const auto& part : item.at("CONTEXTS")) text += part.get<std::string>() + " ";
      text += item.at("LONG_ANSWER").get<std::string>();
      Document document = document_of(id, item.at("QUESTION").get<std::string>(), text);
      for (const auto& heading : item.at("MESHES")) {
        document.record.mesh.push_back({heading.get<std::string>(), {}, false, {}});
      }
      const auto design = design_of_headings(document.record.mesh);
      add(records, "pubmedqa", std::move(document), design);
    }
  } catch (const nlohmann::json::exception& exception) {
    return fail(ErrorCode::kInput, exception.what(), path.string());
  }
  return {};
}

// Check tags became publication types and headings of today's spelling.
void add_cystic_fibrosis_record(pugi::xml_node record, Records& records) {
  const std::string number = deep_text(record.child("RECORDNUM"));
  std::string text = deep_text(record.child("ABSTRACT"));
  if (text.empty()) text = deep_text(record.child("EXTRACT"));
  Document document = document_of("cf:" + clean_text(number, false), deep_text(record.child("TITLE")), text);
  bool case_report = false, review = false;
  for (const char* list : {"MAJORSUBJ", "MINORSUBJ"}) {
    for (const pugi::xml_node topic : record.child(list).children("TOPIC")) {
      const std::string whole = deep_text(topic);
      const std::string name = whole.substr(0, whole.find(':'));
      if (name == "CASE-REPORT") case_report = true;
      if (name == "REVIEW") review = true;
      if (name == "ANIMAL") document.record.mesh.push_back({"Animals", {}, false, {}});
      if (name == "HUMAN") document.record.mesh.push_back({"Humans", {}, false, {}});
    }
  }
  if (case_report) document.record.publication_types.push_back({"Case Reports", {}});
  if (review) document.record.publication_types.push_back({"Review", {}});
  if (case_report && review) return;
  auto design = design_of_headings(document.record.mesh);
  if (!design) design = design_of_types(document.record.publication_types);
  add(records, "cystic_fibrosis", std::move(document), design);
}

Status read_cystic_fibrosis(const std::filesystem::path& data, Records& records) {
  for (const char* name : {"cf74.xml", "cf75.xml", "cf76.xml", "cf77.xml", "cf78.xml", "cf79.xml"}) {
    const auto path = data / "cystic_fibrosis" / name;
    ATTEST_ASSIGN(const auto source, ByteSource::open(path));
    XmlRecordReader reader;
    reader.is_record = [](std::string_view element) { return element == "RECORD"; };
    reader.is_mixed = [](std::string_view) { return false; };
    reader.record = [&records](pugi::xml_node record, uint64_t) {
      add_cystic_fibrosis_record(record, records);
      return true;
    };
    reader.problem = [](Error&&) { return true; };
    ATTEST_TRY(read_xml_records(*source, path.string(), reader));
  }
  return {};
}

}  // namespace

Document without_indexing(Document document) {
  document.record.publication_types.clear();
  document.record.mesh.clear();
  document.record.keywords.clear();
  document.record.statements.clear();
  return document;
}

Result<std::vector<DesignedRecord>> read_designed_records(const std::filesystem::path& data) {
  Records records;
  ATTEST_TRY(read_pubmed(data, records));
  ATTEST_TRY(read_screening(data, records));
  ATTEST_TRY(read_pubmedqa(data, records));
  ATTEST_TRY(read_cystic_fibrosis(data, records));
  std::vector<DesignedRecord> list;
  for (auto& [id, record] : records) list.push_back(std::move(record));
  return list;
}

}  // namespace attest
