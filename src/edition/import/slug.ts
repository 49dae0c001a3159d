/** Longer ids are tiresome to type, characters. */
const LONGEST = 40;

/** An id made from a title or a file's name: lower-case letters and digits of ASCII where that can be, and "-". */
export function slug(words: string): string {
  const plain = words
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  if (plain.length <= LONGEST) return plain;
  const cut = [...plain].slice(0, LONGEST + 1).join("");
  const end = cut.lastIndexOf("-");
  return end > LONGEST / 2 ? cut.slice(0, end) : [...plain].slice(0, LONGEST).join("");
}
