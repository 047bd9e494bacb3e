/** A message, a note, a closing comment: characters. Apart, for the citizen's page needs no other bound at first. */
export const TEXT_CHARACTERS = 4_000;

/**
 * Every bound of the wire, in one place. Sizes are in bytes of UTF-8 unless they say characters
 * (UTF-16 code units, as `String.length` and the composer's counter count them); times are milliseconds.
 */
export const LIMITS = {
  textCharacters: TEXT_CHARACTERS,
  /** One frame from a citizen: a full message in 4-byte characters, escaped, with room for its envelope. */
  citizenFrameBytes: 32 * 1024,
  /** One frame from a desk: a hello with a full set of cursors is the largest. */
  deskFrameBytes: 64 * 1024,
  /** One HTTP body. */
  httpBodyBytes: 32 * 1024,
  /** One form of the site: a full text of the longest characters, percent-encoded, and its short fields. */
  formBodyBytes: 64 * 1024,
  /** Entries in one `entries` frame; a longer journal comes as several, each naming its range. */
  entriesPerFrame: 200,
  /** Cursors in a desk's hello; a desk follows the rest after it is welcome. */
  helloCursors: 200,
  /** Heads in one `heads` frame. */
  headsPerFrame: 1_000,
  /** Conversations one desk may follow at once. */
  followedPerDesk: 250,
  tagsPerConversation: 12,
  tagCharacters: 40,
  subjectCharacters: 80,
  /** Where something did not work, in a report: characters. */
  placeCharacters: 200,
  /** Places of a message that name its cards, remembered with its draft. */
  draftPlaces: 20,
  /** An e-mail address (RFC 5321, 4.5.3.1.3: a path of 256, with its brackets). */
  addressCharacters: 254,
  groupNameCharacters: 40,
  groups: 30,
  membersPerGroup: 200,
  /** Officers who have a conversation on screen, as desks are told. */
  readersShown: 20,
  /** Colleagues whose advice a holder asks at once. */
  consultedPerConversation: 5,
  aliasCharacters: 40,
  loginCharacters: 64,
  passwordCharacters: 256,
  /** What is announced to everybody: characters, in each language. */
  announcementCharacters: 300,
  /** A reader that leaves this much unsent is cut off, and resumes with its cursor (rule B2). */
  socketBufferBytes: 512 * 1024,
  /** Commands of one sender waiting for the commit. */
  pendingPerSender: 64,
  /** Notes that go along when an officer hands everything over, and the characters of each: within one frame. */
  handOverNotes: 12,
  handOverNoteCharacters: 600,
  /** What was begun in one conversation and goes along with it, whole: in as many notes as it takes. */
  begunCharacters: 20 * TEXT_CHARACTERS,
  /** Officers that one conversation remembers having gone from with all they held (rule Q6): the latest. */
  leftByPerConversation: 10,
  /** Officers who held one conversation before, as far as it remembers them: the latest. */
  heldBeforePerConversation: 20,
  /** Conversations in one `left` frame. */
  leftPerFrame: 200,
  /** Canned responses that one text may be made of, as its sender tells. */
  responsesPerText: 5,
  /** Journal entries one conversation may hold. */
  entriesPerConversation: 5_000,
} as const;

export const TIMES = {
  /** The relay says `beat` this often; a client that hears nothing for `silence` reconnects. */
  beat: 15_000,
  silence: 40_000,
  /** A socket must say `hello` within this. */
  hello: 10_000,
  /** Reconnection: full jitter in [0, min(ceiling, first × 2ⁿ)] (AWS Architecture Blog, 2015). */
  reconnectFirst: 500,
  reconnectCeiling: 20_000,
  /** A desk that vanished keeps its conversations this long, then they return to the head of the queue. */
  deskGrace: 20_000,
  /** A waiting citizen who left without a word keeps the place this long. */
  citizenGrace: 10 * 60_000,
  /** One who left in a hurry with a phrase to come back keeps the place this long. */
  returnGrace: 2 * 60 * 60_000,
} as const;
