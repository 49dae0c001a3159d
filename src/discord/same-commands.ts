import { isDeepStrictEqual } from "node:util";

type Json = Readonly<Record<string, unknown>>;

/** What Discord fills in where a definition leaves a field out, or gives back of itself. */
const DEFAULTS: Json = {
  type: 1,
  required: false,
  autocomplete: false,
  nsfw: false,
  dm_permission: true,
  default_member_permissions: null,
};
const GIVEN_BY_DISCORD = new Set([
  "id",
  "application_id",
  "version",
  "guild_id",
  "name_localized",
  "description_localized",
]);
/** Numbers that Discord gives back as text. */
const AS_TEXT = new Set(["default_member_permissions"]);
/** Lists whose order means nothing. */
const SETS = new Set(["contexts", "integration_types"]);

/**
 * Whether the registered commands are the wanted ones. Ids, versions, defaults spelt out, nulls and empty lists
 * for absent fields, and the order of commands, contexts and installation types make no difference.
 */
export function sameCommands(registered: readonly unknown[], wanted: readonly unknown[]): boolean {
  return isDeepStrictEqual(registered.map(canonical).sort(byName), wanted.map(canonical).sort(byName));
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key, field]) => !GIVEN_BY_DISCORD.has(key) && !isAbsent(key, field))
    .map(([key, field]) => [
      key,
      SETS.has(key) && Array.isArray(field)
        ? [...(field as unknown[])].sort()
        : canonical(AS_TEXT.has(key) ? String(field) : field),
    ]);
  return Object.fromEntries(kept);
}

function isAbsent(key: string, field: unknown): boolean {
  if (field === null || field === undefined || field === DEFAULTS[key]) return true;
  if (Array.isArray(field)) return field.length === 0;
  return typeof field === "object" && Object.keys(field).length === 0;
}

function byName(left: unknown, right: unknown): number {
  return nameOf(left) < nameOf(right) ? -1 : 1;
}

function nameOf(command: unknown): string {
  return String((command as Json | null)?.["name"]);
}
