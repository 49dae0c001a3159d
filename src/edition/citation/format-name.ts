import type { Name } from "./person-name.js";

/** "Vincent van Gogh", "Martin Luther King Jr.". */
export function formatName(name: Name): string {
  if (name.kind === "literal") return name.literal;
  return joined(name.given, name.particle, name.family, name.suffix);
}

/**
 * Family name first: "Kennedy, John F.", "King, Martin Luther, Jr.". A particle stands before the family
 * name (MLA: "van Gogh, Vincent"), or after the given one where it is demoted (Chicago: "Gogh, Vincent van").
 */
export function invertName(name: Name, particle: "kept" | "demoted"): string {
  if (name.kind === "literal") return name.literal;
  const kept = particle === "kept";
  const family = kept ? joined(name.particle, name.family) : name.family;
  const given = kept ? name.given : joined(name.given, name.particle);
  return [family, given, name.suffix].filter((part) => part !== undefined).join(", ");
}

/** APA: "Kennedy, J. F.", "King, M. L., Jr.", "Sartre, J.-P.". */
export function initialName(name: Name): string {
  if (name.kind === "literal") return name.literal;
  return [joined(name.particle, name.family), initials(name.given), name.suffix]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** What is enough in a citation in the text: "Kennedy", "van Gogh", "Plato". */
export function shortName(name: Name): string {
  return name.kind === "literal" ? name.literal : joined(name.particle, name.family);
}

/** "A", "A and B", "A, B, and C" (serial comma, as Chicago and MLA have it); `and` may be "&". */
export function joinSerial(names: readonly string[], and = "and"): string {
  if (names.length < 3) return names.join(` ${and} `);
  return `${names.slice(0, -1).join(", ")}, ${and} ${names.at(-1) ?? ""}`;
}

/** "John F." → "J. F."; "Jean-Paul" → "J.-P."; what has no letter to abbreviate stays. */
function initials(given: string): string {
  return given
    .split(/\s+/)
    .map((word) =>
      word
        .split("-")
        .map((part) => part.replace(/^(\p{L}\p{M}*).*$/u, "$1."))
        .join("-"),
    )
    .join(" ");
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
