import type { Passage } from "../../edition/passage.js";
import type { Work } from "../../edition/work.js";
import type { ChatPort } from "./chat-port.js";
import type { ConversationState } from "./conversation-state.js";
import type { Move } from "./move.js";
import { type Outcome, reading } from "./outcome.js";
import { remark } from "./remark.js";
import { showAt } from "./show-at.js";

interface Note {
  readonly work: Work;
  readonly siglum: string;
  readonly passage: Passage;
  readonly label: string;
}

/** "What does note A say?", "the footnote", "show the notes". */
export async function noteTurn(
  quoth: ChatPort,
  { place, text }: ConversationState,
  { label, all }: Extract<Move, { kind: "note" }>,
): Promise<Outcome> {
  const works = quoth.sources().filter(({ id }) => place === undefined || id === place.work);
  const notes = works.flatMap(notesOf);
  const labels = [...new Set(notes.map((note) => note.label))].join(", ");
  const show = async (chosen: readonly Note[]): Promise<Outcome> => {
    const quotes = [];
    for (const { work, siglum, passage } of chosen)
      quotes.push(...(await showAt(quoth, work.id, siglum, [passage.path])));
    return reading(quotes);
  };
  if (label !== undefined) {
    const named = notes.filter((note) => note.label.toLowerCase() === label.toLowerCase());
    return named.length > 0
      ? show(named)
      : { remarks: [remark("no-such-note", label.toUpperCase(), labels)] };
  }
  const stands = place?.layer === "text" ? place : (text ?? place);
  if (!stands) return notes.length > 0 ? show(notes) : { remarks: [remark("no-note-here", labels)] };
  // A sign may stand in another edition's text of the passage.
  const marked = new Set<string>();
  for (const work of works) {
    for (const { siglum } of work.witnesses) {
      for (const quote of await showAt(quoth, work.id, siglum, stands.paths))
        for (const marker of quote.markers) marked.add(`${siglum} ${marker.label}`);
    }
  }
  const here = notes.filter((note) => marked.has(`${note.siglum} ${note.label}`));
  if (here.length > 0) return show(here);
  return all && notes.length > 0 ? show(notes) : { remarks: [remark("no-note-here", labels)] };
}

function notesOf(work: Work): readonly Note[] {
  return work.witnesses.flatMap(({ siglum, passages }) =>
    passages
      .filter(({ layer, sentences }) => layer === "note" && sentences.length > 0)
      .map((passage) => ({
        work,
        siglum,
        passage,
        label: passage.label ?? passage.path.replace(/^note\./, ""),
      })),
  );
}
