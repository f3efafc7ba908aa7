import type { Random } from "../../kernel/random.ts";
import type { LogLine } from "./crash-log-state.ts";

type Words = Pick<LogLine, "level" | "text">;

/** The log of a small web shop that is running out of database connections. */
export class LogStream {
  readonly #random: Random;
  #index = 0;
  #time = 0;
  #order = 10_480;
  #ending: Words[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** From here on the program goes down: its next lines lead to the crash. Returns how many they are. */
  end(): number {
    const user = () => this.#random.whole(100, 999);
    this.#ending = [
      { level: "warn", text: `payment took ${this.#random.whole(200, 290) * 20} ms` },
      { level: "warn", text: "8 of 8 connections in use" },
      { level: "error", text: `no free connection for user ${user()}` },
      { level: "error", text: `no free connection for user ${user()}` },
      { level: "fatal", text: "out of connections, shutting down" },
    ];
    return this.#ending.length;
  }

  /** The next line; 1 to 40 ms after the one before. */
  next(): LogLine {
    this.#time += this.#random.whole(1, 40);
    return Object.freeze({
      index: this.#index++,
      time: this.#time,
      ...(this.#ending.shift() ?? this.#words()),
    });
  }

  #words(): Words {
    const user = this.#random.whole(100, 999);
    const ms = this.#random.whole(2, 90);
    switch (this.#random.whole(0, 7)) {
      case 0:
        return { level: "info", text: `order ${++this.#order} accepted` };
      case 1:
        return { level: "debug", text: `cache miss for user ${user}` };
      case 2:
        return { level: "debug", text: `${this.#random.whole(5, 8)} of 8 connections in use` };
      case 3:
        return { level: "warn", text: `payment took ${ms * 20} ms` };
      case 4:
        return { level: "error", text: `no free connection for user ${user}` };
      case 5:
        return { level: "info", text: `POST /orders 201 in ${ms} ms` };
      default:
        return { level: "info", text: `GET /cart 200 in ${ms} ms` };
    }
  }
}
