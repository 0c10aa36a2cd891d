// The emergencies and crises that are recognised, in the order in which they are told. What is advised is
// public knowledge, put in our own words: first aid as the European Resuscitation Council teaches it (2021);
// suicide as the World Health Organization writes of it (LIVE LIFE, 2021); FAST signs of stroke; fever and
// meningitis in children as in NICE NG143 and NG240; swallowed batteries as poison centres advise; cauda
// equina as in the GIRFT pathway (2023); care after sexual violence as in the WHO clinical guidelines (2013);
// snake bites, rabies and medicines after contact with HIV as the WHO advises (2016, 2018 and 2024).
// No country's number stands here, since nobody knows where it is read.
#include <array>

#include "question/accident_cues.h"
#include "question/despair_cues.h"
#include "question/emergencies.h"
#include "question/infant_cues.h"

namespace attest {
namespace {

constexpr auto kChestPain = std::to_array<std::string_view>({
    "chest + "
    "pain|pains|painful|pressure|tight|tightness|tightening|heaviness|heavy|ache|aching|hurts|hurting + "
    "arm|arms|jaw|sweat|sweating|sweaty|clammy|breathless|breathlessness|crushing|squeezing|elephant|"
    "spreading|"
    "spreads|radiating|radiates|faint|fainted|collapse|collapsed / short|shortness of breath / "
    "cannot|hard|difficulty|trouble|struggling|struggle * breathe|breathing",
    "crushing|squeezing|elephant + chest + - study",
    "pain|pains|painful|ache|aches|aching|hurt|hurts|hurting|tight|tightness|heavy|heaviness + "
    "jaw|arm|arms + sweat|sweating|sweaty|clammy|breathless / short|shortness of breath / "
    "cannot|hard|difficulty|trouble|struggling breathe|breathing / jaw * left|both arm|arms / "
    "left|both arm|arms * jaw + PERSON + "
    "- tooth|injury|broke|broken|gym|months|years|menopause|armpit|armpits",
    "^ having a|another heart attack / having a heart attack now|help / having a heart attack $",
    "having|have a|an|massive|heart * attack + heart + now|am|think|is|right + PERSON + "
    "- had|history|ago|last|after|since|risk",
});

constexpr auto kLungClot = std::to_array<std::string_view>({
    "leg|legs|calf|calves + swollen|swelling|swelled|swells|painful|pain|sore|tender|ache|aching + "
    "short of breath / shortness of breath / breathless|breathlessness / "
    "cannot|hard|difficulty|trouble|struggling breathe|breathing / chest pain|pains / "
    "coughing|cough|coughed|coughs * blood + sudden|suddenly|now|today|calf|calves|blood + "
    "- years|months|chronic|prevent|exercise|running",
    "chest pain|pains|hurts|tightness / pain|pains in|across my|the|his|her chest + "
    "cough|coughing|coughed|coughs|spitting * blood / breathe|breathing|breath|inhale + "
    "blood|flight|flights|plane|flew|flying|surgery|operation|plaster|birth|postpartum|dvt|clot / had "
    "a|my|our|her baby + - years|months|ago|prevent|prevents",
    "sudden|suddenly + breathless|short / cannot breathe + "
    "flight|plane|flew|surgery|operation|birth|plaster + PERSON + - years|months|ago",
});

constexpr auto kSugar = std::to_array<std::string_view>({
    "diabetic|diabetes|insulin|hypo|hypoglycaemic|hypoglycemic / low blood sugar|glucose / sugar * low + "
    "will|does|can not wake|rouse|respond / cannot wake|rouse|swallow / be woken / not waking / "
    "unconscious|unresponsive|collapsed|fitting / having a|an fit|seizure / passed out + "
    "- night|morning|alarm|pee|toilet|refreshed|risk",
    "hypo|hypoglycaemia|hypoglycemia / low blood sugar|glucose / sugar is|was|has|dropped|went|very|so|too * "
    "low + drowsy|confused|slurring|slurred|fit|seizure + PERSON",
});

constexpr auto kKetones = std::to_array<std::string_view>({
    "diabetic|diabetes|insulin / type 1|one + "
    "vomit|vomiting|vomits|vomited|puking|throwing|sick / belly|stomach|tummy|abdominal pain|ache + "
    "breathing|breathes|breathe|breathless * fast|quick|quickly|deep|deeply|heavy|heavily|hard|rapidly / "
    "fast|rapid|deep|heavy|quick breathing|breaths / "
    "breath * fruity|acetone|sweet|pear|peardrops / fruity|acetone breath / "
    "ketone~ * high|raised|large|up|over|above / high|raised ketone~ / drowsy|confused + "
    "- years|prevent|risk|exercise|exercising",
    "SUGAR + vomit|vomiting|vomited|puking|throwing|drowsy|confused|ketones|breathless / "
    "being|am|feel|feeling|so sick + - hypo|low",
    "ketoacidosis + having|now|think|going + PERSON + - had|history|ago|last|prevent|risk",
});

constexpr auto kAfterBirth = std::to_array<std::string_view>({
    "gave|given|giving birth / had|having a|her|our|my|the baby / after the|giving birth|delivery|baby / "
    "since the|giving birth|baby / postpartum|postnatal / newborn / new mother|mum|mom / baby was born + "
    "hear|hears|hearing|heard voices / seeing|sees things / hallucinat~ / delusion~ / paranoid / "
    "psychotic|psychosis + PERSON + - years|risk|history",
});

constexpr auto kStroke = std::to_array<std::string_view>({
    "face|mouth|smile|eye * droop|drooping|drooped|droops|dropped|fallen|lopsided|crooked / "
    "droop|drooping|drooped|droopy|lopsided|crooked * face|mouth|smile + "
    "- years|botox|botulinum|filler|surgery|eyelids|eyelid",
    "slur|slurred|slurring|garbled|jumbled + speech|words|talking|speaking|speak + "
    "sudden|suddenly|weak|weakness|numb|numbness|face|droop~|arm|arms|leg|confused|wife|husband|mum|mom|dad|"
    "mother|father|he|she|i",
    "sudden|suddenly + weak|weakness|numb|numbness|paralysed|paralyzed / cannot move|lift|feel|raise / "
    "lost|loss * feeling|movement|strength + arm|arms|leg|side|face|left|right",
    "cannot lift|raise|move + one|left|right + arm|side + PERSON + - shoulder|injury|rotator|frozen|years",
    "cannot lift|raise|move|use|feel * arm|leg|hand|side / arm|leg|hand|side * weak|numb|limp|floppy + "
    "talk|talks|talking|speak|speaks|speaking|speech|words|says|saying * "
    "rubbish|gibberish|nonsense|garbled|slurred|muddled|jumbled|funny|wrong|strange / "
    "cannot speak|talk / not make|making sense + PERSON + - years|months|shoulder",
    "having a stroke / having stroke",
    "cannot speak|talk|talks properly|clearly|right + PERSON + - "
    "throat|cold|voice|sore|hoarse|years|months|shy|child|toddler|tooth|language|baby|infection|son",
    "worst headache / thunderclap + PERSON / life",
    "sudden|suddenly + cannot speak|talk / suddenly * confused + PERSON",
});

constexpr auto kNotBreathing = std::to_array<std::string_view>({
    "not|stopped|stop|stops|cannot|hardly|barely breathing|breathe|breath + "
    "- "
    "nose|nostril|nostrils|nasal|sleep|asleep|sleeping|apnoea|apnea|snore|snores|snoring|night|during|"
    "exercise|"
    "yoga|sex|penetration",
    "unconscious|unresponsive|collapsed + PERSON + "
    "- how|when|was|mind|subconscious|lung|vertebra|ago|last|disc|arch|vein / after i|he|she collapsed",
    "will|would|does|do|can|could|did not wake|waken|rouse / cannot wake|waken|rouse / "
    "not waking|rousing|rousable / cannot be woken|roused|wakened|awakened / not responding $ + "
    "PERSON + "
    "- night|nights|pee|wee|toilet|alarm|refreshed|morning|mornings|early|school|work|time",
    "fit|fitting|seizure|seizures|convulsion|convulsing|shaking + "
    "not stop|stopping|stopped / still fitting|seizing|convulsing / having a|an seizure|fit|convulsion / "
    "fit|seizure|seizures|convulsion * still|keeps * shaking|fitting|jerking|twitching|unconscious / "
    "more than 5|five / 5|6|7|8|9|10|five|ten minutes|mins|min + PERSON",
    "choking + PERSON + - feel|feeling|sensation|years|when",
    "lips|face * blue / turning|turned|going|gone blue + PERSON + - fingers|toes|hands|raynaud~|cold",
    "no pulse + PERSON",
});

constexpr auto kAllergy = std::to_array<std::string_view>({
    "tongue|lips|lip|throat|face + swell|swelling|swelled|swollen|swells|closing|tightening + "
    "allergy|allergic|sting|stung|bee|wasp|nut|nuts|peanut|peanuts|shellfish|ate|eaten|eating|hives|breathe|"
    "breathing|wheezing|penicillin|antibiotic|injection|suddenly + - years|months|glands|tonsils|angioedema",
    "throat is|feels closing|closing|swelling",
    "anaphyla~ + having|now|reaction|shock|epipen + i|he|she|my|him|her + - had|history|ago|last|after|risk",
});

constexpr auto kMeningitis = std::to_array<std::string_view>({
    "rash|spots|spot|bruises + not fade|fading|disappear|disappearing|blanch|blanching|vanish / "
    "non blanching / nonblanching / purple + "
    "fever|feverish|temperature|temp|hot|ill|unwell|poorly|headache|stiff|vomiting|glass|tumbler|pressed|"
    "press|"
    "pressing|drowsy|sleepy|floppy + - henoch|itp|purpura",
    "bulging|bulges|swollen|raised * soft spot|fontanelle / "
    "soft spot|fontanelle|fontanel * bulging|bulges|bulge|swollen|raised + - close|closes|normal",
    "stiff neck / neck * stiff + fever|feverish|temperature|temp|rash|light + "
    "- whiplash|exercise|exercises|physio|arthritis|joints",
});

constexpr auto kBleeding = std::to_array<std::string_view>({
    "bleed|bleeding|blood|nosebleed / not stop bleeding + not stop|stopping|slow / cannot stop / "
    "spurting|spurts|gushing|pouring|"
    "squirting|pumping|soaking|soaked + - period|periods|menstrual|menstruation|gum|gums|implant|coil|mirena|"
    "depo|thinner|thinners|pressure|spotting",
    "vomiting|vomited|vomit|throwing|threw|coughing|coughed|puking|puked|sick|spewing "
    "up|of|lots|fresh|bright "
    "blood|lots|of|red|bright|fresh + blood + PERSON",
    "vomiting|vomited|throwing|threw|coughing|coughed|puking|puked * lots|clots|cupful|bright|much * blood",
    "vomit|vomits|vomiting|vomited|cough|coughs|coughing|coughed|puke|pukes|puking|puked blood + PERSON",
    "stool|stools|poo|poos|poop|poops * black / black stool|stools|poo|poos|poop|poops + "
    "dizzy|faint|fainted|fainting|lightheaded|breathless|collapse|collapsed|pale|clammy|weak + PERSON",
    "soaking|soaked|soak|soaks|filling|changing * pad|pads|tampon|tampons * hour|hourly|hours",
    "black tarry / tarry poo|poop|stool|stools + PERSON",
    "haemorrhaging|hemorrhaging / bleeding to death / bleeding heavily|badly|profusely|lots + PERSON + "
    "- period|periods|menstrual|fibroid|fibroids|month|monthly|every",
});

constexpr auto kPregnancy = std::to_array<std::string_view>({
    "pregnant|pregnancy + bleed|bleeding|bled|spotting / passing|losing|lost|passed blood|clots + "
    "- want a baby / "
    "gum|gums|worse|nose|nosebleed|nosebleeds|piles|haemorrhoids|hemorrhoids|before|prevent|after|bottom|poo|"
    "unable|trying|implantation|postpartum|cervicitis",
    "pregnant|pregnancy + severe|terrible|unbearable|excruciating|agonising|agonizing|intense|stabbing|worst|"
    "sharp|bad|awful|sudden * pain|pains|cramp|cramps|cramping|headache + PERSON + - "
    "back|pelvic|hip|tooth|leg",
    "pregnant|pregnancy|weeks|trimester|bump|womb + "
    "baby|babies|twins * not|stopped|less|hardly|barely|reduced|fewer|no * "
    "moving|move|moved|kick|kicked|kicking|kicks|movement|movements / "
    "no|fewer|less|reduced|hardly|stopped * movement|movements|kicks / "
    "not|cannot|stopped|hardly|barely feel|felt|feeling * move|moving|movement|movements|kick|kicks|kicking "
    "+ "
    "- old / bowel|bowels / born / pass|passing",
    "pregnant + headache + vision|blurred|blurry|flashing|swollen|swelling|spots|seeing + PERSON",
    "pregnant|weeks + waters|water broke|broken|gone|leaking|leak + PERSON",
});

constexpr auto kTesticle = std::to_array<std::string_view>({
    "testicle|testicles|testis|testes|testicular|ball|balls|scrotum|ballsack|bollock|bollocks + "
    "sudden|suddenly|severe|excruciating|agony|unbearable|agonising|intense|worst|twisted + "
    "pain|painful|hurt|hurts|hurting|ache|aching|agony|sore|swollen|swelling|twisted + "
    "- exercise|stress|tennis|foot|vasectomy|months|years|operation|surgery",
});

constexpr auto kCauda = std::to_array<std::string_view>({
    "numb|numbness|tingling|tingly / cannot feel / no|lost|losing|loss feeling|of|sensation + "
    "saddle|groin|genitals|genital|bum|bottom|anus|perineum|privates|buttocks|crotch|vagina|penis|genitalia|"
    "arse|ass|wiping|wipe / between my|his|her|the legs + "
    "back|sciatica|legs|disc|bladder|pee|peeing|wee|urinate|urine|incontinent|incontinence + "
    "- cream|spray|anaesthetic|lidocaine|cycling|bike",
    "back pain|ache|hurts|injury / bad|sore back / sciatica / slipped disc + "
    "cannot|not|lost|losing|loss|unable * pee|peeing|wee|weeing|urinate|bladder / "
    "lost|losing|loss|no * control|bowel|bowels / wet|soiled|soil|wetting myself|himself|herself",
    "cannot|unable * pee|peeing|wee|weeing|urinate + leg|legs|bottom|groin + numb|numbness|weak|weakness|"
    "tingling|dead + PERSON",
});

constexpr auto kEye = std::to_array<std::string_view>({
    "eye|eyes + bleach|chemical|chemicals|acid|alkali|cement|plaster|ammonia|superglue|glue|caustic|cleaner|"
    "oven|drain|pod|lime + got|splash|splashed|splashing|sprayed|in|into|burn|burning|burns|squirted + "
    "PERSON + "
    "- lactic|fatty|hyaluronic|peel|folic|omega",
    "sudden|suddenly / all of a sudden + vision|sight|see|blind|eyesight + "
    "lost|loss|losing|gone|blind|cannot|went|curtain|black|dark|disappeared",
    "curtain * vision|eye|sight / lost|losing * vision|sight|eyesight * one|left|right eye + PERSON + "
    "- years|months|gradual|gradually|slowly|cataract|macular",
});

constexpr auto kBowel = std::to_array<std::string_view>({
    "vomit|vomiting|vomited|vomits|throwing|puking|puke + "
    "cannot|not|no|unable * poo|pooed|pooped|poop|pooing|crap|shit|fart|gas|wind|stool|bowel|bowels + - "
    "after|"
    "blood",
    "vomit|vomiting|vomited|throwing|puking / being sick + constipated|constipation + PERSON + "
    "- side|effect|effects|cause|causes|nausea",
    "vomiting|vomit|vomited|puking|throwing * green|bile|faeces|feces|poo|poop|shit + PERSON + - food|colour",
});

constexpr auto kViolence = std::to_array<std::string_view>({
    "raped|rape + i|me|my|was|she|he|her|him|husband|partner|boyfriend|daughter|friend|sister + "
    "- rapeseed|oil|prevention",
    "sexually|sexual assaulted|assault|abused|abuse|abuses|molested + "
    "i|me|my|she|he|her|him|daughter|son|friend|someone|somebody",
    "molested|molests|groped + PERSON",
    "forced|forces|forcing|made|makes|making|pressured|pressures me|himself|her|him to|into|on * "
    "sex|intercourse|me|penetration|bed + - feel|feels|bowel|strain",
    "without my|her|his consent + sex|touched|touch|penetrat~|slept|inside",
    "husband|partner|boyfriend|girlfriend|wife|he|dad|father|ex * "
    "hits|beats|hitting|beating|punches|punched|strangled|strangles|choked|chokes|threatens me|her + "
    "- consent|kink|play",
});

constexpr const char* kSafeFirst = "Before anything else: is everybody safe?";
constexpr const char* kMeansText =
    "If you, or someone you know, may be thinking of dying or of taking too much, please talk to a crisis "
    "line, a doctor or a person you trust now, and do not stay alone. If something has already been taken, "
    "call your local poison centre or emergency number at once, even if there is nothing to feel yet.";

constexpr auto kTable = std::to_array<Emergency>({
    {kSuicideNotice, "If life feels too hard to bear",
     "I am sorry that it is this hard, and it is good that it was put into words. If you, or someone you "
     "know, "
     "may be thinking of dying or of hurting themselves or somebody else, please talk to a crisis line, a "
     "doctor or a person you trust now, and do not stay alone. If there is danger right now, or something "
     "has already been taken or done, call your local emergency number at once.",
     kDespair},
    {kMeansNotice, kSafeFirst, kMeansText, kMeans},
    {kLethalDoseNotice, kSafeFirst, kMeansText, kLethalDose},
    {kPoisoningNotice, "This may be a poisoning",
     "Call your local poison centre or emergency number now, even if there is nothing to feel yet: the harm "
     "of some medicines shows only days later. Do not bring on vomiting. Keep the packet, so that you can "
     "say "
     "what was taken, how much and when.",
     kPoisoning},
    {"swallowed object or caustic", "A swallowed battery, magnet or caustic is an emergency",
     "Call your local emergency number or poison centre now and go to the nearest emergency department, even "
     "if all seems well: burns inside can start within hours. Do not bring on vomiting.",
     kSwallowed},
    {"chest pain", "This may be the heart",
     "Call your local emergency number now; do not drive yourself and do not wait to see if it passes. Sit "
     "down and rest until help comes. If the person collapses and does not breathe normally, start chest "
     "compressions.",
     kChestPain},
    {"clot in the lung", "This may be a blood clot in the lung",
     "Call your local emergency number now. A swollen or painful leg together with sudden trouble with "
     "breathing, chest pain or coughed-up blood can be a clot that has moved to the lung. Sit down and rest "
     "until help comes.",
     kLungClot},
    {"stroke", "These may be signs of a stroke",
     "Call your local emergency number now, even if the signs pass: each minute counts. Note when it began. "
     "Give nothing to eat or drink.",
     kStroke},
    {"not breathing or not responding", "This may be a threat to life",
     "Call your local emergency number now and put the phone on loudspeaker: they will tell you what to do. "
     "Someone who does not respond and does not breathe normally needs chest compressions at once; someone "
     "who does breathe is laid on the side. In a fit, keep things that could hurt away and put nothing in "
     "the "
     "mouth.",
     kNotBreathing},
    {"low blood sugar", "This may be a very low blood sugar",
     "Call your local emergency number now. Give nothing by mouth to someone who is drowsy, has a fit or "
     "cannot swallow; use a glucagon kit if there is one. Someone who is awake and can swallow takes sugar "
     "or a sweet drink at once.",
     kSugar},
    {"acid in the blood in diabetes", "This may be acid building up in the blood",
     "Call your local emergency number or go to an emergency department now. In diabetes, vomiting or belly "
     "pain with fast breathing, drowsiness or a fruity breath can mean that ketones poison the blood, even "
     "if "
     "the sugar is not very high. Do not leave insulin out.",
     kKetones},
    {"head injury", "This blow to the head must be looked at now",
     "Call your local emergency number or go to an emergency department now. Vomiting, drowsiness, confusion "
     "or a fit after a blow to the head can mean bleeding inside. Do not leave the person alone.",
     kHead},
    {"severe allergic reaction", "This may be a severe allergic reaction",
     "Call your local emergency number now. If there is an adrenaline pen, use it at once. Lie down with the "
     "legs raised, or sit up if it is hard to breathe.",
     kAllergy},
    {"signs of meningitis", "This may be a serious infection",
     "Get medical help now: call your local emergency number or go to an emergency department. A rash that "
     "does not fade under a glass, a stiff neck, or a fever with drowsiness can be meningitis or sepsis, and "
     "hours matter.",
     kMeningitis},
    {"fever in a young baby", "Fever in a baby under three months",
     "A baby under three months with 38 °C (100.4 °F) or more must be seen by a doctor now, even if the baby "
     "seems well. Call your local emergency number if the baby is floppy, hard to wake, breathes fast or has "
     "a rash.",
     kBabyFever},
    {"ill baby", "A baby like this must be seen now",
     "Call your local emergency number or go to an emergency department now. A baby that is floppy, very "
     "hard "
     "to wake, hardly feeds, has had no wet nappy for half a day, brings up green or goes yellow on the "
     "first "
     "day can be seriously ill.",
     kIllBaby},
    {"heavy bleeding", "Heavy bleeding is an emergency",
     "Call your local emergency number now. Press hard and without pause on a wound that bleeds. Vomited or "
     "coughed-up blood, black tarry stools, or a pad soaked within an hour must be seen at once too.",
     kBleeding},
    {"bleeding or pain in pregnancy", "In pregnancy this must be looked at today",
     "Call your midwife, maternity unit or doctor now about bleeding, strong pain, leaking water, a baby "
     "that "
     "moves less, or a bad headache with swelling or trouble with seeing. Call your local emergency number "
     "if "
     "the bleeding is heavy, the pain is severe or you feel faint.",
     kPregnancy},
    {"illness of the mind after birth", "After a birth this is an emergency",
     "Call your local emergency number, maternity unit or crisis team now. Hearing voices, seeing things or "
     "odd beliefs soon after a birth can be a severe illness that treatment helps well. Do not leave mother "
     "or baby alone until help comes.",
     kAfterBirth},
    {"sudden testicular pain", "Sudden strong pain in a testicle",
     "Go to an emergency department now. The testicle may have twisted, and it can be saved only within "
     "hours.",
     kTesticle},
    {"signs of cauda equina", "This may be pressure on the nerves of the back",
     "Go to an emergency department now. Numbness between the legs, or trouble with passing or holding urine "
     "or stool, together with back pain or weak legs, can become lasting within hours.",
     kCauda},
    {"eye emergency", "This may threaten the sight",
     "After a chemical in the eye, rinse it with clean water now, for at least 20 minutes, and get medical "
     "help. For sudden loss of sight, go to an emergency department at once.",
     kEye},
    {"signs of bowel obstruction", "This may be a blocked bowel",
     "Vomiting when no stool or wind will pass must be seen by a doctor today. Call your local emergency "
     "number or go to an emergency department now if there is strong pain, a swollen belly, or green or "
     "brown "
     "vomit. Take no laxatives before that.",
     kBowel},
    {"clot in the leg", "This may be a blood clot in the leg",
     "A leg that swells or hurts, above all after a long journey, an operation or a birth, must be looked at "
     "by a doctor today. Call your local emergency number if there is trouble with breathing, chest pain or "
     "coughed-up blood.",
     kLegClot, true},
    {"trouble with breathing", "This is hard work with breathing",
     "Call your local emergency number now. Ribs that are sucked in, grunting, very fast breathing, or an "
     "asthma attack in which the inhaler does not help must be treated at once. Sit the person up and use "
     "the reliever inhaler, if there is one, until help comes.",
     kHardBreathing, true},
    {"fever with low defences", "Fever with low defences cannot wait",
     "Call the team that gives the medicine, or your local emergency number, now, at night too. Fever, "
     "shivering or a sore throat can mean that there are too few white blood cells, and an infection can "
     "become dangerous within hours.",
     kLowDefences, true},
    {"snake bite", "A snake bite is an emergency",
     "Call your local emergency number now. Keep the person calm and the bitten limb still, and take off "
     "rings and tight clothes. Do not cut, suck, cool or tie the bite.",
     kSnake, true},
    {"bite that may carry rabies", "A bite must be looked at today",
     "Wash the wound with soap and running water for 15 minutes and see a doctor today. Where the animal may "
     "have rabies, only treatment before the first signs helps.",
     kRabies, true},
    {"burn", "Cool the burn now",
     "Hold it under cool running water for 20 minutes, take off rings and clothes that do not stick, and "
     "cover it loosely. Call your local emergency number for a burn larger than the person's hand, of the "
     "face, hands or genitals, in a small child, or from a chemical or electricity.",
     kBurn, true},
    {"electric shock", "An electric shock must be looked at",
     "Switch the current off before touching anyone. Call your local emergency number if the person passed "
     "out, has chest pain, an uneven pulse, a burn or weakness, is pregnant or a child, or if it was high "
     "voltage or lightning.",
     kElectric, true},
    {"contact with HIV", "After contact with HIV hours count",
     "Medicines that prevent an infection must be started as soon as possible, at the latest within 72 "
     "hours. Go to an emergency department or a sexual health clinic now. Wash a wound with soap and water.",
     kContactWithHiv, true},
    {"violence", "What was done to you is not your fault",
     "If you are in danger, call your local emergency number. A doctor, a sexual assault service or a "
     "violence helpline will listen in confidence and go only as far as you wish. In the first days there "
     "is help against infection and pregnancy, so it is worth going soon.",
     kViolence},
});

}  // namespace

std::span<const Emergency> emergencies() { return kTable; }

}  // namespace attest
