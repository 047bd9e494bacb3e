import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { CITIZEN_LANGUAGES, type CitizenLanguage, langTag, OWN_NAMES } from '../../../protocol/language.ts';
import { wear, worn } from '../app/document.ts';
import { read } from '../wire/shape.ts';
import * as shapes from '../wire/shapes/service.ts';
import { usePage } from './context.ts';
import { Icon } from './icons.tsx';

/** Every language by its own name. The page says so where one cannot be had. */
export function LanguageList({ onChosen }: { readonly onChosen?: () => void }): JSX.Element {
  const { app, display, language, texts } = usePage();
  const [failed, setFailed] = useState(false);
  const choose = async (chosen: CitizenLanguage) => {
    const spoken = await app.setLanguage(chosen);
    setFailed(!spoken);
    if (!spoken) return;
    display.keep({ language: chosen });
    onChosen?.();
  };
  return (
    <div class="language-list">
      <ul aria-label={texts.display.language}>
        {CITIZEN_LANGUAGES.map((each) => (
          <li key={each}>
            <button
              type="button"
              lang={langTag(each)}
              aria-current={each === language}
              onClick={() => void choose(each)}
            >
              {OWN_NAMES[each]}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{failed && texts.problems.language}</p>
    </div>
  );
}

/** The language in the header of every screen but the conversation's; the same stands there without a script. */
export function LanguageMenu(): JSX.Element {
  const { language, texts } = usePage();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current === null) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  return (
    <details
      class="languages"
      ref={menu}
      onKeyDown={(event) => event.key === 'Escape' && menu.current?.open && close()}
    >
      <summary class="button quiet">
        <Icon name="languages" />
        <span class="visually-hidden">
          {texts.display.language}
          {texts.punctuation.colon}
        </span>
        <span lang={langTag(language)}>{OWN_NAMES[language].replace(/ \(.*/, '')}</span>
      </summary>
      <LanguageList onChosen={close} />
    </details>
  );
}

export function ThemeChoice(): JSX.Element {
  const { display, texts } = usePage();
  const id = useId();
  const [theme, setTheme] = useState(() => display.saved().theme ?? worn());
  return (
    <p class="theme-choice">
      <label for={id}>{texts.display.theme}</label>
      <select
        id={id}
        value={theme}
        onChange={(event) => {
          const chosen = read(shapes.theme, event.currentTarget.value);
          if (chosen === null) return;
          setTheme(chosen);
          display.keep({ theme: chosen });
          wear(chosen);
        }}
      >
        <option value="system">{texts.display.system}</option>
        <option value="light">{texts.display.light}</option>
        <option value="dark">{texts.display.dark}</option>
      </select>
    </p>
  );
}
