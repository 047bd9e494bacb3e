import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../../protocol/ids.ts';
import { TestRelay } from '../../server/gateway/relay.testkit.ts';
import { draftOf, temporaryFolder } from '../cache/cache.testkit.ts';
import { eventually, HeadlessDesk, testKeychain } from './desk.testkit.ts';

/** The desk's session against the real relay, over real sockets, with a real cache process. */
describe('a desk and the real relay', () => {
  let relay: TestRelay;
  let folder: ReturnType<typeof temporaryFolder>;
  let keychain: ReturnType<typeof testKeychain>;
  const desks: HeadlessDesk[] = [];

  beforeEach(async () => {
    relay = await TestRelay.start();
    folder = temporaryFolder();
    keychain = testKeychain();
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.stop();
    await relay.destroy();
    folder.remove();
  });

  async function startDesk(data = 'one', secrets = keychain): Promise<HeadlessDesk> {
    const desk = await HeadlessDesk.start({
      relay: relay.url,
      folder: join(folder.path, data),
      keychain: secrets.keychain,
    });
    desks.push(desk);
    return desk;
  }

  async function signedIn(login = 'dupont', data = 'one', secrets = keychain): Promise<HeadlessDesk> {
    const desk = await startDesk(data, secrets);
    const outcome = await desk.ask('sign-in', { login, password: relay.password(login) });
    expect(outcome).toEqual({ kind: 'done' });
    await desk.online();
    await desk.ask('presence', { presence: 'available' });
    return desk;
  }

  async function take(desk: HeadlessDesk): Promise<Id> {
    await eventually(async () => desk.snapshot.heads.some((head) => head.status === 'waiting')).toBe(true);
    const outcome = await desk.ask('command', { kind: 'take-next' });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.conversation;
  }

  /** The same address again, as after a restart of the service. */
  async function restartRelay(between: () => Promise<void> = async () => undefined): Promise<void> {
    const { port } = relay.relay;
    const passwords = new Map(relay.relay.accounts.map(({ login, password }) => [login, password]));
    const directory = await relay.close();
    await between();
    relay = await TestRelay.start({ directory, settings: { PERMANENCE_PORT: String(port) } });
    expect(passwords.size).toBeGreaterThan(0);
  }

  it('signs in, takes, talks, closes; the window is told each thing once, in order', async () => {
    const desk = await signedIn();
    const { citizen } = await relay.citizen();
    citizen.say('Bonjour, on m’a volé mon vélo.');
    const conversation = await take(desk);
    await eventually(() => desk.texts(conversation)).toEqual(['Bonjour, on m’a volé mon vélo.']);
    const queued = await desk.ask('command', { kind: 'message', conversation, text: 'Bonjour.' });
    expect(queued.kind).toBe('queued');
    await eventually(() => citizen.texts()).toEqual(['Bonjour, on m’a volé mon vélo.', 'Bonjour.']);
    await eventually(() => desk.snapshot.outbox).toEqual([]);

    await desk.ask('command', { kind: 'note', conversation, text: 'À suivre.' });
    await eventually(() => desk.texts(conversation)).toHaveLength(3);
    const closed = await desk.ask('command', {
      kind: 'close',
      conversation,
      disposition: 'answered',
      comment: null,
    });
    expect(closed).toMatchObject({ kind: 'done', conversation });
    await eventually(() => desk.head(conversation)?.status).toBe('closed');
    expect((await desk.ask('history', { before: null, limit: 10 })).heads).toMatchObject([{ conversation }]);
    const late = await desk.ask('command', { kind: 'message', conversation, text: 'Trop tard.' });
    expect(late).toEqual({ kind: 'refused', code: 'conversation-closed' });

    const ranges = desk.events.flatMap((event) =>
      event.type === 'entries' && event.conversation === conversation ? [[event.after, event.through]] : [],
    );
    expect(ranges.map(([after]) => after)).toEqual([0, ...ranges.map(([, through]) => through)].slice(0, -1));
    expect(desk.attention.map(({ level }) => level)).toContain('queue');
  });

  it('says why a sign-in fails: wrong password, no relay', async () => {
    const desk = await startDesk();
    const wrong = await desk.ask('sign-in', { login: 'dupont', password: 'nothing like it' });
    expect(wrong).toMatchObject({ kind: 'refused', code: 'sign-in-failed' });
    const password = relay.password('dupont');
    await relay.close();
    const away = await desk.ask('sign-in', { login: 'dupont', password });
    expect(away).toMatchObject({ kind: 'refused', code: 'offline' });
    relay = await TestRelay.start({ directory: relay.directory });
  });

  it('D1, R1: through a restart of the relay nothing is lost or doubled, and the order stays', async () => {
    const desk = await signedIn();
    const { citizen, cookie } = await relay.citizen();
    citizen.say('un');
    const conversation = await take(desk);
    await eventually(() => desk.texts(conversation)).toEqual(['un']);
    await restartRelay(async () => {
      await eventually(() => desk.snapshot.state.connection).not.toBe('online');
      for (const text of ['deux', 'trois', 'quatre']) {
        const outcome = await desk.ask('command', { kind: 'message', conversation, text });
        expect(outcome.kind).toBe('queued');
      }
      // What decides something is not asked later, when it may be another thing (docs/decisions/0005).
      expect(await desk.ask('command', { kind: 'park', conversation })).toEqual({
        kind: 'refused',
        code: 'offline',
      });
      expect(desk.snapshot.outbox.map((item) => item.state)).toEqual(['sending', 'sending', 'sending']);
    });
    await desk.online();
    await eventually(() => desk.snapshot.outbox).toEqual([]);
    expect(await desk.texts(conversation)).toEqual(['un', 'deux', 'trois', 'quatre']);
    const again = relay.connectCitizen(cookie);
    await again.hello();
    await eventually(() => again.texts()).toEqual(['un', 'deux', 'trois', 'quatre']);
  });

  it('shows everything off line after a restart, keeps the outbox, and delivers it when the relay is back', async () => {
    const desk = await signedIn();
    const { citizen, cookie } = await relay.citizen();
    citizen.say('un');
    const conversation = await take(desk);
    await eventually(() => desk.texts(conversation)).toEqual(['un']);
    const draft = draftOf(conversation, { message: 'brouillon', note: 'entre nous', mode: 'note' });
    await desk.ask('draft', draft);
    await restartRelay(async () => {
      await eventually(() => desk.snapshot.state.connection).not.toBe('online');
      await desk.ask('command', { kind: 'message', conversation, text: 'écrit hors ligne' });
      await desk.stop();
      const offline = await startDesk();
      expect(offline.snapshot).toMatchObject({
        state: { self: { login: 'dupont' }, cache: { kind: 'encrypted' } },
        drafts: [draft],
        outbox: [{ conversation, state: 'sending' }],
      });
      expect(await offline.texts(conversation)).toEqual(['un']);
      expect(offline.head(conversation)?.reference).toMatch(/^C-/);
      expect(offline.snapshot.content?.platforms.length).toBeGreaterThan(50);
      await offline.stop();
    });
    const back = await startDesk();
    await back.online();
    await eventually(() => back.snapshot.outbox).toEqual([]);
    const again = relay.connectCitizen(cookie);
    await again.hello();
    await eventually(() => again.texts()).toEqual(['un', 'écrit hors ligne']);
  });

  it('a relay that begins anew knows no session: the desk shows nothing, and keeps the cache for its officer', async () => {
    const desk = await signedIn();
    const { citizen } = await relay.citizen();
    citizen.say('un');
    const conversation = await take(desk);
    await eventually(() => desk.texts(conversation)).toEqual(['un']);
    const { port } = relay.relay;
    const directory = await relay.close();
    rmSync(directory, { recursive: true });
    relay = await TestRelay.start({ settings: { PERMANENCE_PORT: String(port) } });
    // Another store knows no session of the old one.
    await eventually(() => desk.snapshot.state.notice).toBe('session-expired');
    expect(desk.snapshot).toMatchObject({ state: { self: null }, heads: [], drafts: [], outbox: [] });
    expect(keychain.secrets.size).toBe(1);
  });

  it('Q2, L1: keeps a message to another officer’s conversation from leaving, and says so', async () => {
    const other = testKeychain();
    const [camille, sacha] = [await signedIn('dupont'), await signedIn('martin', 'two', other)];
    await relay.citizen();
    const conversation = await take(camille);
    await eventually(() => sacha.head(conversation)?.status ?? 'gone').not.toBe('waiting');
    const outcome = await sacha.ask('command', { kind: 'message', conversation, text: 'Bonjour.' });
    expect(outcome).toEqual({ kind: 'refused', code: 'not-holder' });
    expect(await sacha.ask('command', { kind: 'take', conversation })).toMatchObject({ kind: 'refused' });
    expect(sacha.snapshot.outbox).toEqual([]);
  });

  it('keeps a refused message in the outbox until the officer decides', async () => {
    const desk = await signedIn();
    await relay.citizen();
    const conversation = await take(desk);
    await eventually(() => desk.desk.model.holds(conversation)).toBe(true);
    const unknown = await desk.ask('command', {
      kind: 'redirection',
      conversation,
      platform: 'no-such-place',
    });
    if (unknown.kind !== 'queued') throw new Error('a redirection is durable');
    await eventually(() => desk.snapshot.outbox).toMatchObject([
      { state: 'refused', code: 'unknown-platform' },
    ]);
    await desk.ask('outbox-retry', { id: unknown.id });
    await eventually(() => desk.snapshot.outbox).toMatchObject([{ state: 'refused' }]);
    await desk.ask('outbox-drop', { id: unknown.id });
    expect(desk.snapshot.outbox).toEqual([]);
  });

  it('loses nothing when the cache’s process is killed in the middle', async () => {
    const desk = await signedIn();
    const { citizen } = await relay.citizen();
    const conversation = await take(desk);
    await eventually(() => desk.desk.model.holds(conversation)).toBe(true);
    const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
    for (const [index, text] of texts.entries()) {
      if (index === 7 || index === 14) desk.processes.at(-1)?.kill();
      await desk.ask('command', { kind: 'message', conversation, text });
    }
    await eventually(() => citizen.texts()).toEqual(texts);
    await eventually(() => desk.texts(conversation)).toEqual(texts);
    expect(desk.snapshot.state.cache).toEqual({ kind: 'encrypted' });
  });

  it('signing out leaves neither token, key nor file, and shows nothing', async () => {
    const desk = await signedIn();
    await relay.citizen();
    const conversation = await take(desk);
    await eventually(() => desk.texts(conversation)).toEqual([]);
    expect(readdirSync(join(folder.path, 'one/cache')).some((name) => name.endsWith('.db'))).toBe(true);
    expect(keychain.secrets.size).toBe(2);
    await desk.ask('sign-out', { everywhere: false });
    expect(keychain.secrets.size).toBe(0);
    expect(readdirSync(join(folder.path, 'one/cache'))).toEqual([]);
    const { state, heads, roster, content } = desk.snapshot;
    expect({ heads, roster, content }).toEqual({ heads: [], roster: [], content: null });
    expect(state).toMatchObject({ self: null, notice: 'signed-out', connection: 'offline' });
    expect(
      desk.events.some((event) => event.type === 'purged' && event.conversations.includes(conversation)),
    ).toBe(true);
    // And in again, on a fresh cache.
    await desk.ask('sign-in', { login: 'dupont', password: relay.password('dupont') });
    await desk.online();
  });

  it('signing out with something unsent keeps the cache, which gives it back to its officer', async () => {
    const desk = await signedIn();
    const { cookie } = await relay.citizen();
    const conversation = await take(desk);
    await eventually(() => desk.desk.model.holds(conversation)).toBe(true);
    const password = relay.password('dupont');
    await restartRelay(async () => {
      await eventually(() => desk.snapshot.state.connection).not.toBe('online');
      await desk.ask('command', { kind: 'message', conversation, text: 'pas encore parti' });
      await desk.ask('sign-out', { everywhere: false });
      expect(desk.snapshot.outbox).toEqual([]);
      expect(keychain.secrets.size).toBe(1);
    });
    expect(await desk.ask('sign-in', { login: 'dupont', password })).toEqual({ kind: 'done' });
    await eventually(() => desk.snapshot.outbox).toEqual([]);
    const again = relay.connectCitizen(cookie);
    await again.hello();
    await eventually(() => again.texts()).toEqual(['pas encore parti']);
  });

  it('a damaged cache file is destroyed, the desk says so and goes on from the relay', async () => {
    const desk = await signedIn();
    const { citizen } = await relay.citizen();
    citizen.say('un');
    const conversation = await take(desk);
    await eventually(() => desk.texts(conversation)).toEqual(['un']);
    await desk.stop();
    const cache = join(folder.path, 'one/cache');
    const [file = ''] = readdirSync(cache).filter((name) => name.endsWith('.db'));
    writeFileSync(join(cache, file), 'damaged '.repeat(4_000));
    const again = await startDesk();
    expect(again.snapshot.state.cache).toEqual({ kind: 'memory', why: 'unreadable' });
    expect(existsSync(join(cache, file))).toBe(false);
    await again.online();
    await eventually(() => again.texts(conversation)).toEqual(['un']);
    await again.stop();
    const third = await startDesk();
    expect(third.snapshot.state.cache).toEqual({ kind: 'encrypted' });
  });

  it('logs no text, no token and no address', async () => {
    const desk = await signedIn();
    const { citizen } = await relay.citizen();
    citizen.say('CANARI du citoyen');
    const conversation = await take(desk);
    await desk.ask('command', { kind: 'message', conversation, text: 'CANARI du policier' });
    await eventually(() => desk.texts(conversation)).toHaveLength(2);
    const logged = desk.logged.join('\n');
    expect(logged).toContain('connection');
    for (const secret of ['CANARI', relay.password('dupont'), '127.0.0.1', ...keychain.secrets.values()]) {
      expect(logged).not.toContain(secret);
    }
  });

  it('opens in the browser only what the catalogue holds, by its id', async () => {
    const desk = await signedIn();
    await eventually(() => desk.snapshot.content).not.toBeNull();
    const platform = desk.snapshot.content?.platforms.find(({ url }) => url !== null);
    await desk.ask('open-platform', { platform: platform?.id ?? '' });
    await desk.ask('open-platform', { platform: 'https://elsewhere.invalid/' });
    expect(desk.opened).toEqual([platform?.url]);
  });
});
