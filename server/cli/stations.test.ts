import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleStations, readStations, writeStations } from '../content/stations.ts';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { Administration } from './cli.testkit.ts';

let admin: Administration;
let relay: TestRelay | null = null;

beforeEach(() => {
  admin = new Administration();
});
afterEach(async () => {
  await relay?.close();
  relay = null;
  admin.remove();
});

const [first, second, ...others] = exampleStations();
if (first === undefined || second === undefined) throw new Error('no examples');

function write(text: string): string {
  writeFileSync(admin.at('in.csv'), text);
  return admin.at('in.csv');
}

test('an import says what it adds, changes and removes; the same again changes nothing; an export gives it back', async () => {
  const all = write(writeStations([first, ...others]));
  expect(await admin.done(`stations import ${all}`)).toContain('11 added, 0 changed, 0 removed; 11 stations');
  expect(await admin.done(`stations import ${all}`)).toBe('0 added, 0 changed, 0 removed; 11 stations\n');
  const moved = { ...first, address: ['2, rue Ailleurs'] };
  const next = write(writeStations([moved, second, ...others.slice(1)]));
  const told = await admin.done(`stations import --check ${next}`);
  expect(
    told
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/\s+/).slice(0, 2)),
  ).toEqual([
    ['added', second.id],
    ['changed', first.id],
    ['removed', others[0]?.id],
    ['1', 'added,'],
  ]);
  expect(told).toContain('nothing was written');
  expect(await admin.done(`stations import ${next}`)).toContain('1 added, 1 changed, 1 removed');
  expect(await admin.done('stations list Grandvile')).toContain('2 stations');
  await admin.done(`stations export ${admin.at('out.csv')}`);
  expect(readStations(readFileSync(admin.at('out.csv')))).toEqual({
    kind: 'read',
    stations: [moved, second, ...others.slice(1)].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  expect(await admin.done('audit')).toContain('stations-imported 11');
});

test('a day to come is refused with its line', async () => {
  const file = write(writeStations([{ ...first, updated: '9999-01-01' }]));
  const { code, err } = await admin.run(`stations import ${file}`);
  expect(code).toBe(1);
  expect(err).toBe('nothing was imported:\nline 2: updated: 9999-01-01 is still to come\n');
});

test('one bad row, and nothing is imported', async () => {
  await admin.done(`stations import ${write(writeStations([first]))}`);
  const { code, err } = await admin.run(`stations import ${write(`${writeStations([second])}x;y\r\n`)}`);
  expect(code).toBe(1);
  expect(err).toBe('nothing was imported:\nline 3: 2 fields where the header has 15\n');
  expect(await admin.done('stations list')).toBe(
    `${first.id}  ${first.postcode} ${first.town}  ${first.name}\n1 stations\n`,
  );
  const empty = await admin.run(`stations import ${write(writeStations([]))}`);
  expect(empty.err).toContain('--empty');
  expect(await admin.done(`stations import --empty ${admin.at('in.csv')}`)).toContain(
    '1 removed; 0 stations',
  );
});

test('a relay that runs takes it up, and tells the desks', async () => {
  relay = await TestRelay.start({ directory: admin.directory });
  const { desk } = await relay.desk('dupont');
  const { stations: version } = await desk.frame('welcome');
  await admin.done(`stations import ${write(writeStations([first]))}`);
  await desk.frame('stations', (frame) => frame.version !== version);
});
