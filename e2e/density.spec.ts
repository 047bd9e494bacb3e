import type { Locator } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { test as base, expect } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

/** A relay with a mail server, so that answers owed by e-mail stand in the column too. */
const test = base.extend({
  settings: async ({ mail }, use) => use({ ...mail.settings, PERMANENCE_CONVERSATIONS_PER_HOUR: '1000' }),
});

const { lists } = french;
const HELD = 10;
const SUBJECTS = ['Vol de vélo', 'Bruit', 'Arnaque sur Internet', 'Perte de papiers', null] as const;

/** The rows of a list that are in sight as a whole. */
function inSight(list: Locator): Promise<number> {
  return list.evaluate((element) => {
    const frame = element.getBoundingClientRect();
    return [...element.querySelectorAll('[data-row-main]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= frame.top - 1 && bottom <= Math.min(frame.bottom, innerHeight) + 1;
    }).length;
  });
}

test('on a station’s screen ten conversations are in sight, and those who wait, without scrolling', async ({
  relay,
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await camille.resize(1366, 768);
  await camille.setCapacity(HELD);
  const someone = async (number: number) => {
    const citizen = await openCitizen(relay.url, 'fr', SUBJECTS[number % SUBJECTS.length] ?? null);
    await citizen.say('Bonjour, pouvez-vous m’aider ?');
    return citizen;
  };
  const held: string[] = [];
  for (let number = 0; number < HELD; number += 1) {
    await someone(number);
    held.push(await camille.takeNext());
  }
  // The hand goes to the answer: under a pointer that rests on them the lists keep their sizes.
  await camille.composer.hover();
  const mine = window.getByRole('list', { name: lists.mine.title });
  const queue = window.getByRole('list', { name: lists.queue.title });
  await expect.poll(() => inSight(mine)).toBe(HELD);

  await test.step('a few more wait: nothing held moves, and all of them are in sight', async () => {
    const before = await mine.boundingBox();
    for (let number = 0; number < 4; number += 1) await someone(number);
    await expect.poll(() => inSight(queue)).toBe(4);
    expect(await mine.boundingBox()).toEqual(before);
    await picture(window, 'density');
    await expectAccessible(window, 'ten held, four waiting');
  });

  await test.step('many wait, an answer is owed by e-mail: ten are still in sight, and the head of the queue', async () => {
    for (let number = 0; number < 8; number += 1) await someone(number);
    await (await someone(0)).defer('canari.5b20@exemple.fr');
    await expect(window.getByRole('list', { name: french.deferred.title })).toBeVisible();
    await expect.poll(() => inSight(queue)).toBeGreaterThanOrEqual(2);
    await expect.poll(() => inSight(mine)).toBe(HELD);
    await picture(window, 'density-full');
  });

  await test.step('few held: a long queue takes what they leave', async () => {
    for (const reference of held.slice(3)) {
      await camille.show(reference);
      await camille.closeConversation('answered', false);
    }
    await expect.poll(() => inSight(queue), { timeout: 20_000 }).toBeGreaterThanOrEqual(8);
    await picture(window, 'density-queue');
  });
});
