import { expect, onTestFinished, test } from "vitest";
import { createMetrics } from "../../../src/adapters/metrics/create-metrics.js";
import { serveMetrics } from "../../../src/adapters/metrics/serve-metrics.js";

test("serves health, readiness and metrics, and nothing else", async () => {
  const metrics = createMetrics();
  let ready = false;
  const probes = { isReady: () => ready, metrics: metrics.text, contentType: metrics.contentType };
  const server = await serveMetrics({ host: "127.0.0.1", port: 0 }, probes);
  onTestFinished(() => server.close());
  const get = (path: string, method = "GET") => fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  expect((await get("/healthz")).status).toBe(200);
  expect((await get("/readyz")).status).toBe(503);
  ready = true;
  expect((await get("/readyz")).status).toBe(200);
  expect((await get("/etc/passwd")).status).toBe(404);
  expect((await get("/metrics", "POST")).status).toBe(405);
  metrics.served({ kind: "ask", outcome: "answered", acknowledgedMs: 20, doneMs: 30 });
  metrics.shards(2);
  metrics.connected("resumed");
  const text = await (await get("/metrics")).text();
  expect(text).toContain('quoth_requests_total{kind="ask",outcome="answered"} 1');
  expect(text).toContain('quoth_first_response_seconds_bucket{le="0.025",kind="ask"} 1');
  expect(text).toContain("quoth_shards_up 2");
  expect(text).toContain('quoth_reconnections_total{how="resumed"} 1');
  expect(text).toContain("quoth_process_resident_memory_bytes");
});

test("a port that is taken is refused with a remedy", async () => {
  const metrics = createMetrics();
  const probes = { isReady: () => true, metrics: metrics.text, contentType: metrics.contentType };
  const first = await serveMetrics({ host: "127.0.0.1", port: 0 }, probes);
  onTestFinished(() => first.close());
  await expect(serveMetrics({ host: "127.0.0.1", port: first.port }, probes)).rejects.toMatchObject({
    code: "settings",
  });
});
