import { shell } from 'electron';

/**
 * Opens an address of the catalogue in the system's browser: the only way out of the desk. It was looked up
 * by id in main; it is checked once more here, because whatever `openExternal` is given, the system runs.
 */
export async function openInBrowser(address: string): Promise<void> {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') return;
  await shell.openExternal(address);
}
