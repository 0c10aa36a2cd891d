#include "text/abbreviations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

namespace attest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> pairs(std::string_view text) {
  std::vector<std::string> out;
  for (const Abbreviation& found : find_abbreviations(text)) {
    out.push_back(std::string(found.short_form.of(text)) + "|" + std::string(found.long_form.of(text)));
  }
  return out;
}

TEST(Abbreviations, ShortFormInBrackets) {
  EXPECT_THAT(pairs("Patients with dyssynergic defecation (DD) were seen."),
              ElementsAre("DD|dyssynergic defecation"));
  EXPECT_THAT(pairs("botulinum toxin type A [BTX-A] helped"), ElementsAre("BTX-A|botulinum toxin type A"));
}

TEST(Abbreviations, LongFormInBrackets) {
  EXPECT_THAT(pairs("We saw DD (dyssynergic defecation) often."), ElementsAre("DD|dyssynergic defecation"));
}

TEST(Abbreviations, PluralAndTrailingContent) {
  EXPECT_THAT(pairs("randomised controlled trials (RCTs, n = 12)"),
              ElementsAre("RCTs|randomised controlled trials"));
  EXPECT_THAT(pairs("the kappa opioid receptor (KORs)"), ElementsAre("KORs|kappa opioid receptor"));
}

TEST(Abbreviations, StaysInItsSentence) { EXPECT_THAT(pairs("It was dull. Pain was mild (DP)."), IsEmpty()); }

TEST(Abbreviations, NoShortForms) {
  for (const char* text : {"a mean of five (n = 12)", "it fell (P < 0.05)", "as shown (see above)",
                           "rate (70%)", "women (mean age 45)", "(DD)", "()", "((", "[", "outcome (12)"}) {
    EXPECT_THAT(pairs(text), IsEmpty()) << text;
  }
}

TEST(Abbreviations, HostileTextIsLinear) {
  for (const std::string_view unit : {"(", "(A", "(AB)", "a (", "[(", "A (B) "}) {
    std::string text;
    while (text.size() < 500'000) text += unit;
    for (const Abbreviation& found : find_abbreviations(text)) {
      ASSERT_LE(found.short_form.end, text.size());
      ASSERT_LE(found.long_form.end, text.size());
    }
  }
}

// The hand-labelled MEDLINE records of Sohn et al. 2008 (BMC Bioinformatics 9:402). Scored for each record by
// the set of pairs; those that the labels mark as synonyms ("//*") count neither for nor against.
TEST(Abbreviations, AgreesWithHandLabels) {
  std::ifstream file(ATTEST_SHARED_DATA "/abbreviations/med1250_first_half.txt");
  if (!file) GTEST_SKIP() << "the labelled records are not here (abbreviations/med1250_first_half.txt)";
  size_t right = 0, wrong = 0, missed = 0;
  std::string text;
  std::set<std::string> gold, tolerated;
  const auto score = [&] {
    std::set<std::string> ours;
    for (const std::string& pair : pairs(text)) ours.insert(pair);
    for (const std::string& pair : ours) {
      if (gold.contains(pair))
        ++right;
      else if (!tolerated.contains(pair)) {
        ++wrong;
        if (std::getenv("ATTEST_SHOW_ERRORS") != nullptr) std::printf("+ %s\n", pair.c_str());
      }
    }
    for (const std::string& pair : gold) {
      if (ours.contains(pair)) continue;
      ++missed;
      if (std::getenv("ATTEST_SHOW_ERRORS") != nullptr) std::printf("- %s\n", pair.c_str());
    }
    text.clear();
    gold.clear();
    tolerated.clear();
  };
  std::string line;
  while (std::getline(file, line)) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (!line.empty() && line.find_first_not_of("0123456789") == line.npos) {
      score();
    } else if (line.starts_with("//*")) {
      tolerated.insert(line.substr(std::min(line.size(), line.find_first_not_of(' ', 3))));
    } else if (line.starts_with("//")) {
      continue;
    } else if (line.starts_with("  ") && line.find('|') != line.npos) {
      std::string pair = line.substr(line.find_first_not_of(' '));
      if (const size_t bar = pair.find("| "); bar != pair.npos) pair.erase(bar + 1, 1);
      gold.insert(pair);
    } else {
      text += line + "\n";
    }
  }
  score();
  const double precision = static_cast<double>(right) / static_cast<double>(right + wrong);
  const double recall = static_cast<double>(right) / static_cast<double>(right + missed);
  const double f1 = 2 * precision * recall / (precision + recall);
  std::printf("precision %.3f, recall %.3f, F1 %.3f over %zu pairs\n", precision, recall, f1, right + missed);
  EXPECT_GT(right + missed, 500u);
  EXPECT_GE(f1, 0.896);  // 0.906 when this was written
}

}  // namespace
}  // namespace attest
