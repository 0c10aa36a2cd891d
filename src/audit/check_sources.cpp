// What kind of sources the list names: withdrawn or replaced ones, other people's identifiers, sources about
// something else, sources of the page's own publisher, entries that name no publication.
#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "audit/work.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

uint32_t work_number(size_t index) { return static_cast<uint32_t>(index + 1); }

Remark& add_for_work(Work& work, size_t index, RemarkKind kind, Severity severity, std::string message) {
  Remark& remark = work.add(kind, severity, std::move(message));
  remark.places.push_back(work.place(work.list.works[index].span));
  remark.references.push_back(work_number(index));
  return remark;
}

// Where the work is cited, as far as that is known.
void add_citing_places(Work& work, size_t index, Remark& remark) {
  constexpr size_t kPlacesMax = 8;
  for (const PageSentence& sentence : work.sentences) {
    for (const size_t c : sentence.citations) {
      const auto& works = work.citations[c].works;
      if (std::find(works.begin(), works.end(), index) == works.end()) continue;
      if (remark.places.size() < kPlacesMax) remark.places.push_back(work.place(sentence.span));
      break;
    }
  }
}

void status_of(Work& work, size_t index, const AnswerSource& source) {
  const std::string name = name_of_work(work, index);
  std::string by;
  for (const PublicationLink& link : source.status.links) {
    if (!by.empty() || link.other_id.empty()) continue;
    if (link.kind.starts_with("Retraction") || link.kind.starts_with("Update") ||
        link.kind.starts_with("ExpressionOfConcern") || link.kind.starts_with("Erratum"))
      by = " (" + link.other_id + ")";
  }
  switch (source.status.status) {
    case PublicationStatus::kRetracted: {
      Remark& remark = add_for_work(work, index, RemarkKind::kRetracted, Severity::kSerious,
                                    name + " has been retracted" + by + ".");
      add_citing_places(work, index, remark);
      return;
    }
    case PublicationStatus::kConcern: {
      Remark& remark = add_for_work(work, index, RemarkKind::kConcern, Severity::kSerious,
                                    "The journal has expressed concern about " + name + by + ".");
      add_citing_places(work, index, remark);
      return;
    }
    case PublicationStatus::kSuperseded: {
      Remark& remark = add_for_work(work, index, RemarkKind::kSuperseded, Severity::kWarning,
                                    name + " has been replaced by a newer publication" + by + ".");
      add_citing_places(work, index, remark);
      return;
    }
    case PublicationStatus::kCorrected:
      add_for_work(work, index, RemarkKind::kCorrected, Severity::kNote,
                   "A correction to " + name + " has been published" + by +
                       "; check that it does not concern what is cited.");
      return;
    default: break;
  }
  const std::string replaced(source.document.record.statement("superseded_by"));
  if (!replaced.empty()) {
    Remark& remark = add_for_work(work, index, RemarkKind::kSuperseded, Severity::kWarning,
                                  name + " has been replaced by a newer publication (" + replaced + ").");
    add_citing_places(work, index, remark);
  }
}

void details_of(Work& work, size_t index, const AnswerSource& source) {
  const ListedWork& listed = work.list.works[index];
  const BibliographicRecord& record = source.document.record;
  const uint16_t year = record.published.year;
  std::vector<std::string> wrong;
  if (listed.year > 0 && year > 0 && std::abs(int{listed.year} - int{year}) > 1)
    wrong.push_back(fmt::format("the year is {} there and {} here", year, listed.year));
  if (!record.authors.empty() && !record.authors.front().family.empty() && !listed.names.empty()) {
    const auto family = tokenize(record.authors.front().family);
    const bool named = std::any_of(family.begin(), family.end(), [&](const Token& token) {
      return std::find(listed.names.begin(), listed.names.end(), token.folded) != listed.names.end();
    });
    if (!named) wrong.push_back("its first author is " + record.authors.front().family);
  }
  if (wrong.empty()) return;
  add_for_work(work, index, RemarkKind::kWrongDetails, Severity::kWarning,
               fmt::format("The details of {} differ from the record of {}: {}.", name_of_work(work, index),
                           source.id, attest::audit::listed(wrong)));
}

// Conditions that the sources on the page's subject speak of all the time belong to it ("constipation"): one
// in so many of them.
constexpr size_t kOneInSources = 8;
constexpr size_t kOneInSourcesClosely = 3;

// What the sources on the page's subject name where they begin; read once for all works of the list.
class Companions {
 public:
  explicit Companions(const Work& work) {
    constexpr size_t kStartBytes = 3000;
    for (const AnswerSource& source : work.evidence.sources) {
      if (source.naming < 2) continue;
      ++about_;
      for (const std::string& id : work.lexicon->named(
               std::string_view(source.document.text).substr(0, kStartBytes), ConceptRole::kCondition))
        ++together_[id];
    }
  }
  bool have(const std::string& id, size_t one_in_sources) const {
    constexpr size_t kSourcesMin = 3;
    const auto found = together_.find(id);
    return found != together_.end() && found->second >= kSourcesMin &&
           found->second * one_in_sources >= about_;
  }

 private:
  size_t about_ = 0;
  std::unordered_map<std::string, size_t> together_;  // condition → sources that name it
};

// Ids of conditions that a source may be about without being about something else: those of the page and what
// they are kinds of.
bool is_related(const Work& work, const std::string& id) {
  for (const std::string& own : work.conditions) {
    if (work.lexicon->same_or_kind_of(own, id)) return true;
    const Thesaurus::Entry* entry = work.thesaurus->find_by_id(own);
    const Thesaurus::Entry* other = work.thesaurus->find_by_id(id);
    const auto names_of = [](const Thesaurus::Entry* a, const Thesaurus::Entry* b) {
      if (a == nullptr || b == nullptr) return false;
      return std::any_of(a->broader.begin(), a->broader.end(), [&](const std::string& broader) {
        return std::find(b->names.begin(), b->names.end(), broader) != b->names.end() || b->name == broader;
      });
    };
    if (names_of(entry, other) || names_of(other, entry)) return true;
    // "Migraine headache" is a headache.
    const auto holds_name = [](const Thesaurus::Entry* a, const Thesaurus::Entry* b) {
      if (a == nullptr || b == nullptr) return false;
      return std::any_of(a->names.begin(), a->names.end(), [&](const std::string& name) {
        const std::string lower = lower_ascii(name);
        return std::any_of(b->names.begin(), b->names.end(), [&](const std::string& part) {
          return part.size() < name.size() && has_phrase(lower, lower_ascii(part));
        });
      });
    };
    if (holds_name(entry, other) || holds_name(other, entry)) return true;
  }
  return false;
}

std::string names_of_ids(const Work& work, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    const VocabularyEntry* entry = work.lexicon->vocabulary().find_id(id);
    if (entry != nullptr) names.push_back(entry->name);
  }
  return listed(names);
}

bool cites(const Work& work, const PageClaim& claim, size_t index) {
  return std::any_of(claim.sentence.citations.begin(), claim.sentence.citations.end(), [&](size_t c) {
    const auto& works = work.citations[c].works;
    return std::find(works.begin(), works.end(), index) != works.end();
  });
}

// A statement that names a condition of its own is not about a source that nowhere names it, however much of
// the treatment they share.
bool names_another_condition(const Work& work, const PageClaim& claim, const AnswerSource& source) {
  const std::vector<std::string> own = work.lexicon->named(claim.sentence.text, ConceptRole::kCondition);
  if (own.empty()) return false;
  constexpr size_t kBytesRead = 20'000;
  const std::vector<std::string> treated = work.lexicon->named(
      std::string_view(source.document.text).substr(0, kBytesRead), ConceptRole::kCondition);
  return std::none_of(own.begin(), own.end(), [&](const std::string& id) {
    return std::any_of(treated.begin(), treated.end(),
                       [&](const std::string& one) { return work.lexicon->same_or_kind_of(one, id); });
  });
}

// Every statement that cites the work names a condition that the work nowhere names.
bool misses_its_statements(const Work& work, size_t index, const AnswerSource& source) {
  bool any = false;
  for (const PageClaim& claim : work.claims) {
    if (!cites(work, claim, index)) continue;
    if (!names_another_condition(work, claim, source)) return false;
    any = true;
  }
  return any;
}

// A page of several subjects names none of them in its title: its statements, each for itself, say what their
// sources have to be about. One that names no condition of the page shares a treatment or other words with
// the work's title.
bool shares_named_thing(const Work& work, const PageClaim& claim, const AnswerSource& source,
                        size_t shared_min) {
  if (std::any_of(claim.conditions.begin(), claim.conditions.end(),
                  [&](const std::string& id) { return work.conditions.contains(id); }))
    return false;
  const std::vector<Unit>& title = work.lexicon->remembered_units(source.document.record.title);
  size_t shared = 0;
  for (const Unit& unit : title) {
    const auto same = [&](const Unit& one) { return one.key == unit.key; };
    const bool in_claim = std::any_of(claim.units.begin(), claim.units.end(), same) ||
                          std::any_of(claim.about_units.begin(), claim.about_units.end(), same);
    if (!in_claim) continue;
    ++shared;
  }
  return shared >= shared_min;
}

// The statements that cite the work are about the same thing as the work, whatever the page is about.
bool fits_its_statements(const Work& work, size_t index, const AnswerSource& source,
                         const std::vector<std::string>& conditions) {
  constexpr double kSameSubject = 0.5;
  for (const PageClaim& claim : work.claims) {
    if (!cites(work, claim, index)) continue;
    for (const std::string& id : conditions) {
      if (std::any_of(claim.conditions.begin(), claim.conditions.end(), [&](const std::string& own) {
            return work.lexicon->same_or_kind_of(own, id) || work.lexicon->same_or_kind_of(id, own);
          }))
        return true;
    }
    constexpr size_t kSharedMin = 2;
    constexpr size_t kSharedByOther = 3;  // where the statement names what the work nowhere names
    const bool another = names_another_condition(work, claim, source);
    if (shares_named_thing(work, claim, source, another ? kSharedByOther : kSharedMin)) return true;
    if (another) continue;
    const Judgement judgement = work.judge->judge(claim, source);
    if (judgement.verdict == AuditVerdict::kSupported || judgement.overlap >= kSameSubject) return true;
  }
  return false;
}

// "Double-blind" names no condition.
std::string without_blinding(std::string title) {
  for (const std::string_view who : {"double", "single", "triple", "observer", "assessor", "investigator"}) {
    for (const char joint : {'-', ' '}) {
      const std::string word = std::string(who) + joint + "blind";
      for (size_t at = lower_ascii(title).find(word); at != std::string::npos;
           at = lower_ascii(title).find(word))
        title.replace(at, word.size(), word.size(), ' ');
    }
  }
  return title;
}

// "Disease" and its like say of no work what it is about.
bool is_telling(const Work& work, const std::string& id) {
  static constexpr std::string_view kGeneral[] = {"disease",   "diseases",     "disorder",
                                                  "disorders", "syndrome",     "illness",
                                                  "pain",      "complication", "complications"};
  const VocabularyEntry* entry = work.lexicon->vocabulary().find_id(id);
  return entry == nullptr ||
         std::find(std::begin(kGeneral), std::end(kGeneral), lower_ascii(entry->name)) == std::end(kGeneral);
}

void subject_of(Work& work, size_t index, const AnswerSource* source, const Companions& companions) {
  if (work.conditions.empty()) return;
  const ListedWork& one = work.list.works[index];
  const std::string title = source != nullptr ? source->document.record.title : one.title;
  const std::vector<std::string> conditions =
      work.lexicon->named(without_blinding(title), ConceptRole::kCondition);
  if (conditions.empty()) return;
  const size_t one_in =
      source != nullptr && misses_its_statements(work, index, *source) ? kOneInSourcesClosely : kOneInSources;
  if (std::any_of(conditions.begin(), conditions.end(),
                  [&](const std::string& id) { return is_related(work, id) || companions.have(id, one_in); }))
    return;
  // The text may treat the page's condition although the title does not name it.
  if (source != nullptr) {
    for (const Finding& finding : source->findings) {
      if (finding.condition_match == 2) return;
    }
    if (fits_its_statements(work, index, *source, conditions)) return;
  }
  const std::vector<std::string> own(work.conditions.begin(), work.conditions.end());
  std::vector<std::string> telling;
  std::copy_if(conditions.begin(), conditions.end(), std::back_inserter(telling),
               [&](const std::string& id) { return is_telling(work, id); });
  constexpr size_t kTitleBytes = 80;
  Remark& remark = add_for_work(
      work, index, RemarkKind::kOtherSubject, Severity::kSerious,
      fmt::format(
          "{} is about {} {}; the page is about {}. What holds for the one need not hold for the other.",
          name_of_work(work, index),
          telling.empty() ? "“" + shortened(title, kTitleBytes) + "”" : names_of_ids(work, telling),
          source != nullptr ? "and does not treat the page’s subject" : "by its title",
          names_of_ids(work, own)));
  remark.confidence = source != nullptr ? 0.9 : 0.8;
  work.off_subject.insert(index);
  if (source != nullptr && !source->document.sections.empty())
    remark.evidence.push_back(work.quote(*source, source->document.sections.front().body));
  add_citing_places(work, index, remark);
}

bool own_source(Work& work, size_t index) {
  const std::string entry =
      squeezed(work.list.works[index].text) + " " + squeezed(work.list.works[index].url);
  for (const std::string& publisher : work.publishers) {
    if (entry.find(squeezed(publisher)) == std::string::npos) continue;
    add_for_work(
        work, index, RemarkKind::kOwnSource, Severity::kWarning,
        fmt::format("{} is published by the page’s own publisher ({}): a page cannot vouch for itself.",
                    name_of_work(work, index), publisher));
    return true;
  }
  return false;
}

// Nothing in the entry by which another person could find the work.
bool is_findable(const ListedWork& listed) {
  if (!listed.pmid.empty() || !listed.doi.empty() || !listed.pmcid.empty() || !listed.url.empty())
    return true;
  if (!listed.names.empty()) return true;
  const std::string lower = lower_ascii(listed.text);
  static constexpr std::string_view kPublications[] = {
      "journal",     "lancet",   "bmj",          "jama",         "nejm",     "annals",     "archives",
      "proceedings", "j",        "press",        "cochrane",     "isbn",     "bulletin",   "transactions",
      "n engl",      "am j",     "eur j",        "br j",         "clinics",  "university", "gastroenterology",
      "surgery",     "medicine", "organization", "organisation", "ministry", "department", "society",
      "association", "college",  "academy",      "institute",    "nice",     "edition",    "thesis"};
  if (has_any_phrase(lower, kPublications)) return true;
  // Volume and pages: "58(8):623-657".
  for (size_t at = lower.find(':'); at != std::string::npos; at = lower.find(':', at + 1)) {
    if (at > 0 && at + 1 < lower.size() && is_digit(lower[at + 1]) &&
        (is_digit(lower[at - 1]) || lower[at - 1] == ')'))
      return true;
  }
  return false;
}

}  // namespace

void check_sources(Work& work) {
  const Companions companions(work);
  for (size_t i = 0; i < work.list.works.size(); ++i) {
    const WorkMatch& match = work.matches[i];
    if (match.identifier_elsewhere) {
      add_for_work(work, i, RemarkKind::kIdentifierMismatch, Severity::kSerious,
                   fmt::format("The {} of {} belongs to another publication: “{}”.", match.other_identifier,
                               name_of_work(work, i), shortened(match.other_title, 120)));
    }
    const AnswerSource* source = work.source_of(match);
    if (source != nullptr) {
      status_of(work, i, *source);
      details_of(work, i, *source);
    }
    subject_of(work, i, source, companions);
    if (own_source(work, i)) continue;
    if (source == nullptr && !is_findable(work.list.works[i])) {
      add_for_work(work, i, RemarkKind::kNoPublication, Severity::kWarning,
                   name_of_work(work, i) +
                       " names no author, journal, identifier or address: nobody can find it and read it.");
    }
  }
}

}  // namespace attest::audit
