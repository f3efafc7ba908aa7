/** Have the browser save a file. What it is called and where it goes is up to the reader's settings. */
export function saveFile(name: string, contents: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([contents], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun with the click; it keeps what it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
