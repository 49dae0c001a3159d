import { afterAll, beforeAll } from "vitest";
import { type OpenedQuoth, open, readSettings } from "../../src/quoth.js";

/** The real thing over the real letter, opened once for a test file and closed after it. */
export function openLetter(): () => OpenedQuoth {
  let opened: OpenedQuoth | undefined;
  beforeAll(async () => {
    opened = await open(readSettings({}, {}));
    await opened.prepare();
  });
  afterAll(() => opened?.close());
  return () => {
    if (!opened) throw new Error("not opened yet");
    return opened;
  };
}
