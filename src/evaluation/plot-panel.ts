/** A line to draw; both coordinates lie in 0 … 1. */
export interface Series {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Whether a value holds back to the point before (a curve of counts), rather than changing evenly. */
  readonly steps: boolean;
}

export interface Panel {
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
  readonly diagonal?: boolean;
}

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** A square diagram over the unit square, as an SVG group; its texts hold no mark-up. */
export function plotPanel({ left, top, size, title, x, y, series, diagonal }: Panel): string {
  const across = (value: number): number => round(value * size);
  const down = (value: number): number => round((1 - value) * size);
  const grid = TICKS.map((tick) => {
    const label = `${Math.round(tick * 100)} %`;
    return `<line class="grid" x1="${across(tick)}" x2="${across(tick)}" y2="${size}"/><line class="grid" y1="${down(tick)}" y2="${down(tick)}" x2="${size}"/><text x="${across(tick)}" y="${size + 18}" text-anchor="middle">${label}</text><text x="-6" y="${down(tick) + 4}" text-anchor="end">${label}</text>`;
  });
  const lines = series.map(({ points, steps }, at) => {
    let before: number | undefined;
    const path = points.flatMap((point) => {
      const corner = steps ? [`${across(before ?? 0)},${down(point.y)}`] : [];
      before = point.x;
      return [...corner, `${across(point.x)},${down(point.y)}`];
    });
    return `<polyline class="s${at % 6}" points="${path.join(" ")}"/>`;
  });
  return `<g transform="translate(${left} ${top})">
<text class="title" x="${size / 2}" y="-14" text-anchor="middle">${title}</text>
${grid.join("\n")}
<path class="axis" fill="none" d="M0 0V${size}H${size}"/>
${diagonal ? `<line class="diagonal" y1="${size}" x2="${size}"/>` : ""}
${lines.join("\n")}
<text x="${size / 2}" y="${size + 40}" text-anchor="middle">${x}</text>
<text transform="translate(-44 ${size / 2}) rotate(-90)" text-anchor="middle">${y}</text>
</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
