#include "audit/named_people.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

// How a page names a group, and every word by which a source may have spoken of it. The second is wide: a
// source that may be about them is not accused.
struct PeopleGroup {
  std::string_view name;
  std::span<const std::string_view> said;
  std::span<const std::string_view> held;
};

constexpr std::string_view kChildrenSaid[] = {"children",   "child",     "childhood",
                                              "paediatric", "pediatric", "schoolchildren"};
constexpr std::string_view kChildrenHeld[] = {
    "child*",    "paediatr*", "pediatr*", "infant*",  "infancy",    "boy*",       "girl*",
    "juvenile*", "neonat*",   "newborn*", "toddler*", "adolescen*", "school*",    "youth*",
    "bab*",      "young*",    "kid",      "kids",     "teen*",      "preschool*", "birth"};
constexpr std::string_view kInfantsSaid[] = {"infants", "infant",   "newborns", "newborn",
                                             "babies",  "neonates", "toddlers"};
constexpr std::string_view kInfantsHeld[] = {
    "infant*",   "infancy",   "neonat*",       "newborn*", "bab*",       "toddler*", "preterm",
    "prematur*", "month-old", "months of age", "birth*",   "months old", "nursery",  "postnatal*"};
constexpr std::string_view kAdolescentsSaid[] = {"adolescents", "teenagers", "adolescence"};
constexpr std::string_view kAdolescentsHeld[] = {"adolescen*", "teen*",   "youth*", "young*",    "pediatr*",
                                                 "paediatr*",  "school*", "child*", "juvenile*", "students"};
constexpr std::string_view kOldSaid[] = {"the elderly",    "elderly", "older adults", "older people",
                                         "older patients", "old age", "geriatric"};
constexpr std::string_view kOldHeld[] = {"elder*", "older",      "old",      "geriatr*", "aged",
                                         "aging",  "ageing",     "senior*",  "years",    "yr",
                                         "y",      "septuagen*", "octogen*", "age"};
constexpr std::string_view kWomenSaid[] = {"women", "girls", "female patients", "mothers"};
constexpr std::string_view kWomenHeld[] = {
    "woman",         "women*",  "female*", "girl*", "mother*",    "pregnan*", "matern*", "menopaus*",
    "postmenopaus*", "gravid*", "breast*", "uter*", "vagin*",     "cervi*",   "ovar*",   "endometri*",
    "gender",        "sex",     "sexes",   "f",     "obstetric*", "gyn*"};
constexpr std::string_view kMenSaid[] = {"men", "boys", "male patients"};
constexpr std::string_view kMenHeld[] = {"men",     "man",      "male*",    "boy*",   "prostat*", "testic*",
                                         "testos*", "erectile", "gender",   "sex",    "sexes",    "m",
                                         "father*", "husband*", "veteran*", "sperm*", "penile",   "penis"};
constexpr std::string_view kPregnantSaid[] = {"pregnant", "pregnancy"};
constexpr std::string_view kPregnantHeld[] = {
    "pregnan*", "gestat*",    "gravid*",    "obstetric*", "matern*",     "trimester*", "labor",    "labour",
    "birth*",   "prenatal*",  "antenatal*", "fetal",      "foetal",      "fetus*",     "caesar*",  "cesar*",
    "deliver*", "conception", "preeclamp*", "eclamp*",    "pre-eclamp*", "abortion*",  "miscarr*", "mothers"};
constexpr std::string_view kNursingSaid[] = {"breastfeeding", "breast-feeding", "lactating"};
constexpr std::string_view kNursingHeld[] = {"breastf*",    "breast-f*",  "breast f*", "lactat*", "nursing",
                                             "breast milk", "human milk", "suckl*",    "milk"};

constexpr std::array kGroups = {
    PeopleGroup{"children", kChildrenSaid, kChildrenHeld},
    PeopleGroup{"infants", kInfantsSaid, kInfantsHeld},
    PeopleGroup{"adolescents", kAdolescentsSaid, kAdolescentsHeld},
    PeopleGroup{"older people", kOldSaid, kOldHeld},
    PeopleGroup{"women", kWomenSaid, kWomenHeld},
    PeopleGroup{"men", kMenSaid, kMenHeld},
    PeopleGroup{"pregnancy", kPregnantSaid, kPregnantHeld},
    PeopleGroup{"breastfeeding", kNursingSaid, kNursingHeld},
};

}  // namespace

std::vector<std::string> people_beyond(std::string_view said, std::string_view held) {
  std::vector<std::string> names;
  for (const PeopleGroup& group : kGroups) {
    if (has_any_phrase(said, group.said) && !has_any_phrase(held, group.held)) names.emplace_back(group.name);
  }
  return names;
}

std::vector<std::string> unnamed_people(const PageClaim& claim,
                                        const std::vector<const AnswerSource*>& sources) {
  std::vector<std::string> names = people_beyond(lower_ascii(claim.sentence.text), {});
  for (const AnswerSource* source : sources) {
    const std::string lower = lower_ascii(source->document.text);
    const std::vector<std::string> beyond = people_beyond(lower_ascii(claim.sentence.text), lower);
    std::erase_if(names, [&](const std::string& name) {
      return std::find(beyond.begin(), beyond.end(), name) == beyond.end();
    });
  }
  return names;
}

}  // namespace attest::audit
