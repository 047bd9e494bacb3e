import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as z from 'zod';

/** What the bench asks of a server it measures, over the process's own channel, never over its sockets. */
export const Question = z.discriminatedUnion('kind', [
  z.strictObject({ id: z.int(), kind: z.literal('memory') }),
  /** Processor time and the loop's delay since the last `usage`. */
  z.strictObject({ id: z.int(), kind: z.literal('usage') }),
  z.strictObject({ id: z.int(), kind: z.literal('profile-start') }),
  z.strictObject({ id: z.int(), kind: z.literal('profile-stop'), file: z.string() }),
]);
export type Question = z.infer<typeof Question>;

export const Memory = z.strictObject({
  /** As it stood when it was asked for, garbage and empty pages included. */
  rssAsFound: z.number(),
  rss: z.number(),
  heapUsed: z.number(),
  external: z.number(),
});
export type Memory = z.infer<typeof Memory>;

export const Usage = z.strictObject({
  /** Milliseconds. */
  cpu: z.number(),
  wall: z.number(),
  loopP99: z.number(),
  loopMaximum: z.number(),
});
export type Usage = z.infer<typeof Usage>;

export const Answer = z.strictObject({ id: z.int(), value: z.unknown() });
export const Ready = z.strictObject({ kind: z.literal('ready'), port: z.int() });

/**
 * What the process needs, not what it happened to keep: the handshakes of a crowd leave garbage and empty pages that V8
 * gives back only when it is pressed. The last-resort collection presses; a second one takes what finalizers let go of.
 */
async function memory(): Promise<Memory> {
  const rssAsFound = process.memoryUsage.rss();
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await new Promise((next) => setTimeout(next, 50));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rssAsFound, rss, heapUsed, external };
}

/**
 * Answers the bench's questions for as long as the process lives; the parent's end is its end. `other` takes what is
 * no question of the bench.
 */
export function serveControl(port: number, other?: (message: unknown) => void): void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let cpu = process.cpuUsage();
  let since = performance.now();
  let profiler: Session | null = null;

  const usage = (): Usage => {
    const spent = process.cpuUsage(cpu);
    const now = performance.now();
    const value = {
      cpu: (spent.user + spent.system) / 1000,
      wall: now - since,
      loopP99: delay.percentile(99) / 1e6,
      loopMaximum: delay.max / 1e6,
    };
    delay.reset();
    cpu = process.cpuUsage();
    since = now;
    return value;
  };

  const answer = async (question: Question): Promise<unknown> => {
    switch (question.kind) {
      case 'memory':
        return memory();
      case 'usage':
        return usage();
      case 'profile-start':
        profiler = new Session();
        profiler.connect();
        await profiler.post('Profiler.enable');
        await profiler.post('Profiler.setSamplingInterval', { interval: 500 });
        await profiler.post('Profiler.start');
        return null;
      case 'profile-stop': {
        const stopped = await profiler?.post('Profiler.stop');
        profiler?.disconnect();
        profiler = null;
        await writeFile(question.file, JSON.stringify(stopped?.profile ?? null));
        return null;
      }
    }
  };

  process.on('message', (raw) => {
    const read = Question.safeParse(raw);
    if (!read.success) {
      if (other === undefined) throw read.error;
      other(raw);
      return;
    }
    const { id } = read.data;
    void answer(read.data).then((value) => process.send?.({ id, value }));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ kind: 'ready', port });
}
