/** Administration of the relay: `npm run admin -- --help`. */
import { Command, CommanderError } from 'commander';
import { describeSettings } from '../config/index.ts';
import { articlesToCheck, loadArticles } from '../content/articles.ts';
import { EXAMPLE_PUBLISHER, loadContent, TERMS_VERSION } from '../content/index.ts';
import { loadLegalTexts } from '../content/pages.ts';
import { backupCommands } from './backup-commands.ts';
import { EXIT, type GlobalOptions, print, Refused, withAccounts } from './context.ts';
import { groupCommands } from './group-commands.ts';
import { keyCommands } from './key-commands.ts';
import { officerCommands } from './officer-commands.ts';
import { purgeCommands } from './purge-commands.ts';
import { receiptCommands } from './receipt-commands.ts';
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
  for (const command of storeCommands(globals)) program.addCommand(command);
  for (const commands of [purgeCommands, receiptCommands, keyCommands, backupCommands, subjectCommands]) {
    program.addCommand(commands(globals));
  }

  const content = new Command('content').description('platforms, canned responses, terms');
  content
    .command('check')
    .description('reads the content as the relay would')
    .action(() =>
      withAccounts(globals(), async (_officers, audit) => {
        const { version, platforms, responses, tags } = loadContent();
        const unverified = platforms.filter((platform) => platform.checked === 'unverified');
        const articles = loadArticles(platforms);
        loadLegalTexts(EXAMPLE_PUBLISHER);
        const outdated = articlesToCheck(articles, new Date().toISOString().slice(0, 10));
        await audit('content-checked', version);
        print(`content ${version}, terms ${TERMS_VERSION}`);
        print(`${platforms.length} platforms, ${responses.length} responses, ${tags.length} tags`);
        print(`${articles.get('fr')?.length ?? 0} articles in ${[...articles.keys()].join(', ')}`);
        print(`${outdated.length} articles to be read again: ${outdated.map(({ slug }) => slug).join(' ')}`);
        print(`${unverified.length} platforms to be checked: ${unverified.map(({ id }) => id).join(' ')}`);
      }),
    );
  program.addCommand(content);

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
