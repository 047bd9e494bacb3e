import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenConversation, SignedIn } from '../../protocol/http.ts';
import { newId } from '../../protocol/ids.ts';
import { type Relay, type RelayOptions, startRelay } from '../composition.ts';
import { loadConfig } from '../config/index.ts';
import { TERMS_VERSION } from '../content/index.ts';
import { TestCitizen, TestDesk } from './socket.testkit.ts';

export type TestRelayOptions = RelayOptions & {
  /** PERMANENCE_… variables, added to a free port, a directory of its own and silence. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A data directory of an earlier relay. */
  readonly directory?: string;
};

/** A whole relay on a free port, with what a test does all the time. */
export class TestRelay {
  readonly relay: Relay;
  readonly directory: string;
  readonly #opened: { raw: { terminate(): void } }[] = [];

  constructor(relay: Relay, directory: string) {
    this.relay = relay;
    this.directory = directory;
  }

  static async start(options: TestRelayOptions = {}): Promise<TestRelay> {
    const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'permanence-relay-'));
    const environment = {
      PERMANENCE_PORT: '0',
      PERMANENCE_DATA_DIRECTORY: directory,
      PERMANENCE_LOG_LEVEL: 'silent',
      ...options.settings,
    };
    const loaded = loadConfig({ environment });
    if (loaded.kind === 'invalid') throw new Error(loaded.problems.join('\n'));
    return new TestRelay(await startRelay(loaded.config, options), directory);
  }

  get url(): string {
    return this.relay.url;
  }

  /** Ends the relay; its directory stays for another one. */
  async close(): Promise<string> {
    for (const socket of this.#opened) socket.raw.terminate();
    await this.relay.close();
    return this.directory;
  }

  async destroy(): Promise<void> {
    rmSync(await this.close(), { recursive: true, force: true });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  request(): OpenConversation {
    return { id: newId(), termsVersion: TERMS_VERSION, language: 'fr', subject: 'Renseignement' };
  }

  /** Accepts the terms: the browser's cookie. */
  async open(): Promise<string> {
    const response = await this.post('/api/conversation', this.request(), { origin: this.url });
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
    return (response.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
  }

  connectCitizen(
    cookie: string | null,
    options: ConstructorParameters<typeof TestCitizen>[2] = {},
  ): TestCitizen {
    const citizen = new TestCitizen(this.url, cookie, options);
    this.#opened.push(citizen);
    return citizen;
  }

  connectDesk(token: string | null, options: ConstructorParameters<typeof TestDesk>[2] = {}): TestDesk {
    const desk = new TestDesk(this.url, token, options);
    this.#opened.push(desk);
    return desk;
  }

  /** A citizen with a conversation, who has said hello. */
  async citizen(): Promise<{ citizen: TestCitizen; cookie: string; conversation: string }> {
    const cookie = await this.open();
    const citizen = this.connectCitizen(cookie);
    const { conversation } = await citizen.hello();
    return { citizen, cookie, conversation };
  }

  password(login: string): string {
    const account = this.relay.accounts.find((candidate) => candidate.login === login);
    if (account === undefined) throw new Error(`no account ${login}`);
    return account.password;
  }

  async signIn(login: string, password: string = this.password(login)): Promise<SignedIn> {
    const response = await this.post('/api/desk/sign-in', { login, password });
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    return SignedIn.parse(await response.json());
  }

  /** A desk that is signed in, has said hello, and is available. */
  async desk(
    login: 'dupont' | 'martin' | 'moreau',
  ): Promise<{ desk: TestDesk; token: string; officer: string }> {
    const { token, self } = await this.signIn(login);
    const desk = this.connectDesk(token);
    await desk.hello();
    desk.send({ type: 'presence', presence: 'available' });
    return { desk, token, officer: self.officer };
  }
}
