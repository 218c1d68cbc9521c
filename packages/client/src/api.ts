import type { Result } from '@holdfast/base';
import type { RECOVERY_WAITS, Response } from '@holdfast/protocol';
import type { StorageFailure } from '@holdfast/sync';
import type {
  Assurance,
  BlobRef,
  Category,
  CHECK_IN,
  FieldDefect,
  FieldsOf,
  GrantDays,
  Home,
  PROFILE,
  RECORD_TYPES,
  RecordTypeName,
  StoredRecord,
} from '@holdfast/recovery';
import type { Contradiction } from './evidence.ts';
import type { CodeDefect } from '@holdfast/vault';
import type { BlobHome } from './blobs.ts';
import type { WaysBack } from './ways-back.ts';

/**
 * Everything a screen can ask of a person's own account. One object implements it (`client.ts`); the web app calls
 * it through a worker, tests and the demo directly. Every outcome a person can meet is a value.
 */
export interface HoldfastApi {
  status(): Promise<Status>;

  /** Makes an account on this device, offline, with nothing asked. `today` is the local calendar day. */
  start(purpose: 'own' | 'supporter', today: string): Promise<Result<void, Failure>>;
  /** Opens the account after a lock or a restart; without `pin` where the phone's own lock is all there is. */
  unlock(pin?: string): Promise<Result<void, UnlockFailure>>;
  /** Forgets every key in memory. */
  lock(): Promise<void>;
  /** Sets, changes or (undefined) removes the PIN of this phone. */
  setPin(pin: string | undefined): Promise<Result<void, Failure>>;
  /** Removes everything from this device; what the server holds can still be recovered with the card. */
  forgetDevice(): Promise<Result<void, Failure>>;
  /** Whether this is the PIN of this phone: asked again before what must not happen to a phone left lying open. */
  confirmPin(pin: string): Promise<Result<void, UnlockFailure>>;
  /**
   * Removes all that was written under one heading, here at once and at the server in the next round, and ends what of
   * it is shared. 'private' leaves the profile, people to ring and choices.
   */
  removeHome(home: Home): Promise<Result<void, SaveFailure>>;
  /**
   * Removes the account: everything it has at the server, then everything on this phone. Its people are told that it is
   * closed. Needs the server; when that goes away half-way, it is finished by the next round, and `leaving` says so.
   */
  deleteAccount(): Promise<Result<void, Failure>>;
  /** All that was written on this page as one sealed file, and the code that opens it: shown once and kept nowhere. */
  saveCopy(): Promise<Result<SavedCopy, Failure>>;
  /** What is in such a file, under its code as typed. Nothing is changed. */
  lookAtCopy(file: Uint8Array, typed: string): Promise<Result<CopyView, CopyFailure>>;
  /** Takes up what this page has not. What is here already stays as it is. Durable when it answers. */
  bringBack(file: Uint8Array, typed: string): Promise<Result<{ added: number }, CopyFailure | SaveFailure>>;

  /** Every readable record of a kind, in order of id, without those whose time is over. */
  records<N extends RecordTypeName>(type: N): Promise<readonly StoredRecord<N>[]>;
  /**
   * Saves a record, or changes the named fields of the one under that id. Durable when it answers. A field that
   * does not fit is named, and nothing is written.
   */
  save<N extends RecordTypeName>(
    type: N,
    fields: Partial<FieldsOf<(typeof RECORD_TYPES)[N]>>,
    id?: string,
  ): Promise<Result<{ id: string }, SaveFailure>>;
  /** Removes a record. Harmless when it is not there. */
  remove(type: RecordTypeName, id: string): Promise<Result<void, SaveFailure>>;
  /** Several changes in one step: all of them, durable when it answers, or none. */
  saveAll(changes: readonly Change[]): Promise<Result<{ ids: readonly string[] }, SaveFailure>>;

  /** Saves a check-in and, when `line` is given, the current line for others, in one step. */
  checkIn(
    fields: Omit<FieldsOf<typeof CHECK_IN>, 'at'>,
    line?: string,
  ): Promise<Result<{ id: string }, SaveFailure>>;
  /** The line others would see now; empty for none. */
  todayLine(): Promise<string>;
  setTodayLine(line: string): Promise<Result<void, SaveFailure>>;

  /** What was typed into a form and not saved, as this phone keeps it; undefined when there is nothing. */
  draft(name: DraftName): Promise<Result<Draft | undefined, Failure>>;
  /**
   * Keeps what is typed into a form, in place of what was kept: sealed, on this phone only, never sent. Durable when it
   * answers. It goes when nobody touched it for 30 days. Errors: 'too-large' above 64 KiB of UTF-8.
   */
  keepDraft(name: DraftName, text: string): Promise<Result<void, Failure | { code: 'too-large' }>>;
  /** Forgets it: it was saved, or thrown away. Harmless when there is none. */
  forgetDraft(name: DraftName): Promise<Result<void, Failure>>;

  profile(): Promise<FieldsOf<typeof PROFILE> | undefined>;
  setName(name: string): Promise<Result<void, SaveFailure>>;

  /** Makes a recovery card, replacing any before it. The code is shown once and kept nowhere. */
  makeCard(): Promise<Result<Card, Failure>>;
  /** Proves that the card was written down: the group (0 to 6) of the code as typed. */
  checkCard(group: number, typed: string): Promise<Result<void, 'different' | Failure['code']>>;
  cancelCard(): Promise<Result<void, Failure>>;
  /** Opens the account of a typed or scanned code on this device, as a new device. */
  recover(typed: string): Promise<Result<void, RecoverFailure>>;

  /** Who may let this person back in together with the server, and how that stands. */
  trusted(): Promise<TrustedView>;
  /** Chooses those people anew: whoever was chosen before holds nothing useful any more. 'refused': they do not fit. */
  chooseTrusted(choice: TrustedChoice): Promise<Result<void, Failure>>;
  stopTrusted(): Promise<Result<void, Failure>>;
  /**
   * On a phone of this person, while somebody asks to be let in: "That is me" to the request with this id, or "Not me: stop
   * this" to all that run.
   */
  answerRecovery(mine: boolean, id: string): Promise<Result<void, Failure>>;

  /** What others gave this person to keep for them. */
  heldShares(): Promise<readonly HeldShareView[]>;
  /** Keeps it, or says no. */
  answerShare(id: string, yes: boolean): Promise<Result<void, Failure>>;
  /** Says yes to the phone whose six words the contact read out on a live call. */
  approveRecovery(contactId: string, words: string): Promise<Result<void, ApproveFailure>>;

  /** On a phone with nothing on it: asks with the code that a trusted person read out. */
  askBack(code: string, language: 'en' | 'es'): Promise<Result<void, AskBackFailure>>;
  /** The request of this phone, if it made one. */
  backIn(): Promise<BackInView | undefined>;
  /** Opens the account here, when its time has come, and shuts every other phone out. */
  comeBack(): Promise<Result<void, RecoverFailure>>;
  /** Forgets the request of this phone. */
  dropBackIn(): Promise<Result<void, Failure>>;

  devices(): Promise<readonly DeviceView[]>;
  /** The name the person gives one of their phones; empty for none. */
  nameDevice(deviceId: string, name: string): Promise<Result<void, SaveFailure>>;
  /** On a phone with nothing on it: makes it known, so that another phone of the same person can let it in. */
  waitToBeLetIn(language: 'en' | 'es'): Promise<Result<{ ticket: string }, Failure>>;
  /** Whether the other phone has answered; then the words that both show. Nothing is opened yet. */
  letInWords(): Promise<Result<readonly string[] | undefined, LinkFailure>>;
  /** The words were the same: opens the account here, as one more phone. */
  comeIn(): Promise<Result<void, RecoverFailure>>;
  /** On a phone that is open: lets in the new one whose code was read. The words are to be compared there. */
  letIn(ticket: string): Promise<Result<{ words: readonly string[] }, LinkFailure>>;
  /** "It was me": stops showing the notice about a new device. */
  acknowledgeDevice(deviceId: string): Promise<Result<void, Failure>>;
  /** "Not me": revokes a device, cancels recovery cards and renews every key. */
  shutOut(deviceId: string): Promise<Result<void, Failure>>;

  /** Makes an invite; the ticket goes into a link (`/i#<ticket>`) or a QR code. */
  invite(request: {
    name: string;
    how: 'qr' | 'link';
    language: 'en' | 'es';
  }): Promise<Result<{ id: string; ticket: string }, Failure>>;
  invites(): Promise<readonly InviteView[]>;
  /** "She did open this": lets the one who answered into the circle. */
  confirmInvite(id: string): Promise<Result<{ contactId: string }, Failure>>;
  cancelInvite(id: string): Promise<Result<void, Failure>>;
  /** Looks at an invite without spending it. */
  peekInvite(ticket: string): Promise<Result<InvitePeek, InviteFailure>>;
  /** Answers an invite under a chosen name. Spends it. */
  acceptInvite(ticket: string, name: string): Promise<Result<void, InviteFailure>>;

  circle(): Promise<readonly ContactView[]>;
  /** The six words both sides read out, for contacts that came by link. */
  sixWords(contactId: string): Promise<readonly string[]>;
  /** The other side read the same six words. */
  confirmWords(contactId: string): Promise<Result<void, CheckFailure>>;
  /** What both sides compare to be sure of each other; works for whoever invited whom. */
  contactCheck(contactId: string): Promise<ContactCheck | undefined>;
  /** The other side read out the same numbers. */
  confirmNumbers(contactId: string): Promise<Result<void, CheckFailure>>;
  /** What was read from the square on the other side's screen. 'mismatch': it is not theirs, or not for this person */
  confirmSquare(contactId: string, text: string): Promise<Result<void, CheckFailure>>;
  /** "They are not the same": nothing goes to them until numbers or squares were the same. */
  holdContact(contactId: string): Promise<Result<void, Failure>>;
  /**
   * "This is the same person, on a new page": the contact before is retired, and what it was given goes on with the
   * new one. The new one must have been made sure of ('needs-words').
   */
  putInPlaceOf(
    contactId: string,
    before: string,
  ): Promise<Result<void, Failure | { code: 'needs-words' } | { code: 'held' }>>;
  share(
    contactId: string,
    category: Category,
    days: GrantDays,
  ): Promise<Result<void, Failure | { code: 'needs-words' } | { code: 'held' }>>;
  /** Leaves a contact one line and stops every share with them; their page looks as before. A new share ends it. */
  goQuiet(contactId: string, line: string): Promise<Result<void, SaveFailure>>;
  /** Stops sharing; silent on the other side. */
  stop(contactId: string, category: Category): Promise<Result<void, Failure>>;
  /** Stops every share with everyone. */
  pauseAll(): Promise<Result<void, Failure>>;
  ledger(): Promise<readonly LedgerLine[]>;

  /** What others put here for this person. */
  sharedWithMe(): Promise<readonly SharedView[]>;

  /** A room with this person in it: everybody in it writes, and sees who is there. */
  makeRoom(name: string): Promise<Result<{ id: string }, SaveFailure>>;
  rooms(): Promise<readonly RoomView[]>;
  /** Says that this person is in a room they were asked into, or is not any more. */
  joinRoom(roomId: string, joined: boolean): Promise<Result<void, SaveFailure>>;
  /** An admin lets a contact in, changes what somebody may do, or lets them go. From then on they get what is written. */
  setInRoom(
    roomId: string,
    accountId: string,
    want: 'admin' | 'member' | 'out',
  ): Promise<Result<void, Failure | { code: 'held' }>>;
  /** Writes a text of at most 2,000 letters in a room. */
  sayInRoom(roomId: string, text: string): Promise<Result<{ id: string }, SaveFailure>>;
  /** What was written in a room since this person is in it, and by whom. In no order of time. */
  saidInRoom(
    roomId: string,
  ): Promise<readonly { readonly id: string; readonly by: string; readonly text: string }[]>;

  /** What can be shown to others of two things that one device signed for one place; no words, no keys. */
  evidence(): Promise<Result<readonly Contradiction[], Failure>>;
  /**
   * Keeps a photo or a voice note for a record of that home; durable when it answers. The ref goes into a field of the
   * record (`blobRefSchema`). `preview` is a small picture of at most 8 KiB that the record carries in itself. One that
   * is `begun` is not sent before a record names it, and goes where neither a record nor a draft names it any more.
   * Errors: 'blob-too-large' above 5 MiB, 'invalid' for another media type than image/… or audio/…, or a large preview.
   */
  saveBlob(
    home: BlobHome,
    bytes: Uint8Array,
    about: { readonly type: string; readonly preview?: Uint8Array; readonly begun?: boolean },
  ): Promise<Result<{ ref: BlobRef }, SaveFailure | { readonly code: 'blob-too-large' }>>;
  /** The bytes behind a ref: from this phone, else from the server. */
  readBlob(ref: BlobRef): Promise<Result<Uint8Array, BlobFailure>>;
  /** Removes it here at once and at the server when there is signal. A blob whose record goes, goes by itself. */
  removeBlob(ref: BlobRef): Promise<Result<void, SaveFailure>>;

  /** The server's key that this browser's push subscription is bound to: 65 bytes. */
  pushKey(): Promise<Result<Uint8Array, Failure>>;
  /** Whether this phone is to be told of what is due. */
  isPushOn(): Promise<boolean>;
  /** Where this phone can be pushed to, or undefined when it is not to be told any more. */
  setPush(subscription: PushSubscriptionKeys | undefined): Promise<Result<void, Failure>>;
  /** Asks somebody whether they would be told if a safety timer of this person runs out. */
  askForTimer(contactId: string): Promise<Result<void, Failure>>;
  /** Whether they said yes. */
  isTimerReady(contactId: string): Promise<boolean>;
  /**
   * Arms a safety timer for one occasion: unless it is cancelled before `at` (ms since 1970, 20 minutes to 14 days ahead),
   * that person is told that this one has not checked in, and nothing else. Answers once the server has it: offline
   * nothing is armed. A timer that was armed before is over with it.
   */
  armTimer(contactId: string, at: number): Promise<Result<{ id: string }, TimerFailure>>;
  /**
   * Cancels the timer. Durable here at once. `went`: it had gone out already; the other person then sees that it is
   * settled. 'offline': the server does not know yet and may still let it go, so ringing is better.
   */
  cancelTimer(): Promise<Result<{ went: boolean }, Failure>>;
  /** The timer that was armed and not cancelled. */
  timer(): Promise<TimerView | undefined>;
  /** People who would like this person to be told when their timer runs out. */
  timerAsks(): Promise<readonly { readonly contactId: string; readonly name: string }[]>;
  /** Says yes to one of them. */
  agreeToTimer(contactId: string): Promise<Result<void, Failure>>;
  /** Notices of other people's timers that were not put away, newest first. */
  notices(): Promise<readonly NoticeView[]>;
  putAwayNotice(id: string): Promise<Result<void, Failure>>;

  /** One full round with the server; resolves when it is done or has failed. */
  sync(): Promise<Result<void, Failure>>;
  /** Keeps in step with the server until `lock`: live hints, polling when there are none. */
  goOnline(): Promise<void>;
}

/** Which form: the kind of record that it makes, and what tells it from the other forms of that kind. */
export type DraftName = `${RecordTypeName} ${string}`;
/** What was typed and not saved, and since when, ms since 1970. */
export interface Draft {
  readonly text: string;
  readonly since: number;
}

/** A change of one record: fields to set (all of them for a new one), or its removal. */
export type Change =
  | { readonly type: RecordTypeName; readonly id: string; readonly remove: true }
  | {
      readonly [N in RecordTypeName]: {
        readonly type: N;
        readonly id?: string;
        readonly fields: Partial<FieldsOf<(typeof RECORD_TYPES)[N]>>;
      };
    }[RecordTypeName];

export interface Status {
  /**
   * empty: no account on this device · locked · open · lost: the browser no longer has this phone's key ·
   * shut-out: another device of this account shut this one out
   */
  readonly phase: 'empty' | 'locked' | 'open' | 'lost' | 'shut-out';
  readonly protection: 'phone' | 'pin';
  /** Seconds until another PIN may be tried; 0 for now. */
  readonly pinWait: number;
  /** Whether the last exchange with the server worked. */
  readonly online: boolean;
  /** Whether the server holds a sealed copy of the account. */
  readonly copyAtServer: boolean;
  /** What there is to come back by when this phone is gone. */
  readonly waysBack: WaysBack;
  /** Whether those are enough to say so: see `isBackedUp`. Never without a copy at the server. */
  readonly backedUp: boolean;
  /** Writes that are on this phone only. */
  readonly onlyHere: number;
  readonly storage: 'ok' | StorageFailure;
  /** Somebody asks to be let in with trusted people, and was neither stopped nor let in. */
  readonly recoveryAsked?: RecoveryAsked;
  /** This phone asked to be let back in, and waits. */
  readonly backIn: boolean;
  /** Ms by which this phone's clock differs from the server's, when that is more than 12 hours; else 0. */
  readonly clockOff: number;
  /** New devices that were not acknowledged here. */
  readonly newDevices: readonly DeviceView[];
  /** Something arrived that could not be right (a fork, another past of this account): all sharing is stopped. */
  readonly alarm: 'none' | 'chain';
  /** Contacts to whom nothing goes until they are made sure of. */
  readonly held: readonly { readonly id: string; readonly name: string }[];
  /** Something that others name has not come for minutes, although the server is in reach. */
  readonly heldBack: boolean;
  /** In the last days the server had less than it had before and did not say so. What this phone has was sent again. */
  readonly setBack: boolean;
  /** The account is being removed from the server, and that is not finished. */
  readonly leaving: boolean;
}

/** offline: needs the server, try again later · refused: the server said no · not-open: unlock first */
export interface Failure {
  readonly code: 'offline' | 'refused' | 'busy' | 'not-open' | 'unknown' | StorageFailure;
}
/** mismatch: what was compared is not the same · held: six words are not enough any more */
export type CheckFailure = Failure | { readonly code: 'mismatch' | 'held' };
export type SaveFailure = Failure | FieldDefect | { readonly code: 'too-large' };
/** unfinished: the other phone has not sent all of it yet · unknown: it was removed, or is not for this account */
export type BlobFailure = Failure | { readonly code: 'unfinished' };
export type UnlockFailure =
  | { readonly code: 'wrong-pin'; readonly wait: number }
  | { readonly code: 'wait'; readonly wait: number }
  | { readonly code: 'lost' }
  | Failure;
export type RecoverFailure =
  { readonly code: 'code'; readonly defect: CodeDefect } | { readonly code: 'no-account' } | Failure;
/** cut: the link lost letters on its way · used · expired · cancelled · self: one's own invite */
export type InviteFailure =
  { readonly code: 'cut' | 'foreign' | 'used' | 'expired' | 'cancelled' | 'self' } | Failure;

/** cut, foreign: not the code of a new phone · used: somebody else answered it · expired: it ran out */
export type LinkFailure = { readonly code: 'cut' | 'foreign' | 'used' | 'expired' } | Failure;

export interface TrustedView {
  readonly people: readonly {
    readonly contactId: string;
    readonly name: string;
    /** over: something changed with them since, so that they count no more until people are chosen anew */
    readonly answer: 'waiting' | 'yes' | 'no' | 'over';
  }[];
  /** How many of them it takes; 0 when nobody was chosen. */
  readonly needed: number;
  readonly waitHours: RecoveryWait;
  /** Whether enough of them keep their part. */
  readonly ready: boolean;
  /** Stopped three times within a month: off until people are chosen anew. */
  readonly off: boolean;
  /** People who can be chosen: those who were made sure of. */
  readonly possible: readonly { readonly contactId: string; readonly name: string }[];
}
/** Hours. */
export type RecoveryWait = (typeof RECOVERY_WAITS)[number];
export interface TrustedChoice {
  /** 2 to 5 contacts. */
  readonly contactIds: readonly string[];
  /** 2 to all of them. */
  readonly needed: number;
  readonly waitHours: RecoveryWait;
}
/** Ms since 1970. */
export interface RecoveryAsked {
  readonly id: string;
  readonly begunAt: number;
  /** When it goes through, if nothing more is said. */
  readonly readyAt: number;
  /** The person said on a phone of theirs that it is them. */
  readonly mine: boolean;
}
export interface HeldShareView {
  readonly id: string;
  readonly contactId: string;
  readonly name: string;
  readonly state: 'asked' | 'kept';
  /** What to read out to a new phone: three groups of four letters. Only when kept. */
  readonly callCode?: readonly string[];
}
/** different: no phone that asks has these words · nobody: no phone asks */
export type ApproveFailure = { readonly code: 'different' | 'nobody' } | Failure;
/** turned-off: the account takes no requests · stopped-lately: one was stopped within the last day */
export type AskBackFailure =
  | { readonly code: 'code'; readonly defect: CodeDefect }
  | { readonly code: 'no-account' | 'turned-off' | 'stopped-lately' }
  | Failure;
export interface BackInView {
  /** To be read out to each trusted person on a live call. */
  readonly words: readonly string[];
  /** Missing while the server is out of reach. */
  readonly standing?: Response<'recovery.read'>;
  /** The server knows the request no more: the people were chosen anew, or it is long over. */
  readonly over?: boolean;
}

/**
 * not-ready: they have not agreed to be told · time: too soon to be warned of, or too far ahead · clock: this phone's clock
 * is wrong by minutes or hours, so a time on it is not the one that is meant
 */
export type TimerFailure = Failure | { readonly code: 'not-ready' | 'time' | 'clock' };

export interface TimerView {
  readonly id: string;
  readonly contactId: string;
  readonly name: string;
  /** Ms since 1970. */
  readonly at: number;
  /** armed: the server has it · unsure: not asked since the app was opened · due: its time has come */
  readonly state: 'armed' | 'unsure' | 'due';
}

export interface NoticeView {
  readonly id: string;
  readonly contactId: string;
  readonly name: string;
  /** When they wanted to have checked in, ms since 1970. */
  readonly at: number;
  /** They have checked in since. Show this first, whatever the notice says. */
  readonly settled: boolean;
}

/** A browser's push subscription (RFC 8030, RFC 8291). */
export interface PushSubscriptionKeys {
  readonly endpoint: string;
  /** 65 bytes. */
  readonly p256dh: Uint8Array;
  /** 16 bytes. */
  readonly auth: Uint8Array;
}

export interface SavedCopy {
  readonly file: Uint8Array;
  /** Seven groups of four letters. */
  readonly groups: readonly string[];
  readonly entries: number;
  /** Photos and voice notes that are not in it: not on this phone and no signal, or too many. */
  readonly left: number;
}

export interface CopyView {
  /** When it was made, ms since 1970. */
  readonly made: number;
  readonly entries: number;
  /** Entries that this page has not. */
  readonly missing: number;
}

/**
 * copy-foreign: no such file · copy-newer: a later version made it · copy-code: another code belongs to it ·
 * copy-damaged: it was cut off or changed
 */
export type CopyFailure =
  | { readonly code: 'copy-foreign' | 'copy-newer' | 'copy-code' | 'copy-damaged' }
  | { readonly code: 'code'; readonly defect: CodeDefect }
  | Failure;

export interface Card {
  /** Seven groups of four letters. */
  readonly groups: readonly string[];
  /** Text of the QR code: code and account id, no name of a person or app. */
  readonly qr: string;
  /** Calendar day it was made, days since 1970. */
  readonly madeDay: number;
}

export interface DeviceView {
  readonly id: string;
  readonly own: boolean;
  readonly revoked: boolean;
  /** The name the person gave it; empty for none. */
  readonly name: string;
}

export interface InviteView {
  readonly id: string;
  /** The name the owner wrote when inviting. */
  readonly name: string;
  readonly how: 'qr' | 'link';
  readonly state: 'open' | 'answered' | 'confirming' | 'done' | 'cancelled' | 'expired';
  /** The name the guest chose, once answered. */
  readonly answeredAs?: string;
  readonly expiresAt: number;
  readonly contactId?: string;
}

export interface InvitePeek {
  readonly name: string;
  readonly categories: readonly string[];
}

export interface ContactView {
  readonly id: string;
  readonly name: string;
  readonly assurance: Assurance;
  /** They deleted their page: nothing reaches them any more. */
  readonly closed: boolean;
  /** Categories shared with them now, each with its end. */
  readonly shares: readonly { category: Category; until: number }[];
  /** The day on which trusted people let them back in, days since 1970. */
  readonly cameBack?: number;
  /** The one line they are left with. */
  readonly quiet?: string;
  /** Nothing goes to them until they are made sure of. */
  readonly held?: true;
}

export interface RoomView {
  readonly id: string;
  readonly name: string;
  /**
   * waiting: not there yet · asked: let in, and did not say yes · in · out: not on its roster any more ·
   * frozen: two histories were seen; it can be read, and a new one is needed to go on
   */
  readonly state: 'waiting' | 'asked' | 'in' | 'out' | 'frozen';
  readonly role?: 'admin' | 'member';
  readonly members: readonly { readonly id: string; readonly role: 'admin' | 'member' }[];
}

/** What two people compare to be sure of each other. */
export interface ContactCheck {
  readonly name: string;
  readonly assurance: Assurance;
  /** Twelve groups of five digits, the same on both sides. */
  readonly numbers: readonly string[];
  /** Text of the square that the other side's phone reads. */
  readonly square: string;
  /** Why nothing goes to them. key: another root key came in their name · differs: the person saw other numbers */
  readonly held?: 'key' | 'differs';
  /** They go on with another page. */
  readonly replaced?: true;
}

export interface LedgerLine {
  readonly contactId: string;
  readonly name: string;
  readonly category: Category;
  readonly from: number;
  readonly until: number;
  /** When it ended: stopped before `until`, or run out at it. */
  readonly ended?: number;
}

export interface SharedView {
  readonly contactId: string;
  readonly name: string;
  /**
   * waiting: they have not confirmed yet · joined · closed: they deleted their page · cancelled or expired: the invite
   * ended before that
   */
  readonly state: 'waiting' | 'joined' | 'closed' | 'cancelled' | 'expired';
  /** Their current line, when one was put here for this person; stays until replaced. */
  readonly line?: string;
  /** The day on which trusted people let them back in, days since 1970. */
  readonly cameBack?: number;
}
