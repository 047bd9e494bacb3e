import { describe, expect, test } from 'vitest';
import { exampleStation } from '../../protocol/station.testkit.ts';
import { CONTENT, ME, makeHead, PLATFORM, RESPONSE } from '../stores/desk.testkit.ts';
import { contentIndex, platformAsText, platformDomain } from './content.ts';
import { cardValues, filledResponse, valuesFor } from './filling.ts';
import { indexOf, isNear, search, searchMeaning, wordFit } from './fuzzy.ts';
import { normalise, words } from './normalise.ts';
import { stationAsText } from './stations.ts';
import { caretIn, isUnsure, replaceTrigger, triggerAt } from './trigger.ts';

describe('normalising', () => {
  test('case, accents, apostrophes and ligatures do not matter', () => {
    expect(normalise("  L’Œuvre  d'Été : CAMBRIOLAGE !")).toBe('l oeuvre d ete cambriolage');
    expect(words('Pré-plainte')).toEqual(['pre', 'plainte']);
    expect(words(' … ')).toEqual([]);
  });
});

describe('fitting a word', () => {
  test('the same, then a beginning, then a part, then a slip, then its letters in order', () => {
    const order = ['plainte', 'plain', 'ainte', 'plianet', 'plnte'].map((typed) => wordFit(typed, 'plainte'));
    expect(order).toEqual([1, 0.9, 0.6, 0, 0.2]);
    expect(wordFit('palinte', 'plainte')).toBe(0.35);
    expect(wordFit('zorro', 'plainte')).toBe(0);
  });

  test('one slip of the finger is near, two are not', () => {
    expect(isNear('harcelement', 'harcellement')).toBe(true);
    expect(isNear('harcelement', 'hracelement')).toBe(true);
    expect(isNear('harcelement', 'harcemelant')).toBe(false);
    expect(isNear('vol', 'velos')).toBe(false);
  });
});

describe('searching', () => {
  const items = ['Vol de vélo', 'Vol de voiture', 'Vélo abandonné', 'Tapage nocturne'];
  const index = indexOf(items, (item) => [[item, 1]]);

  test('every typed word must be found; nothing typed gives all, in their order', () => {
    expect(search(index, 'vol velo', 10)).toEqual(['Vol de vélo']);
    expect(search(index, '', 10)).toEqual(items);
    expect(search(index, '', 2)).toHaveLength(2);
    expect(search(index, 'zzz', 10)).toEqual([]);
  });

  test('the best first, equals in their own order', () => {
    expect(search(index, 'velo', 10)).toEqual(['Vol de vélo', 'Vélo abandonné']);
    expect(search(index, 'tapge', 10)).toEqual(['Tapage nocturne']);
  });

  test('by meaning: all words where some item has them, else the rarest; words that say nothing do not count', () => {
    expect(searchMeaning(index, 'un vol de mon vélo', 10)).toEqual(['Vol de vélo']);
    expect(searchMeaning(index, 'vélo nocturne', 10)[0]).toBe('Tapage nocturne');
    expect(searchMeaning(index, 'vélos abandonnées', 10)).toEqual(['Vélo abandonné']);
    expect(searchMeaning(index, 'de', 10)).toEqual(search(index, 'de', 10));
    expect(searchMeaning(index, 'zorro', 10)).toEqual([]);
    expect(search(index, 'vélo nocturne', 10)).toEqual([]);
  });

  test('a name weighs more than a purpose', () => {
    const weighed = indexOf(
      [
        { name: 'Alpha', purpose: 'plainte' },
        { name: 'Plainte', purpose: 'autre' },
      ],
      ({ name, purpose }) => [
        [name, 1],
        [purpose, 0.5],
      ],
    );
    expect(search(weighed, 'plainte', 10).map(({ name }) => name)).toEqual(['Plainte', 'Alpha']);
  });

  test('a platform is found by name, everyday word, either language, domain or a slip', () => {
    const { platforms, responses } = contentIndex(CONTENT);
    for (const query of [
      'thesee',
      'THÉSÉE',
      'arnaque',
      'scam',
      'fraud',
      'faux site',
      'service-public',
      'arnaqe',
    ]) {
      expect(search(platforms, query, 5), query).toEqual([PLATFORM]);
    }
    expect(search(responses, 'commis', 5)).toEqual([RESPONSE]);
    expect(search(responses, 'station', 5)).toEqual([RESPONSE]);
  });

  test('a catalogue is prepared once', () => {
    expect(contentIndex(CONTENT)).toBe(contentIndex(CONTENT));
    expect(contentIndex(null)).toEqual({ platforms: [], responses: [] });
  });

  test('the domain is shown as people read it', () => {
    expect(platformDomain(PLATFORM)).toBe('service-public.gouv.fr');
    expect(platformDomain({ ...PLATFORM, url: null })).toBeNull();
  });
});

describe('what is looked for at the caret', () => {
  const at = (text: string) => triggerAt(text, text.length);

  test('a sign that begins a word opens; one inside a word does not', () => {
    expect(at('/')).toEqual({ kind: 'responses', start: 0, query: '' });
    expect(at('Bonjour @arna')).toEqual({ kind: 'platforms', start: 8, query: 'arna' });
    expect(at('Bonjour\n/vol de')).toEqual({ kind: 'responses', start: 8, query: 'vol de' });
    expect(at('Allez #saint denis')).toEqual({ kind: 'stations', start: 6, query: 'saint denis' });
    for (const text of ['24 h/24', 'https://exemple.fr/page', 'nom@exemple.fr', 'et/ou', 'le n#12', '']) {
      expect(at(text), text).toBeNull();
    }
  });

  test('a number after # is text, or the beginning of a postcode that Enter does not take for one', () => {
    expect(at('Allez #75011')).toMatchObject({ kind: 'stations', query: '75011' });
    expect(at('Allez #1er')).toMatchObject({ kind: 'stations', query: '1er' });
    expect(
      ['#12', '#0399', '#75011', '#modele', '@17']
        .map((each) => at(each))
        .map((each) => each && isUnsure(each)),
    ).toEqual([true, true, false, false, false]);
    for (const text of ['Guichet #2', 'Guichet #2 demain', 'Guichet #12, merci', 'Dossier #1234.']) {
      expect(at(text), text).toBeNull();
    }
  });

  test('only what stands before the caret counts, on its line', () => {
    expect(triggerAt('/vol et', 4)).toMatchObject({ query: 'vol' });
    expect(at('/vol\nsuite')).toBeNull();
  });

  test('a sentence that happens to begin with a sign is left alone', () => {
    expect(at('/ puis')).toBeNull();
    expect(at(`/${'mot '.repeat(12)}`)).toBeNull();
  });

  test('the caret keeps its words where others of the text change', () => {
    expect(caretIn('Voyez ceci, merci', 'Voyez THESEE, merci', 3)).toBe(3);
    expect(caretIn('Voyez ceci, merci', 'Voyez THESEE, merci', 17)).toBe(19);
    expect(caretIn('Voyez THESEE', 'Voyez A', 8)).toBe(6);
  });

  test('the choice replaces sign and query, nothing else', () => {
    const text = 'Voyez @arna, merci';
    const trigger = triggerAt(text, 11);
    if (trigger === null) throw new Error('no trigger');
    expect(replaceTrigger(text, 11, trigger, 'THESEE')).toEqual({ text: 'Voyez THESEE, merci', caret: 12 });
  });
});

describe('filling a canned response', () => {
  const NO_CARDS = { platform: null, last: null, station: null };
  const evening = Date.UTC(2026, 10, 24, 3, 0);

  test('uses the conversation’s language and names what it does not know', () => {
    const french = filledResponse(RESPONSE, {
      self: ME,
      head: makeHead(),
      cards: NO_CARDS,
      now: evening,
    });
    expect(french).toMatchObject({
      text: 'Bonsoir, présentez-vous au {station}. – Brigadier Martin',
      missing: ['station'],
    });
    const head = makeHead({ language: 'en' });
    const english = filledResponse(RESPONSE, { self: ME, head, cards: NO_CARDS, now: evening });
    expect(english.text).toBe('Good evening, please come to {station}.');
  });

  test('a text that announces a card never takes the one sent before for it', () => {
    const values = cardValues({ ...NO_CARDS, last: PLATFORM }, 'fr');
    expect(values).toEqual({ lastplatform: 'THESEE' });
    const spare = { ...PLATFORM, nameFr: 'Remplaçante' };
    expect(cardValues({ ...NO_CARDS, platform: spare, last: PLATFORM }, 'fr')).toEqual({
      platform: 'Remplaçante',
      lastplatform: 'Remplaçante',
    });
  });

  test('says a subject, which is in French, in French texts only', () => {
    const values = (language: 'fr' | 'en' | 'ar') =>
      valuesFor({ self: ME, head: makeHead({ language, subject: 'Démarches' }), cards: NO_CARDS, now: 0 });
    expect(values('fr').subject).toBe('Démarches');
    expect(values('en')).not.toHaveProperty('subject');
    expect(values('ar')).not.toHaveProperty('subject');
  });

  test('knows the platform, the station, the subject and the hour in Paris', () => {
    const head = makeHead({ subject: null });
    const values = valuesFor({
      self: ME,
      head,
      cards: { platform: PLATFORM, last: null, station: exampleStation },
      now: Date.UTC(2026, 6, 1, 4, 0),
    });
    expect(values).toEqual({
      alias: 'Martin',
      rank: 'Brigadier',
      reference: head.reference,
      language: 'français',
      greeting: 'Bonjour',
      platform: 'THESEE',
      lastplatform: 'THESEE',
      station: exampleStation.name,
    });
  });
});

test('a platform in words, for an e-mail: as much as a card says', () => {
  const platform = { ...PLATFORM, phone: '0 805 805 817', audienceEn: 'Everybody', hoursEn: 'Day and night' };
  expect(platformAsText(platform, 'en').split('\n')).toEqual([
    'THESEE online fraud complaint: File a complaint for an online fraud.',
    '0 805 805 817',
    'https://www.service-public.gouv.fr/particuliers/vosdroits/N31138',
    'Hours: Day and night',
    'For: Everybody',
  ]);
  const bare = platformAsText({ ...PLATFORM, hours: '' }, 'fr');
  expect(bare.split('\n').slice(2)).toEqual(['Public\u00a0: Tout public']);
});

test('a station in words, for an e-mail: each thing on its line', () => {
  expect(stationAsText(exampleStation, 'en').split('\n')).toEqual([
    'Commissariat de police de Ville-Exemple',
    '12, rue de l’Exemple',
    'Bâtiment B',
    '01990 Ville-Exemple',
    '01 99 00 12 12',
    'Monday to Friday, 8:30 am to 7 pm',
    'Ring at the gate.',
  ]);
  const always = { ...exampleStation, always: true, hours: '', phone: null };
  expect(stationAsText(always, 'fr')).toContain('\nOuvert jour et nuit, tous les jours\n');
});
