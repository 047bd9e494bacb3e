import type { LinkHealth } from '../../protocol/link-health.ts';
import { type Asking, ask } from './ask.ts';
import { type AskFor, checkLink, type Finding, isSameLink, type Link, linkOf } from './check.ts';
import type { CheckedContent } from './source.ts';
import { HostTurns, retryTime } from './turns.ts';

/** How a link stood, as it is kept: with the link as it was then, and how often in a row it failed. */
export type LinkRecord = LinkHealth & Link & { readonly failures: number };

export interface LinkRecords {
  all(): Promise<readonly LinkRecord[]>;
  /** Puts these in the place of all there were. */
  replace(records: readonly LinkRecord[]): Promise<void>;
}

export type LinkCheckerOptions = {
  readonly content: CheckedContent;
  readonly records: LinkRecords;
  readonly clock: () => number;
  /** Milliseconds between two rounds. */
  readonly every: number;
  readonly asking: Asking;
  /** Milliseconds between two requests to one host. */
  readonly breath?: number;
  /** Called when the content has changed. */
  readonly changed: () => void;
  readonly log: (
    level: 'info' | 'warn' | 'error',
    event: string,
    details: Readonly<Record<string, string | number>>,
  ) => void;
};

/** Links asked at once. */
const AT_ONCE = 4;
/** Checks in a row that must fail before a link that may have had a bad hour counts as dead. */
export const DEAD_AFTER = 3;
/** From so many links on, a round in which none is right speaks of this relay's own network. */
const ENOUGH_TO_DOUBT = 5;
const BREATH = 1_000;
/** After a round that says nothing. */
const AGAIN = 3_600_000;

/** Asks every link of the catalogue, round after round, and keeps how each stands. */
export class LinkChecker {
  readonly #options: LinkCheckerOptions;
  readonly #turns: HostTurns;
  #records = new Map<string, LinkRecord>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** The round that is under way or about to be. */
  #whole: Promise<boolean> | null = null;
  /** Rounds and looks at edits, one after the other. Never rejects. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #stopping = new AbortController();

  constructor(options: LinkCheckerOptions) {
    this.#options = options;
    this.#turns = new HostTurns(options.breath ?? BREATH);
  }

  /** Takes up what earlier rounds found, and asks at once what is due. */
  async start(): Promise<void> {
    const { clock, every } = this.#options;
    const links = new Map(this.#links().map((link) => [link.platform, link]));
    for (const record of await this.#options.records.all()) {
      // Of another link, it says nothing of this one.
      if (isSameLink(links.get(record.platform), record)) this.#records.set(record.platform, record);
    }
    this.#tell();
    const known = [...links.keys()].every((platform) => this.#records.has(platform));
    const last = Math.max(0, ...[...this.#records.values()].map(({ checkedAt }) => checkedAt));
    this.#schedule(known ? Math.max(0, last + every - clock()) : 0);
  }

  /** Resolves when no request is under way any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#last;
  }

  /**
   * Asks every link now. One round at a time: who asks meanwhile gets its end. Resolves to whether it said anything:
   * one in which nothing is right, or that was stopped, does not.
   */
  round(): Promise<boolean> {
    this.#whole ??= this.#afterTheLast(() => this.#round())
      .then((said) => said === true)
      .finally(() => {
        this.#whole = null;
      });
    return this.#whole;
  }

  #afterTheLast<Said>(work: () => Promise<Said>): Promise<Said | undefined> {
    const turn = this.#last.then(() => (this.#stopping.signal.aborted ? undefined : work()));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #schedule(after: number): void {
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.round()
        .catch((error: unknown) => {
          this.#failed(error);
          return false;
        })
        .then((said) => this.#schedule(said ? this.#options.every : Math.min(AGAIN, this.#options.every)));
    }, after);
    this.#timer.unref();
  }

  #links(): Link[] {
    return this.#options.content.base.platforms.flatMap((platform) => linkOf(platform) ?? []);
  }

  /** The catalogue was edited: a corrected address is asked at once, and nothing is known of the former one. */
  edited(): void {
    this.#afterTheLast(() => this.#fresh()).catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    const name = error instanceof Error ? error.name : 'unknown';
    this.#options.log('error', 'link-round-failed', { name });
  }

  /** Asks the links of which nothing is known. */
  async #fresh(): Promise<void> {
    const links = this.#links();
    const asked = new Map(links.map((link) => [link.platform, link]));
    const kept = [...this.#records].filter(([platform, record]) => isSameLink(asked.get(platform), record));
    this.#records = new Map(kept);
    const unknown = links.filter(({ platform }) => !this.#records.has(platform));
    if (unknown.length === 0 || this.#stopping.signal.aborted) return;
    const found = await this.#askAll(unknown);
    if (this.#stopping.signal.aborted) return;
    this.#records = new Map([...this.#records, ...found]);
    await this.#options.records.replace([...this.#records.values()]);
    this.#tell();
  }

  async #askAll(links: readonly Link[]): Promise<Map<string, LinkRecord>> {
    const { clock } = this.#options;
    const left = [...links];
    const next = new Map<string, LinkRecord>();
    const worker = async () => {
      for (
        let link = left.shift();
        link !== undefined && !this.#stopping.signal.aborted;
        link = left.shift()
      ) {
        const record = await this.#check(link, clock());
        if (record !== null) next.set(link.platform, record);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    this.#turns.rest();
    return next;
  }

  async #round(): Promise<boolean> {
    const { log, records } = this.#options;
    const next = await this.#askAll(this.#links());
    if (this.#stopping.signal.aborted) return false;
    const counts = { ok: 0, altered: 0, dead: 0, uncertain: 0 };
    for (const { state } of next.values()) counts[state] += 1;
    if (next.size >= ENOUGH_TO_DOUBT && counts.ok === 0) {
      log('warn', 'link-round-void', counts);
      return false;
    }
    this.#records = next;
    await records.replace([...next.values()]);
    this.#tell();
    log('info', 'link-round', counts);
    return true;
  }

  async #check(link: Link, now: number): Promise<LinkRecord | null> {
    const before = this.#records.get(link.platform) ?? null;
    if (this.#turns.isClosed(new URL(link.url).host, now)) return before;
    const finding = await checkLink(link, this.#askFor);
    return recordOf(link, finding, before, now);
  }

  readonly #askFor: AskFor = async (url, method, cookie) => {
    const { asking, clock } = this.#options;
    const answer = await this.#turns.run(url.host, () =>
      ask(url, method, { ...asking, signal: this.#stopping.signal }, cookie),
    );
    if (answer.kind === 'answered' && answer.retryAfter !== null && answer.status >= 400) {
      const at = retryTime(answer.retryAfter, clock());
      if (at !== null) this.#turns.closeUntil(url.host, at);
    }
    return answer;
  };

  #tell(): void {
    const health = [...this.#records.values()]
      .map(({ url: _, alsoAt: __, failures: ___, ...told }) => told)
      // In one order, so that the same states are the same version.
      .sort((one, other) => (one.platform < other.platform ? -1 : 1));
    if (health.length === 0) return;
    this.#options.content.setHealth(health);
    this.#options.changed();
  }
}

function recordOf(link: Link, finding: Finding, before: LinkRecord | null, checkedAt: number): LinkRecord {
  const { state, reason, status, passing } = finding;
  const failures = passing ? (before?.failures ?? 0) + 1 : 0;
  const settled = passing && failures >= DEAD_AFTER ? 'dead' : state;
  return { ...link, state: settled, reason, status, checkedAt, failures };
}
