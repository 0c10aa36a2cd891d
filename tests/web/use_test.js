// What people do with the pages, by mouse and by keyboard alone, with and without the script:
//   node use_test.js ATTEST
"use strict";
const assert = require("node:assert");
const { start, libraries, browserPath } = require("./server.js");
const [{ chromium }] = libraries("playwright-core");

const program = process.argv[2];
const executablePath = browserPath();
const question = "What is the first-line treatment for anismus?";
const tests = {
  async "asking by keyboard alone leads to a source and back"(page, base) {
    await page.goto(base + "/");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.focus("#question");
    await page.keyboard.type(question);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/answer\?/);
    assert.equal(await page.textContent("h1"), question);
    await page.focus(".bottom .mark");
    await page.keyboard.press("Enter");
    const box = page.locator(".quote-box:popover-open");
    await box.waitFor();
    const quote = await box.locator("blockquote").first().textContent();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".quote-box:popover-open").count(), 0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Read (it|this one) in its source/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/source\//);
    assert.equal(await page.textContent("#sentence"), quote);
    const seen = await page.locator("#sentence").evaluate((mark) => {
      const place = mark.getBoundingClientRect();
      return place.top >= 0 && place.bottom <= innerHeight;
    });
    assert.ok(seen, "the sentence is on the screen");
    await page.goBack();
    assert.equal(await page.textContent("h1"), question);
  },
  async "a follow-up keeps the thread in the address"(page, base) {
    await page.goto(base + "/answer?q=" + encodeURIComponent(question));
    await page.fill("#question", "and if that fails?");
    await page.press("#question", "Enter");
    await page.waitForURL(/q=.*q=/);
    assert.equal(await page.locator(".thread a").count(), 1);
    await page.locator(".thread a").click();
    assert.equal(await page.textContent("h1"), question);
  },
  async "the audience changes and the place stays"(page, base, script) {
    await page.goto(base + "/answer?q=" + encodeURIComponent(question));
    if (script) await page.locator("#references").scrollIntoViewIfNeeded();
    await page.locator(".audience a", { hasText: "Patients" }).click();
    await page.waitForURL(/for=patient/);
    assert.equal(await page.textContent(".audience [aria-current]"), "Patients");
    if (script) assert.match(page.url(), /#./);
  },
  async "one key leaves, and back does not return"(page, base, script) {
    await page.route("https://www.bbc.com/**", (route) => route.fulfill({ body: "elsewhere", contentType: "text/html" }));
    await page.goto(base + "/about");
    await page.goto(base + "/answer?for=patient&q=" + encodeURIComponent(question));
    if (script) await page.keyboard.press("Escape");
    else await page.locator(".exit").click();
    await page.waitForURL(/bbc/);
    if (!script) return;
    await page.goBack();
    assert.doesNotMatch(page.url(), /answer/);
  },
  async "recent questions are kept only on request"(page, base, script) {
    await page.goto(base + "/");
    if (!script) return assert.ok(!(await page.isVisible("#recent")));
    await page.fill("#question", "one");
    await page.press("#question", "Enter");
    await page.waitForURL(/answer/);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.goto(base + "/");
    await page.click("[data-recent-switch]");
    await page.fill("#question", "another");
    await page.press("#question", "Enter");
    await page.waitForURL(/answer/);
    await page.goto(base + "/");
    assert.deepEqual(await page.locator("[data-recent-list] a").allTextContents(), ["another"]);
    await page.click("[data-recent-switch]");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  },
  async "filters narrow a search"(page, base) {
    await page.goto(base + "/search?q=biofeedback");
    const all = await page.textContent("#results");
    await page.click(".refine summary");
    await page.selectOption("#design", "guideline");
    await page.locator(".filters button").click();
    await page.waitForURL(/design=guideline/);
    assert.notEqual(await page.textContent("#results"), all);
    assert.ok((await page.locator(".hits > li").count()) > 0);
  },
  async "a pasted page comes back with remarks that lead to sources"(page, base) {
    await page.goto(base + "/audit");
    await page.fill("#text", "# Anismus\n\nBotulinum toxin cures 99% of patients with anismus for life.\n");
    await page.click("button.primary");
    await page.waitForSelector(".remark");
    assert.match(await page.textContent(".page"), /99%/);
  },
  async "an answer that was kept is held beside that of today"(page, base) {
    const address = base + "/answer.json?q=" + encodeURIComponent(question);
    const kept = await (await page.request.get(address)).json();
    await page.goto(base + "/compare");
    const choose = (content) =>
      page.setInputFiles("#first", { name: "answer.json", mimeType: "application/json", buffer: Buffer.from(content) });
    const compare = () => page.locator("#kept button").click();
    await choose(await (await page.request.get(address)).text());
    await compare();
    await page.locator(".lead", { hasText: "the same, byte for byte" }).waitFor();
    const gone = kept.bottom_line[0].text;
    kept.bottom_line[0].text = "Something else.";
    await choose(JSON.stringify(kept));
    await compare();
    await page.locator(".note.changed").waitFor();
    const first = page.locator(".part").first();
    assert.equal(await first.locator("h3").textContent(), "Bottom line");
    assert.match(await first.locator(".differs").first().textContent(), /Something else/);
    assert.ok((await first.locator(".differs.after").textContent()).includes(gone.slice(0, 40)));
  },
  async "two names of one condition give answers side by side"(page, base) {
    await page.goto(base + "/answer?q=" + encodeURIComponent(question));
    await page.locator("aside a[href^='/compare?']").click();
    await page.waitForURL(/compare\?q=.*r=/);
    assert.equal(await page.locator(".compared h2").count(), 2);
    assert.match(await page.textContent(".lead"), /in both|say the same/);
  },
  async "a search can be followed as a feed"(page, base) {
    await page.goto(base + "/search?q=biofeedback&design=guideline");
    const feed = await page.getAttribute("link[rel=alternate]", "href");
    assert.match(feed, /design=guideline/);
    const answered = await page.request.get(base + feed);
    assert.match(answered.headers()["content-type"], /atom\+xml/);
    assert.match(await answered.text(), /<entry>/);
  },
  async "copying gives the text with its references"(page, base, script) {
    await page.goto(base + "/answer?q=" + encodeURIComponent(question));
    if (!script) return assert.ok(!(await page.isVisible("[data-copy]")));
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.click("[data-copy*='.ama.txt']");
    await page.waitForFunction(() => document.querySelector("[data-said]").textContent);
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^1\. \S/);
  },
  async "a page prints to PDF with its references open"(page, base) {
    await page.goto(base + "/answer?q=" + encodeURIComponent(question));
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 20000 && pdf.subarray(0, 4).toString() === "%PDF");
  },
};

async function main() {
  const server = await start(program);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  let failed = 0;
  for (const script of [true, false]) {
    for (const [name, test] of Object.entries(tests)) {
      const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      page.setDefaultTimeout(15000);
      try {
        await test(page, server.base, script);
        console.log(`ok ${name}${script ? "" : ", without script"}`);
      } catch (error) {
        ++failed;
        console.log(`FAILED ${name}${script ? "" : ", without script"}: ${error.message}`);
      }
      await context.close();
    }
  }
  await browser.close();
  await server.stop();
  process.exit(failed === 0 ? 0 : 1);
}
main();
