import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { setFuses } from './fuses.ts';
import { TRIAL_VERSION } from './trial-runtime.ts';

/** The program inside a packed application, by platform. */
export function packedProgram(folder: string, platform: string, name: string, executable: string): string {
  if (platform === 'darwin') return join(folder, `${name}.app`);
  return join(folder, platform === 'win32' ? `${name}.exe` : executable);
}

/** electron-builder's hook: the fuses are set before anything is signed. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context;
  const program = packedProgram(
    appOutDir,
    electronPlatformName,
    packager.appInfo.productFilename,
    packager.platformSpecificBuildOptions.executableName ?? packager.appInfo.name,
  );
  const trial = packager.config.electronVersion === TRIAL_VERSION;
  const readings = await setFuses(program, trial);
  console.log(`  fuses set and read back: ${readings.length}`);
}
