import { createHash } from "node:crypto";

/** Longer names are cut and told apart by their hash: file systems take 255 bytes. */
const LONGEST = 120;
const HASH_DIGITS = 16;

/**
 * An id of a work, a siglum or a reference path as the name of a file or folder that every system takes and that is
 * the same in an address: ASCII letters, digits, "-", "_" and inner "." stay, every other sign becomes "~", its code
 * point in hexadecimal and "~". Different ids have different names.
 */
export function fileName(id: string): string {
  const plain = id.replace(/[^A-Za-z0-9_.-]|^\.|\.$|\.(?=html$|json$)/gu, (sign) => {
    return `~${(sign.codePointAt(0) ?? 0).toString(16)}~`;
  });
  if (plain.length <= LONGEST) return plain;
  const hash = createHash("sha256").update(id).digest("hex").slice(0, HASH_DIGITS);
  return `${plain.slice(0, LONGEST - HASH_DIGITS - 2)}~~${hash}`;
}
