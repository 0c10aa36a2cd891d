// Each claim against what it cites; where nothing that is cited can be opened, against the best the
// collection has.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "audit/accord.h"
#include "audit/not_checked.h"
#include "audit/overstated.h"
#include "audit/own_words.h"
#include "audit/raised_certainty.h"
#include "audit/told_against.h"
#include "audit/work.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr double kCitedMin = 0.5;        // confidence for a verdict against a cited source
constexpr double kCollectionMin = 0.66;  // … against the collection at large: more can go wrong
constexpr double kPerhapsMin = 0.58;     // a contradiction that a person should look at
constexpr double kNearMin = 0.5;         // shown as the nearest sentence, decides nothing
constexpr double kSupportGrace = 0.15;   // by how much a support must be surer than a contradiction
constexpr double kNothingShared = 0.12;
constexpr double kTurned = 0.75;  // that a direction that was plainly read the other way is wrong

struct Cited {
  size_t work = SIZE_MAX;  // in the list; SIZE_MAX for a link
  const AnswerSource* source = nullptr;
  double match = 0;
  bool inferred = false;
};

class ClaimChecker {
 public:
  explicit ClaimChecker(Work& work) : work_(work) {}

  void check_all() {
    for (const PageClaim& claim : work_.claims) check(claim);
    report_unchecked(work_, {std::move(not_open_), std::move(undecided_), std::move(nothing_found_)});
  }

 private:
  void check(const PageClaim& claim) {
    AuditedClaim audited;
    audited.place = work_.place(claim.sentence.span);
    audited.about = claim.about;
    audited.kind = finding_kind_name(claim.finding.kind);
    bool unresolved = false;
    const std::vector<Cited> cited = cited_by(claim, audited, unresolved);
    std::vector<Cited> open;
    for (const Cited& one : cited) {
      if (one.source != nullptr) open.push_back(one);
    }
    const bool all_open = open.size() == cited.size() && !unresolved;
    if (!open.empty()) against_cited(claim, open, all_open, audited);
    // What the cited sources do not hold another document does not mend. Where not all of them can be opened,
    // another one may still say it.
    const bool closed = open.empty() && (!cited.empty() || unresolved);
    if (!all_open) {
      if (audited.verdict == AuditVerdict::kNotChecked || audited.verdict == AuditVerdict::kNotEnough)
        supported_by_collection(claim, audited);
    } else if (!cited.empty()) {
      if (audited.verdict == AuditVerdict::kNotChecked || audited.verdict == AuditVerdict::kNotEnough)
        hint_from_collection(claim, open, audited);
    } else {
      against_collection(claim, audited);
    }
    if (closed) {
      audited.note = unresolved ? "it cannot be known which source is cited"
                                : "the cited source is not in the collection";
      not_open_.push_back(audited.place);
    } else if (audited.verdict == AuditVerdict::kNotEnough) {
      (open.empty() ? nothing_found_ : undecided_).push_back(audited.place);
    }
    if (audited.evidence.empty()) {
      constexpr double kNearestShare = 0.5;
      const Work::Nearest nearest = work_.nearest_sentence(claim.units, claim.conditions, kNearestShare);
      if (nearest.source != nullptr)
        audited.evidence.push_back(work_.quote(*nearest.source, nearest.sentence));
    }
    work_.report.claims.push_back(std::move(audited));
  }

  std::vector<Cited> cited_by(const PageClaim& claim, AuditedClaim& audited, bool& unresolved) {
    std::vector<Cited> cited;
    std::set<size_t> seen;
    for (const size_t c : claim.sentence.citations) {
      const InTextCitation& citation = work_.citations[c];
      for (const uint32_t number : citation.numbers) audited.cited_as.push_back(std::to_string(number));
      for (const NamedWork& named : citation.names) audited.cited_as.push_back(named.printed);
      for (const size_t index : citation.works) {
        if (!seen.insert(index).second) continue;
        const WorkMatch& match = work_.matches[index];
        cited.push_back({index, work_.source_of(match), match.confidence,
                         work_.report.references[index].number_inferred});
        audited.references.push_back(static_cast<uint32_t>(index + 1));
      }
      if (!citation.works.empty()) {
        if (citation.works.size() < citation.numbers.size()) unresolved = true;
        continue;
      }
      const WorkMatch& link = work_.links[c];
      if (const AnswerSource* source = work_.source_of(link)) {
        cited.push_back({SIZE_MAX, source, link.confidence, false});
        audited.cited_as.push_back(source->id);
      } else if (citation.style == CitationStyle::kLink || !citation.link.url.empty()) {
        cited.push_back({});
        audited.cited_as.push_back(
            shortened(citation.link.url.empty() ? citation.link.text : citation.link.url, 80));
      } else {
        unresolved = true;
      }
    }
    return cited;
  }

  std::string name_of(const Cited& one) const {
    return one.work == SIZE_MAX ? short_label(*one.source) : name_of_work(work_, one.work);
  }

  void against_cited(const PageClaim& claim, const std::vector<Cited>& open, bool all_open,
                     AuditedClaim& audited) {
    SurestOfEach surest;
    Surest unsound;  // a support that rests on what was withdrawn or is in doubt
    double overlap = 0;
    Judgement nearest;
    const Cited* nearest_cited = nullptr;
    for (const Cited& one : open) {
      const Judgement judgement = work_.judge->judge(claim, *one.source);
      const auto from = static_cast<size_t>(&one - open.data());
      if (judgement.verdict == AuditVerdict::kSupported && is_unsound(*one.source))
        unsound.consider(judgement, from);
      else
        surest.consider(judgement, from);
      overlap = std::max(overlap, judgement.overlap);
      if (nearest_cited == nullptr || judgement.overlap > nearest.overlap) {
        nearest = judgement;
        nearest_cited = &one;
      }
    }
    const ToldAgainst ways = hold_ways(claim, sources_of(open), *work_.lexicon);
    // Which way each clause goes was read: what was denied by other signs than figures is not denied.
    const bool by_figures = surest.contradicted.judgement.sure &&
                            std::any_of(claim.figures.begin(), claim.figures.end(),
                                        [](const StatedFigure& figure) { return is_percentage(figure); });
    if (ways.agrees && !by_figures) surest.contradicted = {};
    if (ways.against == ToldAgainst::Strength::kPlainly && !by_figures) {
      Judgement turned;
      turned.verdict = AuditVerdict::kContradicted;
      turned.confidence = kTurned;
      turned.sentence = ways.sentence;
      turned.reason = ways.reason;
      turned.sure = true;
      surest.contradicted = {turned, ways.source};
      surest.supported = {};
    }
    // What one cited source contradicts, another one does not make right.
    if (surest.contradicted.reaches(kCitedMin) &&
        surest.contradicted.judgement.confidence + kSupportGrace >= surest.supported.judgement.confidence &&
        !held_by_another(claim, open, surest.contradicted)) {
      const Cited& contradictor = open[surest.contradicted.source];
      const Judgement& contradicted = surest.contradicted.judgement;
      audited.verdict = AuditVerdict::kContradicted;
      audited.against_cited = true;
      audited.confidence = contradicted.confidence * contradictor.match;
      audited.evidence.push_back(work_.quote(*contradictor.source, contradicted.sentence));
      const std::string reason = contradicted.reason.empty() ? "" : ": " + contradicted.reason;
      Remark& remark = work_.add(
          RemarkKind::kContradicted, contradictor.inferred ? Severity::kWarning : Severity::kSerious,
          fmt::format("{} {} says something else{}.",
                      contradictor.inferred ? "What is probably cited," : "The cited source",
                      name_of(contradictor), reason));
      finish(remark, audited, open);
      return;
    }
    if (ways.against == ToldAgainst::Strength::kPerhaps && unnamed_people(claim, sources_of(open)).empty() &&
        missing_figures(claim, sources_of(open)).printed.empty()) {
      audited.verdict = AuditVerdict::kNotEnough;
      audited.against_cited = true;
      audited.evidence.push_back(work_.quote(*open[ways.source].source, ways.sentence));
      Remark& remark = work_.add(RemarkKind::kContradicted, Severity::kWarning,
                                 fmt::format("{} seems to say something else ({}): check the direction.",
                                             name_of(open[ways.source]), ways.reason));
      finish(remark, audited, open);
      return;
    }
    const std::string surer = raised_certainty(claim, sources_of(open));
    if (!surer.empty() && all_open && overlap >= kNothingShared) {
      audited.verdict = AuditVerdict::kNotEnough;
      audited.against_cited = true;
      if (nearest_cited != nullptr && !nearest.sentence.empty())
        audited.evidence.push_back(work_.quote(*nearest_cited->source, nearest.sentence));
      std::vector<std::string> names;
      for (const Cited& one : open) names.push_back(name_of(one));
      Remark& remark = work_.add(RemarkKind::kNotInSource, Severity::kWarning,
                                 fmt::format("“{}” is surer than {}, which {} nothing like it.", surer,
                                             listed(names), names.size() == 1 ? "has" : "have"));
      finish(remark, audited, open);
      return;
    }
    if (surest.supported.reaches(kCitedMin) &&
        !says_more(claim, sources_of(open), *open[surest.supported.source].source,
                   surest.supported.judgement.sentence, *work_.lexicon)) {
      const Cited& supporter = open[surest.supported.source];
      const Judgement& supported = surest.supported.judgement;
      audited.verdict = AuditVerdict::kSupported;
      audited.against_cited = true;
      audited.confidence = supported.confidence * supporter.match;
      audited.evidence.push_back(work_.quote(*supporter.source, supported.sentence));
      return;
    }
    audited.verdict = AuditVerdict::kNotEnough;
    audited.against_cited = true;
    if (unsound.reaches(kCitedMin)) {
      const Cited& supporter = open[unsound.source];
      audited.evidence.push_back(work_.quote(*supporter.source, unsound.judgement.sentence));
      audited.note =
          fmt::format("{} says it, and {}", name_of(supporter), unsound_because(*supporter.source));
      return;
    }
    if (all_open && nearest_cited != nullptr && nearest.overlap >= kNothingShared &&
        !nearest.sentence.empty())
      audited.evidence.push_back(work_.quote(*nearest_cited->source, nearest.sentence));
    if (!all_open) {
      audited.against_cited = false;  // one of the sources that cannot be opened may say it
      return;
    }
    // A remark on the source as a whole has been made already.
    if (std::all_of(open.begin(), open.end(),
                    [&](const Cited& one) { return work_.off_subject.contains(one.work); }))
      return;
    std::vector<std::string> names;
    for (const Cited& one : open) names.push_back(name_of(one));
    const bool shallow = std::all_of(open.begin(), open.end(), [](const Cited& one) {
      return one.source->appraisal.depth != Depth::kFullText &&
             one.source->appraisal.depth != Depth::kGuideline;
    });
    const std::string in_what = shallow ? " (of which the collection holds the abstract only)" : "";
    // "Both trials agree" names nothing that a source could share.
    const bool names_nothing = claim.interventions.empty() && claim.conditions.empty();
    if (overlap < kNothingShared && (says_little(claim) || (names_nothing && !tells_enough(claim))) &&
        claim.figures.empty())
      return;
    if (overlap < kNothingShared) {
      Remark& remark = work_.add(RemarkKind::kOtherSubject, Severity::kSerious,
                                 fmt::format("{} {} nothing in common with this statement.", listed(names),
                                             names.size() == 1 ? "has" : "have"));
      finish(remark, audited, open);
      return;
    }
    std::vector<std::string> unnamed = unnamed_treatments(claim, sources_of(open), *work_.lexicon);
    const std::vector<std::string> people = unnamed_people(claim, sources_of(open));
    unnamed.insert(unnamed.end(), people.begin(), people.end());
    if (!unnamed.empty()) {
      Remark& remark = work_.add(RemarkKind::kOtherSubject, Severity::kWarning,
                                 fmt::format("{} {} not speak of {}{}.", listed(names),
                                             names.size() == 1 ? "does" : "do", listed(unnamed), in_what));
      finish(remark, audited, open);
      return;
    }
    const MissingFigures missing = missing_figures(claim, sources_of(open));
    if (!missing.printed.empty()) {
      Remark& remark =
          work_.add(RemarkKind::kNumberNotInSource,
                    shallow || missing.only_counts ? Severity::kWarning : Severity::kSerious,
                    fmt::format("{} {} not in {}{}.", listed(missing.printed),
                                missing.printed.size() == 1 ? "is" : "are", listed(names), in_what));
      finish(remark, audited, open);
    } else if (overlap < 0.4 && !holds_figures_together(claim, sources_of(open))) {
      Remark& remark = work_.add(RemarkKind::kNotInSource, shallow ? Severity::kNote : Severity::kWarning,
                                 fmt::format("No sentence of {} says this{}.", listed(names), in_what));
      finish(remark, audited, open);
    }
  }

  static std::vector<const AnswerSource*> sources_of(const std::vector<Cited>& open) {
    std::vector<const AnswerSource*> sources;
    for (const Cited& one : open) sources.push_back(one.source);
    return sources;
  }

  // Of several cited sources another one has the figures: this one is cited for something else.
  static bool held_by_another(const PageClaim& claim, const std::vector<Cited>& open, const Surest& against) {
    if (claim.figures.empty() || against.judgement.sure) return false;
    for (size_t i = 0; i < open.size(); ++i) {
      if (i == against.source) continue;
      if (std::all_of(claim.figures.begin(), claim.figures.end(), [&](const StatedFigure& figure) {
            return stands_printed(open[i].source->document.text, figure.printed);
          }))
        return true;
    }
    return false;
  }

  void finish(Remark& remark, const AuditedClaim& audited, const std::vector<Cited>& open) {
    remark.places.push_back(audited.place);
    remark.evidence = audited.evidence;
    remark.confidence = audited.confidence > 0 ? audited.confidence : 0.7;
    for (const Cited& one : open) {
      if (one.work != SIZE_MAX) remark.references.push_back(static_cast<uint32_t>(one.work + 1));
    }
  }

  // Another document than those cited that says it, for who wants to cite it.
  void hint_from_collection(const PageClaim& claim, const std::vector<Cited>& open, AuditedClaim& audited) {
    const SurestOfEach surest = judge_collection(work_, claim);
    if (!surest.supported.reaches(kCollectionMin)) return;
    if (!says_the_same(work_, claim, surest.supported)) return;
    const AnswerSource& source = work_.evidence.sources[surest.supported.source];
    const bool is_cited =
        std::any_of(open.begin(), open.end(), [&](const Cited& one) { return one.source->id == source.id; });
    if (is_cited) return;
    if (!audited.note.empty()) audited.note += "; ";
    audited.note +=
        "another document of the collection says it: " + short_label(source) + " (" + source.id + ")";
  }

  void supported_by_collection(const PageClaim& claim, AuditedClaim& audited) {
    const SurestOfEach surest = judge_collection(work_, claim);
    if (!surest.supported.reaches(kCollectionMin)) return;
    if (!says_the_same(work_, claim, surest.supported)) return;
    // Sources that differ settle nothing.
    if (surest.contradicted.reaches(kPerhapsMin)) return;
    audited.verdict = AuditVerdict::kSupported;
    audited.against_cited = false;
    audited.confidence = surest.supported.judgement.confidence;
    audited.note.clear();
    audited.evidence.clear();
    audited.evidence.push_back(
        work_.quote(work_.evidence.sources[surest.supported.source], surest.supported.judgement.sentence));
  }

  // gather_evidence() has opened what a search for this claim finds.
  void against_collection(const PageClaim& claim, AuditedClaim& audited) {
    const SurestOfEach surest = judge_uncited(work_, claim);
    const std::vector<AnswerSource>& sources = work_.evidence.sources;
    const Judgement& supported = surest.supported.judgement;
    const Judgement& contradicted = surest.contradicted.judgement;
    if (surest.supported.reaches(kCollectionMin) && supported.confidence + 0.1 >= contradicted.confidence) {
      audited.verdict = AuditVerdict::kSupported;
      audited.against_cited = false;
      audited.confidence = supported.confidence;
      audited.evidence.push_back(work_.quote(sources[surest.supported.source], supported.sentence));
      return;
    }
    const bool has_percentage =
        std::any_of(claim.figures.begin(), claim.figures.end(), [](const StatedFigure& one) {
          return one.kind == QuantityKind::kPercentage || one.kind == QuantityKind::kProportion;
        });
    // On a page that names its sources, what others say is for a person to weigh.
    if (surest.contradicted.reaches(kCollectionMin) && work_.citations.empty()) {
      const AnswerSource& contradictor = sources[surest.contradicted.source];
      audited.verdict = AuditVerdict::kContradicted;
      audited.against_cited = false;
      audited.confidence = contradicted.confidence;
      audited.evidence.push_back(work_.quote(contradictor, contradicted.sentence));
      const std::string reason = contradicted.reason.empty() ? "" : " (" + contradicted.reason + ")";
      Remark& remark = work_.add(
          RemarkKind::kUncitedContradicted, Severity::kWarning,
          fmt::format("No source is given, and {} says otherwise{}.", short_label(contradictor), reason));
      remark.places.push_back(audited.place);
      remark.evidence = audited.evidence;
      remark.confidence = audited.confidence;
      return;
    }
    if (audited.verdict == AuditVerdict::kNotChecked) audited.verdict = AuditVerdict::kNotEnough;
    const SurestOfEach perhaps = judge_collection(work_, claim);
    const Judgement& otherwise = perhaps.contradicted.judgement;
    if (perhaps.contradicted.reaches(kPerhapsMin) && !has_percentage &&
        otherwise.confidence > perhaps.supported.judgement.confidence) {
      Remark& remark = work_.add(
          RemarkKind::kUncitedContradicted, Severity::kNote,
          short_label(sources[perhaps.contradicted.source]) + " seems to say otherwise: compare the two.");
      remark.places.push_back(audited.place);
      remark.evidence.push_back(work_.quote(sources[perhaps.contradicted.source], otherwise.sentence));
      remark.confidence = otherwise.confidence;
      audited.evidence = remark.evidence;
      return;
    }
    const Surest& nearest = perhaps.supported;
    if (nearest.reaches(kNearMin) && !has_percentage)
      audited.evidence.push_back(work_.quote(sources[nearest.source], nearest.judgement.sentence));
  }

  Work& work_;
  std::vector<PagePlace> not_open_;
  std::vector<PagePlace> undecided_;
  std::vector<PagePlace> nothing_found_;
};

}  // namespace

void check_claims(Work& work) { ClaimChecker(work).check_all(); }

}  // namespace attest::audit
