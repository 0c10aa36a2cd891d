// Answers as web pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "render/html_style.h"
#include "render/html_writer.h"
#include "render/render.h"
#include "render/sample_answer.h"

namespace attest {
namespace {

TEST(Html, IsSelfContainedAndWithoutScript) {
  const std::string page = render_html(sample::answer(Audience::kClinician));
  for (const char* forbidden :
       {"<script", "<link", "<img", "<iframe", "@import", "url(", " style=", " src=", " onclick="}) {
    EXPECT_EQ(page.find(forbidden), std::string::npos) << forbidden;
  }
  EXPECT_NE(page.find("<html lang=\"en\">"), std::string::npos);
  EXPECT_NE(page.find("default-src &#39;none&#39;; style-src &#39;sha256-"), std::string::npos);
}

TEST(Html, TextOfSourcesIsEscaped) {
  const std::string page = render_html(sample::answer(Audience::kClinician));
  EXPECT_EQ(page.find("<b>biofeedback</b>"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;biofeedback&lt;/b&gt;, botulinum toxin &amp; surgery"), std::string::npos);
  HtmlWriter writer;
  writer.open("p", {{"title", "\"><script>"}}).text("a<b>&'\"").close();
  EXPECT_EQ(std::move(writer).finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b&gt;&amp;&#39;&quot;</p>\n");
}

TEST(Html, EveryInternalLinkHasItsTargetAndTagsBalance) {
  for (const Audience audience : {Audience::kClinician, Audience::kPatient}) {
    const std::string page = render_html(sample::answer(audience));
    std::set<std::string> ids;
    const std::regex id("id=\"([^\"]+)\"");
    for (auto it = std::sregex_iterator(page.begin(), page.end(), id); it != std::sregex_iterator(); ++it) {
      EXPECT_TRUE(ids.insert((*it)[1]).second) << "twice: " << (*it)[1];
    }
    const std::regex href("href=\"#([^\"]+)\"");
    for (auto it = std::sregex_iterator(page.begin(), page.end(), href); it != std::sregex_iterator(); ++it) {
      EXPECT_TRUE(ids.contains((*it)[1])) << (*it)[1];
    }
    std::vector<std::string> open;
    const std::set<std::string> empty_elements{"meta", "line", "circle"};
    const std::regex tag("<(/?)([a-z][a-z0-9]*)[^>]*>");
    for (auto it = std::sregex_iterator(page.begin(), page.end(), tag); it != std::sregex_iterator(); ++it) {
      const std::string name = (*it)[2];
      if ((*it)[1].length() == 0) {
        if (!empty_elements.contains(name)) open.push_back(name);
        continue;
      }
      ASSERT_FALSE(open.empty());
      ASSERT_EQ(open.back(), name);
      open.pop_back();
    }
    EXPECT_TRUE(open.empty());
  }
}

TEST(Html, FiguresOfUnclearBelongingAreNotDrawn) {
  Answer answer = sample::answer(Audience::kClinician);
  TherapyLine& line = answer.lines.front();
  const auto drawn = [&] {
    const std::string page = render_html(answer);
    const std::string card = page.substr(page.find("class=\"card\""),
                                         page.find("Botulinum toxin A</h3>") - page.find("class=\"card\""));
    const std::regex dot("class=\"dot\"");
    return std::distance(std::sregex_iterator(card.begin(), card.end(), dot), std::sregex_iterator());
  };
  EXPECT_EQ(drawn(), 3);
  line.outcomes[0].arm.clear();
  EXPECT_EQ(drawn(), 2);
  line.outcomes[1].name.clear();
  EXPECT_EQ(drawn(), 1);
  line.outcomes.push_back(line.outcomes[2]);
  line.outcomes.back().value = 50;
  EXPECT_EQ(drawn(), 0);
}

TEST(Html, HeadingsDescendOneStepAtATime) {
  for (const Audience audience : {Audience::kClinician, Audience::kPatient}) {
    const std::string page = render_html(sample::answer(audience));
    int before = 0;
    const std::regex heading("<h([1-6])");
    for (auto it = std::sregex_iterator(page.begin(), page.end(), heading); it != std::sregex_iterator();
         ++it) {
      const int level = std::stoi((*it)[1]);
      EXPECT_LE(level, before + 1);
      before = level;
    }
  }
}

double luminance(unsigned colour) {
  const auto channel = [](unsigned value) {
    const double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(colour >> 16 & 255) + 0.7152 * channel(colour >> 8 & 255) +
         0.0722 * channel(colour & 255);
}

double contrast(unsigned a, unsigned b) {
  const double light = std::max(luminance(a), luminance(b));
  const double dark = std::min(luminance(a), luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

// WCAG 2.2, 1.4.3 and 1.4.11, for the light and the dark set.
TEST(Html, ColoursHaveEnoughContrast) {
  const std::string style = kHtmlStyle;
  const std::regex set(":root\\{[^}]*--ground:#[0-9a-f]{6}[^}]*\\}");
  int sets = 0;
  for (auto it = std::sregex_iterator(style.begin(), style.end(), set); it != std::sregex_iterator(); ++it) {
    ++sets;
    std::map<std::string, unsigned> colours;
    const std::string body = it->str();
    const std::regex variable("--([a-z-]+):#([0-9a-f]{6})");
    for (auto v = std::sregex_iterator(body.begin(), body.end(), variable); v != std::sregex_iterator();
         ++v) {
      colours[(*v)[1]] = static_cast<unsigned>(std::stoul((*v)[2], nullptr, 16));
    }
    for (const char* ground : {"ground", "card", "mark"}) {
      for (const char* ink : {"ink", "soft", "link"}) {
        EXPECT_GE(contrast(colours.at(ink), colours.at(ground)), 4.5) << ink << " on " << ground;
      }
    }
    for (const char* ground : {"ground", "card"}) {
      EXPECT_GE(contrast(colours.at("accent"), colours.at(ground)), 4.5) << ground;
      EXPECT_GE(contrast(colours.at("warn"), colours.at(ground)), 4.5) << ground;
    }
    for (const char* ink : {"ink", "link", "warn"}) {
      EXPECT_GE(contrast(colours.at(ink), colours.at("warn-ground")), 4.5) << ink << " on warnings";
    }
  }
  EXPECT_EQ(sets, 2);
}

}  // namespace
}  // namespace attest
