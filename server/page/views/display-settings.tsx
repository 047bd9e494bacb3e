import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Theme } from '../app/display.ts';
import { wear, worn } from '../app/document.ts';
import { usePage } from './context.ts';

export function LanguageButton(): JSX.Element {
  const { app, display, language, texts } = usePage();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <button
      type="button"
      class="quiet"
      lang={other}
      aria-label={texts.display.otherLabel}
      onClick={() => {
        display.keep({ language: other });
        app.setLanguage(other);
      }}
    >
      {texts.display.other}
    </button>
  );
}

export function ThemeChoice(): JSX.Element {
  const { display, texts } = usePage();
  const id = useId();
  const [theme, setTheme] = useState<Theme>(() => display.saved().theme ?? worn());
  return (
    <p class="theme-choice">
      <label for={id}>{texts.display.theme}</label>
      <select
        id={id}
        value={theme}
        onChange={(event) => {
          const chosen = Theme.safeParse(event.currentTarget.value);
          if (!chosen.success) return;
          setTheme(chosen.data);
          display.keep({ theme: chosen.data });
          wear(chosen.data);
        }}
      >
        <option value="system">{texts.display.system}</option>
        <option value="light">{texts.display.light}</option>
        <option value="dark">{texts.display.dark}</option>
      </select>
    </p>
  );
}
