import { readFileSync } from 'node:fs';
import { fr } from '../server/page/i18n/fr.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`P4: before it is erased, the conversation can be kept, and the page stays, ${theme}`, async ({
    relay,
    citizen,
  }) => {
    const person = await citizen({ viewport: { width: 320, height: 640 }, colorScheme: theme });
    const { page } = person;
    await person.open(relay.url);
    await person.say('Ceci est à garder.');
    await page.getByRole('button', { name: fr.chat.endLabel }).click();
    await expectAccessible(page, `end, ${theme}`);
    await page.getByText(fr.keepCopy.title).click();
    await expect(page.getByText(fr.keepCopy.warning)).toBeVisible();
    await expectAccessible(page, `copy, ${theme}`);
    await expectNoSidewaysScroll(page, `copy, ${theme}`);
    const kept = async (name: string) => {
      const started = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const download = await started;
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const text = await kept(fr.keepCopy.text);
    expect(text.name).toMatch(/^C-\d+\.txt$/);
    expect(text.bytes.toString()).toContain('Ceci est à garder.');
    const pdf = await kept(fr.keepCopy.pdf);
    expect(pdf.name).toMatch(/^C-\d+\.pdf$/);
    expect(pdf.bytes.toString('latin1', 0, 8)).toBe('%PDF-1.7');
    await expect(page.getByText(fr.end.ask)).toBeVisible();
  });
}
