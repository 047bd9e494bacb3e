import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

const { close } = french.dialogs;

test('a closure can be undone for a moment, asks for a subject and an outcome, and dies with the desk', async ({
  relay,
  citizen,
  desk,
}) => {
  const person = await citizen();
  await person.open(relay.url);
  await person.say('Bonjour');
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const reference = await camille.takeNext();

  await camille.window.getByRole('button', { name: french.context.actions.close }).click();
  const dialog = camille.window.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: close.submit(reference) });
  await submit.click();
  await expect(dialog.getByRole('alert')).toHaveText(close.chooseFirst);
  await dialog.getByRole('radio', { name: french.dispositions.answered.name }).press('Space');
  await submit.click();
  await expect(dialog.getByRole('alert')).toHaveText(close.subjectFirst);
  await picture(camille.window, 'closing-dialog');
  await dialog.getByRole('textbox', { name: close.subject }).fill('Procuration');
  await submit.click();
  await expect(camille.undoClosing).toBeVisible();
  await camille.window.keyboard.press('Alt+KeyR');
  await expect(camille.undoClosing).toHaveCount(0);
  await expect(camille.window.getByText(french.notices.closingUndone(reference))).toBeVisible();

  // The citizen speaks again: nobody is closed upon.
  await camille.closeConversation('answered', false);
  await person.say('Encore une chose');
  await expect(camille.window.getByText(french.notices.closingStopped(reference))).toBeVisible();
  await expect(camille.undoClosing).toHaveCount(0);

  // The desk dies in between: the conversation stays open, and hers.
  await camille.closeConversation('answered', false);
  await camille.kill();
  await camille.reopen();
  await expect(camille.online).toBeVisible();
  await camille.show(reference);
  await expect(camille.undoClosing).toHaveCount(0);
  await camille.say('Je suis là.');
  await expect(person.message('Je suis là.')).toBeVisible();

  await camille.closeConversation('answered', false);
  await picture(camille.window, 'closing-undo');
  await expectAccessible(camille.window, 'a closure under way');
  await expect(person.log.getByText(fr.chat.closed)).toBeVisible();
});
