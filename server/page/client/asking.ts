import { type ClientState, isSilent } from './state.ts';

/**
 * Whether the question after the end may be asked of whoever sees this (rule D9): an officer answered, nothing
 * looked like an emergency, and nobody asked for silence. The relay judges the same by the journal.
 */
export function mayAsk(chat: ClientState): boolean {
  const { entries, emergencies } = chat;
  const answered = entries.some(({ body }) => body.kind === 'assignment');
  const alarmed = emergencies > 0 || entries.some(({ body }) => body.kind === 'emergency');
  const silenced = isSilent(chat) || entries.some(({ body }) => body.kind === 'silence');
  // Whoever chose a phrase to come back by expected to have to leave in a hurry.
  const hurried = entries.some(({ body }) => body.kind === 'return-phrase' || body.kind === 'return');
  return answered && !alarmed && !silenced && !hurried;
}
