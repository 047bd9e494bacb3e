import { french } from '../renderer/i18n/fr/index.ts';
import { expect, test } from './fixtures.ts';
import type { OfficerDesk } from './support/officer.ts';
import { CAMILLE, PASSWORD } from './support/relay.ts';

const { signIn } = french;

const passwordOf = ({ window }: OfficerDesk) => window.getByLabel(signIn.password, { exact: true });

async function tryToSignIn(desk: OfficerDesk, password: string): Promise<void> {
  await desk.window.getByRole('textbox', { name: signIn.login }).fill(CAMILLE.login);
  await passwordOf(desk).fill(password);
  await passwordOf(desk).press('Enter');
}

test('a relay that does not answer costs nobody a password: Enter tries again', async ({ relay, desk }) => {
  await relay.stop();
  const camille = await desk();
  const { window } = camille;
  const password = passwordOf(camille);
  const said = window.getByRole('alert');
  await tryToSignIn(camille, PASSWORD);
  await expect(said).toHaveText(signIn.errors.offline);
  await expect(password).toHaveValue(PASSWORD);
  await expect(password).toBeFocused();

  await test.step('the same answer to another try is said again', async () => {
    const sentence = await said.locator('p').elementHandle();
    await window.getByRole('button', { name: signIn.submit }).click();
    await expect.poll(() => sentence?.evaluate((element) => element.isConnected)).toBe(false);
    await expect(said).toHaveText(signIn.errors.offline);
    await expect(password).toHaveValue(PASSWORD);
    await expect(password).toBeFocused();
  });

  await relay.start();
  await window.keyboard.press('Enter');
  await expect(camille.online).toBeVisible();
});

test('a wrong password is typed anew', async ({ desk }) => {
  const camille = await desk();
  await tryToSignIn(camille, 'un autre mot de passe');
  await expect(camille.window.getByRole('alert')).toHaveText(signIn.errors['sign-in-failed']);
  await expect(passwordOf(camille)).toHaveValue('');
  await expect(passwordOf(camille)).toBeFocused();
});

test('a password left in its field does not stay there', async ({ relay, desk }) => {
  await relay.stop();
  const camille = await desk();
  const { window } = camille;
  await window.clock.install();
  await tryToSignIn(camille, PASSWORD);
  await expect(window.getByRole('alert')).toHaveText(signIn.errors.offline);
  await window.clock.fastForward(60_000);
  await expect(passwordOf(camille)).toHaveValue(PASSWORD);
  await window.clock.fastForward(61_000);
  await expect(passwordOf(camille)).toHaveValue('');
});
