import { type CitizenLanguage, directionOf, langTag } from '../../../protocol/language.ts';
import { textAt } from '../i18n/static.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Theme } from '../wire/schemas.ts';
import { read } from '../wire/shape.ts';
import { theme } from '../wire/shapes/service.ts';

/** Puts the document, static parts included, into a language. The static parts are never rebuilt, only reworded. */
export function speak(language: CitizenLanguage, texts: Texts): void {
  const root = document.documentElement;
  root.lang = langTag(language);
  root.dir = directionOf(language);
  for (const element of document.querySelectorAll<HTMLElement>('[data-text], [data-label]')) {
    const text = textAt(texts, element.dataset['text'] ?? '');
    const label = textAt(texts, element.dataset['label'] ?? '');
    if (text !== undefined) element.textContent = text;
    if (label !== undefined) element.setAttribute('aria-label', label);
  }
}

/** The icon of the tab: an ordinary one in silent mode. */
export function iconFor(silent: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link !== null) link.href = silent ? './calm.svg' : './icon.svg';
}

/** The theme the document came with. */
export function worn(): Theme {
  return read(theme, document.documentElement.dataset['theme']) ?? 'system';
}

export function wear(chosen: Theme): void {
  document.documentElement.dataset['theme'] = chosen === 'system' ? '' : chosen;
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
