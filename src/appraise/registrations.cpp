#include "appraise/registrations.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "text/phrases.h"
#include "text/registration_statements.h"
#include "text/registry_numbers.h"
#include "text/sentences.h"

namespace attest {

namespace {

std::vector<RegistryNumber> of_fields(const BibliographicRecord& record) {
  std::vector<RegistryNumber> found;
  const auto read = [&](std::string_view field, bool numbers_only) {
    for (RegistryNumber& one : find_registry_numbers(field, numbers_only)) found.push_back(std::move(one));
  };
  for (const DataBank& bank : record.data_banks) {
    for (const std::string& accession : bank.accessions) read(accession, true);
  }
  read(record.statement("registration"), true);
  for (const Identifier& identifier : record.identifiers) read(identifier.value, identifier.scheme == "nct");
  return found;
}

std::vector<std::string> listed(const std::set<std::string>& numbers) {
  return {numbers.begin(), numbers.end()};
}

bool is_prospero(const RegistryNumber& one) { return one.registry == "PROSPERO"; }

}  // namespace

Registrations find_registrations(const BibliographicRecord& record, std::string_view text) {
  std::set<std::string> own;
  std::set<std::string> others;
  std::vector<RegistryNumber> stated;
  for (StatedRegistration& one : read_registration_statements(text)) {
    if (!one.own) {
      others.insert(one.number.number);
    } else {
      own.insert(one.number.number);
      stated.push_back(std::move(one.number));
    }
  }
  const std::vector<RegistryNumber> fields = of_fields(record);
  for (const RegistryNumber& field : fields) {
    // Of several numbers that an indexer took from one register, the one that the text calls its own.
    const auto same_registry = [&](const RegistryNumber& one) { return one.registry == field.registry; };
    const bool several = std::count_if(fields.begin(), fields.end(), same_registry) > 1;
    const bool told = std::any_of(stated.begin(), stated.end(), same_registry);
    if (!several || !told) own.insert(field.number);
  }
  for (const std::string& number : own) others.erase(number);
  return {listed(own), listed(others)};
}

Registrations find_registrations_of_entry(const BibliographicRecord& record, std::string_view text) {
  std::set<std::string> own;
  std::set<std::string> others;
  for (const RegistryNumber& one : of_fields(record)) own.insert(one.number);
  for (const RegistryNumber& one : find_registry_numbers(text)) {
    if (!own.contains(one.number)) others.insert(one.number);
  }
  return {listed(own), listed(others)};
}

Registrations find_registrations_of_review(const BibliographicRecord& record, std::string_view text) {
  std::set<std::string> own;
  std::set<std::string> others;
  for (const RegistryNumber& one : of_fields(record)) (is_prospero(one) ? own : others).insert(one.number);
  for (const RegistryNumber& one : find_registry_numbers(text)) {
    if (!is_prospero(one)) others.insert(one.number);
  }
  // A review of reviews names their registrations too.
  constexpr size_t kDescriptionBytes = 6000;
  for (const StatedRegistration& one : read_registration_statements(text.substr(0, kDescriptionBytes))) {
    if (one.own && is_prospero(one.number)) own.insert(one.number.number);
  }
  return {listed(own), listed(others)};
}

std::string_view registry_of(std::string_view number) {
  const std::vector<RegistryNumber> found = find_registry_numbers(number, true);
  return found.empty() ? std::string_view() : found.front().registry;
}

bool pools_studies(std::string_view title, std::string_view text) {
  static constexpr std::string_view kTitles[] = {"pooled analys*",
                                                 "pooled data",
                                                 "pooled results",
                                                 "pooled safety",
                                                 "pooled trial*",
                                                 "pooled stud*",
                                                 "individual patient data",
                                                 "individual participant data",
                                                 "integrated analys*",
                                                 "integrated safety*",
                                                 "meta-analys*",
                                                 "patient-level analys*",
                                                 "combined analys* of",
                                                 "pooled efficacy",
                                                 "metaanalys*"};
  if (has_any_phrase(lower_ascii(title), kTitles)) return true;
  static constexpr std::string_view kPooling[] = {"we pooled",          "were pooled",
                                                  "pooled data from",   "pooled analysis of",
                                                  "combined data from", "integrated analysis of"};
  for (const ByteSpan sentence : split_sentences(text)) {
    const std::string lower = lower_ascii(sentence.of(text));
    if (!has_any_phrase(lower, kPooling)) continue;
    static constexpr std::string_view kSeveral[] = {"trials", "studies", "rcts"};
    if (has_any_phrase(lower, kSeveral) || find_registry_numbers(lower).size() > 1) return true;
  }
  return false;
}

}  // namespace attest
