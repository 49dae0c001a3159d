/** Where the encoder's compiled file lies; a module of its own, so that tests of the sources can point at dist/. */
export const encoderUrl = new URL("./encoder-process.js", import.meta.url);
