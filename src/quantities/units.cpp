#include "quantities/units.h"

#include <algorithm>
#include <vector>

namespace attest::quantities {

namespace {

struct UnitRow {
  UnitClass unit_class;
  std::string_view canonical;
  std::string_view names;  // with a space between
};

constexpr UnitRow kUnitRows[] = {
    {UnitClass::kDose, "mg", "mg mgs milligram milligrams milligramme milligrammes"},
    {UnitClass::kDose, "g", "g gm gms gram grams gramme grammes"},
    {UnitClass::kDose, "microgram", "mcg ug microgram micrograms microg microgramme microgrammes"},
    {UnitClass::kDose, "unit", "u unit units"},
    {UnitClass::kDose, "IU", "iu ius"},
    {UnitClass::kDose, "MU", "megaunit megaunits miu"},
    {UnitClass::kDose, "mU", "mu"},
    {UnitClass::kDose, "KIU", "kiu"},
    {UnitClass::kDose, "mEq", "meq meqs mequiv"},
    {UnitClass::kDose, "mCi", "mci"},
    {UnitClass::kDose, "Gy", "gy gray grays"},
    {UnitClass::kDose, "cGy", "cgy"},
    {UnitClass::kDose, "CGE", "cge gye"},
    {UnitClass::kDose, "rad", "rads"},
    {UnitClass::kDose, "uCi", "uci"},
    {UnitClass::kDose, "kBq", "kbq"},
    {UnitClass::kDose, "MBq", "mbq"},
    {UnitClass::kDose, "GBq", "gbq"},
    {UnitClass::kDose, "joule", "joule joules j"},
    {UnitClass::kDose, "tablet", "tablet tablets tabs"},
    {UnitClass::kDose, "capsule", "capsule capsules"},
    {UnitClass::kDose, "pill", "pill pills"},
    {UnitClass::kDose, "puff", "puff puffs"},
    {UnitClass::kDose, "spray", "spray sprays"},
    {UnitClass::kDose, "drop", "drop drops"},
    {UnitClass::kDose, "vial", "vial vials"},
    {UnitClass::kDose, "ampoule", "ampoule ampoules"},
    {UnitClass::kDose, "sachet", "sachet sachets"},
    {UnitClass::kDose, "teaspoon", "teaspoon teaspoons tsp"},
    {UnitClass::kDose, "tablespoon", "tablespoon tablespoons"},
    {UnitClass::kAmount, "ng", "ng nanogram nanograms"},
    {UnitClass::kAmount, "ml", "ml mls millilitre millilitres milliliter milliliters cc ccs"},
    {UnitClass::kAmount, "microlitre", "ul microl microliter microliters microlitre microlitres"},
    {UnitClass::kAmount, "l", "l litre litres liter liters"},
    {UnitClass::kAmount, "mmol", "mmol mmols mmole mmoles millimole millimoles"},
    {UnitClass::kAmount, "umol", "umol umols umole umoles micromol micromole micromoles"},
    {UnitClass::kAmount, "nmol", "nmol nmols nmole nmoles nanomole nanomoles nanomol"},
    {UnitClass::kAmount, "pmol", "pmol pmols pmole pmoles picomole picomoles picomol"},
    {UnitClass::kAmount, "pfu", "pfu"},
    {UnitClass::kAmount, "cfu", "cfu"},
    {UnitClass::kTime, "millisecond", "ms msec msecs millisecond milliseconds"},
    {UnitClass::kTime, "second", "second seconds sec secs s"},
    {UnitClass::kTime, "minute", "minute minutes min mins"},
    {UnitClass::kTime, "hour", "hour hours h hr hrs hpi"},
    {UnitClass::kTime, "day", "day days d night nights dpi"},
    {UnitClass::kTime, "week", "week weeks wk wks"},
    {UnitClass::kTime, "fortnight", "fortnight fortnights"},
    {UnitClass::kTime, "month", "month months mo mos mth mths"},
    {UnitClass::kTime, "year", "year years yr yrs y"},
    {UnitClass::kTime, "decade", "decade decades"},
    {UnitClass::kTime, "century", "century centuries"},
    {UnitClass::kMeasurement, "kg", "kg kgs kilogram kilograms kilogramme kilogrammes"},
    {UnitClass::kMeasurement, "pound", "pound pounds lb lbs"},
    {UnitClass::kMeasurement, "ounce", "ounce ounces oz"},
    {UnitClass::kMeasurement, "pg", "pg picogram picograms"},
    {UnitClass::kMeasurement, "fg", "fg"},
    {UnitClass::kMeasurement, "fmol", "fmol fmols fmole fmoles femtomole femtomoles"},
    {UnitClass::kMeasurement, "mol", "mol mols mole moles"},
    {UnitClass::kMeasurement, "mosm", "mosm mosmol mosmole"},
    {UnitClass::kMeasurement, "umol/l", "microm"},
    {UnitClass::kMeasurement, "micromolar", "micromolar"},
    {UnitClass::kMeasurement, "nanomolar", "nanomolar"},
    {UnitClass::kMeasurement, "millimolar", "millimolar"},
    {UnitClass::kMeasurement, "mm", "mm mms millimeter millimeters millimetre millimetres"},
    {UnitClass::kMeasurement, "cm", "cm cms centimeter centimeters centimetre centimetres"},
    {UnitClass::kMeasurement, "m", "m meter meters metre metres"},
    {UnitClass::kMeasurement, "km", "km kilometer kilometers kilometre kilometres"},
    {UnitClass::kMeasurement, "um", "um micron microns micrometer micrometers micrometre micrometres"},
    {UnitClass::kMeasurement, "nm", "nm nanometer nanometers nanometre nanometres"},
    {UnitClass::kMeasurement, "inch", "inch inches"},
    {UnitClass::kMeasurement, "foot", "ft foot feet"},
    {UnitClass::kMeasurement, "lux", "lux"},
    {UnitClass::kMeasurement, "centimorgan", "centimorgan centimorgans"},
    {UnitClass::kMeasurement, "mile", "mile miles"},
    {UnitClass::kMeasurement, "yard", "yard yards"},
    {UnitClass::kMeasurement, "m2", "m2"},
    {UnitClass::kMeasurement, "cm2", "cm2"},
    {UnitClass::kMeasurement, "mm2", "mm2"},
    {UnitClass::kMeasurement, "um2", "um2"},
    {UnitClass::kMeasurement, "mm3", "mm3 cmm"},
    {UnitClass::kMeasurement, "cm3", "cm3 ccm"},
    {UnitClass::kMeasurement, "m3", "m3"},
    {UnitClass::kMeasurement, "dl", "dl deciliter deciliters decilitre decilitres"},
    {UnitClass::kMeasurement, "nl", "nl"},
    {UnitClass::kMeasurement, "fl", "fl"},
    {UnitClass::kMeasurement, "mmHg", "mmhg"},
    {UnitClass::kMeasurement, "cmH2O", "cmh2o"},
    {UnitClass::kMeasurement, "kPa", "kpa"},
    {UnitClass::kMeasurement, "MPa", "mpa"},
    {UnitClass::kMeasurement, "torr", "torr"},
    {UnitClass::kMeasurement, "newton", "newton newtons"},
    {UnitClass::kMeasurement, "pascal", "pascal pascals"},
    {UnitClass::kMeasurement, "Hz", "hz hertz"},
    {UnitClass::kMeasurement, "kHz", "khz"},
    {UnitClass::kMeasurement, "MHz", "mhz"},
    {UnitClass::kMeasurement, "GHz", "ghz"},
    {UnitClass::kMeasurement, "bpm", "bpm"},
    {UnitClass::kMeasurement, "kcal", "kcal kcals kilocalories"},
    {UnitClass::kMeasurement, "calorie", "calorie calories cal"},
    {UnitClass::kMeasurement, "kJ", "kj"},
    {UnitClass::kMeasurement, "MJ", "mj"},
    {UnitClass::kMeasurement, "dB", "db decibel decibels"},
    {UnitClass::kMeasurement, "mA", "ma milliampere milliamperes"},
    {UnitClass::kMeasurement, "mV", "mv millivolt millivolts"},
    {UnitClass::kMeasurement, "uV", "uv microv microvolt microvolts"},
    {UnitClass::kMeasurement, "quart", "quart quarts"},
    {UnitClass::kMeasurement, "pint", "pint pints"},
    {UnitClass::kMeasurement, "gallon", "gallon gallons"},
    {UnitClass::kMeasurement, "V", "volt volts"},
    {UnitClass::kMeasurement, "kV", "kv"},
    {UnitClass::kMeasurement, "kVp", "kvp"},
    {UnitClass::kMeasurement, "mAs", "mas"},
    {UnitClass::kMeasurement, "W", "w watt watts"},
    {UnitClass::kMeasurement, "mW", "mw"},
    {UnitClass::kMeasurement, "kW", "kw"},
    {UnitClass::kMeasurement, "ohm", "ohm ohms"},
    {UnitClass::kMeasurement, "MeV", "mev"},
    {UnitClass::kMeasurement, "keV", "kev"},
    {UnitClass::kMeasurement, "mSv", "msv"},
    {UnitClass::kMeasurement, "Sv", "sv"},
    {UnitClass::kMeasurement, "kDa", "kda kd kilodalton kilodaltons"},
    {UnitClass::kMeasurement, "Da", "da dalton daltons"},
    {UnitClass::kMeasurement, "bp", "bp"},
    {UnitClass::kMeasurement, "kb", "kb kbp kilobase kilobases"},
    {UnitClass::kMeasurement, "Mb", "mb megabase megabases"},
    {UnitClass::kMeasurement, "rpm", "rpm"},
    {UnitClass::kMeasurement, "cpm", "cpm"},
    {UnitClass::kMeasurement, "dpm", "dpm"},
    {UnitClass::kMeasurement, "ppm", "ppm"},
    {UnitClass::kMeasurement, "ppb", "ppb"},
    {UnitClass::kMeasurement, "degree", "degree degrees"},
    {UnitClass::kMeasurement, "point", "point points"},
    {UnitClass::kMeasurement, "dioptre", "diopter diopters dioptre dioptres"},
    {UnitClass::kMeasurement, "logMAR", "logmar"},
    {UnitClass::kMeasurement, "log", "log10"},
    {UnitClass::kMeasurement, "tesla", "tesla"},
    {UnitClass::kMeasurement, "gauge", "gauge"},
    {UnitClass::kMeasurement, "fold", "fold"},
    {UnitClass::kMeasurement, "hectare", "hectare hectares"},
    {UnitClass::kMeasurement, "dollar", "dollar dollars usd"},
    {UnitClass::kMeasurement, "euro", "euro euros eur"},
    {UnitClass::kMeasurement, "pound sterling", "gbp"},
    {UnitClass::kMeasurement, "QALY", "qaly qalys"},
};

struct NamedUnit {
  std::string_view name;
  Unit unit;
};

std::vector<NamedUnit> named_units() {
  std::vector<NamedUnit> units;
  for (const UnitRow& row : kUnitRows) {
    std::string_view names = row.names;
    while (!names.empty()) {
      const size_t end = std::min(names.find(' '), names.size());
      units.push_back({names.substr(0, end), {row.canonical, row.unit_class}});
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  std::sort(units.begin(), units.end(),
            [](const NamedUnit& a, const NamedUnit& b) { return a.name < b.name; });
  return units;
}

}  // namespace

std::optional<Unit> unit_of(std::string_view word) {
  static const std::vector<NamedUnit> kUnits = named_units();
  const auto found =
      std::lower_bound(kUnits.begin(), kUnits.end(), word,
                       [](const NamedUnit& unit, std::string_view name) { return unit.name < name; });
  if (found == kUnits.end() || found->name != word) return std::nullopt;
  return found->unit;
}

bool is_volume(std::string_view canonical) {
  return canonical == "microlitre" || canonical == "ml" || canonical == "l" || canonical == "dl" ||
         canonical == "mm3" || canonical == "cm3";
}

}  // namespace attest::quantities
