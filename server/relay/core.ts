import type { Time } from '../../protocol/ids.ts';
import type { BlockPort } from '../store/blocks.ts';
import type { Store } from '../store/store.ts';
import type { Announcing } from './announcing.ts';
import type { BlockList } from './block-list.ts';
import type { CitizenReader } from './citizen-reader.ts';
import type { Committer } from './committer.ts';
import type { DeskReader } from './desk-reader.ts';
import type { ErasurePort } from './erasure-notices.ts';
import type { Registry } from './live.ts';
import type { Offers } from './offers.ts';
import type { Officers } from './officers.ts';
import type { HubOptions, HubSettings, LogSink, MetricsSink, Scheduler } from './options.ts';
import type {
  GroupSource,
  MailCarrier,
  OrientationSource,
  PersonalResponses,
  Phrases,
  StationSource,
} from './ports.ts';
import type { Postman } from './postman.ts';
import type { Teller } from './teller.ts';

/** What the hub's parts share. */
export interface Core {
  readonly settings: HubSettings;
  readonly store: Store;
  /** What the wall says: for entries and retention. Durations are `scheduler.elapsed()`, which no jump changes. */
  readonly clock: () => Time;
  readonly scheduler: Scheduler;
  readonly content: HubOptions['content'];
  /** Null where nobody has responses of their own: some tests. */
  readonly personal: PersonalResponses | null;
  readonly orientation: OrientationSource;
  readonly accounts: HubOptions['accounts'];
  readonly groups: GroupSource;
  /** Null where there is no directory: some tests. */
  readonly stations: StationSource | null;
  /** Null where nothing is erased on request: some tests. */
  readonly erasures: ErasurePort | null;
  /** How answers by e-mail leave; null when this relay cannot send any. */
  readonly mail: MailCarrier | null;
  /** Null where nobody can choose a phrase to come back by: some tests. */
  readonly phrases: Phrases | null;
  /** Null where nobody can be kept out: some tests. */
  readonly blocks: BlockPort | null;
  readonly log: LogSink;
  readonly metrics: MetricsSink;
  readonly registry: Registry;
  readonly officers: Officers;
  readonly offers: Offers;
  readonly committer: Committer;
  readonly teller: Teller;
  readonly announcing: Announcing;
  readonly blockList: BlockList;
  /** Null when this relay cannot send e-mail. */
  readonly postman: Postman | null;
  /** Every open socket, greeted or not. */
  readonly sockets: Set<CitizenReader | DeskReader>;
  /** True once the relay refuses new work (`shutting-down`). */
  readonly draining: boolean;
}
