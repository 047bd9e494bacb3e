/** A bare cry: so few words weigh little (margin.ts), and cannot be mistaken. */

/** As a whole sentence, whatever is said beside. */
const CRIES: ReadonlySet<string> = new Set(
  'sos mayday secours secour osecours osecour ausecours aled alaide helpme'.split(' '),
);
/** Only as a whole message: "Help. How do I vote by proxy?" is none. */
const WORDS: ReadonlySet<string> = new Set('help hlp fire feu aide'.split(' '));
const AROUND: ReadonlySet<string> = new Set(
  'au o a l d me us moi nous vite please pls plz svp stp quick now police besoin il y le'.split(' '),
);

function isBare(words: readonly string[], cries: (word: string) => boolean): boolean {
  return words.some(cries) && words.every((word) => cries(word) || AROUND.has(word));
}

/** Whether a sentence is nothing but a cry, or the whole text. */
export function isCry(sentences: readonly (readonly string[])[]): boolean {
  return (
    sentences.some((words) => isBare(words, (word) => CRIES.has(word))) ||
    isBare(sentences.flat(), (word) => CRIES.has(word) || WORDS.has(word))
  );
}
