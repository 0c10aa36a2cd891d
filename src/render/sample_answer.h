// A made-up but complete answer for the tests of rendering: it has every part that an answer can have, and
// the texts that are hard to print (wide characters, markup, control characters, long words).
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "answer/answer.h"

namespace attest::sample {

inline Citation cite(uint32_t reference, uint32_t start, const std::string& quote) {
  Citation citation;
  citation.document = "pmid:" + std::to_string(1000 + reference);
  citation.reference = reference;
  citation.span = {start, start + static_cast<uint32_t>(quote.size())};
  citation.quote = quote;
  return citation;
}

inline Statement say(std::string text, std::vector<Citation> citations, bool quoted = false) {
  Statement statement;
  statement.text = std::move(text);
  statement.citations = std::move(citations);
  statement.quoted = quoted;
  statement.strength = "randomised trial, n = 109, abstract only";
  statement.kind = "rate";
  return statement;
}

inline Statement quote(uint32_t reference, uint32_t start, const std::string& text) {
  return say(text, {cite(reference, start, text)}, true);
}

inline Outcome rate(std::string name, std::string arm, std::string comparator, double events, double total,
                    std::string follow_up, int statement, double low = kNotStated, double high = kNotStated) {
  Outcome outcome;
  outcome.kind = "proportion";
  outcome.name = std::move(name);
  outcome.arm = std::move(arm);
  outcome.comparator = std::move(comparator);
  outcome.events = events;
  outcome.total = total;
  outcome.value = std::round(1000 * events / total) / 10;
  outcome.follow_up = std::move(follow_up);
  outcome.statement = statement;
  outcome.low = low;
  outcome.high = high;
  return outcome;
}

inline Reference source(uint32_t number, StudyDesign design, std::string family, std::string title,
                        std::string journal, uint16_t year, uint32_t n) {
  Reference reference;
  reference.number = number;
  reference.document = "pmid:" + std::to_string(1000 + number);
  reference.record.pmid = std::to_string(1000 + number);
  reference.record.type = "article-journal";
  reference.record.title = std::move(title);
  reference.record.journal.abbreviation = std::move(journal);
  reference.record.published.year = year;
  Author first;
  first.family = std::move(family);
  first.given = "G";
  reference.record.authors = {first, first, first};
  reference.appraisal.design = design;
  reference.appraisal.sample_size = n;
  reference.appraisal.year = year;
  reference.status = "current";
  return reference;
}

inline std::vector<Reference> sources() {
  std::vector<Reference> list;
  list.push_back(source(1, StudyDesign::kGuideline, "Wald",
                        "Clinical guideline: management of benign anorectal disorders", "Am J Gastroenterol",
                        2021, 0));
  list.back().appraisal.grades = {{"strong recommendation, moderate quality of evidence", "GRADE", {10, 60}}};
  list.back().appraisal.depth = Depth::kGuideline;
  list.back().record.doi = "10.1000/guide.2021(1)<x>";
  list.push_back(source(
      2, StudyDesign::kRandomisedTrial, "Chiarioni",
      "Biofeedback is superior to laxatives for normal transit constipation due to pelvic floor dyssynergia",
      "Gastroenterology", 2006, 109));
  list.back().appraisal.level = "2";
  list.push_back(source(3, StudyDesign::kRandomisedTrial, "Farid",
                        "Randomised comparison of <b>biofeedback</b>, botulinum toxin & surgery",
                        "Int J Colorectal Dis", 2009, 48));
  list.back().same_study = {{"pmid:1005", false, "authors, people and treatments agree", 5}};
  list.back().included_in = {{"pmid:1004", true, "names its registration number NCT01234567", 4}};
  list.back().appraisal.limits = {"small"};
  list.push_back(source(4, StudyDesign::kSystematicReview, "Woodward",
                        "Biofeedback for chronic idiopathic constipation in adults.",
                        "Cochrane Database Syst Rev", 2014, 0));
  list.back().appraisal.studies = 17;
  list.push_back(source(5, StudyDesign::kCaseSeries, "山田",
                        "骨盤底筋協調運動障害の治療成績について 多施設の長い題名", "日本大腸肛門病学会雑誌",
                        2012, 31));
  list.back().appraisal.second_hand = true;
  list.back().status = "superseded";
  list.back().status_links = {"replaced by pmid:1001"};
  return list;
}

inline std::vector<TherapyLine> lines() {
  TherapyLine first;
  first.rank = 1;
  first.intervention = "Biofeedback";
  first.plain_name = "muscle retraining (biofeedback)";
  first.rank_reason = "recommended first (ACG 2021)";
  first.statements = {
      say("Major improvement: 43/54 (80 %) v 12/55 (22 %) macrogol, at 6 months",
          {cite(2, 300,
                "Major improvement was reported by 43 of 54 patients (80%) and by 12 of 55 (22%) at 6 "
                "months.")}),
      quote(3, 120, "Improvement was seen in 12 of 24 patients at first and in 6 of 24 (25%) at one year."),
  };
  first.outcomes = {rate("major improvement", "biofeedback", "macrogol", 43, 54, "P6M", 0, 67.1, 88.2),
                    rate("major improvement", "macrogol", "biofeedback", 12, 55, "P6M", 0, 13, 34.4),
                    rate("improvement", "biofeedback", "", 6, 24, "P12M", 1, 12, 44.9)};
  first.outcomes[1].comparator.clear();
  first.move_on_when = {
      quote(1, 500, "A full course should be completed before the condition is called refractory.")};

  TherapyLine second;
  second.rank = 2;
  second.intervention = "Botulinum toxin A";
  second.plain_name = "an injection that relaxes the muscle (botulinum toxin)";
  second.rank_reason =
      "given after failed biofeedback (Farid 2009, 山田 2012), and no source in the collection gives it "
      "first";
  second.statements = {
      say("17/24 (71 %) at first, 8/24 (33 %) at about 1 year",
          {cite(3, 210, "The toxin helped 17 of 24 patients (71%) at first and 8 of 24 (33%) at one year."),
           cite(5, 40, "After one year the effect was lost in most.")})};
  second.outcomes = {rate("improvement", "botulinum toxin A", "", 17, 24, "P1M", 0),
                     rate("improvement", "botulinum toxin A", "", 8, 24, "P12M", 0, 18, 53.3)};
  second.doses = {
      say("20 units in all (n = 31)", {cite(5, 90, "A total of 20 units was injected in 31 patients.")})};
  second.harms = {say("Urgency or incontinence: 6/24 (25 %)",
                      {cite(5, 150, "Urgency or incontinence followed 6 of 24 procedures.")})};
  second.outcomes.push_back(rate("urgency or incontinence", "botulinum toxin A", "", 6, 24, "", -1));
  second.outcomes.back().harm = true;

  TherapyLine other;
  other.intervention = "Yoga";
  other.statements = {say("Named once; no figure", {cite(5, 240, "Some patients practised yoga.")})};
  return {first, second, other};
}

inline Answer answer(Audience audience) {
  Answer answer;
  answer.question = "What is the first-line treatment for anismus?";
  answer.understood.asked = answer.question;
  answer.understood.resolved = answer.question;
  answer.understood.intent = Intent::kLineOfTherapy;
  answer.understood.line_of_therapy = 1;
  answer.understood.spelling = {{"anismis", "anismus"}};
  Concept condition;
  condition.label = "dyssynergic defecation";
  condition.asked_as = "anismus";
  condition.thesaurus_id = "attest:dyssynergia";
  condition.role = ConceptRole::kCondition;
  condition.variants = {{"anismus", {"anismus"}, 1.0f},
                        {"pelvic floor dyssynergia", {"pelvic", "floor", "dyssynergia"}, 1.0f}};
  answer.understood.concepts = {condition};
  answer.audience = audience;
  answer.snapshot = "3f9c0a1be2d4550188c0ffee00112233";
  answer.collection_documents = 123;
  answer.version = "0.1.0";
  answer.verdict = Answer::Verdict::kAnswered;
  answer.scope = "41 sources on this condition: 6 guidelines, 4 reviews, 9 randomised trials";
  answer.sources_considered = 41;
  answer.bottom_line = {
      say("Biofeedback (pelvic floor retraining): recommended first by ACG 2021, strong recommendation, "
          "moderate quality of evidence.",
          {cite(1, 10,
                "We recommend biofeedback first (strong recommendation, moderate quality of evidence).")}),
      say("Against that confidence: 16 of 17 trials were at high risk of bias.",
          {cite(4, 70, "Sixteen of 17 trials were at high risk of bias (16 of 17).")})};
  answer.warnings = {quote(
      1, 900, "Blood, weight loss without a reason or a new change of habit should be looked into first.")};
  answer.lines = lines();
  answer.sections = {
      {"diagnosis",
       "How it is found",
       {quote(1, 1200,
              "Manometry and balloon expulsion are done together; one abnormal test is not enough.")}}};
  Disagreement disagreement;
  disagreement.about = "Long-term success of biofeedback";
  disagreement.sides = {
      {"lower",
       {quote(3, 120,
              "Improvement was seen in 12 of 24 patients at first and in 6 of 24 (25%) at one year.")}},
      {"higher", {say("81.5 % at 24 months", {cite(2, 420, "The rate was 81.5% at 24 months.")})}}};
  disagreement.likely_reasons = {"arm size (24 v 54)", "definition of success"};
  answer.disagreements = {disagreement};
  answer.checks = {
      {"p-value", say("The early difference is called significant; 17/24 v 12/24 gives p = 0.24 (Fisher's "
                      "exact test, computed here)",
                      {cite(3, 330, "The difference was significant at first (17/24 v 12/24).")})}};
  answer.checks.front().statement.computations = {{"Fisher's exact test", "17/24, 12/24", "0.24"}};
  answer.gaps = {"Head-to-head trials of doses", "Quality of life beyond 2 years"};
  answer.follow_ups = {"What if biofeedback fails?", "How is it diagnosed?", "Who responds?"};
  answer.references = sources();
  return answer;
}

inline Answer no_direct_evidence(Audience audience) {
  Answer answer;
  answer.question = "Does acupuncture cure anismus?";
  answer.understood.asked = answer.question;
  answer.audience = audience;
  answer.snapshot = "3f9c0a1be2d45501";
  answer.version = "0.1.0";
  answer.scope = "no source on this question among 123";
  answer.near_misses = {
      "asked about anismus; the collection has acupuncture for chronic pain (different condition)"};
  answer.follow_ups = {"What is the first-line treatment for anismus?"};
  return answer;
}

}  // namespace attest::sample
