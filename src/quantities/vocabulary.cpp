#include "quantities/vocabulary.h"

#include <algorithm>
#include <array>
#include <vector>

namespace attest::quantities {

namespace {

// Words of one list, given with a space between.
class WordList {
 public:
  explicit WordList(std::string_view words) {
    while (!words.empty()) {
      const size_t end = std::min(words.find(' '), words.size());
      if (end > 0) words_.push_back(words.substr(0, end));
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) ++starts_[first_byte(word) + 1];
    for (size_t byte = 0; byte < kBytes; ++byte) starts_[byte + 1] += starts_[byte];
  }
  // Asked for each word of each text: few words of a list begin with its letter, and few of those are as
  // long.
  bool has(std::string_view word) const {
    if (word.empty()) return false;
    const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(starts_[first_byte(word)]);
    const auto end = words_.begin() + static_cast<std::ptrdiff_t>(starts_[first_byte(word) + 1]);
    return std::find(begin, end, word) != end;
  }

 private:
  static constexpr size_t kBytes = 256;
  static size_t first_byte(std::string_view word) { return static_cast<unsigned char>(word.front()); }

  std::vector<std::string_view> words_;
  std::array<size_t, kBytes + 1> starts_{};  // where those that begin with a byte start
};

}  // namespace

bool is_number_word(std::string_view word) {
  static const WordList kWords(
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
      "seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred "
      "thousand");
  return kWords.has(word);
}

bool is_sample_noun(std::string_view word) {
  static const WordList kWords(
      "swine brains professionals providers executives midwives dentists psychiatrists therapists "
      "psychologists "
      "consultants officers survivors placentas muscles arteries patients patient women woman men man "
      "children child participants participant subjects subject "
      "people persons person adults individuals infants neonates newborns babies volunteers girls boys "
      "controls females males adolescents teenagers metabolizers metabolisers carriers fetuses "
      "undergraduates workers siblings twins parents caregivers students respondents residents couples "
      "veterans mothers nurses physicians outpatients inpatients cases responders survivors recipients "
      "donors users smokers pregnancies deliveries births nulliparas toddlers households families eyes "
      "rats mice dogs animals humans human clients client employees staff clinicians doctors "
      "practitioners pharmacists professors physician nurse surgeons cardiologists specialists "
      "relatives sibs brothers sisters fathers daughters sons spouses partners probands homozygotes "
      "heterozygotes preterms elders seniors athletes players runners cyclists soldiers recruits "
      "drivers applicants candidates graduates trainees interns teachers pupils learners members "
      "attendees visitors inhabitants citizens prisoners inmates refugees immigrants migrants consumers "
      "asthmatics diabetics hypertensives schizophrenics alcoholics epileptics addicts abusers "
      "hemophiliacs haemophiliacs nonsmokers nonresponders completers abstainers drinkers nonusers "
      "primigravidas primiparas multiparas gravidas parturients neonate infant adult volunteer "
      "individual male female boy girl adolescent youths youth dyads pairs enrollees beneficiaries "
      "decedents survivor donor recipient carrier twin case patients' gentlemen ladies octogenarians "
      "nonagenarians centenarians smoker student persons' practices hospitals rabbits monkeys pigs "
      "piglets sheep lambs cats hamsters ferrets baboons chickens calves cows cattle horses goats fish "
      "rat mouse dog cat rabbit monkey pig animal eye hips knees kidneys hearts lungs limbs legs "
      "breasts grafts allografts transplants ears shoulders feet wrists elbows lesions tumors tumours "
      "biopsies specimens samples sera isolates operations "
      "embryos oocytes teeth implants caregivers' informants "
      "gps paediatricians pediatricians beagles interviewees raters fellows hypertensive strains gliomas "
      "polyps teams transfusions");
  return kWords.has(word);
}

bool is_program_name(std::string_view word) {
  static const WordList kWords(
      "spss sas stata winnonlin excel nvivo revman graphpad prism matlab imagej mplus minitab statistica "
      "medcalc statview jmp systat windows microsoft");
  return kWords.has(word);
}

bool labels_number(std::string_view word) {
  static const WordList kWords(
      "acid acids residues figure figures graph zone zones file cyclooxygenase protease fig "
      "figs table "
      "tables type types grade grades stage stages phase phases group groups level levels class classes "
      "version section chapter page pages vol volume no nos ref refs step item question aim factor "
      "chromosome exon codon dsm icd rome experiment appendix box supplement equation eq line serotype "
      "genotype arm cohort part lead channel covid sars interleukin il category recommendation protocol "
      "tier aldh cyp glut her visit study trial subgroup subgroups schedule panel panels appendices "
      "stratum quadrant quartile quintile tertile chapters slide plate lane position positions residue amino "
      "haplotype haplogroup band locus loci helper cluster clusters cranial rib ribs vertebra vertebrae "
      "disc cervical sacral nerve nerves code codes nr room wards world war apollo "
      "release build vitamin vitamins hepatitis influenza echovirus adenovirus coxsackie "
      "parainfluenza enterovirus poliovirus herpesvirus serogroup serovar strain isolate clone isotype "
      "affiliation affiliations isoform isoforms subtype subtypes collagen complex photosystem axis "
      "criterion objective "
      "hypothesis hypotheses model models scenario scenarios scheme schemes algorithm paragraph article "
      "articles rule rules law principle principles annex exercise task block wave waves round area "
      "brodmann complement carboxypeptidase interferon claudin caspase caspases galectin cytokeratin "
      "keratin connexin aquaporin exons codons introns intron chromosomes");
  return kWords.has(word) || is_program_name(word);
}

bool is_enrolment_word(std::string_view word) {
  static const WordList kWords(
      "randomised randomized randomly enrolled enroled recruited included assigned allocated studied "
      "analysed analyzed participated evaluated assessed registered entered examined investigated "
      "involving comprising including involved comprised reviewed screened followed identified surveyed "
      "interviewed consented underwent eligible treated divided stratified followed-up");
  return kWords.has(word);
}

bool is_schedule_word(std::string_view word) {
  static const WordList kWords(
      "once twice thrice daily day weekly monthly nightly hourly yearly biweekly fortnightly bid bd tid "
      "tds qid qds qd od qhs hs prn po iv im sc stat times time bedtime morning evening night week "
      "month every each per a at in the other orally oral intramuscular intramuscularly intravenous "
      "intravenously subcutaneous subcutaneously rectally vaginally topically sublingually intranasally "
      "transdermally nasal intranasal sublingual rectal topical hours days weeks months h meal meals before "
      "with by mouth intravaginally intrathecally "
      "single dose nocte mane noon ad lib libitum subcut parenterally parenteral intraperitoneally "
      "intradermally nasally peroral perorally ip pm am divided doses qam qpm qod tiw biw");
  return kWords.has(word);
}

bool ends_noun_phrase(std::string_view word) {
  static const WordList kWords(
      "of in with and or to for from by at on were was had have has are is who that which versus vs "
      "than after before during did do as but per received underwent out between within if while when "
      "compared respectively into because since whereas showed whose using without among through not "
      "will could can may been be developed the a an this these those all each both any some no its "
      "their our his her my your either neither another about above across against along although "
      "around behind below beneath beside besides beyond despite down except inside like near off onto "
      "over regarding toward towards under until unless up upon via where whether so such then thus "
      "hence therefore however also only just even still yet again already always never often usually "
      "there here it they we he she you i whom does doing done being am would should might must shall "
      "cannot having occurred remained became resulted died failed responded improved experienced "
      "required presented shows show suffered demonstrated exhibited stopped discontinued withdrew "
      "dropped entered participated agreed refused declined rose fell differed needed gave took taken "
      "seen noted including lasting aged considering followed according depending comparing consisting "
      "containing ranging served met returned survived tolerated achieved reached chose recovered "
      "relapsed progressed attended answered felt consumed rated scored gained means means suggests "
      "indicates "
      "appears seems remains contains includes requires provides allows leads represents");
  return kWords.has(word);
}

bool is_month_name(std::string_view word) {
  static const WordList kWords(
      "january february march april may june july august september october november december jan feb "
      "mar apr jun jul aug sep sept oct nov dec");
  return kWords.has(word);
}

bool takes_value(std::string_view word) {
  static const WordList kWords(
      "score scores index bmi age ages aged ph ratio rate rates value values mean median average total "
      "sum power level levels coefficient percentage proportion number frequency incidence prevalence "
      "weight height temperature pressure hr bp sd se sem threshold cutoff cut-off minimum maximum min "
      "max range from to of at by was were is are be been being than least most about approximately "
      "around nearly almost roughly over under above below between and or exceeding exceeds exceeded "
      "reached reaching averaged averaging totaled totalled equal equals equalled only just plus minus "
      "versus vs with for per every after before within until till up in on into dose doses scale "
      "grade-point gpa pasi hamd madrs mmse vas nihss edss gcs apache ecog karnofsky iq kappa alpha "
      "beta gamma r rho f t z chi df lod odds estimate estimates fev1 ef lvef crp psa inr hba1c ldl hdl "
      "pco2 po2 gfr egfr area width length depth thickness distance size volume count counts "
      "approximated remained became rose fell dropped increased decreased declined scored additional "
      "further more another other remaining these those the all our their its first last next previous "
      "past exactly as but if when because while total.");
  return kWords.has(word);
}

bool is_counted_part(std::string_view word) {
  static const WordList kWords(
      "item items drug session sessions step steps site arm centre center question questions word words "
      "minute dose doses country city hospital school family patient subject case year-old element "
      "component compound factor variable part stage phase class category point-scale member person "
      "people woman man child day-course letter digit page module domain fold-change gene marker "
      "generation course cycle compartment parameter dimension field quadrant visit lead view channel period "
      "armed centers centres");
  return kWords.has(word);
}

bool says_measured(std::string_view word) {
  static const WordList kWords(
      "level levels concentration concentrations serum plasma urinary urine excretion excreted "
      "excreting weight weighing weighed birthweight output loss losses content contents buffer medium "
      "incubated incubation vitro tissue proteinuria albuminuria microalbuminuria creatinine "
      "cholesterol albumin hemoglobin haemoglobin secretion yield yielded yields cutoff threshold "
      "residual stone stones tumor tumour prostate gland graft specimen secreted production produced "
      "assay detectable limit glucose bilirubin calcium urea ferritin triglycerides ldl hdl "
      "crp psa drainage blood stool feces faeces fecal faecal csf tube tubes phosphate clearance flow "
      "ventilation capacity stroke tidal hcg estradiol testosterone cortisol insulinemia thyroxine "
      "lipoprotein sensitivity aliquot aliquots vial dissolved diluted solution mix mixture birth");
  return kWords.has(word);
}

bool says_given(std::string_view word) {
  static const WordList kWords(
      "microinjection microinjections microinjected pretreatment pretreated perfusion transfusion "
      "transfused transfusions saline fluid fluids replacement dose doses dosage dosages dosed "
      "dosing administered administration given giving received receive "
      "receives receiving injection injections injected injecting infusion infused infusions orally "
      "oral intravenous intravenously iv im sc subcutaneous subcutaneously intramuscular "
      "intramuscularly treated treatment treatments therapy bolus tablet tablets capsule capsules daily "
      "placebo intake supplementation supplement supplemented supplements prescribed ingestion ingested "
      "inhaled drug take takes taking bid tid qid od bd tds twice regimen titrated titration irradiated "
      "irradiation radiation radiotherapy premedication premedicated instilled epidural intrathecal "
      "intraperitoneal topical sublingual initially initiated start started starting loading "
      "maintenance formulation monotherapy add-on bedtime nocte maximum");
  return kWords.has(word);
}

bool is_event_verb(std::string_view word) {
  static const WordList kWords(
      "occurred occur observed seen found noted developed detected reported required failed resolved "
      "improved present recurred discontinued died experienced diagnosed had have has showed withdrew "
      "withdrawn relapsed stopped responded survived suffered complained exhibited demonstrated "
      "documented confirmed positive negative achieved remained became lost revealed identified caused "
      "led resulted needed presented stable normal abnormal successful elevated increased decreased "
      "abandoned dropped refused declined were was younger older male female hospitalized readmitted "
      "admitted affected cured");
  return kWords.has(word);
}

bool is_study_verb(std::string_view word) {
  static const WordList kWords(
      "evaluated studied compared performed done conducted examined investigated assessed tested "
      "measured determined evaluate compare investigate assess study examine determine analyse analyze "
      "analysed analyzed obtained collected taken randomised randomized undertaken carried recorded "
      "administered treated used monitored given estimated calculated present describe described report "
      "reviewed review enrolled recruited followed surveyed interviewed screened included involving "
      "including comprising includes involved characterized characterised isolated harvested applied "
      "studying comparing evaluating implanted operated induced explored retrospectively prospectively "
      "randomly imaged scanned genotyped sequenced sampled identified selected");
  return kWords.has(word);
}

bool is_study_noun(std::string_view word) {
  static const WordList kWords(
      "trial trials study studies series review cohort cohorts total sample samples survey group groups "
      "consisted consisting composed comprised population populations database registry data records "
      "record notes files analysis investigation experience experiment set subset subgroup random "
      "subgroups arms cohorts interviews observations treatment observation examination assessment "
      "comparison evaluation follow-up research pool panel number numbers participation recruitment "
      "enrolment enrollment crossover consecutive");
  return kWords.has(word);
}

bool is_plural(std::string_view word) {
  static const WordList kPlurals(
      "swine people men women children criteria phenomena teeth feet mice bacteria larvae loci foci nuclei "
      "stimuli alleles indices matrices fungi sera spectra media schemata ova diverticula septa oxen "
      "geese offspring fish sheep cattle staff humans polyps yeast hypotheses analyses diagnoses "
      "metastases biopsies prostheses stenoses dice vertices axes bases ganglia medulla genera quanta "
      "curricula ampullae bronchi emboli thrombi uteri");
  static const WordList kSingulars(
      "was has does is this thus plus less across versus vs always besides perhaps towards afterwards "
      "yes his its us whereas as diabetes mellitus aids ss ens pus bias sepsis gas mass loss class "
      "stress access process illness times-series rabies herpes measles mumps caries ascites pancreas "
      "atlas canvas alias kudos chaos cosmos ethos");
  constexpr size_t kPluralMin = 4;
  if (kPlurals.has(word)) return true;
  if (word.size() < kPluralMin || word.back() != 's' || kSingulars.has(word)) return false;
  const std::string_view ending = word.substr(word.size() - 2);
  return ending != "ss" && ending != "us" && ending != "is";
}

}  // namespace attest::quantities
