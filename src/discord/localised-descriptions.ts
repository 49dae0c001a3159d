/** Descriptions (and the one name) that Discord shows in the user's own language; English where there is none. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ask: {
    de: "Eine Frage stellen: die Antwort sind die Worte der Quelle selbst, oder ein ehrliches Nein",
    fr: "Poser une question : la réponse est dans les mots de la source, ou un non honnête",
    "es-ES": "Haz una pregunta: la respuesta son las palabras de la fuente, o un no honesto",
  },
  quote: {
    de: "Eine Stelle nachschlagen, nach ihrer Nummer oder einigen ihrer Wörter",
    fr: "Chercher un passage par sa référence ou par quelques-uns de ses mots",
    "es-ES": "Busca un pasaje por su referencia o por algunas de sus palabras",
  },
  find: {
    de: "Jedes Vorkommen einiger Wörter finden, mit ihrer Umgebung",
    fr: "Trouver chaque occurrence de quelques mots, avec leur contexte",
    "es-ES": "Encuentra cada aparición de unas palabras, con su contexto",
  },
  verify: {
    de: "Ein Zitat Wort für Wort mit der Quelle vergleichen",
    fr: "Comparer une citation à la source, mot à mot",
    "es-ES": "Compara una cita con la fuente, palabra por palabra",
  },
  read: {
    de: "Die Quelle lesen, Stelle für Stelle, nur für dich",
    fr: "Lire la source, passage par passage, pour vous seul",
    "es-ES": "Lee la fuente, pasaje a pasaje, solo para ti",
  },
  notes: {
    de: "Die Anmerkungen der Herausgeber",
    fr: "Les notes des éditeurs",
    "es-ES": "Las notas de los editores",
  },
  compare: {
    de: "Worin sich die Ausgaben unterscheiden",
    fr: "En quoi les éditions diffèrent",
    "es-ES": "En qué difieren las ediciones",
  },
  cite: {
    de: "Eine Stelle zitieren, im Stil deiner Wahl",
    fr: "Citer un passage dans le style de votre choix",
    "es-ES": "Cita un pasaje en el estilo que elijas",
  },
  about: {
    de: "Die Quelle, ihre Ausgaben und Lizenzen, deine Daten, und was dieser Bot nicht tut",
    fr: "La source, ses éditions et licences, vos données, et ce que ce bot ne fait pas",
    "es-ES": "La fuente, sus ediciones y licencias, tus datos y lo que este bot no hace",
  },
  settings: {
    de: "Was dieser Bot auf diesem Server tut (für die, die ihn verwalten)",
    fr: "Ce que ce bot fait sur ce serveur (pour ceux qui le gèrent)",
    "es-ES": "Lo que este bot hace en este servidor (para quienes lo administran)",
  },
  "Check quotations": { de: "Zitate prüfen", fr: "Vérifier les citations", "es-ES": "Comprobar las citas" },
};

/** The field that holds a command's name or description in other languages. */
export function localised(command: string, field: "name" | "description"): object {
  const words = WORDS[command];
  return words === undefined ? {} : { [`${field}_localizations`]: words };
}
