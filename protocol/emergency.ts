import { looksUrgent, scan } from './emergency/detect.ts';
import { themesOf } from './emergency/themes.ts';
import { unpack } from './emergency/weigh.ts';
import { PACKED } from './emergency/weights.ts';

export { type Topic, topicsOf } from './emergency/topics.ts';

/** What a text that looks like an emergency seems to be about: the stable name of a theme, never the text. */
export type EmergencyRuleId = string;

let unpacked: Int8Array | null = null;

function shipped(): Int8Array {
  unpacked ??= unpack(PACKED);
  return unpacked;
}

/** Whether a text looks like an emergency, by the shipped weights (rule M1). Pure; linear in its length; never throws. */
export function isEmergency(text: string): boolean {
  return looksUrgent(text, shipped());
}

/** Which themes an emergency has: names in a fixed order, empty when the text does not look like one. */
export function detectEmergency(text: string): readonly EmergencyRuleId[] {
  const { sentences, emergency } = scan(text, shipped());
  return emergency ? themesOf(sentences) : [];
}
