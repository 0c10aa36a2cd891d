// Pages for patients that ask what a patient asks, of the very thing, and what stands back for them.
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/pipeline_test_support.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::Not;

class PageWords : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    const auto add = [&](const char* id, const char* title, const char* text) {
      file << R"({"id": ")" << id << R"(", "title": ")" << title << R"(", "abstract": ")" << text << "\"}\n";
    };
    add("treat", "What are the treatments for Depression ?",
        "Treatment depends on the person. There are effective treatments for depression, including "
        "antidepressants, talk therapy, or both. Researchers study new drugs for depression.");
    add("trial", "Estradiol for depression in perimenopausal women: a randomized trial",
        "Remission of depression was seen in 17 (68%) women treated with estradiol and in 5 (20%) with "
        "placebo. "
        "Estradiol is an effective treatment of depression for perimenopausal women.");
    add("shingles", "What causes Shingles ?",
        "Shingles is caused by the virus of chickenpox. The virus of shingles can be spread to a person who "
        "never had chickenpox. Some people have pain.");
    add("rare", "What is (are) PRICKLE1-related progressive myoclonus epilepsy ?",
        "Although a few affected individuals have died in childhood, many have lived into adulthood.");
    add("epilepsy", "What is (are) Epilepsy ?", "Epilepsy is a disease of the brain that brings seizures.");
    add("marfan", "What are the treatments for Marfan syndrome ?",
        "Some people have side effects from beta blockers, such as tiredness and nausea.");
    add("glaucoma", "Timolol and bimatoprost in glaucoma: a randomised trial",
        "Beta blockers lowered the pressure of the eye by 5 mm.");
    add("appendicitis", "What is (are) Appendicitis ?",
        "Appendicitis is an inflammation of the appendix. If the blockage is not treated, the appendix can "
        "burst "
        "and spread infection. Symptoms may include - Pain - Low fever Treatment almost always involves "
        "removing "
        "the appendix.");
    add("ringworm", "What is (are) Ringworm ?",
        "Ringworm is a skin infection. Ringworm is not dangerous. Creams help. Ringworm usually goes away in "
        "two "
        "weeks. However, it may come back.");
    add("statins", "Do you have information about Statins",
        "Statins are safe for most people. They can also cause serious muscle problems.");
    add("constipation", "What is (are) Constipation ?",
        "Constipation means few bowel movements. There are many things you can do to prevent constipation. "
        "They include - Eating more fruits - Drinking plenty of water - Getting enough exercise.");
    add("yeast", "What is (are) Yeast Infections ?",
        "Candida is a fungus. Women can get vaginal yeast infections, with itching and discharge. Antifungal "
        "medicines get rid of yeast infections in most people.");
    add("psoriasis", "What causes Psoriasis ?",
        "Certain genes have been linked to psoriasis. Psoriasis is caused by a problem of the blood cells.");
    add("eating", "What is (are) Eating Disorders ?",
        "Eating disorders are serious behavior problems. Treatment involves monitoring, talk therapy, "
        "nutritional counseling, and sometimes medicines.");
    add("hiv", "What is (are) HIV/AIDS ?",
        "HIV stands for human immunodeficiency virus. HIV most often spreads through unprotected sex with an "
        "infected person.");
    add("ibuprofen", "Ibuprofen in back pain: a randomised trial",
        "Relief of back pain was noted in 54% with ibuprofen and in 8% with placebo.");
    add("diverticular", "What are the symptoms of Diverticular Disease ?",
        "People with diverticulosis have no symptoms. People with diverticulitis may have many symptoms, "
        "such "
        "as pain in the lower left side of the belly and fever.");
    add("croup", "What is (are) Croup ?",
        "Croup is a swelling of the windpipe with a barking cough. Children between the ages of 6 months and "
        "3 years have the highest risk. Most cases of viral croup are mild and can be treated at home. "
        "Rarely, croup can become serious. If you are worried about your child's breathing, call your health "
        "care provider right away.");
    collection_ = std::make_unique<test::SmallCollection>("papers.jsonl", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static std::string told(const std::string& question, Audience audience = Audience::kPatient) {
    return test::words_of(collection_->ask(question, audience));
  }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> PageWords::collection_;

TEST_F(PageWords, ThePageThatAsksTheSameStandsBeforeASmallTrial) {
  for (const Audience audience : {Audience::kPatient, Audience::kPartner}) {
    const std::string text = told("how is depression treated", audience);
    EXPECT_THAT(text, HasSubstr("antidepressants, talk therapy"));
    EXPECT_THAT(text, Not(HasSubstr("stradiol")));
    EXPECT_THAT(text, Not(HasSubstr("depends")));
    EXPECT_THAT(text, Not(HasSubstr("Researchers")));
  }
}

TEST_F(PageWords, WhoAsksIfItSpreadsReadsOfThat) {
  const std::string text = told("is shingles contagious");
  EXPECT_EQ(text.find("The virus of shingles can be spread"), 0U) << text;
}

TEST_F(PageWords, WhatIsSaidOfOneRareKindIsNotToldOfAll) {
  EXPECT_THAT(told("can you die from epilepsy"), Not(HasSubstr("died in childhood")));
}

TEST_F(PageWords, AnEffectIsFoundWhereItIsNamed) {
  const std::string text = told("can beta blockers make me tired");
  EXPECT_THAT(text, HasSubstr("such as tiredness"));
  EXPECT_THAT(text, Not(HasSubstr("5 mm")));
}

TEST_F(PageWords, WhatComesOfItUntreatedIsNotHowItIsTreated) {
  const std::string text = told("what happens if appendicitis is not treated");
  EXPECT_THAT(text, HasSubstr("the appendix can burst"));
  EXPECT_THAT(text, Not(HasSubstr("removing")));
  EXPECT_THAT(told("how is appendicitis treated"), HasSubstr("Treatment almost always involves"));
}

TEST_F(PageWords, BothHalvesOfADoubleQuestionAndWhatRestrictsThem) {
  const std::string text = told("is ringworm dangerous and will it go away");
  EXPECT_THAT(text, HasSubstr("Ringworm is not dangerous."));
  EXPECT_THAT(text, HasSubstr("goes away in two weeks. However, it may come back."));
}

TEST_F(PageWords, WhatIsToldAroundAQuestionDoesNotSilenceThePage) {
  for (const char* question :
       {"what helps with constipation", "I haven't pooped in 6 days, what helps with constipation?"})
    EXPECT_THAT(told(question), HasSubstr("There are many things you can do to prevent constipation. They "
                                          "include - Eating more fruits"))
        << question;
}

TEST_F(PageWords, ThePageOnTheWiderThingAnswersAndItIsSaid) {
  const Answer answer = collection_->ask("what helps with a vaginal yeast infection", Audience::kPatient);
  EXPECT_THAT(test::words_of(answer), HasSubstr("Antifungal medicines get rid of"));
  EXPECT_THAT(answer.gaps, testing::Contains(HasSubstr("yeast infections as a whole")));
}

TEST_F(PageWords, WhereItComesFromDoesNotSayIfItCanBeCaught) {
  EXPECT_THAT(told("can I catch psoriasis from my girlfriend"), Not(HasSubstr("linked")));
  EXPECT_THAT(told("what causes psoriasis"), HasSubstr("caused by"));
}

TEST_F(PageWords, WhatPassesByItselfIsToldWithWhenToCall) {
  EXPECT_THAT(told("my 2 year old son has croup, what helps"),
              testing::AllOf(HasSubstr("treated at home. Rarely, croup can become serious. If you are"),
                             HasSubstr("right away.")));
}

TEST_F(PageWords, ASuspicionIsAnsweredByHowItShowsAndNotAsADiagnosis) {
  const Answer answer = collection_->ask("pain in my belly, could it be appendicitis?", Audience::kPatient);
  EXPECT_THAT(test::words_of(answer), HasSubstr("Symptoms may include"));
  EXPECT_THAT(answer.gaps, testing::Contains(HasSubstr("only an examination can tell")));
  EXPECT_EQ(answer.verdict, Answer::Verdict::kPartly);
}

TEST_F(PageWords, FewLongWordsAreNoHardSentence) {
  EXPECT_THAT(told("my girlfriend has an eating disorder, what can I do for her", Audience::kPartner),
              HasSubstr("Treatment involves monitoring"));
}

TEST_F(PageWords, WhoAsksHowToKeepFromItReadsHowItIsCaught) {
  EXPECT_THAT(told("my partner has HIV, how do I protect myself?", Audience::kPartner),
              HasSubstr("spreads through unprotected sex"));
}

TEST_F(PageWords, WhatStandsBehindTheButIsSaidToBeLeftOut) {
  const Answer answer =
      collection_->ask("my husband has HIV but is undetectable can he infect me", Audience::kPatient);
  EXPECT_EQ(answer.verdict, Answer::Verdict::kPartly);
  EXPECT_THAT(answer.gaps, testing::Contains(HasSubstr("takes account of “undetectable”")));
  const Answer plain = collection_->ask("my husband has HIV, can he infect me", Audience::kPatient);
  EXPECT_THAT(plain.gaps, Not(testing::Contains(HasSubstr("takes account"))));
}

TEST_F(PageWords, OfAWiderPageWhatNamesTheThingIsToldAlone) {
  const Answer answer = collection_->ask("what are the symptoms of diverticulitis", Audience::kPatient);
  EXPECT_THAT(test::words_of(answer), HasSubstr("People with diverticulitis"));
  EXPECT_THAT(answer.gaps, Not(testing::Contains(HasSubstr("as a whole"))));
}

TEST_F(PageWords, WhatItDoesIsNotHowItIsTaken) {
  EXPECT_THAT(told("can I take ibuprofen on an empty stomach?"), Not(HasSubstr("54%")));
}

TEST_F(PageWords, APronounIsToldWithWhatItStandsFor) {
  EXPECT_THAT(told("can statins cause muscle problems"),
              HasSubstr("Statins are safe for most people. They can also cause serious muscle problems."));
}

}  // namespace
}  // namespace attest
