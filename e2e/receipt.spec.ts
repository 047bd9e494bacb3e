import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AnswerReceipt } from '../protocol/answer-receipt.ts';
import { ROOT } from '../scripts/paths.ts';
import { fr } from '../server/page/i18n/fr.ts';
import { verificationFr as words } from '../server/site/verification/words-fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { picture } from './support/pictures.ts';
import { CAMILLE } from './support/relay.ts';

const ADMIN = join(ROOT, 'server/cli/admin.ts');
const run = promisify(execFile);

test('D7: the receipt is verified in the browser, off line, after the conversation was destroyed', async ({
  relay,
  citizen,
  desk,
}, testInfo) => {
  const person = await citizen({ viewport: { width: 320, height: 640 } });
  const { page } = person;
  const kept = async (name: string) => {
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const download = await started;
    const path = testInfo.outputPath(download.suggestedFilename());
    await download.saveAs(path);
    return path;
  };

  const camille = await desk();
  await camille.signIn(CAMILLE);
  await person.open(relay.url);
  await person.say('Où déclarer la perte de ma carte ?');
  const reference = await camille.takeNext();
  await camille.say('Dans tout commissariat.');
  await camille.closeConversation('answered');
  await page.getByText(fr.keepCopy.title).click();
  await picture(page, 'keep-copy-with-receipt');
  const pdf = await kept(fr.keepCopy.pdf);
  const text = await kept(fr.keepCopy.text);
  const receipt = await kept(fr.service.receipt.link);
  await camille.close();

  await test.step('the relay forgets it', async () => {
    const { dataDirectory } = relay;
    const args = ['--data', dataDirectory, 'subject', 'erase', reference, '--reason', 'DPO-2026-014'];
    const { PERMANENCE_LOOK: _, ...environment } = process.env;
    const { stdout } = await run(process.execPath, [ADMIN, ...args], {
      env: { ...environment, PERMANENCE_MASTER_KEY: relay.masterKey },
    });
    expect(stdout).toContain('entries destroyed, key first');
  });

  await page.goto(`${relay.url}/verification?lang=fr`);
  await page.context().setOffline(true);
  const verdict = page.getByRole('status');
  const verify = async (copy: string, of: string) => {
    await page.getByLabel(words.copy).setInputFiles(copy);
    await page.getByLabel(words.receipt, { exact: true }).setInputFiles(of);
    await page.getByRole('button', { name: words.submit }).click();
  };
  await page.getByRole('button', { name: words.submit }).click();
  await expect(verdict).toHaveText(words.verdicts.choose);

  for (const copy of [pdf, text]) {
    await verify(copy, receipt);
    await expect(verdict.getByText(words.right)).toBeVisible();
    await expect(verdict.getByText(reference, { exact: true })).toBeVisible();
    await expect(verdict.getByText(words.closed)).toBeVisible();
    await expect(verdict.getByText(words.open)).toBeHidden();
  }
  await picture(page, 'verification-right');
  await expectAccessible(page, 'a genuine receipt');
  await expectNoSidewaysScroll(page, 'a genuine receipt');

  const read = AnswerReceipt.parse(JSON.parse(readFileSync(receipt, 'utf8')));
  const forged = testInfo.outputPath('forged.json');
  writeFileSync(forged, JSON.stringify({ ...read, content: { ...read.content, answers: 9 } }));
  await verify(text, forged);
  await expect(verdict).toHaveText(words.verdicts.forged);
  await verify(receipt, receipt);
  await expect(verdict).toHaveText(words.verdicts['other-copy']);
  await verify(text, text);
  await expect(verdict).toHaveText(words.verdicts['no-receipt']);
  await picture(page, 'verification-wrong');
});

test('without scripts the page says what is missing, and how to verify all the same', async ({
  relay,
  citizen,
}) => {
  const { page } = await citizen({ javaScriptEnabled: false });
  await page.goto(`${relay.url}/verification?lang=fr`);
  await expect(page.getByText(words.noScript)).toBeVisible();
  await expect(page.getByRole('button', { name: words.submit })).toBeHidden();
  await expect(page.getByText('receipt verify')).toBeVisible();
});
