import { expect, type Locator, type Page } from '@playwright/test';
import { fr } from '../../server/page/i18n/fr.ts';

/** A citizen at the page, in French. Everything is found by what a person sees or a screen reader says. */
export class CitizenPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get log(): Locator {
    return this.page.getByRole('log');
  }

  get composer(): Locator {
    return this.page.getByRole('textbox');
  }

  get helpLines(): Locator {
    return this.page.getByRole('region', { name: fr.helpLines.title });
  }

  /** Milliseconds from the press on "send" to the card being in the page, by the page's own clock. */
  async timeToCard(text: string): Promise<number> {
    await this.composer.fill(text);
    await this.page.evaluate(() => {
      let pressed = 0;
      addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('.emergency-card') === null) return;
        observer.disconnect();
        document.body.dataset['cardAfter'] = String(performance.now() - pressed);
      }).observe(document.body, { subtree: true, childList: true });
    });
    await this.page.getByRole('button', { name: fr.composer.send, exact: true }).click();
    await expect(this.emergencyCard).toBeVisible();
    return Number(await this.page.evaluate(() => document.body.dataset['cardAfter']));
  }

  get emergencyCard(): Locator {
    return this.page.getByText(fr.emergency.cardTitle);
  }

  /** From the home page through the terms to the queue. */
  async open(relay: string, subject?: string): Promise<void> {
    await this.page.goto(`${relay}/?lang=fr`);
    if (subject !== undefined) await this.page.getByRole('radio', { name: subject }).press('Space');
    await this.page.getByRole('button', { name: startOrWait }).click();
    await this.page.getByRole('button', { name: fr.terms.accept }).click();
    await expect(this.log).toBeVisible({ timeout: 30_000 });
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.page.getByRole('button', { name: fr.composer.send, exact: true }).click();
  }

  /** Own messages and the officer's, as they stand in the log, in order. */
  message(text: string): Locator {
    return this.log.getByText(text, { exact: true });
  }

  /** Writes, and waits until the page says that it is safe. */
  async say(text: string): Promise<void> {
    await this.write(text);
    await expect(this.message(text)).toHaveCount(1);
    await expect(this.log.getByText(/^(Envoyé|Lu)$/).last()).toBeVisible();
    await expect(this.log.getByText(fr.chat.sending)).toHaveCount(0);
  }
}

const startOrWait = new RegExp(`^(${fr.home.start}|${fr.home.wait})$`);
