import { beforeEach, describe, expect, it } from 'vitest';
import type { ToDesk } from '../../protocol/desk-channel.ts';
import { CLOSES } from '../../protocol/errors.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import { COLLEAGUE, DAY, draftOf, entryOf, headOf, NOON, OFFICER } from '../cache/cache.testkit.ts';
import { Play, type Scene } from './scripted.testkit.ts';

/** One session, frame by frame, against a relay that the test plays. */
describe('an officer’s session', () => {
  let play: Play;
  let scene: Scene;
  let conversation: Id;

  beforeEach(async () => {
    play = await Play.begin();
    scene = play.scene;
    conversation = play.conversation;
  });

  it('H1: says hello first, with nothing to resume, and follows what it holds', async () => {
    const { relay } = scene;
    await relay.welcome();
    expect(relay.wire.said).toEqual([
      { type: 'hello', version: PROTOCOL_VERSIONS.desk, epoch: null, contentVersion: null, cursors: [] },
    ]);
    await relay.say(play.heads(headOf(conversation), headOf(newId(), { holder: COLLEAGUE })));
    expect(relay.said('follow')).toEqual([{ type: 'follow', conversation, after: 0 }]);
  });

  it('R4: what is said in several frames is one change: what is held is not gone, nor given anew, at each return', async () => {
    const [emergency, first] = [newId(), headOf(newId(), { status: 'waiting', holder: null })];
    const flagged = headOf(emergency, { status: 'waiting', holder: null, emergency: 'flagged' });
    const frames: ToDesk[] = [
      { type: 'heads', all: true, heads: [first], gone: [], more: true },
      { type: 'heads', all: false, heads: [headOf(conversation), flagged], gone: [] },
      { type: 'roster', rows: [] },
    ];
    await scene.relay.welcome();
    // Cut in the middle, it is said from the beginning.
    await scene.relay.say({ type: 'heads', all: true, heads: [headOf(newId())], gone: [], more: true });
    await play.cutAndReturn();
    await scene.relay.say(...frames, play.range(0, 4));
    expect([...scene.model.heads.keys()]).toEqual([first.conversation, conversation, emergency]);
    const [alerts, shown] = [play.told('alert'), play.told('heads').length];
    await play.cutAndReturn();
    expect(scene.relay.wire.said[0]).toMatchObject({ cursors: [{ conversation, seq: 4 }] });
    await scene.relay.say(...frames);
    expect(play.told('alert')).toEqual(alerts);
    expect(scene.model.given).toEqual([]);
    expect(play.told('heads').slice(shown)).toMatchObject([{ all: true, gone: [] }]);
    // Its cached journal stands.
    expect((await scene.session.cache.call('load', { now: NOON })).cursors).toEqual([
      { conversation, seq: 4 },
    ]);
  });

  it('R1: resumes with the epoch and the cursors of what it holds', async () => {
    await play.holding();
    await play.cutAndReturn();
    expect(scene.relay.wire.said[0]).toMatchObject({
      epoch: scene.relay.epoch,
      cursors: [{ conversation, seq: 4 }],
    });
    expect(scene.relay.said('follow')).toEqual([]);
    play.journal.push(entryOf(conversation, 5, { kind: 'message', text: 'trois' }));
    await scene.relay.say(play.range(4, 5));
    expect(play.told('entries').map((event) => [event.after, event.through])).toEqual([
      [0, 4],
      [4, 5],
    ]);
  });

  it('tells the window after the cache holds it, never before', async () => {
    await scene.relay.welcome();
    const seen: number[] = [];
    const { cache } = scene.session;
    const tell = scene.model.tell.bind(scene.model);
    scene.model.tell = (event) => {
      if (event.type === 'entries') {
        void cache.call('entries', { conversation, before: null, limit: 9 }).then(({ entries }) => {
          seen.push(entries.length);
        });
      }
      tell(event);
    };
    await scene.relay.say(play.heads(headOf(conversation)), play.range(0, 2), play.range(2, 4));
    expect(seen).toEqual([2, 4]);
  });

  it('R3: drops a range that does not continue the cursor, and asks from its own', async () => {
    await scene.relay.welcome();
    await scene.relay.say(play.heads(headOf(conversation)), play.range(0, 1), play.range(2, 4));
    expect(scene.relay.said('follow').at(-1)).toEqual({ type: 'follow', conversation, after: 1 });
    expect(play.told('entries')).toHaveLength(1);
    await scene.relay.say(play.range(1, 4));
    expect(scene.session.journals.cursor(conversation)).toBe(4);
    // Known already: nothing to ask, nothing to tell.
    const asked = scene.relay.said('follow').length;
    await scene.relay.say(play.range(0, 4));
    expect(scene.relay.said('follow')).toHaveLength(asked);
    expect(play.told('entries')).toHaveLength(2);
  });

  it('R3: never fills a gap by guessing: a range with a hole is dropped', async () => {
    await scene.relay.welcome();
    const holed = [play.journal[0], play.journal[2], play.journal[3]].filter((entry) => entry !== undefined);
    await scene.relay.say(play.heads(headOf(conversation)), {
      type: 'entries',
      conversation,
      after: 0,
      through: 4,
      entries: holed,
    });
    expect(scene.session.journals.cursor(conversation)).toBe(0);
    expect(play.told('entries')).toEqual([]);
  });

  it('R2: a reset forgets every play.journal, tells the window, and reads from the beginning', async () => {
    await play.holding();
    await scene.relay.close(1006);
    await scene.time.pass(1);
    scene.relay.epoch = newId();
    await scene.relay.welcome({ reset: true });
    expect(play.told('reset')).toEqual([{ type: 'reset', conversations: [conversation] }]);
    await scene.relay.say(play.range(0, 4));
    expect(scene.session.journals.cursor(conversation)).toBe(4);
    expect(play.told('entries')).toHaveLength(2);
  });

  it('R2: one play.journal’s reset leaves the others alone', async () => {
    await play.holding();
    await scene.relay.say({ type: 'reset', conversation });
    expect(scene.session.journals.cursor(conversation)).toBe(0);
    await scene.relay.say(play.range(0, 4));
    expect(scene.session.journals.cursor(conversation)).toBe(4);
  });

  it('C2: silence cuts the wire; beats do not let it come to that', async () => {
    await play.holding();
    for (let beat = 0; beat < 4; beat += 1) {
      await scene.time.pass(TIMES.beat);
      await scene.relay.say({ type: 'beat' });
    }
    expect(scene.relay.wires).toHaveLength(1);
    const first = scene.relay.wire;
    await scene.time.pass(TIMES.silence + 1);
    expect(first.open).toBe(false);
    expect(scene.relay.wires).toHaveLength(2);
  });

  it('C3: a session ended by the relay is told once', async () => {
    await play.holding();
    await scene.relay.close(CLOSES['not-signed-in'].code);
    expect(scene.expired()).toBe(1);
    await scene.time.pass(60_000);
    expect(scene.relay.wires).toHaveLength(1);
    expect(scene.model.state).toMatchObject({ connection: 'offline', notice: 'session-expired' });
  });

  it('E2: what is not a frame ends the wire, and the desk begins afresh', async () => {
    await play.holding();
    const wire = scene.relay.wire;
    wire.listener.message('{"type":"entries"}');
    await scene.time.pass(1);
    expect(wire.open).toBe(false);
    expect(scene.relay.wires).toHaveLength(2);
    await scene.relay.welcome();
    scene.relay.wire.listener.message(null);
    await scene.time.pass(1_000);
    expect(scene.relay.wires).toHaveLength(3);
  });

  it('purged: nothing stays, in window, cache, draft or outbox', async () => {
    await play.holding();
    await scene.session.draft(draftOf(conversation, { message: 'brouillon', note: 'entre nous' }));
    await play.write('réponse');
    await scene.relay.say({ type: 'purged', conversations: [conversation] });
    expect(play.told('purged')).toEqual([{ type: 'purged', conversations: [conversation] }]);
    expect(scene.model.snapshot()).toMatchObject({ heads: [], drafts: [], outbox: [] });
    const page = await scene.session.cache.call('entries', { conversation, before: null, limit: 9 });
    expect(page.entries).toEqual([]);
  });

  it('P3: an erasure on request is answered once nothing is left; a purge at the limit is not', async () => {
    await play.holding();
    await scene.relay.say({ type: 'purged', conversations: [newId()] });
    expect(scene.relay.said('purged-done')).toEqual([]);
    await scene.relay.say({ type: 'purged', conversations: [conversation], confirm: true });
    expect(scene.relay.said('purged-done')).toEqual([{ type: 'purged-done', conversations: [conversation] }]);
    const page = await scene.session.cache.call('entries', { conversation, before: null, limit: 9 });
    expect(page.entries).toEqual([]);
  });

  it('a workstation that slept four months opens to nothing', async () => {
    await play.holding();
    await scene.relay.close(1006);
    scene.time.sleep(122 * DAY);
    await scene.session.purge();
    expect(scene.model.snapshot()).toMatchObject({ heads: [], drafts: [], outbox: [] });
    expect(play.told('purged')).toHaveLength(1);
  });

  it('P2: a conversation that went to a colleague leaves nothing readable here', async () => {
    await play.holding();
    await scene.relay.say({ type: 'heads', all: false, heads: [], gone: [conversation] });
    await scene.relay.say({ type: 'unfollowed', conversation });
    const page = await scene.session.cache.call('entries', { conversation, before: null, limit: 9 });
    expect(page.entries).toEqual([]);
    expect(scene.model.holds(conversation)).toBe(false);
  });

  it('remembers what was read off line and says it after the welcome', async () => {
    await scene.relay.welcome();
    await scene.relay.say(play.heads(headOf(conversation, { lastSeq: 4 })), play.range(0, 4));
    await scene.relay.close(1006);
    scene.session.signals.read(conversation, 4);
    expect(scene.model.heads.get(conversation)?.officerRead).toBe(4);
    await scene.time.pass(1);
    await scene.relay.welcome();
    expect(scene.relay.said('read')).toEqual([{ type: 'read', conversation, seq: 4 }]);
  });

  it('calls for attention: an emergency before a message, a message only where it is held and unread', async () => {
    await scene.relay.welcome();
    const waiting = newId();
    await scene.relay.say(
      play.heads(headOf(conversation), headOf(waiting, { status: 'waiting', holder: null })),
    );
    await scene.relay.say(play.range(0, 4));
    const flagged = headOf(waiting, { status: 'waiting', holder: null, emergency: 'flagged' });
    await scene.relay.say({ type: 'heads', all: false, heads: [flagged], gone: [] });
    await scene.relay.say({ type: 'heads', all: false, heads: [flagged], gone: [] });
    expect(play.told('alert').map((event) => event.level)).toEqual(['queue', 'message', 'emergency']);
    expect(OFFICER.officer).toBe(scene.model.heads.get(conversation)?.holder?.officer);
  });

  it('W6: an answer that came back is told with its sound, once; at a start what is older is only shown', async () => {
    const { relay } = scene;
    const mail = {
      email: newId(),
      at: 5,
      by: OFFICER.officer,
      state: 'returned',
      reason: 'mailbox',
    } as const;
    const cameBack = (id: Id) =>
      headOf(id, {
        ...{ status: 'deferred', holder: null },
        deferral: { askedAt: 1, address: false, mail },
      });
    const [old, late] = [newId(), newId()];
    await relay.welcome();
    // More heads than one frame holds: the second frame is the greeting still.
    await relay.say(play.heads(), { type: 'heads', all: false, heads: [cameBack(old)], gone: [] });
    await relay.say({ type: 'roster', rows: [] });
    expect(play.told('alert')).toEqual([]);
    expect(scene.model.heads.has(old)).toBe(true);
    const frame = { type: 'heads', all: false, heads: [cameBack(late)], gone: [] } as const;
    await relay.say({ ...frame, heads: [...frame.heads], gone: [] });
    await relay.say({ ...frame, heads: [...frame.heads], gone: [] });
    expect(play.told('alert')).toEqual([{ type: 'alert', level: 'mail' }]);
    expect(play.told('came-back')).toEqual([{ type: 'came-back', conversations: [late] }]);
    await play.cutAndReturn();
    const meanwhile = newId();
    await relay.say(play.heads(cameBack(old), cameBack(late), cameBack(meanwhile)));
    expect(play.told('alert')).toHaveLength(1);
    await relay.say({ type: 'roster', rows: [] });
    expect(play.told('came-back').at(-1)).toEqual({ type: 'came-back', conversations: [meanwhile] });
    expect(play.told('alert')).toHaveLength(2);
  });

  it('W6: a colleague’s is told to this officer only when they are gone', async () => {
    const { relay } = scene;
    const mail = {
      email: newId(),
      at: 5,
      by: COLLEAGUE.officer,
      state: 'returned',
      reason: 'mailbox',
    } as const;
    const theirs = headOf(newId(), {
      ...{ status: 'deferred', holder: null },
      deferral: { askedAt: 1, address: false, mail },
    });
    const there = (presence: RosterRow['presence']): ToDesk => ({
      type: 'roster',
      rows: [{ ...COLLEAGUE, role: 'officer', presence, active: 0, parked: 0, capacity: 5, since: 0 }],
    });
    await relay.welcome();
    await relay.say(play.heads(), there('available'));
    await relay.say({ type: 'heads', all: false, heads: [theirs], gone: [] }, there('break'));
    expect(play.told('alert')).toEqual([]);
    await relay.say(there('away'), there('offline'));
    expect(play.told('alert')).toEqual([{ type: 'alert', level: 'mail' }]);
  });
});
