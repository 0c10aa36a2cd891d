#include "text/quantities/units.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attest::quantities {

namespace {

using namespace std::string_view_literals;

template <size_t N>
constexpr auto sorted(std::array<std::string_view, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}

template <typename Words>
bool is_in(const Words& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

struct NamedUnit {
  std::string_view name;
  Unit unit;
};

constexpr NamedUnit dose(std::string_view name, std::string_view canonical) {
  return {name, {canonical, UnitClass::kDose}};
}
constexpr NamedUnit time(std::string_view name, std::string_view canonical) {
  return {name, {canonical, UnitClass::kTime}};
}
constexpr NamedUnit other(std::string_view name, std::string_view canonical) {
  return {name, {canonical, UnitClass::kMeasurement}};
}

constexpr auto kUnits = [] {
  std::array units = {dose("mg", "mg"),
                      dose("mgs", "mg"),
                      dose("milligram", "mg"),
                      dose("milligrams", "mg"),
                      dose("milligramme", "mg"),
                      dose("milligrammes", "mg"),
                      dose("g", "g"),
                      dose("gm", "g"),
                      dose("gram", "g"),
                      dose("grams", "g"),
                      dose("gramme", "g"),
                      dose("grammes", "g"),
                      dose("mcg", "microgram"),
                      dose("ug", "microgram"),
                      dose("microgram", "microgram"),
                      dose("micrograms", "microgram"),
                      dose("microg", "microgram"),
                      dose("microgramme", "microgram"),
                      dose("microgrammes", "microgram"),
                      dose("ng", "ng"),
                      dose("nanogram", "ng"),
                      dose("nanograms", "ng"),
                      dose("ml", "ml"),
                      dose("mls", "ml"),
                      dose("millilitre", "ml"),
                      dose("millilitres", "ml"),
                      dose("milliliter", "ml"),
                      dose("milliliters", "ml"),
                      dose("cc", "ml"),
                      dose("l", "l"),
                      dose("litre", "l"),
                      dose("litres", "l"),
                      dose("liter", "l"),
                      dose("liters", "l"),
                      dose("u", "unit"),
                      dose("unit", "unit"),
                      dose("units", "unit"),
                      dose("iu", "IU"),
                      dose("ius", "IU"),
                      dose("mu", "mU"),
                      dose("mmol", "mmol"),
                      dose("umol", "umol"),
                      dose("nmol", "nmol"),
                      dose("pmol", "pmol"),
                      dose("meq", "mEq"),
                      dose("mci", "mCi"),
                      dose("gy", "Gy"),
                      dose("cgy", "cGy"),
                      dose("mbq", "MBq"),
                      dose("tablet", "tablet"),
                      dose("tablets", "tablet"),
                      dose("capsule", "capsule"),
                      dose("capsules", "capsule"),
                      dose("puff", "puff"),
                      dose("puffs", "puff"),
                      dose("drop", "drop"),
                      dose("drops", "drop"),
                      time("second", "second"),
                      time("seconds", "second"),
                      time("sec", "second"),
                      time("secs", "second"),
                      time("s", "second"),
                      time("ms", "millisecond"),
                      time("msec", "millisecond"),
                      time("minute", "minute"),
                      time("minutes", "minute"),
                      time("min", "minute"),
                      time("mins", "minute"),
                      time("hour", "hour"),
                      time("hours", "hour"),
                      time("h", "hour"),
                      time("hr", "hour"),
                      time("hrs", "hour"),
                      time("day", "day"),
                      time("days", "day"),
                      time("d", "day"),
                      time("night", "day"),
                      time("nights", "day"),
                      time("week", "week"),
                      time("weeks", "week"),
                      time("wk", "week"),
                      time("wks", "week"),
                      time("wks", "week"),
                      time("month", "month"),
                      time("months", "month"),
                      time("mo", "month"),
                      time("mos", "month"),
                      time("year", "year"),
                      time("years", "year"),
                      time("yr", "year"),
                      time("yrs", "year"),
                      time("y", "year"),
                      time("decade", "decade"),
                      time("decades", "decade"),
                      other("kg", "kg"),
                      other("kilogram", "kg"),
                      other("kilograms", "kg"),
                      other("pg", "pg"),
                      other("mm", "mm"),
                      other("cm", "cm"),
                      other("m", "m"),
                      other("km", "km"),
                      other("m2", "m2"),
                      other("mmhg", "mmHg"),
                      other("cmh2o", "cmH2O"),
                      other("kpa", "kPa"),
                      other("hz", "Hz"),
                      other("khz", "kHz"),
                      other("bpm", "bpm"),
                      other("kcal", "kcal"),
                      other("kj", "kJ"),
                      other("db", "dB"),
                      other("ma", "mA"),
                      other("uv", "uV"),
                      other("mv", "mV"),
                      other("w", "W"),
                      other("dl", "dl"),
                      other("um", "um"),
                      other("nm", "nm"),
                      other("mhz", "MHz"),
                      other("kda", "kDa"),
                      other("bp", "bp"),
                      other("kb", "kb"),
                      other("rpm", "rpm"),
                      other("ppm", "ppm"),
                      dose("kiu", "KIU"),
                      time("hpi", "hour"),
                      other("kv", "kV"),
                      other("kvp", "kVp"),
                      other("mas", "mAs"),
                      other("mev", "MeV"),
                      other("msv", "mSv"),
                      other("degree", "degree"),
                      other("degrees", "degree"),
                      other("point", "point"),
                      other("points", "point")};
  std::sort(units.begin(), units.end(),
            [](const NamedUnit& a, const NamedUnit& b) { return a.name < b.name; });
  return units;
}();

constexpr auto kNumberWords =
    sorted(std::array{"one"sv,      "two"sv,      "three"sv,   "four"sv,    "five"sv,      "six"sv,
                      "seven"sv,    "eight"sv,    "nine"sv,    "ten"sv,     "eleven"sv,    "twelve"sv,
                      "thirteen"sv, "fourteen"sv, "fifteen"sv, "sixteen"sv, "seventeen"sv, "eighteen"sv,
                      "nineteen"sv, "twenty"sv,   "thirty"sv,  "forty"sv,   "fourty"sv,    "fifty"sv,
                      "sixty"sv,    "seventy"sv,  "eighty"sv,  "ninety"sv,  "hundred"sv,   "thousand"sv});

constexpr auto kPersons = sorted(std::array{
    "patients"sv,     "patient"sv,    "women"sv,        "woman"sv,          "men"sv,         "man"sv,
    "children"sv,     "child"sv,      "participants"sv, "participant"sv,    "subjects"sv,    "subject"sv,
    "people"sv,       "persons"sv,    "person"sv,       "adults"sv,         "individuals"sv, "infants"sv,
    "neonates"sv,     "newborns"sv,   "babies"sv,       "volunteers"sv,     "girls"sv,       "boys"sv,
    "controls"sv,     "females"sv,    "males"sv,        "adolescents"sv,    "teenagers"sv,   "metabolizers"sv,
    "metabolisers"sv, "carriers"sv,   "fetuses"sv,      "undergraduates"sv, "workers"sv,     "siblings"sv,
    "twins"sv,        "parents"sv,    "caregivers"sv,   "students"sv,       "respondents"sv, "residents"sv,
    "couples"sv,      "veterans"sv,   "mothers"sv,      "nurses"sv,         "physicians"sv,  "outpatients"sv,
    "inpatients"sv,   "cases"sv,      "responders"sv,   "survivors"sv,      "recipients"sv,  "donors"sv,
    "users"sv,        "smokers"sv,    "pregnancies"sv,  "deliveries"sv,     "births"sv,      "nulliparas"sv,
    "toddlers"sv,     "households"sv, "families"sv,     "eyes"sv,           "rats"sv,        "mice"sv,
    "dogs"sv,         "animals"sv});

constexpr auto kLabels = sorted(std::array{"figure"sv,
                                           "figures"sv,
                                           "graph"sv,
                                           "zone"sv,
                                           "zones"sv,
                                           "file"sv,
                                           "cyclooxygenase"sv,
                                           "protease"sv,
                                           "sas"sv,
                                           "spss"sv,
                                           "stata"sv,
                                           "fig"sv,
                                           "figs"sv,
                                           "table"sv,
                                           "tables"sv,
                                           "type"sv,
                                           "types"sv,
                                           "grade"sv,
                                           "grades"sv,
                                           "stage"sv,
                                           "stages"sv,
                                           "phase"sv,
                                           "phases"sv,
                                           "group"sv,
                                           "groups"sv,
                                           "level"sv,
                                           "levels"sv,
                                           "class"sv,
                                           "classes"sv,
                                           "version"sv,
                                           "section"sv,
                                           "chapter"sv,
                                           "page"sv,
                                           "pages"sv,
                                           "vol"sv,
                                           "volume"sv,
                                           "no"sv,
                                           "nos"sv,
                                           "ref"sv,
                                           "refs"sv,
                                           "step"sv,
                                           "item"sv,
                                           "question"sv,
                                           "aim"sv,
                                           "factor"sv,
                                           "chromosome"sv,
                                           "exon"sv,
                                           "codon"sv,
                                           "dsm"sv,
                                           "icd"sv,
                                           "rome"sv,
                                           "experiment"sv,
                                           "appendix"sv,
                                           "box"sv,
                                           "supplement"sv,
                                           "equation"sv,
                                           "eq"sv,
                                           "line"sv,
                                           "serotype"sv,
                                           "genotype"sv,
                                           "arm"sv,
                                           "cohort"sv,
                                           "part"sv,
                                           "case"sv,
                                           "lead"sv,
                                           "channel"sv,
                                           "covid"sv,
                                           "sars"sv,
                                           "interleukin"sv,
                                           "il"sv,
                                           "category"sv,
                                           "recommendation"sv,
                                           "protocol"sv,
                                           "tier"sv,
                                           "aldh"sv,
                                           "cyp"sv,
                                           "glut"sv,
                                           "her"sv});

constexpr auto kEnrolment = sorted(std::array{
    "randomised"sv,   "randomized"sv, "randomly"sv,   "enrolled"sv,   "enroled"sv,  "recruited"sv,
    "included"sv,     "assigned"sv,   "allocated"sv,  "studied"sv,    "analysed"sv, "analyzed"sv,
    "participated"sv, "evaluated"sv,  "assessed"sv,   "registered"sv, "entered"sv,  "examined"sv,
    "investigated"sv, "involving"sv,  "comprising"sv, "including"sv,  "involved"sv, "comprised"sv,
    "reviewed"sv,     "screened"sv,   "followed"sv,   "identified"sv, "surveyed"sv, "interviewed"sv,
    "consented"sv,    "underwent"sv,  "eligible"sv});

constexpr auto kSchedule = sorted(std::array{"once"sv,
                                             "twice"sv,
                                             "thrice"sv,
                                             "daily"sv,
                                             "day"sv,
                                             "weekly"sv,
                                             "monthly"sv,
                                             "nightly"sv,
                                             "hourly"sv,
                                             "yearly"sv,
                                             "biweekly"sv,
                                             "fortnightly"sv,
                                             "bid"sv,
                                             "bd"sv,
                                             "tid"sv,
                                             "tds"sv,
                                             "qid"sv,
                                             "qds"sv,
                                             "qd"sv,
                                             "od"sv,
                                             "qhs"sv,
                                             "hs"sv,
                                             "prn"sv,
                                             "po"sv,
                                             "iv"sv,
                                             "im"sv,
                                             "sc"sv,
                                             "stat"sv,
                                             "times"sv,
                                             "time"sv,
                                             "bedtime"sv,
                                             "morning"sv,
                                             "evening"sv,
                                             "night"sv,
                                             "week"sv,
                                             "month"sv,
                                             "every"sv,
                                             "each"sv,
                                             "per"sv,
                                             "a"sv,
                                             "at"sv,
                                             "in"sv,
                                             "the"sv,
                                             "other"sv,
                                             "orally"sv,
                                             "oral"sv,
                                             "intramuscular"sv,
                                             "intramuscularly"sv,
                                             "intravenous"sv,
                                             "intravenously"sv,
                                             "subcutaneous"sv,
                                             "subcutaneously"sv,
                                             "rectally"sv,
                                             "vaginally"sv,
                                             "topically"sv,
                                             "sublingually"sv,
                                             "intranasally"sv,
                                             "transdermally"sv,
                                             "hours"sv,
                                             "days"sv,
                                             "weeks"sv,
                                             "months"sv,
                                             "h"sv,
                                             "meals"sv,
                                             "before"sv,
                                             "with"sv,
                                             "by"sv,
                                             "mouth"sv,
                                             "intravaginally"sv,
                                             "intrathecally"sv,
                                             "single"sv,
                                             "dose"sv});

constexpr auto kPhraseEnds = sorted(std::array{
    "of"sv,      "in"sv,      "with"sv,    "and"sv,       "or"sv,       "to"sv,        "for"sv,
    "from"sv,    "by"sv,      "at"sv,      "on"sv,        "were"sv,     "was"sv,       "had"sv,
    "have"sv,    "has"sv,     "are"sv,     "is"sv,        "who"sv,      "that"sv,      "which"sv,
    "versus"sv,  "vs"sv,      "than"sv,    "after"sv,     "before"sv,   "during"sv,    "did"sv,
    "do"sv,      "as"sv,      "but"sv,     "per"sv,       "received"sv, "underwent"sv, "out"sv,
    "between"sv, "within"sv,  "if"sv,      "while"sv,     "when"sv,     "compared"sv,  "respectively"sv,
    "into"sv,    "because"sv, "since"sv,   "whereas"sv,   "showed"sv,   "whose"sv,     "using"sv,
    "without"sv, "among"sv,   "through"sv, "not"sv,       "will"sv,     "could"sv,     "can"sv,
    "may"sv,     "been"sv,    "be"sv,      "completed"sv, "developed"sv});

constexpr auto kMonths = sorted(std::array{
    "january"sv,   "february"sv, "march"sv,    "april"sv,    "may"sv,  "june"sv, "july"sv, "august"sv,
    "september"sv, "october"sv,  "november"sv, "december"sv, "jan"sv,  "feb"sv,  "mar"sv,  "apr"sv,
    "jun"sv,       "jul"sv,      "aug"sv,      "sep"sv,      "sept"sv, "oct"sv,  "nov"sv,  "dec"sv});

}  // namespace

std::optional<Unit> unit_of(std::string_view word) {
  const auto found =
      std::lower_bound(kUnits.begin(), kUnits.end(), word,
                       [](const NamedUnit& unit, std::string_view name) { return unit.name < name; });
  if (found == kUnits.end() || found->name != word) return std::nullopt;
  return found->unit;
}

bool is_number_word(std::string_view word) { return is_in(kNumberWords, word); }
bool is_person_noun(std::string_view word) { return is_in(kPersons, word); }
bool labels_number(std::string_view word) { return is_in(kLabels, word); }
bool is_enrolment_word(std::string_view word) { return is_in(kEnrolment, word); }
bool is_schedule_word(std::string_view word) { return is_in(kSchedule, word); }
bool ends_noun_phrase(std::string_view word) { return is_in(kPhraseEnds, word); }
bool is_month_name(std::string_view word) { return is_in(kMonths, word); }

}  // namespace attest::quantities
