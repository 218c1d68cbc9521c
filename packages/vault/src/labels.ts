/**
 * Every key-derivation and signature label of suite 1. One label, one key, one use: a test checks that each name
 * is used in exactly one place (SPEC [KEY-2]).
 */
export const KDF = {
  seal: 'seal',
  readCapability: 'read-cap',
  writerCapability: 'write-cap',
  data: 'data',
  control: 'control',
  commitment: 'commit',
  vault: 'vault',
  anchor: 'anchor',
  unlock: 'unlock',
  locate: 'locate',
  login: 'login',
  inviteGuest: 'inv-auth',
  inviteSeal: 'inv-enc',
  slot: 'slot',
  link: 'link-enc',
  carried: 'carried',
  copy: 'copy',
  copyCommitment: 'copy-commit',
  trusted: 'trusted',
  journal: 'journal',
  journalSpace: 'space-of-journal',
} as const;

export const SIGNED = {
  operation: 'hf1/op\0',
  chain: 'hf1/chain\0',
  unlockMethod: 'hf1/um\0',
  deviceMethod: 'hf1/dm\0',
  invite: 'hf1/invite\0',
} as const;

export const HASHED = {
  chain: 'hf1/chain-head',
  device: 'hf1/dev',
  epochKey: 'hf1/ek',
  roster: 'hf1/roster',
  transcript: 'hf1/transcript',
  link: 'hf1/link-words',
  linkKeys: 'hf1/link-keys',
  trustedSecret: 'hf1/trusted-secret',
  request: 'hf1/request-words',
  safety: 'hf1/safety',
  square: 'hf1/square',
} as const;
