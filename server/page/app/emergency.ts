import type { Topic } from '../../../protocol/emergency.ts';
import type { Heard } from '../client/environment.ts';

type Rules = {
  readonly isEmergency: (text: string) => boolean;
  readonly topicsOf: (text: string) => readonly Topic[];
};

/**
 * Emergency detection comes in a file of its own: it weighs a fifth of the page, which must not wait
 * for it, and a browser too old for one of their expressions must lose the card, never the chat. It is asked
 * for at once; words written before it is here are looked at when it is.
 */
export function createEmergencyWatch(
  load: () => Promise<Rules>,
): (text: string, heard: (heard: Heard) => void) => void {
  let rules: Rules | null = null;
  const loading = load().then((loaded) => {
    // The weights are unpacked on first use: now, rather than between a cry for help and its card.
    loaded.isEmergency('bonjour');
    rules = loaded;
  });
  const ready = loading.catch(
    // The relay applies the same weights, and its flag shows the card too.
    () => undefined,
  );

  function look(text: string, heard: (heard: Heard) => void): void {
    if (rules === null) return;
    const emergency = rules.isEmergency(text);
    const topics = rules.topicsOf(text);
    if (emergency || topics.length > 0) heard({ emergency, topics });
  }

  return (text, heard) => {
    if (rules === null) void ready.then(() => look(text, heard));
    else look(text, heard);
  };
}
