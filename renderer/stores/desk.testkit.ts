/** Values and a main process in memory for the window's tests: what it answers is what the contract allows. */
import type { CannedResponse } from '../../protocol/canned.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import type { Entry, EntryBody } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import { newId } from '../../protocol/ids.ts';
import type {
  Bridge,
  CommandOutcome,
  DeskEvent,
  DeskState,
  Draft,
  RequestInput,
  RequestName,
  RequestOutput,
  Snapshot,
} from '../../protocol/ipc.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import type { Platform } from '../../protocol/platform.ts';
import { INITIAL_SETTINGS } from './view.ts';

export const ME: OfficerSelf = {
  officer: newId(),
  login: 'martin',
  rank: 'Brigadier',
  alias: 'Martin',
  role: 'officer',
  capacity: 4,
};
export const COLLEAGUE = { officer: newId(), rank: 'Gardienne de la paix', alias: 'Leroy' };
export const HOLDER = { officer: ME.officer, rank: ME.rank, alias: ME.alias };

export const PLATFORM: Platform = {
  id: 'thesee',
  kind: 'cyber',
  nameFr: 'THESEE',
  nameEn: 'THESEE online fraud complaint',
  url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/N31138',
  phone: null,
  purposeFr: 'Porter plainte en ligne pour une escroquerie sur Internet.',
  purposeEn: 'File a complaint for an online fraud.',
  audience: 'Tout public',
  hours: '24 h/24',
  source: 'test',
  checked: 'sourced',
  keywords: ['arnaque', 'faux site', 'scam'],
};

export const RESPONSE: CannedResponse = {
  id: 'station',
  shortcut: 'commissariat',
  category: 'Accueil',
  titleFr: 'Venir au commissariat',
  titleEn: 'Come to the station',
  textFr: '{greeting}, présentez-vous au {station}. – {rank} {alias}',
  textEn: '{greeting}, please come to {station}.',
  source: 'test',
};

export const CONTENT: Content = {
  version: '1',
  platforms: [PLATFORM],
  responses: [RESPONSE],
  tags: ['vélo'],
};

let references = 4800;

/** A head: mine and active unless told otherwise. */
export function makeHead(change: Partial<Head> = {}): Head {
  references += 1;
  return {
    conversation: newId(),
    reference: `C-${references}`,
    status: 'active',
    language: 'fr',
    subject: 'Vol',
    tags: [],
    openedAt: 1_000,
    closedAt: null,
    holder: HOLDER,
    waitingSince: 1_000,
    returned: false,
    emergency: 'none',
    left: null,
    disposition: null,
    lastSeq: 1,
    lastCitizenSeq: 0,
    lastCitizenAt: null,
    unansweredSince: null,
    officerRead: 0,
    citizenRead: 0,
    citizenOnline: true,
    purgeAt: 9_000_000,
    ...change,
  };
}

export function waitingHead(change: Partial<Head> = {}): Head {
  return makeHead({ status: 'waiting', holder: null, ...change });
}

export function makeEntry(
  conversation: string,
  seq: number,
  body: EntryBody = { kind: 'message', text: `texte ${seq}` },
  author: Entry['author'] = { role: 'citizen' },
): Entry {
  return { conversation, seq, id: newId(), at: 1_000 * seq, author, body };
}

/** A journal of `length` messages of the citizen. */
export function makeEntries(conversation: string, length: number): Entry[] {
  return Array.from({ length }, (_, index) => makeEntry(conversation, index + 1));
}

export function makeState(change: Partial<DeskState> = {}): DeskState {
  return {
    relay: 'https://relay.example',
    self: ME,
    connection: 'online',
    retryAt: null,
    notice: null,
    cache: { kind: 'encrypted' },
    presence: 'available',
    retentionMonths: 3,
    clockOffset: 0,
    trial: false,
    ...change,
  };
}

/** A draft as the cache gives it. */
export function makeDraft(conversation: string, change: Partial<Draft> = {}): Draft {
  return { conversation, message: '', note: '', mode: 'message', ...change };
}

export function makeSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    state: makeState(),
    settings: INITIAL_SETTINGS,
    heads: [],
    given: [],
    roster: [],
    groups: [],
    drafts: [],
    outbox: [],
    left: [],
    content: CONTENT,
    personal: [],
    ...change,
  };
}

type Asked = {
  readonly [Name in RequestName]: { readonly name: Name; readonly input: RequestInput<Name> };
}[RequestName];

/** Main's side of the bridge, in memory: journals it pages, commands it records. */
export class MemoryMain {
  readonly asked: Asked[] = [];
  readonly journals = new Map<string, Entry[]>();
  snapshot = makeSnapshot();
  answer: (query: RequestInput<'search'>) => RequestOutput<'search'> = () => ({
    finds: [],
    named: null,
    words: [],
    next: null,
    whole: true,
  });
  /** Personal data that stands in other conversations. */
  elsewhere: readonly string[] = [];
  outcome: CommandOutcome = { kind: 'queued', id: newId() };
  #listeners = new Set<(event: DeskEvent) => void>();

  emit(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** What was asked under a name, in order. */
  inputs<Name extends RequestName>(name: Name): RequestInput<Name>[] {
    return this.asked.flatMap((one) => (one.name === name ? [one.input as RequestInput<Name>] : []));
  }

  #page({ conversation, before, limit }: RequestInput<'entries'>): RequestOutput<'entries'> {
    const all = this.journals.get(conversation) ?? [];
    const entries = all.filter((entry) => before === null || entry.seq < before).slice(-limit);
    return { entries, complete: entries.length === 0 || entries[0]?.seq === 1 };
  }

  #answer(asked: Asked): unknown {
    switch (asked.name) {
      case 'snapshot':
        return this.snapshot;
      case 'entries':
        return this.#page(asked.input);
      case 'command':
      case 'leave-draft':
        return this.outcome;
      case 'search':
        return this.answer(asked.input);
      case 'elsewhere':
        return { keys: asked.input.keys.filter((key) => this.elsewhere.includes(key)) };
      case 'facets':
        return { tags: ['vélo'], officers: [] };
      case 'history':
        return { heads: [] };
      case 'sign-in':
        return { kind: 'done' };
      default:
        return null;
    }
  }

  readonly bridge: Bridge = {
    request: async (name, input) => {
      const asked = { name, input } as Asked;
      this.asked.push(asked);
      return this.#answer(asked) as RequestOutput<typeof name>;
    },
    onEvent: (listener) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };
}
