import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../protocol/desk-channel.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { COLLEAGUE, entryOf, headOf, NOON } from '../cache/cache.testkit.ts';
import { Play, type Scene, settled } from './scripted.testkit.ts';

/** What an officer does, frame by frame, against a relay that the test plays. */
describe('an officer’s commands', () => {
  let play: Play;
  let scene: Scene;
  let conversation: Id;

  beforeEach(async () => {
    play = await Play.begin();
    scene = play.scene;
    conversation = play.conversation;
  });

  it('D1: a cut before the ack: the same id is sent again, and leaves with its entry', async () => {
    await play.holding();
    const id = await play.written('réponse');
    expect(scene.relay.commands().map(({ id }) => id)).toEqual([id]);
    await play.cutAndReturn();
    expect(scene.relay.commands().map(({ id }) => id)).toEqual([id]);
    expect(play.items()).toEqual([{ id: id, state: 'sending', code: null }]);
    const own = entryOf(conversation, 5, { kind: 'message', text: 'réponse' }, { id: id });
    play.journal.push(own);
    await scene.relay.say(play.range(4, 5));
    expect(play.items()).toEqual([]);
    // The ack of the repeated sending comes after: nothing happens twice.
    await scene.relay.say(play.ack(id, 5));
    expect(play.items()).toEqual([]);
  });

  it('D1: a cut after the ack: nothing is sent again, and it stays on screen until its entry comes', async () => {
    await play.holding();
    const id = await play.written('réponse');
    await scene.relay.say(play.ack(id, 5));
    expect(play.items()).toHaveLength(1);
    await play.cutAndReturn();
    expect(scene.relay.commands()).toEqual([]);
    play.journal.push(entryOf(conversation, 5, { kind: 'message', text: 'réponse' }, { id: id }));
    await scene.relay.say(play.range(4, 5));
    expect(play.items()).toEqual([]);
  });

  it('D5: writes of one conversation go one after the other, also when one must be tried again', async () => {
    await play.holding();
    const [one, two] = [await play.written('un'), await play.written('deux')];
    expect(scene.relay.commands().map(({ id }) => id)).toEqual([one]);
    await scene.relay.say({ type: 'refused', id: one, code: 'rate-limited' });
    expect(scene.relay.commands()).toHaveLength(1);
    await scene.time.pass(2_000);
    expect(scene.relay.commands().map(({ id }) => id)).toEqual([one, one]);
    await scene.relay.say(play.ack(one, 5));
    expect(scene.relay.commands().map(({ id }) => id)).toEqual([one, one, two]);
  });

  it('D5: what takes a conversation out of one’s hands comes after what one wrote there, for a second at most', async () => {
    await play.holding();
    const kinds = () => scene.relay.commands().map(({ command }) => command.kind);
    const [one, two] = [await play.written('un'), await play.written('deux')];
    const relief: Command = {
      kind: 'hand-over',
      conversation,
      why: 'relief',
      presence: 'finishing',
      notes: [],
    };
    const done = scene.session.commands.command(relief);
    await settled();
    expect(kinds()).toEqual(['message']);
    await scene.relay.say(play.ack(one, 5));
    expect(kinds()).toEqual(['message', 'message']);
    await scene.relay.say(play.ack(two, 6));
    expect(kinds()).toEqual(['message', 'message', 'hand-over']);
    await scene.relay.say(play.ack(scene.relay.commands().at(-1)?.id ?? '', 7));
    expect(await done).toMatchObject({ kind: 'done' });
    // A relay that does not take what was written keeps nobody from being relieved.
    await play.written('trois');
    void scene.session.commands.command(relief);
    await scene.time.pass(900);
    expect(kinds().at(-1)).toBe('message');
    await scene.time.pass(200);
    expect(kinds().at(-1)).toBe('hand-over');
  });

  it('D5: after a cut it comes after what one wrote there too, and for a second of the new wire at most', async () => {
    await play.holding();
    const kinds = () => scene.relay.commands().map(({ command }) => command.kind);
    const line = await play.written('le numéro');
    const close = { kind: 'close', conversation, disposition: 'answered', comment: null } as const;
    const done = scene.session.commands.command(close);
    scene.time.chance = 1;
    await scene.relay.close(1006);
    await scene.time.pass(1_500);
    await scene.relay.welcome();
    expect(kinds()).toEqual(['message']);
    await scene.relay.say(play.ack(line, 5));
    expect(kinds()).toEqual(['message', 'close']);
    // A close that was on the wire, and lost: on the next one it lets go first what is still there.
    await play.written('encore');
    await scene.relay.close(1006);
    await scene.time.pass(1_500);
    await scene.relay.welcome();
    expect(kinds()).toEqual(['message']);
    await scene.time.pass(900);
    expect(kinds()).toEqual(['message']);
    await scene.time.pass(200);
    expect(kinds()).toEqual(['message', 'close']);
    await scene.relay.say(play.ack(scene.relay.commands().at(-1)?.id ?? '', 7));
    expect(await done).toMatchObject({ kind: 'done' });
  });

  it('V2: a look that the relay does not note stays where it can be seen, and ends where it cannot', async () => {
    await play.holding();
    const look = { kind: 'reveal', conversation, message: newId(), item: 'phone', position: 0 } as const;
    const outcome = await scene.session.commands.command(look);
    if (outcome.kind !== 'queued') throw new Error(JSON.stringify(outcome));
    await scene.relay.say({ type: 'refused', id: outcome.id, code: 'not-holder' });
    expect(play.items()).toMatchObject([{ state: 'refused' }]);
    const text = await play.written('réponse');
    await scene.relay.say({ type: 'refused', id: text, code: 'not-holder' });
    await scene.relay.say(play.heads());
    expect(play.items()).toMatchObject([{ id: text }]);
    expect((await scene.session.cache.call('load', { now: NOON })).outbox).toHaveLength(1);
  });

  it('a final refusal stays with its code; retry keeps the id, drop ends it', async () => {
    await play.holding();
    const id = await play.written('réponse');
    await scene.relay.say({ type: 'refused', id: id, code: 'conversation-full' });
    expect(play.items()).toEqual([{ id: id, state: 'refused', code: 'conversation-full' }]);
    await scene.session.commands.retry(id);
    expect(scene.relay.commands().map(({ id }) => id)).toEqual([id, id]);
    await scene.relay.say({ type: 'refused', id: id, code: 'conversation-full' });
    await scene.session.commands.drop(id);
    expect(play.items()).toEqual([]);
  });

  it('the wrong-citizen guard: nothing is written to a conversation held by nobody here, on line or off', async () => {
    await scene.relay.welcome();
    const theirs = newId();
    const closed = newId();
    await scene.relay.say(
      play.heads(
        headOf(theirs, { holder: COLLEAGUE }),
        headOf(closed, { status: 'closed', holder: null, closedAt: NOON }),
      ),
    );
    const expected = { kind: 'refused', code: 'not-holder' };
    expect(await play.write('bonjour', theirs)).toEqual(expected);
    expect(await play.write('bonjour', newId())).toEqual(expected);
    expect(await play.write('bonjour', closed)).toEqual({ kind: 'refused', code: 'conversation-closed' });
    await scene.relay.close(1006);
    expect(await play.write('bonjour', theirs)).toEqual(expected);
    expect(play.items()).toEqual([]);
  });

  it('a conversation taken a moment ago may be written to before its head arrives', async () => {
    await scene.relay.welcome();
    await scene.relay.say(play.heads(headOf(conversation, { status: 'waiting', holder: null })));
    const taking = scene.session.commands.command({ kind: 'take', conversation });
    await settled();
    const [take] = scene.relay.commands();
    await scene.relay.say(play.ack(take?.id ?? '', 2));
    expect(await taking).toMatchObject({ kind: 'done', conversation });
    expect(await play.write('bonjour')).toMatchObject({ kind: 'queued' });
  });

  describe('a decision', () => {
    const decide = () => scene.session.commands.command({ kind: 'park', conversation });

    it('is refused off line at once', async () => {
      expect(await decide()).toEqual({ kind: 'refused', code: 'offline' });
    });

    it('is asked again with the same id when no answer comes, and after a cut', async () => {
      await play.holding();
      const outcome = decide();
      await settled();
      await scene.time.pass(4_000);
      const ids = scene.relay.commands().map(({ id }) => id);
      expect(ids).toHaveLength(2);
      expect(new Set(ids).size).toBe(1);
      await play.cutAndReturn();
      expect(scene.relay.commands().map(({ id }) => id)).toEqual([ids[0]]);
      await scene.relay.say(play.ack(ids[0] ?? '', 5));
      expect(await outcome).toEqual({ kind: 'done', id: ids[0], conversation });
    });

    it('is given up within one attempt, and never asked again afterwards', async () => {
      await play.holding();
      const outcome = decide();
      await settled();
      await scene.relay.close(1006);
      await scene.time.pass(12_000);
      expect(await outcome).toEqual({ kind: 'refused', code: 'offline' });
      await scene.relay.welcome();
      expect(scene.relay.commands()).toEqual([]);
    });

    it('is refused with the relay’s own code', async () => {
      await play.holding();
      const outcome = decide();
      await settled();
      const [asked] = scene.relay.commands();
      await scene.relay.say({ type: 'refused', id: asked?.id ?? null, code: 'wrong-state' });
      expect(await outcome).toEqual({ kind: 'refused', code: 'wrong-state' });
    });
  });
});
