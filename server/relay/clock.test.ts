import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TIMES } from '../../protocol/limits.ts';
import { House } from './relay.testkit.ts';

const HOUR = 3_600_000;

/** Somebody sets the relay's clock, or its time server comes back: no time has passed for anybody. */
describe('C4: a clock that jumps', () => {
  let house: House;
  beforeEach(async () => {
    house = await House.open();
  });
  afterEach(() => house.close());

  it.each([-HOUR, HOUR])('keeps the heartbeat and the queue’s news going (%i ms)', async (jump) => {
    const page = await house.arrive();
    const other = await house.arrive();
    const desk = await house.desk();
    await house.time.advance(TIMES.beat);
    const beats = page.of('beat').length;
    house.time.jump(jump);
    await house.time.advance(2 * TIMES.beat);
    expect(page.of('beat').length).toBe(beats + 2);
    await desk.ask({ kind: 'take', conversation: page.conversation });
    await house.time.advance(1_000);
    expect(other.status?.position).toBe(1);
  });

  it('set forward, ends the grace of no desk and the place of no citizen who is away for a moment', async () => {
    const [page, waiting] = [await house.arrive(), await house.arrive()];
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    desk.cut();
    waiting.cut();
    await house.time.advance(2_000);
    house.time.jump(HOUR);
    await house.time.advance(2_000);
    await desk.connect(house.hub);
    expect(desk.heads.get(page.conversation)).toMatchObject({ holder: { officer: desk.officer } });
    expect(await waiting.connect(house.hub)).toBe(true);
    expect(waiting.status).toMatchObject({ status: 'waiting', position: 1 });
  });

  it('set back, delays neither the end of a grace nor the end of a silence', async () => {
    const [page, waiting] = [await house.arrive(), await house.arrive()];
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    desk.cut();
    waiting.cut();
    await house.time.advance(1_000);
    house.time.jump(-HOUR);
    await house.time.advance(TIMES.deskGrace + 1_000);
    expect((await house.journal(page.conversation)).at(-1)?.body).toMatchObject({
      kind: 'release',
      reason: 'desk-lost',
    });
    await house.time.advance(TIMES.citizenGrace);
    expect((await house.journal(waiting.conversation)).at(-1)?.body.kind).toBe('closure');
  });
});
