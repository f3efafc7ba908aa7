/** What scrolls must be reachable from the keyboard, and keeps the keys that scroll to itself. */
export const SCROLLS = { tabIndex: 0, "data-scrolls": true } as const;
