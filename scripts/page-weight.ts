import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a French visit loads beside what the HTML asks for, by the names of the scripts without their hashes. */
const CHAT = ['texts-fr', 'chat', 'emergency-rules'] as const;
/** Articles of the help centre, suggested to whoever wrote something and waits. */
const WAITING = ['suggestions', 'help', 'help-search'] as const;

/** Kilobytes (1,000 bytes) of each visit's scripts, all languages but one left out. */
export type PageWeight = {
  readonly scripts: readonly string[];
  readonly gzip: number;
  /** As the relay sends it to whoever takes it. */
  readonly brotli: number;
};

/** The most that the scripts of a visit may weigh (KB): DESIGN.md says 50. These are what was reached, rounded up. */
export const MOST = { chat: { gzip: 40, brotli: 37 }, waiting: { gzip: 43, brotli: 39 } } as const;

/** The same for the weights of emergency wording (decision 52): data, for which nothing waits, but which is sent too. */
export const MOST_WEIGHTS = { gzip: 36, brotli: 31 } as const;

/** The scripts that one imports as it begins. */
function importsOf(source: string): readonly string[] {
  return [...source.matchAll(/(?:^|[;}])import(?:[^'"`();]*?from)?\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(
    ([, name = '']) => name,
  );
}

/** The page's scripts in `assets` that the HTML asks for, or that have one of these names, with all they import. */
function scriptsOf(directory: string, names: readonly string[]): readonly string[] {
  const assets = join(directory, 'assets');
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const built = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const named = names.map((name) => {
    const found = built.find((file) => file.startsWith(`${name}-`) && file.length === name.length + 12);
    if (found === undefined)
      throw new Error(`the built page has no script ${name}: is it called otherwise now?`);
    return found;
  });
  const scripts = new Set([...built.filter((file) => html.includes(file)), ...named]);
  // What a set is given while it is walked through is walked through too.
  for (const script of scripts) {
    for (const each of importsOf(readFileSync(join(assets, script), 'utf8'))) scripts.add(each);
  }
  return [...scripts].sort();
}

function weigh(directory: string, names: readonly string[]): PageWeight {
  return packed(directory, scriptsOf(directory, names));
}

function packed(directory: string, scripts: readonly string[]): PageWeight {
  const total = (pack: (file: Buffer) => Buffer) =>
    scripts.reduce((sum, name) => sum + pack(readFileSync(join(directory, 'assets', name))).length, 0) / 1000;
  return {
    scripts,
    gzip: total((file) => gzipSync(file, { level: 9 })),
    brotli: total((file) => brotliCompressSync(file)),
  };
}

/** The data that emergency detection fetches. Throws where there is none. */
export function emergencyWeights(directory: string): Pick<PageWeight, 'gzip' | 'brotli'> {
  const file = readdirSync(join(directory, 'assets')).find((name) => /^emergency-[\w-]{8}\.txt$/.test(name));
  if (file === undefined) throw new Error('the built page has no weights of emergency wording');
  return packed(directory, [file]);
}

/** What the scripts of the page built in `directory` weigh. Throws where one that a visit loads is not there. */
export function pageWeight(directory: string): {
  /** What the HTML asks for, without any language's words. */
  readonly first: PageWeight;
  /** A whole conversation, from the first screen to the last. */
  readonly chat: PageWeight;
  /** The same of somebody who writes while waiting. */
  readonly waiting: PageWeight;
} {
  return {
    first: weigh(directory, []),
    chat: weigh(directory, CHAT),
    waiting: weigh(directory, [...CHAT, ...WAITING]),
  };
}
