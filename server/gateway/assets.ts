import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { type Encoded, encodeAll } from './encoded.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};

export type Asset = { readonly type: string; readonly immutable: boolean; readonly body: Encoded };

type Served = { readonly file: string; readonly path: string; readonly type: string };

/** The built page's files that are served; `index.html` and source maps are not among them. */
async function servedFiles(directory: string): Promise<readonly Served[]> {
  if (!existsSync(directory)) return [];
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) return [];
    const file = join(entry.parentPath, entry.name);
    return [{ file, type, path: `/${relative(directory, file).split(sep).join('/')}` }];
  });
}

/**
 * Packs the built page as small as it can be, each file's `.gz` and `.br` beside it. That costs a second, at every
 * build rather than at every start of a relay, for which everybody waits who was connected.
 */
export async function packAssets(directory: string): Promise<void> {
  for (const { file } of await servedFiles(directory)) {
    const packed = await encodeAll(await readFile(file), 11);
    await writeFile(`${file}.gz`, packed.gzip);
    await writeFile(`${file}.br`, packed.br);
  }
}

/** What was packed with it; null where it was not, or was changed since. */
async function readPacked(file: string): Promise<Encoded | null> {
  const names = [file, `${file}.gz`, `${file}.br`];
  if (!names.every((name) => existsSync(name))) return null;
  const [own = 0, ...packed] = await Promise.all(names.map(async (name) => (await stat(name)).mtimeMs));
  if (packed.some((time) => time < own)) return null;
  const [raw, gzip, br] = await Promise.all(names.map((name) => readFile(name)));
  return raw === undefined || gzip === undefined || br === undefined ? null : { raw, gzip, br };
}

/**
 * The built page's files by their path in the address, read once at start: what is served is what was listed,
 * so that no path from outside ever reaches the disk.
 */
export async function loadAssets(directory: string): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const { file, path, type } of await servedFiles(directory)) {
    const body = (await readPacked(file)) ?? (await encodeAll(await readFile(file), 11));
    assets.set(path, { type, immutable: path.startsWith('/assets/'), body });
  }
  return assets;
}
