import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { CitizenPage } from '../../e2e/support/citizen.ts';
import { newWorkstation, removeWorkstation, type Workstation } from '../../e2e/support/desk.ts';
import { OfficerDesk } from '../../e2e/support/officer.ts';
import { french } from '../../renderer/i18n/fr/index.ts';
import { sandboxArguments } from '../desk.ts';
import type { Ready } from '../relay.ts';
import { browserPath } from '../setup-tests.ts';
import { CAST, EMERGENCY, type Part } from './cast.ts';
import { play } from './play.ts';

/** A station's screen. */
const STATION = { width: 1366, height: 768 };
const TELEPHONE = { width: 390, height: 844 };
/** Faster than life, slow enough that waits differ on the pictures. */
const PACE = 3;

/** What happened, with the second at which it did. */
class Transcript {
  readonly #began = Date.now();
  readonly #lines: string[] = [];

  add(line: string): void {
    const seconds = ((Date.now() - this.#began) / 1000).toFixed(1).padStart(6);
    this.#lines.push(`${seconds} s  ${line}`);
    console.log(this.#lines.at(-1));
  }

  write(file: string): void {
    writeFileSync(file, `${this.#lines.join('\n')}\n`);
  }
}

type Stage = {
  readonly url: string;
  readonly folder: string;
  readonly transcript: Transcript;
  readonly browser: Browser;
  readonly officer: OfficerDesk;
  readonly colleague: OfficerDesk;
  readonly supervisor: OfficerDesk;
  /** Scripted citizens come in, each at their time. */
  readonly enter: (cast: readonly Part[]) => void;
};

async function pictureDesk(stage: Stage, desk: OfficerDesk, name: string): Promise<void> {
  // Under a hand the lists keep rows' places, also of those that left: it goes elsewhere first.
  await desk.window.mouse.move(0, 0);
  await desk.window.locator('[data-held="true"]').first().waitFor({ state: 'detached' });
  for (const theme of ['light', 'dark'] as const) {
    await desk.window.emulateMedia({ colorScheme: theme });
    await desk.window.screenshot({
      path: join(stage.folder, `${name}-${theme}.png`),
      animations: 'disabled',
    });
  }
  await desk.window.emulateMedia({ colorScheme: 'light' });
  stage.transcript.add(`picture: ${name}`);
}

async function picturePage(stage: Stage, citizen: CitizenPage, name: string): Promise<void> {
  await citizen.page.screenshot({ path: join(stage.folder, `${name}.png`), animations: 'disabled' });
  stage.transcript.add(`picture: ${name}`);
}

/** A citizen in a real browser, on a telephone. */
async function newCitizen(stage: Stage, theme: 'light' | 'dark'): Promise<CitizenPage> {
  const context = await stage.browser.newContext({
    viewport: TELEPHONE,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    hasTouch: true,
    deviceScaleFactor: 2,
    colorScheme: theme,
  });
  return new CitizenPage(await context.newPage());
}

async function openDesk(
  url: string,
  where: Workstation,
  account: Ready['accounts'][number],
): Promise<OfficerDesk> {
  const desk = await OfficerDesk.open(where, url);
  await desk.running.app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
  }, STATION);
  await desk.signIn(account, account.password);
  return desk;
}

/** Waits until somebody waits, then takes them. */
async function takeSomebody(stage: Stage, desk: OfficerDesk, who: string): Promise<string> {
  await desk.window
    .getByText(/^C-\d+$/)
    .first()
    .waitFor();
  const reference = await desk.takeNext();
  stage.transcript.add(`${who} takes ${reference}`);
  return reference;
}

async function beginning(stage: Stage): Promise<CitizenPage> {
  const citizen = await newCitizen(stage, 'light');
  await citizen.page.goto(`${stage.url}/?lang=fr`);
  await citizen.page.getByRole('button', { name: /^(Parler à|Attendre) un policier$/ }).waitFor();
  await picturePage(stage, citizen, 'page-home');
  await citizen.open(stage.url, 'Arnaque');
  await citizen.say('Bonjour, j’ai acheté un téléphone sur une annonce et je n’ai rien reçu.');
  await picturePage(stage, citizen, 'page-queue');
  return citizen;
}

async function conversation(stage: Stage, citizen: CitizenPage): Promise<void> {
  const { officer } = stage;
  await takeSomebody(stage, officer, 'the officer');
  await officer.say('Bonjour, je suis là pour vous aider. Avez-vous payé par virement ou par carte ?');
  await citizen.say('Par virement, 320 euros, il y a deux jours.');
  await officer.note('Annonce déjà signalée ce matin, même vendeur.');
  await officer.composer.fill('@thesee');
  await officer.options.first().waitFor();
  await officer.composer.press('Enter');
  await officer.write('Vous pouvez porter plainte en ligne, sans vous déplacer, avec ce service.');
  await citizen.page.getByText(/Service conseillé/).waitFor();
  stage.transcript.add('the officer sends a redirection');
  await picturePage(stage, citizen, 'page-chat');
}

async function busyDesk(stage: Stage): Promise<void> {
  const { officer, colleague, supervisor } = stage;
  for (const text of [
    'Bonsoir, je lis votre message.',
    'Bonjour, expliquez-moi.',
    'Bonsoir, je vous écoute.',
  ]) {
    await takeSomebody(stage, officer, 'the officer');
    await officer.say(text);
    await takeSomebody(stage, colleague, 'the colleague');
    await colleague.say(text);
  }
  stage.enter([{ ...EMERGENCY, arrives: 0 }]);
  const strip = officer.window.getByRole('region', { name: french.shell.emergency.region });
  await strip.getByText(EMERGENCY.subject ?? '').waitFor();
  await pictureDesk(stage, officer, 'desk-emergency');
  const urgent = await takeSomebody(stage, officer, 'the officer');
  await officer.say('Êtes-vous en danger en ce moment ? Appelez le 17.');
  await officer.window.getByRole('button', { name: french.conversation.emergency.acknowledge }).click();
  stage.transcript.add(`the officer acknowledges the emergency ${urgent}`);
  await supervisor.window.getByText(french.shell.views.board, { exact: true }).click();
  await supervisor.window.getByLabel(french.board.region, { exact: true }).waitFor();
}

async function pictures(stage: Stage, first: string): Promise<void> {
  const { officer, supervisor } = stage;
  await officer.show(first);
  await officer.composer.fill('/');
  await officer.options.first().waitFor();
  await pictureDesk(stage, officer, 'desk-responses');
  await officer.composer.press('Escape');
  await officer.composer.fill('Gardez bien le relevé bancaire et les échanges.');
  await pictureDesk(stage, officer, 'desk');
  await pictureDesk(stage, supervisor, 'board');
  const dark = await newCitizen(stage, 'dark');
  await dark.open(stage.url);
  await dark.say('Au secours, quelqu’un force ma porte');
  await dark.emergencyCard.waitFor();
  await picturePage(stage, dark, 'page-emergency-dark');
}

/**
 * Plays the whole scene in real Electron and a real browser, and leaves pictures and a transcript in `folder`.
 * Needs a display, and the runtime in PERMANENCE_TEST_ELECTRON.
 */
export async function playScene(service: Ready, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const transcript = new Transcript();
  const workstations = [newWorkstation(), newWorkstation(), newWorkstation()] as const;
  const [one, two] = service.accounts.filter((account) => account.role === 'officer');
  const chief = service.accounts.find((account) => account.role === 'supervisor');
  if (one === undefined || two === undefined || chief === undefined) throw new Error('accounts are missing');
  const ending = new AbortController();
  const desks: OfficerDesk[] = [];
  let browser: Browser | null = null;
  try {
    for (const [index, account] of [one, two, chief].entries()) {
      const workstation = workstations[index];
      if (workstation !== undefined) desks.push(await openDesk(service.url, workstation, account));
      transcript.add(`a desk opens: ${account.role}`);
    }
    const [officer, colleague, supervisor] = desks;
    if (officer === undefined || colleague === undefined || supervisor === undefined)
      throw new Error('no desk');
    const executablePath = browserPath();
    browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: [...sandboxArguments()],
    });
    const enter = (cast: readonly Part[]) => {
      const happened = (reference: string, what: string) => transcript.add(`${reference} ${what}`);
      play(cast, { relay: service.url, pace: PACE, signal: ending.signal, happened }).catch(
        (error: unknown) => transcript.add(`the cast stopped: ${String(error)}`),
      );
    };
    const stage = { url: service.url, folder, transcript, browser, officer, colleague, supervisor, enter };
    const citizen = await beginning(stage);
    stage.enter(CAST.filter((part) => part !== EMERGENCY));
    await conversation(stage, citizen);
    const first = await officer.current();
    // Most of the cast has to have arrived for a busy desk to show them.
    await sleep(16_000 / PACE);
    await busyDesk(stage);
    await pictures(stage, first);
    transcript.add('the scene ends');
  } finally {
    ending.abort();
    transcript.write(join(folder, 'transcript.txt'));
    await browser?.close();
    for (const desk of desks) await desk.kill();
    for (const workstation of workstations) removeWorkstation(workstation);
  }
}
