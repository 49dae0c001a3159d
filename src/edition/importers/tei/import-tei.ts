import type { Extractor, ImportContext, ImportedText } from "../../block.js";
import { positionAt } from "../../position-at.js";
import { QuothError } from "../../quoth-error.js";
import { joinNames } from "../../voice-of.js";
import type { BlockDraft, BlockProperties } from "../draft-block.js";
import { gatherBlocks } from "../gather-blocks.js";
import { splitFirstSalute } from "../split-first-salute.js";
import { roleOf } from "./element-roles.js";
import { childFrame, type Frame, isLayoutOnly } from "./frame.js";
import { createLabels } from "./labels.js";
import { createVoices } from "./voices.js";
import { readXml, type XmlElement, type XmlHandler } from "./read-xml.js";

/**
 * Format `tei`: TEI P5, or one element of it. What the author wrote is text; heads, speakers and stage directions are
 * headings; the header, datelines, addresses and source notes are metadata; notes, and every word that an editor
 * supplied, corrected, regularised or expanded, stand apart in the editor's layer (element-roles.ts).
 */
export const importTei: Extractor = { version: 2, extract };

/** Elements that end a line or a page; with break="no" inside a word. */
const BREAKS: ReadonlySet<string> = new Set(["lb", "cb", "pb", "gb", "milestone"]);
/** A note's sign in the text is this short, UTF-16 units; longer, it is a cross-reference in words. */
const LONGEST_SIGN = 6;

function extract(source: string, { authors, file }: ImportContext): ImportedText {
  const gatherer = gatherBlocks(source);
  const voices = createVoices();
  const labels = createLabels(source);
  const author = joinNames(authors);
  const frames: Frame[] = [];
  const signs: Sign[] = [];
  let verses: BlockDraft | undefined;
  let page: string | undefined;

  const top = (): Frame | undefined => frames[frames.length - 1];
  const propertiesOf = (frame: Frame): BlockProperties => {
    const { text, division, voice } = frame;
    const { anchor } = frame;
    frame.anchor = undefined;
    const whose = text.voice ?? (text.layer === "text" ? voice : undefined);
    return {
      layer: text.layer,
      kind: text.kind,
      ...(text.label === undefined ? {} : { label: text.label }),
      ...(whose === undefined ? {} : { voice: whose }),
      ...(division.length === 0 ? {} : { division }),
      ...(page === undefined ? {} : { page }),
      ...(anchor === undefined ? {} : { anchor }),
    };
  };
  const draftIn = (frame: Frame): BlockDraft => gatherer.draft(() => propertiesOf(frame.block ?? frame));

  const openAside = (frame: Frame, element: XmlElement, parent: Frame | undefined): Frame => {
    const { attributes } = element;
    let labelled = frame;
    if (frame.sign !== undefined && frame.text.layer === "note") {
      const label =
        frame.sign === "note"
          ? labels.ofNote(attributes["n"], attributes["xml:id"])
          : labels.ofSign(frame.sign);
      labelled = { ...frame, text: { ...frame.text, label } };
      const into = gatherer.current() ?? (parent?.inBlock ? draftIn(parent) : undefined);
      into?.mark(label);
    }
    gatherer.openAside();
    voices.suspend();
    return labelled;
  };

  const endSign = ({ draft, from, target }: Sign): void => {
    const sign = draft.lastFrom(from).trim();
    if (gatherer.current() !== draft || sign === "" || sign.length > LONGEST_SIGN) return;
    const label = labels.promise(target, sign);
    if (label !== undefined) draft.markFrom(from, label);
  };

  const handler: XmlHandler = {
    open(element) {
      const { name, attributes, start } = element;
      const parent = top();
      if (!parent && roleOf(name).role === "inline" && name !== "teiHeader" && name !== "TEI.2") {
        const { line, column } = positionAt(source, start);
        throw new QuothError("corpus-invalid", `${file}:${line}:${column}: <${name}> is no element of TEI.`, {
          remedy: "Name the file's own format in work.yaml.",
          data: { file, line, column },
        });
      }
      let frame = childFrame(source, element, parent, author);
      const depth = frames.length;
      if (name === "pb" && attributes["n"] !== undefined) page = attributes["n"].trim() || undefined;
      if (BREAKS.has(name) && attributes["break"] === "no") gatherer.current()?.join();
      else if (frame.role === "spaced") gatherer.current()?.space(start);
      else if (frame.role === "aside") frame = openAside(frame, element, parent);
      else if (frame.role === "part" && parent?.role === "part") gatherer.current()?.space(start);
      else if (name === "item" && parent?.labelled) gatherer.current()?.space(start);
      else if (frame.role === "block" || frame.role === "container" || frame.role === "part")
        gatherer.flush(start);
      else if (frame.role === "line") {
        if (gatherer.current() !== verses || verses === undefined) {
          gatherer.flush(start);
          verses = draftIn(parent ?? frame);
        }
        verses.beginLine(start, printedNumber(attributes["n"]));
      }
      if (parent) parent.labelled = false;
      voices.open(element, frame, frames, gatherer.written());
      frames.push(frame);
      const target = /^#(.+)$/.exec(attributes["target"] ?? "")?.[1];
      const draft = gatherer.current();
      if (name === "ref" && target !== undefined && draft)
        signs.push({ depth, target, draft, from: draft.length() });
    },
    close(at) {
      const depth = frames.length - 1;
      const frame = frames.pop() as Frame;
      const parent = top();
      voices.close(depth);
      if (signs.at(-1)?.depth === depth) endSign(signs.pop() as Sign);
      if (frame.role === "spaced") gatherer.current()?.space(at);
      else if (frame.role === "aside") {
        gatherer.closeAside(at);
        voices.resume();
      } else if (frame.role === "part" && parent?.role === "part") gatherer.current()?.space(at);
      else if (frame.name === "label" && frame.role === "block" && parent) {
        parent.labelled = true;
        gatherer.current()?.space(at);
      } else if (frame.role === "block" || frame.role === "container" || frame.role === "part")
        gatherer.flush(at);
      else if (frame.role === "line") gatherer.current()?.endLine();
      if (frame.name === "floatingText" && frame.role === "container") voices.closeText(gatherer.written());
    },
    text(start, end) {
      const frame = top();
      if (!frame) return;
      const blank = !/\S/.test(source.slice(start, end));
      if (blank && (isLayoutOnly(frame) || !gatherer.current())) return;
      draftIn(frame).copy(start, end, frame.keepSpace);
      voices.hear(source.slice(start, end));
    },
    reference(text, start, end) {
      const frame = top();
      if (!frame) return;
      draftIn(frame).stand(text, start, end);
      voices.hear(text);
    },
  };
  readXml(file, source, handler);
  const { text, blocks, origin } = gatherer.finish(source.length);
  return { text, origin, blocks: splitFirstSalute(text, blocks.map(voices.give)) };
}

/** A cross-reference that may be a note's sign: `from` is where it begins in the block. */
interface Sign {
  readonly depth: number;
  readonly target: string;
  readonly draft: BlockDraft;
  readonly from: number;
}

/** The number printed beside a verse, where it is one; of "3.1.56" the last, for the divisions say the others. */
function printedNumber(n: string | undefined): string | undefined {
  return /^(?:[\p{L}\p{N}]{1,12}\.)*(\d{1,6}[a-z]?)$/u.exec(n?.trim() ?? "")?.[1];
}
