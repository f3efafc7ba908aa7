import { type Layout, layoutOfPage } from "../layout.ts";
import "./bare-page.css";

const HEADER = `<div class="header"></div>`;
const SIDE = `<div class="side"></div>`;
const HANDS = `<div class="hands"></div>`;
const LINE = `<div class="narration-line"></div>`;
const TRANSPORT = `
  <div class="transport">
    <div class="transport-row"><div class="scrubber"></div><p class="clock"></p><span class="button"></span></div>
    <div class="chapters"><ol><li><button><span class="chapter-name">&nbsp;</span><span class="chapter-bar"></span></button></li></ol></div>
  </div>`;

const BESIDE: { readonly [Name in Layout]: string } = {
  wide: SIDE + HANDS + TRANSPORT,
  tall: SIDE + HANDS + TRANSPORT,
  phone: SIDE + TRANSPORT,
  compact: LINE + TRANSPORT,
};

/**
 * The episode page with nothing on it: boxes of the same style sheets, so that the picture has the very place and size that
 * it has on the page itself.
 */
export function barePage(): HTMLElement {
  const layout = layoutOfPage();
  const page = document.createElement("div");
  page.className = "bare-page";
  page.inert = true;
  page.ariaHidden = "true";
  page.innerHTML = `${HEADER}<div class="player ${layout}"><div class="stage-area"><div class="picture"></div></div>${BESIDE[layout]}</div>`;
  return page;
}
