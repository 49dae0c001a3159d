// Loaded into the bot before its own code (--import, with --expose-gc): tells the soak what is left after a collection.
process.on("message", () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ heapUsed, external, rss });
});
// It does not keep the bot alive.
process.channel.unref();
