/** A whole relay for tests: the real hub on a real store, links that are arrays, and time moved by hand. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examplePlatform } from '../../protocol/arbitrary.testkit.ts';
import type { ClosedQuestion } from '../../protocol/closed-question.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Group } from '../../protocol/group.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { createPhrases } from '../accounts/phrases.ts';
import { keyFromBytes } from '../store/keys.ts';
import { openErasures } from '../store/sqlite/erasures.ts';
import { openSqliteStore, type SqliteStore } from '../store/sqlite/open.ts';
import type { Store } from '../store/store.ts';
import { TestDesk, TestPage } from './clients.testkit.ts';
import { createHub, type Hub } from './hub.ts';
import type { HubOptions, HubSettings } from './options.ts';
import type { MailCarrier, Phrases, Session } from './ports.ts';
import { ManualTime, settle } from './time.testkit.ts';

export const TERMS = '2026-11';
/** A closed question as the catalogue holds it. */
export const QUESTION: ClosedQuestion = {
  id: 'arme',
  titleFr: 'Une arme ?',
  titleEn: 'A weapon?',
  textFr: 'Y a-t-il une arme ?',
  textEn: 'Is there a weapon?',
  answers: [
    {
      labelFr: 'Oui',
      labelEn: 'Yes',
      saysFr: 'Oui, il y a une arme ici.',
      saysEn: 'Yes, there is a weapon here.',
    },
    { labelFr: 'Non', labelEn: 'No', saysFr: 'Non, il n’y a pas d’arme.', saysEn: 'No, there is no weapon.' },
  ],
};

const MASTER = keyFromBytes(Buffer.alloc(32, 3));

const phrases = createPhrases();
let officers = 0;

export function newSession(role: OfficerSelf['role'] = 'officer', capacity = 5): Session {
  officers += 1;
  const self: OfficerSelf = {
    officer: newId(),
    login: `officer${officers}`,
    rank: 'Brigadier',
    alias: `Alias ${officers}`,
    role,
    capacity,
  };
  return { session: newId(), self, expiresAt: Date.UTC(2030, 0) };
}

export type Figures = { committed: number[]; failed: string[]; cutOff: number; purged: number };

/** A relay with its store in a temporary directory. */
export class House {
  readonly time = new ManualTime();
  readonly settings: { -readonly [Name in keyof HubSettings]?: HubSettings[Name] };
  readonly events: { event: string; details: Readonly<Record<string, unknown>> }[] = [];
  readonly figures: Figures = { committed: [], failed: [], cutOff: 0, purged: 0 };
  readonly capacities: [Id, number][] = [];
  /** Groups of officers; `regroup` changes them. */
  groups: readonly Group[] = [];
  readonly #regrouped = new Set<() => void>();
  /** Officers with an account, as erasures see them. */
  readonly accounts: Id[] = [];
  readonly #ended = new Set<(ended: { officer: Id; session: Id | null }) => void>();
  #directory: string;
  #store: SqliteStore | null = null;
  #hub: Hub | null = null;
  /** Lets a test stand between the hub and its store. */
  readonly #wrap: (store: Store) => Store;
  /** What carries answers by e-mail; null where none can be asked for. From the next start on. */
  mail: MailCarrier | null;
  /** What keeps and compares phrases to come back by: the real ones. */
  phrases: Phrases | null = null;
  /** Where what is announced is kept; from the next start on. */
  announcements: NonNullable<HubOptions['announcements']> | null = null;

  private constructor(
    settings: Partial<HubSettings>,
    wrap: (store: Store) => Store,
    mail: MailCarrier | null,
  ) {
    this.settings = settings;
    this.#wrap = wrap;
    this.mail = mail;
    this.#directory = mkdtempSync(join(tmpdir(), 'permanence-relay-'));
  }

  static async open(
    settings: Partial<HubSettings> = {},
    wrap: (store: Store) => Store = (store) => store,
    mail: MailCarrier | null = null,
  ): Promise<House> {
    const house = new House(settings, wrap, mail);
    house.phrases = await phrases;
    await house.start();
    return house;
  }

  get hub(): Hub {
    if (this.#hub === null) throw new Error('the relay is not running');
    return this.#hub;
  }

  get store(): SqliteStore {
    if (this.#store === null) throw new Error('the store is not open');
    return this.#store;
  }

  async start(): Promise<void> {
    const store = await openSqliteStore({ directory: this.#directory, master: MASTER });
    this.#store = store;
    const options: HubOptions = {
      store: this.#wrap(store),
      clock: this.time.clock,
      scheduler: this.time.scheduler,
      content: {
        current: () => ({
          version: 'v1',
          platforms: [examplePlatform],
          responses: [],
          tags: [],
          questions: [QUESTION],
        }),
      },
      accounts: {
        setCapacity: async (officer, capacity) => void this.capacities.push([officer, capacity]),
        onEnded: (listener) => {
          this.#ended.add(listener);
          return () => this.#ended.delete(listener);
        },
      },
      groups: {
        current: () => this.groups,
        onChanged: (listener) => {
          this.#regrouped.add(listener);
          return () => this.#regrouped.delete(listener);
        },
      },
      erasures: { notices: openErasures(store.database), officers: async () => this.accounts },
      mail: this.mail,
      phrases: this.phrases,
      orientation: (id) => (id === 'vol-velo' ? { path: ['Vol', 'Un vélo'], subject: 'Vol de vélo' } : null),
      ...(this.announcements === null ? {} : { announcements: this.announcements }),
      settings: { termsVersion: TERMS, ...this.settings },
      log: (_, event, details) => void this.events.push({ event, details }),
      metrics: {
        committed: (entries) => void this.figures.committed.push(entries),
        commitFailed: (name) => void this.figures.failed.push(name),
        gauges: () => undefined,
        readerCutOff: () => {
          this.figures.cutOff += 1;
        },
        refused: () => undefined,
        mailTried: () => undefined,
        purged: (conversations) => {
          this.figures.purged += conversations;
        },
      },
    };
    this.#hub = await createHub(options);
    await settle();
  }

  /**
   * The process is killed: nothing is said, nothing is closed; the files are as they are, but for what `prepare`
   * does to the directory meanwhile. Then it starts again.
   */
  async crash(prepare: (directory: string) => void = () => undefined): Promise<void> {
    this.hub.stop();
    const next = mkdtempSync(join(tmpdir(), 'permanence-relay-'));
    for (const file of readdirSync(this.#directory)) {
      copyFileSync(join(this.#directory, file), join(next, file));
    }
    await this.store.close();
    rmSync(this.#directory, { recursive: true });
    this.#directory = next;
    prepare(next);
    await this.start();
  }

  async regroup(groups: readonly Group[]): Promise<void> {
    this.groups = groups;
    for (const listener of this.#regrouped) listener();
    await settle();
  }

  signOut(session: Session, everywhere = false): void {
    for (const listener of this.#ended) {
      listener({ officer: session.self.officer, session: everywhere ? null : session.session });
    }
  }

  /** A citizen who accepted the terms, with a page connected. */
  async arrive(subject: string | null = 'Renseignement'): Promise<TestPage> {
    const opening = this.hub.open({ id: newId(), termsVersion: TERMS, language: 'fr', subject });
    const result = await opening;
    if (result.kind === 'refused') throw new Error(`refused: ${result.code}`);
    const page = new TestPage(result.token, result.opened);
    await page.connect(this.hub);
    return page;
  }

  async desk(role: OfficerSelf['role'] = 'officer', capacity = 5): Promise<TestDesk> {
    const desk = new TestDesk(newSession(role, capacity));
    await desk.connect(this.hub);
    return desk;
  }

  journal(conversation: Id): Promise<readonly Entry[]> {
    return this.store.entries(conversation, 0, 10_000, 10_000);
  }

  async close(): Promise<void> {
    this.hub.stop();
    await settle();
    await this.store.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

/** The kinds of a journal's entries, for short assertions. */
export function kinds(entries: readonly { readonly body: { readonly kind: string } }[]): string[] {
  return entries.map(({ body }) => body.kind);
}

/** A store's methods, to stand in front of some of them. */
export function bound(store: Store): Store {
  return {
    epoch: store.epoch,
    commit: (batch) => store.commit(batch),
    find: (ids) => store.find(ids),
    entries: (...range) => store.entries(...range),
    conversation: (id) => store.conversation(id),
    recent: (since) => store.recent(since),
    bySession: (digest) => store.bySession(digest),
    address: (id) => store.address(id),
    byAddress: (address) => store.byAddress(address),
    phrase: (id) => store.phrase(id),
    phraseFailed: (id) => store.phraseFailed(id),
    outgoing: (limit) => store.outgoing(limit),
    postpone: (mail, dueAt) => store.postpone(mail, dueAt),
    returnPath: (token) => store.returnPath(token),
    verifyJournal: (id) => store.verifyJournal(id),
    expired: (now, limit) => store.expired(now, limit),
    condemn: (ids, act) => store.condemn(ids, act),
    purge: (ids, act) => store.purge(ids, act),
    clean: (at, anyway) => store.clean(at, anyway),
    attest: (at) => store.attest(at),
    count: (counts, at) => store.count(counts, at),
    dailyCounts: () => store.dailyCounts(),
    tighten: (due) => store.tighten(due),
    probe: () => store.probe(),
    close: () => store.close(),
  };
}
