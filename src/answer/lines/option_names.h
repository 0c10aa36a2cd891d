// Which names that a vocabulary has for things given can stand for an option of treatment.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// Not "antigens, surface", "oxidoreductases" or "duration of therapy": parts of the body and of a study,
// which thesauri list among drugs and procedures.
bool may_be_given(std::string_view name);

// "Cocaine", where `asked` is "treatment of cocaine dependence": what people depend on or took too much of.
bool is_harmful_thing(std::string_view asked, std::string_view name);

// "Fosfomycin trometamol", "ranitidine bismuth citrate": the second name is a part of one product.
bool is_part_of_product(const Evidence& evidence, const Finding& finding, const Mention& mention);

}  // namespace attest
