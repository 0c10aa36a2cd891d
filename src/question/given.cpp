// Tree numbers decide where a whole branch is of one kind; in the chemical branches (D01 to D04) drugs and
// what is measured stand side by side, and names decide.
#include "question/given.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "base/ascii.h"

namespace attest {
namespace {

// What drugs act on, what is measured, forms and vehicles of drugs, dirt.
constexpr std::string_view kOtherBranches[] = {
    "D05.374",                  // micelles
    "D05.500",                  // complexes of proteins
    "D08",                      // enzymes
    "D12.644.024",              // amyloid
    "D12.644.276",              // peptides between cells
    "D12.644.360",              // peptides within cells
    "D12.644.861",              // serpins
    "D12.776",                  // proteins
    "D13.444",                  // nucleic acids
    "D20.050",                  // acid rain
    "D20.147",                  // fuels
    "D20.280",                  // gels, emulsions
    "D20.345",                  // coal, petroleum
    "D20.601",                  // manure
    "D20.633",                  // dust, smoke
    "D20.693",                  // fallout
    "D20.721",                  // soil
    "D20.777.162",              // cell extracts
    "D20.832",                  // exhaust
    "D20.944",                  // waste
    "D23.035",                  // alarmins
    "D23.050",                  // antigens
    "D23.101",                  // biomarkers
    "D23.125",                  // chemokines
    "D23.529",                  // cytokines, growth factors
    "D23.585",                  // molecular patterns
    "D23.767.193",              // bile pigments
    "D23.767.930",              // pigments of the retina
    "D23.767.261.700.690",      // "retinal" is nearly always an adjective
    "D26.049",                  // kinds of drugs by law and trade
    "D26.255",                  // tablets, ointments
    "D26.355",                  //
    "D26.360",                  //
    "D26.371",                  //
    "D26.530",                  //
    "D26.593",                  //
    "D26.650",                  // vehicles, preservatives
    "D26.655",                  //
    "D26.670",                  //
    "D26.675",                  //
    "D26.776.708.645",          // ophthalmic solutions
    "D26.878",                  // illicit drugs
    "D26.894",                  //
    "D26.909",                  //
    "D26.939",                  //
    "D26.969",                  // xenobiotics
    "D01.925",                  // technetium: tracers
    "D03.633.300.953.275",      // fluorescein and other dyes
    "E02.183",                  // protocols
    "E02.208",                  // contraindications
    "E02.319.267",              // ways to give drugs
    "E02.319.283",              // times
    "E02.319.300.127",          // formulations
    "E02.319.300.253",          //
    "E02.319.300.380",          //
    "E02.319.300.754",          //
    "E02.319.305",              // calculations of doses
    "E02.319.306",              // misuse
    "E02.319.307",              // prescriptions
    "E02.319.490",              //
    "E02.319.529",              // errors
    "E02.760.148",              //
    "E02.760.169.063.500.067",  // activities of daily living
    "E02.760.169.125",          // organisation of care
    "E02.760.169.249",          //
    "E02.760.169.624",          //
    "E02.760.169.671",          //
    "E02.760.215",              //
    "E02.760.273",              // delays
    "E02.760.287",              //
    "E02.760.300",              //
    "E02.760.400",              // stays in hospital
    "E02.760.415",              //
    "E02.760.476",              //
    "E02.760.611.470",          // "nursing home"
    "E02.760.928",              // delays
    "E04.614",                  // "intraoperative period"
};

// Of those: what is given all the same. A thing may stand in several branches.
constexpr std::string_view kGivenBranches[] = {
    "D06",                              // hormones and what acts against them
    "D08.811.277.087.116",              // asparaginase
    "D08.811.277.352.100.400.745",      // pancrelipase
    "D08.811.277.352.335.350.250",      // dornase
    "D08.811.277.450.529",              // hyaluronidase
    "D08.811.277.656.262.500",          // papain, bromelain
    "D08.811.277.656.300.480.205.500",  // collagenase of wounds and contractures
    "D12.644.541.500",                  // fragments of antibodies
    "D12.776.083",                      // aprotinin
    "D12.776.124.125",                  // clotting factors, what dissolves clots
    "D12.776.124.270.305",              // fibrin glue
    "D12.776.124.486.485.114.224",      // monoclonal antibodies
    "D12.776.124.486.485.114.573",      // immune sera
    "D12.776.124.486.485.114.632",      // immunoglobulins that are given
    "D12.776.124.486.485.538",          // fusion proteins: etanercept
    "D12.776.124.486.485.680",          //
    "D12.776.124.790.651.114.580",      // immunoconjugates
    "D12.776.256",                      // proteins of food
    "D12.776.645",                      // inhibitors of proteinases
    "D12.776.872.060",                  // hirudin, antithrombin
    "D12.776.503",                      //
    "D20.215",                          // vaccines, sera, plants
    "D20.777",                          // extracts
    "D23.113",                          // antithrombin, protein C
    "D23.529.374.410",                  // growth factors of blood cells
    "D23.529.374.440",                  // interferons
    "D23.529.374.460",                  //
    "D23.529.374.465.155",              // interleukin 2
    "D23.529.910.650.500",              // becaplermin
    "D23.529.942.200",                  // bone morphogenetic proteins
    "D23.529.382.500",                  // epidermal growth factor
    "D23.946",                          // botulinum toxins
    "D25",                              // materials of dentists
    "E02.319.267.200",                  // perfusion of a limb with a drug
    "E02.319.267.650",                  // iontophoresis
    "E02.319.267.700",                  // phonophoresis
    "J02",                              // food and drink
};

// What stands among drugs by its structure.
const std::unordered_set<std::string_view>& other_names() {
  static const std::unordered_set<std::string_view> names = {
      // Families.
      "acids", "alcohols", "aldehydes", "alkalies", "amides", "amines", "amino acids", "carbohydrates",
      "carboxylic acids", "elements", "enzymes", "esters", "ethers", "fats", "fatty acids", "gases",
      "glycosides", "hormones", "hydrocarbons", "ions", "ketones", "lactones", "ligands", "lipids",
      "membrane lipids", "metals", "minerals", "oxides", "peptides", "pharmaceutical preparations", "phenols",
      "polymers", "polysaccharides", "proteins", "purines", "pyrimidines", "salts", "solutions", "solvents",
      "steroids, heterocyclic", "sugars",
      // The salt of a drug.
      "acetates", "benzoates", "bromides", "carbonates", "chlorides", "citrates", "fumarates", "gluconates",
      "iodides", "lactates", "maleates", "mesylates", "oxalates", "phosphates", "succinates", "sulfates",
      "tartrates", "valerates",
      // Elements, but for those that are taken.
      "aluminum", "antimony", "arsenic", "barium", "beryllium", "cadmium", "calcium", "carbon", "chlorine",
      "chromium", "cobalt", "deuterium", "electrolytes", "helium", "hydrogen", "lead", "mercury", "nickel",
      "nitrogen", "oxygen", "phosphorus", "potassium", "radon", "sodium", "sulfur", "thallium", "titanium",
      "tungsten", "uranium",
      // What the body makes and a laboratory measures.
      "acetylcholine", "adenosine diphosphate", "adenosine triphosphate", "aldosterone", "ammonia",
      "arachidonic acid", "bilirubin", "blood glucose", "blood urea nitrogen", "carbon dioxide",
      "carbon monoxide", "ceramides", "cholesterol", "cholesterol, hdl", "cholesterol, ldl",
      "cholesterol, vldl", "creatinine", "cyclic amp", "cyclic gmp", "free radicals", "gangliosides",
      "glucose", "heme", "histamine", "homocysteine", "hydroxyproline", "hypoxanthine", "hypoxanthines",
      "inflammation mediators", "ketone bodies", "lactic acid", "leukotrienes", "malondialdehyde", "nitrites",
      "phospholipids", "porphyrins", "prolactin", "reactive oxygen species", "serotonin", "sphingolipids",
      "superoxides", "thromboxanes", "triglycerides", "urea", "uric acid", "xanthine",
      // What is drunk, breathed or left.
      "air", "alcoholic beverages", "drinking water", "ethanol", "ice", "smoke", "tars", "water",
      // What makes visible.
      "barium sulfate", "coloring agents", "contrast media", "evans blue", "fluorescent dyes",
      "fluorodeoxyglucose f18", "gadolinium", "gadolinium dtpa", "indocyanine green", "iohexol", "iopamidol",
      "radiopharmaceuticals", "rose bengal", "trypan blue",
      // Of fluids of the body.
      "antibodies", "antigens", "biomarkers", "blood", "cytokines", "dna", "insulin antibodies", "plasma",
      "receptors", "rna", "serum",
      // What any treatment may be called, and what is done around it.
      "aftercare", "combined modality therapy", "contraindications", "contraindications, drug",
      "contraindications, procedure", "conservative treatment", "dissection", "drug therapy",
      "drug therapy, combination", "elective surgical procedures", "life support care",
      "minor surgical procedures", "patient care", "patient selection", "perioperative period",
      "pharmaceutical vehicles", "placebos", "preventive health services", "referral and consultation",
      "rehabilitation", "reoperation", "retreatment", "salvage therapy", "secondary prevention", "self care",
      "self administration", "self medication", "suggestion", "surgical procedures, operative",
      "tertiary prevention", "therapeutics", "treatment outcome",
      // Forms.
      "capsules", "ointments", "powders", "suppositories", "tablets"};
  return names;
}

template <size_t size>
bool is_in(const std::string& number, const std::string_view (&branches)[size]) {
  return std::any_of(std::begin(branches), std::end(branches), [&](std::string_view branch) {
    return number.starts_with(branch) && (number.size() == branch.size() || number[branch.size()] == '.');
  });
}

}  // namespace

bool is_given(std::string_view name, const std::vector<std::string>& tree_numbers) {
  if (other_names().contains(lower_ascii(name))) return false;
  const auto given = [](const std::string& number) { return is_in(number, kGivenBranches); };
  const auto other = [](const std::string& number) { return is_in(number, kOtherBranches); };
  return std::none_of(tree_numbers.begin(), tree_numbers.end(), other) ||
         std::any_of(tree_numbers.begin(), tree_numbers.end(), given);
}

}  // namespace attest
