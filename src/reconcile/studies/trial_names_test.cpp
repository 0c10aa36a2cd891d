#include "reconcile/studies/trial_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TrialNames, WhatATrialIsCalled) {
  EXPECT_THAT(trial_names("Carvedilol and metoprolol in heart failure: the COMET trial"),
              ElementsAre("COMET"));
  EXPECT_THAT(trial_names("Carvedilol in the Carvedilol Or Metoprolol European Trial (COMET): a trial"),
              ElementsAre("COMET"));
  EXPECT_THAT(trial_names("Losartan and captopril: results of the ELITE II trial"), ElementsAre("ELITE-II"));
  EXPECT_THAT(trial_names("Candesartan in the CHARM study and bisoprolol in the CIBIS trial"),
              ElementsAre("CHARM", "CIBIS"));
}

TEST(TrialNames, OtherCapitalsAreNone) {
  EXPECT_THAT(trial_names("Tiotropium in chronic obstructive pulmonary disease (COPD): a randomised trial"),
              IsEmpty());
  EXPECT_THAT(trial_names("A Study of Zinc in Attention Deficit Hyperactivity Disorder (ADHD)"), IsEmpty());
  EXPECT_THAT(trial_names("A trial of an MRI study of the brain"), IsEmpty());
  EXPECT_THAT(trial_names("THE EFFECT OF ASPIRIN ON PAIN"), IsEmpty());
}

}  // namespace
}  // namespace attest
