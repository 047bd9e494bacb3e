import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleStation } from '../../protocol/station.testkit.ts';
import { MOST_STATIONS, type Station } from '../../protocol/station.ts';
import { searchStations, stationIndex } from '../../protocol/station-search.ts';
import { exampleStations, readStations, stationChanges, writeStations } from './stations.ts';

const HEADER = 'id;name;address;postcode;town;hours;updated';
const ROW = 'ville;Commissariat;1, rue X;01990;Ville;De 8 h à 20 h;2026-11-01';

function read(text: string) {
  return readStations(Buffer.from(text));
}
function problems(text: string): readonly string[] {
  const answer = read(text);
  return answer.kind === 'wrong' ? answer.lines : [];
}
function stations(text: string): readonly Station[] {
  const answer = read(text);
  if (answer.kind === 'wrong') throw new Error(answer.lines.join('\n'));
  return answer.stations;
}

test('the example’s towns are found as people type them', () => {
  const index = stationIndex(exampleStations());
  const first = (text: string) => searchStations(index, text, 20).stations[0]?.id.replace('exemple-', '');
  expect(first('à Port-Fictif')).toBe('port-fictif');
  expect(first('portfictif')).toBe('port-fictif');
  expect(first('au val imaginaire')).toBe('val-imaginaire');
  expect(first('valimaginaire')).toBe('val-imaginaire');
  expect(first('stexemple')).toBe('saint-exemple');
  expect(first('à ste modele en foret')).toBe('sainte-modele');
  expect(first('ile d exemple')).toBe('ile-exemple');
  expect(first('mont fictif 2ème')).toBe('montfictif-2');
  expect(first('montfictif 1')).toBe('montfictif-1');
  // Two letters from Port-Fictif in one word, and no more of it.
  expect(searchStations(index, 'montfictif', 20).total).toBe(2);
});

describe('the operator’s file', () => {
  test('nobody made sure of a station on a day to come', () => {
    const file = Buffer.from(`${HEADER}\n${ROW}\n${ROW.replace('ville', 'port').replace('-01', '-02')}\n`);
    expect(readStations(file, '2026-11-02').kind).toBe('read');
    expect(readStations(file, '2026-11-01')).toEqual({
      kind: 'wrong',
      lines: ['line 3: updated: 2026-11-02 is still to come'],
    });
  });

  test('either separator, quotation marks, the mark of UTF-8, any order of columns, empty rows', () => {
    const expected = stations(`${HEADER}\n${ROW}\n`);
    expect(expected).toMatchObject([{ id: 'ville', address: ['1, rue X'], phone: null, wheelchair: null }]);
    const commas =
      '\uFEFFtown,ID,"name",updated,postcode,hours,address\r\n\r\n' +
      'Ville,ville,"Commissariat",2026-11-01,01990,De 8 h à 20 h,"1, rue X"\r\n,,,,,,\r\n';
    expect(stations(commas)).toEqual(expected);
    const inQuotes = stations(`${HEADER}\n${ROW.replace('Commissariat', '"Dit ""le ; Poste"""')}`);
    expect(inQuotes[0]?.name).toBe('Dit "le ; Poste"');
  });

  test('every mistake is said with its line, and nothing is read', () => {
    const rows = [
      ROW,
      ROW.replace('ville;', 'Ville n° 2;').replace('01990', '1990'),
      ROW.replace('ville;', 'trois;').replace(';2026-11-01', ''),
      ROW,
      ROW.replace('ville;', 'cinq;').replace('De 8 h à 20 h', ''),
    ];
    expect(problems([HEADER, ...rows].join('\n'))).toEqual([
      'line 3: id: expected 1 to 60 of a-z, 0-9 and -',
      'line 3: postcode: expected five digits (a spreadsheet drops a first 0)',
      'line 4: 6 fields where the header has 7',
      'line 5: id: "ville" stands above already',
      'line 6: hours: expected one line of 1 to 300 characters where always is not yes',
    ]);
  });

  test.each([
    ['nothing', '', 'the file is empty'],
    ['a column that is missing', HEADER.replace(';town', ''), 'line 1: no column "town"'],
    ['a column that nobody knows', `${HEADER};fax`, 'line 1: unknown column "fax"'],
    ['a column twice', `${HEADER};town`, 'line 1: column "town" twice'],
    ['an open quotation mark', `${HEADER}\n"${ROW}`, 'line 2: is not CSV (CSV_QUOTE_NOT_CLOSED)'],
    ['a row without an end', `${HEADER}\n"${'x'.repeat(20_000)}`, 'line 2: is not CSV (CSV_MAX_RECORD_SIZE)'],
    [
      'a phone that lost its 0',
      `${HEADER};phone\n${ROW};199001212`,
      'line 2: phone: expected a number such as 01 99 00 12 12 or 17 (a spreadsheet drops a first 0), or nothing',
    ],
    [
      'an answer that is none',
      `${HEADER};wheelchair\n${ROW};perhaps`,
      'line 2: wheelchair: expected yes, no or nothing',
    ],
  ])('%s', (_name, text, problem) => expect(problems(text)).toEqual([problem]));

  test('another encoding is refused, not guessed', () => {
    const latin = Buffer.from(`${HEADER}\n${ROW.replace('Ville', 'Évry')}`, 'latin1');
    expect(readStations(latin)).toEqual({
      kind: 'wrong',
      lines: ['the file is not UTF-8: save it as "CSV UTF-8"'],
    });
  });

  test('more than a relay holds are refused', () => {
    const rows = Array.from({ length: MOST_STATIONS + 1 }, (_, index) => ROW.replace('ville', `v-${index}`));
    expect(problems([HEADER, ...rows].join('\n'))).toEqual([
      `${MOST_STATIONS + 1} stations: at most ${MOST_STATIONS}`,
    ]);
  });

  test('any bytes are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
        const file = headed ? Buffer.concat([Buffer.from(`${HEADER}\n`), bytes]) : bytes;
        expect(['read', 'wrong']).toContain(readStations(file).kind);
      }),
    );
  });

  test('what is written is read again, the same', () => {
    const given: Station[] = [
      { ...exampleStation, id: 'a', name: 'Dit "le ; Poste", 2e', address: ['un', 'deux', 'trois'] },
      { ...exampleStation, id: 'b', always: true, hours: '', wheelchair: null, phone: null },
    ];
    expect(stations(writeStations(given))).toEqual(given);
    expect(stations(writeStations([]))).toEqual([]);
  });
});

test('what an import changes', () => {
  const before = ['a', 'b', 'c'].map((id) => ({ ...exampleStation, id }));
  const after = [...before.slice(1, 2), { ...exampleStation, id: 'c', address: ['ailleurs'] }];
  const changes = stationChanges(before, [...after, { ...exampleStation, id: 'd' }]);
  const ids = Object.entries(changes).map(([name, found]) => [name, found.map(({ id }) => id)]);
  expect(Object.fromEntries(ids)).toEqual({ added: ['d'], changed: ['c'], removed: ['a'] });
});

test('the examples say that they are, and their numbers are those kept for fiction', () => {
  const examples = exampleStations();
  expect(examples).toHaveLength(12);
  for (const { note, noteEn, phone, id } of examples) {
    expect(`${note} ${noteEn}`, id).toMatch(/^Exemple.*Example/);
    // Arcep keeps these for works of fiction.
    expect(phone ?? '01 99 00', id).toMatch(/^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49)/);
  }
});
