/** What is said under a quote that opens with a pronoun, of the sentence before it. */
export function describeLeaning(reference: string): string {
  return `Opens with a pronoun: for whom or what it means, see ${reference}, the sentence before.`;
}
