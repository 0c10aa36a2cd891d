// What has failed, or cannot be taken, in a question for what comes next: "asthma not controlled by inhaled
// corticosteroids", "if clozapine fails", "clomiphene-resistant", "who cannot take metformin".
#pragma once

#include <string_view>
#include <vector>

#include "question/question.h"

namespace attest {

struct FailedTreatment {
  std::vector<std::string_view> named;  // stretches of the text that tell what failed
  bool not_tolerated = false;           // it cannot be taken; whether it would help is not said
  bool empty() const { return named.empty(); }
};

// `lower`: the question in small letters.
FailedTreatment read_failed_treatment(std::string_view lower);

// "What to add?", "what instead?": another treatment is asked for. `lower`: the question in small letters.
bool asks_for_another(std::string_view lower);

// One of the names of the concept stands in the stretch.
bool names_failed(const Concept& asked, std::string_view stretch);

// "Two antidepressants", "an NSAID": one or some of a class failed, and another of it may come next.
bool is_some_of_class(std::string_view stretch);

}  // namespace attest
