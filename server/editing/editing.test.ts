import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WARNING_RESPONSE } from '../../protocol/abuse.ts';
import type { CannedResponse } from '../../protocol/canned.ts';
import {
  type ContentEdit,
  ContentHistory,
  ContentOverview,
  EditAnswer,
} from '../../protocol/content-editing.ts';
import { newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Platform } from '../../protocol/platform.ts';
import { loadContent, SHIPPED_CONTENT } from '../content/index.ts';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { eventually, type TestDesk } from '../gateway/socket.testkit.ts';

const shipped = loadContent();
const pick = <Item extends { id: string }>(items: readonly Item[], id: string): Item => {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const THESEE = pick(shipped.platforms, 'thesee');
const NOISE = pick(shipped.responses, 'bruit');
const OWN: CannedResponse = {
  id: 'mien-1',
  shortcut: 'relance',
  category: 'Accueil',
  titleFr: 'Ma relance',
  titleEn: 'My reminder',
  textFr: 'Je reste là, {alias|votre interlocuteur}.',
  textEn: 'I am still here, {alias|your officer}.',
};

let relay: TestRelay;
beforeEach(async () => {
  relay = await TestRelay.start();
});
afterEach(() => relay.destroy());

async function asked(
  token: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; json: unknown }> {
  const headers = { authorization: `Bearer ${token}` };
  const response =
    body === undefined ? await fetch(relay.url + path, { headers }) : await relay.post(path, body, headers);
  return { status: response.status, json: await response.json() };
}

async function edit(token: string, given: ContentEdit): Promise<EditAnswer> {
  return EditAnswer.parse((await asked(token, '/api/desk/content', given)).json);
}

const platform = (item: Platform | null, before: Platform | null): ContentEdit => ({
  kind: 'platform',
  id: (item ?? before)?.id ?? '',
  item,
  before,
});
const response = (item: CannedResponse | null, before: CannedResponse | null): ContentEdit => ({
  kind: 'response',
  id: (item ?? before)?.id ?? '',
  item,
  before,
});
const lastContent = (desk: TestDesk) =>
  desk.frames.flatMap((frame) => (frame.type === 'content' ? frame.content : [])).at(-1);
const lastPersonal = (desk: TestDesk) =>
  desk.frames.flatMap((frame) => (frame.type === 'personal' ? [frame.responses] : [])).at(-1);

describe('editing what is shared', () => {
  test('an edit is told to every desk, to the page of services, and outlives a restart', async () => {
    const { token } = await relay.signIn('moreau');
    const { desk } = await relay.desk('dupont');
    const mended = { ...THESEE, nameFr: 'THESEE – nom corrigé' };
    expect(await edit(token, platform(mended, THESEE))).toEqual({ kind: 'saved' });
    const content = await desk.frame(
      'content',
      (frame) => pick(frame.content.platforms, 'thesee').nameFr === mended.nameFr,
    );
    expect(content.content.version).not.toBe(shipped.version);
    expect(content.content.platforms.map(({ id }) => id)).toEqual(shipped.platforms.map(({ id }) => id));
    expect(await (await fetch(`${relay.url}/plateformes`)).text()).toContain(mended.nameFr);

    const directory = await relay.close();
    const password = relay.password('dupont');
    relay = await TestRelay.start({ directory });
    const again = await relay.signIn('dupont', password);
    const later = relay.connectDesk(again.token);
    await later.hello();
    await later.frame('content');
    expect(pick(lastContent(later)?.platforms ?? [], 'thesee').nameFr).toBe(mended.nameFr);
  });

  test('E5: of two who edit the same item, the second is shown the first one’s, and nothing is lost', async () => {
    const [{ token }, other] = await Promise.all([relay.signIn('moreau'), relay.signIn('moreau')]);
    const mine = { ...NOISE, titleFr: 'Bruit la nuit' };
    const theirs = { ...NOISE, titleFr: 'Tapage nocturne' };
    expect(await edit(token, response(mine, NOISE))).toEqual({ kind: 'saved' });
    const conflict = await edit(other.token, response(theirs, NOISE));
    expect(conflict).toMatchObject({ kind: 'conflict', item: mine });
    expect(conflict.kind === 'conflict' && conflict.stamp?.by).toEqual({
      rank: other.self.rank,
      alias: other.self.alias,
    });
    // Whoever lost the answer sends again; whoever has seen both decides.
    expect(await edit(token, response(mine, NOISE))).toEqual({ kind: 'saved' });
    expect(await edit(other.token, response(theirs, mine))).toEqual({ kind: 'saved' });
    const { json } = await asked(token, '/api/desk/content/history?kind=response&id=bruit');
    const history = ContentHistory.parse(json);
    expect(history.changes.map(({ item }) => item)).toEqual([theirs, mine]);
    // The first change does not hold what it replaced: the way back to that is told apart.
    expect(history.shipped).toEqual(NOISE);
    expect(await edit(token, response(NOISE, theirs))).toEqual({ kind: 'saved' });
    const [back] = ContentHistory.parse(
      (await asked(token, '/api/desk/content/history?kind=response&id=bruit')).json,
    ).changes;
    expect(back?.item).toEqual(NOISE);
  });

  test('B2: a content larger than what a reader may leave unsent cuts nobody off when it changes', async () => {
    await relay.destroy();
    const directory = mkdtempSync(join(tmpdir(), 'permanence-large-content-'));
    cpSync(SHIPPED_CONTENT, directory, { recursive: true });
    const text = 'Texte préparé. '.repeat(100);
    const more = Array.from({ length: 300 }, (_, number): CannedResponse => {
      const name = `plus-${number}`;
      return { ...NOISE, id: name, shortcut: name, textFr: text, textEn: text };
    });
    const responses = JSON.stringify([...shipped.responses, ...more]);
    expect(responses.length).toBeGreaterThan(LIMITS.socketBufferBytes);
    writeFileSync(join(directory, 'responses.json'), responses);
    relay = await TestRelay.start({ settings: { PERMANENCE_CONTENT_DIRECTORY: directory } });
    rmSync(directory, { recursive: true });
    const { token } = await relay.signIn('moreau');
    const { desk } = await relay.desk('dupont');
    await desk.frame('content');
    const mended = { ...NOISE, titleFr: 'Bruit la nuit' };
    expect(await edit(token, response(mended, NOISE))).toEqual({ kind: 'saved' });
    await desk.frame('content', ({ content }) => pick(content.responses, 'bruit').titleFr === mended.titleFr);
    // Still there: a closed socket gets no answer.
    expect(await desk.command({ kind: 'take-next' })).toBe('queue-empty');
  });

  test('A1: officers edit nothing that is shared, and read no counts', async () => {
    const { token } = await relay.signIn('dupont');
    for (const [path, body] of [
      ['/api/desk/content', platform(null, THESEE)],
      ['/api/desk/content/overview', undefined],
      ['/api/desk/content/history?kind=platform&id=thesee', undefined],
    ] as const) {
      expect(await asked(token, path, body)).toEqual({ status: 403, json: { code: 'forbidden' } });
      expect(await asked('x'.repeat(43), path, body)).toMatchObject({ status: 401 });
    }
  });

  test.each([
    ['a variable without a fallback', { textFr: 'Bonjour {alias}' }, 'textFr', 'no-fallback', '{alias}'],
    ['a shortcut of another', { shortcut: 'bienvenue' }, 'shortcut', 'taken', 'Accueil simple'],
    ['a platform that is not there', { platforms: ['nowhere'] }, 'platforms', 'unknown-platform', 'nowhere'],
    ['an open brace', { textEn: 'Hello {alias' }, 'textEn', 'brace', ''],
    ['nothing on where it comes from', { source: undefined }, 'source', 'required', ''],
  ])('a response with %s is not kept', async (_name, change, field, problem, detail) => {
    const { token } = await relay.signIn('moreau');
    const answer = await edit(token, response({ ...NOISE, ...change }, NOISE));
    expect(answer).toEqual({ kind: 'invalid', problems: [{ field, problem, detail }] });
  });

  test('a platform that something leads to is not removed; one that nothing leads to is', async () => {
    const { token } = await relay.signIn('moreau');
    const { desk } = await relay.desk('dupont');
    const answer = await edit(token, platform(null, THESEE));
    expect(answer).toMatchObject({ kind: 'invalid', problems: [{ field: 'id', problem: 'in-use' }] });
    const added = { ...THESEE, id: 'essai', nameFr: 'Essai', fallback: 'appel-17' };
    expect(await edit(token, platform(added, null))).toEqual({ kind: 'saved' });
    expect(await edit(token, platform(added, null))).toEqual({ kind: 'saved' });
    expect(await edit(token, platform(null, added))).toEqual({ kind: 'saved' });
    await eventually(() => lastContent(desk)?.platforms.length).toBe(shipped.platforms.length);
  });

  test('V5: the warning for abuse is corrected, never removed', async () => {
    const { token } = await relay.signIn('moreau');
    const warning = pick(shipped.responses, WARNING_RESPONSE);
    expect(await edit(token, response(null, warning))).toEqual({
      kind: 'invalid',
      problems: [{ field: 'id', problem: 'needed', detail: '' }],
    });
    expect(await edit(token, response(null, NOISE))).toEqual({ kind: 'saved' });
  });

  test('fallbacks may not lead in a circle', async () => {
    const { token } = await relay.signIn('moreau');
    const item = { ...THESEE, fallback: 'thesee' };
    expect(await edit(token, platform(item, THESEE))).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'fallback', problem: 'circle' }],
    });
  });
});

describe('an officer’s own responses', () => {
  const own = (item: CannedResponse | null, before: CannedResponse | null) => ({ id: OWN.id, item, before });

  test('E6: they reach every desk of theirs, now and later, and nobody else’s', async () => {
    const [mine, beside, other] = [
      await relay.desk('dupont'),
      await relay.desk('dupont'),
      await relay.desk('martin'),
    ];
    const { json } = await asked(mine.token, '/api/desk/personal', own(OWN, null));
    expect(json).toEqual({ kind: 'saved' });
    for (const { desk } of [mine, beside]) await eventually(() => lastPersonal(desk)).toEqual([OWN]);
    const later = await relay.desk('dupont');
    await eventually(() => lastPersonal(later.desk)).toEqual([OWN]);
    await eventually(() => lastPersonal(other.desk)).toEqual([]);
    // The same id is another officer's own to use.
    expect((await asked(other.token, '/api/desk/personal', own(OWN, null))).json).toEqual({ kind: 'saved' });
    expect((await asked(mine.token, '/api/desk/personal', own(null, OWN))).json).toEqual({ kind: 'saved' });
    await eventually(() => lastPersonal(mine.desk)).toEqual([]);
    await eventually(() => lastPersonal(other.desk)).toEqual([OWN]);
  });

  test.each([
    ['an e-mail address', 'Écrivez à jean.dupont@exemple.fr'],
    ['a mobile number', 'Son numéro : 06 12 34 56 78'],
    ['an account', 'Virez sur FR76 3000 6000 0112 3456 7890 189'],
  ])('E6: one with %s is not kept', async (_name, textFr) => {
    const { token } = await relay.signIn('dupont');
    const { json } = await asked(token, '/api/desk/personal', own({ ...OWN, textFr }, null));
    expect(json).toEqual({
      kind: 'invalid',
      problems: [{ field: 'textFr', problem: 'personal-data', detail: '' }],
    });
  });

  test.each(['category', 'source'] as const)('E6: nor one with an address in its %s', async (field) => {
    const { token } = await relay.signIn('dupont');
    const item = { ...OWN, [field]: 'jean.dupont@exemple.fr' };
    expect((await asked(token, '/api/desk/personal', own(item, null))).json).toEqual({
      kind: 'invalid',
      problems: [{ field, problem: 'personal-data', detail: '' }],
    });
  });

  test('the numbers of services are no personal data', async () => {
    const { token } = await relay.signIn('dupont');
    const textFr = 'Appelez le 17, le 3919 ou le 0 805 805 817.';
    const { json } = await asked(token, '/api/desk/personal', own({ ...OWN, textFr }, null));
    expect(json).toEqual({ kind: 'saved' });
  });
});

test('E7: what is sent is counted by month, once however often it is sent again, and without a name', async () => {
  const { conversation } = await relay.citizen();
  const { desk } = await relay.desk('dupont');
  expect(await desk.command({ kind: 'take', conversation })).toBe('ack');
  const id = newId();
  const command = {
    kind: 'message',
    conversation,
    text: 'Bonsoir.',
    responses: ['bruit', 'bruit', 'mien-1'],
  } as const;
  for (let time = 0; time < 2; time += 1) {
    desk.send({ type: 'command', id, command: { ...command, responses: [...command.responses] } });
  }
  expect(await desk.command({ kind: 'redirection', conversation, platform: 'thesee' })).toBe('ack');
  const { token } = await relay.signIn('moreau');
  const { json } = await asked(token, '/api/desk/content/overview');
  expect(ContentOverview.parse(json).uses).toEqual([
    { kind: 'platform', id: 'thesee', thisMonth: 1, lastMonth: 0, year: 1 },
    { kind: 'response', id: 'bruit', thisMonth: 1, lastMonth: 0, year: 1 },
  ]);
  desk.send({ type: 'follow', conversation, after: 0 });
  const told = await desk.frame('entries', ({ entries }) =>
    entries.some(({ body }) => body.kind === 'message'),
  );
  expect(JSON.stringify(told)).not.toContain('responses');
});
