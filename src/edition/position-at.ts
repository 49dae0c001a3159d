/** Line and column, both from 1, of a UTF-16 offset; LF, CR and CRLF end a line. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  // One character more is read, so that a CR before the offset knows its LF.
  for (const match of text.slice(0, offset + 1).matchAll(/\r\n|\r|\n/g)) {
    const end = match.index + match[0].length;
    if (end > offset) break;
    line += 1;
    lineStart = end;
  }
  return { line, column: offset - lineStart + 1 };
}
