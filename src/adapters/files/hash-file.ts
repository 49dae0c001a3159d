import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** The sha256 of a file, read by the mebibyte. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
