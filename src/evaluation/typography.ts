/** Changes of typography alone: none of them alters a quotation. */
export const TYPOGRAPHY: Readonly<Record<string, (text: string) => string>> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  curly: (text) => `“${text.replace(/'/g, "’")}”`,
  guillemets: (text) => `« ${text} »`,
  hyphens: (text) => text.replace(/-/g, "\u2011"),
  dashes: (text) => text.replace(/-/g, "–"),
  wrapped: (text) => text.replace(/ /g, (_, at: number) => (at % 3 === 0 ? "\n  " : " ")),
  nbsp: (text) => text.replace(/ /g, "\u00A0"),
  stops: (text) => text.replace(/[,;:](?= |$)/g, ""),
  ended: (text) => `${text.replace(/[.,;]$/, "")}!`,
  nfd: (text) => text.normalize("NFD"),
  ligatures: (text) => text.replace(/ffi/g, "ﬃ").replace(/fi/g, "ﬁ").replace(/fl/g, "ﬂ"),
  soft: (text) => text.replace(/([a-z]{3})(?=[a-z]{3})/g, "$1\u00AD"),
  invisible: (text) => text.replace(/([a-z]{2})(?=[a-z]{2})/g, "$1\u200B"),
  bom: (text) => `\uFEFF${text}`,
  thousands: (text) => text.replace(/100,000/g, "100000"),
  thin: (text) => text.replace(/100,000/g, "100\u2009000"),
  edges: (text) => `... ${text} …`,
  bracket: (text) =>
    text.replace(
      /^[A-Za-z](?=[a-z])/,
      (letter) => `[${letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()}]`,
    ),
  marker: (text) => `${text} [B]`,
  fullwidth: (text) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
};
