// Accidents and dangers that wait for nobody: poisons, blows, bites, burns, electricity, contact
// with HIV, a clot in the leg, a child that fights for breath, fever while the defences are low. Cues are
// written as emergencies.h reads them.
#pragma once

#include <array>
#include <string_view>

namespace attest {

// Most are read by overdose.h.
inline constexpr auto kPoisoning = std::to_array<std::string_view>({
    "took|taken|take|swallowed|ate|eaten|given|gave * too many|much + "
    "tablet~|pill|pills|paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|medicine|medicines|medication|"
    "insulin|sleeping|antidepressant~|codeine|morphine|opioid~|warfarin|capsule~|dose",
    "overdosed|overdosing / took|taken|taking|having an overdose / accidental|accidentally overdose + PERSON "
    "+ - years|year|months|weeks|last",
    "drank|drunk|swallowed|swallow|ate|eaten|ingested|drinking|drinks|licked * "
    "antifreeze|weedkiller|pesticide|petrol|paraffin|poison|poisonous|methanol|detergent|turpentine|"
    "nicotine|mothball~|mushroom|mushrooms|rat + PERSON + - food",
    "carbon monoxide + alarm|headache|exposed|poisoned|leak + PERSON",
});

inline constexpr auto kSwallowed = std::to_array<std::string_view>({
    "swallow~|ate|eaten|ingested|nose|ear|throat + battery|batteries|magnet|magnets",
    "swallow~|drank|drunk|drink|drinks|drinking|ate|eaten|ingested + "
    "bleach|caustic|lye|drain|dishwasher|ammonia|acid|descaler|domestos + PERSON + - reflux|stomach",
});

inline constexpr auto kHead = std::to_array<std::string_view>({
    "hit|hits|banged|bumped|bashed|knocked|struck|smashed|cracked * head / "
    "fell|fallen|falls|landed|dropped on|onto * head / "
    "baby|infant|toddler|newborn * fell|rolled|dropped * bed|table|sofa|stairs|floor|cot / head injury / "
    "blow|knock|bang|bump to the|his|her "
    "head + "
    "vomit|vomiting|vomits|vomited|puking|sick|throwing|drowsy|sleepy|confused|fit|seizure|unconscious / "
    "knocked|passed|blacked out / cannot remember|wake + PERSON + - years|months|history",
});

inline constexpr auto kLegClot = std::to_array<std::string_view>({
    "leg|calf|thigh + swollen|swelling|swelled|swells|swell|swole + "
    "flight|flights|plane|flew|flying|surgery|operation|op|birth|plaster|immobilised|immobilized + - "
    "prevent|prevents|prevention|stockings|socks|avoid|year|years|month|months|both|lymphedema|lymphoedema",
    "calf + hot|red|warm + swollen|swelling|swelled|painful|tender|sore + - "
    "years|months|strain|strained|gym|running|run|cellulitis|bite",
});

inline constexpr auto kHardBreathing = std::to_array<std::string_view>({
    "grunting|grunts|grunt + ribs|rib|sucking|pulling|blue|fast|breath|breathing|breathe + - poo|pooing|poos",
    "ribs|rib * suck|sucks|sucking|pull|pulls|pulling|drawing|caving|sinking|retracting|showing in / "
    "sucking|sucks|pulling|pulls|drawing|caving in * ribs|rib|chest|tummy|neck|throat / "
    "nostrils flaring|flare|flares + baby|newborn|infant|toddler|child|son|daughter|he|she|his|her|breathing",
    "breathing|breathes * really|very|so|too fast|quickly|hard + "
    "baby|newborn|infant|toddler|child|son|daughter + - sleep|asleep|sleeping|exercise|running|years",
    "asthma|inhaler|inhalers|wheezing|wheeze + "
    "inhaler|inhalers|puffer|ventolin|salbutamol * not|isnt|stopped|wont working|work|help|helping|relieving "
    "+ "
    "breathe|breathing|breath|breathless|attack|worse|now|wheezing + - years|months|sport",
    "cannot finish|speak|say|talk * sentence|sentences + breath|breathless|breathe|breathing|asthma",
});

inline constexpr auto kLowDefences = std::to_array<std::string_view>({
    "chemo|chemotherapy|neutropenic|neutropenia|clozapine|carbimazole|methimazole|propylthiouracil + "
    "fever|feverish|temperature|temp|shivering|shivers|shivery|chills|rigors|38|39|40|101|102|103 / "
    "sore throat + - "
    "cause|causes|caused|prevent|prevents|prevention|prophyla~|effect|effects|treated|treatment|antibiotic|"
    "antibiotics|years|months|ago|guideline|guidelines|vaccine|risk|score|no / without fever / normal "
    "temperature|temp",
});

inline constexpr auto kSnake = std::to_array<std::string_view>({
    "bit|bite|bites|bitten|biting|struck|fangs + "
    "snake|adder|viper|cobra|rattlesnake|mamba|copperhead|krait|taipan + - prevent|avoid|years|phobia|fear",
    "snakebite + PERSON",
});

inline constexpr auto kRabies = std::to_array<std::string_view>({
    "bit|bite|bitten|scratched|licked + bat|monkey|fox|raccoon|stray|jackal|skunk / "
    "bit|bitten * by|me|my|him|her|his * dog|dogs / dog|dogs bit|bite|has|just * me|my|him|her|his|son + "
    "- flea|fleas|tick|nails|years|months|food|allergy|allergic / my dog ate",
    "bitten by a|an|the|our|my dog|bat|monkey|stray|fox + - years|months",
});

inline constexpr auto kBurn = std::to_array<std::string_view>({
    "burn|burned|burnt|burns|scald|scalded|scalding + "
    "boiling|hot|steam|oil|fire|flame|flames|oven|stove|iron|kettle|tea|coffee|acid|chemical|chemicals|"
    "petrol|"
    "bbq|barbecue|firework|fireworks|explosion|hob|pan + PERSON + - "
    "sun|sunburn|tongue|mouth|throat|heartburn|pee|peeing|urine|stomach|chest|feel|feels|sensation|feet|"
    "years|"
    "months|scar|scars|ago|reflux|calories|hair|weeks|flushes|flashes|food|spicy|fat|deficiency|vagina|eyes",
    "pulled|spilled|spilt|knocked|poured|splashed|tipped * hot|boiling|kettle|tea|coffee|soup * "
    "over|on|onto|down + PERSON + - years|months|ago",
});

inline constexpr auto kElectric = std::to_array<std::string_view>({
    "electric|electrical shock / electrocuted / lightning + PERSON + "
    "got|had|get|getting|socket|plug|outlet|wire|cable|mains|struck|electrocuted|off|touched + - "
    "therapy|treatment|depression|ect|like|feel|feels|sensation|sensations|feeling|defibrillator|icd|pain|"
    "pains|years|months|zaps|down",
    "touched|touch|touching|licked|bit|grabbed|shock|zapped * live|bare|electric|electrical wire|wires|cable|"
    "socket|outlet / stuck|put * in|into * socket|outlet + PERSON + - eye|sex|dental",
});

inline constexpr auto kContactWithHiv = std::to_array<std::string_view>({
    "hiv + sex|condom|needle|needles|pricked|prick|needlestick|exposed|exposure|slept|unprotected|raped + "
    "yesterday|last|today|tonight|hours|ago|just|morning|weekend|broke|split|burst|pricked|needlestick + - "
    "years|months|weeks|year|month|pregnant|incidence|prevalence|trial",
    "pricked|prick|stabbed|stuck|jabbed|poked * myself|me|my|him|her|himself|herself * "
    "needle|syringe|sharp + used|dirty|patient|patients|found|park|street|someone|stranger|beach|old + - "
    "insulin|sewing|acupuncture|years|months",
    "needlestick|needle stick injury|from|at|today + PERSON",
    "needlestick injury from",
});

}  // namespace attest
