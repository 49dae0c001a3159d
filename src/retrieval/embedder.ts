/**
 * Token vectors of one text. `vectors` holds `pieces.length` rows of `dimensions` signed bytes; row i times
 * `scales[i]` is the unit vector of piece i in its context. `pooled` is the text's own unit vector: the mean
 * over its rows before they were made bytes, normalised.
 */
export interface EncodedText {
  /** Ids of the word pieces in the model's vocabulary, without [CLS] and [SEP]. */
  readonly pieces: Int32Array;
  readonly vectors: Int8Array;
  readonly scales: Float32Array;
  readonly pooled: Float32Array;
}

/** A question, encoded; `offsets[i]` is where in the question the word of piece i begins (UTF-16). */
export interface EncodedQuestion extends EncodedText {
  readonly offsets: Int32Array;
}

/** A passage encoded once, as a whole: its own vector, and its sentences' token vectors in that context. */
export interface EncodedPassage {
  readonly pooled: Float32Array;
  readonly sentences: readonly EncodedText[];
}

/** What identifies a model: vectors of different models must never meet. */
export interface ModelIdentity {
  /** "all-MiniLM-L6-v2". */
  readonly id: string;
  /** Of the ONNX file. */
  readonly sha256: string;
  readonly dtype: "int8" | "fp32";
  readonly dimensions: number;
}

/** Port: turns text into vectors. Asynchronous, and off the caller's thread. */
export interface Embedder {
  readonly model: ModelIdentity;
  encodeQuestion(text: string): Promise<EncodedQuestion>;
  /** Each passage as the list of its sentences; results come in the order given, `onDone` hears of each. */
  encodePassages(
    passages: readonly (readonly string[])[],
    onDone?: () => void,
  ): Promise<readonly EncodedPassage[]>;
  /** The same for as many as one likes: each is handed over in the order given, and not kept. */
  encodeEach(
    passages: readonly (readonly string[])[],
    each: (at: number, encoded: EncodedPassage) => Promise<void> | void,
  ): Promise<void>;
  close(): Promise<void>;
}
