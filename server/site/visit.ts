import type { Announcement } from '../../protocol/announcement.ts';
import type { CitizenLanguage, Language } from '../../protocol/language.ts';
import type { AudienceView } from './audience/page.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How somebody looks at the site: nothing of it is kept anywhere but in the addresses of the links. */
export type Visit = {
  /** What the pages are written in. */
  readonly language: Language;
  /** What the person's page of the chat speaks: the same, unless the site is not written in it. */
  readonly spoken: CitizenLanguage;
  readonly theme: Theme;
  /** Whether the language stands in the address: then it stays there, whatever the browser prefers. */
  readonly languageChosen: boolean;
  /** The path asked for, without its query. */
  readonly path: string;
  /** Where the quick exit leads. */
  readonly exit: string;
  /** How the browser stands with the audience measurement; `off` where nothing is said. */
  readonly audience?: AudienceView;
  /** What the service announces now. */
  readonly announcement?: Announcement | undefined;
};

/** The address of a page of the site, in the language and theme of the visit. `query` begins the parameters. */
export function to(visit: Visit, path: string, query: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams(query);
  if (visit.languageChosen) parameters.set('lang', visit.spoken);
  if (visit.theme !== 'system') parameters.set('theme', visit.theme);
  const [page = path, anchor] = path.split('#', 2);
  const asked = parameters.size === 0 ? '' : `?${parameters}`;
  return `${page}${asked}${anchor === undefined ? '' : `#${anchor}`}`;
}
