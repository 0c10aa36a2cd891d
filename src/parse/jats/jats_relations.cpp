// What kind of article JATS says it is, and which other publications it names.
#include <array>

#include "base/ascii.h"
#include "parse/identifiers.h"
#include "parse/jats/jats_parts.h"
#include "parse/jats/jats_text.h"
#include "parse/stream/markup_tree.h"

namespace attest::jats {

namespace {

void add_type(std::string_view name, BibliographicRecord& record) {
  if (name.empty()) return;
  for (const PublicationType& type : record.publication_types) {
    if (type.name == name) return;
  }
  record.publication_types.push_back({std::string(name), {}});
}

}  // namespace

// article-type and the headings a journal files its articles under, in MEDLINE's names of publication types.
void read_types(pugi::xml_node article, pugi::xml_node meta, BibliographicRecord& record) {
  struct Name {
    std::string_view stated;
    std::string_view type;
  };
  static constexpr std::array<Name, 22> kArticleTypes = {{
      {"research-article", "Journal Article"},
      {"review-article", "Review"},
      {"systematic-review", "Systematic Review"},
      {"case-report", "Case Reports"},
      {"correction", "Published Erratum"},
      {"retraction", "Retraction of Publication"},
      {"partial-retraction", "Retraction of Publication"},
      {"expression-of-concern", "Expression of Concern"},
      {"editorial", "Editorial"},
      {"letter", "Letter"},
      {"reply", "Letter"},
      {"article-commentary", "Comment"},
      {"discussion", "Comment"},
      {"news", "News"},
      {"in-brief", "News"},
      {"abstract", "Meeting Abstract"},
      {"meeting-report", "Congress"},
      {"brief-report", "Journal Article"},
      {"rapid-communication", "Journal Article"},
      {"data-paper", "Dataset"},
      {"preprint", "Preprint"},
      {"obituary", "Biography"},
  }};
  static constexpr std::array<Name, 15> kSubjects = {{
      {"randomized controlled trial", "Randomized Controlled Trial"},
      {"randomised controlled trial", "Randomized Controlled Trial"},
      {"clinical trial", "Clinical Trial"},
      {"systematic review", "Systematic Review"},
      {"meta-analysis", "Meta-Analysis"},
      {"review", "Review"},
      {"review article", "Review"},
      {"case report", "Case Reports"},
      {"case reports", "Case Reports"},
      {"study protocol", "Clinical Trial Protocol"},
      {"protocol", "Clinical Trial Protocol"},
      {"practice guideline", "Practice Guideline"},
      {"guideline", "Guideline"},
      {"guidelines", "Guideline"},
      {"editorial", "Editorial"},
  }};
  const std::string_view stated = attribute(article, "article-type");
  for (const Name& name : kArticleTypes) {
    if (stated == name.stated) add_type(name.type, record);
  }
  for (const pugi::xml_node& group : children(child(meta, "article-categories"), "subj-group")) {
    const std::string subject = lower_ascii(child_text(group, "subject"));
    for (const Name& name : kSubjects) {
      if (subject == name.stated) add_type(name.type, record);
    }
  }
}

// https://jats.nlm.nih.gov/archiving/tag-library/1.3/attribute/related-article-type.html
void read_related(pugi::xml_node article, BibliographicRecord& record) {
  struct Name {
    std::string_view stated;
    std::string_view kind;
  };
  static constexpr std::array<Name, 19> kKinds = {{
      {"corrected-article", "ErratumFor"},
      {"correction-forward", "ErratumIn"},
      {"correction", "ErratumIn"},
      {"retracted-article", "RetractionOf"},
      {"retraction-forward", "RetractionIn"},
      {"retraction", "RetractionIn"},
      {"partial-retraction", "PartialRetractionOf"},
      {"object-of-concern", "ExpressionOfConcernFor"},
      {"concern-forward", "ExpressionOfConcernIn"},
      {"expression-of-concern", "ExpressionOfConcernIn"},
      {"commentary-article", "CommentOn"},
      {"commentary", "CommentIn"},
      {"letter", "CommentIn"},
      {"updated-article", "UpdateOf"},
      {"update", "UpdateIn"},
      {"republished-article", "RepublishedFrom"},
      {"republication", "RepublishedIn"},
      {"preprint", "PreprintOf"},
      {"companion", "AssociatedPublication"},
  }};
  std::vector<pugi::xml_node> links =
      descendants(child(child(article, "front"), "article-meta"), "related-article");
  for (const pugi::xml_node& one : descendants(child(article, "body"), "related-article"))
    links.push_back(one);
  for (const pugi::xml_node& link : links) {
    const std::string_view stated = attribute(link, "related-article-type");
    const std::string_view target = attribute(link, "href");
    const std::string_view scheme = attribute(link, "ext-link-type");
    RelatedPublication related;
    for (const Name& name : kKinds) {
      if (stated == name.stated) related.kind = name.kind;
    }
    if (related.kind.empty()) related.kind = stated.empty() ? "AssociatedPublication" : std::string(stated);
    related.citation = inline_text(link);
    if (scheme == "pmid" || scheme == "pubmed") {
      related.pmid = bare_pmid(target);
    } else {
      related.doi = bare_doi(target);
    }
    if (related.citation.empty()) {
      for (const char* part : {"journal-id", "vol", "issue", "page"}) {
        const std::string_view value = attribute(link, part);
        if (!value.empty()) related.citation += (related.citation.empty() ? "" : " ") + std::string(value);
      }
    }
    if (scheme == "pmc" && !target.empty()) related.note = prefixed_pmcid(target);
    record.related.push_back(std::move(related));
  }
}

}  // namespace attest::jats
