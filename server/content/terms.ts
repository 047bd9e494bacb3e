import * as z from 'zod';
import { Terms } from '../../protocol/http.ts';
import { LANGUAGES, type Language } from '../../protocol/language.ts';
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

const WRITTEN: ReadonlyMap<Language, Terms> = new Map(
  LANGUAGES.map((language) => [language, readDocument(SHIPPED_CONTENT, `terms.${language}.json`, Terms)]),
);

function written(language: Language): Terms {
  const found = WRITTEN.get(language);
  if (found === undefined) throw new ContentError(`terms.${language}.json: missing`);
  return found;
}

/** The version in force: what a citizen accepts and what stands in `opened` (rule T1). */
export const TERMS_VERSION: string = written('fr').version;

/** The terms of use in a language, the publisher's identity filled in. French is the one that binds. */
export function terms(language: Language, publisher: Publisher = EXAMPLE_PUBLISHER): Terms {
  const { version, title, sections, penal } = written(language);
  return {
    version,
    language,
    title: fill(title, publisher),
    sections: sections.map((section) => ({
      title: fill(section.title, publisher),
      paragraphs: section.paragraphs.map((paragraph) => fill(paragraph, publisher)),
    })),
    penal: penal.map((note) => fill(note, publisher)),
  };
}
