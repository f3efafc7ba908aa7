import type * as React from "react";
import type { TimeMachine, TimeMachineProps } from "../../../src/embed/element/published-types.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "time-machine": TimeMachineProps & React.HTMLAttributes<TimeMachine> & React.RefAttributes<TimeMachine>;
    }
  }
}

export function Ring({ onRight }: { readonly onRight: (right: number) => void }) {
  return (
    <time-machine
      place="#/episodes/ring-buffers/overwrite?step=4"
      theme="dark"
      loop
      onscore={({ detail }) => onRight(detail.right)}
    />
  );
}
