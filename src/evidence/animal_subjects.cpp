#include "evidence/animal_subjects.h"

#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

bool speaks_of_animals(const AnswerSource& source, std::string_view lower) {
  // Not "bovine" and "porcine", of which drugs are made, nor "calves", which people have.
  static constexpr std::string_view kAnimalNames[] = {
      "mice",     "mouse",    "murine",      "rats",    "rat",       "dogs",           "rabbits",
      "in vitro", "hamsters", "guinea pigs", "bovines", "cattle",    "water buffalo*", "pigs",
      "piglets",  "sheep",    "lambs",       "goats",   "cat",       "cats",           "feline",
      "canine",   "dog",      "equine",      "horses",  "livestock", "baboons",        "monkeys",
      "macaques"};
  static constexpr std::string_view kHumans[] = {
      "patients", "people",   "human*",  "women",      "men",         "children",
      "adults",   "trial*",   "infants", "volunteers", "villagers",   "individuals",
      "persons",  "neonates", "farmers", "residents",  "participants"};
  const std::string title = lower_ascii(source.document.record.title);
  return (has_any_phrase(lower, kAnimalNames) && !has_any_phrase(lower, kHumans)) ||
         (has_any_phrase(title, kAnimalNames) && !has_any_phrase(title, kHumans));
}

}  // namespace attest
