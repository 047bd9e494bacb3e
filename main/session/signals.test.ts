import { beforeEach, describe, expect, it } from 'vitest';
import type { ToDesk } from '../../protocol/desk-channel.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import { NOON, OFFICER } from '../cache/cache.testkit.ts';
import { Play, type Scene } from './scripted.testkit.ts';

const HOUR = 3_600_000;
const SELF = { ...OFFICER, login: 'dupont', role: 'officer' } as const;

function roster(change: Partial<RosterRow>): ToDesk {
  const row = { ...OFFICER, role: 'officer', active: 0, parked: 0, capacity: 5, since: NOON } as const;
  return { type: 'roster', rows: [{ ...row, presence: 'available', ...change }] };
}

/** Two desks of one officer both work: what was said last counts, wherever it was said. */
describe('what an officer said of themselves', () => {
  let play: Play;
  let scene: Scene;
  const said = () => scene.relay.said('presence').map(({ presence }) => presence);
  const back = async (presence: 'available' | 'break', capacity = 5, remembered = true) => {
    await scene.time.pass(1);
    await scene.relay.welcome({ presence, remembered, self: { ...SELF, capacity } });
  };
  const backAtRestarted = () => back('available', 5, false);
  beforeEach(async () => {
    play = await Play.begin();
    ({ scene } = play);
    await scene.relay.welcome();
  });

  it('is said again when the wire broke before the relay showed that it had heard it', async () => {
    scene.session.signals.presence('break');
    // Made before it was heard.
    await scene.relay.say(roster({ presence: 'available' }));
    await scene.relay.close(1006);
    await back('available');
    expect(said()).toEqual(['break']);
  });

  it.each([
    ['was restarted', 0],
    ['stood still for an hour before it was back', HOUR],
  ])('is said again to a relay that %s, which forgets it', async (_, outage) => {
    scene.session.signals.presence('break');
    await scene.relay.say(roster({ presence: 'break' }));
    await scene.relay.close(1006);
    await scene.time.pass(outage);
    await backAtRestarted();
    expect(said()).toEqual(['break']);
    expect(scene.model.state.presence).toBe('break');
  });

  it('is not said again once they said something else at another desk', async () => {
    scene.session.signals.presence('break');
    await scene.relay.say(roster({ presence: 'break' }), roster({ presence: 'available' }));
    await scene.relay.close(1006);
    await back('available');
    expect(said()).toEqual([]);
    expect(scene.model.state.presence).toBe('available');
    // A restarted relay hears the last word from whichever desk is back first.
    await scene.relay.say(roster({ presence: 'break' }));
    await scene.relay.close(1006);
    await backAtRestarted();
    expect(said()).toEqual(['break']);
  });

  it('gives way to a later word although no roster ever showed it', async () => {
    scene.session.signals.presence('break');
    await scene.relay.say(roster({ presence: 'available', since: NOON + 500 }));
    await scene.relay.close(1006);
    await back('available');
    expect(said()).toEqual([]);
  });

  it('is not said again when they went to work at another desk meanwhile', async () => {
    scene.session.signals.presence('break');
    await scene.relay.say(roster({ presence: 'break' }));
    await scene.relay.close(1006);
    await back('available');
    expect(said()).toEqual([]);
    expect(scene.model.state.presence).toBe('available');
  });

  it('is the relay’s to say once a workstation slept, if it remembers, and the desk’s if it was restarted meanwhile', async () => {
    scene.session.signals.presence('break');
    await scene.relay.say(roster({ presence: 'break' }));
    scene.time.sleep(12 * HOUR);
    await scene.relay.close(1006);
    await back('available');
    expect(said()).toEqual([]);
    expect(scene.model.state.presence).toBe('available');
    scene.session.signals.presence('break');
    await scene.relay.say(roster({ presence: 'break', since: NOON + 13 * HOUR }));
    scene.time.sleep(12 * HOUR);
    await scene.relay.close(1006);
    await backAtRestarted();
    expect(said()).toEqual(['break']);
  });

  it.each([
    [
      'a welcome',
      async () => {
        await scene.relay.close(1006);
        await back('break');
      },
    ],
    ['a roster', () => scene.relay.say(roster({ presence: 'break', since: NOON + 500 }))],
  ])('is known from %s too: said by a program that was started anew since', async (_, shown) => {
    await shown();
    await scene.relay.close(1006);
    await backAtRestarted();
    expect(said()).toEqual(['break']);
    expect(scene.model.state.presence).toBe('break');
  });

  it('holds for the capacity too: what the relay keeps is no longer this desk’s to say', async () => {
    scene.session.signals.capacity(3);
    await scene.relay.close(1006);
    await back('available');
    expect(scene.relay.said('capacity')).toEqual([{ type: 'capacity', capacity: 3 }]);
    await scene.relay.say(roster({ capacity: 3 }), roster({ capacity: 8 }));
    await scene.relay.close(1006);
    await back('available', 8);
    expect(scene.relay.said('capacity')).toEqual([]);
    expect(scene.model.state.self?.capacity).toBe(8);
  });
});
