import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { french } from '../../renderer/i18n/fr/index.ts';
import { type ElectronRuntime, electronRuntime } from '../../scripts/electron-runtime.ts';
import { STAFF_PASSWORD } from '../load/staff.ts';
import { setUpBench } from '../set-up.ts';

/** An Electron to measure in. Rejects in a quick run where it would have to be downloaded and unpacked first. */
export async function preparedRuntime(quick: boolean, say: (text: string) => void): Promise<ElectronRuntime> {
  const prepared = existsSync(join(import.meta.dirname, '../../.cache'));
  if (quick && !prepared)
    throw new Error('Electron is not prepared yet: run "npm run desk" or the whole bench once');
  setUpBench(quick, say);
  return electronRuntime(say);
}

/** Signs one of the bench's officers in, and waits until the desk is on line. */
export async function signIn(window: Page, login: string): Promise<void> {
  await window.getByRole('textbox', { name: french.signIn.login }).fill(login);
  await window.getByLabel(french.signIn.password, { exact: true }).fill(STAFF_PASSWORD);
  await window.getByRole('button', { name: french.signIn.submit }).click();
  await online(window);
}

/** Waits until the desk has the relay's word. */
export async function online(window: Page): Promise<void> {
  await window
    .getByText(french.shell.connection.online, { exact: true })
    .first()
    .waitFor({ timeout: 20_000 });
}
