import { QuothError } from "../edition/quoth-error.js";
import type { Tuning } from "../retrieval/tuning.js";

/** What `--ablate` can switch off, one at a time. */
export const ABLATIONS = {
  "sentence-maxsim": { fusion: { maxSim: 0 } },
  "passage-maxsim": { fusion: { unitMaxSim: 0 } },
  "all-maxsim": { fusion: { maxSim: 0, unitMaxSim: 0 } },
  "sentence-bm25": { fusion: { lexical: 0 } },
  "passage-bm25": { fusion: { unitLexical: 0 } },
  "all-bm25": { fusion: { lexical: 0, unitLexical: 0 } },
  dense: { fusion: { dense: 0 } },
  frame: { frame: false },
  spelling: { spelling: false },
  structure: { structure: false },
  runs: { runs: false },
  apparatus: { apparatus: false },
} as const satisfies Record<string, Tuning>;

export type AblationName = keyof typeof ABLATIONS;

/**
 * "dense,frame" → the names; "all" → every one.
 * @throws QuothError `usage` for an unknown name.
 */
export function parseAblations(list: string): readonly AblationName[] {
  const all = Object.keys(ABLATIONS) as AblationName[];
  if (list.trim() === "all") return all;
  return list.split(",").map((part) => {
    const name = all.find((one) => one === part.trim());
    if (name) return name;
    throw new QuothError("usage", `"${part.trim()}" is nothing that can be switched off.`, {
      remedy: `Name some of: all, ${all.join(", ")}.`,
    });
  });
}
