import { app, type BrowserWindow, nativeImage } from 'electron';
import type { Language } from '../../protocol/language.ts';
import { badgeOf, type Counts } from '../session/counts.ts';
import { type Colour, numbered } from './icons.ts';
import { SIGNS } from './words.ts';

const SIZE = 16;
const RED: Colour = [179, 18, 32];
const BLUE: Colour = [31, 86, 176];
const WHITE: Colour = [255, 255, 255];

/** The number on the dock (macOS, some Linux desktops) or over the task bar's icon (Windows). */
export function showBadge(window: BrowserWindow | null, counts: Counts, language: Language): void {
  const count = badgeOf(counts);
  app.setBadgeCount(count);
  if (process.platform !== 'win32' || window === null) return;
  const colour = counts.emergencies > 0 ? RED : BLUE;
  const bitmap = numbered(SIZE, count, colour, WHITE);
  const icon = nativeImage.createFromBitmap(bitmap, { width: SIZE, height: SIZE });
  window.setOverlayIcon(count === 0 ? null : icon, count === 0 ? '' : SIGNS[language].counts(counts));
}
