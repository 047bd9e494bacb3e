/** `npm run demo`: the whole service with scripted citizens. `--headless` plays it without a screen. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDesk, buildPage } from './build.ts';
import { CAST } from './demo/cast.ts';
import { play } from './demo/play.ts';
import { hasDisplay, howToOpenDesk, openDesk } from './desk.ts';
import { electronRuntime } from './electron-runtime.ts';
import { ROOT } from './paths.ts';
import { stopAll, stopOnSignals } from './processes.ts';
import { type Ready, relayAnnounced, startRelay } from './relay.ts';
import { freshHome, startScreen } from './session.ts';
import { setUpSystem } from './setup-tests.ts';

/** What is left to remove when the demonstration ends, by itself or by Ctrl-C. */
const cleanUps: (() => void)[] = [];

function cleanUp(): void {
  for (const each of cleanUps.splice(0)) each();
}

/** A relay on data of its own, made anew each time and removed at the end: a demonstration keeps nothing. */
async function demonstrationRelay(port: string): Promise<Ready> {
  const data = mkdtempSync(join(tmpdir(), 'permanence-demo-'));
  const relay = startRelay({
    args: ['--json'],
    settings: {
      PERMANENCE_PORT: port,
      PERMANENCE_DATA_DIRECTORY: data,
      PERMANENCE_LOG_LEVEL: 'warn',
    },
  });
  cleanUps.push(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));
  return relayAnnounced(relay);
}

/** The scene without a screen; answers the folder with its pictures and transcript. */
export async function headlessDemo(folder: string): Promise<void> {
  setUpSystem();
  const runtime = await electronRuntime(console.log);
  await buildPage();
  await buildDesk();
  const screen = process.platform === 'linux' ? await startScreen() : null;
  const home = freshHome();
  cleanUps.push(home.remove);
  try {
    Object.assign(process.env, home.environment, { PERMANENCE_TEST_ELECTRON: JSON.stringify(runtime) });
    if (screen !== null) process.env['DISPLAY'] = screen.display;
    const service = await demonstrationRelay('0');
    // Only now: what plays the scene loads Playwright, which a demonstration on a screen does not need.
    const { playScene } = await import('./demo/scene.ts');
    await playScene(service, folder);
  } finally {
    await stopAll();
    await screen?.stop();
    cleanUp();
  }
}

async function demo(): Promise<void> {
  await buildPage();
  const service = await demonstrationRelay(process.env['PERMANENCE_PORT'] ?? '8443');
  try {
    console.log(`The citizen’s page:  ${service.url}`);
    for (const { role, login, password } of service.accounts) {
      console.log(`  ${role.padEnd(10)} ${login.padEnd(10)} ${password}`);
    }
    console.log('Sign in at the desk and take the next one. Ctrl-C ends everything.\n');
    if (hasDisplay()) {
      const runtime = await electronRuntime(console.log);
      await buildDesk();
      openDesk({ runtime, relay: service.url });
    } else {
      console.log(howToOpenDesk(service.url));
    }
    const signal = new AbortController().signal;
    // A night has no end: the cast comes back as other people.
    for (;;) {
      await play(CAST, {
        relay: service.url,
        pace: 1,
        signal,
        happened: (reference, what) => console.log(`${reference} ${what}`),
      });
    }
  } finally {
    await stopAll();
    cleanUp();
  }
}

if (process.argv[1] === import.meta.filename) {
  stopOnSignals(cleanUp);
  const { values } = parseArgs({
    options: { headless: { type: 'boolean' }, folder: { type: 'string' } },
  });
  if (values.headless === true) {
    const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-');
    const folder = values.folder ?? join(ROOT, 'demo-results', stamp);
    await headlessDemo(folder);
    console.log(`\nPictures and transcript: ${relative(process.cwd(), folder)}`);
  } else {
    await demo();
  }
}
