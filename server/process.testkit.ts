import { type ChildProcess, spawn } from 'node:child_process';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** A real process of ours, with nothing of PERMANENCE_… in its environment but what is given. */
export class TestProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  out = '';
  err = '';

  constructor(script: string, args: readonly string[], settings: Record<string, string>, input?: string) {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PERMANENCE_'));
    this.child = spawn(process.execPath, [script, ...args], {
      env: { ...Object.fromEntries(inherited), ...settings },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk) => {
      this.out += String(chunk);
    });
    this.child.stderr?.on('data', (chunk) => {
      this.err += String(chunk);
    });
    this.child.stdin?.on('error', () => undefined);
    this.child.stdin?.end(input ?? '');
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code) => resolve({ code, out: this.out, err: this.err }));
    });
  }

  /** The first line of standard output that matches; rejects when the process ends before. */
  line(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const match = this.out
          .split('\n')
          .slice(0, -1)
          .map((line) => pattern.exec(line))
          .find((found) => found !== null);
        if (match !== undefined && match !== null) resolve(match);
      };
      this.child.stdout?.on('data', look);
      look();
      this.ended.then(({ code, err }) => reject(new Error(`ended with ${code}: ${err}`)), reject);
    });
  }
}
