import { Command } from 'commander';
import { LIFT_REASONS, LiftReason } from '../../protocol/abuse.ts';
import { Reference } from '../../protocol/ids.ts';
import { openBlocks } from '../store/sqlite/blocks.ts';
import { EXIT, type GlobalOptions, print, Refused, type StoreWork, withStore } from './context.ts';

async function list({ store, audit }: StoreWork): Promise<void> {
  await audit('blocks-listed', null);
  const blocks = await openBlocks(store).list(Date.now());
  if (blocks.length === 0) print('nobody is blocked');
  for (const { reference, what, reason, until, by } of blocks) {
    const who = by === null ? 'an account that is gone' : `${by.rank} ${by.alias}`;
    print(`${reference}: ${what}, ${reason}, until ${new Date(until).toISOString()}, by ${who}`);
  }
}

async function lift({ store }: StoreWork, reference: string, why: string | undefined): Promise<void> {
  if (!Reference.safeParse(reference).success) {
    throw new Refused('expected the reference of a conversation, such as C-1234', EXIT.usage);
  }
  const reason = why === undefined ? null : LiftReason.safeParse(why);
  if (reason?.success === false) {
    throw new Refused(`expected one of these reasons: ${LIFT_REASONS.join(', ')}`, EXIT.usage);
  }
  const conversation = await store.byReference(reference);
  const lifted =
    conversation === null
      ? 0
      : await openBlocks(store).lift(conversation, 'command-line', Date.now(), reason?.data ?? null);
  if (lifted === 0) throw new Refused(`nothing is blocked because of ${reference}`);
  print(`${reference}: lifted`);
}

/** `block …`: who may open no conversation for a time, and lifting that. The relay may be running. */
export function blockCommands(globals: () => GlobalOptions): Command {
  const block = new Command('block').description('whoever may open no conversation for a time');
  block
    .command('list')
    .description('the blocks in force: which conversation brought it about, what, why, until when')
    .action(() => withStore(globals(), false, list));
  block
    .command('lift')
    .description('lifts what one conversation brought about, now')
    .argument('<reference>', 'the conversation, such as C-1234')
    .option('--reason <reason>', `why, for the audit: ${LIFT_REASONS.join(', ')}`)
    .action((reference: string, { reason }: { reason?: string }) =>
      withStore(globals(), false, (work) => lift(work, reference, reason)),
    );
  return block;
}
