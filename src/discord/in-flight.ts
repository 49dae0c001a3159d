import { LATE, within } from "./within.js";

/** The work that has begun and is not finished. */
interface InFlight {
  track(work: Promise<unknown>): void;
  /** Resolves when nothing is under way, at the latest after `timeoutMs`; tells whether all was finished. */
  settled(timeoutMs: number): Promise<boolean>;
}

export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>();

  async function drain(): Promise<void> {
    while (works.size > 0) await Promise.allSettled(works);
  }

  return {
    track(work) {
      works.add(work);
      const forget = (): void => void works.delete(work);
      work.then(forget, forget);
    },
    settled: async (timeoutMs) => (await within(timeoutMs, drain())) !== LATE,
  };
}
