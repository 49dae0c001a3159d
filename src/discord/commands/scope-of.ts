import type { Scope } from "../../conversation/quoth.js";
import type { ServerSettings } from "../settings-store.js";
import type { Source } from "../source.js";

/**
 * What a server has chosen to be meant where nothing is named. A work or an edition that is loaded no more is
 * passed over: a setting shall not stand in the way of every answer.
 * @param edition named in the command; it is taken as it is, so that a wrong one is said to be wrong.
 */
export function scopeOf(source: Source, settings: ServerSettings, edition?: string): Scope {
  const works = source.works();
  const work = works.find(({ id }) => id === settings.work);
  const among = work ? [work] : works;
  const preferred = among
    .flatMap(({ witnesses }) => witnesses)
    .find(({ siglum }) => siglum === settings.edition);
  const witness = edition ?? preferred?.siglum;
  return { ...(work ? { work: work.id } : {}), ...(witness === undefined ? {} : { witness }) };
}
