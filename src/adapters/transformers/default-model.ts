/** The model that serves unless QUOTH_MODEL names another; a module that imports nothing, for it is read before all else. */
export const DEFAULT_MODEL = "quoth-minilm-sentences";
