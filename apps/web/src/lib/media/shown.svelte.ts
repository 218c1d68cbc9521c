import type { Result } from '@holdfast/base';
import type { BlobFailure } from '@holdfast/client';
import { session } from '#lib/account/session.svelte.ts';
import { fileAddress, forgetFile } from '#lib/platform/save-file.ts';
import type { MediaDraft, SavedMedia } from './drafts.ts';
import { isNew } from './drafts.ts';

/** A photo or voice note while a screen shows it: its address in this page, which is forgotten afterwards. */
export class Shown {
  address: string | undefined = $state();
  failure: BlobFailure | undefined = $state.raw();

  /** Fetches it and gives it an address. Returns what ends that. */
  show(item: MediaDraft): () => void {
    let over = false;
    let made: string[] = [];
    const put = (bytes: Uint8Array, type: string): void => {
      if (over) return;
      this.address = fileAddress(bytes, type);
      made.push(this.address);
    };
    this.failure = undefined;
    if (isNew(item)) put(item.bytes, item.type);
    else if (item.bytes) put(item.bytes, item.blob.type);
    else {
      const { blob } = item;
      // A preview is of the kind that the photo is.
      if (blob.preview) put(blob.preview, blob.type);
      void read(item).then((bytes) => {
        if (over || !bytes) return;
        if (bytes.ok) put(bytes.value, blob.type);
        else this.failure = bytes.error;
      });
    }
    return () => {
      over = true;
      for (const address of made) forgetFile(address);
      made = [];
      this.address = undefined;
    };
  }
}

async function read({ blob }: SavedMedia): Promise<Result<Uint8Array, BlobFailure> | undefined> {
  try {
    return await session.api.readBlob($state.snapshot(blob) as typeof blob);
  } catch {
    // The account was closed meanwhile; the shell says so in place of this page.
    return undefined;
  }
}
