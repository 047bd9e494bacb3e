import type { Page } from '@playwright/test';
import { test } from '../fixtures.ts';
import { withAgedCatalogue, withDatedTexts } from './aged-catalogue.ts';
import type { OfficerDesk } from './officer.ts';
import { DOOR } from './returns.ts';
import { walkTheDesk } from './tour.ts';
import { walkTheNight } from './tour-night.ts';
import type { Stop } from './tour-stops.ts';

/** Called at each screen of a walk, when all of it is there. */
type Look = (screen: string, desk: OfficerDesk) => Promise<void>;

/** Goes from screen to screen and looks at each. */
type Walking = { readonly walk: (look: Look) => Promise<void> };

function stopAt(desks: readonly OfficerDesk[], look: Look): Stop {
  return async (screen: string, window: Page) => {
    const shown = desks.find((desk) => desk.window === window);
    if (shown === undefined) throw new Error(`no desk shows ${screen}`);
    await look(screen, shown);
  };
}

/** Every screen of a shift. There is a mail server, so that the answers owed by e-mail are a screen too. */
const shift = test.extend<Walking>({
  settings: async ({ mail }, use) => withDatedTexts((texts) => use({ ...mail.settings, ...texts })),
  walk: async ({ relay, desk }, use) =>
    use(async (look) => {
      const [camille, alix] = [await desk(), await desk()];
      await walkTheDesk({ relay, camille, alix, stop: stopAt([camille, alix], look) });
    }),
});

/** Every screen of a night on which things go wrong. */
const night = test.extend<Walking>({
  settings: async ({ mail }, use) =>
    withAgedCatalogue((catalogue) => use({ ...mail.settings, ...DOOR, ...catalogue })),
  walk: async ({ relay, mail, desk, workstation }, use) =>
    use(async (look) => {
      await relay.stop();
      const [camille, sacha] = [await desk(), await desk(workstation(false))];
      await walkTheNight({ relay, mail, camille, sacha, stop: stopAt([camille, sacha], look) });
    }),
});

/** The walks through all screens of the desk, for a test of each: they are walked at the same time. */
export const WALKS = [
  ['a shift', shift],
  ['a bad night', night],
] as const;
