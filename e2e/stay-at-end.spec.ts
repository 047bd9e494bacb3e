import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { CAMILLE } from './support/relay.ts';

const LAST = 'Le dernier message.';

test('the last message stays in sight when the room for it shrinks, and reading back is left alone', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await camille.takeNext();
  for (let line = 1; line <= 14; line += 1) await person.say(`Message ${line}.`);
  await person.say(LAST);
  await expect(camille.entry(LAST)).toBeInViewport({ ratio: 1 });

  await camille.resize(1366, 600);
  await expect(camille.entry(LAST)).toBeInViewport({ ratio: 1 });
  await camille.composer.fill('Bonjour,\n\nvoici\nplusieurs\nlignes\net\nencore\nune.');
  await expect(camille.entry(LAST)).toBeInViewport({ ratio: 1 });

  await camille.composer.fill('');
  await camille.resize(1366, 700);
  await camille.journal.hover();
  await window.mouse.wheel(0, -5_000);
  await expect(camille.entry(LAST)).not.toBeInViewport();
  await camille.resize(1366, 600);
  await expect(camille.entry('Message 1.')).toBeInViewport();
  // The last message may have come while the journal was still moving: it is then called new.
  const { toEnd, toEndNew } = french.conversation;
  const back = window.getByRole('button', { name: toEnd }).or(window.getByRole('button', { name: toEndNew }));
  await back.click();
  await expect(camille.entry(LAST)).toBeInViewport({ ratio: 1 });
});
