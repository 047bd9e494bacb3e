import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { SqliteStore } from '../store/sqlite/open.ts';
import { TestRelay } from './relay.testkit.ts';
import { eventually } from './socket.testkit.ts';

const FAST = {
  PERMANENCE_CITIZEN_FRAMES_PER_MINUTE: '1000000',
  PERMANENCE_DESK_FRAMES_PER_MINUTE: '1000000',
};

let relay: TestRelay;
let store: SqliteStore;
let ahead: number;

const options = {
  settings: FAST,
  clock: () => Date.now() + ahead,
  storeOpened: (opened: SqliteStore) => {
    store = opened;
  },
};

beforeEach(async () => {
  ahead = 0;
  relay = await TestRelay.start(options);
});

afterEach(async () => {
  await relay.destroy();
});

const get = (path: string): Promise<Response> => fetch(relay.url + path);

describe('who may do what', () => {
  test('a citizen and an officer talk; each sees what is theirs', async () => {
    const { citizen, conversation } = await relay.citizen();
    const { desk } = await relay.desk('dupont');
    const said = citizen.say('On a pris mon vélo.');
    await citizen.frame('ack', (frame) => frame.id === said);
    expect(await desk.command({ kind: 'take-next' })).toBe('ack');
    expect(await desk.command({ kind: 'note', conversation, text: 'vélo bleu' })).toBe('ack');
    expect(await desk.command({ kind: 'message', conversation, text: 'Bonjour, où était-il ?' })).toBe('ack');
    await eventually(() => citizen.texts()).toEqual(['On a pris mon vélo.', 'Bonjour, où était-il ?']);
    expect(JSON.stringify(citizen.frames)).not.toContain('vélo bleu');
    expect(JSON.stringify(citizen.frames)).not.toContain('dupont');
  });

  test('Q2: of two desks that take the same at once exactly one gets it', async () => {
    const [one, two] = [await relay.desk('dupont'), await relay.desk('martin')];
    for (let round = 0; round < 5; round += 1) {
      const { conversation } = await relay.citizen();
      const answers = await Promise.all(
        [one, two].map(({ desk }) => desk.command({ kind: 'take', conversation })),
      );
      expect(answers.sort()).toEqual(['ack', 'already-taken']);
    }
  });

  test('L1: an officer who does not hold it cannot write, close, or hand it over', async () => {
    const { conversation } = await relay.citizen();
    const [holder, other] = [await relay.desk('dupont'), await relay.desk('martin')];
    expect(await holder.desk.command({ kind: 'take', conversation })).toBe('ack');
    const to = other.officer;
    const attempts = [
      await other.desk.command({ kind: 'message', conversation, text: 'x' }),
      await other.desk.command({ kind: 'redirection', conversation, platform: 'thesee' }),
      await other.desk.command({ kind: 'close', conversation, disposition: 'answered', comment: null }),
      await other.desk.command({ kind: 'assign', conversation, to, note: null }),
    ];
    for (const answer of attempts) expect(['not-holder', 'forbidden', 'not-found']).toContain(answer);
    expect(await holder.desk.command({ kind: 'message', conversation, text: 'Bonjour' })).toBe('ack');
  });

  test('A1, L2: a supervisor assigns and closes what they do not hold', async () => {
    const { conversation } = await relay.citizen();
    const [officer, supervisor] = [await relay.desk('dupont'), await relay.desk('moreau')];
    const assign = { kind: 'assign', conversation, to: officer.officer, note: null } as const;
    const { conversation: second } = await relay.citizen();
    expect(await officer.desk.command({ ...assign, conversation: second })).not.toBe('ack');
    expect(await supervisor.desk.command(assign)).toBe('ack');
    expect(
      await supervisor.desk.command({ kind: 'close', conversation, disposition: 'answered', comment: null }),
    ).toBe('ack');
  });

  test('J2: a message to a closed conversation is refused', async () => {
    const { citizen, conversation } = await relay.citizen();
    const { desk } = await relay.desk('dupont');
    await desk.command({ kind: 'take', conversation });
    await desk.command({ kind: 'close', conversation, disposition: 'answered', comment: null });
    const late = citizen.say('encore une chose');
    expect((await citizen.frame('refused', (frame) => frame.id === late)).code).toBe('conversation-closed');
    expect(await desk.command({ kind: 'message', conversation, text: 'x' })).not.toBe('ack');
  });

  test('a conversation that does not exist', async () => {
    const { desk } = await relay.desk('dupont');
    expect(await desk.command({ kind: 'take', conversation: newId() })).toBe('not-found');
  });
});

describe('sessions of officers', () => {
  test('an expired one is refused, and its open socket is closed', async () => {
    const { desk, token } = await relay.desk('dupont');
    ahead = 15 * 3_600_000;
    expect(await desk.reason()).toBe('not-signed-in');
    expect(await relay.connectDesk(token).status()).toEqual({ status: 401, code: 'not-signed-in' });
  });

  test('signing out everywhere closes every socket of the officer, and no other', async () => {
    const [first, second] = [await relay.desk('dupont'), await relay.desk('dupont')];
    const other = await relay.desk('martin');
    const authorization = `Bearer ${first.token}`;
    const response = await relay.post('/api/desk/sign-out', { everywhere: true }, { authorization });
    expect(response.status).toBe(204);
    for (const { desk } of [first, second]) {
      expect(['not-signed-in', 'replaced']).toContain(await desk.reason());
    }
    expect(await relay.connectDesk(second.token).status()).toEqual({ status: 401, code: 'not-signed-in' });
    expect(await other.desk.command({ kind: 'take-next' })).toBe('queue-empty');
    const again = await relay.post('/api/desk/sign-out', { everywhere: false }, { authorization });
    expect(again.status).toBe(401);
  });
});

describe('nothing acknowledged is lost', () => {
  test('R1, D1: a citizen resumes by cookie after the relay restarted on the same directory', async () => {
    const { citizen, cookie, conversation } = await relay.citizen();
    const ids = Array.from({ length: 20 }, (_, index) => citizen.say(`message ${index}`));
    for (const id of ids) await citizen.frame('ack', (frame) => frame.id === id);
    const before = citizen.frames.flatMap((frame) => (frame.type === 'ack' ? [[frame.id, frame.seq]] : []));
    const directory = await relay.close();

    relay = await TestRelay.start({ ...options, directory });
    expect(relay.relay.accounts).toEqual([]);
    const back = relay.connectCitizen(cookie);
    expect((await back.hello()).conversation).toBe(conversation);
    await eventually(() => back.texts().length).toBe(20);
    expect(back.texts()).toEqual(ids.map((_, index) => `message ${index}`));
    const [first = ''] = ids;
    back.say('message 0', first);
    expect((await back.frame('ack', (frame) => frame.id === first)).seq).toBe(before[0]?.[1]);
  });

  test('a drain says bye and when to come back', async () => {
    const { citizen } = await relay.citizen();
    const { desk } = await relay.desk('dupont');
    const closing = relay.relay.close();
    expect((await citizen.frame('bye')).retryAfter).toBeGreaterThanOrEqual(0);
    expect(await citizen.reason()).toBe('come-back');
    expect(await desk.reason()).toBe('come-back');
    await closing;
    await expect(get('/healthz')).rejects.toThrow();
  });

  test('S1: a full disk refuses, acknowledges nothing, says it is not ready, and recovers by itself', async () => {
    const { citizen, cookie } = await relay.citizen();
    const kept = citizen.say('avant');
    await citizen.frame('ack', (frame) => frame.id === kept);
    const pages = store.database.pragma('page_count', { simple: true }) as number;
    store.database.pragma(`max_page_count = ${pages}`);
    const ids: string[] = [];
    const isFull = (): boolean =>
      citizen.frames.some((frame) => frame.type === 'refused' && frame.code === 'storage-unavailable');
    for (let count = 0; count < 50 && !isFull(); count += 1) {
      const id = citizen.say(`${count} ${'€'.repeat(3_900)}`);
      ids.push(id);
      await Promise.race([
        citizen.frame('ack', (frame) => frame.id === id),
        citizen.frame('refused', (frame) => frame.id === id),
      ]);
    }
    expect(isFull()).toBe(true);
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
    const opening = await relay.post('/api/conversation', relay.request(), { origin: relay.url });
    expect([opening.status, await opening.json()]).toMatchObject([503, { code: 'storage-unavailable' }]);

    store.database.pragma('max_page_count = 1073741823');
    await eventually(async () => (await get('/readyz')).status).toBe(200);
    const refused = ids.at(-1) ?? '';
    const again = citizen.say(`${ids.length - 1} ${'€'.repeat(3_900)}`, refused);
    await citizen.frame('ack', (frame) => frame.id === again);

    // Exactly what was acknowledged is in the journal.
    const acknowledged = citizen.frames.filter((frame) => frame.type === 'ack').length;
    const reader = relay.connectCitizen(cookie);
    await reader.hello();
    await eventually(() => reader.texts().length).toBe(acknowledged);
  });

  test('B2: a reader that does not read is cut off, and E4: harms nobody', async () => {
    const { citizen, conversation } = await relay.citizen();
    const slow = await relay.desk('dupont');
    await slow.desk.command({ kind: 'take', conversation });
    slow.desk.send({ type: 'follow', conversation, after: 0 });
    await slow.desk.frame('entries', (frame) => frame.through === 2);
    slow.desk.raw.pause();
    const isCutOff = async (): Promise<boolean> =>
      /^permanence_readers_cut_off_total [1-9]/m.test(await (await get('/metrics')).text());
    // The operating system's own buffers take megabytes before anything waits in the relay.
    let said = 1;
    for (let batch = 0; batch < 60 && !(await isCutOff()); batch += 1) {
      // No more at once than a sender may have pending (B1).
      const ids = Array.from({ length: 50 }, () => citizen.say('€'.repeat(4_000)));
      for (const id of ids) await citizen.frame('ack', (frame) => frame.id === id);
      said += ids.length;
    }
    expect(await isCutOff()).toBe(true);
    const { desk } = await relay.desk('martin');
    expect(await desk.command({ kind: 'take-next' })).toBe('queue-empty');
    // Its wire is cut when it does not say goodbye.
    await eventually(async () => (await get('/metrics')).text()).toContain(
      'permanence_connections{kind="desk"} 1',
    );
    const back = relay.connectDesk(slow.token);
    await back.hello();
    back.send({ type: 'follow', conversation, after: 0 });
    // The opening, the assignment, and every message.
    await back.frame('entries', (frame) => frame.through > said);
  });
});
