// Doses and lengths that are reasons why two sources differ.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/disagreements/stated_doses.h"
#include "answer/disagreements/study_differences.h"
#include "answer/disagreements/study_length.h"

namespace attest {
namespace {

Document text_of(const std::string& title, const std::string& abstract) {
  Document document;
  TextBuilder text;
  text.set_title(title);
  text.add_section(SectionKind::kAbstract, "", abstract);
  std::move(text).finish(document);
  document.record.title = title;
  return document;
}

TEST(StudyLength, IsReadWhereOneIsStated) {
  const auto words = [](const std::string& title, const std::string& abstract) {
    return study_length(text_of(title, abstract)).words;
  };
  EXPECT_EQ(words("A 12-week trial of zinc", "Children were studied."), "12 weeks");
  EXPECT_EQ(words("Zinc in children", "They were treated for six months."), "6 months");
  EXPECT_EQ(words("Zinc in children", "Follow-up was complete. Patients were followed for 2 years."),
            "2 years");
  EXPECT_EQ(words("Zinc in children", "A 4-week run-in was followed by an 8-week double-blind period."),
            "8 weeks");
  EXPECT_EQ(words("Zinc in children", "Given for 6 weeks, then a 46-week maintenance phase."), "");
  EXPECT_EQ(words("Zinc in children", "Children 12 years old had coughed since 3 weeks."), "");
  EXPECT_EQ(words("Zinc in 5-year-old children", "Given for 4 weeks or for 12 weeks."), "");
}

TEST(StatedDoses, DifferWhereNoneIsShared) {
  const auto doses = [](const std::string& x, const std::string& y) {
    return differing_doses({x, "zinc", "iron"}, {y, "zinc", "iron"});
  };
  using Pair = std::pair<std::string, std::string>;
  EXPECT_EQ(doses("They got zinc 20 mg daily.", "They got 50 mg zinc or placebo."), Pair("20 mg", "50 mg"));
  EXPECT_EQ(doses("Zinc (20 mg/day) was given.", "Zinc 50 mg and zinc 100 mg were given."),
            Pair("20 mg/day", "50 mg and 100 mg"));
  EXPECT_EQ(doses("They got 20 mg of zinc.", "They got zinc 20 mg/day."), Pair());
  EXPECT_EQ(doses("They got zinc 20 mg or iron 40 mg.", "They got zinc 50 mg."), Pair("20 mg", "50 mg"));
  EXPECT_EQ(doses("A 40-mg bolus, then 20 mg of zinc.", "They got zinc 50 mg."), Pair());
  EXPECT_EQ(doses("They got zinc.", "They got zinc 20 mg."), Pair());
  EXPECT_EQ(doses("Zinc 20 patients had pain.", "They got zinc 20 mg."), Pair());
}

TEST(StudiedPeople, AfterWhatATitleSays) {
  const auto after = [](const std::string& title) { return studied_people(text_of(title, "A.")).after; };
  EXPECT_EQ(after("Atrial fibrillation after coronary artery bypass surgery"),
            "coronary artery bypass surgery");
  EXPECT_EQ(after("Metoprolol following cardioversion of persistent fibrillation"), "cardioversion");
  EXPECT_EQ(after("Metoprolol after 2 years"), "");
  EXPECT_EQ(after("Metoprolol in atrial fibrillation"), "");
}

}  // namespace
}  // namespace attest
