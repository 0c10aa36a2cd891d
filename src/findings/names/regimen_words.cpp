#include "findings/names/regimen_words.h"

#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/names/between_names.h"
#include "findings/names/words_before.h"
#include "text/brackets.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kTogether[] = {"combination",
                                          "combined",
                                          "regimen",
                                          "triple",
                                          "quadruple",
                                          "dual",
                                          "concomitant",
                                          "concurrent",
                                          "simultaneous",
                                          "triple-therapy",
                                          "two-drug",
                                          "three-drug",
                                          "four-drug",
                                          "protocol",
                                          "coadministration",
                                          "co-administration",
                                          "triple-drug",
                                          "three-agent",
                                          "combination-therapy"};
constexpr std::string_view kLeading[] = {"of",         "with",      "using",        "comprising",
                                         "consisting", "including", "containing",   "composed",
                                         "comprised",  "based",     "on",           ":",
                                         "(",          ",",         "namely",       "therapy",
                                         "treatment",  "regimen",   "chemotherapy", "administration",
                                         "use",        "course",    "drug"};

// How much, how often, by which way and as which salt it is given.
bool is_of_dosing(const Piece& piece) {
  static constexpr std::string_view kDosing[] = {"a",
                                                 "an",
                                                 "the",
                                                 "mg",
                                                 "g",
                                                 "mcg",
                                                 "iu",
                                                 "u",
                                                 "ml",
                                                 "kg",
                                                 "m2",
                                                 "once",
                                                 "twice",
                                                 "thrice",
                                                 "three",
                                                 "four",
                                                 "two",
                                                 "times",
                                                 "per",
                                                 "day",
                                                 "days",
                                                 "daily",
                                                 "week",
                                                 "weeks",
                                                 "weekly",
                                                 "month",
                                                 "months",
                                                 "every",
                                                 "each",
                                                 "hours",
                                                 "h",
                                                 "bd",
                                                 "bid",
                                                 "tds",
                                                 "tid",
                                                 "qds",
                                                 "qid",
                                                 "od",
                                                 "qd",
                                                 "im",
                                                 "iv",
                                                 "po",
                                                 "sc",
                                                 "morning",
                                                 "night",
                                                 "for",
                                                 "at",
                                                 "oral",
                                                 "orally",
                                                 "topical",
                                                 "intravenous",
                                                 "inhaled",
                                                 "systemic",
                                                 "local",
                                                 "intravenously",
                                                 "subcutaneous",
                                                 "low-dose",
                                                 "high-dose",
                                                 "low",
                                                 "high",
                                                 "dose",
                                                 "doses",
                                                 "dosage",
                                                 "standard",
                                                 "short-term",
                                                 "long-term",
                                                 "colloidal",
                                                 "subcitrate",
                                                 "subsalicylate",
                                                 "citrate",
                                                 "sodium",
                                                 "intramuscular",
                                                 "pulsed",
                                                 "adjuvant",
                                                 "hydrochloride",
                                                 "standard-dose",
                                                 "full-dose"};
  return piece.plain.empty() || is_digit(piece.plain.front()) || is_one_of(piece.plain, kDosing) ||
         piece.plain.starts_with("mg/") || piece.plain.starts_with("g/");
}

// "Doxycycline 100 mg every 12 hours Plus: - metronidazole": in a list of doses, what follows goes with it
// however much is said of the first.
bool ends_with_plus_of_list(std::string_view gap) {
  static constexpr std::string_view kMarks[] = {" ", ":", "-", "\u2022", "\u30fb"};
  constexpr size_t kGapMax = 400;
  const size_t whole = gap.size();
  bool marked = false;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : kMarks) {
      if (!gap.ends_with(mark)) continue;
      marked = marked || mark != " ";
      gap.remove_suffix(mark.size());
      more = true;
    }
  }
  return marked && whole <= kGapMax && gap.ends_with(" plus") && gap.find(" or:") == std::string_view::npos;
}

}  // namespace

// Words and marks: "pantoprazole," is two of them.
std::vector<Piece> pieces_of(std::string_view text) {
  constexpr std::string_view kMarks = ",;:()+/&";
  std::vector<Piece> pieces;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    size_t end = at + 1;
    if (kMarks.find(text[at]) == std::string_view::npos) {
      while (end < text.size() && text[end] != ' ' &&
             (kMarks.find(text[end]) == std::string_view::npos || is_digit(text[at])))
        ++end;
    }
    // "40mg," ends before its comma, "mg/kg" goes on.
    while (end > at + 1 && (text[end - 1] == ',' || text[end - 1] == ')' || text[end - 1] == ';')) --end;
    Piece piece{text.substr(at, end - at), {}, at};
    std::copy_if(piece.word.begin(), piece.word.end(), std::back_inserter(piece.plain),
                 [](char c) { return c != '.'; });
    pieces.push_back(std::move(piece));
    at = end;
  }
  return pieces;
}

Joining joining_of(std::string_view before, std::string_view before_gap, std::string_view gap) {
  if (gap == "-" || gap == "+") return Joining::kFirmly;
  // "Corticosteroids/corticotropin" are two of one kind, "salmeterol/fluticasone" is one inhaler.
  if (gap == "/") return before_gap.ends_with('s') ? Joining::kChoice : Joining::kFirmly;
  if (ends_with_plus_of_list(gap)) return Joining::kFirmly;
  constexpr size_t kGapBytesMax = 110;
  if (gap.size() > kGapBytesMax) return Joining::kApart;
  std::string words;
  const std::string outside = without_round_brackets(gap);
  const std::vector<Piece> pieces = pieces_of(outside);
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    // "45% with B", "22 with C": how many, and no amount of the drug.
    const bool counts = !piece.plain.empty() && is_digit(piece.plain.front()) &&
                        std::none_of(piece.plain.begin(), piece.plain.end(), is_lower) &&
                        (i + 1 == pieces.size() || !is_of_dosing(pieces[i + 1]) ||
                         piece.plain.find('%') != std::string::npos);
    if (counts) return Joining::kApart;
    if (is_of_dosing(piece)) continue;
    // The commas around an amount: "40 mg, twice daily, and".
    if (piece.plain == "," && words.ends_with(',')) continue;
    words += (words.empty() ? "" : " ") + piece.plain;
  }
  static constexpr std::string_view kFirm[] = {"plus",
                                               "+",
                                               ", plus",
                                               "combined with",
                                               "in combination with",
                                               "together with",
                                               "along with",
                                               "and then",
                                               "given with",
                                               "followed by",
                                               ", followed by",
                                               ", combined with",
                                               "and plus",
                                               "in conjunction with",
                                               "used in combination with",
                                               "given together with",
                                               "coadministered with"};
  static constexpr std::string_view kList[] = {",", "and", ", and", "&", "and either", ", and either"};
  static constexpr std::string_view kOr[] = {"or", ", or", "and / or", "and/or"};
  if (is_one_of(words, kFirm)) return Joining::kFirmly;
  if (is_one_of(words, kList)) return Joining::kListed;
  if (is_one_of(words, kOr)) return Joining::kChoice;
  // "Anticoagulation with warfarin", "endocrine therapy with tamoxifen": the second is what the first was.
  static constexpr std::string_view kDone[] = {"tion", "therapy", "treatment", "prophylaxis", "blockade"};
  if (words == "with" && ends_with_one_of(before_gap, kDone)) return Joining::kApart;
  // "Rifabutin with amoxicillin", but not "replacing rifabutin with amoxicillin".
  static constexpr std::string_view kExchange[] = {"compar*", "replac*", "exchang*", "substitut*", "switch*"};
  constexpr size_t kReach = 50;
  return words == "with" &&
                 !has_any_phrase(before.substr(before.size() - std::min(kReach, before.size())), kExchange)
             ? Joining::kFirmly
             : Joining::kApart;
}

// Where the words begin that introduce a regimen at the end of `before`; its size where none do.
size_t introduction(std::string_view before) {
  constexpr size_t kReach = 90;
  constexpr size_t kWordsMax = 9;
  const size_t from = before.size() - std::min(kReach, before.size());
  const std::vector<Piece> pieces = pieces_of(before.substr(from));
  size_t start = before.size();
  for (size_t i = 0; i < std::min(pieces.size(), kWordsMax); ++i) {
    const Piece& piece = pieces[pieces.size() - 1 - i];
    if (is_one_of(piece.plain, kTogether)) start = from + piece.start;
    if (!is_one_of(piece.plain, kTogether) && !is_one_of(piece.plain, kLeading) && !is_of_dosing(piece))
      break;
  }
  return start;
}

// How many things the word of number in an introduction promises; 0 where there is none.
size_t promised(std::string_view words) {
  static constexpr std::string_view kTwo[] = {"dual", "two-drug"};
  static constexpr std::string_view kThree[] = {"triple", "triple-therapy", "three-drug", "triple-drug"};
  static constexpr std::string_view kFour[] = {"quadruple", "four-drug"};
  if (has_any_phrase(words, kFour)) return 4;
  if (has_any_phrase(words, kThree)) return 3;
  return has_any_phrase(words, kTwo) ? 2 : 0;
}

size_t conclusion(std::string_view behind) {
  constexpr size_t kReach = 60;
  behind = behind.substr(0, std::min(kReach, behind.size()));
  behind = behind.substr(0, behind.find(';'));
  if (behind.starts_with(" in combination")) return behind.starts_with(" in combination with") ? 0 : 15;
  size_t skipped = 0;
  for (const std::string_view lead : {"-based", " based", "-containing", "-including"}) {
    if (behind.starts_with(lead)) skipped = lead.size();
  }
  const std::vector<Piece> pieces = pieces_of(behind.substr(skipped));
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool opens = piece.plain == "(" || piece.plain == ",";
    if (is_one_of(piece.plain, kTogether) && piece.plain != "concomitant" && piece.plain != "concurrent") {
      // "A and B combined with C": of which, nobody knows.
      const bool goes_on = i + 1 < pieces.size() && pieces[i + 1].plain == "with";
      return goes_on ? 0 : skipped + piece.start + piece.word.size();
    }
    if (!opens && !is_of_dosing(piece)) break;
  }
  return 0;
}

// "ABVD (doxorubicin, bleomycin, vinblastine and dacarbazine)": short forms take letters of their parts.
// Where the short form begins; the size of `before` where there is none.
size_t short_form(std::string_view before, std::string_view behind, const std::vector<Mention>& named,
                  size_t first, size_t last) {
  if (!before.ends_with('(') || behind.empty() || (behind.front() != ')' && behind.front() != ','))
    return before.size();
  std::string_view words = before.substr(0, before.size() - 1);
  while (words.ends_with(' ')) words.remove_suffix(1);
  const size_t start = words.rfind(' ') + 1;
  const std::string_view letters = words.substr(start);
  constexpr size_t kLettersMin = 2;
  constexpr size_t kLettersMax = 10;
  if (letters.size() < kLettersMin || letters.size() > kLettersMax || letters.ends_with('s'))
    return before.size();
  // A class with its members has a name of its own.
  if (first > 0 && named[first - 1].span.end > start) return before.size();
  size_t shared = 0;
  for (size_t i = first; i <= last; ++i)
    shared +=
        !named[i].name.empty() && letters.find(to_lower(named[i].name.front())) != std::string_view::npos ? 1
                                                                                                          : 0;
  constexpr size_t kOfTen = 6;
  return shared * 10 >= (last - first + 1) * kOfTen && last - first + 1 <= letters.size() + 1 ? start
                                                                                              : before.size();
}

// "The lansoprazole and amoxicillin group" is one group; "patients taking A, B and C" took all of them,
// unless groups are compared.
bool are_of_one_group(std::string_view lower, std::string_view before, std::string_view names,
                      std::string_view behind) {
  static constexpr std::string_view kApart[] = {"the", "or", "respectively"};
  static constexpr std::string_view kSeveral[] = {"both", "either", "between", "each"};
  static constexpr std::string_view kCompared[] = {"similar*",     "comparable", "differ*", "between",
                                                   "respectively", "both",       "either",  "equally",
                                                   "groups",       "each"};
  static constexpr std::string_view kComparing[] = {"compar*", "versus", "vs", "than"};
  static constexpr std::string_view kTook[] = {"taking",        "took",       "received",     "receive",
                                               "receiving",     "given",      "treated with", "consisted of",
                                               "consisting of", "consists of"};
  if (!has_phrase(names, "and") || has_any_phrase(names, kApart)) return false;
  const bool one = behind.starts_with(" group ") || behind.starts_with(" arm ");
  if (one) return !ends_with_any(before, kSeveral);
  std::string_view taken = before;
  for (const std::string_view light : {"a ", "oral ", "intravenous "}) {
    if (taken.ends_with(light)) taken.remove_suffix(light.size());
  }
  return ends_with_any(taken, kTook) && !has_any_phrase(lower, kCompared) &&
         !has_any_phrase(before, kComparing);
}

// "Melphalan and prednisone remain an effective treatment", "carboplatin and paclitaxel was better".
bool is_one_subject(std::string_view before, std::string_view names, std::string_view behind) {
  static constexpr std::string_view kOne[] = {" is ",       " was ",    " has ",   " remains ", " remain an ",
                                              " remain a ", " are an ", " are a ", " were an "};
  static constexpr std::string_view kLight[] = {"oral ", "intravenous ", "the ", "weekly ", "daily "};
  for (const std::string_view light : kLight) {
    if (before.ends_with(light)) before.remove_suffix(light.size());
  }
  while (before.ends_with(' ')) before.remove_suffix(1);
  const bool opens = before.empty() || before.ends_with(',') || before.ends_with(':') ||
                     before.ends_with(" that") || before.ends_with("conclusion");
  return opens && has_phrase(names, "and") && !has_phrase(names, "or") &&
         std::any_of(std::begin(kOne), std::end(kOne),
                     [&](std::string_view verb) { return behind.starts_with(verb); });
}

}  // namespace attest
