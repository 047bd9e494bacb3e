import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEntry } from './arbitrary.testkit.ts';
import { CitizenEntry, citizenEntry, Entry, Text } from './entry.ts';
import { LIMITS } from './limits.ts';

describe('entries', () => {
  test('every generated entry is valid and survives the wire unchanged', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(Entry.parse(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
      }),
    );
  });

  test('P1: what a citizen sees never names an officer by id, and holds no note, tag, comment or rule', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const seen = citizenEntry(entry);
        if (seen === null) return;
        expect(CitizenEntry.parse(seen)).toEqual(seen);
        const wire = JSON.stringify(seen);
        if (entry.author.role === 'officer') expect(wire).not.toContain(entry.author.officer);
        if (entry.body.kind === 'assignment') expect(wire).not.toContain(entry.body.to.officer);
        for (const secret of [
          'note',
          'comment',
          'outcome',
          'email',
          'rules',
          'tags',
          'disposition',
          'manner',
          'reason',
        ]) {
          expect(seen.body).not.toHaveProperty(secret);
        }
      }),
    );
  });

  test('P1: notes, tags, subjects, parking and acknowledgements are the officers’ own', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const hidden = [
          ...['note', 'orientation', 'consultation', 'tags', 'subject', 'parking', 'emergency-acknowledged'],
          ...['email', 'email-outcome', 'address-destroyed', 'reveal', 'carried', 'exported'],
          ...['warned', 'blocked', 'unblocked'],
        ];
        const fled = entry.body.kind === 'departure' && entry.body.manner === 'quick-exit';
        expect(citizenEntry(entry) === null).toBe(fled || hidden.includes(entry.body.kind));
      }),
    );
  });

  test('a text of spaces is no text, and the limit is inclusive', () => {
    expect(Text.safeParse(' \n\t').success).toBe(false);
    expect(Text.safeParse('é'.repeat(LIMITS.textCharacters)).success).toBe(true);
    expect(Text.safeParse('é'.repeat(LIMITS.textCharacters + 1)).success).toBe(false);
  });

  test('a text is kept exactly as it was typed', () => {
    expect(Text.parse('  à l’aide \n')).toBe('  à l’aide \n');
  });

  test('a field that the contract does not know is refused', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(Entry.safeParse({ ...entry, extra: 1 }).success).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});
