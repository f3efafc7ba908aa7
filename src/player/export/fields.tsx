interface ChooseProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: Readonly<Record<T, { readonly title: string }>>;
  readonly onChange: (value: T) => void;
}

/** One of a few things. */
export function Choose<T extends string>({ label, value, options, onChange }: ChooseProps<T>) {
  const entries = Object.entries(options) as [T, { readonly title: string }][];
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value as T)}>
        {entries.map(([id, { title }]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

interface StepFieldProps {
  readonly label: string;
  /** Counted from 0. */
  readonly value: number;
  readonly steps: number;
  /** What the first one is called. */
  readonly base: 0 | 1;
  readonly onChange: (step: number) => void;
}

/** A step by its number. What is not one is not taken. */
export function StepField({ label, value, steps, base, onChange }: StepFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={base}
        max={steps - 1 + base}
        value={value + base}
        onChange={({ target }) => {
          const step = target.valueAsNumber - base;
          if (Number.isInteger(step) && step >= 0 && step < steps) onChange(step);
        }}
      />
    </label>
  );
}
