import { fork } from "node:child_process";
import { QuothError } from "../../edition/quoth-error.js";
import type { EncodedPassage, EncodedQuestion } from "../../retrieval/embedder.js";
import type { EncodeRequest, EncoderReply, OpenRequest } from "./encoder-protocol.js";
import { encoderUrl } from "./encoder-url.js";
import { damagedModel } from "./damaged-model.js";
import type { ModelFiles } from "./model-files.js";

/** An encoder process, ready to encode. */
export interface Encoder {
  /** False once its process has ended: then another has to be started. */
  readonly alive: boolean;
  encodeQuestion(text: string): Promise<EncodedQuestion>;
  encodePassage(sentences: readonly string[]): Promise<EncodedPassage>;
  close(): Promise<void>;
}

interface Pending {
  resolve(encoded: EncodedQuestion | EncodedPassage): void;
  reject(error: Error): void;
}

/**
 * Starts an encoder on a model.
 * @throws QuothError `model-damaged` where the model cannot be loaded; each request `internal` where it fails.
 */
export function startEncoder(files: Pick<ModelFiles, "id" | "dir" | "onnxFile">): Promise<Encoder> {
  const child = fork(encoderUrl, {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [],
  });
  const pending = new Map<number, Pending>();
  let count = 0;
  const encode = (
    request: { kind: "question"; text: string } | { kind: "passage"; sentences: readonly string[] },
  ): Promise<EncodedQuestion | EncodedPassage> =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(internal("the encoder has ended"));
      count += 1;
      pending.set(count, { resolve, reject });
      keepAlive(true);
      child.send({ ...request, id: count } satisfies EncodeRequest);
    });
  // An idle encoder must not keep its parent alive.
  const keepAlive = (needed: boolean): void => {
    child[needed ? "ref" : "unref"]();
    child.channel?.[needed ? "ref" : "unref"]();
  };
  const encoder: Encoder = {
    get alive() {
      return child.connected;
    },
    encodeQuestion: (text) => encode({ kind: "question", text }) as Promise<EncodedQuestion>,
    encodePassage: (sentences) => encode({ kind: "passage", sentences }) as Promise<EncodedPassage>,
    close: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.ref();
        // It holds nothing that could be lost, and unloading the model properly takes longer than a question.
        child.kill("SIGKILL");
      }),
  };

  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      reject(error);
      for (const one of pending.values()) one.reject(error);
      pending.clear();
    };
    child.on("message", (reply: EncoderReply) => {
      if (reply.kind === "ready") {
        keepAlive(false);
        return resolve(encoder);
      }
      if (reply.kind === "failed") {
        child.disconnect();
        return fail(damagedModel(files, "cannot be loaded", new Error(reply.message)));
      }
      const waiting = pending.get(reply.id);
      pending.delete(reply.id);
      if (pending.size === 0) keepAlive(false);
      if (reply.kind === "error") waiting?.reject(internal(reply.message));
      else waiting?.resolve(reply.encoded);
    });
    child.on("error", (error) => {
      if (child.pid === undefined) return fail(internal(error.message));
      // A message could not be written: the process is ending, and its exit says why. One that is not is of no use.
      child.kill("SIGKILL");
    });
    child.on("exit", (code, signal) => fail(internal(`the encoder ended (${signal ?? code ?? "?"})`)));
    child.send({ kind: "open", modelDir: files.dir, onnxFile: files.onnxFile } satisfies OpenRequest);
  });
}

function internal(message: string): QuothError {
  return new QuothError("internal", `Embedding failed: ${message}.`, { remedy: "Run: quoth doctor" });
}
