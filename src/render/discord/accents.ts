/** The colours of the containers' edges (RGB): who speaks can be told at a glance. */
export const ACCENTS = {
  text: 0xc8a45c,
  editorial: 0x6b7785,
  abstention: 0xa04a4a,
  faithful: 0x4f8a5b,
  altered: 0xc7772e,
  neutral: 0x4d5156,
} as const;
