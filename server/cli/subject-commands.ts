import { Command } from 'commander';
import { type EmailAddress, readAddress } from '../../protocol/deferral.ts';
import { RequestReference } from '../../protocol/entry.ts';
import { Id, Reference } from '../../protocol/ids.ts';
import { askRelay } from '../control/ask.ts';
import { participantsOf } from '../domain/erasure.ts';
import { type Erased, eraseFromStore } from '../relay/eraser.ts';
import type { ErasureNotice } from '../store/erasures.ts';
import { openErasures } from '../store/sqlite/erasures.ts';
import type { StoredConversation } from '../store/store.ts';
import {
  EXIT,
  type GlobalOptions,
  lockUnlessRunning,
  print,
  Refused,
  type StoreWork,
  withStore,
} from './context.ts';
import { firstLine } from './password.ts';
import { checkExport, type ExportAsked, exportTo } from './subject-export.ts';

type Asked = { readonly reason: string; readonly session?: string; readonly email?: boolean };

const SESSION_DIGEST = /^[A-Za-z0-9_-]{43}$/;

function checkReason(reason: string): string {
  if (RequestReference.safeParse(reason).success) return reason;
  throw new Refused(
    '--reason: expected the reference of the request, such as DPO-2026-014: 3 to 60 letters, digits and . _ / -',
    EXIT.usage,
  );
}

/** An address typed on the command line would stay in the shell's history, and in every list of processes. */
async function addressFromInput(): Promise<EmailAddress> {
  if (process.stdin.isTTY) process.stderr.write('E-mail address: ');
  const address = readAddress(await firstLine(process.stdin));
  if (address === null) throw new Refused('--email: expected one address on standard input', EXIT.usage);
  return address;
}

/** The conversations that are meant; none when there are none. Nothing asked for is repeated in an error. */
async function resolve(work: StoreWork, what: string | undefined, asked: Asked): Promise<readonly Id[]> {
  const known = (conversation: Id | null): Id[] => (conversation === null ? [] : [conversation]);
  if (asked.email === true) return work.store.byAddress(await addressFromInput());
  if (asked.session !== undefined) {
    if (!SESSION_DIGEST.test(asked.session)) {
      throw new Refused('--session: expected the SHA-256 of the cookie’s value as base64url', EXIT.usage);
    }
    return known(await work.store.bySession(asked.session));
  }
  if (Id.safeParse(what).success) return known(what ?? null);
  if (Reference.safeParse(what).success) return known(await work.store.byReference(what ?? ''));
  throw new Refused(
    'expected a conversation’s id, its reference (C-1234), --session <digest> or --email',
    EXIT.usage,
  );
}

type Found = { readonly conversation: Id; readonly stored: StoredConversation | null };

async function found(
  work: StoreWork,
  what: string | undefined,
  asked: Asked,
  act: string,
): Promise<readonly Found[]> {
  const reason = checkReason(asked.reason);
  const conversations = await resolve(work, what, asked);
  // Written before it is done: no act without its row. One that found nothing stands there too.
  if (conversations.length === 0) await work.audit(act, null, reason);
  const all: Found[] = [];
  for (const conversation of conversations) {
    await work.audit(act, conversation, reason);
    all.push({ conversation, stored: await work.store.conversation(conversation) });
  }
  return all;
}

const NOTHING = 'nothing is kept: it never was, or it is destroyed';

async function outstandingLines(work: StoreWork, notices: readonly ErasureNotice[]): Promise<string[]> {
  const logins = new Map((await work.accounts.officers()).map(({ officer, login }) => [officer, login]));
  return notices
    .filter(({ confirmedAt }) => confirmedAt === null)
    .sort((a, b) => Number(b.tookPart) - Number(a.tookPart))
    .map(({ conversation, officer, tookPart, until }) => {
      const who = logins.get(officer) ?? officer;
      const what = tookPart ? 'took part' : 'may have read it';
      return `  ${conversation} ${who}: ${what}; their desk destroys it when it connects, at the latest ${new Date(until).toISOString()} by its own clock`;
    });
}

async function printOutstanding(work: StoreWork, conversation: Id | null): Promise<void> {
  const notices = await openErasures(work.store.database).list(conversation);
  const lines = await outstandingLines(work, notices);
  print(`desks: ${notices.length - lines.length} of ${notices.length} officers' have confirmed`);
  if (lines.length === 0) return;
  print('outstanding:');
  for (const line of lines) print(line);
}

async function find(work: StoreWork, what: string | undefined, asked: Asked): Promise<void> {
  const all = await found(work, what, asked, 'subject-found');
  if (all.length === 0) print(NOTHING);
  for (const { conversation, stored } of all) {
    if (stored !== null) await describe(work, stored);
    else {
      print(NOTHING);
      await printOutstanding(work, conversation);
    }
  }
}

async function describe(work: StoreWork, stored: StoredConversation): Promise<void> {
  const entries = await work.store.entries(stored.conversation, 0, stored.lastSeq, stored.lastSeq);
  const time = (at: number | null): string => (at === null ? 'no' : new Date(at).toISOString());
  print(`conversation: ${stored.conversation}`);
  print(`reference: ${stored.reference}`);
  print(`opened: ${time(stored.openedAt)}`);
  print(`closed: ${time(stored.closedAt)}`);
  print(`destroyed by: ${time(stored.purgeAt)}`);
  print(`entries: ${stored.lastSeq}${entries.length < stored.lastSeq ? ', not readable' : ''}`);
  print(`officers who took part: ${participantsOf(entries).size}`);
}

async function erase(options: GlobalOptions, what: string | undefined, asked: Asked): Promise<void> {
  await withStore(options, false, async (work) => {
    const all = (await found(work, what, asked, 'subject-erased')).flatMap(({ stored }) => stored ?? []);
    if (all.length === 0) throw new Refused(NOTHING);
    for (const stored of all) await eraseOne(work, stored);
  });
}

async function eraseOne(work: StoreWork, stored: StoredConversation): Promise<void> {
  const unlock = lockUnlessRunning(work.config.dataDirectory);
  let erased: Erased;
  try {
    erased = unlock === null ? await eraseRunning(work, stored) : await eraseStopped(work, stored);
  } finally {
    unlock?.();
  }
  if (erased.kind === 'unknown') throw new Refused(NOTHING);
  print(`${stored.reference}: ${erased.entries} entries destroyed, key first`);
  await settled(work, stored.conversation, unlock === null);
  await printOutstanding(work, stored.conversation);
}

async function eraseRunning(work: StoreWork, { conversation }: StoredConversation): Promise<Erased> {
  const answer = await askRelay(work.config.dataDirectory, { act: 'erase', conversation });
  if (answer.kind === 'failed') throw new Refused(answer.why);
  if (answer.kind === 'erased' || answer.kind === 'unknown') return answer;
  throw new Refused(`the relay answered ${answer.kind}`);
}

function eraseStopped(work: StoreWork, { conversation }: StoredConversation): Promise<Erased> {
  const { store, accounts } = work;
  const erasures = {
    notices: openErasures(store.database),
    officers: async () => (await accounts.officers()).map(({ officer }) => officer),
  };
  return eraseFromStore({ store, erasures, clock: Date.now }, conversation);
}

/** Connected desks answer within moments: their answers belong in the report. Milliseconds. */
const ANSWERS_WITHIN = 2_000;
const LOOK_EVERY = 100;

async function settled(work: StoreWork, conversation: Id, running: boolean): Promise<void> {
  const notices = openErasures(work.store.database);
  const end = performance.now() + (running ? ANSWERS_WITHIN : 0);
  while (performance.now() < end) {
    if ((await notices.list(conversation)).every(({ confirmedAt }) => confirmedAt !== null)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

/** `subject …`: the rights of the person. Each act stands in the audit with its reason. */
export function subjectCommands(globals: () => GlobalOptions): Command {
  const subject = new Command('subject').description('the rights of the person: access and erasure');
  const command = (name: string, about: string): Command =>
    subject
      .command(`${name} [conversation]`)
      .description(`${about}; by id, by reference (C-1234), by --session or by --email`)
      .requiredOption('--reason <reference>', 'the reference of the request, such as DPO-2026-014')
      .option('--session <digest>', 'the SHA-256 of the cookie’s value, base64url')
      .option(
        '--email',
        'by the address left for an answer and still kept, read from standard input: never from the command line',
      );

  command('find', 'says what is kept, without a word of its content').action(
    (what: string | undefined, asked: Asked) =>
      withStore(globals(), false, (work) => find(work, what, asked)),
  );
  command('export', 'writes what is kept, in clear')
    .requiredOption('--to <file>', 'a new file, readable by its owner alone')
    .option('--format <format>', 'json, pdf (PDF/A-2a) or text', 'json')
    .option('--language <language>', 'of the pdf and the text: fr or en', 'fr')
    .option('--internal', 'with notes, tags and assignments')
    .action((what: string | undefined, asked: Asked & ExportAsked) =>
      withStore(globals(), false, async (work) => {
        const form = checkExport(asked);
        const [stored, ...others] = (await found(work, what, asked, 'subject-exported')).flatMap(
          (one) => one.stored ?? [],
        );
        if (stored === undefined) throw new Refused(NOTHING);
        if (others.length > 0) {
          const references = [stored, ...others].map(({ reference }) => reference).join(', ');
          throw new Refused(`several conversations: export each by its reference (${references})`);
        }
        await exportTo(work, stored, { ...form, to: asked.to, reason: asked.reason });
      }),
    );
  command('erase', 'destroys now: relay, page and every desk').action(
    (what: string | undefined, asked: Asked) => erase(globals(), what, asked),
  );
  subject
    .command('outstanding')
    .description('which officers’ desks have not confirmed an erasure yet')
    .action(() =>
      withStore(globals(), false, async (work) => {
        await work.audit('erasures-read', null);
        await printOutstanding(work, null);
      }),
    );
  return subject;
}
