import type { Work } from "../../edition/work.js";
import type { Quoth } from "../../conversation/quoth.js";

/** The part of quoth that a conversation needs; every quote comes through `ask` or `show`, compared with its file. */
export interface ChatPort extends Pick<Quoth, "ask" | "show"> {
  /** The works as they were last read. */
  sources(): readonly Work[];
}

export type { Scope } from "../../conversation/quoth.js";
