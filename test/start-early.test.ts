import path from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "../src/adapters/transformers/default-model.js";
import { startEarly } from "../src/start-early.js";

describe("the encoder started early", () => {
  it.each([
    ["a command that needs no model", ["show", "3.1"], {}],
    ["a look at the help", ["ask", "--help"], {}],
    ["a model of the hub", ["ask", "x"], { QUOTH_MODEL: "some/model" }],
    ["a name that is none", ["ask", "x"], { QUOTH_MODEL: "../all-MiniLM-L6-v2" }],
    ["a model that is not there", ["ask", "x"], { QUOTH_MODEL: "no-such-model" }],
  ])("is not for %s", (_, argv, env) => {
    expect(startEarly(argv, env)).toBeUndefined();
  });

  it.each([
    [{}, DEFAULT_MODEL],
    [{ QUOTH_MODEL: "" }, DEFAULT_MODEL],
    [{ QUOTH_MODEL: "all-MiniLM-L6-v2" }, "all-MiniLM-L6-v2"],
  ])("is that of the bundled model which %o names", async (env, name) => {
    const early = startEarly(["ask", "x"], env);
    expect(path.basename(early?.dir ?? "")).toBe(name);
    const encoder = await early?.encoder;
    expect(encoder?.alive).toBe(true);
    await encoder?.close();
  });
});
