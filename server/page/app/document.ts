import type { Language } from '../../../protocol/language.ts';
import { type Texts, textsFor } from '../i18n/texts.ts';
import { Theme } from './display.ts';

/** Words of the static HTML, by the name its `data-text` and `data-label` attributes give them. */
function staticTexts(texts: Texts): Record<string, string> {
  const { emergency, exit, site } = texts;
  return {
    'site.skip': site.skip,
    'emergency.region': emergency.region,
    'emergency.ask': emergency.ask,
    'emergency.call17': `17${texts.punctuation.colon}${emergency.call17}`,
    'emergency.call112': `112${texts.punctuation.colon}${emergency.call112}`,
    'emergency.text114': `${emergency.short114}${texts.punctuation.colon}${emergency.text114}`,
    'emergency.short114': emergency.short114,
    'emergency.who114': emergency.who114,
    'exit.button': exit.button,
    'exit.hint': exit.hint,
    'exit.region': exit.region,
    'exit.where': exit.where,
  };
}

/** Puts the document, static parts included, into a language. The static parts are never rebuilt, only reworded. */
export function speak(language: Language): void {
  const root = document.documentElement;
  root.lang = language;
  const words = staticTexts(textsFor(language));
  for (const element of document.querySelectorAll<HTMLElement>('[data-text], [data-label]')) {
    const text = words[element.dataset['text'] ?? ''];
    const label = words[element.dataset['label'] ?? ''];
    if (text !== undefined) element.textContent = text;
    if (label !== undefined) element.setAttribute('aria-label', label);
  }
  for (const element of document.querySelectorAll<HTMLElement>('body > [lang]')) element.lang = language;
}

/** The icon of the tab: an ordinary one in silent mode. */
export function iconFor(silent: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link !== null) link.href = silent ? './calm.svg' : './icon.svg';
}

/** The theme the document came with. */
export function worn(): Theme {
  const parsed = Theme.safeParse(document.documentElement.dataset['theme']);
  return parsed.success ? parsed.data : 'system';
}

export function wear(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme === 'system' ? '' : theme;
}

/**
 * Tells the style sheet how much height the on-screen keyboard leaves, where the browser does not do it by
 * itself: the composer must not go under it.
 */
export function followKeyboard(): void {
  const viewport = window.visualViewport;
  if (viewport === null || viewport === undefined) return;
  const apply = () => {
    // Zoomed in with two fingers, the visible part is small by choice: the layout stays.
    if (viewport.scale > 1.01) return;
    document.documentElement.style.setProperty('--visible-height', `${Math.round(viewport.height)}px`);
  };
  viewport.addEventListener('resize', apply);
  apply();
}
