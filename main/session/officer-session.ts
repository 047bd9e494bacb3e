import type { FromDesk, ToDesk } from '../../protocol/desk-channel.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import { type Draft, isEmptyDraft } from '../../protocol/ipc.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import { callStore, DeskCache, type DeskCacheOptions } from '../cache/desk-cache.ts';
import type { CacheFault, CacheStore } from '../cache/operations.ts';
import type { Attention } from './attention.ts';
import { Calls } from './calls.ts';
import { Commands } from './commands.ts';
import type { SessionContext } from './context.ts';
import { StationsDirectory } from './directory.ts';
import { keepIndexed } from './indexing.ts';
import { Journals } from './journals.ts';
import { Link, shownConnection } from './link.ts';
import type { DeskModel } from './model.ts';
import { itemsOf, restoredOutbox } from './outbox.ts';
import { Signals } from './signals.ts';
import type { Log, Surroundings } from './surroundings.ts';
import type { OpenWire } from './wire.ts';

export type OfficerSessionOptions = {
  readonly self: OfficerSelf;
  readonly token: string;
  readonly model: DeskModel;
  readonly origin: DeskCacheOptions['origin'];
  readonly openWire: OpenWire;
  readonly surroundings: Surroundings;
  readonly log: Log;
  readonly onAttention: (attention: Attention) => void;
  /** The relay no longer knows this session. */
  readonly onExpired: () => void;
  /** The relay told a newer self (capacity, rank): worth keeping for the next start. */
  readonly onSelf: (self: OfficerSelf, expiresAt: Time) => void;
};

type Welcome = Extract<ToDesk, { type: 'welcome' }>;
type Heads = Extract<ToDesk, { type: 'heads' }>;
type HeadsChange = Pick<Heads, 'all' | 'heads' | 'gone'>;
type Range = Extract<ToDesk, { type: 'entries' }>;

/**
 * One officer at this desk, from sign-in to sign-out: the link, the reader, the outbox and the cache, tied
 * together by one order: persist, commit, then tell the window.
 */
export class OfficerSession {
  readonly #options: OfficerSessionOptions;
  readonly #cache: DeskCache;
  readonly #link: Link;
  readonly commands: Commands;
  readonly journals: Journals;
  readonly signals: Signals;
  readonly stations: StationsDirectory;
  readonly #stopIndexing: () => void;
  readonly #calls: Calls;
  /** Heads that are not whole yet: what follows them is on the way. */
  #begun: HeadsChange | null = null;
  #epoch: string | null;

  private constructor(options: OfficerSessionOptions, cache: DeskCache, loaded: Loaded) {
    this.#options = options;
    this.#cache = cache;
    this.#epoch = loaded.epoch;
    const { model, surroundings, log } = options;
    this.#link = new Link({
      openWire: options.openWire,
      token: options.token,
      surroundings,
      log,
      hello: () => this.#hello(),
      onFrame: (frame) => this.#receive(frame),
      onChange: (state) => model.patch(shownConnection(state, surroundings)),
      onLost: () => {
        this.commands.lost();
        this.journals.lost();
      },
      onExpired: options.onExpired,
    });
    const context: SessionContext = {
      officer: options.self.officer,
      model,
      cache,
      surroundings,
      log,
      send: (frame) => this.#link.send(frame),
    };
    this.journals = new Journals(context, loaded.cursors);
    this.commands = new Commands(context, this.journals);
    this.signals = new Signals(context);
    this.stations = new StationsDirectory({
      ...{ cache, surroundings, log },
      entry: { relay: model.state.relay, token: options.token },
      changed: (known) => model.tell({ type: 'stations', known }),
    });
    this.#stopIndexing = keepIndexed(context);
    this.#calls = new Calls({
      ...context,
      isTaking: (conversation, all) => this.commands.isTaking(conversation, all),
      cursor: (conversation) => this.journals.cursor(conversation),
      onAttention: options.onAttention,
    });
  }

  /** Opens the cache, purges it, shows what it holds; the link starts with `start`. */
  static async open(options: OfficerSessionOptions): Promise<OfficerSession> {
    const { model, self, surroundings } = options;
    // Both refer to each other: the cache tells the session when it went over to memory.
    const late: { session: OfficerSession | null } = { session: null };
    const cache = new DeskCache({
      officer: self.officer,
      origin: options.origin,
      seed: (memory) => late.session?.seed(memory),
      onDegraded: (fault) => late.session?.degraded(fault),
    });
    const loaded = await cache.call('load', { now: surroundings.now() });
    model.patch({ self, cache: cache.mode, retentionMonths: loaded.retentionMonths });
    model.restore(loaded, restoredOutbox(loaded.outbox));
    const session = new OfficerSession(options, cache, loaded);
    late.session = session;
    return session;
  }

  start(): void {
    this.#link.start();
  }

  reconnect(): void {
    this.#link.again();
  }

  /** Stops the link and closes the cache, which stays on the disk. */
  async end(): Promise<void> {
    this.#link.stop();
    this.#stopIndexing();
    this.#calls.stop();
    this.stations.end();
    this.commands.stop();
    await this.#cache.close();
  }

  get cache(): DeskCache {
    return this.#cache;
  }

  /** Destroys what is due by now, by the relay's clock where it is known. */
  async purge(): Promise<void> {
    const { model } = this.#options;
    const { purged } = await this.#cache.call('purge', { now: this.#now() });
    this.#destroyed(purged);
    // Shown but, with a cache that failed meanwhile, no longer stored: the limit holds for the screen too.
    this.#destroyed([...model.heads.values()].filter((head) => head.purgeAt <= this.#now()).map(idOf));
  }

  /** What is on screen now: the relay tells who reads along, and what was put into these hands is seen. */
  looking(conversation: Id | null): void {
    this.signals.looking(conversation);
    this.#calls.looking(conversation);
  }

  async draft(draft: Draft): Promise<void> {
    const { model } = this.#options;
    if (isEmptyDraft(draft)) model.drafts.delete(draft.conversation);
    else model.drafts.set(draft.conversation, draft);
    await this.#cache.call('draft', { draft, at: this.#now() });
  }

  #now(): Time {
    return this.#options.surroundings.now() + this.#options.model.state.clockOffset;
  }

  /** What this process knows goes into the memory that takes a failed file's place. */
  private seed(memory: CacheStore): void {
    const { model } = this.#options;
    const epoch = this.#epoch;
    if (epoch !== null) {
      const { retentionMonths } = model.state;
      callStore(memory, 'welcome', { now: this.#now(), retentionMonths, epoch });
    }
    callStore(memory, 'heads', { all: true, heads: [...model.heads.values()], gone: [] });
    for (const draft of model.drafts.values()) callStore(memory, 'draft', { draft, at: this.#now() });
    for (const item of itemsOf(model.outbox)) callStore(memory, 'outbox-put', { item });
    if (model.content !== null) callStore(memory, 'content', { content: model.content });
    callStore(memory, 'personal', { responses: [...model.personal] });
    const directory = this.stations.known;
    if (directory !== null) callStore(memory, 'keep-stations', { directory });
  }

  private degraded(fault: CacheFault): void {
    this.#options.log('cache-in-memory', { fault });
    this.#options.model.patch({ cache: this.#cache.mode });
    this.journals.startOver();
  }

  #hello(): FromDesk {
    return {
      type: 'hello',
      version: PROTOCOL_VERSIONS.desk,
      epoch: this.#epoch,
      contentVersion: this.#options.model.content?.version ?? null,
      cursors: this.journals.helloCursors(),
    };
  }

  async #receive(frame: ToDesk): Promise<void> {
    const { model } = this.#options;
    switch (frame.type) {
      case 'welcome':
        return this.#welcomed(frame);
      case 'content':
        await this.#cache.call('content', { content: frame.content });
        return model.setContent(frame.content);
      case 'personal':
        await this.#cache.call('personal', { responses: frame.responses });
        return model.setPersonal(frame.responses);
      case 'stations':
        return void this.stations.wants(frame.version);
      case 'heads':
        return this.#headsCame(frame);
      case 'left':
        return model.setLeft(frame.conversations, frame.all);
      case 'roster':
        model.setRoster(frame.rows);
        this.signals.rosterCame(frame.rows);
        return this.#calls.rosterCame();
      case 'groups':
        model.setGroups(frame.groups);
        return this.#calls.groupsCame();
      case 'readers':
        return model.tell(frame);
      case 'entries':
        return this.#entriesCame(frame);
      case 'reset':
        return this.#reset([frame.conversation]);
      case 'unfollowed':
        return this.journals.unfollowed(frame.conversation);
      case 'ack':
        return this.commands.acked(frame);
      case 'refused':
        if (frame.id === null) this.#options.log('frame-refused', { code: frame.code });
        else await this.commands.refused(frame.id, frame.code);
        return;
      case 'presence':
        return this.signals.presenceChanged(frame.presence, frame.why);
      case 'satisfaction':
        return model.patch({ satisfaction: frame.figures });
      case 'blocks':
        return model.patch({ blocks: frame.blocks });
      case 'announcement':
        return model.patch({ announcement: frame.announcement });
      case 'typing':
        return model.tell({ type: 'typing', conversation: frame.conversation });
      case 'purged':
        await this.#cache.call('destroy', { conversations: frame.conversations });
        this.#destroyed(frame.conversations);
        // P3: only now, when nothing of them is left here.
        if (frame.confirm) this.#link.send({ type: 'purged-done', conversations: frame.conversations });
        return;
      case 'beat':
      case 'bye':
        return;
    }
  }

  async #welcomed(frame: Welcome): Promise<void> {
    const { model, surroundings, onSelf } = this.#options;
    this.#calls.welcomed(frame.now);
    // What was cut off is said from the beginning.
    this.#begun = null;
    const { now, retentionMonths, epoch, self, mail = false } = frame;
    // R2: forgotten before the new epoch is kept. The other way round, a desk that died in between would vouch
    // for the former store's journals under the new one's name, and never be told otherwise.
    const changed = this.#epoch !== null && this.#epoch !== epoch;
    if (frame.reset || changed) await this.#reset(null);
    const told = await this.#cache.call('welcome', { now, retentionMonths, epoch });
    this.#destroyed(told.purged);
    this.#epoch = epoch;
    model.patch({
      self,
      retentionMonths,
      mail,
      announcement: null,
      clockOffset: now - surroundings.now(),
    });
    onSelf(self, frame.sessionExpiresAt);
    this.signals.catchUp(frame);
    this.journals.followHeld();
    if (frame.stations !== undefined) void this.stations.wants(frame.stations);
    this.commands.welcomed();
  }

  async #reset(conversations: readonly Id[] | null): Promise<void> {
    await this.journals.reset(conversations);
    this.commands.reset(conversations);
  }

  /** Those of several frames are one change: what only the last one names is not gone with the first. */
  async #headsCame({ all, heads, gone, more }: Heads): Promise<void> {
    const { heads: earlier, gone: earlierGone, all: whole } = this.#begun ?? { heads: [], gone: [], all };
    const change = { all: whole, heads: [...earlier, ...heads], gone: [...earlierGone, ...gone] };
    this.#begun = more ? change : null;
    if (!more) await this.#headsChanged(change);
  }

  async #headsChanged({ all, heads, gone }: HeadsChange): Promise<void> {
    const { model } = this.#options;
    const { dropped } = await this.#cache.call('heads', { all, heads, gone });
    const call = this.#calls.headsComing({ all, heads });
    model.setHeads(all, heads, gone);
    this.journals.dropped(dropped);
    this.signals.forget(dropped);
    this.#calls.forget(gone);
    this.journals.followHeld();
    await this.commands.headsChanged(heads.map(idOf));
    call();
  }

  async #entriesCame(range: Range): Promise<void> {
    const entries = await this.journals.receive(range);
    if (entries === null) return;
    await this.commands.delivered(entries.map((entry) => entry.id));
    this.#calls.entriesCame(range.conversation, entries);
  }

  #destroyed(conversations: readonly Id[]): void {
    if (conversations.length === 0) return;
    this.journals.dropped(conversations);
    this.signals.forget(conversations);
    this.#calls.forget(conversations);
    this.#options.model.purge(conversations);
    this.#options.log('purged', { conversations: conversations.length });
  }
}

type Loaded = {
  readonly epoch: string | null;
  readonly cursors: ConstructorParameters<typeof Journals>[1];
};

function idOf(head: Head): Id {
  return head.conversation;
}
