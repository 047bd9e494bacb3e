import type { Entry } from '../../../protocol/entry.ts';
import type { Head } from '../../../protocol/head.ts';
import { type Id, newId, type Time } from '../../../protocol/ids.ts';
import type { OfficerSelf } from '../../../protocol/officer.ts';
import type { JournalWindow } from '../../stores/journals.ts';
import type { View } from '../../stores/view.ts';

/** Enough for a whole screen. */
const MESSAGES = 24;
/** The letters that French and English are written in: each is drawn for the first time once. */
const LETTERS =
  'Bonjour, voici ce qu’il faut : ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz àâçéèêëîïôûù 0123456789 ?!.;«»–';
/**
 * What looks like personal data without being any: every form of it is looked for, also where words announce it, and
 * one is found and covered.
 */
const NUMBERS =
  'Le 12/03 à 14 h 30, n° 4 821 997 (page 3), FR00 0000, ABC 123456, passeport, sécu, nobody@example.invalid, voilà.';

function entriesOf(conversation: string, self: OfficerSelf, now: number): Entry[] {
  const { officer, rank, alias } = self;
  const me = { role: 'officer', officer, rank, alias } as const;
  const base = { conversation, at: now };
  const entries: Entry[] = [
    {
      ...base,
      ...{ seq: 1, id: newId(), author: { role: 'citizen' } },
      body: { kind: 'opened', termsVersion: '-', language: 'fr', subject: null },
    },
    {
      ...base,
      ...{ seq: 2, id: newId(), author: me },
      body: { kind: 'assignment', to: { officer, rank, alias }, reason: 'taken', note: null },
    },
  ];
  for (let number = 0; number < MESSAGES; number += 1) {
    entries.push({
      ...base,
      ...{ seq: entries.length + 1, id: newId() },
      author: number % 2 === 0 ? { role: 'citizen' } : me,
      body: { kind: number % 5 === 4 ? 'note' : 'message', text: number % 4 === 2 ? NUMBERS : LETTERS },
    });
  }
  return entries;
}

/** One that is nobody's: it has no reference, so that it cannot be taken for one of the lists. */
function headOf(conversation: Id, { officer, rank, alias }: OfficerSelf, lastSeq: number, now: Time): Head {
  return {
    ...{ conversation, reference: '', status: 'active', language: 'fr', subject: null, tags: [] },
    holder: { officer, rank, alias },
    ...{ openedAt: now, closedAt: null, waitingSince: now, returned: false, emergency: 'none', left: null },
    ...{ disposition: null, lastSeq, lastCitizenSeq: lastSeq, lastCitizenAt: now, unansweredSince: now },
    ...{ officerRead: lastSeq, citizenRead: lastSeq, citizenOnline: true, purgeAt: now },
  };
}

export type Sample = { readonly view: View; readonly conversations: readonly [Id, Id] };

/** A desk with two conversations to go to and fro between, and none on screen; none of it exists. */
export function rehearsalSample(view: View, self: OfficerSelf, now: Time): Sample {
  const conversations = [newId(), newId()] as const;
  const journals = new Map<Id, JournalWindow>();
  const open = new Map<Id, Head>();
  for (const conversation of conversations) {
    const entries = entriesOf(conversation, self, now);
    const cursor = entries.length;
    journals.set(conversation, {
      conversation,
      entries,
      cursor,
      complete: true,
      loading: false,
      heard: cursor,
    });
    open.set(conversation, headOf(conversation, self, cursor, now));
  }
  const selection = { ...view.selection, current: null, panel: null };
  return { view: { ...view, heads: { open, closed: new Map() }, journals, selection }, conversations };
}
