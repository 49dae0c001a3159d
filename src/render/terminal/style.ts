import pc from "picocolors";

/** How a terminal shows things: the colours (none where there is no terminal) and the width to wrap at. */
export interface TerminalStyle {
  readonly colors: ReturnType<typeof pc.createColors>;
  readonly width: number;
}

const NARROWEST = 40;
const WIDEST = 100;

export function terminalStyle(color: boolean, columns: number | undefined): TerminalStyle {
  return { colors: pc.createColors(color), width: Math.min(WIDEST, Math.max(NARROWEST, columns ?? WIDEST)) };
}
