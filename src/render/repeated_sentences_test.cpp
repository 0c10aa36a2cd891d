#include <gtest/gtest.h>

#include "render/render.h"
#include "render/sample_answer.h"

namespace attest {
namespace {

TEST(Markdown, ALongSentenceUnderTwoLinesIsPrintedOnce) {
  Answer answer = sample::answer(Audience::kClinician);
  ASSERT_GE(answer.lines.size(), 2u);
  const std::string words = "The first of them and the second are " + std::string(190, 'x') + " given first.";
  for (size_t i = 0; i < 2; ++i) {
    Statement statement = answer.lines[i].statements.front();
    statement.quoted = true;
    statement.text = words;
    answer.lines[i].statements = {statement};
  }
  const std::string page = render_markdown(answer);
  const size_t first = page.find(words);
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(page.find(words, first + 1), std::string::npos);
  EXPECT_NE(page.find("The same sentence as under"), std::string::npos);
}

}  // namespace
}  // namespace attest
