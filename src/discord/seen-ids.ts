/** Far more events than Discord replays after a resumed connection. */
const REMEMBERED = 10_000;

/**
 * Remembers the last ids given to it. True for one that it has not seen: Discord may deliver an event twice
 * when a connection is resumed, and nobody shall be answered twice.
 */
export function createSeenIds(capacity = REMEMBERED): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > capacity) {
      for (const oldest of seen) {
        seen.delete(oldest);
        break;
      }
    }
    return true;
  };
}
