// quoth put together from its parts as src/quoth.ts does it, so that they can be looked at from outside.
import { readCorpus } from "../dist/adapters/files/read-corpus.js";
import { ensureIndex } from "../dist/adapters/index/ensure-index.js";
import { openModel } from "../dist/adapters/transformers/open-model.js";
import { createLexicon } from "../dist/retrieval/searcher.js";
import { readSettings } from "../dist/quoth.js";

/** @param {string} corpus @param {string} data */
export function settingsFor(corpus, data) {
  return readSettings({ corpus, data }, {});
}

/**
 * @param {import("../dist/settings.js").Settings} settings
 * @param {{ force?: boolean, onProgress?: (done: number, total: number) => void, beforeIndex?: () => void }} [hooks]
 */
export async function composeQuoth(settings, hooks = {}) {
  const works = await readCorpus(settings.corpusDir);
  const lexicon = createLexicon(works);
  const embedder = await openModel(settings);
  hooks.beforeIndex?.();
  const ensured = await ensureIndex(lexicon.units, embedder, {
    corpusDir: settings.corpusDir,
    dataDir: settings.dataDir,
    force: hooks.force ?? false,
    onProgress: hooks.onProgress ?? (() => undefined),
    onWarning: (message) => process.stderr.write(`quoth: ${message}\n`),
  });
  return { works, lexicon, embedder, ensured };
}
