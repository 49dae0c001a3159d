import { stemmer } from "stemmer";

/**
 * English words whose inflections share no stem: each group holds the forms of one word that no rule makes (forms in
 * -s, -ing and regular -ed come from the stemmer). Closed classes, written down by hand.
 */
const GROUPS = (
  "man men,woman women,child children,person people,foot feet,tooth teeth,goose geese,mouse mice,louse lice,ox oxen," +
  "wife wives,life lives,knife knives,leaf leaves,half halves,wolf wolves,thief thieves,loaf loaves,shelf shelves,calf calves,elf elves,hoof hooves," +
  "crisis crises,thesis theses,analysis analyses,basis bases,hypothesis hypotheses,phenomenon phenomena,criterion criteria,datum data,medium media," +
  "penny pence,brother brethren," +
  "arise arose arisen,awake awoke awoken,bear bore borne born,beat beaten,become became,begin began begun,bend bent,bind bound,bite bit bitten," +
  "bleed bled,blow blew blown,break broke broken,breed bred,bring brought,build built,buy bought,catch caught,choose chose chosen,cling clung," +
  "come came,creep crept,deal dealt,dig dug,draw drew drawn,drink drank drunk,drive drove driven,dwell dwelt,eat ate eaten,fall fell fallen," +
  "feed fed,feel felt,fight fought,find found,flee fled,fly flew flown,forbid forbade forbidden,foresee foresaw foreseen,forget forgot forgotten," +
  "forgive forgave forgiven,forsake forsook forsaken,freeze froze frozen,get got gotten,give gave given,go went gone,grind ground,grow grew grown," +
  "hang hung,hear heard,hide hid hidden,hold held,keep kept,kneel knelt,know knew known,lay laid,lead led,leave left,lend lent,lie lay lain," +
  "light lit,lose lost,make made,mean meant,meet met,overcome overcame,overthrow overthrew overthrown,pay paid,ride rode ridden,ring rang rung," +
  "rise rose risen,run ran,say said,see saw seen,seek sought,sell sold,send sent,shake shook shaken,shine shone,shoot shot,show shown,shrink shrank shrunk," +
  "sing sang sung,sink sank sunk,sit sat,slay slew slain,sleep slept,slide slid,speak spoke spoken,spend spent,spin spun,spring sprang sprung," +
  "stand stood,steal stole stolen,stick stuck,sting stung,stride strode,strike struck stricken,strive strove striven,swear swore sworn," +
  "sweep swept,swim swam swum,swing swung,take took taken,teach taught,tear tore torn,tell told,think thought,throw threw thrown,tread trod trodden," +
  "understand understood,undertake undertook undertaken,uphold upheld,wake woke woken,wear wore worn,weave wove woven,weep wept,win won,wind wound," +
  "withdraw withdrew withdrawn,withhold withheld,withstand withstood,wring wrung,write wrote written"
)
  .split(",")
  .map((group) => [...new Set(group.split(" ").map((form) => stemmer(form)))]);

const BY_STEM = new Map<string, readonly string[]>();
for (const group of GROUPS)
  for (const stem of group) BY_STEM.set(stem, [...new Set([...(BY_STEM.get(stem) ?? []), ...group])]);

/** The stems (Porter) of all forms of the word that has this stem: "men" of "man"; the stem alone for most. */
export function allStems(stem: string): readonly string[] {
  return BY_STEM.get(stem) ?? [stem];
}
