#include "text/numbered_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "text/sentences.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<std::string> parts(const std::string& text) {
  std::vector<std::string> all;
  for (const ByteSpan span : split_sentences(text)) all.emplace_back(span.of(text));
  return all;
}

TEST(NumberedParts, StatementsOfAConclusionAreSentences) {
  EXPECT_THAT(
      parts("We consider that: (1) it is unlikely that salt is beneficial in reducing mortality; (2) it "
            "is unlikely that salt reduces mortality at a high dose; and (3) salt may reduce the "
            "incidence of fibrillation."),
      ElementsAre("We consider that: (1) it is unlikely that salt is beneficial in reducing mortality",
                  "(2) it is unlikely that salt reduces mortality at a high dose",
                  "(3) salt may reduce the incidence of fibrillation."));
  EXPECT_THAT(
      parts("These results suggest that (1) the drug reduces pain in the first week of use; (2) the drug "
            "does not change how often people come back."),
      SizeIs(2));
}

TEST(NumberedParts, NamesFiguresAndPlansStayTogether) {
  EXPECT_THAT(parts("Results were judged by (1) age; (2) sex; (3) weight."), SizeIs(1));
  EXPECT_THAT(
      parts("Patients were eligible if (1) they had had pain for at least three months in a row; (2) they "
            "had not been operated on before they came to the clinic."),
      SizeIs(1));
  EXPECT_THAT(parts("We found that it worked in one of the two trials (1) and not in the other (2) of them."),
              SizeIs(1));
  EXPECT_THAT(
      parts("The findings were that (1) the drug reduced deaths in all of the groups that were studied."),
      SizeIs(1));
}

}  // namespace
}  // namespace attest
