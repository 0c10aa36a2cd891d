// The style sheet of an answer's page. Colours are custom properties in two sets, light and dark; a test
// computes the contrast of every pair of text and ground (WCAG 2.2, 1.4.3: at least 4.5).
#pragma once

namespace attest {

inline constexpr const char* kHtmlStyle = R"css(
:root{color-scheme:light dark;--ground:#ffffff;--card:#f5f7f8;--ink:#16202a;--soft:#4a5763;--link:#0b5a8a;--accent:#0b6b60;--warn:#8a3b00;--warn-ground:#fff4e5;--rule:#c9d2d9;--mark:#fff3b0}
@media (prefers-color-scheme:dark){:root{--ground:#12181d;--card:#1b242b;--ink:#e8edf1;--soft:#aab7c2;--link:#86c5f0;--accent:#63cfc0;--warn:#ffb877;--warn-ground:#33230f;--rule:#3c4a55;--mark:#4a4210}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:50rem;margin:0 auto;padding:0 1rem}
header{padding-top:2rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .6rem;text-wrap:balance}
h2{font-size:1.15rem;margin:2.2rem 0 .6rem;padding-top:.5rem;border-top:2px solid var(--rule)}
h3{font-size:1.05rem;margin:0}
p{margin:.4rem 0}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
:target{background:var(--mark)}
.skip{position:absolute;left:-999rem;top:0;background:var(--ground);padding:.6rem 1rem;z-index:1}
.skip:focus{left:0}
.soft{color:var(--soft);font-size:.9rem}
.verdict{display:inline-block;font-weight:700;color:var(--accent);border:1.5px solid var(--accent);border-radius:1rem;padding:.05rem .7rem;margin-right:.5rem}
.verdict.none{color:var(--warn);border-color:var(--warn)}
.bottom{background:var(--card);border-left:5px solid var(--accent);padding:.1rem 1.1rem .8rem;margin-top:1.4rem;border-radius:0 .5rem .5rem 0}
.bottom h2{border:0;margin-top:.6rem;padding:0}
.bottom p{font-size:1.08rem}
.warnings{background:var(--warn-ground);border-left:5px solid var(--warn);padding:.1rem 1.1rem .8rem;margin-top:1.4rem;border-radius:0 .5rem .5rem 0}
.warnings h2{border:0;margin-top:.6rem;padding:0;color:var(--warn)}
ul,ol{padding-left:1.3rem;margin:.4rem 0}
li{margin:.3rem 0}
.pathway{list-style:none;padding:0;margin:0}
.card{background:var(--card);border-radius:.6rem;padding:1rem 1.1rem;margin:0 0 1rem;border:1px solid var(--rule)}
.card h3 .rank{display:inline-block;min-width:1.7em;height:1.7em;line-height:1.7em;text-align:center;border-radius:1em;background:var(--accent);color:var(--ground);margin-right:.5rem;font-size:.95em}
.card h4{font-size:.95rem;margin:.9rem 0 .2rem}
.reason{color:var(--soft)}
.move{border-top:1px dashed var(--rule);margin-top:.8rem;padding-top:.5rem}
.harm h4,.caution{color:var(--warn)}
.cite{font-size:.85em}
table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.92rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding:.2rem 0}
th,td{text-align:left;vertical-align:middle;padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--rule);font-weight:400}
thead th{font-size:.82rem;color:var(--soft)}
th small{display:block;color:var(--soft);font-size:.88em}
td small{display:block;color:var(--soft);font-size:.88em}
.plot{width:38%;min-width:6.2rem;padding-right:0}
.plot svg{display:block;width:100%;height:1.35rem}
.plot line{vector-effect:non-scaling-stroke;stroke-linecap:round}
.scale{display:flex;justify-content:space-between}
.axis{stroke:var(--rule);stroke-width:1}
.interval{stroke:var(--plot);stroke-width:2.5}
.dot{stroke:var(--plot);stroke-width:11}
.hollow{stroke:var(--card);stroke-width:6.5}
.person{fill:var(--plot);stroke:var(--plot);stroke-width:1.5}
.empty{fill:none;stroke:var(--soft);stroke-width:1.5}
.benefit{--plot:var(--accent)}
table.harm{--plot:var(--warn)}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1rem;margin:.6rem 0}
.side{background:var(--card);border:1px solid var(--rule);border-radius:.5rem;padding:.6rem .9rem}
.side h4{margin:.1rem 0 .3rem;font-size:.98rem}
.references{padding-left:2rem}
.references li{padding:.25rem .3rem;border-radius:.3rem}
blockquote{margin:.4rem 0 .4rem .2rem;padding:.1rem 0 .1rem .8rem;border-left:3px solid var(--rule)}
summary{cursor:pointer;color:var(--link);padding:.2rem 0}
code{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.88em;overflow-wrap:anywhere}
footer{margin-top:2.5rem;padding-bottom:3rem;color:var(--soft);font-size:.9rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{:root{--ground:#fff;--card:#fff;--ink:#000;--soft:#333;--link:#000;--accent:#000;--warn:#000;--warn-ground:#fff;--rule:#999}body{font-size:10.5pt}header,main,footer{max-width:none;padding:0}.skip{display:none}.card,.side,table,blockquote{break-inside:avoid}h2,h3{break-after:avoid}details::details-content{content-visibility:visible;display:block}a{text-decoration:none}}
)css";

}  // namespace attest
