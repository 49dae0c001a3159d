import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Quote } from "../../src/edition/quote.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import type { Source } from "../../src/discord/source.js";
import type { Answer } from "../../src/retrieval/answer.js";

const WORK = "jfk-1961-04-18";
const FILE = `${WORK}/marxists-org.txt`;
const bytes = readFileSync(new URL(`../../corpus/${FILE}`, import.meta.url));
const sha256 = createHash("sha256").update(bytes).digest("hex");

/** The letter's file: what quotes must be slices of. */
export const LETTER = bytes.toString("utf8");
export const AUTHOR = "John F. Kennedy";
export const ARCHIVE = "Kennedy History Archive";

/**
 * A corpus with fixed answers, each sliced from the letter's file, for tests of the Discord side alone; the others
 * run against the real one (`open-letter.ts`).
 */
export function quothUnderTest(): Source {
  const intends = text("3.1", "I have previously stated, ", "intervention in Cuba.");
  const refugees = text("1.3", "More than 100,000", "neighboring countries");
  const noteA = note("note.A", "The population of Cuba", "choose to leave Cuba.");
  const whole = text("3", "I have previously stated, ", "spirit of liberty.");
  return {
    ask: (question) => Promise.resolve(answerTo(question)),
    nearest: () => Promise.resolve({ version: 1, quotes: [intends, refugees] }),
    quote: (words) => Promise.resolve({ version: 1, quotes: lookUp(words) }),
    show: (reference = "3") => Promise.resolve({ version: 1, quotes: lookUp(reference) }),
    notes: () => Promise.resolve({ version: 1, quotes: [noteA] }),
    find: notHere,
    verify: notHere,
    verifyEssay: notHere,
    compare: notHere,
    cite: notHere,
    checkReceipt: notHere,
    sources: () => [],
    suggest: (typed, limit) =>
      Promise.resolve(
        Array.from({ length: limit }, (_, index) => ({
          name: `${index + 1}.1 ${typed} ${whole.text}`,
          value: `${WORK}:${index + 1}.1`,
        })),
      ),
    works: () => [{ id: WORK, title: "Letter", author: AUTHOR, witnesses: [] }],
    close: () => Promise.resolve(),
  };

  function answerTo(question: string): Answer {
    const found = { version: 1, question, confidence: 0.9, kind: "answer" } as const;
    if (question.trim() === "")
      throw new QuothError("blank-question", "No question.", { remedy: "Ask something." });
    if (/invade|intervention/i.test(question)) return { ...found, quotes: [intends], notes: [] };
    if (/refugees/i.test(question)) return { ...found, quotes: [refugees], notes: [noteA] };
    if (/how large a part/i.test(question)) return { ...found, quotes: [noteA], notes: [] };
    return {
      ...found,
      kind: "abstention",
      confidence: 0.1,
      reason: "not-in-source",
      quotes: [],
      notes: [],
      closest: refugees,
    };
  }

  function lookUp(words: string): Quote[] {
    const wanted = words.replace(`${WORK}:`, "");
    return [intends, refugees, noteA, whole].filter(({ reference, text: passage }) => {
      return reference === `${WORK}:${wanted}` || (wanted.length > 5 && passage.includes(wanted));
    });
  }
}

const notHere = (): Promise<never> => Promise.reject(new Error("the double does not do this"));

/** A quote of the letter from its first to its last words. */
function sliceQuote(from: string, to: string): Pick<Quote, "text" | "spans"> {
  const start = LETTER.indexOf(from);
  const end = LETTER.indexOf(to, start) + to.length;
  if (start < 0 || end < to.length) throw new Error(`not in the letter: ${from} … ${to}`);
  return { text: LETTER.slice(start, end), spans: [{ start, end }] };
}

function text(path: string, from: string, to: string): Quote {
  return {
    ...common(path),
    ...sliceQuote(from, to),
    layer: "text",
    voice: AUTHOR,
    witnesses: ["marxists-org", "ucsb-presidency"],
  };
}

function note(path: string, from: string, to: string): Quote {
  return {
    ...common(path),
    ...sliceQuote(from, to),
    layer: "note",
    voice: ARCHIVE,
    witnesses: ["marxists-org"],
  };
}

function common(path: string) {
  const citation = `John F. Kennedy to N. S. Khrushchev, April 18, 1961, ${path}, marxists.org.`;
  return {
    reference: `${WORK}:${path}`,
    work: WORK,
    witness: "marxists-org",
    file: FILE,
    sha256,
    markers: [],
    citation,
  };
}
