// A design needs its sign: a trial that chance decided, a report somebody whom it reports on, people who are
// people.
#include <gtest/gtest.h>

#include "appraise/appraisal.h"
#include "appraise/appraise_test_support.h"
#include "appraise/study_design.h"

namespace attest {
namespace {

using test::document_of;

struct SignCase {
  const char* title;
  const char* text;
};

StudyDesign design_of(const SignCase& c) { return judge_design(document_of(c.title, c.text)).design; }

TEST(DesignSigns, NoTrialByPlaceboCrossoverOrOneBlindSideAlone) {
  const SignCase none[] = {
      {"Cream with and without oil",
       "This open-label, crossover study compared cream alone with cream and "
       "oil in 13 healthy volunteers. Between periods there was a washout."},
      {"Cream in two countries",
       "The study was single-blind and compared two creams in patients of two "
       "countries. Patients received either thick or thin cream."},
      {"Patients screened for the cream study",
       "In the trial of cream versus placebo in patients with itch, "
       "survival was determined in all patients screened."},
      {"Tests of itch",
       "Forty patients with itch were given three creams. They were tested in a single-blind, "
       "placebo-controlled fashion, and compared by the creams that helped."},
      {"Skin density", "The skin density of 100 women was read by a blinded observer."},
      {"Skin cells in wheat itch",
       "We took biopsies of 22 patients with wheat itch, which was diagnosed by "
       "double-blind placebo-controlled wheat challenge."},
  };
  for (const SignCase& c : none) EXPECT_NE(design_of(c), StudyDesign::kRandomisedTrial) << c.title;
  const SignCase trials[] = {
      {"Cream for itch", "In a double-blind crossover study 20 patients received cream and placebo."},
      {"Cream for itch", "Patients with itch were given cream or oil in random order."},
      {"Cream for itch", "We carried out a placebo-controlled trial of cream in 40 patients."},
  };
  for (const SignCase& c : trials) EXPECT_EQ(design_of(c), StudyDesign::kRandomisedTrial) << c.text;
}

TEST(DesignSigns, AReviewThatRetellsTrialsIsNone) {
  const SignCase retold[] = {
      {"Creams: new data",
       "In the MOIST trial, which studied patients with itch, cream reduced itch when "
       "compared with placebo in a randomised comparison. In the GREASE trial cream did "
       "not reduce itch."},
      {"Cream before bathing",
       "The best treatment is debated. The Moisture Study (MOIST) is currently "
       "ongoing as a randomized controlled trial. In this study, patients who bathe "
       "are randomized to cream versus best care."},
      {"Guidance on creams",
       "Only one cream has ever been tested in a randomized trial. Patients ask for it."},
  };
  for (const SignCase& c : retold) {
    EXPECT_NE(design_of(c), StudyDesign::kRandomisedTrial) << c.title;
    EXPECT_TRUE(appraise(document_of(c.title, c.text)).facts.arms.empty()) << c.title;
  }
  EXPECT_EQ(
      design_of({"Creams for people with itch",
                 "To evaluate creams. We conducted a systematic search of 26 databases. We included all "
                 "randomised trials comparing any cream with oil. We independently selected studies."}),
      StudyDesign::kSystematicReview);
}

TEST(DesignSigns, AReportOfACaseTellsOfSomebody) {
  const char* const body =
      "Lipids were isolated from sputum and characterised by chromatography. Phosphatidylcholine was the "
      "most "
      "abundant lipid. The mean concentration was higher than in saliva.";
  for (const char* const title :
       {"Lipid composition of sputum in cystic fibrosis.", "Lipid composition of sputum in asthma."}) {
    const Appraisal appraisal = appraise(document_of(title, body));
    EXPECT_EQ(appraisal.design, StudyDesign::kUnclear) << title;
    EXPECT_FALSE(has_results_in_people(appraisal)) << title;
  }
  EXPECT_NE(design_of({"Treatment of itch",
                       "We describe a system for cream. In the case of oil, the patient's "
                       "wishes count. Dose is discussed."}),
            StudyDesign::kCaseReport);
  EXPECT_EQ(design_of({"Itch after cream",
                       "We describe a patient with itch after cream. She was well again "
                       "when it was stopped."}),
            StudyDesign::kCaseReport);
  EXPECT_EQ(appraise(document_of("Cream for itch: report of 82 cases", "We treated 82 patients with cream."))
                .design,
            StudyDesign::kCaseSeries);
}

TEST(DesignSigns, BenchWordsInATextAboutPatientsMakeNoLaboratoryStudy) {
  EXPECT_NE(
      design_of({"Short use of cream in itch",
                 "Cream kills fungi in vitro. Satisfactory biopsies were obtained from 119 patients before "
                 "and after 4 weeks of cream, oil or placebo. Cream reduced fungi."}),
      StudyDesign::kLaboratory);
}

TEST(DesignSigns, PatientsOfVeterinarySurgeonsAreAnimals) {
  const SignCase animals[] = {
      {"Feline itch: randomised trial", "Thirty cats were randomised to cream or placebo. Itch fell."},
      {"Itch in a cat",
       "A fourteen-year-old Persian cat was referred because of itch. He was treated with "
       "cream and followed for a year."},
      {"Itch in a dog", "We report a case of itch in a 7-year-old Labrador treated with cream."},
      {"Cream for ponies",
       "Forty ponies were randomly assigned to cream or placebo. Two patients had a rash."},
      {"Equine itch", "We compared 20 horses with itch and 3 without. All patients had cream."},
  };
  for (const SignCase& c : animals) {
    EXPECT_EQ(design_of(c), StudyDesign::kAnimal) << c.title;
    EXPECT_FALSE(has_results_in_people(appraise(document_of(c.title, c.text)))) << c.title;
  }
  const SignCase people[] = {
      {"Cat allergy: a randomised trial",
       "Forty patients with allergy to cats were randomised to cream or "
       "placebo. All had a cat."},
      {"Scabies in owners",
       "Twelve patients whose dogs were treated had scabies. They were randomised to "
       "cream or oil, women and men alike."},
  };
  for (const SignCase& c : people) EXPECT_EQ(design_of(c), StudyDesign::kRandomisedTrial) << c.title;
}

}  // namespace
}  // namespace attest
