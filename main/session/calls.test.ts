import { beforeEach, describe, expect, it } from 'vitest';
import type { ToDesk } from '../../protocol/desk-channel.ts';
import type { Author } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import { COLLEAGUE, entryOf, headOf, journalOf, NOON, OFFICER } from '../cache/cache.testkit.ts';
import { countsOf } from './counts.ts';
import { Play, type Scene } from './scripted.testkit.ts';

let play: Play;
let scene: Scene;
let conversation: Id;

beforeEach(async () => {
  play = await Play.begin();
  scene = play.scene;
  conversation = play.conversation;
  await scene.relay.welcome();
});

const changed = (...heads: Head[]): ToDesk => ({ type: 'heads', all: false, heads, gone: [] });
const waiting = (id: Id, change: Partial<Head> = {}) =>
  headOf(id, { status: 'waiting', holder: null, ...change });
const levels = () => play.told('alert').map(({ level }) => level);
const given = () => scene.model.snapshot().given;

function there(...rows: readonly (readonly [typeof COLLEAGUE, RosterRow['presence']])[]): ToDesk {
  return {
    type: 'roster',
    rows: rows.map(([officer, presence]) => ({
      ...{ ...officer, role: 'officer', presence },
      ...{ active: 0, parked: 0, capacity: 5, since: 0 },
    })),
  };
}

/** The journal of a conversation that came into this officer's hands. */
function assigned(author: Author, id = conversation): ToDesk {
  const body = { kind: 'assignment', to: OFFICER, reason: 'assigned', note: null } as const;
  const entries = [...journalOf(id, []).slice(0, 1), entryOf(id, 2, body, { author })];
  return { type: 'entries', conversation: id, after: 0, through: 2, entries };
}

const BY_COLLEAGUE: Author = { role: 'officer', ...COLLEAGUE };
const ME_AND_COLLEAGUE = there([OFFICER, 'available'], [COLLEAGUE, 'available']);

describe('what others put into these hands', () => {
  it('calls once, read and answered as it may be, and is new until it was on screen', async () => {
    await scene.relay.say(play.heads(), ME_AND_COLLEAGUE);
    const calm = headOf(conversation, { lastSeq: 2, lastCitizenSeq: 1, officerRead: 2 });
    await scene.relay.say(changed(calm), assigned(BY_COLLEAGUE), changed({ ...calm, tags: ['vélo'] }));
    expect(levels()).toEqual(['given']);
    expect(given()).toEqual([conversation]);
    scene.session.looking(conversation);
    expect(given()).toEqual([]);
    expect(play.told('given').map(({ conversations }) => conversations)).toEqual([[conversation], []]);
  });

  it('calls when it was distributed, though nobody wrote anything yet', async () => {
    await scene.relay.say(play.heads(waiting(conversation)), ME_AND_COLLEAGUE);
    await scene.relay.say(changed(headOf(conversation)), assigned({ role: 'relay' }));
    expect(levels()).toEqual(['queue', 'given']);
  });

  it('calls when it came while the wire was down', async () => {
    await scene.relay.say(play.heads(), ME_AND_COLLEAGUE);
    await play.cutAndReturn();
    await scene.relay.say(play.heads(headOf(conversation)), ME_AND_COLLEAGUE, assigned(BY_COLLEAGUE));
    expect(given()).toEqual([conversation]);
  });

  it('calls though the wire is cut before its journal came', async () => {
    await scene.relay.say(play.heads(), ME_AND_COLLEAGUE, changed(headOf(conversation)));
    await play.cutAndReturn();
    await scene.relay.say(play.heads(headOf(conversation)), ME_AND_COLLEAGUE, assigned(BY_COLLEAGUE));
    expect(levels()).toEqual(['given']);
  });

  it('calls once more when it comes back from other hands', async () => {
    const theirs = headOf(conversation, { holder: COLLEAGUE });
    await scene.relay.say(play.heads(theirs), ME_AND_COLLEAGUE);
    for (let round = 0; round < 2; round += 1) {
      await scene.relay.say(changed(headOf(conversation)), assigned(BY_COLLEAGUE), changed(theirs));
    }
    expect(levels()).toEqual(['given', 'given']);
    expect(given()).toEqual([]);
  });

  it('calls once for a hand-over of several, but for those that are gone again', async () => {
    const [other, gone] = [newId(), newId()];
    await scene.relay.say(play.heads(), ME_AND_COLLEAGUE);
    await scene.relay.say(changed(headOf(conversation), headOf(other), headOf(gone)));
    await scene.relay.say(assigned(BY_COLLEAGUE));
    await scene.relay.say({ type: 'heads', all: false, heads: [], gone: [gone] });
    await scene.relay.say(assigned(BY_COLLEAGUE, other));
    expect(levels()).toEqual(['given']);
    expect(given()).toEqual([conversation, other]);
  });

  it('is not what this officer took at another desk of theirs', async () => {
    await scene.relay.say(play.heads(waiting(conversation)), ME_AND_COLLEAGUE);
    await scene.relay.say(changed(headOf(conversation)), assigned({ role: 'officer', ...OFFICER }));
    expect(levels()).toEqual(['queue']);
    expect(given()).toEqual([]);
  });

  it('is no news when it is in other hands again', async () => {
    await scene.relay.say(play.heads(), ME_AND_COLLEAGUE);
    await scene.relay.say(changed(headOf(conversation)), assigned(BY_COLLEAGUE));
    await scene.relay.say({ type: 'heads', all: false, heads: [], gone: [conversation] });
    expect(given()).toEqual([]);
  });

  it('is not what was held when the desk started', async () => {
    await scene.relay.say(play.heads(headOf(conversation)), ME_AND_COLLEAGUE);
    expect(given()).toEqual([]);
    expect(levels()).toEqual([]);
  });

  it('is not what this officer took, whichever way the answer comes', async () => {
    await scene.relay.say(play.heads(waiting(conversation)), ME_AND_COLLEAGUE);
    void scene.session.commands.command({ kind: 'take-next' });
    const [next] = scene.relay.commands();
    if (next === undefined) throw new Error('nothing was asked');
    await scene.relay.say(play.ack(next.id, 2), changed(headOf(conversation)));
    const other = newId();
    await scene.relay.say(changed(waiting(other)));
    void scene.session.commands.command({ kind: 'take', conversation: other });
    await scene.relay.say(changed(headOf(other)));
    const last = newId();
    void scene.session.commands.command({ kind: 'take-next' });
    await play.cutAndReturn();
    await scene.relay.say(play.heads(headOf(conversation), headOf(other), headOf(last)), ME_AND_COLLEAGUE);
    expect(levels()).not.toContain('given');
    expect(given()).toEqual([]);
  });
});

describe('what waits for a group first', () => {
  const group = newId();
  const forGroup = { group, name: 'Cyber', until: NOON + 180_000 };
  const reserved = () => waiting(conversation, { forGroup });

  beforeEach(async () => {
    await scene.relay.say(play.heads(), ME_AND_COLLEAGUE);
    await scene.relay.say({
      type: 'groups',
      groups: [{ group, name: 'Cyber', members: [COLLEAGUE.officer] }],
    });
    await scene.relay.say(changed(reserved()));
    expect(levels()).toEqual([]);
  });

  it('calls everybody when its time is over, once', async () => {
    await scene.time.pass(179_000);
    expect(levels()).toEqual([]);
    await scene.time.pass(400_000);
    await scene.relay.say(changed(reserved()));
    expect(levels()).toEqual(['queue']);
  });

  it.each([-3_600_000, 3_600_000])(
    'calls in time though the workstation’s clock is set by %i ms',
    async (jump) => {
      scene.time.jump(jump);
      await scene.time.pass(179_000);
      expect(levels()).toEqual([]);
      await scene.time.pass(2_000);
      expect(levels()).toEqual(['queue']);
    },
  );

  it('calls when nobody of the group is on duty any more', async () => {
    await scene.relay.say(there([OFFICER, 'available'], [COLLEAGUE, 'break']));
    await scene.relay.say(there([OFFICER, 'available'], [COLLEAGUE, 'break']));
    expect(levels()).toEqual(['queue']);
  });

  it('calls no more once somebody has it', async () => {
    await scene.relay.say({ type: 'heads', all: false, heads: [], gone: [conversation] });
    await scene.time.pass(400_000);
    expect(levels()).toEqual([]);
  });
});

it('a citizen who comes back by their phrase calls whoever holds the conversation, once', async () => {
  await scene.relay.say(
    play.heads(headOf(conversation, { lastSeq: 4, officerRead: 4 })),
    ME_AND_COLLEAGUE,
    play.range(0, 4),
  );
  play.journal.push(entryOf(conversation, 5, { kind: 'return' }));
  await scene.relay.say(changed(headOf(conversation, { lastSeq: 5, officerRead: 4 })), play.range(4, 5));
  expect(levels()).toEqual(['message']);
});

it('an absence that the desk decided says so, over a cut wire and a roster too', async () => {
  scene.session.signals.presence('away', 'idle');
  await scene.relay.say(there([OFFICER, 'away']));
  expect(scene.model.state).toMatchObject({ presence: 'away', presenceWhy: 'idle' });
  await scene.relay.close(1006);
  scene.session.signals.presence('available');
  scene.session.signals.presence('away', 'idle');
  await scene.time.pass(1);
  await scene.relay.welcome();
  expect(scene.relay.said('presence')).toEqual([{ type: 'presence', presence: 'away' }]);
  expect(scene.model.state).toMatchObject({ presence: 'away', presenceWhy: 'idle' });
  scene.session.signals.presence('available');
  expect(scene.model.state.presenceWhy).toBeUndefined();
});

it('a roster that was made before the relay heard of an absence costs it no reason, one after it does', async () => {
  const [here, away] = [there([OFFICER, 'available']), there([OFFICER, 'away'])];
  scene.session.signals.presence('away', 'idle');
  await scene.relay.say(here, away, away);
  expect(scene.model.state).toMatchObject({ presence: 'away', presenceWhy: 'idle' });
  // Said at another desk of theirs: what follows is their own word.
  await scene.relay.say(here, away);
  expect(scene.model.state).toMatchObject({ presence: 'away' });
  expect(scene.model.state.presenceWhy).toBeUndefined();
});

it('an absence that the relay decided says so after a restart of the relay too', async () => {
  await scene.relay.say({ type: 'presence', presence: 'away', why: 'missed-offers' });
  await play.cutAndReturn(false);
  expect(scene.relay.said('presence')).toEqual([{ type: 'presence', presence: 'away' }]);
  await scene.relay.say(there([OFFICER, 'available']), there([OFFICER, 'away']));
  expect(scene.model.state).toMatchObject({ presence: 'away', presenceWhy: 'missed-offers' });
});

it('an emergency is everybody’s whose holder is not there, and nobody else’s whose holder is', async () => {
  const theirs = headOf(conversation, { holder: COLLEAGUE });
  await scene.relay.say(play.heads(theirs), ME_AND_COLLEAGUE);
  await scene.relay.say(changed({ ...theirs, emergency: 'flagged' }));
  expect(levels()).toEqual([]);
  await scene.relay.say(changed(theirs), there([OFFICER, 'available'], [COLLEAGUE, 'break']));
  await scene.relay.say(changed({ ...theirs, emergency: 'flagged' }));
  expect(levels()).toEqual(['emergency']);
});

it('an emergency whose holder goes calls then, once, and again only when another one goes', async () => {
  const theirs = headOf(conversation, { holder: COLLEAGUE, emergency: 'flagged' });
  const gone = there([OFFICER, 'available'], [COLLEAGUE, 'away']);
  await scene.relay.say(play.heads(headOf(conversation, { holder: COLLEAGUE })), ME_AND_COLLEAGUE);
  await scene.relay.say(changed(theirs), ME_AND_COLLEAGUE);
  const counted = () => countsOf(scene.model.heads.values(), OFFICER.officer, scene.model).emergencies;
  expect([levels(), counted()]).toEqual([[], 0]);
  await scene.relay.say(gone, gone, changed({ ...theirs, tags: ['vélo'] }));
  expect([levels(), counted()]).toEqual([['emergency'], 1]);
  await scene.relay.say(ME_AND_COLLEAGUE, changed({ ...theirs, emergency: 'acknowledged' }), gone);
  expect(levels()).toEqual(['emergency']);
});

it('an emergency that a colleague lets go calls as one, and not as whatever begins to wait', async () => {
  const theirs = headOf(conversation, { holder: COLLEAGUE, emergency: 'flagged' });
  await scene.relay.say(play.heads(theirs), ME_AND_COLLEAGUE);
  await scene.relay.say(changed(waiting(conversation, { emergency: 'flagged', returned: true })));
  expect(levels()).toEqual(['emergency']);
});

it('an emergency whose holder was gone when the desk started calls with the roster', async () => {
  const theirs = headOf(conversation, { holder: COLLEAGUE, emergency: 'flagged' });
  await scene.relay.say(play.heads(theirs), there([OFFICER, 'available'], [COLLEAGUE, 'break']));
  expect(levels()).toEqual(['emergency']);
});
