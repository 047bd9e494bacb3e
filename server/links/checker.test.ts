import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { examplePlatform } from '../../protocol/arbitrary.testkit.ts';
import { LinkChecker, type LinkRecord } from './checker.ts';
import { RottenSite } from './rot.testkit.ts';
import { CheckedContent } from './source.ts';
import { HostTurns, retryTime } from './turns.ts';

let site: RottenSite;
let kept: readonly LinkRecord[];
let events: string[];
let now: number;
let told: number;

beforeEach(async () => {
  site = await RottenSite.open();
  kept = [];
  events = [];
  now = 1_000_000;
  told = 0;
});

afterEach(() => site.close());

function catalogue(paths: readonly string[], url = (path: string) => site.url(path)): CheckedContent {
  const platforms = paths.map((path) => ({ ...examplePlatform, id: path.slice(1), url: url(path) }));
  return new CheckedContent({ version: 'v1', platforms, responses: [], tags: [] });
}

function checkerOf(content: CheckedContent, every = 3_600_000): LinkChecker {
  return new LinkChecker({
    content,
    records: {
      all: async () => kept,
      replace: async (records) => {
        kept = records;
      },
    },
    clock: () => now,
    every,
    asking: { timeout: 10_000, privateAddresses: true, authorities: [site.certificate] },
    breath: 0,
    changed: () => {
      told += 1;
    },
    log: (_, event) => void events.push(event),
  });
}

const states = (content: CheckedContent) =>
  Object.fromEntries((content.current().health ?? []).map(({ platform, state }) => [platform, state]));

describe('a round', () => {
  test('asks every link, and puts what it found into a new version of the content', async () => {
    const content = catalogue(['/ok', '/gone', '/elsewhere', '/wall']);
    await checkerOf(content).round();
    expect(states(content)).toEqual({ ok: 'ok', gone: 'dead', elsewhere: 'altered', wall: 'uncertain' });
    expect(content.current().version).not.toBe('v1');
    expect(content.current().health?.[0]?.checkedAt).toBe(now);
    expect([told, kept.length]).toEqual([1, 4]);
  });

  test('never has two requests open at one host', async () => {
    await checkerOf(
      catalogue(['/ok', '/moved', '/get-only', '/gone', '/broken', '/cookie', '/wall']),
    ).round();
    expect(site.asked.length).toBeGreaterThan(7);
    expect(site.crowd).toBe(1);
  });

  test('a server error is uncertain twice, dead the third time in a row, and well again at once', async () => {
    const content = catalogue(['/ok', '/changing']);
    const checker = checkerOf(content);
    site.changing = 500;
    for (const state of ['uncertain', 'uncertain', 'dead', 'dead']) {
      await checker.round();
      expect(states(content)['changing']).toBe(state);
    }
    site.changing = 200;
    await checker.round();
    expect(states(content)['changing']).toBe('ok');
    site.changing = 500;
    await checker.round();
    expect(states(content)['changing']).toBe('uncertain');
  });

  test('a wall against robots stays uncertain, however often', async () => {
    const content = catalogue(['/ok', '/wall']);
    const checker = checkerOf(content);
    for (let round = 0; round < 4; round += 1) await checker.round();
    expect(states(content)['wall']).toBe('uncertain');
  });

  test('Retry-After is obeyed: the host is left alone until then', async () => {
    const content = catalogue(['/busy']);
    const checker = checkerOf(content);
    await checker.round();
    expect(site.asked).toHaveLength(1);
    now += 119_000;
    await checker.round();
    expect(site.asked).toHaveLength(1);
    expect(states(content)).toEqual({ busy: 'uncertain' });
    now += 2_000;
    await checker.round();
    expect(site.asked).toHaveLength(2);
  });

  test('in which nothing at all is right says nothing: the fault is here', async () => {
    const paths = ['/ok', '/moved', '/get-only', '/cookie', '/changing'];
    const content = catalogue(paths);
    const checker = checkerOf(content);
    await checker.round();
    const before = content.current();
    await site.close();
    await checker.round();
    expect(content.current()).toBe(before);
    expect(events).toEqual(['link-round', 'link-round-void']);
    site = await RottenSite.open();
  });

  test('that says nothing is done again after an hour, not at the next day’s', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const paths = ['/gone', '/wall', '/broken', '/elsewhere', '/loop'];
      const checker = checkerOf(catalogue(paths), 24 * 3_600_000);
      await checker.start();
      await vi.advanceTimersByTimeAsync(0);
      const rounds = () => events.filter((event) => event === 'link-round-void').length;
      await vi.waitFor(() => expect(rounds()).toBe(1));
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      await vi.advanceTimersByTimeAsync(3_600_000);
      await vi.waitFor(() => expect(rounds()).toBe(2));
      await checker.stop();
    } finally {
      vi.useRealTimers();
    }
  });

  test('is a whole one too when it falls due while an edit is being looked at', async () => {
    const content = catalogue(['/ok', '/gone']);
    const checker = checkerOf(content);
    await checker.round();
    content.replace(catalogue(['/ok', '/gone', '/wall']).base);
    site.asked.splice(0);
    checker.edited();
    checker.edited();
    await checker.round();
    const asked = site.asked.map(({ path }) => path);
    expect(asked.filter((path) => path === '/ok')).toHaveLength(1);
    expect(states(content)).toEqual({ ok: 'ok', gone: 'dead', wall: 'uncertain' });
    expect(site.crowd).toBe(1);
    await checker.stop();
  });

  test('a stop ends it at once, and keeps nothing of it', async () => {
    const content = catalogue(['/ok', '/slow']);
    const checker = checkerOf(content);
    const round = checker.round();
    await expect.poll(() => site.asked.some(({ path }) => path === '/slow')).toBe(true);
    const before = performance.now();
    await checker.stop();
    await round;
    expect(performance.now() - before).toBeLessThan(5_000);
    expect([content.current().version, kept.length]).toEqual(['v1', 0]);
  });
});

describe('a start', () => {
  test('takes up what was kept and asks nobody before the time; another address is asked anew', async () => {
    const first = catalogue(['/ok', '/gone']);
    await checkerOf(first).round();
    const asked = site.asked.length;

    const again = catalogue(['/ok', '/gone']);
    const checker = checkerOf(again);
    await checker.start();
    expect(states(again)).toEqual({ ok: 'ok', gone: 'dead' });
    await checker.stop();
    expect(site.asked).toHaveLength(asked);

    const corrected = catalogue(['/ok', '/gone'], (path) => site.url(path === '/gone' ? '/ok' : path));
    const fresh = checkerOf(corrected);
    await fresh.start();
    expect(states(corrected)).toEqual({ ok: 'ok' });
    await expect.poll(() => states(corrected)['gone']).toBe('ok');
    await fresh.stop();
  });
});

test('Retry-After in seconds, as a date, and as nonsense', () => {
  expect(retryTime('120', 1_000)).toBe(121_000);
  expect(retryTime('Thu, 01 Jan 1970 00:02:00 GMT', 1_000)).toBe(120_000);
  expect(retryTime('soon', 1_000)).toBeNull();
  expect(retryTime('999999999', 0)).toBe(7 * 24 * 3_600_000);
});

test('a turn that fails does not hold up the next one', async () => {
  const turns = new HostTurns(0);
  const failing = turns.run('a', () => Promise.reject(new Error('no')));
  const next = turns.run('a', async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
