import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { french } from '../renderer/i18n/fr/index.ts';
import { sandboxArguments } from './desk.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { start } from './processes.ts';
import { relayAnnounced, startRelay } from './relay.ts';
import { freshHome, startScreen, withKeychain } from './session.ts';
import { setUpSystem } from './setup-tests.ts';

/**
 * Starts a packed desk on a screen nobody sees, signs in at a relay made for it, and answers what the desk
 * says of its local copy. Through Chromium's own door: the fuse has closed Node's.
 */
export async function tryPacked(program: string, runtime: ElectronRuntime): Promise<string> {
  setUpSystem();
  const data = mkdtempSync(join(tmpdir(), 'permanence-packed-'));
  const screen = await startScreen();
  const home = freshHome();
  const settings = {
    PERMANENCE_PORT: '0',
    PERMANENCE_DATA_DIRECTORY: join(data, 'relay'),
    PERMANENCE_LOG_LEVEL: 'error',
  };
  const relay = startRelay({ args: ['--json'], settings });
  try {
    const { url, accounts } = await relayAnnounced(relay);
    const [account] = accounts;
    if (account === undefined) throw new Error('the relay made no account');
    const [command = '', ...args] = withKeychain([
      program,
      ...sandboxArguments(),
      '--remote-debugging-port=0',
      `--user-data=${join(data, 'desk')}`,
      `--relay=${url}`,
    ]);
    const desk = start(command, args, {
      name: 'packed desk',
      env: { ...process.env, ...home.environment, ...runtime.environment, DISPLAY: screen.display },
    });
    const [, address = ''] = await desk.line(/^DevTools listening on (ws:\S+)$/, 30_000);
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    const window = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (window === undefined) throw new Error('the packed desk opened no window');
    await window.getByRole('textbox', { name: french.signIn.login }).fill(account.login);
    await window.getByLabel(french.signIn.password, { exact: true }).fill(account.password);
    await window.getByRole('button', { name: french.signIn.submit }).click();
    const encrypted = window.getByText(french.shell.cache.encrypted);
    const memory = window.getByText(french.shell.cache.memory);
    await encrypted.or(memory).first().waitFor({ state: 'attached' });
    const said = (await encrypted.count()) > 0 ? french.shell.cache.encrypted : french.shell.cache.memory;
    await browser.close();
    await desk.stop();
    return said;
  } finally {
    await relay.stop();
    await screen.stop();
    home.remove();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
}
