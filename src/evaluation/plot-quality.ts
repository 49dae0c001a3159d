import { calibrationError, CALIBRATION_BINS } from "./calibration-error.js";
import type { EvaluatedRow } from "./evaluated-row.js";
import { plotPanel, type Series } from "./plot-panel.js";
import { predictionsOf } from "./predictions-of.js";
import { reliabilityBins } from "./reliability-bins.js";
import { areaUnderRisk, riskCoverage } from "./risk-coverage.js";

const WIDTH = 980;
const LEGEND_LINE = 20;
const PANEL = { top: 40, size: 380 };

/**
 * The risk–coverage curves and the reliability diagram of some rows, as a picture that stands alone: it brings its
 * colours for light and dark, names every line, and says in words what it shows.
 */
export function plotQuality(rows: readonly Pick<EvaluatedRow, "name" | "outcomes">[]): string {
  const height = PANEL.top + PANEL.size + 80 + rows.length * LEGEND_LINE;
  const predictions = rows.map(({ outcomes }) => predictionsOf(outcomes));
  const risk: Series[] = predictions.map((own) => ({
    steps: true,
    points: riskCoverage(own).map(({ coverage, risk }) => ({ x: coverage, y: risk })),
  }));
  const reliability: Series[] = predictions.map((own) => ({
    steps: false,
    points: reliabilityBins(own, CALIBRATION_BINS, "count").map((bin) => ({
      x: bin.confidence,
      y: bin.accuracy,
    })),
  }));
  const words = rows.map(({ name }, at) => {
    const own = predictions[at] ?? [];
    return `${name}: area under the risk–coverage curve ${areaUnderRisk(own).toFixed(3)}, expected calibration error ${(100 * calibrationError(own, "width")).toFixed(1)} %`;
  });
  const legend = words.map(
    (text, at) =>
      `<g transform="translate(60 ${PANEL.top + PANEL.size + 70 + at * LEGEND_LINE})"><line class="s${at % 6}" x2="26"/><text x="36" y="4">${escape(text)}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">
<title id="title">How often quoth is wrong, and how far its confidence can be believed</title>
<desc id="desc">Left: share of wrong answers among those given, as more questions are answered, the surest first. Right: share of right answers against stated confidence, in ${CALIBRATION_BINS} groups of equal size; on the diagonal the confidence is exact. ${escape(words.join(". "))}.</desc>
<style>
${STYLE}
</style>
<rect class="ground" width="${WIDTH}" height="${height}"/>
${plotPanel({ left: 60, ...PANEL, title: "Risk and coverage", x: "share of the questions answered", y: "share of the answers wrong", series: risk })}
${plotPanel({ left: 550, ...PANEL, title: "Reliability", x: "stated confidence", y: "share right", series: reliability, diagonal: true })}
${legend.join("\n")}
</svg>
`;
}

/** Okabe & Ito's colours, which the colour-blind can tell apart, lightened on a dark ground. */
const STYLE = `svg{font:13px system-ui,sans-serif}
.ground{fill:#fff}text{fill:#222}.title{font-weight:600;font-size:15px}.grid{stroke:#ddd}.axis,.diagonal{stroke:#777}
.diagonal{stroke-dasharray:4 4}polyline,.s0,.s1,.s2,.s3,.s4,.s5{fill:none;stroke-width:2}
.s0{stroke:#0072b2}.s1{stroke:#d55e00}.s2{stroke:#009e73}.s3{stroke:#a3527f}.s4{stroke:#8a6d00}.s5{stroke:#3a8fb7}
.s1{stroke-dasharray:7 3}.s2{stroke-dasharray:2 3}.s3{stroke-dasharray:9 3 2 3}
@media (prefers-color-scheme:dark){.ground{fill:#14171a}text{fill:#e6e6e6}.grid{stroke:#333a40}.axis,.diagonal{stroke:#9aa4ad}
.s0{stroke:#56b4e9}.s1{stroke:#ff9a4d}.s2{stroke:#3ddbb0}.s3{stroke:#e69fcb}.s4{stroke:#f0e442}.s5{stroke:#a7dcf5}}`;

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
