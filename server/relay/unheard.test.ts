import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import { StoreUnavailable } from '../store/errors.ts';
import type { TestDesk, TestPage } from './clients.testkit.ts';
import { bound, House } from './relay.testkit.ts';

const WITHIN = 60_000;
const SWEEP = 2_000;
const DANGER = 'Au secours, quelqu’un force ma porte';

let house: House;
let holder: TestDesk;
let colleague: TestDesk;
let page: TestPage;
let conversation: Id;

/** `holder` has the conversation, a colleague has a desk, and no supervisor is there. */
async function hold(): Promise<void> {
  [holder, colleague] = [await house.desk(), await house.desk()];
  page = await house.arrive();
  conversation = page.conversation;
  await holder.ask({ kind: 'take', conversation });
}

async function cry(): Promise<void> {
  page.send({ type: 'message', id: newId(), text: DANGER });
  await house.time.advance(10);
}

const releases = async () =>
  (await house.journal(conversation)).flatMap(({ author, body }) =>
    body.kind === 'release' ? [{ by: author.role, reason: body.reason }] : [],
  );
const UNHEARD = { by: 'relay', reason: 'unheard' };
const left = (desk: TestDesk) => desk.of('left').flatMap(({ conversations }) => conversations);

beforeEach(async () => {
  house = await House.open();
  await hold();
});
afterEach(() => house.close());

describe('Q7: an emergency that its holder gives no sign of having heard', () => {
  it('goes back to the head of the queue once, for every desk, and the former holder is told why', async () => {
    const waiting = await house.arrive();
    await cry();
    expect(colleague.heads.has(conversation)).toBe(false);
    await house.time.advance(WITHIN - SWEEP);
    expect(await releases()).toEqual([]);
    await house.time.advance(2 * SWEEP);
    expect(await releases()).toEqual([UNHEARD]);
    expect(colleague.heads.get(conversation)).toMatchObject({ status: 'waiting', emergency: 'flagged' });
    expect(left(holder)).toEqual([{ conversation, reference: page.reference, open: true, unheard: true }]);
    expect(left(colleague)).toEqual([]);
    // The citizen stands before whoever came meanwhile, and reads that the next one reads all of it.
    expect(page.status).toMatchObject({ status: 'waiting', position: 1 });
    expect(waiting.status).toMatchObject({ position: 2 });
    await house.time.advance(10 * WITHIN);
    expect(await releases()).toEqual([UNHEARD]);
    await colleague.ask({ kind: 'take', conversation });
    await house.time.advance(10);
    expect(page.status).toMatchObject({ status: 'active', officer: { alias: colleague.session.self.alias } });
  });

  it.each(['break', 'away'] as const)(
    'much sooner where they are on a break or away (%s)',
    async (presence) => {
      await cry();
      await house.time.advance(TIMES.deskGrace + SWEEP);
      expect(await releases()).toEqual([]);
      holder.send({ type: 'presence', presence });
      await house.time.advance(SWEEP);
      expect(await releases()).toEqual([UNHEARD]);
    },
  );

  it('in the whole time where they are only finishing', async () => {
    holder.send({ type: 'presence', presence: 'finishing' });
    await cry();
    await house.time.advance(WITHIN - SWEEP);
    expect(await releases()).toEqual([]);
    await house.time.advance(2 * SWEEP);
    expect(await releases()).toEqual([UNHEARD]);
  });

  it.each([
    ['acknowledge it', () => holder.ask({ kind: 'acknowledge-emergency', conversation })],
    ['write', () => holder.ask({ kind: 'message', conversation, text: 'J’appelle le 17' })],
    ['put a question', () => holder.ask({ kind: 'question', conversation, question: 'arme' })],
  ])('not where they %s, even when they are gone to a break since', async (_, act) => {
    await cry();
    await act();
    holder.send({ type: 'presence', presence: 'break' });
    await house.time.advance(10 * WITHIN);
    expect(await releases()).toEqual([]);
    expect(holder.heads.get(conversation)).toMatchObject({ holder: { officer: holder.officer } });
  });

  it('not where a supervisor acknowledged it, and not while they are typing', async () => {
    const chief = await house.desk('supervisor');
    await cry();
    for (let typed = 0; typed < 4; typed += 1) {
      await house.time.advance(WITHIN - SWEEP);
      holder.send({ type: 'typing', conversation });
    }
    expect(await releases()).toEqual([]);
    await chief.ask({ kind: 'acknowledge-emergency', conversation });
    await house.time.advance(10 * WITHIN);
    expect(await releases()).toEqual([]);
  });

  it('what was written before is no sign: it counts from the flag, and for the next holder from when it is theirs', async () => {
    await holder.ask({ kind: 'message', conversation, text: 'Bonjour' });
    await house.time.advance(10 * WITHIN);
    await cry();
    await house.time.advance(WITHIN - SWEEP);
    const chief = await house.desk('supervisor');
    await chief.ask({ kind: 'assign', conversation, to: colleague.officer, note: null });
    await house.time.advance(WITHIN - SWEEP);
    expect(await releases()).toEqual([]);
    await house.time.advance(2 * SWEEP);
    expect(await releases()).toEqual([UNHEARD]);
    expect(left(colleague)).toMatchObject([{ conversation, unheard: true }]);
    // Whoever comes back takes it as anybody does, and is named no more.
    await colleague.ask({ kind: 'take', conversation });
    await colleague.ask({ kind: 'acknowledge-emergency', conversation });
    colleague.cut();
    await colleague.connect(house.hub);
    expect(colleague.heads.get(conversation)).toMatchObject({ status: 'active', emergency: 'acknowledged' });
    expect(left(colleague)).toEqual([]);
  });

  it('flagged by an officer it is one too, and put aside it counts on', async () => {
    await holder.ask({ kind: 'flag-emergency', conversation });
    await holder.ask({ kind: 'park', conversation });
    await house.time.advance(WITHIN + SWEEP);
    expect(await releases()).toEqual([UNHEARD]);
  });

  it('a question left for an e-mail goes back to those that anybody may take', async () => {
    await house.close();
    house = await House.open({}, undefined, { carry: () => new Promise(() => undefined) });
    await hold();
    await holder.ask({ kind: 'release', conversation, note: null });
    page.send({ type: 'defer', id: newId(), address: 'a@example.fr', text: DANGER });
    await house.time.advance(10);
    await holder.ask({ kind: 'take', conversation });
    expect(colleague.heads.has(conversation)).toBe(false);
    await house.time.advance(WITHIN + SWEEP);
    expect((await releases()).at(-1)).toEqual(UNHEARD);
    expect(colleague.heads.get(conversation)).toMatchObject({ status: 'deferred', emergency: 'flagged' });
  });

  it('stays with an officer who is alone, until somebody comes', async () => {
    colleague.cut();
    holder.send({ type: 'presence', presence: 'break' });
    await cry();
    await house.time.advance(10 * WITHIN);
    expect(await releases()).toEqual([]);
    await colleague.connect(house.hub);
    await house.time.advance(SWEEP);
    expect(await releases()).toEqual([UNHEARD]);
    expect(colleague.heads.get(conversation)).toMatchObject({ status: 'waiting' });
  });

  it('over a wire that was cut for a moment it stays theirs', async () => {
    await cry();
    await house.time.advance(TIMES.deskGrace + SWEEP);
    holder.cut();
    await house.time.advance(SWEEP);
    await holder.connect(house.hub);
    expect(await releases()).toEqual([]);
    expect(holder.heads.get(conversation)).toMatchObject({ holder: { officer: holder.officer } });
  });

  it('leaves what was begun as a note, and tells a holder who comes back later too', async () => {
    await cry();
    holder.send({ type: 'presence', presence: 'break' });
    await house.time.advance(TIMES.deskGrace + SWEEP);
    await colleague.ask({ kind: 'take', conversation });
    expect(await holder.ask({ kind: 'note', conversation, text: 'BEGUN' })).toMatchObject({ type: 'ack' });
    expect(await holder.ask({ kind: 'message', conversation, text: 'x' })).toBe('not-holder');
    holder.cut();
    await house.crash();
    await holder.connect(house.hub);
    expect(left(holder).at(-1)).toMatchObject({ conversation, unheard: true });
  });

  it('counts over a restart of the relay, from the flag', async () => {
    await cry();
    await house.time.advance(WITHIN - 10_000);
    await house.crash();
    await Promise.all([holder.connect(house.hub), colleague.connect(house.hub)]);
    await house.time.advance(10_000 - SWEEP);
    expect(await releases()).toEqual([]);
    await house.time.advance(2 * SWEEP);
    expect(await releases()).toEqual([UNHEARD]);
    await house.crash();
    await Promise.all([holder.connect(house.hub), colleague.connect(house.hub)]);
    await house.time.advance(10 * WITHIN);
    expect(await releases()).toEqual([UNHEARD]);
  });

  it('C4: a clock that jumps takes it from nobody, and delays nothing', async () => {
    await cry();
    house.time.jump(3_600_000);
    await house.time.advance(WITHIN - SWEEP);
    expect(await releases()).toEqual([]);
    house.time.jump(-2 * 3_600_000);
    await house.time.advance(2 * SWEEP);
    expect(await releases()).toEqual([UNHEARD]);
  });

  it('with distribution it goes to somebody else, and an offer that was missed counts as one', async () => {
    house.settings.distribute = true;
    house.settings.missedOffers = 1;
    await house.crash();
    await Promise.all([holder, colleague, page].map((each) => each.connect(house.hub)));
    await cry();
    await house.time.advance(WITHIN + SWEEP);
    expect(colleague.heads.get(conversation)).toMatchObject({ holder: { officer: colleague.officer } });
    await house.time.advance(WITHIN + SWEEP);
    expect(await releases()).toEqual([UNHEARD, { by: 'relay', reason: 'offer-missed' }]);
    expect(colleague.of('presence').at(-1)).toMatchObject({ why: 'missed-offers' });
  });
});

describe('Q7 while the store cannot write', () => {
  it('is asked for again until it is durable, and is done once', async () => {
    await house.close();
    let failing = false;
    house = await House.open({}, (store) => ({
      ...bound(store),
      commit: (batch) => (failing ? Promise.reject(new StoreUnavailable('gone')) : store.commit(batch)),
      probe: () => (failing ? Promise.reject(new StoreUnavailable('gone')) : store.probe()),
    }));
    await hold();
    await cry();
    failing = true;
    await house.time.advance(WITHIN + SWEEP);
    expect(house.figures.failed.length).toBeGreaterThan(0);
    expect(await releases()).toEqual([]);
    failing = false;
    await house.time.advance(10_000);
    expect(await releases()).toEqual([UNHEARD]);
  });
});
