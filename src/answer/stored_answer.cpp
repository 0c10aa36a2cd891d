// Reads a stored answer back. Somebody may have edited the file or made it up, so nothing in it is believed:
// size, depth and number of values are held to limits while it is parsed, and each member that is used is
// checked for its type and bounds.
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "answer/answer_json.h"
#include "answer/line_in_focus.h"
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
  ATTEST_ASSIGN(const Members turn, understood.object("turn"));
  ATTEST_ASSIGN(stored.turn, read_turn(turn));
  if (!understood.has("before")) return {};
  ATTEST_ASSIGN(const Members before, understood.object("before"));
  ATTEST_ASSIGN(stored.before, read_turn(before));
  stored.has_before = true;
  return {};
}

Status read_references(const Members& answer, const std::string& place, StoredAnswer& stored) {
  ATTEST_ASSIGN(const Json* references, answer.array("references", limits::kAnswerReferencesMax));
  size_t index = 0;
  for (const Json& reference : *references) {
    const std::string name = "references[" + std::to_string(index++) + "]";
    if (!reference.is_object()) return answer.wrong(name.c_str(), "must be an object");
    ATTEST_ASSIGN(std::string document,
                  Members(reference, place, name + ".").text("document", limits::kIdentifierBytesMax));
    stored.document_ids.push_back(std::move(document));
  }
  return {};
}

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
  stored.bytes = std::string(json);
  return stored;
}

}  // namespace attest
