/** Say that the page itself could not be loaded. There is no component that could: they were to come with it. */
export function tellNotLoaded(error: unknown): void {
  const words = document.createElement("main");
  words.className = "message";
  words.role = "alert";
  words.innerHTML = `
    <h1>This page could not be loaded</h1>
    <p></p>
    <p><button type="button" class="button">Try again</button></p>`;
  const [reason] = words.getElementsByTagName("p");
  reason?.append(error instanceof Error ? error.message : String(error));
  words.querySelector("button")?.addEventListener("click", () => location.reload());
  document.getElementById("root")?.replaceChildren(words);
}
