/** The HTML that shows an address of this site in a page elsewhere. */
export function embedCode(address: string, title: string): string {
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="560" loading="lazy" allow="fullscreen; clipboard-write" style="border: 0"></iframe>`;
}

function quoted(text: string): string {
  return text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
