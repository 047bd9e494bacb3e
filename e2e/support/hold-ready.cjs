'use strict';

const { EventEmitter } = require('node:events');

/**
 * Loaded before the desk (NODE_OPTIONS) where Playwright drives it. A window that opens while Playwright is still being
 * told of the others is waited for in vain, and Playwright's own loader, which prevents that, needs a command line
 * that an Electron with its application inside does not have, and takes the keychain away besides. So Electron's
 * `ready` is held back until Playwright, attached, calls `__playwright_run` as it does of its loader.
 */
function holdReady(app) {
  const { whenReady } = app;
  const emit = (...all) => EventEmitter.prototype.emit.apply(app, all);
  let readyArguments = null;
  let ready = false;
  let run;
  const running = new Promise((resolve) => {
    run = resolve;
  });
  app.emit = (event, ...rest) => {
    if (event !== 'ready' || readyArguments !== null) return emit(event, ...rest);
    readyArguments = rest;
    return true;
  };
  app.isReady = () => ready;
  app.whenReady = () => running;
  globalThis.__playwright_run = async () => {
    await whenReady.call(app);
    ready = true;
    run();
    emit('ready', ...(readyArguments ?? []));
  };
}

if (process.type === 'browser') {
  delete process.env.NODE_OPTIONS;
  // Electron is not there yet: it is taken at its first own use.
  const linkedBinding = process._linkedBinding;
  process._linkedBinding = (name) => {
    const binding = linkedBinding.call(process, name);
    if (name === 'electron_browser_app') {
      process._linkedBinding = linkedBinding;
      holdReady(binding.app);
    }
    return binding;
  };
}
