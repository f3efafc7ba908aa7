import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// Only what never comes may run into it: how long something takes says nothing on a busy machine.
configure({ asyncUtilTimeout: 30_000 });
afterEach(cleanup);
