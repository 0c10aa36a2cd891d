#include "render/html_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace attest {
namespace {

// Drawings stretch with their column (preserveAspectRatio "none"), strokes do not: a dot is a stroke of no
// length with round ends, so that it stays round at every width.
constexpr double kWidth = 220;
constexpr double kHeight = 20;
constexpr double kMargin = 6;

std::string at(double value) { return fmt::format("{:.1f}", value); }

std::string across(double percent) {
  return at(kMargin + (kWidth - 2 * kMargin) * std::clamp(percent, 0.0, 100.0) / 100);
}

std::string view_box() { return fmt::format("0 0 {} {}", kWidth, kHeight); }

// What an outcome is compared with is drawn as a hollow dot.
bool is_compared(const TherapyLine& line, const Outcome& outcome) {
  return std::any_of(line.outcomes.begin(), line.outcomes.end(), [&](const Outcome& other) {
    return !outcome.arm.empty() && other.comparator == outcome.arm && other.arm != outcome.arm;
  });
}

void vertical(HtmlWriter& html, double percent) {
  html.empty("line", {{"class", "axis"},
                      {"x1", across(percent)},
                      {"x2", across(percent)},
                      {"y1", "2"},
                      {"y2", at(kHeight - 2)}});
}

void write_scale(HtmlWriter& html) {
  html.open("span", {{"class", "scale"}});
  for (const char* label : {"0", "50", "100 %"}) html.element("span", label).text(" ");
  html.close();
}

void dot(HtmlWriter& html, const char* kind, double percent) {
  html.empty("line", {{"class", kind},
                      {"x1", across(percent)},
                      {"x2", across(percent)},
                      {"y1", at(kHeight / 2)},
                      {"y2", at(kHeight / 2)}});
}

void write_dot(HtmlWriter& html, const TherapyLine& line, const Outcome& outcome) {
  const bool interval = std::isfinite(outcome.low) && std::isfinite(outcome.high);
  html.open("svg", {{"viewBox", view_box()}, {"preserveAspectRatio", "none"}, {"role", "img"}});
  html.element("title", number_text(outcome.value) + " %");
  html.element("desc", interval ? fmt::format("Dot at {} on a scale from 0 to 100 %, interval from {} to {}.",
                                              number_text(outcome.value), number_text(outcome.low),
                                              number_text(outcome.high))
                                : fmt::format("Dot at {} on a scale from 0 to 100 %, no interval stated.",
                                              number_text(outcome.value)));
  html.empty("line", {{"class", "axis"},
                      {"x1", across(0)},
                      {"x2", across(100)},
                      {"y1", at(kHeight / 2)},
                      {"y2", at(kHeight / 2)}});
  for (const double tick : {0.0, 50.0, 100.0}) vertical(html, tick);
  if (interval) {
    html.empty("line", {{"class", "interval"},
                        {"x1", across(outcome.low)},
                        {"x2", across(outcome.high)},
                        {"y1", at(kHeight / 2)},
                        {"y2", at(kHeight / 2)}});
  }
  dot(html, "dot", outcome.value);
  if (is_compared(line, outcome)) dot(html, "hollow", outcome.value);
  html.close();
}

void write_ten(HtmlWriter& html, const Outcome& outcome) {
  constexpr int kPeople = 10;
  constexpr double kRadius = 7;
  const long filled = std::lround(outcome.value / kPeople);
  html.open("svg", {{"viewBox", view_box()}, {"role", "img"}});
  html.element("title", in_ten_text(outcome.value) + " people");
  html.element("desc", "Ten circles, one for each person of ten; the filled ones are those it happened to.");
  for (int person = 0; person < kPeople; ++person) {
    html.empty("circle", {{"class", person < filled ? "person" : "empty"},
                          {"cx", at(kMargin + 2 + person * 22.0)},
                          {"cy", at(kHeight / 2)},
                          {"r", at(kRadius)}});
  }
  html.close();
}

void write_row(HtmlWriter& html, const Presentation& shown, const TherapyLine& line, const Outcome& outcome) {
  html.open("tr").open("th", {{"scope", "row"}});
  const std::string name = capitalised_name(outcome.name);
  const std::string arm = plain(outcome.arm);
  html.text(join({name, arm}, ", "));
  const std::string time = duration_words(outcome.follow_up);
  std::string marks;
  if (outcome.statement >= 0 && static_cast<size_t>(outcome.statement) < line.statements.size()) {
    marks = shown.marks_text(line.statements[static_cast<size_t>(outcome.statement)]);
  }
  if (!time.empty() || !marks.empty())
    html.element("small", join({time.empty() ? "" : "at " + time, marks}, " "));
  html.close();
  html.open("td").text(shown.lay() ? in_ten_text(outcome.value) : rate_text(outcome));
  if (const std::string interval = interval_text(outcome); !shown.lay() && !interval.empty())
    html.element("small", interval);
  html.close();
  html.open("td", {{"class", "plot"}});
  if (shown.lay())
    write_ten(html, outcome);
  else
    write_dot(html, line, outcome);
  html.close().close().line_end();
}

// A drawn figure looks certain, so only one that says of whom and of what it is gets drawn: it has a name and
// an arm, and its sentence gives no other figure for the same name, arm and time (then which is whose is
// unclear).
bool is_drawn(const TherapyLine& line, const Outcome& outcome) {
  if (!is_proportion(outcome) || plain(outcome.name).empty() || plain(outcome.arm).empty()) return false;
  const auto same = [&](const Outcome& other) {
    return other.statement == outcome.statement && other.name == outcome.name && other.arm == outcome.arm &&
           other.follow_up == outcome.follow_up && other.harm == outcome.harm;
  };
  return std::count_if(line.outcomes.begin(), line.outcomes.end(), same) == 1;
}

void write_table(HtmlWriter& html, const Presentation& shown, const TherapyLine& line, bool harms) {
  const auto belongs = [&](const Outcome& outcome) {
    return outcome.harm == harms && is_drawn(line, outcome);
  };
  if (std::none_of(line.outcomes.begin(), line.outcomes.end(), belongs)) return;
  html.open("table", {{"class", harms ? "harm" : "benefit"}});
  if (shown.lay())
    html.element("caption", harms ? "Out of 10 people: unwanted effects" : "Out of 10 people: how it went");
  else
    html.element("caption", harms ? "Harms, % of people" : "Outcomes, % of people");
  html.open("thead").open("tr");
  html.element("th", "What was counted", {{"scope", "col"}});
  html.element("th", shown.lay() ? "How many" : "Share", {{"scope", "col"}});
  html.open("th", {{"scope", "col"}, {"class", "plot"}});
  if (shown.lay())
    html.text("10 people");
  else
    write_scale(html);
  html.close().close().close().open("tbody").line_end();
  for (const Outcome& outcome : line.outcomes) {
    if (belongs(outcome)) write_row(html, shown, line, outcome);
  }
  html.close().close().line_end();
}

}  // namespace

void write_plot(HtmlWriter& html, const Presentation& shown, const TherapyLine& line) {
  write_table(html, shown, line, false);
  write_table(html, shown, line, true);
}

}  // namespace attest
