import { french } from '../renderer/i18n/fr/index.ts';
import { openCitizen } from '../scripts/demo/citizen.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE, SACHA } from './support/relay.ts';

const { dialogs, notices } = french;
const NOTE = 'Il faut la rappeler avant ce soir.';

test('what stood in a dialog is there again after an emergency, and after the desk died; given up it is gone', async ({
  relay,
  desk,
}) => {
  const [camille, sacha] = [await desk(), await desk()];
  await camille.signIn(CAMILLE);
  await sacha.signIn(SACHA);
  const { reference } = await camille.serve('Vol', 'Bonjour, une question.');
  const dialog = () => camille.window.getByRole('dialog');
  const note = () => dialog().getByRole('textbox', { name: dialogs.assign.note });
  const resume = () =>
    camille.window.getByRole('button', { name: notices.resumeNamed(reference, notices.dialogs.assign) });

  await camille.window.keyboard.press('Alt+KeyT');
  await note().fill(NOTE);
  const urgent = await openCitizen(relay.url, 'fr', 'Violences');
  await urgent.say('Au secours, quelqu’un force ma porte');
  await expect(camille.window.locator('.emergency-strip')).toBeVisible();
  await camille.window.keyboard.press('Alt+KeyU');
  await expect.poll(() => camille.shown()).toBe(urgent.reference);
  await expect(dialog()).toHaveCount(0);
  await expect(resume()).toBeVisible();
  await expectAccessible(camille.window, 'a dialog put aside');
  await picture(camille.window, 'dialog-put-aside');
  await resume().click();
  await expect(note()).toHaveValue(NOTE);
  await expect.poll(() => camille.shown()).toBe(reference);
  await expect(resume()).toHaveCount(0);
  await picture(camille.window, 'dialog-resumed');

  await test.step('the mouse leads away too: a press on the strip gives nothing up', async () => {
    await camille.window.locator('.emergency-strip').getByRole('button').click();
    await expect.poll(() => camille.shown()).toBe(urgent.reference);
    await resume().click();
    await expect(note()).toHaveValue(NOTE);
  });

  await test.step('the desk dies', async () => {
    await expect.poll(() => camille.keptDrafts()).toMatchObject([{ dialogs: { texts: { assign: NOTE } } }]);
    await camille.kill();
    await camille.reopen();
    await expect(camille.online).toBeVisible();
    await resume().click();
    await expect(note()).toHaveValue(NOTE);
  });

  await test.step('given up', async () => {
    await camille.window.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
    await expect.poll(() => camille.keptDrafts()).toEqual([]);
    await camille.window.keyboard.press('Alt+KeyT');
    await expect(note()).toHaveValue('');
    await expect(resume()).toHaveCount(0);
  });
});
