import type { Quoth } from "../conversation/quoth.js";
import type { Work } from "../edition/work.js";

/** Everything that the bot asks of a corpus. */
export interface Source extends Quoth {
  /** The works as they were last read. */
  sources(): readonly Work[];
}
