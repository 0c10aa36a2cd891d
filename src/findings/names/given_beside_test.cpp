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

TEST(GivenBeside, HowMuchOfAnotherWasNeeded) {
  EXPECT_TRUE(
      is_beside("no differences in wheeze, cough, beta 2-agonist use or breathlessness with omeprazole.",
                "beta 2-agonist"));
  EXPECT_TRUE(
      is_beside("the change in use of rescue fast-acting beta2-agonists did not differ with salmeterol.",
                "beta2-agonists"));
  EXPECT_TRUE(is_beside("there was a reduction in oral corticosteroid dose favouring methotrexate.",
                        "corticosteroid"));
  EXPECT_TRUE(is_beside("a small effect of gold in terms of steroid dose reduction.", "steroid"));
  EXPECT_TRUE(is_beside("no change in diuretic or ace inhibitor dosing with carvedilol.", "ace inhibitor"));
  EXPECT_TRUE(
      is_beside("65% more had an exacerbation requiring systemic steroids on montelukast.", "steroids"));
  EXPECT_TRUE(is_beside("salmeterol raised the volume before a beta agonist was used.", "beta agonist"));
  EXPECT_TRUE(is_beside(
      "with montelukast steroid dosages were titrated down and 40% were tapered off of steroid.", "steroid"));
  EXPECT_TRUE(
      is_beside("diltiazem decreased attacks and nitroglycerin use at three months.", "nitroglycerin"));
  EXPECT_TRUE(is_beside("both reduced attacks and use of nitroglycerin spray.", "nitroglycerin"));
  EXPECT_FALSE(is_beside("age and statin use was associated with fewer strokes than aspirin.", "statin"));
  EXPECT_FALSE(is_beside("statin use was associated with fewer strokes than aspirin.", "statin"));
  EXPECT_FALSE(is_beside("a low dose of aspirin was as good as warfarin.", "aspirin"));
  EXPECT_FALSE(
      is_beside("allopurinol 300 mg lowered urate more than febuxostat was used to.", "allopurinol"));
  EXPECT_FALSE(is_beside("aspirin was used in 40% and warfarin in 60%.", "aspirin"));
}

TEST(GivenBeside, MonotherapyThatNothingIsHeldAgainst) {
  const std::string rosiglitazone =
      "rosiglitazone monotherapy reduced haemoglobin by 1.5% and led to better control when given in "
      "combination "
      "with metformin.";
  EXPECT_FALSE(is_beside(rosiglitazone, "rosiglitazone"));
  EXPECT_TRUE(is_beside(rosiglitazone, "metformin"));
  EXPECT_FALSE(is_beside("laser combined with elevation was better than laser alone.", "elevation"));
}

TEST(GivenBeside, WhoIsMeantByIt) {
  EXPECT_TRUE(
      is_beside("the dose of paracetamol taken concomitantly was lower with meloxicam.", "paracetamol"));
  EXPECT_TRUE(is_beside("symptoms and use of beta2-agonists were reduced.", "beta2-agonists", false));
  EXPECT_TRUE(is_beside("fewer were cured of metronidazole sensitive strains.", "metronidazole"));
  EXPECT_TRUE(is_beside("more urines were amphetamine-negative with methylphenidate.", "amphetamine"));
  EXPECT_TRUE(is_beside("adalimumab helped the mtx-ir more than placebo.", "mtx"));
  EXPECT_TRUE(is_beside("ribavirin cleared it in lung transplantation candidates.", "lung transplantation"));
  EXPECT_TRUE(is_beside("education improved compliance with exercise.", "exercise"));
  EXPECT_FALSE(is_beside("exercise improved compliance with diet.", "exercise"));
  EXPECT_FALSE(is_beside("amphetamine reduced relapse.", "amphetamine"));
}

TEST(GivenBeside, AnOperationAmongOutcomes) {
  const std::string listed =
      "it reduced the risk of subsequent ami, angioplasty or bypass surgery and angina.";
  EXPECT_TRUE(is_beside(listed, "angioplasty"));
  EXPECT_TRUE(is_beside(listed, "bypass surgery"));
  EXPECT_TRUE(is_beside("three of the former and 5 (7%) of the latter group underwent surgery.", "surgery"));
  EXPECT_FALSE(is_beside("pain fell in those who underwent surgery.", "surgery"));
  EXPECT_FALSE(is_beside("the risk of death with angioplasty, or surgery was lower.", "surgery"));
  EXPECT_FALSE(is_beside("angioplasty lowered the risk of death or infarction.", "angioplasty"));
}

TEST(GivenBeside, WhatMadeNoDifference) {
  const std::string lisinopril =
      "lisinopril is safe and effective, regardless of a concomitant use of aspirin.";
  EXPECT_TRUE(is_beside(lisinopril, "aspirin"));
  EXPECT_FALSE(is_beside(lisinopril, "lisinopril"));
  EXPECT_TRUE(
      is_beside("the benefits were independent of age, baseline use of diuretics, and aspirin.", "aspirin"));
  EXPECT_FALSE(is_beside("regardless of age, aspirin reduced strokes.", "aspirin"));
  EXPECT_FALSE(is_beside("strokes fell regardless of age and aspirin was well tolerated.", "aspirin"));
  EXPECT_TRUE(is_beside("carvedilol helped patients, most of whom were also receiving digoxin.", "digoxin"));
  EXPECT_FALSE(is_beside("patients receiving digoxin had fewer admissions than on placebo.", "digoxin"));
  EXPECT_TRUE(is_beside("lisinopril (when added to diuretics and/or digoxin) eases symptoms.", "digoxin"));
}

TEST(GivenBeside, WhatBothSidesHad) {
  const std::string pairs =
      "salmeterol and fluticasone raised the flow compared with montelukast and fluticasone.";
  EXPECT_TRUE(is_beside(pairs, "fluticasone"));
  EXPECT_FALSE(is_beside(pairs, "salmeterol"));
  EXPECT_FALSE(is_beside("fluticasone and salmeterol were better than fluticasone.", "salmeterol"));
  EXPECT_FALSE(is_beside("aspirin was better than placebo, and aspirin and rest were safe.", "aspirin"));
}

TEST(GivenBeside, NamedBesideFigures) {
  EXPECT_FALSE(
      is_beside("improvement occurred in 60 to 82% of tizanidine recipients, compared with 60 to 65% of "
                "baclofen and 60 to 83% of diazepam recipients.",
                "diazepam"));
  EXPECT_FALSE(
      is_beside("the combination of an inhaled corticosteroid and a long-acting beta agonist on demand "
                "yields better control than a short-acting beta agonist.",
                "long-acting beta agonist"));
}

TEST(GivenBeside, WhatHadFailed) {
  const std::string list =
      "outpatients who partially respond to conventional antipsychotics, risperidone, or olanzapine may "
      "improve following a switch to ziprasidone.";
  EXPECT_TRUE(is_beside(list, "risperidone"));
  EXPECT_TRUE(is_beside(list, "olanzapine"));
  EXPECT_FALSE(is_beside(list, "ziprasidone"));
  const std::string such =
      "olanzapine may help those with a poor response to mood stabilizers, such as lithium, valproate, or "
      "carbamazepine.";
  EXPECT_TRUE(is_beside(such, "lithium"));
  EXPECT_TRUE(is_beside(such, "valproate"));
  EXPECT_TRUE(is_beside(such, "carbamazepine"));
  EXPECT_FALSE(is_beside(such, "olanzapine"));
  EXPECT_TRUE(
      is_beside("olanzapine, as monotherapy or in combination with lithium, improved mania.", "lithium"));
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

TEST(GivenBeside, APartOfAProductWhereTheRestWasNotCompared) {
  EXPECT_TRUE(
      is_beside("fluorouracil 0.5%/salicylic acid 10% cleared more lesions than vehicle.", "salicylic acid"));
  EXPECT_TRUE(is_beside("patients on adalimumab+methotrexate did better than those on placebo+methotrexate.",
                        "methotrexate"));
  EXPECT_FALSE(is_beside("patients on adalimumab+methotrexate did better than those on placebo+methotrexate.",
                         "adalimumab"));
  const std::string pair =
      "sertraline/clonazepam brought more responders than sertraline/placebo (41% v 4%).";
  EXPECT_FALSE(is_beside(pair, "clonazepam"));
  EXPECT_TRUE(is_beside(pair, "sertraline"));
  EXPECT_TRUE(is_beside("tablets were better than either glipizide or metformin monotherapy.", "metformin"));
  EXPECT_TRUE(
      is_beside("less tired than those receiving exercise therapy alone at 12 weeks.", "exercise therapy"));
  EXPECT_TRUE(is_beside("the combination of a sulphonylurea and metformin can be effective.", "metformin"));
  EXPECT_FALSE(is_beside("metformin 500 mg/day lowered glucose.", "metformin"));
  EXPECT_FALSE(is_beside("metformin and/or diet lowered glucose.", "metformin"));
}

TEST(GivenBeside, WhatAnotherWasAddedTo) {
  EXPECT_TRUE(is_beside("adding methylprednisolone to mitoxantrone had no influence.", "mitoxantrone"));
  EXPECT_FALSE(
      is_beside("adding methylprednisolone to mitoxantrone had no influence.", "methylprednisolone"));
  EXPECT_FALSE(is_beside("adding weight was less common, compared to olanzapine.", "olanzapine"));
}

TEST(GivenBeside, HowMuchOfItWasNeeded) {
  EXPECT_TRUE(is_beside("there were no differences in days of antibiotic use.", "antibiotic"));
  EXPECT_TRUE(is_beside("morphine use over 6 hours was significantly less with the gas.", "morphine"));
  EXPECT_TRUE(is_beside(
      "with montelukast steroid dosages were titrated down and 40% were tapered off of steroid.", "steroid"));
  EXPECT_TRUE(
      is_beside("diltiazem decreased attacks and nitroglycerin use at three months.", "nitroglycerin"));
  EXPECT_FALSE(is_beside("statin use was associated with lower mortality.", "statin"));
  EXPECT_TRUE(is_beside("the need for rescue medication (100% oxygen by inhalation) was lower.", "oxygen"));
}

TEST(GivenBeside, WhatNamesAnEffectByItsKind) {
  EXPECT_TRUE(is_beside("lumiracoxib had a superior analgesic effect.", "analgesic"));
  EXPECT_FALSE(is_beside("the effect of analgesics was good.", "analgesic"));
  EXPECT_FALSE(is_beside("metformin effects were good.", "metformin"));
  EXPECT_TRUE(is_beside("patients after cardioversion stayed well on metoprolol.", "cardioversion"));
  EXPECT_TRUE(is_beside("53% had a history of previous abdominal surgery.", "surgery"));
  EXPECT_TRUE(is_beside("olanzapine may be effective in augmenting ongoing ssri treatment.", "ssri"));
  EXPECT_TRUE(is_beside("compared with iron therapy only, the hormone did more.", "iron"));
}

TEST(GivenBeside, ANameInALongList) {
  const std::string list =
      "eleven agents were used (gtn, botox, diltiazem, bran, minoxidil); gtn was better.";
  EXPECT_TRUE(is_beside(list, "diltiazem"));
  EXPECT_FALSE(is_beside(list, "gtn"));
  EXPECT_FALSE(is_beside("scores fell alike (lithium 9.1, haloperidol 4.9, risperidone 6.5, f = 1, df = 2).",
                         "haloperidol"));
  EXPECT_FALSE(is_beside("calcium blockers (especially nifedipine) were safer.", "nifedipine"));
}

TEST(GivenBeside, WhatWasDoneMeanwhile) {
  const std::string trial = "in patients undergoing angioplasty verapamil reduced restenosis.";
  EXPECT_TRUE(is_beside(trial, "angioplasty"));
  EXPECT_FALSE(is_beside(trial, "verapamil"));
  EXPECT_FALSE(is_beside("patients undergoing angioplasty walked farther.", "angioplasty", false));
}

TEST(GivenBeside, WhatAnotherMayStandFor) {
  EXPECT_TRUE(is_beside("metformin is an effective alternative to sulfonylureas.", "sulfonylureas"));
  EXPECT_FALSE(is_beside("metformin is an effective alternative to sulfonylureas.", "metformin"));
}

TEST(GivenBeside, HowManyTookItMeanwhile) {
  EXPECT_TRUE(
      is_beside("the number of patients taking diuretics did not differ between groups.", "diuretics"));
  EXPECT_TRUE(is_beside("all groups were comparable in dose of other diuretics.", "diuretics"));
}

TEST(GivenBeside, TheGroupThatHadItAlone) {
  EXPECT_TRUE(is_beside("it was 25% in the amoxicillin group and 9% in the lansoprazole alone group.",
                        "lansoprazole"));
  EXPECT_FALSE(is_beside("it was 25% in the lansoprazole group.", "lansoprazole"));
  EXPECT_TRUE(is_beside("compared with melphalan, thalidomide improved survival.", "melphalan"));
  EXPECT_FALSE(is_beside("compared with melphalan, thalidomide improved survival.", "thalidomide"));
}

TEST(GivenBeside, OtherMembersOfAClass) {
  EXPECT_TRUE(
      is_beside("compared with any other tocolytic agent, the blockers reduced births.", "tocolytic"));
  EXPECT_FALSE(is_beside("tocolytic agents reduced births within 48 hours.", "tocolytic"));
}

}  // namespace
}  // namespace attest
