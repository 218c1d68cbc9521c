import type { InviteView } from '@holdfast/client';

/** Which part of an invite is in view. */
export type InviteStep = 'card' | 'form' | 'qr' | 'link' | 'waiting' | 'answered' | 'joined' | 'over';

export interface InviteFacts {
  /** The invite that was made or looked up; undefined before there is one. */
  readonly invite: InviteView | undefined;
  /** Whether its ticket is still held in this tab: only then can it be shown again. */
  readonly ticket: boolean;
  readonly card: 'none' | 'made' | 'checked';
  /** The person chose to go on without a card. */
  readonly cardLater: boolean;
}

export function inviteStep({ invite, ticket, card, cardLater }: InviteFacts): InviteStep {
  if (!invite) return card === 'none' && !cardLater ? 'card' : 'form';
  switch (invite.state) {
    case 'answered':
      return 'answered';
    case 'confirming':
    case 'done':
      return 'joined';
    case 'cancelled':
    case 'expired':
      return 'over';
    case 'open':
      return ticket ? invite.how : 'waiting';
  }
}
