/**
 * Text for a terminal: wrapped at blanks, indented, and with control characters made visible, so that no source
 * and no question can move the cursor or colour the screen.
 */
export function wrapText(text: string, width: number, indent = ""): string {
  return visible(text)
    .split("\n")
    .map((line) =>
      wrapLine(line, Math.max(10, width - indent.length))
        .map((part) => indent + part)
        .join("\n"),
    )
    .join("\n");
}

/** C0 and C1 controls (the line feed aside) as their pictures; bidirectional overrides as their code points. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, (sign) =>
      String.fromCodePoint(0x2400 + (sign.codePointAt(0) ?? 0)),
    )
    .replace(
      /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
      (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
    );
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/ (?=\S)/)) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
