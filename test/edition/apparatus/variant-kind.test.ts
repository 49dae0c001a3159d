import { describe, expect, it } from "vitest";
import { spellingKey } from "../../../src/edition/apparatus/spelling-key.js";
import { variantKind } from "../../../src/edition/apparatus/variant-kind.js";

describe("variantKind", () => {
  it.each([
    ["alongside", "along side"],
    ["MR. CHAIRMAN", "Mr. Chairman"],
    ["cease-fire", "cease fire"],
    ["honor", "honour"],
    ["100,000", "100000"],
    ["naïve", "naive"],
    ["world’s", "world's"],
    ["peace,", "peace;"],
    [".", ""],
    ["Æneas", "Aeneas"],
    ["Smith & Co", "Smith and Co"],
  ])("takes %j / %j for accidental", (lemma, reading) => {
    expect(variantKind(lemma, reading, "en")).toBe("accidental");
    expect(variantKind(reading, lemma, "en")).toBe("accidental");
  });

  it.each([
    ["for", "for the"],
    ["not", ""],
    ["its", "it's"],
    ["26th", "27th"],
    ["3.5", "35"],
    ["$5", "£5"],
    ["5", "-5"],
    ["5%", "5"],
    ["four", "for"],
    ["upon", "on"],
  ])("takes %j / %j for substantive", (lemma, reading) => {
    expect(variantKind(lemma, reading, "en")).toBe("substantive");
    expect(variantKind(reading, lemma, "en")).toBe("substantive");
  });

  it("knows accents and spellings of English only", () => {
    expect(variantKind("schon", "schön", "de")).toBe("substantive");
    expect(variantKind("Schön", "schön", "de-AT")).toBe("accidental");
  });
});

describe("spellingKey", () => {
  it.each([
    ["neighbour", "neighbor"],
    ["honourable", "honorable"],
    ["realised", "realized"],
    ["organisation", "organization"],
    ["analyse", "analyze"],
    ["centre", "center"],
    ["travelled", "traveled"],
    ["fulfil", "fulfill"],
    ["skilful", "skillful"],
    ["defence", "defense"],
    ["judgement", "judgment"],
    ["programme", "program"],
    ["grey", "gray"],
    ["connexion", "connection"],
    ["sceptical", "skeptical"],
    ["dialogue", "dialog"],
    ["licence", "license"],
    ["practiced", "practised"],
    ["licenced", "licensed"],
  ])("makes %s and %s one", (british, american) => {
    expect(spellingKey(british)).toBe(spellingKey(american));
  });

  it.each([
    ["four", "for"],
    ["tour", "tor"],
    ["filled", "filed"],
    ["advice", "advise"],
    ["while", "whilst"],
    ["wise", "wize"],
    ["planning", "planing"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(spellingKey(one)).not.toBe(spellingKey(other));
  });
});
