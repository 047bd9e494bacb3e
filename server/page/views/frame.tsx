import type { ComponentChildren, JSX } from 'preact';
import { usePage } from './context.ts';
import { LanguageMenu, ThemeChoice } from './display-settings.tsx';
import { useSiteAddress } from './site-address.ts';

/** Header, content and footer of every screen but the conversation, which has its own. */
export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { texts } = usePage();
  return (
    <div class="column">
      <header class="site-header">
        <p class="brand">{texts.site.brand}</p>
        <LanguageMenu />
      </header>
      <main id="content" class="screen" tabIndex={-1}>
        {children}
      </main>
      <footer class="site-footer">
        <LegalLinks />
        <ThemeChoice />
      </footer>
    </div>
  );
}

const LEGAL = [
  'mentions-legales',
  'conditions',
  'confidentialite',
  'droits',
  'cookies',
  'accessibilite',
] as const;

/** The pages that the law asks for, which the relay sends whole; before the chat they may take its place. */
function LegalLinks(): JSX.Element {
  const { texts } = usePage();
  const site = useSiteAddress();
  return (
    <nav aria-label={texts.legal.label}>
      <p class="help-links">
        {LEGAL.map((name) => (
          <a key={name} href={site(`/${name}`)}>
            {texts.legal[name]}
          </a>
        ))}
        <a href={site('/signaler')}>{texts.service.report}</a>
      </p>
    </nav>
  );
}

/** A screen's title; takes the focus when the screen appears. */
export function Title({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <h1 tabIndex={-1}>{children}</h1>;
}
