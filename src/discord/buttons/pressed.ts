import type { Quote } from "../../edition/quote.js";
import { type ButtonState, passageHash } from "../../render/discord/button-state.js";
import { QuothError } from "../../edition/quoth-error.js";
import type { Source } from "../source.js";

/**
 * The passage under which a button stands, as the edition has it now.
 * @throws QuothError `not-found` where it has other words there, or none: the button is stale, or forged.
 */
export async function pressedPassage(source: Source, state: ButtonState): Promise<Quote> {
  const quote = await passageAt(source, `${state.work}:${state.path}@${state.witness}`);
  if (quote && passageHash(quote.text) === state.hash) return quote;
  throw staleButton();
}

export function staleButton(): QuothError {
  return new QuothError("not-found", "The passage under this button is not here any more in these words.", {
    remedy: "Please ask again, or look it up with /quote.",
  });
}

/** The one passage at a reference; undefined where there is none, or no such work or edition. */
export async function passageAt(source: Source, reference: string): Promise<Quote | undefined> {
  try {
    const { quotes } = await source.show(reference);
    return quotes.length === 1 ? quotes[0] : undefined;
  } catch (error) {
    if (error instanceof QuothError && GONE.has(error.code)) return undefined;
    throw error;
  }
}

const GONE: ReadonlySet<string> = new Set(["usage", "not-found", "unknown-work", "unknown-witness"]);
