#include "text/character_entities.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(CharacterEntities, AreReadAsWhatTheyStandFor) {
  EXPECT_EQ(decode_entities("p &lt; 0.05, n &gt; 10"), "p < 0.05, n > 10");
  EXPECT_EQ(decode_entities("p &amp;lt; 0.05"), "p < 0.05");
  EXPECT_EQ(decode_entities("St John&#39;s wort &#x2013; a herb"), "St John's wort – a herb");
  EXPECT_EQ(decode_entities("&alpha;-blockers &ge; 2 mg"), "α-blockers ≥ 2 mg");
  EXPECT_EQ(decode_entities("nothing to read"), "nothing to read");
}

// Seen in stored abstracts, beside those above.
TEST(CharacterEntities, AreAllThoseOfHtml) {
  EXPECT_EQ(decode_entities("40&percnt; na&iuml;ve patients, p&equals;0.02"), "40% naïve patients, p=0.02");
  EXPECT_EQ(decode_entities("a &CounterClockwiseContourIntegral; b"), "a ∳ b");
  EXPECT_EQ(decode_entities("2&#150;4 weeks"), "2–4 weeks");  // as Windows numbers it, and so does HTML
  EXPECT_EQ(decode_entities("one&#13;two&#9;three&semi;"), "one\rtwo\tthree;");
  EXPECT_EQ(decode_entities("<b> &lt;b&gt; a<b"), "<b> <b> a<b");
}

TEST(CharacterEntities, WhatIsNoneStaysAsItIs) {
  for (const char* text :
       {"AT&T; a firm", "R&D", "&", "&;", "&#;", "&#x;", "&#xD800;", "&#99999999;", "&unknown;", "a & b; c",
        "salt & pepper", "&notit;", "&#99999999999999999999;", "&#xFFFFFFFFFF;", "&lt", "&<b>;"})
    EXPECT_EQ(decode_entities(text), text);
}

}  // namespace
}  // namespace attest
