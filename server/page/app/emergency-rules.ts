import { looksUrgent } from '../../../protocol/emergency/detect.ts';
import { topicsOf } from '../../../protocol/emergency/topics.ts';
import { unpack } from '../../../protocol/emergency/weigh.ts';
import type { EmergencyRules } from './emergency.ts';
import { WEIGHTS_URL } from './weights-url.ts';

/**
 * The weights are numbers, not script: they come beside the chat as a file of their own, kept by the browser until
 * they change, and no processor reads them as code.
 *
 * @throws {Error} when they cannot be had, or are not what this page was built with.
 */
export async function loadRules(get: typeof fetch = (input) => fetch(input)): Promise<EmergencyRules> {
  const response = await get(WEIGHTS_URL);
  if (!response.ok) throw new Error(`the weights: ${response.status}`);
  const weights = unpack(await response.text());
  return { isEmergency: (text) => looksUrgent(text, weights), topicsOf };
}
