import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AnswerReceipt, PublishedKeys, RECEIPT_KEYS_PATH } from '../../protocol/answer-receipt.ts';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { Administration } from './cli.testkit.ts';

// Each command is a process of its own, each document a thread, and the machine may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const ANSWER = 'Présentez-vous au commissariat avec une photo.';

let admin: Administration;
let relay: TestRelay | null;
beforeEach(() => {
  admin = new Administration();
  relay = null;
});
afterEach(async () => {
  await relay?.close();
  admin.remove();
});

async function save(name: string, response: Response): Promise<string> {
  expect(response.status).toBe(200);
  const path = admin.at(name);
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  return path;
}

/** A conversation that was answered and closed, with both copies and the receipt in the person's hands. */
async function kept() {
  const house = await TestRelay.start({ directory: admin.directory });
  relay = house;
  const { cookie, conversation } = await house.citizen();
  const { desk } = await house.desk('dupont');
  await desk.command({ kind: 'take', conversation });
  await desk.command({ kind: 'message', conversation, text: ANSWER });
  await desk.command({ kind: 'close', conversation, disposition: 'answered', comment: null });
  const get = (path: string) => fetch(house.url + path, { headers: { cookie } });
  const of = (format: string) => get(`/api/conversation/transcript?format=${format}&language=fr`);
  const pdf = await save('copy.pdf', await of('pdf'));
  const text = await save('copy.txt', await of('text'));
  const answered = await get('/api/conversation/receipt?language=fr');
  expect(answered.headers.get('content-disposition')).toMatch(/filename="C-\d+\.recu\.json"$/);
  const receipt = AnswerReceipt.parse(await answered.clone().json());
  const file = await save('receipt.json', answered);
  const keys = await save('keys.json', await fetch(house.url + RECEIPT_KEYS_PATH));
  return { conversation, pdf, text, receipt, file, keys };
}

test('D7: what the police answered is proved after the text was destroyed and the key changed, off line', async () => {
  const { conversation, pdf, text, receipt, file, keys } = await kept();
  expect(receipt.content).toMatchObject({ closed: true, answers: 1, language: 'fr' });
  expect(JSON.stringify(receipt)).not.toContain(ANSWER);
  expect(JSON.stringify(receipt)).not.toContain(conversation);

  await admin.done(`subject erase ${conversation} --reason DPO-2026-014`);
  await relay?.close();
  relay = null;
  await admin.done('receipt rotate-key');

  // By the service, with every key it ever had; and by anybody, with the keys that were published.
  for (const copy of [pdf, text]) {
    expect(await admin.done(`receipt verify ${copy} ${file}`)).toContain(`genuine`);
    const elsewhere = await admin.done(`receipt verify ${copy} ${file} --keys ${keys}`);
    expect(elsewhere).toMatch(/is C-\d+ as it stood.*1 answers by officers, over/s);
  }
  const after = admin.at('after.json');
  writeFileSync(after, await admin.done('receipt keys'));
  expect(await admin.done(`receipt verify ${text} ${file} --keys ${after}`)).toContain('genuine');
  const { keys: published } = PublishedKeys.parse(JSON.parse(await admin.done('receipt keys')));
  expect(published).toHaveLength(2);
  expect(published[0]?.until).toBe(published[1]?.since);
  expect(published[0]?.id).toBe(receipt.content.key);
  // Receipts of destruction are signed with the new key from here on, and all of them still verify.
  await admin.done('purge run');
  expect(await admin.done('purge verify')).toContain('receipts intact');
});

test('D7: a copy or a receipt that was altered proves nothing, and each is told apart', async () => {
  const { text, receipt, file, keys } = await kept();
  const verify = (copy: string, given: string, with_ = keys) =>
    admin.run(`receipt verify ${copy} ${given} --keys ${with_}`);
  const changed = async (name: string, content: string) => {
    const path = admin.at(name);
    writeFileSync(path, content);
    return path;
  };
  const original = readFileSync(text, 'utf8');

  // Carried by a program with other line ends and a byte order mark, it is the same text.
  const carried = await changed('carried.txt', `\uFEFF${original.replaceAll('\n', '\r\n')}`);
  expect(await verify(carried, file)).toMatchObject({ code: 0 });

  const altered = await changed('altered.txt', original.replace('une photo', 'mille euros'));
  expect(await verify(altered, file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('another copy'),
  });

  const more = { ...receipt, content: { ...receipt.content, answers: 7 } };
  const forged = await changed('forged.json', JSON.stringify(more));
  expect(await verify(text, forged)).toMatchObject({ code: 1, err: expect.stringContaining('signature') });
  expect(await verify(text, text)).toMatchObject({ code: 1, err: expect.stringContaining('no receipt') });

  const listed = PublishedKeys.parse(JSON.parse(readFileSync(keys, 'utf8')));
  const ended = listed.keys.map((key) => ({ ...key, until: '2020-01-01T00:00:00.000Z' }));
  const early = await changed('early.json', JSON.stringify({ ...listed, keys: ended }));
  expect(await verify(text, file, early)).toMatchObject({ code: 1, err: expect.stringContaining('time') });
  const none = await changed('none.json', JSON.stringify({ ...listed, keys: [] }));
  expect(await verify(text, file, none)).toMatchObject({
    code: 1,
    err: expect.stringContaining('not among'),
  });
});
