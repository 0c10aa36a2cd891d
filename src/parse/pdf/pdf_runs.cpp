#include "parse/pdf/pdf_runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

#include "base/white_space.h"

namespace attest::pdf {

namespace {

ByteSpan last_bytes(const std::string& text, size_t size) {
  return {static_cast<uint32_t>(text.size() - size), static_cast<uint32_t>(text.size())};
}

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

// A box with the height at which it is put into a row: that of the larger type it leans on, for a raised
// number may reach nearer to the line above than to its own.
struct PlacedBox {
  const Box* box = nullptr;
  float y0 = 0, y1 = 0;
  bool raised = false;  // smaller, and its foot stands above the other's; that of a subscript stands below
};

std::vector<PlacedBox> placed(const std::vector<const Box*>& boxes) {
  constexpr size_t kNeighbours = 3;  // in the order of the file
  std::vector<PlacedBox> out;
  for (size_t i = 0; i < boxes.size(); ++i) {
    const Box& box = *boxes[i];
    PlacedBox one{&box, box.y0, box.y1, false};
    const size_t from = i > kNeighbours ? i - kNeighbours : 0;
    const size_t until = std::min(boxes.size(), i + kNeighbours + 1);
    for (size_t k = from; k < until; ++k) {
      const Box& host = *boxes[k];
      if (box.font_size <= 0 || box.font_size >= 0.9F * host.font_size) continue;
      const float gap = std::max(box.x0 - host.x1, host.x0 - box.x1);
      const float shared = std::min(box.y1, host.y1) - std::max(box.y0, host.y0);
      if (gap > 0.4F * host.font_size || gap < -0.5F * host.font_size || shared < 0.3F * height(box))
        continue;
      one.y0 = host.y0;
      one.y1 = host.y1;
      one.raised = box.y1 < host.y1 - 0.2F * host.font_size;
      break;
    }
    out.push_back(one);
  }
  return out;
}

constexpr float kFootStep = 0.4F;  // of a line's height, between the feet of two lines

// Two boxes of what was taken for one row stand one above the other.
bool lies_above_itself(std::span<const PlacedBox> row) {
  std::vector<const PlacedBox*> by_left;
  for (const PlacedBox& one : row) by_left.push_back(&one);
  std::stable_sort(by_left.begin(), by_left.end(),
                   [](const PlacedBox* a, const PlacedBox* b) { return a->box->x0 < b->box->x0; });
  for (size_t i = 1; i < by_left.size(); ++i) {
    const PlacedBox& a = *by_left[i - 1];
    const PlacedBox& b = *by_left[i];
    const float shared = std::min(a.box->x1, b.box->x1) - b.box->x0;
    const float narrower = std::min(a.box->x1 - a.box->x0, b.box->x1 - b.box->x0);
    if (shared > 0.3F * narrower && std::fabs(a.y1 - b.y1) > kFootStep * (a.y1 - a.y0)) return true;
  }
  return false;
}

}  // namespace

std::vector<Run> runs_of(const Page& page) {
  std::vector<const Box*> boxes;
  for (const Box& box : page.boxes) {
    const bool sound = box.x1 > box.x0 && box.y1 > box.y0 && height(box) < 500.0F;
    if (sound && !trimmed(box.text).empty()) boxes.push_back(&box);
  }
  // Rows first: by the middle of each box, so that a superscript stays with its line.
  std::vector<PlacedBox> places = placed(boxes);
  std::stable_sort(places.begin(), places.end(),
                   [](const PlacedBox& a, const PlacedBox& b) { return a.y0 + a.y1 < b.y0 + b.y1; });
  std::vector<Run> runs;
  for (size_t start = 0; start < places.size();) {
    float top = places[start].y0;
    float bottom = places[start].y1;
    size_t end = start + 1;
    while (end < places.size()) {
      const PlacedBox& next = places[end];
      const float next_height = next.y1 - next.y0;
      const float shared = std::min(bottom, next.y1) - std::max(top, next.y0);
      if (shared < 0.5F * std::min(bottom - top, next_height)) break;
      // The row keeps the extent of its tallest box; it does not creep downwards.
      if (next_height > bottom - top) {
        top = next.y0;
        bottom = next.y1;
      }
      ++end;
    }
    // Of columns with other line spacing two lines may lie beside one: then each foot has a row of its own.
    const std::span<PlacedBox> of_row(places.data() + start, end - start);
    if (lies_above_itself(of_row)) {
      std::stable_sort(of_row.begin(), of_row.end(),
                       [](const PlacedBox& a, const PlacedBox& b) { return a.y1 < b.y1; });
      const float foot = of_row.front().y1;
      const float step = kFootStep * (of_row.front().y1 - of_row.front().y0);
      end = start + 1;
      while (end < start + of_row.size() && places[end].y1 - foot < step) ++end;
    }
    std::vector<PlacedBox> row(places.begin() + static_cast<ptrdiff_t>(start),
                               places.begin() + static_cast<ptrdiff_t>(end));
    std::stable_sort(row.begin(), row.end(),
                     [](const PlacedBox& a, const PlacedBox& b) { return a.box->x0 < b.box->x0; });
    bool space_after = true;
    for (const PlacedBox& one : row) {
      const Box* box = one.box;
      const float size = box->font_size > 0 ? box->font_size : height(*box);
      const float gap = runs.empty() ? 0.0F : box->x0 - runs.back().x1;
      const bool same_run = box != row.front().box && gap < kGutterEm * std::max(size, runs.back().font_size);
      const std::string text = without_ligatures(box->text);
      if (!same_run) {
        runs.push_back({box->x0, box->x1, box->y0, box->y1, size, text, {}, 1});
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
      if (one.raised) runs.back().raised.push_back(last_bytes(runs.back().text, text.size()));
      space_after = box->space_after;
    }
    start = end;
  }
  return runs;
}

}  // namespace attest::pdf
