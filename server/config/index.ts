export { describeConfig, describeSettings } from './describe.ts';
export { type ConfigSources, isLoopback, type LoadedConfig, loadConfig, variableOf } from './load.ts';
export { readDoor } from './setting.ts';
export type { Config } from './settings.ts';
