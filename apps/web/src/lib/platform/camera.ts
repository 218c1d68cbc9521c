/** Whether this browser could show a camera at all. Whether the person allows it is known only by asking. */
export const canScan = (): boolean =>
  Boolean((navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia);

/** Looks at a few pictures a second: a cheap phone decodes each in about 100 ms. */
const EVERY_MS = 250;
/** Wide enough to read a card's code at arm's length, small enough to decode quickly. */
const WIDTH = 640;

/**
 * Shows the back camera in `video` and hands on every QR text it sees, until `found` answers true or `stop` is called.
 * Throws when there is no camera or it is refused. Pictures never leave the page.
 */
export async function scan(video: HTMLVideoElement, found: (text: string) => boolean): Promise<() => void> {
  const [stream, { default: jsQR }] = await Promise.all([
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }),
    import('jsqr'),
  ]);
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const stop = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const timer = setInterval(() => {
    if (!context || video.videoWidth === 0) return;
    canvas.width = Math.min(WIDTH, video.videoWidth);
    canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    const code = jsQR(picture.data, picture.width, picture.height, { inversionAttempts: 'dontInvert' });
    if (code && code.data !== '' && found(code.data)) stop();
  }, EVERY_MS);
  return stop;
}
