/** Which of a bot's connections to the gateway this process keeps. */
export type Shards = "auto" | { readonly ids: readonly number[]; readonly total: number };

/** Discord's own limit is beyond this; it guards against a slip of the finger. */
const SHARDS_AT_MOST = 4096;

/** Reads "auto", "" (the same), "2/8", "0,1/8" or "0-3/8"; undefined for anything else. */
export function parseShards(text: string): Shards | undefined {
  if (text === "" || text === "auto") return "auto";
  const match = /^(\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*)\/(\d{1,4})$/.exec(text.replace(/\s/g, ""));
  if (!match) return undefined;
  const [, list = "", count] = match;
  const total = Number(count);
  const ids = list.split(",").flatMap((part) => {
    const [first = NaN, last = first] = part.split("-").map(Number);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
  const valid = ids.length > 0 && total <= SHARDS_AT_MOST && ids.every((id) => id < total);
  return valid && new Set(ids).size === ids.length ? { ids, total } : undefined;
}
