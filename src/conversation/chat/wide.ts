/** Quotes asked for where some of them may have been shown before. */
export const WIDE = 12;
