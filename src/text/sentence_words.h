// Private to sentences.cpp: what words say about the full stop after or before them.
#pragma once

#include <string_view>

namespace attest {

// Whether a full stop after a word can end a sentence.
enum class StopAfter {
  kEnds,           // an ordinary word
  kNever,          // "Dr.", "vs.", "e.g.": something always follows
  kWithNumber,     // "No. 5", "Fig. 2", "p. 12": part of a reference when a number (or a letter) follows
  kUnlessStarter,  // "et al.", "i.v.", "Inc.": may end a sentence; the next word decides
};

// `word`: what stands before the full stop, inner full stops included ("e.g" for "e.g.").
StopAfter stop_after(std::string_view word);

// "The", "We", "However"…: a capitalised word that starts sentences and is hardly ever a name.
bool is_sentence_starter(std::string_view word);

// The word before a single letter that belongs to it: "vitamin D", "group A", "hepatitis C".
bool takes_a_letter(std::string_view word);

// "by", "and", "of": a single letter after it is the initial of a name ("designed by J. Smith").
bool precedes_a_name(std::string_view word);

// "Results", "MATERIALS AND METHODS": heads a part of an abstract. `label` is what stands before the colon.
bool is_section_label(std::string_view label);

}  // namespace attest
