// What the report of an audit adds to the style sheet of an answer's page.
#pragma once

namespace attest {

inline constexpr const char* kAuditStyle = R"css(
mark{background:var(--mark);color:inherit;padding:.05em .1em;border-radius:.2em}
mark.serious{background:var(--warn-ground);text-decoration:underline double var(--warn)}
mark.warning{text-decoration:underline dashed}
mark.note{background:none;text-decoration:underline dotted}
mark.fits{background:none;text-decoration:underline .06em}
mark{text-underline-offset:.2em;overflow-wrap:anywhere}
.see{font-size:.7em;text-decoration:none;padding:0 .3em;margin:0 .2em;border:1px solid var(--rule);border-radius:.3rem}
.page{border:1px solid var(--rule);border-radius:.5rem;padding:.4rem 1.2rem 1rem;background:var(--card)}
.page h3{font-size:1.15rem;margin:1.2rem 0 .4rem}
.page .item{margin:.3rem 0 .3rem 1.2rem}
.page .item::before{content:"• ";margin-left:-.9rem}
.page .item.numbered::before{content:none}
.page .item.deep{margin-left:2.6rem}
.page .row{font-variant-numeric:tabular-nums}
.page .aside{color:var(--soft);font-size:.85rem}
.remark{background:var(--card);border:1px solid var(--rule);border-left:5px solid var(--rule);border-radius:.4rem;padding:.5rem .9rem;margin:.8rem 0}
.remark.serious{border-left-color:var(--warn)}
.remark.warning{border-left-color:var(--accent)}
.kind{font-weight:700}
.see{display:inline-block;min-width:1em;text-align:center}
.legend mark{margin-right:.8em}
.remark,.page,td{overflow-wrap:anywhere}
)css";

}  // namespace attest
