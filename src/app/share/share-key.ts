/** The key that asks for a link: no operation of a system has it. */
export const SHARE_KEY = "k";
