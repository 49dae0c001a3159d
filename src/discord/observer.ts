/** How a request ended. `dropped`: Discord said that it cannot be answered any more; `undelivered`: it would not take the reply. */
export type Outcome = "answered" | "refused" | "failed" | "dropped" | "undelivered";

/** A request that is done with. Nothing here tells who asked what. */
export interface Served {
  /** A command, "button:after", "autocomplete" or "message". */
  readonly kind: string;
  readonly outcome: Outcome;
  /** From the event's arrival until Discord had taken a first response, milliseconds; none where it never did. */
  readonly acknowledgedMs?: number;
  readonly doneMs: number;
}

/** Who counts what the bot does. */
export interface Observer {
  served(request: Served): void;
  /** Of the gateway's connections: how many are up, and each time that one was resumed or begun anew. */
  shards(up: number): void;
  connected(how: "resumed" | "anew"): void;
}

export const NOBODY: Observer = {
  served: () => undefined,
  shards: () => undefined,
  connected: () => undefined,
};
