import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Unable } from './unable.ts';

/** A process that a script started and will end. */
export type Started = {
  readonly name: string;
  readonly pid: number;
  /** Its exit code, or null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** The lines it has printed so far, both streams, the last 2,000. */
  readonly lines: readonly string[];
  /** Resolves with the first line (already printed or to come) that matches; rejects when it exits before. */
  line(pattern: RegExp, milliseconds: number): Promise<RegExpMatchArray>;
  /** Asks politely, insists after `grace` milliseconds, and resolves when the process is gone. */
  stop(grace?: number): Promise<void>;
  /** At once, as a power cut would. */
  kill(): Promise<void>;
};

export type StartOptions = {
  readonly name: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with each line as it is printed. */
  readonly onLine?: (line: string) => void;
};

const KEPT_LINES = 2_000;
const running = new Set<Started>();

/** Signals the process and all it started: each runs in a process group of its own. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // Gone already.
  }
}

function follow(child: ChildProcess, lines: string[], onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      onLine(line);
    });
  }
}

/** Starts a process in its own group. It is ended with this one, whatever happens. */
export function start(command: string, args: readonly string[], options: StartOptions): Started {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env === undefined ? process.env : { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const lines: string[] = [];
  const watchers = new Set<(line: string) => void>();
  follow(child, lines, (line) => {
    options.onLine?.(line);
    for (const watcher of watchers) watcher(line);
  });
  const exited = new Promise<number | null>((done) => {
    child.on('error', (error) => {
      lines.push(`${options.name}: ${error.message}`);
      done(127);
    });
    child.on('close', (code) => done(code));
  });
  const started: Started = {
    name: options.name,
    pid: child.pid ?? -1,
    exited,
    lines,
    line(pattern, milliseconds) {
      return new Promise((found, failed) => {
        const give = (why: string) =>
          failed(new Unable(`The ${options.name} ${why}\n${lines.slice(-40).join('\n')}`));
        const timer = setTimeout(
          () => give(`did not print ${pattern} within ${milliseconds} ms`),
          milliseconds,
        );
        const look = (line: string) => {
          const match = line.match(pattern);
          if (match === null) return;
          clearTimeout(timer);
          watchers.delete(look);
          found(match);
        };
        watchers.add(look);
        for (const line of [...lines]) look(line);
        void exited.then((code) => {
          clearTimeout(timer);
          give(`exited (${code}) before it printed ${pattern}`);
        });
      });
    },
    async stop(grace = 5_000) {
      signal(child, 'SIGTERM');
      const timer = setTimeout(() => signal(child, 'SIGKILL'), grace);
      await exited;
      clearTimeout(timer);
      // Its own children may have outlived it.
      signal(child, 'SIGKILL');
    },
    async kill() {
      signal(child, 'SIGKILL');
      await exited;
    },
  };
  running.add(started);
  void exited.then(() => running.delete(started));
  return started;
}

/** Ends everything that this process started, the youngest first. */
export async function stopAll(): Promise<void> {
  for (const started of [...running].reverse()) await started.stop();
}

/** Ctrl-C and termination end what was started, once, then run `after`, and end this process. */
export function stopOnSignals(after: () => void = () => undefined): void {
  let ending = false;
  const end = (code: number) => {
    if (ending) return;
    ending = true;
    void stopAll().finally(() => {
      after();
      process.exit(code);
    });
  };
  process.on('SIGINT', () => end(130));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(129));
  // A crash of the script must not leave a relay or a screen behind.
  process.on('exit', () => {
    for (const started of running) {
      try {
        process.kill(process.platform === 'win32' ? started.pid : -started.pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    }
  });
}
