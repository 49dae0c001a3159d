import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { snowflake } from "./snowflake.js";

interface Frame {
  readonly op: number;
  readonly d: unknown;
}

export interface FakeGateway {
  /** What the bot sent, in order. */
  readonly frames: readonly Frame[];
  /** Sends an event to the bot, or keeps it for a resumed session where no connection is open. */
  dispatch(type: string, data: unknown): void;
  /** Breaks the connection without a closing handshake. */
  drop(): void;
  close(code: number): void;
  send(frame: Frame & { s?: number | null; t?: string | null }): void;
  /** The next frame with this op code that nobody has awaited yet. */
  frame(op: number): Promise<Frame>;
  /** Answers identify by closing with this code instead of READY; "silence" never even says hello. */
  misbehave: number | "silence" | undefined;
}

interface Options {
  readonly server: Server;
  readonly url: () => string;
  readonly token: string;
  readonly user: Readonly<Record<string, unknown>>;
  readonly application: string;
  readonly guilds: readonly Readonly<Record<string, unknown>>[];
}

const HEARTBEAT_INTERVAL_MS = 45_000;

/** The gateway's side: hello, identify, ready, heartbeats, events with sequence numbers, resume with replay. */
export function startFakeGateway(options: Options): FakeGateway {
  const sockets = new WebSocketServer({ server: options.server });
  const frames: Frame[] = [];
  const claimed = new Set<Frame>();
  const waiting: { op: number; resolve: (frame: Frame) => void }[] = [];
  const history: { s: number; text: string }[] = [];
  let session = "";
  let sequence = 0;
  let socket: WebSocket | undefined;

  const send: FakeGateway["send"] = (frame) => socket?.send(JSON.stringify({ s: null, t: null, ...frame }));

  function dispatch(t: string, d: unknown): void {
    sequence += 1;
    const text = JSON.stringify({ op: 0, t, s: sequence, d });
    history.push({ s: sequence, text });
    socket?.send(text);
  }

  function identify(d: Record<string, unknown>): void {
    if (typeof gateway.misbehave === "number") return socket?.close(gateway.misbehave);
    if (d["token"] !== options.token) return socket?.close(4004);
    session = snowflake();
    const unavailable = options.guilds.map(({ id }) => ({ id, unavailable: true }));
    dispatch("READY", {
      v: 10,
      user: options.user,
      guilds: unavailable,
      session_id: session,
      resume_gateway_url: options.url(),
      shard: [0, 1],
      application: { id: options.application, flags: 0 },
    });
    for (const guild of options.guilds) dispatch("GUILD_CREATE", guild);
  }

  function resume(d: Record<string, unknown>): void {
    if (d["session_id"] !== session) return send({ op: 9, d: false });
    for (const { s, text } of history) if (s > Number(d["seq"])) socket?.send(text);
    dispatch("RESUMED", {});
  }

  function receive(frame: Frame): void {
    frames.push(frame);
    if (frame.op === 1) send({ op: 11, d: null });
    if (frame.op === 2) identify(frame.d as Record<string, unknown>);
    if (frame.op === 6) resume(frame.d as Record<string, unknown>);
    const index = waiting.findIndex(({ op }) => op === frame.op);
    if (index < 0) return;
    claimed.add(frame);
    waiting.splice(index, 1)[0]?.resolve(frame);
  }

  sockets.on("connection", (connection) => {
    socket = connection;
    connection.on("message", (data: Buffer) => receive(JSON.parse(data.toString()) as Frame));
    connection.on("error", () => undefined);
    connection.on("close", () => {
      if (socket === connection) socket = undefined;
    });
    if (gateway.misbehave !== "silence") send({ op: 10, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
  });

  const gateway: FakeGateway = {
    frames,
    dispatch,
    send,
    drop: () => socket?.terminate(),
    close: (code) => socket?.close(code),
    frame(op) {
      const found = frames.find((frame) => frame.op === op && !claimed.has(frame));
      if (!found) return new Promise((resolve) => waiting.push({ op, resolve }));
      claimed.add(found);
      return Promise.resolve(found);
    },
    misbehave: undefined,
  };
  return gateway;
}
