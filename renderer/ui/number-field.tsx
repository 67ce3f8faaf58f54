/** A number a person types; NaN while it is none, null where the field may be left empty. */
export function NumberField({
  label,
  value,
  min,
  max,
  step,
  placeholder,
  testId,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly placeholder?: string;
  readonly testId?: string;
  readonly onChange: (value: number) => void;
}) {
  const wrong = value !== null && !(value >= min && value <= max);
  return (
    <input
      type="number"
      className="number-field"
      value={value === null || Number.isNaN(value) ? '' : value}
      min={min}
      max={max}
      step={step}
      placeholder={placeholder}
      aria-label={label}
      aria-invalid={wrong}
      data-testid={testId}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}
