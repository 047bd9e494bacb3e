import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { purgeTime } from '../../protocol/retention.ts';
import type { SentForm } from './ports.ts';
import { House, kinds } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

const ADDRESS = 'canari.d6d6@exemple.fr';

let house: House;
beforeEach(async () => {
  house = await House.open({}, undefined, { carry: async () => ({ kind: 'later', reason: 'busy' }) });
});
afterEach(() => house.close());

function form(change: Partial<SentForm> = {}): SentForm {
  return {
    id: newId(),
    language: 'fr',
    subject: 'Droit d’accès',
    form: { about: 'rights', right: 'access', concerns: 'C-1234' },
    text: 'Je demande une copie.',
    address: ADDRESS,
    ...change,
  };
}

async function sent(change: Partial<SentForm> = {}) {
  const given = form(change);
  const result = await house.hub.request(given);
  await settle();
  return { conversation: given.id, given, result };
}

describe('D6: a form of the site is a journal of its own', () => {
  it('waits in no queue, is seen by supervisors alone, and its address stands beside it', async () => {
    const supervisor = await house.desk('supervisor');
    const officer = await house.desk();
    const { conversation, result } = await sent();
    expect(result).toMatchObject({
      kind: 'received',
      reference: 'C-1001',
      emergency: false,
      purgeAt: purgeTime(house.time.clock(), 3),
    });
    const journal = await house.journal(conversation);
    expect(kinds(journal)).toEqual(['opened', 'message', 'deferral']);
    expect(JSON.stringify(journal)).not.toContain(ADDRESS);
    expect(await house.store.address(conversation)).toBe(ADDRESS);
    expect(supervisor.heads.get(conversation)).toMatchObject({ form: 'rights', status: 'deferred' });
    expect(house.hub.serviceInfo().waiting).toBe(0);

    expect(officer.heads.size).toBe(0);
    expect(await officer.ask({ kind: 'take', conversation })).toBe('forbidden');
    await officer.follow(conversation);
    expect(officer.unfollowed).toContain(conversation);
    expect(officer.texts(conversation)).toEqual([]);
  });

  it('D1: sent again it is the same request, with other words it is refused', async () => {
    const { given } = await sent();
    expect(await house.hub.request({ ...given, address: null })).toMatchObject({ reference: 'C-1001' });
    expect(await house.hub.request({ ...given, text: 'Autre chose.' })).toEqual({
      kind: 'refused',
      code: 'id-reused',
    });
    expect(kinds(await house.journal(given.id))).toHaveLength(3);
  });

  it('is taken by a supervisor at any load, given only to another, and answered by e-mail', async () => {
    const supervisor = await house.desk('supervisor', 1);
    const colleague = await house.desk('supervisor');
    const officer = await house.desk();
    await house.arrive();
    await supervisor.ask({ kind: 'take-next' });
    const { conversation } = await sent();
    expect(await supervisor.ask({ kind: 'take', conversation })).toMatchObject({ type: 'ack' });
    await house.time.advance(1_000);
    expect(supervisor.roster.find((row) => row.officer === supervisor.officer)).toMatchObject({ active: 1 });
    expect(await supervisor.ask({ kind: 'message', conversation, text: 'Bonjour' })).toBe('wrong-state');
    const give = (to: string) => supervisor.ask({ kind: 'assign', conversation, to, note: null });
    expect(await give(officer.officer)).toBe('not-available');
    expect(await give(colleague.officer)).toMatchObject({ type: 'ack' });
    expect(await colleague.ask({ kind: 'email', conversation, text: 'Voici.' })).toMatchObject({
      type: 'ack',
    });
  });

  it('goes back to the requests, not to the queue', async () => {
    const supervisor = await house.desk('supervisor');
    const { conversation } = await sent({ address: null });
    await supervisor.ask({ kind: 'take', conversation });
    expect(await supervisor.ask({ kind: 'release', conversation, note: null })).toMatchObject({
      type: 'ack',
    });
    expect(supervisor.heads.get(conversation)).toMatchObject({ status: 'deferred', holder: null });
    expect(house.hub.serviceInfo().waiting).toBe(0);
  });

  it('closed, it stays in sight of every supervisor, and its address is destroyed (W4)', async () => {
    const supervisor = await house.desk('supervisor');
    const other = await house.desk('supervisor');
    const { conversation } = await sent();
    await supervisor.ask({ kind: 'take', conversation });
    await supervisor.ask({ kind: 'close', conversation, disposition: 'answered', comment: null });
    expect(other.heads.get(conversation)).toMatchObject({ status: 'closed', disposition: 'answered' });
    expect(await house.store.address(conversation)).toBeNull();
  });

  it('M1: an emergency in it is everybody’s, until it is acknowledged', async () => {
    const officer = await house.desk();
    const { conversation, result } = await sent({ text: 'Il me frappe, au secours, il a un couteau' });
    expect(result).toMatchObject({ emergency: true });
    expect(officer.heads.get(conversation)).toMatchObject({ emergency: 'flagged' });
    expect(await officer.ask({ kind: 'take', conversation })).toMatchObject({ type: 'ack' });
    expect(await officer.ask({ kind: 'acknowledge-emergency', conversation })).toMatchObject({ type: 'ack' });
    // In their hands it stays theirs to end.
    const close = { kind: 'close', conversation, disposition: 'taken-in-charge', comment: null } as const;
    expect(await officer.ask(close)).toMatchObject({ type: 'ack' });
  });

  it('is destroyed with its address at the limit, by a restart too', async () => {
    const { conversation } = await sent();
    house.time.now = purgeTime(house.time.clock(), 3);
    await house.crash();
    expect(await house.store.conversation(conversation)).toBeNull();
    expect(await house.store.address(conversation)).toBeNull();
  });

  it('B1: there is a bound of open ones, which does not shut the chat', async () => {
    house.settings.openRequests = 1;
    await house.crash();
    expect((await sent()).result.kind).toBe('received');
    expect((await sent()).result).toEqual({ kind: 'refused', code: 'not-available' });
    await house.arrive();
  });

  it('is counted by kind and day, and is no conversation there', async () => {
    await sent();
    await sent({ form: { about: 'malfunction', place: null }, address: null });
    const names = (await house.store.dailyCounts()).map(({ name, count }) => [name, count]);
    expect(names).toContainEqual(['requests-rights', 1]);
    expect(names).toContainEqual(['requests-malfunction', 1]);
    expect(names.map(([name]) => name)).not.toContain('conversations');
  });
});
