// The registries of the WHO network and ClinicalTrials.gov, each with the form in which it publishes its
// numbers (https://www.who.int/clinical-trials-registry-platform/network/primary-registries;
// https://trialsearch.who.int). Most are a fixed word and digits; the others have a reader of their own.
// ICTRP puts "JPRN-" or "EUCTR" before some: the number behind it is the same.
#include "text/registry_numbers.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"

namespace attest {
namespace {

struct Found {
  std::string number;
  size_t length = 0;  // bytes of the text
};

// How a number goes on behind its prefix.
struct Form {
  std::string_view registry;
  std::string_view prefix;  // as the registry writes it
  size_t digits_min = 0;
  size_t digits_max = 0;
  bool after_register = false;  // too short to stand alone
};

// Longer prefixes first where one begins with the other.
constexpr Form kForms[] = {
    {"ClinicalTrials.gov", "NCT", 8, 8},
    {"ISRCTN", "ISRCTN", 8, 8},
    {"ANZCTR", "ACTRN", 14, 14},
    {"UMIN-CTR", "UMIN", 9, 9},
    {"DRKS", "DRKS", 8, 8},
    {"PACTR", "PACTR", 15, 16},
    {"TCTR", "TCTR", 11, 11},
    {"CRiS", "KCT", 7, 7},
    {"jRCT", "jRCTs", 9, 9},
    {"jRCT", "jRCT", 10, 10},
    {"ITMCTR", "ITMCTR", 10, 10},
    {"ChiCTR", "ChiCTR", 10, 10},
    {"RPCEC", "RPCEC", 8, 8},
    {"LBCTR", "LBCTR", 10, 10},
    {"JapicCTI", "JapicCTI-", 6, 6},
    {"JMACCT", "JMA-IIA", 5, 5},
    {"PROSPERO", "CRD", 9, 14},
    {"Netherlands Trial Register", "NTR", 2, 5, true},
    {"Netherlands Trial Register (new)", "NL", 3, 4, true},
};

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(),
                                                   [](char a, char b) { return to_lower(a) == to_lower(b); });
}

size_t digits_at(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - std::min(at, end);
}

// "NCT 01234567", "ISRCTN: 12345678", "NTR-2051": past what people put between.
size_t skip_separators(std::string_view text, size_t at) {
  constexpr size_t kSeparatorsMax = 2;
  const size_t most = std::min(text.size(), at + kSeparatorsMax);
  while (at < most && (text[at] == ' ' || text[at] == ':' || text[at] == '#' || text[at] == '-')) ++at;
  return at;
}

// The bytes before a number in which a register must be spoken of.
std::string before(std::string_view text, size_t at) {
  constexpr size_t kBefore = 120;
  const size_t from = at > kBefore ? at - kBefore : 0;
  return lower_ascii(text.substr(from, at - from));
}

bool speaks_of_register(std::string_view text, size_t at) {
  const std::string lower = before(text, at);
  const bool trial = lower.find("trial") != std::string::npos || lower.find("study") != std::string::npos;
  return trial && lower.find("regist") != std::string::npos;
}

std::optional<Found> word_and_digits(const Form& form, std::string_view rest) {
  if (!starts_with_ignoring_case(rest, form.prefix)) return std::nullopt;
  // Of a short prefix, the small letters are another word.
  if (form.after_register && !rest.starts_with(form.prefix)) return std::nullopt;
  const size_t from = skip_separators(rest, form.prefix.size());
  const size_t count = digits_at(rest, from);
  if (count < form.digits_min || count > form.digits_max) return std::nullopt;
  // "NL54115.015.15" is a file of an ethics committee.
  const size_t end = from + count;
  if (form.after_register && end + 1 < rest.size() && (rest[end] == '.' || rest[end] == '/') &&
      is_digit(rest[end + 1]))
    return std::nullopt;
  return Found{std::string(form.prefix) + std::string(rest.substr(from, count)), end};
}

// "ChiCTR-TRC-12002345": what kind of study stood in the number until 2019.
std::optional<Found> chinese_kind(std::string_view rest) {
  constexpr std::string_view kPrefix = "ChiCTR-";
  if (!starts_with_ignoring_case(rest, kPrefix)) return std::nullopt;
  size_t at = kPrefix.size();
  while (at < rest.size() && is_letter(rest[at])) ++at;
  const size_t letters = at - kPrefix.size();
  if (letters < 2 || letters > 5 || at >= rest.size() || rest[at] != '-' || digits_at(rest, at + 1) != 8)
    return std::nullopt;
  return Found{std::string(kPrefix) + upper_ascii(rest.substr(kPrefix.size(), at + 9 - kPrefix.size())),
               at + 9};
}

// "IRCT20150101020514N1": the digits of the applicant, N and how many trials it has registered.
std::optional<Found> iranian(std::string_view rest) {
  constexpr std::string_view kPrefix = "IRCT";
  if (!starts_with_ignoring_case(rest, kPrefix)) return std::nullopt;
  const size_t from = skip_separators(rest, kPrefix.size());
  const size_t count = digits_at(rest, from);
  const size_t letter = from + count;
  if (count < 10 || count > 17 || letter >= rest.size() || to_lower(rest[letter]) != 'n') return std::nullopt;
  const size_t trials = digits_at(rest, letter + 1);
  if (trials < 1 || trials > 3) return std::nullopt;
  const size_t end = letter + 1 + trials;
  return Found{"IRCT" + upper_ascii(rest.substr(from, end - from)), end};
}

// Groups of digits with '/' between: "CTRI/2017/01/007700", "SLCTR/2017/001".
std::optional<Found> with_slashes(std::string_view rest, std::string_view prefix,
                                  std::initializer_list<std::pair<size_t, size_t>> groups) {
  if (!starts_with_ignoring_case(rest, prefix)) return std::nullopt;
  size_t at = prefix.size();
  for (const auto& [least, most] : groups) {
    if (at >= rest.size() || rest[at] != '/') return std::nullopt;
    const size_t count = digits_at(rest, at + 1);
    if (count < least || count > most) return std::nullopt;
    at += 1 + count;
  }
  return Found{upper_ascii(rest.substr(0, at)), at};
}

// "RBR-3rkdnb": six letters and digits, later also seven.
std::optional<Found> brazilian(std::string_view rest) {
  constexpr std::string_view kPrefix = "RBR-";
  if (!starts_with_ignoring_case(rest, kPrefix)) return std::nullopt;
  size_t end = kPrefix.size();
  bool digit = false;
  for (; end < rest.size() && is_letter_or_digit(rest[end]); ++end) digit = digit || is_digit(rest[end]);
  const size_t count = end - kPrefix.size();
  if (!digit || count < 6 || count > 7) return std::nullopt;
  return Found{"RBR-" + lower_ascii(rest.substr(kPrefix.size(), count)), end};
}

// "PHRR120710-000003".
std::optional<Found> philippine(std::string_view rest) {
  constexpr std::string_view kPrefix = "PHRR";
  if (!starts_with_ignoring_case(rest, kPrefix) || digits_at(rest, 4) != 6 || rest.size() < 17 ||
      rest[10] != '-' || digits_at(rest, 11) != 6)
    return std::nullopt;
  return Found{upper_ascii(rest.substr(0, 17)), 17};
}

bool digits_and_dashes(std::string_view rest, std::string_view form) {
  if (rest.size() < form.size()) return false;
  for (size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '-' ? rest[i] != '-' : !is_digit(rest[i])) return false;
  }
  return rest.size() == form.size() || !is_digit(rest[form.size()]);
}

// "2004-000446-20"; ICTRP writes "EUCTR2004-000446-20-GB".
constexpr std::string_view kEudraForm = "0000-000000-00";
// "2022-501417-31-00": the numbers since 2022, with a five where the older had none.
constexpr std::string_view kEuropeanForm = "0000-000000-00-00";

std::optional<Found> european(std::string_view rest) {
  if (!digits_and_dashes(rest, kEuropeanForm) || !rest.starts_with("20") || rest[5] != '5')
    return std::nullopt;
  return Found{std::string(rest.substr(0, kEuropeanForm.size())), kEuropeanForm.size()};
}

bool speaks_of_eudra(std::string_view text, size_t at) {
  static constexpr std::string_view kNames[] = {"eudra", "euctr", "eu clinical trials reg",
                                                "clinicaltrialsregister"};
  const std::string lower = before(text, at);
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return lower.find(name) != std::string::npos; });
}

class NumberReader {
 public:
  NumberReader(std::string_view text, bool field) : text_(text), field_(field) {}

  std::vector<RegistryNumber> read() {
    for (size_t at = 0; at < text_.size(); ++at) {
      if (!may_start(at)) continue;
      read_at(at);
      if (!found_.empty()) at = std::max<size_t>(at, found_.back().span.end - 1);
    }
    return std::move(found_);
  }

 private:
  // At a word's start; damaged abstracts glue the heading to it ("Trial registrationISRCTN05866587").
  bool may_start(size_t at) const {
    if (!is_letter_or_digit(text_[at])) return false;
    if (at == 0 || !is_word_byte(text_[at - 1])) return true;
    if (!is_upper(text_[at]) || !is_lower(text_[at - 1])) return false;
    static constexpr std::string_view kGlued[] = {"registration", "number",   "numbers",
                                                  "identifier",   "register", "registry"};
    const std::string_view head = text_.substr(0, at);
    return std::any_of(std::begin(kGlued), std::end(kGlued), [&](std::string_view word) {
      return head.size() >= word.size() && lower_ascii(head.substr(head.size() - word.size())) == word;
    });
  }

  void add(std::string_view registry, Found&& one, size_t at) {
    found_.push_back({registry,
                      std::move(one.number),
                      {static_cast<uint32_t>(at), static_cast<uint32_t>(at + one.length)}});
  }

  void read_at(size_t at) {
    const std::string_view rest = text_.substr(at);
    if (is_digit(rest[0])) return read_european(rest, at);
    if (starts_with_ignoring_case(rest, "EUCTR") || starts_with_ignoring_case(rest, "CTIS")) {
      const size_t skip = to_lower(rest[0]) == 'e' ? 5 : 4;
      if (rest.size() > skip && is_digit(rest[skip])) read_european(rest.substr(skip), at + skip);
      return;
    }
    for (const Form& form : kForms) {
      auto one = word_and_digits(form, rest);
      if (!one) continue;
      if (form.after_register && !field_ && !speaks_of_register(text_, at)) return;
      return add(form.registry, std::move(*one), at);
    }
    if (auto one = chinese_kind(rest)) return add("ChiCTR", std::move(*one), at);
    if (auto one = iranian(rest)) return add("IRCT", std::move(*one), at);
    if (auto one = with_slashes(rest, "CTRI", {{4, 4}, {2, 3}, {6, 6}}))
      return add("CTRI", std::move(*one), at);
    if (auto one = with_slashes(rest, "SLCTR", {{4, 4}, {3, 3}})) return add("SLCTR", std::move(*one), at);
    if (auto one = brazilian(rest)) return add("ReBEC", std::move(*one), at);
    if (auto one = philippine(rest)) return add("PHRR", std::move(*one), at);
  }

  void read_european(std::string_view rest, size_t at) {
    if (auto one = european(rest)) return add("EU CT", std::move(*one), at);
    if (!digits_and_dashes(rest, kEudraForm) || !rest.starts_with("20")) return;
    // In a list, the name stands before the first.
    const bool listed =
        !found_.empty() && found_.back().registry == "EudraCT" && at - found_.back().span.end <= 5;
    if (!field_ && !listed && !speaks_of_eudra(text_, at)) return;
    add("EudraCT", {std::string(rest.substr(0, kEudraForm.size())), kEudraForm.size()}, at);
  }

  std::string_view text_;
  bool field_;
  std::vector<RegistryNumber> found_;
};

}  // namespace

std::vector<RegistryNumber> find_registry_numbers(std::string_view text, bool field) {
  return NumberReader(text, field).read();
}

}  // namespace attest
