/** Sizes and counts that client and server both keep to. Bytes unless the name says otherwise. */
export const LIMITS = {
  envelopeBytes: 256 * 1024,
  /** A whole request body; refused before it is parsed. */
  requestBytes: 2 * 1024 * 1024,
  appendEnvelopes: 64,
  pullSpaces: 64,
  pullEnvelopes: 256,
  /** A pull answer stops early once it carries this much. */
  pullBytes: 4 * 1024 * 1024,
  proofs: 64,
  accountKeys: 32,
  accountRecordBytes: 4 * 1024,
  /** Each renewal of an account's keys adds 1.6 KB for good, 1.4 KB of it to the chain: room for 80 and more. */
  vaultBytes: 256 * 1024,
  /** A chain: what a phone keeps of somebody in one write has room for it. */
  chainBytes: 100 * 1024,
  /** They carry the chain. */
  offerBytes: 112 * 1024,
  answerBytes: 112 * 1024,
  completionBytes: 16 * 1024,
  inviteHours: 72,
  /** How long an answered invite waits for the inviter, and how long a spent one can still say so. */
  inviteKeptDays: 30,
  liveSpaces: 256,
  /** The largest photo or voice note, before padding and sealing. */
  blobBytes: 5 * 1024 * 1024,
  /** Plain bytes of a chunk. Sealing adds a nonce and a tag. */
  blobChunkBytes: 64 * 1024,
  blobSealedChunkBytes: 64 * 1024 + 24 + 16,
  /** Chunks of the largest blob: 5 MiB and its length, padded, is 5,373,952 bytes. */
  blobChunks: 82,
  /** Chunks in one answer: half a megabyte, so that little is lost where an answer is cut off. */
  blobAnswerChunks: 8,
  /** Chunks that a space may hold in all: 512 MiB. */
  spaceChunks: 8192,
  /** Items of one group: two weeks with one every hour, and room. */
  dueItems: 512,
  /** Mailboxes one call may post to: a ladder of many people. */
  duePosts: 32,
  /** Items that may wait in a mailbox. */
  mailboxItems: 2048,
  /** How far ahead an item may be due. */
  dueDays: 15,
  /** Sealed contents of an ask or a timer's note: always as much, whatever it says. */
  dueSealedBytes: 512,
  /** How long something that was due can still be read, and is remembered so that it does not come twice. */
  dueKeptDays: 30,
  mailboxPage: 64,
  /** Devices of one account that are told. */
  pushSlots: 16,
  /** Trusted people of one account. */
  approvers: 5,
  /** A share sealed to a phone. */
  approvalBytes: 2 * 1024,
  /** Requests of one account that are remembered at once; those of them that wait are at most half. */
  recoveryRequests: 16,
  recoveryOpen: 8,
  endpointLetters: 1024,
  /** How long an unfinished upload waits for its rest, and a removal is remembered. */
  blobKeptDays: 90,
} as const;
