const NO = "(?:no|nope|nah|not that|sorry|oops|wait|hang on|hold on|actually|rather|well|oh|i mean|i meant)";
/** "No, …", "sorry – …": a mark parts what takes back from what is meant; "no intervention" is a topic. */
const TAKEN_BACK = new RegExp(`^\\s*(?:${NO}\\s*[,.;:!…–—-]+\\s*)+(?:${NO}\\s+)?`, "iu");
const MEANT =
  /^\s*(?:(?:no|nope|nah|sorry|oops|wait|actually|rather|well|oh|not that)[\s,.;:!–—-]+)*i\s+(?:(?:really|actually|just)\s+)?(?:meant|mean|was\s+asking|asked|am\s+asking|wanted)(?:\s+(?:to\s+(?:say|ask|write|type|know)))?(?:\s+about)?(?=[\s,:;–—-])[\s,:;–—-]+(\S[^]*)$/iu;
const NOT_BUT =
  /^\s*(?:no[\s,.;:!–—-]+)?not\s+(?!only\b)[^,;]{1,80}?(?:\s*[,;–—-]+\s*(?:but\s+)?|\s+but\s+)(?:rather\s+)?(\S[^]*)$/iu;
const RATHER = /^\s*(\S[^,;?!]{0,80}?)\s*[,;–—]+\s*not\s+[^,;?!.]{1,80}[?!.]*\s*$/iu;
/** "Is it a letter, not a speech?" takes nothing back. */
const ASKS =
  /\b(?:who|whom|whose|what|which|when|where|why|how|does|did|do|is|are|was|were|will|would|can|could|should|has|have|had)\b/iu;

/** Characters; longer ones are no correction. */
const LONGEST_CORRECTION = 300;

/**
 * What is meant instead, where somebody takes back what was said: "No, I meant Laos", "not Cuba but Laos", "Laos, not
 * Cuba", "sorry: what about the Congo?"; undefined where nothing is taken back.
 */
export function readCorrection(said: string): string | undefined {
  if (said.length > LONGEST_CORRECTION) return undefined;
  const text = said.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "");
  const meant = MEANT.exec(text)?.[1] ?? NOT_BUT.exec(text)?.[1];
  if (meant !== undefined) return meant.trim();
  const rather = RATHER.exec(text)?.[1];
  if (rather !== undefined && !ASKS.test(rather)) return rather.replace(TAKEN_BACK, "").trim();
  const rest = text.replace(TAKEN_BACK, "");
  return rest === text || !/[\p{L}\p{N}]/u.test(rest) ? undefined : rest.trim();
}
