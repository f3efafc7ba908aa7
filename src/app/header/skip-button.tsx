/** Leads past the header and the words: to the button that plays, or to the first thing of a page without one. */
export function SkipButton() {
  const skip = () => {
    const main = document.querySelector("main");
    const target = main?.querySelector<HTMLElement>(".play") ?? main?.querySelector<HTMLElement>("a, button");
    target?.focus();
  };
  return (
    <button type="button" className="button skip" onClick={skip}>
      Skip to the controls
    </button>
  );
}
