#include "text/quantities.h"
namespace attest {
std::vector<Quantity> find_quantities(std::string_view) { return {}; }
double duration_days(const Quantity&) { return kNotStated; }
const char* quantity_kind_name(QuantityKind) { return ""; }
}  // namespace attest
