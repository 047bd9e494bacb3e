import { writeFileSync } from 'node:fs';
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';
import { Snapshot } from '../../protocol/ipc.ts';
import { french } from '../../renderer/i18n/fr/index.ts';
import { SETTLE } from '../../renderer/stores/guard.ts';
import { type Citizen, openCitizen } from '../../scripts/demo/citizen.ts';
import { closeDesk, killDesk, launchDesk, type RunningDesk, type Workstation } from './desk.ts';
import { type Officer, PASSWORD } from './relay.ts';

/** An officer at a desk in real Electron. Everything is found by what a person sees or a screen reader says. */
export class OfficerDesk {
  readonly workstation: Workstation;
  readonly #relay: string;
  #desk: RunningDesk | null;

  private constructor(workstation: Workstation, relay: string, desk: RunningDesk) {
    this.workstation = workstation;
    this.#relay = relay;
    this.#desk = desk;
  }

  static async open(workstation: Workstation, relay: string): Promise<OfficerDesk> {
    return new OfficerDesk(workstation, relay, await launchDesk(workstation, relay));
  }

  get running(): RunningDesk {
    if (this.#desk === null) throw new Error('this desk is closed');
    return this.#desk;
  }

  get window(): Page {
    return this.running.window;
  }

  /** As an officer closes it. */
  async close(): Promise<void> {
    const desk = this.#desk;
    this.#desk = null;
    if (desk !== null) await closeDesk(desk);
  }

  /** As a power cut ends it. */
  async kill(): Promise<void> {
    const desk = this.#desk;
    this.#desk = null;
    if (desk !== null) await killDesk(desk);
  }

  /** Gives the window's content this size, in CSS pixels at 100 %, and waits until the page has it. */
  async resize(width: number, height: number): Promise<void> {
    await this.running.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await expect.poll(() => this.window.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
  }

  /** The same desk at the same workstation, after `close` or `kill`. */
  async reopen(): Promise<void> {
    await this.close();
    this.#desk = await launchDesk(this.workstation, this.#relay);
  }

  /** What a failed test leaves to look at: Playwright pictures only the pages of its own browser. */
  async leaveTraces(testInfo: TestInfo, number: number): Promise<void> {
    if (this.#desk === null) return;
    const picture = testInfo.outputPath(`desk-${number}.png`);
    await this.#desk.window.screenshot({ path: picture, timeout: 5_000 }).catch(() => undefined);
    writeFileSync(testInfo.outputPath(`desk-${number}.log`), this.#desk.output.join(''));
  }

  async signIn(officer: Pick<Officer, 'login'>, password = PASSWORD): Promise<void> {
    const { signIn } = french;
    await this.window.getByRole('textbox', { name: signIn.login }).fill(officer.login);
    await this.window.getByLabel(signIn.password, { exact: true }).fill(password);
    await this.window.getByRole('button', { name: signIn.submit }).click();
    // The desk itself waits half a minute for a keychain that is slow to answer.
    await expect(this.online).toBeVisible({ timeout: 45_000 });
  }

  get online(): Locator {
    return this.window.getByText(french.shell.connection.online, { exact: true });
  }

  get offline(): Locator {
    return this.window
      .getByText(new RegExp(`^(${french.shell.connection.offline}|${french.shell.connection.connecting})`))
      .first();
  }

  /** So many conversations at once, press by press. */
  async setCapacity(wanted: number): Promise<void> {
    const { capacity: text } = french.shell;
    const group = this.window.getByRole('group', { name: text.label });
    const shown = group.getByRole('status');
    for (let now = await shown.innerText(); now !== String(wanted); now = await shown.innerText()) {
      await group.getByRole('button', { name: Number(now) < wanted ? text.more : text.less }).click();
      await expect(shown).not.toHaveText(now);
    }
  }

  /** Takes the head of the queue, waits until it is the one on screen, and says its reference. */
  async takeNext(): Promise<string> {
    const before = await this.shown();
    await this.window.getByRole('button', { name: french.lists.queue.takeNext }).click();
    await expect.poll(() => this.shown()).not.toBe(before);
    const reference = await this.current();
    await expect(this.window.getByRole('textbox', { name: `Message à ${reference}` })).toBeVisible();
    return reference;
  }

  /** A citizen comes where nobody waits, says this and is taken: on screen from then on. */
  async serve(subject: string, text: string): Promise<{ person: Citizen; reference: string }> {
    const person = await openCitizen(this.#relay, 'fr', subject);
    await person.say(text);
    return { person, reference: await this.takeNext() };
  }

  /** The reference of the conversation on screen, as its landmark names it. */
  async current(): Promise<string> {
    const reference = await this.shown();
    if (reference === null) throw new Error('no conversation is on screen');
    return reference;
  }

  /** The reference of the conversation on screen; null for none. */
  async shown(): Promise<string | null> {
    const [pane] = await this.window.getByLabel(/^Conversation C-\d+/).all();
    const name = await pane?.getAttribute('aria-label', { timeout: 1_000 }).catch(() => null);
    return name?.match(/C-\d+/)?.[0] ?? null;
  }

  /** Until what one press sends leaves: the conversation has been on screen long enough to have been looked at. */
  async looked(): Promise<void> {
    const since = Date.now();
    await expect.poll(() => Date.now() - since).toBeGreaterThan(SETTLE);
  }

  get journal(): Locator {
    return this.window.getByLabel(/^Journal de C-\d+/);
  }

  get composer(): Locator {
    return this.window.getByRole('textbox', { name: /^Message à C-\d+/ });
  }

  get noteField(): Locator {
    return this.window.getByRole('textbox', { name: /^Note interne sur C-\d+/ });
  }

  /** What the officer writes next goes to the citizen, or stays among officers. */
  async writes(mode: keyof typeof french.composer.mode & ('message' | 'note')): Promise<void> {
    await this.window.getByRole('button', { name: french.composer.mode[mode], exact: true }).click();
  }

  /** What this desk would give back after a crash, of what is being written. */
  async keptDrafts(): Promise<Snapshot['drafts']> {
    const snapshot = await this.window.evaluate(() =>
      Reflect.get(globalThis, 'permanence').request('snapshot', null),
    );
    return Snapshot.parse(snapshot).drafts;
  }

  /** What was said, as it stands in the journal: alone, or after its author and time for screen readers. */
  entry(text: string): Locator {
    return this.journal.getByText(new RegExp(`(^|:\\s)${RegExp.escape(text)}$`));
  }

  /** Writes to the citizen and waits until the relay has it. */
  async say(text: string): Promise<void> {
    await this.write(text);
    await expect(this.entry(text)).toHaveCount(1);
    await expect(this.journal.getByText(french.conversation.state.sending)).toHaveCount(0);
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.window.getByRole('button', { name: /^Envoyer à C-\d+/ }).click();
  }

  async note(text: string): Promise<void> {
    await this.writes('note');
    await this.noteField.fill(text);
    await this.window.getByRole('button', { name: /^Ajouter la note à C-\d+/ }).click();
    await expect(this.entry(text)).toHaveCount(1);
    await this.writes('message');
  }

  /** The prepared responses or the platforms on offer while one is being looked for. */
  get options(): Locator {
    return this.window.getByRole('listbox').getByRole('option');
  }

  /** Opens a conversation of the lists by its reference. */
  async show(reference: string): Promise<void> {
    await this.window
      .getByRole('navigation', { name: french.lists.region })
      .getByText(reference, { exact: true })
      .first()
      .click();
    await expect(this.window.getByLabel(`Conversation ${reference}`, { exact: true })).toBeVisible();
  }

  get undoClosing(): Locator {
    return this.window.getByRole('button', { name: /^Annuler la clôture de C-\d+/ });
  }

  /** Closes what is on screen; with `sent`, waits until it can no longer be undone. */
  async closeConversation(disposition: keyof typeof french.dispositions, sent = true): Promise<void> {
    const { context, dialogs, dispositions } = french;
    await this.window.getByRole('button', { name: context.actions.close }).click();
    const dialog = this.window.getByRole('dialog');
    await dialog.getByRole('radio', { name: dispositions[disposition].name }).press('Space');
    const subject = dialog.getByRole('textbox', { name: dialogs.close.subject });
    if ((await subject.inputValue()) === '') await subject.fill('Renseignement');
    await dialog.getByRole('button', { name: /^Clore C-\d+/ }).click();
    await expect(dialog).toHaveCount(0);
    // It can be undone for a moment, and is sent after it.
    if (sent) await expect(this.undoClosing).toHaveCount(0, { timeout: 15_000 });
  }
}
