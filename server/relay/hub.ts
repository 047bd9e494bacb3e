import type { CannedResponse } from '../../protocol/canned.ts';
import type { FromCitizen } from '../../protocol/citizen-channel.ts';
import type { FromDesk } from '../../protocol/desk-channel.ts';
import { isThere } from '../../protocol/head.ts';
import type { ExportAsked, OpenConversation, Opened, ServiceInfo } from '../../protocol/http.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import { purgeTime } from '../../protocol/retention.ts';
import type { ReturnToConversation } from '../../protocol/return-phrase.ts';
import { estimateWait } from '../domain/estimate.ts';
import { sessionDigest } from '../store/sessions.ts';
import { Announcing } from './announcing.ts';
import { BlockList } from './block-list.ts';
import { CitizenReader } from './citizen-reader.ts';
import { Committer } from './committer.ts';
import type { Core } from './core.ts';
import { DeskReader } from './desk-reader.ts';
import { nextDistribution } from './distribution.ts';
import { encode } from './encode.ts';
import { type Erased, eraseConversation } from './eraser.ts';
import { exportJournal } from './exporting.ts';
import { handBackFor } from './hand-over.ts';
import { type Live, Registry } from './live.ts';
import { liveFrom } from './loading.ts';
import { Offers } from './offers.ts';
import { momentOf, Officers } from './officers.ts';
import { openConversation, openRequest } from './opening.ts';
import type { HubOptions, HubSettings } from './options.ts';
import { DEFAULT_SETTINGS, nodeScheduler } from './options.ts';
import type {
  ExportResult,
  FormResult,
  GroupSource,
  HubForHttp,
  HubForReturns,
  HubForSockets,
  Link,
  OpenResult,
  Peer,
  SentForm,
  Session,
  Transcript,
} from './ports.ts';
import { Postman } from './postman.ts';
import { publish, reload, tell } from './publishing.ts';
import { cleanUp, type PurgeRun, purgeDue } from './purger.ts';
import { returnsOf } from './returned.ts';
import { comeBack } from './returning.ts';
import { countSatisfaction } from './satisfaction.ts';
import { CLOSED_KEPT, Sweeper } from './sweeper.ts';
import { Teller } from './teller.ts';
import { readTranscript } from './transcript.ts';
import { currentOf, type Visit, visitOf } from './visit.ts';

const NO_GROUPS: GroupSource = { current: () => [], onChanged: () => () => undefined };

/** How long a citizen may still read what is closed: a reload, a reconnection, the last answer. */
const CLOSED_READABLE = 60 * 60_000;
/** Everybody is told to come back within this long, each at a moment of their own. */
const COME_BACK_WITHIN = 3_000;

/**
 * The relay's heart. The gateway parses frames and hands them over; greeting (V1, H1 and its time-out),
 * malformed counts (E2), `beat` (C1) and closes are the hub's; pings and frame sizes are the gateway's.
 * Sockets of ended sessions are closed by the hub (`accounts.onEnded`).
 */
export interface Hub extends HubForSockets, HubForHttp {
  /** Erases on request, at once: the key first, then everybody is told, then the rows. */
  erase(conversation: Id): Promise<Erased>;
  /** Destroys what is due, now rather than within the hour. */
  purge(): Promise<PurgeRun>;
  /** The catalogue or what is known of its links has changed: every desk is told. */
  contentChanged(): void;
  /** An officer's own responses have changed: their desks are told, and no other. */
  personalChanged(officer: Id, responses: readonly CannedResponse[]): void;
  /** What the service announces: to be refreshed when it was changed beside the relay. */
  readonly announcing: Pick<Announcing, 'refresh'>;
  /** For whatever takes reports of answers that did not arrive. */
  readonly returns: HubForReturns;
  /** Stops timers and lets go of the sockets, without a word to anyone: for tests, and after `drain`. */
  stop(): void;
}

/** Rebuilds every state from the store's journals, purges what is due, and begins. */
export async function createHub(options: HubOptions): Promise<Hub> {
  const hub = new RelayHub(options);
  await hub.start();
  return hub;
}

class RelayHub implements Hub, Core {
  readonly settings: HubSettings;
  readonly store;
  readonly clock;
  readonly scheduler;
  readonly content;
  readonly personal;
  readonly accounts;
  readonly groups;
  readonly stations: Core['stations'];
  readonly erasures;
  readonly blocks;
  readonly mail;
  readonly phrases;
  readonly orientation;
  readonly log;
  readonly metrics;
  readonly registry = new Registry();
  readonly officers = new Officers(this.registry);
  readonly offers = new Offers(this);
  readonly sockets = new Set<CitizenReader | DeskReader>();
  readonly committer: Committer;
  readonly teller: Teller;
  readonly announcing: Announcing;
  readonly blockList: BlockList;
  readonly postman: Postman | null;
  readonly returns = returnsOf(this);
  readonly #sweeper: Sweeper;
  readonly #forgetAccounts: () => void;
  readonly #forgetGroups: () => void;
  readonly #forgetStations: (() => void) | undefined;
  #draining = false;

  constructor(options: HubOptions) {
    this.settings = { ...DEFAULT_SETTINGS, ...options.settings };
    this.store = options.store;
    this.clock = options.clock;
    this.scheduler = options.scheduler ?? nodeScheduler;
    this.content = options.content;
    this.personal = options.personal ?? null;
    this.accounts = options.accounts;
    this.groups = options.groups ?? NO_GROUPS;
    this.stations = options.stations ?? null;
    this.erasures = options.erasures ?? null;
    this.blocks = options.blocks ?? null;
    this.mail = options.mail ?? null;
    this.phrases = options.phrases ?? null;
    this.orientation = options.orientation ?? (() => null);
    this.log = options.log;
    this.metrics = options.metrics;
    this.teller = new Teller(this);
    this.announcing = new Announcing(this, options.announcements ?? null);
    this.blockList = new BlockList(this);
    this.committer = new Committer({
      store: this.store,
      registry: this.registry,
      scheduler: this.scheduler,
      clock: this.clock,
      log: this.log,
      metrics: this.metrics,
      next: (overlay) => nextDistribution(this, overlay),
      publish: (changes, references) => publish(this, changes, references),
      told: (changes) => tell(this, changes),
      reload: (conversations) => reload(this, conversations),
    });
    this.postman = this.mail === null ? null : new Postman(this, this.mail);
    this.#sweeper = new Sweeper(this);
    this.#forgetAccounts = this.accounts.onEnded((ended) => this.#sessionEnded(ended));
    this.#forgetGroups = this.groups.onChanged(() => this.teller.groupsChanged());
    this.#forgetStations = this.stations?.onChanged(() => this.teller.stationsChanged());
  }

  get draining(): boolean {
    return this.#draining;
  }

  async start(): Promise<void> {
    const { settings, store, log } = this;
    const tightened = await store.tighten((openedAt) => purgeTime(openedAt, settings.retentionMonths));
    if (tightened > 0) log('info', 'retention-shortened', { conversations: tightened });
    try {
      await purgeDue(this, true);
      await cleanUp(this);
    } catch (error) {
      log('error', 'purge-failed', { name: error instanceof Error ? error.name : 'unknown' });
      this.#sweeper.purgeSoon();
    }
    await this.#load();
    await this.announcing.refresh();
    this.#sweeper.start();
    this.postman?.start();
    this.committer.schedule();
    log('info', 'hub-started', { open: this.registry.open, waiting: this.registry.waiting.size });
  }

  async #load(): Promise<void> {
    const now = this.clock();
    for (const stored of await this.store.recent(now - CLOSED_KEPT)) {
      let live: Live | null = null;
      try {
        live = await liveFrom(this, stored);
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        this.log('error', 'journal-unreadable', { conversation: stored.conversation, name });
      }
      if (live === null) continue;
      this.registry.add(live);
      live.groupUntil = this.scheduler.elapsed() + this.#groupLeft(live, now);
      live.unheardAt = this.scheduler.elapsed() - Math.max(0, now - (live.state.unheardSince ?? now));
      live.shown = live.state;
      if (live.state.holder !== null) this.officers.remember(live.state.holder, momentOf(this));
    }
  }

  /** After a restart only the wall says how long it waits for its group still: never longer than one whole time. */
  #groupLeft({ state: { forGroup } }: Live, now: number): number {
    return Math.min(this.settings.groupFirst, Math.max(0, (forGroup?.until ?? 0) - now));
  }

  #sessionEnded({ officer, session }: { officer: Id; session: Id | null }): void {
    const record = this.officers.get(officer);
    if (record === undefined) return;
    for (const desk of [...record.desks]) {
      if (session === null || desk.session.session === session) desk.close('not-signed-in');
    }
    // Signing out is a decision, not an accident: nobody waits for the grace.
    if (record.presence.desks === 0) handBackFor(this, officer, 'signed-out');
  }

  async citizen(token: string, link: Link): Promise<Peer<FromCitizen> | null> {
    const live = await this.#byToken(token);
    if (live === null || live.state.left === 'quick-exit' || this.#isShut(live)) return null;
    const reader = new CitizenReader(this, link, live);
    this.sockets.add(reader);
    return reader;
  }

  #isShut({ state: { closedAt } }: Live): boolean {
    return closedAt !== null && this.clock() - closedAt > CLOSED_READABLE;
  }

  /** Nothing of a conversation that its citizen left: somebody else may sit there now. */
  async transcript(token: string): Promise<Transcript | null> {
    const live = await this.#byToken(token);
    if (live === null || live.state.left !== null || this.#isShut(live)) return null;
    return readTranscript(this.store, live.state.conversation);
  }

  readonly satisfaction: Hub['satisfaction'] = async (token, answer) =>
    countSatisfaction(this, await this.#byToken(token), answer);

  /**
   * Null also for what was closed longer ago than the relay remembers: nobody has anything to read of it any more, and
   * a cookie of yesterday must not have a whole journal read at each request (rule E4).
   */
  async #byToken(token: string): Promise<Live | null> {
    const conversation = await this.store.bySession(sessionDigest(token));
    return conversation === null ? null : (this.registry.get(conversation) ?? null);
  }

  desk(session: Session, link: Link): Peer<FromDesk> {
    const reader = new DeskReader(this, link, session);
    this.sockets.add(reader);
    return reader;
  }

  #chatIsOpen(onDuty: number): boolean {
    return !this.settings.rosterOpens || onDuty > 0;
  }

  open(request: OpenConversation): Promise<OpenResult> {
    if (request.purpose === 'deferred' && this.mail === null) {
      return Promise.resolve({ kind: 'refused', code: 'mail-unavailable' });
    }
    if (request.purpose !== 'deferred' && !this.#chatIsOpen(this.officers.duty().ready)) {
      return Promise.resolve({ kind: 'refused', code: 'chat-closed' });
    }
    return openConversation(this, request);
  }

  request(form: SentForm): Promise<FormResult> {
    return openRequest(this, form);
  }

  comeBack(asked: ReturnToConversation): Promise<OpenResult> {
    return comeBack(this, asked);
  }

  /** Null also for a conversation that its citizen left: the page begins anew. */
  async current(token: string): Promise<Opened | null> {
    return currentOf(await this.#byToken(token), this.clock());
  }

  async visit(token: string): Promise<Visit> {
    return visitOf(await this.#byToken(token), this.clock());
  }

  erase(conversation: Id): Promise<Erased> {
    return eraseConversation(this, conversation);
  }

  purge(): Promise<PurgeRun> {
    return purgeDue(this);
  }

  /** Rule V6. */
  async blockedUntil(token: string | null, address: string): Promise<Time | null> {
    if (this.blocks === null) return null;
    const conversation = token === null ? null : await this.store.bySession(sessionDigest(token));
    return this.blocks.until(conversation, address, this.clock());
  }

  export(session: Session, asked: ExportAsked): Promise<ExportResult> {
    return exportJournal(this, session, asked);
  }

  contentChanged(): void {
    this.teller.contentChanged();
  }

  personalChanged(officer: Id, responses: readonly CannedResponse[]): void {
    this.teller.personalChanged(officer, responses);
  }

  serviceInfo(): ServiceInfo {
    const duty = this.officers.duty();
    const waiting = [...this.registry.waiting].filter(({ state }) => isThere(state)).length;
    return {
      onDuty: duty.ready,
      free: duty.free,
      waiting,
      estimate: estimateWait(waiting + 1, this.teller.pace.now(this.clock(), duty)),
      termsVersion: this.settings.termsVersion,
      chat: this.#chatIsOpen(duty.ready) ? 'open' : 'closed',
      deferred: this.mail !== null,
      ...this.announcing.shown,
    };
  }

  ready(): boolean {
    return this.committer.writable && !this.#draining;
  }

  async drain(): Promise<void> {
    this.#draining = true;
    this.#sweeper.stop();
    await this.postman?.stop();
    await this.committer.idle();
    for (const socket of [...this.sockets]) {
      const retryAfter = Math.floor(Math.random() * COME_BACK_WITHIN);
      socket.link.send(encode({ type: 'bye', retryAfter }));
      socket.close('come-back');
    }
    // Closing desks asks for nothing more: what they hold waits for them, with the grace, at the next start.
    this.stop();
    this.log('info', 'hub-drained', {});
  }

  stop(): void {
    this.#sweeper.stop();
    void this.postman?.stop();
    this.teller.stop();
    this.committer.stop();
    this.#forgetAccounts();
    this.#forgetGroups();
    this.#forgetStations?.();
    this.sockets.clear();
  }
}
