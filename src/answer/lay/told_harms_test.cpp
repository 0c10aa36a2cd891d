// What lay readers are told of harms.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/lay/plain_quotes.h"
#include "answer/lay/told_harms.h"
#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(ToldHarms, DenialsAndMildnessPlayDown) {
  for (const char* sentence :
       {"there were no observed or patient-reported adverse events.", "side effects were few and mild.",
        "it is unlikely to lead to adverse events.",
        "none of the women stopped treatment because of side effects.", "the gel was well tolerated.",
        "treatment was discontinued in 20 people but in no case was this due to side effects.",
        "adverse events did not differ between the groups.", "the drug does not cause hypoglycaemia.",
        "it delays the late complications of the disease.",
        "its major advantages are one daily dose and good tolerability."}) {
    EXPECT_TRUE(plays_down_harm(sentence)) << sentence;
  }
  for (const char* sentence :
       {"faecal incontinence occurred after 6 of 24 procedures.", "nausea was mild to moderate in 30%.",
        "no deaths occurred, but bleeding complicated 12% of operations.",
        "cough occurred in 12%, although no serious adverse events were seen."}) {
    EXPECT_FALSE(plays_down_harm(sentence)) << sentence;
  }
}

TEST(ToldHarms, AComplaintThatBecameLessIsNoHarm) {
  EXPECT_FALSE(
      tells_of_harm("incontinence episodes were reduced significantly more with the drug (79% v 46%)."));
  EXPECT_FALSE(tells_of_harm("it caused a significant decrease in urge incontinence episodes."));
  EXPECT_TRUE(tells_of_harm("faecal incontinence developed after 6 of 24 procedures."));
}

class HarmsOfMetformin : public testing::Test {
 protected:
  HarmsOfMetformin() {
    auto vocabulary = std::make_shared<Vocabulary>();
    add_control_arms(*vocabulary, stemmer_);
    vocabulary->add({"metformin", "metformin", "", ConceptRole::kIntervention, false, {}},
                    std::vector<std::string>{"metformin"}, stemmer_);
    evidence_.vocabulary = vocabulary;
    evidence_.audience = Audience::kPatient;
    evidence_.question.intent = Intent::kHarm;
    Concept asked;
    asked.role = ConceptRole::kIntervention;
    asked.thesaurus_id = "metformin";
    evidence_.question.concepts = {asked};
  }

  void add(const std::string& sentence) {
    AnswerSource source;
    source.id = "s" + std::to_string(evidence_.sources.size());
    source.study = static_cast<uint32_t>(evidence_.sources.size());
    source.document.text = sentence;
    source.appraisal.design = StudyDesign::kRandomisedTrial;
    const auto number = static_cast<uint32_t>(evidence_.sources.size());
    evidence_.sources.push_back(std::move(source));
    AnswerSource& added = evidence_.sources.back();
    const SentenceContext context{&added.document, &added.appraisal, number, "", 2, {}, {}};
    added.findings.push_back(extract_finding(context, {0, static_cast<uint32_t>(sentence.size())},
                                             *evidence_.vocabulary, stemmer_));
  }

  Statement quote(const std::string& sentence) const {
    Statement statement;
    statement.text = sentence;
    statement.quoted = true;
    statement.kind = finding_kind_name(FindingKind::kHarm);
    statement.citations.push_back({"x", 0, {}, sentence, 0});
    return statement;
  }

  std::vector<std::string> told(const std::string& sentence) {
    Answer answer;
    answer.bottom_line = {quote(sentence)};
    tell_concrete_harms(evidence_, answer);
    std::vector<std::string> texts;
    for (const Statement& statement : answer.bottom_line) texts.push_back(statement.text);
    return texts;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(HarmsOfMetformin, ADenialStandsAloneOnlyWhereNoHarmIsKnown) {
  const std::string denial = "There were no adverse events with metformin.";
  EXPECT_THAT(told(denial), ElementsAre(denial));
  const std::string harm = "Adverse events after metformin were severe diarrhoea and vomiting.";
  add(harm);
  EXPECT_THAT(told(denial), ElementsAre(harm, denial));
}

TEST_F(HarmsOfMetformin, ADenialGoesWhereTheHarmStandsBesideADose) {
  add("Adverse events after metformin 500 mg twice daily were severe diarrhoea and vomiting.");
  EXPECT_THAT(told("There were no adverse events with metformin."), IsEmpty());
}

TEST_F(HarmsOfMetformin, AHarmThatIsHardToReadStays) {
  const std::string hard =
      "Gastrointestinal complications necessitating discontinuation, predominantly haemorrhagic "
      "gastroduodenal ulceration, occurred disproportionately frequently following metformin administration.";
  ASSERT_FALSE(is_for_lay_readers(hard));
  Answer answer;
  answer.bottom_line = {quote("Metformin made some people feel sick."), quote(hard)};
  leave_out_hard_quotes(answer);
  EXPECT_THAT(answer.bottom_line, SizeIs(2));
}

}  // namespace
}  // namespace attest
