// The size of a study whose groups are counted: the groups together, none of them twice.
#include <gtest/gtest.h>

#include "appraise/appraisal.h"
#include "appraise/appraise_test_support.h"

namespace attest {
namespace {

using test::document_of;

struct GroupCase {
  const char* text;
  uint32_t people;
};

TEST(GroupSums, CountNobodyTwice) {
  const GroupCase cases[] = {
      {"Randomised trial. Of 300 patients assigned to active treatment, 150 were assigned to cream and 150 "
       "to "
       "oil; 150 were assigned to placebo.",
       450},
      {"Randomised controlled trial. 20 clinics in England. 1148 patients with itch (mean age 56 years). Of "
       "the 758 patients allocated "
       "to "
       "intensive care of the skin, 400 were allocated to cream and 358 to oil. 390 patients were allocated "
       "to "
       "usual care.",
       1148},
      {"Of 134 patients randomised, 69 were assigned to cream and 65 to oil.", 134},
      {"In a randomised trial 60 patients were assigned to cream and 62 to oil.", 122},
  };
  for (const GroupCase& c : cases) {
    const Appraisal appraisal = appraise(document_of("Cream and oil: a randomised trial", c.text));
    EXPECT_EQ(appraisal.sample_size, c.people) << c.text;
  }
  // The whole of two arms is no arm, and two parts of one arm are not all arms.
  EXPECT_TRUE(appraise(document_of("Cream and oil: a randomised trial", cases[1].text)).facts.arms.empty());
  for (const StudyArm& arm :
       appraise(document_of("Cream and oil: a randomised trial", cases[0].text)).facts.arms)
    EXPECT_NE(arm.size, 300U);
}

TEST(GroupSums, MenOfOneGroupAndWomenOfAnotherAreNoStudy) {
  const Appraisal appraisal =
      appraise(document_of("Moisture of the skin",
                           "Moisture was measured in patients with itch (10 males plus 18 "
                           "females) and 28 volunteers (12 males and 16 females)."));
  EXPECT_NE(appraisal.sample_size, 30U);
}

TEST(GroupSums, TakeControlsAndNamedGroupsTogether) {
  const GroupCase cases[] = {
      {"We studied 120 women with itch and 240 controls.", 360},
      {"We measured moisture in 21 itching adolescents (11 males and 10 females) and 34 healthy adolescent "
       "controls (17 males and 17 females).",
       55},
      {"Four groups were analyzed: group A, ten control subjects; group B, ten hypertensive patients; group "
       "C, "
       "ten patients with itch; and group D, ten patients with scabies.",
       40},
      {"We studied 100 patients with itch, each with 4 controls per patient.", 100},
  };
  for (const GroupCase& c : cases)
    EXPECT_EQ(appraise(document_of("Moisture of skin", c.text)).sample_size, c.people) << c.text;
  const Appraisal rest = appraise(document_of(
      "Cream", "Fissures were sealed in the first visit, and the other 30 children were sealed later."));
  EXPECT_NE(rest.sample_size, 30U);
}

TEST(GroupSums, OfAReviewAreNotTheGroupsOfItsTrials) {
  const Appraisal review = appraise(document_of("Cream at home: a systematic review",
                                                "We searched MEDLINE. Seven studies were included, including "
                                                "a total of 298 children in the cream group."));
  EXPECT_EQ(review.sample_size, 0U);
  const Appraisal many = appraise(document_of(
      "Creams for itch: a systematic review",
      "We searched MEDLINE. Thirty-two trials met the inclusion criteria. In three trials cream was free."));
  EXPECT_EQ(many.studies, 32U);
}

}  // namespace
}  // namespace attest
