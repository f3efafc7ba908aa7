/**
 * As strict as a page may be: nothing from elsewhere, no inline script or style. It stands in the built pages themselves,
 * and a host sends it too. The pages must work under it.
 */
export const POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/** Only what is made for it may stand in a frame of another site. A page cannot say this of itself: a header must. */
export const OWN_FRAMES = "frame-ancestors 'self'";
