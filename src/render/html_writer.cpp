#include "render/html_writer.h"

#include <array>

#include <sodium.h>

namespace attest {
namespace {

void escape(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
}

}  // namespace

void HtmlWriter::start(Literal tag, const std::vector<Attribute>& attributes) {
  out_ += '<';
  out_ += tag.view();
  for (const Attribute& attribute : attributes) {
    out_ += ' ';
    out_ += attribute.name.view();
    out_ += "=\"";
    escape(out_, attribute.value);
    out_ += '"';
  }
  out_ += '>';
}

HtmlWriter& HtmlWriter::open(Literal tag, const std::vector<Attribute>& attributes) {
  start(tag, attributes);
  open_.push_back(tag.view());
  return *this;
}

HtmlWriter& HtmlWriter::close() {
  if (open_.empty()) return *this;
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::empty(Literal tag, const std::vector<Attribute>& attributes) {
  start(tag, attributes);
  if (!open_.empty() && open_.back() == "svg") out_.insert(out_.size() - 1, "/");
  return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  escape(out_, text);
  return *this;
}

HtmlWriter& HtmlWriter::element(Literal tag, std::string_view content,
                                const std::vector<Attribute>& attributes) {
  return open(tag, attributes).text(content).close();
}

HtmlWriter& HtmlWriter::literal(Literal markup) {
  out_ += markup.view();
  return *this;
}

HtmlWriter& HtmlWriter::line_end() {
  out_ += '\n';
  return *this;
}

std::string HtmlWriter::finish() && {
  while (!open_.empty()) close();
  out_ += '\n';
  return std::move(out_);
}

std::string style_digest(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)>
      text{};
  sodium_bin2base64(text.data(), text.size(), digest.data(), digest.size(), sodium_base64_VARIANT_ORIGINAL);
  return text.data();
}

void write_file_head(HtmlWriter& html, std::string_view title, std::initializer_list<Literal> styles) {
  std::string allowed;
  for (const Literal style : styles) allowed += " 'sha256-" + style_digest(style.view()) + "'";
  html.literal("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).line_end().open("head").line_end();
  html.empty("meta", {{"charset", "utf-8"}}).line_end();
  html.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                      {"content",
                       "default-src 'none'; style-src" + allowed + "; base-uri 'none'; form-action 'none'"}})
      .line_end();
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).line_end();
  html.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).line_end();
  html.element("title", title).line_end();
  for (const Literal style : styles) html.open("style").literal(style).close().line_end();
  html.close().line_end();
}

}  // namespace attest
