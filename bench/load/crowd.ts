import { inParallel, type Scope, until } from '../scope.ts';
import { Citizen, type CitizenHooks } from './citizen.ts';
import { openConversations } from './http.ts';

/** How long a whole crowd may take to be connected; milliseconds. */
export const PATIENCE = 60_000;

/** Opens conversations and connects their citizens; resolves when every one is welcome. */
export async function connectCitizens(
  scope: Scope,
  port: number,
  count: number,
  options: { readonly parse: 'schema' | 'plain'; readonly hooks: (index: number) => CitizenHooks },
): Promise<Citizen[]> {
  const opened = await openConversations(port, count);
  const citizens = opened.map(({ conversation, cookie }, index) => {
    const hooks = options.hooks(index);
    const citizen = new Citizen({ port, cookie, conversation, parse: options.parse, hooks });
    scope.defer(() => citizen.stop());
    return citizen;
  });
  await inParallel(citizens, 64, (citizen) => {
    citizen.connect();
    return until('a citizen', PATIENCE, () => citizen.online);
  });
  return citizens;
}
