import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plotQuality } from "../../src/evaluation/plot-quality.js";
import { outcome, outcomes } from "./outcomes.js";

describe("plotQuality", () => {
  it("has a title, a description with the figures, and colours for the dark", () => {
    const svg = plotQuality([{ name: "a <row> & more", outcomes: [outcome({ id: "a" })] }]);
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain("<title id=");
    expect(svg).toMatch(/<desc id="desc">.*area under the risk–coverage curve 0\.000/);
    expect(svg).toContain("prefers-color-scheme:dark");
    expect(svg).toContain("a &lt;row&gt; &amp; more");
    expect(svg).not.toContain("<row>");
  });
  it("draws nothing outside its panels, whatever the outcomes", () => {
    fc.assert(
      fc.property(fc.array(outcomes, { maxLength: 3 }), (rows) => {
        const svg = plotQuality(rows.map((own, at) => ({ name: `row ${at}`, outcomes: own })));
        expect(svg).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)/);
        for (const [, points = ""] of svg.matchAll(/ points="([^"]*)"/g))
          for (const number of points.split(/[ ,]/).filter(Boolean)) {
            expect(Number(number)).toBeGreaterThanOrEqual(0);
            expect(Number(number)).toBeLessThanOrEqual(380);
          }
        // Every element that opens closes.
        const depth = [...svg.matchAll(/<(\/?)[a-z]+[^>]*?(\/?)>/g)].reduce(
          (sum, [, closing, alone]) => sum + (closing ? -1 : alone ? 0 : 1),
          0,
        );
        expect(depth).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});
