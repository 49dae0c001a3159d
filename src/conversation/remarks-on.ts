import { parseReference } from "../edition/reference.js";
import type { Work } from "../edition/work.js";
import { quotesAt } from "../retrieval/look-up.js";

/** Why a well-formed reference found nothing: which editions lack it. */
export function remarksOn(
  asked: string,
  works: readonly Work[],
  siglum: string | undefined,
): readonly string[] {
  const reference = parseReference(asked);
  const elsewhere =
    siglum !== undefined && reference
      ? quotesAt(
          {
            path: reference.path,
            last: reference.last,
            ...(reference.work === undefined ? {} : { work: reference.work }),
          },
          works,
        )
      : [];
  if (elsewhere.length > 0)
    return [
      `${siglum ?? ""} lacks this passage; ${[...new Set(elsewhere.flatMap((quote) => quote.witnesses))].join(", ")} has it.`,
    ];
  return [`No edition has a passage ${asked.trim()}.`];
}
