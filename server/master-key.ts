import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config/index.ts';
import { createKeyFile, type KeyProvider, keyFromEnvironment, keyFromFile } from './store/keys.ts';

export type MasterKeys = {
  readonly master: KeyProvider;
  /** During a rotation: the key of before. */
  readonly previous: KeyProvider | null;
};

/** The master keys, as configured. In demonstration mode one is made on the first start, for its owner alone. */
export async function masterKeysOf(config: Config): Promise<MasterKeys> {
  const { masterKeyPreviousFile } = config;
  const previous = masterKeyPreviousFile === null ? null : keyFromFile(masterKeyPreviousFile);
  return { master: await masterOf(config), previous };
}

async function masterOf(config: Config): Promise<KeyProvider> {
  if (config.masterKey !== null) {
    const variable = 'PERMANENCE_MASTER_KEY';
    return keyFromEnvironment(variable, { [variable]: config.masterKey });
  }
  const file = config.masterKeyFile ?? join(config.dataDirectory, 'master.key');
  if (config.mode === 'demonstration' && !existsSync(file)) {
    mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
    await createKeyFile(file);
  }
  return keyFromFile(file);
}
