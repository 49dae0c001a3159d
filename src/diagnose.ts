import { access, constants, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { readCorpus } from "./adapters/files/read-corpus.js";
import { loadHnswlib } from "./adapters/hnsw/load-hnswlib.js";
import { indexName } from "./adapters/index/manifest.js";
import { openIndex } from "./adapters/index/open-index.js";
import { DEFAULT_MODEL } from "./adapters/transformers/default-model.js";
import { identifyModel, locateModel } from "./adapters/transformers/locate-model.js";
import { QuothError } from "./edition/quoth-error.js";
import type { Work } from "./edition/work.js";
import type { ModelIdentity } from "./retrieval/embedder.js";
import { corpusHash } from "./retrieval/encode-units.js";
import { collectUnits } from "./retrieval/unit.js";
import type { Settings } from "./settings.js";

/** One thing that was looked at. `warn` works, but not as well as it could; `fail` does not. */
export interface Finding {
  readonly what: string;
  readonly state: "ok" | "warn" | "fail";
  readonly detail: string;
  readonly remedy?: string;
}

const LEAST_NODE = 20;

/** Looks at everything that quoth needs, changes nothing, and says of each what to do about it. */
export async function diagnose(
  settings: Settings,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [checkNode(), await checkNative()];
  const works = await attempt(findings, "corpus", () => readCorpus(settings.corpusDir, { keep: false }));
  if (works) findings.push(...works.flatMap(describeWork));
  const model = await attempt(findings, "model", () => checkModel(settings));
  if (model)
    findings.push({
      what: "model",
      state: "ok",
      detail: `${model.id} (${model.dtype}, sha256 ${model.sha256.slice(0, 12)}…)`,
    });
  if (works && model) findings.push(await checkIndex(settings, works, model));
  findings.push(await checkData(settings), checkDiscord(env));
  return findings;
}

async function attempt<T>(findings: Finding[], what: string, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof QuothError)) throw error;
    findings.push({ what, state: "fail", detail: error.message, remedy: error.remedy });
    return undefined;
  }
}

function checkNode(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  const detail = `Node ${process.versions.node} on ${process.platform} ${process.arch}`;
  return major >= LEAST_NODE
    ? { what: "node", state: "ok", detail }
    : { what: "node", state: "fail", detail, remedy: `Install Node ${LEAST_NODE} or newer.` };
}

async function checkNative(): Promise<Finding> {
  if (await loadHnswlib()) return { what: "hnswlib", state: "ok", detail: "hnswlib-node is compiled" };
  return {
    what: "hnswlib",
    state: "warn",
    detail:
      "hnswlib-node could not be loaded; exact search serves, as right and slower from some 10,000 sentences on",
    remedy: "Install a C++ compiler, make and Python 3, then: npm rebuild hnswlib-node",
  };
}

function describeWork(work: Work): readonly Finding[] {
  const sizes = work.witnesses
    .map((witness) => `${witness.siglum} ${witness.passages.length} passages`)
    .join(", ");
  const whole: Finding = {
    what: "corpus",
    state: "ok",
    detail: `${work.id}: ${sizes}; every character has its layer`,
  };
  const pins: Finding = work.pinned
    ? { what: "references", state: "ok", detail: `${work.id}: pinned` }
    : {
        what: "references",
        state: "warn",
        detail: `${work.id}: not pinned; a later version of quoth may move them`,
        remedy: "Write them beside the work: quoth build --pin",
      };
  return [whole, pins];
}

async function checkModel({ modelsDir, model = DEFAULT_MODEL }: Settings): Promise<ModelIdentity> {
  const files = await locateModel(modelsDir, model);
  if (files) return identifyModel(files);
  throw new QuothError("model-missing", `The embedding model ${model} is not in ${modelsDir}.`, {
    remedy: model.includes("/")
      ? "It is downloaded at the first question, or by: quoth build"
      : "Restore the folder from version control: git checkout -- embeddings/models",
  });
}

async function checkIndex(
  { corpusDir, dataDir }: Settings,
  works: readonly Work[],
  model: ModelIdentity,
): Promise<Finding> {
  const corpus = corpusHash(collectUnits(works));
  const { name } = indexName(path.resolve(corpusDir), corpus, model);
  const entries = await readdir(dataDir).catch((): string[] => []);
  if (!entries.includes(name))
    return {
      what: "index",
      state: "warn",
      detail: "not built yet for this corpus and model",
      remedy: "It is built at the first question, or by: quoth build",
    };
  try {
    const index = await openIndex(path.join(dataDir, name), corpus, model, true);
    await index.close();
    return {
      what: "index",
      state: "ok",
      detail: `${index.manifest.units} passages, ${index.manifest.sentences} sentences, ${index.engine} search, every byte as written`,
    };
  } catch (error) {
    if (!(error instanceof QuothError)) throw error;
    return {
      what: "index",
      state: "fail",
      detail: error.message,
      remedy: "It is built again at the next question, or by: quoth build",
    };
  }
}

async function checkData({ dataDir }: Settings): Promise<Finding> {
  try {
    await access(await nearestFolder(dataDir), constants.W_OK);
    return { what: "data", state: "ok", detail: `${dataDir} can be written to` };
  } catch {
    return {
      what: "data",
      state: "warn",
      detail: `${dataDir} cannot be written to: indexes would be built anew at every start`,
      remedy: "Name another folder with --data DIR.",
    };
  }
}

/** The folder itself, or where it does not exist yet, the one that it would be made in. */
async function nearestFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return folder;
  if (found) throw new Error(`${folder} is no folder`);
  return nearestFolder(path.dirname(folder));
}

function checkDiscord(env: Readonly<Record<string, string | undefined>>): Finding {
  if ((env["DISCORD_TOKEN"] ?? "").trim() !== "")
    return { what: "discord", state: "ok", detail: "DISCORD_TOKEN is set (Discord judges it)" };
  return {
    what: "discord",
    state: "warn",
    detail: "DISCORD_TOKEN is not set; only the bot needs it",
    remedy: "To run the bot, put DISCORD_TOKEN=… into .env.",
  };
}
