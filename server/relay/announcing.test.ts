import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Announcement } from '../../protocol/announcement.ts';
import { House } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

const MINUTE = 60_000;

let house: House;
let kept: Announcement | null;

beforeEach(async () => {
  kept = null;
  house = await House.open();
  house.announcements = { read: async () => kept };
  await house.crash();
});
afterEach(() => house.close());

function announce(from: number, until: number, fr = 'Maintenance ce soir de 22 h à 23 h.'): void {
  const now = house.time.clock();
  kept = { fr, en: 'Maintenance tonight from 10 to 11 p.m.', from: now + from, until: now + until };
}

describe('D8: what the service announces', () => {
  it('reaches open pages and desks at once, who comes later at their hello, and the static page', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    expect(page.of('announcement')).toEqual([]);
    announce(0, 10 * MINUTE);
    await house.hub.announcing.refresh();
    await settle();
    expect(page.of('announcement').map(({ announcement }) => announcement)).toEqual([kept]);
    expect(desk.of('announcement').map(({ announcement }) => announcement)).toEqual([kept]);
    expect(house.hub.serviceInfo().announcement).toEqual(kept);
    expect((await house.arrive()).of('announcement')).toHaveLength(1);
    kept = null;
    await house.hub.announcing.refresh();
    await settle();
    expect(page.of('announcement').at(-1)?.announcement).toBeNull();
    expect(house.hub.serviceInfo()).not.toHaveProperty('announcement');
  });

  it('begins and ends by itself at its moments, also without a word from the command line', async () => {
    const page = await house.arrive();
    announce(2 * MINUTE, 4 * MINUTE);
    await house.time.advance(MINUTE + 1_000);
    expect(page.of('announcement')).toEqual([]);
    await house.time.advance(MINUTE);
    expect(page.of('announcement').map(({ announcement }) => announcement)).toEqual([kept]);
    await house.time.advance(2 * MINUTE);
    expect(page.of('announcement').at(-1)?.announcement).toBeNull();
    expect(page.of('announcement')).toHaveLength(2);
  });
});
