import * as z from 'zod';
import { LANGUAGES, type Language } from '../../protocol/language.ts';
import { PlatformId } from '../../protocol/platform.ts';
import { ContentError, SHIPPED_CONTENT } from './files.ts';
import { listInLine, readMarkdown } from './front-matter.ts';
import { fill, type Publisher } from './terms.ts';

/** The pages the law asks for, by their names in the address. The terms of use are not among them: they have a version. */
export const LEGAL_NAMES = [
  'mentions-legales',
  'confidentialite',
  'accessibilite',
  'cookies',
  'droits',
] as const;
export type LegalName = (typeof LEGAL_NAMES)[number];

const TranslatedFront = z.strictObject({ title: z.string().min(4).max(90) });
/** `platforms` are the services shown under the text, such as the CNIL under the rights. */
const ReferenceFront = z.strictObject({
  ...TranslatedFront.shape,
  platforms: listInLine(PlatformId).optional(),
});

export type LegalText = {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly platforms: readonly string[];
};
export type LegalTexts = ReadonlyMap<LegalName, ReadonlyMap<Language, LegalText>>;

/** What the deployment says of itself, as text: a name must not become Markdown. */
function inMarkdown(publisher: Publisher): Publisher {
  const entries = Object.entries(publisher).map(([key, text]) => [key, text.replace(/[\\*_`#[\]]/g, '\\$&')]);
  return Object.fromEntries(entries) as Publisher;
}

/**
 * The legal pages of a directory with the publisher's identity filled in. Throws `ContentError` naming the
 * file when one is missing or malformed, or names something that no setting fills.
 */
export function loadLegalTexts(publisher: Publisher, directory: string = SHIPPED_CONTENT): LegalTexts {
  const escaped = inMarkdown(publisher);
  const texts = new Map<LegalName, ReadonlyMap<Language, LegalText>>();
  for (const name of LEGAL_NAMES) {
    const reference = readMarkdown(directory, `pages/fr/${name}.md`, ReferenceFront);
    const platforms = reference.front.platforms ?? [];
    const inLanguages = LANGUAGES.map((language): [Language, LegalText] => {
      const file = `pages/${language}/${name}.md`;
      const { front, body } = language === 'fr' ? reference : readMarkdown(directory, file, TranslatedFront);
      try {
        return [language, { title: front.title, body: fill(body, escaped), platforms }];
      } catch (cause) {
        throw new ContentError(`${file}: ${cause instanceof Error ? cause.message : 'cannot be filled'}`, {
          cause,
        });
      }
    });
    texts.set(name, new Map(inLanguages));
  }
  return texts;
}
