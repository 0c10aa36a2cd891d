#include "server/mcp.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "server/server_test_support.h"

namespace attest {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json exchange(const std::string& message) {
  const auto answer = answer_mcp(message, *shared_site().site->snapshot());
  EXPECT_TRUE(answer) << message;
  if (!answer) return {};
  EXPECT_EQ(answer->find('\n'), std::string::npos) << "one line each";
  return json::parse(*answer);
}

json call(const std::string& name, const json& arguments) {
  const json message = {{"jsonrpc", "2.0"},
                        {"id", 7},
                        {"method", "tools/call"},
                        {"params", {{"name", name}, {"arguments", arguments}}}};
  const json answer = exchange(message.dump());
  EXPECT_EQ(answer["id"], 7);
  return answer["result"];
}

TEST(Mcp, HandshakeOffersTheClientsVersionWhenItIsKnown) {
  const auto version = [](const std::string& wanted) {
    return exchange(R"({"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":")" +
                    wanted + R"("}})")["result"]["protocolVersion"]
        .get<std::string>();
  };
  EXPECT_EQ(version("2025-03-26"), "2025-03-26");
  EXPECT_EQ(version("1999-01-01"), "2025-06-18");
  EXPECT_FALSE(answer_mcp(R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
                          *shared_site().site->snapshot()));
  EXPECT_EQ(exchange(R"({"jsonrpc":"2.0","id":2,"method":"ping"})")["result"], json::object());
}

TEST(Mcp, ToolsAreListedWithSchemas) {
  const json tools = exchange(R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})")["result"]["tools"];
  std::vector<std::string> names;
  for (const json& tool : tools) {
    names.push_back(tool["name"]);
    EXPECT_EQ(tool["inputSchema"]["type"], "object");
  }
  EXPECT_THAT(names, testing::IsSupersetOf({"ask", "search", "show", "verify", "audit"}));
}

TEST(Mcp, AskGivesCitationsAndShowGivesTheirBytes) {
  const json asked = call("ask", {{"question", "What is the first-line treatment for anismus?"}});
  EXPECT_FALSE(asked["isError"].get<bool>());
  const std::string text = asked["content"][0]["text"];
  EXPECT_THAT(text, HasSubstr("## References"));
  const json followed = call("ask", {{"question", "and if that fails?"},
                                     {"thread", {"What is the first-line treatment for anismus?"}}});
  EXPECT_THAT(followed["content"][0]["text"].get<std::string>(), HasSubstr("otulinum"));
  const json shown = call("show", {{"id", "S001"}, {"span", "0-10"}});
  EXPECT_FALSE(shown["content"][0]["text"].get<std::string>().empty());
  EXPECT_THAT(call("search", {{"query", "biofeedback"}})["content"][0]["text"].get<std::string>(),
              HasSubstr("Id: `"));
}

TEST(Mcp, AClaimIsHeldBesideSources) {
  const json claim = {{"claim", "Biofeedback is recommended for dyssynergic constipation in adults."}};
  const std::string said = call("verify", claim)["content"][0]["text"];
  EXPECT_THAT(said, testing::AnyOf(HasSubstr("**SUPPORTED**"), HasSubstr("**CONTRADICTED**"),
                                   HasSubstr("**NOT_ENOUGH_EVIDENCE**")));
  EXPECT_TRUE(call("verify", {{"claim", "x"}, {"documents", {"nobody"}}})["isError"].get<bool>());
  EXPECT_TRUE(call("verify", {{"claim", "x"}, {"documents", 3}})["isError"].get<bool>());
}

TEST(Mcp, APageIsAudited) {
  const json audited =
      call("audit", {{"text", "# Anismus\n\nBotulinum toxin cures 99% of patients with anismus.\n"}});
  EXPECT_FALSE(audited["isError"].get<bool>());
  EXPECT_THAT(audited["content"][0]["text"].get<std::string>(), HasSubstr("99%"));
  EXPECT_TRUE(call("audit", {{"text", " "}})["isError"].get<bool>());
}

TEST(Mcp, WhatIsWrongIsSaid) {
  EXPECT_EQ(exchange("{")["error"]["code"], -32700);
  EXPECT_EQ(exchange("[]")["error"]["code"], -32600);
  EXPECT_EQ(exchange(R"({"id":1})")["error"]["code"], -32600);
  EXPECT_EQ(exchange(R"({"id":[],"method":"ping"})")["error"]["code"], -32600);
  EXPECT_EQ(exchange(R"({"id":1,"method":"nothing"})")["error"]["code"], -32601);
  EXPECT_EQ(exchange(R"({"id":1,"method":"tools/call","params":{"name":"rm"}})")["error"]["code"], -32602);
  EXPECT_TRUE(call("ask", json::object())["isError"].get<bool>());
  EXPECT_TRUE(call("ask", {{"question", 3}})["isError"].get<bool>());
  EXPECT_TRUE(call("show", {{"id", "nobody"}})["isError"].get<bool>());
  EXPECT_FALSE(answer_mcp(R"({"jsonrpc":"2.0","id":4,"result":{}})", *shared_site().site->snapshot()));
}

}  // namespace
}  // namespace attest
