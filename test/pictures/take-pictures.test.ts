import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "vitest";
import { runBot } from "../discord/bot-under-test.js";
import type { MessageBody } from "../discord/fake-discord/check-message.js";
import { buttonsOf, pressButton, replyTo, sendCommand } from "../discord/fake-discord/dispatch-events.js";
import { openLetter } from "../discord/open-letter.js";
import { messageToHtml } from "./message-to-html.js";

const FOLDER = process.env["QUOTH_PICTURES"] ?? "bench/pictures";
const CHROMIUM = process.env["CHROMIUM"] ?? "chromium";
const letter = openLetter();
const TARGET =
  "Kennedy wrote that “the United States intends no military intervention in Cuba”, and that “we will never honor our obligations under the inter-American system”.";

const PICTURES: readonly [
  string,
  string,
  Record<string, string | boolean>,
  { press?: string; target?: string; permissions?: string }?,
][] = [
  ["answer", "ask", { question: "Will the United States invade Cuba?" }],
  ["answer-with-note", "ask", { question: "How many refugees have fled from Cuba?" }],
  ["archive-answers", "ask", { question: "How large a part of Cuba's people leaves every year?" }],
  ["abstention", "ask", { question: "What does Kennedy say about the moon landing?" }],
  ["paragraph", "quote", { passage: "3" }],
  ["find", "find", { words: "intervention" }],
  ["verify-altered", "verify", { quotation: "the United States intends military intervention in Cuba" }],
  ["verify-exact", "verify", { quotation: "the United States intends no military intervention in Cuba" }],
  ["verify-absent", "verify", { quotation: "We choose to go to the moon in this decade" }],
  ["check-quotations", "Check quotations", {}, { target: TARGET }],
  ["notes", "notes", {}],
  ["compare", "compare", {}],
  ["cite", "ask", { question: "Will the United States invade Cuba?" }, { press: "Cite" }],
  ["cite-bibtex", "cite", { passage: "3.1", style: "bibtex" }],
  ["other-edition", "ask", { question: "Who fought beside Castro?" }, { press: "In ucsb" }],
  [
    "not-what-i-asked",
    "ask",
    { question: "Will the United States invade Cuba?" },
    { press: "Not what I asked" },
  ],
  [
    "abstention-not-what-i-asked",
    "ask",
    { question: "What does Kennedy say about the moon landing?" },
    { press: "Not what I asked" },
  ],
  ["read", "read", { from: "4" }],
  ["foreign-language", "ask", { question: "¿Quién huyó de Cuba?" }],
  ["about", "about", {}],
  ["settings", "settings", { "answer-in": "323456789012345678", private: true }, { permissions: "32" }],
];

test.each(PICTURES)("%s", async (name, command, options, { press, ...more } = {}) => {
  const { discord } = await runBot({ quoth: letter() });
  let message: MessageBody = await replyTo(discord, sendCommand(discord, command, options, more));
  if (press !== undefined)
    message = await replyTo(discord, pressButton(discord, buttonsOf(message)[press] ?? "", message));
  mkdirSync(FOLDER, { recursive: true });
  const page = path.resolve(FOLDER, `${name}.html`);
  writeFileSync(page, messageToHtml(name, [message]));
  const options_ = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--window-size=800,1500",
  ];
  execFileSync(
    CHROMIUM,
    [...options_, `--screenshot=${path.resolve(FOLDER, `${name}.png`)}`, `file://${page}`],
    { stdio: "ignore" },
  );
});
