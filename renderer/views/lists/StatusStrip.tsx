import { Lock, MemoryStick, Minus, Plus, Volume1, Volume2, VolumeX, Wifi, WifiOff } from 'lucide-react';
import type { CacheMode } from '../../../protocol/ipc.ts';
import { PRESENCES, type Presence } from '../../../protocol/officer.ts';
import { useDesk, useOnline, useSelf, useText, useView } from '../provider.ts';

const MAX_CAPACITY = 50;

function isPresence(value: string): value is Presence {
  return (PRESENCES as readonly string[]).includes(value);
}

function PresenceMenu() {
  const { presence: text } = useText().shell;
  const desk = useDesk();
  const presence = useView((view) => view.state?.presence ?? 'offline');
  const online = useOnline();
  // Nobody sees an officer as available whose desk is out of reach: what is chosen now holds from the next connection.
  return (
    <label className="presence" data-presence={online ? presence : 'unknown'}>
      <span className="hidden">{text.label}</span>
      <span className="presence-dot" aria-hidden="true" />
      {!online && <span className="presence-lost">{text.lost}</span>}
      <select
        value={presence}
        onChange={(event) => {
          if (isPresence(event.target.value)) desk.setPresence(event.target.value);
        }}
      >
        {presence === 'offline' && <option value="offline">{text.names.offline}</option>}
        {PRESENCES.map((name) => (
          <option key={name} value={name}>
            {text.names[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

function CapacityStepper() {
  const { capacity: text } = useText().shell;
  const desk = useDesk();
  const { capacity } = useSelf();
  return (
    <fieldset className="capacity" title={text.help}>
      <legend>{text.label}</legend>
      <button
        type="button"
        className="icon-button"
        aria-label={text.less}
        disabled={capacity <= 1}
        onClick={() => desk.setCapacity(capacity - 1)}
      >
        <Minus size={14} />
      </button>
      <output aria-live="off">{capacity}</output>
      <button
        type="button"
        className="icon-button"
        aria-label={text.more}
        disabled={capacity >= MAX_CAPACITY}
        onClick={() => desk.setCapacity(capacity + 1)}
      >
        <Plus size={14} />
      </button>
    </fieldset>
  );
}

function CacheStatus({ cache }: { readonly cache: CacheMode }) {
  const { cache: text } = useText().shell;
  if (cache.kind === 'encrypted') {
    return (
      <li className="status healthy" title={text.encrypted}>
        <Lock size={14} />
        <span aria-hidden="true">{text.encryptedShort}</span>
        <span className="hidden">{text.encrypted}</span>
      </li>
    );
  }
  return (
    <li className="status late">
      <MemoryStick size={14} />
      <span>{text.memory}</span>
    </li>
  );
}

/** How this workstation stands: me, my capacity, the connection, the cache, the sound. */
export function StatusStrip() {
  const { shell } = useText();
  const connection = useView((view) => view.state?.connection ?? 'offline');
  const cache = useView((view) => view.state?.cache ?? null);
  const volume = useView(({ settings }) => settings.volume);
  const desk = useDesk();
  const percent = Math.round(volume * 100);
  const quiet = useView(({ settings }) => settings.quiet === true);
  const heard = volume === 0 ? shell.sound.off : shell.sound.on(percent);
  const sound = quiet && volume > 0 ? shell.sound.quiet(percent) : heard;
  return (
    <section className="status-strip" aria-label={shell.status}>
      <div className="status-row">
        <PresenceMenu />
        <CapacityStepper />
      </div>
      <ul className="statuses">
        <li className={connection === 'online' ? 'status healthy' : 'status late'}>
          {connection === 'online' ? <Wifi size={14} /> : <WifiOff size={14} />}
          <span>{shell.connection[connection]}</span>
        </li>
        {cache !== null && <CacheStatus cache={cache} />}
        <li className="status-sound">
          <button
            type="button"
            className="icon-button"
            aria-label={sound}
            title={sound}
            onClick={() => desk.openPanel({ kind: 'settings' })}
          >
            {volume === 0 && <VolumeX size={14} />}
            {volume > 0 && (quiet ? <Volume1 size={14} /> : <Volume2 size={14} />)}
          </button>
        </li>
      </ul>
      {cache?.kind === 'memory' && <p className="status-why">{shell.cache.why[cache.why]}</p>}
    </section>
  );
}
