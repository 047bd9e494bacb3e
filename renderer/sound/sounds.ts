/** Sounds are made, not played from files: short figures that can be told apart in a noisy room. */
export type SoundLevel = 'message' | 'colleague' | 'queue' | 'given' | 'emergency' | 'mail';

export type Sounds = {
  /** `volume` from 0 (silent) to 1. */
  readonly play: (level: SoundLevel, volume: number) => void;
};

type Note = { readonly frequency: number; readonly start: number; readonly length: number };

/** The ordinary sound: there is something to read. */
const RISING: readonly Note[] = [
  { frequency: 660, start: 0, length: 0.12 },
  { frequency: 880, start: 0.1, length: 0.18 },
];

/** Somebody is to be taken care of: in the queue, or in these hands since now. */
const CALLING: readonly Note[] = [
  { frequency: 523, start: 0, length: 0.14 },
  { frequency: 523, start: 0.2, length: 0.2 },
];

/** Frequencies in hertz, times in seconds. Rising and soft for messages; low-high alternating for emergencies. */
const FIGURES: Record<SoundLevel, readonly Note[]> = {
  message: RISING,
  mail: RISING,
  colleague: [
    { frequency: 880, start: 0, length: 0.1 },
    { frequency: 660, start: 0.1, length: 0.16 },
  ],
  queue: CALLING,
  given: CALLING,
  emergency: [
    { frequency: 740, start: 0, length: 0.22 },
    { frequency: 988, start: 0.24, length: 0.22 },
    { frequency: 740, start: 0.48, length: 0.22 },
    { frequency: 988, start: 0.72, length: 0.34 },
  ],
};

const PEAK: Record<SoundLevel, number> = {
  message: 0.25,
  mail: 0.25,
  colleague: 0.25,
  queue: 0.3,
  given: 0.3,
  emergency: 0.6,
};

function schedule(audio: AudioContext, note: Note, peak: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  const start = audio.currentTime + note.start;
  oscillator.type = 'triangle';
  oscillator.frequency.value = note.frequency;
  // Ramps, not steps: a step is heard as a click.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(peak, start + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.001, start + note.length);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + note.length + 0.02);
}

/**
 * After so long without a sound the device is given back, in milliseconds: longer than any figure, and than a slow
 * loudspeaker is behind. Kept, it takes the window about 2 % of a core all night for silence.
 */
const REST_AFTER = 5_000;

/** The window's sounds. A machine without audio stays silent: the screen says the same things. */
export function createSounds(): Sounds {
  let audio: AudioContext | null = null;
  let awake = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  return {
    play(level, volume) {
      if (volume <= 0) return;
      clearTimeout(rest);
      try {
        audio ??= new AudioContext();
        const context = audio;
        const sound = () => {
          awake = true;
          for (const note of FIGURES[level]) schedule(context, note, PEAK[level] * volume);
          clearTimeout(rest);
          rest = setTimeout(() => {
            // Before it is so: whoever plays meanwhile asks to resume, which comes after.
            awake = false;
            context.suspend().catch(() => undefined);
          }, REST_AFTER);
        };
        if (awake && context.state === 'running') sound();
        // Chromium holds sound back until the first gesture; this alert then comes late or never, by design.
        else context.resume().then(sound, () => undefined);
      } catch {
        audio = null;
        awake = false;
      }
    },
  };
}
