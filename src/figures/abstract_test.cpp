// The abstract of a document against its full text.
#include <string>

#include <gtest/gtest.h>

#include "figures/figures.h"

namespace attest {
namespace {

Document article(std::string_view abstract, std::string_view results, std::string_view table = {}) {
  Document document;
  TextBuilder builder;
  builder.set_title("Bran for constipation");
  builder.add_section(SectionKind::kAbstract, "", abstract);
  std::string body;
  for (const char letter : std::string_view("abcdefghijklmnopqrstuvw"))
    body += std::string("The bran was ground by mill ") + letter + " and kept dry. ";
  builder.add_section(SectionKind::kBody, "Methods", body);
  builder.add_section(SectionKind::kBody, "Results", results);
  if (!table.empty()) builder.add_section(SectionKind::kTable, "Results", table);
  std::move(builder).finish(document);
  return document;
}

std::string said_of(const Document& document) {
  std::string lines;
  for (const FigureCheck& check : check_figures(document)) lines += check.said + "\n";
  return lines;
}

TEST(AbstractAndText, AnEstimate) {
  EXPECT_EQ(said_of(article("Bran lowered the risk of relapse (OR 0.45, 95% CI 0.31 to 0.83).",
                            "The risk of relapse was lowered by bran (OR 0.54, 95% CI 0.31 to 0.83).")),
            "has OR 0.45, 95% CI 0.31 to 0.83 in the abstract and OR 0.54, 95% CI 0.31 to 0.83 in the full "
            "text.\n");
}

TEST(AbstractAndText, APValue) {
  EXPECT_EQ(
      said_of(article("Stools were softer in 45 of 60 women with bran and in 30 of 60 with tea (P = 0.04).",
                      "Softer stools were seen in 45 of 60 women with bran and 30 of 60 with tea (P = "
                      "0.008).")),
      "has P = 0.04 in the abstract and P = 0.008 in the full text.\n");
}

TEST(AbstractAndText, FollowUpAndAge) {
  EXPECT_EQ(said_of(article("The median follow-up was 34 months and the mean age was 51.2 years.",
                            "The mean age was 52.1 years. The median follow-up was 43 months.")),
            "has a median follow-up of 34 in the abstract and of 43 in the full text.\n"
            "has a mean age of 51.2 in the abstract and of 52.1 in the full text.\n");
}

TEST(AbstractAndText, WhatStandsElsewhereIsNoMismatch) {
  EXPECT_EQ(said_of(article("Bran lowered the risk of relapse (OR 0.45, 95% CI 0.31 to 0.83).",
                            "The risk of relapse was lowered by bran (OR 0.54, 95% CI 0.31 to 0.83).",
                            "Relapse | 0.45")),
            "");
  EXPECT_EQ(said_of(article("Bran lowered the risk of relapse (OR 0.5, 95% CI 0.3 to 0.8).",
                            "The risk of relapse was lowered by bran (OR 0.54, 95% CI 0.31 to 0.83).")),
            "");
  EXPECT_EQ(said_of(article("The mean age was 51.2 years.",
                            "The mean age was 52.1 years in the bran group and 50.3 in the tea group.")),
            "");
}

TEST(AbstractAndText, ThoseOfOneGroupAreNotAll) {
  EXPECT_EQ(said_of(article("In all, 87 women were randomised to the bran group and 90 to tea.",
                            "A total of 178 women were randomised to either group.")),
            "");
}

}  // namespace
}  // namespace attest
