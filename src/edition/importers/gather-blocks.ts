import type { Block, ImportedText } from "../block.js";
import { type BlockDraft, type BlockProperties, draftBlock } from "./draft-block.js";
import { createTextBuilder } from "./text-builder.js";

/** The blocks of a marked-up source while it is read from its start to its end; offsets are the source's. */
export interface BlockGatherer {
  /** The block that text goes into now, if one has begun. */
  readonly current: () => BlockDraft | undefined;
  /** The block that text goes into: the current one, or a new one of these properties. */
  readonly draft: (properties: () => BlockProperties) => BlockDraft;
  /** Ends the current block. */
  readonly flush: (at: number) => void;
  /**
   * What comes until `closeAside` is lifted out of the current block (a note inside a paragraph) and stands behind
   * it. Asides may hold others.
   */
  readonly openAside: () => void;
  readonly closeAside: (at: number) => void;
  /** How many blocks are written: those of asides and the current one are not yet. */
  readonly written: () => number;
  readonly finish: (at: number) => ImportedText;
}

/** A text that is read on from block to block: the document, or an aside in it. */
interface Level {
  draft: BlockDraft | undefined;
  /** Blocks lifted out of the current one, with the offset at which each ended. */
  lifted: Ended[];
  /** Blocks ended in an aside: they wait until the block around it has ended. */
  readonly ended: Ended[];
}

interface Ended {
  readonly draft: BlockDraft;
  readonly at: number;
}

export function gatherBlocks(source: string): BlockGatherer {
  const builder = createTextBuilder();
  const blocks: Block[] = [];
  const level = (): Level => ({ draft: undefined, lifted: [], ended: [] });
  const levels: Level[] = [level()];
  const top = (): Level => levels[levels.length - 1] as Level;

  const flush = (at: number): void => {
    const here = top();
    const due = [...(here.draft ? [{ draft: here.draft, at }] : []), ...here.lifted];
    here.draft = undefined;
    here.lifted = [];
    if (levels.length > 1) {
      here.ended.push(...due);
      return;
    }
    for (const { draft, at: end } of due) {
      const block = draft.finish(builder, end);
      if (block) blocks.push(block);
    }
  };
  return {
    current: () => top().draft,
    draft(properties) {
      const here = top();
      // What was lifted out of nothing goes before what comes now.
      if (!here.draft && here.lifted.length > 0) flush(0);
      return (here.draft ??= draftBlock(source, properties()));
    },
    flush,
    openAside: () => void levels.push(level()),
    closeAside(at) {
      flush(at);
      const { ended } = levels.pop() as Level;
      top().lifted.push(...ended);
    },
    written: () => blocks.length,
    finish(at) {
      while (levels.length > 1) {
        flush(at);
        const { ended } = levels.pop() as Level;
        top().lifted.push(...ended);
      }
      flush(at);
      return { ...builder.finish(), blocks };
    },
  };
}
