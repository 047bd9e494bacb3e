import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scan } from './emergency/detect.ts';
import { unpack } from './emergency/weigh.ts';
import { PACKED } from './emergency/weights.ts';
import { detectEmergency } from './emergency.ts';

describe('M1: present danger is found, as people write it', () => {
  test.each([
    ['violence', 'Mon mari est en train de me frapper'],
    ['violence', 'MON MARI ME FRAPPE !!!'],
    ['violence', 'mari frapper moi maintenant'],
    ['violence', 'My husband is hitting me'],
    ['violence', 'il n’arrête pas de me frapper'],
    ['violence', 'he won’t stop hitting me'],
    ['threat', 'jvé mfr tuer'],
    ['threat', 'he’s going to kill me'],
    ['weapon', 'il a un couteau'],
    ['weapon', 'il a 1 couto'],
    ['weapon', 'ILLL A UN COUTEAUUU'],
    ['weapon', 'homme couteau venir porte'],
    ['weapon', 'theres a guy with a gun outside'],
    ['weapon', 'on m’a poignardé'],
    ['break-in', 'ya kelkun dan la maison'],
    ['break-in', 'Someone is breaking into my house'],
    ['suicide', 'je vais me tuer'],
    ['suicide', 'I want to die'],
    ['suicide', 'J’ai avalé toute la boîte de somnifères'],
    ['fire', 'Il y a le feu dans mon immeuble'],
    ['fire', 'my house is on fire'],
    ['medical', 'Mon père ne respire plus'],
    ['medical', 'she’s unconscious'],
    ['kidnapping', 'il m’a enfermée et il a pris les clés'],
    ['kidnapping', 'they are holding me against my will'],
    ['child-in-danger', 'Mon fils de 4 ans a disparu au parc'],
    ['child-in-danger', 'there’s a baby locked in a hot car'],
    ['terror', 'un camion fonce dans la foule'],
    ['terror', 'there is a bomb in the station'],
    ['accident', 'Accident de voiture, il y a des blessés'],
    ['accident', 'someone just got hit by a car'],
    ['followed', 'Quelqu’un me suit depuis le métro'],
    ['followed', 'im being followed'],
    ['hiding', 'je suis cachée dans la salle de bain'],
    ['hiding', 'i cant talk hes in the next room'],
    ['help', 'au secours'],
    ['help', 'g besoin daide vite'],
    ['help', 'h3lp me pl3ase'],
    ['help', 'Please send police now'],
  ])('%s: %s', (rule, text) => {
    expect(detectEmergency(text)).toContain(rule);
  });
});

describe('M1: a plain cry is found, whatever stands around it', () => {
  test.each([
    'au secours',
    'Au secours il me tue',
    'HELP',
    'help me please',
    'sos',
    'a l’aide vite',
    'help he has a knife',
    'au secours !!! il a un couteau',
    'il va me tuer',
    'he is going to kill me',
    'I want to die',
    'My husband is hitting me',
    'Mon père ne respire plus',
    'my house is on fire',
    'je suis en danger',
  ])('%s', (text) => {
    expect(detectEmergency(text)).not.toEqual([]);
  });

  test.each(['au secours', 'help he has a knife', 'il a un couteau', 'my house is on fire'])(
    'in a long letter without and with full stops: %s',
    (cry) => {
      const words = 'je vous écris depuis mon téléphone et je suis à la gare de Lyon avec ma valise bleue';
      const letter = Array.from({ length: 12 }, () => words);
      expect(detectEmergency(`${letter.join('. ')}. ${cry}. ${letter.join('. ')}`)).not.toEqual([]);
    },
  );
});

describe('M1: what is not present danger is let alone', () => {
  test.each([
    'mon voisin m’a menacé il y a deux ans',
    'ce n’est pas une urgence',
    'would it be an emergency if someone stole my bike',
    'Si un cambrioleur entre chez moi, ai-je le droit de me défendre ?',
    'My husband hit me last week, where can I get help?',
    'homme frapper moi année dernière',
    'non il ne me frappe pas',
    'no one is following me, just asking',
    'J’ai vu un film où un homme prend des otages',
    'je suis mort de rire avec votre site',
    'my boss fired me yesterday',
    'Comment déclarer le fusil de chasse de mon grand-père ?',
    'quelqu’un me suit sur tiktok avec plein de faux comptes',
    'someone is trying to log into my bank account',
    'mon mari me frappe parfois quand il boit, à qui en parler ?',
    'J’ai reçu une amende pour un feu rouge',
    'aidez moi à remplir ma plainte en ligne svp',
    'Je voudrais déposer plainte pour vol de vélo',
    'Bonjour',
    // A calibre written as a number once made a weapon of any two twos.
    'page 2 sur 2',
    '2-2',
    'Il était attaché avec un antivol en U. Je voudrais savoir comment porter plainte.',
    'Non, je n’ai vu personne. Il y a peut-être une caméra dans la cour.',
    '',
    '17',
    '…',
    '你好',
  ])('%s', (text) => {
    expect(detectEmergency(text)).toEqual([]);
  });
});

const EMERGENCIES = [
  'il a un couteau',
  'mari frapper moi maintenant',
  'My husband is hitting me',
  'someone is following me',
  'je suis cachée dans la salle de bain',
  'Mon père ne respire plus',
  'i want to die',
  'au secours',
  'Someone is breaking into my house',
  'ya le feu dans limmeuble',
];

const NEUTRAL = [
  'Bonjour.',
  'Je vous écris depuis mon téléphone.',
  'Merci de me lire.',
  'Hello.',
  'I am in Lyon.',
  'Je m’appelle Camille !',
  'Il pleut ici.',
  'I am writing from my phone.',
  'Nous sommes à Paris.',
  'Thank you.',
];

describe('M1: the rules are a pure, bounded function', () => {
  const weights = unpack(PACKED);

  test('a neutral sentence before or after takes no rule away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EMERGENCIES),
        fc.array(fc.constantFrom(...NEUTRAL), { maxLength: 4 }),
        fc.array(fc.constantFrom(...NEUTRAL), { maxLength: 4 }),
        (emergency, before, after) => {
          const alone = detectEmergency(emergency);
          expect(alone.length).toBeGreaterThan(0);
          const among = [...before, `${emergency}.`, ...after].join(' ');
          expect(detectEmergency(among)).toEqual(expect.arrayContaining([...alone]));
        },
      ),
    );
  });

  test('case, accents and the kind of apostrophe change nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EMERGENCIES, 'j’ai été poignardé', 'il m’étrangle'), (text) => {
        const expected = detectEmergency(text);
        expect(detectEmergency(text.toUpperCase())).toEqual(expected);
        expect(detectEmergency(text.replaceAll('’', "'"))).toEqual(expected);
        expect(detectEmergency(text.normalize('NFD'))).toEqual(expected);
        expect(detectEmergency(text.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(expected);
      }),
    );
  });

  test('the same text always gives the same answer, and any text gives one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const first = detectEmergency(text);
        expect(detectEmergency(text)).toEqual(first);
        expect(new Set(first).size).toBe(first.length);
      }),
    );
  });

  test('rules come in one order, whatever the order of the words', () => {
    const one = detectEmergency('il a un couteau. je suis cachée.');
    const other = detectEmergency('je suis cachée. il a un couteau.');
    expect(other).toEqual(one);
  });

  test.each([
    ['one word', 'couteau '],
    ['words that begin many patterns', 'il a un homme avec '],
    ['a whole emergency', 'il me frappe '],
    ['a denied emergency', 'pas il me frappe '],
    ['a supposed emergency', 'si il me frappe '],
    ['misspellings', 'coutzau frzpper '],
    ['short sentences', 'il. '],
    ['set phrases begun', 'en train en train tout de tout '],
    ['letters glued', 'jmtsl'],
    ['digits and letters', '1a2b3c '],
    ['pictures', '🔪'],
    ['combining marks', 'e\u0301\u0301\u0301'],
    ['no space at all', 'a'],
  ])('work grows no faster than the text: %s', (_name, piece) => {
    // Steps counted, not time: a machine's load cannot make this fail or pass.
    const steps = (length: number) =>
      scan(piece.repeat(Math.ceil(length / piece.length)).slice(0, length), weights).steps;
    const short = steps(4_000);
    const long = steps(16_000);
    expect(long).toBeLessThanOrEqual(4.5 * short + 100);
    // And it stays small for the longest message there may be.
    expect(short).toBeLessThan(100_000);
  });
});
