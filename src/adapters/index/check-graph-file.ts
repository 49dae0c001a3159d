import { open } from "node:fs/promises";

/** hnswlib's header: six words of 8 bytes, two of 4, five of 8; these three say how long the rest is. */
const HEADER_BYTES = 96;
const COUNT_AT = 16;
const ELEMENT_BYTES_AT = 24;

/**
 * Makes sure that a graph was written to its end: hnswlib does not say when the disk was full. After the header and
 * the elements of level 0 each element has the length of its links on higher levels (uint32), and those links.
 * @throws an ENOSPC error where the file is cut off.
 */
export async function checkGraphFile(file: string): Promise<void> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const header = Buffer.alloc(HEADER_BYTES);
    await handle.read(header, 0, HEADER_BYTES, 0);
    const count = Number(header.readBigUInt64LE(COUNT_AT));
    const level0 = HEADER_BYTES + count * Number(header.readBigUInt64LE(ELEMENT_BYTES_AT));
    const links = Buffer.alloc(Math.max(0, size - level0));
    await handle.read(links, 0, links.length, level0);
    let at = 0;
    for (let element = 0; element < count && at + 4 <= links.length; element += 1)
      at += 4 + links.readUInt32LE(at);
    if (size >= level0 + 4 * count && at === links.length) return;
  } finally {
    await handle.close();
  }
  throw Object.assign(new Error("the graph could not be written to its end: no space is left"), {
    code: "ENOSPC",
  });
}
