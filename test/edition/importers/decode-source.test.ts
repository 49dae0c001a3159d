import { describe, expect, it } from "vitest";
import { decodeSource } from "../../../src/edition/importers/decode-source.js";
import { QuothError } from "../../../src/edition/quoth-error.js";

const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describe("decodeSource", () => {
  it.each<[string, Uint8Array, Parameters<typeof decodeSource>[2], string, string]>([
    ["UTF-8", Buffer.from("é"), {}, "é", "utf-8"],
    ["UTF-8 with a mark, which stays", Buffer.from("\uFEFFé"), {}, "\uFEFFé", "utf-8"],
    ["UTF-16 with a mark, which goes", utf16("\uFEFFé😀"), {}, "é😀", "utf-16le"],
    ["the other UTF-16", utf16("\uFEFFé", true), {}, "é", "utf-16be"],
    ["UTF-16 by the first characters of XML", utf16("<?xml?>"), { markup: true }, "<?xml?>", "utf-16le"],
    ["UTF-16 by them, the other way", utf16("<p>", true), { markup: true }, "<p>", "utf-16be"],
    [
      "what work.yaml says",
      Buffer.from([0x93, 0xe9, 0x94]),
      { encoding: "windows-1252" },
      "“é”",
      "windows-1252",
    ],
    ["the mark rather", Buffer.from("\uFEFFé"), { encoding: "windows-1252" }, "\uFEFFé", "utf-8"],
    [
      "the XML declaration",
      latin('<?xml version="1.0" encoding="ISO-8859-1"?><p>é</p>'),
      { markup: true },
      '<?xml version="1.0" encoding="ISO-8859-1"?><p>é</p>',
      "windows-1252",
    ],
    [
      "the page's head",
      latin('<html><meta charset="windows-1252">é'),
      { markup: true },
      '<html><meta charset="windows-1252">é',
      "windows-1252",
    ],
    [
      "no UTF-16 that the file's own letters belie",
      Buffer.from('<?xml version="1.0" encoding="UTF-16"?><p>é</p>'),
      { markup: true },
      '<?xml version="1.0" encoding="UTF-16"?><p>é</p>',
      "utf-8",
    ],
    ["nothing", new Uint8Array(), {}, "", "utf-8"],
  ])("reads %s", (_, bytes, options, text, encoding) => {
    expect(decodeSource("a.txt", bytes, options)).toEqual({ text, encoding });
  });

  it.each<[string, Uint8Array, Parameters<typeof decodeSource>[2], RegExp]>([
    ["a stray byte", latin("ab\ncé"), {}, /^a\.txt:2:2: this is not UTF-8\.$/],
    [
      "one behind a genuine replacement sign",
      Buffer.concat([Buffer.from("\uFFFD\n"), latin("é")]),
      {},
      /^a\.txt:2:1:/,
    ],
    ["half a UTF-16 unit", utf16("\uFEFFab").subarray(0, -1), {}, /^a\.txt:1:2: this is not UTF-16LE/],
    ["an encoding that nobody knows", Buffer.from("a"), { encoding: "klingon" }, /"klingon" is no encoding/],
  ])("refuses %s with its place", (_, bytes, options, message) => {
    let error: unknown;
    try {
      decodeSource("a.txt", bytes, options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(QuothError);
    expect(error).toMatchObject({
      code: "corpus-invalid",
      message: expect.stringMatching(message) as unknown,
    });
  });
});
