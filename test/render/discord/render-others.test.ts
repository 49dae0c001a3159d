import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Check } from "../../../src/edition/verification/check.js";
import { parseButtonId, passageHash } from "../../../src/render/discord/button-state.js";
import type { MessagePayload } from "../../../src/render/discord/message-payload.js";
import { questionLine, readQuestionLine } from "../../../src/render/discord/question-line.js";
import { renderCheck } from "../../../src/render/discord/render-check.js";
import { renderConcordance } from "../../../src/render/discord/render-concordance.js";
import { renderOthers } from "../../../src/render/discord/render-others.js";
import { renderQuotes } from "../../../src/render/discord/render-quotes.js";
import { checkBody } from "../../discord/fake-discord/check-body.js";
import { type MessageBody, checkMessage } from "../../discord/fake-discord/check-message.js";
import { buttonsOf, textsOf } from "../../discord/fake-discord/dispatch-events.js";
import { quotedWords, renderedWhiteSpace } from "../../discord/seen-text.js";
import { hostileText } from "./hostile-text.js";
import { context, quoteOf } from "./quote-of.js";

const long = fc
  .tuple(hostileText, fc.integer({ min: 1, max: 150 }))
  .map(([text, times]) => text.repeat(times));

/** Every message is one that Discord takes, and everything in a quote block is a slice of `text`. */
function expectGood(messages: readonly MessagePayload[], text: string): void {
  const seen = renderedWhiteSpace(text);
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) {
    expect(checkMessage(message as MessageBody)).toEqual([]);
    expect(checkBody("POST", "/channels/1/messages", message)).toEqual([]);
    for (const words of quotedWords(textsOf(message))) {
      expect(seen.includes(words.replace(/\u2069+$/, "")) || words === "(blank)").toBe(true);
    }
  }
}

describe("whatever the source holds", () => {
  test("a concordance shows slices, with the words found in bold", () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), fc.nat(), (text, one, other) => {
        const [start = 0, end = 0] = [one % text.length, other % text.length].sort((a, b) => a - b);
        const hits = [{ quote: quoteOf(text), start, end }];
        const byLayer = { text: 1, note: 0, heading: 0, metadata: 0 };
        expectGood(renderConcordance({ version: 1, words: text, total: 1, byLayer, hits }, context), text);
      }),
      { numRuns: 200 },
    );
  });

  test("a check shows slices, and what was checked outside of any quotation", () => {
    fc.assert(
      fc.property(long, hostileText, (text, typed) => {
        const check: Check = {
          version: 1,
          quotation: typed,
          verdict: "altered",
          quote: quoteOf(text),
          witnesses: [],
          differences: [{ kind: "substitution", expected: text, found: typed, flags: ["name"] }],
          crossings: [],
          explanations: [],
          searched: { works: ["play"], witnesses: ["first"], layers: ["text"], words: 5 },
        };
        expectGood(renderCheck(check, context), text);
      }),
      { numRuns: 100 },
    );
  });

  test("other passages show slices, each button once", () => {
    fc.assert(
      fc.property(hostileText, (text) =>
        expectGood(renderOthers([quoteOf(text), quoteOf(text)], context, true), text),
      ),
      { numRuns: 100 },
    );
  });
});

test("pressing Continue until there is no such button shows the whole passage, every sign once", () => {
  fc.assert(
    fc.property(long, (text) => {
      const quote = quoteOf(text);
      let shown = "";
      for (let from = 0; ;) {
        const messages = renderQuotes([quote], context, { from });
        expectGood(messages, text);
        shown += messages.flatMap((message) => quotedWords(textsOf(message as MessageBody))).join("");
        const more = messages.map((message) => buttonsOf(message as MessageBody)["Continue ▸"]).find(Boolean);
        if (more === undefined) break;
        const next = Number.parseInt(parseButtonId(more)?.argument ?? "", 36);
        expect(next).toBeGreaterThan(from);
        from = next;
      }
      // The renderer trims nothing inside; blanks at the seams may fall to either side.
      const solid = (words: string): string => words.replace(/[\s\u2066-\u2069]|\(blank\)/gu, "");
      expect(solid(shown)).toBe(solid(renderedWhiteSpace(text)));
    }),
    { numRuns: 60 },
  );
});

test("a question is read back from its line as it was written, as far as there was room", () => {
  fc.assert(
    fc.property(hostileText, (question) => {
      const line = questionLine(question);
      const read = line && readQuestionLine(line.content);
      if (read === undefined || !line) return;
      const whole = question.replace(/\s+/g, " ").trim();
      expect(line.content.endsWith("…") ? whole.slice(0, read.length) : whole).toBe(read);
    }),
  );
});

describe("button ids", () => {
  test("are read strictly", () => {
    const good = `q1|after|w|3.1|first|${passageHash("x")}|`;
    expect(parseButtonId(good)).toEqual({
      action: "after",
      work: "w",
      path: "3.1",
      witness: "first",
      hash: passageHash("x"),
      argument: "",
    });
    for (const bad of [
      "",
      good.slice(1),
      `${good}|`,
      good.replace("q1", "q0"),
      good.replace("|w|", "||"),
      `${good}${"x".repeat(100)}`,
      good.replace("w", "\n"),
    ]) {
      expect(parseButtonId(bad)).toBeUndefined();
    }
  });

  test("that would be too long are left out rather than cut", () => {
    const quote = quoteOf("x", { work: "w".repeat(90), reference: `${"w".repeat(90)}:3` });
    const [message] = renderQuotes([quote], context);
    expect(buttonsOf(message as MessageBody)).toEqual({});
  });
});
