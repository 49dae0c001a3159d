import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Observer } from "../../discord/observer.js";

/** Seconds; Discord waits three for a first response. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.7, 1, 2, 3, 5, 10];

interface Metrics extends Observer {
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
  readonly shardsUp: () => number;
}

/** Counts what the bot does, beside what prom-client knows of the process. No label holds a user's words or ids. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "quoth_" });
  const requests = new Counter({
    name: "quoth_requests_total",
    help: "Requests by kind and by what became of them",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const acknowledged = new Histogram({
    name: "quoth_first_response_seconds",
    help: "From an event's arrival until Discord had taken a first response",
    labelNames: ["kind"],
    buckets: BUCKETS,
    registers,
  });
  const done = new Histogram({
    name: "quoth_request_seconds",
    help: "From an event's arrival until everything was delivered",
    labelNames: ["kind"],
    buckets: BUCKETS,
    registers,
  });
  const up = new Gauge({ name: "quoth_shards_up", help: "Connections to Discord that are up", registers });
  const connections = new Counter({
    name: "quoth_reconnections_total",
    help: "Connections that were resumed, or begun anew",
    labelNames: ["how"],
    registers,
  });
  let shards = 0;
  return {
    served({ kind, outcome, acknowledgedMs, doneMs }) {
      requests.inc({ kind, outcome });
      if (acknowledgedMs !== undefined) acknowledged.observe({ kind }, acknowledgedMs / 1000);
      done.observe({ kind }, doneMs / 1000);
    },
    shards(count) {
      shards = count;
      up.set(count);
    },
    connected: (how) => connections.inc({ how }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    shardsUp: () => shards,
  };
}
