import { expect, test } from 'vitest';
import type { Entry, EntryBody } from '../../protocol/entry.ts';
import { newId } from '../../protocol/ids.ts';
import { exampleStation } from '../../protocol/station.testkit.ts';
import { citizenItems, internalItems } from './entries.ts';

const sacha = { officer: newId(), rank: 'Brigadier', alias: 'Sacha' };
const alix = { officer: newId(), rank: 'Commandant', alias: 'Alix' };

function told(body: EntryBody, language: 'fr' | 'en' = 'fr'): string {
  const entry: Entry = {
    ...{ conversation: newId(), seq: 4, id: newId(), at: 1_000, body },
    author: { role: 'officer', ...sacha },
  };
  return internalItems([entry], language)[0]?.text ?? '';
}

test('a change of hands says why, for whom, and what went along', () => {
  const note = 'Le citoyen menace.';
  expect(told({ kind: 'assignment', to: alix, reason: 'handed-over', note })).toBe(
    'Confiée à Commandant Alix (relève)\nNote\u00A0: Le citoyen menace.',
  );
  expect(told({ kind: 'release', reason: 'handed-over', note: null, needs: 'supervisor' })).toBe(
    'Rendue à la file (relève, pour un superviseur)',
  );
  const group = { group: newId(), name: 'Cyber', until: 9_000 };
  expect(told({ kind: 'release', reason: 'transferred', note: null, group })).toBe(
    'Rendue à la file (transmise, pour le groupe Cyber)',
  );
  expect(told({ kind: 'release', reason: 'offer-missed', note: null }, 'en')).toBe(
    'Back in the queue (offered without an answer)',
  );
});

test('advice asked of a colleague, and its end', () => {
  const advice = { kind: 'consultation', colleague: alix, note: null } as const;
  expect(told({ ...advice, asked: true, note: 'PHAROS ?' })).toBe(
    'Avis demandé à Commandant Alix\nNote\u00A0: PHAROS ?',
  );
  expect(told({ ...advice, asked: false })).toBe('Avis de Commandant Alix terminé');
});

test('an address stands as on an envelope, with hours, number and access, for officers and for the citizen', () => {
  const body = { kind: 'station', station: exampleStation } as const;
  const french = [
    'Commissariat de police de Ville-Exemple',
    '12, rue de l’Exemple',
    'Bâtiment B',
    '01990 Ville-Exemple',
    'Téléphone\u00A0: 01 99 00 12 12',
    'Horaires\u00A0: Du lundi au vendredi, de 8 h 30 à 19 h',
    'Accessible en fauteuil roulant',
    'À savoir\u00A0: Sonnez à la grille.',
  ].join('\n');
  expect(told(body)).toBe(french);
  const author = { role: 'officer', rank: 'Brigadier', alias: 'Sacha' } as const;
  expect(citizenItems([{ seq: 4, id: newId(), at: 1_000, author, body }], 'fr')[0]?.text).toBe(french);
  const always = { ...exampleStation, always: true, hours: '', phone: null, wheelchair: false };
  const english = told({ kind: 'station', station: always }, 'en');
  expect(english).toContain('Hours: Open day and night, every day');
  expect(english).toContain('No wheelchair access');
  expect(english).not.toContain('Telephone');
});
