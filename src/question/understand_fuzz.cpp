// understand() on any bytes, with and without a turn before it: no crash, no hang, and what it promises
// holds.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/limits.h"
#include "question/fake_collection.h"
#include "question/question.h"

namespace {

constexpr std::string_view kThesaurus =
    R"({"schema": "attest.thesaurus/1", "everyday": ["what", "is", "that"],
  "generic": ["therapy"], "lay_words": {"poop": "poo"}, "entries": [
  {"id": "attest:anismus", "name": "dyssynergic defecation", "role": "condition", "names": ["anismus", "DD"],
   "lay": ["can't poo", "muscles tighten when I try to poo"], "not": ["bladder dyssynergia"]},
  {"id": "attest:biofeedback", "name": "biofeedback", "role": "intervention"},
  {"id": "attest:ms", "name": "multiple sclerosis", "role": "condition", "names": ["MS"]},
  {"id": "attest:mitral", "name": "mitral stenosis", "role": "condition", "names": ["MS"]},
  {"id": "attest:children", "name": "children", "role": "population", "names": ["kids"]}]})";

void require(bool held) {
  if (!held) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace attest;
  static const auto thesaurus = Thesaurus::parse(kThesaurus, "fuzz");
  static const FakeCollection collection = [] {
    FakeCollection made(
        {"biofeedback for anismus", "biofeedback of the pelvic floor", "defecation disorders"});
    made.add_concept({"D1", "ulcer, peptic", {"C06.405"}, {"peptic ulcers"}});
    made.add_abbreviation({"QQ", "quiet quadrant", 3});
    return made;
  }();
  require(thesaurus.has_value());
  const std::string_view question(reinterpret_cast<const char*>(data), size);
  PreviousTurn before;
  before.question = "What is the treatment of anismus?";
  before.intent = Intent::kLineOfTherapy;
  before.conditions = {"dyssynergic defecation"};
  before.lines = {"biofeedback"};
  for (const bool follows : {false, true}) {
    const auto understood = understand(question, collection, **thesaurus,
                                       follows ? std::optional<PreviousTurn>(before) : std::nullopt);
    require(understood.has_value());
    require(understood->concepts.size() <= limits::kQuestionConceptsMax);
    require(understood->asked.size() <= limits::kQuestionBytesMax);
    require(follows || !understood->is_follow_up);
    require(understood->is_follow_up || !understood->spelling.empty() ||
            understood->resolved == understood->asked);
    for (const Concept& subject : understood->concepts) {
      require(!subject.variants.empty() && !subject.label.empty());
      for (const ConceptVariant& variant : subject.variants) require(!variant.stems.empty());
    }
    require(!understood->summary().empty());
  }
  return 0;
}
