// PDF. The file is never opened in this process: a worker (pdf_worker_main.cpp) reads it and sends the words
// of each page. When the worker dies or hangs on a page, that page is reported and a new worker goes on with
// the next. "The worker broke" (this page, our side) and "the file is broken" (Poppler refuses it) are told
// apart.
#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/checksum.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/format_parsers.h"
#include "parse/identifiers.h"
#include "parse/pages/marked_page_writer.h"
#include "parse/pages/page_metadata.h"
#include "parse/pages/text_blocks.h"
#include "parse/pdf/pdf_layout.h"
#include "parse/pdf/pdf_process.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace {

using Clock = std::chrono::steady_clock;
constexpr uint32_t kRestartsMax = 25;

struct About {
  uint32_t pages = 0;
  std::string title;
  std::string author;
  std::string metadata;  // XMP
};

// Collects the pages of one file over as many workers as it takes.
class PdfReading {
 public:
  PdfReading(const std::filesystem::path& path, const DocumentSink& sink) : path_(path), sink_(sink) {}

  Status read_all() {
    ATTEST_ASSIGN(const std::filesystem::path program, pdf::find_worker());
    end_ = Clock::now() + std::chrono::seconds(limits::kPdfWorkerSeconds);
    for (uint32_t restarts = 0; !done_ && !stopped_; ++restarts) {
      if (restarts > kRestartsMax) {
        report(fmt::format("the PDF worker broke {} times; pages from {} on were not read", restarts,
                           next_page_),
               {});
        break;
      }
      ATTEST_ASSIGN(pdf::Worker worker, pdf::Worker::start(program, path_, next_page_));
      ATTEST_TRY(listen(worker));
      if (about_ && next_page_ > page_count()) break;
    }
    return {};
  }

  bool stopped() const { return stopped_; }
  const About& about() const { return *about_; }
  std::vector<pdf::PageLines>& pages() { return pages_; }

 private:
  uint32_t page_count() const {
    return std::min<uint32_t>(about_->pages, static_cast<uint32_t>(limits::kPdfPagesMax));
  }

  // Takes frames until the worker is done or broken. An error is one of the whole file.
  Status listen(pdf::Worker& worker) {
    bool has_begun = false;
    Clock::time_point deadline = page_deadline();
    for (;;) {
      pdf::Frame frame;
      const pdf::Ending ending = worker.next(std::min(deadline, end_), frame);
      if (ending != pdf::Ending::kFrame) return broke(worker, ending, has_begun);
      deadline = page_deadline();
      if (frame.kind == 'X') return refused(frame.payload);
      if (frame.kind == 'D') {
        read_about(frame.payload);
        if (about_->pages > limits::kPdfPagesMax) {
          report(fmt::format("the file has {} pages; only the first {} are read", about_->pages,
                             limits::kPdfPagesMax),
                 {});
        }
      } else if (frame.kind == 'B') {
        has_begun = true;
      } else if (frame.kind == 'P') {
        pdf::Page page;
        if (!about_ || !pdf::read_page(frame.payload, page))
          return broke(worker, pdf::Ending::kGarbled, has_begun);
        page.number = next_page_;
        take_page(page);
        has_begun = false;
        if (next_page_++ >= page_count() || text_bytes_ > limits::kTextBytesMax) {
          done_ = true;
          return {};
        }
      } else if (frame.kind == 'Z') {
        done_ = true;
        return {};
      } else {
        return broke(worker, pdf::Ending::kGarbled, has_begun);
      }
    }
  }

  static Clock::time_point page_deadline() {
    return Clock::now() + std::chrono::seconds(limits::kPdfPageSeconds);
  }

  void take_page(const pdf::Page& page) {
    pages_.push_back(pdf::lines_of_page(page));
    for (const pdf::Line& line : pages_.back().lines) text_bytes_ += line.text.size();
  }

  void read_about(std::string_view payload) {
    if (about_) return;
    pdf::PayloadReader in(payload);
    about_.emplace();
    about_->pages = in.number();
    about_->title = in.string();
    about_->author = in.string();
    about_->metadata = in.string();
  }

  Status refused(std::string_view payload) {
    pdf::PayloadReader in(payload);
    const auto reason = static_cast<pdf::Failure>(in.number());
    const std::string message(in.string());
    const bool encrypted = reason == pdf::Failure::kEncrypted;
    return fail(ErrorCode::kInput, fmt::format("the PDF cannot be read: {}", message), path_.string(),
                encrypted ? "save it without a password and add it again" : "get the file again");
  }

  // The worker ended without saying why. One page is given up, or the file when no page had begun.
  Status broke(pdf::Worker& worker, pdf::Ending ending, bool has_begun) {
    const bool out_of_time = Clock::now() >= end_;
    std::string how;
    if (ending == pdf::Ending::kTimedOut) {
      how = out_of_time ? fmt::format("took more than {} s for the file", limits::kPdfWorkerSeconds)
                        : fmt::format("took more than {} s for one page", limits::kPdfPageSeconds);
    } else if (ending == pdf::Ending::kGarbled) {
      how = "sent something that cannot be understood";
    } else {
      how = worker.how_it_ended();
    }
    if (!about_ || (!has_begun && pages_.empty() && next_page_ == 1)) {
      return fail(ErrorCode::kInput, fmt::format("the PDF worker {} while opening the file", how),
                  path_.string(), "the file is probably damaged: get it again");
    }
    if (out_of_time) {
      report(fmt::format("the PDF worker {}; pages from {} on were not read", how, next_page_), {});
      done_ = true;
      return {};
    }
    report(fmt::format("the PDF worker {}; this page was left out", how),
           fmt::format(", page {}", next_page_));
    ++next_page_;
    return {};
  }

  void report(std::string message, const std::string& where) {
    if (!sink_.problem) return;
    if (!sink_.problem(Error{ErrorCode::kInput, std::move(message), path_.string() + where, {}}))
      stopped_ = true;
  }

  std::filesystem::path path_;
  const DocumentSink& sink_;
  std::optional<About> about_;
  std::vector<pdf::PageLines> pages_;
  Clock::time_point end_;
  uint64_t text_bytes_ = 0;
  uint32_t next_page_ = 1;
  bool done_ = false;
  bool stopped_ = false;
};

// The article's own DOI: what its metadata states (prism:doi, dc:identifier), else the only one that stands
// in the upper quarter or at the foot of the first page.
std::string own_doi(const About& about, const std::vector<pdf::PageLines>& pages) {
  for (const char* element : {"<prism:doi>", "<pdfx:doi>", "<dc:identifier>", "prism:doi=\""}) {
    const size_t at = about.metadata.find(element);
    if (at == std::string::npos) continue;
    const std::string_view value =
        std::string_view(about.metadata).substr(at + std::string_view(element).size(), 200);
    if (std::string doi = bare_doi(value.substr(0, value.find_first_of("<\""))); !doi.empty()) return doi;
  }
  if (pages.empty()) return {};
  float bottom = 0;
  for (const pdf::Line& line : pages.front().lines) bottom = std::max(bottom, line.y1);
  std::set<std::string> found;
  for (const pdf::Line& line : pages.front().lines) {
    if (line.y0 > 0.25F * bottom && line.y1 < 0.9F * bottom) continue;
    const std::string lower = lower_ascii(line.text);
    const size_t at = lower.find("doi");
    if (at == std::string::npos) continue;
    if (std::string doi = bare_doi(std::string_view(line.text).substr(at)); !doi.empty()) found.insert(doi);
  }
  return found.size() == 1 ? *found.begin() : std::string();
}

struct ReadFile {
  std::vector<pdf::PageLines> pages;
  BibliographicRecord record;
  std::string content;  // "file:" and the hash of its bytes
};

// Nothing when the sink wanted no more.
Result<std::optional<ReadFile>> read_pdf(const std::filesystem::path& path, const DocumentSink& sink) {
  ATTEST_ASSIGN(const MappedFile file, MappedFile::open(path));
  if (file.bytes().size() > limits::kWholeFileBytesMax) {
    return fail(ErrorCode::kLimit,
                fmt::format("the file has {} bytes, the limit is {}", file.bytes().size(),
                            limits::kWholeFileBytesMax),
                path.string(), "split the file or leave it out");
  }
  PdfReading reading(path, sink);
  ATTEST_TRY(reading.read_all());
  if (reading.stopped()) return std::optional<ReadFile>();
  ReadFile read;
  read.pages = std::move(reading.pages());
  read.content = "file:" + content_hash(file.bytes());
  BibliographicRecord& record = read.record;
  record.type = "document";
  const std::string stated(trimmed(reading.about().title));
  if (pdf::is_plausible_title(stated)) {
    record.title = stated;
  } else if (!read.pages.empty()) {
    record.title = pdf::largest_text(read.pages.front());
  }
  take_statement("author", reading.about().author, record);
  record.doi = own_doi(reading.about(), read.pages);
  return std::optional<ReadFile>(std::move(read));
}

// The type in which most of the text is set.
float body_type(const std::vector<pdf::PageText>& pages) {
  std::map<float, size_t> letters;
  for (const pdf::PageText& page : pages) {
    for (const pdf::Paragraph& one : page.paragraphs) letters[one.font_size] += one.text.size();
  }
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : most->first;
}

bool ends_with_stop(std::string_view text) {
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with(':');
}

size_t spaces_in(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

// Where the bullet at the start of `text` ends, or 0.
size_t bullet_length(std::string_view text) {
  for (const std::string_view bullet : {"•", "▪", "●", "◦", "‣", "○", "■"}) {
    if (text.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

// Writes one paragraph as a block, or as the rest of the block before it.
class BlocksOfPages {
 public:
  explicit BlocksOfPages(float body_type) : body_type_(body_type) {}

  void add(const pdf::Paragraph& one) {
    constexpr size_t kHeadingSpacesMax = 22;
    constexpr size_t kRunningSpacesMax = 25;
    const bool large = one.font_size > 1.12F * body_type_;
    // A head or foot that stands on no other page.
    if (one.is_head_or_foot && !large && spaces_in(one.text) <= kRunningSpacesMax) {
      asides_.push_back(one);
      return;
    }
    const size_t bullet = bullet_length(one.text);
    const bool heading = large && spaces_in(one.text) <= kHeadingSpacesMax;
    // A sentence that the end of the page has cut goes on with a small letter.
    const bool goes_on = !heading && open_ && !one.text.empty() && is_lower(one.text.front());
    if (goes_on) {
      writer_.space();
    } else {
      const float title = 1.7F * body_type_;
      writer_.begin(heading      ? PageBlock::Kind::kHeading
                    : bullet > 0 ? PageBlock::Kind::kListItem
                                 : PageBlock::Kind::kParagraph,
                    heading ? (one.font_size > title ? 1 : 2) : 1);
    }
    write(one, bullet);
    open_ = !heading && !ends_with_stop(one.text);
  }

  std::vector<PageBlock> take() {
    writer_.end();
    writer_.set_aside(true);
    for (const pdf::Paragraph& one : asides_) {
      writer_.begin(PageBlock::Kind::kParagraph, 1);
      write(one, 0);
      writer_.end();
    }
    return writer_.take();
  }

 private:
  void write(const pdf::Paragraph& one, size_t from) {
    const std::string_view text = one.text;
    size_t at = from;
    for (const ByteSpan span : one.raised) {
      if (span.start < at || span.end > text.size()) continue;
      writer_.add(text.substr(at, span.start - at));
      writer_.open_mark(PageMark::Kind::kRaised, {});
      writer_.add(span.of(text));
      writer_.close_mark();
      if (span.start == from) writer_.space();  // the number of an entry or of a footnote
      at = span.end;
    }
    writer_.add(text.substr(at));
  }

  MarkedPageWriter writer_;
  std::vector<pdf::Paragraph> asides_;
  float body_type_ = 0;
  bool open_ = false;
};

}  // namespace

Status parse_pdf(const std::filesystem::path& path, const DocumentSink& sink) {
  ATTEST_ASSIGN(std::optional<ReadFile> read, read_pdf(path, sink));
  if (!read) return {};
  Document document;
  document.record = std::move(read->record);
  TextBuilder text;
  text.set_title(document.record.title);
  for (const pdf::PageText& page : pdf::paragraphs_of_pages(std::move(read->pages))) {
    std::string body;
    for (const pdf::Paragraph& paragraph : page.paragraphs)
      body += (body.empty() ? "" : "\n") + paragraph.text;
    text.add_section(SectionKind::kBody, {}, body, {}, page.number);
  }
  document.id = document.record.doi.empty() ? read->content : "doi:" + document.record.doi;
  document.depth = Depth::kFullText;
  deliver_page(std::move(document), std::move(text), path.string(), sink);
  return {};
}

Result<MarkedPage> marked_pdf(const std::filesystem::path& path) {
  ATTEST_ASSIGN(std::optional<ReadFile> read, read_pdf(path, DocumentSink()));
  MarkedPage page;
  page.format = Format::kPdf;
  if (!read) return page;
  const std::vector<pdf::PageText> pages = pdf::paragraphs_of_pages(std::move(read->pages));
  BlocksOfPages blocks(body_type(pages));
  for (const pdf::PageText& one : pages) {
    for (const pdf::Paragraph& paragraph : one.paragraphs) blocks.add(paragraph);
  }
  page.blocks = blocks.take();
  page.record = std::move(read->record);
  return page;
}

}  // namespace attest
