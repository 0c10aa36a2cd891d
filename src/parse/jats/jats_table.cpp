// Tables of JATS (the XHTML table model) as text rows.
#include <algorithm>
#include <charconv>
#include <utility>

#include "base/limits.h"
#include "parse/jats/jats_text.h"
#include "parse/stream/markup_tree.h"

namespace attest::jats {

namespace {

constexpr size_t kColumnsMax = 500;
constexpr size_t kSpanMax = 1000;
constexpr size_t kTableBytesMax = 8u << 20;  // spans must not multiply a small file into a large text

size_t span_of(pugi::xml_node cell, std::string_view name) {
  const std::string_view value = attribute(cell, name);
  size_t span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp<size_t>(span, 1, kSpanMax);
}

// Rows of one <table>, in the order of its groups.
class Grid {
 public:
  void add_row(pugi::xml_node row) {
    std::vector<std::string> cells;
    size_t column = 0;
    const auto fill_spanned = [&] {
      while (column < spanned_.size() && spanned_[column].rows > 0) {
        cells.push_back(spanned_[column].text);
        --spanned_[column].rows;
        ++column;
      }
    };
    for (const pugi::xml_node& cell : row.children()) {
      const std::string_view name = local_name(cell);
      if (name != "td" && name != "th") continue;
      fill_spanned();
      const std::string text = cell_text(cell);
      const size_t rows = span_of(cell, "rowspan");
      const size_t columns = span_of(cell, "colspan");
      for (size_t i = 0; i < columns && column < kColumnsMax; ++i, ++column) {
        cells.push_back(i == 0 ? text : std::string());
        if (rows > 1) {
          if (spanned_.size() <= column) spanned_.resize(column + 1);
          spanned_[column] = {i == 0 ? text : std::string(), rows - 1};
        }
      }
    }
    fill_spanned();
    append(cells);
  }

  // A span ends with its row group.
  void end_group() { spanned_.clear(); }
  std::string take() && { return std::move(text_); }

 private:
  struct Spanned {
    std::string text;
    size_t rows = 0;
  };

  static std::string cell_text(pugi::xml_node cell) {
    std::string text = inline_text(cell);
    // The separator must stay unambiguous.
    std::replace(text.begin(), text.end(), '\n', ' ');
    for (size_t at = text.find(" | "); at != std::string::npos; at = text.find(" | ", at + 1))
      text[at + 1] = '/';
    return text;
  }

  void append(std::vector<std::string>& cells) {
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    if (cells.empty() || text_.size() > kTableBytesMax) return;
    if (!text_.empty()) text_.push_back('\n');
    for (size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text_ += " | ";
      text_ += cells[i];
    }
  }

  std::vector<Spanned> spanned_;
  std::string text_;
};

void add_rows(pugi::xml_node group, Grid& grid) {
  for (const pugi::xml_node& one : group.children()) {
    const std::string_view name = local_name(one);
    if (name == "tr") {
      grid.add_row(one);
    } else if (name == "thead" || name == "tbody" || name == "tfoot") {
      add_rows(one, grid);
      grid.end_group();
    }
  }
}

}  // namespace

std::string table_text(pugi::xml_node table_wrap) {
  Grid grid;
  for (const pugi::xml_node& table : descendants(table_wrap, "table")) {
    add_rows(table, grid);
    grid.end_group();
  }
  std::string text = std::move(grid).take();
  for (const pugi::xml_node& foot : children(table_wrap, "table-wrap-foot")) {
    Flow flow;
    collect_flow(foot, flow);
    for (const std::string& note : flow.paragraphs) {
      if (!text.empty()) text.push_back('\n');
      text += note;
    }
  }
  return text;
}

}  // namespace attest::jats
