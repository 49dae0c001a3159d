import { html, type Html } from "./html.js";

/** Scripts that run from right to left (Unicode's bidirectional classes R and AL), as ISO 15924 names them. */
const RIGHT_TO_LEFT = new Set(
  "Adlm Arab Aran Armi Avst Chrs Cprt Elym Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi".split(
    " ",
  ),
);

/** What HTML is told of a language: its tag, where it is one, and the direction of its usual script. */
export interface TextDirection {
  readonly lang?: string;
  readonly dir: "ltr" | "rtl" | "auto";
}

const known = new Map<string, TextDirection>();

/** "ar" → right to left, "az-Arab", too. A language that is no BCP 47 tag is not named, and the browser judges by the letters. */
export function textDirection(language: string): TextDirection {
  const direction = known.get(language) ?? judge(language);
  known.set(language, direction);
  return direction;
}

/** The same as attributes, for the start tag of whatever holds words in that language. */
export function languageAttributes(language: string): Html {
  const { lang, dir } = textDirection(language);
  return html`${lang !== undefined && html` lang="${lang}"`} dir="${dir}"`;
}

function judge(language: string): TextDirection {
  try {
    const locale = new Intl.Locale(language);
    const script = locale.maximize().script;
    return { lang: locale.toString(), dir: RIGHT_TO_LEFT.has(script ?? "") ? "rtl" : "ltr" };
  } catch {
    return { dir: "auto" };
  }
}
