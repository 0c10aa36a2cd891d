#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "appraise/appraisal.h"
#include "appraise/appraise_test_support.h"

namespace attest {
namespace {

using test::document_of;

struct SizeCase {
  const char* title;
  const char* text;
  uint32_t size;
};

TEST(SampleSize, IsWhoWasStudiedAndNotWhoWasScreened) {
  const SizeCase cases[] = {
      {"A randomised trial of cream", "2500 patients were screened; 973 were randomised.", 973},
      {"A randomised trial of cream",
       "A total of 512 patients were assessed for eligibility, and 474 underwent randomization.", 474},
      {"A randomised trial of cream", "140 patients were enrolled, and 94 were randomised.", 94},
      {"A randomised trial of cream", "Patients were randomly assigned to cream (n = 60) or oil (n = 62).",
       122},
      {"A randomised trial of cream",
       "Volunteers (N = 98) were randomly assigned to cream (n = 48) or oil (n = 50).", 98},
      {"A randomised trial of cream", "60 patients were randomised to cream and 62 to oil.", 122},
      {"A randomised trial of cream",
       "We randomly assigned 474 patients. 25 patients randomised to cream died.", 474},
      {"Itch: a case-control study", "We studied 1,356 cases and 2,386 controls.", 3742},
      {"Itch: a cohort study", "The cohort consisted of 719 men and 904 women.", 1623},
      {"Itch: a cohort study", "1623 people (719 men and 904 women) were followed for 5 years.", 1623},
      {"Itch: a cohort study",
       "PATIENTS: 214 patients with itch in remission. RESULTS: 12 patients relapsed.", 214},
      {"Itch: a cohort study", "In seven hospitals 80 patients were enrolled.", 80},
      // The whole stands before its parts.
      {"A randomised trial of cream", "In total, 134 women were randomised, 69 to cream and 65 to oil.", 134},
      {"A randomised trial of cream", "Of 102 patients randomised, 50 received cream and 52 oil.", 102},
      {"A randomised trial of cream",
       "A total of 238 patients were randomised to treatment, 115 to cream and 123 to oil.", 238},
      {"A randomised trial of cream", "118 subjects were randomised to cream (n = 58) and to oil (n = 60).",
       118},
      {"A randomised trial of cream",
       "Of 952 patients who did not respond to a letter, we randomly allocated 480 to calls and 472 to mail.",
       952},
      {"A randomised trial of cream",
       "34 patients (17 men, 17 women) were randomised: 17 received cream and 17 received oil.", 34},
      // Parts that are none: who was left out, and groups that are not all.
      {"A randomised trial of cream", "Of 110 patients, 100 were randomised and 10 were excluded.", 100},
      {"A randomised trial of cream",
       "Cream was studied in 47 healthy patients. Group 1 (n = 13) was given oil. Group 3 (n = 12) and group "
       "4 "
       "(n = 10) received cream after randomisation.",
       47},
      {"A randomised trial of cream",
       "Group one (N = 52) got cream, whereas group two (N = 23) received randomised treatment with oil "
       "(N = 10) or soap (N = 13).",
       0},
      {"Itch: a cohort study", "Itch came back in 78% of those at risk (n = 240) and 40% of others (n = 88).",
       0},
      {"Itch: a cohort study", "We followed 28 patients, who were assigned to 3 matched groups.", 28},
      {"A randomised trial of cream",
       "187 women were recruited and randomised into a cream and an oil group.", 187},
      {"A randomised trial of cream", "The patients were randomly divided into three groups (n = 30).", 0},
      {"A randomised trial of cream",
       "The trial was done in 81 children. 41 children were assigned randomly to receive cream and 40 "
       "children "
       "received oil.",
       81},
      {"A randomised trial of cream", "148 patients who had completed a course were randomised.", 148},
      // A number in words, read whole.
      {"A randomised trial of cream", "Two thousand three hundred and sixty-two patients came.", 2362},
  };
  for (const SizeCase& c : cases) {
    const Document document = document_of(c.title, c.text);
    EXPECT_EQ(appraise(document).sample_size, c.size) << c.text;
  }
}

TEST(SampleSize, OfAReviewAreItsStudies) {
  const Appraisal screened = appraise(
      document_of("Creams: a systematic review", "We screened 11 506 articles, of which 67 were included."));
  EXPECT_EQ(screened.studies, 67u);
  EXPECT_EQ(screened.sample_size, 0u);
  const Appraisal with_people =
      appraise(document_of("Creams: a systematic review",
                           "Of 512 citations retrieved, 23 trials with 4,210 patients met our criteria."));
  EXPECT_EQ(with_people.studies, 23u);
  EXPECT_EQ(with_people.sample_size, 4210u);
}

TEST(SampleSize, RandomisedAndAnalysedStandApart) {
  const Document document = document_of(
      "A randomised trial of cream",
      "Of 300 eligible patients, 212 were randomly assigned. 200 completed it. 180 patients were analysed.");
  const StudyFacts facts = appraise(document).facts;
  EXPECT_EQ(facts.randomised.value, 212u);
  EXPECT_EQ(facts.randomised.span.of(document.text), "212");
  EXPECT_EQ(facts.analysed.value, 180u);
}

TEST(SampleSize, AnalysedAreThoseOfTheWholeStudy) {
  const std::pair<const char*, uint32_t> cases[] = {
      {"A total of 196 patients were randomised and analysed in the intention-to-treat population.", 196},
      {"Of 70 patients enrolled, 60 completed treatment and were analyzed.", 60},
      {"1200 women were randomised. Of these, 1150 were included in the final analysis.", 1150},
      {"34 patients were included in the intention-to-treat analysis.", 34},
      {"70 patients were enrolled; 60 were not included in the analysis.", 0},
      {"70 patients were randomised. 30 patients in the cream group and 32 in the oil group were analysed.",
       0},
      {"70 patients were randomised. Blood samples of 60 patients were analysed.", 0},
  };
  for (const auto& [text, analysed] : cases) {
    EXPECT_EQ(appraise(document_of("A randomised trial", text)).facts.analysed.value, analysed) << text;
  }
}

struct ArmCase {
  const char* text;
  std::vector<std::pair<std::string, uint32_t>> arms;
};

TEST(Arms, AreNamedWholeOrNotAtAll) {
  const ArmCase cases[] = {
      {"Patients were randomly assigned to green cream (n = 60), oil (n = 62), or placebo (n = 61).",
       {{"green cream", 60}, {"oil", 62}, {"placebo", 61}}},
      {"The cream group (n = 20) received cream and the control group (n = 22) received advice.",
       {{"cream group", 20}, {"control group", 22}}},
      {"Women were randomised to a skills course (SC; n = 12) or a waiting list (WL; n = 11).",
       {{"skills course", 12}, {"waiting list", 11}}},
      {"60 patients were randomised to cream and 62 patients to oil for 6 weeks.",
       {{"cream", 60}, {"oil", 62}}},
      {"Patients were randomly assigned to receive cream or placebo for 6 weeks.",
       {{"cream", 0}, {"placebo", 0}}},
      {"We randomised 200 patients with itch to cream (n = 100) or placebo (n = 100).",
       {{"cream", 100}, {"placebo", 100}}},
      {"We randomly assigned 1200 adults to cream (n = 600) or placebo (n = 600).",
       {{"cream", 600}, {"placebo", 600}}},
      {"The cream course (N = 977) was compared with usual care (N = 980).",
       {{"cream course", 977}, {"usual care", 980}}},
      {"60 subjects were assigned to treatment with cream (n = 30) or oil (n = 30).",
       {{"cream", 30}, {"oil", 30}}},
      {"The study randomised 2480 women with itch to cream (10 mg a day) or placebo.",
       {{"cream", 0}, {"placebo", 0}}},
      {"The remaining 22 were randomised (11 to cream [CR], 11 to placebo [PL]).",
       {{"cream", 11}, {"placebo", 11}}},
      {"Pressure was 153 +/- 17 mmHg in the cream group (n = 117) and 157 +/- 17 mmHg in the oil group (n = "
       "113) "
       "after randomisation.",
       {{"cream group", 117}, {"oil group", 113}}},
      {"They were randomly divided into two groups: magnesium sulfate treatment (MST) group (n=64) and "
       "control "
       "group (n=64).",
       {{"magnesium sulfate treatment (MST) group", 64}, {"control group", 64}}},
      {"Subjects were randomly assigned in a 1:1 ratio to 15 mg/day of cream (N=26) or placebo (N=26).",
       {{"15 mg/day of cream", 26}, {"placebo", 26}}},
      {"Ninety-five patients were randomised. Forty-eight patients were enrolled in the cream group; 47 in "
       "the "
       "oil group.",
       {{"cream group", 48}, {"oil group", 47}}},
      {"Ninety-five patients were randomised. Itch stopped in 48 patients in the cream group and 20 in the "
       "oil "
       "group.",
       {}},
      {"Of 50 patients, 25 were randomly assigned to receive cream plus oil and the other 25 patients were "
       "given "
       "cream alone.",
       {{"cream plus oil", 25}, {"cream alone", 25}}},
      {"Group 2 (n = 12) and group 3 (n = 12) received cream.", {}},
      {"Patients were randomised in two groups.", {}},
      {"Patients were randomised to one of three doses or placebo.", {}},
      {"After randomisation responders (n = 12) and nonresponders (n = 14) in the cream group were compared.",
       {}},
  };
  for (const ArmCase& c : cases) {
    const Document document = document_of("A randomised trial", c.text);
    std::vector<std::pair<std::string, uint32_t>> arms;
    for (const StudyArm& arm : appraise(document).facts.arms) {
      arms.emplace_back(arm.name, arm.size);
      EXPECT_NE(arm.span.of(document.text).find(arm.name), std::string_view::npos) << c.text;
    }
    EXPECT_EQ(arms, c.arms) << c.text;
  }
}

TEST(Blinding, IsTheStrongestThatIsSaidOfTheStudy) {
  const std::pair<const char*, const char*> cases[] = {
      {"After an open-label run-in, a double-blind phase followed.", "double blind"},
      {"Patients were randomised; outcome assessors were blinded.", "assessor blind"},
      {"An open randomised comparison.", "open label"},
      {"Earlier double-blind trials were negative. Patients were randomised.", ""},
  };
  for (const auto& [text, blinding] : cases) {
    EXPECT_EQ(appraise(document_of("A randomised trial", text)).facts.blinding.value, blinding) << text;
  }
}

TEST(Methods, SayWhatTheAbstractDoesNot) {
  Document document;
  document.record.title = "A randomised trial of cream";
  TextBuilder builder;
  builder.set_title("A randomised trial of cream");
  builder.add_section(SectionKind::kAbstract, "", "Sixty patients were randomised to cream or oil.");
  builder.add_section(SectionKind::kBody, "Introduction", "Itch is common in Norway.");
  builder.add_section(
      SectionKind::kBody, "Methods",
      "This observer-blind trial was conducted in Denmark between May 2010 and June 2012. It was "
      "registered at ClinicalTrials.gov (NCT01020487).");
  std::move(builder).finish(document);
  document.depth = Depth::kFullText;
  const Appraisal appraisal = appraise(document);
  EXPECT_EQ(appraisal.facts.blinding.value, "assessor blind");
  EXPECT_EQ(appraisal.facts.blinding.span.of(document.text), "observer-blind");
  ASSERT_EQ(appraisal.facts.settings.size(), 1U);
  EXPECT_EQ(appraisal.facts.settings[0].span.of(document.text), "Denmark");
  EXPECT_EQ(appraisal.facts.period.span.of(document.text), "May 2010 and June 2012");
  EXPECT_EQ(appraisal.registrations, std::vector<std::string>{"NCT01020487"});
  EXPECT_EQ(appraisal.sample_size, 60U);
}

TEST(Setting, IsCentresPlacesAndCountries) {
  const Document document = document_of(
      "A randomised trial", "The trial was conducted in 12 general practices in Norway and in Denmark.");
  const Appraisal appraisal = appraise(document);
  std::vector<std::string> values;
  for (const StatedFact& fact : appraisal.facts.settings) {
    values.push_back(fact.value);
    EXPECT_FALSE(fact.span.of(document.text).empty());
  }
  EXPECT_EQ(values, (std::vector<std::string>{"12 general practices", "Denmark", "Norway"}));
  const Appraisal device = appraise(document_of(
      "A randomised trial",
      "Measurements were performed with a lamp (made by Lux in Japan). In India, itch is common."));
  EXPECT_TRUE(device.facts.settings.empty());
}

TEST(Period, IsOfTheStudyAndNotOfASearch) {
  const std::pair<const char*, const char*> cases[] = {
      {"Patients were randomised between May 1990 and June 1992.", "May 1990 and June 1992"},
      {"From 1 March to 30 June 2005 patients were randomised.", "1 March to 30 June 2005"},
      {"Patients seen during 1998-2000 were randomised.", "1998-2000"},
      {"Patients seen in the period 1978-1989 were randomised in four rounds (1978-1980).", "1978-1989"},
      {"Over the years 12 to 14 patients were randomised.", ""},
      {"Trials published from 1990 to 2000 disagree. Patients were randomised.", ""},
      {"Pain fell from 12 to 10. Patients were randomised in 1990 and followed.", ""},
  };
  for (const auto& [text, period] : cases) {
    const Document document = document_of("A randomised trial", text);
    const StatedFact fact = appraise(document).facts.period;
    EXPECT_EQ(fact.value, period) << text;
    EXPECT_EQ(fact.span.of(document.text), fact.value);
  }
}

TEST(Interests, AreQuotedFromSectionsSentencesAndTheRecord) {
  const Document sentence = document_of("A randomised trial",
                                        "Patients were randomised. The idea is supported by earlier work. "
                                        "This study was funded by the Skin Foundation. "
                                        "The authors declare that they have no competing interests.");
  const StudyFacts said = appraise(sentence).facts;
  ASSERT_EQ(said.funding.size(), 1u);
  EXPECT_EQ(said.funding[0].value, "This study was funded by the Skin Foundation.");
  EXPECT_EQ(said.funding[0].span.of(sentence.text), said.funding[0].value);
  ASSERT_EQ(said.conflicts.size(), 1u);

  Document headed = document_of("A randomised trial", "");
  TextBuilder builder;
  builder.set_title("A randomised trial");
  builder.add_section(SectionKind::kSupplement, "Funding", "Skin Foundation, grant 12.");
  std::move(builder).finish(headed);
  EXPECT_EQ(appraise(headed).facts.funding.at(0).value, "Skin Foundation, grant 12.");

  Document record = document_of("A randomised trial", "Patients were randomised.");
  record.record.grants = {"R01 1", "R01 2"};
  record.record.conflict_of_interest = "None declared.";
  EXPECT_EQ(appraise(record).facts.funding.at(0).value, "R01 1; R01 2");
  EXPECT_TRUE(appraise(record).facts.funding.at(0).span.empty());
  EXPECT_EQ(appraise(record).facts.conflicts.at(0).value, "None declared.");
}

TEST(StudyFactsOf, OpenLabelIsOfTheStudyAndNotOfWhatCameAfter) {
  struct OpenCase {
    const char* text;
    bool open;
  };
  const OpenCase cases[] = {
      {"In this randomized, double-blind trial 40 patients got cream or oil, with open-label cream as "
       "rescue.",
       false},
      {"Forty patients were randomised to cream or placebo for a year, followed by open-label cream.", false},
      {"After randomization 25 patients had cream and 25 placebo. An open-label extension followed.", false},
      {"In this open-label, randomised, parallel-group trial 40 patients received cream or oil.", true},
      {"Forty patients were randomised to open-label cream or usual care.", true},
  };
  for (const OpenCase& c : cases) {
    const Appraisal appraisal = appraise(document_of("Cream for itch", c.text));
    const auto& limits = appraisal.limits;
    EXPECT_EQ(std::find(limits.begin(), limits.end(), "open label") != limits.end(), c.open) << c.text;
    EXPECT_EQ(appraisal.facts.blinding.value == "open label", c.open) << c.text;
  }
}

TEST(StudyFactsOf, ConflictsAreKeptBesideInnocence) {
  const Appraisal paid = appraise(document_of(
      "Cream for itch",
      "Forty patients were randomised. J. Smith received consulting fees from Amgen. B. Lee holds stock in "
      "Amgen. C. Santi declares no conflict of interest."));
  ASSERT_EQ(paid.facts.conflicts.size(), 3U);
  EXPECT_EQ(paid.facts.conflicts[0].value, "J. Smith received consulting fees from Amgen.");
  for (const char* const says :
       {"Dr. Reed is a consultant to Carl Zeiss Meditec.", "The second author is an employee of Pfizer.",
        "M. Ruiz is employed by the Wyeth company."}) {
    const Appraisal one = appraise(document_of("Cream for itch", std::string("Cream was good. ") + says));
    ASSERT_EQ(one.facts.conflicts.size(), 1U) << says;
    EXPECT_EQ(one.facts.conflicts[0].value, says);
  }
  for (const char* const others : {"Forty men who were employees of a steel plant had itch.",
                                   "A nurse consultant to the ward was asked."})
    EXPECT_TRUE(appraise(document_of("Itch", others)).facts.conflicts.empty()) << others;
  const Appraisal none =
      appraise(document_of("Itch", "Cream was good. No outside funding supported this study."));
  ASSERT_EQ(none.facts.funding.size(), 1U);
}

TEST(StudyFactsOf, ArmsKeepTheirNamesBesideHowOftenTheyAreTaken) {
  struct NamesCase {
    const char* text;
    std::vector<std::string> names;
  };
  const NamesCase cases[] = {
      {"Eighty patients were randomised to cream 40 mg once daily or placebo.", {"cream 40 mg", "placebo"}},
      {"Patients were randomly allocated to receive 80 mg cream once a day, 20 mg oil once a day, or placebo "
       "for 8 "
       "weeks.",
       {"80 mg cream", "20 mg oil", "placebo"}},
      {"Eighty patients were randomised. Patients received either cream 40 mg once daily or oil 20 mg twice "
       "daily.",
       {"cream 40 mg", "oil 20 mg"}},
      {"Eighty patients were randomised to cream once daily or cream twice daily.",
       {"cream once daily", "cream twice daily"}},
      {"Eighty patients were randomised. Ten patients received oil or soap for their hair.", {}},
      {"Patients were randomly assigned to receive cream or placebo in blind fashion.", {"cream", "placebo"}},
  };
  for (const NamesCase& c : cases) {
    std::vector<std::string> names;
    for (const StudyArm& arm : appraise(document_of("Cream: a randomised trial", c.text)).facts.arms)
      names.push_back(arm.name);
    EXPECT_EQ(names, c.names) << c.text;
  }
}

}  // namespace
}  // namespace attest
