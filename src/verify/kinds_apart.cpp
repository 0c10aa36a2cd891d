// A kind counts as named by any of its words, so that what a source says of boys is taken to be said of
// children; adults and old people do not exclude each other and are one kind here.
#include "verify/kinds_apart.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/phrases.h"

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
constexpr std::array kAcute = {"acute*"sv};
constexpr std::array kChronic = {"chronic*"sv};
constexpr std::array kMild = {"mild"sv, "mildly"sv, "moderate"sv};
constexpr std::array kSevere = {"severe"sv, "severely"sv, "serious"sv};
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
constexpr std::array kShortTerm = {"short-term"sv, "short term"sv};
constexpr std::array kLongTerm = {"long-term"sv, "long term"sv};
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

using Words = std::span<const std::string_view>;

struct Kind {
  std::string_view name;
  Words words;
};
struct Kinds {
  std::string_view of;
  std::array<Kind, 3> kinds;  // the last may have no words
};

const std::array<Kinds, 20>& all_kinds() {
  static const std::array<Kinds, 20> kAll = {
      Kinds{"age"sv, {Kind{"children"sv, kYoung}, Kind{"adults"sv, kGrown}, {}}},
      Kinds{"sex"sv, {Kind{"men"sv, kMen}, Kind{"women"sv, kWomen}, {}}},
      Kinds{"species"sv, {Kind{"animals"sv, kAnimals}, Kind{"people"sv, kHumans}, {}}},
      Kinds{"type"sv, {Kind{"type 1"sv, kTypeOne}, Kind{"type 2"sv, kTypeTwo}, {}}},
      Kinds{"course"sv, {Kind{"acute"sv, kAcute}, Kind{"chronic"sv, kChronic}, {}}},
      Kinds{"severity"sv, {Kind{"mild"sv, kMild}, Kind{"severe"sv, kSevere}, {}}},
      Kinds{"stage"sv, {Kind{"early"sv, kEarly}, Kind{"advanced"sv, kAdvanced}, {}}},
      Kinds{"cell"sv, {Kind{"small-cell"sv, kSmallCell}, Kind{"non-small-cell"sv, kNotSmallCell}, {}}},
      Kinds{"route"sv,
            {Kind{"by mouth"sv, kByMouth}, Kind{"by needle"sv, kByNeedle}, Kind{"local"sv, kOnSkin}}},
      Kinds{"ulcer"sv, {Kind{"gastric"sv, kGastric}, Kind{"duodenal"sv, kDuodenal}, {}}},
      Kinds{"term"sv, {Kind{"short-term"sv, kShortTerm}, Kind{"long-term"sv, kLongTerm}, {}}},
      Kinds{"dose"sv, {Kind{"low-dose"sv, kLowDose}, Kind{"high-dose"sv, kHighDose}, {}}},
      Kinds{"menopause"sv, {Kind{"premenopausal"sv, kBefore}, Kind{"postmenopausal"sv, kAfter}, {}}},
      Kinds{"side"sv, {Kind{"left"sv, kLeft}, Kind{"right"sv, kRight}, {}}},
      Kinds{"stroke"sv, {Kind{"ischaemic"sv, kIschaemic}, Kind{"haemorrhagic"sv, kBleeding}, {}}},
      Kinds{"pressure"sv, {Kind{"systolic"sv, kSystolic}, Kind{"diastolic"sv, kDiastolic}, {}}},
      Kinds{"lipoprotein"sv, {Kind{"LDL"sv, kLdl}, Kind{"HDL"sv, kHdl}, {}}},
      Kinds{"germ"sv, {Kind{"viral"sv, kViral}, Kind{"bacterial"sv, kBacterial}, {}}},
      Kinds{"survival"sv, {Kind{"overall"sv, kOverall}, Kind{"progression-free"sv, kFreeOf}, {}}},
      Kinds{"rank"sv, {Kind{"primary"sv, kPrimary}, Kind{"secondary"sv, kSecondary}, {}}},
  };
  return kAll;
}

// "non-small-cell" is no small-cell: one word of it.
std::string with_non_joined(std::string_view lower) {
  std::string text(lower);
  for (size_t at = text.find("non-"); at != std::string::npos; at = text.find("non-", at + 3))
    text.erase(at + 3, 1);
  return text;
}

}  // namespace

std::vector<KindBeside> hold_kinds(std::string_view claim, std::string_view near, std::string_view source) {
  std::vector<KindBeside> held;
  const std::string claimed_text = with_non_joined(claim);
  std::string near_text;
  std::string source_text;
  for (const Kinds& kinds : all_kinds()) {
    const Kind* claimed = nullptr;
    size_t count = 0;
    for (const Kind& kind : kinds.kinds) {
      if (kind.words.empty() || !has_any_phrase(claimed_text, kind.words)) continue;
      claimed = &kind;
      ++count;
    }
    if (count != 1) continue;
    if (source_text.empty()) {
      near_text = with_non_joined(near);
      source_text = with_non_joined(source);
    }
    KindBeside beside{kinds.of, claimed->name, {}, KindNamed::kNear};
    const Kind* other_near = nullptr;
    const Kind* other = nullptr;
    for (const Kind& kind : kinds.kinds) {
      if (&kind == claimed || kind.words.empty()) continue;
      if (other_near == nullptr && has_any_phrase(near_text, kind.words)) other_near = &kind;
      if (other == nullptr && has_any_phrase(source_text, kind.words)) other = &kind;
    }
    if (!has_any_phrase(near_text, claimed->words)) {
      const bool somewhere = has_any_phrase(source_text, claimed->words);
      if (somewhere)
        beside.named = other_near != nullptr ? KindNamed::kAnotherNear : KindNamed::kElsewhere;
      else
        beside.named = other != nullptr ? KindNamed::kOnlyAnother : KindNamed::kNowhere;
    }
    if (other_near != nullptr) other = other_near;
    if (other != nullptr) beside.another = other->name;
    held.push_back(beside);
  }
  return held;
}

}  // namespace attest
