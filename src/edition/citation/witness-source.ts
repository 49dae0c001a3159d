import type { Witness } from "../work.js";

/** The text that positions count in, named by its hash: the `source` of a W3C SpecificResource. */
export interface WitnessSource {
  /** RFC 6920 "ni" name: the sha256 in base64url. It says what the text is, and not where to find it. */
  readonly id: string;
  readonly type: "Text";
  readonly format: "text/plain";
  readonly language: string;
}

export function witnessSource({ sha256, language }: Pick<Witness, "sha256" | "language">): WitnessSource {
  return { id: hashName(sha256), type: "Text", format: "text/plain", language };
}

/** "ni:///sha-256;…" of 64 hexadecimal digits. */
export function hashName(sha256: string): string {
  const bytes = (sha256.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  const base64 = btoa(bytes.join(""));
  return `ni:///sha-256;${base64.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}
