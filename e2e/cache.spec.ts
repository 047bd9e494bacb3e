import { copyFileSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { filesHolding, filesUnder } from './support/files.ts';
import { CAMILLE } from './support/relay.ts';

/** Unlikely enough to be found nowhere by chance. */
const CANARY = 'Canari-7f3e19 zinzolin';

test('the history of a desk is there after a restart, without the relay, and nowhere in plain text', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await expect(camille.window.getByText(french.shell.cache.encrypted).first()).toBeAttached();
  await person.open(relay.url);
  await person.say(`${CANARY} du citoyen`);
  const reference = await camille.takeNext();
  await camille.say(`${CANARY} du policier`);
  await camille.note(`${CANARY} de la note`);
  await camille.composer.fill(`${CANARY} du brouillon`);
  await camille.writes('note');
  await camille.noteField.fill(`${CANARY} de la note commencée`);
  await expect(person.message(`${CANARY} du policier`)).toBeVisible();
  // A draft is kept a moment after the last key: it is main that says when.
  await expect
    .poll(() => camille.keptDrafts())
    .toMatchObject([
      { message: `${CANARY} du brouillon`, note: `${CANARY} de la note commencée`, mode: 'note' },
    ]);

  await test.step('with relay and desk running, no file of either holds a word', () => {
    expect(filesHolding(camille.workstation.folder, CANARY)).toEqual([]);
    expect(filesHolding(relay.dataDirectory, CANARY)).toEqual([]);
    expect(relay.log).not.toContain(CANARY);
    expect(camille.running.output.join('')).not.toContain(CANARY);
  });

  await test.step('a restart without the relay shows it all, draft included', async () => {
    await camille.close();
    await relay.kill();
    await camille.reopen();
    await camille.show(reference);
    await expect(camille.entry(`${CANARY} du citoyen`)).toBeVisible();
    await expect(camille.entry(`${CANARY} du policier`)).toBeVisible();
    await expect(camille.entry(`${CANARY} de la note`)).toBeVisible();
    // As it was left: in the note's field, the message in its own.
    await expect(camille.noteField).toHaveValue(`${CANARY} de la note commencée`);
    await camille.writes('message');
    await expect(camille.composer).toHaveValue(`${CANARY} du brouillon`);
    await expect(camille.offline).toBeVisible();
  });

  await test.step('the closed desk leaves no word behind, and its file refuses a wrong key', async () => {
    await camille.close();
    expect(filesHolding(camille.workstation.folder, CANARY)).toEqual([]);
    const file = filesUnder(camille.workstation.userData).find((path) => /cache.*\.db$/.test(path));
    if (file === undefined) throw new Error('the desk left no cache file');
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(() => readWith(file, null)).toThrow(/not a database/);
    expect(() => readWith(file, '00'.repeat(32))).toThrow(/not a database/);
  });
});

/** Reads a copy of the file as the desk would, with another key. */
function readWith(file: string, key: string | null): unknown {
  const copy = test.info().outputPath(basename(file));
  copyFileSync(file, copy);
  const database = new Database(copy);
  try {
    if (key !== null) {
      database.pragma("cipher='sqlcipher'");
      database.pragma('legacy=4');
      database.pragma(`key="x'${key}'"`);
    }
    return database.prepare('SELECT count(*) FROM sqlite_master').get();
  } finally {
    database.close();
  }
}

test('without a keychain the cache lives in memory, the desk says so, and nothing is written', async ({
  relay,
  citizen,
  desk,
  workstation,
}) => {
  const person = await citizen();
  const camille = await desk(workstation(false));
  await expect(camille.window.getByRole('textbox', { name: french.signIn.login })).toBeVisible();
  await camille.signIn(CAMILLE);
  await expect(camille.window.getByText(french.shell.cache.memory).first()).toBeVisible();
  await person.open(relay.url);
  await person.say(`${CANARY} sans trousseau`);
  await camille.takeNext();
  await expect(camille.entry(`${CANARY} sans trousseau`)).toBeVisible();
  const { folder, userData } = camille.workstation;
  expect(filesUnder(userData).filter((path) => /cache.*\.db/.test(path))).toEqual([]);
  await camille.close();
  expect(filesHolding(folder, CANARY)).toEqual([]);

  // Nothing was kept, the session neither: the next start asks who it is.
  await camille.reopen();
  await expect(camille.window.getByRole('textbox', { name: french.signIn.login })).toBeVisible();
});
