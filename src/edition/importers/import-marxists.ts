import type { Block, Importer, Marker } from "../block.js";
import type { Span } from "../span.js";
import { block, isDateline, isShortLine, isSignature, splitSalute } from "./letter-parts.js";
import { blankLineChunks, nonBlankLines } from "./text-lines.js";

/** The lines under which marxists.org documents a page. */
const INFORMATION =
  /^(?:Written|Spoken|Delivered|First Published|Published|Publisher|Source|Translated|Translation|Translator|Transcribed|Transcription|Markup|Transcription\/Markup|HTML Markup|Transcription\/HTML Markup|Proofread|Proofreading|Edited|Editor|Online Version|Copyleft|Copyright|Public Domain|Note):/i;
const NOTE = /^\[([\p{L}\p{N}*†‡]{1,3})\]\s*/u;

/**
 * Format `marxists`: a page of marxists.org saved as text. In this order: the archive's site line and
 * heading, a dateline, the document (salute, paragraphs, signature), navigation, notes that begin with
 * their marker, lines of information ("Source: …"), and a source note. The archive's markers are lifted
 * out of the document.
 */
export const importMarxists: Importer = (text, { authors }) => {
  const chunks = blankLineChunks(text);
  const line = (span: Span): string => text.slice(span.start, span.end);
  const isApparatus = (span: Span): boolean => NOTE.test(line(span)) || INFORMATION.test(line(span));

  const firstApparatus = chunks.findIndex(isApparatus);
  const apparatusAt = firstApparatus === -1 ? chunks.length : firstApparatus;
  const firstProse = chunks.findIndex(
    (chunk, at) => at < apparatusAt && !isShortLine(line(chunk)) && !isDateline(line(chunk)),
  );
  // A salute on a line of its own, just before the first paragraph, belongs to the document.
  const salute = firstProse > 0 && splitSalute(text, chunks[firstProse - 1] as Span)[0]?.kind === "opener";
  const bodyAt = firstProse === -1 ? apparatusAt : firstProse - (salute ? 1 : 0);

  let bodyEnd = apparatusAt;
  const signed = chunks.findLastIndex(
    (chunk, at) => at > bodyAt && at < apparatusAt && isSignature(line(chunk), authors),
  );
  if (signed !== -1) bodyEnd = signed + 1;
  else while (bodyEnd > bodyAt + 1 && isShortLine(line(chunks[bodyEnd - 1] as Span))) bodyEnd -= 1;

  const head = chunks.slice(0, bodyAt).flatMap((chunk) => nonBlankLines(text, chunk));
  const body = chunks.slice(bodyAt, bodyEnd);
  const after = chunks.slice(bodyEnd, apparatusAt);
  const apparatus = readApparatus(text, chunks.slice(apparatusAt));

  const blocks: Block[] = head.map((span) =>
    isDateline(line(span)) ? block(span, "metadata", "dateline") : block(span, "heading", "heading"),
  );
  body.forEach((chunk, at) => {
    if (at === 0) blocks.push(...splitSalute(text, chunk));
    else blocks.push(block(chunk, "text", bodyAt + at === signed ? "closer" : "paragraph"));
  });
  for (const chunk of after) blocks.push(block(chunk, "heading", "navigation"));
  blocks.push(...apparatus);

  const labels = new Set(apparatus.flatMap((note) => note.label ?? []));
  return blocks.map((one) =>
    one.layer === "note" ? one : { ...one, markers: markersIn(text, one, labels) },
  );
};

/** Notes (a chunk that follows a note without a marker or keyword continues it), information, source note. */
function readApparatus(text: string, chunks: readonly Span[]): readonly Block[] {
  const blocks: Block[] = [];
  const extendLast = (end: number): void => {
    const last = blocks.pop();
    if (last) blocks.push({ ...last, end });
  };
  for (const chunk of chunks) {
    const words = text.slice(chunk.start, chunk.end);
    const note = NOTE.exec(words);
    const last = blocks.at(-1);
    if (note) blocks.push(noteBlock(chunk, note[1] as string));
    else if (INFORMATION.test(words)) {
      for (const span of nonBlankLines(text, chunk)) {
        if (INFORMATION.test(text.slice(span.start, span.end)))
          blocks.push(block(span, "metadata", "provenance"));
        else extendLast(span.end);
      }
    } else if (last?.layer === "note") extendLast(chunk.end);
    else blocks.push(block(chunk, "metadata", "source-note"));
  }
  return blocks;
}

/** A note's own sign stands at its head: lifted out like a marker, so that quotes of the note begin after it. */
function noteBlock(chunk: Span, label: string): Block {
  const marker = { label, start: chunk.start, end: chunk.start + label.length + 2 };
  return { ...block(chunk, "note", "note", label), markers: [marker] };
}

function markersIn(text: string, span: Span, labels: ReadonlySet<string>): readonly Marker[] {
  const markers: Marker[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/\[([\p{L}\p{N}*†‡]{1,3})\]/gu)) {
    const label = match[1] as string;
    const start = span.start + match.index;
    if (labels.has(label)) markers.push({ label, start, end: start + match[0].length });
  }
  return markers;
}
