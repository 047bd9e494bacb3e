import { app, type Session, type WebContents } from 'electron';
import type { Log } from '../session/surroundings.ts';
import { ORIGIN } from './served-file.ts';

/** A session that asks for nothing, is granted nothing, stores nothing and reaches nothing but our scheme. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    log('permission-refused', { permission });
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  // Belt and braces beside the content security policy: no request leaves the window, whoever asks.
  session.webRequest.onBeforeRequest((details, decide) => {
    const ours = details.url.startsWith(`${ORIGIN}/`) || details.url.startsWith('data:');
    const inspector = !app.isPackaged && details.url.startsWith('devtools:');
    if (!ours && !inspector) log('request-refused', { type: details.resourceType });
    decide({ cancel: !ours && !inspector });
  });
}

function guardContents(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(() => {
    log('window-refused');
    return { action: 'deny' };
  });
  // The window is one page for its whole life: it is loaded from main, which no navigation event concerns.
  contents.on('will-navigate', (event) => {
    log('navigation-refused');
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Every web contents there is or will be, whoever makes it. */
export function guardEverything(log: Log): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
  // The default, written down: a certificate that does not hold is never accepted, a proxy never answered.
  app.on('certificate-error', (event, _contents, _url, error, _certificate, decide) => {
    event.preventDefault();
    log('certificate-refused', { error });
    decide(false);
  });
  app.on('login', (event) => event.preventDefault());
}
