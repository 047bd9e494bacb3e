import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { House, kinds } from './relay.testkit.ts';
import { CLOSED_KEPT } from './sweeper.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const CARD = 'Ma carte est la 4970 1012 3456 7893.';

async function written() {
  const page = await house.arrive();
  page.say(CARD);
  await settle();
  const desk = await house.desk();
  const { conversation } = page;
  const message = (await house.journal(conversation)).find(({ body }) => body.kind === 'message')?.id ?? '';
  const reveal = { kind: 'reveal', conversation, message, item: 'card', position: 0 } as const;
  return { page, desk, conversation, reveal };
}

describe('personal data', () => {
  it('V2: who looked at which item stands in the journal, without the item, and is no citizen’s to see', async () => {
    const { page, desk, conversation, reveal } = await written();
    await desk.ask({ kind: 'take', conversation });
    expect(await desk.ask(reveal)).toMatchObject({ type: 'ack' });
    await desk.follow(conversation);
    await settle();
    const last = (await house.journal(conversation)).at(-1);
    expect(last).toMatchObject({
      author: { role: 'officer', officer: desk.officer },
      body: { kind: 'reveal', item: 'card', position: 0 },
    });
    expect(JSON.stringify(last)).not.toMatch(/4970|7893/);
    expect(desk.journals.get(conversation)?.at(-1)).toEqual(last);
    expect(page.cursor).toBe(last?.seq);
    expect(JSON.stringify(page.entries)).not.toContain('reveal');
  });

  it('V2, P2: whoever may read it may look, and nobody else', async () => {
    const { desk, conversation, reveal } = await written();
    const colleague = await house.desk();
    const supervisor = await house.desk('supervisor');
    expect(await colleague.ask(reveal)).toMatchObject({ type: 'ack' });
    await desk.ask({ kind: 'take', conversation });
    expect(await colleague.ask(reveal)).toBe('not-holder');
    expect(await supervisor.ask(reveal)).toMatchObject({ type: 'ack' });
  });

  it('V2: what was looked at off line while it was theirs is noted, whoever was given it meanwhile, and after the end', async () => {
    const { desk, conversation, reveal } = await written();
    const [colleague, last] = [await house.desk(), await house.desk()];
    const supervisor = await house.desk('supervisor');
    await desk.ask({ kind: 'take', conversation });
    for (const { officer: to } of [colleague, last]) {
      await supervisor.ask({ kind: 'assign', conversation, to, note: null });
      expect(await desk.ask(reveal)).toMatchObject({ type: 'ack' });
    }
    await last.ask({ kind: 'close', conversation, disposition: 'answered', comment: null });
    expect(await colleague.ask(reveal)).toMatchObject({ type: 'ack' });
    const looks = (await house.journal(conversation)).filter(({ body }) => body.kind === 'reveal');
    expect(looks.map(({ author }) => author)).toMatchObject(
      [desk, desk, colleague].map(({ officer }) => ({ officer })),
    );
    // It stays a colleague's: they read nothing of it, and nobody else's look is taken.
    await desk.follow(conversation);
    expect(desk.unfollowed.has(conversation)).toBe(true);
    expect(await (await house.desk()).ask(reveal)).toBe('not-holder');
  });

  it('J2, V2: a closed journal still notes who looks, long after the relay forgot it; and nothing else', async () => {
    const { desk, conversation, reveal } = await written();
    await desk.ask({ kind: 'take', conversation });
    await desk.ask({ kind: 'close', conversation, disposition: 'answered', comment: null });
    expect(await desk.ask(reveal)).toMatchObject({ type: 'ack' });
    await house.time.advance(CLOSED_KEPT + 3_600_000);
    await desk.follow(conversation);
    expect(await desk.ask(reveal)).toMatchObject({ type: 'ack', conversation });
    await settle();
    expect(await desk.ask({ kind: 'note', conversation, text: 'x' })).toBe('conversation-closed');
    const journal = await house.journal(conversation);
    expect(kinds(journal).slice(-3)).toEqual(['closure', 'reveal', 'reveal']);
    expect(desk.journals.get(conversation)).toEqual(journal);
    const other = await house.desk();
    expect(await other.ask(reveal)).toBe('not-holder');
  });

  it('V3: what was sent in spite of the warning says so right after it, in the same batch', async () => {
    const { page, desk, conversation } = await written();
    await desk.ask({ kind: 'take', conversation });
    const commits = house.figures.committed.length;
    await desk.ask({ kind: 'message', conversation, text: 'Appelez le 06 12 34 56 78', carries: ['phone'] });
    await settle();
    const journal = await house.journal(conversation);
    expect(journal.at(-1)?.body).toEqual({ kind: 'carried', items: ['phone'] });
    expect(journal.at(-2)?.body).toMatchObject({ kind: 'message' });
    expect(house.figures.committed.slice(commits)).toContain(2);
    expect(JSON.stringify(page.entries)).not.toContain('carried');
  });
});
