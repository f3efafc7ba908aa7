import type { Detail } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { count } from "../parts/phrases.ts";

/** Of more partitions than these the number is enough. */
const MOST_NAMED = 8;

/** What a step of the cluster did, by its mark; undefined for a mark that is none of the cluster's. */
export function stepWords(mark: string, detail: Detail): string | undefined {
  const say = (name: string): string => {
    const value = detail[name];
    return typeof value === "number"
      ? grouped(value)
      : Array.isArray(value)
        ? value.join(", ")
        : String(value ?? "none");
  };
  const records = (): string => {
    const { records: value } = detail;
    return count(Array.isArray(value) ? value.length : Number(value ?? 0), "record");
  };
  const moved = (): string => {
    const { moved: value } = detail;
    if (!Array.isArray(value) || value.length === 0) return "none moved";
    return `${grouped(value.length)} moved${value.length <= MOST_NAMED ? `: ${value.join(", ")}` : ""}`;
  };
  const partition = `partition ${say("partition")}`;
  const broker = `broker ${say("broker")}`;
  const consumer =
    detail.group === undefined ? "The consumer" : `Consumer ${say("member")} of group ${say("group")}`;
  const group = `Group ${say("group")}`;
  switch (mark) {
    case "partition":
      return `The record goes to ${partition}`;
    case "send":
      return `The producer sends a record of ${partition} to ${broker}`;
    case "append":
      return `Broker ${say("broker")} appends a record to ${partition} at offset ${say("offset")}`;
    case "high-watermark":
      if (detail.broker === undefined) return undefined;
      return `On ${broker} the high watermark of ${partition} is now ${say("offset")}`;
    case "acknowledged":
      return `The producer is told: the record is at offset ${say("offset")} of ${partition}`;
    case "fail":
      return `The producer gives up on a record of ${partition}: ${say("error")}`;
    case "retry":
      return `The producer will try a record of ${partition} again: ${say("error")}`;
    case "refuse":
    case "refused":
      return `The answer is a refusal: ${say("error")}`;
    case "wait-for-leader":
      return `The record waits until ${partition} has a leader`;
    case "metadata":
      return `The producer learns that ${detail.leader ? `broker ${say("leader")} leads` : "nobody leads"} ${partition}`;
    case "arrive":
      return `${count(Number(detail.messages ?? 0), "message")} ${detail.messages === 1 ? "arrives" : "arrive"}`;
    case "deliver":
      return `Broker ${say("broker")} answers a fetch of ${partition} from offset ${say("offset")} with ${records()}`;
    case "replicate":
      return `Broker ${say("broker")} has copied what was new of ${partition}`;
    case "learn-high-watermark":
      return `Broker ${say("broker")} learns how much of ${partition} may be read`;
    case "list-offsets":
      return `A consumer is told where ${partition} begins and ends`;
    case "reset":
      return `By its reset policy ${consumer.charAt(0).toLowerCase()}${consumer.slice(1)} goes on at offset ${say("position")} of ${partition}`;
    case "fetch":
      return `Broker ${say("follower")} asks ${broker} for ${partition} from offset ${say("offset")} on, so it has all before`;
    case "start":
      return `${consumer} learns how far its group has come`;
    case "wait-for-records":
      return `Broker ${say("broker")} has nothing new of ${partition} and lets the fetch from offset ${say("offset")} wait`;
    case "diverging":
      return `Broker ${say("broker")} finds that the log of broker ${say("follower")} is not the beginning of its own`;
    case "time-out":
      return `A request about ${partition} has waited too long`;
    case "elect":
      return detail.leader
        ? `Broker ${say("leader")} is elected leader of ${partition}, epoch ${say("epoch")}${detail.clean === false ? ", uncleanly" : ""}`
        : `Nobody can lead ${partition}`;
    case "isr":
      return `In sync for ${partition}: ${say("isr")}`;
    case "partition-state":
      return `Broker ${say("broker")} learns that ${detail.leader ? `broker ${say("leader")} leads` : "nobody leads"} ${partition}, in sync: ${say("isr")}`;
    case "fence":
      return `The controller takes ${broker} for dead`;
    case "register":
      return `The controller hears from ${broker} again`;
    case "kill":
      return `Broker ${say("broker")} loses its power`;
    case "restart":
      return `Broker ${say("broker")} starts again`;
    case "isolate":
      return `Broker ${say("broker")} is cut off from the others`;
    case "heal":
      return `Broker ${say("broker")} can reach the others again`;
    case "remove-segments":
      return `Broker ${say("broker")} removes whole segments of ${partition}, which now starts at offset ${say("logStart")}`;
    case "compact":
      return `Broker ${say("broker")} compacts ${partition}: ${records()} removed`;
    case "add-consumer":
      return `${consumer} starts`;
    case "crash":
      return `${consumer} dies without a word`;
    case "leave":
      return `${consumer} leaves`;
    case "join":
      return `${consumer} asks to join`;
    case "joined":
      return `${group} has its members together: generation ${say("generation")}`;
    case "sync":
    case "send-sync":
      return `${consumer} asks for its share`;
    case "assign":
      return `${group} has divided the partitions, generation ${say("generation")}; ${moved()}`;
    case "take":
      return `${consumer} now reads ${say("owns")}`;
    case "send-join":
      return `${consumer} wants to join`;
    case "send-heartbeat":
    case "heartbeat":
      return `${consumer} says that it is alive`;
    case "session-over":
      return `${consumer} has been silent for too long and is out of the group`;
    case "poll-interval-over":
      return `${consumer} has worked too long on one poll: it leaves the group, and joins again when it is done`;
    case "poll":
      return `${consumer} is given ${records()}`;
    case "poll-empty":
      return `${consumer} polls and finds nothing at hand`;
    case "process":
      return `The consumer has processed offset ${say("offset")} of ${partition}`;
    case "send-commit":
      return `${consumer} sends its commit`;
    case "commit":
      return `The coordinator notes how far ${consumer.charAt(0).toLowerCase()}${consumer.slice(1)} has come`;
    case "committed":
      return `${consumer} is told that its commit is kept`;
    case "fetch-offsets":
      return `${consumer} asks where to begin`;
    case "seek":
      return `${group} goes on elsewhere in ${partition}`;
    case "switch-assignor":
      return `${group} changes to the ${say("assignor")} assignor`;
    case "coordinator":
      return `${group} is kept by ${broker}`;
    default:
      return undefined;
  }
}
