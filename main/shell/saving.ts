import { realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../protocol/language.ts';
import type { ChosenFile } from '../session/requests.ts';
import type { Log } from '../session/surroundings.ts';
import { WORDS } from './words.ts';

/** Whether a path lies in the desk's own folder, which is destroyed by rules of its own. */
function isInside(path: string, folder: string): boolean {
  try {
    return `${realpathSync(dirname(path))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
  } catch {
    // A folder that is not there cannot be written to either.
    return false;
  }
}

/**
 * Asks where a document goes, and answers how to write it there: for this account alone. The system's own dialog
 * asks before it replaces a file.
 */
export async function chooseFile(
  window: BrowserWindow | null,
  name: string,
  language: Language,
  log: Log,
): Promise<ChosenFile> {
  const words = WORDS[language];
  const options = {
    title: words.exportTitle,
    message: words.exportTitle,
    buttonLabel: words.exportSave,
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  };
  const chosen = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (chosen.canceled || chosen.filePath === '') return { kind: 'cancelled' };
  const path = extname(chosen.filePath) === '' ? `${chosen.filePath}.pdf` : chosen.filePath;
  if (isInside(path, app.getPath('userData'))) return { kind: 'inside' };
  return {
    kind: 'chosen',
    name: basename(path),
    write(bytes) {
      try {
        writeFileSync(path, bytes, { mode: 0o600 });
        return true;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        log('export-not-written', { code });
        return false;
      }
    },
  };
}
