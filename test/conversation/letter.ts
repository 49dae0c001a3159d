import { open, type OpenedQuoth } from "../../src/quoth.js";
import { readSettings } from "../../src/settings.js";

/** The real letter, with the real model. */
export function openLetter(): Promise<OpenedQuoth> {
  return open(readSettings({}, process.env));
}
