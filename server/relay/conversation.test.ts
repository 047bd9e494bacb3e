import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { sessionDigest } from '../store/sessions.ts';
import { TestPage } from './clients.testkit.ts';
import { House, kinds, TERMS } from './relay.testkit.ts';
import { CLOSED_KEPT } from './sweeper.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

describe('a conversation from its opening to its closure', () => {
  it('goes both ways, and every reader ends with the journal', async () => {
    const page = await house.arrive('Vol de vélo');
    expect(page.status).toMatchObject({ status: 'waiting', position: 1, officer: null });
    page.say('Bonjour');
    await settle();
    const desk = await house.desk();
    expect(desk.heads.get(page.conversation)).toMatchObject({ status: 'waiting', subject: 'Vol de vélo' });
    const taken = await desk.ask({ kind: 'take-next' });
    expect(taken).toMatchObject({ type: 'ack', conversation: page.conversation, seq: 3 });
    await desk.follow(page.conversation);
    await desk.ask({ kind: 'message', conversation: page.conversation, text: 'Bonjour, je vous écoute.' });
    await desk.ask({ kind: 'note', conversation: page.conversation, text: 'secret' });
    const redirected = await desk.ask({
      kind: 'redirection',
      conversation: page.conversation,
      platform: 'thesee',
    });
    expect(redirected).toMatchObject({ type: 'ack' });
    expect(page.status).toMatchObject({
      status: 'active',
      officer: { rank: 'Brigadier' },
      officerOnline: true,
    });
    await desk.ask({
      kind: 'close',
      conversation: page.conversation,
      disposition: 'redirected',
      comment: null,
    });
    const journal = await house.journal(page.conversation);
    expect(kinds(journal)).toEqual([
      'opened',
      'message',
      'assignment',
      'message',
      'note',
      'redirection',
      'closure',
    ]);
    expect(desk.journals.get(page.conversation)).toEqual(journal);
    expect(page.cursor).toBe(7);
    expect(page.texts()).toEqual(['Bonjour', 'Bonjour, je vous écoute.']);
    expect(page.status).toMatchObject({ status: 'closed' });
    expect(desk.heads.get(page.conversation)).toMatchObject({ status: 'closed', disposition: 'redirected' });
  });

  it('P1: nothing that a page gets tells a note, a tag or an officer’s id', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    await desk.ask({ kind: 'note', conversation: page.conversation, text: 'canari-note' });
    await desk.ask({ kind: 'tags', conversation: page.conversation, tags: ['canari-tag'] });
    await desk.ask({ kind: 'message', conversation: page.conversation, text: 'ok' });
    const everything = JSON.stringify(page.link.frames);
    expect(everything).toContain('ok');
    expect(everything).not.toContain('canari');
    expect(everything).not.toContain(desk.officer);
  });

  it('S5: where the guided orientation ended is told to officers in the relay’s words, and proposes the subject', async () => {
    const ask = async (orientation: string, subject: string | null) => {
      const id = newId();
      const opened = await house.hub.open({ id, termsVersion: TERMS, language: 'en', subject, orientation });
      expect(opened.kind).toBe('opened');
      return (await house.journal(id)).map(({ body }) => body);
    };
    expect(await ask('vol-velo', null)).toMatchObject([
      { kind: 'opened', subject: 'Vol de vélo' },
      { kind: 'orientation', path: ['Vol', 'Un vélo'] },
    ]);
    expect(await ask('vol-velo', 'Bruit')).toMatchObject([{ subject: 'Bruit' }, { kind: 'orientation' }]);
    expect(await ask('nulle-part', null)).toMatchObject([{ kind: 'opened', subject: null }]);
  });

  it('T1: outdated terms open nothing; the accepted version stands in the journal', async () => {
    const outdated = await house.hub.open({
      id: newId(),
      termsVersion: 'old',
      language: 'fr',
      subject: null,
    });
    expect(outdated).toEqual({ kind: 'refused', code: 'terms-outdated' });
    const page = await house.arrive();
    expect((await house.journal(page.conversation))[0]?.body).toMatchObject({ termsVersion: TERMS });
  });

  it('J2: a message to a closed conversation is refused, and the journal does not change', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    await desk.ask({
      kind: 'close',
      conversation: page.conversation,
      disposition: 'answered',
      comment: null,
    });
    const id = page.say('encore là ?');
    await settle();
    expect(page.of('refused').at(-1)).toEqual({ type: 'refused', id, code: 'conversation-closed' });
    const late = await desk.ask({ kind: 'message', conversation: page.conversation, text: 'late' });
    expect(late).toBe('conversation-closed');
    expect(await house.journal(page.conversation)).toHaveLength(3);
  });

  it('M1: an emergency is flagged in the same batch, goes first, and is not closed unseen', async () => {
    const first = await house.arrive();
    const second = await house.arrive();
    second.say('Au secours, il a un couteau');
    await settle();
    expect(kinds(await house.journal(second.conversation))).toEqual(['opened', 'message', 'emergency']);
    await house.time.advance(1_000);
    expect([first.status?.position, second.status?.position]).toEqual([2, 1]);
    second.say('Au secours');
    await settle();
    expect(
      kinds(await house.journal(second.conversation)).filter((kind) => kind === 'emergency'),
    ).toHaveLength(1);
    const desk = await house.desk();
    expect(await desk.ask({ kind: 'take-next' })).toMatchObject({ conversation: second.conversation });
    const close = {
      kind: 'close',
      conversation: second.conversation,
      disposition: 'answered',
      comment: null,
    } as const;
    expect(await desk.ask(close)).toBe('emergency-unacknowledged');
    await desk.ask({
      kind: 'acknowledge-emergency',
      conversation: second.conversation,
      done: 'passed-to-17',
    });
    expect((await house.journal(second.conversation)).at(-1)?.body).toEqual({
      kind: 'emergency-acknowledged',
      done: 'passed-to-17',
    });
    expect(await desk.ask(close)).toMatchObject({ type: 'ack' });
  });

  it('a waiting citizen who ends is closed as abandoned; the cookie then opens a new beginning', async () => {
    const page = await house.arrive();
    page.send({ type: 'leave', id: newId(), manner: 'ended' });
    await settle();
    expect(kinds(await house.journal(page.conversation))).toEqual(['opened', 'departure', 'closure']);
    expect(await house.hub.current(page.token)).toBeNull();
  });

  it('E4: the cookie of what was closed long ago has no journal read, however often it comes', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    const { conversation, token } = page;
    await desk.ask({ kind: 'take', conversation });
    await desk.ask({ kind: 'close', conversation, disposition: 'answered', comment: null });
    page.cut();
    await house.time.advance(CLOSED_KEPT + 3_600_000);
    const read = vi.spyOn(house.store, 'entries');
    expect(await house.hub.current(token)).toBeNull();
    expect(await house.hub.visit(token)).toEqual({ current: false, silent: false });
    expect(await page.connect(house.hub)).toBe(false);
    expect(await house.hub.transcript(token)).toBeNull();
    expect(await house.hub.satisfaction(token, 'yes')).toBe('not-found');
    expect(read).not.toHaveBeenCalled();
  });

  it('a quick exit empties every page at once, and the cookie opens nothing more', async () => {
    const page = await house.arrive();
    const otherTab = new TestPage(page.token, page);
    await otherTab.connect(house.hub);
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    page.send({ type: 'leave', id: newId(), manner: 'quick-exit' });
    await settle();
    expect(otherTab.link.closed).toBe('conversation-gone');
    expect(await page.connect(house.hub)).toBe(false);
    expect(await house.store.bySession(sessionDigest(page.token))).toBeNull();
    const outreach = await desk.ask({ kind: 'message', conversation: page.conversation, text: 'hello?' });
    expect(outreach).toBe('wrong-state');
    expect(desk.heads.get(page.conversation)).toMatchObject({ left: 'quick-exit', status: 'active' });
  });

  it('an emergency whose citizen vanishes stays in the queue until an officer has seen it', async () => {
    const page = await house.arrive();
    page.say('il va me tuer');
    page.send({ type: 'leave', id: newId(), manner: 'quick-exit' });
    await settle();
    const desk = await house.desk();
    expect(await desk.ask({ kind: 'take-next' })).toMatchObject({ conversation: page.conversation });
  });
});
