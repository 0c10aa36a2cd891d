// An act stands before the thing; the amount stands between them ("took all my amitriptyline", "injected too
// much insulin") or right behind the thing ("took my morphine twice"). Of a child less is enough: what it
// swallowed, drank or ate and is a medicine or a poison at all; what it took, where that was somebody else's.
// Names of medicines are known by common words, by the endings of international nonproprietary names
// (WHO, "stem book", 2018) and by the thesaurus that read the question.
#include "question/overdose.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "question/intents.h"
#include "text/number_words.h"

namespace attest {
namespace {

using WordsTold = std::span<const PlainWord>;

constexpr std::string_view kTaken =
    "took|taken|swallowed|swollowed|swallow|ate|eaten|drank|drunk|downed|ingested|injected|had|gave|given|"
    "chewed|taking|licked|sucked|necked";
constexpr std::string_view kByMouth =
    "swallowed|swollowed|swallow|swallows|ate|eaten|eats|drank|drunk|drinks|ingested|licked|chewed|sucked";
constexpr std::string_view kChild =
    "child|children|baby|babies|toddler|toddlers|infant|newborn|son|daughter|kid|kids|boy|girl|grandson|"
    "granddaughter|grandchild|niece|nephew|twin|twins|month|year|yr|yo";
constexpr std::string_view kKnown =
    "tablet~|pill|pills|capsule~|medicine~|medication~|meds|drugs|dose|doses|antidepressant~|painkiller~|"
    "sleeping|syrup|linctus|calpol|paracetamol~|acetaminophen|tylenol|panadol|ibuprofen~|nurofen|advil|"
    "aspirin~|codeine|morphine|oramorph|methadone|heroin|fentanyl|tramadol|opioid~|insulin|lithium|digoxin|"
    "warfarin|metformin|gabapentin|pregabalin|melatonin|iron|vitamin~|laxative~|antihistamine~|piriton|"
    "suboxone|subutex|xanax|valium|zopiclone|zolpidem|clonidine|colchicine|chloroquine|hydroxychloroquine|"
    "quinine|theophylline|levothyroxine|thyroxine|carbamazepine|lamotrigine|valproate|quetiapine|olanzapine|"
    "clozapine|risperidone|haloperidol|venlafaxine|amphetamine|ritalin|concerta|adderall|baclofen|"
    "prednisolone|prednisone|methotrexate|cannabis|edible|edibles|vape|gummies|sedative~|benzos|statin~|"
    "inhaler~|drops|patch|patches";
constexpr auto kNameEndings = std::to_array<std::string_view>(
    {"pril",    "olol",     "sartan",  "statin",  "azepam", "zolam",    "triptyline", "pramine",
     "oxetine", "pram",     "profen",  "fenac",   "dipine", "gliptin",  "glitazone",  "gliflozin",
     "prazole", "setron",   "triptan", "oxaban",  "codone", "morphone", "thiazide",   "semide",
     "azosin",  "barbital", "traline", "peridol", "apine",  "afil",     "caine",      "lukast",
     "tidine",  "zepine",   "formin",  "glutide"});
// Ends of names that a course is taken of: "I took all my amoxicillin".
constexpr auto kCourseEndings =
    std::to_array<std::string_view>({"cillin", "mycin", "cycline", "floxacin", "antibiotic", "antibiotics"});
// Treatments to a thesaurus, and food, but nothing to be poisoned with.
constexpr std::string_view kNoMedicine =
    "therapy|therapies|training|surgery|operation|exercise|exercises|yoga|walking|diet|massage|physiotherapy|"
    "biofeedback|radiotherapy|chemotherapy|vaccine~|vaccin~|water|milk|gum|food|juice|honey|fruit|egg|eggs|"
    "fish|bread|nuts|peanut~|sugar|salt|coffee|tea|chocolate|fibre|fiber|oil|formula|care|treatment|"
    "counselling|rest|sleep|condom~|implant~|coil";
constexpr std::string_view kPoison =
    "antifreeze|weedkiller|pesticide|petrol|paraffin|poison|methanol|detergent|turpentine|mothball~|"
    "toadstool~|foxglove|laburnum|nightshade|yew|aftershave|perfume|mouthwash|sanitiser|sanitizer|"
    "firelighter~|"
    "pod|liquitab~|acetone|disinfectant|dettol|bleach|cleaner / nail varnish|polish remover / white spirit / "
    "lamp|essential|eucalyptus|tea oil|tree / slug|rat pellets|poison|bait / washing|laundry|e|vape "
    "up|liquid|juice|capsule|pod|tablet|powder|detergent|gel / hand gel / weed killer / wild mushroom~ / "
    "mushroom~ * garden|wild|woods|lawn|field|park / "
    "berry|berries * garden|wild|bush|hedge|tree|park|poisonous|outside|plant / "
    "holly|yew|wild|garden|poisonous|unknown berry|berries / "
    "leaves|leaf|plant|seeds * garden|poisonous|house|lily";
constexpr std::string_view kUnit =
    "mg|mcg|microgram~|milligram~|g|gram~|ml|iu|unit|units|minute~|min|mins|hour~|hrs|day|days|week|weeks|"
    "month|months|year|years|yr|yrs|am|pm|percent|different|kind|kinds|type|types|session~|course~|time|"
    "times|cycle~|puffs|old";
constexpr std::string_view kKin =
    "my|our|mum|mums|mom|moms|mother|mothers|mummy|dad|dads|daddy|daddys|father|fathers|nan|nans|gran|grans|"
    "granny|grannys|grandma|grandmas|grandmother|grandmothers|grandad|grandads|grandpa|grandpas|grandfather|"
    "grandfathers|husband|husbands|wife|wifes|brother|brothers|sister|sisters|uncle|uncles|aunt|aunts|aunty|"
    "partner|partners|else|neighbour|neighbours|dog|dogs|cat|cats|someone|somebody";
// As it was meant to be, or long past.
constexpr auto kMeantSo = std::to_array<std::string_view>({
    "as|were|was prescribed|directed|instructed|recommended|advised|told|agreed|usual|normal|planned",
    "doctor|gp|nurse|pharmacist|midwife|consultant said|says|told|gave|prescribed|advised|recommended",
    "course|courses",
    "years|year|months|month ago",
    "last year|month|winter|summer|spring|autumn",
    "all sorts|kinds|types",
    "all the time",
});
constexpr auto kDeny = std::to_array<std::string_view>({"no", "not", "never", "without", "nor"});

// Words of the patterns between " / ".
bool fits_any_at(WordsTold words, size_t at, std::string_view patterns) {
  while (!patterns.empty()) {
    const size_t end = std::min(patterns.find(" / "), patterns.size());
    if (matches_pattern_at(words, at, patterns.substr(0, end))) return true;
    patterns.remove_prefix(std::min(end + 3, patterns.size()));
  }
  return false;
}

template <size_t N>
bool ends_as(std::string_view word, const std::array<std::string_view, N>& endings) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.ends_with(ending) || (ending.ends_with('s') && word == ending.substr(0, ending.size() - 1));
  });
}

// 10 of "10 tablets", "ten"; 0 where the word is no number.
int number_told(std::string_view word) {
  static constexpr std::pair<std::string_view, int> kNames[] = {
      {"once", 1}, {"half", 1}, {"hundred", 100}, {"dozen", 12}, {"dozens", 24}};
  for (const auto& [name, number] : kNames) {
    if (word == name) return number;
  }
  if (const std::optional<int> named = value_of_number_word(word)) return *named;
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? number : 0;
}

class PoisoningReader {
 public:
  PoisoningReader(WordsTold words, std::span<const std::string> medicines) : words_(words) {
    for (size_t at = 0; at < words.size(); ++at) {
      const std::string& word = words[at].text;
      const bool asked = std::find(medicines.begin(), medicines.end(), word) != medicines.end() &&
                         !matches_pattern_at(words, at, kNoMedicine);
      medicine_.push_back(asked || matches_pattern_at(words, at, kKnown) || ends_as(word, kNameEndings) ||
                          ends_as(word, kCourseEndings));
    }
  }

  bool names_any() const { return std::find(medicine_.begin(), medicine_.end(), true) != medicine_.end(); }

  bool read() const {
    if (meant_so()) return false;
    for (size_t at = 0; at < words_.size(); ++at) {
      if (is_denied_at(at)) continue;
      if (matches_pattern_at(words_, at, kTaken) && (takes_too_much(at) || child_takes_of_another(at)))
        return true;
      if (matches_pattern_at(words_, at, kByMouth) && (child_swallows(at) || swallows_poison(at)))
        return true;
      if (matches_pattern_at(words_, at, "got into|hold|at") && child_before(at) &&
          medicine_within(at, 6) != 0)
        return true;
    }
    return false;
  }

 private:
  bool meant_so() const {
    return std::any_of(kMeantSo.begin(), kMeantSo.end(),
                       [&](std::string_view pattern) { return matches_pattern(words_, pattern); });
  }

  bool is_denied_at(size_t at) const {
    for (size_t back = 1; back <= 2 && back <= at; ++back) {
      if (std::find(kDeny.begin(), kDeny.end(), words_[at - back].text) != kDeny.end()) return true;
    }
    return false;
  }

  // The place of the first medicine within `reach` words behind the act, else 0.
  size_t medicine_within(size_t act, size_t reach) const {
    for (size_t at = act + 1; at < words_.size() && at <= act + reach; ++at) {
      if (medicine_[at]) return at;
    }
    return 0;
  }

  bool fits_between(size_t from, size_t to, std::string_view patterns) const {
    for (size_t at = from; at < to; ++at) {
      if (fits_any_at(words_, at, patterns)) return true;
    }
    return false;
  }

  bool is_course(size_t at) const { return ends_as(words_[at].text, kCourseEndings); }

  // "10 paracetamols", "20 of my tablets"; not "10 mg of ramipril" and not "since 18 my pill".
  bool many_before(size_t act, size_t thing) const {
    constexpr int kMany = 8;
    constexpr int kSeveral = 3;
    constexpr int kMost = 500;
    const bool at_once =
        fits_between(thing, words_.size(), "at once / together / in one go / same time / all in one");
    for (size_t at = act + 1; at < thing; ++at) {
      const int number = number_told(words_[at].text);
      if (number < (at_once ? kSeveral : kMany) || number > kMost || thing > at + 4) continue;
      if (matches_pattern_at(words_, at - 1, "at|age|aged|since|in|for|after|every|of")) continue;
      if (!fits_between(at + 1, thing, kUnit)) return true;
    }
    return false;
  }

  bool takes_too_much(size_t act) const {
    constexpr size_t kReach = 8;
    const bool ongoing = matches_pattern_at(words_, act, "taking|had|given|gave");
    for (size_t thing = act + 1; thing < words_.size() && thing <= act + kReach; ++thing) {
      if (!medicine_[thing]) continue;
      if (fits_between(act + 1, thing, "too many|much / the wrong / wrong")) return true;
      if (wrong_behind(thing)) return true;
      if (!ongoing || matches_pattern_at(words_, act, "given|gave|had")) {
        if (!is_course(thing) && !ongoing && takes_all(act, thing)) return true;
        if (takes_double(act, thing)) return true;
      }
      if (!ongoing && !is_course(thing) && many_before(act, thing)) return true;
    }
    return false;
  }

  bool takes_all(size_t act, size_t thing) const {
    return fits_between(act + 1, thing,
                        "all my|his|her|their|our|of|the|these|those / "
                        "whole|entire|full bottle|packet|pack|box|strip|tub|pot|blister|sheet|lot|jar|tin / "
                        "handful~|handfull|fistful|bottle|packet|bunch|loads|lots / lot of "
                        "my|his|her|their|the|sleeping") ||
           fits_between(thing, std::min(thing + 3, words_.size()),
                        "a|the|his|her whole|entire|full bottle|packet|pack|box|strip|tub|pot|lot");
  }

  // Not the pill that prevents a child, of which two are taken when one was forgotten.
  bool takes_double(size_t act, size_t thing) const {
    if (matches_pattern(words_, "contracepti~|mini|morning|missed|forgot|forgotten|vomited")) return false;
    if (fits_between(act + 1, thing + 1,
                     "double|doubled|triple|quadruple|extra|2|two dose|doses|the|my|his|her / twice * dose"))
      return true;
    const bool own =
        fits_between(act + 1, thing, "my|his|her|their") || matches_pattern_at(words_, act, "injected");
    if (!own) return false;
    for (size_t at = thing + 1; at < words_.size() && at <= thing + 3; ++at) {
      if (matches_pattern_at(words_, at, "twice") &&
          !matches_pattern_at(words_, at, "twice a|daily|per|each|every|weekly|already|last|in|as|before"))
        return true;
    }
    return false;
  }

  // "3 metformin instead of 1", "her tablets by mistake".
  bool wrong_behind(size_t thing) const {
    for (size_t at = thing + 1; at < words_.size() && at <= thing + 5; ++at) {
      if (matches_pattern_at(words_, at, "by mistake|accident")) return true;
      if (matches_pattern_at(words_, at, "instead of") && at + 2 < words_.size()) {
        const size_t next = at + 2 + (matches_pattern_at(words_, at + 2, "just|my|the|only") ? 1 : 0);
        if (next < words_.size() && number_told(words_[next].text) > 0) return true;
      }
    }
    return fits_between(0, thing, "accidentally|accidently|accidentaly|mistakenly") && !is_course(thing);
  }

  bool child_before(size_t act) const {
    constexpr size_t kReach = 8;
    return fits_between(act > kReach ? act - kReach : 0, act, kChild);
  }

  bool child_takes_of_another(size_t act) const {
    constexpr size_t kReach = 6;
    size_t thing = 0;
    for (size_t at = act + 1; at < words_.size() && at <= act + kReach; ++at)
      thing = medicine_[at] ? at : thing;
    return thing != 0 && child_before(act) && !matches_pattern_at(words_, act, "gave|given|had") &&
           fits_between(act + 1, thing, kKin);
  }

  bool child_swallows(size_t act) const {
    const size_t thing = medicine_within(act, 6);
    return thing != 0 && child_before(act) && !is_course(thing) &&
           !fits_between(act > 3 ? act - 3 : 0, act, "to|can|cannot|could|will|would|should|may|help");
  }

  bool swallows_poison(size_t act) const {
    constexpr size_t kReach = 9;
    return fits_between(act + 1, std::min(act + kReach, words_.size()), kPoison) &&
           !fits_between(0, act, "to|can|could|should|may|will|if") &&
           !matches_pattern(words_, "food|poisoning");
  }

  WordsTold words_;
  std::vector<bool> medicine_;
};

}  // namespace

bool tells_of_poisoning(WordsTold words, std::span<const std::string> medicines) {
  return PoisoningReader(words, medicines).read();
}

bool names_medicine(WordsTold words, std::span<const std::string> medicines) {
  return PoisoningReader(words, medicines).names_any();
}

bool names_large_amount(WordsTold words) {
  constexpr int kMany = 8;
  return matches_pattern(words, "all my|the|these|of") ||
         matches_pattern(words, "whole|entire|full|handful~") ||
         std::any_of(words.begin(), words.end(),
                     [](const PlainWord& word) { return number_told(word.text) >= kMany; });
}

}  // namespace attest
