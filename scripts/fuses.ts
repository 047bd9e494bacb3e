import {
  FuseState,
  type FuseV1Config,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses';

/**
 * Every fuse of the desk, each decided: the type makes a fuse that a later Electron brings an error here
 * until someone decides about it too.
 */
export const FUSES: Required<Record<FuseV1Options, boolean>> = {
  /** ELECTRON_RUN_AS_NODE would make the signed desk an interpreter for anybody's script. */
  [FuseV1Options.RunAsNode]: false,
  /** Cookies on disk are encrypted with the keychain's key. The desk keeps none; if it ever did, so be it. */
  [FuseV1Options.EnableCookieEncryption]: true,
  /** NODE_OPTIONS could load code before ours. */
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  /** --inspect would open every conversation to whoever may start the desk with an argument. */
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** The archive's header is checked against the hash in the signed program (macOS, Windows). */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  /** A folder beside the archive is not run. */
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  /** We ship no snapshot of our own. */
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** Our window uses a custom protocol; file: has no special rights. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  /** Fast bounds checks for WebAssembly: Electron's default, and no reason against it. */
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** One fuse as it stands in a program. `absent`: this Electron does not have it. */
export type FuseReading = {
  readonly fuse: string;
  readonly wanted: boolean;
  readonly is: boolean | 'absent';
};

function options(): readonly FuseV1Options[] {
  return Object.keys(FUSES).map(Number);
}

/** Reads the fuses of a program back. */
export async function readFuses(program: string): Promise<readonly FuseReading[]> {
  const wire = await getCurrentFuseWire(program);
  return options().map((option) => {
    const state = wire[option];
    const known = state === FuseState.ENABLE || state === FuseState.DISABLE;
    return {
      fuse: FuseV1Options[option] ?? String(option),
      wanted: FUSES[option],
      is: known ? state === FuseState.ENABLE : 'absent',
    };
  });
}

/**
 * Sets every fuse and checks the result. Throws when one is not as decided. An older runtime may lack the
 * newest fuses: `lenient` leaves those out, and is for the trial runtime only.
 */
export async function setFuses(program: string, lenient: boolean): Promise<readonly FuseReading[]> {
  const before = await readFuses(program);
  const present = new Set(before.filter((reading) => reading.is !== 'absent').map((reading) => reading.fuse));
  const absent = options().filter((option) => !present.has(FuseV1Options[option] ?? ''));
  if (absent.length > 0 && !lenient) {
    throw new Error(`this Electron lacks fuses: ${absent.map((option) => FuseV1Options[option]).join(', ')}`);
  }
  const config: FuseV1Config = {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
  };
  for (const option of options()) if (!absent.includes(option)) config[option] = FUSES[option];
  await flipFuses(program, config);
  const after = await readFuses(program);
  const wrong = after.filter((reading) => reading.is !== 'absent' && reading.is !== reading.wanted);
  if (wrong.length > 0) throw new Error(`fuses not set: ${wrong.map((reading) => reading.fuse).join(', ')}`);
  return after;
}
