const PREDEFINED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** Longer entities are texts, not signs, UTF-16 units. */
const LONGEST = 1_000;
const DECLARATION =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!ENTITY\s+([^\s%"'<>&;]+)\s+(?:"([^"<]*)"|'([^'<]*)')\s*>/g;

/**
 * The entities that a document type declares as plain characters: no external ones, none that hold markup or other
 * entities. Whoever uses another is refused, so nothing is ever fetched or unfolded.
 */
export function plainEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, double, single] of doctype.matchAll(DECLARATION)) {
    const value = (double ?? single ?? "").replace(/&#(?:x[0-9a-fA-F]{1,6}|[0-9]{1,7});/g, (reference) =>
      decodeReference(reference.slice(1, -1), entities),
    );
    // The first declaration of a name holds, as XML has it.
    if (name === undefined || entities.has(name) || name in PREDEFINED) continue;
    if (value !== "" && value.length <= LONGEST && !/[&<%]/.test(value)) entities.set(name, value);
  }
  return entities;
}

/** What stands for `&name;`; the reference itself where nothing does. */
export function decodeReference(name: string, entities: ReadonlyMap<string, string>): string {
  if (name.startsWith("#")) {
    const code = name.startsWith("#x")
      ? Number.parseInt(name.slice(2), 16)
      : Number.parseInt(name.slice(1), 10);
    return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : `&${name};`;
  }
  return PREDEFINED[name] ?? entities.get(name) ?? `&${name};`;
}
