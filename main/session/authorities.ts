import * as tls from 'node:tls';
import type { Log } from './surroundings.ts';

/**
 * A ministry's relay is vouched for by the ministry's own authority, which stands in the system's store, not
 * in Node's. Adds the system's authorities to those Node trusts, where this Node can; removes none, and
 * overrides no error.
 */
export function trustSystemAuthorities(log: Log): void {
  // Absent from the older Node of the trial runtime.
  if (!('setDefaultCACertificates' in tls) || typeof tls.setDefaultCACertificates !== 'function') return;
  try {
    tls.setDefaultCACertificates([
      ...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]),
    ]);
  } catch {
    log('system-authorities-not-read');
  }
}
