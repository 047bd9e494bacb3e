import { Volume2 } from 'lucide-react';
import { LANGUAGES } from '../../../protocol/language.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useText, useView } from '../provider.ts';

/** Minutes; the first is what main takes where nothing was chosen, 0 is never. */
const AWAY_AFTER = 10;
const AWAY_CHOICES = [5, AWAY_AFTER, 20, 0];
const THEMES = ['system', 'light', 'dark'] as const;

/** Theme, language, sound, notifications and the account. Every change holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { dialogs, shell } = useText();
  const { settings: text } = dialogs;
  const desk = useDesk();
  const settings = useView((view) => view.settings);
  const { busy, run } = useBusy();
  const signOut = (everywhere: boolean) => run(() => desk.signOut(everywhere));
  const percent = Math.round(settings.volume * 100);
  return (
    <Dialog title={text.title} onClose={onClose}>
      <Choice
        inline
        legend={text.theme}
        name="theme"
        value={settings.theme}
        options={THEMES.map((value) => ({ value, label: text.themes[value] }))}
        onChange={(theme) => desk.changeSettings({ theme })}
      />
      <Choice
        inline
        legend={text.language}
        name="language"
        value={settings.language}
        options={LANGUAGES.map((value) => ({ value, label: text.languages[value] }))}
        onChange={(language) => desk.changeSettings({ language })}
      />
      <div className="field">
        <label htmlFor="volume">{text.volume}</label>
        <div className="volume">
          <input
            id="volume"
            type="range"
            min={0}
            max={100}
            step={10}
            value={percent}
            aria-valuetext={shell.sound.percent(percent)}
            onChange={(event) => desk.changeSettings({ volume: Number(event.target.value) / 100 })}
          />
          <output>{percent === 0 ? shell.sound.off : shell.sound.percent(percent)}</output>
          <button type="button" className="button small" onClick={desk.testSound}>
            <Volume2 size={14} />
            {text.test}
          </button>
        </div>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.quiet === true}
          onChange={(event) => desk.changeSettings({ quiet: event.target.checked })}
        />
        <span>
          {text.quiet}
          <span className="quiet"> {text.quietHelp}</span>
        </span>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.notifications}
          onChange={(event) => desk.changeSettings({ notifications: event.target.checked })}
        />
        <span>
          {text.notifications}
          <span className="quiet"> {text.notificationsHelp}</span>
        </span>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.questionKey !== false}
          onChange={(event) => desk.changeSettings({ questionKey: event.target.checked })}
        />
        <span>
          {text.questionKey}
          <span className="quiet"> {text.questionKeyHelp}</span>
        </span>
      </label>
      <label className="field">
        <span>{text.away}</span>
        <select
          value={settings.awayAfter ?? AWAY_AFTER}
          onChange={(event) => desk.changeSettings({ awayAfter: Number(event.target.value) })}
        >
          {AWAY_CHOICES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0 ? text.awayNever : text.awayAfter(minutes)}
            </option>
          ))}
        </select>
      </label>
      <section className="account">
        <h3>{text.account}</h3>
        <p className="quiet">{text.signOutHelp}</p>
        <div className="dialog-foot">
          <button type="button" className="button" disabled={busy} onClick={() => signOut(true)}>
            {text.signOutEverywhere}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => signOut(false)}>
            {text.signOut}
          </button>
        </div>
      </section>
    </Dialog>
  );
}
