import type { Layer } from "../layer.js";

const NOTES =
  /^(?:(?:the\s+)?(?:editor(?:ial|['’]s|s['’]?)?|translator['’]?s?|transcriber['’]?s?|explanatory|textual|annotator['’]?s?)\s+)?(?:foot|end)?(?:notes?|annotations?)(?:\s+(?:on|to|and)\s.{1,40})?$/i;
const METADATA =
  /^(?:sources?|provenance|bibliography|references|credits|copyright|licen[cs]e|about\s+this\s+(?:text|edition|document)|further\s+reading|citation|works\s+cited)$/i;

/** The layer of what stands under a heading: an editor's notes, what is said about the edition, else the text. */
export function sectionLayer(heading: string): Layer {
  const words = heading.trim().replace(/[:.]$/, "");
  if (NOTES.test(words)) return "note";
  return METADATA.test(words) ? "metadata" : "text";
}

/** A label as references can bear it: up to twelve letters, digits and signs. */
export function noteLabel(written: string): string | undefined {
  const label = written.replace(/[^\p{L}\p{N}*†‡]/gu, "").slice(0, 12);
  return label === "" ? undefined : label;
}
