// What understand() makes of questions: the names of one condition, homonyms, intents in doctors' and
// patients' words, slips of the keyboard, MeSH, abbreviations, follow-ups.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "question/question_test_support.h"

namespace attest {
namespace {

using test::labels;
using test::own_thesaurus;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const FakeCollection& small_collection() {
  static const FakeCollection collection = [] {
    std::vector<std::string> texts(
        20, "biofeedback for dyssynergic defecation in constipated patients improved symptoms");
    texts.resize(40,
                 "botulinum toxin injection into the puborectalis muscle, randomised trial, incontinence");
    texts.resize(50, "signs of hypopharyngeal cancer");
    texts.resize(60, "metoclopramide and xylometazoline nasal hyaluronidase adults");
    FakeCollection made(texts);
    made.add_concept({"D003248", "constipation", {"C23.888.821.150"}, {"colonic inertia", "dyschezia"}});
    made.add_concept(
        {"D000111", "sphincter of Oddi dysfunction", {"C06.130.120.250"}, {"oddi sphincter dysfunction"}});
    made.add_concept({"D000222", "hyaluronidase", {"D08.811.277.450"}, {"hyaluronidases"}});
    made.add_concept({"D000333",
                      "carcinoma, merkel cell",
                      {"C04.557.465.625"},
                      {"merkel cell cancer", "cancers, merkel cell"}});
    made.add_concept({"D013812", "therapeutics", {"E02"}, {"treatment", "therapy"}});
    made.add_concept({"D010361", "patients", {"M01.643"}, {"patient"}});
    made.add_abbreviation({"DD", "dyssynergic defecation", 9});
    made.add_abbreviation({"DD", "developmental disability", 4});
    made.add_abbreviation({"QQS", "quiet quadrant syndrome", 5});
    return made;
  }();
  return collection;
}

UnderstoodQuestion read(std::string_view question, const std::optional<PreviousTurn>& before = std::nullopt) {
  return test::read_question(question, small_collection(), before);
}

std::string first_condition(const UnderstoodQuestion& question) {
  for (const Concept& one : question.concepts) {
    if (one.role == ConceptRole::kCondition) return one.label;
  }
  return {};
}

TEST(Understand, every_name_of_anismus_is_one_condition) {
  const Thesaurus::Entry* entry = own_thesaurus().find_by_id("attest:dyssynergic-defecation");
  ASSERT_NE(entry, nullptr);
  EXPECT_GE(entry->names.size(), 40u);
  for (const std::string& name : entry->names) {
    const UnderstoodQuestion question = read("What is the first-line treatment for " + name + "?");
    EXPECT_EQ(first_condition(question), "dyssynergic defecation") << name;
    EXPECT_EQ(question.intent, Intent::kLineOfTherapy) << name;
    EXPECT_EQ(question.line_of_therapy, 1) << name;
    EXPECT_THAT(question.spelling, IsEmpty()) << name;
    ASSERT_FALSE(question.concepts.empty()) << name;
    EXPECT_EQ(question.concepts.size(), 1u) << name << " also became " << question.concepts.back().label;
  }
}

TEST(Understand, homonyms_stay_apart) {
  EXPECT_EQ(first_condition(read("treatment of detrusor sphincter dyssynergia")),
            "detrusor sphincter dyssynergia");
  EXPECT_EQ(first_condition(read("bladder sphincter dyssynergia in spinal cord injury")),
            "detrusor sphincter dyssynergia");
  EXPECT_EQ(first_condition(read("myoclonic cerebellar dyssynergia prognosis")), "cerebellar dyssynergia");
  EXPECT_EQ(first_condition(read("anal fissure treatment")), "anal fissure");
  EXPECT_EQ(first_condition(read("dyssynergia treatment")), "dyssynergic defecation");
  EXPECT_EQ(first_condition(read("dyssynergia of the urinary bladder with high voiding pressure")),
            "detrusor sphincter dyssynergia");
  EXPECT_EQ(first_condition(read("surgery for MS with a murmur of the valve")), "mitral stenosis");
  EXPECT_EQ(first_condition(read("interferon for MS")), "multiple sclerosis");
  const UnderstoodQuestion question = read("anismus");
  ASSERT_EQ(question.concepts.size(), 1u);
  EXPECT_FALSE(question.concepts[0].homonyms.empty());
}

TEST(Understand, patients_words_name_conditions) {
  const std::pair<const char*, const char*> said[] = {
      {"my muscles tighten up when I try to poop, what helps?", "dyssynergic defecation"},
      {"pelvic floor muscles won't relax when I go to the toilet", "dyssynergic defecation"},
      {"why can't I poo properly?", "constipation"},
      {"I can't have sex because it is too tight", "vaginismus"},
      {"I can't get a tampon in", "vaginismus"},
      {"my vagina closes up, what can I do", "vaginismus"},
      {"sex hurts", "dyspareunia"},
      {"what to do about piles", "haemorrhoids"},
      {"heart attack recovery", "myocardial infarction"},
      {"high blood pressure tablets", "hypertension"},
      {"I have heartburn every night", "gastro-oesophageal reflux disease"},
      {"how do I get rid of thrush", "vaginal candidiasis"},
      {"bleeding from my bottom, what is it", "rectal bleeding"},
      {"can't sleep at night", "insomnia"},
      {"my poo leaks", "faecal incontinence"},
  };
  for (const auto& [question, condition] : said)
    EXPECT_EQ(first_condition(read(question)), condition) << question;
}

TEST(Understand, merges_own_and_stored_thesaurus) {
  const UnderstoodQuestion question = read("treatment of dyschezia");
  ASSERT_EQ(question.concepts.size(), 1u);
  EXPECT_EQ(question.concepts[0].thesaurus_id, "attest:constipation");
  std::vector<std::string> words;
  for (const auto& variant : question.concepts[0].variants) words.push_back(variant.words);
  EXPECT_THAT(words, Contains("colonic inertia"));
  EXPECT_EQ(words.front(), "dyschezia");
}

TEST(Understand, reads_mesh_in_natural_order) {
  const UnderstoodQuestion merkel = read("What is the prognosis of Merkel cell carcinoma?");
  ASSERT_EQ(merkel.concepts.size(), 1u);
  EXPECT_EQ(merkel.concepts[0].label, "merkel cell carcinoma");
  EXPECT_EQ(merkel.concepts[0].thesaurus_id, "D000333");
  EXPECT_EQ(merkel.concepts[0].role, ConceptRole::kCondition);
  EXPECT_TRUE(merkel.concepts[0].required);
  const UnderstoodQuestion drug = read("hyaluronidase for sphincter of Oddi dysfunction");
  EXPECT_THAT(labels(drug), ElementsAre("sphincter of Oddi dysfunction", "hyaluronidase"));
  EXPECT_EQ(drug.concepts[1].role, ConceptRole::kIntervention);
  for (const auto& one : read("therapy for patients with anismus").concepts) {
    EXPECT_NE(one.label, "therapeutics");
    EXPECT_NE(one.label, "patients");
  }
}

TEST(Understand, learned_abbreviations_follow_the_context) {
  EXPECT_EQ(first_condition(read("biofeedback for DD with defecation problems")), "dyssynergic defecation");
  EXPECT_THAT(labels(read("schooling for DD and disability")), Contains("developmental disability"));
  EXPECT_THAT(labels(read("what is QQS")), Contains("quiet quadrant syndrome"));
  const UnderstoodQuestion question = read("anismus");
  bool abbreviated = false;
  for (const auto& variant : question.concepts[0].variants)
    abbreviated |= variant.words == "DD" && variant.abbreviation;
  EXPECT_TRUE(abbreviated);
}

TEST(Understand, small_letters_of_an_abbreviation_are_read_as_it_is_written) {
  for (const char* question : {"What is the prognosis of als?", "What is the prognosis of ALS?"}) {
    const UnderstoodQuestion understood = read(question);
    ASSERT_FALSE(understood.concepts.empty()) << question;
    const ConceptVariant& first = understood.concepts.front().variants.front();
    EXPECT_EQ(first.words, "ALS") << question;
    EXPECT_TRUE(first.abbreviation) << question;
  }
}

TEST(Understand, unknown_words_are_asked_for) {
  const UnderstoodQuestion question = read("What is the dose of zorbafenzil for anismus?");
  EXPECT_THAT(labels(question), Contains("zorbafenzil"));
  for (const auto& one : question.concepts) EXPECT_TRUE(one.required) << one.label;
  EXPECT_EQ(question.intent, Intent::kDose);
  const UnderstoodQuestion pair = read("does flurgo grabendole help");
  EXPECT_THAT(labels(pair), ElementsAre("flurgo grabendole"));
  for (const auto& one : pair.concepts) EXPECT_TRUE(one.required) << one.label;
}

TEST(Understand, what_a_person_wants_to_do_is_asked_for_however_everyday) {
  const UnderstoodQuestion fly = read("Is it safe to fly after dyssynergic defecation surgery?");
  const auto sought = [](const UnderstoodQuestion& question) {
    std::vector<std::string> labels;
    for (const Concept& one : question.concepts) {
      if (one.sought) labels.push_back(one.label);
    }
    return labels;
  };
  EXPECT_THAT(sought(fly), ElementsAre("fly"));
  EXPECT_THAT(sought(read("is it safe to take botulinum toxin for constipation")), IsEmpty());
  EXPECT_THAT(sought(read("is botulinum toxin safe in constipation")), IsEmpty());
}

TEST(Understand, everyday_words_are_not_asked_for) {
  const UnderstoodQuestion question = read(
      "Hello, my husband is worried because my doctor told me yesterday that I have anismus. What can I do?");
  EXPECT_THAT(labels(question), ElementsAre("dyssynergic defecation"));
  EXPECT_EQ(question.intent, Intent::kTreatment);
}

TEST(Understand, spelling_is_mended_and_reported) {
  const std::tuple<const char*, const char*, const char*> slips[] = {
      {"treatment of anismuss", "anismuss", "anismus"},
      {"what helps with constipaton", "constipaton", "constipation"},
      {"biofedback for anismus", "biofedback", "biofeedback"},
      {"botulinim toxin for anismus", "botulinim", "botulinum"},
      {"dysynergic defecation", "dysynergic", "dyssynergic"},
      {"vaginismis treatment", "vaginismis", "vaginismus"},
      {"vaganismus treatment", "vaganismus", "vaginismus"},
      {"diarhea treatment", "diarhea", "diarrhea"},
      {"treatmnt of anismus", "treatmnt", "treatment"},
      {"hemoroids cure", "hemoroids", "hemorrhoids"},
      {"asthma inhaeler", "inhaeler", "inhaler"},
      {"side efects of botox", "efects", "effects"},
      {"migrane prevention", "migrane", "migraine"},
      {"signs of hypopharingeal cancer", "hypopharingeal", "hypopharyngeal"},
      {"what is atrial fibrilation", "fibrilation", "fibrillation"},
  };
  for (const auto& [asked, from, to] : slips) {
    const UnderstoodQuestion question = read(asked);
    ASSERT_EQ(question.spelling.size(), 1u) << asked;
    EXPECT_EQ(question.spelling[0].from, from);
    EXPECT_EQ(question.spelling[0].to, to) << asked;
    EXPECT_EQ(question.asked, asked);
    EXPECT_EQ(question.resolved,
              std::string(asked).replace(std::string(asked).find(from), std::string(from).size(), to));
  }
  // A drug that documents hold is spelled as it is spelled; so is one that nothing is near to.
  EXPECT_THAT(read("xylometazoline for anismus").spelling, IsEmpty());
  EXPECT_THAT(read("hyaluronidases for anismus").spelling, IsEmpty());
  EXPECT_THAT(read("zorbafenzil for anismus").spelling, IsEmpty());
  // A word of the literature at large, which neither this thesaurus nor this collection has.
  EXPECT_THAT(read("dividing the muscle for anismus").spelling, IsEmpty());
}

TEST(Understand, index_terms_help_with_spelling) {
  const UnderstoodQuestion question = read("xylometazolin nasal spray");
  ASSERT_LE(question.spelling.size(), 1u);
  if (!question.spelling.empty()) {
    EXPECT_EQ(question.spelling[0].to, "xylometazoline");
  }
}

TEST(Understand, population_and_summary) {
  EXPECT_EQ(read("biofeedback for anismus in children").population, "children");
  EXPECT_EQ(read("is botox safe during pregnancy").population, "pregnancy");
  EXPECT_EQ(read("constipation in the elderly").population, "older adults");
  EXPECT_EQ(
      read("What is the first-line treatment for anismus in kids?").summary(),
      "first-line treatment · dyssynergic defecation (anismus, pelvic floor dyssynergia, …) · children");
  EXPECT_EQ(read("").summary(), "general");
}

TEST(Understand, odd_input_gives_no_concepts) {
  for (const char* odd : {"", "   ", "???", "\xFF\xFE\x80", "the of and", "\n\t\n", "''''", "-"}) {
    const UnderstoodQuestion question = read(odd);
    EXPECT_THAT(question.concepts, IsEmpty()) << odd;
  }
  EXPECT_LE(read(std::string(100'000, 'a') + " anismus").concepts.size(), 2u);
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "qx" + std::to_string(i) + "z ";
  EXPECT_LE(read(many).concepts.size(), 24u);
}

TEST(Understand, a_stem_is_not_a_name) {
  EXPECT_THAT(labels(read("computer aided mammography")), Not(Contains("HIV infection")));
  EXPECT_THAT(labels(read("fitness of prostatic tissue")), Not(Contains("prostatitis")));
  EXPECT_THAT(labels(read("fitness and asthma")), Not(Contains("faecal immunochemical test")));
  EXPECT_THAT(labels(read("AIDS and asthma")), Contains("HIV infection"));
  EXPECT_THAT(labels(read("hypertensive adults")), Contains("hypertension"));
  EXPECT_THAT(labels(read("how many NSAIDs")), Contains("non-steroidal anti-inflammatory drugs"));
}

TEST(Understand, the_wider_condition_goes_without_saying) {
  const UnderstoodQuestion question = read("What helps with chronic constipation in anismus?");
  ASSERT_EQ(question.concepts.size(), 2u);
  for (const auto& one : question.concepts)
    EXPECT_EQ(one.required, one.label == "dyssynergic defecation") << one.label;
  for (const auto& one : read("constipation in Parkinson's disease").concepts)
    EXPECT_TRUE(one.required) << one.label;
}

TEST(Understand, drug_class_members_are_members) {
  const UnderstoodQuestion member = read("onabotulinumtoxinA for anismus");
  EXPECT_THAT(labels(member), Contains("onabotulinumtoxinA"));
  const UnderstoodQuestion whole = read("botulinum toxin for anismus");
  bool has_member = false;
  for (const auto& one : whole.concepts) {
    for (const auto& variant : one.variants)
      has_member |= variant.words == "abobotulinumtoxinA" && variant.weight < 1;
  }
  EXPECT_TRUE(has_member);
}

PreviousTurn after_first_line() {
  return {"What is the first-line treatment for anismus?",
          Intent::kLineOfTherapy,
          {"dyssynergic defecation"},
          {"biofeedback", "botulinum toxin", "surgery"},
          1,
          "biofeedback"};
}

TEST(FollowUp, golden_chain) {
  const UnderstoodQuestion fails = read("and if that fails?", after_first_line());
  EXPECT_TRUE(fails.is_follow_up);
  EXPECT_EQ(fails.resolved,
            "What is the second-line treatment for dyssynergic defecation if biofeedback fails?");
  EXPECT_EQ(fails.intent, Intent::kLineOfTherapy);
  EXPECT_EQ(fails.line_of_therapy, 2);
  EXPECT_EQ(first_condition(fails), "dyssynergic defecation");
  for (const auto& one : fails.concepts)
    EXPECT_EQ(one.required, one.role == ConceptRole::kCondition) << one.label;

  PreviousTurn second = after_first_line();
  second.question = fails.resolved;
  second.line_in_focus = 2;
  second.intervention_in_focus = "botulinum toxin";
  // An answer on the second line lists its options from there.
  second.lines.erase(second.lines.begin());
  const UnderstoodQuestion fails_again = read("and if that fails?", second);
  EXPECT_EQ(fails_again.resolved,
            "What is the third-line treatment for dyssynergic defecation if botulinum toxin fails?");
  EXPECT_EQ(fails_again.line_of_therapy, 3);
  const UnderstoodQuestion dose = read("what dose?", second);
  EXPECT_EQ(dose.intent, Intent::kDose);
  EXPECT_EQ(dose.resolved, "What dose of botulinum toxin is used for dyssynergic defecation?");
  const UnderstoodQuestion lasts = read("how long does it last?", second);
  EXPECT_EQ(lasts.intent, Intent::kDuration);
  EXPECT_EQ(lasts.resolved, "How long does the effect of botulinum toxin last in dyssynergic defecation?");
  const UnderstoodQuestion safe = read("is it safe?", second);
  EXPECT_EQ(safe.intent, Intent::kHarm);
  EXPECT_THAT(labels(safe), ElementsAre("dyssynergic defecation", "botulinum toxin"));
  const UnderstoodQuestion third = read("what if it doesn't work?", second);
  EXPECT_EQ(third.line_of_therapy, 3);
}

TEST(FollowUp, more_turns) {
  struct Turn {
    const char* asked;
    Intent intent;
    const char* resolved;
  };
  const Turn turns[] = {
      {"what about children?", Intent::kLineOfTherapy,
       "What is the first-line treatment for dyssynergic defecation in children?"},
      {"and botox?", Intent::kTreatment, "How well does botulinum toxin work for dyssynergic defecation?"},
      {"why?", Intent::kMechanism, "Why does biofeedback work for dyssynergic defecation?"},
      {"how is it diagnosed?", Intent::kDiagnosis, "How is dyssynergic defecation diagnosed?"},
      {"will it come back?", Intent::kPrognosis,
       "What is the long-term outcome of biofeedback for dyssynergic defecation?"},
      {"what causes it?", Intent::kCause, "What causes dyssynergic defecation?"},
      {"who responds?", Intent::kPredictor,
       "What predicts response to biofeedback in dyssynergic defecation?"},
      {"any side effects?", Intent::kHarm,
       "What are the side effects of biofeedback for dyssynergic defecation?"},
      {"how common is it?", Intent::kPrevalence, "How common is dyssynergic defecation?"},
      {"what next?", Intent::kLineOfTherapy,
       "What is the second-line treatment for dyssynergic defecation if biofeedback fails?"},
      {"is that different for anismus?", Intent::kLineOfTherapy,
       "What is the first-line treatment for dyssynergic defecation?"},
      {"is that different for dyssynergic defecation?", Intent::kLineOfTherapy,
       "What is the first-line treatment for dyssynergic defecation?"},
      {"what about vaginismus?", Intent::kLineOfTherapy, "What is the first-line treatment for vaginismus?"},
      {"what if biofeedback fails?", Intent::kLineOfTherapy,
       "What is the second-line treatment for dyssynergic defecation if biofeedback fails?"},
      {"does it hurt?", Intent::kHarm,
       "What are the side effects of biofeedback for dyssynergic defecation?"},
  };
  for (const Turn& turn : turns) {
    const UnderstoodQuestion question = read(turn.asked, after_first_line());
    EXPECT_TRUE(question.is_follow_up) << turn.asked;
    EXPECT_EQ(question.resolved, turn.resolved) << turn.asked;
    EXPECT_EQ(intent_name(question.intent), std::string(intent_name(turn.intent))) << turn.asked;
  }
}

TEST(Understand, the_effect_of_a_named_treatment_is_asked_for) {
  for (const char* question :
       {"Does botulinum toxin help in anismus?", "Is biofeedback effective for anismus?",
        "Can biofeedback reduce straining in anismus?", "effect of biofeedback on anismus"}) {
    EXPECT_EQ(intent_name(read(question).intent), std::string("effect")) << question;
  }
  for (const char* question :
       {"What helps in anismus?", "What is the first-line treatment for anismus?",
        "What are the side effects of botulinum toxin?", "What dose of botulinum toxin works?"}) {
    EXPECT_NE(intent_name(read(question).intent), std::string("effect")) << question;
  }
}

TEST(FollowUp, a_full_question_stands_alone) {
  for (const char* full : {"How is asthma treated in children?", "What is the treatment of vaginismus?",
                           "Is biofeedback effective for faecal incontinence?", "hello",
                           "What does macrogol do in people who are constipated?"}) {
    const UnderstoodQuestion question = read(full, after_first_line());
    EXPECT_FALSE(question.is_follow_up) << full;
    EXPECT_EQ(question.resolved, full);
  }
}

TEST(FollowUp, conditions_come_from_the_question_when_not_listed) {
  PreviousTurn bare;
  bare.question = "What is the treatment for vaginismus?";
  const UnderstoodQuestion question = read("how common is it?", bare);
  EXPECT_EQ(question.resolved, "How common is vaginismus?");
}

}  // namespace
}  // namespace attest
