import { readFileSync } from "node:fs";
import type { ChatPort } from "../../src/conversation/chat/chat-port.js";
import type { Margins } from "../../src/conversation/chat/choose-reading.js";
import { NEW_CONVERSATION } from "../../src/conversation/chat/conversation-state.js";
import { takeTurn } from "../../src/conversation/chat/take-turn.js";
import type { Turn } from "../../src/conversation/chat/turn.js";
import type { Quote } from "../../src/edition/quote.js";

/**
 * A line of test/data/conversations.jsonl: what is said, the move that it is, the references of which one is the
 * first quote (or among the sentences of the first quote, which has at most three unless a paragraph was asked
 * for), none where no quote may stand; and the code of a remark that has to stand there.
 */
export interface Transcript {
  readonly id: string;
  readonly half: "dev" | "frozen";
  readonly turns: readonly {
    readonly said: string;
    readonly move: string;
    readonly first: readonly string[];
    readonly remark?: string;
  }[];
}

export const transcripts: readonly Transcript[] = readFileSync(
  new URL("../data/conversations.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Transcript);

export interface Played {
  readonly transcript: Transcript;
  readonly at: number;
  readonly turn: Turn;
  readonly right: boolean;
}

/** Every quote that a turn shows, what is not offered as an answer included. */
export function quotesOf(turn: Turn): readonly Quote[] {
  if (turn.kind === "quotes") return turn.quotes;
  if (turn.kind !== "answer") return [];
  const { answer } = turn;
  return [
    ...answer.quotes,
    ...answer.notes,
    ...("closest" in answer && answer.closest ? [answer.closest] : []),
  ];
}

export async function play(
  quoth: ChatPort,
  transcript: Transcript,
  margins?: Margins,
): Promise<readonly Played[]> {
  let state = NEW_CONVERSATION;
  const played: Played[] = [];
  for (const [at, expected] of transcript.turns.entries()) {
    const next = await takeTurn(quoth, state, expected.said, margins ? { margins } : {});
    ({ state } = next);
    played.push({ transcript, at, turn: next.turn, right: isRight(next.turn, expected) });
  }
  return played;
}

function isRight(turn: Turn, expected: Transcript["turns"][number]): boolean {
  const [quote] = turn.kind === "answer" ? turn.answer.quotes : turn.kind === "quotes" ? turn.quotes : [];
  const place = quote?.reference.slice(quote.work.length + 1);
  const shown =
    place === undefined
      ? expected.first.length === 0
      : expected.first.some((reference) => reference === place || isWithin(reference, place));
  const remarked = expected.remark === undefined || turn.remarks.some(({ code }) => code === expected.remark);
  return turn.move === expected.move && shown && remarked;
}

/** "1.3" within the run "1.3-4". */
function isWithin(reference: string, place: string): boolean {
  const [, paragraph, low, high] = /^(.+)\.(\d+)-(\d+)$/.exec(place) ?? [];
  const [, own, sentence] = /^(.+)\.(\d+)$/.exec(reference) ?? [];
  return (
    paragraph !== undefined &&
    paragraph === own &&
    Number(sentence) >= Number(low) &&
    Number(sentence) <= Number(high)
  );
}

export function describePlayed({ transcript, at, turn, right }: Played): string {
  const expected = transcript.turns[at];
  const shown = quotesOf(turn).map(({ reference, work }) => reference.slice(work.length + 1));
  return `${right ? " ok " : "FAIL"} ${transcript.id} ${transcript.half} «${turn.said}» ${expected?.move ?? ""} ${expected?.first.join("|") ?? ""} ${expected?.remark ?? ""} → ${turn.move} ${turn.kind} ${shown.join(" ")} ${turn.remarks.map(({ code }) => code).join(",")} ${turn.kind === "answer" ? turn.answer.confidence.toFixed(3) : ""}`;
}
