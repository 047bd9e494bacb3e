import { resolve } from 'node:path';
import type { Id } from '../protocol/ids.ts';
import { createAccounts } from './accounts/accounts.ts';
import { GroupAdministration, LiveGroups } from './accounts/groups.ts';
import { Officers } from './accounts/officers.ts';
import { createPhrases } from './accounts/phrases.ts';
import type { Config } from './config/index.ts';
import { loadArticles, loadOwnArticles } from './content/articles.ts';
import { loadContent, type Publisher, TERMS_VERSION, terms } from './content/index.ts';
import { loadOrientation, pathTo } from './content/orientation.ts';
import { loadLegalTexts } from './content/pages.ts';
import { openControl } from './control/listen.ts';
import { addExampleStations, type CreatedAccount, createDemonstrationAccounts } from './demonstration.ts';
import type { Rate } from './domain/rate.ts';
import { ContentEditor } from './editing/editor.ts';
import { namesLeadingTo } from './editing/leading.ts';
import { LiveStations } from './editing/stations.ts';
import type { Heartbeat } from './gateway/context.ts';
import { openGateway } from './gateway/gateway.ts';
import { createLog, faultDetails, type Log, type LogTarget } from './gateway/log.ts';
import { createMetrics } from './gateway/metrics.ts';
import { lockDirectory } from './instance-lock.ts';
import { LinkChecker } from './links/checker.ts';
import { CheckedContent } from './links/source.ts';
import { carrierOf, openReturns } from './mail/carrier.ts';
import { masterKeysOf } from './master-key.ts';
import { createHub } from './relay/hub.ts';
import type { Clock } from './relay/ports.ts';
import { createSite } from './site/site.ts';
import type { AccountStore } from './store/accounts.ts';
import { openAccountStore } from './store/sqlite/accounts.ts';
import { openAnnouncements } from './store/sqlite/announcements.ts';
import { openBlocks } from './store/sqlite/blocks.ts';
import { openContentStore } from './store/sqlite/content-edits.ts';
import { openContentUses } from './store/sqlite/content-uses.ts';
import { openErasures } from './store/sqlite/erasures.ts';
import { openGroupStore } from './store/sqlite/groups.ts';
import { openLinkHealth } from './store/sqlite/link-health.ts';
import { openSqliteStore, type SqliteStore } from './store/sqlite/open.ts';
import { openStations } from './store/sqlite/stations.ts';

/** Where `npm run build` puts the citizen's page. */
export const PAGE_DIRECTORY = resolve(import.meta.dirname, '../out/page');

/** Milliseconds for one request of the link checks. */
const LINK_TIMEOUT = 10_000;

export type RelayOptions = {
  readonly clock?: Clock;
  readonly logTarget?: LogTarget;
  readonly pageDirectory?: string;
  readonly heartbeat?: Heartbeat;
  /** How the link checks ask: tests trust their own site, and take no breath. */
  readonly links?: { readonly authorities: readonly string[]; readonly breath: number };
  /** Called with the open store before anything uses it: tests fill its disk or look at its rows. */
  readonly storeOpened?: (store: SqliteStore) => void;
};

export type Relay = {
  readonly url: string;
  readonly port: number;
  /** Demonstration accounts made by this start; their passwords exist nowhere else. */
  readonly accounts: readonly CreatedAccount[];
  /** Drains, closes every socket and the store. Asking twice is the same as once. */
  close(): Promise<void>;
};

export function publisherOf(config: Config): Publisher {
  return {
    service: config.publisherService,
    ministry: config.publisherMinistry,
    publisher: config.publisherName,
    address: config.publisherAddress,
    telephone: config.publisherTelephone,
    director: config.publisherDirector,
    dpo: config.publisherDataProtection,
  };
}

/** A quarter of a minute's worth at once. */
function rateOf(perMinute: number): Rate {
  return { burst: Math.max(1, Math.ceil(perMinute / 4)), perSecond: perMinute / 60 };
}

function urlOf(config: Config, port: number): string {
  const scheme = config.tlsCertificateFile === null ? 'http' : 'https';
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const host = everywhere ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host;
  return `${scheme}://${host}:${port}`;
}

/** Things opened, closed in the opposite order; an error in one does not keep the others open. */
class Opened {
  readonly #closers: (() => Promise<void> | void)[] = [];

  add(closer: () => Promise<void> | void): void {
    this.#closers.push(closer);
  }

  async close(): Promise<void> {
    const errors: unknown[] = [];
    for (const closer of this.#closers.splice(0).reverse()) {
      try {
        await closer();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}

/**
 * Puts the relay together and opens its doors. Rejects, with everything closed again, when the directory is
 * in use, the key is missing or wrong, the store or the content cannot be read, or the port is taken.
 */
export async function startRelay(config: Config, options: RelayOptions = {}): Promise<Relay> {
  const opened = new Opened();
  try {
    const { accounts, port } = await assemble(config, options, opened);
    let closing: Promise<void> | null = null;
    return {
      url: urlOf(config, port),
      port,
      accounts,
      close() {
        closing ??= opened.close();
        return closing;
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** What a rotation of the master key left to do, while the relay already serves. */
function finishRotation(store: SqliteStore, log: Log): void {
  const { pending, left, id: master } = store.masterKey();
  if (!pending) return;
  log('info', 'key-rotation-begun', { master, keys: left });
  store.rotateMaster().then(
    (keys) => log('info', 'key-rotation-finished', { master, keys }),
    (error: unknown) => log('warn', 'key-rotation-not-finished', faultDetails(error)),
  );
}

/** How an officer is called, from their account's row; null for the command line, or an account that is gone. */
function faceOf(rows: AccountStore) {
  return async (actor: string) => {
    const row = await rows.byOfficer(actor);
    return row === null ? null : { rank: row.rank, alias: row.alias };
  };
}

async function assemble(config: Config, options: RelayOptions, opened: Opened) {
  const clock: Clock = options.clock ?? Date.now;
  const log = createLog(config.logLevel, options.logTarget);
  opened.add(lockDirectory(config.dataDirectory));

  const own = config.contentDirectory;
  const catalogue = loadContent(own ?? undefined);
  const content = new CheckedContent(catalogue);
  const publisher = publisherOf(config);
  const mail = carrierOf(config);
  const articles =
    own === null ? loadArticles(catalogue.platforms) : loadOwnArticles(catalogue.platforms, own);
  const orientation = loadOrientation(catalogue.platforms, articles, own ?? undefined);
  const legal = loadLegalTexts(publisher);
  const keys = await masterKeysOf(config);
  const store = await openSqliteStore({
    directory: config.dataDirectory,
    ...keys,
    aside: true,
    onFault: (event, error) => log('error', event, faultDetails(error)),
  });
  opened.add(() => store.close());
  options.storeOpened?.(store);

  const rows = openAccountStore(store.database);
  const accounts = await createAccounts({
    store: rows,
    clock,
    times: { absolute: config.sessionHours * 3_600_000, idle: config.idleMinutes * 60_000 },
    onFault: (event, error) => log('error', event, faultDetails(error)),
  });
  opened.add(() => accounts.close());
  accounts.onEnded(({ officer, session }: { officer: Id; session: Id | null }) =>
    log('info', 'session-ended', { officer, session: session ?? 'all' }),
  );
  const created =
    config.mode === 'demonstration'
      ? await createDemonstrationAccounts(new Officers(rows, clock, 'relay'))
      : [];

  const groupRows = openGroupStore(store.database);
  const groups = new LiveGroups({
    store: groupRows,
    onFault: (event, error) => log('error', event, faultDetails(error)),
  });
  opened.add(() => groups.close());
  await groups.start();

  const metrics = createMetrics();
  opened.add(() => metrics.close());
  const edits = openContentStore(store.database);
  const stationRows = openStations(store.database);
  if (config.mode === 'demonstration') await addExampleStations(stationRows, clock());
  const stations = new LiveStations({
    store: stationRows,
    log: (event, details) => log('info', event, details),
  });
  await stations.reload();
  const hub = await createHub({
    store,
    clock,
    content,
    personal: { of: (officer) => edits.personal(officer) },
    accounts,
    groups,
    stations,
    erasures: {
      notices: openErasures(store.database),
      officers: async () => (await rows.officers()).map(({ officer }) => officer),
    },
    announcements: openAnnouncements(store.database),
    blocks: openBlocks(store),
    mail,
    phrases: await createPhrases(),
    orientation: (id) => {
      const path = orientation === null ? null : pathTo(orientation, id, 'fr');
      const subject = orientation?.leaf(id)?.leaf.subject;
      return path === null || subject === undefined ? null : { path, subject };
    },
    settings: {
      termsVersion: TERMS_VERSION,
      retentionMonths: config.retentionMonths,
      distribute: config.distribution === 'automatic',
      rosterOpens: config.chatOpening === 'roster',
      offerWithin: config.offerSeconds * 1000,
      missedOffers: config.missedOffers,
      unheardWithin: config.unheardEmergencySeconds * 1000,
      groupFirst: config.groupFirstSeconds * 1000,
      mailGiveUp: config.smtpGiveUpHours * 3_600_000,
      deskGrace: config.deskGraceSeconds * 1000,
      citizenGrace: config.citizenGraceSeconds * 1000,
      citizenRate: rateOf(config.citizenFramesPerMinute),
      deskRate: rateOf(config.deskFramesPerMinute),
    },
    log,
    metrics,
  });
  opened.add(() => hub.stop());
  let links: LinkChecker | null = null;
  const editor = new ContentEditor({
    store: edits,
    uses: openContentUses(store.database),
    shipped: catalogue,
    content,
    leadingTo: (platform) => namesLeadingTo(platform, articles, legal),
    face: faceOf(rows),
    clock,
    changed: () => {
      hub.contentChanged();
      links?.edited();
    },
    personalChanged: (officer, responses) => hub.personalChanged(officer, responses),
    log: (event, details) => log('info', event, details),
  });
  await editor.reload();
  const reloadContent = async () => {
    await editor.reload();
    await stations.reload();
  };
  opened.add(await openControl({ directory: config.dataDirectory, hub, reloadContent, store, log }));
  opened.add(await openReturns(config, hub.returns, log));
  finishRotation(store, log);
  if (config.linkChecks) {
    const checker = new LinkChecker({
      content,
      records: openLinkHealth(store.database),
      clock,
      every: config.linkCheckHours * 3_600_000,
      asking: {
        timeout: LINK_TIMEOUT,
        privateAddresses: config.linkCheckPrivateAddresses,
        ...(config.origins[0] === undefined ? {} : { page: config.origins[0] }),
        ...(options.links === undefined ? {} : { authorities: options.links.authorities }),
      },
      ...(options.links === undefined ? {} : { breath: options.links.breath }),
      changed: () => hub.contentChanged(),
      log,
    });
    opened.add(() => checker.stop());
    await checker.start();
    links = checker;
  }

  const site = createSite({
    platforms: () => content.base.platforms,
    articles,
    orientation,
    legal,
    terms: (language) => terms(language, publisher),
    now: clock,
    canMail: mail !== null,
    dpo: publisher.dpo,
    receiptKeys: () => store.publicKeys(),
  });
  const gateway = await openGateway({
    config,
    hub,
    accounts,
    editor,
    stations,
    changeGroup: async (change, officer) => {
      const changed = await new GroupAdministration(groupRows, rows, clock, officer).change(change);
      await groups.read();
      return changed;
    },
    terms: (language) => terms(language, publisher),
    site,
    receipts: store,
    counts: store,
    clock,
    log,
    metrics,
    pageDirectory: options.pageDirectory ?? PAGE_DIRECTORY,
    ...(options.heartbeat === undefined ? {} : { heartbeat: options.heartbeat }),
  });
  opened.add(() => gateway.close());
  return { accounts: created, port: gateway.port };
}
