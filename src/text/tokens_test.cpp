#include "text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> out;
  for (const Token& token : tokenize(text)) out.push_back(token.folded);
  return out;
}

TEST(Tokens, LettersAndDigits) {
  EXPECT_THAT(folded("The IL-6/TNF ratio, (HbA1c)."), ElementsAre("the", "il", "6", "tnf", "ratio", "hba1c"));
  EXPECT_THAT(folded(""), IsEmpty());
  EXPECT_THAT(folded(" -- . "), IsEmpty());
}

TEST(Tokens, GenitiveIsDropped) {
  EXPECT_THAT(folded("Crohn's Hirschsprung\xE2\x80\x99s patients' it'self"),
              ElementsAre("crohn", "hirschsprung", "patients", "it", "self"));
}

TEST(Tokens, DecimalNumbersAreOne) {
  EXPECT_THAT(folded("2.5 mg, 0\xC2\xB7"
                     "72, p<.05, in 2014. Then 3."),
              ElementsAre("2.5", "mg", "0.72", "p", "05", "in", "2014", "then", "3"));
  EXPECT_THAT(folded("v2.1"), ElementsAre("v2", "1"));
}

TEST(Tokens, DiacriticsCaseAndCompatibility) {
  EXPECT_THAT(folded("M\xC3\xA9ni\xC3\xA8re Sj\xC3\xB6gren \xEF\xAC\x81"
                     "bre m\xC2\xB2 \xC3\x98rsted Stra\xC3\x9F"
                     "e"),
              ElementsAre("meniere", "sjogren", "fibre", "m2", "orsted", "strasse"));
  EXPECT_THAT(folded("Me\xCC\x81niere"), ElementsAre("meniere"));
}

TEST(Tokens, GreekIsSpelled) {
  EXPECT_THAT(folded("\xCE\xB2-blocker TNF\xCE\xB1 \xCE\xB2"
                     "2 10 \xC2\xB5g \xCE\xBC"
                     "g \xCE\xBC"),
              ElementsAre("beta", "blocker", "tnfalpha", "beta2", "10", "ug", "ug", "mu"));
  EXPECT_THAT(folded("\xCE\xBA\xCE\xB1\xCE\xAF"),
              ElementsAre("\xCE\xBA\xCE\xB1\xCE\xB9"));  // και stays Greek
}

TEST(Tokens, SpansAreTheBytesAsWritten) {
  const std::string text = "Crohn's M\xC3\xA9ni\xC3\xA8re 2.5";
  const std::vector<Token> tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[0].span.of(text), "Crohn");
  EXPECT_EQ(tokens[1].span.of(text), "M\xC3\xA9ni\xC3\xA8re");
  EXPECT_EQ(tokens[2].span.of(text), "2.5");
}

TEST(Tokens, InvalidUtf8Separates) {
  EXPECT_THAT(folded("ab\xFF"
                     "cd\xC3 \xE2\x80"),
              ElementsAre("ab", "cd"));
}

TEST(Tokens, ReusedVectorHoldsOnlyTheNewTokens) {
  std::vector<Token> tokens;
  tokenize("one two three", tokens);
  tokenize("four", tokens);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].folded, "four");
}

TEST(Tokens, HostileTextIsLinear) {
  for (const std::string_view unit : {"a", "1", "1.", "'s", "\xC3\xA9", "\xCC\x81", "\xE2\x80\x99", "\xFF"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    EXPECT_LE(tokenize(text).size(), text.size());
  }
}

TEST(StopWords, NegationsAreNot) {
  for (const char* word : {"the", "of", "what", "a", "yourselves", "is"})
    EXPECT_TRUE(is_stop_word(word)) << word;
  for (const char* word : {"no", "not", "without", "pain", "", "us"})
    EXPECT_FALSE(is_stop_word(word)) << word;
}

class SameStem : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(SameStem, Meet) {
  Stemmer stemmer;
  const std::string british(stemmer.stem(GetParam().first));
  EXPECT_EQ(british, stemmer.stem(GetParam().second));
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, SameStem,
    ::testing::Values(
        std::pair{"oesophagus", "esophagus"}, std::pair{"gastrooesophageal", "gastroesophageal"},
        std::pair{"randomised", "randomized"}, std::pair{"randomisation", "randomization"},
        std::pair{"anaemia", "anemia"}, std::pair{"hypercholesterolaemia", "hypercholesterolemia"},
        std::pair{"leukaemia", "leukemia"}, std::pair{"haemorrhoids", "hemorrhoids"},
        std::pair{"oedema", "edema"}, std::pair{"diarrhoea", "diarrhea"},
        std::pair{"defaecation", "defecation"}, std::pair{"faecal", "fecal"}, std::pair{"foetus", "fetus"},
        std::pair{"paediatric", "pediatric"}, std::pair{"gynaecology", "gynecology"},
        std::pair{"urogynaecological", "urogynecological"}, std::pair{"anaesthesia", "anesthesia"},
        std::pair{"tumours", "tumors"}, std::pair{"behavioural", "behavioral"}, std::pair{"fibre", "fiber"},
        std::pair{"centres", "centers"}, std::pair{"oestrogen", "estrogen"}, std::pair{"dyspnoea", "dyspnea"},
        std::pair{"coeliac", "celiac"}, std::pair{"aetiology", "etiology"}, std::pair{"sulphate", "sulfate"},
        std::pair{"analysed", "analyzed"}, std::pair{"labelled", "labeled"},
        std::pair{"caesarean", "cesarean"}, std::pair{"haemodialysis", "hemodialysis"},
        std::pair{"colour", "color"}, std::pair{"millilitre", "milliliter"},
        std::pair{"constipated", "constipation"}, std::pair{"exercises", "exercise"},
        std::pair{"perinaeum", "perineum"}, std::pair{"caecum", "cecum"}, std::pair{"ischaemic", "ischemic"},
        std::pair{"ageing", "aging"}));

TEST(Stemmer, LeavesOthersAlone) {
  Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("exercise"), "exercis");
  EXPECT_EQ(stemmer.stem("aerobic"), "aerob");
  EXPECT_EQ(stemmer.stem("hba1c"), "hba1c");
  EXPECT_EQ(stemmer.stem("raised"), "rais");
  EXPECT_EQ(stemmer.stem(""), "");
  EXPECT_EQ(stemmer.stem("2.5"), "2.5");
}

TEST(Stems, WithoutStopWordsInOrder) {
  Stemmer stemmer;
  EXPECT_THAT(stems_of("What is the treatment of dyssynergic defaecation?", stemmer),
              ElementsAre("treatment", "dyssynerg", "defec"));
}

}  // namespace
}  // namespace attest
