// How people speak of dying and of hurting themselves, or ask what would kill: cues as emergencies.h reads
// them. What asks for means by itself ("best drug to overdose on") needs nobody who is spoken of.
#pragma once

#include <array>
#include <string_view>

namespace attest {

inline constexpr auto kDespair = std::to_array<std::string_view>({
    "want|wants|wanted|wanting|wish|ready|plan|plans|planning|trying|tried|try|hope|hoping to die + PERSON + "
    "- "
    "die at|in home|hospital|hospice|peace|dignity / die peacefully|naturally",
    "wanna die / wish|wishes i|he|she was|were|am dead / rather|want|wants|wanna|better|be|off dead / "
    "want|wants|rather to be dead / wake up dead / to|gonna|wanna|should|just|will kms",
    "kill|kills|killing|hang|hanging|shoot|shooting|drown|drowning|stab|stabbing|unalive|unaliving|off|"
    "offing|"
    "top|topping|neck|necking myself|himself|herself|themselves|ourselves / "
    "do|doing myself|himself|herself in / use|using * on|against myself + - tight|cream|test",
    "want|wants|wanting|wanna|urge|urges|keep|keeps|thought|thoughts|think|thinking|going|feel|feeling|plan "
    "* "
    "hurt|hurting|harm|harming|cut|cutting|burn|burning|starve myself|himself|herself|themselves",
    "hurts|harms|cuts himself|herself / hurting|harming|cutting myself|himself|herself / "
    "myself|himself|herself on purpose|deliberately / purposely|deliberately hurt|cut|burned|burnt|harmed",
    // "I cut myself last night"; not in the kitchen.
    "cut|burned|burnt|scratched myself|himself|herself + - "
    "accident|accidentally|accidently|accidental|shaving|shave|cooking|chopping|peeling|slicing|kitchen|"
    "glass|"
    "rusty|nail|tetanus|tin|paper|oven|stove|iron|kettle|water|sun|stitches|gardening|work|opening / "
    "myself|himself|herself on|at",
    "been|started|keep|keeps|stop|back|resist|urge|urges|relapsed|want|wanna * cutting|cut "
    "again|tonight|lately|recently|because|so / been|urge|urges|want|wanna|need * cutting|cut $ + PERSON + - "
    "carbs|grass|hair|weight|down|teeth|tooth|calories|sugar|salt|lawn|protein|fat|diet|corners|costs|gluten|"
    "dairy|coffee|toenails|nails",
    "cutting|slitting|slashing|carving|slit|slits|slashed my|his|her|their|own "
    "arm|arms|wrist|wrists|thigh|thighs|leg|legs|skin|throat / "
    "cut|cuts|scratch|scratches|scratched|burn|burns my|his|her|their wrists|thighs|arms / "
    "cut|scratch|scratched|scratching|burn|burned|burnt|burning * "
    "razor|razors|blade|blades|cigarettes|lighter + "
    "- accident|accidentally|gardening|shaving|shave|shaved|hair|bumps|oven|sun|itchy|itch|itching|cat|bush",
    "end|ending|take|taking|took my|his|her|their own life / end|ending my|his|her|their life / "
    "end|ending|ended it all / want|wants|wish|wanna|need it all|everything to end|stop / "
    "want|wants|wish it|everything|all to be over",
    "feel|feels|feeling|felt|want|wants|wanting|wanna|thinking|think|thought|thoughts|considering|going|"
    "gonna|talk|talks|talked|talking|speaks|says|"
    "ready|planning|about like|to|of|about end|ending it|things|everything + - "
    "treatment|pregnancy|relationship|marriage|migraine|attack|therapy|dialysis|headache|affair|engagement",
    // What follows tells a wish not to live from a wish for another place or another skin: "live with this
    // rash". Nothing said elsewhere does.
    "not want|wish|wanting|wanna to live|exist !in|with|near|at|on|next|like|longer|off|alone|under|around / "
    "not wanna live|exist !in|with|near|at|on|next|like|longer|off|alone|under|around / "
    "not want|wish|wanting|wanna to live like this !disease|condition|illness|rash|pain / "
    "stopped|not wanting to live|exist !in|with|near / lost the|my|his|her wish to live / "
    "want|wants to be gone !from|by|before / let me die / wish|wishes i would|could|can die / "
    "wish|wishes i|he|she could|would|can * not be here|alive|around / "
    "wish|wishes i would|could|can just die / wish|wishes i|he|she did not exist / nobody|noone needs me / "
    "no longer|more want|wants|wish|wishes to live|exist|be !in|with|near|at|on|next|like|a|the|on / "
    "not want|wish|wanting to be in|on this world|earth|planet|life + - adults",
    "cannot live anymore|any / cannot live like this|that anymore|any|no|i / cannot live like this|that $ / "
    "hate|hates being alive / hate|hates living !in|with|near|at|on|next|here|alone",
    "cannot|not see a|any|the reason|point to|in * living|live / "
    "gun|knife|blade to|against my|his|her head|throat|wrist",
    "decided to die !at|in|peacefully|naturally / cannot carry on living|anymore|like|any / "
    "picture|picturing|imagine|imagining|see|seeing myself dead / life is not for me + PERSON + - "
    "home|hospice",
    "life is pointless|meaningless|hopeless|over / tired|sick|weary of life !in|with|on|under|without / "
    "if i did not exist / not deserve to live|exist / not deserve to be alive|here / no reason to be "
    "alive|here / "
    "not want my|this life anymore|any / not want my|this life $ / goodbye everyone|all|forever|world / "
    "pills|tablets|meds stashed|hidden|hoarded + PERSON + - insurance|expectancy",
    // Who lays up pills.
    "save|saved|saving|stash|stashed|stashing|stockpile|stockpiled|stockpiling|hoard|hoarded|hoarding|"
    "collecting|storing "
    "up|my|his|her|their|all|enough|sleeping|the|pills|tablets|meds * "
    "pills|tablets|meds|medication|painkillers|capsules + PERSON + - "
    "money|travel|trip|holiday|box|abroad|pharmacy|cost|costs|recycle|urine|insurance",
    "take|taking|swallow|swallowed|swallowing all|every * "
    "pill|pills|tablet|tablets|meds|medication|painkillers + "
    "thinking|thought|thoughts|think|tempted|want|wants|going|tonight|done|over|feel + PERSON + - "
    "once|together|holiday|trip|bag|plane|hospital|morning|evening|breakfast|food|same|time|days|daily|water|"
    "surgery|operation|breath|"
    "still|before",
    "take|swallow|use * so|that|to|and * not|never wake|waking + PERSON + - "
    "night|nights|often|early|pee|toilet|tired|hungry|refreshed|hours|pain|hangover|middle|sweating",
    "never wake|waking up / not|never wake|waking tomorrow|again|anymore / not want|wanna to wake / "
    "hope|hoping|wish|pray|praying|rather * not|never wake / sleep|bed and not|never wake|waking / "
    "sleep forever + PERSON + - "
    "often|early|tired|refreshed|times|pee|toilet|hot|sweaty|sweating|groggy|every|middle|hungry|rested|pain|"
    "stiff|late|puffy",
    "not want to carry|go on with life|living / not want to carry|go on with my|this life / no point in|of "
    "me|my|him|her being|living|existing / "
    "not want|wanna to be alive / not want|wanna to be here|around anymore / not want|wanna to be "
    "here|around $ / "
    "not want|wanna to go on living|anymore / not want|wanna to go on $ / not want|wanna to carry on "
    "living|anymore / not want|wanna to carry on $ / "
    "will to live * gone|lost / lost|no will to live / lost the|my|his|her will to live",
    "not want to be here|alive + PERSON",
    "not think i can|will keep|go|carry going|on / easy|quick|only way out of life|this|it / easy|quick way "
    "out $ / "
    "want|wants|wanna|going * use * on myself / better|happier|easier|relieved|off if|when|once i|he|she "
    "was|were|am|is dead|gone|not / "
    "cutting|burning helps|calms me",
    "want|wants|planning|plan|going|tempted|urge|urges|thinking|thoughts to|of|about "
    "overdose|overdosing|od|oding / "
    "wanna|gonna overdose + PERSON + - prevent|prevention",
    "wish|wishes|if i|he|she was|were|would|am not here|around|alive / if i was|were no longer here|around / "
    "wish|wishes i|he|she was|were|had never been|born / wish|wishes i|he|she was|were|had never|not born / "
    "happier|easier|relieved without me",
    "no reason|point to|in live|living|life|going|carrying|on / nothing to live for / not worth living / "
    "nothing|nobody|noone * live for / life is not worth it|this|the / point of|in "
    "living|life|going|carrying|existing|being / "
    "not * any|a reason|reasons|point|use to|in live|living|go|going|carry|carrying / no future for me",
    "tired|sick of living|existing|being alive|anymore|and|here / tired|sick of living|existing|life $",
    "better off|of without me / says|said|thinks|thought|feels|believes|told|saying * better off|of without "
    "him|her|them / better without me / better if i was|were|am dead|gone",
    "suicid~ + i|me|my|he|she|him|her|son|daughter|husband|wife|friend|brother|sister|partner + "
    "- risk of suicide / reduce|reduces|lower|lowers suicid~",
    "^ suicid~ thought|thoughts|feelings|ideas|plan|plans / ^ suicid~ $ / having suicid~ thought|thoughts / "
    "feel|feeling suicid~",
    "self harm|harming|harms|harmed|injuring|injured / selfharm~ + PERSON + - "
    "prevent|prevents|prevention|reduce|reduces|rate|rates|prisoners|programme|training",
    "voices * kill|hurt|harm|die / thought|thoughts|want|wants|urge|going|afraid|scared * "
    "hurt|hurting|harm|harming|kill|killing|shake|shaking my|the|our baby|child|son|daughter|kids|children",
    "cannot go on living|anymore|any|like / i cannot go on $ / "
    "i cannot go on i|nobody|no|nothing|everyone|everybody|please|this|much|it|life / "
    "^ i cannot do|take|bear|handle|face|stand this|it|life|things anymore i|please|and|help|nobody / ^ i "
    "cannot do|take|bear|handle|face|stand this|it|life|things anymore $ / "
    "nobody|noone would|will * miss|notice|care me|if / no one would|will * miss|notice|care me|if",
    "jump|jumping|throw|throwing|step|stepping|walk|walking|lie|lying|crash|crashing|drive|driving * "
    "bridge|building|roof|window|cliff|balcony|tower|train|trains|tracks|traffic|bus|lorry|truck / "
    "crash|crashing|crashed|drive|driving * purpose|tree|wall|river + "
    "want|wants|wanna|thinking|think|thought|thoughts|feel|feeling|urge|urges|going|gonna|might|ready|plan|"
    "threatens|threatened|threatening|"
    "planning + - bungee|parachute|trampoline|rope|sport|sports|after",
    "see|sees no way out !of / not see a|any|another way out !of / see|sees no way out of this|here|life / "
    "not see a|any|another way out of this|here|life / "
    "had enough|it of|with life|living|everything !in|with|near|at|on|next|like|without|alone / "
    "done|finished with life|living / give|gives|given|giving|gave|given up on life|living + PERSON",
    "want|wants|wanna to disappear / wanna|could just disappear / disappear forever + PERSON + - "
    "rash|spots|spot|acne|scar|scars|lump|wrinkles|it|they|symptoms|pain",
    "think|thinking|thoughts|dream|dreams|fantasise|fantasising|fantasize|obsessed "
    "about|of|with dying|death|suicide|killing + PERSON + - "
    "scared|afraid|fear|fears|anxious|anxiety|worried|worry|panic|terrified|phobia|assisted",
    "burden + want|wants|wanna|better|wish * go|gone|die|dead|end|disappear + PERSON",
    "wrote|written|writing|write|left|leaving a|the|his|her|my goodbye|suicide note|notes|letter|letters / "
    "bought|got|tied|hid|hiding|have a|the rope|noose + PERSON + - skipping|climbing|gym|exercise|jump",
});

// What asks for a way to die.
inline constexpr auto kMeans = std::to_array<std::string_view>({
    "how much|many * kill|killing me|you|yourself|myself|someone|somebody|him|her / "
    "how much|many * kill a|an person|human|adult|man|woman|child + - dog|cat|rats",
    "how much|many * to|before|until|and|till die|dying|death / how much|many * not|never wake|waking / "
    "how much|many * stop|stops my|your|the|a heart + - "
    "how much sleep|rest / "
    "people|patients|cases|women|men|children|time|days|day|weeks|months|years|hours|longer|chances|dog|cat|"
    "cancer|stage|have|palliative",
    "pill|pills|tablet|tablets|drug|drugs|medicine|medicines|medication|medications|meds|poison|poisons|"
    "chemical|chemicals|something|anything|way|ways|method|methods to overdose|od / "
    "pill|pills|tablet|tablets|drug|drugs|medicine|medicines|medication|medications|meds|poison|poisons|"
    "chemical|chemicals|plants|way|ways|method|methods * end|ends|ending my|your|her|his life / "
    "pill|pills|tablet|tablets|drug|drugs|way|ways|method|methods * kill "
    "me|you|yourself|myself|someone|somebody / "
    "pill|pills|tablet|tablets|drug|drugs|medicine|medicines|medication|medications|poison|way|ways|method * "
    "to|you die + ^ what|which|how|best|easiest|easy|quickest|fastest|painless|strongest|good|any|is|ways|"
    "methods|pills|drugs|tablets|tell|give|name|list|need|i + - "
    "prevent|home|hospice|palliative|hospital|cancer|dignity|terminal|terminally|dementia|dialysis|assisted|"
    "mum|mom|dad|mother|father|likely|stop|without|chance|risk|lice|worms|people",
    "painless|painlessly|easy|easiest|quick|quickest|fast|fastest|simplest|surest|peaceful|effective|best "
    "way|ways|method|methods to|of die|dying|suicide|death|kill|end|killing|ending|commit + - "
    "lice|germs|bacteria|mould|mold|virus|fungus|weeds|cells|prevent|prevention|home|hospice|palliative|"
    "hospital|cancer|dementia|dialysis|treatment|pregnancy|relationship|mites|fleas|bugs|worms|parasites|"
    "worm|mum|mom|dad|mother|father|migraine|hiccups",
    "painless|painlessly|easy|quick suicide / painless|quick|easy death / die|dying painlessly / "
    "^ how to|do|can|could|would|should die|od|overdose / ^ how to|do|can|could|would|should "
    "i|you|one|someone "
    "die|overdose|suicide / how to|do|can|could|would|should i|you|one|someone kill|hang|drown "
    "yourself|myself|oneself + - "
    "home|hospice|palliative|hospital|cancer|dignity|dementia|mum|mom|dad|mother|father|gran|grandma|"
    "prevent|avoid|from|of|husband|wife|patients|treat|treated|manage|managed|hair|eyelashes|eyebrows|beard|"
    "clothes|wool|fabric",
    "die|dying|death from|by|of|after hanging|overdose|overdosing|jumping|helium|exhaust / "
    "commit|committing suicide + ^ how|what|is|does|can|ways|will|best|easiest|method|methods + - "
    "rate|rates|common|people|patients|prevent|prevented|prevention|risk|incidence|prevalence|mortality|why|"
    "who|probability|frequency|adolescents",
    "enough to kill|die|end / enough * to kill|die / will|would|can|could|does * kill me|myself|you|us + "
    "AMOUNT + - dog|cat|cigarettes|bacteria|lice|weight|year|years",
});

// What may ask for a way to die, and may be asked by somebody who fears for a child, or at work.
inline constexpr auto kLethalDose = std::to_array<std::string_view>({
    "would|will|could|might|do i|he|she|you die + take|took|taken|swallow|swallowed|taking + "
    "all|every|whole|entire|bottle|lots|handful + MEDICINE + PERSON + - dog|cat|not",
    "lethal|fatal|deadly dose|doses|dosage|amount|amounts|quantity|level|overdose|combination / "
    "how much|many * fatal|lethal|deadly / is|are|be * fatal|lethal|deadly in|as overdose + - "
    "ld50|rat|rats|mice|mouse|animals|animal|dog|dogs|cat|cats|50|median|radiation|rate|rates|prevent|"
    "prevents|prevention|naloxone|reverse|trends|risk|deaths|people|patients|cases|stage|reduce|reduces|"
    "incidence|epidemiology|cancer|predictors|factors",
    "die|kill|kills|killed|fatal|death * take|taking|overdosing|overdose|swallowing|swallow too|all|whole|"
    "lots|on|loads / happen|happens if|when i|you|someone take|took|swallow|swallowed all|whole|lots|loads / "
    "happen|happens if|when i|you|someone overdose|overdoses|overdosed|od + MEDICINE + - dog|cat|missed|time",
});

}  // namespace attest
