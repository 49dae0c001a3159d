import { readFileSync } from "node:fs";
import os from "node:os";

/** Packages whose versions make the figures. */
const PACKAGES = ["@xenova/transformers", "onnxruntime-node", "hnswlib-node"];

/**
 * The machine, without its name or any path on it; call it before anything is measured.
 * @param {readonly string[]} packages
 */
export function describeMachine(packages = PACKAGES) {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    os: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    loadBefore: os.loadavg().map((load) => Number(load.toFixed(2))),
    packages: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
  };
}

function versionOf(name) {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).version;
}
