// One function for each input format. parse_file() detects the format and calls one of these; each turns the
// bytes of one file into Documents and hands them to the sink as it goes.
//
// Common contract. `place` names the file in errors ("medline16n0902.xml.gz"); a parser appends what it knows
// ("…, line 812"). A record that is broken while its surroundings can still be read goes to sink.problem and
// the parser continues; damage after which nothing can be trusted is the returned Error, and what was
// delivered before stands. When a sink callback returns false the parser returns success at once. No parser
// throws. Any callback of the sink may be empty.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "parse/parser.h"
#include "parse/stream/byte_source.h"

namespace attest {

// Streaming formats: one record in memory, however long the file.

// PubmedArticleSet, MedlineCitationSet, PubmedBookArticleSet, DeleteCitation, DeleteDocument; as downloaded
// from NCBI or returned by efetch.
Status parse_pubmed_xml(ByteSource& source, std::string_view place, const DocumentSink& sink);
// PubMed's MEDLINE display format (".nbib"): "PMID- 123" and four-column tags.
Status parse_medline(ByteSource& source, std::string_view place, const DocumentSink& sink);
// One JSON object a line (docs/format/json_lines.md).
Status parse_json_lines(ByteSource& source, std::string_view place, const DocumentSink& sink);
// <article>, or many of them in <pmc-articleset>: JATS or its NLM ancestors.
Status parse_jats(ByteSource& source, std::string_view place, const DocumentSink& sink);
// <health-topics> of MedlinePlus.
Status parse_medlineplus(ByteSource& source, std::string_view place, const DocumentSink& sink);
// MedQuAD <Document> with <QAPairs>.
Status parse_medquad(ByteSource& source, std::string_view place, const DocumentSink& sink);
// MeSH descriptors: <DescriptorRecordSet> (desc2021.xml); delivers to sink.concept_.
Status parse_mesh_xml(ByteSource& source, std::string_view place, const DocumentSink& sink);
// MeSH descriptors: ui TAB name TAB tree|numbers TAB entry|terms, with a heading line.
Status parse_mesh_table(ByteSource& source, std::string_view place, const DocumentSink& sink);

// Whole-file formats: the decompressed bytes, at most limits::kWholeFileBytesMax.

Status parse_ris(std::string_view bytes, std::string_view place, const DocumentSink& sink);
Status parse_bibtex(std::string_view bytes, std::string_view place, const DocumentSink& sink);
// A JSON array of CSL items, one item, or {"items": […]}.
Status parse_csl_json(std::string_view bytes, std::string_view place, const DocumentSink& sink);
Status parse_html(std::string_view bytes, std::string_view place, const DocumentSink& sink);
Status parse_markdown(std::string_view bytes, std::string_view place, const DocumentSink& sink);
Status parse_plain_text(std::string_view bytes, std::string_view place, const DocumentSink& sink);
// Word documents (Office Open XML), also those that other programs write.
Status parse_docx(std::string_view bytes, std::string_view place, const DocumentSink& sink);
// Gives the path to a worker process; never opens the file in this one.
Status parse_pdf(const std::filesystem::path& path, const DocumentSink& sink);

}  // namespace attest
