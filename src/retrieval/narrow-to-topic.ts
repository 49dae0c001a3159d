import type { Layer } from "../edition/layer.js";
import { asksForMentions } from "./asks-about.js";
import { asksEditor, asksNotes } from "./asks-editor.js";
import type { AskOptions } from "./ask-options.js";
import type { Place } from "./find-topic.js";
import type { Met } from "./meet.js";
import type { Candidate } from "./rank-sentences.js";
import type { Searcher } from "./searcher.js";

/** What may answer a question, by whose words its topic stands in. */
export interface Narrowed {
  /** The places of the topic that may be shown. */
  readonly places: readonly Place[];
  readonly prose: readonly Candidate[];
  readonly lines: readonly Candidate[];
}

/**
 * Where the author's words bear the topic, they answer and no editor's, unless an editor was asked. What only an
 * editor brings up is shown as the editor's, whatever else the author's words are like. A line about the document
 * names things, but mentions none.
 * @param named the places of the topic; undefined where the question has none.
 */
export function narrowToTopic(
  { units }: Pick<Searcher, "units">,
  { question, prose, lines }: Met,
  named: readonly Place[] | undefined,
  { layers, works }: Pick<AskOptions, "layers" | "works">,
): Narrowed {
  const layerOf = ({ unit }: { readonly unit: number }): Layer | undefined => units[unit]?.passage.layer;
  const inText = (one: Candidate | Place): boolean => layerOf(one) === "text";
  const inNote = (one: Candidate | Place): boolean => layerOf(one) === "note";
  // A name or a title is like every question that bears the name: it has to hold a word that was asked for.
  const telling = lines.filter(({ signals }) => signals.lexical > 0);
  const all = { places: named ?? [], prose, lines: telling };
  const noted = named?.filter(inNote) ?? [];
  if (asksEditor(question.text, works))
    return asksNotes(question.text) && noted.length > 0
      ? { places: noted, prose: onlyAt(prose.filter(inNote), noted), lines: [] }
      : all;
  if (named?.some(inText))
    return { places: named.filter(inText), prose: prose.filter(inText), lines: telling.filter(inText) };
  const mentions = asksForMentions(question.text) && (layers?.includes("text") ?? true);
  if (noted.length > 0) return { places: noted, prose: onlyAt(prose, noted), lines: mentions ? [] : telling };
  if (mentions) return { ...all, prose: prose.filter(inText), lines: telling.filter(inText) };
  return { ...all, prose: onlyAt(prose, all.places) };
}

/** Whether the author's words bear the topic, and are to answer, but none that do are among the candidates. */
export function crowdsOut(
  { units }: Pick<Searcher, "units">,
  { question, prose, lines }: Met,
  named: readonly Place[],
  { works }: Pick<AskOptions, "works">,
): boolean {
  const inText = named.filter(({ unit }) => units[unit]?.passage.layer === "text");
  if (inText.length === 0 || asksEditor(question.text, works)) return false;
  return ![...prose, ...lines].some((one) =>
    inText.some(({ unit, sentence }) => unit === one.unit && sentence === one.sentence),
  );
}

/** The candidates at these places; all of them where none is. */
export function onlyAt(candidates: readonly Candidate[], places: readonly Place[]): readonly Candidate[] {
  const found = candidates.filter(({ unit, sentence }) =>
    places.some((place) => place.unit === unit && place.sentence === sentence),
  );
  return found.length > 0 ? found : candidates;
}
