import { variableOf } from './load.ts';
import type { Setting } from './setting.ts';
import { type Config, SETTINGS, type SettingName } from './settings.ts';

const NAMES = Object.keys(SETTINGS) as SettingName[];

/** The configuration as it may be shown: secrets become "given" or "not given". */
export function describeConfig(config: Config): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of NAMES) {
    const value: unknown = config[name];
    shown[name] = SETTINGS[name].secret ? (value === null ? 'not given' : 'given') : value;
  }
  return shown;
}

/** Every setting with its variable, what it accepts, its default and what it is for; one a line. */
export function describeSettings(): string {
  return NAMES.map((name) => {
    const setting: Setting = SETTINGS[name];
    const fallback = setting.fallback === null ? 'none' : JSON.stringify(setting.fallback);
    return `${variableOf(name)} (${name})\n    ${setting.about}\n    ${setting.expected}; default ${fallback}`;
  }).join('\n');
}
