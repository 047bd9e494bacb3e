import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { HEADERS, SCHEME, servedFile } from './served-file.ts';

/** Before `ready`: the scheme is a proper, secure origin, and may do nothing more than that. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the window's files to one session, from one folder. */
export function serveWindow(session: Session, root: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? servedFile(root, request.url) : null;
    if (file === null) return new Response(null, { status: 404, headers: HEADERS });
    try {
      const body = await readFile(file.path);
      return new Response(new Uint8Array(body), { headers: { ...HEADERS, 'content-type': file.type } });
    } catch {
      return new Response(null, { status: 404, headers: HEADERS });
    }
  });
}
