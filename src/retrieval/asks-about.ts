const MENTIONED =
  "(?:mentioned|named|discussed|cited|referred\\s+to|alluded\\s+to|brought\\s+up|talked\\s+(?:about|of)|spoken\\s+(?:about|of)|touched\\s+(?:up)?on|commented\\s+on)";
/** What may stand between the topic of a passive and its participle. */
const HOW = "(?:(?:not|never|ever|even|also|actually|really|explicitly|directly|specifically|once)\\s+)*";
const BEING = "(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|be|been|being|gets?|got)";
/** Characters of a topic at most, where its end has to be looked for. */
const REACH = 120;
/** What may go before an auxiliary that asks of a topic: "Where is …", "How often does …". */
const ASKING = "(?:^|[,;:.]\\s*|\\b(?:and|but|so|where|why|when|how\\s+often|how\\s+many\\s+times)\\s+)";

/**
 * Ways to ask whether, or what, something is said of a topic; the first has the topic after it, the others around
 * their group. The first that meets a question counts.
 */
const ASKS_ABOUT: readonly RegExp[] = [
  // "Is Germany mentioned anywhere?", "Where are the missiles referred to?"
  new RegExp(
    `${ASKING}${BEING}\\s+(?=\\S)((?:(?!\\b${BEING}\\b)[^?!]){1,${REACH}}?)\\s+${HOW}${MENTIONED}(?![\\p{L}\\p{N}])`,
    "diu",
  ),
  // "Is it true that Germany is never mentioned?"
  new RegExp(
    `\\b(?:that|whether|if)\\s+(?=\\S)((?:(?!\\b${BEING}\\b)[^?!]){1,${REACH}}?)\\s+${BEING}\\s+${HOW}${MENTIONED}(?![\\p{L}\\p{N}])`,
    "diu",
  ),
  // "Does the word freedom occur?", "Does Germany come up?"
  new RegExp(
    `${ASKING}(?:do|does|did|don['’]t|doesn['’]t|didn['’]t)\\s+(?=\\S)([^?!]{1,${REACH}}?)\\s+${HOW}(?:occur|appear|(?:come|turn|crop|show)\\s+up|get\\s+(?:mentioned|a\\s+mention))(?![\\p{L}\\p{N}])`,
    "diu",
  ),
  /\b(?:mention(?:s|ed|ing)?|refer(?:s|red|ring)?\s+to|references?\s+to|allude(?:s|d)?\s+to|allusions?\s+to|name(?:s|d)?|discuss(?:es|ed)?|bring(?:s)?\s+up|touch(?:es|ed)?\s+(?:up)?on|comment(?:s|ed)?\s+(?:up)?on|(?:contains?|includes?|uses?)\s+the\s+(?:words?|names?|terms?|phrases?)|talk(?:s|ed)?\s+(?:about|of)|speak(?:s)?\s+(?:about|of|on)|(?:say|says|said|written|write|writes|wrote|think|thinks|there|anything|something|nothing|word)\s+(?:(?:anything|something|much|a\s+word|more)\s+)?(?:else\s+)?(?:about|on|of|regarding|concerning)|views?\s+(?:on|of|about)|opinion\s+(?:on|of|about)|position\s+on|stance\s+on)\s+(.+)$/disu,
];

/** "Does he mention …?", "Is … mentioned?", "Does the word … occur?", "Is there any reference to …?" */
const WHETHER =
  /^\W*(?:(?:and|but|so|or|then)\s+)?(?:do|does|did|is|are|was|were|has|have|don['’]t|doesn['’]t|didn['’]t|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\s[^]*\b(?:mention(?:s|ed)?|refer(?:red)?\s+to|references?\s+to|allu(?:de|ded|sions?)\s+to|occur|appear|(?:come|turn|crop|show|bring|brought)\s+up|use\s+the\s+(?:words?|names?|terms?|phrases?)|contain\s+the\s+(?:words?|names?|terms?|phrases?))(?![\p{L}\p{N}])/iu;

/** "Does he mention any general?" asks for one of a kind, whose name may be anything. */
const KIND = /^\s*(?:(?:of|to|about)\s+)?(?:any|some|an?)\s/iu;

/** "Which countries are mentioned?", "Whom does he refer to?" */
const WHICH =
  /^\W*(?:(?:and|but|so|or|then)\s+)?(?:who|whom|whose|which|what)\s[^]*\b(?:mention(?:s|ed)?|named|refer(?:s|red)?\s+to|allude[sd]?\s+to)(?![\p{L}\p{N}])/iu;

/** Where the topic stands in a question about one, `[from, to)` in UTF-16 units. */
export function topicRange(text: string): readonly [number, number] | undefined {
  for (const pattern of ASKS_ABOUT) {
    const range = pattern.exec(text)?.indices?.[1];
    if (range) return range;
  }
  return undefined;
}

/** Whether it is asked only if the topic, which stands in `range`, is mentioned. */
export function asksWhether(text: string, [from, to]: readonly [number, number]): boolean {
  return WHETHER.test(text) && !asksForKind(text, [from, to]);
}

/** Whether one of a kind is asked for: "any general". */
export function asksForKind(text: string, [from, to]: readonly [number, number]): boolean {
  return WHETHER.test(text) && KIND.test(text.slice(from, to));
}

/** Whether what is mentioned is asked for, or whether something is: a line about the document mentions nothing. */
export function asksForMentions(text: string): boolean {
  return WHETHER.test(text) || WHICH.test(text);
}
