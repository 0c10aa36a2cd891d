#include "fetch/eutils.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

namespace attest {

namespace {

std::string text_of(pugi::xml_node node) { return node.text().get(); }

std::string_view trimmed_end(std::string_view text) {
  while (!text.empty() &&
         (text.back() == '\n' || text.back() == '\r' || text.back() == ' ' || text.back() == '\t')) {
    text.remove_suffix(1);
  }
  return text;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 300)) out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  return out;
}

}  // namespace

Result<SearchAnswer> read_search_answer(std::string_view xml, std::string_view query) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(xml.data(), xml.size());
  const pugi::xml_node result = document.child("eSearchResult");
  if (!parsed || !result) {
    return fail(ErrorCode::kEnvironment,
                fmt::format("the server's answer is not a search result: \"{}\"", one_line(xml)), {},
                "check --base-url, or try again later");
  }
  if (const pugi::xml_node error = result.child("ERROR")) {
    return fail(ErrorCode::kUsage, fmt::format("PubMed refused the query: {}", one_line(text_of(error))), {},
                "correct the query and try again");
  }
  SearchAnswer answer;
  const std::string count = text_of(result.child("Count"));
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), answer.count);
  if (count.empty() || error != std::errc()) {
    return fail(ErrorCode::kEnvironment, "the server's search result has no count", {}, "try again later");
  }
  answer.web_env = text_of(result.child("WebEnv"));
  answer.query_key = text_of(result.child("QueryKey"));
  answer.query_translation = text_of(result.child("QueryTranslation"));
  const pugi::xml_node errors = result.child("ErrorList");
  for (const char* name : {"PhraseNotFound", "FieldNotFound"}) {
    for (const pugi::xml_node& one : errors.children(name)) {
      if (!text_of(one).empty()) answer.phrases_not_found.push_back(text_of(one));
    }
  }
  for (const pugi::xml_node& warning : result.child("WarningList").children()) {
    const std::string text = text_of(warning);
    if (text.empty()) continue;
    const std::string_view name = warning.name();
    answer.notes.push_back(name == "QuotedPhraseNotFound"
                               ? fmt::format("the quoted phrase {} was not found", text)
                           : name == "PhraseIgnored" ? fmt::format("\"{}\" was ignored", text)
                                                     : text);
  }
  if (answer.count == 0) {
    std::string missing;
    for (const std::string& phrase : answer.phrases_not_found)
      missing += (missing.empty() ? "" : ", ") + fmt::format("\"{}\"", phrase);
    return fail(ErrorCode::kNotFound,
                missing.empty()
                    ? fmt::format("PubMed has nothing for \"{}\"", query)
                    : fmt::format("PubMed has nothing for \"{}\"; it does not know {}", query, missing),
                {}, "check the spelling or use fewer words");
  }
  if (answer.web_env.empty() || answer.query_key.empty()) {
    return fail(ErrorCode::kEnvironment, "the server did not store the search result (no WebEnv)", {},
                "try again later");
  }
  return answer;
}

BatchVerdict judge_batch(std::string_view body) {
  const std::string_view whole = trimmed_end(body);
  const std::string_view head = whole.substr(0, 4096);
  if (whole.empty()) return {"the server sent nothing", true, false};
  // An error of efetch: <eFetchResult><ERROR>…, or <ERROR> alone; inside a set it would be a record's text.
  const size_t error = head.find("<ERROR>");
  if (error != std::string_view::npos && head.find("<PubmedArticle>") == std::string_view::npos) {
    const size_t from = error + 7;
    const std::string said = one_line(head.substr(from, std::min(head.find('<', from), head.size()) - from));
    const bool expired =
        said.find("WebEnv") != std::string::npos || said.find("history") != std::string::npos ||
        said.find("query_key") != std::string::npos || said.find("expired") != std::string::npos;
    return {fmt::format("the server says: {}", said), true, expired};
  }
  if (head.find("<html") != std::string_view::npos || head.find("<HTML") != std::string_view::npos) {
    return {"the server sent a web page in place of records", true, false};
  }
  if (head.find("<PubmedArticleSet") == std::string_view::npos &&
      head.find("<PubmedBookArticleSet") == std::string_view::npos) {
    return {fmt::format("the server's answer is not a set of records: \"{}\"", one_line(head.substr(0, 120))),
            true, false};
  }
  const bool closed = whole.ends_with("</PubmedArticleSet>") || whole.ends_with("</PubmedBookArticleSet>") ||
                      whole.ends_with("/>");
  if (!closed) return {"the server's answer was cut off", true, false};
  return {};
}

std::string resume_to_json(const ResumeState& state) {
  nlohmann::ordered_json json;
  json["schema"] = "attest.fetch/1";
  json["query"] = state.query;
  json["base_url"] = state.base_url;
  json["web_env"] = state.web_env;
  json["query_key"] = state.query_key;
  json["count"] = state.count;
  json["next_offset"] = state.next_offset;
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Result<ResumeState> resume_from_json(std::string_view text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  ResumeState state;
  try {
    if (json.is_object() && json.value("schema", "") == "attest.fetch/1") {
      state.query = json.at("query").get<std::string>();
      state.base_url = json.at("base_url").get<std::string>();
      state.web_env = json.at("web_env").get<std::string>();
      state.query_key = json.at("query_key").get<std::string>();
      state.count = json.at("count").get<uint64_t>();
      state.next_offset = json.at("next_offset").get<uint64_t>();
      return state;
    }
  } catch (const nlohmann::json::exception&) {
    // Said below.
  }
  return fail(ErrorCode::kInput, "the file is not the state of an unfinished fetch", {},
              "remove it to start from the beginning");
}

}  // namespace attest
