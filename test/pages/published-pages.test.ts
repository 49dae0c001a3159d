import axe from "axe-core";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readCorpus } from "../../src/adapters/files/read-corpus.js";
import { publish } from "../../src/publish.js";
import { CORPUS } from "../edition/letter.js";
import { plainWork } from "../render/html/works.js";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
/** Where pictures go for eyes to look at; nowhere unless named. */
const PICTURES = process.env["QUOTH_PICTURES"];
const PHONE = { width: 375, height: 700 };
const LETTER = "jfk-1961-04-18/index.html";
const TOGETHER = "jfk-1961-04-18/side-by-side/index.html";
let folder = "";
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "quoth-pages-"));
  const arabic = plainWork(["كلمة أولى هنا. كلمة ثانية هناك.\n\nفقرة ثانية."], {
    id: "arabic",
    title: "رسالة",
    language: "ar",
  });
  const odd = plainWork(["A café, a CAFE\u0301, and a cafeteria. He said:\n“Don’t <b>go</b> there.”"], {
    id: "odd",
  });
  const long =
    "It was a bright cold day, and the clocks were striking thirteen. Nobody in the street looked up.";
  const many = plainWork(
    [
      `${long}\n\nA second paragraph, which is grey.\n\nThe end is near.`,
      `${long}\n\nA second paragraph which is gray.\n\nThe end is near.`,
      `${long}\n\nThe end is near.\n\nA last paragraph that no other edition has, and it goes on for a while.`,
      `${long.replace("bright", "dull")}\n\nA second paragraph, which is grey.`,
      "كان يوما باردا. لم ينظر أحد.\n\nفقرة ثانية.\n\nالنهاية قريبة.",
    ],
    { id: "many", title: "A tale of many editions", language: "en" },
    [{}, {}, {}, {}, { language: "ar", translator: "A. Translator" }],
  );
  await publish([...(await readCorpus(CORPUS)), arabic, odd, many], folder, {
    base: "https://letters.example/",
  });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withPage<T>(
  name: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  try {
    await page.goto(pathToFileURL(folder).href + "/" + name);
    const result = await use(page);
    // Pages of the site itself, and nothing else; no policy was broken and no script failed.
    expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
    expect(complaints).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage });
}

it.each([
  ["letter", LETTER, {}],
  ["letter-dark", LETTER, { colorScheme: "dark" }],
  ["letter-phone", LETTER, { viewport: PHONE, hasTouch: true, isMobile: true }],
  ["other-edition", "jfk-1961-04-18/@ucsb/index.html", {}],
  ["citations", "jfk-1961-04-18/cite/1.html", {}],
  ["citations-dark", "jfk-1961-04-18/cite/note.A.html", { colorScheme: "dark" }],
  ["together", TOGETHER, {}],
  ["together-dark", TOGETHER, { colorScheme: "dark" }],
  ["together-tablet", TOGETHER, { viewport: { width: 1000, height: 900 } }],
  ["together-phone", TOGETHER, { viewport: PHONE, hasTouch: true, isMobile: true }],
  ["many", "many/side-by-side/index.html", {}],
  ["many-phone", "many/side-by-side/index.html", { viewport: PHONE, hasTouch: true, isMobile: true }],
  ["works", "index.html", {}],
  ["arabic", "arabic/index.html", {}],
] as [string, string, BrowserContextOptions][])("%s passes axe", (name, file, options) =>
  withPage(file, options, async (page) => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    const wider = await page.evaluate<boolean>(
      "document.documentElement.scrollWidth > document.documentElement.clientWidth",
    );
    expect(wider).toBe(false);
    await picture(page, name);
  }),
);

it("is whole without JavaScript", () =>
  withPage(LETTER, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator("#find").isVisible()).toBe(false);
    expect(await page.locator('[id="3.1"]').isVisible()).toBe(true);
    await page.getByRole("link", { name: "ucsb", exact: true }).first().click();
    expect(page.url()).toContain("@ucsb/index.html");
    await page.locator('[id="3"] a.cite').click();
    expect(page.url()).toMatch(/@ucsb\/cite\/3\.html$/);
    const receipt = page.locator('[id="3.1"] details', { hasText: "Receipt" });
    await receipt.locator("summary").click();
    expect(await receipt.locator("pre").isVisible()).toBe(true);
  }));

it("shows a sentence that a citation lands on, with its citation a click away", () =>
  withPage(`${LETTER}#1.3`, {}, async (page) => {
    expect(await page.locator('[id="1.3"]').isVisible()).toBe(true);
    await picture(page, "landed", false);
    await page.locator('[id="1.3"] + a.tool').click();
    expect(page.url()).toMatch(/cite\/1\.html#1\.3$/);
  }));

it.each([
  [LETTER, "intervention", 3],
  [LETTER, "INTERVENTION IN CUBA", 2],
  [LETTER, "neighboring countries.", 1],
  [LETTER, "interven", 0],
  [LETTER, "invade", 1],
  ["odd/index.html", "cafe", 2],
  ["odd/index.html", "he said: \"don't <b>", 1],
  ["arabic/index.html", "كلمة", 2],
])("finds in %s “%s” %i times", (file, words, count) =>
  withPage(file, {}, async (page) => {
    await page.locator("#find-words").fill(words);
    const said = await page.locator("#find-said").innerText();
    expect(said).toMatch(count === 0 ? /^Not on this page/ : new RegExp(`^${count} find`));
    expect(await page.evaluate("CSS.highlights.get('found').size")).toBe(count);
  }),
);

it("is searched with the keyboard alone, and tells the author’s words from the edition’s", () =>
  withPage(LETTER, {}, async (page) => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    for (let tab = 0; tab < 10; tab += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate("document.activeElement.id")) === "find-words") break;
    }
    await page.keyboard.type("cuba");
    const said = page.locator("#find-said");
    expect(await said.innerText()).toMatch(/^\d+ finds \(9 in the text, \d+ in the edition’s own words\)$/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await said.innerText()).toMatch(/^2 of /);
    await page.keyboard.press("Shift+Enter");
    expect(await said.innerText()).toMatch(/^1 of /);
    await picture(page, "search", false);
    await page.locator("#find-words").fill("interven");
    await page.locator("#find-whole").uncheck();
    expect(await said.innerText()).toMatch(/^3 finds/);
    expect(await page.locator('[id="3.1"]').textContent()).toMatch(/^I have previously stated/);
  }));

it("opens another edition at the same place", () =>
  withPage(`${LETTER}#4.2`, {}, async (page) => {
    await page.locator(".editions a", { hasText: "ucsb" }).click();
    expect(page.url()).toMatch(/@ucsb\/index\.html#4$/);
  }));

it("is printed with its references, its notes and its apparatus, without what only a screen needs", () =>
  withPage(LETTER, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const hidden of ["#find", ".at .cite", ".head nav", "footer"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    for (const shown of ['[id="3"] .no', "#notes", "#apparatus"])
      expect(await page.locator(shown).isVisible(), shown).toBe(true);
    const pdf = await page.pdf({
      format: "A4",
      ...(PICTURES ? { path: path.join(PICTURES, "letter.pdf") } : {}),
    });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await picture(page, "print");
  }));

const box = (page: Page, siglum: string) => page.locator(`.choice input[data-siglum="${siglum}"]`);

it("shows the editions that are ticked, without JavaScript", () =>
  withPage("many/side-by-side/index.html", { javaScriptEnabled: false }, async (page) => {
    const shown = async (): Promise<string[]> => page.locator("thead th:not(.no):visible").allInnerTexts();
    expect(await shown()).toEqual(["w1", "w2", "w3"]);
    await box(page, "w5").check();
    await box(page, "w1").uncheck();
    await box(page, "w2").uncheck();
    expect(await shown()).toEqual(["w3", "w5 translation"]);
    // A difference shows while editions are shown that differ, a row while one of them has something in it.
    expect(await page.locator("tr.text:visible th").allInnerTexts()).toEqual(["1", "2", "3", "3a"]);
    await box(page, "w2").check();
    await box(page, "w3").uncheck();
    expect(await page.locator("tr.text:visible th").allInnerTexts()).toEqual(["1", "2", "3"]);
    const line = (): Promise<string> =>
      page.evaluate("getComputedStyle(document.querySelector('td.c2 .var')).textDecorationLine");
    expect(await line()).toBe("none");
    await picture(page, "many-two");
    await box(page, "w4").check();
    expect(await line()).toBe("underline");
    await box(page, "w2").uncheck();
    await box(page, "w4").uncheck();
    await box(page, "w5").uncheck();
    expect(await page.locator(".none-chosen").isVisible()).toBe(true);
  }));

it.each([true, false])(
  "shows the edition that an address points into (JavaScript: %s)",
  (javaScriptEnabled) =>
    withPage("many/side-by-side/index.html#2@w5", { javaScriptEnabled }, async (page) => {
      expect(await page.locator('[id="2@w5"]').isVisible()).toBe(true);
      expect(await page.locator('[id="2@w4"]').isVisible()).toBe(false);
      expect(await page.locator("tr.text").first().locator("td:visible").count()).toBe(4);
    }),
);

it("lights a sentence up in every edition, and leads from each to its own page and back", () =>
  withPage(`${TOGETHER}#3.1`, { javaScriptEnabled: false }, async (page) => {
    const ground = (id: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.getElementById("${id}")).backgroundColor`);
    for (const siglum of ["marxists", "ucsb", "frus"]) {
      expect(await ground(`3.1@${siglum}`)).toBe("rgb(251, 239, 196)");
      expect(await ground(`3.2@${siglum}`)).toBe("rgba(0, 0, 0, 0)");
    }
    await picture(page, "together-landed", false);
    await page.locator('td:has([id="3@ucsb"]) .of a').first().click();
    expect(page.url()).toMatch(/@ucsb\/index\.html#3$/);
    await page.locator('[id="3"] a.other', { hasText: "side by side" }).click();
    expect(page.url()).toMatch(/side-by-side\/index\.html#3@ucsb$/);
    await page.locator('[id="1@ucsb"] a.v').first().click();
    expect(page.url()).toMatch(/#app\./);
  }));

it("is printed in columns where two editions are ticked, and one under the other where more are", () =>
  withPage(TOGETHER, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const place = async (siglum: string) => (await page.locator(`[id="3@${siglum}"]`).boundingBox())!;
    expect((await place("ucsb")).y).toBeGreaterThan((await place("marxists")).y);
    await picture(page, "together-print");
    const pdf = async (name: string): Promise<void> => {
      const bytes = await page.pdf({
        format: "A4",
        ...(PICTURES ? { path: path.join(PICTURES, name) } : {}),
      });
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    };
    await pdf("together-three.pdf");
    await page.emulateMedia({ media: "screen" });
    await box(page, "frus").uncheck();
    await page.emulateMedia({ media: "print" });
    expect((await place("ucsb")).y).toBe((await place("marxists")).y);
    expect(await page.locator('[id="3@frus"]').isVisible()).toBe(false);
    await pdf("together-two.pdf");
  }));

it("keeps what is ticked in the address, where there is a script, and takes it from there", () =>
  withPage("many/side-by-side/index.html?show=w4,w2", {}, async (page) => {
    expect(await page.locator("thead th:not(.no):visible").allInnerTexts()).toEqual(["w2", "w4"]);
  }));
