import type { WebSocket } from "ws";
import { snowflake } from "./snowflake.js";

/** Events that are kept for a session that resumes; the real Discord keeps them for a few minutes. */
const KEPT = 2_000;

/** One shard's session: its connection, and the events that it may ask for again. */
export interface ShardSession {
  readonly id: () => string;
  begin(connection: WebSocket): void;
  resume(connection: WebSocket, after: number): void;
  dispatch(type: string, data: unknown): void;
  send(frame: object): void;
  drop(): void;
  close(code: number): void;
}

export function createShardSession(): ShardSession {
  const history: { s: number; text: string }[] = [];
  let id = "";
  let sequence = 0;
  let socket: WebSocket | undefined;

  function connect(connection: WebSocket): void {
    socket = connection;
    connection.on("close", () => {
      if (socket === connection) socket = undefined;
    });
  }

  function dispatch(t: string, d: unknown): void {
    sequence += 1;
    const text = JSON.stringify({ op: 0, t, s: sequence, d });
    history.push({ s: sequence, text });
    if (history.length > KEPT) history.shift();
    socket?.send(text);
  }

  return {
    id: () => id,
    begin(connection) {
      id = snowflake();
      connect(connection);
    },
    resume(connection, after) {
      connect(connection);
      for (const { s, text } of history) if (s > after) connection.send(text);
      dispatch("RESUMED", {});
    },
    dispatch,
    send: (frame) => socket?.send(JSON.stringify({ s: null, t: null, ...frame })),
    drop: () => socket?.terminate(),
    close: (code) => socket?.close(code),
  };
}
