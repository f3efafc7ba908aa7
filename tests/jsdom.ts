import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { sendForLaterParts } from "../src/player/loading/later.tsx";

// Only what never comes may run into it: how long something takes says nothing on a busy machine.
configure({ asyncUtilTimeout: 30_000 });
afterEach(cleanup);
// What is tested is the page when all of it has come.
beforeAll(sendForLaterParts);
