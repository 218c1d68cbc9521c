import * as v from 'valibot';
import { words } from '../fields.ts';
import { blobRefSchema } from './blob-ref.ts';

/** Photos and voice notes that one record carries at most. */
export const MEDIA_MOST = 4;
/** Longest text of what a photo shows or a voice note says, UTF-16 code units. */
export const MEDIA_SAYS_LENGTH = 1000;
/** Longest voice note, seconds. */
export const VOICE_SECONDS = 5 * 60;

/** A photo or a voice note in a record; its media type says which. */
export const mediaSchema = v.object({
  blob: blobRefSchema,
  /** What it shows or says in the person's own words, for search and for who cannot see or hear it; may be empty. */
  says: words(MEDIA_SAYS_LENGTH),
  /** Length of a voice note. */
  seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3600))),
});
export type Media = v.InferOutput<typeof mediaSchema>;

/** The field of a record that carries photos and voice notes; none in records of before there were any. */
export const mediaField = v.optional(v.pipe(v.array(mediaSchema), v.maxLength(MEDIA_MOST)), []);

export const isVoice = ({ blob }: { readonly blob: { readonly type: string } }): boolean =>
  blob.type.startsWith('audio/');

/** Words to look for in what photos show and voice notes say, one a line. */
export const mediaText = (media: readonly Media[]): string => media.map(({ says }) => says).join('\n');
