import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, RELAY, ROOT } from '../../scripts/paths.ts';
import { type Started, start } from '../../scripts/processes.ts';
import { Officers } from '../../server/accounts/officers.ts';
import { keyFromBytes, MASTER_KEY_BYTES } from '../../server/store/keys.ts';
import { openAccountStore } from '../../server/store/sqlite/accounts.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';

export const PASSWORD = 'une phrase pour les essais';

export type Officer = {
  readonly login: string;
  readonly rank: string;
  readonly alias: string;
  readonly role: 'officer' | 'supervisor';
};

/** Who works at every relay of these tests. */
export const CAMILLE: Officer = {
  login: 'camille',
  rank: 'Gardien de la paix',
  alias: 'Camille',
  role: 'officer',
};
export const SACHA: Officer = { login: 'sacha', rank: 'Brigadier-chef', alias: 'Sacha', role: 'officer' };
export const ALIX: Officer = { login: 'alix', rank: 'Commandant', alias: 'Alix', role: 'supervisor' };

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return failed(new Error('no port'));
      server.close(() => found(address.port));
    });
  });
}

/** A real relay process on data of its own. It keeps its address and its data through kills and restarts. */
export class Relay {
  readonly url: string;
  readonly dataDirectory: string;
  /** For the administration's commands on this data. */
  readonly masterKey: string;
  #environment: Readonly<Record<string, string>>;
  #process: Started | null = null;

  private constructor(
    port: number,
    dataDirectory: string,
    masterKey: string,
    environment: Readonly<Record<string, string>>,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    this.dataDirectory = dataDirectory;
    this.masterKey = masterKey;
    this.#environment = environment;
  }

  /** Makes the data directory and the accounts, and starts. `settings` are PERMANENCE_… variables. */
  static async create(settings: Readonly<Record<string, string>> = {}): Promise<Relay> {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'permanence-relay-'));
    const key = randomBytes(MASTER_KEY_BYTES);
    const store = await openSqliteStore({ directory: dataDirectory, master: keyFromBytes(key) });
    const officers = new Officers(openAccountStore(store.database), Date.now, 'e2e');
    for (const officer of [CAMILLE, SACHA, ALIX]) {
      const added = await officers.add(officer, PASSWORD);
      if (added.kind !== 'done') throw new Error(`account ${officer.login}: ${added.kind}`);
    }
    await store.close();
    const port = await freePort();
    const relay = new Relay(port, dataDirectory, key.toString('hex'), {
      PERMANENCE_HOST: '127.0.0.1',
      PERMANENCE_PORT: String(port),
      PERMANENCE_DATA_DIRECTORY: dataDirectory,
      PERMANENCE_MASTER_KEY: key.toString('hex'),
      ...settings,
    });
    await relay.start();
    return relay;
  }

  /** Starts it and waits until it says that it is ready. */
  async start(): Promise<void> {
    const relay = start(process.execPath, [RELAY], {
      name: 'relay',
      cwd: ROOT,
      env: { ...withoutSettings(process.env), ...this.#environment },
    });
    this.#process = relay;
    await relay.line(/^ready /, 30_000);
  }

  /** One command of the administration, beside the relay that runs. */
  async admin(...args: readonly string[]): Promise<void> {
    const command = start(process.execPath, [ADMIN, '--data', this.dataDirectory, ...args], {
      name: 'admin',
      cwd: ROOT,
      env: { ...withoutSettings(process.env), ...this.#environment },
    });
    const code = await command.exited;
    if (code !== 0) throw new Error(`admin ${args.join(' ')}: ${code}`);
  }

  /** What it logged: for tests that look for what must not be there. */
  get log(): string {
    return this.#process?.lines.join('\n') ?? '';
  }

  /** A power cut. */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** A planned stop: it drains. */
  async stop(): Promise<void> {
    await this.#process?.stop();
  }

  /** A planned stop, and a start with some settings changed: as an operator changes them. */
  async restart(settings: Readonly<Record<string, string>>): Promise<void> {
    await this.stop();
    this.#environment = { ...this.#environment, ...settings };
    await this.start();
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.dataDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The relay refuses settings it does not know: what the tests' own environment holds is not for it. */
function withoutSettings(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('PERMANENCE_')));
}
