#include "server/multipart.h"

#include <gmock/gmock.h>

#include "base/limits.h"

namespace attest {
namespace {

const std::string kType = "multipart/form-data; boundary=----abc";

std::string part(const std::string& header, const std::string& bytes) {
  return "------abc\r\n" + header + "\r\n\r\n" + bytes + "\r\n";
}
const std::string kEnd = "------abc--\r\n";

TEST(Multipart, FieldsAndFiles) {
  const std::string body =
      part("Content-Disposition: form-data; name=\"text\"", "") +
      part(
          "content-disposition: form-data; name=\"page\"; filename=\"C:\\a\\my %22page%22.html\"\r\n"
          "Content-Type: text/html",
          "<p>\r\n--not the end\r\n</p>") +
      part("Content-Disposition: form-data; name=publisher", "Someone") + kEnd;
  const auto parts = parse_multipart(kType, body);
  ASSERT_TRUE(parts) << parts.error().to_line();
  ASSERT_EQ(parts->size(), 3u);
  EXPECT_EQ((*parts)[0].bytes, "");
  EXPECT_EQ((*parts)[0].file_name, "");
  EXPECT_EQ((*parts)[1].file_name, "my \"page\".html");
  EXPECT_EQ((*parts)[1].content_type, "text/html");
  EXPECT_EQ((*parts)[1].bytes, "<p>\r\n--not the end\r\n</p>");
  EXPECT_EQ(part_bytes(*parts, "publisher"), "Someone");
  EXPECT_EQ(part_bytes(*parts, "nothing"), "");
}

TEST(Multipart, APreambleAndWhiteSpaceAreAllowed) {
  const auto parts =
      parse_multipart("Multipart/Form-Data; charset=x; Boundary=\"a b\"",
                      "hello\r\n--a b  \r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--a b--");
  ASSERT_TRUE(parts) << parts.error().to_line();
  EXPECT_EQ(part_bytes(*parts, "x"), "1");
}

TEST(Multipart, NoPartsAtAll) {
  const auto parts = parse_multipart(kType, kEnd);
  ASSERT_TRUE(parts);
  EXPECT_TRUE(parts->empty());
}

TEST(Multipart, BrokenFormsAreErrors) {
  const std::string named = "Content-Disposition: form-data; name=\"x\"";
  for (const std::string& body :
       {std::string(), std::string("nothing"), part(named, "1"), part("X-Y: z", "1") + kEnd,
        part("no colon", "1") + kEnd, part("Content-Disposition: attachment; name=\"x\"", "1") + kEnd,
        part("Content-Disposition: form-data; name=\"\"", "1") + kEnd, "------abc" + named,
        "------abc\r\n" + std::string(limits::kMultipartHeaderBytesMax, 'a') + "\r\n\r\n" + kEnd}) {
    EXPECT_FALSE(parse_multipart(kType, body)) << body.substr(0, 100);
  }
  for (const char* type :
       {"", "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; "
        "boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    EXPECT_FALSE(parse_multipart(type, part(named, "1") + kEnd)) << type;
  std::string many;
  for (size_t i = 0; i <= limits::kMultipartPartsMax; ++i) many += part(named, "1");
  const auto parts = parse_multipart(kType, many + kEnd);
  ASSERT_FALSE(parts);
  EXPECT_EQ(parts.error().code, ErrorCode::kLimit);
}

}  // namespace
}  // namespace attest
