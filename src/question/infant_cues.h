// Signs in babies that cannot wait: fever in the first three months, and illness that shows in how a baby
// lies, wakes, feeds and wets. Cues are written as emergencies.h reads them.
#pragma once

#include <array>
#include <string_view>

namespace attest {

// How old, as people tell it ("3 weeks old", "my baby of 3 weeks", "our two month old"), and the fever.
inline constexpr auto kBabyFever = std::to_array<std::string_view>({
    "1|2|3|one|two|three month|months|mth|mths old / "
    "1|2|3|4|5|6|7|8|9|10|11|12|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve "
    "week|weeks|wk|wks|day|days old / "
    "baby|babies|infant|son|daughter|boy|girl|twins|he|she|born of|is|are|at|aged|just|only "
    "1|2|3|one|two|three month|months / "
    "baby|babies|infant|son|daughter|boy|girl|twins|he|she|born of|is|are|at|aged|just|only "
    "1|2|3|4|5|6|7|8|9|10|11|12|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve "
    "week|weeks|wk|wks|day|days !into|early|late|overdue / "
    "baby|infant|born 1|2|3|4|5|6|7|8|9|10|11|12|one|two|three|four|five|six|seven|eight|nine|ten "
    "week|weeks|wk|wks|day|days / "
    "newborn|neonate / under|below|than 3|three months + "
    "fever|feverish|temperature|temp|38~|39~|40~ !weeks|week|wks|degrees|c / 38|39|40 degrees|c / "
    "101|102|103|104 / 100 4|5|6|7|8|9 / "
    "hot !weather|water|bath|day|days|tub|summer|room|country|climate|car|milk + - "
    "vaccine|vaccination|post|screen|screening|pregnant|room|bath",
});

inline constexpr auto kIllBaby = std::to_array<std::string_view>({
    "baby|babys|newborn|neonate|infant|week|weeks|month|months + baby|babys|newborn|neonate|infant|old + "
    "floppy|limp|lifeless / hard|difficult|impossible to wake|rouse / cannot|hardly|barely wake|rouse / "
    "not waking|wake * feed|feeds / blue|grey|gray * lips|tongue|mouth|face / lips|tongue|face * "
    "blue|grey|gray / "
    "not|no|dry * wet|wee|weed|peed|pee * nappy|nappies|diaper|diapers|hours|all|since / "
    "no wet nappy|nappies|diaper|diapers / dry nappy|nappies|diaper|diapers / "
    "not had a wet / vomit|vomiting|vomits|vomited|throwing|threw|sick|spits|brings * green|bile / "
    "green vomit / "
    "not|refuses|refusing|stopped fed|feeding|drinking|feed|drink * since|hours|day|all|at|today / "
    "refuses|refusing all|every feeds|feed|bottle|bottles|milk + "
    "- years|larynx|solids|weaning|toddler|iris|eyes|birthmark|sleep|nap|school|hat|colour / at night / was "
    "very|so|quite|a floppy|limp / as a newborn|baby",
    "newborn|baby * yellow|jaundice|jaundiced + first|1|one|24 day|hours|hour|24 / "
    "hours|day old / born today|yesterday + - week|weeks|month|months|three|3|5|treated|treatment",
});

}  // namespace attest
