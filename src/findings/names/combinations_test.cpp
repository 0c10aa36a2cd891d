// Which things a sentence gives together, and that what is said of them is said of none alone.
#include <gtest/gtest.h>

#include "findings/extract.h"
#include "findings/names/combinations.h"

namespace attest {
namespace {

class CombinationsTest : public testing::Test {
 protected:
  CombinationsTest() {
    for (const char* const one :
         {"isoniazid",  "rifampicin",    "ethambutol",     "methotrexate", "folic acid",   "glucocorticoids",
          "carbidopa",  "levodopa",      "doxorubicin",    "bleomycin",    "dacarbazine",  "sertraline",
          "diuretics",  "beta-blockers", "surgery",        "chemotherapy", "carboplatin",  "paclitaxel",
          "omeprazole", "amoxicillin",   "clarithromycin", "cryotherapy",  "radiotherapy", "nitrates"})
      vocabulary_.add({one, one, "", ConceptRole::kIntervention, false, {}}, std::vector<std::string>{one},
                      stemmer_);
  }
  // The names of what the sentence calls first-line, in one row.
  std::string first(const std::string& sentence) {
    Document document;
    document.text = sentence;
    Appraisal appraisal;
    appraisal.design = StudyDesign::kGuideline;
    const SentenceContext context{&document, &appraisal, 0, "", 2, {}, {}};
    const Finding finding =
        extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
    std::string row;
    for (const Mention& one : finding.interventions) {
      if (line_said_of(finding, one.id) == 1) row += (row.empty() ? "" : "; ") + one.name;
    }
    return row;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
};

TEST_F(CombinationsTest, WhatIsGivenTogetherStaysOneThing) {
  EXPECT_EQ(first("A combination of isoniazid and rifampicin is the first-line treatment."),
            "isoniazid + rifampicin");
  EXPECT_EQ(first("First-line treatment is isoniazid plus rifampicin."), "isoniazid + rifampicin");
  EXPECT_EQ(first("Methotrexate (15 mg weekly) plus folic acid is the first-line treatment."),
            "methotrexate + folic acid");
  EXPECT_EQ(first("Combination therapy with carbidopa and levodopa remains the first-line approach."),
            "carbidopa + levodopa");
  EXPECT_EQ(first("ABVD (doxorubicin, bleomycin and dacarbazine) is the standard first-line regimen."),
            "ABVD (doxorubicin + bleomycin + dacarbazine)");
  EXPECT_EQ(
      first("All patients received the protocol of ABVD (doxorubicin, bleomycin and dacarbazine) as the "
            "first-line of treatment."),
      "ABVD (doxorubicin + bleomycin + dacarbazine)");
  EXPECT_EQ(first("Triple therapy including omeprazole, clarithromycin and amoxicillin is the treatment of "
                  "choice."),
            "omeprazole + clarithromycin + amoxicillin");
  EXPECT_EQ(first("Carboplatin and paclitaxel is the standard first-line chemotherapy."),
            "carboplatin + paclitaxel");
  EXPECT_EQ(
      first("As first strategy, the Task Force recommends methotrexate (rapid escalation to 25 mg/week) "
            "plus short-term glucocorticoids."),
      "methotrexate + glucocorticoids");
  EXPECT_EQ(first("Surgery followed by chemotherapy is the first-line treatment."), "surgery + chemotherapy");
}

TEST_F(CombinationsTest, EqualsOfAListAreNoCombination) {
  EXPECT_EQ(first("Diuretics and beta-blockers are the first-line drugs."), "diuretics; beta-blockers");
  EXPECT_EQ(first("Treatment with diuretics and beta-blockers is recommended as first-line therapy."),
            "diuretics; beta-blockers");
  EXPECT_EQ(first("First-line drugs are isoniazid, rifampicin and ethambutol."),
            "isoniazid; rifampicin; ethambutol");
  EXPECT_EQ(first("The first-line agents that form the core of regimens include: - isoniazid (INH) - "
                  "rifampicin (RIF) - ethambutol (EMB)"),
            "isoniazid; rifampicin; ethambutol");
  EXPECT_EQ(first("Nitrates, levodopa, and diuretics plus beta-blockers are first-line options."),
            "nitrates; levodopa; diuretics + beta-blockers");
  EXPECT_EQ(first("First-line treatment is sertraline or a combination of isoniazid and rifampicin."),
            "sertraline; isoniazid + rifampicin");
}

TEST_F(CombinationsTest, APartThatIsOpenNamesNothing) {
  for (
      const char* const sentence :
      {"First-line treatment is omeprazole plus amoxicillin and either clarithromycin or another antibiotic.",
       "First-line treatment is methotrexate plus a new drug.",
       "First-line treatment is isoniazid and rifampicin plus ethambutol.",
       "Excision followed by radiotherapy (Sr-90) or cryotherapy can be recommended as treatment of choice."})
    EXPECT_EQ(first(sentence), "") << sentence;
}

TEST_F(CombinationsTest, AnIdTellsItsParts) {
  EXPECT_EQ(parts_of_combination("combination:a+b"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(parts_of_combination("a").empty());
  EXPECT_FALSE(is_combination("text:a+b"));
}

}  // namespace
}  // namespace attest
