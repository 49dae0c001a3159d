/** More names than this are counted in a message, not told. */
const MOST_NAMED = 20;

/** "a, b, c", or the first of very many: "a, b, … and 180 more". */
export function nameSome(names: readonly string[], most = MOST_NAMED): string {
  const rest = names.length - most;
  return rest <= 0 ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${rest} more`;
}
