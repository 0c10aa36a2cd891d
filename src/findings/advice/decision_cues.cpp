// Cues of what a sentence says for a decision: when to begin and to end a treatment, in whom not to, for how
// long, how soon it works, and what value is aimed at.
#include "findings/cues.h"

#include "text/phrases.h"

namespace attest::cues {
namespace {

// "If beta-blockers are contraindicated, give X": what comes then, and not in whom they are.
bool only_if_contraindicated(std::string_view lower) {
  const size_t at = find_phrase(lower, "contraindicated");
  if (at == std::string_view::npos) return false;
  std::string_view before = lower.substr(0, at);
  if (const size_t mark = before.find_last_of(",;:"); mark != std::string_view::npos)
    before.remove_prefix(mark);
  static constexpr std::string_view kIf[] = {"if", "when", "where", "unless", "in whom", "fails or"};
  static constexpr std::string_view kWhose[] = {"contraindicated in", "contraindicated for",
                                                "contraindicated during", "contraindicated with"};
  return has_any_phrase(before, kIf) && !has_any_phrase(lower.substr(at), kWhose);
}

}  // namespace

bool lasts(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "lasted",         "lasts",          "lasting",         "last for",        "last from",
      "last between",   "last up to",     "last about",      "may last",        "can last",
      "usually last",   "duration of",    "mean duration",   "median duration", "persist*",
      "maintained at",  "was maintained", "were maintained", "maintained for",  "maintained over",
      "sustained",      "held at",        "wore off",        "wears off",       "wear off",
      "relief for",     "durable",        "recurred at",     "recurred after",  "recurred within",
      "returned after", "relapsed after", "at 12 months",    "at 24 months",    "at one year",
      "years after",    "still",          "continues for",   "continued for",   "goes on for"};
  static constexpr std::string_view kOther[] = {"duration of follow-up", "duration of the follow-up",
                                                "duration of the study", "duration of treatment",
                                                "study lasted",          "trial lasted",
                                                "follow-up lasted",      "sessions lasted",
                                                "session lasted"};
  return has_any_phrase(lower, kPhrases) && !has_any_phrase(lower, kOther);
}

bool time_to_effect(std::string_view lower) {
  static constexpr std::string_view kWhen[] = {
      "onset of",       "time to",        "as early as",     "as soon as",   "took effect",   "take effect",
      "takes effect",   "taking effect",  "begin to",        "begins to",    "began to",      "begin working",
      "starts to",      "start to",       "starts working",  "started to",   "within",        "by week",
      "by day",         "by month",       "at week",         "at day",       "first week*",   "first day*",
      "first month*",   "first hour*",    "first few",       "days to",      "weeks to",      "months to",
      "hours to",       "minutes to",     "after the first", "full effect",  "noticeable",    "rapid*",
      "maximal effect", "maximum effect", "peak effect",     "faster onset", "faster relief", "immediate*",
      "days before",    "weeks before",
  };
  static constexpr std::string_view kEffect[] = {
      "effect", "effects",  "effective", "improve*", "respon*",  "relie*",   "work",
      "works",  "working",  "benefit*",  "reduc*",   "decreas*", "resol*",   "better",
      "action", "recover*", "remission", "efficacy", "symptom*", "normali*", "control*",
  };
  static constexpr std::string_view kOther[] = {
      "within-group",  "within group*",  "within the",    "within each",  "within one standard",
      "were followed", "was followed",   "were assessed", "was assessed", "were measured",
      "was measured",  "were collected", "was collected", "readmi*",      "mortality",
      "died",          "death*",         "adverse*",      "relapse*",     "recurr*",
  };
  return has_any_phrase(lower, kWhen) && has_any_phrase(lower, kEffect) && !has_any_phrase(lower, kOther);
}

bool speed_in_words(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "rapid onset",      "onset of action",   "onset of effect",       "rapidly effective",
      "rapid relief",     "rapid improvement", "rapid effect",          "acts rapidly",
      "act rapidly",      "works quickly",     "work quickly",          "slow onset",
      "immediate effect", "immediate relief",  "immediate improvement", "faster onset",
  };
  return has_any_phrase(lower, kPhrases);
}

bool treatment_length(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "duration of treatment",
      "duration of therapy",
      "treatment duration",
      "duration of the treatment",
      "length of treatment",
      "course of",
      "courses of",
      "-day course",
      "day course",
      "week course",
      "short course",
      "short-course",
      "longer course",
      "should be continued",
      "should be given for",
      "be continued for",
      "continued for",
      "treated for",
      "treatment for",
      "therapy for",
      "given for",
      "taken for",
      "for at least",
      "up to",
      "days of treatment",
      "days of therapy",
      "weeks of treatment",
      "weeks of therapy",
      "months of treatment",
      "months of therapy",
      "days of antibiotic*",
      "long-term",
      "lifelong",
      "indefinite*",
      "programme of",
      "program of",
      "regimen*",
      "minimum of",
      "recommended duration",
      "optimal duration",
      "for life",
      "extended",
  };
  return has_any_phrase(lower, kPhrases);
}

bool contraindication(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "contraindicated in",
      "contraindicated for",
      "contraindicated when",
      "contraindicated if",
      "contraindicated during",
      "contraindicated because",
      "is contraindicated",
      "are contraindicated",
      "contraindicated with",
      "contraindications include",
      "contraindications are",
      "contraindications such as",
      "contraindications (",
      "contraindications:",
      "is a contraindication",
      "contraindication to",
      "absolute contraindication*",
      "relative contraindication*",
      "a contraindication",
      "should not be given",
      "should not be used",
      "should not be taken",
      "should not be prescribed",
      "should not be administered",
      "should not be offered",
      "should not be treated",
      "should not have",
      "should not receive",
      "should not take",
      "should not use",
      "must not",
      "shouldn't",
      "not recommended in",
      "not recommended for",
      "not recommended during",
      "not recommended when",
      "is not recommended",
      "are not recommended",
      "not be used",
      "not be given",
      "not be taken",
      "be avoided",
      "avoid using",
      "avoid taking",
      "should avoid",
      "avoidance of",
      "avoided in",
      "with caution",
      "caution is",
      "caution in",
      "used cautiously",
      "not suitable",
      "unsuitable",
      "not appropriate",
      "inappropriate for",
      "inappropriate in",
      "do not take",
      "do not use",
      "do not give",
      "never be",
      "not advis*",
      "inadvisable",
      "precaution*",
      "hypersensitiv*",
      "is unsafe in",
      "not safe in",
  };
  static constexpr std::string_view kNone[] = {
      "no contraindication*",
      "without contraindication*",
      "absence of contraindication*",
      "absence of a contraindication",
      "withheld",
      "not contraindicated",
      "lack of contraindication*",
      "no longer be contraindicated",
      "relative contraindications to treatment",
      "outweigh",
  };
  return has_any_phrase(lower, kPhrases) && !has_any_phrase(lower, kNone) && !only_if_contraindicated(lower);
}

bool indication(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "is indicated",
      "are indicated",
      "be indicated",
      "indicated in",
      "indicated for",
      "indicated when",
      "indicated if",
      "indication*",
      "should be started",
      "should be initiated",
      "should be begun",
      "should be considered",
      "should be offered",
      "should be stopped",
      "should be discontinued",
      "should be withdrawn",
      "should be given",
      "should be treated",
      "should be referred",
      "should be used",
      "should be performed",
      "should be reserved",
      "should be added",
      "should be vaccinated",
      "should be switched",
      "should be prescribed",
      "should receive",
      "should have",
      "should undergo",
      "should start",
      "should begin",
      "should stop",
      "is recommended",
      "are recommended",
      "recommended for",
      "recommended in",
      "recommended when",
      "recommended if",
      "recommends",
      "we recommend",
      "reserved for",
      "candidate*",
      "is required in",
      "is required for",
      "is needed in",
      "is needed for",
      "is needed if",
      "is needed when",
      "is necessary",
      "is considered",
      "be considered",
      "is advised",
      "threshold*",
      "can be stopped",
      "may be stopped",
      "may be indicated",
      "in case of",
      "in cases of",
      "must be",
  };
  // How the patients of a study came to it.
  static constexpr std::string_view kPast[] = {"was indicated", "were indicated", "subjects were",
                                               "were eligible"};
  return has_any_phrase(lower, kPhrases) && !has_any_phrase(lower, kPast);
}

bool target(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "target*",
      "goal*",
      "aim for",
      "aimed for",
      "therapeutic range*",
      "therapeutic level*",
      "therapeutic concentration*",
      "aiming for",
      "threshold*",
      "cut-off*",
      "cutoff*",
      "should be below",
      "should be less",
      "should be under",
      "should be kept",
      "should be maintained",
      "should be lowered",
      "below",
      "normal range",
      "normal value*",
      "normal level*",
      "recommended level*",
      "recommended range",
      "reference range",
      "reduced to",
      "lowered to",
      "keep your",
      "keep the",
      "maintain a",
      "is considered normal",
      "considered high",
      "considered normal",
  };
  return has_any_phrase(lower, kPhrases);
}

}  // namespace attest::cues
