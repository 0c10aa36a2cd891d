#include "parse/pdf_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "parse/markup_tree.h"
#include "parse/white_space.h"

namespace attest::pdf {

namespace {

constexpr int kCutDepthMax = 24;
constexpr size_t kBandsMax = 12;            // white bands tried in a region, widest first
constexpr size_t kEnclosedLinesMin = 5;     // of each column between two things that span the columns
constexpr float kMarginShare = 0.09F;       // of the page's height, at the top and at the bottom
constexpr float kGutterEm = 1.0F;           // narrowest white space between columns, in type sizes
constexpr float kColumnWidthShare = 0.18F;  // narrowest column, as a share of the page's width

// Words that stand on one line without a wide gap.
struct Run {
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float font_size = 0;
  std::string text;
  size_t words = 0;
};

float height(const Box& box) { return box.y1 - box.y0; }

std::string without_ligatures(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kLigatures = {{
      {"\xEF\xAC\x80", "ff"},
      {"\xEF\xAC\x81", "fi"},
      {"\xEF\xAC\x82", "fl"},
      {"\xEF\xAC\x83", "ffi"},
      {"\xEF\xAC\x84", "ffl"},
      {"\xEF\xAC\x85", "st"},
      {"\xEF\xAC\x86", "st"},
  }};
  std::string out;
  for (size_t at = 0; at < text.size();) {
    bool replaced = false;
    if (text[at] == '\xEF') {
      for (const auto& [ligature, letters] : kLigatures) {
        if (!text.substr(at).starts_with(ligature)) continue;
        out += letters;
        at += ligature.size();
        replaced = true;
        break;
      }
    }
    if (!replaced) out += text[at++];
  }
  return out;
}

// Boxes are taken line by line, then split where a gap is as wide as a gutter.
std::vector<Run> runs_of(const Page& page) {
  std::vector<const Box*> boxes;
  for (const Box& box : page.boxes) {
    const bool sound = box.x1 > box.x0 && box.y1 > box.y0 && height(box) < 500.0F;
    if (sound && !trimmed(box.text).empty()) boxes.push_back(&box);
  }
  // Rows first: by the middle of each box, so that a superscript stays with its line.
  std::stable_sort(boxes.begin(), boxes.end(),
                   [](const Box* a, const Box* b) { return a->y0 + a->y1 < b->y0 + b->y1; });
  std::vector<Run> runs;
  for (size_t start = 0; start < boxes.size();) {
    float top = boxes[start]->y0;
    float bottom = boxes[start]->y1;
    size_t end = start + 1;
    while (end < boxes.size()) {
      const Box& next = *boxes[end];
      const float shared = std::min(bottom, next.y1) - std::max(top, next.y0);
      if (shared < 0.5F * std::min(bottom - top, height(next))) break;
      // The row keeps the extent of its tallest box; it does not creep downwards.
      if (height(next) > bottom - top) {
        top = next.y0;
        bottom = next.y1;
      }
      ++end;
    }
    std::vector<const Box*> row(boxes.begin() + static_cast<ptrdiff_t>(start),
                                boxes.begin() + static_cast<ptrdiff_t>(end));
    std::stable_sort(row.begin(), row.end(), [](const Box* a, const Box* b) { return a->x0 < b->x0; });
    bool space_after = true;
    for (const Box* box : row) {
      const float size = box->font_size > 0 ? box->font_size : height(*box);
      const float gap = runs.empty() ? 0.0F : box->x0 - runs.back().x1;
      const bool same_run = box != row.front() && gap < kGutterEm * std::max(size, runs.back().font_size);
      const std::string text = without_ligatures(box->text);
      if (!same_run) {
        runs.push_back({box->x0, box->x1, box->y0, box->y1, size, text, 1});
      } else {
        Run& run = runs.back();
        if (space_after || gap > 0.25F * size) run.text += ' ';
        run.text += text;
        run.x1 = std::max(run.x1, box->x1);
        run.y0 = std::min(run.y0, box->y0);
        run.y1 = std::max(run.y1, box->y1);
        run.font_size = std::max(run.font_size, size);
        ++run.words;
      }
      space_after = box->space_after;
    }
    start = end;
  }
  return runs;
}

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
      if (i == first) {
        // The next column goes on with the paragraph of the last one unless it says otherwise.
        lines[i].starts_paragraph =
            first == 0 || lines[i].x0 > left + lines[i].font_size ||
            std::fabs(lines[i].font_size - lines[i - 1].font_size) > 0.15F * lines[i].font_size ||
            ends_sentence(lines[i - 1].text) || lines[i].y0 > lines[i - 1].y1;
        continue;
      }
      const Line& before = lines[i - 1];
      Line& line = lines[i];
      const float size = std::max(line.font_size, 1.0F);
      const bool apart = line.y0 - before.y1 > 0.6F * size;
      const bool indented = line.x0 > left + size && before.x0 < line.x0 - 0.7F * size;
      const bool other_type = std::fabs(line.font_size - before.font_size) > 0.15F * size;
      const bool after_short = before.x1 < left + 0.75F * (right - left) && ends_sentence(before.text);
      line.starts_paragraph = apart || indented || other_type || after_short;
    }
  }

  static bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with(':');
  }

  const Page& page_;
  PageLines& out_;
};

}  // namespace

PageLines lines_of_page(const Page& page) {
  PageLines out;
  out.number = page.number;
  // Running heads are set apart first: they would bridge the gutter between the columns.
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
  Cutter cutter(page, out);
  cutter.cut(std::move(head), 0);
  cutter.cut(std::move(body), 0);
  cutter.cut(std::move(foot), 0);
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
