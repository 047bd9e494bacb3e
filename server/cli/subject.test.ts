import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { problemsOf, textOf } from '../documents/pdf.testkit.ts';
import { TestRelay } from '../gateway/relay.testkit.ts';
import type { TestCitizen, TestDesk } from '../gateway/socket.testkit.ts';
import { sessionDigest } from '../store/sessions.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { Administration } from './cli.testkit.ts';

const REASON = '--reason DPO-2026-014';

// Each command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let admin: Administration;
let relay: TestRelay;
let citizen: TestCitizen;
let desk: TestDesk;
let cookie: string;
let conversation: string;

beforeEach(async () => {
  admin = new Administration();
  relay = await TestRelay.start({ directory: admin.directory });
  ({ citizen, cookie, conversation } = await relay.citizen());
  const id = citizen.say('ce que j’ai écrit');
  await citizen.frame('ack', (frame) => frame.id === id);
  ({ desk } = await relay.desk('dupont'));
  await desk.command({ kind: 'take', conversation });
  await desk.command({ kind: 'note', conversation, text: 'une note' });
  await desk.command({ kind: 'message', conversation, text: 'la réponse' });
  desk.send({ type: 'follow', conversation, after: 0 });
  await desk.frame('entries');
});

afterEach(async () => {
  await relay.close();
  admin.remove();
});

async function reference(): Promise<string> {
  const heads = await desk.frame('heads', (frame) => frame.heads.length > 0);
  return heads.heads[0]?.reference ?? '';
}

test('find says what is kept, by id, by reference, by session; and not a word of its content', async () => {
  const digest = sessionDigest(cookie.slice(-43));
  for (const what of [conversation, await reference(), `--session ${digest}`]) {
    const said = await admin.done(`subject find ${what} ${REASON}`);
    expect(said).toContain(`conversation: ${conversation}`);
    expect(said).toContain('entries: 5');
    expect(said).toContain('officers who took part: 1');
    expect(said).not.toContain('écrit');
  }
  expect(await admin.done(`subject find C-999999 ${REASON}`)).toContain('nothing is kept');
});

test('by the e-mail address left for an answer: found, exported, erased; and the address is in no audit', async () => {
  await relay.close();
  // A mail server is named and never asked: nothing is answered here.
  relay = await TestRelay.start({
    directory: admin.directory,
    settings: { PERMANENCE_SMTP_HOST: 'localhost', PERMANENCE_SMTP_FROM: 'tchat@exemple.fr' },
  });
  const leave = async (address: string, question: string) => {
    const arrived = await relay.citizen();
    const id = newId();
    arrived.citizen.send({ type: 'defer', id, text: question, address });
    await arrived.citizen.frame('ack', (frame) => frame.id === id);
    return arrived.conversation;
  };
  const [one, two] = [
    await leave('Jeanne.Martin@exemple.fr', 'première question'),
    await leave('jeanne.martin@Exemple.fr', 'seconde question'),
  ];
  const other = await leave('autre@exemple.fr', 'une autre question');
  const asked = (act: string, input: string) => admin.typed(`subject ${act} --email ${REASON}`, input);

  const said = await asked('find', 'jeanne.martin@exemple.fr\n');
  expect(said.code).toBe(0);
  expect([one, two, other].map((id) => said.out.includes(id))).toEqual([true, true, false]);
  expect(said.out).not.toContain('question');

  const to = admin.at('export.json');
  const several = await asked(`export --to ${to}`, 'jeanne.martin@exemple.fr\n');
  expect([several.code, several.err]).toEqual([
    1,
    expect.stringMatching(/each by its reference \(C-\d+, C-\d+\)/),
  ]);
  expect((await asked(`export --to ${to}`, 'autre@exemple.fr\n')).code).toBe(0);
  expect(readFileSync(to, 'utf8')).toContain('une autre question');

  const erased = await asked('erase', 'jeanne.martin@exemple.fr\n');
  expect(erased.out.match(/entries destroyed, key first/g)).toHaveLength(2);
  for (const id of [one, two])
    expect(await admin.done(`subject find ${id} ${REASON}`)).toContain('nothing is kept');
  expect((await asked('find', 'jeanne.martin@exemple.fr\n')).out).toContain('nothing is kept');
  expect((await asked('find', 'autre@exemple.fr')).out).toContain(other);

  for (const input of ['', 'pas une adresse\n']) expect((await asked('find', input)).code).toBe(2);
  expect((await admin.done('audit --limit 100')).toLowerCase()).not.toMatch(/martin|autre@/);
});

test('without a reason, or with a sentence for one, nothing is done', async () => {
  for (const args of [
    `subject erase ${conversation}`,
    `subject erase ${conversation} --reason M.Dupont@example.fr`,
    `subject export ${conversation} --reason ok`,
    `subject find not-a-conversation ${REASON}`,
    `subject find --session ../../x ${REASON}`,
  ]) {
    expect((await admin.run(args)).code).toBe(2);
  }
  expect(await admin.done('journal verify')).toContain('1 of 1');
});

test('export gives the person what the page could show; notes only when asked, officers by rank and alias', async () => {
  const to = admin.at('export.json');
  await admin.done(`subject export ${conversation} ${REASON} --to ${to}`);
  expect(statSync(to).mode & 0o777).toBe(0o600);
  const text = readFileSync(to, 'utf8');
  const exported = JSON.parse(text);
  expect(exported).toMatchObject({ format: 'permanence/subject-export/1', conversation, disposition: null });
  const kinds = exported.entries.map((entry: { body: { kind: string } }) => entry.body.kind);
  expect(kinds).toEqual(['opened', 'message', 'assignment', 'message']);
  expect(text).toContain('ce que j’ai écrit');
  expect(text).not.toContain('une note');
  const officer = (await relay.signIn('dupont')).self.officer;
  const whole = admin.at('whole.json');
  await admin.done(`subject export ${conversation} ${REASON} --internal --to ${whole}`);
  expect(readFileSync(whole, 'utf8')).toContain('une note');
  expect(readFileSync(whole, 'utf8')).not.toContain(officer);
  expect((await admin.run(`subject export ${conversation} ${REASON} --to ${to}`)).code).toBe(1);
});

test('export as PDF/A-2a and as text: what the JSON says, with the hash of the chain', async () => {
  const json = admin.at('export.json');
  await admin.done(`subject export ${conversation} ${REASON} --to ${json}`);
  const { chain } = JSON.parse(readFileSync(json, 'utf8'));
  expect(chain).toEqual({ entries: 5, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const pdf = admin.at('export.pdf');
  await admin.done(`subject export ${conversation} ${REASON} --format pdf --to ${pdf}`);
  expect(statSync(pdf).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(pdf);
  expect(problemsOf(bytes)).toEqual([]);
  for (const text of ['ce que j’ai écrit', 'la réponse', conversation, 'DPO-2026-014']) {
    expect(textOf(bytes)).toContain(text);
  }
  expect(textOf(bytes).replaceAll('\n', '')).toContain(chain.sha256);
  expect(textOf(bytes)).not.toContain('une note');
  const whole = admin.at('whole.txt');
  const asText = `--format text --language en --internal --to ${whole}`;
  await admin.done(`subject export ${conversation} ${REASON} ${asText}`);
  expect(readFileSync(whole, 'utf8')).toMatch(/4\. .* – Internal note\n {4}une note\n/);
  expect((await admin.run(`subject export ${conversation} ${REASON} --format doc --to x`)).code).toBe(2);
  expect((await admin.run(`subject export ${conversation} ${REASON} --language xx --to x`)).code).toBe(2);
});

test('of a journal that is not what was written, nothing is exported', async () => {
  await relay.close();
  const database = openDatabase(admin.directory);
  database.prepare('UPDATE entries SET at = at + 1 WHERE seq = 2').run();
  database.close();
  const to = admin.at('export.pdf');
  const refused = await admin.run(`subject export ${conversation} ${REASON} --format pdf --to ${to}`);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('entry 2')]);
  expect(existsSync(to)).toBe(false);
  relay = await TestRelay.start({ directory: admin.directory });
});

test('erase: gone from the running relay at once, the desk told, who is outstanding said, all in the audit', async () => {
  const name = await reference();
  const told = desk.frame('purged').then((frame) => {
    desk.send({ type: 'purged-done', conversations: frame.conversations });
    return frame;
  });
  const said = await admin.done(`subject erase ${name} ${REASON}`);
  expect(await told).toEqual({ type: 'purged', conversations: [conversation], confirm: true });
  expect(await citizen.reason()).toBe('conversation-gone');
  expect(said).toContain(`${name}: 5 entries destroyed, key first`);
  expect(said).toContain("desks: 1 of 3 officers' have confirmed");
  expect(said).toMatch(/ martin: may have read it/);
  expect(said).not.toContain('dupont');
  expect(await admin.done('journal verify')).toContain('0 of 0');
  expect(await admin.run(`subject erase ${conversation} ${REASON}`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('nothing is kept'),
  });
  const late = await relay.desk('martin');
  await late.desk.frame('purged');
  late.desk.send({ type: 'purged-done', conversations: [conversation] });
  await expect
    .poll(() => admin.done('subject outstanding'), { timeout: 10_000 })
    .toMatch(/2 of 3 .*\noutstanding:\n.* moreau: /);
  const audit = await admin.done('audit');
  expect(audit).toContain(`subject-erased ${conversation} DPO-2026-014`);
  expect(JSON.parse(await admin.done('purge report --json')).destroyed.erasure).toEqual({
    conversations: 1,
    entries: 5,
  });
});

test('erase with the relay stopped: desks are told when it runs again and they connect', async () => {
  await relay.close();
  const said = await admin.done(`subject erase ${conversation} ${REASON}`);
  expect(said).toContain("desks: 0 of 3 officers' have confirmed");
  expect(said).toMatch(/ dupont: took part/);
  const password = relay.password('dupont');
  relay = await TestRelay.start({ directory: admin.directory });
  const { token } = await relay.signIn('dupont', password);
  const back = relay.connectDesk(token);
  await back.hello();
  expect(await back.frame('purged')).toMatchObject({ conversations: [conversation], confirm: true });
});
