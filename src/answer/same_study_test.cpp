// Reports of one study and reviews that include it, each kind from a few small sources, and look-alikes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/audit.h"
#include "answer/build_answer.h"
#include "evidence/sources.h"
#include "reconcile/studies/same_study.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using Names = std::vector<std::pair<std::string, std::string>>;  // family, initials

const Names kTeam = {{"Ortega", "M"}, {"Lindqvist", "A"}, {"Baker", "TJ"}, {"Chen", "Y"}};
const Names kOthers = {{"Ortega", "P"}, {"Novak", "J"}, {"Silva", "R"}};

class SameStudy : public testing::Test {
 protected:
  AnswerSource& add(const std::string& title, const std::string& abstract, uint16_t year,
                    const Names& authors = {}) {
    AnswerSource source;
    source.id = "s" + std::to_string(evidence_.sources.size());
    TextBuilder text;
    text.set_title(title);
    text.add_section(SectionKind::kAbstract, "", abstract);
    std::move(text).finish(source.document);
    source.document.id = source.id;
    source.document.record.title = title;
    source.document.record.published.year = year;
    for (const auto& [family, initials] : authors) {
      Author author;
      author.family = family;
      author.given = initials;
      source.document.record.authors.push_back(author);
    }
    source.appraisal = appraise(source.document);
    evidence_.sources.push_back(std::move(source));
    return evidence_.sources.back();
  }

  // "s0=s1 s0~s2": who is tied to whom, '~' for probably.
  std::string ties() {
    group_same_studies(evidence_);
    std::string all;
    for (const AnswerSource& source : evidence_.sources) {
      for (const StudyLink& link : source.same_study) {
        EXPECT_FALSE(link.basis.empty());
        if (source.id < link.document) all += source.id + (link.certain ? "=" : "~") + link.document + " ";
      }
    }
    if (!all.empty()) all.pop_back();
    return all;
  }

  // "s0<s1": s1 includes s0; '?' for probably.
  std::string included() {
    group_same_studies(evidence_);
    std::string all;
    for (const AnswerSource& source : evidence_.sources) {
      for (const StudyLink& link : source.included_in)
        all += source.id + (link.certain ? "<" : "?") + link.document + " ";
    }
    if (!all.empty()) all.pop_back();
    return all;
  }

  Evidence evidence_;
};

constexpr const char* kTrial = "We randomly assigned 120 patients to cream or placebo. Pain fell.";

TEST_F(SameStudy, ACommonRegistrationNumberTiesForCertain) {
  add("Cream for fissure", std::string(kTrial) + " ClinicalTrials.gov number, NCT01234567.", 2011);
  add("Quality of life after cream", "Trial registration: NCT01234567. It rose.", 2014);
  add("Cream in the old", "Registered as NCT07654321. A randomised trial of 50 people.", 2014);
  EXPECT_EQ(ties(), "s0=s1");
}

TEST_F(SameStudy, AnotherKindOfTheDiseaseIsAnotherStudy) {
  const std::string text = "We randomly assigned 104 patients to cream or placebo for four weeks. Pain fell.";
  add("Cream for distal fissures of the heel: a randomised trial", text, 2010, kTeam);
  add("Cream for proximal fissures of the heel: a randomised trial", text, 2011, kTeam);
  EXPECT_EQ(ties(), "");
}

TEST_F(SameStudy, TheNumberOfAnotherTrialTiesNothing) {
  add("Cream for fissure", std::string(kTrial) + " ClinicalTrials.gov number, NCT01234567.", 2011);
  add("Ointment for fissure", "Unlike trial NCT01234567, ours was blinded. A randomised trial.", 2014);
  add("Sleep in fissure", "An ancillary study of the trial NCT01234567 in 40 patients.", 2015);
  add("Toxin for fissure", "A randomised trial. A larger trial (NCT01234567) is ongoing.", 2010);
  EXPECT_EQ(ties(), "");
}

TEST_F(SameStudy, APooledAnalysisDoesNotChainItsTrials) {
  add("Cream for fissure", std::string(kTrial) + " Trial registration: NCT01234567.", 2011);
  add("Cream for fissure again", "A randomised trial. Trial registration: NCT07654321.", 2012);
  add("Cream in two trials", "Data were pooled from two trials, registered as NCT01234567 and NCT07654321.",
      2015);
  EXPECT_EQ(ties(), "");
  EXPECT_EQ(included(), "s0<s2 s1<s2");
}

TEST_F(SameStudy, ATrialThatReportsTwoRegisteredTrialsIsNeither) {
  add("Cream for fissure", "A randomised trial. ClinicalTrials.gov number, NCT01234567.", 2011);
  add("Cream in north and south", "Registered as NCT01234567 and NCT07654321. Both were randomised trials.",
      2012);
  EXPECT_EQ(ties(), "");
  EXPECT_EQ(included(), "s0<s1");
}

TEST_F(SameStudy, NumbersOfTwoRegistriesInOneStatementAreOneTrial) {
  add("Cream for fissure", "A randomised trial. Trial registration: NCT01234567; EudraCT 2004-000446-20.",
      2011);
  add("Pain after cream", "EudraCT number: 2004-000446-20. A randomised trial.", 2012);
  add("Cost of cream", "A randomised trial. ClinicalTrials.gov number, NCT01234567.", 2013);
  EXPECT_EQ(ties(), "s0=s1 s0=s2 s1=s2");
}

TEST_F(SameStudy, TheSamePeopleTreatmentsAndNumbersProbablyTie) {
  add("Diltiazem cream for chronic anal fissure: a randomised trial", kTrial, 2011, kTeam);
  add("Quality of life with diltiazem cream for chronic anal fissure",
      "We randomly assigned 120 patients to cream or placebo. Quality of life rose.", 2013,
      {kTeam[0], kTeam[2], kTeam[3]});
  EXPECT_EQ(ties(), "s0~s1");
}

TEST_F(SameStudy, NamesakesOtherNumbersAndOtherSubjectsDoNot) {
  const std::string title = "Diltiazem cream for chronic anal fissure: a randomised trial";
  add(title, kTrial, 2011, kTeam);
  add(title, kTrial, 2012, kOthers);
  add(title, "We randomly assigned 84 patients to cream or placebo.", 2012, kTeam);
  add("Diltiazem cream for oesophageal spasm and pain: a randomised trial", kTrial, 2012, kTeam);
  add(title, kTrial, 2019, kTeam);
  EXPECT_EQ(ties(), "");
}

TEST_F(SameStudy, OtherRegistrationsKeepLookAlikesApart) {
  const std::string title = "Diltiazem cream for chronic anal fissure: a randomised trial";
  add(title, std::string(kTrial) + " Trial registration: NCT01234567.", 2011, kTeam);
  add(title, std::string(kTrial) + " Trial registration: NCT07654321.", 2012, kTeam);
  EXPECT_EQ(ties(), "");
  // Nor does a third report without a number, which looks like both, tie them.
  add(title, kTrial, 2012, kTeam);
  EXPECT_EQ(ties(), "s0~s2");
}

TEST_F(SameStudy, TwoCohortsOfOneFirstAuthorAreTwo) {
  add("Falls in older women: a cohort study", "We followed 400 women for two years in a cohort study.", 2010,
      kTeam);
  add("Fractures and diet in older men: a cohort study", "We followed 400 men in a cohort study.", 2010,
      kTeam);
  EXPECT_EQ(ties(), "");
}

TEST_F(SameStudy, StagesOfOneStudyMayCountOtherPeople) {
  const std::string subject = "Diltiazem cream for chronic anal fissure";
  add(subject + ": study protocol for a randomised trial", "We will randomly assign 200 patients.", 2009,
      kTeam);
  add(subject + ": a randomised trial", "We randomly assigned 180 patients to cream or placebo.", 2012,
      kTeam);
  add(subject + ": five-year follow-up of a randomised trial",
      "We randomly assigned patients; 90 patients were seen after five years.", 2016, kTeam);
  EXPECT_EQ(ties(), "s0~s1 s0~s2 s1~s2");
}

TEST_F(SameStudy, AnInterimReportAndAMeetingComeBeforeTheFullReport) {
  const std::string subject = "Diltiazem cream for chronic anal fissure";
  add(subject + ": interim results", "We randomly assigned 60 patients to cream or placebo.", 2009, kTeam);
  add(subject, "We randomly assigned 70 patients to cream or placebo.", 2010, kTeam)
      .document.record.publication_types = {{"Meeting Abstract", ""}};
  add(subject, "We randomly assigned 180 patients to cream or placebo.", 2012, kTeam);
  EXPECT_THAT(ties(), HasSubstr("s0~s2"));
  EXPECT_THAT(ties(), HasSubstr("s1~s2"));
}

TEST_F(SameStudy, ChildrenOfFiveYearsAreNoFollowUp) {
  const std::string subject = "Diltiazem cream for chronic anal fissure in ";
  add(subject + "five-year-old children", "We randomly assigned 60 patients to cream.", 2012, kTeam);
  add(subject + "adults", "We randomly assigned 90 patients to cream.", 2010, kTeam);
  EXPECT_EQ(ties(), "");
}

TEST_F(SameStudy, AReviewThatIncludesATrialIsLinkedAndNotGrouped) {
  add("Cream for fissure", std::string(kTrial) + " Trial registration: NCT01234567.", 2011, kTeam);
  add("Ointment for fissure", "A randomised trial of 60 patients.", 2013, {{"Farid", "A"}});
  add("Toxin for fissure", "A randomised trial of 60 patients.", 2014, {{"Nowak", "A"}});
  add("Creams for fissure: a systematic review",
      "Of two trials, one (NCT01234567) was large; the other (Farid et al. 2013) was small.", 2016);
  EXPECT_EQ(included(), "s0<s3 s1?s3");
  EXPECT_EQ(ties(), "");
}

TEST_F(SameStudy, ANameOfTwoTrialsOrOfAMonthIncludesNeither) {
  add("Ointment for fissure", "A randomised trial of 60 patients.", 2013, {{"Farid", "A"}});
  add("Surgery for fissure", "A randomised trial of 90 patients.", 2013, {{"Farid", "B"}});
  add("Toxin for fissure", "A randomised trial of 40 patients.", 2014, {{"May", "B"}});
  add("Creams for fissure: a systematic review", "Searched in May 2014. One trial (Farid 2013) was small.",
      2016);
  EXPECT_EQ(included(), "");
}

TEST_F(SameStudy, AReviewMayNameTwoAuthors) {
  add("Ointment for fissure", "A randomised trial of 60 patients.", 2013, {{"Farid", "A"}});
  add("Toxin for fissure", "A randomised trial of 40 patients.", 2014, {{"van der Berg", "B"}});
  add("Surgery for fissure", "A randomised trial of 90 patients.", 2015, {{"Silva", "C"}});
  add("Creams for fissure: a systematic review",
      "We read Farid and Smith 2013; van der Berg & Li, 2014; and Silva 2015a.", 2016);
  EXPECT_EQ(included(), "s0?s3 s1?s3");
}

TEST_F(SameStudy, ReferencesOfAReviewTellWhatItIncludes) {
  add("Ointment for fissure", "A randomised trial of 60 patients.", 2013).document.record.pmid = "90000001";
  add("Creams for fissure: a systematic review", "There was one trial.", 2016).document.record.references = {
      {"B1", "90000001", "", ""}};
  EXPECT_EQ(included(), "s0?s1");
}

TEST_F(SameStudy, OfThreeReportsTheAnswerSaysWhichIsProbablyOne) {
  const std::string subject = "Diltiazem cream for chronic anal fissure";
  add(subject + ": a randomised trial", std::string(kTrial) + " Trial registration: NCT01234567.", 2011,
      kTeam);
  add("Cost of cream", "Registered as NCT01234567. A randomised trial.", 2012, {{"Weiss", "K"}});
  add(subject + " and quality of life", kTrial, 2013, {kTeam[1], kTeam[0], kTeam[2]});
  EXPECT_EQ(ties(), "s0=s1 s0~s2 s1~s2");
  EXPECT_EQ(evidence_.sources[1].same_study[1].basis, "through s0: authors, people and treatments agree");
  const std::vector<Check> checks = audit_sources(evidence_, {0, 2});
  ASSERT_THAT(checks, SizeIs(1));
  EXPECT_EQ(checks[0].kind, "same study");
  EXPECT_THAT(checks[0].statement.text, HasSubstr("Ortega 2011 and Weiss 2012 report the same study"));
  EXPECT_THAT(checks[0].statement.text, HasSubstr("Lindqvist 2013 probably too: counted once."));
}

TEST_F(SameStudy, AReviewIsNoSecondSourceBesideItsTrial) {
  add("Ointment for fissure", "A randomised trial of 60 patients.", 2013, {{"Farid", "A"}});
  add("Creams for fissure: a systematic review", "One trial (Farid 2013) was small.", 2016, {{"Weiss", "K"}});
  EXPECT_EQ(included(), "s0?s1");
  const std::vector<Check> checks = audit_sources(evidence_, {0, 1});
  ASSERT_THAT(checks, SizeIs(1));
  EXPECT_EQ(checks[0].kind, "included study");
  EXPECT_EQ(checks[0].statement.text,
            "Farid 2013 is probably also in the review Weiss 2016: no second source beside it.");
  EXPECT_THAT(audit_sources(evidence_, {0}), IsEmpty());
}

TEST_F(SameStudy, TitlesThatNameOtherPlacesPeopleWaysOrDosesAreOtherTrials) {
  const auto apart = [&](const std::string& one, const std::string& other) {
    evidence_.sources.clear();
    add(one + ": a randomised trial", kTrial, 2011, kTeam);
    add(other + ": a randomised trial", kTrial, 2012, kTeam);
    EXPECT_EQ(ties(), "") << one << "; " << other;
  };
  apart("Cream for pain after total knee replacement", "Cream for pain after total hip replacement");
  apart("Cream for sore feet and pain in men", "Cream for sore feet and pain in women");
  apart("Cream for pain in type 1 diabetes", "Cream for pain in type 2 diabetes");
  apart("Cream 200 ug/kg for anal fissure", "Cream 400 ug/kg for anal fissure");
  apart("Intrathecal cream for caesarean section", "Intravenous cream for caesarean section");
  apart("Cream for anal fissure in children", "Cream for anal fissure in adults");
  evidence_.sources.clear();
  add("Cream for anal fissure: one-year results of a randomised trial", kTrial, 2011, kTeam);
  add("Cream for anal fissure in 120 patients: 5 year results of a randomised trial", kTrial, 2013, kTeam);
  EXPECT_EQ(ties(), "s0~s1");
}

TEST_F(SameStudy, APreliminaryStudyOfFewerIsAnother) {
  add("Preliminary study of cream for anal fissure", "We randomly assigned 40 patients to cream or placebo.",
      2009, kTeam);
  add("Cream for anal fissure: a trial", "We randomly assigned 378 new patients to cream or placebo.", 2012,
      kTeam);
  EXPECT_EQ(ties(), "");
}

TEST_F(SameStudy, NumbersOfTwoRegistriesDoNotTellReportsApart) {
  add("Cream for anal fissure: a randomised trial",
      std::string(kTrial) + " Trial registration: ISRCTN12345678.", 2011, kTeam);
  add("Cream for anal fissure: a randomised trial", std::string(kTrial) + " Trial registration: NCT01234567.",
      2012, kTeam);
  EXPECT_EQ(ties(), "s0~s1");
}

TEST_F(SameStudy, PartsUnderOneNumberCountByThemselves) {
  AnswerSource& one = add(
      "Cream and toxin for fissure",
      "We randomly assigned 900 patients to cream and toxin or placebo. Registered as NCT01234567.", 2011);
  one.title_interventions = {{"cream", "cream", {}, false}, {"toxin", "toxin", {}, false}};
  AnswerSource& other =
      add("Cream for fissure",
          "We randomly assigned 500 patients to cream or placebo. Registered as NCT01234567.", 2013);
  other.title_interventions = {{"cream", "cream", {}, false}};
  EXPECT_EQ(ties(), "s0~s1");
  EXPECT_NE(evidence_.sources[0].study, evidence_.sources[1].study);
  EXPECT_THAT(audit_sources(evidence_, {0, 1}), IsEmpty());
}

TEST_F(SameStudy, AllAuthorsAndUnevenArmsTieOtherWords) {
  const std::string abstract = "We randomly assigned 3270 women to cream (n = 1634) or placebo (n = 1636).";
  add("Cream to prevent fissures: a randomised trial", abstract, 2013, kTeam);
  add("Ointment and other tears: three years of supplies", abstract, 2015, kTeam);
  evidence_.sources[0].title_interventions = {{"cream", "cream", {}, false}};
  evidence_.sources[1].title_interventions = {{"ointment", "ointment", {}, false}};
  EXPECT_EQ(ties(), "s0~s1");
  evidence_.sources.clear();
  const std::string even = "We randomly assigned 60 women to cream (n = 30) or placebo (n = 30).";
  add("Cream to prevent fissures: a randomised trial", even, 2013, kTeam);
  add("Ointment and other tears: a randomised trial", even, 2015, kTeam);
  EXPECT_EQ(ties(), "");
}

TEST_F(SameStudy, TheScopeCountsStudies) {
  add("Cream for fissure", std::string(kTrial) + " Trial registration: NCT01234567.", 2011);
  add("Cost of cream", "Registered as NCT01234567. A randomised trial.", 2012);
  add("Toxin for fissure: a randomised trial", "Registered as NCT07654321.", 2012);
  group_same_studies(evidence_);
  evidence_.vocabulary = std::make_shared<Vocabulary>();
  EXPECT_EQ(build_answer(evidence_).scope,
            "2 sources on this (3 reports; those of one study counted once): 2 randomised trials");
}

TEST_F(SameStudy, AReviewFromTwoListsIsOne) {
  const char* const review = "We searched MEDLINE. Seven trials with 665 patients were included.";
  add("Intravenous magnesium for attacks of asthma: a systematic review", review, 0);
  add("Intravenous magnesium for attacks of asthma: a systematic review.", review, 0);
  add("Intravenous magnesium for attacks of asthma: a systematic review",
      "We searched MEDLINE. Nine trials with 910 patients were included.", 0);
  EXPECT_EQ(ties(), "s0~s1");
}

TEST_F(SameStudy, WhatAReviewExcludedItDoesNotInclude) {
  add("Cream for fissure: a randomised trial", kTrial, 2003, {{"Strand", "A"}});
  add("Creams for fissure: a systematic review",
      "We searched MEDLINE. We included Lee 2001. We excluded Strand 2003 because allocation was open.", 2008,
      {{"Novak", "J"}});
  EXPECT_EQ(included(), "");
}

// Other authors report another part of the trial that both titles name.
TEST_F(SameStudy, ATrialIsKnownByItsName) {
  const auto add_named = [&](const std::string& title, const Names& authors,
                             const char* given) -> AnswerSource& {
    AnswerSource& source = add(title, "Patients were randomised to zinc or placebo.", 2003, authors);
    source.appraisal.design = StudyDesign::kRandomisedTrial;
    Mention mention;
    mention.id = mention.name = given;
    source.title_interventions = {mention};
    return source;
  };
  add_named("Zinc in heart failure: the COMET trial", kTeam, "zinc");
  add_named("Quality of life with zinc in the COMET trial", kOthers, "zinc");
  add_named("Sleep with iron in the COMET trial", {{"Weber", "K"}, {"Rossi", "L"}}, "iron");
  add_named("Zinc in the COMET II trial", {{"Young", "K"}, {"Adams", "L"}}, "zinc");
  EXPECT_EQ(ties(), "s0~s1");
}

// Two copies of one abstract, one of them without authors, year or numbers.
TEST_F(SameStudy, TheSameResultInTheSameWordsIsOfOneStudy) {
  const auto add_result = [&](const std::string& title, const std::string& sentence, uint16_t year) {
    AnswerSource& source = add(title, sentence, year);
    source.appraisal.design = StudyDesign::kRandomisedTrial;
    Finding finding;
    finding.sentence = {static_cast<uint32_t>(source.document.text.find(sentence)),
                        static_cast<uint32_t>(source.document.text.find(sentence) + sentence.size())};
    source.findings = {finding};
  };
  const std::string result =
      "Death occurred in 25 of 100 patients with zinc and in 40 of 100 patients with placebo (P = 0.02).";
  add_result("Zinc in septic shock", result, 2003);
  add_result("Zinc in septic shock: a trial2734", result, 0);
  add_result("Zinc in septic shock again", result, 2009);
  add_result("Zinc for septic shock",
             "Zinc was given to all patients who had been admitted in 2003 or in 2004.", 0);
  EXPECT_EQ(ties(), "s0~s1 s0~s2 s1~s2");
}

}  // namespace
}  // namespace attest
