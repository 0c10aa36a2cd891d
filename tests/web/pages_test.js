// Every page, for every audience, at phone and desktop width, light and dark, as a person meets it:
//   node pages_test.js ATTEST [--screenshots FOLDER]
// axe-core finds no violation of WCAG 2.2 AA; nothing is wider than the screen, also at 200 % zoom (half the
// width) and with the text spacing of WCAG 1.4.12; the console stays silent; nothing is asked of another site.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { start, libraries, browserPath } = require("./server.js");
const [{ chromium }] = libraries("playwright-core", "axe-core");

const program = process.argv[2];
const folder = process.argv[3] === "--screenshots" ? process.argv[4] : "";
const executablePath = browserPath();
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const question = "What is the first-line treatment for anismus?";
const ask = (audience, ...thread) =>
  "/answer?" + new URLSearchParams([...[question, ...thread].map((text) => ["q", text]), ["for", audience]]);
const pages = {
  ask: "/",
  "ask-patient": "/?for=patient",
  answer: ask("clinician"),
  "answer-patient": ask("patient"),
  "answer-partner": ask("partner"),
  thread: ask("clinician", "and if that fails?"),
  "no-evidence": "/answer?q=What+is+the+treatment+of+gout%3F",
  "no-evidence-patient": "/answer?q=What+is+the+treatment+of+gout%3F&for=patient",
  source: "/source/pmid:17294322",
  "source-marked": "/source/pmid:24668156?span=353-551#sentence",
  search: "/search?q=biofeedback",
  "search-empty": "/search",
  "search-none": "/search?q=zzzz",
  compare: "/compare?x=biofeedback&y=botulinum+toxin&of=anismus",
  "compare-names": "/compare?name=anismus&other=pelvic+floor+dyssynergia&q=" + encodeURIComponent(question),
  "compare-empty": "/compare",
  "compare-sources": "/compare?a=pmid:17294322&b=pmid:32372153",
  audit: "/audit",
  collection: "/collection",
  about: "/about",
  error: "/nowhere",
};
const failures = [];
const fail = (text) => {
  failures.push(text);
  console.log("FAILED " + text);
};

// One tab for each setting, so that pages come from a warm browser, as for a person who walks through them.
async function checkAll(browser, base, setting) {
  const context = await browser.newContext({
    viewport: { width: setting.width, height: setting.height },
    colorScheme: setting.scheme,
    javaScriptEnabled: setting.script !== false,
    bypassCSP: Boolean(setting.axe || setting.spacing),
  });
  const page = await context.newPage();
  let label = "";
  page.on("pageerror", (error) => fail(`${label}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) fail(`${label}: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) fail(`${label}: asks ${request.url()}`);
  });
  for (const name of Object.keys(pages)) {
    label = `${name} at ${setting.name}`;
    await check(page, base, name, setting, label);
  }
  await context.close();
}

async function check(page, base, name, setting, label) {
  await page.goto(base + pages[name]);
  if (setting.spacing) {
    await page.addStyleTag({
      content: "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}",
    });
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) fail(`${label}: ${over} pixels wider than the screen`);
  // An item that is laid out late clips what stands outside of it: its number must stand inside.
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll("ol > li")].filter((item) => {
      const style = getComputedStyle(item);
      return style.contentVisibility === "auto" && style.listStyleType !== "none";
    }).length);
  if (clipped > 0) fail(`${label}: the numbers of ${clipped} items are cut off`);
  if (setting.axe) {
    await page.evaluate(axe);
    const found = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"] }), setting.axe);
    for (const violation of found.violations) {
      const where = violation.nodes.slice(0, 3).map((node) => node.target.join(" ") + " " + (node.failureSummary || "").replace(/\s+/g, " "));
      fail(`${label}: axe ${violation.id}: ${where.join(" | ")}`);
    }
  }
  if (folder) {
    await page.screenshot({ path: path.join(folder, `${name}-${setting.name}.png`), fullPage: setting.full === true });
  }
}

async function main() {
  const server = await start(program, ["--support", "If anything worries you, call your doctor."]);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // Dark mode changes colours and nothing else.
  const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
  const settings = [
    { name: "1280", width: 1280, height: 900, scheme: "light", axe: levels },
    { name: "390", width: 390, height: 844, scheme: "light", axe: levels },
    { name: "1280-dark", width: 1280, height: 900, scheme: "dark", axe: colours },
    { name: "390-dark", width: 390, height: 844, scheme: "dark" },
    { name: "zoom", width: 320, height: 256, scheme: "light" },
    { name: "spacing", width: 390, height: 844, scheme: "light", spacing: true },
    { name: "no-script", width: 1280, height: 900, scheme: "light", script: false },
  ];
  try {
    const waiting = [...settings];
    const work = async () => {
      for (let setting = waiting.shift(); setting; setting = waiting.shift()) await checkAll(browser, server.base, setting);
    };
    await Promise.all([work(), work()]);
  } finally {
    await browser.close();
    await server.stop();
  }
  console.log(failures.length === 0 ? `${Object.keys(pages).length} pages, ${settings.length} settings: all well` : `${failures.length} failures`);
  process.exit(failures.length === 0 ? 0 : 1);
}
main();
