import { citePassage } from "./cite-passage.js";
import { cutSpans } from "./cut-spans.js";
import { leansOn } from "./leans-on.js";
import { publishedAddress } from "./publication/published-address.js";
import { QuothError } from "./quoth-error.js";
import type { Quote } from "./quote.js";
import { formatReference, parseReference } from "./reference.js";
import { type Located, resolvePath } from "./resolve-path.js";
import { skipsOf } from "./skips-of.js";
import { sliceSpans } from "./span.js";
import { translationOf } from "./translation.js";
import type { Witness, Work } from "./work.js";
import { joinNames, voiceOf } from "./voice-of.js";

/** Cuts the quote of a run of sentences out of its witness. Its text is the slices of its spans, nothing else. */
export function makeQuote(work: Work, located: Located): Quote {
  const { witness, passage } = located;
  const path = pathOf(located);
  const { spans, text, markers } = cut(located);
  // An editor's words are those of the edition, in its own language.
  const translation = passage.layer === "text" ? translationOf(work, witness) : undefined;
  if (text === "") {
    throw new QuothError("internal", `The passage ${formatReference(work.id, path)} is empty.`, {
      remedy: "Run: quoth doctor",
    });
  }
  const before = leansOn(located);
  const url = publishedAddress(work, witness, passage.path, path);
  return Object.freeze({
    text,
    reference: formatReference(work.id, path),
    work: work.id,
    witness: witness.siglum,
    layer: passage.layer,
    voice: voiceOf(work, witness, passage),
    author: joinNames(work.authors),
    ...(translation ? { translation } : {}),
    spans: [...spans],
    file: witness.path,
    sha256: witness.sha256,
    markers: markers.map(({ label, start }) => ({ label, offset: start })),
    witnesses: witnessesReading(work, witness, located, path, text),
    citation: citePassage(work, witness, passage, path),
    ...(before ? { leansOn: formatReference(work.id, pathOf(before)) } : {}),
    ...(url === undefined ? {} : { url }),
  });
}

/** The reference path of a run: "3" for a whole passage, "3.1", "3.1-2". */
export function pathOf({ passage, from, to }: Located): string {
  const first = passage.sentences[from];
  const last = passage.sentences[to - 1];
  if (!first || !last || (from === 0 && to === passage.sentences.length && to > 1)) return passage.path;
  if (from === to - 1) return first.path;
  const end = last.path.slice(last.path.lastIndexOf(".") + 1);
  return `${first.path.replace(/-[^-.]*$/, "")}-${end.replace(/^[^-]*-/, "")}`;
}

function cut({ witness, passage, from, to }: Located) {
  const range = { start: passage.sentences[from]?.start ?? 0, end: passage.sentences[to - 1]?.end ?? 0 };
  const markers = passage.markers.filter((marker) => marker.start >= range.start && marker.end <= range.end);
  const spans = cutSpans(witness.text, range, skipsOf(passage));
  return { spans, markers, text: sliceSpans(witness.text, spans) };
}

/** The sigla of the witnesses that read exactly so at this place; apparatus is compared by its words alone. */
function witnessesReading(work: Work, own: Witness, located: Located, path: string, text: string): string[] {
  return work.witnesses
    .filter((witness) => witness === own || readsSo(witness, located, path, text))
    .map((witness) => witness.siglum);
}

function readsSo(witness: Witness, { passage }: Located, path: string, text: string): boolean {
  if (passage.layer !== "text") return false;
  const reference = parseReference(path);
  const [found, ...more] = reference ? resolvePath(witness, reference) : [];
  return (
    found !== undefined && more.length === 0 && found.passage.layer === "text" && cut(found).text === text
  );
}
