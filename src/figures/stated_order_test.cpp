// "More", "less" and "raised the risk" beside figures that go the other way.
#include <string>

#include <gtest/gtest.h>

#include "figures/figures.h"
#include "text/sentences.h"

namespace attest {
namespace {

std::string told(std::string_view text) {
  std::string lines;
  for (const FigureCheck& check : check_figures(text, {}, split_sentences(text)))
    lines += (lines.empty() ? "" : "\n") + check.said;
  return lines;
}

TEST(StatedOrder, TwoSharesThatGoTheOtherWay) {
  EXPECT_EQ(told("Forceps were needed less often after epidural analgesia (12%) than after meperidine (3%)."),
            "says less and gives 12% and 3%.");
  EXPECT_EQ(told("Shocks worked more often at low impedance (40%) than when it was high (66%)."),
            "says more and gives 40% and 66%.");
  EXPECT_EQ(told("Relapse was significantly lower with lithium (38%) than with placebo (21%)."),
            "says less and gives 38% and 21%.");
}

TEST(StatedOrder, LeftAloneWhereItCannotBeTold) {
  for (const char* text :
       {"Forceps were needed more often after epidural analgesia (12%) than after meperidine (3%).",
        "Forceps were not needed more often after epidural analgesia (3%) than after meperidine (12%).",
        "Relapse was lower with lithium (80% stayed well) than with placebo (60% stayed well).",
        "More than half of the women (52%) slept longer than before (71%).",
        "Pain was less with A (12%), but nausea was rarer with B than with A (3%).",
        "Fewer patients on A (12% of men and 20% of women) than on B (10%) relapsed.",
        "The rate was lower with A (20%) than with B."}) {
    EXPECT_EQ(told(text), "") << text;
  }
}

TEST(StatedOrder, ARatioOnTheOtherSideOfOne) {
  EXPECT_EQ(told("Diuretics raised the risk of heart disease (RR 0.74)."),
            "says increased and gives RR 0.74, which is below 1.");
  EXPECT_EQ(told("Aspirin reduced the odds of stroke (OR 1.35)."),
            "says reduced and gives OR 1.35, which is above 1.");
  EXPECT_EQ(told("Those on the drug had a somewhat lower risk of death (OR 1.54)."),
            "says reduced and gives OR 1.54, which is above 1.");
}

TEST(StatedOrder, LikelyAndDeathsBesideARatio) {
  EXPECT_EQ(told("Statin users were more likely to get multiple myeloma (odds ratio 0.80)."),
            "says increased and gives odds ratio 0.80, which is below 1.");
  EXPECT_EQ(told("Living near a busy road made arthritis less likely (relative risk 1.34)."),
            "says reduced and gives relative risk 1.34, which is above 1.");
  EXPECT_EQ(told("The tablets raised mortality (hazard ratio 0.88)."),
            "says increased and gives hazard ratio 0.88, which is below 1.");
  for (const char* text : {"Statin users were less likely to get multiple myeloma (odds ratio 0.80).",
                           "Women were more likely than men to relapse (odds ratio 0.7).",
                           "Living near a busy road made arthritis more likely (relative risk 1.34).",
                           "The tablets lowered mortality (hazard ratio 0.88).",
                           "Patients were not more likely to die (odds ratio 0.95)."}) {
    EXPECT_EQ(told(text), "") << text;
  }
}

TEST(StatedOrder, RatiosThatFitOrMayBeOfTheOtherGroup) {
  for (const char* text :
       {"Diuretics lowered the risk of heart disease (RR 0.74).", "Women had a lower risk than men (OR 1.6).",
        "Compared with men, women had a lower risk of death (OR 1.6).",
        "Smokers had a higher risk of relapse (HR 1.9).",
        "The drug did not raise the risk of stroke (RR 0.98).",
        "A raised the risk of bleeding (RR 1.4) and B lowered the risk of stroke (RR 0.8).",
        "Smoking increased the risk of relapse (HR 1.9)."}) {
    EXPECT_EQ(told(text), "") << text;
  }
}

}  // namespace
}  // namespace attest
