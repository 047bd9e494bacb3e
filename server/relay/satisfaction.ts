import type { RefusalCode } from '../../protocol/errors.ts';
import type { Satisfaction } from '../../protocol/satisfaction.ts';
import { mayAskSatisfaction, satisfactionFigures, satisfactionName } from '../domain/satisfaction.ts';
import type { Core } from './core.ts';
import type { DeskReader } from './desk-reader.ts';
import { encode } from './encode.ts';
import type { Live } from './live.ts';

/**
 * Rule D9: counts one answer, once for a conversation. That it was given is known in memory alone, and only for as
 * long as the conversation can be read; what is kept is a number by day.
 */
export async function countSatisfaction(
  core: Core,
  live: Live | null,
  answer: Satisfaction,
): Promise<RefusalCode | null> {
  if (live === null || live.removed) return 'not-found';
  if (live.asked || !mayAskSatisfaction(live.state)) return 'wrong-state';
  live.asked = true;
  try {
    await core.store.count(new Map([[satisfactionName(answer), 1]]), core.clock());
  } catch (error) {
    live.asked = false;
    throw error;
  }
  await tellSatisfaction(
    core,
    [...core.officers.all()].flatMap(({ desks }) => [...desks]),
  );
  return null;
}

/** The figures, to supervisors among these desks. */
export async function tellSatisfaction(core: Core, desks: readonly DeskReader[]): Promise<void> {
  const supervisors = desks.filter((desk) => desk.viewer.supervisor && desk.greeted);
  if (supervisors.length === 0) return;
  const figures = satisfactionFigures(await core.store.dailyCounts(), core.clock());
  const frame = encode({ type: 'satisfaction', figures });
  for (const desk of supervisors) if (!desk.isOver) desk.link.send(frame);
}
