import type { Block } from "../../block.js";
import { createCaptures } from "./captures.js";
import type { Frame } from "./frame.js";
import type { XmlElement } from "./read-xml.js";

/** Whose words the blocks are, where the document says it: speakers by their names, writers of enclosed texts. */
export interface Voices {
  readonly open: (element: XmlElement, frame: Frame, around: readonly Frame[], written: number) => void;
  readonly close: (depth: number) => void;
  /** The end of an enclosed text, when `written` blocks are written. */
  readonly closeText: (written: number) => void;
  /** Words of the document, in order. */
  readonly hear: (words: string) => void;
  readonly suspend: () => void;
  readonly resume: () => void;
  /** The block with the voice of the enclosed text that it stands in. */
  readonly give: (block: Block, at: number) => Block;
}

interface Enclosed {
  readonly from: number;
  readonly to: number;
  readonly voice: string;
}

export function createVoices(): Voices {
  const captures = createCaptures();
  /** What the cast list or the header calls the person of an identifier. */
  const names = new Map<string, string>();
  const open: { readonly from: number; readonly type: string; writer: string | undefined }[] = [];
  const enclosed: Enclosed[] = [];

  return {
    open({ name, attributes }, frame, around, written) {
      const depth = around.length;
      if (name === "sp") {
        const who = (attributes["who"] ?? "")
          .split(/\s+/)
          .flatMap((id) => names.get(id.replace(/^#/, "")) ?? []);
        frame.voice = who.length > 0 ? who.join(" and ") : undefined;
      }
      if (name === "speaker") {
        const speech = around.findLast((one) => one.name === "sp");
        captures.begin(depth, (words) => {
          if (speech) speech.voice ??= words.replace(/[\s.:,;]+$/, "") || undefined;
        });
      }
      if (name === "role" || name === "persName" || name === "name") {
        const holder = around.findLast((one) => one.name === "castItem" || one.name === "person");
        const ids = [attributes["xml:id"], holder?.id].filter((id) => id !== undefined);
        if (ids.length > 0)
          captures.begin(depth, (words) => ids.forEach((id) => names.has(id) || names.set(id, words)));
      }
      if (name === "floatingText" && frame.role === "container")
        open.push({ from: written, type: attributes["type"] ?? "text", writer: undefined });
      const letter = open.at(-1);
      if (letter && (name === "signed" || name === "docAuthor"))
        captures.begin(depth, (words) => void (letter.writer ??= words.replace(/[\s.,;:]+$/, "")));
    },
    close: captures.end,
    closeText(written) {
      const letter = open.pop();
      if (letter)
        enclosed.push({
          from: letter.from,
          to: written,
          voice: letter.writer ?? `an enclosed ${letter.type}`,
        });
    },
    hear: captures.add,
    suspend: captures.suspend,
    resume: captures.resume,
    give(block, at) {
      if (block.layer !== "text" || block.voice !== undefined) return block;
      // Of several around it, the innermost was closed first.
      const around = enclosed.find(({ from, to }) => at >= from && at < to);
      return around ? { ...block, voice: around.voice } : block;
    },
  };
}
