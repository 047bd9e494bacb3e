import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const CallFrame = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() });
const Profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: CallFrame })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

export type HotFunction = { readonly name: string; readonly share: number };

/** `zod/v4/core/parse.js` for a path in node_modules, `server/…` for our own, the bare url otherwise. */
function shortUrl(url: string): string {
  const modules = url.lastIndexOf('node_modules/');
  if (modules >= 0) return url.slice(modules + 'node_modules/'.length);
  const own = /\/((?:server|protocol|bench)\/.*)$/.exec(url);
  return own?.[1] ?? url;
}

/**
 * Functions by their own time, as a share of the time that was not idle, from a V8 processor profile
 * (`.cpuprofile`). Throws when the file is not one.
 */
export async function topFunctions(file: string, count: number): Promise<HotFunction[]> {
  const profile = Profile.parse(JSON.parse(await readFile(file, 'utf8')));
  const names = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      url === '' ? functionName : `${functionName || '(anonymous)'} ${shortUrl(url)}:${lineNumber + 1}`,
    ]),
  );
  const own = new Map<string, number>();
  let busy = 0;
  profile.samples.forEach((node, index) => {
    const name = names.get(node) ?? '(unknown)';
    const time = profile.timeDeltas[index] ?? 0;
    if (name === '(idle)') return;
    busy += time;
    own.set(name, (own.get(name) ?? 0) + time);
  });
  return [...own]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, time]) => ({ name, share: busy === 0 ? 0 : time / busy }));
}
