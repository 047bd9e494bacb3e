import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';
import type { OfficerDesk } from './support/officer.ts';

/** Another site: a page, and a redirection to it from a path. Counts who came. */
async function elsewhere(): Promise<{ server: Server; url: string; visits: () => number }> {
  let visits = 0;
  const server = createServer((request, response) => {
    visits += 1;
    if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>elsewhere</h1>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}`, visits: () => visits };
}

/**
 * Clicks, with the mouse, a link that the page did not have, as injected content would. Without Playwright's
 * locators: they wait for the navigation that must not come.
 */
async function clickLink(desk: OfficerDesk, href: string, target?: string): Promise<void> {
  const place = await desk.window.evaluate(
    ([address, where]) => {
      document.getElementById('injected')?.remove();
      const link = document.createElement('a');
      link.href = address ?? '';
      if (where !== undefined) link.target = where;
      link.textContent = 'lien';
      link.id = 'injected';
      link.addEventListener('click', () => document.body.append(new Comment('clicked')));
      link.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9999;padding:20px';
      document.body.append(link);
      const { x, y, width, height } = link.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    [href, target] as const,
  );
  await desk.window.mouse.click(place.x, place.y);
}

async function windows(desk: OfficerDesk): Promise<readonly string[]> {
  return desk.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
}

const LINKS: readonly (readonly [href: string, target?: string])[] = [
  ['ELSEWHERE'],
  ['ELSEWHERE', '_blank'],
  ['ELSEWHERE/moved'],
  ['file:///etc/passwd'],
  ['javascript:document.title="taken"'],
  ['data:text/html,<h1>taken</h1>', '_blank'],
];

test('the window goes nowhere: a link, a new window, a 302, a file, a form', async ({ desk }) => {
  const camille = await desk();
  const { server, url, visits } = await elsewhere();
  try {
    const home = await windows(camille);
    expect(home).toHaveLength(1);
    expect(home[0]).not.toMatch(/^(file|https?|data):/);
    for (const [href, target] of LINKS) await clickLink(camille, href.replace('ELSEWHERE', url), target);
    await camille.window.evaluate((address) => {
      const form = document.createElement('form');
      form.action = address;
      document.body.append(form);
      form.submit();
    }, url);
    const opened = await camille.window.evaluate((address) => window.open(address) === null, url);
    expect(opened).toBe(true);
    // A navigation that was let through would be asked of the other site by now.
    await expect.poll(() => windows(camille)).toEqual(home);
    expect(visits()).toBe(0);
    // Every link was really clicked: a test that missed them would prove nothing.
    const clicks = await camille.window.evaluate(
      () => [...document.body.childNodes].filter((node) => node.nodeType === Node.COMMENT_NODE).length,
    );
    expect(clicks).toBe(LINKS.length);
    expect(await camille.window.title()).not.toBe('taken');
  } finally {
    server.close();
  }
});

test('the window has no Node, no Electron, and one bridge', async ({ desk }) => {
  const camille = await desk();
  const globals = await camille.window.evaluate(() => ({
    found: [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in globalThis),
    bridge: Object.keys(Reflect.get(globalThis, 'permanence') ?? {}).sort(),
  }));
  expect(globals).toEqual({ found: [], bridge: ['onEvent', 'request'] });
  const preferences = await camille.running.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Electron documents no reader of a window's preferences; its own tests use this one.
    const read = window === undefined ? undefined : Reflect.get(window.webContents, 'getLastWebPreferences');
    return typeof read === 'function' ? read.call(window?.webContents) : null;
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});

test('the CSP runs no eval, no inline script, and asks nothing of another site', async ({ desk }) => {
  const camille = await desk();
  const { server, url, visits } = await elsewhere();
  try {
    const outcome = await camille.window.evaluate(async (address) => {
      // Trusted types may refuse an act before the CSP is asked: refused is refused.
      const attempt = (act: () => unknown): void => {
        try {
          act();
        } catch {
          // What counts is that nothing ran.
        }
      };
      const script = document.createElement('script');
      attempt(() => script.append('window.inlineRan = true'));
      attempt(() => document.body.append(script));
      const button = document.createElement('button');
      attempt(() => button.setAttribute('onclick', 'window.handlerRan = true'));
      attempt(() => document.body.append(button));
      button.click();
      const fetched = await fetch(address).then(
        () => true,
        () => false,
      );
      const image = await new Promise<boolean>((done) => {
        const picture = new Image();
        picture.onload = () => done(true);
        picture.onerror = () => done(false);
        picture.src = `${address}/picture.png`;
      });
      // In a task of the page's own: no CSP binds what the debugger runs directly.
      const evaluated = await new Promise<boolean>((done) => {
        setTimeout(() => {
          attempt(() => {
            // biome-ignore lint/security/noGlobalEval: this is the test that it is refused.
            globalThis.eval('window.evalRan = true');
          });
          done('evalRan' in window);
        });
      });
      return { inline: 'inlineRan' in window, handler: 'handlerRan' in window, fetched, image, evaluated };
    }, url);
    expect(outcome).toEqual({
      inline: false,
      handler: false,
      fetched: false,
      image: false,
      evaluated: false,
    });
    expect(visits()).toBe(0);
  } finally {
    server.close();
  }
});

test('permissions are refused, and so is what does not fit the bridge’s schema', async ({ desk }) => {
  const camille = await desk();
  const asked = await camille.window.evaluate(async () => {
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => false,
        () => true,
      );
    return {
      media: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      position: await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done(false),
          () => done(true),
        ),
      ),
      clipboard: await refused(navigator.clipboard.readText()),
    };
  });
  expect(asked).toEqual({ media: true, position: true, clipboard: true });

  const refused = await camille.window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'permanence');
    const attempts: readonly (readonly [unknown, unknown])[] = [
      ['no-such-request', null],
      ['__proto__', null],
      ['constructor', null],
      [42, null],
      ['sign-in', { login: 'a' }],
      ['sign-in', { login: 'a', password: 'b', extra: true }],
      ['command', { kind: 'message', conversation: 'not-an-id', text: 'x' }],
      ['command', { kind: 'message', conversation: '018f0000-0000-7000-8000-000000000000', text: '' }],
      ['open-platform', { platform: 42 }],
      ['settings', { theme: 'purple' }],
      ['draft', 'x'.repeat(100_000)],
    ];
    const outcomes: boolean[] = [];
    for (const [name, input] of attempts) {
      outcomes.push(
        await Promise.resolve()
          .then(() => bridge.request(name, input))
          .then(
            () => false,
            () => true,
          ),
      );
    }
    return outcomes;
  });
  expect(refused).toEqual(refused.map(() => true));
  // Refusing harmed nothing: the next good request is answered.
  const snapshot = await camille.window.evaluate(() =>
    Reflect.get(globalThis, 'permanence').request('snapshot', null),
  );
  expect(snapshot).toMatchObject({ state: { self: null } });
});
