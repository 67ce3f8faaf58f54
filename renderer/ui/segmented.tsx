import { useId } from 'react';

/** A choice of one among few, side by side. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly title?: string;
    readonly hint?: string;
    /** It cannot be chosen; `title` says why. */
    readonly disabled?: boolean;
  }[];
  readonly onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="segmented">
      {options.map((option) => (
        <label
          key={option.value}
          title={option.title}
          className={option.value === value ? 'on' : option.disabled ? 'off' : ''}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.label}
          {option.hint && <kbd aria-hidden>{option.hint}</kbd>}
        </label>
      ))}
    </div>
  );
}
