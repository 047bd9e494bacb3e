import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { defaultPreferences, Preferences, settingsOf, visiblePlace, withSettings } from './preferences.ts';
import { readStored, writeStored } from './stored-json.ts';

describe('the preferences file', () => {
  let folder: string;
  let file: string;
  const otherwise = defaultPreferences('fr-FR');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'permanence-preferences-'));
    file = join(folder, 'sub/preferences.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what it was given', () => {
    const kept = { ...otherwise, settings: { ...otherwise.settings, theme: 'dark' as const, volume: 0 } };
    expect(writeStored(file, kept)).toBe(true);
    expect(readStored(file, Preferences, otherwise)).toEqual(kept);
  });

  it.each([
    '',
    '{',
    'null',
    '{"settings":{"theme":"pink"}}',
    JSON.stringify({ ...otherwise, more: 1 }),
    JSON.stringify({ ...otherwise, settings: { ...otherwise.settings, volume: 7 } }),
  ])('is the default when it is damaged: %s', (text) => {
    writeStored(file, otherwise);
    writeFileSync(file, text);
    expect(readStored(file, Preferences, defaultPreferences('en-GB')).settings.language).toBe('en');
  });

  it('says when it cannot be written, and leaves the old one', () => {
    writeStored(file, otherwise);
    expect(writeStored(join(file, 'below.json'), otherwise)).toBe(false);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(otherwise);
  });
});

describe('the window’s place', () => {
  const screen = { x: 0, y: 0, width: 1366, height: 768 };
  const place = { x: 100, y: 50, width: 1000, height: 600, maximized: false };

  it('is kept while it is on a screen', () => {
    expect(visiblePlace(place, [screen])).toEqual(place);
  });

  it('is forgotten, not its size, when its screen was taken away', () => {
    const away = { ...place, x: 2_000 };
    expect(visiblePlace(away, [screen])).toEqual({ ...place, x: null, y: null });
    expect(visiblePlace(away, [screen, { ...screen, x: 1366 }])).toEqual(away);
    expect(visiblePlace({ ...place, y: -40 }, [screen])).toMatchObject({ x: null });
  });
});

it('each officer finds their own volume again, and a new one what was there', () => {
  const [first, second] = [newId(), newId()];
  const start = defaultPreferences('fr');
  const quiet = { ...start.settings, volume: 0.2, quiet: true };
  const kept = Preferences.parse(withSettings(start, first, quiet));
  const loud = { ...start.settings, volume: 1 };
  const both = withSettings(kept, second, loud);
  expect(settingsOf(both, first)).toEqual(quiet);
  expect(settingsOf(both, second)).toEqual(loud);
  expect(settingsOf(both, newId())).toBeNull();
  expect(both.settings).toEqual(loud);
  let many = both;
  for (let count = 0; count < 80; count += 1) many = withSettings(many, newId(), loud);
  expect(Object.keys(many.officers ?? {}).length).toBe(50);
});
