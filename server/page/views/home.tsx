import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ServiceInfo } from '../../../protocol/http.ts';
import type { AppState } from '../app/app-state.ts';
import { SUBJECTS, type SubjectId } from '../i18n/subjects.ts';
import type { Texts } from '../i18n/texts.ts';
import { AnnouncementBand } from './announcement.tsx';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';
import { HelpSearch } from './help-search.tsx';
import { Icon } from './icons.tsx';
import { ProblemNotice } from './problem.tsx';
import { SilenceSwitch } from './silence-switch.tsx';
import { useSiteAddress } from './site-address.ts';

/** The wait on the home screen is asked for again this often (ms) while it is shown. */
const REFRESH = 60_000;

export function Home({ state }: { readonly state: AppState }): JSX.Element {
  const { app, texts } = usePage();
  const { home } = texts;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void app.refreshService();
    }, REFRESH);
    return () => clearInterval(timer);
  }, [app]);
  return (
    <Frame>
      <AnnouncementBand announcement={state.service?.announcement} />
      <Title>{home.title}</Title>
      <ProblemNotice problem={state.problem} />
      <p class="lead">{home.lead}</p>
      <Opening service={state.service} />
      {home.untranslated !== '' && <p class="quiet-text">{home.untranslated}</p>}
      <SilenceSwitch />
      <Guide chosen={state.orientation ?? null} />
      <SubjectChoice chosen={state.subject} />
      <HelpSearch />
      <p>
        <button type="button" class="link" onClick={app.showReturning}>
          {texts.silence.comeBack}
        </button>
      </p>
      <div class="two">
        <section>
          <h2>{home.doesTitle}</h2>
          <List items={home.does} />
        </section>
        <section>
          <h2>{home.doesNotTitle}</h2>
          <List items={home.doesNot} />
        </section>
      </div>
      <div class="act-bar">
        <Ways state={state} />
      </div>
    </Frame>
  );
}

/** The guided orientation is the relay's own pages; what was chosen there comes back with the person. */
function Guide({ chosen }: { readonly chosen: AppState['orientation'] | null }): JSX.Element {
  const { orientation } = usePage().texts;
  const address = useSiteAddress()('/orientation');
  if (chosen == null) {
    return (
      <a class="button quiet wide" href={address}>
        {orientation.guide}
      </a>
    );
  }
  return (
    <p class="notice">
      {orientation.chosen(chosen.path.join(' › '))} <a href={address}>{orientation.change}</a>
    </p>
  );
}

function List({ items }: { readonly items: readonly string[] }): JSX.Element {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Nobody on duty: the wait has no end that anyone can honestly name. */
function isUnattended(service: ServiceInfo): boolean {
  return service.onDuty === 0;
}

/** What one can do now: the best first. With nobody on duty that is a question left for an answer by e-mail. */
function Ways({ state }: { readonly state: AppState }): JSX.Element | null {
  const { app, texts } = usePage();
  const { deferred } = texts;
  const { busy, service } = state;
  const unattended = service !== null && isUnattended(service);
  const closed = service?.chat === 'closed';
  const byMail = unattended && service.deferred;
  const enter = (deferring: boolean) => () => void app.showTerms(deferring);
  return (
    <>
      {byMail && (
        <button type="button" class="primary wide" aria-disabled={busy} onClick={enter(true)}>
          {deferred.home.leave}
        </button>
      )}
      {!closed && (
        <button
          type="button"
          class={byMail ? 'quiet wide second-way' : 'primary wide'}
          aria-disabled={busy}
          onClick={enter(false)}
        >
          {byMail ? deferred.home.waitInstead : startWords(unattended, texts)}
        </button>
      )}
    </>
  );
}

function startWords(unattended: boolean, { home }: Texts): string {
  return unattended ? home.wait : home.start;
}

function openingWords(service: ServiceInfo, { deferred, home }: Texts): string {
  if (service.chat === 'closed') return deferred.home.closed;
  if (isUnattended(service)) return home.nobody;
  return service.free === 0 ? home.busy : home.open;
}

function Opening({ service }: { readonly service: ServiceInfo | null }): JSX.Element {
  const { texts } = usePage();
  const { home } = texts;
  return (
    <section class="notice opening" aria-label={home.stateTitle}>
      <Icon name="clock" />
      {service === null ? (
        <p>{home.unknown}</p>
      ) : (
        <div>
          <p>
            <strong>{openingWords(service, texts)}</strong>
          </p>
          <p>
            {service.chat === 'open' && home.waiting(service.waiting)}{' '}
            {!isUnattended(service) && home.estimate(service.estimate)}
          </p>
          {isUnattended(service) && <Meanwhile service={service} />}
        </div>
      )}
    </section>
  );
}

/** With nobody on duty: what is offered instead of waiting. */
function Meanwhile({ service }: { readonly service: ServiceInfo }): JSX.Element | null {
  const { deferred } = usePage().texts;
  if (service.deferred) return <p>{deferred.home.offered}</p>;
  return service.chat === 'closed' ? <p>{deferred.home.closedAlone}</p> : null;
}

function SubjectChoice({ chosen }: { readonly chosen: SubjectId | null }): JSX.Element {
  const { app, texts } = usePage();
  return (
    <fieldset class="subjects">
      <legend>{texts.home.subject}</legend>
      <div class="chips">
        {SUBJECTS.map((subject) => (
          <label key={subject} class="chip">
            <input
              type="radio"
              name="subject"
              checked={chosen === subject}
              // A second tap takes the choice back: it is optional, and radio buttons alone cannot say so.
              onClick={() => app.chooseSubject(chosen === subject ? null : subject)}
            />
            <span>{texts.subjects[subject]}</span>
          </label>
        ))}
      </div>
      <div role="status">
        {chosen === 'violence' && (
          <p class="notice notice-danger">
            <Icon name="alert" /> <span>{texts.home.danger}</span>
          </p>
        )}
      </div>
    </fieldset>
  );
}
