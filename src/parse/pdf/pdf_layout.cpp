#include "parse/pdf/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/pdf/pdf_runs.h"

namespace attest::pdf {

namespace {

constexpr int kCutDepthMax = 24;
constexpr size_t kBandsMax = 12;            // white bands tried in a region, widest first
constexpr size_t kEnclosedLinesMin = 5;     // of each column between two things that span the columns
constexpr float kMarginShare = 0.09F;       // of the page's height, at the top and at the bottom
constexpr float kColumnWidthShare = 0.18F;  // narrowest column, as a share of the page's width

struct Gap {
  float from = 0, to = 0;
  float size() const { return to - from; }
};

// White bands between the intervals, widest first.
std::vector<Gap> gaps_between(std::vector<std::pair<float, float>> intervals) {
  std::sort(intervals.begin(), intervals.end());
  std::vector<Gap> gaps;
  float reached = intervals.empty() ? 0 : intervals.front().second;
  for (const auto& [from, to] : intervals) {
    if (from > reached) gaps.push_back({reached, from});
    reached = std::max(reached, to);
  }
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.size() > b.size(); });
  return gaps;
}

class Cutter {
 public:
  Cutter(const Page& page, PageLines& out) : page_(page), out_(out) {}

  void cut(std::vector<Run> region, int depth) {
    if (region.empty()) return;
    if (depth < kCutDepthMax && region.size() > 1) {
      if (const auto middle = column_border(region)) {
        auto [left, right] = split(region, [&](const Run& run) { return run.x0 < *middle; });
        cut(std::move(left), depth + 1);
        cut(std::move(right), depth + 1);
        return;
      }
      // What spans the columns (a title, a wide table) is cut off where that lets columns appear.
      const std::vector<float> bands = white_bands(region);
      for (const float band : bands) {
        auto [upper, lower] = split(region, [&](const Run& run) { return run.y0 < band; });
        if (!column_border(upper) && !column_border(lower)) continue;
        cut(std::move(upper), depth + 1);
        cut(std::move(lower), depth + 1);
        return;
      }
      if (const auto between = bands_around_columns(region, bands)) {
        auto [upper, rest] = split(region, [&](const Run& run) { return run.y0 < between->from; });
        auto [columns, lower] = split(rest, [&](const Run& run) { return run.y0 < between->to; });
        cut(std::move(upper), depth + 1);
        cut(std::move(columns), depth + 1);
        cut(std::move(lower), depth + 1);
        return;
      }
    }
    emit(std::move(region));
  }

 private:
  template <typename Predicate>
  static std::pair<std::vector<Run>, std::vector<Run>> split(const std::vector<Run>& region,
                                                             Predicate first) {
    std::pair<std::vector<Run>, std::vector<Run>> parts;
    for (const Run& run : region) (first(run) ? parts.first : parts.second).push_back(run);
    return parts;
  }

  // Middles of the white bands from edge to edge, widest first.
  static std::vector<float> white_bands(const std::vector<Run>& region) {
    std::vector<std::pair<float, float>> rows;
    for (const Run& run : region) rows.emplace_back(run.y0, run.y1);
    std::vector<float> bands;
    for (const Gap& band : gaps_between(rows)) {
      if (band.size() < 0.2F * typical_size(region) || bands.size() == kBandsMax) break;
      bands.push_back((band.from + band.to) / 2);
    }
    return bands;
  }

  // Columns that stand between two things that span them: an abstract above and a licence below, say. A few
  // short lines side by side may be a table, which is read by rows.
  std::optional<Gap> bands_around_columns(const std::vector<Run>& region,
                                          const std::vector<float>& bands) const {
    for (size_t second = 1; second < bands.size(); ++second) {
      for (size_t first = 0; first < second; ++first) {
        const Gap between{std::min(bands[first], bands[second]), std::max(bands[first], bands[second])};
        std::vector<Run> inside;
        for (const Run& run : region) {
          if (run.y0 >= between.from && run.y0 < between.to) inside.push_back(run);
        }
        const auto border = column_border(inside);
        if (!border) continue;
        const auto left = static_cast<size_t>(
            std::count_if(inside.begin(), inside.end(), [&](const Run& run) { return run.x0 < *border; }));
        if (left >= kEnclosedLinesMin && inside.size() - left >= kEnclosedLinesMin) return between;
      }
    }
    return std::nullopt;
  }

  // Where white space divides the region into columns of text from top to bottom.
  std::optional<float> column_border(const std::vector<Run>& region) const {
    if (region.size() < 2) return std::nullopt;
    std::vector<std::pair<float, float>> columns;
    for (const Run& run : region) columns.emplace_back(run.x0, run.x1);
    const float narrowest = kGutterEm * typical_size(region) * 0.7F;
    size_t tries = 0;
    for (const Gap& gap : gaps_between(columns)) {
      if (gap.size() < narrowest || ++tries > kBandsMax) break;
      const float middle = (gap.from + gap.to) / 2;
      const auto [left, right] = split(region, [&](const Run& run) { return run.x0 < middle; });
      if (is_column(left) && is_column(right)) return middle;
    }
    return std::nullopt;
  }

  static float typical_size(const std::vector<Run>& region) {
    std::vector<float> sizes;
    for (const Run& run : region) sizes.push_back(run.font_size);
    const auto middle = sizes.begin() + static_cast<ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return std::max(*middle, 1.0F);
  }

  // A column of text, not a column of numbers: wide enough, several lines, several words a line.
  bool is_column(const std::vector<Run>& part) const {
    if (part.empty()) return false;
    float x0 = part.front().x0;
    float x1 = part.front().x1;
    size_t words = 0;
    for (const Run& run : part) {
      x0 = std::min(x0, run.x0);
      x1 = std::max(x1, run.x1);
      words += run.words;
    }
    return x1 - x0 >= kColumnWidthShare * page_.width && part.size() >= 3 && words >= 3 * part.size();
  }

  void emit(std::vector<Run> region) {
    std::stable_sort(region.begin(), region.end(),
                     [](const Run& a, const Run& b) { return a.y0 + a.y1 < b.y0 + b.y1; });
    const size_t first = out_.lines.size();
    for (size_t i = 0; i < region.size();) {
      size_t end = i + 1;
      while (end < region.size()) {
        const float shared = std::min(region[i].y1, region[end].y1) - std::max(region[i].y0, region[end].y0);
        if (shared < 0.5F * std::min(region[i].y1 - region[i].y0, region[end].y1 - region[end].y0)) break;
        ++end;
      }
      std::stable_sort(region.begin() + static_cast<ptrdiff_t>(i),
                       region.begin() + static_cast<ptrdiff_t>(end),
                       [](const Run& a, const Run& b) { return a.x0 < b.x0; });
      Line line;
      line.x0 = region[i].x0;
      line.y0 = region[i].y0;
      for (size_t k = i; k < end; ++k) {
        if (!line.text.empty()) line.text += ' ';
        const auto offset = static_cast<uint32_t>(line.text.size());
        for (const ByteSpan span : region[k].raised)
          line.raised.push_back({span.start + offset, span.end + offset});
        line.text += region[k].text;
        line.x1 = std::max(line.x1, region[k].x1);
        line.y0 = std::min(line.y0, region[k].y0);
        line.y1 = std::max(line.y1, region[k].y1);
        line.font_size = std::max(line.font_size, region[k].font_size);
      }
      line.in_margin = line.y1 < kMarginShare * page_.height || line.y0 > (1 - kMarginShare) * page_.height;
      out_.lines.push_back(std::move(line));
      i = end;
    }
    mark_paragraphs(first);
  }

  // A paragraph starts after a wide gap, at an indent, at a change of type, after a short last line.
  void mark_paragraphs(size_t first) {
    std::vector<Line>& lines = out_.lines;
    float left = 1e9F;
    float right = 0;
    for (size_t i = first; i < lines.size(); ++i) {
      left = std::min(left, lines[i].x0);
      right = std::max(right, lines[i].x1);
    }
    for (size_t i = first; i < lines.size(); ++i) {
      lines[i].left = left;
      if (i == first) {
        // The next column goes on with the paragraph of the last one unless it says otherwise.
        lines[i].starts_paragraph =
            first == 0 || lines[i].x0 > left + lines[i].font_size ||
            std::fabs(lines[i].font_size - lines[i - 1].font_size) > 0.15F * lines[i].font_size ||
            ends_sentence(lines[i - 1]) || lines[i].y0 > lines[i - 1].y1;
        lines[i].set_apart = first == 0;
        continue;
      }
      const Line& before = lines[i - 1];
      Line& line = lines[i];
      const float size = std::max(line.font_size, 1.0F);
      const bool apart = line.y0 - before.y1 > 0.6F * size;
      const bool indented = line.x0 > left + size && before.x0 < line.x0 - 0.7F * size;
      const bool other_type = std::fabs(line.font_size - before.font_size) > 0.15F * size;
      const bool after_short = before.x1 < left + 0.75F * (right - left) && ends_sentence(before);
      line.set_apart = apart || other_type;
      line.starts_paragraph = line.set_apart || indented || after_short;
    }
  }

  static bool ends_sentence(const Line& line) {
    std::string_view text = line.text;
    // The number of a citation may stand behind the full stop.
    if (!line.raised.empty() && line.raised.back().end == text.size())
      text = text.substr(0, line.raised.back().start);
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with(':');
  }

  const Page& page_;
  PageLines& out_;
};

void take_text_from_margins(std::vector<Run>& head, std::vector<Run>& foot, std::vector<Run>& body) {
  if (body.empty()) return;
  constexpr float kLineGapEm = 0.6F;
  float top = body.front().y0;
  float bottom = body.front().y1;
  std::vector<float> types;
  for (const Run& run : body) {
    types.push_back(run.font_size);
    top = std::min(top, run.y0);
    bottom = std::max(bottom, run.y1);
  }
  const auto middle = types.begin() + static_cast<ptrdiff_t>(types.size() / 2);
  std::nth_element(types.begin(), middle, types.end());
  const float type = *middle;
  const auto goes_on = [type](const Run& run, float gap) {
    return gap < kLineGapEm * run.font_size && std::fabs(run.font_size - type) < 0.1F * type;
  };
  size_t taken = 0;
  for (; taken < foot.size() && goes_on(foot[taken], foot[taken].y0 - bottom); ++taken)
    bottom = std::max(bottom, foot[taken].y1);
  std::move(foot.begin(), foot.begin() + static_cast<ptrdiff_t>(taken), std::back_inserter(body));
  foot.erase(foot.begin(), foot.begin() + static_cast<ptrdiff_t>(taken));
  while (!head.empty() && goes_on(head.back(), top - head.back().y1)) {
    top = std::min(top, head.back().y0);
    body.insert(body.begin(), std::move(head.back()));
    head.pop_back();
  }
}

}  // namespace

PageLines lines_of_page(const Page& page) {
  PageLines out;
  out.number = page.number;
  // Running heads are set apart first: they would bridge the gutter between the columns. What stands as close
  // to the text as its lines to each other is text.
  std::vector<Run> head, body, foot;
  for (Run& run : runs_of(page)) {
    if (run.y1 < kMarginShare * page.height) {
      head.push_back(std::move(run));
    } else if (run.y0 > (1 - kMarginShare) * page.height) {
      foot.push_back(std::move(run));
    } else {
      body.push_back(std::move(run));
    }
  }
  take_text_from_margins(head, foot, body);
  Cutter cutter(page, out);
  const size_t head_begins = out.lines.size();
  cutter.cut(std::move(head), 0);
  const size_t body_begins = out.lines.size();
  cutter.cut(std::move(body), 0);
  const size_t foot_begins = out.lines.size();
  cutter.cut(std::move(foot), 0);
  for (size_t i = head_begins; i < out.lines.size(); ++i)
    out.lines[i].is_head_or_foot = i < body_begins || i >= foot_begins;
  return out;
}

std::string largest_text(const PageLines& page) {
  constexpr size_t kTitleBytesMax = 300;
  constexpr size_t kLettersMin = 8;
  const auto letters = [](std::string_view text) {
    return static_cast<size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return is_letter_byte(c); }));
  };
  float largest = 0;
  for (const Line& line : page.lines) {
    if (letters(line.text) >= kLettersMin) largest = std::max(largest, line.font_size);
  }
  std::string title;
  for (const Line& line : page.lines) {
    if (line.font_size < 0.95F * largest || largest <= 0) {
      if (!title.empty()) break;
      continue;
    }
    if (title.size() + line.text.size() > kTitleBytesMax) break;
    if (!title.empty()) title += ' ';
    title += line.text;
  }
  return title;
}

bool is_plausible_title(std::string_view title) {
  const std::string text = lower_ascii(trimmed(title));
  if (text.size() < 10 || text.find(' ') == std::string::npos) return false;
  for (const char* start :
       {"microsoft", "untitled", "doi:", "document", "slide 1", "powerpoint", "layout", "/"}) {
    if (text.starts_with(start)) return false;
  }
  for (const char* ending :
       {".doc", ".docx", ".pdf", ".indd", ".qxd", ".qxp", ".tex", ".dvi", ".ppt", ".pptx", ".rtf", ".eps"}) {
    if (text.ends_with(ending)) return false;
  }
  return true;
}

}  // namespace attest::pdf
