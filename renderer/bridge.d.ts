import type { Bridge } from '../protocol/ipc.ts';

declare global {
  interface Window {
    /** Put there by the preload: the window's only way out. */
    readonly permanence: Bridge;
  }
}
