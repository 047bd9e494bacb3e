import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import { StoreUnavailable } from '../store/errors.ts';
import type { TestDesk, TestPage } from './clients.testkit.ts';
import { bound, House } from './relay.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

async function holding(desk: TestDesk, count: number): Promise<Id[]> {
  const held: Id[] = [];
  for (let left = count; left > 0; left -= 1) {
    const { conversation } = await house.arrive();
    await desk.ask({ kind: 'take', conversation });
    held.push(conversation);
  }
  return held;
}

async function last(conversation: Id) {
  return (await house.journal(conversation)).at(-1);
}

describe('Q3: an officer who is not there to hand over', () => {
  const grace = TIMES.deskGrace + 2_000;

  it('gives everything back in one commit, as one who hands over does, parked and deferred too', async () => {
    await house.close();
    house = await House.open({}, undefined, { carry: () => new Promise(() => undefined) });
    const desk = await house.desk();
    const [first, second] = await holding(desk, 2);
    const page = await house.arrive();
    const third = page.conversation;
    page.send({ type: 'defer', id: newId(), address: 'a@example.fr', text: 'Plus tard' });
    await house.time.advance(10);
    await desk.ask({ kind: 'take', conversation: third });
    if (first === undefined || second === undefined) throw new Error('two');
    await desk.ask({ kind: 'park', conversation: second });
    desk.cut();
    const commits = house.figures.committed.length;
    await house.time.advance(grace);
    expect(house.figures.committed.slice(commits)).toEqual([3]);
    const entries = await Promise.all([first, second, third].map(last));
    for (const entry of entries) {
      expect(entry).toMatchObject({
        author: { role: 'relay' },
        body: { kind: 'release', reason: 'desk-lost', note: null },
      });
    }
    expect(new Set(entries.map((entry) => entry?.id)).size).toBe(1);
    await desk.connect(house.hub);
    const statuses = [first, second, third].map((id) => desk.heads.get(id)?.status);
    expect(statuses).toEqual(['waiting', 'waiting', 'deferred']);
  });

  it('gives everything back in one commit when they sign out', async () => {
    const desk = await house.desk();
    const held = await holding(desk, 2);
    const commits = house.figures.committed.length;
    house.signOut(desk.session);
    await house.time.advance(10);
    expect(house.figures.committed.slice(commits)).toEqual([2]);
    for (const conversation of held) {
      expect((await last(conversation))?.body).toEqual({ kind: 'release', reason: 'signed-out', note: null });
    }
  });

  it('S1: is asked again until it is durable, all of it at once; who came back meanwhile keeps everything', async () => {
    await house.close();
    let failing = false;
    house = await House.open({}, (store) => ({
      ...bound(store),
      commit: (batch) => (failing ? Promise.reject(new StoreUnavailable('gone')) : store.commit(batch)),
      probe: () => (failing ? Promise.reject(new StoreUnavailable('gone')) : store.probe()),
    }));
    const [desk, other] = [await house.desk(), await house.desk()];
    const [held, kept] = [await holding(desk, 2), await holding(other, 2)];
    failing = true;
    desk.cut();
    other.cut();
    await house.time.advance(grace);
    expect(house.figures.failed.length).toBeGreaterThan(0);
    await other.connect(house.hub);
    const commits = house.figures.committed.length;
    failing = false;
    await house.time.advance(10_000);
    expect(house.figures.committed.slice(commits)).toEqual([2]);
    for (const conversation of held) expect((await last(conversation))?.body.kind).toBe('release');
    for (const conversation of kept) expect((await last(conversation))?.body.kind).toBe('assignment');
  });
});

describe('Q6: what was begun and not sent before a desk was gone', () => {
  /** A conversation that the relay took from `desk`, whose officer is not back yet. */
  async function lost(desk: TestDesk): Promise<TestPage> {
    const page = await house.arrive();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    desk.cut();
    await house.time.advance(TIMES.deskGrace + 2_000);
    return page;
  }
  const leftTo = (desk: TestDesk) => desk.of('left').flatMap(({ conversations }) => conversations);

  it('may be left as a note where a colleague goes on, and nothing else; the citizen sees nothing of it', async () => {
    const [desk, colleague] = [await house.desk(), await house.desk()];
    const page = await lost(desk);
    const { conversation } = page;
    await colleague.ask({ kind: 'take', conversation });
    await colleague.follow(conversation);
    await desk.connect(house.hub);
    expect(leftTo(desk)).toMatchObject([{ conversation, open: true }]);
    expect(desk.heads.has(conversation)).toBe(false);
    expect(leftTo(colleague)).toEqual([]);
    const note = { kind: 'note', conversation, text: 'BEGUN' } as const;
    const id = newId();
    expect(await desk.ask(note, id)).toMatchObject({ type: 'ack' });
    expect(await desk.ask(note, id)).toMatchObject({ type: 'ack' });
    const notes = colleague.journals.get(conversation)?.filter(({ body }) => body.kind === 'note');
    expect(notes).toMatchObject([{ author: { officer: desk.officer }, body: { text: 'BEGUN' } }]);
    // V2: they looked at it off line, while it was theirs.
    const look = { kind: 'reveal', conversation, message: newId(), item: 'phone', position: 0 } as const;
    expect(await desk.ask(look)).toMatchObject({ type: 'ack' });
    expect(await (await house.desk()).ask(look)).toBe('not-holder');
    expect(await desk.ask({ kind: 'message', conversation, text: 'x' })).toBe('not-holder');
    expect(await desk.ask({ kind: 'tags', conversation, tags: [] })).toBe('not-holder');
    expect(await (await house.desk()).ask({ ...note, text: 'y' })).toBe('not-holder');
    await desk.follow(conversation);
    expect(desk.unfollowed.has(conversation)).toBe(true);
    expect(JSON.stringify(page.link.frames)).not.toContain('BEGUN');
  });

  it('is remembered by the journal alone, and for each who went one after the other', async () => {
    const [desk, colleague] = [await house.desk(), await house.desk()];
    const { conversation } = await lost(desk);
    await colleague.ask({ kind: 'take', conversation });
    house.signOut(colleague.session);
    await house.time.advance(10);
    await house.crash();
    for (const each of [desk, colleague]) {
      await each.connect(house.hub);
      expect(leftTo(each)).toMatchObject([{ conversation, open: true }]);
    }
  });

  it('is over when they hold it again; of a closed one they are told that no note can be left', async () => {
    const [desk, colleague] = [await house.desk(), await house.desk()];
    const again = await lost(desk);
    await desk.connect(house.hub);
    const closed = await lost(desk);
    await desk.connect(house.hub);
    await desk.ask({ kind: 'take', conversation: again.conversation });
    await colleague.ask({ kind: 'take', conversation: closed.conversation });
    const { conversation } = closed;
    await colleague.ask({ kind: 'close', conversation, disposition: 'answered', comment: null });
    desk.cut();
    await desk.connect(house.hub);
    expect(leftTo(desk)).toMatchObject([{ conversation, open: false }]);
    expect(await desk.ask({ kind: 'note', conversation, text: 'x' })).toBe('conversation-closed');
  });

  it('is told also to a desk that came while the commit was on its way', async () => {
    await house.close();
    let release = () => {};
    let hold: Promise<void> | null = null;
    house = await House.open({}, (store) => ({
      ...bound(store),
      commit: async (batch) => {
        await hold;
        return store.commit(batch);
      },
    }));
    const desk = await house.desk();
    const [conversation] = await holding(desk, 1);
    hold = new Promise((resolve) => {
      release = resolve;
    });
    desk.cut();
    await house.time.advance(TIMES.deskGrace + 2_000);
    await desk.connect(house.hub);
    expect(desk.heads.get(conversation ?? '')?.status).toBe('active');
    release();
    await house.time.advance(1_000);
    expect(desk.heads.get(conversation ?? '')?.status).toBe('waiting');
    expect(desk.of('left')).toMatchObject([
      { all: true, conversations: [] },
      { all: false, conversations: [{ conversation, open: true }] },
    ]);
  });
});
