import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleStation } from './station.testkit.ts';
import { isDoubtful, Station, stationHours, stationNote } from './station.ts';
import { searchStations, stationIndex } from './station-search.ts';

describe('a station', () => {
  it.each([
    ['no id', { id: '' }],
    ['an id that is a path', { id: '../etc' }],
    ['a name over two lines', { name: 'Commissariat\nde police' }],
    ['a name that no one can read', { name: '\u200B' }],
    ['no address', { address: [] }],
    ['four lines of address', { address: ['1', '2', '3', '4'] }],
    ['a postcode that lost its 0', { postcode: '1990' }],
    ['a number that lost its 0', { phone: '199001212' }],
    ['two numbers', { phone: '01 99 00 12 12 / 17' }],
    ['words for a number', { phone: 'sur place' }],
    ['no word of when it opens', { hours: '' }],
    ['a day that is none', { updated: '2026-02-30' }],
    ['endless hours', { hours: 'x'.repeat(301) }],
    ['something unknown', { secret: true }],
  ])('with %s is refused', (_name, change) => {
    expect(Station.safeParse({ ...exampleStation, ...change }).success).toBe(false);
  });

  it.each(['17', '3117', '01 99 00 12 12', '0199001212', '01.99.00.12.12', '+33 1 99 00 12 12'])(
    'may be called at %s',
    (phone) => expect(Station.safeParse({ ...exampleStation, phone }).success).toBe(true),
  );

  it('speaks French where there is no English, and says so', () => {
    expect(stationHours(exampleStation, 'en').language).toBe('en');
    const { hoursEn: _, noteEn: __, ...french } = exampleStation;
    expect(stationHours(french, 'en')).toEqual({ text: exampleStation.hours, language: 'fr' });
    expect(stationNote(french, 'en')?.language).toBe('fr');
  });

  it('is doubted a year after the operator made sure of it', () => {
    const at = Date.parse('2026-11-29');
    expect(isDoubtful({ ...exampleStation, updated: '2026-01-01' }, at)).toBe(false);
    expect(isDoubtful({ ...exampleStation, updated: '2025-01-01' }, at)).toBe(true);
  });
});

function at(id: string, town: string, postcode: string, name = `Commissariat de ${town}`): Station {
  return {
    ...exampleStation,
    id,
    town,
    postcode,
    name,
    address: ['1, rue du Lion-d’Or'],
    always: id === 'paris-2',
  };
}
const INDEX = stationIndex([
  at('lyon', 'Lyon', '69003'),
  at('denis-93', 'Saint-Denis', '93200'),
  at('denis-974', 'Saint-Denis', '97400'),
  at('etienne', 'Saint-Étienne', '42000'),
  at('paris-12', 'Paris', '75012', 'Commissariat du 12e arrondissement'),
  at('paris-2', 'Paris', '75002', 'Commissariat du 2e arrondissement'),
  at('oeuilly', 'Œuilly', '02160'),
]);

const TOWNS = stationIndex([
  at('lille', 'Lille', '59000', 'Hôtel de police'),
  at('isle', 'L’Isle-d’Abeau', '38080'),
  at('rochelle', 'La Rochelle', '17000'),
  at('roche', 'La Roche-sur-Yon', '85000'),
  at('mans', 'Le Mans', '72000'),
  at('mansle', 'Mansle', '16230'),
  at('michel', 'Le Mont-Saint-Michel', '50170'),
  at('denis', 'Saint-Denis', '93200'),
  at('marie', 'Sainte-Marie', '97438'),
  at('franche', 'Villefranche-sur-Mer', '06230'),
  at('eu', 'Eu', '76260'),
  at('paris-5', 'Paris', '75005', 'Commissariat du Panthéon'),
  at('paris-15', 'Paris', '75015', 'Commissariat central'),
  at('paris-16', 'Paris', '75116', 'Commissariat de la Muette'),
  at('marseille-1', 'Marseille', '13001', 'Commissariat de Noailles'),
  at('marseille-15', 'MARSEILLE 15E', '13015', 'Division Nord'),
  at('aubagne', 'Aubagne', '13400'),
]);

describe('searching stations as people type towns', () => {
  const found = (text: string) => searchStations(TOWNS, text, 20).stations.map(({ id }) => id);

  it.each([
    ['à lille', ['lille']],
    ['a Lille', ['lille']],
    ['au mans', ['mans', 'mansle']],
    ['le mans', ['mans', 'mansle']],
    ['je suis à lille', ['lille']],
    ['in lille', ['lille']],
    ['larochelle', ['rochelle']],
    ['laroch', ['roche', 'rochelle']],
    ['larochele', ['rochelle']],
    ['à larochelle', ['rochelle']],
    ['saintdenis', ['denis']],
    ['stdenis', ['denis']],
    ['stemarie', ['marie']],
    ['lemontsaintmichel', ['michel']],
    ['mont st michel', ['michel']],
    ['ville franche', ['franche']],
    ['ville franche sur mer', ['franche']],
    ['eu', ['eu']],
    ['paris 15', ['paris-15']],
    ['paris 15e', ['paris-15']],
    ['paris 15ème', ['paris-15']],
    ['Paris 15th', ['paris-15']],
    ['paris 5', ['paris-5']],
    ['paris 16', ['paris-16']],
    ['75015', ['paris-15']],
    ['paris 75015', ['paris-15']],
    ['marseille 1er', ['marseille-1']],
    ['marseille 15', ['marseille-15']],
    ['marseille 15ème', ['marseille-15']],
  ])('%s', (text, ids) => expect(found(text).slice(0, ids.length)).toEqual(ids));

  // The number of no arrondissement, an arrondissement of no such city, no town.
  it.each(['paris 21', 'aubagne 1e', 'marseille 17', 'paris lille', 'bordeaux'])('nothing for %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds each by its town in one word, with whatever stands before it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TOWNS.stations),
        fc.constantFrom('', 'à ', 'au ', 'vers ', 'de '),
        (one, before) => {
          const town = one.town.replace(/[^\p{L}\p{N}]/gu, '');
          return found(`${before}${town}`).includes(one.id);
        },
      ),
    );
  });
});

describe('searching stations', () => {
  const found = (text: string) => searchStations(INDEX, text, 20).stations.map(({ id }) => id);

  it.each([
    ['saint denis', ['denis-93', 'denis-974']],
    ['St-Denis', ['denis-93', 'denis-974']],
    ['saint denis 974', ['denis-974']],
    ['932', ['denis-93']],
    ['SAINT ETIENNE', ['etienne']],
    ['saint etiene', ['etienne']],
    ['etiennne', ['etienne']],
    ['paris 12', ['paris-12']],
    ['12e arrondissement', ['paris-12']],
    ['75', ['paris-2', 'paris-12']],
    ['paris nuit', ['paris-2']],
    ['24h', ['paris-2']],
    ['oeuil', ['oeuilly']],
    ['marseille', []],
    ['lyon denis', []],
    ['', []],
    ['  –  ', []],
  ])('%s', (text, ids) => expect(found(text)).toEqual(ids));

  it('puts the town before a street of that name, and a near town before no town', () => {
    expect(found('lion')[0]).not.toBeUndefined();
    expect(found('lyon')[0]).toBe('lyon');
  });

  it('says how many there are beyond those it gives', () => {
    expect(searchStations(INDEX, 'commissariat', 2)).toMatchObject({ total: 7 });
    expect(searchStations(INDEX, 'commissariat', 2).stations).toHaveLength(2);
  });

  it('finds each by its own postcode and town, whatever the case and the accents', () => {
    fc.assert(
      fc.property(fc.constantFrom(...INDEX.stations), fc.boolean(), (station, upper) => {
        const text = `${station.town} ${station.postcode}`;
        return found(upper ? text.toUpperCase() : text.normalize('NFD'))[0] === station.id;
      }),
    );
  });

  it('takes anything typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { stations, total } = searchStations(INDEX, text, 3);
        return stations.length === Math.min(3, total);
      }),
    );
  });
});

describe('a kind of place is found by whatever it is called', () => {
  const index = stationIndex([
    at('hotel', 'Lille', '59000', 'Hôtel de police de Lille'),
    at('sud', 'Lille', '59000', 'Commissariat de Lille-Sud'),
    at('poste', 'Lille', '59800', 'Poste de police des Marronniers'),
    at('brigade', 'Lille', '59000', 'Brigade territoriale autonome'),
    at('gendarmerie', 'Lille', '59000', 'Gendarmerie de la citadelle'),
  ]);
  const found = (text: string) => searchStations(index, text, 20).stations.map(({ id }) => id);

  it.each([
    ['commissariat lille', ['sud', 'hotel', 'poste']],
    ['comissariat lille', ['sud', 'hotel', 'poste']],
    ['hôtel de police lille', ['hotel', 'poste', 'sud']],
    ['poste de police 59800', ['poste']],
    ['police station lille', ['hotel', 'poste', 'sud']],
    ['gendarmerie lille', ['gendarmerie', 'brigade']],
    ['brigade 59000', ['brigade', 'gendarmerie']],
  ])('%s', (text, ids) => expect(found(text)).toEqual(ids));
});
