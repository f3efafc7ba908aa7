import { useEffect, useState } from "react";
import { Notice } from "../../player/notice/notice.tsx";
import { keepSite, type Update } from "./keep-site.ts";

/** Keeps the site for use without a network, and tells when there is a newer one. It never comes by itself. */
export default function UpdateNotice() {
  const [update, setUpdate] = useState<Update>();
  useEffect(() => {
    keepSite(setUpdate);
  }, []);
  if (update === undefined) return null;
  return (
    <Notice>
      A newer version of this site is here. It comes when you next open the site, or{" "}
      <button type="button" className="link" onClick={update.take}>
        now
      </button>
      .
    </Notice>
  );
}
