import { z } from "zod";

/** The file that says which files of a folder quoth wrote. */
export const MARKER_FILE = "quoth-published.json";

/** Below the folder, with forward slashes; nothing absolute, nothing that climbs out. */
const name = z
  .string()
  .min(1)
  .refine(
    (file) =>
      !/^[/\\]|^[A-Za-z]:|\\|\0/.test(file) && !file.split("/").some((part) => /^\.{0,2}$/.test(part)),
  );
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What stands in the marker: every file with the hash of its bytes. While a publication is under way a file may have
 * two: what it was and what it is about to be.
 */
export const siteMarkerSchema = z.object({
  version: z.literal(1),
  generator: z.literal("quoth publish"),
  files: z.record(name, z.union([sha256, z.array(sha256).min(1).max(2)])),
});

export type SiteMarker = z.infer<typeof siteMarkerSchema>;
