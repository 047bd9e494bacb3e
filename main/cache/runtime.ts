/** The database's compiled code needs Node-API 10: Node 24, or Electron from 35 on. It crashes older ones. */
export const OLDEST_NODE = 24;
export const OLDEST_ELECTRON = 35;

/** Whether the encrypted cache can run in a process of these versions. */
export function canRun(versions: { readonly node: string; readonly electron?: string | undefined }): boolean {
  const major = (version: string) => Number.parseInt(version, 10);
  if (versions.electron !== undefined) return major(versions.electron) >= OLDEST_ELECTRON;
  return major(versions.node) >= OLDEST_NODE;
}
