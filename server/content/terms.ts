import * as z from 'zod';
import { type Terms, TermsSummary, TermsText } from '../../protocol/http.ts';
import { CitizenLanguage, LANGUAGES, type Language, writtenFor } from '../../protocol/language.ts';
import { ContentError, readDocument, SHIPPED_CONTENT } from './files.ts';

const Line = z.string().trim().min(1).max(300);

/** Who publishes the service: settings of the deployment, shown in the terms and the legal notice. */
export const Publisher = z.strictObject({
  service: Line,
  ministry: Line,
  publisher: Line,
  address: Line,
  telephone: Line,
  director: Line,
  /** Where a person writes to use their rights over their data. */
  dpo: Line,
});
export type Publisher = z.infer<typeof Publisher>;

/** The example deployment (terms of use, "example deployment"). A real one sets its own. */
export const EXAMPLE_PUBLISHER: Publisher = {
  service: 'Le tchat de la Police nationale',
  ministry: 'ministère de l’Intérieur, direction générale de la Police nationale',
  publisher: 'la direction centrale de la sécurité publique (DCSP), avec le SICOP',
  address: 'place Beauvau, 75008 Paris',
  telephone: '01\u00a049\u00a027\u00a049\u00a027',
  director: 'la direction centrale de la sécurité publique',
  dpo: 'délégué à la protection des données, place Beauvau, 75800 Paris Cedex 08',
};

const PLACE = /\{([a-z]+)\}/g;

/** Puts the publisher's identity into the places of a text, such as `{address}`. */
export function fill(text: string, publisher: Publisher): string {
  return text.replace(PLACE, (place, name: string) => {
    const key = z.safeParse(Publisher.keyof(), name);
    if (!key.success) throw new ContentError(`nothing fills ${place}`);
    return publisher[key.data];
  });
}

const WRITTEN: ReadonlyMap<Language, TermsText> = new Map(
  LANGUAGES.map((language) => [language, readDocument(SHIPPED_CONTENT, `terms.${language}.json`, TermsText)]),
);

/** In every language of the page, of one version of the terms: a new version is summed up anew. */
const Summaries = z.strictObject({
  version: z.string().min(1).max(40),
  /** What must be recalled is recalled in the words of the terms themselves where those have the language. */
  summaries: z.record(
    CitizenLanguage,
    z.strictObject({ ...TermsSummary.shape, penal: z.optional(TermsSummary.shape.penal) }),
  ),
});
const SUMMARIES = readDocument(SHIPPED_CONTENT, 'terms.summaries.json', Summaries);

function written(language: Language): TermsText {
  const found = WRITTEN.get(language);
  if (found === undefined) throw new ContentError(`terms.${language}.json: missing`);
  return found;
}

/** The version in force: what a citizen accepts and what stands in `opened` (rule T1). */
export const TERMS_VERSION: string = written('fr').version;

if (SUMMARIES.version !== TERMS_VERSION)
  throw new ContentError('terms.summaries.json: sums up another version of the terms');

/**
 * The terms of use for a language, the publisher's identity filled in: whole in French or English, and a summary in
 * the language itself. French is the one that binds.
 */
export function terms(spoken: CitizenLanguage, publisher: Publisher = EXAMPLE_PUBLISHER): Terms {
  const language = writtenFor(spoken);
  const { version, title, sections, penal } = written(language);
  const summary = SUMMARIES.summaries[spoken];
  const recalled = penal.map((note) => fill(note, publisher));
  return {
    summary: { language: spoken, points: summary.points, penal: summary.penal ?? recalled },
    version,
    language,
    title: fill(title, publisher),
    sections: sections.map((section) => ({
      title: fill(section.title, publisher),
      paragraphs: section.paragraphs.map((paragraph) => fill(paragraph, publisher)),
    })),
    penal: recalled,
  };
}
