/** Whether this browser can hand text to another app. */
export const canShare = (): boolean => typeof navigator.share === 'function';

/** Opens the phone's own share sheet. False when the person closed it or it failed. */
export async function shareLink(url: string): Promise<boolean> {
  try {
    await navigator.share({ url });
    return true;
  } catch {
    return false;
  }
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export const printPage = (): void => window.print();
export const reloadPage = (): void => location.reload();
