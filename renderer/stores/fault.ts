/**
 * Whether an error that nobody caught is one. A browser also says in this way that sizes it was asked to watch changed
 * again while it told of them, and that it tells the rest with the next frame (Resize Observer, 3.4.5): nothing failed,
 * and an officer who has just sent something must not read that it did.
 */
export function isFault({ message }: Pick<ErrorEvent, 'message'>): boolean {
  return !message.startsWith('ResizeObserver loop');
}
