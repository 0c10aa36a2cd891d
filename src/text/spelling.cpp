// British to American spelling, as rewritings of letter groups rather than a word list: clinical words are
// compounds ("oesophagogastroduodenoscopy", "hypercholesterolaemia"), of which no list is complete. A group
// is listed with enough letters around it that ordinary words ("shoe", "aerobic", "wise") are not hit; what
// is unsafe inside a word is bound to its end. The result only has to be the same for both spellings.
#include "text/spelling.h"

#include <array>
#include <string_view>

#include "base/ascii.h"

namespace attest {

namespace {

using namespace std::string_view_literals;

struct Rewriting {
  std::string_view british;
  std::string_view american;
};

// Tried only when the word has "ae" or "oe".
constexpr std::array kDigraphs = {
    Rewriting{"ooesoph", "esoph"},  // "gastroesophageal" has the group too: both lose the o
    Rewriting{"oesoph", "esoph"},       Rewriting{"oedem", "edem"},     Rewriting{"oestr", "estr"},
    Rewriting{"rrhoe", "rrhe"},         Rewriting{"aemi", "emi"},       Rewriting{"haem", "hem"},
    Rewriting{"faec", "fec"},           Rewriting{"faecal", "fecal"},   Rewriting{"paed", "ped"},
    Rewriting{"ynaec", "ynec"},         Rewriting{"aesth", "esth"},     Rewriting{"foet", "fet"},
    Rewriting{"pnoea", "pnea"},         Rewriting{"caec", "cec"},       Rewriting{"caes", "ces"},
    Rewriting{"coeliac", "celiac"},     Rewriting{"coelio", "celio"},   Rewriting{"aetio", "etio"},
    Rewriting{"amoeb", "ameb"},         Rewriting{"manoeuv", "maneuv"}, Rewriting{"homoeo", "homeo"},
    Rewriting{"naev", "nev"},           Rewriting{"phaeo", "pheo"},     Rewriting{"archae", "arche"},
    Rewriting{"palaeo", "paleo"},       Rewriting{"taen", "ten"},       Rewriting{"perinae", "perine"},
    Rewriting{"peritonae", "peritone"}, Rewriting{"caem", "cem"},       Rewriting{"kaemi", "kemi"},
    Rewriting{"praevia", "previa"},     Rewriting{"lalgae", "lalge"}};

// Tried only when the word has "our".
constexpr std::array kOur = {
    Rewriting{"tumour", "tumor"},   Rewriting{"colour", "color"},   Rewriting{"behaviour", "behavior"},
    Rewriting{"labour", "labor"},   Rewriting{"favour", "favor"},   Rewriting{"odour", "odor"},
    Rewriting{"humour", "humor"},   Rewriting{"vapour", "vapor"},   Rewriting{"neighbour", "neighbor"},
    Rewriting{"flavour", "flavor"}, Rewriting{"harbour", "harbor"}, Rewriting{"rigour", "rigor"},
    Rewriting{"vigour", "vigor"},   Rewriting{"honour", "honor"}};

// At the end of a word, the longer before the shorter.
constexpr std::array kEnds = {Rewriting{"isational", "izational"},
                              Rewriting{"isations", "izations"},
                              Rewriting{"isation", "ization"},
                              Rewriting{"isable", "izable"},
                              Rewriting{"ising", "izing"},
                              Rewriting{"isers", "izers"},
                              Rewriting{"iser", "izer"},
                              Rewriting{"ised", "ized"},
                              Rewriting{"ises", "izes"},
                              Rewriting{"ise", "ize"},
                              Rewriting{"lysing", "lyzing"},
                              Rewriting{"lyser", "lyzer"},
                              Rewriting{"lysed", "lyzed"},
                              Rewriting{"lyse", "lyze"},
                              Rewriting{"velling", "veling"},
                              Rewriting{"velled", "veled"},
                              Rewriting{"belled", "beled"},
                              Rewriting{"belling", "beling"},
                              Rewriting{"celled", "celed"},
                              Rewriting{"celling", "celing"},
                              Rewriting{"delling", "deling"},
                              Rewriting{"delled", "deled"},
                              Rewriting{"litres", "liters"},
                              Rewriting{"litre", "liter"},
                              Rewriting{"metres", "meters"},
                              Rewriting{"metre", "meter"},
                              Rewriting{"fibres", "fibers"},
                              Rewriting{"fibre", "fiber"},
                              Rewriting{"centres", "centers"},
                              Rewriting{"centred", "centered"},
                              Rewriting{"centre", "center"},
                              Rewriting{"calibre", "caliber"},
                              Rewriting{"titres", "titers"},
                              Rewriting{"titre", "titer"},
                              Rewriting{"goitres", "goiters"},
                              Rewriting{"goitre", "goiter"},
                              Rewriting{"ogues", "ogs"},
                              Rewriting{"ogue", "og"},
                              Rewriting{"grammes", "grams"},
                              Rewriting{"gramme", "gram"},
                              Rewriting{"enrolments", "enrollments"},
                              Rewriting{"enrolment", "enrollment"},
                              Rewriting{"fulfilment", "fulfillment"},
                              Rewriting{"ageing", "aging"},
                              Rewriting{"defence", "defense"},
                              Rewriting{"licence", "license"},
                              Rewriting{"offence", "offense"},
                              Rewriting{"practising", "practicing"},
                              Rewriting{"practised", "practiced"}};

// Stems before "-is(e, ed, ing…)" that are spelled with s on both sides: whole, or as the end of a compound.
constexpr std::array kKeepSWhole = {"r"sv,  "v"sv,   "w"sv,   "ra"sv,  "pra"sv, "no"sv,  "po"sv,
                                    "ar"sv, "bru"sv, "cru"sv, "dev"sv, "rev"sv, "adv"sv, "dem"sv};
constexpr std::array kKeepSEnd = {"exerc"sv,   "superv"sv,  "surpr"sv,  "prom"sv,   "compr"sv, "prec"sv,
                                  "conc"sv,    "appra"sv,   "disgu"sv,  "expert"sv, "exc"sv,   "inc"sv,
                                  "circumc"sv, "telev"sv,   "improv"sv, "franch"sv, "parad"sv, "prem"sv,
                                  "treat"sv,   "enterpr"sv, "likew"sv,  "otherw"sv, "mala"sv,  "merchand"sv,
                                  "clockw"sv,  "stepw"sv,   "pairw"sv};

bool ends_with(std::string_view word, std::string_view part) {
  return word.size() >= part.size() && word.back() == part.back() &&
         word.substr(word.size() - part.size()) == part;
}

bool keeps_s(std::string_view stem) {
  for (const std::string_view whole : kKeepSWhole) {
    if (stem == whole) return true;
  }
  for (const std::string_view end : kKeepSEnd) {
    if (ends_with(stem, end)) return true;
  }
  return false;
}

template <typename Table>
void rewrite_inside(std::string& word, const Table& table) {
  for (const Rewriting& rewriting : table) {
    const size_t at = word.find(rewriting.british);
    if (at != word.npos) word.replace(at, rewriting.british.size(), rewriting.american);
  }
}

void rewrite_end(std::string& word) {
  constexpr size_t kStemMin = 1;
  for (const Rewriting& rewriting : kEnds) {
    if (!ends_with(word, rewriting.british)) continue;
    const size_t stem = word.size() - rewriting.british.size();
    if (rewriting.british.substr(0, 2) == "is" &&
        (stem < kStemMin || keeps_s(std::string_view(word).substr(0, stem)))) {
      return;
    }
    word.replace(stem, rewriting.british.size(), rewriting.american);
    return;
  }
}

}  // namespace

void to_american_spelling(std::string& word) {
  constexpr size_t kShortest = 5;  // "fibre"; shorter words are the same on both sides
  if (word.size() < kShortest) return;
  bool digraph = false;
  bool our = false;
  for (size_t i = 0; i + 1 < word.size(); ++i) {
    digraph = digraph || (word[i + 1] == 'e' && (word[i] == 'a' || word[i] == 'o'));
    our = our || (word[i] == 'o' && word[i + 1] == 'u');
  }
  if (digraph) rewrite_inside(word, kDigraphs);
  if (our) rewrite_inside(word, kOur);
  if (const size_t at = word.find("sulph"); at != word.npos) word.replace(at, 5, "sulf");
  switch (word.back()) {
    case 'e':
    case 'd':
    case 's':
    case 'g':
    case 'n':
    case 'l':
    case 'r':
    case 't': rewrite_end(word); break;
    default: break;
  }
}

std::string american_words(std::string_view lower) {
  std::string text;
  for (size_t at = 0; at < lower.size();) {
    size_t end = at;
    while (end < lower.size() && is_lower(lower[end])) ++end;
    std::string word(lower.substr(at, end - at));
    to_american_spelling(word);
    text += word;
    at = end;
    if (at < lower.size()) text += lower[at++];
  }
  return text;
}

}  // namespace attest
