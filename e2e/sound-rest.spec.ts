import type { Page } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import { CAMILLE } from './support/relay.ts';

const { shell, dialogs } = french;

type Heard = { readonly ended: number; readonly state: string };

/** From now on: how many tones were played to their end, and what the sound device does. */
async function listenTo(window: Page): Promise<() => Promise<Heard>> {
  await window.evaluate(() => {
    const heard = { ended: 0, state: () => 'none' };
    Reflect.set(globalThis, 'heard', heard);
    const create = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () {
      heard.state = () => this.state;
      const oscillator = create.call(this);
      oscillator.addEventListener('ended', () => {
        heard.ended += 1;
      });
      return oscillator;
    };
  });
  return () =>
    window.evaluate(() => {
      const { ended, state } = Reflect.get(globalThis, 'heard');
      return { ended, state: state() };
    });
}

test('the sound device is given back when all is quiet, and the next sound is played to its end', async ({
  desk,
}) => {
  const camille = await desk();
  const { window } = camille;
  await camille.signIn(CAMILLE);
  const heard = await listenTo(window);
  await window.getByRole('button', { name: shell.settings, exact: true }).click();
  const tryIt = window.getByRole('button', { name: dialogs.settings.test });
  await tryIt.click();
  await expect.poll(heard).toMatchObject({ state: 'running' });
  await expect.poll(heard, { timeout: 15_000 }).toMatchObject({ state: 'suspended' });
  const { ended } = await heard();
  expect(ended).toBeGreaterThan(0);
  await tryIt.click();
  await expect.poll(heard).toEqual({ ended: 2 * ended, state: 'running' });
});
