#include "findings/advice/advice.h"
#include "findings/arms/control_arms.h"

#include <gtest/gtest.h>

#include "base/ascii.h"
#include "findings/effects/less_harm.h"
#include "findings/extract.h"

namespace attest {
namespace {

class AdviceTest : public testing::Test {
 protected:
  AdviceTest() {
    add_control_arms(vocabulary_, stemmer_);
    for (const char* name : {"atenolol", "losartan", "amlodipine", "warfarin", "surgery", "estrogen"})
      vocabulary_.add({"t:" + std::string(name), name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
  }
  Finding read(const std::string& sentence, StudyDesign design = StudyDesign::kReview) {
    document_ = Document{};
    document_.text = sentence;
    appraisal_.design = design;
    const SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    return extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
  }
  // "for", "against", "" for the advice on a thing.
  std::string advice(const std::string& sentence, const char* of) {
    const Finding finding = read(sentence);
    const AdviceStatement* said = advice_on(finding, "t:" + std::string(of));
    return said == nullptr ? "" : said->against ? "against" : "for";
  }
  int line(const std::string& sentence, const char* of) {
    return line_said_of(read(sentence), "t:" + std::string(of));
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
  Document document_;
  Appraisal appraisal_;
};

TEST_F(AdviceTest, AnOrderAtTheStartIsAdvice) {
  EXPECT_EQ(advice("Offer atenolol to people with hypertension.", "atenolol"), "for");
  EXPECT_EQ(advice("Consider losartan for people with hypertension.", "losartan"), "for");
  EXPECT_EQ(advice("Treat hypertension with amlodipine.", "amlodipine"), "for");
  EXPECT_EQ(advice("Recommendation 3: give warfarin for six weeks.", "warfarin"), "for");
  EXPECT_EQ(advice("Avoid atenolol in asthma.", "atenolol"), "against");
  EXPECT_EQ(advice("Do not treat hypertension with atenolol.", "atenolol"), "against");
  EXPECT_EQ(advice("Consider whether atenolol is still needed.", "atenolol"), "");
  EXPECT_EQ(advice("Consider also daily atenolol", "atenolol"), "");
  EXPECT_EQ(advice("Trials offer atenolol to everybody.", "atenolol"), "");
}

TEST_F(AdviceTest, WhatAdvisersDoNotSupportTheyAdviseAgainst) {
  for (const char* const sentence :
       {"The 2015 guideline does not support atenolol for hypertension in children (Grade D).",
        "Both societies do not endorse atenolol in pregnancy.",
        "However, significant potential risks preclude further use of atenolol in headache."})
    EXPECT_EQ(advice(sentence, "atenolol"), "against") << sentence;
  for (const char* const sentence :
       {"These data do not support atenolol for hypertension.",
        "The evidence of the panel does not support atenolol.", "Atenolol does not support the heart."})
    EXPECT_EQ(advice(sentence, "atenolol"), "") << sentence;
}

TEST_F(AdviceTest, WhatIsNotUsedIsNotAdvisedAgainst) {
  for (const char* const sentence :
       {"Do not use atenolol in asthma.", "In children do not use atenolol.",
        "If the pulse is slow, do not give atenolol.", "Stop warfarin and do not start atenolol.",
        "Key points: do not offer atenolol to people with asthma."})
    EXPECT_EQ(advice(sentence, "atenolol"), "against") << sentence;
  for (const char* const sentence :
       {"Liver cells do not use atenolol.", "Many people with asthma do not use atenolol.",
        "People who do not use atenolol have more attacks.", "If you do not use atenolol, ask why.",
        "Most surgeons do not give atenolol.", "Some run every day and do not use atenolol.",
        "The muscles of these animals do not use atenolol."})
    EXPECT_EQ(advice(sentence, "atenolol"), "") << sentence;
}

TEST_F(AdviceTest, AQuestionOrADisputedProposalAdvisesNothing) {
  for (const char* const sentence :
       {"Should atenolol be the first-line treatment of hypertension?",
        "Why has nobody recommended atenolol as first-line treatment?",
        "Some authors have proposed atenolol as the first-line treatment, but we disagree."}) {
    EXPECT_EQ(advice(sentence, "atenolol"), "") << sentence;
    EXPECT_EQ(line(sentence, "atenolol"), 0) << sentence;
  }
}

TEST_F(AdviceTest, FurtherLinesAndStepsAreTold) {
  EXPECT_EQ(line("Atenolol is a fourth-line drug in hypertension.", "atenolol"), 4);
  EXPECT_EQ(line("Atenolol is recommended as fifth-line treatment.", "atenolol"), 4);
  EXPECT_EQ(line("Atenolol should be considered at step 4.", "atenolol"), 4);
  const char* const steps = "Offer losartan as step 1 treatment; offer amlodipine as step 2 treatment.";
  EXPECT_EQ(line(steps, "losartan"), 1);
  EXPECT_EQ(line(steps, "amlodipine"), 2);
  EXPECT_EQ(line("Warfarin is the anticoagulant of choice.", "warfarin"), 1);
  EXPECT_EQ(line("Unlike losartan, atenolol is first-line treatment.", "losartan"), 0);
  EXPECT_EQ(line("Unlike losartan, atenolol is first-line treatment.", "atenolol"), 1);
  EXPECT_EQ(line("Higher atenolol doses should be reserved for severe hypertension.", "atenolol"), 0);
  EXPECT_EQ(line("Atenolol should be reserved for severe hypertension.", "atenolol"), 3);
}

TEST_F(AdviceTest, AFirstLineIsSaid) {
  for (const char* sentence : {
           "Atenolol is the first-line treatment of hypertension.",
           "Atenolol remains the drug of choice in hypertension.",
           "First-line treatment is atenolol.",
           "First-line agents include atenolol and losartan.",
           "Atenolol should be considered as first-line therapy in older people.",
           "We recommend atenolol as the first-line treatment.",
           "Although losartan is cheaper, atenolol is the treatment of choice.",
           "Atenolol, the first-line drug, is cheap.",
           "The mainstay of treatment is atenolol.",
           "In patients without heart failure, atenolol is recommended as first-line therapy.",
           "Patients not tolerating losartan should receive atenolol as first-line therapy.",
           "Despite the lack of large trials, atenolol is the treatment of choice.",
           "Atenolol may be used as first-line therapy.",
           "Atenolol is not only cheap but the first-line treatment of hypertension.",
           "The use of atenolol as first-line therapy is recommended.",
           "Atenolol was recommended by the panel as first-line therapy.",
       })
    EXPECT_EQ(line(sentence, "atenolol"), 1) << sentence;
}

TEST_F(AdviceTest, ADeniedDoubtedOrPastFirstLineIsNone) {
  for (const char* sentence : {
           "It is uncertain whether atenolol is appropriate first-line therapy.",
           "Atenolol is not considered first-line.",
           "There is no consensus on atenolol as first-line treatment.",
           "There is insufficient evidence to recommend atenolol as first-line therapy.",
           "Further trials are needed before atenolol can be recommended as first-line therapy.",
           "Atenolol should no longer be considered first-line.",
           "Atenolol is not useful as first-line therapy.",
           "The data do not support the use of atenolol, losartan or amlodipine as first-line drugs.",
           "These results cast doubts on atenolol as the treatment of choice.",
           "Atenolol cannot be recommended as first-line therapy.",
           "Do not offer atenolol as first-line treatment.",
           "We recommend that atenolol is not used as first-line therapy.",
           "Atenolol and losartan are not preferred as initial therapy.",
           "Atenolol was formerly the first-line treatment but has been replaced by losartan.",
           "Atenolol is not a suitable first choice.",
           "There is no evidence to support atenolol as first-line therapy.",
           "Physicians should refrain from atenolol as the initial therapy.",
           "We suggest not using atenolol as first-line therapy.",
           "Atenolol may be the treatment of choice, but more research is required.",
           "Atenolol is less and less a first-line therapy.",
           "Atenolol was used as first-line therapy in 40 patients.",
           "Only 3 surgeons (10%) considered atenolol as the first line.",
           "The role of atenolol as first-line therapy remains controversial.",
           "The aim was to evaluate atenolol as first-line therapy.",
           "Atenolol used to be the drug of choice.",
           "Neither atenolol nor losartan is the drug of choice.",
       })
    EXPECT_EQ(line(sentence, "atenolol"), 0) << sentence;
}

TEST_F(AdviceTest, WhatASentenceConcedesItDoesNotAdvise) {
  EXPECT_EQ(line("Despite its reputation as a last resort, surgery should be offered early.", "surgery"), 0);
  EXPECT_EQ(line("Surgery is a last resort despite good results.", "surgery"), 3);
  EXPECT_EQ(
      advice("However, despite treatment with current recommended standard therapy, including losartan, "
             "many patients progress.",
             "losartan"),
      "");
  EXPECT_EQ(advice("Despite its cost, losartan is recommended.", "losartan"), "for");
  // Nor has anything failed there.
  EXPECT_EQ(read("Despite such a wide range of treatment options, losartan is given.").trigger, "");
}

TEST_F(AdviceTest, ADenialMayStandApartFromItsVerb) {
  EXPECT_NE(advice("We do not currently recommend atenolol for hypertension.", "atenolol"), "for");
  EXPECT_NE(advice("Atenolol is not currently recommended for hypertension.", "atenolol"), "for");
  EXPECT_NE(advice("We cannot at present recommend atenolol for hypertension.", "atenolol"), "for");
}

TEST_F(AdviceTest, AmountsBetweenTheNamesOfAListAreNoneOfItsWords) {
  const char* const attack =
      "For acute attacks, atenolol (100%) with a flow of at least 7 l/min over 15 min and 6 mg subcutaneous "
      "losartan are drugs of first choice.";
  EXPECT_EQ(line(attack, "atenolol"), 1);
  EXPECT_EQ(line(attack, "losartan"), 1);
  EXPECT_EQ(line("Atenolol 50 mg daily and losartan 25 mg daily are first-line treatments.", "atenolol"), 1);
  // Set against each other, only one is first.
  EXPECT_EQ(line("Atenolol over losartan is the first-line treatment.", "losartan"), 0);
  EXPECT_EQ(line("Atenolol lowers pressure by 20 mmHg and losartan is the first-line treatment.", "atenolol"),
            0);
}

TEST_F(AdviceTest, WhatIsUsedSoldOrAllowedIsNotAdvised) {
  for (const char* sentence : {
           "Atenolol is the most widely prescribed first-line drug in this country.",
           "Atenolol is often used as first-line treatment of hypertension.",
           "Doctors usually prescribe atenolol as the first choice.",
           "Atenolol is approved as first-line treatment of hypertension.",
           "Atenolol is licensed for first-line use.",
           "Atenolol has traditionally been used as initial therapy.",
           "Atenolol might well be considered an option as first-line treatment.",
           "Atenolol is a useful first- or second-line drug.",
           "Losartan is a safe alternative to atenolol.",
       })
    EXPECT_EQ(line(sentence, "atenolol"), 0) << sentence;
  EXPECT_EQ(line("Of the approved drugs, the first-line agents are atenolol and losartan.", "atenolol"), 1);
  EXPECT_EQ(line("Guidelines say that atenolol is to be used as first-line treatment.", "atenolol"), 1);
  EXPECT_EQ(line("Losartan is an effective alternative to atenolol.", "losartan"), 0);
  const char* approved = "If a drug is indicated, approved options are atenolol and losartan.";
  EXPECT_EQ(advice(approved, "atenolol"), "");
  EXPECT_EQ(advice("If a drug is indicated, atenolol should be offered.", "atenolol"), "for");
}

TEST_F(AdviceTest, WhatIsAdvisedMayBeNamedByOtherWords) {
  EXPECT_EQ(advice("Close monitoring is recommended where atenolol is given.", "atenolol"), "");
  EXPECT_EQ(advice("A rest of four months is recommended before a second course of atenolol.", "atenolol"),
            "");
  EXPECT_EQ(advice("It is recommended that atenolol be given.", "atenolol"), "for");
  EXPECT_EQ(advice("Treatment should be started with atenolol.", "atenolol"), "for");
  EXPECT_EQ(line("It should be the first atenolol used.", "atenolol"), 0);
  EXPECT_EQ(line("Losartan is atenolol-sparing and as such is a first-line treatment.", "atenolol"), 0);
  const char* together =
      "Triple therapy, comprising a diuretic plus two others (atenolol, losartan), is first-line.";
  EXPECT_EQ(line(together, "atenolol"), 0);
}

TEST_F(AdviceTest, ALineIsOfTheSubjectOrTheObjectOfItsClause) {
  EXPECT_EQ(line("After withdrawal of the atenolol, which is the treatment of choice, cough went away.",
                 "atenolol"),
            0);
  const char* over = "Losartan is recommended as first-line treatment over oral atenolol.";
  EXPECT_EQ(line(over, "atenolol"), 0);
  EXPECT_EQ(line(over, "losartan"), 1);
  EXPECT_EQ(line("Warfarin is the first-line treatment, unless surgery was recent.", "surgery"), 0);
  EXPECT_EQ(line("After failure of atenolol, losartan is the treatment of choice.", "atenolol"), 0);
  EXPECT_EQ(line("In patients on atenolol, losartan is the first-line treatment.", "atenolol"), 0);
  EXPECT_EQ(line("In patients allergic to atenolol losartan is the first-line treatment.", "atenolol"), 0);
  EXPECT_EQ(
      line("For women with contraindications relating to estrogen the first choice is losartan.", "estrogen"),
      0);
  EXPECT_EQ(line("Losartan, rather than atenolol, is the first-line treatment.", "atenolol"), 0);
  EXPECT_EQ(line("Losartan, rather than atenolol, is the first-line treatment.", "losartan"), 1);
}

TEST_F(AdviceTest, AdviceAgainstIsNoAdviceFor) {
  for (const char* sentence : {
           "Do not offer atenolol as first-line treatment.",
           "Do not offer atenolol to pregnant women.",
           "We recommend that atenolol is not used as first-line therapy.",
           "We suggest not using atenolol.",
           "Atenolol should no longer be considered first-line.",
           "Atenolol cannot be recommended as first-line therapy.",
           "Physicians should refrain from atenolol as the initial therapy.",
           "The society recommends against atenolol.",
           "Atenolol is contraindicated in asthma.",
           "Atenolol should be avoided in asthma.",
           "Losartan is recommended, but atenolol should not be used.",
       })
    EXPECT_EQ(advice(sentence, "atenolol"), "against") << sentence;
  EXPECT_EQ(advice("Losartan is recommended, but atenolol should not be used.", "losartan"), "for");
  for (const char* sentence : {
           "Atenolol should not be withheld.",
           "Atenolol is not contraindicated in diabetes.",
           "It is unclear whether atenolol should be avoided.",
           "There is insufficient evidence to recommend atenolol.",
           "Where atenolol is contraindicated, losartan should be offered.",
       })
    EXPECT_EQ(advice(sentence, "atenolol"), "") << sentence;
}

TEST_F(AdviceTest, AdviceIsOnItsObject) {
  EXPECT_EQ(advice("Patients should receive warfarin, unless there is a contraindication (recent surgery).",
                   "warfarin"),
            "for");
  EXPECT_EQ(advice("Patients should receive warfarin, unless there is a contraindication (recent surgery).",
                   "surgery"),
            "");
  EXPECT_EQ(advice("The society recommends losartan rather than atenolol.", "atenolol"), "");
  EXPECT_EQ(advice("In patients taking atenolol, losartan is recommended.", "atenolol"), "");
  EXPECT_EQ(advice("Patients should be treated with atenolol.", "atenolol"), "for");
  EXPECT_EQ(advice("Atenolol or losartan should be offered.", "atenolol"), "for");
  EXPECT_EQ(advice("Atenolol is recommended after surgery.", "surgery"), "");
}

TEST_F(AdviceTest, TwoStatementsAroundAColonHaveALineEach) {
  const char* sentence =
      "Some conditions call for first-line use of other agents: in angina, losartan is recommended as "
      "first-line "
      "therapy.";
  EXPECT_EQ(line(sentence, "losartan"), 1);
}

TEST_F(AdviceTest, ADoseIsOfWhatStandsBesideIt) {
  using Ids = std::vector<std::string>;
  EXPECT_EQ(read("Second-line losartan 10 mg once daily was added after failure of atenolol.").dose_of,
            Ids{"t:losartan"});
  EXPECT_EQ(read("Patients were given atenolol 50 mg or losartan 100 mg daily.").dose_of,
            (Ids{"t:atenolol", "t:losartan"}));
  EXPECT_EQ(read("They took 50 mg of atenolol, and losartan was stopped.").dose_of, Ids{"t:atenolol"});
  EXPECT_EQ(read("After failure of atenolol 50 mg, surgery was offered.").dose_of, Ids{});
  EXPECT_EQ(read("Losartan was added after failure of atenolol, at 50 mg daily.").dose_of, Ids{"t:losartan"});
  EXPECT_EQ(read("Atenolol and losartan were given at 50 mg and 100 mg respectively.").dose_of, Ids{});
}

TEST_F(AdviceTest, WhatPoisonsIsNoDose) {
  for (const char* sentence : {
           "She took an overdose of 10 g of atenolol.",
           "Doses of atenolol above 4 g are toxic.",
           "A man died after ingesting 3000 mg of atenolol.",
           "The LD50 of atenolol is 300 mg/kg in mice.",
           "Atenolol 2 g or more can be fatal, and 2 g is lethal in children.",
           "The serum level of atenolol was 30 mg at that time.",
       }) {
    EXPECT_TRUE(read(sentence).dose_of.empty()) << sentence;
    EXPECT_NE(read(sentence).kind, FindingKind::kDose) << sentence;
  }
  using Ids = std::vector<std::string>;
  EXPECT_EQ(read("Give atenolol 50 mg daily, at most 100 mg daily.").dose_of, Ids{"t:atenolol"});
  EXPECT_EQ(read("For overdose of losartan, atenolol 150 mg is given.").dose_of, Ids{"t:atenolol"});
}

TEST_F(AdviceTest, LessHarmIsABenefit) {
  EXPECT_TRUE(tells_of_less_harm("atenolol reduced the risk of bleeding (or 0.5)."));
  EXPECT_TRUE(tells_of_less_harm("there were fewer complications with atenolol."));
  EXPECT_FALSE(tells_of_less_harm("atenolol caused bleeding, and a lower dose had fewer side effects."));
  EXPECT_FALSE(
      tells_of_less_harm("side effects include cough, and stopping atenolol reduced their rate of harm."));
  EXPECT_FALSE(tells_of_less_harm("atenolol did not reduce the risk of bleeding."));
  EXPECT_TRUE(tells_of_less_harm("the placebo group experienced a more pronounced weight gain."));
  EXPECT_FALSE(tells_of_less_harm("the placebo group had a weight gain of 1 kg, with atenolol it was 4 kg."));
}

TEST_F(AdviceTest, ATimeBesideAPValueIsOfItsComparison) {
  const Finding finding = read(
      "Remission was seen in 45% of patients on atenolol, and scores were better (p = 0.03 at 6 months).");
  ASSERT_EQ(finding.rates.size(), 1u);
  EXPECT_EQ(finding.rates[0].follow_up, "");
  const Finding compared =
      read("Remission was seen in 45% with atenolol v 30% with losartan (p = 0.03 at 6 months).");
  ASSERT_EQ(compared.rates.size(), 2u);
  EXPECT_EQ(compared.rates[0].follow_up, "6 months");
}

TEST_F(AdviceTest, ADirectionIsThatOfTheClauseAndItsEstimate) {
  const auto direction = [&](const char* sentence) { return read(sentence).direction; };
  EXPECT_EQ(direction("Atenolol was not associated with a significantly lower risk of death (HR 0.91, 95% CI "
                      "0.70-1.18)."),
            Direction::kNoDifference);
  EXPECT_EQ(direction("There was no significant reduction in deaths with atenolol."),
            Direction::kNoDifference);
  EXPECT_EQ(direction("Atenolol reduced coronary events but did not reduce overall mortality."),
            Direction::kUnstated);
  EXPECT_EQ(direction("Mortality with atenolol: RR 0.80 (95% CI 0.68-0.95)."), Direction::kFavours);
  EXPECT_EQ(direction("Mortality with atenolol: RR 1.40 (95% CI 1.08-1.95)."), Direction::kAgainst);
  EXPECT_EQ(direction("Remission with atenolol: RR 1.40 (95% CI 1.08-1.95)."), Direction::kFavours);
  EXPECT_EQ(direction("Atenolol significantly reduced strokes."), Direction::kFavours);
  EXPECT_EQ(direction("Atenolol was not only cheaper but reduced strokes."), Direction::kFavours);
}

}  // namespace
}  // namespace attest
