/** Administration of the relay: `npm run admin -- --help`. */
import { Command, CommanderError } from 'commander';
import { describeSettings } from '../config/index.ts';
import { announceCommands } from './announce-commands.ts';
import { audienceCommand } from './audience-commands.ts';
import { backupCommands } from './backup-commands.ts';
import { blockCommands } from './block-commands.ts';
import { contentCommands } from './content-commands.ts';
import { EXIT, type GlobalOptions, print, Refused, withAccounts } from './context.ts';
import { groupCommands } from './group-commands.ts';
import { keyCommands } from './key-commands.ts';
import { officerCommands } from './officer-commands.ts';
import { purgeCommands } from './purge-commands.ts';
import { receiptCommands } from './receipt-commands.ts';
import { stationCommands } from './station-commands.ts';
import { storeCommands } from './store-commands.ts';
import { subjectCommands } from './subject-commands.ts';

/** Errors that say by themselves what is wrong, without a trace: what the store, the key and the content answer. */
const EXPECTED = new Set([
  'Refused',
  'DirectoryInUse',
  'NoRelay',
  'KeyUnavailable',
  'WrongMasterKey',
  'StoreFull',
  'StoreUnavailable',
  'StoreCorrupt',
  'StoreTooNew',
  'ContentError',
]);

function build(): Command {
  const program = new Command('admin')
    .description('Administration of the relay. Settings are the relay’s own: PERMANENCE_… and --config.')
    .option('--config <file>', 'the relay’s configuration file')
    .option('--data <directory>', 'the data directory, instead of the configured one')
    .exitOverride();
  const globals = (): GlobalOptions => program.opts<GlobalOptions>();

  program.addCommand(officerCommands(globals));
  program.addCommand(groupCommands(globals));
  program.addCommand(blockCommands(globals));
  for (const command of storeCommands(globals)) program.addCommand(command);
  program.addCommand(audienceCommand(globals));
  const groups = [
    contentCommands,
    stationCommands,
    announceCommands,
    purgeCommands,
    receiptCommands,
    keyCommands,
    backupCommands,
    subjectCommands,
  ];
  for (const commands of groups) {
    program.addCommand(commands(globals));
  }

  program
    .command('audit')
    .description('the latest acts of administration, newest first')
    .option('--limit <number>', 'how many', '50')
    .action((given: { limit: string }) =>
      withAccounts(globals(), async (_officers, audit, store) => {
        const limit = /^[1-9][0-9]{0,5}$/.test(given.limit) ? Number(given.limit) : null;
        if (limit === null) throw new Refused('--limit: expected a whole number', EXIT.usage);
        await audit('audit-read', null);
        for (const { at, actor: who, act, subject, reason } of await store.auditRows(limit)) {
          const line = [new Date(at).toISOString(), who, act, subject ?? '-', reason ?? ''];
          print(line.join(' ').trimEnd());
        }
      }),
    );

  program
    .command('settings')
    .description('every setting of the relay, what it accepts and its default')
    .action(() => print(describeSettings()));

  for (const command of everyCommand(program)) command.exitOverride();
  return program;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

async function main(): Promise<number> {
  try {
    await build().parseAsync(process.argv);
    return EXIT.done;
  } catch (error) {
    // commander has said what was wrong; help and version are no failures.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (!(error instanceof Error) || !EXPECTED.has(error.name)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof Refused ? error.exitCode : EXIT.failed;
  }
}

process.exitCode = await main();
