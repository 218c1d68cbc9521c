import type { Result } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type {
  ApiError,
  Envelope,
  EnvelopeId,
  EnvelopeKind,
  SpaceId,
  StoredEnvelope,
} from '@holdfast/protocol';
import { envelopeIdOf, parseEnvelope } from '@holdfast/protocol';
import type { NewEnvelope } from '../db/queries/envelopes.ts';
import { sha256 } from '../sha256.ts';
import { refuse } from '../verbs.ts';

/** The envelopes of a request, all of one kind, one writer and this space. Anything else is 'invalid'. */
export function readBatch(
  spaceId: SpaceId,
  kind: EnvelopeKind,
  batch: readonly Uint8Array[],
): Result<readonly [Envelope, ...Envelope[]], ApiError> {
  const envelopes: Envelope[] = [];
  for (const bytes of batch) {
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) return refuse(parsed.error === 'size' ? 'too-large' : 'invalid');
    const { header } = parsed.value;
    const writerId = envelopes[0]?.header.writerId ?? header.writerId;
    if (header.spaceId !== spaceId || header.kind !== kind || header.writerId !== writerId)
      return refuse('invalid');
    envelopes.push(parsed.value);
  }
  const [first, ...rest] = envelopes;
  return first === undefined ? refuse('invalid') : ok([first, ...rest]);
}

/** Where a writer's chain in a space ends. */
export interface Head {
  readonly wseq: number;
  readonly id: EnvelopeId;
}

/**
 * [REL-6] The place of a batch in a writer's chain: which of it is stored already, and what is to be added
 * after `lastSeq`. `stored` holds what is stored at the batch's own positions and at the head.
 * `epochFits` refuses an envelope that is new but under the wrong epoch.
 */
export function placeBatch(
  head: Head,
  lastSeq: number,
  batch: readonly Envelope[],
  stored: ReadonlyMap<number, StoredEnvelope>,
  epochFits: (epoch: number) => ApiError | undefined,
): Result<{ readonly seqs: readonly number[]; readonly added: readonly NewEnvelope[] }, ApiError> {
  const seqs: number[] = [];
  const added: NewEnvelope[] = [];
  let { wseq, id } = head;
  for (const envelope of batch) {
    const { header, bytes } = envelope;
    const known = stored.get(header.wseq);
    if (known !== undefined) {
      if (!equalBytes(known.bytes, bytes)) return conflictAt(header.wseq, known);
      seqs.push(known.seq);
      continue;
    }
    const misfit = epochFits(header.epoch);
    if (misfit !== undefined) return err(misfit);
    // A second new envelope for one position, or a gap.
    if (header.wseq !== wseq + 1) return conflictAt(head.wseq);
    if (!equalBytes(header.prev, id)) return conflictAt(head.wseq, stored.get(head.wseq));
    wseq = header.wseq;
    id = envelopeIdOf(sha256, envelope);
    const seq = lastSeq + added.length + 1;
    added.push({
      spaceId: header.spaceId,
      writerId: header.writerId,
      seq,
      wseq,
      epoch: header.epoch,
      id,
      bytes,
    });
    seqs.push(seq);
  }
  return ok({ seqs, added });
}

/** `wseq` is the position of `stored` or, without it, the writer's last position. */
const conflictAt = (wseq: number, stored?: StoredEnvelope) =>
  refuse('conflict', stored === undefined ? { wseq } : { wseq, stored: stored.bytes });
