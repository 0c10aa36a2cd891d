#include "verify/named_people.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "text/phrases.h"

namespace attest {

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

constexpr std::string_view kHealthySaid[] = {
    "healthy volunteers", "healthy subjects",     "healthy people",
    "healthy adults",     "healthy students",     "healthy men",
    "healthy women",      "healthy participants", "healthy individuals"};
constexpr std::string_view kHealthyHeld[] = {"healthy", "volunteer*",   "controls", "normal",
                                             "normals", "asymptomatic", "athlet*",  "well women"};
// Who is not said to be a child may be grown up, so that only a source about children lacks adults.
constexpr std::string_view kAdultsSaid[] = {"adults", "adult patients"};
constexpr std::string_view kAdultsHeld[] = {"adult*", "men",     "women",  "man",     "woman",  "elder*",
                                            "older",  "parents", "mother", "mothers", "aged 18"};
constexpr std::string_view kOnlyChildren[] = {"children", "paediatr*", "pediatr*",
                                              "infants",  "neonat*",   "newborns"};

constexpr std::array kGroups = {
    PeopleGroup{"children", kChildrenSaid, kChildrenHeld},
    PeopleGroup{"infants", kInfantsSaid, kInfantsHeld},
    PeopleGroup{"adolescents", kAdolescentsSaid, kAdolescentsHeld},
    PeopleGroup{"older people", kOldSaid, kOldHeld},
    PeopleGroup{"women", kWomenSaid, kWomenHeld},
    PeopleGroup{"men", kMenSaid, kMenHeld},
    PeopleGroup{"pregnancy", kPregnantSaid, kPregnantHeld},
    PeopleGroup{"breastfeeding", kNursingSaid, kNursingHeld},
    PeopleGroup{"healthy people", kHealthySaid, kHealthyHeld},
};

// "Women without osteoporosis" where the source has osteoporosis and denies it of nobody.
std::string without_what_all_have(std::string_view said, std::string_view held) {
  static constexpr std::string_view kPeople[] = {"patients", "people", "women",  "men",  "children",
                                                 "adults",   "those",  "girls",  "boys", "subjects",
                                                 "infants",  "babies", "persons"};
  static constexpr std::string_view kDenied[] = {"without", "no",         "not", "free of",
                                                 "non",     "absence of", "nor"};
  for (const std::string_view people : kPeople) {
    const std::string phrase = std::string(people) + " without ";
    const size_t at = said.find(phrase);
    if (at == std::string_view::npos) continue;
    const size_t from = at + phrase.size();
    const size_t end = std::min(said.find_first_of(" ,.;:)", from), said.size());
    const std::string_view what = said.substr(from, end - from);
    constexpr size_t kBytesMin = 6;  // no "any", "a", "known"
    if (what.size() < kBytesMin || find_phrase(held, what) == std::string_view::npos) continue;
    bool denied = false;
    constexpr size_t kBytesBefore = 40;
    for (size_t i = find_phrase(held, what); i != std::string_view::npos && !denied;
         i = find_phrase(held, what, i + 1)) {
      const size_t start = i > kBytesBefore ? i - kBytesBefore : 0;
      denied = has_any_phrase(held.substr(start, i - start), kDenied);
    }
    if (!denied) return phrase + std::string(what);
  }
  return {};
}

}  // namespace

std::vector<std::string> people_beyond(std::string_view said, std::string_view held) {
  std::vector<std::string> names;
  for (const PeopleGroup& group : kGroups) {
    if (has_any_phrase(said, group.said) && !has_any_phrase(held, group.held)) names.emplace_back(group.name);
  }
  if (has_any_phrase(said, kAdultsSaid) && !has_any_phrase(held, kAdultsHeld) &&
      has_any_phrase(held, kOnlyChildren))
    names.emplace_back("adults");
  if (std::string without = without_what_all_have(said, held); !without.empty())
    names.push_back(std::move(without));
  return names;
}

}  // namespace attest
