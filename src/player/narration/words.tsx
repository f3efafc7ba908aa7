import { memo } from "react";
import type { Block, Inline } from "../../scenario/index.ts";

/** Narration as it stands in the episode's text. */
export const Words = memo(function Words({ text }: { readonly text: readonly Block[] }) {
  return text.map((block, index) =>
    block.kind === "paragraph" ? (
      <p key={keyOf(block.text, index)}>
        <Run text={block.text} />
      </p>
    ) : (
      <ul key={keyOf(block.items.flat(), index)}>
        {block.items.map((item, at) => (
          <li key={keyOf(item, at)}>
            <Run text={item} />
          </li>
        ))}
      </ul>
    ),
  );
});

function Run({ text }: { readonly text: readonly Inline[] }) {
  return text.map((part, index) => <Part key={keyOf([part], index)} part={part} />);
}

function Part({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case "code":
      return <code>{part.text}</code>;
    case "emphasis":
      return <em>{part.text}</em>;
    case "strong":
      return <strong>{part.text}</strong>;
    case "link":
      // Who goes elsewhere does not lose the place here.
      return part.href.startsWith("#") ? (
        <a href={part.href}>{part.text}</a>
      ) : (
        <a href={part.href} target="_blank" rel="noreferrer">
          {part.text}
        </a>
      );
    case "text":
      return part.text;
  }
}

function keyOf(text: readonly Inline[], index: number): string {
  return `${index} ${text[0]?.text.slice(0, 12) ?? ""}`;
}
