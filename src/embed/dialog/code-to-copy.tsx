import { useId, useRef, useState } from "react";

interface CodeToCopyProps {
  readonly kind: "element" | "frame";
  readonly onKind: (kind: "element" | "frame") => void;
  readonly code: string;
}

const KINDS = {
  element: { name: "Element", help: "For pages that may have a script. Its height follows what it shows." },
  frame: { name: "Plain frame", help: "For pages that take no scripts, as most course platforms do." },
} as const;

/** The code, of one kind or the other. */
export function CodeToCopy({ kind, onKind, code }: CodeToCopyProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<{ readonly code: string; readonly words: string }>();
  const help = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setOutcome({ code, words: "Copied." });
    } catch {
      field.current?.focus();
      field.current?.select();
      setOutcome({ code, words: "It is selected: copy it from here." });
    }
  };
  return (
    <section className="embed-code" aria-label="Code">
      <div className="embed-code-row">
        {(["element", "frame"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => onKind(one)} />
            {KINDS[one].name}
          </label>
        ))}
        <button type="button" className="button primary" onClick={copy}>
          Copy
        </button>
      </div>
      <p id={help}>{KINDS[kind].help}</p>
      <textarea
        ref={field}
        readOnly
        spellCheck={false}
        aria-label="Code to copy"
        aria-describedby={help}
        rows={6}
        value={code}
      />
      <p role="status" className="embed-copied">
        {outcome?.code === code ? outcome.words : ""}
      </p>
    </section>
  );
}
