import { randomBytes } from 'node:crypto';
import { keyFromBytes, MASTER_KEY_BYTES } from '../../server/store/keys.ts';
import { openAccountStore } from '../../server/store/sqlite/accounts.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Store } from '../../server/store/store.ts';
import { addStaff, type Staff } from '../load/staff.ts';
import type { Scope } from '../scope.ts';
import { ServerProcess } from './server-process.ts';

const MODULE = new URL('./relay-server.ts', import.meta.url);

/** One address makes the whole load here: the per-address limits are lifted as far as the settings allow. */
export const LIFTED = {
  PERMANENCE_CONNECTIONS_PER_ADDRESS: '100000',
  PERMANENCE_HANDSHAKES_PER_MINUTE: '1000000',
  PERMANENCE_REQUESTS_PER_MINUTE: '1000000',
  PERMANENCE_CONVERSATIONS_PER_HOUR: '1000000',
  PERMANENCE_SIGN_INS_PER_MINUTE: '10000',
  PERMANENCE_CITIZEN_FRAMES_PER_MINUTE: '1000000',
  PERMANENCE_DESK_FRAMES_PER_MINUTE: '1000000',
};

export type Relay = {
  readonly server: ServerProcess;
  readonly port: number;
  readonly staff: Staff;
  readonly directory: string;
  /** Starts another process on the same data and the same port, after the first one has ended. */
  readonly again: () => Promise<ServerProcess>;
};

/** Starts the real relay on the loopback, in its own process, on a new data directory with accounts in it. */
export async function startRelayProcess(
  scope: Scope,
  size: { readonly officers: number; readonly supervisors: number },
  /** Puts more into the store before the relay opens it. */
  fill: (store: Store) => Promise<void> = async () => undefined,
): Promise<Relay> {
  const directory = scope.directory();
  const key = randomBytes(MASTER_KEY_BYTES);
  const store = await openSqliteStore({ directory, master: keyFromBytes(key) });
  const staff = await addStaff(openAccountStore(store.database), size.officers, size.supervisors);
  await fill(store);
  await store.close();
  const start = (port: number) =>
    ServerProcess.start(scope, MODULE, {
      ...LIFTED,
      PERMANENCE_HOST: '127.0.0.1',
      PERMANENCE_PORT: String(port),
      PERMANENCE_DATA_DIRECTORY: directory,
      PERMANENCE_MASTER_KEY: key.toString('hex'),
      PERMANENCE_LOG_LEVEL: 'error',
    });
  const server = await start(0);
  return { server, port: server.port, staff, directory, again: () => start(server.port) };
}
