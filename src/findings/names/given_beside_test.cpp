#include "findings/names/given_beside.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace attest {
namespace {

// Wherever `lower` names `name`.
bool is_beside(const std::string& lower, const std::string& name, bool others = true) {
  std::vector<ByteSpan> places;
  for (size_t at = lower.find(name); at != std::string::npos; at = lower.find(name, at + 1))
    places.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())});
  return is_given_beside(lower, places, others);
}

TEST(GivenBeside, WhatSomethingElseWasAddedTo) {
  EXPECT_TRUE(is_beside("memantine added to donepezil improved cognition.", "donepezil"));
  EXPECT_FALSE(is_beside("memantine added to donepezil improved cognition.", "memantine"));
  EXPECT_TRUE(is_beside("stimulation in addition to best medical care does not prevent amputation.",
                        "best medical care"));
  EXPECT_TRUE(is_beside("the drug was tested in patients on concomitant methotrexate.", "methotrexate"));
  EXPECT_FALSE(is_beside("concurrent phototherapy was associated with a better response.", "phototherapy"));
}

TEST(GivenBeside, WhatIsCountedAsAnOutcome) {
  EXPECT_TRUE(is_beside("symptoms improved and the need for ppis was reduced to 36%.", "ppis"));
  EXPECT_TRUE(is_beside("time to dialysis did not differ between the groups.", "dialysis"));
  EXPECT_FALSE(is_beside("dialysis improved survival.", "dialysis"));
  EXPECT_TRUE(is_beside("quetiapine was associated with fewer cocaine cravings.", "cocaine"));
  EXPECT_TRUE(is_beside("exposure to corticosteroids was comparable.", "corticosteroids"));
}

TEST(GivenBeside, WhatHadFailed) {
  const std::string list =
      "outpatients who partially respond to conventional antipsychotics, risperidone, or olanzapine may "
      "improve following a switch to ziprasidone.";
  EXPECT_TRUE(is_beside(list, "risperidone"));
  EXPECT_TRUE(is_beside(list, "olanzapine"));
  EXPECT_FALSE(is_beside(list, "ziprasidone"));
  EXPECT_TRUE(is_beside("outcomes were worse with initial drug resistance to isoniazid.", "isoniazid"));
  EXPECT_TRUE(is_beside("the drug healed lesions in steroid-resistant disease.", "steroid"));
  EXPECT_FALSE(is_beside("about 50% of patients respond to lithium.", "lithium"));
  EXPECT_FALSE(is_beside("when added to donepezil, memantine improved cognition.", "memantine"));
  EXPECT_FALSE(is_beside("risperidone, or olanzapine, improved symptoms.", "olanzapine"));
}

TEST(GivenBeside, OfACombinationTheTestedPartStays) {
  const std::string trial = "resurfacing with punch elevation was better than resurfacing alone (p = 0.02).";
  EXPECT_TRUE(is_beside(trial, "resurfacing"));
  EXPECT_FALSE(is_beside(trial, "punch elevation"));
  EXPECT_TRUE(is_beside("probiotics combined with lactulose were effective.", "lactulose"));
  EXPECT_FALSE(is_beside("probiotics combined with lactulose were effective.", "probiotics"));
  EXPECT_FALSE(is_beside("laser combined with elevation was better than laser alone.", "elevation"));
  EXPECT_FALSE(is_beside("lithium alone prevented relapse.", "lithium"));
}

TEST(GivenBeside, WhatWasDoneMeanwhile) {
  const std::string trial = "in patients undergoing angioplasty verapamil reduced restenosis.";
  EXPECT_TRUE(is_beside(trial, "angioplasty"));
  EXPECT_FALSE(is_beside(trial, "verapamil"));
  EXPECT_FALSE(is_beside("patients undergoing angioplasty walked farther.", "angioplasty", false));
}

TEST(GivenBeside, OtherMembersOfAClass) {
  EXPECT_TRUE(
      is_beside("compared with any other tocolytic agent, the blockers reduced births.", "tocolytic"));
  EXPECT_FALSE(is_beside("tocolytic agents reduced births within 48 hours.", "tocolytic"));
}

}  // namespace
}  // namespace attest
