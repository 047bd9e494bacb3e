import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import { expectFocusOn } from './support/focus.ts';
import { CAMILLE } from './support/relay.ts';

type Seen = { reachable: boolean; spoken: boolean; over: boolean };

test('the first switch is rehearsed where nobody sees, hears or reaches it, and nothing of it stays', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await window.evaluate(() => {
    const seen: Seen[] = [];
    Reflect.set(globalThis, 'seen', seen);
    new MutationObserver(() => {
      const stage = document.querySelector<HTMLElement>('.rehearsal');
      if (stage === null) return;
      // Whatever lies over the middle of it is the desk itself.
      const over = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      seen.push({
        reachable: !stage.inert || stage.contains(document.activeElement),
        spoken: stage.getAttribute('aria-hidden') !== 'true',
        over: stage.contains(over),
      });
    }).observe(document.body, { childList: true });
  });
  const citizen = await openCitizen(relay.url, 'fr', 'Vol de vélo');
  await citizen.say('Bonjour.');
  await camille.signIn(CAMILLE);
  const seen = () => window.evaluate((): Seen[] => Reflect.get(globalThis, 'seen'));
  await expect.poll(async () => (await seen()).length).toBeGreaterThan(0);
  await expect(window.locator('.rehearsal')).toHaveCount(0);
  for (const each of await seen()) expect(each).toEqual({ reachable: false, spoken: false, over: false });
  await expect(window.locator('.notice')).toHaveCount(0);
  const reference = await camille.takeNext();
  expect(reference).toBe(citizen.reference);
  await camille.say('Bonjour, je vous écoute.');
});

test('a rehearsal ends when the officer begins', async ({ desk }) => {
  const camille = await desk();
  const { window } = camille;
  await window.evaluate(() => {
    new MutationObserver((_, observer) => {
      const stage = document.querySelector('.rehearsal');
      if (stage === null) return;
      observer.disconnect();
      let switches = 0;
      const journals = new Set<Element>();
      new MutationObserver(() => {
        const journal = stage.querySelector('[role="log"]');
        if (journal === null || journals.has(journal)) return;
        journals.add(journal);
        switches += 1;
        Reflect.set(globalThis, 'switches', switches);
        if (switches === 3) dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
      }).observe(stage, { childList: true, subtree: true });
    }).observe(document.body, { childList: true });
  });
  await camille.signIn(CAMILLE);
  await expect
    .poll(() => window.evaluate(() => Number(Reflect.get(globalThis, 'switches'))))
    .toBeGreaterThan(2);
  await expect(window.locator('.rehearsal')).toHaveCount(0);
  expect(await window.evaluate(() => Number(Reflect.get(globalThis, 'switches')))).toBe(3);
});

test('a composer that is rehearsed does not take the focus meant for the one that is on its way', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  const citizen = await openCitizen(relay.url, 'fr', 'Vol de vélo');
  await citizen.say('Bonjour.');
  await camille.signIn(CAMILLE);
  await expect(window.locator('.rehearsal')).toHaveCount(0);
  // A rehearsal that lasts: on a busy machine the first one is taken meanwhile.
  await window.evaluate(() => {
    const stage = document.createElement('div');
    stage.inert = true;
    const composer = document.createElement('textarea');
    composer.dataset['place'] = 'composer';
    stage.append(composer);
    document.body.append(stage);
  });
  await window.keyboard.press('Alt+p');
  await expect(camille.entry('Bonjour.')).toBeVisible();
  await expectFocusOn(camille.composer);
});
