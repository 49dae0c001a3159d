import { encodePassage, encodeQuestion, type TokenModel } from "./encode.js";
import type { EncodeRequest, EncoderReply, OpenRequest } from "./encoder-protocol.js";
import { loadTokenModel } from "./load-token-model.js";

// The session's run is synchronous: in a process of its own it holds nobody's event loop. A process, not a
// thread: onnxruntime-node (1.14 to 1.20 were tried) corrupts memory when several threads of one process have
// used it and one of them ends.
// A parent that was killed takes no reply; `disconnect` ends this process, and nobody wants to read of it.
const reply = (message: EncoderReply): void =>
  void process.send?.(message, undefined, undefined, () => undefined);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

let model: TokenModel | undefined;
let queue: Promise<void> = Promise.resolve();

// Requests are answered in the order in which they came.
process.on("message", (request: OpenRequest | EncodeRequest) => {
  queue = queue.then(() => handle(request));
});
// The parent is gone, however it went.
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group; the parent decides what becomes of what is in flight.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);

async function handle(request: OpenRequest | EncodeRequest): Promise<void> {
  if (request.kind === "open") {
    try {
      model = await loadTokenModel(request);
      reply({ kind: "ready" });
    } catch (error) {
      reply({ kind: "failed", message: messageOf(error) });
    }
    return;
  }
  try {
    if (!model) throw new Error("the model could not be loaded");
    if (request.kind === "question") {
      reply({ id: request.id, kind: "question", encoded: await encodeQuestion(model, request.text) });
    } else {
      reply({ id: request.id, kind: "passage", encoded: await encodePassage(model, request.sentences) });
    }
  } catch (error) {
    reply({ id: request.id, kind: "error", message: messageOf(error) });
  }
}
