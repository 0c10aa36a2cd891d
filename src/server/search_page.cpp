// Ranked sources for words, with filters that say what each choice would give, and the same as a feed.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "render/presentation.h"
#include "server/asking.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"
#include "server/search_sources.h"

namespace attest {
namespace {

constexpr size_t kPerPage = 20;
constexpr size_t kInFeed = 50;

class SearchPage {
 public:
  SearchPage(HtmlWriter& html, const AddressQuery& query, const std::string& words,
             const SearchFilter& filter, const SearchedSources* searched)
      : html_(html), query_(query), words_(words), filter_(filter), searched_(searched) {
    if (searched_ != nullptr) list_ = filtered(*searched_, filter_);
  }

  void write() {
    html_.open("div", {{"class", "wide"}}).line_end();
    html_.element("h1", "Search the collection").line_end();
    form();
    if (searched_ != nullptr)
      results();
    else
      before_the_first();
    html_.close().line_end();
  }

 private:
  void before_the_first() {
    html_.element("p",
                  "Sources come with what they are, how strong they call themselves, and the sentences that "
                  "speak of your words. You can filter them, and follow a search as a feed.",
                  {{"class", "lead after"}});
    html_.open("p")
        .element("a", "What is in the collection", {{"href", "/collection"}})
        .text(" · ")
        .element("a", "Compare two sources or answers", {{"href", "/compare"}})
        .close();
  }

  void form() {
    html_.open("form", {{"action", "/search"}, {"method", "get"}, {"class", "ask"}, {"role", "search"}})
        .line_end();
    html_.element("label", "Words, a condition, a treatment, or a whole question", {{"for", "words"}});
    html_.open("div", {{"class", "field"}})
        .empty("input", {{"id", "words"},
                         {"name", "q"},
                         {"type", "search"},
                         {"value", words_},
                         {"maxlength", "2000"},
                         {"required", ""},
                         {"autocomplete", "off"}})
        .element("button", "Search", {{"class", "primary"}, {"type", "submit"}})
        .close()
        .line_end();
    if (searched_ != nullptr) filters();
    html_.close().line_end();
  }

  void filters() {
    const FilterCounts counts = count_values(*searched_, filter_);
    const bool in_use = !filter_.design.empty() || !filter_.depth.empty() || !filter_.status.empty() ||
                        !filter_.part.empty() || filter_.graded || filter_.year_from != 0 ||
                        filter_.year_to != 0 || filter_.sort != SearchFilter::Sort::kRelevance;
    std::vector<Attribute> attributes{{"class", "refine"}};
    if (in_use) attributes.push_back({"open", ""});
    html_.open("details", attributes).element("summary", "Filter and sort");
    html_.open("div", {{"class", "filters"}, {"role", "group"}, {"aria-label", "Filters"}}).line_end();
    choice("Kind of source", "design", filter_.design, counts.designs);
    choice("Status", "status", filter_.status, counts.statuses);
    choice("Held here", "depth", filter_.depth, counts.depths);
    choice("From", "part", filter_.part, counts.parts);
    number("Year from", "from", filter_.year_from);
    number("to", "to", filter_.year_to);
    html_.open("div").element("label", "Grade", {{"for", "graded"}});
    html_.open("select", {{"id", "graded"}, {"name", "graded"}});
    option("", "With or without", !filter_.graded);
    option("yes", fmt::format("States one ({})", counts.graded), filter_.graded);
    html_.close().close().line_end();
    html_.open("div").element("label", "Sort by", {{"for", "sort"}});
    html_.open("select", {{"id", "sort"}, {"name", "sort"}});
    using Sort = SearchFilter::Sort;
    option("relevance", "Relevance", filter_.sort == Sort::kRelevance);
    option("strongest", "Kind, guidelines first", filter_.sort == Sort::kStrongest);
    option("newest", "Newest", filter_.sort == Sort::kNewest);
    option("oldest", "Oldest", filter_.sort == Sort::kOldest);
    html_.close().close().line_end();
    html_.element("button", "Apply", {{"type", "submit"}}).close().close().line_end();
  }

  void option(const char* value, const std::string& name, bool chosen) {
    std::vector<Attribute> attributes{{"value", value}};
    if (chosen) attributes.push_back({"selected", ""});
    html_.element("option", name, attributes);
  }

  void choice(const char* label, const char* name, const std::string& chosen,
              const std::map<std::string, size_t>& counts) {
    html_.open("div").element("label", label, {{"for", name}});
    html_.open("select", {{"id", name}, {"name", name}});
    option("", "Any", chosen.empty());
    bool found = chosen.empty();
    for (const auto& [value, count] : counts) {
      if (value.empty()) continue;
      found = found || value == chosen;
      option(value.c_str(), fmt::format("{} ({})", capitalised_name(value), count), value == chosen);
    }
    if (!found) option(chosen.c_str(), capitalised_name(chosen) + " (0)", true);
    html_.close().close().line_end();
  }

  void number(const char* label, const char* name, unsigned value) {
    html_.open("div").element("label", label, {{"for", name}});
    html_.empty("input", {{"id", name},
                          {"name", name},
                          {"type", "number"},
                          {"min", "1700"},
                          {"max", "2200"},
                          {"value", value == 0 ? std::string() : std::to_string(value)}});
    html_.close().line_end();
  }

  void results() {
    size_t page = 1;
    const std::string_view stated = query_.first("page");
    std::from_chars(stated.data(), stated.data() + stated.size(), page);
    const size_t pages = std::max<size_t>(1, (list_.size() + kPerPage - 1) / kPerPage);
    page = std::min(std::max<size_t>(1, page), pages);
    html_.open("section", {{"aria-labelledby", "results"}});
    html_
        .element("h2",
                 list_.empty()
                     ? std::string("Nothing found")
                     : fmt::format("{} {}{}", list_.size(), list_.size() == 1 ? "source" : "sources",
                                   searched_->more ? ", the best of more" : ""),
                 {{"id", "results"}})
        .line_end();
    for (const SpellingChange& change : searched_->spelling)
      html_.element("p", fmt::format("Read “{}” as “{}”.", plain(change.from), plain(change.to)));
    if (!searched_->understood.empty())
      html_.element("p", "Understood as: " + plain(searched_->understood), {{"class", "soft"}});
    if (list_.empty()) {
      html_.element("p", "Fewer words or filters find more.");
    } else {
      html_.open("p")
          .element("a", "Ask this as a question",
                   {{"href", answer_address({&words_, 1}, Audience::kClinician)}})
          .text(" · ")
          .element("a", "Follow it as a feed", {{"href", address_of("/search.atom", without_page())}})
          .close()
          .line_end();
    }
    html_.open("ol", {{"class", "hits"}, {"start", std::to_string((page - 1) * kPerPage + 1)}}).line_end();
    for (size_t i = (page - 1) * kPerPage; i < list_.size() && i < page * kPerPage; ++i) hit(*list_[i]);
    html_.close().line_end();
    if (pages > 1) pager(page, pages);
    html_.close().line_end();
  }

  void hit(const FoundSource& source) {
    const Reference& reference = source.reference;
    html_.open("li").open("h3");
    html_.element("a", title_of(reference),
                  {{"href", source_address(reference.document, {}, Audience::kClinician)}});
    html_.close().line_end();
    html_.element("p", join({authors_of(reference, false), journal_and_year(reference)}, ". "),
                  {{"class", "soft"}});
    html_.open("p");
    if (reference.status != "current")
      html_.element("span", capitalised_name(reference.status), {{"class", "badge grave"}});
    html_.element("span", plain(describe(reference.appraisal)), {{"class", "badge"}});
    if (!reference.appraisal.grades.empty()) html_.element("span", "states a grade", {{"class", "badge"}});
    html_.close().line_end();
    for (const FoundSentence& sentence : source.sentences) {
      html_.open("blockquote")
          .element("a", plain(sentence.text),
                   {{"href", source_address(reference.document, sentence.span, Audience::kClinician)}})
          .close()
          .line_end();
    }
    html_.close().line_end();
  }

  AddressQuery without_page() const {
    AddressQuery query = query_;
    query.remove("page");
    return query;
  }

  void pager(size_t page, size_t pages) {
    html_.open("nav", {{"aria-label", "Pages of results"}, {"class", "pages"}});
    const auto link = [&](const char* name, size_t number) {
      AddressQuery query = without_page();
      query.set("page", std::to_string(number));
      html_.element("a", name, {{"href", address_of("/search", query)}});
    };
    if (page > 1) link("Previous", page - 1);
    html_.element("span", fmt::format("Page {} of {}", page, pages));
    if (page < pages) link("Next", page + 1);
    html_.close().line_end();
  }

  HtmlWriter& html_;
  const AddressQuery& query_;
  const std::string& words_;
  const SearchFilter& filter_;
  const SearchedSources* searched_;
  std::vector<const FoundSource*> list_;
};

Response search_page(Site& site, const Request& request) {
  const auto filter = read_filter(request.query);
  if (!filter) return problem(request, filter.error());
  const auto words = clean_question(request.query.first("q"));
  if (!words) return problem(request, words.error());
  std::shared_ptr<const SearchedSources> searched;
  if (!words->empty()) {
    auto found = search_sources(*site.snapshot(), *words);
    if (!found) return problem(request, found.error());
    searched = std::move(*found);
  }
  Page page;
  page.title = words->empty() ? "Search" : *words + " · Search";
  page.active = "search";
  if (!words->empty()) {
    AddressQuery feed = request.query;
    feed.remove("page");
    page.feed = address_of("/search.atom", feed);
  }
  return respond("text/html; charset=utf-8", std::move(page).with([&](HtmlWriter& html) {
    SearchPage(html, request.query, *words, *filter, searched.get()).write();
  }));
}

std::string day_of(const FoundSource& source) {
  const PartialDate& date = source.reference.record.revised.year != 0 ? source.reference.record.revised
                                                                      : source.reference.record.published;
  return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", date.year == 0 ? 1970 : date.year,
                     std::clamp<int>(date.month, 1, 12), std::clamp<int>(date.day, 1, 28));
}

// Atom (RFC 4287). Entries are named by the documents' ids, so that a reader shows each once.
Response search_feed(Site& site, const Request& request) {
  auto filter = read_filter(request.query);
  if (!filter) return problem(request, filter.error());
  const auto words = clean_question(request.query.first("q"));
  if (!words) return problem(request, words.error());
  if (words->empty()) return problem(request, 400, "there are no words to search for");
  const auto searched = search_sources(*site.snapshot(), *words);
  if (!searched) return problem(request, searched.error());
  filter->sort = SearchFilter::Sort::kNewest;
  std::vector<const FoundSource*> list = filtered(**searched, *filter);
  if (list.size() > kInFeed) list.resize(kInFeed);
  const std::string host =
      "http://" + std::string(request.header("host").empty() ? "localhost" : request.header("host"));
  const std::string self = host + address_of("/search.atom", request.query);
  HtmlWriter xml;
  xml.literal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
  xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}}).line_end();
  xml.element("title", "Attest: " + *words).element("id", self);
  xml.open("link", {{"rel", "self"}, {"href", self}}).close();
  xml.open("link", {{"rel", "alternate"}, {"href", host + address_of("/search", request.query)}}).close();
  xml.element("updated", list.empty() ? "1970-01-01T00:00:00Z" : day_of(*list.front())).line_end();
  for (const FoundSource* source : list) {
    const Reference& reference = source->reference;
    const std::string address = host + source_address(reference.document, {}, Audience::kClinician);
    xml.open("entry").element("title", title_of(reference)).element("id", address);
    xml.open("link", {{"rel", "alternate"}, {"href", address}}).close();
    xml.element("updated", day_of(*source));
    const std::string author = authors_of(reference, false);
    xml.open("author").element("name", author.empty() ? "not stated" : author).close();
    std::string summary = describe(reference.appraisal);
    if (!source->sentences.empty()) summary += ": " + source->sentences.front().text;
    xml.element("summary", plain(summary)).close().line_end();
  }
  return respond("application/atom+xml; charset=utf-8", std::move(xml).finish());
}

constexpr Route kSearchRoutes[] = {
    {"GET", "/search", "search", Freshness::kSnapshot, search_page, 0},
    {"GET", "/search.atom", "search feed", Freshness::kNever, search_feed, 0},
};

}  // namespace

std::span<const Route> search_routes() { return kSearchRoutes; }

}  // namespace attest
