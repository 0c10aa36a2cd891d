// What the page says about itself and about sources that it does not name.
#include <algorithm>

#include <fmt/format.h>

#include "audit/work.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest::audit {

namespace {

struct Quoted {
  ByteSpan inside;  // in the page's text
};

std::vector<Quoted> quotations(const Page& page, ByteSpan sentence) {
  std::vector<Quoted> found;
  const std::string_view text = sentence.of(page.text);
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"“", "”"}, {"\"", "\""}, {"«", "»"}}) {
    size_t at = 0;
    while ((at = text.find(open, at)) != std::string_view::npos) {
      const size_t start = at + open.size();
      const size_t end = text.find(close, start);
      if (end == std::string_view::npos) break;
      constexpr ptrdiff_t kSpacesMin = 3;  // fewer words are a name or a way of speaking
      if (std::count(text.begin() + static_cast<ptrdiff_t>(start), text.begin() + static_cast<ptrdiff_t>(end),
                     ' ') >= kSpacesMin)
        found.push_back(
            {{sentence.start + static_cast<uint32_t>(start), sentence.start + static_cast<uint32_t>(end)}});
      at = end + close.size();
    }
  }
  return found;
}

bool attributes(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "found",  "study",        "studies", "trial*",    "according to", "conclude*",
      "states", "stated",       "report*", "define*",   "definition",   "says",
      "wrote",  "guideline*",   "review",  "research*", "authors",      "recommend*",
      "quote*", "described as", "paper",   "article"};
  return has_any_phrase(lower, kPhrases);
}

bool holds_words(const AnswerSource& source, std::string_view quotation) {
  return squeezed(source.document.text).find(squeezed(quotation)) != std::string::npos;
}

std::vector<const AnswerSource*> cited_sources(const Work& work, const PageSentence& sentence,
                                               bool& any_cited) {
  std::vector<const AnswerSource*> sources;
  for (const size_t c : sentence.citations) {
    any_cited = true;
    for (const size_t index : work.citations[c].works) {
      if (const AnswerSource* source = work.source_of(work.matches[index])) sources.push_back(source);
    }
    if (const AnswerSource* source = work.source_of(work.links[c])) sources.push_back(source);
  }
  return sources;
}

Status check_quotation(Work& work, const PageSentence& sentence, ByteSpan span) {
  const std::string_view words = span.of(work.page.text);
  bool cited = false;
  const std::vector<const AnswerSource*> sources = cited_sources(work, sentence, cited);
  for (const AnswerSource* source : sources) {
    if (holds_words(*source, words)) return {};
  }
  constexpr size_t kCandidates = 10;
  ATTEST_ASSIGN(const std::vector<DocumentHit> hits, work.backend->rank(words, kCandidates));
  for (const DocumentHit& hit : hits) {
    ATTEST_ASSIGN(const std::string text, work.collection->text(hit.ref));
    if (squeezed(text).find(squeezed(words)) == std::string::npos) continue;
    if (cited && sources.empty()) return {};
    Remark& remark =
        work.add(RemarkKind::kQuotationNotFound, Severity::kNote,
                 fmt::format("These words stand in {}, which is not what is cited for them.", hit.id));
    remark.places.push_back(work.place(span));
    return {};
  }
  if (cited && sources.empty()) {
    work.report.unchecked.push_back(
        {"a quotation", "the cited source is not in this collection", {work.place(span)}});
    return {};
  }
  const std::string message =
      cited
          ? "The cited source, as far as the collection holds it, does not have these words."
          : "Quoted words without a source that can be found: none is cited, and no document here has them.";
  Remark& remark =
      work.add(RemarkKind::kQuotationNotFound, cited ? Severity::kSerious : Severity::kWarning, message);
  remark.places.push_back(work.place(span));
  remark.confidence = 0.8;
  constexpr double kNearestShare = 0.45;
  const Work::Nearest nearest = work.nearest_sentence(
      work.lexicon->units(words), work.lexicon->named(sentence.text, ConceptRole::kCondition), kNearestShare);
  if (nearest.source != nullptr) remark.evidence.push_back(work.quote(*nearest.source, nearest.sentence));
  return {};
}

bool unnamed_studies(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {"studies show*",
                                                  "studies have",
                                                  "studies suggest*",
                                                  "studies found",
                                                  "studies indicate*",
                                                  "some studies",
                                                  "many studies",
                                                  "several studies",
                                                  "recent studies",
                                                  "research show*",
                                                  "research suggest*",
                                                  "research has",
                                                  "research indicate*",
                                                  "research found",
                                                  "a study found",
                                                  "a study show*",
                                                  "a recent study",
                                                  "trials have",
                                                  "trials show*",
                                                  "evidence shows",
                                                  "evidence suggests",
                                                  "experts say",
                                                  "experts agree",
                                                  "experts believe",
                                                  "scientists",
                                                  "it has been shown",
                                                  "it has been proven",
                                                  "clinically proven",
                                                  "scientifically proven",
                                                  "according to experts",
                                                  "according to research",
                                                  "according to studies",
                                                  "one study",
                                                  "a study of"};
  return has_any_phrase(lower, kPhrases);
}

struct StatePlace {
  ByteSpan span;
  std::string date;  // of the last review, as written: "March 2024"
};

// "Medically reviewed by Dr. A · Pending medical review": lines of states are parted by marks, not by stops.
std::vector<ByteSpan> parts_of_line(std::string_view text, ByteSpan sentence) {
  std::vector<ByteSpan> parts;
  size_t start = sentence.start;
  for (size_t at = start; at < sentence.end;) {
    size_t width = 0;
    for (const std::string_view mark : {"·", "•", "|", " – ", " — ", ";", "\n"}) {
      if (text.substr(at).starts_with(mark)) width = mark.size();
    }
    if (width > 0) {
      if (at > start) parts.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(at)});
      start = at + width;
    }
    at += std::max<size_t>(width, 1);
  }
  if (start < sentence.end) parts.push_back({static_cast<uint32_t>(start), sentence.end});
  for (ByteSpan& part : parts) {
    while (part.start < part.end && is_space(text[part.start])) ++part.start;
    while (part.end > part.start && is_space(text[part.end - 1])) --part.end;
  }
  return parts;
}

// What stands after "last reviewed" up to a year; empty where there is none.
std::string review_date(std::string_view words) {
  const std::string lower = lower_ascii(words);
  for (const std::string_view sign : {"last reviewed", "last medically reviewed", "last clinically reviewed",
                                      "last reviewed on", "medically reviewed on"}) {
    const size_t at = find_phrase(lower, sign);
    if (at == std::string::npos) continue;
    constexpr size_t kDateBytesMax = 30;
    size_t start = at + sign.size();
    while (start < lower.size() && (lower[start] == ':' || is_space(lower[start]))) ++start;
    if (lower.substr(start).starts_with("on ")) start += 3;
    for (size_t end = start + 4; end <= lower.size() && end <= start + kDateBytesMax; ++end) {
      const std::string_view four = std::string_view(lower).substr(end - 4, 4);
      if ((four.starts_with("19") || four.starts_with("20")) && is_digit(four[2]) && is_digit(four[3]))
        return std::string(words.substr(start, end - start));
    }
  }
  return {};
}

void report_dates(Work& work, const std::vector<StatePlace>& dated) {
  std::vector<std::string> dates;
  for (const StatePlace& one : dated) {
    if (std::find(dates.begin(), dates.end(), one.date) == dates.end()) dates.push_back(one.date);
  }
  if (dates.size() < 2) return;
  Remark& remark = work.add(RemarkKind::kReviewState, Severity::kWarning,
                            "The page gives more than one date of its last review: " + listed(dates) + ".");
  for (const StatePlace& one : dated) remark.places.push_back(work.place(one.span));
}

}  // namespace

Status check_quotations(Work& work) {
  for (const PageSentence& sentence : work.sentences) {
    const std::string lower = lower_ascii(sentence.text);
    if (is_about_the_page(lower)) continue;
    bool quoted = false;
    if (attributes(lower)) {
      for (const Quoted& one : quotations(work.page, sentence.span)) {
        quoted = true;
        ATTEST_TRY(check_quotation(work, sentence, one.inside));
      }
    }
    if (sentence.citations.empty() && unnamed_studies(lower)) {
      Remark& remark = work.add(RemarkKind::kUnnamedStudies, quoted ? Severity::kNote : Severity::kWarning,
                                "Studies are called upon and none is named: nobody can look them up.");
      remark.places.push_back(work.place(sentence.span));
    }
  }
  // Statements without any source, counted once for the page.
  constexpr size_t kCitedMost = 5;  // for each that names none
  std::vector<PagePlace> places;
  std::vector<PagePlace> results;
  size_t cited = 0;
  for (const PageClaim& claim : work.claims) {
    if (!claim.sentence.citations.empty()) {
      ++cited;
      continue;
    }
    const FindingKind kind = claim.finding.kind;
    const bool checkable =
        kind == FindingKind::kRecommendation || kind == FindingKind::kRate || kind == FindingKind::kDose ||
        kind == FindingKind::kPrevalence || kind == FindingKind::kEffect || kind == FindingKind::kAccuracy ||
        kind == FindingKind::kDefinition || kind == FindingKind::kHarm || kind == FindingKind::kDiagnosis;
    if (!checkable) continue;
    places.push_back(work.place(claim.sentence.span));
    const bool counts =
        std::any_of(claim.figures.begin(), claim.figures.end(), [](const StatedFigure& figure) {
          return figure.kind != QuantityKind::kDose && figure.kind != QuantityKind::kDuration;
        });
    if (counts) results.push_back(places.back());
  }
  if (places.empty()) return {};
  const bool none = cited == 0;
  // A page that names a source nearly everywhere has lost that of a result, or never had it.
  if (!results.empty() && cited >= kCitedMost * results.size()) {
    std::erase_if(places, [&](const PagePlace& place) {
      return std::any_of(results.begin(), results.end(),
                         [&](const PagePlace& one) { return one.span == place.span; });
    });
    Remark& remark = work.add(RemarkKind::kUncited, Severity::kWarning,
                              counted(results.size(), "result names", "results name") +
                                  " no source, on a page that names one for nearly all others.");
    remark.places = std::move(results);
  }
  if (places.empty()) return {};
  Remark& remark =
      work.add(RemarkKind::kUncited, none ? Severity::kWarning : Severity::kNote,
               none ? "The page cites nothing: " + counted(places.size(), "statement", "statements") +
                          " about treatment, harm, rates or diagnosis cannot be traced."
                    : counted(places.size(), "statement names", "statements name") + " no source.");
  remark.places = std::move(places);
  return {};
}

// "Has not yet been medically reviewed", "no doctor has reviewed this page".
bool denies_review(std::string_view lower) {
  constexpr size_t kReach = 40;
  static constexpr std::string_view kDenying[] = {"not",       "no",     "nobody",  "never",
                                                  "yet to be", "awaits", "awaiting"};
  for (size_t at = find_phrase(lower, "review*"); at != std::string_view::npos;
       at = find_phrase(lower, "review*", at + 1)) {
    const size_t from = at > kReach ? at - kReach : 0;
    const std::string_view before = lower.substr(from, at - from);
    const std::string_view clause = before.substr(before.find_last_of(".;:,") + 1);
    if (has_any_phrase(clause, kDenying)) return true;
  }
  return false;
}

void check_review_state(Work& work) {
  static constexpr std::string_view kPending[] = {"pending review",
                                                  "pending human review",
                                                  "pending medical review",
                                                  "pending editorial review",
                                                  "awaiting review",
                                                  "awaiting medical review",
                                                  "awaiting editorial review",
                                                  "awaiting expert review",
                                                  "review status: pending",
                                                  "review status: awaiting",
                                                  "review status: draft",
                                                  "status: pending",
                                                  "review: pending",
                                                  "pending expert review",
                                                  "pending clinical review",
                                                  "pending peer review",
                                                  "not yet reviewed",
                                                  "not yet been reviewed",
                                                  "has not been reviewed",
                                                  "not been medically reviewed",
                                                  "not been peer reviewed",
                                                  "not peer reviewed",
                                                  "not been peer-reviewed",
                                                  "not peer-reviewed",
                                                  "under review",
                                                  "unreviewed",
                                                  "draft",
                                                  "review pending",
                                                  "to be reviewed",
                                                  "not been certified by peer review",
                                                  "without human review",
                                                  "not reviewed",
                                                  "in review"};
  static constexpr std::string_view kReviewed[] = {
      "articles are reviewed", "content is reviewed", "are reviewed for accuracy",
      "medically reviewed",    "reviewed by",         "has been reviewed",
      "was reviewed",          "fact-checked",        "fact checked",
      "peer-reviewed article", "approved by",         "clinically reviewed",
      "expert reviewed",       "expert-reviewed",     "reviewed for accuracy",
      "verified by",           "is reviewed by",      "are reviewed by",
      "doctor reviewed",       "physician reviewed"};
  // Studies and guidelines are reviewed too; the page speaks of itself.
  static constexpr std::string_view kItself[] = {
      "article*", "page", "text",        "content", "medically",  "fact*",   "this",   "board",    "md",
      "m.d.",     "dr",   "information", "editor*", "clinically", "expert*", "doctor", "physician"};
  std::vector<StatePlace> reviewed;
  std::vector<StatePlace> pending;
  std::vector<StatePlace> dated;
  for (size_t i = 0; i < work.page.blocks.size(); ++i) {
    if (work.list.contains(i)) continue;
    const Block& block = work.page.blocks[i];
    const std::string_view text = work.page.of(block);
    std::vector<ByteSpan> parts;
    for (const ByteSpan sentence : split_sentences(text)) {
      const std::vector<ByteSpan> own = parts_of_line(text, sentence);
      parts.insert(parts.end(), own.begin(), own.end());
    }
    for (const ByteSpan local : parts) {
      const std::string lower = lower_ascii(local.of(text));
      constexpr size_t kStatementBytesMax = 260;
      if (lower.size() > kStatementBytesMax) continue;
      const ByteSpan span{block.span.start + local.start, block.span.start + local.end};
      if (std::string date = review_date(local.of(text)); !date.empty())
        dated.push_back({span, std::move(date)});
      // "A draft" of something else is no state of this page.
      const std::string_view sign = first_phrase(lower, kPending);
      const bool own_state =
          sign != "draft" && sign != "in review" && sign != "under review"
              ? !sign.empty()
              : !sign.empty() && (lower.size() <= 40 || has_phrase(lower, "this") ||
                                  has_phrase(lower, "content") || has_phrase(lower, "article"));
      const bool speaks_of_itself = has_any_phrase(lower, kItself);
      if (own_state || (speaks_of_itself && denies_review(lower))) {
        pending.push_back({span, {}});
      } else if (has_any_phrase(lower, kReviewed)) {
        if (speaks_of_itself) reviewed.push_back({span, {}});
      }
    }
  }
  report_dates(work, dated);
  if (reviewed.empty() || pending.empty()) return;
  Remark& remark =
      work.add(RemarkKind::kReviewState, Severity::kSerious,
               "The page says of itself that it is reviewed and that its review is still to come: "
               "both cannot be so.");
  for (const StatePlace& one : reviewed) remark.places.push_back(work.place(one.span));
  for (const StatePlace& one : pending) remark.places.push_back(work.place(one.span));
}

}  // namespace attest::audit
