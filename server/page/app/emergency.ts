import type { Topic } from '../../../protocol/emergency.ts';
import type { Heard } from '../client/environment.ts';

export type EmergencyRules = {
  readonly isEmergency: (text: string) => boolean;
  readonly topicsOf: (text: string) => readonly Topic[];
};

/**
 * Emergency detection comes in files of its own: the page must not wait for it, and a browser too old for one of its
 * expressions must lose the card, never the chat. It is asked for at once; words written before it is here are looked
 * at when it is. Did it not come, it is asked for again with the next words; meanwhile the relay applies the same
 * weights, and its flag shows the card too.
 */
export function createEmergencyWatch(
  load: () => Promise<EmergencyRules>,
): (text: string, heard: (heard: Heard) => void) => void {
  let rules: EmergencyRules | null = null;
  let coming: Promise<void> | null = null;

  function ask(): Promise<void> {
    coming ??= load().then(
      (loaded) => {
        rules = loaded;
      },
      () => {
        coming = null;
      },
    );
    return coming;
  }

  function look(text: string, heard: (heard: Heard) => void): void {
    if (rules === null) return;
    const emergency = rules.isEmergency(text);
    const topics = rules.topicsOf(text);
    if (emergency || topics.length > 0) heard({ emergency, topics });
  }

  void ask();
  return (text, heard) => {
    if (rules === null) void ask().then(() => look(text, heard));
    else look(text, heard);
  };
}
