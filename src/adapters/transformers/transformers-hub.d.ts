// transformers.js 2.17 has no types for its single modules; these are the parts that are used of them.
declare module "@xenova/transformers/src/tokenizers.js" {
  export { AutoTokenizer } from "@xenova/transformers";
}
declare module "@xenova/transformers/src/env.js" {
  export { env } from "@xenova/transformers";
}
declare module "@xenova/transformers/src/utils/hub.js" {
  export function getModelFile(
    id: string,
    file: string,
    fatal: boolean,
    options: { progress_callback?: (event: { status: string; file?: string; progress?: number }) => void },
  ): Promise<Uint8Array | null>;
}
