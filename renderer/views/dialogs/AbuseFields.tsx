import {
  ABUSE_REASONS,
  type AbuseReason,
  BLOCK_HOURS,
  type BlockHours,
  BlockTarget,
} from '../../../protocol/abuse.ts';
import { useText } from '../provider.ts';

export type AbuseChoice = {
  readonly reason: AbuseReason | null;
  readonly block: { readonly what: BlockTarget; readonly hours: BlockHours } | null;
};

export const NO_ABUSE: AbuseChoice = { reason: null, block: null };

type Properties = {
  readonly value: AbuseChoice;
  /** There is somebody to keep out: not behind a form of the site. */
  readonly mayBlock: boolean;
  readonly onChange: (value: AbuseChoice) => void;
};

const BLOCKS = BlockTarget.options.flatMap((what) => BLOCK_HOURS.map((hours) => ({ what, hours })));

/** Why a conversation is called abusive, and whether the chat closes to whoever wrote it. */
export function AbuseFields({ value, mayBlock, onChange }: Properties) {
  const { abuse: text } = useText().personal;
  return (
    <div className="abuse-fields">
      <label className="field">
        <span>{text.reason}</span>
        <select
          value={value.reason ?? ''}
          aria-required
          onChange={({ target }) =>
            onChange({ ...value, reason: ABUSE_REASONS.find((reason) => reason === target.value) ?? null })
          }
        >
          <option value="">–</option>
          {ABUSE_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {text.reasons[reason]}
            </option>
          ))}
        </select>
      </label>
      {mayBlock && (
        <label className="field">
          <span>{text.block}</span>
          <select
            value={value.block === null ? '' : String(BLOCKS.findIndex((one) => isSame(one, value.block)))}
            aria-describedby="abuse-help"
            onChange={({ target }) =>
              onChange({
                ...value,
                block: target.value === '' ? null : (BLOCKS[Number(target.value)] ?? null),
              })
            }
          >
            <option value="">{text.none}</option>
            {BLOCKS.map(({ what, hours }, index) => (
              <option key={`${what}-${hours}`} value={index}>
                {text.targets[what]}, {text.spans[hours]}
              </option>
            ))}
          </select>
        </label>
      )}
      {mayBlock && (
        <p id="abuse-help" className="quiet">
          {text.help}
        </p>
      )}
    </div>
  );
}

function isSame(one: AbuseChoice['block'], other: AbuseChoice['block']): boolean {
  return one?.what === other?.what && one?.hours === other?.hours;
}
