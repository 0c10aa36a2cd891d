#include "answer/lay/taken_together.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

Concept taken(const std::string& asked, const std::vector<std::string>& names,
              const std::vector<std::string>& groups = {}) {
  constexpr float kGroup = 0.45F;
  Concept thing;
  thing.asked_as = asked;
  thing.label = asked;
  thing.role = ConceptRole::kIntervention;
  thing.variants.push_back({asked, {}, 1.0F, false});
  for (const std::string& name : names) thing.variants.push_back({name, {}, 1.0F, false});
  for (const std::string& group : groups) thing.variants.push_back({group, {}, kGroup, false});
  return thing;
}

UnderstoodQuestion asking(const std::string& text, std::vector<Concept> concepts,
                          Intent intent = Intent::kHarm) {
  UnderstoodQuestion question;
  question.asked = text;
  question.resolved = text;
  question.intent = intent;
  question.concepts = std::move(concepts);
  return question;
}

UnderstoodQuestion ibuprofen_and_warfarin() {
  return asking("can I take ibuprofen with warfarin",
                {taken("ibuprofen", {"Nurofen"}, {"NSAIDs", "non-steroidal anti-inflammatory drugs"}),
                 taken("warfarin", {"Coumadin"}, {"anticoagulants"})});
}

TellsOfBoth tells(const UnderstoodQuestion& question, std::string_view lower, std::string_view title = {}) {
  return tells_of_both(asked_together(question), lower, title);
}

TEST(TakenTogether, IsAskedInManyWords) {
  const std::vector<Concept> both = {taken("sertraline", {}), taken("tramadol", {})};
  for (const char* text : {"i take sertraline, can i take tramadol for my back pain",
                           "is it safe to use tramadol on sertraline", "sertraline and tramadol together",
                           "do sertraline and tramadol interact", "does tramadol stop sertraline working"})
    EXPECT_EQ(asked_together(asking(text, both)).size(), 2U) << text;
  for (const char* text : {"should i take sertraline or tramadol", "is sertraline better than tramadol",
                           "how many people get sertraline and tramadol"})
    EXPECT_TRUE(asked_together(asking(text, both)).empty()) << text;
  EXPECT_TRUE(asked_together(asking("can i take sertraline at night", {taken("sertraline", {})})).empty());
  EXPECT_EQ(asked_together(asking("methotrexate and ibuprofen", both, Intent::kGeneral)).size(), 2U);
}

TEST(TakenTogether, AWarningNamesBoth) {
  const UnderstoodQuestion question = ibuprofen_and_warfarin();
  for (const char* sentence : {"ibuprofen raises the risk of bleeding in patients taking warfarin.",
                               "the combination of warfarin with nsaids increased the risk of bleeding.",
                               "concomitant use of ibuprofen and warfarin should be avoided."})
    EXPECT_EQ(tells(question, sentence), TellsOfBoth::kWarning) << sentence;
  for (const char* sentence :
       {"ibuprofen can cause bleeding of the stomach when taken for long.",
        "warfarin was compared with ibuprofen for the prevention of thrombosis and bleeding.",
        "ace inhibitors may interact with diuretics, warfarin, ibuprofen, and some other drugs.",
        "we hypothesised that ibuprofen taken with warfarin increases bleeding.",
        "anticoagulants and nsaids together increase the risk of bleeding."})
    EXPECT_EQ(tells(question, sentence), TellsOfBoth::kNothing) << sentence;
}

TEST(TakenTogether, AMemberIsNotJoinedWithItsGroup) {
  const UnderstoodQuestion question =
      asking("can i take aspirin and ibuprofen at the same time",
             {taken("aspirin", {}, {"NSAIDs"}), taken("ibuprofen", {}, {"NSAIDs"})});
  EXPECT_EQ(tells(question, "aspirin and other nsaids are used with caution in patients taking tablets."),
            TellsOfBoth::kNothing);
  EXPECT_EQ(tells(question, "ibuprofen given with aspirin is less effective: they interact."),
            TellsOfBoth::kWarning);
}

TEST(TakenTogether, NoInteractionIsNoWarning) {
  EXPECT_EQ(tells(ibuprofen_and_warfarin(), "there was no interaction between ibuprofen and warfarin."),
            TellsOfBoth::kNoHarm);
}

TEST(TakenTogether, APaperOnInteractionsNamesOneInItsTitle) {
  const UnderstoodQuestion question =
      asking("is it ok to take st johns wort while on the pill",
             {taken("st johns wort", {"St John's wort"}), taken("pill", {"oral contraceptives"})});
  const char* sentence =
      "significant interactions have been identified with warfarin, digoxin and oral contraceptives.";
  EXPECT_EQ(tells(question, sentence, "st john's wort: drug interactions and outcomes"),
            TellsOfBoth::kWarning);
  EXPECT_EQ(tells(question, sentence, "rifampicin: drug interactions"), TellsOfBoth::kNothing);
}

TEST(TakenTogether, AGroupIsExplained) {
  Statement statement;
  statement.text = "The combination of warfarin with NSAIDs increased the risk of bleeding.";
  EXPECT_EQ(note_on_groups(ibuprofen_and_warfarin(), {statement}), "Ibuprofen is one of these: NSAIDs.");
  statement.text = "Ibuprofen with warfarin increased the risk of bleeding.";
  EXPECT_EQ(note_on_groups(ibuprofen_and_warfarin(), {statement}), "");
}

}  // namespace
}  // namespace attest
