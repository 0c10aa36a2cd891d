#include "answer/disagreements/stated_advice.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "answer/disagreements/study_differences.h"
#include "base/ascii.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {

namespace {

struct AdvicePhrase {
  std::string_view phrase;
  bool against;
  bool before;  // stands before the name of what is advised: "we recommend X"; else behind it
};

constexpr AdvicePhrase kAdvice[] = {
    {"recommend* against", true, true},
    {"recommendation against", true, true},
    {"suggest* against", true, true},
    {"advise* against", true, true},
    {"not recommend*", true, true},
    {"not suggest", true, true},
    {"do not use", true, true},
    {"do not offer", true, true},
    {"do not give", true, true},
    {"do not prescribe", true, true},
    {"do not routinely", true, true},
    {"should not receive", true, true},
    {"should not be offered", true, true},
    {"should not be given", true, true},
    {"should not be treated with", true, true},
    {"should avoid", true, true},
    {"avoid", true, true},
    {"not recommended", true, false},
    {"not be recommended", true, false},
    {"no longer recommended", true, false},
    {"not advised", true, false},
    {"should not", true, false},
    {"should be avoided", true, false},
    {"recommend", false, true},
    {"recommends", false, true},
    {"recommended", false, true},
    {"suggest", false, true},
    {"suggests", false, true},
    {"suggested", false, true},
    {"advise", false, true},
    {"advises", false, true},
    {"offer", false, true},
    {"should receive", false, true},
    {"should be offered", false, true},
    {"should be given", false, true},
    {"should be treated with", false, true},
    {"is recommended", false, false},
    {"are recommended", false, false},
    {"was recommended", false, false},
    {"is suggested", false, false},
    {"are suggested", false, false},
    {"is advised", false, false},
    {"should be used", false, false},
    {"should be offered", false, false},
    {"should be given", false, false},
    {"should be first", false, false},
    {"should be considered", false, false},
};

// Between the phrase and the name these turn the sentence to something else.
constexpr std::string_view kTurns[] = {"rather than", "instead of", "over",   "compared with", "versus",
                                       "if",          "when",       "unless", "before",        "after",
                                       "until",       "who",        "which",  "that",          "because",
                                       "but",         "against",    "not",    "trial*",        "research",
                                       "stud*",       "monitor*",   "dose*",  "discontinu*",   "stop*",
                                       "taper*",      "screening",  "test*",  "withhold*",     "delay*"};

// Words that limit advice; the same limits must hold on both sides.
constexpr std::string_view kLimits[] = {
    "routine*",       "alone",       "monotherapy", "long-term",     "prolonged",   "short-term",
    "high-dose",      "high dose",   "low-dose",    "low dose",      "first-line",  "initial*",
    "second-line",    "adjunct*",    "combination", "combined",      "plus",        "prophyla*",
    "prevent*",       "intravenous", "oral*",       "topical",       "inhaled",     "systemic",
    "only",           "unless",      "except",      "selected",      "without",     "mild",
    "moderate",       "severe",      "acute",       "chronic",       "refractory",  "recurrent",
    "resistant",      "failed",      "pregnan*",    "breastfeed*",   "child*",      "infant*",
    "neonat*",        "adolescent*", "elderly",     "older",         "men",         "women",
    "high-risk",      "high risk",   "low-risk",    "low risk",      "maintenance", "emergency",
    "comatose",       "inpatient*",  "outpatient*", "diagnos*",      "suspected",   "if",
    "when",           "after",       "before",      "during",        "renal",       "kidney*",
    "hepatic",        "liver",       "cardiac",     "heart failure", "impair*",     "insufficien*",
    "contraindicat*", "intoleran*",  "tolerat*",    "allerg*",       "obes*",       "comorbid*",
    "smok*",          "overweight",  "frail*"};

constexpr std::string_view kOfEvidence[] = {" quality", "-quality", " certainty", "-certainty"};

// "Moderate-quality evidence", "certainty of evidence: moderate" grade the evidence, they limit nothing.
std::string without_levels(std::string lower) {
  static constexpr std::string_view kGraded[] = {"quality",    "certainty", "evidence",
                                                 "confidence", "strength",  "recommendation",
                                                 "grade",      "level",     "risk of bias"};
  constexpr size_t kNearBytes = 26;
  for (const std::string_view level : {"moderate", "high", "low"}) {
    for (size_t at = find_phrase(lower, level); at != std::string::npos;
         at = find_phrase(lower, level, at + 1)) {
      const std::string_view text = lower;
      const std::string_view behind = text.substr(at + level.size(), kNearBytes);
      const size_t from = at > kNearBytes ? at - kNearBytes : 0;
      const std::string_view before = text.substr(from, at - from);
      const bool graded = has_any_phrase(behind.substr(0, behind.find_first_of(",;.)")), kGraded) ||
                          has_any_phrase(before.substr(before.find_last_of("(,;.") + 1), kGraded);
      if (graded) std::fill_n(lower.begin() + static_cast<std::ptrdiff_t>(at), level.size(), '_');
    }
  }
  return lower;
}

// Words for the same people: a title says "children" where a sentence says "child".
struct LimitedPeople {
  std::string_view phrase;
  const char* people;
};
constexpr LimitedPeople kSamePeople[] = {
    {"child*", "children"},         {"infant*", "infants"},       {"neonat*", "newborns"},
    {"adolescent*", "adolescents"}, {"pregnan*", "pregnancy"},    {"elderly", "older people"},
    {"older", "older people"},      {"inpatient*", "inpatients"}, {"outpatient*", "outpatients"}};

std::string people_of_limit(std::string_view limit) {
  for (const LimitedPeople& one : kSamePeople) {
    if (one.phrase == limit) return one.people;
  }
  return std::string(limit);
}

bool is_between_others(const Finding& finding, const Evidence& evidence, const std::string& intervention,
                       size_t from, size_t to) {
  const auto other = [&](const Mention& mention) {
    const size_t at = mention.span.start - finding.sentence.start;
    return !mention.name.empty() && !mention.span.empty() && at >= from && at < to &&
           !is_of_family(evidence, mention.id, intervention);
  };
  return other(finding.comparator) ||
         std::any_of(finding.interventions.begin(), finding.interventions.end(), other);
}

// 1 for it, -1 against it, 0 the sentence does not advise this, or says both.
int advice_on(const Evidence& evidence, const Finding& finding, const Mention& mention,
              const std::string& intervention, std::string_view lower) {
  const size_t start = mention.span.start - finding.sentence.start;
  const size_t end = mention.span.end - finding.sentence.start;
  constexpr size_t kBytesBetween = 70;
  bool is_for = false;
  bool is_against = false;
  for (const AdvicePhrase& advice : kAdvice) {
    // "*" inside a phrase: the first word may go on.
    const size_t star = advice.phrase.find("* ");
    const std::string_view first =
        star == std::string_view::npos ? advice.phrase : advice.phrase.substr(0, star + 1);
    const std::string_view second = star == std::string_view::npos ? "" : advice.phrase.substr(star + 1);
    for (size_t at = find_phrase(lower, first); at != std::string_view::npos;
         at = find_phrase(lower, first, at + 1)) {
      size_t stop = at + first.size() - (first.ends_with('*') ? 1 : 0);
      while (first.ends_with('*') && stop < lower.size() && is_letter(lower[stop])) ++stop;
      if (!second.empty()) {
        if (!lower.substr(stop).starts_with(second)) continue;
        stop += second.size();
      }
      const size_t from = advice.before ? stop : end;
      const size_t to = advice.before ? start : at;
      if (from > to || to - from > kBytesBetween) continue;
      const std::string_view between = lower.substr(from, to - from);
      if (between.find(';') != std::string_view::npos || has_any_phrase(between, kTurns) ||
          is_between_others(finding, evidence, intervention, from, to))
        continue;
      // "Not recommended", "recommended against" hold a shorter phrase of advice for it.
      const std::string_view left = lower.substr(0, at);
      const bool denied = left.ends_with("not ") || left.ends_with("never ") ||
                          left.ends_with("no longer ") || left.ends_with("against ") ||
                          left.ends_with("not be ") || left.ends_with("not routinely ") ||
                          left.ends_with("not generally ");
      (advice.against || denied ? is_against : is_for) = true;
    }
  }
  return is_for == is_against ? 0 : is_against ? -1 : 1;
}

struct CodedGrade {
  int firmness = 0;
  int certainty = 0;
};

// "1A" and "2C" of GRADE, "class I" and "class IIb", "level of evidence A" and "C". Only in brackets, where
// grades stand: "type 1A" and "class I obesity" are none.
CodedGrade read_coded_grade(std::string_view lower) {
  CodedGrade grade;
  const auto state = [](int& known, int now) { known = known == 0 || known == now ? now : 2; };
  for (size_t open = lower.find('('); open != std::string_view::npos; open = lower.find('(', open + 1)) {
    const std::string_view inside = lower.substr(open + 1, lower.find(')', open) - open - 1);
    const std::vector<Token> tokens = tokenize(inside);
    for (size_t i = 0; i < tokens.size(); ++i) {
      const std::string& word = tokens[i].folded;
      const std::string_view before = i == 0 ? std::string_view() : tokens[i - 1].folded;
      const bool of_level = before == "level" || (before == "evidence" && i > 1);
      const bool leads = i == 0 || before == "grade" || before == "recommendation";
      if (leads && word.size() == 2 && (word[0] == '1' || word[0] == '2') && word[1] >= 'a' &&
          word[1] <= 'd') {
        state(grade.firmness, word[0] == '1' ? 1 : -1);
        if (word[1] != 'b') state(grade.certainty, word[1] == 'a' ? 1 : -1);
      } else if (before == "class" && (word == "i" || word == "1")) {
        state(grade.firmness, 1);
      } else if (before == "class" && (word == "iib" || word == "2b")) {
        state(grade.firmness, -1);
      } else if (of_level && (word == "a" || word == "c")) {
        state(grade.certainty, word == "a" ? 1 : -1);
      }
    }
  }
  constexpr int kSaysBoth = 2;
  if (grade.firmness == kSaysBoth) grade.firmness = 0;
  if (grade.certainty == kSaysBoth) grade.certainty = 0;
  return grade;
}

void read_grades(const AnswerSource& source, const Finding& finding, std::string_view lower, Advice& advice) {
  std::string words(finding.strength);
  for (const StatedGrade& grade : source.appraisal.grades) {
    if (finding.sentence.overlaps(grade.span)) words += " " + lower_ascii(grade.text);
  }
  if (has_phrase(lower, "strongly recommend*")) words += " strong";
  const bool strong = has_phrase(words, "strong*");
  const bool conditional = has_phrase(words, "conditional*") || has_phrase(words, "weak*");
  advice.firmness = strong == conditional ? 0 : strong ? 1 : -1;
  const CodedGrade coded = read_coded_grade(lower);
  if (advice.firmness == 0) advice.firmness = coded.firmness;
  const auto names = [&](std::string_view level) {
    return std::any_of(std::begin(kOfEvidence), std::end(kOfEvidence), [&](std::string_view of) {
      return words.find(std::string(level) + std::string(of)) != std::string::npos;
    });
  };
  const bool low = names("low");
  const bool high = names("high");
  advice.certainty = low == high ? 0 : high ? 1 : -1;
  if (!low && !high) advice.certainty = coded.certainty;
}

// "American Academy of Neurology guideline": the name of a body, where the title has one.
std::string body_in_title(std::string_view title) {
  static constexpr std::string_view kBodies[] = {"Society",    "Association", "Academy",      "College",
                                                 "Federation", "Institute",   "Organization", "Organisation"};
  static constexpr std::string_view kLinks[] = {"of", "for", "and", "the"};
  std::string body;
  std::string links;  // words that belong to the name where it goes on
  bool named = false;
  size_t start = 0;
  while (start < title.size()) {
    const size_t end = std::min(title.find_first_of(" /:;,.()", start), title.size());
    const std::string_view word = title.substr(start, end - start);
    const bool capital = !word.empty() && is_upper(word.front());
    const bool link = std::find(std::begin(kLinks), std::end(kLinks), word) != std::end(kLinks);
    // "Guideline of the American…" starts anew; "… Association Guideline" ends.
    if (capital && !named && links.find("the ") != std::string::npos) body.clear();
    if (capital && named && links.empty()) break;
    if (capital) {
      if (body.empty()) links.clear();
      body += (body.empty() ? "" : links.empty() ? " " : links) + std::string(word);
      links.clear();
      named = named || std::find(std::begin(kBodies), std::end(kBodies), word) != std::end(kBodies);
    } else if (link && !body.empty()) {
      links += (links.empty() ? " " : "") + std::string(word) + " ";
    }
    if ((!capital && !link) || (end < title.size() && title[end] != ' ')) {
      // One word before it says whose it is: "American", "European"; "the Society" is nobody's.
      if (named && body.find(' ') != std::string::npos) return body;
      body.clear();
      links.clear();
      named = false;
    }
    start = end + 1;
  }
  return named && body.find(' ') != std::string::npos ? body : std::string();
}

}  // namespace

std::set<std::string> limits_of(const Evidence& evidence, const Finding& finding) {
  const std::string lower = without_levels(lower_ascii(evidence.sentence_of(finding)));
  std::set<std::string> limits;
  for (const std::string_view limit : kLimits) {
    if (has_phrase(lower, limit)) limits.insert(people_of_limit(limit));
  }
  const StudiedPeople people = studied_people_of_title(evidence.source_of(finding).document);
  for (const std::string* value : {&people.age, &people.state, &people.severity, &people.setting}) {
    if (!value->empty() && *value != "adults") limits.insert(*value);
  }
  return limits;
}

std::set<std::string> without_lines(std::set<std::string> limits) {
  for (const char* line : {"first-line", "initial*"}) limits.erase(line);
  return limits;
}

std::string advising_body(const AnswerSource& source) {
  if (!source.appraisal.society.empty()) return source.appraisal.society;
  for (const Author& author : source.document.record.authors) {
    if (!author.collective.empty()) return author.collective;
  }
  return body_in_title(source.document.record.title);
}

std::vector<Advice> read_advice(const Evidence& evidence, const AnswerSource& source,
                                const std::string& intervention) {
  if (!is_guidance(source) || !evidence.reports_evidence(source) || !source.about_condition) return {};
  std::vector<Advice> all;
  for (const Finding& finding : source.findings) {
    if (finding.kind != FindingKind::kRecommendation || finding.background || finding.other_subject) continue;
    if (finding.condition_match != 2 && source.naming != 3) continue;
    const std::string lower = lower_ascii(evidence.sentence_of(finding));
    std::set<std::string> told;
    for (const Mention& mention : finding.interventions) {
      if (mention.span.empty() || !is_of_family(evidence, mention.id, intervention) ||
          told.contains(mention.id))
        continue;
      const int advised = advice_on(evidence, finding, mention, intervention, lower);
      if (advised == 0) continue;
      Advice advice;
      advice.finding = &finding;
      advice.intervention = mention.id;
      advice.against = advised < 0;
      advice.conditions = limits_of(evidence, finding);
      read_grades(source, finding, lower, advice);
      told.insert(mention.id);
      all.push_back(std::move(advice));
    }
  }
  std::set<std::string> advised;
  std::set<std::string> advised_against;
  for (const Advice& one : all) (one.against ? advised_against : advised).insert(one.intervention);
  std::erase_if(all, [&](const Advice& one) {
    return advised.contains(one.intervention) && advised_against.contains(one.intervention);
  });
  return all;
}

}  // namespace attest
