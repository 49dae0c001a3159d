import { joinNames, voiceOf } from "../edition/voice-of.js";
import type { Work } from "../edition/work.js";
import type { WorkSummary } from "./quoth.js";

/** A work as `works` lists it. */
export function summariseWork(work: Work): WorkSummary {
  return {
    id: work.id,
    title: work.title,
    author: joinNames(work.authors),
    ...(work.addressee === undefined ? {} : { addressee: work.addressee }),
    ...(work.date === undefined ? {} : { date: work.date }),
    witnesses: work.witnesses.map((witness) => ({
      siglum: witness.siglum,
      ...(witness.title === undefined ? {} : { title: witness.title }),
      ...(witness.publisher === undefined ? {} : { publisher: witness.publisher }),
      editor: editorOf(work, witness),
      ...(witness.url === undefined ? {} : { url: witness.url }),
      ...(witness.licence === undefined ? {} : { licence: witness.licence }),
      file: witness.path,
      sha256: witness.sha256,
    })),
  };
}

function editorOf(work: Work, witness: Work["witnesses"][number]): string {
  const apparatus = witness.passages.find((passage) => passage.layer !== "text");
  return apparatus
    ? voiceOf(work, witness, apparatus)
    : (witness.editor ?? witness.publisher ?? witness.siglum);
}
