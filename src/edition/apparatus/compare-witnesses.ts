import { isSameLanguage } from "../language.js";
import { QuothError } from "../quoth-error.js";
import { parseReference, type Reference } from "../reference.js";
import { resolvePath } from "../resolve-path.js";
import type { Witness, Work } from "../work.js";
import { textPassages } from "./align-editions.js";
import type { Apparatus, ApparatusEntry } from "./apparatus.js";
import { type Collation, collateWitnesses } from "./collate-witnesses.js";
import { passageEntries } from "./passage-entries.js";
import { additionEntries, wholePassageEntry } from "./whole-passage-entries.js";

/**
 * The apparatus criticus of a work: its first witness is the base, whose words are the lemmata, and every
 * other witness's readings are given against it. A work with one witness has no entries; a translation is no witness
 * to the words and is left out.
 * @param reference narrows it to a passage or sentences ("3", "1.5", "3a"); "@ucsb" after it, to the
 * readings of that witness.
 * @param collation of the whole work, where it has been made already.
 * @throws QuothError `usage` (no reference), `unknown-witness`, `not-found` (no witness has the place, or
 * it is no text of the author's, or its words are a translator's).
 */
export function compareWitnesses(work: Work, reference?: string, collation?: Collation): Apparatus {
  const wanted = reference === undefined ? undefined : parseWanted(work, reference);
  const context = collation ?? collateWitnesses(work, wanted?.witness);
  const { base, editions } = context;

  const entries: ApparatusEntry[] = [...additionEntries(context, undefined)];
  for (const passage of textPassages(base)) {
    const whole = wholePassageEntry(context, passage);
    if (whole) entries.push(whole);
    entries.push(...passageEntries(context, passage), ...additionEntries(context, passage.path));
  }
  return {
    version: 1,
    work: work.id,
    title: work.title,
    ...(reference === undefined ? {} : { reference }),
    witnesses: [base, ...editions.map(({ witness }) => witness)].map(describe),
    entries: wanted ? entries.filter(within(work.witnesses[0], wanted)) : entries,
  };
}

function parseWanted(work: Work, reference: string): Reference {
  const parsed = parseReference(reference);
  if (!parsed || (parsed.work !== undefined && parsed.work !== work.id)) {
    throw new QuothError("usage", `"${reference}" is no reference to a passage of ${work.id}.`, {
      remedy: "Write it as 3, 1.5 or opener.",
    });
  }
  if (parsed.witness !== undefined && !work.witnesses.some(({ siglum }) => siglum === parsed.witness)) {
    throw new QuothError("unknown-witness", `${work.id} has no edition "${parsed.witness}".`, {
      remedy: "Run: quoth works",
    });
  }
  const chosen = work.witnesses.find(({ siglum }) => siglum === parsed.witness);
  if (chosen && !isSameLanguage(chosen.language, work.witnesses[0].language)) {
    throw new QuothError(
      "not-found",
      `"${chosen.siglum}" is a translation: its words cannot be compared with the original's.`,
      {
        remedy: "Read it with: quoth show --witness " + chosen.siglum,
      },
    );
  }
  const places = work.witnesses.flatMap((witness) => resolvePath(witness, parsed));
  if (places.length === 0)
    throw new QuothError("not-found", `No edition has ${reference}.`, { remedy: "Run: quoth show" });
  if (!places.some(({ passage }) => passage.layer === "text")) {
    throw new QuothError(
      "not-found",
      `${reference} is an edition's own, not the author's text; there is nothing to compare it with.`,
      {
        remedy: "Name a passage of the text: 3, 1.5 or opener.",
      },
    );
  }
  return parsed;
}

/** Entries whose lemma stands at the reference, or which add the passage that it names. */
function within(base: Witness, wanted: Reference): (entry: ApparatusEntry) => boolean {
  const places = resolvePath(base, wanted).map(({ passage, from, to }) => ({
    start: passage.sentences[from]?.start ?? passage.start,
    end: passage.sentences[to - 1]?.end ?? passage.end,
  }));
  const path = wanted.path.join(".");
  return ({ lemma, reference, readings }) =>
    places.some((place) => lemma.spans.some(({ start, end }) => start < place.end && end > place.start)) ||
    [reference, ...readings.flatMap((reading) => reading.places.map((one) => one.reference))].some((one) =>
      one.endsWith(`:${path}`),
    );
}

function describe({ siglum, title, publisher, path, sha256 }: Witness): Apparatus["witnesses"][number] {
  return {
    siglum,
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    file: path,
    sha256,
  };
}
