// Intents of whole questions, in doctors' and patients' words.
#include "question/intents.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

struct Asked {
  const char* question;
  Intent intent;
  int line = 0;
};

constexpr Asked kQuestions[] = {
    {"What is the first-line treatment for anismus?", Intent::kLineOfTherapy, 1},
    {"What is the initial treatment of heart failure?", Intent::kLineOfTherapy, 1},
    {"1st line drug for type 2 diabetes", Intent::kLineOfTherapy, 1},
    {"treatment of choice for gout", Intent::kLineOfTherapy, 1},
    {"what should I try first for constipation", Intent::kLineOfTherapy, 1},
    {"second line therapy for asthma", Intent::kLineOfTherapy, 2},
    {"What next if biofeedback fails?", Intent::kLineOfTherapy, 2},
    {"biofeedback didn't work, what else can I try", Intent::kLineOfTherapy, 2},
    {"treatment of refractory vaginismus", Intent::kLineOfTherapy, 2},
    {"what if the laxatives do not help", Intent::kLineOfTherapy, 2},
    {"third-line treatment for epilepsy", Intent::kLineOfTherapy, 3},
    {"Which drugs are used for epilepsy in adults?", Intent::kTreatment},
    {"Which antibiotic is given for pneumonia?", Intent::kTreatment},
    {"what can i give my son for constipation", Intent::kTreatment},
    {"my gout keeps coming back what can i do", Intent::kTreatment},
    {"my dad had a stroke will he recover", Intent::kPrognosis},
    {"i have glaucoma will i go blind", Intent::kPrognosis},
    {"what happens if appendicitis is not treated", Intent::kPrognosis},
    {"what happens if you dont treat gonorrhoea", Intent::kPrognosis},
    {"what could happen if I leave my glaucoma untreated", Intent::kPrognosis},
    {"what happens if high blood pressure does not get treated", Intent::kPrognosis},
    {"what happens if the first treatment does not work", Intent::kLineOfTherapy, 2},
    {"how is untreated scurvy treated", Intent::kTreatment},
    {"can steroids give you diabetes", Intent::kHarm},
    {"What dose of botulinum toxin is used for anismus?", Intent::kDose},
    {"how many units of botox for vaginismus", Intent::kDose},
    {"dosage of macrogol in adults", Intent::kDose},
    {"how much ibuprofen can I take", Intent::kDose},
    {"how often should I take senna", Intent::kDose},
    {"biofeedback versus laxatives for anismus", Intent::kComparison},
    {"Is biofeedback better than botox?", Intent::kComparison},
    {"Is home biofeedback as good as office biofeedback", Intent::kComparison},
    {"which is better, surgery or botox", Intent::kComparison},
    {"compare STARR with macrogol", Intent::kComparison},
    {"difference between vaginismus and dyspareunia", Intent::kComparison},
    {"biofeedback vs sham", Intent::kComparison},
    {"How is anismus diagnosed?", Intent::kDiagnosis},
    {"how do I know if I have anismus", Intent::kDiagnosis},
    {"which tests do I need", Intent::kDiagnosis},
    {"sensitivity of the balloon expulsion test", Intent::kDiagnosis},
    {"what are the symptoms of vaginismus", Intent::kSymptoms},
    {"first signs of bowel cancer", Intent::kSymptoms},
    {"what does shingles feel like", Intent::kSymptoms},
    {"what does metformin do for fatty liver", Intent::kTreatment},
    {"what does metformin do in the body", Intent::kMechanism},
    {"how does coeliac disease present in adults", Intent::kSymptoms},
    {"what helps the symptoms of menopause", Intent::kTreatment},
    {"Do the symptoms predict who responds to biofeedback?", Intent::kPredictor},
    {"Rome IV criteria for functional defecation disorder", Intent::kDiagnosis},
    {"do I have vaginismus", Intent::kDiagnosis},
    {"how accurate is anorectal manometry", Intent::kDiagnosis},
    {"how well does presepsin detect sepsis in newborns", Intent::kDiagnosis},
    {"how is anismus told from rectal prolapse", Intent::kDiagnosis},
    {"will anismus come back", Intent::kPrognosis},
    {"can it be cured", Intent::kPrognosis},
    {"Does vaginismus go away by itself?", Intent::kPrognosis},
    {"prognosis of dyssynergic defecation", Intent::kPrognosis},
    {"will I ever get better", Intent::kPrognosis},
    {"recurrence after rectal prolapse surgery", Intent::kPrognosis},
    {"long-term outcome of biofeedback", Intent::kPrognosis},
    {"is botox safe", Intent::kHarm},
    {"side effects of botulinum toxin", Intent::kHarm},
    {"Who should not have botulinum toxin for anismus?", Intent::kContraindication},
    {"Who shouldn't take warfarin?", Intent::kContraindication},
    {"Who should avoid macrogol?", Intent::kContraindication},
    {"What are the contraindications to beta-blockers?", Intent::kContraindication},
    {"When should NSAIDs be avoided?", Intent::kContraindication},
    {"In whom should metformin not be used?", Intent::kContraindication},
    {"risks of STARR", Intent::kHarm},
    {"complications of puborectalis division", Intent::kHarm},
    {"can I take ibuprofen while pregnant", Intent::kHarm},
    {"adverse events of linaclotide", Intent::kHarm},
    {"is it dangerous", Intent::kHarm},
    {"does the injection hurt", Intent::kHarm},
    {"What is anismus?", Intent::kDefinition},
    {"what does puborectalis mean", Intent::kDefinition},
    {"is anismus the same as dyssynergic defecation", Intent::kDefinition},
    {"another name for anismus", Intent::kDefinition},
    {"How common is vaginismus?", Intent::kPrevalence},
    {"prevalence of dyssynergic defecation in chronic constipation", Intent::kPrevalence},
    {"how many women have vaginismus", Intent::kPrevalence},
    {"what percentage of people with constipation have anismus", Intent::kPrevalence},
    {"am I the only one who has this", Intent::kPrevalence},
    {"how can I prevent constipation", Intent::kPrevention},
    {"prevention of migraine", Intent::kPrevention},
    {"how do I stop it from coming back", Intent::kPrevention},
    {"how to lower my risk of stroke", Intent::kPrevention},
    {"how often should blood pressure be checked", Intent::kMonitoring},
    {"monitoring of lithium", Intent::kMonitoring},
    {"how do I know it is working", Intent::kMonitoring},
    {"follow-up after biofeedback", Intent::kMonitoring},
    {"How long does botox last?", Intent::kDuration},
    {"how many sessions of biofeedback are needed", Intent::kTreatmentLength},
    {"duration of biofeedback training", Intent::kTreatmentLength},
    {"How long should antibiotics be given for acute sinusitis?", Intent::kTreatmentLength},
    {"how long do I have to take warfarin after a clot", Intent::kTreatmentLength},
    {"How long should pelvic floor exercises be tried?", Intent::kTreatmentLength},
    {"For how long should stretching be done in plantar fasciitis?", Intent::kTreatmentLength},
    {"how long to try an antidepressant before changing it", Intent::kTreatmentLength},
    {"How long must vision therapy be practised?", Intent::kTreatmentLength},
    {"how long does the pain last after a hernia operation is done", Intent::kDuration},
    {"How long do hot flushes persist?", Intent::kDuration},
    {"how soon will it work", Intent::kTimeToEffect},
    {"How long does levothyroxine take to work?", Intent::kTimeToEffect},
    {"How long until I feel better on antidepressants?", Intent::kTimeToEffect},
    {"How quickly does prednisolone act in asthma attacks?", Intent::kTimeToEffect},
    {"onset of action of SSRIs", Intent::kTimeToEffect},
    {"When should statins be stopped?", Intent::kIndication},
    {"When is surgery needed for appendicitis?", Intent::kIndication},
    {"Who should get a shingles vaccine?", Intent::kIndication},
    {"indications for tonsillectomy", Intent::kIndication},
    {"Which patients should be treated with anticoagulants in atrial fibrillation?", Intent::kIndication},
    {"What is the target blood pressure in diabetes?", Intent::kTarget},
    {"how low should LDL be after a heart attack", Intent::kTarget},
    {"What should my blood sugar be?", Intent::kTarget},
    {"how long does vaginismus last", Intent::kDuration},
    {"when does botox wear off", Intent::kDuration},
    {"what causes anismus", Intent::kCause},
    {"why do I have vaginismus", Intent::kCause},
    {"risk factors for faecal incontinence", Intent::kCause},
    {"is it my fault", Intent::kCause},
    {"is anismus hereditary", Intent::kCause},
    {"who responds to biofeedback", Intent::kPredictor},
    {"predictors of biofeedback success", Intent::kPredictor},
    {"which patients benefit from biofeedback", Intent::kPredictor},
    {"factors associated with response to biofeedback", Intent::kPredictor},
    {"does a history of abuse change whether biofeedback works", Intent::kPredictor},
    {"how does biofeedback work", Intent::kMechanism},
    {"mechanism of action of botulinum toxin", Intent::kMechanism},
    {"pathophysiology of dyssynergic defecation", Intent::kMechanism},
    {"why does biofeedback work", Intent::kMechanism},
    {"what helps with anismus", Intent::kTreatment},
    {"how is vaginismus treated", Intent::kTreatment},
    {"does biofeedback work for anismus", Intent::kTreatment},
    {"Is botulinum toxin effective for anismus?", Intent::kTreatment},
    {"how well does biofeedback work", Intent::kTreatment},
    {"how can I get rid of piles", Intent::kTreatment},
    {"management of dyssynergic defecation", Intent::kTreatment},
    {"what can I do about my pelvic floor", Intent::kTreatment},
    {"best treatment for anismus", Intent::kTreatment},
    {"success rate of biofeedback", Intent::kTreatment},
    {"anismus", Intent::kGeneral},
    {"", Intent::kGeneral},
};

TEST(Intents, table) {
  EXPECT_GE(std::size(kQuestions), 80u);
  for (const Asked& asked : kQuestions) {
    const IntentReading reading = read_intent(plain_words(asked.question));
    EXPECT_STREQ(intent_name(reading.intent), intent_name(asked.intent)) << asked.question;
    EXPECT_EQ(reading.line_of_therapy, asked.line) << asked.question;
  }
}

TEST(Intents, secondary_intents_are_kept) {
  const IntentReading reading = read_intent(plain_words("Is botox safe and how long does it last?"));
  EXPECT_EQ(reading.intent, Intent::kDuration);
  EXPECT_NE(std::find(reading.secondary.begin(), reading.secondary.end(), Intent::kHarm),
            reading.secondary.end());
}

TEST(Intents, patterns) {
  const auto words = plain_words("What can\xE2\x80\x99t be cured \xE2\x80\x93 ever?");
  ASSERT_EQ(words.size(), 5u);
  EXPECT_EQ(words[1].text, "cannot");
  EXPECT_TRUE(matches_pattern(words, "^ what * cured"));
  EXPECT_TRUE(matches_pattern(words, "cure~ ever $"));
  EXPECT_FALSE(matches_pattern(words, "^ be"));
  EXPECT_FALSE(matches_pattern(words, "cure"));
  EXPECT_TRUE(matches_pattern({}, "^ $"));
}

}  // namespace
}  // namespace attest
