import { RefreshCw, TriangleAlert } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SignInOutcome } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { useBusy } from '../components/useBusy.ts';
import { stopwatch } from '../format/time.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { useClock, useDesk, useText, useView } from './provider.ts';

/** Refused for what was typed: then it is typed again. Anything else is tried again as it stands. */
const MISTYPED: ReadonlySet<string> = new Set(['sign-in-failed', 'locked-out']);
/** How long a password stays in its field after a try that failed: nobody may be there any more. Milliseconds. */
const KEPT_FOR = 120_000;

type Refusal = {
  readonly code: string;
  readonly until: number | null;
  /** Which try it was the answer to. */
  readonly attempt: number;
};

function isKnown(code: string, errors: Catalogue['signIn']['errors']): code is keyof typeof errors {
  return code in errors;
}

function errorText(refusal: Refusal, left: number, text: Catalogue['signIn']): string {
  if (refusal.code === 'locked-out') {
    return left > 0 ? text.lockedFor(stopwatch(left)) : text.unlocked;
  }
  return isKnown(refusal.code, text.errors) ? text.errors[refusal.code] : text.errors.other;
}

/** What the relay said when it put the desk out, and how to try again when it does not answer. */
function SignInNotice() {
  const text = useText().signIn;
  const desk = useDesk();
  const notice = useView((view) => view.state?.notice ?? null);
  if (notice === null) return null;
  return (
    <div className="sign-in-notice" data-notice={notice} role="status">
      <p>{text.notices[notice]}</p>
      {notice === 'relay-unreachable' && (
        <button type="button" className="button" onClick={desk.reconnect}>
          <RefreshCw size={16} />
          {text.retry}
        </button>
      )}
    </div>
  );
}

/** The first screen of a desk nobody is signed in to. */
export function SignIn() {
  const { signIn: text, shell } = useText();
  const desk = useDesk();
  const relay = useView((view) => view.state?.relay ?? '');
  const trial = useView((view) => view.state?.trial ?? false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { busy, run } = useBusy();
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const forgetting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const left = useClock((now) => Math.max(0, Math.ceil(((refusal?.until ?? 0) - now) / 1000) * 1000));
  const locked = refusal?.code === 'locked-out' && left > 0;

  useEffect(() => {
    login.current?.focus();
    return () => clearTimeout(forgetting.current);
  }, []);

  function emptyPassword(): void {
    if (password.current !== null) password.current.value = '';
  }

  function show(outcome: SignInOutcome): void {
    if (outcome.kind === 'done') return;
    const wait = outcome.retryAfter;
    const until = wait === null ? null : desk.clock.getState().now + wait;
    setRefusal((before) => ({ code: outcome.code, until, attempt: (before?.attempt ?? 0) + 1 }));
    if (MISTYPED.has(outcome.code)) emptyPassword();
    else forgetting.current = setTimeout(emptyPassword, KEPT_FOR);
    // From here Enter tries again.
    password.current?.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const name = login.current?.value.trim() ?? '';
    const secret = password.current?.value ?? '';
    if (locked || name === '' || secret === '') return;
    clearTimeout(forgetting.current);
    run(async () => show(await desk.signIn(name, secret)));
  }

  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit}>
        <header>
          <p className="brand">{shell.product}</p>
          <h1>{text.title}</h1>
          <p className="sign-in-relay">
            {text.relay} <code>{relay}</code>
          </p>
        </header>
        <SignInNotice />
        <label className="field">
          <span>{text.login}</span>
          <input
            ref={login}
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={LIMITS.loginCharacters}
          />
        </label>
        <label className="field">
          <span>{text.password}</span>
          <input
            ref={password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={LIMITS.passwordCharacters}
            aria-describedby="sign-in-error"
          />
        </label>
        <div id="sign-in-error" role="alert">
          {refusal !== null && (
            // Another one each time: the same words after another try are heard again.
            <p key={refusal.attempt} className="problem-line">
              <TriangleAlert size={16} />
              <span>{errorText(refusal, left, text)}</span>
            </p>
          )}
        </div>
        <button type="submit" className="button primary" disabled={busy || locked}>
          {busy ? text.submitting : text.submit}
        </button>
        <p className="quiet">{text.confidential}</p>
        {trial && <p className="badge">{shell.trial}</p>}
      </form>
    </main>
  );
}
