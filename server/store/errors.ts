/** The disk or the database has no room left. Nothing of the batch was written. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

/** A journal was not as long as the writer believed, or an id was already taken: somebody else wrote. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict';
}

/** The store cannot be read or written now (busy, input/output error); trying again later may work. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The master key given is not the one that wrapped this store's keys. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey';
}

/** What is on disk is not what was written. */
export class StoreCorrupt extends Error {
  override readonly name = 'StoreCorrupt';
}

/** The store was written by a later version of this program. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew';
}

export type StoreError =
  | StoreFull
  | StoreConflict
  | StoreUnavailable
  | WrongMasterKey
  | StoreCorrupt
  | StoreTooNew;
