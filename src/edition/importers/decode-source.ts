import { positionAt } from "../position-at.js";
import { QuothError } from "../quoth-error.js";

/** A file's characters, and the encoding that they were read in, by its name in the Encoding Standard. */
export interface DecodedSource {
  /** A byte-order mark stays a character of UTF-8 (its offsets are promised), and is left out of other encodings. */
  readonly text: string;
  readonly encoding: string;
}

export interface DecodeOptions {
  /** As work.yaml declares it; a byte-order mark is believed rather. */
  readonly encoding?: string | undefined;
  /** Whether an XML declaration or a `<meta charset>` may name the encoding. */
  readonly markup?: boolean;
}

/** How far into a file its encoding may be named, bytes: what HTML demands. */
const PRESCAN = 1024;

/**
 * Decodes a file: by its byte-order mark, else as declared, else as its own markup says, else as UTF-8, and
 * strictly in each case. `file` names it in messages.
 * @throws QuothError `corpus-invalid` with line and column of the first byte that the encoding does not know.
 */
export function decodeSource(file: string, bytes: Uint8Array, options: DecodeOptions = {}): DecodedSource {
  const named = markOf(bytes) ?? options.encoding ?? (options.markup ? namedInside(bytes) : undefined);
  const encoding = named === undefined ? "utf-8" : canonicalName(file, named);
  const marked = encoding === "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: marked }).decode(bytes);
    return { text: encoding === "windows-1252" ? withWindowsSigns(text) : text, encoding };
  } catch (cause) {
    const { line, column } = firstFault(bytes, encoding);
    throw new QuothError(
      "corpus-invalid",
      `${file}:${line}:${column}: this is not ${encoding.toUpperCase()}${named === undefined ? "" : `, as which it is declared`}.`,
      {
        remedy: "Save it as UTF-8, or name its encoding in work.yaml, as in: encoding: windows-1252",
        data: { file, line, column, encoding },
        cause,
      },
    );
  }
}

/** What Windows-1252 has at 80 to 9F; a blank where it has nothing. Node 20 reads these bytes as controls. */
const WINDOWS_SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function withWindowsSigns(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => {
    const sign = WINDOWS_SIGNS.charAt(control.charCodeAt(0) - 0x80);
    return sign === " " ? control : sign;
  });
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** What the XML declaration or the page's head says; UTF-16 without a mark shows by the zeros in "<?". */
function namedInside(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return "utf-16be";
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCAN));
  const declared =
    /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ??
    /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  // What could be read so far was not UTF-16, whatever the file says of itself (the Encoding Standard's own rule).
  return declared !== undefined && /^utf-?16/i.test(declared) ? "utf-8" : declared;
}

function canonicalName(file: string, name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch (cause) {
    throw new QuothError("corpus-invalid", `${file}: "${name}" is no encoding that quoth knows.`, {
      remedy: "Save the file as UTF-8, or write utf-8, utf-16le, utf-16be or windows-1252.",
      data: { file, encoding: name },
      cause,
    });
  }
}

/** Line and column of the first byte that cannot be read: the first replacement that the file does not hold itself. */
function firstFault(bytes: Uint8Array, encoding: string): ReturnType<typeof positionAt> {
  const text = new TextDecoder(encoding, { ignoreBOM: encoding === "utf-8" }).decode(bytes);
  if (encoding !== "utf-8") return positionAt(text, Math.max(0, text.indexOf("\uFFFD")));
  const encoder = new TextEncoder();
  let at = 0;
  let byte = 0;
  for (;;) {
    const next = text.indexOf("\uFFFD", at);
    if (next === -1) return positionAt(text, text.length);
    byte += encoder.encode(text.slice(at, next)).length;
    const genuine = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (!genuine) return positionAt(text, next);
    byte += 3;
    at = next + 1;
  }
}
