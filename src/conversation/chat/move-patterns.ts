import type { CitationStyle } from "../../edition/citation/citation-style.js";
import type { Move, SimpleMove } from "./move.js";

interface MovePattern {
  /** Meets the whole of what was said, in plain words. */
  readonly pattern: RegExp;
  readonly move: (match: RegExpExecArray) => Move;
}

const IT = "(?:it|that|this|those|them|these)";
const UNIT = "(?:one|sentence|bit|part|line|passage)";
const PARAGRAPH = "(?:paragraph|para|par|stanza|strophe)";
/** What is read on by; "the speech" alone may be the whole text. */
const BLOCK = "(?:paragraph|para|par|stanza|strophe|speech)";

const STYLES: readonly (readonly [RegExp, CitationStyle])[] = [
  [/chicago.*bib|^bibliography/, "chicago-bibliography"],
  [/chicago|footnote/, "chicago-note"],
  [/mla/, "mla"],
  [/apa/, "apa"],
  [/bib/, "bibtex"],
  [/ris/, "ris"],
  [/csl|zotero/, "csl-json"],
  [/tei/, "tei"],
  [/annotation/, "web-annotation"],
  [/fragment|link/, "text-fragment"],
  [/receipt/, "receipt"],
];
const STYLE =
  "(chicago(?: notes?| bibliography)?|bibliography|mla|apa|bib(?:la)?tex|bib|ris|csl(?:[ -]?json)?|zotero|tei|web annotation|text fragment|link|receipt)";

function simply(kind: SimpleMove["kind"], source: string): MovePattern {
  return { pattern: new RegExp(`^(?:${source})$`, "u"), move: () => ({ kind }) };
}

function courtesy(says: Extract<Move, { kind: "courtesy" }>["says"], source: string): MovePattern {
  return { pattern: new RegExp(`^(?:${source})$`, "u"), move: () => ({ kind: "courtesy", says }) };
}

function step(kind: "next" | "previous", unit: "sentence" | "paragraph", source: string): MovePattern {
  return { pattern: new RegExp(`^(?:${source})$`, "u"), move: () => ({ kind, unit }) };
}

/** The moves by place, first match first; what none meets is a question. */
export const MOVE_PATTERNS: readonly MovePattern[] = [
  simply("quit", "quit|exit|bye|goodbye|good bye|q|stop|end|that's all|that is all|leave|close"),
  simply(
    "help",
    "help(?: me)?|\\?|commands|what can (?:i|you) (?:do|say|ask)(?: here)?|how does (?:this|it) work|h|(?:who|what) are you|what(?:'s| is) your name|what is (?:this|quoth)|are you (?:a |an )?(?:bot|human|real|ai|machine|person)",
  ),
  courtesy(
    "greeting",
    "(?:hi|hello|hey|hallo|howdy|greetings|good (?:morning|afternoon|evening|day))(?: there| quoth| all| everyone| again)?|how are you(?: doing)?(?: today)?|how do you do",
  ),
  courtesy(
    "welcome",
    "(?:ok |okay |great |perfect |cool |nice |no |good |yes |many )*(?:thanks|thank you|thankyou|thank u|thx|tnx|ty|cheers|much appreciated|appreciated)(?: (?:a lot|lots|a bunch|so much|very much|a million|again|quoth|mate|anyway|all|everyone|for (?:that|this|the (?:help|answer|quote|info|information)|your (?:help|answer|time))))*",
  ),
  courtesy(
    "go-on",
    "(?:ok|okay|k|oh|ah|aha|hm+|huh|well|wow|lol|haha|yes|yeah|yep|yup|no|nope|nah|sure|fine|right|alright|all right|good|great|perfect|excellent|nice|cool|awesome|amazing|wonderful|brilliant|interesting|fascinating|impressive|indeed|exactly|correct|true|understood|noted)(?: (?:ok|okay|then|one|answer|job|bot|work|quote|indeed|stuff|sure))*|(?:oh )?i (?:see|understand|get it)(?: now)?|got it|makes sense|(?:that's|that is|that was|this is|it's|how|very|so|really) (?:very |really |so |quite )?(?:good|great|nice|cool|helpful|interesting|useful|fascinating|impressive|amazing|perfect|it|fine|ok|okay|right|correct|true)|well done|good to know|fair enough|never ?mind|nothing|no matter|whatever",
  ),
  courtesy(
    "quotes-only",
    `(?:summari[sz]e|paraphrase|translate|simplify|rephrase|interpret|analy[sz]e|(?:give|write|make)(?: me)? (?:a |an )?(?:short |brief )?(?:summary|translation|essay|analysis))(?: (?:${IT}|the|this|whole|entire|letter|text|speech|document|message|passage|paragraph|sentence|note|of|about|on|for|me|in|into|to|\\p{L}{4,12}ish|french|german|one (?:sentence|line|word)|simple|plain|words|english))*|(?:a |the )?(?:summary|translation)(?: of (?:${IT}|the (?:letter|text|speech|document|message)))?|tl ?dr`,
  ),
  simply(
    "works",
    "(?:what|which|how many) (?:other )?(?:editions|versions|texts|works|sources|documents|witnesses)(?: (?:are there|do you (?:have|know)|have you got|are (?:loaded|available|here)|exist|can (?:i|you) (?:ask about|search|quote)))?|(?:list |the )?(?:all )?(?:the )?(?:editions|works)(?: list)?",
  ),
  simply(
    "restart",
    "start (?:over|again|afresh|anew)|restart|reset|new conversation|clear|forget (?:it|that|everything)",
  ),
  step("next", "paragraph", `(?:the )?next ${BLOCK}|what is the next ${BLOCK}`),
  step(
    "previous",
    "paragraph",
    `(?:the )?(?:previous|preceding|last) ${BLOCK}|(?:the )?${BLOCK} before(?: ${IT})?`,
  ),
  step(
    "next",
    "sentence",
    [
      `what (?:comes|is|follows|stands|happens|goes)?(?: right| just)? ?(?:next|after(?: ${IT})?)`,
      "what's next|whats next|and then|then what|then",
      `(?:the )?next(?: ${UNIT})?|(?:the )?following(?: ${UNIT})?|(?:the )?${UNIT} after(?: ${IT})?`,
      "go on|continue(?: reading)?|keep (?:going|reading)|carry on|read on|read more|move on|proceed|forwards?|more|onwards?|n",
      `what follows(?: ${IT})?|(?:right )?after ${IT}|what (?:does|did) (?:he|she|it|they) say (?:next|after ${IT})`,
    ].join("|"),
  ),
  step(
    "previous",
    "sentence",
    [
      `what (?:comes|came|is|was|stands|goes|stood)?(?: right| just)? ?before(?: ${IT})?`,
      `(?:right |just )?before(?: ${IT})?|what (?:precedes|preceded|leads? up to)(?: ${IT})?`,
      `(?:the )?(?:previous|preceding|prior)(?: ${UNIT})?|prev|(?:the )?${UNIT} before(?: ${IT})?|p`,
      `what (?:does|did) (?:he|she|it|they) say before(?: ${IT})?|go back one|one back|backwards?`,
    ].join("|"),
  ),
  simply(
    "paragraph",
    [
      `(?:read |see )?(?:the |that |this )?(?:whole|full|entire|complete) ?(?:${PARAGRAPH}|passage|thing|note|context)(?: of ${IT})?`,
      `(?:read |see )?(?:the |that |this )${PARAGRAPH}|${PARAGRAPH}|(?:the |in |more |its |some )?context(?: of ${IT}| here)?|what(?:'s| is) the context(?: of ${IT})?|in full|all of (?:it|that)|expand(?: ${IT})?`,
    ].join("|"),
  ),
  {
    pattern: new RegExp(
      `^(?:(?:how (?:do|should|would|can) i )?(?:cite|quote) ?(?:${IT}|the passage)?|(?:the |a )?(?:citation|reference)(?: (?:for|of|to) ${IT})?)(?: ?(?:in|as|for|with|using|to)(?: the| a)?)?(?: ?${STYLE})?(?: style| format| entry| citation| reference| please)*$`,
      "u",
    ),
    move: ([, style]) => ({ kind: "cite", style: styleOf(style) }),
  },
  courtesy(
    "styles",
    `cite(?: ${IT})?(?: (?:in|as|with|using))? (?:the )?[\\p{L}\\p{N}-]{2,20}(?: (?:style|format))?`,
  ),
  {
    pattern: new RegExp(
      `^(?:in|as|the|a|an)? ?(?:the |a )?${STYLE}(?: style| format| entry| citation| reference)*$`,
      "u",
    ),
    move: ([, style]) => ({ kind: "cite", style: styleOf(style) }),
  },
  {
    pattern:
      /^(?:what (?:does|do|did|is in|are|says)|read|open|see)? ?(?:the |editor'?s'? |archive'?s |editorial )*(?:foot|end)?notes?[ .]+(?!on$|to$)(\p{L}{1,2}|\p{N}{1,4}\p{L}?|[*†‡]{1,3})(?: says?| read| mean)?$/u,
    move: ([, label = ""]) => ({ kind: "note", label, all: false }),
  },
  {
    pattern:
      /^(?:what (?:does|do|did|is in|are|says)|read|open|see|any|are there(?: any)?|is there an?)? ?(?:the |all |all the |editor'?s'? |archive'?s |editorial )*(?:foot|end)?note(s?)(?: says?| read)?(?: (?:here|on (?:it|that|this)|to (?:it|that|this)|for (?:it|that|this)))?$/u,
    move: ([, plural]) => ({ kind: "note", all: plural === "s" }),
  },
  simply(
    "compare",
    `compare(?: ${IT}| the (?:two )?(?:editions|versions|texts)| (?:editions|versions))?(?: (?:with|to|against) (?:the )?(?:others?|[\\p{L}\\p{N}-]{2,30})(?: (?:editions?|versions?))?)?|(?:how|where) do(?: the)? (?:editions|versions|texts) differ(?: here)?|(?:the )?(?:differences?|variants|apparatus|collation)(?: between (?:the )?(?:editions|versions|them))?|what(?:'s| is| are) the differences?(?: between (?:the )?(?:editions|versions|them))?|do the editions (?:differ|agree)(?: here)?|is ${IT} the same in (?:both|all|the other) editions?`,
  ),
  simply(
    "voice",
    `who(?:'s| is| was) (?:speaking|talking|it|the speaker)(?: here)?|who (?:said|says|wrote|writes|is saying|says so|speaks)(?: ${IT})?|whose words(?: (?:are|is|were) ${IT})?|who are we (?:hearing|reading)|whose voice(?: is ${IT})?|is ${IT} (?:the author|the editor)(?: speaking)?|is ${IT} (?:an? )?(?:real |direct |verbatim |exact |actual |literal )?(?:quote|quotation|verbatim)|(?:is|are|was|were) ${IT} (?:really |actually )?(?:his|her|their|its|the author's|the editor's)(?: (?:own|actual|exact))? words|did (?:he|she|they) (?:really|actually) (?:say|write) ${IT}|did (?:he|she|they) (?:say|write) ${IT}`,
  ),
  simply(
    "place",
    `where(?:'s| is| was| does| do)? ${IT}(?: (?:from|said|written|stand|come from|exactly|in the (?:text|letter)))?|where (?:are we|am i|exactly)|where|(?:the )?source|(?:which|what) (?:edition|version) (?:is (?:${IT})(?: (?:from|in))?|are (?:we|you) (?:in|reading|using))|really|seriously|are you (?:really |quite )?(?:sure|certain)(?: (?:of|about) ${IT})?|is (?:that|this|it) (?:really )?(?:so|true|right|correct|certain)|prove it|which (?:paragraph|sentence|passage)(?: is ${IT}(?: from)?)?|what (?:paragraph|sentence) is ${IT}`,
  ),
  simply(
    "back",
    "(?:go |come |take me )?back to (?:the )?(?:text|letter|speech|passage|quote|source)|back|go back|return(?: to the (?:text|letter))?",
  ),
  simply(
    "again",
    `(?:say|repeat|show|read|quote|see) ?(?:${IT}|the (?:quote|passage|sentence))? (?:again|once more|one more time)|repeat(?: ${IT}| (?:the|your) (?:last )?(?:quote|passage|sentence|answer))?|again|once more|come again|pardon(?: me)?|what was (?:that|it)(?: again)?|what did (?:he|she|it|they) say again`,
  ),
  {
    pattern: new RegExp(
      `^(?:say more|tell me more|say (?:some|any)thing more|more (?:on|about) ${IT}|what (?:does|did|do) (?:he|she|it|they|that|this) mean(?: (?:by|with) ${IT})?|elaborate|go deeper|explain(?: ${IT})?)$`,
      "u",
    ),
    move: () => ({ kind: "else", around: true }),
  },
  {
    pattern: new RegExp(
      `^(?:${[
        `(?:is there |is that |was that |was there )?(?:anything|something) (?:else|more)(?: (?:on|about) ${IT})?(?: (?:he|she|it|they) (?:says?|said)(?: about ${IT})?)?`,
        `is (?:that|this|it) (?:all|everything|it)(?: (?:he|she|it|they|there) (?:says?|said|has|is|wrote)(?: (?:to say )?(?:about|on|of|to) ${IT})?)?`,
        `what else(?: (?:is there|does (?:he|she|it|they) say|did (?:he|she|it|they) say)(?: (?:about|on) ${IT})?)?`,
        "(?:any )?other passages|more passages|another(?: one| passage)?|not what i (?:asked|meant)|no not that|any ?more",
      ].join("|")})$`,
      "u",
    ),
    move: () => ({ kind: "else", around: false }),
  },
];

function styleOf(said: string | undefined): CitationStyle {
  return STYLES.find(([pattern]) => said !== undefined && pattern.test(said))?.[1] ?? "chicago-note";
}
