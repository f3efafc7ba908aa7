import { type ReactNode, useState } from "react";
import "./notice.css";

/** A sentence that the reader should see once. */
export function Notice({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(true);
  if (!open) return null;
  return (
    <div className="notice" role="status">
      <p>{children}</p>
      <button type="button" className="button quiet" onClick={() => setOpen(false)}>
        Close
      </button>
    </div>
  );
}
