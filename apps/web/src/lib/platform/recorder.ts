import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import { VOICE_BITS, VOICE_TYPES, loudness } from '#lib/media/voice-rules.ts';

/** refused: the person or the browser said no · none: no microphone · unable: this browser cannot record */
export type MicTrouble = 'refused' | 'none' | 'unable';

/** A microphone that is on. */
export interface Recorder {
  pause(): void;
  resume(): void;
  /** How loud it is now, 0 to 1; undefined where that cannot be told. */
  level(): number | undefined;
  /** Turns the microphone off. Answers what was recorded. */
  finish(): Promise<{ readonly bytes: Uint8Array; readonly type: string }>;
}

/**
 * Turns the microphone on, and records from then on. The browser asks the person first.
 * @param ended called when the microphone went away by itself
 */
export async function startRecorder(ended: () => void): Promise<Result<Recorder, MicTrouble>> {
  const type =
    typeof MediaRecorder === 'undefined'
      ? undefined
      : VOICE_TYPES.find((each) => MediaRecorder.isTypeSupported(each));
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (type === undefined || !devices) return err('unable');
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: { channelCount: 1 }, video: false });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    return err(name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'none');
  }
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: VOICE_BITS });
  const parts: Blob[] = [];
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()));
  recorder.addEventListener('dataavailable', ({ data }) => void parts.push(data));
  recorder.addEventListener('stop', ended);
  const meter = meterOf(stream);
  // In seconds, so that little is lost when the phone takes the microphone away.
  recorder.start(1000);
  return ok({
    pause: () => recorder.state === 'recording' && recorder.pause(),
    resume: () => recorder.state === 'paused' && recorder.resume(),
    level: meter.level,
    async finish() {
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      for (const track of stream.getTracks()) track.stop();
      meter.end();
      const whole = new Blob(parts);
      return { bytes: new Uint8Array(await whole.arrayBuffer()), type: type.split(';')[0]! };
    },
  });
}

function meterOf(stream: MediaStream): { level(): number | undefined; end(): void } {
  try {
    const audio = new AudioContext();
    const analyser = audio.createAnalyser();
    audio.createMediaStreamSource(stream).connect(analyser);
    const wave = new Uint8Array(analyser.fftSize);
    return {
      level() {
        if (audio.state !== 'running') return undefined;
        analyser.getByteTimeDomainData(wave);
        return loudness(wave);
      },
      end: () => void audio.close(),
    };
  } catch {
    return { level: () => undefined, end: () => undefined };
  }
}
