import type { Topic } from '../../../protocol/emergency.ts';
import type { Heard } from '../client/environment.ts';

type Rules = {
  readonly detectEmergency: (text: string) => readonly string[];
  readonly topicsOf: (text: string) => readonly Topic[];
};

/**
 * The emergency rules come in a file of their own: they weigh as much as a third of the page, which must not wait
 * for them, and a browser too old for one of their expressions must lose the card, never the chat. They are asked
 * for at once; words written before they are here are looked at when they are.
 */
export function createEmergencyWatch(
  load: () => Promise<Rules>,
): (text: string, heard: (heard: Heard) => void) => void {
  let rules: Rules | null = null;
  const loading = load().then((loaded) => {
    // Their tables are built on first use: now, rather than between a cry for help and its card.
    loaded.detectEmergency('?');
    rules = loaded;
  });
  const ready = loading.catch(
    // The relay applies the same rules, and its flag shows the card too.
    () => undefined,
  );

  function look(text: string, heard: (heard: Heard) => void): void {
    if (rules === null) return;
    const emergency = rules.detectEmergency(text).length > 0;
    const topics = rules.topicsOf(text);
    if (emergency || topics.length > 0) heard({ emergency, topics });
  }

  return (text, heard) => {
    if (rules === null) void ready.then(() => look(text, heard));
    else look(text, heard);
  };
}
