// Which things a result is told of together.
#include "findings/names/regimens.h"

#include <gtest/gtest.h>

#include "base/ascii.h"
#include "findings/names/combinations.h"
#include "findings/names/mentions.h"
#include "text/tokens.h"

namespace attest {
namespace {

class Regimens : public testing::Test {
 protected:
  Regimens() {
    for (const char* const one : {"pantoprazole",
                                  "bismuth",
                                  "tetracycline",
                                  "metronidazole",
                                  "omeprazole",
                                  "lansoprazole",
                                  "clarithromycin",
                                  "amoxicillin",
                                  "rifabutin",
                                  "levofloxacin",
                                  "rabeprazole",
                                  "doxorubicin",
                                  "bleomycin",
                                  "vinblastine",
                                  "dacarbazine",
                                  "lenalidomide",
                                  "dexamethasone",
                                  "peginterferon",
                                  "ribavirin",
                                  "trazodone",
                                  "pindolol",
                                  "fluoxetine",
                                  "proton pump inhibitors",
                                  "NSAIDs",
                                  "naproxen",
                                  "ibuprofen",
                                  "diclofenac",
                                  "diuretics",
                                  "beta-blockers",
                                  "anticoagulation",
                                  "warfarin"})
      vocabulary_.add({one, one, "", ConceptRole::kIntervention, false, {}}, std::vector<std::string>{one},
                      stemmer_);
    vocabulary_.add({"placebo", "placebo", "", ConceptRole::kIntervention, true, {}},
                    std::vector<std::string>{"placebo"}, stemmer_);
  }
  std::vector<Mention> named_in(const std::string& text) {
    std::vector<Mention> named;
    for (const VocabularyMatch& match : vocabulary_.match(text, tokenize(text), stemmer_)) {
      const VocabularyEntry& entry = vocabulary_.entry(match.entry);
      named.push_back({entry.id, entry.name, match.span, entry.is_control});
    }
    return named;
  }
  std::string things(const std::string& sentence) {
    std::string row;
    for (const Mention& one : join_regimens(lower_ascii(sentence), named_in(sentence)))
      row += (row.empty() ? "" : "; ") + one.name;
    return row;
  }
  std::string of_title(const std::string& title) {
    return regimen_of_title(lower_ascii(title), named_in(title)).name;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
};

TEST_F(Regimens, WhatIsIntroducedAsOneIsOne) {
  EXPECT_EQ(
      things("Quadruple therapy with pantoprazole, bismuth, tetracycline and metronidazole for 7 days is "
             "an effective treatment."),
      "pantoprazole + bismuth + tetracycline + metronidazole");
  EXPECT_EQ(
      things("Patients had quadruple therapy including pantoprazole, 40 mg twice daily, colloidal bismuth "
             "subcitrate, 120 mg four times daily, tetracycline, 500 mg four times daily, and "
             "metronidazole, 500 mg three times daily, for 7 days."),
      "pantoprazole + bismuth + tetracycline + metronidazole");
  EXPECT_EQ(things("A combination of peginterferon and ribavirin cleared the virus in 54%."),
            "peginterferon + ribavirin");
}

TEST_F(Regimens, WordsBehindTellItToo) {
  EXPECT_EQ(things("Rabeprazole, levofloxacin and rifabutin-based triple therapy was as effective."),
            "rabeprazole + levofloxacin + rifabutin");
  EXPECT_EQ(things("(i) rabeprazole, 20 mg b.d., rifabutin, 300 mg once daily, and levofloxacin, 500 mg once "
                   "daily, for 7 days (triple therapy)"),
            "rabeprazole + rifabutin + levofloxacin");
  EXPECT_EQ(things("Peginterferon and ribavirin combination therapy cleared the virus in 54%."),
            "peginterferon + ribavirin");
}

TEST_F(Regimens, OneGroupHadAll) {
  EXPECT_EQ(things("Infection was rarer in the lansoprazole and amoxicillin group at 4 weeks."),
            "lansoprazole + amoxicillin");
  EXPECT_EQ(things("Ulcers healed in 92% of patients taking bismuth, tetracycline, and metronidazole."),
            "bismuth + tetracycline + metronidazole");
  EXPECT_EQ(things("Pressure fell as much in those taking diuretics and beta-blockers, and was similar."),
            "diuretics; beta-blockers");
  EXPECT_EQ(things("Pain was eased in the naproxen and the ibuprofen group ."), "naproxen; ibuprofen");
}

TEST_F(Regimens, OneVerbMakesThemOne) {
  EXPECT_EQ(things("Oral lenalidomide and dexamethasone remain an effective treatment."),
            "lenalidomide + dexamethasone");
  EXPECT_EQ(things("Lenalidomide and dexamethasone was more effective."), "lenalidomide + dexamethasone");
  EXPECT_EQ(things("Treatment with diuretics and beta-blockers is effective."), "diuretics; beta-blockers");
  EXPECT_EQ(things("Diuretics and beta-blockers are effective."), "diuretics; beta-blockers");
  EXPECT_EQ(things("The benefit of NSAIDs/naproxen was small."), "NSAIDs; naproxen");
}

TEST_F(Regimens, PlusJoins) {
  EXPECT_EQ(things("Survival was longer with lenalidomide plus dexamethasone than with placebo plus "
                   "dexamethasone."),
            "lenalidomide + dexamethasone; placebo; dexamethasone");
  EXPECT_EQ(things("Trazodone+pindolol was as effective as trazodone+fluoxetine."),
            "trazodone + pindolol; trazodone + fluoxetine");
  EXPECT_EQ(things("A 10-day course of rifabutin with pantoprazole and amoxicillin is more effective."),
            "rifabutin + pantoprazole + amoxicillin");
}

TEST_F(Regimens, PlusBetweenTheItemsOfAListJoins) {
  EXPECT_EQ(
      things("Amoxicillin: - Adult: 500 mg by slow intravenous injection or infusion every 6 hours for 4 - "
             "6 weeks, up to 14 g daily if necessary, - Child: 50 mg/kg Plus: - Metronidazole 400 mg every 8 "
             "hours"),
      "amoxicillin + metronidazole");
  EXPECT_EQ(things("Amoxicillin 500 mg every 6 hours Or: - Metronidazole 400 mg every 8 hours"),
            "amoxicillin; metronidazole");
}

TEST_F(Regimens, AClassWithItsMemberIsOneThing) {
  EXPECT_EQ(things("Patients should receive anticoagulation with warfarin."), "anticoagulation; warfarin");
}

TEST_F(Regimens, AChoiceWithinItIsKept) {
  EXPECT_EQ(
      things("Triple therapy using omeprazole or lansoprazole plus clarithromycin and amoxicillin is an "
             "effective alternative."),
      "omeprazole or lansoprazole + clarithromycin + amoxicillin");
  EXPECT_EQ(things("One-week triple therapy with amoxicillin, clarithromycin and either pantoprazole or "
                   "lansoprazole was effective."),
            "amoxicillin + clarithromycin + pantoprazole or lansoprazole");
}

TEST_F(Regimens, AShortFormNamesIt) {
  EXPECT_EQ(
      things("All received ABVD (doxorubicin, bleomycin, vinblastine and dacarbazine) as the first-line "
             "of treatment."),
      "ABVD (doxorubicin + bleomycin + vinblastine + dacarbazine)");
  EXPECT_EQ(things("NSAIDs (naproxen, diclofenac and ibuprofen) eased pain."),
            "NSAIDs; naproxen; diclofenac; ibuprofen");
}

TEST_F(Regimens, APartMayNameIt) {
  EXPECT_EQ(things("A 2-week proton pump inhibitors-based triple therapy was successful in 75%."),
            "proton pump inhibitor-based triple therapy");
  EXPECT_EQ(things("Bismuth quadruple therapy was successful in 75%."), "bismuth quadruple therapy");
  EXPECT_EQ(things("Bismuth therapy was successful in 75%."), "bismuth");
}

TEST_F(Regimens, EqualsStayApart) {
  EXPECT_EQ(things("Relief was reported by 87% with naproxen, 45% with ibuprofen and 22% with diclofenac."),
            "naproxen; ibuprofen; diclofenac");
  EXPECT_EQ(things("Diuretics and beta-blockers lowered blood pressure."), "diuretics; beta-blockers");
  EXPECT_EQ(things("Naproxen, diclofenac or ibuprofen eased pain."), "naproxen; diclofenac; ibuprofen");
  EXPECT_EQ(things("Replacing rifabutin with amoxicillin changed nothing."), "rifabutin; amoxicillin");
  EXPECT_EQ(things("Lenalidomide plus dexamethasone and dexamethasone alone were compared."),
            "lenalidomide + dexamethasone; dexamethasone");
  EXPECT_EQ(things("Naproxen or omeprazole plus amoxicillin helped."), "naproxen; omeprazole + amoxicillin");
}

TEST_F(Regimens, ATitleTellsWhatWasStudied) {
  EXPECT_EQ(of_title("Lenalidomide plus dexamethasone for relapsed myeloma"), "lenalidomide + dexamethasone");
  EXPECT_EQ(of_title("Lenalidomide plus dexamethasone versus dexamethasone"), "");
  EXPECT_EQ(of_title("Lenalidomide plus dexamethasone or bleomycin"), "");
  EXPECT_EQ(of_title("Lenalidomide in myeloma"), "");
}

TEST_F(Regimens, AnIdHasItsParts) {
  EXPECT_EQ(combination_id({"b", "a"}), "combination:a+b");
  EXPECT_TRUE(is_or_has_part("combination:a+b", "b"));
  EXPECT_TRUE(is_or_has_part("b", "b"));
  EXPECT_FALSE(is_or_has_part("combination:a+b", "c"));
  EXPECT_TRUE(is_or_has_part("combination:a|c+b", "c"));
}

}  // namespace
}  // namespace attest
