import { expect, test } from 'vitest';
import { heldRows, plainRows, type SteadyRow } from '../../components/steady.ts';
import { waitingHead } from '../../stores/desk.testkit.ts';
import { type Item, isHeading, keyOf, newcomersBelow, withHeadings } from './queueItems.ts';

const how = { keyOf, isHeading, below: newcomersBelow };
const calm = (reference: string) => waitingHead({ reference });
const urgent = (reference: string) => waitingHead({ reference, emergency: 'flagged' });
const [one, two, fire] = [calm('one'), calm('two'), urgent('fire')];

function drawn(rows: readonly SteadyRow<Item>[]): readonly string[] {
  return rows.map(({ item, gone }) => {
    if (gone) return '-';
    if (item.kind === 'head') return item.head.reference;
    return item.emergency ? 'URGENT' : 'WAITING';
  });
}

test('emergencies stand under their heading, the others under theirs; calm queues have none', () => {
  const lists = [[one, two], [fire], [fire, one, two]];
  expect(lists.map((heads) => drawn(plainRows(withHeadings(heads), how)))).toEqual([
    ['one', 'two'],
    ['URGENT', 'fire'],
    ['URGENT', 'fire', 'WAITING', 'one', 'two'],
  ]);
});

test('an emergency that comes while the order is held moves nobody, and is called one', () => {
  const rows = heldRows(plainRows(withHeadings([one, two]), how), withHeadings([fire, one, two]), how);
  expect(drawn(rows)).toEqual(['one', 'two', 'URGENT', 'fire']);
  const three = calm('three');
  const later = heldRows(rows, withHeadings([fire, one, two, three]), how);
  expect(drawn(later)).toEqual(['one', 'two', 'URGENT', 'fire', 'WAITING', 'three']);
  const more = heldRows(later, withHeadings([fire, urgent('flood'), one, two, three]), how);
  expect(drawn(more).slice(-2)).toEqual(['URGENT', 'flood']);
  expect(new Set(more.map(({ key }) => key)).size).toBe(more.length);
});

test('who is taken meanwhile leaves an empty place, and the heading stays', () => {
  const rows = heldRows(plainRows(withHeadings([fire, one, two]), how), withHeadings([two]), how);
  expect(drawn(rows)).toEqual(['URGENT', '-', 'WAITING', '-', 'two']);
});
