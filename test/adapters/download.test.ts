import { createServer, type Server } from "node:http";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { obtainModel, openModel } from "../../src/adapters/transformers/open-model.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import { BUNDLED } from "./model.js";

/** What the hub does with a file: sends it whole, cuts it off, or says that it has none. */
type Fate = "whole" | "cut" | 404 | 500;

let hub: Server;
let host = "";
let models = "";
let asked: string[] = [];
let fate: (file: string) => Fate = () => "whole";

beforeAll(async () => {
  hub = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://hub");
    const file = url.pathname.replace(/^\/some\/model\/resolve\/main\//, "");
    asked.push(file);
    const found = path.join(BUNDLED, file);
    const what = existsSync(found) ? fate(file) : 404;
    if (typeof what === "number") {
      response.writeHead(what, { "content-type": "text/plain" }).end("no such file");
      return;
    }
    const bytes = readFileSync(found);
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": bytes.length });
    if (what === "whole") response.end(bytes);
    else response.write(bytes.subarray(0, bytes.length >> 1), () => request.socket.destroy());
  });
  await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => hub.close(resolve)));
beforeEach(() => {
  models = mkdtempSync(path.join(tmpdir(), "quoth-hub-"));
  asked = [];
  fate = () => "whole";
  return () => rmSync(models, { recursive: true, force: true });
});

const options = () => ({ modelsDir: models, model: "some/model", hub: host, workers: 1 });
const refused = async (): Promise<QuothError> => {
  const error: unknown = await obtainModel(options()).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof QuothError)) throw new Error(`no QuothError: ${String(error)}`);
  return error;
};

describe("a model from a hub", () => {
  it("is brought with progress, once, and then opened from the disk", async () => {
    const shares = new Map<string, number[]>();
    const onDownload = (file: string, share: number): void =>
      void shares.set(file, [...(shares.get(file) ?? []), share]);
    const embedder = await openModel({ ...options(), onDownload });
    expect(embedder.model).toMatchObject({ id: "some/model", dtype: "int8", dimensions: 384 });
    expect((await embedder.encodeQuestion("Laos?")).pieces.length).toBeGreaterThan(1);
    await embedder.close();
    expect([...new Set(asked)].sort()).toEqual([
      "config.json",
      "onnx/model_quantized.onnx",
      "tokenizer.json",
      "tokenizer_config.json",
    ]);
    const onnx = shares.get("onnx/model_quantized.onnx") ?? [];
    expect(onnx.length).toBeGreaterThan(2);
    expect(onnx.every((share, at) => share >= (onnx[at - 1] ?? 0) && share <= 1)).toBe(true);
    expect(onnx.at(-1)).toBe(1);
    expect(
      readFileSync(path.join(models, "some/model/onnx/model_quantized.onnx")).equals(
        readFileSync(path.join(BUNDLED, "onnx/model_quantized.onnx")),
      ),
    ).toBe(true);

    asked = [];
    await obtainModel(options());
    expect(asked).toEqual([]);
    expect(readdirSync(models)).toEqual(["some"]);
  });

  it.each<[string, (file: string) => Fate]>([
    ["knows no such model", () => 404],
    ["breaks down", () => 500],
    ["lacks the tokenizer", (file) => (file === "tokenizer.json" ? 404 : "whole")],
    ["lacks the model itself", (file) => (file.startsWith("onnx/") ? 404 : "whole")],
    ["cuts the tokenizer off", (file) => (file === "tokenizer.json" ? "cut" : "whole")],
    ["cuts the model off", (file) => (file.startsWith("onnx/") ? "cut" : "whole")],
  ])("that %s is an error, and nothing of it is kept", async (_, how) => {
    fate = how;
    const error = await refused();
    expect(error.code).toBe("model-download");
    expect(error.message).toContain(host);
    expect(error.remedy).toMatch(/QUOTH_HUB/);
    expect(readdirSync(models)).toEqual([]);
    // What failed once is asked for again.
    fate = () => "whole";
    expect((await obtainModel(options())).dtype).toBe("int8");
  });

  it("that nobody listens for is an error", async () => {
    const error: unknown = await obtainModel({ ...options(), hub: "http://127.0.0.1:9" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: "model-download" });
  });
});
