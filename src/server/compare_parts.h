// What the Compare page shows side by side: two sources, or two answers with what differs marked.
#pragma once

#include <string>

#include "answer/json/answer_changes.h"
#include "render/html_writer.h"
#include "server/source_reading.h"

namespace attest {

void write_source_comparison(HtmlWriter& html, const SourceReading& first, const SourceReading& second);

// One of two answers: what it is called above its column, and where it can be read, "" for nowhere here.
struct ComparedAnswer {
  const StoredAnswer& answer;
  std::string name;     // "the first", "the kept answer", "today’s"
  std::string address;  // of its page
};

void write_answer_comparison(HtmlWriter& html, const ComparedAnswer& first, const ComparedAnswer& second);

// The question with one name in the place of another: every whole word that is the name, whatever its case.
// The question itself where it does not have the name.
std::string with_other_name(const std::string& question, const std::string& name, const std::string& other);

}  // namespace attest
