import { app } from 'electron';

const NAME = 'GDK_GL';

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
