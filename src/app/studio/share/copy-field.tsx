import { useId, useState } from "react";

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
}

/** A text to be taken elsewhere. */
export function CopyField({ label, value, rows }: CopyFieldProps) {
  const id = useId();
  const [said, say] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      say("Copied.");
    } catch {
      say("This browser does not let the page copy. Select it and copy it yourself.");
    }
  };
  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        readOnly
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <button type="button" className="button" onClick={copy}>
          Copy<span className="for-ears"> the {label.toLowerCase()}</span>
        </button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
