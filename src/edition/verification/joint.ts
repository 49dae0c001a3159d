/** What stands between two tokens, as far as it makes them one word or two. */
export const JOINT = { apart: 0, dash: 1, spacedDash: 2, hyphen: 3, number: 4 } as const;

export type Joint = (typeof JOINT)[keyof typeof JOINT];

const HYPHEN = /^[-\u2010\u2011](?:[^\S\r\n]*(?:\r\n|[\r\n])\s*)?$/;
const TIGHT_DASH = /^(?:[‒–—―−﹘﹣－]|-{2,3})$/;
const SPACED_DASH = /^\s*(?:[-\u2010\u2011‒–—―−﹘﹣－]|-{2,3})\s*$/;
const INNER_NUMBER = /^[:/.⁄·]$/;

/** Classes the text between the tokens `left` and `right`. */
export function jointOf(gap: string, left: string, right: string): Joint {
  if (gap === " ") return JOINT.apart;
  if (HYPHEN.test(gap)) return JOINT.hyphen;
  if (TIGHT_DASH.test(gap)) return JOINT.dash;
  if (SPACED_DASH.test(gap)) return JOINT.spacedDash;
  if (INNER_NUMBER.test(gap) && isNumeric(left) && isNumeric(right)) return JOINT.number;
  return JOINT.apart;
}

/**
 * Whether the quotation's joint says the same as the source's. Glyphs of dashes are typography, and so is a
 * dash between words against another stop; a hyphen is part of its word and may not come or go.
 */
export function jointsAgree(source: Joint, found: Joint): boolean {
  if (source === found) return true;
  if (source === JOINT.number || found === JOINT.number) return false;
  if (source === JOINT.hyphen) return found === JOINT.dash;
  // "peace—and" typed as "peace-and": the source shows that it is a dash.
  if (found === JOINT.hyphen) return source === JOINT.dash;
  return true;
}

function isNumeric(norm: string): boolean {
  return /^\p{N}/u.test(norm);
}
