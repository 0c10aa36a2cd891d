// What was given before the treatment that is asked for, where no word says that it failed: "renal cell
// carcinoma after sunitinib".
#pragma once

#include <string_view>
#include <vector>

namespace attest {

// Stretches of the text; none that name an operation or the like, which other treatment follows as planned.
// `lower`: the question in small letters.
std::vector<std::string_view> read_given_before(std::string_view lower);

// Drugs bring the condition about: "nausea after cisplatin" asks for no other drug in its place. `lower`: its
// name in small letters.
bool is_brought_about_by_drugs(std::string_view lower);

}  // namespace attest
