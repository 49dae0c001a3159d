import type { Apparatus, ApparatusEntry, Reading } from "../../edition/apparatus/apparatus.js";
import { escapeXml } from "../../edition/citation/escape-xml.js";

/**
 * The apparatus as a TEI P5 document (location-referenced, module textcrit): a `<listWit>` in the header,
 * and in a `<listApp>` an `<app loc="1.5">` for each entry with `<lem wit="#marxists">` and `<rdg>`s, whose
 * `type` is omission, addition or transposition and whose `cause` is the kind. Omissions are empty readings;
 * a reading that stands elsewhere has a `<note>` of its place after it.
 */
export function formatApparatusTei(apparatus: Apparatus): string {
  const { title, work, witnesses, entries } = apparatus;
  const listed = witnesses.map(({ siglum, title: own, publisher, file, sha256 }) => {
    const named = [publisher, own].filter((part) => part !== undefined).join(", ");
    return `          <witness xml:id="${xmlId(siglum)}">${escapeXml(`${named === "" ? siglum : named} (${file}, sha256 ${sha256})`)}</witness>`;
  });
  // An empty listApp would not be valid.
  const body =
    entries.length === 0
      ? ["      <p/>"]
      : ["      <listApp>", ...entries.map((entry) => formatEntry(entry, work)), "      </listApp>"];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    "  <teiHeader>",
    "    <fileDesc>",
    `      <titleStmt><title>${escapeXml(title)}: apparatus</title></titleStmt>`,
    "      <publicationStmt><p>Made by quoth from the witnesses listed.</p></publicationStmt>",
    "      <sourceDesc>",
    "        <listWit>",
    ...listed,
    "        </listWit>",
    "      </sourceDesc>",
    "    </fileDesc>",
    '    <encodingDesc><variantEncoding method="location-referenced" location="external"/></encodingDesc>',
    "  </teiHeader>",
    "  <text>",
    "    <body>",
    ...body,
    "    </body>",
    "  </text>",
    "</TEI>",
    "",
  ].join("\n");
}

function formatEntry({ reference, lemma, readings }: ApparatusEntry, work: string): string {
  const lines = [
    `<lem${wit(lemma.witnesses)}>${escapeXml(lemma.text)}</lem>`,
    ...readings.flatMap((reading) => formatReading(reading, reference, work)),
  ];
  return `        <app loc="${escapeXml(reference.slice(work.length + 1))}">${lines.map((line) => `\n          ${line}`).join("")}\n        </app>`;
}

function formatReading(reading: Reading, reference: string, work: string): readonly string[] {
  const type = reading.type === "variant" ? "" : ` type="${reading.type}"`;
  const open = `<rdg${wit(reading.witnesses)}${type} cause="${reading.kind}"`;
  const elsewhere = reading.places.filter(
    (place) => place.after !== undefined || place.reference !== reference,
  );
  const notes = elsewhere.map(({ witness, reference: own, after }) => {
    const where =
      after === undefined ? `at ${own.slice(work.length + 1)}` : `after ${after.slice(work.length + 1)}`;
    return `<note target="#${xmlId(witness)}">${escapeXml(`${witness}: ${where}`)}</note>`;
  });
  return [
    reading.text === "" ? `${open}/>` : `${open}>${escapeXml(reading.text)}</rdg>`,
    ...(reading.type === "transposition" ? notes : []),
  ];
}

function wit(sigla: readonly string[]): string {
  return sigla.length === 0 ? "" : ` wit="${sigla.map((siglum) => `#${xmlId(siglum)}`).join(" ")}"`;
}

/** A siglum as an XML id: ASCII letters, digits, ".", "-" and "_" stay, all else becomes its code; a letter goes first. */
function xmlId(siglum: string): string {
  const plain = siglum.replace(
    /[^A-Za-z0-9._-]/gu,
    (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return /^[A-Za-z]/.test(plain) ? plain : `w_${plain}`;
}
