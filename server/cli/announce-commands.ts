import { Command } from 'commander';
import { Announcement } from '../../protocol/announcement.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { askRelay } from '../control/ask.ts';
import { openAnnouncements } from '../store/sqlite/announcements.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import {
  type Audit,
  EXIT,
  type GlobalOptions,
  lockUnlessRunning,
  print,
  Refused,
  readConfig,
  withAccounts,
} from './context.ts';

const DAY = 24 * 60 * 60_000;
/** Longer than this it is no announcement any more: nobody reads what always stands there. */
const LONGEST = 14 * DAY;

function momentOf(option: string, text: string): number {
  // With its offset: a local time without one means another moment on another machine.
  const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  const at = written ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new Refused(`${option}: expected a moment such as 2026-12-01T22:00+01:00`, EXIT.usage);
  }
  return at;
}

type Given = { readonly fr: string; readonly en: string; readonly from?: string; readonly until: string };

function read(given: Given): Announcement {
  const from = given.from === undefined ? Date.now() : momentOf('--from', given.from);
  const until = momentOf('--until', given.until);
  if (until <= Date.now()) throw new Refused('--until: it is past already', EXIT.usage);
  if (until <= from) throw new Refused('--until: it is not after --from', EXIT.usage);
  if (until - from > LONGEST) throw new Refused('--until: 14 days after --from at most', EXIT.usage);
  const announcement = Announcement.safeParse({ fr: given.fr, en: given.en, from, until });
  if (announcement.success) return announcement.data;
  throw new Refused(
    `--fr, --en: one line of 1 to ${LIMITS.announcementCharacters} characters each`,
    EXIT.usage,
  );
}

type Announcements = ReturnType<typeof openAnnouncements>;

async function change(
  options: GlobalOptions,
  act: string,
  work: (announcements: Announcements) => Promise<void>,
): Promise<void> {
  const { dataDirectory } = readConfig(options);
  await withAccounts(options, async (_officers, audit: Audit) => {
    await audit(act, null);
    const database = openDatabase(dataDirectory);
    try {
      await work(openAnnouncements(database));
    } finally {
      database.close();
    }
  });
  const unlock = lockUnlessRunning(dataDirectory);
  unlock?.();
  // A relay that works there tells everybody now; without the word it would see it within a minute.
  if (unlock === null) await askRelay(dataDirectory, { act: 'announce' });
}

/** `announce …`: what the service says to everybody, such as a maintenance. */
export function announceCommands(globals: () => GlobalOptions): Command {
  const announce = new Command('announce').description(
    'what pages and desks show to everybody: a maintenance',
  );
  announce
    .command('set')
    .description('announces, in place of what was announced; shown at once on open pages and desks')
    .requiredOption('--fr <text>', 'in French, one line')
    .requiredOption('--en <text>', 'in English, one line')
    .option('--from <moment>', 'from when on it is shown, such as 2026-12-01T22:00+01:00; now without it')
    .requiredOption('--until <moment>', 'until when: 14 days after at most')
    .action(async (given: Given) => {
      const announcement = read(given);
      await change(globals(), 'announcement-set', (announcements) => announcements.write(announcement));
      const [from, until] = [announcement.from, announcement.until].map((at) => new Date(at).toISOString());
      print(`announced from ${from} until ${until}`);
    });
  announce
    .command('clear')
    .description('announces nothing any more')
    .action(async () => {
      await change(globals(), 'announcement-cleared', (announcements) => announcements.remove());
      print('nothing is announced');
    });
  return announce;
}
