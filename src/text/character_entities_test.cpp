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

TEST(CharacterEntities, WhatIsNoneStaysAsItIs) {
  for (const char* text : {"AT&T; a firm", "R&D", "&", "&;", "&#;", "&#x;", "&#xD800;", "&#99999999;",
                           "&unknown;", "a & b; c", "salt & pepper"})
    EXPECT_EQ(decode_entities(text), text);
}

}  // namespace
}  // namespace attest
