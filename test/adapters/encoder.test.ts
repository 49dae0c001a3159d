import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  readFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "../../src/adapters/transformers/default-model.js";
import { loadTokenModel } from "../../src/adapters/transformers/load-token-model.js";
import { encodePassage, type TokenModel } from "../../src/adapters/transformers/encode.js";
import { openModel } from "../../src/adapters/transformers/open-model.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import type { Embedder } from "../../src/retrieval/embedder.js";
import { BUNDLED, openBundled } from "./model.js";

const length = (vector: Float32Array): number =>
  Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
const caught = async (act: Promise<unknown>): Promise<QuothError> => {
  const error: unknown = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof QuothError)) throw new Error(`no QuothError: ${String(error)}`);
  return error;
};
/** Processes that this one forked, by their command lines. */
const encoders = (): readonly number[] =>
  execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes("encoder-process"))
    .map((line) => Number(line.trim().split(" ")[0]));

describe("the encoder", () => {
  let embedder: Embedder;
  let model: TokenModel;
  beforeAll(async () => {
    embedder = await openBundled(2);
    model = await loadTokenModel({
      modelDir: BUNDLED,
      onnxFile: path.join(BUNDLED, "onnx", "model_quantized.onnx"),
    });
  });
  afterAll(() => embedder.close());

  it("says what model it has", () => {
    expect(embedder.model).toMatchObject({ id: DEFAULT_MODEL, dtype: "int8", dimensions: 384 });
    expect(model.dimensions).toBe(384);
  });

  it("encodes a question alike every time, word by word as the tokenizer does the whole", async () => {
    for (const text of [
      "Will the United States invade Cuba?",
      "refugees' hopes: 100,000 … “café” ﬁne",
      "",
      "😀",
      "什么",
      "x".repeat(10_000),
      "word ".repeat(2_000),
    ]) {
      const [a, b] = await Promise.all([embedder.encodeQuestion(text), embedder.encodeQuestion(text)]);
      expect(a).toEqual(b);
      expect([...a.pieces]).toEqual(model.tokenize(text).slice(0, model.windowPieces));
      expect(a.offsets).toHaveLength(a.pieces.length);
      expect(a.vectors).toHaveLength(a.pieces.length * 384);
      expect(length(a.pooled)).toBeCloseTo(1, 4);
      a.scales.forEach((scale, at) =>
        expect(length(Float32Array.from(a.vectors.subarray(at * 384, at * 384 + 384))) * scale).toBeCloseTo(
          1,
          4,
        ),
      );
    }
  });

  it("encodes passages alike however many and in whatever company, in order", async () => {
    // So many that a second encoder joins in.
    const passages = Array.from({ length: 120 }, (_, at) => [`Passage ${at}.`, ...(at % 7 ? [] : ["Two."])]);
    let done = 0;
    const all = await embedder.encodePassages(passages, () => (done += 1));
    expect(done).toBe(120);
    const order: number[] = [];
    await embedder.encodeEach(passages.slice(0, 9), (at, one) => {
      order.push(at);
      expect(one).toEqual(all[at]);
    });
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const full = (): Promise<void> => Promise.reject(new Error("full"));
    await expect(embedder.encodeEach(passages.slice(0, 9), full)).rejects.toThrow("full");
    const [fifth] = await embedder.encodePassages([passages[5] ?? []]);
    expect(all[5]).toEqual(fifth);
    expect(all.map((one) => one.sentences.length)).toEqual(passages.map((one) => one.length));
    expect(await embedder.encodePassages([])).toEqual([]);
  });

  it("cuts a long passage into windows of whole sentences, and a longer sentence into windows", async () => {
    const sizes: number[] = [];
    const counting: TokenModel = {
      ...model,
      forward: (pieces) => (sizes.push(pieces.length), model.forward(pieces)),
    };
    const sentence = "Refugees have recently fled from Cuba into neighboring countries. ".repeat(9).trim();
    const pieces = model.tokenize(sentence).length;
    const encoded = await encodePassage(counting, [
      sentence,
      sentence,
      sentence,
      sentence.repeat(5),
      "Short.",
      "",
    ]);
    expect(encoded.sentences.map((one) => one.pieces.length)).toEqual([
      pieces,
      pieces,
      pieces,
      model.tokenize(sentence.repeat(5)).length,
      model.tokenize("Short.").length,
      0,
    ]);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(model.windowPieces);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(
      encoded.sentences.reduce((sum, one) => sum + one.pieces.length, 0),
    );
    for (const one of [encoded, ...encoded.sentences.slice(0, 5)])
      expect(length(one.pooled)).toBeCloseTo(1, 4);
  });

  it("answers in the order of asking while passages are under way", async () => {
    const order: string[] = [];
    await Promise.all([
      embedder.encodePassages([["One."], ["Two."]]).then(() => order.push("passages")),
      embedder.encodeQuestion("a").then(() => order.push("a")),
      embedder.encodeQuestion("b").then(() => order.push("b")),
    ]);
    expect(order.indexOf("a")).toBeLessThan(order.indexOf("b"));
  });

  it("gives an error, and hangs nobody, when it is killed", async () => {
    const before = new Set(encoders());
    const doomed = await openBundled();
    const [pid] = encoders().filter((one) => !before.has(one));
    if (pid === undefined) throw new Error("no encoder");
    const waiting = [doomed.encodeQuestion("one"), doomed.encodePassages([["two."], ["three."]])].map(caught);
    process.kill(pid, "SIGKILL");
    for (const error of await Promise.all(waiting))
      expect(error).toMatchObject({ code: "internal", message: expect.stringMatching(/SIGKILL/) as unknown });
    await doomed.close();
  });

  it("ends when it is closed, and refuses from then on", async () => {
    const before = new Set(encoders());
    const closed = await openBundled();
    await closed.close();
    await closed.close();
    expect(encoders().filter((one) => !before.has(one))).toEqual([]);
    expect((await caught(closed.encodeQuestion("x"))).code).toBe("internal");
  });
});

describe("a model that is not whole", () => {
  let models = "";
  beforeAll(() => {
    models = mkdtempSync(path.join(tmpdir(), "quoth-models-"));
  });
  afterAll(() => rmSync(models, { recursive: true, force: true }));

  /** A copy of the bundled model whose ONNX file is a link, but for what `change` does. */
  const damaged = (name: string, change: (dir: string) => void): Promise<QuothError> => {
    const dir = path.join(models, name);
    mkdirSync(path.join(dir, "onnx"), { recursive: true });
    for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"])
      copyFileSync(path.join(BUNDLED, file), path.join(dir, file));
    symlinkSync(
      path.join(BUNDLED, "onnx", "model_quantized.onnx"),
      path.join(dir, "onnx", "model_quantized.onnx"),
    );
    change(dir);
    return caught(openModel({ modelsDir: models, model: name, hub: "http://127.0.0.1:9", workers: 1 }));
  };
  const onnx = (dir: string): string => path.join(dir, "onnx", "model_quantized.onnx");
  const own = (dir: string, bytes: number): void => {
    rmSync(onnx(dir));
    cpSync(path.join(BUNDLED, "onnx", "model_quantized.onnx"), onnx(dir));
    truncateSync(onnx(dir), bytes);
  };

  it.each<[string, (dir: string) => void]>([
    ["cut-off", (dir) => own(dir, 5_000_000)],
    ["empty", (dir) => own(dir, 0)],
    [
      "garbled",
      (dir) => {
        rmSync(onnx(dir));
        writeFileSync(onnx(dir), "not a model");
      },
    ],
    ["without-tokenizer", (dir) => rmSync(path.join(dir, "tokenizer.json"))],
    ["garbled-tokenizer", (dir) => truncateSync(path.join(dir, "tokenizer.json"), 1000)],
    ["without-config", (dir) => rmSync(path.join(dir, "config.json"))],
    ["odd-config", (dir) => writeFileSync(path.join(dir, "config.json"), "[]")],
    [
      "other-provenance",
      (dir) =>
        writeFileSync(
          path.join(dir, "provenance.json"),
          JSON.stringify({ files: { "config.json": "0".repeat(64) } }),
        ),
    ],
    [
      "provenance-of-a-lost-file",
      (dir) =>
        writeFileSync(
          path.join(dir, "provenance.json"),
          JSON.stringify({ files: { "lost.json": "0".repeat(64) } }),
        ),
    ],
  ])("%s is refused as damaged", async (name, change) => {
    const error = await damaged(name, change);
    expect(error.code).toBe("model-damaged");
    expect(error.message).toMatch(new RegExp(name));
    expect(error.remedy).toMatch(/Restore the folder/);
  });

  it("is refused as missing where it is not there, and by its name where that is none", async () => {
    const refuse = (model: string): Promise<QuothError> =>
      caught(openModel({ modelsDir: models, model, hub: "http://127.0.0.1:9", workers: 1 }));
    expect(await refuse("no-such-model")).toMatchObject({
      code: "model-missing",
      remedy: expect.stringMatching(/git checkout/) as unknown,
    });
    for (const name of ["../escape", "/etc", "a/b/c", "", " ", "a b"])
      expect((await refuse(name)).code).toBe("settings");
  });

  it("may hold what its provenance says", async () => {
    const dir = path.join(models, "whole");
    await damaged("whole", (folder) => rmSync(path.join(folder, "config.json")));
    copyFileSync(path.join(BUNDLED, "config.json"), path.join(dir, "config.json"));
    const provenance = path.join(BUNDLED, "provenance.json");
    try {
      writeFileSync(path.join(dir, "provenance.json"), readFileSync(provenance));
    } catch {
      // The bundled model has none yet.
    }
    const embedder = await openModel({
      modelsDir: models,
      model: "whole",
      hub: "http://127.0.0.1:9",
      workers: 1,
    });
    expect(embedder.model.id).toBe("whole");
    await embedder.close();
  });
});
