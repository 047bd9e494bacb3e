import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { buildPage } from '../../scripts/build.ts';
import { emergencyWeights, type PageWeight, pageWeight } from '../../scripts/page-weight.ts';
import { browserPath } from '../../scripts/setup-tests.ts';
import { median } from '../report/statistics.ts';
import type { Context, Section } from '../section.ts';
import { startRelayProcess } from '../servers/relay-process.ts';
import { setUpBench } from '../set-up.ts';

const PAGE = join(import.meta.dirname, '../../out/page');

/** DESIGN.md, "Budgets": script below 50 KB compressed, usable in less than 2 s on slow 3G. */
const SCRIPT_BUDGET = 50;
const USABLE_BUDGET = 2_000;

type Network = {
  readonly name: string;
  readonly latency: number;
  readonly bytesPerSecond: number;
  readonly budget: boolean;
};

const NETWORKS: readonly Network[] = [
  // WebPageTest's "3G - Slow": 400 kbit/s, 400 ms of round trip.
  {
    name: 'slow 3G (400 kbit/s, 400 ms)',
    latency: 400,
    bytesPerSecond: 400_000 / 8,
    budget: true,
  },
  // Chrome DevTools' preset of that name holds every request back 2 s: three in a row cannot be usable in 2 s.
  {
    name: 'DevTools’ preset (400 kbit/s, 2,000 ms a request)',
    latency: 2_000,
    bytesPerSecond: 50_000,
    budget: false,
  },
];

function sizes({ add, note }: Context): void {
  const scripts = globSync('**/*.js', { cwd: PAGE }).map((file) => readFileSync(join(PAGE, file)));
  const styles = globSync('**/*.css', { cwd: PAGE }).map((file) => readFileSync(join(PAGE, file)));
  const total = (files: readonly Buffer[], pack: (file: Buffer) => Buffer) =>
    files.reduce((sum, file) => sum + pack(file).length, 0) / 1000;
  const best = (file: Buffer) => gzipSync(file, { level: 9 });
  const { first, chat, waiting } = pageWeight(PAGE);
  const compressed = ({ scripts }: PageWeight) => ({
    unit: 'KB',
    samples: scripts.length,
    budget: { sense: 'below', limit: SCRIPT_BUDGET } as const,
  });
  // A language's words are a file of its own, of which a visit loads one; forms that few people open are not in it.
  add({ what: 'script of a visit with a chat, in French, gzip', value: chat.gzip, ...compressed(chat) });
  add({ what: 'the same, brotli, as the relay sends it', value: chat.brotli, ...compressed(chat) });
  // Only whoever writes while waiting loads the articles that are suggested then.
  add({
    what: 'with articles suggested while waiting, gzip',
    value: waiting.gzip,
    ...compressed(waiting),
  });
  add({ what: 'the same, brotli', value: waiting.brotli, ...compressed(waiting) });
  const data = emergencyWeights(PAGE);
  add({ what: 'data of emergency detection, which nothing waits for, gzip', value: data.gzip, unit: 'KB' });
  add({ what: 'the same, brotli', value: data.brotli, unit: 'KB' });
  add({
    what: 'all script, ten languages, gzip',
    value: total(scripts, best),
    unit: 'KB',
    samples: scripts.length,
  });
  add({
    what: 'script that the HTML asks for, gzip',
    value: first.gzip,
    unit: 'KB',
    samples: first.scripts.length,
  });
  add({ what: 'style, gzip', value: total(styles, best), unit: 'KB' });
  const plain = (file: Buffer) => file;
  note(`uncompressed: script ${total(scripts, plain)} KB, style ${total(styles, plain)} KB`);
}

/** Milliseconds from the navigation's start to the frame in which the start button is there and enabled. */
async function usable(browser: Browser, address: string, network: Network): Promise<number> {
  const browsing = await browser.newContext();
  try {
    const page = await browsing.newPage();
    const session = await browsing.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: network.bytesPerSecond,
      uploadThroughput: network.bytesPerSecond,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(address, { waitUntil: 'commit', timeout: 30_000 });
    const ready = await page.waitForFunction(
      () => {
        const button = document.querySelector('#page button.primary');
        if (!(button instanceof HTMLButtonElement) || button.disabled) return null;
        return button.getAttribute('aria-disabled') === 'true' ? null : performance.now();
      },
      null,
      { polling: 'raf', timeout: 30_000 },
    );
    const milliseconds = Number(await ready.jsonValue());
    // It must not only look ready: a click has to lead on.
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    const before = await page.locator('h1').first().textContent();
    await page.locator('#page button.primary').first().click();
    await page.waitForFunction((title) => document.querySelector('h1')?.textContent !== title, before, {
      timeout: 10_000,
    });
    return milliseconds;
  } finally {
    await browsing.close();
  }
}

/** What a telephone on a bad line waits for. */
export const page: Section = {
  name: 'page',
  seconds: { quick: 12, usual: 120 },
  run: async (context) => {
    const { quick, scope, add, note, say } = context;
    await buildPage();
    sizes(context);
    setUpBench(quick, say);
    const executablePath = browserPath();
    if (executablePath === null) throw new Error('no browser: the time to usable was not measured');
    const relay = await startRelayProcess(scope, { officers: 0, supervisors: 0 });
    const browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
    });
    scope.defer(() => browser.close());
    const address = `http://127.0.0.1:${relay.port}/`;
    for (const network of quick ? NETWORKS.slice(0, 1) : NETWORKS) {
      const times: number[] = [];
      for (let run = 0; run < (quick ? 1 : 7); run += 1) times.push(await usable(browser, address, network));
      const figure = {
        what: `usable on ${network.name}`,
        value: median(times),
        unit: 'ms',
        samples: times.length,
      };
      const budget = { sense: 'below', limit: USABLE_BUDGET } as const;
      add(network.budget ? { ...figure, budget } : figure);
    }
    note(
      'median of first visits with nothing cached; Chromium, processor slowed 4 times; the button was clicked',
    );
    note('the browser’s emulation delays requests, not packets: no TCP or TLS handshakes are in it');
  },
};
