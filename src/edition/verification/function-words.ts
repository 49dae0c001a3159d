/**
 * English words that carry grammar rather than sense. They weigh less in an alignment, and an editor may put
 * a bracketed word in their place ("[Cuban] patriots" for "their patriots") without misquoting.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "a an the this that these those i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what is am are was were be been being has have had having do does did and or but of to in on at by for from with as so than there here such one ones".split(
    " ",
  ),
);
