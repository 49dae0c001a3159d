// What becomes of a file in each system's own splitter, set up as documented: are the pieces the file's own text, do
// they say where they stand, are they whole sentences, are all their words of one layer (author, note, heading,
// metadata)? Orama and minisearch have no splitter. Reads corpora, prints one line of JSON:
//   node bench/others/splitting.js FOLDER NAME [FOLDER NAME …]
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { Document, SentenceSplitter, SentenceWindowNodeParser } from "llamaindex";
import { TextSplitter } from "vectra";
import { readCorpus } from "../../dist/adapters/files/read-corpus.js";
import { collectUnits } from "../../dist/retrieval/unit.js";
import { sliceSpans } from "../../dist/edition/span.js";
import { cutSpans } from "../../dist/edition/cut-spans.js";

const NOTHING = { pieces: 0, slices: 0, offsets: 0, whole: 0, oneLayer: 0 };
/** Characters: about a sentence. */
const SENTENCE = 200;

const langchain = (options) => async (text) => {
  const documents = await new RecursiveCharacterTextSplitter(options).createDocuments([text]);
  // It says lines, not offsets.
  return documents.map(({ pageContent }) => ({ text: pageContent }));
};
const llamaindex = (parser) => async (text) => {
  const nodes = await parser.getNodesFromDocuments([new Document({ text })]);
  return nodes.map((node) => ({ text: node.text, start: node.startCharIdx, end: node.endCharIdx }));
};
const SPLITTERS = {
  "LangChain.js RecursiveCharacterTextSplitter, 1,000 characters": langchain({}),
  [`the same, ${SENTENCE} characters, no overlap`]: langchain({ chunkSize: SENTENCE, chunkOverlap: 0 }),
  "LlamaIndex.TS SentenceSplitter": llamaindex(new SentenceSplitter()),
  "LlamaIndex.TS SentenceWindowNodeParser": llamaindex(new SentenceWindowNodeParser()),
  // As its LocalDocumentIndex sets it up; positions take the last character in.
  "vectra TextSplitter": async (text) =>
    new TextSplitter({ docType: "txt", keepSeparators: true, chunkSize: 512, chunkOverlap: 0 })
      .split(text)
      .map((chunk) => ({ text: chunk.text, start: chunk.startPos, end: chunk.endPos + 1 })),
};

// What the systems print about themselves does not belong on standard output.
console.log = console.error;
const results = {};
const args = process.argv.slice(2);
for (let at = 0; at < args.length; at += 2) {
  const works = await readCorpus(args[at]);
  const witnesses = works.flatMap((work) => work.witnesses);
  const figures = {};
  for (const [name, split] of Object.entries(SPLITTERS)) {
    const sum = { ...NOTHING };
    for (const witness of witnesses) {
      for (const piece of await split(witness.text)) tally(sum, piece, witness);
    }
    figures[name] = sum;
  }
  figures["quoth, its sentences"] = ownSentences(works);
  results[args[at + 1]] = figures;
}
process.stdout.write(`${JSON.stringify(results)}\n`);

function tally(sum, { text, start, end }, witness) {
  const file = witness.text;
  const right = start !== undefined && file.slice(start, end) === text;
  const from = right ? start : file.indexOf(text);
  sum.pieces += 1;
  if (from < 0) return;
  sum.slices += 1;
  if (right) sum.offsets += 1;
  const first = from + (text.length - text.trimStart().length);
  const last = from + text.trimEnd().length;
  const { starts, ends } = boundsOf(witness);
  if (starts.has(first) && ends.has(last)) sum.whole += 1;
  const layers = witness.passages
    .filter((passage) => passage.start < last && first < passage.end)
    .map((passage) => passage.layer);
  if (new Set(layers).size < 2) sum.oneLayer += 1;
}

/** quoth's own, by the same measure: its spans are cut from the file anew. */
function ownSentences(works) {
  const sum = { ...NOTHING };
  for (const { witness, passage, sentences } of collectUnits(works)) {
    for (const [at, text] of sentences.entries()) {
      const cut = sliceSpans(witness.text, cutSpans(witness.text, passage.sentences[at], passage.markers));
      sum.pieces += 1;
      if (cut !== text) continue;
      sum.slices += 1;
      sum.offsets += 1;
      sum.whole += 1;
      sum.oneLayer += 1;
    }
  }
  return sum;
}

function boundsOf(witness) {
  const sentences = witness.passages.flatMap((passage) => passage.sentences);
  return {
    starts: new Set(sentences.map(({ start }) => start)),
    ends: new Set(sentences.map(({ end }) => end)),
  };
}
