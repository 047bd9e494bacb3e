import { type Browser, test as base, chromium } from '@playwright/test';
import { sandboxArguments } from '../scripts/desk.ts';
import { browserPath, firefoxPath } from '../scripts/setup-tests.ts';
import { TestMailServer } from '../server/mail/mail-server.testkit.ts';
import { CitizenPage } from './support/citizen.ts';
import { newWorkstation, removeWorkstation, type Workstation } from './support/desk.ts';
import { Firefox, type FirefoxPage } from './support/firefox.ts';
import { OfficerDesk } from './support/officer.ts';
import { Relay } from './support/relay.ts';

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

type Fixtures = {
  /** PERMANENCE_… variables of this test's relay: `test.use({ settings: … })`. */
  readonly settings: Readonly<Record<string, string>>;
  /** A mail server on the loopback; a relay uses it where `settings` are its settings. */
  readonly mail: TestMailServer;
  /** A relay process of this test's own. */
  readonly relay: Relay;
  /** A new citizen: a browser profile of their own, on a telephone unless told otherwise. */
  readonly citizen: (options?: ContextOptions) => Promise<CitizenPage>;
  /** A new tab of Debian's Firefox, which prefers French. */
  readonly firefoxTab: FirefoxPage;
  readonly workstation: (keychain?: boolean) => Workstation;
  /** A desk in real Electron, at a workstation of its own or at the one given. */
  readonly desk: (workstation?: Workstation) => Promise<OfficerDesk>;
};

type Shared = { readonly chromium: Browser; readonly firefox: Firefox };

const TELEPHONE: ContextOptions = { viewport: { width: 390, height: 844 }, locale: 'fr-FR', hasTouch: true };

/** Every process and folder that a test makes ends with it, whether it passes or not. */
export const test = base.extend<Fixtures, Shared>({
  chromium: [
    async ({}, use) => {
      const executablePath = browserPath();
      const browser = await chromium.launch({
        ...(executablePath === null ? {} : { executablePath }),
        args: [...sandboxArguments(), '--disable-gpu', '--disable-quic', '--no-first-run'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  firefox: [
    async ({}, use) => {
      const firefox = await Firefox.launch(firefoxPath(), 'fr-FR,fr');
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],

  firefoxTab: async ({ firefox }, use) => use(await firefox.page()),

  settings: [{}, { option: true }],

  mail: async ({}, use) => {
    const server = await TestMailServer.start();
    await use(server);
    await server.close();
  },

  relay: async ({ settings }, use) => {
    const relay = await Relay.create(settings);
    try {
      await use(relay);
    } finally {
      await relay.remove();
    }
  },

  citizen: async ({ chromium: browser }, use) => {
    const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...TELEPHONE, ...options });
      contexts.push(context);
      return new CitizenPage(await context.newPage());
    });
    for (const context of contexts) await context.close();
  },

  workstation: async ({}, use) => {
    const made: Workstation[] = [];
    await use((keychain) => {
      const workstation = newWorkstation(keychain);
      made.push(workstation);
      return workstation;
    });
    for (const each of made) removeWorkstation(each);
  },

  desk: async ({ relay, workstation }, use, testInfo) => {
    const desks: OfficerDesk[] = [];
    await use(async (where = workstation()) => {
      const desk = await OfficerDesk.open(where, relay.url);
      desks.push(desk);
      return desk;
    });
    for (const [index, desk] of desks.entries()) {
      if (testInfo.status !== testInfo.expectedStatus) await desk.leaveTraces(testInfo, index + 1);
      await desk.kill();
    }
  },
});

export { expect } from '@playwright/test';
