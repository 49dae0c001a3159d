// transformers.js 2.17 ships no types for its hub module; this is the one function used of it.
declare module "@xenova/transformers/src/utils/hub.js" {
  export function getModelFile(
    id: string,
    file: string,
    fatal: boolean,
    options: { progress_callback?: (event: { status: string; file?: string; progress?: number }) => void },
  ): Promise<Uint8Array | null>;
}
