#include "question/adjectives.h"

#include <array>

namespace attest {
namespace {

struct Endings {
  std::string_view adjective;
  std::string_view noun;
  std::string_view other_noun = {};
};

// The longer ending before one that it ends with.
constexpr auto kAdjectiveEndings = std::to_array<Endings>({
    {"aemic", "aemia", "emia"},                      // anaemic
    {"emic", "emia", "aemia"},  {"penic", "penia"},  // neutropenic
    {"plegic", "plegia"},                            // hemiplegic
    {"phrenic", "phrenia"},                          // schizophrenic
    {"thermic", "thermia"},                          // hypothermic
    {"cardic", "cardia"},                            // bradycardic
    {"asthenic", "asthenia"},                        // myasthenic
    {"trophic", "trophy"},                           // hypertrophic
    {"toxic", "toxicosis"},                          // thyrotoxic
    {"oxic", "oxia"},                                // hypoxic
    {"exic", "exia"},                                // dyslexic
    {"limic", "limia"},                              // bulimic
    {"leptic", "lepsy"},                             // narcoleptic
    {"noeic", "noea", "nea"},                        // dyspnoeic
    {"neic", "nea", "noea"},    {"uric", "uria"},    // anuric
    {"iatic", "iasis"},                              // psoriatic
    {"otic", "osis"},                                // cirrhotic
    {"itic", "itis"},                                // arthritic
    {"philiac", "philia"},                           // haemophiliac
    {"philic", "philia"},       {"ginous", "go"},    // vertiginous
    {"matous", "ma"},                                // oedematous
    {"tensive", "tension"},                          // hypotensive
});

}  // namespace

std::vector<std::string> condition_nouns(std::string_view adjective) {
  if (adjective.ends_with("cs")) adjective.remove_suffix(1);  // "haemophiliacs"
  for (const Endings& endings : kAdjectiveEndings) {
    constexpr size_t kStartMin = 2;
    if (!adjective.ends_with(endings.adjective) || adjective.size() < endings.adjective.size() + kStartMin)
      continue;
    const std::string start(adjective.substr(0, adjective.size() - endings.adjective.size()));
    std::vector<std::string> nouns = {start + std::string(endings.noun)};
    if (!endings.other_noun.empty()) nouns.push_back(start + std::string(endings.other_noun));
    return nouns;
  }
  return {};
}

}  // namespace attest
