import { app } from 'electron';

const NAME = 'GDK_GL';

/**
 * Before `ready`: where there is no graphics card, Chromium draws by itself, as it does anyway, and does not load a second
 * drawing library for the 3D that the desk has none of: some 10 MB, and a compiler at run time that no page may reach.
 * https://chromium.googlesource.com/chromium/src/+/main/docs/gpu/swiftshader.md
 */
export function keepGraphicsPlain(): void {
  app.commandLine.appendSwitch('disable-software-rasterizer');
}

/**
 * Before `ready`: has GTK draw the system's menus and dialogs without OpenGL, unless the environment decides otherwise.
 * With it GTK loads a graphics driver into the main process for good: some 100 MB where there is no graphics card, and
 * nothing of the desk is drawn with it (the window is Chromium's). https://docs.gtk.org/gtk3/running.html, "GDK_GL".
 */
export function keepToolkitLight(): void {
  if (process.platform !== 'linux' || process.env[NAME] !== undefined) return;
  process.env[NAME] = 'disable';
  // GTK has read it by then. A browser that the desk opens must not inherit it.
  void app.whenReady().then(() => delete process.env[NAME]);
}
