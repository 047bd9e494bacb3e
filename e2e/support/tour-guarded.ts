import { expect, type Page } from '@playwright/test';
import { french } from '../../renderer/i18n/fr/index.ts';
import { UNDO_TIME } from '../../renderer/stores/closing.ts';
import type { Citizen } from '../../scripts/demo/citizen.ts';
import { dialogOf, type Tour } from './tour-stops.ts';

const { context, dialogs, dispositions, palette, personal } = french;

/** A number for tests: nobody's. */
const PHONE = '06 12 34 56 78';

/** While `looking` lasts, no closure is sent: there is time to look at what can be undone. */
async function withoutSending(window: Page, looking: () => Promise<void>): Promise<void> {
  await window.evaluate((held) => {
    const real = globalThis.setTimeout;
    Reflect.set(globalThis, 'realTimeout', real);
    Reflect.set(globalThis, 'setTimeout', (work: TimerHandler, after?: number, ...rest: unknown[]) =>
      after === held ? 0 : real(work, after, ...rest),
    );
  }, UNDO_TIME);
  await looking();
  await window.evaluate(() => Reflect.set(globalThis, 'setTimeout', Reflect.get(globalThis, 'realTimeout')));
}

async function masked({ camille, stop }: Tour, other: Citizen | undefined): Promise<void> {
  const { window } = camille;
  await other?.say(`Vous pouvez me rappeler au ${PHONE}, ou m’écrire à canari.7e10@exemple.fr.`);
  await camille.takeNext();
  await window.getByRole('button', { name: personal.show(personal.masked.phone) }).click();
  await expect(camille.journal.getByText(PHONE)).toBeVisible();
  await expect(camille.journal.getByText(/a affiché une donnée du citoyen/)).toBeVisible();
  await stop('revealed', window);
  const reference = await camille.takeNext();
  await camille.composer.fill(`Appelez cette personne au ${PHONE}.`);
  await camille.composer.press('Enter');
  const warning = window.getByRole('alert').filter({ hasText: personal.warning.title(reference) });
  await expect(warning).toBeVisible();
  await stop('carry-warning', window);
  await window.getByRole('button', { name: personal.warning.reread }).click();
  await camille.composer.fill('');
}

async function alone({ camille, stop }: Tour): Promise<void> {
  const { window } = camille;
  await window.getByRole('button', { name: palette.focusView.enter }).click();
  await expect(window.getByRole('button', { name: palette.focusView.leave })).toBeVisible();
  await stop('focus-view', window);
  await window.getByRole('button', { name: palette.focusView.leave }).click();
  await expect(window.getByRole('button', { name: palette.focusView.enter })).toBeVisible();
}

async function abusive({ camille, stop }: Tour): Promise<void> {
  const { window } = camille;
  const { abuse } = personal;
  const { close } = dialogs;
  const reference = await camille.current();
  await window.getByRole('button', { name: context.actions.close }).click();
  const dialog = window.getByRole('dialog', { name: close.title(reference) });
  await dialog.getByRole('radio', { name: dispositions.abusive.name }).press('Space');
  await dialog.getByRole('combobox', { name: abuse.reason }).selectOption({ label: abuse.reasons.insults });
  await dialog
    .getByRole('combobox', { name: abuse.block })
    .selectOption({ label: `${abuse.targets.session}, ${abuse.spans[24]}` });
  await dialog.getByRole('textbox', { name: close.commentRequired }).fill('Injures après avertissement.');
  await stop('abusive', window);
  await dialog.getByRole('button', { name: close.submit(reference), exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** What keeps an officer from a mistake: masks and warnings, an act that can be undone, one that asks why. */
export async function guarded(tour: Tour, other: Citizen | undefined): Promise<void> {
  const { camille, stop } = tour;
  const { window } = camille;
  await masked(tour, other);
  await window.keyboard.press('Control+KeyK');
  await dialogOf(tour, 'palette');
  await alone(tour);
  await withoutSending(window, async () => {
    await camille.closeConversation('answered', false);
    await expect(camille.undoClosing).toBeVisible();
    await stop('closing-undo', window);
    await camille.undoClosing.click();
    await expect(camille.undoClosing).toHaveCount(0);
  });
  await abusive(tour);
}
