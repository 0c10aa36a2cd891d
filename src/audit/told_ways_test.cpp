#include "audit/told_ways.h"

#include <gtest/gtest.h>

namespace attest::audit {
namespace {

// "+" more or better, "-" less or worse, "0" neither, "?" only that there is a difference.
std::string ways(const std::string& text) {
  Stemmer stemmer;
  std::string read;
  for (const ToldWay& one : told_ways(text, {}, stemmer))
    read += !one.way ? "?" : *one.way > 0 ? "+" : *one.way < 0 ? "-" : "0";
  return read;
}

TEST(ToldWays, OneForEachClause) {
  EXPECT_EQ(ways("Angina frequency was higher in the propranolol group"), "+");
  EXPECT_EQ(ways("Captopril limited the growth of the ventricle and raised the ejection fraction"), "-+");
  EXPECT_EQ(ways("Calcium channel blockers give a lower risk of stroke and a higher risk of infarction"),
            "-+");
  EXPECT_EQ(ways("Blood glucose rose during morning exercise, whereas it declined with afternoon exercise"),
            "+-");
  EXPECT_EQ(ways("Nortriptyline relieved pain about as well as amitriptyline and caused fewer side effects"),
            "0-");
  EXPECT_EQ(ways("Re-operation was similar, but patients treated by A had a better function"), "0+");
}

TEST(ToldWays, BracketsLikenNothing) {
  EXPECT_EQ(ways("A reduced risk of diabetes was reported with methotrexate (HR 0.81), while glucocorticoids "
                 "raised it (10 mg of prednisolone or equivalent: HR 1.30)"),
            "-+");
}

TEST(ToldWays, ARatioByItself) {
  EXPECT_EQ(
      ways("The odds ratio for preeclampsia in women with calcium compared with placebo was 0.38 (95% CI, "
           "0.22 to 0.65)"),
      "-");
  EXPECT_EQ(ways("The relative risk of stroke on the ward was 1.40 (95% CI 1.10-1.80)"), "+");
  for (const char* text :
       {"The odds ratio for preeclampsia was 0.38", "The relative risk of stroke was 0.88 (95% CI 0.78-1.02)",
        "The relative risk of stroke was 0.70 (95% CI 0.5-0.9) and of fractures 1.30 (95% CI 1.1-1.7)"})
    EXPECT_EQ(ways(text), "") << text;
  EXPECT_EQ(ways("The one group used a reduced osmolarity solution and had fewer infusions"), "-");
  EXPECT_EQ(ways("Whole brain volume shrank less over time"), "+");
}

TEST(ToldWays, DegreeAndChangeAreOne) {
  EXPECT_EQ(ways("Blood pressure fell more with verapamil than with enalapril"), "-");
  EXPECT_EQ(ways("Blood pressure fell less with verapamil than with enalapril"), "+");
  EXPECT_EQ(ways("Verapamil was more effective in lowering blood pressure than enalapril"), "-");
  EXPECT_EQ(ways("Patients showed smaller decreases in grey matter"), "+");
  EXPECT_EQ(ways("Carvedilol reduced the rise in blood pressure"), "-");
}

TEST(ToldWays, NoDifferenceInManyWords) {
  EXPECT_EQ(ways("There was no significant difference in mortality between the groups"), "0");
  EXPECT_EQ(ways("Ondansetron fails to reduce the nausea that tramadol causes"), "0");
  EXPECT_EQ(ways("The rates of relapse did not differ"), "0");
  EXPECT_EQ(ways("Vitamin E had no effect on stroke"), "0");
  EXPECT_EQ(ways("Healing was as frequent with pantoprazole as with omeprazole"), "0");
  EXPECT_EQ(ways("Pain was lower with tramadol (p = 0.32)"), "0");
  EXPECT_EQ(ways("The groups differed significantly in healing"), "?");
}

TEST(ToldWays, WhatHasNone) {
  for (const char* text :
       {"Patients were given 200 mg twice daily for six weeks",
        "We asked whether pain is lower with tramadol", "The aim was to see if captopril reduces mortality",
        "Scores were lower at baseline in the placebo group",
        "Surgery of the lower limb was done under epidural anaesthesia", "Pain may be lower with tramadol",
        "More than 300 patients took part", "Blood pressure tended to be lower with losartan",
        "Both drugs equally reduced blood pressure"})
    EXPECT_EQ(ways(text), "") << text;
}

TEST(ToldWays, WhatItIsHeldAgainstStandsApart) {
  Stemmer stemmer;
  const std::vector<ToldWay> told =
      told_ways("In older women, falls were fewer with vitamin D than with placebo", {}, stemmer);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_TRUE(told[0].compared);
  EXPECT_NE(told[0].against.lower.find("placebo"), std::string::npos);
  EXPECT_EQ(told[0].main.lower.find("placebo"), std::string::npos);
  EXPECT_EQ(told[0].main.lower.find("older"), std::string::npos);
  EXPECT_NE(told[0].around.lower.find("older women"), std::string::npos);
}

TEST(ToldWays, MoreSurvivalIsLessDeath) {
  Stemmer stemmer;
  const auto death = [&](const char* text) {
    const std::vector<ToldWay> told = told_ways(text, {}, stemmer);
    return told.size() == 1 && told[0].outcome == "death" ? told[0].of_outcome : 9;
  };
  EXPECT_EQ(death("Resection led to improved overall survival"), -1);
  EXPECT_EQ(death("Resection led to longer overall survival"), -1);
  EXPECT_EQ(death("Resection led to higher mortality"), 1);
}

}  // namespace
}  // namespace attest::audit
