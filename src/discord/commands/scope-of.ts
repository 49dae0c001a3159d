import type { Scope } from "../../conversation/quoth.js";
import type { ServerSettings } from "../settings-store.js";
import type { Source } from "../source.js";

/**
 * What a server has chosen to be meant where nothing is named. A work or an edition that is loaded no more is
 * passed over: a setting shall not stand in the way of every answer.
 * @param edition named in the command, as `named` is the work; they are taken as they are, so that a wrong one is
 * said to be wrong.
 */
export function scopeOf(source: Source, settings: ServerSettings, edition?: string, named?: string): Scope {
  const works = source.works();
  const work = works.find(({ id }) => id === settings.work);
  const asked = works.find(({ id }) => id.toLowerCase() === named?.toLowerCase()) ?? work;
  const among = asked ? [asked] : works;
  // An edition that only some works have would keep the others silent.
  const everywhere = among.every(({ witnesses }) =>
    witnesses.some(({ siglum }) => siglum === settings.edition),
  );
  const witness = edition ?? (everywhere && among.length > 0 ? settings.edition : undefined);
  return {
    ...(named === undefined ? {} : { work: named }),
    ...(work ? { prefer: work.id } : {}),
    ...(witness === undefined ? {} : { witness }),
  };
}
