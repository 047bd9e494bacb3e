import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const CallFrame = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() });
const Profile = z.object({
  nodes: z.array(
    z.object({ id: z.number(), callFrame: CallFrame, children: z.optional(z.array(z.number())) }),
  ),
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

export type Breakdown = {
  /** Functions by their own time; native code under the JavaScript that called it. */
  readonly functions: readonly HotFunction[];
  /** Our own folders and the packages by their own time, native code with its caller. */
  readonly modules: readonly HotFunction[];
};

function moduleOf(place: string): string {
  const own = /^((?:server|protocol|main)\/[^/:]+)/.exec(place)?.[1];
  if (own !== undefined) return own;
  return /^(?:node:[^:]+|(?:@[^/]+\/)?[^/:]+)/.exec(place)?.[0] ?? place;
}

function ranked(times: ReadonlyMap<string, number>, busy: number, count: number): HotFunction[] {
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, time]) => ({ name, share: busy === 0 ? 0 : time / busy }));
}

/**
 * Where the time that was not idle went, from a V8 processor profile (`.cpuprofile`). Throws when the file is not
 * one.
 */
export async function breakdown(file: string, count: number): Promise<Breakdown> {
  const profile = Profile.parse(JSON.parse(await readFile(file, 'utf8')));
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  /** The function itself, or for native code the nearest caller that has a file. */
  const describe = (id: number): { name: string; module: string } => {
    const { functionName = '', url = '', lineNumber = 0 } = nodes.get(id)?.callFrame ?? {};
    if (functionName.startsWith('(') && functionName !== '(anonymous)') {
      return { name: functionName, module: functionName };
    }
    const place = shortUrl(url);
    if (url !== '') {
      return { name: `${functionName || '(anonymous)'} ${place}:${lineNumber + 1}`, module: moduleOf(place) };
    }
    const parent = parents.get(id);
    if (parent === undefined) return { name: functionName, module: 'native' };
    const caller = describe(parent);
    return { name: `native ${functionName} ← ${caller.name}`, module: caller.module };
  };
  const described = new Map(profile.nodes.map(({ id }) => [id, describe(id)]));
  const functions = new Map<string, number>();
  const modules = new Map<string, number>();
  let busy = 0;
  profile.samples.forEach((id, index) => {
    const { name, module } = described.get(id) ?? { name: '(unknown)', module: '(unknown)' };
    const time = profile.timeDeltas[index] ?? 0;
    if (name === '(idle)') return;
    busy += time;
    functions.set(name, (functions.get(name) ?? 0) + time);
    modules.set(module, (modules.get(module) ?? 0) + time);
  });
  return { functions: ranked(functions, busy, count), modules: ranked(modules, busy, count) };
}
