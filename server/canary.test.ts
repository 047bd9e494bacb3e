/** Everything a relay leaves behind, searched for what nobody but the two who talk may read. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignedIn } from '../protocol/http.ts';
import { newId } from '../protocol/ids.ts';
import { Administration } from './cli/cli.testkit.ts';
import { TERMS_VERSION } from './content/index.ts';
import { TestCitizen, TestDesk } from './gateway/socket.testkit.ts';
import { TestProcess } from './process.testkit.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const CANARY = 'canari-9e51c7';
const EMAIL = `${CANARY}@exemple.fr`;

// Each command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let admin: Administration;
let relay: TestProcess;
beforeEach(() => {
  admin = new Administration();
  mkdirSync(admin.at('tmp'));
});
afterEach(async () => {
  relay.child.kill('SIGKILL');
  await relay.ended;
  admin.remove();
});

/** The same bytes as other programs might have written them. */
function spellings(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  return [
    bytes,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(encodeURIComponent(secret)),
    // In the middle of a longer base64 text, at each of its three alignments.
    ...[0, 1, 2].map((shift) =>
      Buffer.from(
        bytes.subarray(shift, shift + 3 * Math.floor((bytes.length - shift) / 3)).toString('base64'),
      ),
    ),
  ];
}

async function post(url: string, path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(path.includes('desk') ? {} : { origin: url }) };
  return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function citizen(url: string) {
  const opened = await post(url, '/api/conversation', {
    id: newId(),
    termsVersion: TERMS_VERSION,
    language: 'fr',
    subject: `${CANARY} objet`,
  });
  const cookie = (opened.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
  const page = new TestCitizen(url, cookie);
  const { conversation } = await page.hello();
  for (const text of [`${CANARY} bonjour`, `écrivez-moi à ${EMAIL}`]) {
    const id = page.say(text);
    await page.frame('ack', (frame) => frame.id === id);
  }
  return { page, conversation, token: cookie.slice(-43) };
}

test('files, logs, receipts, audit, figures and backups hold no text, subject, address, cookie or token', async () => {
  relay = new TestProcess(MAIN, ['--json'], {
    PERMANENCE_PORT: '0',
    PERMANENCE_DATA_DIRECTORY: admin.directory,
    PERMANENCE_LOG_LEVEL: 'debug',
    TMPDIR: admin.at('tmp'),
  });
  const [line] = await relay.line(/^\{"ready":true.*$/);
  const { url, accounts } = JSON.parse(line) as {
    url: string;
    accounts: { login: string; password: string }[];
  };
  const account = accounts[0] ?? { login: '', password: '' };
  const signedIn = await post(url, '/api/desk/sign-in', { login: account.login, password: account.password });
  const { token } = SignedIn.parse(await signedIn.json());
  await post(url, '/api/desk/sign-in', { login: CANARY, password: `${CANARY} mot de passe` });

  const desk = new TestDesk(url, token);
  await desk.hello();
  const [kept, closed, erased] = [await citizen(url), await citizen(url), await citizen(url)];
  for (const { conversation } of [kept, closed, erased]) {
    await desk.command({ kind: 'take', conversation });
    await desk.command({ kind: 'message', conversation, text: `${CANARY} réponse` });
    await desk.command({ kind: 'note', conversation, text: `${CANARY} note ${EMAIL}` });
    await desk.command({ kind: 'tags', conversation, tags: [`${CANARY} mot`] });
    await desk.command({ kind: 'subject', conversation, subject: `${CANARY} sujet` });
  }
  const comment = `${CANARY} fin`;
  const { conversation } = closed;
  expect(await desk.command({ kind: 'close', conversation, disposition: 'answered', comment })).toBe('ack');

  const said: string[] = [];
  const reason = '--reason DPO-1';
  for (const command of [
    `subject find ${kept.conversation} ${reason}`,
    `subject erase ${erased.conversation} ${reason}`,
    'subject outstanding',
    'journal verify',
    'purge report --json',
    'purge verify',
    'purge public-key',
    'key status',
    'officer list --json',
    `backup journal --to ${admin.at('journal-backup.sqlite')}`,
    `backup keys --to ${admin.at('keys-backup.sqlite')}`,
    'audit --limit 1000',
  ]) {
    said.push(await admin.done(command, { TMPDIR: admin.at('tmp') }));
  }
  said.push(await (await fetch(`${url}/metrics`)).text());

  const look = (): string[] => {
    const left = admin.files();
    left.set('standard error', Buffer.from(relay.err));
    left.set('what administration printed', Buffer.from(said.join('\n')));
    const secrets = [CANARY, EMAIL, token, kept.token, closed.token, erased.token];
    const found: string[] = [];
    for (const [name, bytes] of left) {
      for (const secret of secrets) {
        if (spellings(secret).some((spelling) => bytes.includes(spelling)))
          found.push(`${secret} in ${name}`);
      }
      if (bytes.includes(account.password)) found.push(`a password in ${name}`);
    }
    expect(left.size).toBeGreaterThan(8);
    return found;
  };
  // While it runs, with its write-ahead logs; and as a kill leaves it.
  expect(look()).toEqual([]);
  relay.child.kill('SIGKILL');
  await relay.ended;
  expect(look()).toEqual([]);
  expect(relay.err).toContain('"event":"erased"');

  // What would be found, if it were there: the same search in an export, which is in clear.
  await admin.done(
    `subject export ${kept.conversation} ${reason} --internal --to ${admin.at('export.json')}`,
  );
  expect(look()).toEqual([`${CANARY} in export.json`, `${EMAIL} in export.json`]);
});
