import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { GroupChange } from '../../protocol/group.ts';
import type { Terms } from '../../protocol/http.ts';
import type { Id } from '../../protocol/ids.ts';
import type { CitizenLanguage } from '../../protocol/language.ts';
import type { LocalAccounts } from '../accounts/accounts.ts';
import type { Grouped } from '../accounts/groups.ts';
import type { Config } from '../config/index.ts';
import type { DocumentMaker } from '../documents/maker.ts';
import type { ContentEditor } from '../editing/editor.ts';
import type { LiveStations } from '../editing/stations.ts';
import type { Clock, HubForHttp, HubForSockets } from '../relay/ports.ts';
import type { Site } from '../site/site.ts';
import type { SqliteStore } from '../store/sqlite/open.ts';
import type { Store } from '../store/store.ts';
import type { AddressRule, Client } from './address.ts';
import type { Audience } from './audience.ts';
import type { CitizenCookie } from './cookie.ts';
import type { Doors } from './doors.ts';
import type { SecurityHeaders } from './headers.ts';
import type { Limiter } from './limiter.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { OriginRule } from './origin.ts';
import { refusalBody, retryAfterSeconds, statusOf } from './refuse.ts';

export type Heartbeat = { readonly every: number; readonly silence: number };

/** What the gateway is given. */
export type GatewayOptions = {
  readonly config: Config;
  readonly hub: HubForSockets & HubForHttp;
  readonly accounts: Pick<LocalAccounts, 'signIn' | 'signOut' | 'bySession' | 'touch' | 'record'>;
  readonly editor: Pick<ContentEditor, 'edit' | 'overview' | 'history' | 'editPersonal'>;
  /** The directory of stations, for desks to fetch. */
  readonly stations: Pick<LiveStations, 'packed'>;
  /** A supervisor's change of a group, told to every desk. */
  readonly changeGroup: (change: GroupChange, officer: Id) => Promise<Grouped>;
  readonly terms: (language: CitizenLanguage) => Terms;
  /** The help centre, the services, the pages that the law asks for. */
  readonly site: Site;
  /** Who signs receipts of answers. */
  readonly receipts: Pick<SqliteStore, 'signAnswer' | 'publicKeys'>;
  /** Where pages are counted, if they are. */
  readonly counts: Pick<Store, 'count'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Milliseconds between pings, and of silence before a socket is ended; TIMES by default. */
  readonly heartbeat?: Heartbeat;
  /** The built page: a directory with `index.html` and `assets/`. */
  readonly pageDirectory: string;
};

/** What its routes and sockets share. */
export type Context = GatewayOptions & {
  readonly addresses: AddressRule;
  readonly origins: OriginRule;
  readonly cookie: CitizenCookie;
  readonly headers: SecurityHeaders;
  readonly doors: Doors;
  /** Makes documents, one at a time, whoever asks. */
  readonly documents: DocumentMaker;
  readonly audience: Audience;
  readonly limits: {
    readonly requests: Limiter;
    readonly conversations: Limiter;
    readonly documents: Limiter;
    /** Tries to come back: from one address, and at one reference, whether it exists or not. */
    readonly returns: { readonly address: Limiter; readonly reference: Limiter };
    readonly forms: Limiter;
    readonly signIns: Limiter;
  };
};

const CLIENT = Symbol('client');
type WithClient = FastifyRequest & { [CLIENT]?: Client };

export function rememberClient(request: FastifyRequest, client: Client): void {
  (request as WithClient)[CLIENT] = client;
}

/** Who asks, as the address rule answered for this request. */
export function clientOf(request: FastifyRequest): Client {
  const client = (request as WithClient)[CLIENT];
  if (client === undefined) throw new Error('asked before the address rule');
  return client;
}

/** The only way an HTTP request is refused: status and coded JSON. */
export function refuse(
  context: Context,
  reply: FastifyReply,
  code: RefusalCode,
  retryAfter = 0,
  status = statusOf(code),
): FastifyReply {
  context.metrics.turnedAway('http', code);
  if (retryAfter > 0) reply.header('retry-after', retryAfterSeconds(retryAfter));
  return reply.code(status).send(refusalBody(code, retryAfter));
}
