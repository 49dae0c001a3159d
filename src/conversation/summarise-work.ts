import { type Translation, translationOf } from "../edition/translation.js";
import { joinNames, voiceOf } from "../edition/voice-of.js";
import type { Work } from "../edition/work.js";
import type { WorkSummary } from "./quoth.js";

/** A work as `works` lists it. */
export function summariseWork(work: Work): WorkSummary {
  return {
    id: work.id,
    title: work.title,
    author: joinNames(work.authors),
    authors: work.authors,
    ...(work.type === undefined ? {} : { type: work.type }),
    ...(work.addressee === undefined ? {} : { addressee: work.addressee }),
    ...(work.date === undefined ? {} : { date: work.date }),
    ...(work.levels === undefined ? {} : { levels: work.levels }),
    witnesses: work.witnesses.map((witness) => ({
      siglum: witness.siglum,
      ...(witness.title === undefined ? {} : { title: witness.title }),
      ...(witness.publisher === undefined ? {} : { publisher: witness.publisher }),
      editor: editorOf(work, witness),
      ...(witness.url === undefined ? {} : { url: witness.url }),
      ...(witness.licence === undefined ? {} : { licence: witness.licence }),
      language: witness.language,
      ...translated(work, witness),
      file: witness.path,
      sha256: witness.sha256,
    })),
  };
}

function translated(work: Work, witness: Work["witnesses"][number]): { readonly translation?: Translation } {
  const translation = translationOf(work, witness);
  return translation ? { translation } : {};
}

function editorOf(work: Work, witness: Work["witnesses"][number]): string {
  const apparatus = witness.passages.find((passage) => passage.layer !== "text");
  return apparatus
    ? voiceOf(work, witness, apparatus)
    : (witness.editor ?? witness.publisher ?? witness.siglum);
}
