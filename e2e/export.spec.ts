import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { french } from '../renderer/i18n/fr/index.ts';
import { problemsOf, textOf } from '../server/documents/pdf.testkit.ts';
import { expect, test } from './fixtures.ts';
import type { OfficerDesk } from './support/officer.ts';
import { picture } from './support/pictures.ts';
import { ALIX, CAMILLE } from './support/relay.ts';

/** What the system's own dialog answers: it cannot be typed in by a test. */
async function chooses(desk: OfficerDesk, filePath: string | null): Promise<void> {
  await desk.running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () =>
      Promise.resolve(path === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: path });
  }, filePath);
}

test('V4: a supervisor saves the whole journal as PDF/A outside the cache, warned, with a reason, noted', async ({
  relay,
  citizen,
  desk,
}, testInfo) => {
  const { exporting } = french.dialogs;
  const person = await citizen();
  await person.open(relay.url);
  await person.say('Mon numéro est le 06 12 34 56 78.');
  const camille = await desk();
  await camille.signIn(CAMILLE);
  await camille.takeNext();
  await expect(camille.window.getByRole('button', { name: french.context.actions.export })).toHaveCount(0);
  await camille.close();

  const alix = await desk();
  const { window } = alix;
  await alix.signIn(ALIX);
  const reference = await alix.takeNext();
  await window.getByRole('button', { name: french.context.actions.export }).click();
  const dialog = window.getByRole('dialog', { name: exporting.title(reference) });
  const reason = dialog.getByRole('textbox', { name: exporting.reason });
  const submit = dialog.getByRole('button', { name: exporting.submit });
  await picture(window, 'export');

  await test.step('not without a reference for a reason', async () => {
    await submit.click();
    await expect(dialog.getByText(exporting.reasonProblem)).toBeVisible();
    await reason.fill('une phrase');
    await submit.click();
    await expect(dialog.getByText(exporting.reasonProblem)).toBeVisible();
    await picture(window, 'export-no-reason');
  });

  await test.step('not into the folder of the desk, and nothing is noted of what was not done', async () => {
    await reason.fill('REQ-2026-014');
    await chooses(alix, join(alix.workstation.userData, 'copie.pdf'));
    await submit.click();
    await expect(window.getByText(french.notices.exportProblems.inside)).toBeVisible();
    await chooses(alix, null);
    await submit.click();
    await expect(dialog).toHaveCount(0);
    await expect(alix.journal.getByText(/Copie PDF extraite/)).toHaveCount(0);
  });

  const file = testInfo.outputPath('copie.pdf');
  await test.step('the file is whole, tagged, for its owner alone; journal and officer are told', async () => {
    await chooses(alix, file);
    await window.getByRole('button', { name: french.context.actions.export }).click();
    await reason.fill('REQ-2026-014');
    await submit.click();
    await expect(window.getByText(french.notices.exported(reference, 'copie.pdf'))).toBeVisible({
      timeout: 90_000,
    });
    await picture(window, 'exported');
    const bytes = readFileSync(file);
    expect(problemsOf(bytes)).toEqual([]);
    const text = textOf(bytes);
    for (const said of [reference, '06 12 34 56 78', 'REQ-2026-014', 'Empreinte'])
      expect(text).toContain(said);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(alix.journal.getByText(/Copie PDF extraite par Commandant Alix/)).toBeVisible();
    expect(relay.log).not.toContain('06 12');
  });
});
