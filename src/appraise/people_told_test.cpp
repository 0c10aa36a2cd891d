// How many people a study is of, in the ways in which abstracts tell it.
#include <gtest/gtest.h>

#include "appraise/appraisal.h"
#include "appraise/appraise_test_support.h"

namespace attest {
namespace {

using test::document_of;

struct PeopleCase {
  const char* title;
  const char* text;
  uint32_t people;
};

void expect_people(const PeopleCase& c) {
  EXPECT_EQ(appraise(document_of(c.title, c.text)).sample_size, c.people) << c.text;
}

TEST(PeopleTold, GroupsToldOneAfterTheOther) {
  const PeopleCase cases[] = {
      {"Hair cortisol: a study of veterans and their offspring",
       "In a cross-sectional study 31 male veterans with the disorder and 28 without and 69 adult offspring "
       "were "
       "studied.",
       128},
      {"Prevalence of hypothyroidism in a nursing home",
       "To determine the prevalence in a survey, we screened 434 male and 137 female residents for "
       "dysfunction.",
       571},
      {"Phenytoin in abscess cavities: a cohort",
       "Phenytoin application in 20 patients compared with conventional treatment in 20 patients resulted in "
       "earlier healing.",
       40},
      {"Polymorphism and lung cancer: case-control study",
       "We performed an analysis of 307 patients with lung cancer and an equal number of age-matched "
       "controls.",
       614},
      {"Magnesium in hypertension: case-control study",
       "Magnesium was measured in 30 normotensive control subjects (12 men and 18 women) and 30 patients "
       "with "
       "untreated hypertension (14 men and 16 women).",
       60},
      {"Sodium reduction: follow-up of two randomised trials",
       "744 participants in TOHP I and 2382 in TOHP II were randomised to a sodium reduction intervention or "
       "control.",
       3126},
      {"Captopril in nephropathy: cohort study",
       "We used the results of a trial that compared captopril (207 patients) with placebo (202 patients).",
       409},
      {"Pain in spinal cord injuries: a survey",
       "The participants were 471 persons aged 18 years or older. There were 2 separate samples (n = 308 and "
       "n = "
       "163).",
       471},
      {"Repaglinide: a randomised trial",
       "Patients with diabetes (n = 256; age 40-75 years, women 45%) were included in this comparative "
       "trial.",
       256},
      {"Infusions in bleeding ulcers: a randomised trial",
       "In two parallel studies, 20 patients with duodenal ulcers and 20 patients with gastric ulcers were "
       "randomly "
       "assigned to receive either drug.",
       40},
      {"Psychotic episodes: a cohort study",
       "This was a retrospective study of 18 consecutive adults with episodes (study group) and 36 patients "
       "without "
       "them (control group).",
       54},
      {"Perforations: a cohort study",
       "Sampling was performed in 63 patients with perforated ulcers, and the results compared with those in "
       "175 "
       "patients with other perforations.",
       238},
      {"Reaction in lymphoma. A case report and review of the literature.",
       "A case in a 31-year-old woman is reported. Features are similar to 19 other reported cases.", 0},
      {"Low-dose combination: a randomised trial",
       "In subjects (n = 541) with high pressure data from two randomised studies were pooled.", 541},
  };
  for (const PeopleCase& c : cases) expect_people(c);
}

TEST(PeopleTold, PartsAreNoFurtherGroups) {
  const PeopleCase cases[] = {
      {"Adhesiolysis: a randomised trial",
       "Of 116 patients enrolled for laparoscopy, 100 were randomly allocated to adhesiolysis or no "
       "treatment.",
       100},
      {"Manometry: a cohort study", "Thirty-two patients, 17 with prior cholecystectomies, were studied.",
       32},
      {"Cream for itch: a cohort study", "Forty patients, 12 men and 28 women, were studied.", 40},
  };
  for (const PeopleCase& c : cases) expect_people(c);
}

TEST(PeopleTold, WhoCameIsWhoWasStudied) {
  const PeopleCase cases[] = {
      {"Manometry of dysphagia: a cohort study",
       "We compared these 2 techniques in 30 patients referred for the evaluation of dysphagia.", 30},
      {"Poisoning: a retrospective study",
       "The 7000 poisoning cases referred to the hospital over six months were evaluated. Patients were "
       "discharged.",
       7000},
      {"Cream for itch: a cohort study", "Of 90 patients referred for itch, 40 were enrolled.", 40},
  };
  for (const PeopleCase& c : cases) expect_people(c);
}

TEST(PeopleTold, AllWhoWereRandomisedToTherapy) {
  const PeopleCase cases[] = {
      {"Cream for itch: a randomised trial",
       "Of 220 patients randomized to therapy, 208 were available for a modified intent-to-treat analysis. "
       "Redness was present in 125 patients; 35 patients were positive.",
       220},
      {"Fatigue: a systematic review",
       "It is experienced by two thirds of the estimated 60,000 people with sclerosis. Four trials involving "
       "a "
       "total of 236 people were found.",
       236},
      {"Slices of skin: a cohort study", "Slices of skin were used as substrates for 2 sera.", 0},
  };
  for (const PeopleCase& c : cases) expect_people(c);
}

TEST(PeopleTold, TheFirstPeopleCountedWhereNoLaterCountIsLarger) {
  const PeopleCase told[] = {
      {"Microinvasion: a cohort study",
       "Between 1965 and 1988, 41 patients with microinvasion were seen at the center. Thirty-three patients "
       "underwent dissection.",
       41},
      {"Pain after surgery: a randomised trial",
       "In a double blind, randomized study, sixteen male patients with liver cancer were observed.", 16},
      {"Menstrual migraine: a randomised trial",
       "Patients were randomly given the tablet or placebo. The 349 women with migraine had 2 attacks.", 349},
      {"Preference in pain: a cohort study", "The study involved 39 migraineurs.", 39},
  };
  for (const PeopleCase& c : told) expect_people(c);
  const PeopleCase parts[] = {
      {"Cream for itch: a cohort study", "The notes were scored by 5 nurses.", 0},
      {"Cream for itch: a cohort study", "With the exception of seven patients, all were well.", 0},
      {"Radiotherapy in a country: a cohort study",
       "Each center received a mean of 958 new patients annually.", 0},
      {"Varicose veins: a cohort study", "Patients with varicose veins (144 females, 19 males) were seen.",
       0},
      {"Linkage: a cohort study", "Linkage was sought in 145 families.", 0},
  };
  for (const PeopleCase& c : parts) expect_people(c);
}

}  // namespace
}  // namespace attest
