import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { TestDesk, TestPage } from './clients.testkit.ts';
import { House } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
let page: TestPage;
let conversation: Id;
let holder: TestDesk;
let colleague: TestDesk;
beforeEach(async () => {
  house = await House.open();
  page = await house.arrive();
  ({ conversation } = page);
  holder = await house.desk();
  colleague = await house.desk();
  await holder.ask({ kind: 'take', conversation });
  await holder.follow(conversation);
});
afterEach(() => house.close());

const consult = (asked = true, of = colleague.officer) =>
  ({ kind: 'consult', conversation, colleague: of, asked, note: null }) as const;

describe('G3: advice of a colleague', () => {
  it('lets them read and write notes, which the holder sees at once; the citizen sees neither', async () => {
    await colleague.follow(conversation);
    expect(colleague.unfollowed.has(conversation)).toBe(true);
    const note = { kind: 'note', conversation, text: 'AVIS du collègue' } as const;
    expect(await colleague.ask(note)).toBe('not-holder');
    expect(await holder.ask(consult())).toMatchObject({ type: 'ack' });
    expect(colleague.heads.get(conversation)).toMatchObject({ consulted: [{ officer: colleague.officer }] });
    await colleague.follow(conversation);
    expect(colleague.journals.get(conversation)?.length).toBe(3);
    expect(await colleague.ask(note)).toMatchObject({ type: 'ack' });
    expect(holder.journals.get(conversation)?.at(-1)).toMatchObject({
      author: { officer: colleague.officer },
      body: { kind: 'note', text: 'AVIS du collègue' },
    });
    expect(JSON.stringify(page.link.frames)).not.toContain('AVIS');
    expect(page.entries.map(({ body }) => body.kind)).toEqual(['opened', 'assignment']);
  });

  it('L1: and nothing else: only the holder writes to the citizen, closes, passes on or asks another', async () => {
    await holder.ask(consult());
    for (const command of [
      { kind: 'message', conversation, text: 'Bonjour' },
      { kind: 'redirection', conversation, platform: 'thesee' },
      { kind: 'close', conversation, disposition: 'answered', comment: null },
      { kind: 'release', conversation, note: null },
      { kind: 'assign', conversation, to: colleague.officer, note: null },
      { kind: 'subject', conversation, subject: 'Autre' },
      consult(false),
    ] as const) {
      expect([command.kind, await colleague.ask(command)]).toEqual([command.kind, 'not-holder']);
    }
    expect(page.texts()).toEqual([]);
    expect(await colleague.ask({ kind: 'flag-emergency', conversation })).toMatchObject({ type: 'ack' });
  });

  it('ends by the holder’s word, and when the holder changes', async () => {
    await holder.ask(consult());
    await colleague.follow(conversation);
    await holder.ask(consult(false));
    expect(colleague.heads.has(conversation)).toBe(false);
    expect(colleague.unfollowed.has(conversation)).toBe(true);
    await holder.ask(consult());
    const third = await house.desk();
    await holder.ask({ kind: 'assign', conversation, to: third.officer, note: null });
    expect(colleague.heads.has(conversation)).toBe(false);
    expect(third.heads.get(conversation)).not.toHaveProperty('consulted');
  });

  it('is no longer asked of somebody whom a restarted relay has not met', async () => {
    await holder.ask(consult());
    await house.crash();
    await holder.connect(house.hub);
    expect(await holder.ask(consult(true, newId()))).toBe('not-available');
    expect(await holder.ask(consult(false))).toMatchObject({ type: 'ack' });
    await colleague.connect(house.hub);
    expect(colleague.heads.has(conversation)).toBe(false);
  });

  it('is asked of few, and of those who are there', async () => {
    expect(await holder.ask(consult(true, holder.officer))).toBe('wrong-state');
    expect(await holder.ask(consult(false))).toBe('wrong-state');
    colleague.cut();
    expect(await holder.ask(consult())).toBe('not-available');
    for (let asked = 0; asked < LIMITS.consultedPerConversation; asked += 1) {
      const each = await house.desk();
      expect(await holder.ask(consult(true, each.officer))).toMatchObject({ type: 'ack' });
    }
    const more = await house.desk();
    expect(await holder.ask(consult(true, more.officer))).toBe('too-large');
  });
});

describe('G4: who has it on screen', () => {
  const readersAt = (desk: TestDesk) =>
    desk
      .of('readers')
      .at(-1)
      ?.readers.map(({ officer }) => officer);

  it('is told to those who look, as they come and go, and kept nowhere', async () => {
    const supervisor = await house.desk('supervisor');
    holder.send({ type: 'looking', conversation });
    await settle();
    expect(readersAt(holder)).toEqual([holder.officer]);
    supervisor.send({ type: 'looking', conversation });
    await settle();
    expect(readersAt(holder)).toEqual([holder.officer, supervisor.officer]);
    expect(readersAt(supervisor)).toEqual([holder.officer, supervisor.officer]);
    expect(colleague.of('readers')).toEqual([]);
    const before = (await house.journal(conversation)).length;
    supervisor.cut();
    await settle();
    expect(readersAt(holder)).toEqual([holder.officer]);
    expect((await house.journal(conversation)).length).toBe(before);
    expect(JSON.stringify(house.events)).not.toContain('look');
  });

  it('P2: whoever may not read it is not shown as a reader, nor told who is', async () => {
    holder.send({ type: 'looking', conversation });
    colleague.send({ type: 'looking', conversation });
    await settle();
    expect(readersAt(holder)).toEqual([holder.officer]);
    expect(colleague.of('readers')).toEqual([]);
    await holder.ask(consult());
    await colleague.follow(conversation);
    colleague.send({ type: 'looking', conversation });
    await settle();
    expect(readersAt(holder)).toEqual([holder.officer, colleague.officer]);
    await holder.ask(consult(false));
    await settle();
    expect(readersAt(holder)).toEqual([holder.officer]);
  });
});

it('G6: what it was about is said before an officer closes it', async () => {
  const { conversation: nameless } = await house.arrive(null);
  await holder.ask({ kind: 'take', conversation: nameless });
  const close = { kind: 'close', conversation: nameless, disposition: 'answered', comment: null } as const;
  expect(await holder.ask(close)).toBe('subject-missing');
  await holder.ask({ kind: 'subject', conversation: nameless, subject: 'Bruit' });
  expect(await holder.ask(close)).toMatchObject({ type: 'ack' });
});
