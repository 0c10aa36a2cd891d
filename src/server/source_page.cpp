// One document as a reader would want it: what must be known before reading (retracted, corrected,
// superseded), what kind of source it is, what was read from it, and its text with the cited sentence marked.
#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "document/title_notes.h"
#include "render/presentation.h"
#include "server/asking.h"
#include "server/json_parts.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"
#include "server/source_reading.h"
#include "server/source_text.h"
#include "text/utf8.h"

namespace attest {
namespace {

constexpr std::string_view kPrefix = "/source/";
constexpr size_t kAuthorsShown = 12;
constexpr size_t kFindingsShown = 40;

const char* words_for(PublicationStatus status) {
  switch (status) {
    case PublicationStatus::kRetracted:
      return "This publication has been retracted. It supports no answer here.";
    case PublicationStatus::kConcern: return "The journal has expressed concern about this publication.";
    case PublicationStatus::kCorrected: return "This publication has been corrected.";
    case PublicationStatus::kSuperseded: return "A newer version of this publication has taken its place.";
    case PublicationStatus::kReinstated: return "This publication was retracted and has been reinstated.";
    case PublicationStatus::kCurrent: break;
  }
  return "";
}

// "RetractionIn" → "Retraction in".
std::string link_words(const std::string& kind) {
  std::string words;
  for (const char letter : kind) {
    const bool upper = is_upper(letter);
    if (upper && !words.empty()) words += ' ';
    words += upper && !words.empty() ? to_lower(letter) : letter;
  }
  return words;
}

std::string kind_title(FindingKind kind) {
  switch (kind) {
    case FindingKind::kRecommendation: return "Recommendations";
    case FindingKind::kEffect: return "Effects";
    case FindingKind::kRate: return "Rates";
    case FindingKind::kDose: return "Doses";
    case FindingKind::kDuration: return "How long";
    case FindingKind::kPredictor: return "Predictors";
    case FindingKind::kHarm: return "Harms";
    case FindingKind::kAccuracy: return "Accuracy of tests";
    case FindingKind::kPrevalence: return "How common";
    case FindingKind::kDefinition: return "Definitions";
    case FindingKind::kMechanism: return "Mechanisms";
    case FindingKind::kUncertainty: return "What is uncertain";
    case FindingKind::kDiagnosis: return "Diagnosis";
    case FindingKind::kWarning: return "Warning signs";
    case FindingKind::kMethod:
    case FindingKind::kOther: break;
  }
  return "Other";
}

class SourcePage {
 public:
  SourcePage(HtmlWriter& html, const SourceReading& reading, ByteSpan marked, Audience audience)
      : html_(html), reading_(reading), marked_(marked), audience_(audience) {
    reference_.document = reading.document.id;
    reference_.record = reading.document.record;
    reference_.appraisal = reading.appraisal;
  }

  void write() {
    html_.open("div", {{"class", "columns"}}).open("article", {{"class", "source"}}).line_end();
    html_.element("p", capitalised_name(study_design_name(reading_.appraisal.design)),
                  {{"class", "eyebrow"}});
    html_.element("h1", title_of(reference_)).line_end();
    authors();
    where();
    banner();
    marked_sentence();
    facts();
    text();
    html_.close().line_end();
    aside();
    html_.close().line_end();
  }

 private:
  void authors() {
    const std::vector<Author>& all = reading_.document.record.authors;
    std::vector<std::string> names;
    for (size_t i = 0; i < all.size() && i < kAuthorsShown; ++i) {
      const Author& author = all[i];
      names.push_back(plain(!author.collective.empty() ? author.collective
                            : author.given.empty()     ? author.family
                                                       : author.family + " " + author.given));
    }
    if (names.empty()) return;
    html_
        .element("p", join(names, ", ") + (all.size() > kAuthorsShown ? " et al." : ""),
                 {{"class", "authors"}})
        .line_end();
  }

  void where() {
    const Journal& journal = reading_.document.record.journal;
    std::string place = journal_and_year(reference_);
    if (!journal.volume.empty()) place += "; " + plain(journal.volume);
    if (!journal.issue.empty()) place += "(" + plain(journal.issue) + ")";
    if (!journal.pages.empty()) place += ": " + plain(journal.pages);
    html_.open("p", {{"class", "where"}}).text(full_stop(place));
    for (const Link& link : links_of(reference_))
      html_.text(" ").element("a", link.label, {{"href", link.url}, {"rel", "noreferrer"}});
    html_.close().line_end();
  }

  void banner() {
    const PublicationStatus status = reading_.status.status;
    if (status == PublicationStatus::kCurrent && reading_.status.links.empty()) return;
    const bool grave = status == PublicationStatus::kRetracted || status == PublicationStatus::kConcern;
    html_.open("div", {{"class", grave ? "note grave" : "note"}, {"role", "note"}});
    if (status != PublicationStatus::kCurrent) html_.open("p").element("strong", words_for(status)).close();
    if (!reading_.status.links.empty()) html_.open("ul");
    for (const PublicationLink& link : reading_.status.links) {
      html_.open("li").text(link_words(plain(link.kind)) + ": ");
      if (link.other_present)
        html_.element("a", plain(link.other_id), {{"href", source_address(link.other_id, {}, audience_)}});
      else
        html_.text(plain(link.other_id));
      if (!link.citation.empty()) html_.text((link.other_id.empty() ? "" : ", ") + plain(link.citation));
      html_.close();
    }
    if (!reading_.status.links.empty()) html_.close();
    html_.close().line_end();
  }

  // A cited sentence that stands in the title, where nothing can be marked in the text below.
  void marked_sentence() {
    if (marked_.empty() || is_shown(reading_.document, marked_)) return;
    html_.open("blockquote")
        .element("mark", plain(marked_.of(reading_.document.text)), {{"id", "sentence"}, {"tabindex", "-1"}})
        .close()
        .line_end();
  }

  void fact(const char* name, const std::string& value) {
    if (value.empty()) return;
    html_.open("div").element("dt", name).element("dd", value).close().line_end();
  }

  void facts() {
    const Appraisal& appraisal = reading_.appraisal;
    html_.open("dl", {{"class", "facts"}}).line_end();
    fact("Kind", std::string(study_design_name(appraisal.design)) +
                     (appraisal.meta_analysis ? " with meta-analysis" : "") +
                     (appraisal.second_hand ? ", known second-hand" : ""));
    if (appraisal.sample_size > 0) fact("People", std::to_string(appraisal.sample_size));
    if (appraisal.studies > 0) fact("Studies", std::to_string(appraisal.studies));
    for (const auto& [name, said] : study_lines(appraisal.facts)) fact(name, said);
    fact("Held here", depth_name(appraisal.depth));
    fact("Level", appraisal.level.empty() ? "" : "OCEBM 2011 level " + appraisal.level + ", by design alone");
    std::vector<std::string> grades;
    for (const StatedGrade& grade : appraisal.grades) {
      std::string text = plain(grade.text);
      if (std::find(grades.begin(), grades.end(), text) == grades.end()) grades.push_back(std::move(text));
    }
    fact("Its own grades", join(grades, "; "));
    std::vector<std::string> limits;
    for (const std::string& limit : appraisal.limits) limits.push_back(plain(limit));
    fact("Limits stated", join(limits, "; "));
    fact("Registered as", join(appraisal.registrations, ", "));
    fact("From", plain(reading_.document.record.source));
    fact("Licence", plain(reading_.document.record.licence));
    fact("Note", plain(reading_.document.record.note));
    html_.close().line_end();
  }

  void text() {
    html_.open("section", {{"class", "fulltext"}, {"id", "text"}, {"aria-labelledby", "text-title"}});
    html_.element("h2", capitalised_name(depth_name(reading_.document.depth)), {{"id", "text-title"}})
        .line_end();
    write_source_text(html_, reading_.document, marked_);
    html_.close().line_end();
  }

  void aside() {
    html_.open("aside", {{"aria-label", "About this source"}}).line_end();
    findings();
    if (!reading_.questions.empty()) {
      html_.open("section").element("h2", "Questions it speaks to").open("ul", {{"role", "list"}});
      for (const std::string& question : reading_.questions)
        html_.open("li")
            .element("a", question, {{"href", answer_address({&question, 1}, audience_)}})
            .close();
      html_.close().close().line_end();
    }
    if (!reading_.similar.empty()) {
      html_.open("section").element("h2", "Similar sources").open("ul", {{"role", "list"}});
      for (const SimilarSource& other : reading_.similar) {
        html_.open("li").element("a", other.title, {{"href", source_address(other.id, {}, audience_)}});
        if (other.year > 0) html_.text(fmt::format(" ({})", other.year));
        html_.close();
      }
      html_.close();
      AddressQuery query;
      query.add("a", reading_.document.id);
      query.add("b", reading_.similar.front().id);
      html_.open("p").element("a", "Compare with the first of these",
                              {{"href", address_of("/compare", query)}});
      html_.close().close().line_end();
    }
    html_.open("section").element("h2", "Identify");
    html_.open("p").element("code", plain(reading_.document.id)).close();
    html_.close().close().line_end();
  }

  void findings() {
    if (reading_.findings.empty()) return;
    html_.open("section", {{"aria-labelledby", "findings"}});
    html_.element("h2", "Read from it", {{"id", "findings"}}).line_end();
    std::vector<FindingKind> kinds;
    for (const Finding& finding : reading_.findings) {
      if (std::find(kinds.begin(), kinds.end(), finding.kind) == kinds.end()) kinds.push_back(finding.kind);
    }
    size_t shown = 0;
    for (const FindingKind kind : kinds) {
      html_.element("h3", kind_title(kind)).open("ul", {{"role", "list"}, {"class", "findings"}});
      for (const Finding& finding : reading_.findings) {
        if (finding.kind != kind || ++shown > kFindingsShown) continue;
        html_.open("li")
            .element("a", shortened(finding.sentence.of(reading_.document.text)),
                     {{"href", source_address(reading_.document.id, finding.sentence, audience_)}})
            .close();
      }
      html_.close().line_end();
    }
    html_.close().line_end();
  }

  static std::string shortened(std::string_view sentence) {
    constexpr size_t kBytesMax = 160;
    std::string text = plain(sentence);
    if (text.size() <= kBytesMax) return text;
    const size_t space = text.rfind(' ', kBytesMax);
    text.resize(space == std::string::npos ? character_border(text, kBytesMax) : space);
    return text + " …";
  }

  HtmlWriter& html_;
  const SourceReading& reading_;
  ByteSpan marked_;
  Audience audience_;
  Reference reference_;
};

Response source_page(Site& site, const Request& request) {
  const std::string_view id = std::string_view(request.path).substr(kPrefix.size());
  if (id.empty() || id.size() > limits::kIdentifierBytesMax)
    return problem(request, 404, "there is no source of this name");
  const auto audience = read_audience(request.query);
  if (!audience) return problem(request, audience.error());
  const auto snapshot = site.snapshot();
  const auto reading = read_source(*snapshot, id);
  if (!reading) return problem(request, reading.error());
  const std::string& text = reading->document.text;
  ByteSpan marked;
  if (request.query.has("span")) {
    const auto span = read_span(request.query.first("span"), text.size());
    if (!span) return problem(request, span.error());
    marked = *span;
  }
  // An address may be cut anywhere; a character may not.
  marked.start = static_cast<uint32_t>(character_border(text, marked.start));
  marked.end = static_cast<uint32_t>(character_border(text, marked.end));
  Page page;
  page.title =
      plain(reading->document.record.title.empty() ? std::string_view(reading->document.id)
                                                   : without_title_notes(reading->document.record.title));
  page.active = "search";
  page.audience = *audience;
  if (is_lay(*audience)) page.quick_exit = site.settings().quick_exit_address;
  Response response = respond("text/html; charset=utf-8", std::move(page).with([&](HtmlWriter& html) {
    SourcePage(html, *reading, marked, *audience).write();
  }));
  if (is_lay(*audience)) response.with("Cache-Control", "no-store");
  return response;
}

constexpr Route kSourceRoutes[] = {
    {"GET", "/source/*", "source", Freshness::kSnapshot, source_page, 0},
};

}  // namespace

std::span<const Route> source_routes() { return kSourceRoutes; }

}  // namespace attest
