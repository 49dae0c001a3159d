import type { Marker } from "../block.js";
import type { Passage } from "../passage.js";

/**
 * The passages of a witness with the speeches (or stanzas) of each division made one, so that editions are compared
 * line by line however they divide their lines. What stands between, speakers and stage directions, is stepped over.
 */
export function mergeDivisions(passages: readonly Passage[]): readonly Passage[] {
  const merged: Passage[] = [];
  const taken = new Set<string>();
  let between: Marker[] = [];
  let open: Passage | undefined;
  const close = (): void => {
    if (open) merged.push(open);
    open = undefined;
    between = [];
  };
  const others: Passage[] = [];
  for (const passage of [...passages].sort((a, b) => a.start - b.start)) {
    if (passage.layer !== "text" || passage.kind !== "paragraph") {
      others.push(passage);
      between.push({ start: passage.start, end: passage.end, label: passage.path });
      continue;
    }
    const division = divisionOf(passage);
    if (open && divisionOf(open) === division) open = joined(open, between, passage);
    else {
      close();
      // A division that goes on after another one is called by its lines.
      const path = division === "" || taken.has(division) ? passage.path : division;
      taken.add(division);
      open = { ...passage, path };
    }
    between = [];
  }
  close();
  return [...others, ...merged].sort((a, b) => a.start - b.start);
}

/** "3.1" of a speech whose first line is "3.1.56". */
function divisionOf({ sentences, path }: Passage): string {
  const first = sentences[0]?.path ?? path;
  return first.slice(0, Math.max(0, first.lastIndexOf(".")));
}

function joined(one: Passage, between: readonly Marker[], other: Passage): Passage {
  const gaps = [...(one.gaps ?? []), ...(other.gaps ?? [])];
  return {
    ...one,
    end: other.end,
    sentences: [...one.sentences, ...other.sentences],
    markers: [...one.markers, ...between, ...other.markers],
    ...(gaps.length === 0 ? {} : { gaps }),
  };
}
