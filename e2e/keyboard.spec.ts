import { french } from '../renderer/i18n/fr/index.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import type { CitizenPage } from './support/citizen.ts';
import { expectFocusOn } from './support/focus.ts';
import { Keyboard } from './support/keyboard.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE, PASSWORD, SACHA } from './support/relay.ts';

const { context, conversation, dialogs, lists, shell, signIn } = french;

test('a whole shift by keyboard alone, the focus always in sight', async ({ relay, citizen, desk }) => {
  test.setTimeout(240_000);
  const camille = await desk();
  const { window } = camille;
  const keys = new Keyboard(window);
  const button = (name: string | RegExp) => window.getByRole('button', { name });
  const dialog = window.getByRole('dialog');
  const presence = window.getByLabel(shell.presence.label);
  const arrive = async (text: string): Promise<CitizenPage> => {
    const person = await citizen();
    await person.open(relay.url);
    await person.say(text);
    return person;
  };
  /** Takes the head of the queue with its key, and says its reference once the answer can be typed. */
  const take = async (text: string | null): Promise<string> => {
    await expect(button(lists.queue.takeNext)).toBeEnabled();
    await keys.press('Alt+p');
    if (text !== null) await expect(camille.entry(text)).toBeVisible();
    await expectFocusOn(camille.composer);
    return camille.current();
  };

  await test.step('signs in', async () => {
    await expectFocusOn(window.getByRole('textbox', { name: signIn.login }));
    await keys.type(CAMILLE.login);
    await keys.press('Tab');
    await keys.type(PASSWORD);
    await keys.press('Enter');
    await expect(camille.online).toBeVisible();
    await keys.expectFocus('signing in');
  });

  await test.step('goes on a break, and becomes available', async () => {
    await keys.tabTo(presence);
    await keys.type(shell.presence.names.break.slice(0, 4));
    await expect(presence).toHaveValue('break');
    await keys.press('Home');
    await expect(presence).toHaveValue('available');
  });

  const bicycle = 'Bonjour, on m’a volé mon vélo.';
  const first = await arrive(bicycle);
  let one = '';
  await test.step('takes, answers with a prepared response, redirects with a card, notes', async () => {
    one = await take(bicycle);
    await keys.type('/bienvenue');
    await expect(camille.options.first()).toBeVisible();
    await keys.press('Enter');
    await expect(camille.composer).toHaveValue(/^Bon(jour|soir)/);
    await keys.press('Enter');
    await expect(first.log.getByText(/^Bon(jour|soir).+Camille/)).toBeVisible();
    await keys.type('@thesee');
    await expect(camille.options.first()).toBeVisible();
    await keys.press('Enter');
    await keys.type('Voici le bon service.');
    await keys.press('Enter');
    await expect(first.message('Voici le bon service.')).toBeVisible();
    await expect(first.page.getByText(/Service conseillé/)).toBeVisible();
    await keys.press('Alt+n');
    await keys.type('Facture promise.');
    await keys.press('Enter');
    await expect(camille.entry('Facture promise.')).toBeVisible();
    await keys.press('Alt+n');
  });

  const papers = 'J’ai perdu mes papiers.';
  const second = await arrive(papers);
  let two = '';
  await test.step('switches to who waits for an answer, and through the list', async () => {
    two = await take(papers);
    await keys.type('Je suis à vous.');
    await keys.press('Enter');
    await expect(second.message('Je suis à vous.')).toBeVisible();
    await first.say('J’ai retrouvé la facture.');
    await expect(button(new RegExp(one)).first()).toBeVisible();
    await keys.press('Alt+ArrowDown');
    await expect(camille.entry('J’ai retrouvé la facture.')).toBeVisible();
    await expectFocusOn(camille.composer);
    await keys.press('Alt+2');
    await keys.press('End');
    await keys.press('Enter');
    await expect.poll(() => camille.current()).toBe(two);
    await expectFocusOn(camille.composer);
  });

  await test.step('transfers to a colleague', async () => {
    const sacha = await desk();
    await sacha.signIn(SACHA);
    await keys.press('Alt+4');
    await keys.tabTo(button(context.actions.assign));
    await keys.press('Enter');
    const colleague = dialog.getByRole('radio', { name: /Sacha/ });
    await keys.tabTo(colleague);
    await keys.press('Space');
    await expect(colleague).toBeChecked();
    await keys.tabTo(dialog.getByRole('textbox', { name: dialogs.assign.note }));
    await keys.type('Attend une attestation.');
    await keys.tabTo(dialog.getByRole('button', { name: dialogs.assign.submit }));
    await keys.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(second.log.getByText(fr.chat.takenOver(`${SACHA.rank} ${SACHA.alias}`))).toBeVisible();
    await keys.expectFocus('the transfer');
  });

  const noise = 'Mon voisin fait du bruit.';
  const third = await arrive(noise);
  let three = '';
  await test.step('gives one back to the queue, and takes it again', async () => {
    three = await take(noise);
    await keys.press('Alt+4');
    await keys.tabTo(button(context.actions.release));
    await keys.press('Enter');
    await keys.tabTo(dialog.getByRole('button', { name: dialogs.release.submit }));
    await keys.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(third.log.getByText(fr.chat.released)).toBeVisible();
    await keys.expectFocus('giving back');
    expect(await take(noise)).toBe(three);
  });

  const danger = 'Au secours, quelqu’un force ma porte';
  await arrive(danger);
  await test.step('goes to the notices, from one to the next and back, and does what they offer', async () => {
    const strip = window.getByRole('region', { name: shell.emergency.region });
    const asides = [
      { key: 'Alt+t', kind: 'assign', field: dialogs.assign.note },
      { key: 'Alt+d', kind: 'consult', field: french.colleagues.consult.note },
    ] as const;
    const resume = (kind: 'assign' | 'consult') =>
      button(french.notices.resumeNamed(three, french.notices.dialogs[kind]));
    await expect(strip).toBeVisible();
    for (const { key, kind, field } of asides) {
      await keys.press('Control+k');
      await keys.type(three);
      await keys.press('Enter');
      await expectFocusOn(camille.composer);
      await keys.press(key);
      await keys.tabTo(dialog.getByRole('textbox', { name: field }));
      await keys.type('À reprendre.');
      await keys.press('Alt+u');
      await expect(dialog).toHaveCount(0);
      await expect(resume(kind)).toBeVisible();
    }
    await expectFocusOn(camille.journal);
    for (const kind of ['assign', 'consult', 'assign'] as const) {
      await keys.press('Alt+5');
      await expectFocusOn(resume(kind));
      await picture(window, `notice-focused-${kind}`);
    }
    await keys.press('Escape');
    await expectFocusOn(camille.journal);
    await keys.press('Alt+1');
    await keys.press('Alt+5');
    await keys.press('Tab');
    await keys.press('Enter');
    await expect(resume('assign')).toHaveCount(0);
    await expectFocusOn(window.locator('[data-place="queue"]:not([inert] *)'));
    await keys.press('Control+k');
    await keys.type(three);
    await keys.press('Enter');
    await keys.press('Alt+t');
    await keys.press('Alt+u');
    await expect(resume('assign')).toBeVisible();
    // Its notice is new again, and the last.
    for (const { kind, field } of asides.toReversed()) {
      if (kind === 'consult') await keys.press('Alt+5');
      else {
        // Out of the palette too, which gives its own focus back first.
        await keys.press('Control+k');
        await keys.type('messages du bureau');
        await keys.press('Enter');
      }
      await expectFocusOn(resume(kind));
      await keys.press('Enter');
      await expect(dialog.getByRole('textbox', { name: field })).toHaveValue('À reprendre.');
      await keys.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(resume(kind)).toHaveCount(0);
    }
    // With nothing to go to it stays where it is.
    await keys.press('Alt+5');
  });

  await test.step('goes to the emergency, takes it, says what was done', async () => {
    await expect(window.getByRole('region', { name: shell.emergency.region })).toBeVisible();
    await keys.press('Alt+u');
    await expect(camille.entry(danger)).toBeVisible();
    await keys.tabTo(button(conversation.emergency.takeFirst), 'Shift+Tab');
    await keys.press('Enter');
    await expect(camille.composer).toBeVisible();
    const done = window.getByRole('combobox', { name: conversation.emergency.doneTitle });
    await keys.tabTo(done, 'Shift+Tab');
    await keys.type(french.emergencyActions['passed-to-17'].slice(0, 5));
    await expect(done).toHaveValue('passed-to-17');
    await keys.tabTo(button(conversation.emergency.acknowledge));
    await keys.press('Enter');
    await expect(camille.journal.getByText(/Urgence prise en compte par .* transmise au 17/)).toBeVisible();
    await keys.expectFocus('the acknowledgement');
  });

  await test.step('finds what was said', async () => {
    await keys.press('Alt+f');
    await keys.type('facture');
    await expect(window.getByRole('list', { name: french.search.finds }).getByRole('button')).not.toHaveCount(
      0,
    );
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => camille.current()).toBe(one);
    await keys.expectFocus('the find');
  });

  await test.step('closes with an outcome and a subject, undoes it, closes for good', async () => {
    for (const undone of [true, false]) {
      await keys.press('Alt+c');
      const answered = dialog.getByRole('radio', { name: french.dispositions.redirected.name });
      await keys.tabTo(answered);
      await keys.press('Space');
      await expect(answered).toBeChecked();
      const subject = dialog.getByRole('textbox', { name: dialogs.close.subject });
      await keys.tabTo(subject);
      if ((await subject.inputValue()) === '') await keys.type('Vol de vélo');
      await keys.press('Enter');
      await expect(camille.undoClosing).toBeVisible();
      await keys.expectFocus('the closing');
      if (!undone) break;
      await keys.press('Alt+r');
      await expect(camille.undoClosing).toHaveCount(0);
    }
    await expect(first.page.getByText(fr.ended.closedBy)).toBeVisible();
    await expect(camille.undoClosing).toHaveCount(0);
    await keys.expectFocus('the closure');
  });

  await test.step('hands over in one chord', async () => {
    const alix = await desk();
    await alix.signIn(ALIX);
    await keys.press('Alt+2');
    await keys.press('Home');
    await keys.press('Enter');
    await keys.press('Alt+Shift+KeyS');
    await expect(window.getByText(/Relève faite/)).toBeVisible();
    await expect(window.getByText(lists.mine.empty)).toBeVisible();
    await keys.expectFocus('the hand-over');
  });

  await test.step('ends the shift, and signs out', async () => {
    await take(null);
    await keys.tabTo(button(dialogs.handOver.open), 'Shift+Tab');
    await keys.press('Enter');
    await keys.tabTo(dialog.getByRole('button', { name: dialogs.handOver.shiftEnd }));
    await keys.press('Enter');
    await expect(presence).toHaveValue('break');
    await keys.expectFocus('the end of the shift');
    await keys.tabTo(button(shell.settings));
    await keys.press('Enter');
    await keys.tabTo(dialog.getByRole('button', { name: dialogs.settings.signOut, exact: true }));
    await keys.press('Enter');
    await expectFocusOn(window.getByRole('textbox', { name: signIn.login }));
    await expect(window.getByText(signIn.notices['signed-out'])).toBeVisible();
  });
});
