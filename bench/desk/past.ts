import { once } from 'node:events';
import type { Scope } from '../scope.ts';
import type { Relay } from '../servers/relay-process.ts';
import { online, signIn } from './opening.ts';
import { type OpenDesk, openDesk, type Workstation } from './workstation.ts';

/** What three months leave in the cache: conversations of 20 messages, closed on other days and listed nowhere. */
export const MONTHS = 10_000;

/** The desk of the relay's first officer, signed in and on line, with so many old conversations in its cache. */
export async function openWithPast(
  scope: Scope,
  workstation: Workstation,
  relay: Relay,
  conversations: number,
): Promise<OpenDesk> {
  const [officer] = relay.staff.officers;
  if (officer === undefined) throw new Error('a bench of the desk needs an officer');
  const url = `http://127.0.0.1:${relay.port}`;
  const desk = await openDesk(scope, workstation, url);
  await signIn(desk.window, officer.login);
  if (conversations === 0) return desk;
  await desk.close();
  await fill(scope, workstation, [workstation.userData, url, officer.officer, String(conversations)]);
  const again = await openDesk(scope, workstation, url);
  await online(again.window);
  return again;
}

/** The cache is written by a process in the workstation's session, where the desk's key is. */
async function fill(
  scope: Scope,
  { environment }: Workstation,
  instructions: readonly string[],
): Promise<void> {
  const child = scope.fork(new URL('./months.ts', import.meta.url), { env: environment }, instructions);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`three months were not cached (${code})`);
}
