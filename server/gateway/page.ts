import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceInfo } from '../../protocol/http.ts';
import type { Language } from '../../protocol/language.ts';
import { THEMES, type Theme } from '../site/visit.ts';
import { type Encoded, encodeAll } from './encoded.ts';

const OPENING = /<!--opening-->[\s\S]*?<!--\/opening-->/g;
/** Filled pages kept compressed; each is one state of the service in one language and theme. */
const KEPT = 24;

/** Where the quick exit leads while no page is built; the built page has its deployment's own. */
const NEUTRAL = 'https://meteofrance.com/';

export interface Page {
  /** Where the page's quick exit leads. */
  readonly exit: string;
  /** Null while the page has not been built. */
  /** `silent`: for the browser of somebody who cannot write freely, title and icon are ordinary from the first byte. */
  fill(info: ServiceInfo, language: Language, theme: Theme, silent?: boolean): Promise<Encoded | null>;
}

/** The language asked for: `?lang=`, else the better liked of the two in Accept-Language, else French. */
export function chooseLanguage(asked: unknown, acceptLanguage: string | undefined): Language {
  if (asked === 'fr' || asked === 'en') return asked;
  const liking: Record<Language, number> = { fr: 0, en: 0 };
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.split('-', 1)[0];
    if (language !== 'fr' && language !== 'en') continue;
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    liking[language] = Math.max(liking[language], quality === undefined ? 1 : Number(quality) || 0);
  }
  return liking.en > liking.fr ? 'en' : 'fr';
}

export function chooseTheme(asked: unknown): Theme {
  return THEMES.find((theme) => theme === asked) ?? 'system';
}

type Wait = NonNullable<ServiceInfo['estimate']>;

/** The page's own words for a wait, so that they do not change when its script starts. */
function waitFr({ low, high }: Wait): string {
  if (low >= 60) return 'Comptez plus d’une heure.';
  if (high <= 1) return 'Comptez moins d’une minute.';
  if (low === 0) return `Comptez moins de ${high}\u00a0minutes.`;
  return low >= high
    ? `Comptez environ ${high}\u00a0minutes.`
    : `Comptez entre ${low} et ${high}\u00a0minutes.`;
}

function waitEn({ low, high }: Wait): string {
  if (low >= 60) return 'Expect more than an hour.';
  if (high <= 1) return 'Expect less than a minute.';
  if (low === 0) return `Expect less than ${high}\u00a0minutes.`;
  return low >= high
    ? `Expect about ${high}\u00a0minutes.`
    : `Expect between ${low} and ${high}\u00a0minutes.`;
}

function closedSentence(deferred: boolean, language: Language): string {
  if (language === 'fr') {
    const instead = deferred ? ' Vous pouvez laisser votre question pour une réponse par e-mail.' : '';
    return `Le tchat est fermé\u00a0: aucun policier n’est disponible pour l’instant.${instead}`;
  }
  const instead = deferred ? ' You can leave your question for an answer by e-mail.' : '';
  return `The chat is closed: no officer is available at the moment.${instead}`;
}

/** What to expect, honestly, in a sentence that needs no script (terms of use, article 5). */
export function openingSentence(service: ServiceInfo, language: Language): string {
  const { estimate, onDuty } = service;
  if (service.chat === 'closed') return closedSentence(service.deferred, language);
  if (language === 'fr') {
    if (onDuty === 0) {
      return 'Le tchat est ouvert, mais aucun policier n’est disponible pour l’instant\u00a0: la réponse peut tarder.';
    }
    const wait = estimate === null ? 'Un policier vous répond dès que possible.' : waitFr(estimate);
    return `Le tchat est ouvert. ${wait}`;
  }
  if (onDuty === 0) {
    return 'The chat is open, but no officer is available at the moment: the answer may take time.';
  }
  const wait = estimate === null ? 'An officer will answer as soon as possible.' : waitEn(estimate);
  return `The chat is open. ${wait}`;
}

/** JSON that stays JSON inside a script element, whatever it holds. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The page's own ordinary title and icon (i18n/silence-fr.ts), before its script runs. */
function calm(source: string, language: Language): string {
  const title = language === 'fr' ? 'Météo' : 'Weather';
  return source
    .replace(/<title>[^<]*<\/title>/, `<title>${title}</title>`)
    .replace(/(rel="icon" href="[^"]*)icon\.svg"/, '$1calm.svg"');
}

/** The built page (`index.html` of `directory`), filled in for each state of the service. */
export async function loadPage(directory: string): Promise<Page> {
  const file = join(directory, 'index.html');
  const template = existsSync(file) ? await readFile(file, 'utf8') : null;
  const kept = new Map<string, Promise<Encoded>>();

  function render(
    source: string,
    info: ServiceInfo,
    language: Language,
    theme: Theme,
    silent: boolean,
  ): Promise<Encoded> {
    const service = inScript({ ...info, language, ...(silent ? { silent } : {}) });
    // The text around it is French in any case: without a script the page cannot speak another language.
    const opening = `<span lang="${language}">${openingSentence(info, language)}</span>`;
    // Functions, because a replacement's text may hold "$&".
    const html = (silent ? calm(source, language) : source)
      .replaceAll('__LANG__', () => language)
      .replaceAll('__THEME__', () => theme)
      .replaceAll('__SERVICE__', () => service)
      .replace(OPENING, () => opening);
    return encodeAll(Buffer.from(html), 5);
  }

  const exit = /id="exit" href="(https:\/\/[^"]+)"/.exec(template ?? '')?.[1] ?? NEUTRAL;
  return {
    exit,
    async fill(info, language, theme, silent = false) {
      if (template === null) return null;
      const key = JSON.stringify([info, language, theme, silent]);
      const found = kept.get(key);
      if (found !== undefined) return found;
      const made = render(template, info, language, theme, silent);
      kept.set(key, made);
      if (kept.size > KEPT) {
        const oldest = kept.keys().next();
        if (!oldest.done) kept.delete(oldest.value);
      }
      return made;
    },
  };
}
