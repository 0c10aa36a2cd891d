#include "server/address.h"

#include <gmock/gmock.h>

#include "base/limits.h"

namespace attest {
namespace {

using testing::ElementsAre;

TEST(AddressQuery, RepeatedNamesKeepTheirOrder) {
  const auto query = AddressQuery::parse("q=first+one&for=patient&q=and%20then%3F&q=");
  ASSERT_TRUE(query);
  EXPECT_THAT(query->all("q"), ElementsAre("first one", "and then?", ""));
  EXPECT_EQ(query->first("for"), "patient");
  EXPECT_EQ(query->first("nowhere"), "");
}

TEST(AddressQuery, ReadsBackWhatItWrites) {
  AddressQuery query;
  query.add("q", "80 % of 24/7 & \"more\" = ü€😀 +\n#?");
  query.add("odd name", "a=b&c");
  const auto again = AddressQuery::parse(query.encoded());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->parameters(), query.parameters());
}

TEST(AddressQuery, BrokenOnesAreErrors) {
  for (const char* text : {"q=%", "q=%4", "q=%zz", "q=%00", "q=%1b", "q=%ff", "%80=1", "q=\xC3"}) {
    const auto query = AddressQuery::parse(text);
    ASSERT_FALSE(query) << text;
    EXPECT_EQ(query.error().code, ErrorCode::kInput);
  }
}

TEST(AddressQuery, TooManyParametersAreNamedAsSuch) {
  std::string text;
  for (size_t i = 0; i <= limits::kHttpParametersMax; ++i) text += "a=1&";
  const auto query = AddressQuery::parse(text);
  ASSERT_FALSE(query);
  EXPECT_EQ(query.error().code, ErrorCode::kLimit);
}

TEST(AddressQuery, SetReplacesAndAnEmptyValueRemoves) {
  auto query = *AddressQuery::parse("a=1&b=2&a=3");
  query.set("a", "4");
  EXPECT_EQ(query.encoded(), "b=2&a=4");
  query.set("a", "");
  EXPECT_EQ(query.encoded(), "b=2");
}

TEST(Target, SplitsPathAndQuery) {
  const auto address = parse_target("/source/doi:10.1000/a%20b%3Fc?span=1-9#sentence");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->path, "/source/doi:10.1000/a b?c");
  EXPECT_EQ(address->query.first("span"), "1-9");
  EXPECT_EQ(encoded_path(address->path), "/source/doi:10.1000/a%20b%3Fc");
}

TEST(Target, AbsoluteFormIsTakenApart) {
  EXPECT_EQ(parse_target("http://example.org:80/a?b=c")->path, "/a");
  EXPECT_FALSE(parse_target("http://example.org?b=c"));
  EXPECT_EQ(parse_target("https://example.org")->path, "/");
}

TEST(Target, NoWayOutOfTheSite) {
  for (const char* target :
       {"/../etc", "/a/../b", "/a/%2e%2e/b", "/.", "relative", "*", "/a%00b", "/a%0d%0ab", "//../x"})
    EXPECT_FALSE(parse_target(target)) << target;
  EXPECT_FALSE(parse_target("/" + std::string(limits::kHttpTargetBytesMax, 'a')));
}

}  // namespace
}  // namespace attest
