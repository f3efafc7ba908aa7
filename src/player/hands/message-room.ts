import { createContext } from "react";

/**
 * Where the messages of wrong fields stand, when that is not beside each field: over the picture, one beside the other, so
 * that none lies on another or on a control. Null where there is room below the field.
 */
export const MessageRoom = createContext<HTMLElement | null>(null);
