// Which thing a sentence gives which line, where it names several.
#include <gtest/gtest.h>

#include "findings/extract.h"

namespace attest {
namespace {

class LineStatementsTest : public testing::Test {
 protected:
  LineStatementsTest() {
    add("ssris", "SSRIs", {"SSRI", "selective serotonin reuptake inhibitors"});
    for (const char* const one : {"sertraline", "citalopram", "fluoxetine"})
      add(one, one, {one}, {"t:ssris"});
    add("antibiotics", "antibiotics", {"antibiotic"});
    for (const char* const one : {"amoxicillin", "doxycycline"}) add(one, one, {one}, {"t:antibiotics"});
    for (const char* const one : {"metformin", "gliclazide", "insulin", "surgery"}) add(one, one, {one});
  }
  void add(const std::string& id, const std::string& name, std::vector<std::string> names,
           std::vector<std::string> parents = {}) {
    names.push_back(name);
    vocabulary_.add({"t:" + id, name, "", ConceptRole::kIntervention, false, std::move(parents)}, names,
                    stemmer_);
  }
  Finding read(const std::string& sentence, StudyDesign design) {
    Document document;
    document.text = sentence;
    Appraisal appraisal;
    appraisal.design = design;
    const SentenceContext context{&document, &appraisal, 0, "", 2, {}, {}};
    return extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
  }
  int line(const std::string& sentence, const std::string& id) {
    return line_said_of(read(sentence, StudyDesign::kGuideline), "t:" + id);
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
};

TEST_F(LineStatementsTest, WhatIsTriedFirstIsFirst) {
  for (const char* const sentence :
       {"Metformin should be tried first.", "Treatment starts with metformin.",
        "Treatment should start with metformin.", "Metformin is the choice as a first line agent.",
        "Metformin is the initial therapy of choice.", "The reference treatment for diabetes is metformin.",
        "In practice, metformin remains the reference treatment.", "Step 1: metformin.",
        "Metformin is considered a cornerstone in type 2 diabetes treatment.",
        "Metformin is the cornerstone treatment for all stages.", "Metformin is the backbone of treatment.",
        "The guidelines recommend metformin monotherapy for first line use in diabetes.",
        "As first strategy, the Task Force recommends metformin."})
    EXPECT_EQ(line(sentence, "metformin"), 1) << sentence;
}

TEST_F(LineStatementsTest, WhatWasTriedOrFailedIsNotFirst) {
  for (const char* const sentence :
       {"In the past, drugs such as metformin have been the mainstay treatment.",
        "Until recently, metformin has been the first-line drug.", "Metformin was tried first.",
        "If metformin is tried first, fewer patients need insulin.",
        "Insulin is given when metformin, tried first, has failed.",
        "In 2004 the country chose metformin as the first-line treatment.",
        "Insulin helps patients who have seizures despite treatment with a first-line metformin.",
        "There is no agreement on those in remission following first-line metformin.",
        "It is unclear whether metformin should be tried first.", "Metformin should not be tried first."})
    EXPECT_NE(line(sentence, "metformin"), 1) << sentence;
  EXPECT_EQ(line("Insulin helps despite treatment with a first-line metformin.", "metformin"), 0);
}

TEST_F(LineStatementsTest, AKindBehindTheCueIsNotWhatItNames) {
  EXPECT_EQ(line("Amoxicillin is the first-line antibiotic.", "amoxicillin"), 1);
  EXPECT_EQ(line("Amoxicillin is the first-line antibiotic.", "antibiotics"), 0);
  EXPECT_EQ(
      line("In contrast to agents such as gliclazide, harm is rare during metformin administration and it "
           "can be recommended as first-line treatment.",
           "gliclazide"),
      0);
}

TEST_F(LineStatementsTest, ABracketEndsNoListOfEquals) {
  const std::string sentence = "Sertraline (SSRI), citalopram (20 mg) or fluoxetine are first-line.";
  for (const char* const one : {"sertraline", "citalopram", "fluoxetine"})
    EXPECT_EQ(line(sentence, one), 1) << one;
  EXPECT_EQ(line(sentence, "ssris"), 0);
}

TEST_F(LineStatementsTest, EachCueIsSaidOfItsOwn) {
  const std::string sentence =
      "Metformin is first-line, gliclazide second-line and insulin is reserved for failure.";
  EXPECT_EQ(line(sentence, "metformin"), 1);
  EXPECT_EQ(line(sentence, "gliclazide"), 2);
  EXPECT_EQ(line(sentence, "insulin"), 3);
  const std::string other =
      "Metformin or gliclazide is the first-line treatment, while insulin is second-line.";
  EXPECT_EQ(line(other, "metformin"), 1);
  EXPECT_EQ(line(other, "gliclazide"), 1);
  EXPECT_EQ(line(other, "insulin"), 2);
  const std::string turned =
      "First-line drugs are metformin and gliclazide, and second-line treatment is insulin.";
  EXPECT_EQ(line(turned, "metformin"), 1);
  EXPECT_EQ(line(turned, "gliclazide"), 1);
  EXPECT_EQ(line(turned, "insulin"), 2);
}

TEST_F(LineStatementsTest, AListOfOneLineIsNotParted) {
  const std::string sentence = "Metformin, gliclazide and insulin are second-line drugs.";
  for (const char* const one : {"metformin", "gliclazide", "insulin"})
    EXPECT_EQ(line(sentence, one), 2) << one;
}

TEST_F(LineStatementsTest, OfAClassThatIsNamedWithItsMembersTheMembersAreMeant) {
  for (const char* const sentence :
       {"The first-line antibiotic is amoxicillin.",
        "Antibiotics such as amoxicillin are first-line treatment.",
        "First-line treatment is an antibiotic, e.g. amoxicillin.",
        "Antibiotics (amoxicillin, doxycycline) are the first-line treatment."}) {
    EXPECT_EQ(line(sentence, "amoxicillin"), 1) << sentence;
    EXPECT_EQ(line(sentence, "antibiotics"), 0) << sentence;
  }
  EXPECT_EQ(line("Antibiotics are the first-line treatment.", "antibiotics"), 1);
  EXPECT_EQ(line("Antibiotics (metformin in diabetes) are the first-line treatment.", "metformin"), 0);
  EXPECT_EQ(line("SSRIs are first-line, and surgery is a last resort.", "ssris"), 1);
}

TEST_F(LineStatementsTest, AVerbBetweenNameAndCueMayBeInAClauseOfItsOwn) {
  EXPECT_EQ(
      line("Metformin is only effective at rest and therefore should only be used as a second-line agent.",
           "metformin"),
      2);
  EXPECT_EQ(line("Metformin works slowly, so it should only be used as a second-line agent in diabetes.",
                 "metformin"),
            2);
}

// How two lines compare gives neither to a treatment.
TEST_F(LineStatementsTest, AComparisonOfLinesRanksNothing) {
  for (const char* const sentence :
       {"Metformin was more effective when used as second-line therapy rather than when used as first-line "
        "therapy.",
        "Metformin did better as first-line than as second-line treatment.",
        "Response to metformin was higher in first-line compared with second-line therapy."})
    EXPECT_EQ(line(sentence, "metformin"), 0) << sentence;
  EXPECT_EQ(line("Metformin rather than insulin is the first-line treatment.", "metformin"), 1);
}

TEST_F(LineStatementsTest, WhoMayEnterAStudyRanksNothing) {
  for (const char* const sentence :
       {"Exclusion criteria were inadequate response to metformin; current use of gliclazide as first-line.",
        "Adults were eligible if they had failed metformin and should have insulin.",
        "Inclusion criteria: fluoxetine 20 mg daily is recommended."}) {
    const Finding finding = read(sentence, StudyDesign::kRandomisedTrial);
    EXPECT_EQ(finding.kind, FindingKind::kMethod) << sentence;
    EXPECT_TRUE(finding.trigger.empty() && finding.lines.empty() && finding.advice.empty()) << sentence;
    EXPECT_TRUE(finding.dose_of.empty()) << sentence;
  }
  // A guideline tells so whom to treat, and figures make a result of it.
  EXPECT_EQ(line("Patients are eligible if metformin failed; insulin is second-line.", "insulin"), 2);
  EXPECT_NE(read("Of 60 adults who were eligible, 30 (50%) improved on insulin.", StudyDesign::kCohort).kind,
            FindingKind::kMethod);
}

}  // namespace
}  // namespace attest
