import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { writtenFor } from '../../../protocol/language.ts';
import { worn } from '../app/document.ts';
import { loadHelp, type HelpSearch as Search } from '../app/help.ts';
import { usePage } from './context.ts';
import { useSiteAddress } from './site-address.ts';

/**
 * The help centre from the home screen: the three best articles while one types, or the centre's own answer at
 * Enter. It loads when it is first used, so that the way to an officer never waits for it.
 */
export function HelpSearch(): JSX.Element {
  const { display, language, texts } = usePage();
  const site = useSiteAddress();
  const written = writtenFor(language);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(false);
  const [search, setSearch] = useState<Search | null>(null);
  const id = useId();

  useEffect(() => {
    if (!wanted) return;
    let current = true;
    setSearch(null);
    loadHelp(written, (input, init) => fetch(input, init)).then(
      (loaded) => current && setSearch(() => loaded),
      // The form still works: it asks the relay.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [wanted, written]);

  const found = search === null ? [] : search(query);
  const theme = display.saved().theme ?? worn();
  return (
    <search>
      <form class="search" action="/aide" method="get">
        <label for={id}>{texts.help.label}</label>
        <p class="quiet-text" id={`${id}-hint`}>
          {texts.help.hint}
        </p>
        <div class="search-line">
          <input
            id={id}
            name="q"
            type="search"
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            aria-describedby={`${id}-hint`}
            onFocus={() => setWanted(true)}
            onInput={(event) => {
              setWanted(true);
              setQuery(event.currentTarget.value);
            }}
          />
          <button class="quiet" type="submit">
            {texts.help.submit}
          </button>
        </div>
        <input type="hidden" name="lang" value={language} />
        {theme !== 'system' && <input type="hidden" name="theme" value={theme} />}
      </form>
      <p role="status" class="visually-hidden">
        {found.length > 0 && texts.help.found(found.length)}
      </p>
      {found.length > 0 && (
        <ul class="found">
          {found.map(({ slug, title }) => (
            <li key={slug}>
              <a href={site(`/aide/${slug}`)} lang={written} dir="auto">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="help-links">
        <a href={site('/aide')}>{texts.help.centre}</a>
        <a href={site('/plateformes')}>{texts.help.platforms}</a>
      </p>
    </search>
  );
}
