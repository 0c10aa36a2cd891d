#include "findings/sentences/told_conclusion.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(ToldConclusion, what_a_study_shows) {
  struct Told {
    std::string_view sentence;
    std::string_view shown;
  };
  constexpr Told kTold[] = {
      {"this meta-analysis suggests that latanoprost is more effective than timolol in lowering iop.",
       " latanoprost is more effective than timolol in lowering iop."},
      {"this randomised trial showed that ivermectin was superior to placebo.",
       " ivermectin was superior to placebo."},
      {"in this trial, nortriptyline reduced pain more than gabapentin.",
       ", nortriptyline reduced pain more than gabapentin."},
      {"our study demonstrates that surgery improves function more than splinting.",
       " surgery improves function more than splinting."},
      {"the results of this review indicate that statins reduce mortality.", " statins reduce mortality."}};
  for (const Told& told : kTold) {
    const size_t start = start_of_conclusion(told.sentence);
    ASSERT_NE(start, std::string_view::npos) << told.sentence;
    EXPECT_EQ(told.sentence.substr(start), told.shown);
  }
}

TEST(ToldConclusion, how_it_was_done_is_none) {
  for (const std::string_view sentence :
       {"this randomised trial compared biofeedback with botulinum toxin in 48 patients with anismus.",
        "this review discusses drugs for gout.", "this study was designed to show a difference of 5 mm hg.",
        "in this study we compared amitriptyline with placebo.", "patients were randomised to two groups.",
        "this trial was designed to show that x is not inferior to y.",
        "we found that latanoprost was better.", "this drug shows promise in trials."})
    EXPECT_EQ(start_of_conclusion(sentence), std::string_view::npos) << sentence;
}

}  // namespace
}  // namespace attest
