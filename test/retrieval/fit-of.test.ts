import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "../../src/adapters/transformers/default-model.js";
import { FEATURES, type Features } from "../../src/retrieval/features.js";
import { fitOf } from "../../src/retrieval/fit-of.js";
import { probabilityOf, thresholdOf } from "../../src/retrieval/probability.js";
import { MODELS } from "../adapters/model.js";

const STOCK = "all-MiniLM-L6-v2";
const bundled = readdirSync(MODELS);

describe("the fit to a model", () => {
  it("is of its own for every bundled model", () => {
    expect(bundled).toContain(STOCK);
    expect(bundled).toContain(DEFAULT_MODEL);
    expect(new Set(bundled.map((id) => fitOf({ id }).calibration)).size).toBe(bundled.length);
  });

  it("is the stock model's where none was made", () => {
    expect(fitOf({ id: "Xenova/all-MiniLM-L12-v2" })).toBe(fitOf({ id: STOCK }));
  });

  it.each(bundled)(
    "of %s gives the mean question a probability, and the strict point asks for more",
    (id) => {
      const { calibration } = fitOf({ id });
      const mean = Object.fromEntries(FEATURES.map((name) => [name, calibration.means[name]])) as Features;
      expect(probabilityOf(mean, calibration)).toBeGreaterThan(0);
      expect(probabilityOf(mean, calibration)).toBeLessThan(0.5);
      for (const units of [0, 1, 23, 10_000]) {
        const [loose, strict] = [
          thresholdOf("default", units, calibration),
          thresholdOf("strict", units, calibration),
        ];
        expect(loose).toBeGreaterThan(0);
        expect(strict).toBeGreaterThan(loose);
        expect(strict).toBeLessThan(1);
      }
    },
  );
});
