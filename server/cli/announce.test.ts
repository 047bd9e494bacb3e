import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { TestProcess } from '../process.testkit.ts';
import { Administration } from './cli.testkit.ts';

// Each command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const ADMIN = join(import.meta.dirname, 'admin.ts');
const FR = 'Maintenance ce soir de 22 h à 23 h <b>.';
const EN = 'Maintenance tonight from 10 to 11 p.m.';

let admin: Administration;
let relay: TestRelay;
beforeEach(async () => {
  admin = new Administration();
  relay = await TestRelay.start({ directory: admin.directory });
});
afterEach(async () => {
  await relay.close();
  admin.remove();
});

function announce(...args: string[]) {
  return new TestProcess(ADMIN, ['--data', admin.directory, 'announce', ...args], {}).ended;
}

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const text = async (path: string) => (await fetch(relay.url + path)).text();

test('terms.md, article 10: a maintenance is announced on every page without a script, live, and cleared', async () => {
  const { citizen } = await relay.citizen();
  const set = await announce('set', '--fr', FR, '--en', EN, '--until', later(2));
  expect(set).toMatchObject({ code: 0, out: expect.stringContaining('announced from') });
  const { announcement } = await citizen.frame('announcement');
  expect(announcement).toMatchObject({ fr: FR, en: EN });
  for (const path of ['/aide', '/droits', '/signaler', '/conditions']) {
    expect(await text(`${path}?lang=fr`), path).toContain('Maintenance ce soir de 22 h à 23 h &lt;b&gt;.');
    expect(await text(`${path}?lang=en`), path).toContain(EN);
  }
  expect(JSON.parse(await text('/api/service'))).toMatchObject({ announcement: { fr: FR } });
  expect(await announce('clear')).toMatchObject({ code: 0 });
  expect(
    (await citizen.frame('announcement', (frame) => frame.announcement === null)).announcement,
  ).toBeNull();
  expect(await text('/aide')).not.toContain('Maintenance');
  expect(await admin.done('audit')).toMatch(/announcement-cleared[\s\S]*announcement-set/);
});

test.each([
  ['no text', ['--fr', '', '--en', EN, '--until', later(1)]],
  ['two lines', ['--fr', 'a\nb', '--en', EN, '--until', later(1)]],
  ['too long', ['--fr', 'x'.repeat(301), '--en', EN, '--until', later(1)]],
  ['an end that is past', ['--fr', FR, '--en', EN, '--until', later(-1)]],
  ['an end before its beginning', ['--fr', FR, '--en', EN, '--from', later(3), '--until', later(2)]],
  ['a time without its offset', ['--fr', FR, '--en', EN, '--until', '2030-01-01T10:00']],
  ['longer than two weeks', ['--fr', FR, '--en', EN, '--until', later(24 * 15)]],
])('refuses %s', async (_, args) => {
  expect((await announce('set', ...args)).code).toBe(2);
  expect(await text('/aide')).not.toContain('class="notice notice-warning announcement"');
});
