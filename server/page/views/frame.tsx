import type { ComponentChildren, JSX } from 'preact';
import { usePage } from './context.ts';
import { LanguageButton, ThemeChoice } from './display-settings.tsx';

/** Header, content and footer of every screen but the conversation, which has its own. */
export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { texts } = usePage();
  return (
    <div class="column">
      <header class="site-header">
        <p class="brand">{texts.site.brand}</p>
        <LanguageButton />
      </header>
      <main id="content" class="screen" tabIndex={-1}>
        {children}
      </main>
      <footer class="site-footer">
        <ThemeChoice />
      </footer>
    </div>
  );
}

/** A screen's title; takes the focus when the screen appears. */
export function Title({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <h1 tabIndex={-1}>{children}</h1>;
}
