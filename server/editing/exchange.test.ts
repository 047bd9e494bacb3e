import { expect, test } from 'vitest';
import { WARNING_RESPONSE } from '../../protocol/abuse.ts';
import { loadContent } from '../content/index.ts';
import { type ContentExchange, planImport } from './exchange.ts';

const content = loadContent();
const { platforms, responses } = content;
const [first, second, ...others] = responses;
if (first === undefined || second === undefined) throw new Error('no responses are shipped');
const plan = (given: ContentExchange, remove = false, leading: readonly string[] = []) =>
  planImport(content, given, remove, () => leading);

test('what is the same changes nothing; what differs or is new is taken, with what it leads to', () => {
  expect(plan({ platforms, responses })).toEqual({ kind: 'edits', edits: [] });
  const changed = { ...first, titleFr: 'Accueil corrigé', platforms: ['nouvelle'] };
  const [sample] = platforms;
  if (sample === undefined) throw new Error('no platforms are shipped');
  const added = { ...sample, id: 'nouvelle' };
  expect(plan({ platforms: [...platforms, added], responses: [changed, second, ...others] })).toEqual({
    kind: 'edits',
    edits: [
      { kind: 'platform', id: 'nouvelle', item: added },
      { kind: 'response', id: first.id, item: changed },
    ],
  });
});

test('all or nothing: each mistake is said by kind, id and field, as it would stand afterwards', () => {
  const wrong = [
    { ...first, titleFr: 'Accueil corrigé' },
    { ...second, textFr: 'Bonjour {alias}', shortcut: first.shortcut },
    ...others,
  ];
  const found = plan({ platforms, responses: wrong });
  expect(found.kind === 'wrong' && found.lines).toEqual([
    `response "${first.id}": shortcut taken (${second.titleFr})`,
    `response "${second.id}": shortcut taken (Accueil corrigé)`,
    `response "${second.id}": textFr no-fallback ({alias})`,
  ]);
  const twice = plan({ platforms, responses: [first, first] });
  expect(twice).toEqual({ kind: 'wrong', lines: [`response "${first.id}": twice in the file`] });
});

test('what the file lacks stays, or is removed when that is asked for and nothing leads to it', () => {
  const fewer = { platforms: platforms.slice(1), responses: responses.slice(1) };
  expect(plan(fewer)).toEqual({ kind: 'edits', edits: [] });
  expect(plan({ platforms, responses: responses.slice(1) }, true)).toEqual({
    kind: 'edits',
    edits: [{ kind: 'response', id: first.id, item: null }],
  });
  const refused = plan(fewer, true);
  expect(refused.kind === 'wrong' && refused.lines[0]).toMatch(/^platform "appel-17": id in-use \(119 –/);
  const unwarned = responses.filter(({ id }) => id !== WARNING_RESPONSE);
  expect(plan({ platforms, responses: unwarned }, true)).toEqual({
    kind: 'wrong',
    lines: [`response "${WARNING_RESPONSE}": id needed`],
  });
  const spare = platforms.filter(({ id }) => id !== 'fourriere');
  const led = plan({ platforms: spare, responses }, true, ['Un article']);
  expect(led.kind === 'wrong' && led.lines[0]).toMatch(
    /^platform "fourriere": id in-use \(Fourrières de Paris, .*, Un article\)$/,
  );
});

test('a remark of those who keep the catalogue is taken out of what citizens read', () => {
  const [sample] = platforms;
  if (sample === undefined) throw new Error('no platforms are shipped');
  const given = { ...sample, id: 'nouvelle', hours: 'Heures ouvrées, à revérifier' };
  expect(plan({ platforms: [given], responses: [] })).toEqual({
    kind: 'edits',
    edits: [
      {
        kind: 'platform',
        id: 'nouvelle',
        item: { ...given, hours: 'Heures ouvrées', checked: 'unverified' },
      },
    ],
  });
});
