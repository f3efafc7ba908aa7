/** What a new episode begins with: short, and already right. */
export const TEMPLATE = `---
title: My episode
number: 1
slug: my-episode
summary: One sentence about it.
duration: 2:00
---

## 0:00 The first chapter | First {#first}

\`\`\`system
ring-buffer
capacity: 4
\`\`\`

Say first what is to be seen. This ring has four slots, and all are free.

\`\`\`do
push A
push B
expect size = 2
\`\`\`

\`\`\`ask
question: Which slot will the next item go into?
answer: head
pick: slot
why: head is always the next slot to write.
\`\`\`

Then let it go on.

\`\`\`do
push C
expect head = 3
\`\`\`
`;
