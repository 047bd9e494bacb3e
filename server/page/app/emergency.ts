type Detect = (text: string) => readonly string[];

/**
 * The emergency rules come in a file of their own: they weigh as much as a third of the page, which must not wait
 * for them, and a browser too old for one of their expressions must lose the card, never the chat. They are asked
 * for at once; words written before they are here are looked at when they are.
 */
export function createEmergencyWatch(load: () => Promise<Detect>): (text: string, found: () => void) => void {
  let detect: Detect | null = null;
  const loading = load().then((loaded) => {
    // Their tables are built on first use: now, rather than between a cry for help and its card.
    loaded('?');
    detect = loaded;
  });
  const ready = loading.catch(
    // The relay applies the same rules, and its flag shows the card too.
    () => undefined,
  );

  function look(text: string, found: () => void): void {
    if (detect !== null && detect(text).length > 0) found();
  }

  return (text, found) => {
    if (detect === null) void ready.then(() => look(text, found));
    else look(text, found);
  };
}
