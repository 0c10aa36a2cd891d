// The words that tell an effect, in classes. A pattern of classes and marks ("O SIG DOWN I CMP C") is what
// the direction model learns from: it needs far fewer examples than words do.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "findings/effects/effect_marks.h"

namespace attest {
namespace {

struct Cue {
  std::string_view word;  // '*' at the end allows more letters
  std::string_view symbol;
};

constexpr std::array kCues = {
    Cue{"higher", "UP"},
    Cue{"highest", "UP"},
    Cue{"increas*", "UP"},
    Cue{"greater", "UP"},
    Cue{"greatest", "UP"},
    Cue{"more", "UP"},
    Cue{"most", "UP"},
    Cue{"longer", "UP"},
    Cue{"longest", "UP"},
    Cue{"larger", "UP"},
    Cue{"elevat*", "UP"},
    Cue{"rise*", "UP"},
    Cue{"rose", "UP"},
    Cue{"raise*", "UP"},
    Cue{"prolong*", "UP"},
    Cue{"gain*", "UP"},
    Cue{"exceed*", "UP"},
    Cue{"stronger", "UP"},
    Cue{"doubl*", "UP"},
    Cue{"extend*", "UP"},
    Cue{"later", "UP"},
    Cue{"augment*", "UP"},
    Cue{"deeper", "UP"},
    Cue{"wider", "UP"},
    Cue{"above", "UP"},
    Cue{"delay*", "UP"},
    Cue{"lower", "DOWN"},
    Cue{"lowest", "DOWN"},
    Cue{"lowered", "DOWN"},
    Cue{"lowering", "DOWN"},
    Cue{"decreas*", "DOWN"},
    Cue{"reduc*", "DOWN"},
    Cue{"fewer", "DOWN"},
    Cue{"less", "DOWN"},
    Cue{"least", "DOWN"},
    Cue{"lesser", "DOWN"},
    Cue{"shorter", "DOWN"},
    Cue{"shortest", "DOWN"},
    Cue{"shorten*", "DOWN"},
    Cue{"smaller", "DOWN"},
    Cue{"declin*", "DOWN"},
    Cue{"fell", "DOWN"},
    Cue{"diminish*", "DOWN"},
    Cue{"drop*", "DOWN"},
    Cue{"suppress*", "DOWN"},
    Cue{"attenuat*", "DOWN"},
    Cue{"inhibit*", "DOWN"},
    Cue{"prevent*", "DOWN"},
    Cue{"earlier", "DOWN"},
    Cue{"faster", "FAST"},
    Cue{"quicker", "FAST"},
    Cue{"below", "DOWN"},
    Cue{"weaker", "DOWN"},
    Cue{"alleviat*", "DOWN"},
    Cue{"reliev*", "DOWN"},
    Cue{"milder", "DOWN"},
    Cue{"slower", "SLOW"},
    Cue{"accelerat*", "FAST"},
    Cue{"blunt*", "DOWN"},
    Cue{"minimi*", "DOWN"},
    Cue{"improv*", "BETTER"},
    Cue{"better", "BETTER"},
    Cue{"best", "BETTER"},
    Cue{"superior*", "BETTER"},
    Cue{"benefi*", "BETTER"},
    Cue{"effective*", "BETTER"},
    Cue{"favor*", "BETTER"},
    Cue{"favour*", "BETTER"},
    Cue{"efficac*", "BETTER"},
    Cue{"enhanc*", "BETTER"},
    Cue{"ameliorat*", "BETTER"},
    Cue{"advantag*", "BETTER"},
    Cue{"outperform*", "BETTER"},
    Cue{"worse*", "WORSE"},
    Cue{"inferior*", "WORSE"},
    Cue{"deteriorat*", "WORSE"},
    Cue{"poor*", "WORSE"},
    Cue{"impair*", "WORSE"},
    Cue{"similar*", "SAME"},
    Cue{"comparable", "SAME"},
    Cue{"equal*", "SAME"},
    Cue{"equivalen*", "SAME"},
    Cue{"identical*", "SAME"},
    Cue{"unchanged", "SAME"},
    Cue{"same", "SAME"},
    Cue{"unaffected", "SAME"},
    Cue{"noninferior*", "SAME"},
    Cue{"unaltered", "SAME"},
    Cue{"alike", "SAME"},
    Cue{"differ*", "DIFF"},
    Cue{"significan*", "SIG"},
    Cue{"statistical*", "STAT"},
    Cue{"markedly", "SIG"},
    Cue{"substantial*", "SIG"},
    Cue{"no", "NOT"},
    Cue{"not", "NOT"},
    Cue{"neither", "NOT"},
    Cue{"nor", "NOT"},
    Cue{"without", "NOT"},
    Cue{"none", "NOT"},
    Cue{"never", "NOT"},
    Cue{"fail*", "NOT"},
    Cue{"non", "NOT"},
    Cue{"cannot", "NOT"},
    Cue{"lack*", "NOT"},
    Cue{"insignificant*", "NS"},
    Cue{"nonsignificant*", "NS"},
    Cue{"ns", "NS"},
    Cue{"than", "CMP"},
    Cue{"compar*", "CMP"},
    Cue{"versus", "CMP"},
    Cue{"vs", "CMP"},
    Cue{"relative", "CMP"},
    Cue{"against", "CMP"},
    Cue{"effect", "EFFECT"},
    Cue{"effects", "EFFECT"},
    Cue{"affect*", "EFFECT"},
    Cue{"influenc*", "EFFECT"},
    Cue{"impact*", "EFFECT"},
    Cue{"between", "BETWEEN"},
    Cue{"among", "BETWEEN"},
    Cue{"both", "BOTH"},
    Cue{"all", "BOTH"},
    Cue{"either", "BOTH"},
    Cue{"but", "BUT"},
    Cue{"whereas", "BUT"},
    Cue{"while", "BUT"},
    Cue{"although", "BUT"},
    Cue{"however", "BUT"},
    Cue{"though", "BUT"},
    Cue{"despite", "BUT"},
    Cue{"except", "BUT"},
    Cue{"trend*", "TEND"},
    Cue{"tend*", "TEND"},
    Cue{"numerical*", "TEND"},
    Cue{"slight*", "TEND"},
    Cue{"baseline", "BASE"},
    Cue{"before", "BASE"},
    Cue{"only", "ONLY"},
    Cue{"change*", "CHANGE"},
    Cue{"associat*", "ASSOC"},
    Cue{"group*", "GROUP"},
    Cue{"arm", "GROUP"},
    Cue{"arms", "GROUP"},
    Cue{"respectively", "RESP"},
    Cue{"odds", "RATIO"},
    Cue{"hazard", "RATIO"},
    Cue{"when", "WHEN"},
};

}  // namespace

std::string_view effect_cue(std::string_view word) {
  // Sorted once by first letter: every token of every sentence asks.
  static const auto by_letter = [] {
    std::array<std::vector<Cue>, 26> table;
    for (const Cue& cue : kCues) table[static_cast<size_t>(cue.word.front() - 'a')].push_back(cue);
    return table;
  }();
  if (word.empty() || word.front() < 'a' || word.front() > 'z') return {};
  for (const Cue& cue : by_letter[static_cast<size_t>(word.front() - 'a')]) {
    const bool open = cue.word.ends_with('*');
    const std::string_view stem = open ? cue.word.substr(0, cue.word.size() - 1) : cue.word;
    if (open ? word.starts_with(stem) : word == stem) return cue.symbol;
  }
  return {};
}

}  // namespace attest
