/**
 * The names that somebody may mean who types `asked`: case, accents and stops aside, its words are among the name's,
 * in their order: "kennedy", "John Kennedy", "J. F. Kennedy" and "JFK" are all John F. Kennedy. A whole name goes before
 * a surname, and either before a name that merely holds it: "Kennedy" is no Kennedy Archive where John Kennedy is one.
 */
export function matchNames(names: Iterable<string>, asked: string): readonly string[] {
  const wanted = partsOf(asked);
  if (wanted.length === 0) return [];
  const found = [...new Set(names)].filter((name) => holds(partsOf(name), wanted));
  const whole = found.filter((name) => partsOf(name).join(" ") === wanted.join(" "));
  const surname = found.filter((name) => partsOf(name).at(-1) === wanted.at(-1));
  return [whole, surname].find((some) => some.length > 0) ?? found;
}

function holds(own: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 1 && own.length > 2 && own.map((part) => part.charAt(0)).join("") === wanted[0])
    return true;
  let from = 0;
  return wanted.every((part) => {
    const at = own.findIndex((one, i) => i >= from && (one === part || isInitial(one, part)));
    from = at + 1;
    return at !== -1;
  });
}

/** "J" and "John" are one where either is but a letter. */
function isInitial(one: string, other: string): boolean {
  return (one.length === 1 || other.length === 1) && one.charAt(0) === other.charAt(0);
}

function partsOf(name: string): readonly string[] {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’'ʼ]s?\b/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
}
