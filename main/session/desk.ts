import { type Id, newId, type Time } from '../../protocol/ids.ts';
import type { CacheMode, DeskEvent, DeskState, Settings, SignInOutcome } from '../../protocol/ipc.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { MAX_RETENTION_MONTHS } from '../../protocol/retention.ts';
import type { ProcessCache } from '../cache/process-cache.ts';
import type { Attention } from './attention.ts';
import { openOrigin, rotateKey, sweepCaches } from './cache-opening.ts';
import type { Keychain } from './keychain.ts';
import { DeskModel } from './model.ts';
import { OfficerSession } from './officer-session.ts';
import { type ExportAnswer, exportJournal, type RelayEntry, signIn, signOut } from './relay-http.ts';
import type { Log, Surroundings } from './surroundings.ts';
import { type StoredSession, sessionName, Vault } from './vault.ts';
import type { OpenWire } from './wire.ts';

export type DeskOptions = {
  readonly relay: string;
  /** The desk's data folder. */
  readonly folder: string;
  readonly trial: boolean;
  readonly settings: Settings;
  /** Opens the keychain; the name is that of something it may hold from an earlier start. */
  readonly keychain: (known: string) => Promise<Keychain>;
  /** Starts a cache process; each serves one file after the other. */
  readonly launchCache: () => ProcessCache;
  readonly openWire: OpenWire;
  readonly surroundings: Surroundings;
  readonly log: Log;
  readonly emit: (event: DeskEvent) => void;
  readonly onAttention: (attention: Attention) => void;
};

const PURGE_EVERY = 3_600_000;
/** How long signing out waits for what was written to reach the relay. */
const FLUSH_WITHIN = 4_000;

/**
 * The desk without its window: who is signed in, their session, and the hourly purge. Everything the window
 * asks goes through requests.ts to here.
 */
export class Desk {
  readonly model: DeskModel;
  readonly #options: DeskOptions;
  #vault: Vault | null = null;
  #session: OfficerSession | null = null;
  #token: string | null = null;
  /** The officer's cache file and the process that has it open; null when the cache is in memory. */
  #open: { readonly file: string; readonly process: ProcessCache } | null = null;
  #cancelPurge: (() => void) | null = null;
  #warm: ProcessCache | null = null;
  /** One change of officer at a time. */
  #changing: Promise<unknown> = Promise.resolve();

  constructor(options: DeskOptions) {
    this.#options = options;
    const state: DeskState = {
      relay: options.relay,
      self: null,
      connection: 'offline',
      retryAt: null,
      notice: null,
      cache: { kind: 'encrypted' },
      presence: 'offline',
      retentionMonths: MAX_RETENTION_MONTHS,
      clockOffset: 0,
      trial: options.trial,
    };
    this.model = new DeskModel(state, options.settings, options.emit);
  }

  /** The signed-in officer's session; null when nobody is. */
  get session(): OfficerSession | null {
    return this.#session;
  }

  /**
   * Finds who was signed in, opens and purges their cache, and connects. When it is done the snapshot is
   * whole, with or without a relay.
   */
  async start(): Promise<void> {
    const { relay, folder, surroundings, log } = this.#options;
    const asked = surroundings.elapsed();
    // The process takes about as long to start as the keychain to answer: they do it side by side.
    this.#warm = this.#options.launchCache();
    const keychain = await this.#options.keychain(sessionName(folder, relay));
    this.#vault = new Vault({ keychain, relay, folder });
    log('keychain', { kind: this.#vault.keychain, milliseconds: Math.round(surroundings.elapsed() - asked) });
    this.model.patch({ cache: cacheModeOf(this.#vault.keychain) });
    const stored = await this.#vault.session();
    if (stored !== null && stored.expiresAt > surroundings.now()) {
      await this.#enter(stored);
    } else if (stored !== null) {
      await this.#vault.forgetSession();
      this.model.patch({ notice: 'session-expired' });
    }
    this.#schedulePurge();
    // Other officers' caches are not on screen: they need not hold up the first frame.
    void this.#oneAtATime(() => this.#sweep())
      .catch(() => log('cache-sweep-failed'))
      .finally(() => this.#cool());
  }

  /** A cache process: the one that is running already, once, and new ones after it. */
  readonly #launch = (): ProcessCache => {
    const warm = this.#warm ?? this.#options.launchCache();
    this.#warm = null;
    return warm;
  };

  #cool(): void {
    void this.#warm?.end();
    this.#warm = null;
  }

  async signIn(login: string, password: string): Promise<SignInOutcome> {
    return this.#oneAtATime(async () => {
      if (this.#session !== null) return { kind: 'refused', code: 'wrong-state', retryAfter: null };
      const answer = await signIn(this.#options.relay, login, password);
      if (answer.kind === 'refused') return answer;
      const stored: StoredSession = answer.signedIn;
      await this.#vault?.keepSession(stored);
      await this.#enter(stored);
      return { kind: 'done' };
    });
  }

  /**
   * Sends what is outstanding if it can, ends the session here and on the relay, and destroys the officer's
   * cache: the key first, then the file. Something still unsent keeps the (encrypted) cache for their return.
   */
  async signOut(everywhere: boolean): Promise<void> {
    await this.#oneAtATime(async () => {
      const session = this.#session;
      const token = this.#token;
      if (session === null || token === null) return;
      await this.#flushed();
      const outstanding = this.model.outbox.length > 0;
      await this.#leave('signed-out', outstanding ? 'keep' : 'destroy');
      const told = await signOut(this.#options.relay, token, everywhere);
      this.#options.log('signed-out', { told, outstanding });
    });
  }

  /** Where and as whom to ask the relay beside the wire; null when nobody is signed in. */
  get entry(): RelayEntry | null {
    return this.#token === null ? null : { relay: this.#options.relay, token: this.#token };
  }

  /** The whole journal as a document (rule V4). */
  async export(conversation: Id, reason: string): Promise<ExportAnswer> {
    const token = this.#token;
    if (token === null) return { kind: 'refused', code: 'not-signed-in' };
    const { language } = this.model.settings;
    return exportJournal(this.#options.relay, token, { id: newId(), conversation, reason, language });
  }

  /** The officer asked to connect now. */
  reconnect(): void {
    this.#session?.reconnect();
  }

  /** The workstation woke up: what became due while it slept goes before anything else, then the wire. */
  async woke(): Promise<void> {
    await this.purge();
    this.#session?.reconnect();
  }

  async purge(): Promise<void> {
    await this.#session?.purge();
    // A cache must be neither swept nor given a new key while its officer signs in or out.
    await this.#oneAtATime(() => this.#sweep());
  }

  /** Lets go of everything, with drafts and outbox on the disk. */
  async stop(): Promise<void> {
    this.#cancelPurge?.();
    this.#cool();
    const session = this.#session;
    this.#session = null;
    await session?.end();
  }

  #oneAtATime<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = this.#changing.then(work);
    this.#changing = next.catch(() => undefined);
    return next;
  }

  async #enter(stored: StoredSession): Promise<void> {
    const vault = this.#vault;
    if (vault === null) throw new Error('the desk has not started');
    const { openWire, surroundings, log, onAttention } = this.#options;
    const { officer } = stored.self;
    const origin = await openOrigin(vault, this.#launch, officer, log);
    this.#open = origin.kind === 'file' ? origin : null;
    this.#token = stored.token;
    this.model.patch({ notice: null });
    const session = await OfficerSession.open({
      self: stored.self,
      token: stored.token,
      model: this.model,
      origin,
      openWire,
      surroundings,
      log,
      onAttention,
      onExpired: () => void this.#oneAtATime(() => this.#leave('session-expired', 'keep')),
      onSelf: (self, expiresAt) => this.#keep(stored, self, expiresAt),
    });
    this.#session = session;
    session.start();
  }

  #keep(stored: StoredSession, self: OfficerSelf, expiresAt: Time): void {
    if (JSON.stringify(self) === JSON.stringify(stored.self) && expiresAt === stored.expiresAt) return;
    void this.#vault?.keepSession({ ...stored, self, expiresAt });
  }

  async #leave(notice: NonNullable<DeskState['notice']>, cache: 'keep' | 'destroy'): Promise<void> {
    const session = this.#session;
    const vault = this.#vault;
    if (session === null || vault === null) return;
    this.#session = null;
    this.#token = null;
    const file = this.#open?.file ?? null;
    this.#open = null;
    await vault.forgetSession();
    await session.end();
    if (file !== null && cache === 'destroy') {
      await vault.forgetCacheKey(file);
      await this.#erase(file);
    }
    this.model.clear({ notice, cache: cacheModeOf(vault.keychain) });
  }

  async #erase(file: string): Promise<void> {
    const process = this.#launch();
    await process.call('erase', { file }).catch(() => this.#options.log('cache-not-erased'));
    await process.end();
  }

  /** Until everything written is in the journal, or patience ends. */
  async #flushed(): Promise<void> {
    const { surroundings } = this.#options;
    const until = surroundings.elapsed() + FLUSH_WITHIN;
    const sending = () =>
      this.model.state.connection === 'online' &&
      this.model.outbox.some(({ item }) => item.state === 'sending');
    while (sending() && surroundings.elapsed() < until) {
      await new Promise<void>((done) => surroundings.after(50, done));
    }
  }

  /** The rest of a purge: a new key for the cache that was purged, and the other officers' caches. */
  async #sweep(): Promise<void> {
    const { surroundings, log } = this.#options;
    const now = surroundings.now() + this.model.state.clockOffset;
    if (this.#vault === null) return;
    if (this.#open !== null) await rotateKey(this.#vault, this.#open.process, this.#open.file, log);
    await sweepCaches(this.#vault, this.#launch, this.#open?.file ?? null, now, log);
  }

  #schedulePurge(): void {
    this.#cancelPurge = this.#options.surroundings.after(PURGE_EVERY, () => {
      this.#schedulePurge();
      this.purge().catch(() => this.#options.log('purge-failed'));
    });
  }
}

function cacheModeOf(keychain: Vault['keychain']): CacheMode {
  if (keychain === 'usable') return { kind: 'encrypted' };
  return { kind: 'memory', why: keychain === 'none' ? 'no-keychain' : 'plaintext-keychain' };
}
