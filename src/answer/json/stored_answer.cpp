// Reads a stored answer back. Somebody may have edited the file or made it up, so nothing in it is believed:
// size, depth and number of values are held to limits while it is parsed, and each member that is used is
// checked for its type and bounds.
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "answer/json/answer_json.h"
#include "answer/lines/line_in_focus.h"
#include "base/limits.h"

namespace attest {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kRemedy = "give a file written by attest ask --format json";
constexpr size_t kShortTextBytesMax = 1024;
constexpr int kRankMax = 1000;

// Parses within limits. The callback refuses what is too deep or too much, which keeps memory bounded.
Result<Json> parse(std::string_view bytes, const std::string& place) {
  if (bytes.size() > limits::kAnswerBytesMax) {
    return fail(ErrorCode::kLimit, "a stored answer may have at most 32 MiB (kAnswerBytesMax)", place,
                kRemedy);
  }
  size_t values = 0;
  bool too_deep = false;
  const auto within_limits = [&](int depth, Json::parse_event_t, Json&) {
    ++values;
    too_deep = too_deep || static_cast<size_t>(depth) > limits::kMarkupDepthMax;
    return !too_deep && values <= limits::kAnswerValuesMax;
  };
  Json json;
  try {
    json = Json::parse(bytes.begin(), bytes.end(), within_limits);
  } catch (const nlohmann::json::parse_error& error) {
    return fail(ErrorCode::kInput, "not valid JSON", place + ", byte " + std::to_string(error.byte), kRemedy);
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::kInput, "not valid JSON", place, kRemedy);
  }
  if (too_deep) return fail(ErrorCode::kLimit, "JSON nested too deeply (kMarkupDepthMax)", place, kRemedy);
  if (values > limits::kAnswerValuesMax) {
    return fail(ErrorCode::kLimit, "too many JSON values (kAnswerValuesMax)", place, kRemedy);
  }
  if (!json.is_object()) return fail(ErrorCode::kInput, "an answer is a JSON object", place, kRemedy);
  return json;
}

// One object of the file, with its place for errors: "kept.json, understood".
class Members {
 public:
  Members(const Json& object, std::string place, std::string prefix = {})
      : object_(&object), place_(std::move(place)), prefix_(std::move(prefix)) {}

  tl::unexpected<Error> wrong(const char* name, std::string message) const {
    return fail(ErrorCode::kInput, std::move(message), place_ + ", " + prefix_ + name, kRemedy);
  }

  bool has(const char* name) const { return object_->contains(name); }

  Result<std::string> text(const char* name, size_t bytes_max) const {
    const auto found = object_->find(name);
    if (found == object_->end()) return wrong(name, "is missing");
    if (!found->is_string()) return wrong(name, "must be a text");
    const auto& value = found->get_ref<const std::string&>();
    if (value.size() > bytes_max)
      return wrong(name, "is longer than " + std::to_string(bytes_max) + " bytes");
    return value;
  }

  Result<std::string> optional_text(const char* name, size_t bytes_max) const {
    if (!has(name)) return std::string();
    return text(name, bytes_max);
  }

  Result<Members> object(const char* name) const {
    const auto found = object_->find(name);
    if (found == object_->end()) return wrong(name, "is missing");
    if (!found->is_object()) return wrong(name, "must be an object");
    return Members(*found, place_, prefix_ + name + ".");
  }

  Result<const Json*> array(const char* name, size_t count_max) const {
    const auto found = object_->find(name);
    if (found == object_->end()) return wrong(name, "is missing");
    if (!found->is_array()) return wrong(name, "must be an array");
    if (found->size() > count_max)
      return wrong(name, "has more than " + std::to_string(count_max) + " values");
    return &*found;
  }

  Result<std::vector<std::string>> texts(const char* name, size_t count_max, size_t bytes_max) const {
    ATTEST_ASSIGN(const Json* list, array(name, count_max));
    std::vector<std::string> values;
    for (const Json& value : *list) {
      if (!value.is_string()) return wrong(name, "must hold texts only");
      const auto& text = value.get_ref<const std::string&>();
      if (text.size() > bytes_max)
        return wrong(name, "holds a text longer than " + std::to_string(bytes_max) + " bytes");
      values.push_back(text);
    }
    return values;
  }

  Result<uint32_t> offset(const char* name) const {
    const auto found = object_->find(name);
    if (found == object_->end()) return wrong(name, "is missing");
    if (!found->is_number_unsigned() || found->get<uint64_t>() > limits::kTextBytesMax)
      return wrong(name, "must be a place in a text");
    return static_cast<uint32_t>(found->get<uint64_t>());
  }

  Result<int> small_number(const char* name, int most) const {
    const auto found = object_->find(name);
    if (found == object_->end()) return wrong(name, "is missing");
    // Written numbers without a sign parse as unsigned; a negative or fractional one is refused here.
    if (!found->is_number_unsigned() || found->get<uint64_t>() > static_cast<uint64_t>(most)) {
      return wrong(name, "must be a whole number from 0 to " + std::to_string(most));
    }
    return static_cast<int>(found->get<uint64_t>());
  }

 private:
  const Json* object_;
  std::string place_;
  std::string prefix_;
};

std::optional<Intent> intent_of(std::string_view name) {
  for (int value = 0; value <= static_cast<int>(Intent::kGeneral); ++value) {
    const auto intent = static_cast<Intent>(value);
    if (name == intent_name(intent)) return intent;
  }
  return std::nullopt;
}

Result<PreviousTurn> read_turn(const Members& members) {
  PreviousTurn turn;
  ATTEST_ASSIGN(turn.question, members.text("question", limits::kQuestionBytesMax));
  ATTEST_ASSIGN(const std::string intent_text, members.text("intent", kShortTextBytesMax));
  const std::optional<Intent> intent = intent_of(intent_text);
  if (!intent) return members.wrong("intent", "is not an intent that this version knows");
  turn.intent = *intent;
  ATTEST_ASSIGN(turn.conditions,
                members.texts("conditions", limits::kQuestionTermsMax, limits::kQuestionBytesMax));
  ATTEST_ASSIGN(turn.lines, members.texts("lines", limits::kAnswerLinesMax, limits::kQuestionBytesMax));
  ATTEST_ASSIGN(turn.line_in_focus, members.small_number("line_in_focus", kRankMax));
  ATTEST_ASSIGN(turn.intervention_in_focus,
                members.optional_text("intervention_in_focus", limits::kQuestionBytesMax));
  return turn;
}

Status read_understood(const Members& answer, StoredAnswer& stored) {
  ATTEST_ASSIGN(const Members understood, answer.object("understood"));
  ATTEST_ASSIGN(stored.summary, understood.optional_text("summary", limits::kAnswerBytesMax));
  ATTEST_ASSIGN(const Members turn, understood.object("turn"));
  ATTEST_ASSIGN(stored.turn, read_turn(turn));
  if (!understood.has("before")) return {};
  ATTEST_ASSIGN(const Members before, understood.object("before"));
  ATTEST_ASSIGN(stored.before, read_turn(before));
  stored.has_before = true;
  return {};
}

// "Farid 2009", of a CSL-JSON record; "" where it does not say so much. A record is for readers only: what is
// not as expected in it is passed over.
std::string name_of_source(const Json& record) {
  const auto pointer = [&](const char* path) -> const Json* {
    const Json::json_pointer place(path);
    return record.contains(place) ? &record.at(place) : nullptr;
  };
  std::string name;
  for (const char* path : {"/author/0/family", "/author/0/literal"}) {
    const Json* found = pointer(path);
    if (name.empty() && found != nullptr && found->is_string()) name = found->get<std::string>();
  }
  const Json* year = pointer("/issued/date-parts/0/0");
  if (name.empty() || name.size() > kShortTextBytesMax) return {};
  return year != nullptr && year->is_number_unsigned() ? name + " " + year->dump() : name;
}

Status read_references(const Members& answer, const std::string& place, StoredAnswer& stored) {
  ATTEST_ASSIGN(const Json* references, answer.array("references", limits::kAnswerReferencesMax));
  size_t index = 0;
  for (const Json& reference : *references) {
    const std::string name = "references[" + std::to_string(index++) + "]";
    if (!reference.is_object()) return answer.wrong(name.c_str(), "must be an object");
    ATTEST_ASSIGN(std::string document,
                  Members(reference, place, name + ".").text("document", limits::kIdentifierBytesMax));
    if (const auto record = reference.find("record"); record != reference.end()) {
      if (std::string source = name_of_source(*record); !source.empty())
        stored.source_names.emplace(document, std::move(source));
    }
    stored.document_ids.push_back(std::move(document));
  }
  return {};
}

Result<ByteSpan> read_span(const Members& members) {
  ByteSpan span;
  ATTEST_ASSIGN(span.start, members.offset("start"));
  ATTEST_ASSIGN(span.end, members.offset("end"));
  return span;
}

Result<Statement> read_statement(const Json& json, const std::string& place, const std::string& name) {
  if (!json.is_object()) return Members(json, place).wrong(name.c_str(), "must be an object");
  const Members members(json, place, name + ".");
  Statement statement;
  ATTEST_ASSIGN(statement.text, members.text("text", limits::kAnswerBytesMax));
  ATTEST_ASSIGN(const std::string support, members.optional_text("support", kShortTextBytesMax));
  statement.quoted = support == "quoted";
  if (!members.has("citations")) return statement;
  ATTEST_ASSIGN(const Json* citations, members.array("citations", limits::kAnswerReferencesMax));
  for (const Json& one : *citations) {
    if (!one.is_object()) return members.wrong("citations", "must hold objects only");
    const Members parts(one, place, name + ".citations.");
    Citation citation;
    ATTEST_ASSIGN(citation.document, parts.text("document", limits::kIdentifierBytesMax));
    ATTEST_ASSIGN(citation.span, read_span(parts));
    statement.citations.push_back(std::move(citation));
  }
  return statement;
}

// Parts in the order in which they are printed for a clinician. A part that the file does not have is left
// out; one that it has must be well formed.
class PartsReader {
 public:
  PartsReader(const Json& answer, const std::string& place, std::vector<StoredPart>& parts)
      : answer_(answer), place_(place), parts_(parts) {}

  Status read() {
    ATTEST_TRY(part({"bottom line", "Bottom line", {}}, answer_, "bottom_line"));
    ATTEST_TRY(each("lines", [this](const Json& one, const Members& members) { return line(one, members); }));
    ATTEST_TRY(
        each("disagreements", [this](const Json&, const Members& members) { return disagreement(members); }));
    ATTEST_TRY(part({"warnings", "Warning signs", {}}, answer_, "warnings"));
    ATTEST_TRY(each("sections", [this](const Json& section, const Members& members) -> Status {
      ATTEST_ASSIGN(const std::string title, members.optional_text("title", limits::kAnswerBytesMax));
      return part({"section " + title, title, {}}, section, "statements");
    }));
    StoredPart checks{"checks", "Checks", {}};
    ATTEST_TRY(each("checks", [&](const Json& check, const Members& members) -> Status {
      if (!members.has("statement")) return {};
      ATTEST_ASSIGN(Statement statement, read_statement(check["statement"], place_, "checks.statement"));
      checks.statements.push_back(std::move(statement));
      return {};
    }));
    return add(std::move(checks));
  }

 private:
  template <typename Read>
  Status each(const char* name, Read read) {
    const Members answer(answer_, place_);
    if (!answer.has(name)) return {};
    ATTEST_ASSIGN(const Json* list, answer.array(name, limits::kAnswerPartsMax));
    for (const Json& one : *list) {
      if (!one.is_object()) return answer.wrong(name, "must hold objects only");
      ATTEST_TRY(read(one, Members(one, place_, std::string(name) + ".")));
    }
    return {};
  }

  Status line(const Json& json, const Members& members) {
    ATTEST_ASSIGN(const std::string name, members.optional_text("intervention", limits::kAnswerBytesMax));
    const int rank = members.has("rank") ? members.small_number("rank", kRankMax).value_or(0) : 0;
    StoredPart whole{"line " + name, (rank > 0 ? std::to_string(rank) + ". " : std::string()) + name, {}};
    for (const char* list : {"statements", "harms", "doses", "move_on_when"}) {
      if (members.has(list)) ATTEST_TRY(statements(whole, json[list], std::string("lines.") + list));
    }
    return add(std::move(whole));
  }

  Status disagreement(const Members& members) {
    ATTEST_ASSIGN(const std::string about, members.optional_text("about", limits::kAnswerBytesMax));
    StoredPart whole{"disagreement " + about, "They disagree: " + about, {}};
    if (!members.has("sides")) return {};
    ATTEST_ASSIGN(const Json* sides, members.array("sides", limits::kAnswerPartsMax));
    for (const Json& side : *sides) ATTEST_TRY(statements(whole, side, "disagreements.sides"));
    return add(std::move(whole));
  }

  Status part(StoredPart&& whole, const Json& holder, const char* name) {
    if (!holder.contains(name)) return {};
    ATTEST_TRY(statements(whole, holder[name], name));
    return add(std::move(whole));
  }

  Status statements(StoredPart& whole, const Json& list, const std::string& name) {
    if (!list.is_array()) return Members(answer_, place_).wrong(name.c_str(), "must be an array");
    for (const Json& one : list) {
      ATTEST_ASSIGN(Statement statement, read_statement(one, place_, name));
      whole.statements.push_back(std::move(statement));
    }
    return {};
  }

  Status add(StoredPart&& whole) {
    if (whole.statements.empty()) return {};
    if (parts_.size() >= limits::kAnswerPartsMax) {
      return fail(ErrorCode::kLimit, "the answer has too many parts (kAnswerPartsMax)", place_, kRemedy);
    }
    parts_.push_back(std::move(whole));
    return {};
  }

  const Json& answer_;
  const std::string& place_;
  std::vector<StoredPart>& parts_;
};

}  // namespace

Result<StoredAnswer> read_stored_answer(std::string_view json, std::string_view place_text) {
  const std::string place(place_text);
  ATTEST_ASSIGN(const Json parsed, parse(json, place));
  const Members answer(parsed, place);
  ATTEST_ASSIGN(const std::string schema, answer.text("schema", kShortTextBytesMax));
  if (schema != kAnswerSchema) {
    return answer.wrong("schema", std::string("this program reads ") + kAnswerSchema);
  }
  StoredAnswer stored;
  ATTEST_ASSIGN(stored.question, answer.text("question", limits::kQuestionBytesMax));
  ATTEST_ASSIGN(stored.audience, answer.text("audience", kShortTextBytesMax));
  if (!parse_audience(stored.audience))
    return answer.wrong("audience", "must be clinician, patient or partner");
  ATTEST_ASSIGN(const Members collection, answer.object("collection"));
  ATTEST_ASSIGN(stored.snapshot, collection.text("snapshot", kShortTextBytesMax));
  ATTEST_ASSIGN(stored.version, answer.text("version", kShortTextBytesMax));
  ATTEST_TRY(read_understood(answer, stored));
  ATTEST_TRY(read_references(answer, place, stored));
  ATTEST_ASSIGN(stored.verdict, answer.optional_text("verdict", kShortTextBytesMax));
  ATTEST_ASSIGN(stored.scope, answer.optional_text("scope", limits::kAnswerBytesMax));
  ATTEST_TRY(PartsReader(parsed, place, stored.parts).read());
  stored.bytes = std::string(json);
  return stored;
}

}  // namespace attest
