import { Command } from 'commander';
import { type GlobalOptions, print, withStore } from './context.ts';

const PAGE = 'page ';

/** `audience`: what was counted, where `audienceMeasurement` is on. */
export function audienceCommand(globals: () => GlobalOptions): Command {
  return new Command('audience')
    .description('how often each page was opened, by day, where "audienceMeasurement" is on')
    .action(() =>
      withStore(globals(), false, async ({ store, audit }) => {
        await audit('audience-read', null);
        const pages = (await store.dailyCounts()).filter(({ name }) => name.startsWith(PAGE));
        for (const { day, name, count } of pages) print(`${day} ${name.slice(PAGE.length)} ${count}`);
        if (pages.length === 0) print('nothing was counted');
      }),
    );
}
