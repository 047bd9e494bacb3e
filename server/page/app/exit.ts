import { createTripleShift } from '../client/triple-shift.ts';
import type { App } from './app.ts';
import type { Display } from './display.ts';

/**
 * Quick exit: one tap or three Shifts. Says so to the relay if it can, empties memory, page and display
 * settings, and replaces this page in the history by the neutral site of the exit link. `stop` takes the views
 * away and lets the page be left without a question.
 */
export function installQuickExit(app: App, display: Display, stop: () => void): void {
  const link = document.querySelector<HTMLAnchorElement>('#exit');
  if (link === null) return;
  const destination = link.href;
  const tripleShift = createTripleShift(Date.now);

  const leave = () => {
    stop();
    app.quickExit();
    display.forget();
    document.body.replaceChildren();
    document.title = '';
    window.location.replace(destination);
  };

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  // Captured: no view may swallow it.
  document.documentElement.dataset['ready'] = '';
  window.addEventListener('keydown', (event) => tripleShift(event) && leave(), { capture: true });
}
