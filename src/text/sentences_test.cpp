#include "text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> out;
  for (const ByteSpan span : split_sentences(text)) out.emplace_back(span.of(text));
  return out;
}

TEST(Sentences, SplitsOrdinaryProse) {
  EXPECT_THAT(sentences("Biofeedback helps. It is safe!  Does it last? Yes."),
              ElementsAre("Biofeedback helps.", "It is safe!", "Does it last?", "Yes."));
}

TEST(Sentences, EmptyAndBlank) {
  EXPECT_TRUE(sentences("").empty());
  EXPECT_TRUE(sentences(" \n \n").empty());
  EXPECT_THAT(sentences("no stop"), ElementsAre("no stop"));
}

TEST(Sentences, NewlineAlwaysEnds) {
  EXPECT_THAT(sentences("Title without stop\n\nFirst line\nsecond. Third."),
              ElementsAre("Title without stop", "First line", "second.", "Third."));
}

TEST(Sentences, ItemsOfAListWhoseLinesWereJoined) {
  EXPECT_THAT(sentences("Goals • Lyse the clot • Relieve pain ■ Give 2 mg."),
              ElementsAre("Goals", "Lyse the clot", "Relieve pain", "Give 2 mg."));
  EXPECT_THAT(sentences("Tetracycline: - Adult: 500 mg Or: - Doxycycline: - Adult: 200 mg Or as advised"),
              ElementsAre("Tetracycline: - Adult: 500 mg", "Doxycycline: - Adult: 200 mg Or as advised"));
  EXPECT_THAT(sentences("・ First line ・ Second"), ElementsAre("First line", "Second"));
  EXPECT_THAT(sentences("A•B and 1·3 % •"), ElementsAre("A•B and 1·3 % •"));
}

// One sentence each, whatever full stops it has.
class OneSentence : public ::testing::TestWithParam<const char*> {};

TEST_P(OneSentence, IsNotSplit) { EXPECT_THAT(sentences(GetParam()), ElementsAre(GetParam())); }

INSTANTIATE_TEST_SUITE_P(
    Prose, OneSentence,
    ::testing::Values(
        "Biofeedback vs. Botox was compared (p < 0. 05).", "Smith et al. Showed nothing of it.",
        "As shown in Fig. 2 and Figs. 3A, rates fell.", "Laxatives, e.g. Macrogol, were stopped.",
        "A dose of 5.3 mg was given.", "E. coli grew in all cultures.", "Growth of E. Coli was seen.",
        "Dr. Smith and Prof. Brown agreed.", "It was designed by J. R. Smith and A. Jones in Leeds.",
        "The difference was significant (P=.02).", "Rates were 43/54 (80%) vs. 20/54 (37%).",
        "See No. 5 and vol. 12, pp. 3-9.", "It bled in 2.61% v. 1.37% of them.",
        "Botulinum toxin, i.e. Botox, was injected i.m. in each patient.",
        "It rose from 0.5 to 1.2 mm Hg (i.v. route).", "Registered at ClinicalTrials.gov as NCT00000001.",
        "1. Give fluids first", "See www.Example.org for more", "The isolate was Candida sp. Nov. type.",
        "Approx. Ten patients left.", "St. Mark's Hospital was the centre.",
        "The U.S. Food and Drug Administration agreed.", "Was it better (or worse?) than before",
        "Values of p<.001 and 0·72 were seen."));

TEST(Sentences, AbbreviationsThatEndASentence) {
  EXPECT_THAT(sentences("It was given i.v. The dose was 5 mg."),
              ElementsAre("It was given i.v.", "The dose was 5 mg."));
  EXPECT_THAT(sentences("We follow Smith et al. However, we differ."),
              ElementsAre("We follow Smith et al.", "However, we differ."));
  EXPECT_THAT(sentences("Patients got vitamin D. Calcium was stopped."),
              ElementsAre("Patients got vitamin D.", "Calcium was stopped."));
  EXPECT_THAT(sentences("There were 12 in group A. Botox was given to group B. We saw none."),
              ElementsAre("There were 12 in group A.", "Botox was given to group B.", "We saw none."));
}

TEST(Sentences, NumbersAroundTheStop) {
  EXPECT_THAT(sentences("The rate was 70%. 12 patients left."),
              ElementsAre("The rate was 70%.", "12 patients left."));
  EXPECT_THAT(sentences("It was done in 2014. Twenty came back."),
              ElementsAre("It was done in 2014.", "Twenty came back."));
  EXPECT_THAT(sentences("It differed (P=.02). We stopped."),
              ElementsAre("It differed (P=.02).", "We stopped."));
}

TEST(Sentences, ClosersBelongToTheSentence) {
  EXPECT_THAT(sentences("(It was small.) Then it grew. “Better.” He left."),
              ElementsAre("(It was small.)", "Then it grew.", "“Better.”", "He left."));
}

TEST(Sentences, ReferencesAfterTheStop) {
  EXPECT_THAT(sentences("It works.12,13 The next trial failed.[14] We agree."),
              ElementsAre("It works.12,13", "The next trial failed.[14]", "We agree."));
}

TEST(Sentences, ReferenceInPlaceOfTheSpace) {
  EXPECT_THAT(sentences("It was 14% in Burkina Faso.[22] It fell in Zanzibar.[23,24]Another factor was age."),
              ElementsAre("It was 14% in Burkina Faso.[22]", "It fell in Zanzibar.[23,24]",
                          "Another factor was age."));
}

TEST(Sentences, ParagraphsJoinedByAMark) {
  EXPECT_THAT(sentences("Pain fell by 12%.; Both groups improved., Harms were rare."),
              ElementsAre("Pain fell by 12%.", "Both groups improved.", "Harms were rare."));
  EXPECT_THAT(sentences("Smith J, et al.; Jones K (2004) agree."),
              ElementsAre("Smith J, et al.; Jones K (2004) agree."));
}

TEST(Sentences, HeadingsJoinedByCommas) {
  EXPECT_THAT(sentences("It favoured the pair [N=20, RR=0.69 (95%CI: 0.52, 0.93)]., Authors' conclusions, In "
                        "adults, there was no difference."),
              ElementsAre("It favoured the pair [N=20, RR=0.69 (95%CI: 0.52, 0.93)].",
                          "Authors' conclusions, In adults, there was no difference."));
  EXPECT_THAT(sentences("No bias was seen.; beta-Blockers helped in trials."),
              ElementsAre("No bias was seen.", "beta-Blockers helped in trials."));
  EXPECT_THAT(sentences("Maintenance of healed oesophagitis:, For a healing dose the risk was 0.26."),
              ElementsAre("Maintenance of healed oesophagitis:", "For a healing dose the risk was 0.26."));
  EXPECT_THAT(sentences("These were read: in adults, Crohn disease eased [3], Table 2."),
              ElementsAre("These were read: in adults, Crohn disease eased [3], Table 2."));
}

TEST(Sentences, QuotationMarksAroundAllOfIt) {
  EXPECT_THAT(sentences("'Pain fell.' \\n' 'CONCLUSIONS It helps.']"),
              ElementsAre("Pain fell.", "CONCLUSIONS It helps."));
  EXPECT_THAT(sentences("['Pain fell (P = 0.02).' 'Crohn\'s disease did not ease.'"),
              ElementsAre("Pain fell (P = 0.02).", "Crohn's disease did not ease."));
  EXPECT_THAT(sentences("\"The drug helped. It was safe.\""),
              ElementsAre("The drug helped.", "It was safe."));
  // Words that are quoted keep their marks, an apostrophe is none.
  EXPECT_THAT(sentences("\"Off\" time fell in those with \"wearing off\"."),
              ElementsAre("\"Off\" time fell in those with \"wearing off\"."));
  EXPECT_THAT(sentences("'Step-up' and 'step-down' were alike."),
              ElementsAre("'Step-up' and 'step-down' were alike."));
  EXPECT_THAT(sentences("It was the patients'"), ElementsAre("It was the patients'"));
}

TEST(Sentences, DamagedAbstracts) {
  EXPECT_THAT(sentences("It worked in vivo.Methods were old.RESULTS:We saw 5% (n=3).Conclusion: none."),
              ElementsAre("It worked in vivo.", "Methods were old.", "RESULTS:", "We saw 5% (n=3).",
                          "Conclusion: none."));
  EXPECT_THAT(sentences("It ended in 2014.The rate was p<0.05.Patients left."),
              ElementsAre("It ended in 2014.", "The rate was p<0.05.", "Patients left."));
  EXPECT_THAT(sentences("RESULTS: We saw more."), ElementsAre("RESULTS: We saw more."));
}

TEST(Sentences, LowerCaseNamesStartASentence) {
  EXPECT_THAT(sentences("Tumours were small. p53 was mutated. mRNA rose."),
              ElementsAre("Tumours were small.", "p53 was mutated.", "mRNA rose."));
}

TEST(Sentences, OtherScripts) {
  EXPECT_THAT(sentences("Это первое. Это второе."), ElementsAre("Это первое.", "Это второе."));
  EXPECT_THAT(sentences("这是第一。这是第二。"), ElementsAre("这是第一。", "这是第二。"));
}

TEST(Sentences, SpansAreOrderedAndInside) {
  const std::string text = "A\xFF. B\xC3. \xE2\x80 C. D";
  uint32_t last = 0;
  for (const ByteSpan span : split_sentences(text)) {
    EXPECT_LE(last, span.start);
    EXPECT_LT(span.start, span.end);
    last = span.end;
  }
  EXPECT_LE(last, text.size());
}

// Would take minutes if any rule looked further than a bounded number of bytes.
TEST(Sentences, HostileTextIsLinear) {
  for (const std::string_view unit : {".", ". ", "A.", "(", ".)", ":A", "1.", "a.1,", ".\n", ".\t", "[1"}) {
    std::string text;
    while (text.size() < 2'000'000) text += unit;
    split_sentences(text);
  }
}

// Lists of drugs with their doses, their lines joined: each keeps its name, ranges stay whole.
TEST(Sentences, ALongNestedListIsOneForEachThingWithLabels) {
  const std::string carbimazole =
      "Carbimazole - Adult: starting dose 30 - 60 mg orally in divided doses daily - Maintenance: 10 - 15 mg "
      "orally, daily - Child: 1 month - 12 years, initially 250 micrograms/kg (maximum 10 mg 8 hourly) until "
      "euthyroid, then adjusted as is necessary";
  const std::string propylthiouracil =
      "Propylthiouracil (preferred in pregnancy) \u2013 Adult: starting dose 300 - 450 mg orally in divided "
      "doses "
      "daily - Child: 12 - 18 years, initially 100 mg 8 hourly until euthyroid, higher doses being required "
      "in "
      "a crisis, and less when the thyroid has come to rest";
  const std::string list = "Antithyroid drugs - " + carbimazole + " - " + propylthiouracil;
  ASSERT_GT(list.size(), 500u);
  EXPECT_THAT(sentences(list), ElementsAre("Antithyroid drugs", carbimazole, propylthiouracil));
  EXPECT_THAT(sentences("Antithyroid drugs - Carbimazole - Adult: 30 mg daily"),
              ElementsAre("Antithyroid drugs - Carbimazole - Adult: 30 mg daily"));
}

}  // namespace
}  // namespace attest
