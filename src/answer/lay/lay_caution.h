// What comes near may do harm where a lay reader asks about a medicine: a sentence about another, or about
// other people, reads like an answer.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// Whether a sentence may be shown to the reader as coming near. To clinicians all; to others, asked about a
// treatment, only what names it, and asked of stopping it or of an overdose, only what speaks of that; of
// pregnancy, breastfeeding or children, only what is about them.
bool may_come_near(const Evidence& evidence, const Finding& finding);

// Whether what comes near, and answers no more than a part, may stand before a lay reader, who takes it for
// an answer: the sentence names what was asked, and is of a study only where a treatment is asked for.
bool is_near_for_lay(const Evidence& evidence, const Finding& finding);

// Whether a lay reader asks about stopping a treatment, and the sentence does not speak of stopping it.
bool passes_by_stopping(const Evidence& evidence, const Finding& finding);

// Whether a lay reader asks in general what children, or a woman who is pregnant or breastfeeds, may have,
// and the sentence tells what is given for the disease of its page, which it does not name: "Your child will
// get high doses of aspirin." A warning is told of all.
bool is_of_its_disease_only(const Evidence& evidence, const Finding& finding);

// Whether a lay reader asks what becomes of a condition, and the sentence gives the result of a treatment
// that it does not name: "29 of 30 women were free of pain", under a title that names the treatment.
bool hides_its_treatment(const Evidence& evidence, const Finding& finding);

// Whether a lay reader asks of a condition what it is, shows or comes from, or whether it is normal, and
// names no treatment, and the sentence gives the result of one.
bool tells_result_of_treatment(const Evidence& evidence, const Finding& finding);

// Whether a sentence is the title of its document, and states no result: it tells nothing.
bool is_title_of_source(const Evidence& evidence, const Finding& finding);

// "How can I make myself throw up?": what treats the complaint is no answer to who wants to have it.
bool asks_to_bring_on(const UnderstoodQuestion& question, Audience audience);

// What is told whoever is no clinician and asks about stopping a medicine, or about one in pregnancy or while
// breastfeeding, answered or not; else empty.
std::string_view caution_of(const UnderstoodQuestion& question, Audience audience);

}  // namespace attest
