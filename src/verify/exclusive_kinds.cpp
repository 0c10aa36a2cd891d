// A kind counts as named by any of its words, so that what a source says of boys is taken to be said of
// children; adults and old people do not exclude each other and are one kind here.
#include "verify/exclusive_kinds.h"

#include <array>

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr std::array kYoung = {"child"sv,      "children"sv, "childhood"sv,  "paediatric*"sv,  "pediatric*"sv,
                               "infant*"sv,    "newborn*"sv, "neonat*"sv,    "baby"sv,         "babies"sv,
                               "adolescen*"sv, "teenage*"sv, "preschool*"sv, "schoolchild*"sv, "boy"sv,
                               "boys"sv,       "girl"sv,     "girls"sv,      "juvenile"sv,     "youth*"sv};
constexpr std::array kGrown = {"adult"sv,          "adults"sv,      "elderly"sv,     "older people"sv,
                               "older patients"sv, "older men"sv,   "older women"sv, "older persons"sv,
                               "geriatric"sv,      "middle-aged"sv, "old age"sv};
constexpr std::array kMen = {"men"sv, "man"sv, "male"sv, "males"sv, "boys"sv, "boy"sv, "fathers"sv};
constexpr std::array kWomen = {"women"sv, "woman"sv,   "female"sv,   "females"sv, "girls"sv,
                               "girl"sv,  "mothers"sv, "pregnan*"sv, "maternal"sv};
constexpr std::array kAnimals = {"mice"sv,  "mouse"sv,   "rat"sv,     "rats"sv,     "dog"sv,    "dogs"sv,
                                 "cat"sv,   "cats"sv,    "rabbit*"sv, "pig"sv,      "pigs"sv,   "piglet*"sv,
                                 "sheep"sv, "monkey*"sv, "animal*"sv, "hamster*"sv, "guinea"sv, "murine"sv};
constexpr std::array kHumans = {
    "patient*"sv, "people"sv,   "person*"sv,  "human*"sv, "women"sv,      "woman"sv,       "men"sv,
    "man"sv,      "child"sv,    "children"sv, "adults"sv, "volunteer*"sv, "individuals"sv, "participants"sv,
    "infants"sv,  "subjects"sv, "boys"sv,     "girls"sv,  "cases"sv,      "someone"sv,     "adolescents"sv};
constexpr std::array kTypeOne = {"type 1"sv, "type i"sv, "type-1"sv};
constexpr std::array kTypeTwo = {"type 2"sv, "type ii"sv, "type-2"sv};
constexpr std::array kAcute = {"acute"sv, "acutely"sv};
constexpr std::array kChronic = {"chronic"sv, "chronically"sv};
constexpr std::array kSubacute = {"subacute"sv};
constexpr std::array kMild = {"mild"sv, "mildly"sv};
constexpr std::array kModerate = {"moderate"sv, "moderately"sv};
constexpr std::array kSevere = {"severe"sv, "severely"sv};
constexpr std::array kEarly = {"early"sv, "early-stage"sv, "localised"sv, "localized"sv, "nonmetasta*"sv};
constexpr std::array kAdvanced = {"advanced"sv, "metasta*"sv, "end-stage"sv, "late-stage"sv};
constexpr std::array kSmallCell = {"small cell"sv, "small-cell"sv};
constexpr std::array kNotSmallCell = {"nonsmall cell"sv, "nonsmall-cell"sv};
constexpr std::array kByMouth = {"oral"sv, "orally"sv, "tablet*"sv, "capsule*"sv, "by mouth"sv};
constexpr std::array kByNeedle = {"intravenous*"sv,   "injection*"sv,    "injected"sv,
                                  "intramuscular*"sv, "subcutaneous*"sv, "infusion*"sv};
constexpr std::array kOnSkin = {"topical*"sv, "cream*"sv, "ointment*"sv, "gel"sv, "inhal*"sv, "nebuli*"sv};
constexpr std::array kGastric = {"gastric"sv, "stomach"sv};
constexpr std::array kDuodenal = {"duoden*"sv};
constexpr std::array kShortTerm = {"short-term"sv, "short term"sv, "single dose*"sv, "single oral dose*"sv};
constexpr std::array kLongTerm = {"long-term"sv, "long term"sv, "for years"sv, "over years"sv};
constexpr std::array kLowDose = {"low-dose"sv, "low dose*"sv};
constexpr std::array kHighDose = {"high-dose"sv, "high dose*"sv};
constexpr std::array kBefore = {"premenopaus*"sv, "pre-menopaus*"sv};
constexpr std::array kAfter = {"postmenopaus*"sv, "post-menopaus*"sv};
constexpr std::array kLeft = {"left"sv};
constexpr std::array kRight = {"right"sv};
constexpr std::array kIschaemic = {"ischem*"sv, "ischaem*"sv};
constexpr std::array kBleeding = {"hemorrhag*"sv, "haemorrhag*"sv};
constexpr std::array kSystolic = {"systolic"sv};
constexpr std::array kDiastolic = {"diastolic"sv};
constexpr std::array kLdl = {"ldl*"sv, "low-density"sv, "low density"sv};
constexpr std::array kHdl = {"hdl*"sv, "high-density"sv, "high density"sv};
constexpr std::array kViral = {"viral"sv, "virus*"sv};
constexpr std::array kBacterial = {"bacteri*"sv};
constexpr std::array kOverall = {"overall survival"sv};
constexpr std::array kFreeOf = {"progression-free"sv, "disease-free"sv, "relapse-free"sv, "event-free"sv};
constexpr std::array kPrimary = {"primary"sv};
constexpr std::array kSecondary = {"secondary"sv};

constexpr std::array kPersistent = {"persistent"sv};
constexpr std::array kParoxysmal = {"paroxysmal"sv};
constexpr std::array kPermanent = {"permanent"sv};
constexpr std::array kOpenAngle = {"open-angle"sv, "open angle"sv};
constexpr std::array kClosedAngle = {"angle-closure"sv, "closed-angle"sv, "angle closure"sv};
constexpr std::array kUncomplicated = {"uncomplicated"sv};
constexpr std::array kComplicated = {"complicated"sv};
constexpr std::array kStable = {"stable"sv};
constexpr std::array kUnstable = {"unstable"sv};
constexpr std::array kActive = {"active"sv};
constexpr std::array kInactive = {"inactive"sv, "quiescent"sv};
constexpr std::array kNewlyFound = {"newly diagnosed"sv, "first-episode"sv};
constexpr std::array kUntreated = {"untreated"sv, "treatment-naive"sv};
constexpr std::array kComeBack = {"relapsed"sv, "recurrent"sv};
constexpr std::array kRefractory = {"refractory"sv};
constexpr std::array kTreated = {"previously treated"sv};
constexpr std::array kUnilateral = {"unilateral"sv};
constexpr std::array kBilateral = {"bilateral"sv};
constexpr std::array kNulliparous = {"nulliparous"sv};
constexpr std::array kMultiparous = {"multiparous"sv};
constexpr std::array kPreterm = {"preterm"sv};
constexpr std::array kFullTerm = {"full term"sv, "full-term"sv, "at term"sv, "term infants"sv};
constexpr std::array kOutpatients = {"outpatients"sv};
constexpr std::array kInpatients = {"inpatients"sv, "hospitalised"sv, "hospitalized"sv};
constexpr std::array kHypertensive = {"hypertensive"sv};
constexpr std::array kNormotensive = {"normotensive"sv};
constexpr std::array kDiabetic = {"diabetic"sv};
constexpr std::array kNotDiabetic = {"nondiabetic"sv, "non-diabetic"sv};
constexpr std::array kSmokers = {"smokers"sv};
constexpr std::array kNonsmokers = {"nonsmokers"sv, "non-smokers"sv, "never smokers"sv};

constexpr ExclusiveKind kKindsOfAge[] = {{"children", kYoung}, {"adults", kGrown}};
constexpr ExclusiveKind kKindsOfSex[] = {{"men", kMen}, {"women", kWomen}};
constexpr ExclusiveKind kKindsOfSpecies[] = {{"animals", kAnimals}, {"people", kHumans}};
constexpr ExclusiveKind kKindsOfType[] = {{"type 1", kTypeOne}, {"type 2", kTypeTwo}};
constexpr ExclusiveKind kKindsOfCourse[] = {
    {"acute", kAcute}, {"chronic", kChronic}, {"subacute", kSubacute}};
constexpr ExclusiveKind kKindsOfSeverity[] = {{"mild", kMild}, {"moderate", kModerate}, {"severe", kSevere}};
constexpr ExclusiveKind kKindsOfStage[] = {{"early", kEarly}, {"advanced", kAdvanced}};
constexpr ExclusiveKind kKindsOfCell[] = {{"small-cell", kSmallCell}, {"non-small-cell", kNotSmallCell}};
constexpr ExclusiveKind kKindsOfRoute[] = {
    {"by mouth", kByMouth}, {"by needle", kByNeedle}, {"local", kOnSkin}};
constexpr ExclusiveKind kKindsOfUlcer[] = {{"gastric", kGastric}, {"duodenal", kDuodenal}};
constexpr ExclusiveKind kKindsOfTerm[] = {{"short-term", kShortTerm}, {"long-term", kLongTerm}};
constexpr ExclusiveKind kKindsOfDose[] = {{"low-dose", kLowDose}, {"high-dose", kHighDose}};
constexpr ExclusiveKind kKindsOfMenopause[] = {{"premenopausal", kBefore}, {"postmenopausal", kAfter}};
constexpr ExclusiveKind kKindsOfSide[] = {{"left", kLeft}, {"right", kRight}};
constexpr ExclusiveKind kKindsOfStroke[] = {{"ischaemic", kIschaemic}, {"haemorrhagic", kBleeding}};
constexpr ExclusiveKind kKindsOfPressure[] = {{"systolic", kSystolic}, {"diastolic", kDiastolic}};
constexpr ExclusiveKind kKindsOfLipoprotein[] = {{"LDL", kLdl}, {"HDL", kHdl}};
constexpr ExclusiveKind kKindsOfGerm[] = {{"viral", kViral}, {"bacterial", kBacterial}};
constexpr ExclusiveKind kKindsOfSurvival[] = {{"overall", kOverall}, {"progression-free", kFreeOf}};
constexpr ExclusiveKind kKindsOfRank[] = {{"primary", kPrimary}, {"secondary", kSecondary}};
constexpr ExclusiveKind kKindsOfRhythm[] = {
    {"persistent", kPersistent}, {"paroxysmal", kParoxysmal}, {"permanent", kPermanent}};
constexpr ExclusiveKind kKindsOfAngle[] = {{"open", kOpenAngle}, {"closed", kClosedAngle}};
constexpr ExclusiveKind kKindsOfComplications[] = {
    {"uncomplicated", kUncomplicated}, {"complicated", kComplicated}, {"severe", kSevere}};
constexpr ExclusiveKind kKindsOfStability[] = {{"stable", kStable}, {"unstable", kUnstable}};
constexpr ExclusiveKind kKindsOfActivity[] = {{"active", kActive}, {"inactive", kInactive}};
constexpr ExclusiveKind kKindsOfTreatmentBefore[] = {{"newly found", kNewlyFound},
                                                     {"untreated", kUntreated},
                                                     {"come back", kComeBack},
                                                     {"refractory", kRefractory},
                                                     {"treated", kTreated}};
constexpr ExclusiveKind kKindsOfSides[] = {{"unilateral", kUnilateral}, {"bilateral", kBilateral}};
constexpr ExclusiveKind kKindsOfBirths[] = {{"nulliparous", kNulliparous}, {"multiparous", kMultiparous}};
constexpr ExclusiveKind kKindsOfBirth[] = {{"preterm", kPreterm}, {"full term", kFullTerm}};
constexpr ExclusiveKind kKindsOfWard[] = {{"outpatients", kOutpatients}, {"inpatients", kInpatients}};
constexpr ExclusiveKind kKindsOfBloodPressure[] = {{"hypertensive", kHypertensive},
                                                   {"normotensive", kNormotensive}};
constexpr ExclusiveKind kKindsOfSugar[] = {{"diabetic", kDiabetic}, {"nondiabetic", kNotDiabetic}};
constexpr ExclusiveKind kKindsOfSmoking[] = {{"smokers", kSmokers}, {"nonsmokers", kNonsmokers}};

constexpr std::array<ExclusiveKinds, 33> kExclusiveKinds = {
    ExclusiveKinds{"age", kKindsOfAge, true, false, false},
    ExclusiveKinds{"sex", kKindsOfSex, true, false, false},
    ExclusiveKinds{"species", kKindsOfSpecies, true, false, false},
    ExclusiveKinds{"type", kKindsOfType, true, true, false},
    ExclusiveKinds{"course", kKindsOfCourse, true, true, false},
    ExclusiveKinds{"severity", kKindsOfSeverity, true, true, false},
    ExclusiveKinds{"stage", kKindsOfStage, true, true, false},
    ExclusiveKinds{"cell", kKindsOfCell, true, false, false},
    ExclusiveKinds{"route", kKindsOfRoute, true, false, false},
    ExclusiveKinds{"ulcer", kKindsOfUlcer, true, false, false},
    ExclusiveKinds{"term", kKindsOfTerm, true, false, false},
    ExclusiveKinds{"dose", kKindsOfDose, true, false, false},
    ExclusiveKinds{"menopause", kKindsOfMenopause, true, false, true},
    ExclusiveKinds{"side", kKindsOfSide, true, false, false},
    ExclusiveKinds{"stroke", kKindsOfStroke, true, true, false},
    ExclusiveKinds{"pressure", kKindsOfPressure, true, false, false},
    ExclusiveKinds{"lipoprotein", kKindsOfLipoprotein, true, false, false},
    ExclusiveKinds{"germ", kKindsOfGerm, true, false, false},
    ExclusiveKinds{"survival", kKindsOfSurvival, true, false, false},
    ExclusiveKinds{"rank", kKindsOfRank, true, true, false},
    ExclusiveKinds{"rhythm", kKindsOfRhythm, false, true, false},
    ExclusiveKinds{"angle", kKindsOfAngle, false, true, false},
    ExclusiveKinds{"complications", kKindsOfComplications, false, true, false},
    ExclusiveKinds{"stability", kKindsOfStability, false, true, false},
    ExclusiveKinds{"activity", kKindsOfActivity, false, true, false},
    ExclusiveKinds{"treatment before", kKindsOfTreatmentBefore, false, true, false},
    ExclusiveKinds{"sides", kKindsOfSides, false, true, false},
    ExclusiveKinds{"births", kKindsOfBirths, false, false, true},
    ExclusiveKinds{"birth", kKindsOfBirth, false, false, true},
    ExclusiveKinds{"ward", kKindsOfWard, false, false, true},
    ExclusiveKinds{"blood pressure", kKindsOfBloodPressure, false, false, true},
    ExclusiveKinds{"sugar", kKindsOfSugar, false, false, true},
    ExclusiveKinds{"smoking", kKindsOfSmoking, false, false, true},
};

}  // namespace

std::span<const ExclusiveKinds> exclusive_kinds() { return kExclusiveKinds; }

}  // namespace attest
