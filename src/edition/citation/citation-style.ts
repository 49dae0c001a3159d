/**
 * Everything that a passage can be cited as. Editions of the manuals: Chicago 18, MLA 9, APA 7; the
 * exchange formats are BibTeX, RIS, CSL-JSON 1.0.2 and TEI P5; the last four are addresses of the words
 * themselves (W3C Web Annotation selectors, a link into the page) and the receipt that proves them.
 */
export const CITATION_STYLES = [
  "chicago-note",
  "chicago-bibliography",
  "mla",
  "apa",
  "bibtex",
  "ris",
  "csl-json",
  "tei",
  "web-annotation",
  "text-fragment",
  "receipt",
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number];
