import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { draftOf, headOf, itemOf, NOON, OFFICER } from '../cache/cache.testkit.ts';
import { OUTBOX_LIMIT, restoredOutbox } from './outbox.ts';
import { Play } from './scripted.testkit.ts';

let play: Play;
beforeEach(async () => {
  play = await Play.begin();
});

/** The desk comes back, and the conversation with a draft is a colleague's by now. */
async function comeBack(open = true) {
  const { scene, conversation } = play;
  await play.holding();
  await scene.session.draft(draftOf(conversation, { message: 'Je vous' }));
  await play.cutAndReturn();
  await scene.relay.say(play.heads());
  const left = { conversation, reference: headOf(conversation).reference, open };
  await scene.relay.say({ type: 'left', all: true, conversations: [left] });
  return left;
}

describe('Q6: drafts where the relay took a conversation from the officer', () => {
  it('becomes a note in the draft’s place, sent until it is acknowledged, with one id', async () => {
    const left = await comeBack();
    const { scene, conversation } = play;
    expect(play.told('left').at(-1)).toEqual({ type: 'left', conversations: [left] });
    expect(scene.model.snapshot()).toMatchObject({ left: [left], drafts: [{ message: 'Je vous' }] });
    const outcome = await scene.session.commands.leaveDraft(conversation, 'Brouillon : Je vous');
    if (outcome.kind !== 'queued') throw new Error(JSON.stringify(outcome));
    expect(scene.model.snapshot().drafts).toEqual([]);
    // What the next process would find.
    const loaded = await scene.session.cache.call('load', { now: NOON });
    expect(loaded).toMatchObject({ drafts: [], outbox: [{ id: outcome.id }] });
    const command = { kind: 'note', conversation, text: 'Brouillon : Je vous' };
    expect(scene.relay.commands()).toEqual([{ id: outcome.id, command }]);
    await play.cutAndReturn();
    expect(scene.relay.commands()).toEqual([{ id: outcome.id, command }]);
    await scene.relay.say(play.ack(outcome.id, 6));
    expect(play.items()).toEqual([]);
  });

  it('takes as many notes as it is long, cut between characters: all of them in the draft’s place, or none', async () => {
    await comeBack();
    const { scene, conversation } = play;
    const long = `${'a'.repeat(LIMITS.textCharacters - 1)}🚓${'b'.repeat(LIMITS.textCharacters)} FIN`;
    const held = scene.model.outbox;
    const full = Array.from({ length: OUTBOX_LIMIT - 2 }, () => itemOf(newId(), 'x'));
    scene.model.setOutbox(restoredOutbox(full));
    expect(await scene.session.commands.leaveDraft(conversation, long)).toEqual({
      kind: 'refused',
      code: 'rate-limited',
    });
    expect(scene.model.snapshot()).toMatchObject({ drafts: [{ message: 'Je vous' }] });
    expect(scene.model.outbox).toHaveLength(full.length);
    scene.model.setOutbox(held);
    expect(await scene.session.commands.leaveDraft(conversation, long)).toMatchObject({ kind: 'queued' });
    const { drafts, outbox } = await scene.session.cache.call('load', { now: NOON });
    const notes = outbox.map(({ command }) => ('text' in command ? command.text : ''));
    expect(notes.join('')).toBe(long);
    expect(notes.map((note) => note.length)).toEqual([LIMITS.textCharacters - 1, LIMITS.textCharacters, 6]);
    expect(drafts).toEqual([]);
    // In their order: the next one once the one before is taken.
    for (const [at, note] of notes.entries()) {
      const said = scene.relay.commands().at(-1);
      expect(said?.command).toMatchObject({ kind: 'note', text: note });
      await scene.relay.say(play.ack(said?.id ?? '', at + 5));
    }
  });

  it('goes to a colleague’s conversation where their advice is asked, and to no other of theirs', async () => {
    const { scene, conversation } = play;
    await play.holding();
    const holder = { ...OFFICER, officer: newId() };
    await scene.relay.say(play.heads(headOf(conversation, { holder })));
    const leave = () => scene.session.commands.leaveDraft(conversation, 'x');
    expect(await leave()).toEqual({ kind: 'refused', code: 'not-holder' });
    await scene.relay.say(play.heads(headOf(conversation, { holder, consulted: [OFFICER] })));
    expect(await leave()).toMatchObject({ kind: 'queued' });
    await scene.relay.say(
      play.heads(headOf(conversation, { holder, consulted: [OFFICER], status: 'closed' })),
    );
    expect(await leave()).toEqual({ kind: 'refused', code: 'conversation-closed' });
  });

  it('goes nowhere where the relay named none, or a closed one', async () => {
    await comeBack(false);
    const { scene, conversation } = play;
    const refused = { kind: 'refused', code: 'not-holder' };
    expect(await scene.session.commands.leaveDraft(conversation, 'x')).toEqual(refused);
    expect(await scene.session.commands.leaveDraft(newId(), 'x')).toEqual(refused);
    expect(scene.model.snapshot().drafts).toHaveLength(1);
    expect(scene.relay.commands()).toEqual([]);
  });

  it('is still named when its last entries are read before the list says that it went', async () => {
    const { scene, conversation } = play;
    await play.holding();
    await scene.session.draft(draftOf(conversation, { message: 'Je vous' }));
    const left = { conversation, reference: headOf(conversation).reference, open: true };
    await scene.relay.say({ type: 'left', all: false, conversations: [left] });
    scene.session.signals.read(conversation, 2);
    expect(play.told('heads').at(-1)).toMatchObject({ all: false, heads: [{ officerRead: 2 }] });
    expect(scene.model.snapshot().left).toEqual([left]);
    await scene.relay.say(play.heads(headOf(conversation, { holder: null, status: 'waiting' })));
    expect(scene.model.snapshot().left).toEqual([left]);
  });

  it('is no longer named when it is theirs again, when it is destroyed, and to whoever signs in next', async () => {
    const left = await comeBack();
    const { scene, conversation } = play;
    await scene.relay.say(play.heads(headOf(conversation)));
    expect(play.told('left').at(-1)).toEqual({ type: 'left', conversations: [] });
    await scene.relay.say(play.heads(), { type: 'left', all: true, conversations: [left] });
    await scene.relay.say({ type: 'purged', conversations: [conversation] });
    expect(scene.model.snapshot().left).toEqual([]);
    await scene.relay.say({ type: 'left', all: true, conversations: [left] });
    const other = { ...left, conversation: newId() };
    await play.cutAndReturn();
    await scene.relay.say({ type: 'left', all: true, conversations: [other] });
    // The window never saw an empty list in between: what it has looked after stays looked after.
    expect(play.told('left').slice(-2)).toEqual([
      { type: 'left', conversations: [left] },
      { type: 'left', conversations: [other] },
    ]);
    await scene.relay.say({ type: 'left', all: false, conversations: [left] });
    expect(scene.model.snapshot().left).toEqual([other, left]);
    await scene.relay.say({ type: 'left', all: true, conversations: [] });
    expect(scene.model.snapshot().left).toEqual([]);
    await scene.relay.say({ type: 'left', all: true, conversations: [left] });
    scene.model.clear({});
    expect(scene.model.snapshot().left).toEqual([]);
  });
});
