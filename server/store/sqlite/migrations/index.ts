import { journal } from './001-journal.ts';
import { probe } from './002-probe.ts';
import { dailyCounters } from './003-daily-counters.ts';
import { erasureNotices } from './004-erasure-notices.ts';
import { deferredAnswers } from './017-deferred-answers.ts';
import { linkHealth } from './020-link-health.ts';
import { blocks } from './021-blocks.ts';
import { officerGroups } from './024-officer-groups.ts';
import { contentEdits } from './027-content-edits.ts';
import { contentUses } from './028-content-uses.ts';
import { returnPhrases } from './030-return-phrases.ts';
import { announcement } from './032-announcement.ts';
import { stations } from './040-stations.ts';
import { returnPaths } from './053-return-paths.ts';
import { linksLead } from './054-links-lead.ts';
import { mailIds } from './055-mail-ids.ts';
import { accounts } from './100-accounts.ts';
import { auditReason } from './101-audit-reason.ts';
import { dataKeys } from './keys-001-data-keys.ts';
import { rotationAndReceipts } from './keys-002-rotation-and-receipts.ts';
import { addressKeys } from './keys-003-address-keys.ts';
import { signingKeyHistory } from './keys-004-signing-key-history.ts';
import type { Migration } from './migration.ts';

/** The journal database's migrations, in order. Accounts add theirs below, numbered 100 and above. */
export const MIGRATIONS: readonly Migration[] = [
  journal,
  probe,
  dailyCounters,
  erasureNotices,
  deferredAnswers,
  linkHealth,
  blocks,
  officerGroups,
  contentEdits,
  contentUses,
  returnPhrases,
  announcement,
  stations,
  returnPaths,
  linksLead,
  mailIds,
  accounts,
  auditReason,
];

/** The key file's migrations, in order. */
export const KEY_MIGRATIONS: readonly Migration[] = [
  dataKeys,
  rotationAndReceipts,
  addressKeys,
  signingKeyHistory,
];
