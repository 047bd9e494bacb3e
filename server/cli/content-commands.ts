import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { isExpired, parisDay } from '../../protocol/canned.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import { type Articles, articlesToCheck, loadArticles, loadOwnArticles } from '../content/articles.ts';
import { problems } from '../content/files.ts';
import { EXAMPLE_PUBLISHER, loadContent, TERMS_VERSION } from '../content/index.ts';
import { type LegalTexts, loadLegalTexts } from '../content/pages.ts';
import { askRelay } from '../control/ask.ts';
import { ContentExchange, EXCHANGE_BYTES, planImport } from '../editing/exchange.ts';
import { namesLeadingTo } from '../editing/leading.ts';
import { mergedContent } from '../editing/merge.ts';
import type { ContentStore } from '../store/content.ts';
import { openContentStore } from '../store/sqlite/content-edits.ts';
import { actor, type GlobalOptions, lockUnlessRunning, print, Refused, withDatabase } from './context.ts';

type InForce = { readonly content: Content; readonly articles: Articles; readonly legal: LegalTexts };

/** The content as the relay of this data directory serves it: what came with it, and its supervisors' edits. */
async function inForce(directory: string | null, store: ContentStore): Promise<InForce> {
  const shipped = loadContent(directory ?? undefined);
  const edits = (await store.current()).filter((row) => row !== null);
  const articles =
    directory === null ? loadArticles(shipped.platforms) : loadOwnArticles(shipped.platforms, directory);
  return { content: mergedContent(shipped, edits), articles, legal: loadLegalTexts(EXAMPLE_PUBLISHER) };
}

/** A file as JSON of the exchange's schema; refused with what is wrong, and where. */
function readExchange(file: string): ContentExchange {
  let text = '';
  try {
    if (statSync(file).size > EXCHANGE_BYTES) throw new Refused(`${file}: larger than 8 MB`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${file} cannot be read`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refused(`${file}: is not JSON`);
  }
  const read = ContentExchange.safeParse(json);
  if (!read.success) throw new Refused(`${file}: ${problems(read.error)}`);
  return read.data;
}

/** Tells a relay that runs in the directory; without one the next start reads what was stored. */
export async function reloadRunning(directory: string): Promise<void> {
  const unlock = lockUnlessRunning(directory);
  if (unlock !== null) {
    unlock();
    return;
  }
  const answer = await askRelay(directory, { act: 'reload-content' });
  if (answer.kind !== 'reloaded') throw new Refused('stored, but the relay could not take it up: restart it');
}

/** `content …`: the catalogue and the shared responses. They may be used while the relay runs. */
export function contentCommands(globals: () => GlobalOptions): Command {
  const content = new Command('content').description('platforms, canned responses, terms');

  content
    .command('check')
    .description('reads the content as the relay would, its supervisors’ edits included')
    .action(() =>
      withDatabase(globals(), async ({ config, database, audit }) => {
        const { content: found, articles } = await inForce(
          config.contentDirectory,
          openContentStore(database),
        );
        const { version, platforms, responses, tags } = found;
        const today = parisDay(Date.now());
        const unverified = platforms.filter((platform) => platform.checked === 'unverified');
        const expired = responses.filter((response) => isExpired(response, today));
        const outdated = articlesToCheck(articles, today);
        await audit('content-checked', version);
        print(`content ${version}, terms ${TERMS_VERSION}`);
        print(`${platforms.length} platforms, ${responses.length} responses, ${tags.length} tags`);
        print(`${articles.get('fr')?.length ?? 0} articles in ${[...articles.keys()].join(', ')}`);
        print(`${outdated.length} articles to be read again: ${outdated.map(({ slug }) => slug).join(' ')}`);
        print(`${unverified.length} platforms to be checked: ${unverified.map(({ id }) => id).join(' ')}`);
        print(`${expired.length} responses are over: ${expired.map(({ id }) => id).join(' ')}`);
      }),
    );

  content
    .command('export <file>')
    .description('writes platforms and shared responses as they are in force, as JSON, to a new file')
    .action((file: string) =>
      withDatabase(globals(), async ({ config, database, audit }) => {
        const { content: found } = await inForce(config.contentDirectory, openContentStore(database));
        const { version, platforms, responses } = found;
        try {
          writeFileSync(file, `${JSON.stringify({ platforms, responses }, null, 2)}\n`, { flag: 'wx' });
        } catch {
          throw new Refused(`${file} cannot be written, or is there already`);
        }
        await audit('content-exported', version);
        print(`${platforms.length} platforms and ${responses.length} responses written`);
      }),
    );

  content
    .command('import <file>')
    .description('takes the platforms and responses of such a file: all of them, or none')
    .option('--remove', 'also removes what the file lacks')
    .action((file: string, given: { remove?: boolean }) =>
      withDatabase(globals(), async ({ config, database, audit }) => {
        const asked = readExchange(file);
        const store = openContentStore(database);
        const { content: found, articles, legal } = await inForce(config.contentDirectory, store);
        const leading = (platform: string) => namesLeadingTo(platform, articles, legal);
        const plan = planImport(found, asked, given.remove === true, leading);
        if (plan.kind === 'wrong') throw new Refused(`nothing was imported:\n${plan.lines.join('\n')}`);
        await store.save(plan.edits, Date.now(), actor());
        await audit('content-imported', null);
        if (plan.edits.length > 0) await reloadRunning(config.dataDirectory);
        print(`${plan.edits.length} items changed`);
      }),
    );
  return content;
}
