// A learning management system as far as a course sees it: the run-time library that real ones use, in the window around
// the course's, and a place where what was committed outlasts the page. A test makes it fail as it likes.

const query = new URLSearchParams(location.search);
const old = query.get("standard") === "scorm12";
const KEY = `lms/${query.get("standard")}`;
const settings = { autocommit: false, logLevel: "NONE" };

const lms = {
  /** What was committed, by element. */
  kept: JSON.parse(localStorage.getItem(KEY) ?? "{}"),
  /** `throw`, `false`, or what else its functions are to do; `gone` when it is not there. */
  fault: "none",
  begun: 0,
  ended: 0,

  set fails(fault) {
    this.fault = fault;
    place();
  },

  /** Open the course, as a learner does. */
  open({ popup = false, sandbox = "" } = {}) {
    make();
    if (popup) {
      window.open("package/index.html", "course", "width=900,height=700");
      return;
    }
    const frame = document.createElement("iframe");
    frame.title = "The course";
    if (sandbox !== "") frame.setAttribute("sandbox", sandbox);
    frame.src = "package/index.html";
    document.getElementById("place").replaceChildren(frame);
  },

  /** Close it, as a crash does: the frame is gone and what it says last is not heard. */
  crash() {
    this.fails = "gone";
    document.querySelector("iframe").remove();
    this.fails = "none";
  },

  close() {
    document.querySelector("iframe").remove();
  },
};

let api;

function make() {
  api = old ? new window.Scorm12API(settings) : new window.Scorm2004API(settings);
  const { cmi } = api;
  const { kept } = lms;
  if (old) {
    cmi.core.student_id = "ada";
    if (query.has("mode")) cmi.core.lesson_mode = query.get("mode");
    if (kept.exit === "suspend") cmi.core.entry = "resume";
    if (kept.place !== undefined) cmi.core.lesson_location = kept.place;
    if (kept.status !== undefined) cmi.core.lesson_status = kept.status;
  } else {
    cmi.learner_id = "ada";
    if (query.has("mode")) cmi.mode = query.get("mode");
    if (kept.place !== undefined) cmi.location = kept.place;
  }
  if (kept.data !== undefined) cmi.suspend_data = kept.data;
  place();
}

function place() {
  const name = old ? "API" : "API_1484_11";
  if (lms.fault === "gone") delete window[name];
  else window[name] = guarded(api);
}

function guarded(target) {
  return new Proxy(target, {
    get(_, name) {
      const own = target[name];
      const call = String(name).replace(/^LMS/, "");
      if (!/^(Initialize|Finish|Terminate|GetValue|SetValue|Commit|GetLastError|GetErrorString)$/.test(call))
        return own;
      return (...given) => {
        if (lms.fault === "throw") throw new Error("The session has timed out");
        if (lms.fault === "false") {
          return (
            { GetLastError: "101", GetErrorString: "General exception" }[call] ??
            (call === "GetValue" ? "" : "false")
          );
        }
        const said = own.apply(target, given);
        if (call === "Initialize" && said === "true") lms.begun += 1;
        if (/^(Commit|Finish|Terminate)$/.test(call) && said === "true") keep();
        if (/^(Finish|Terminate)$/.test(call) && said === "true") lms.ended += 1;
        return said;
      };
    },
  });
}

/** What a system has in its database after a commit. */
function keep() {
  const { cmi } = JSON.parse(JSON.stringify(api.renderCMIToJSONObject()));
  const { core = {}, score = core.score } = cmi;
  lms.kept = {
    data: api.cmi.suspend_data,
    place: old ? core.lesson_location : cmi.location,
    status: old ? core.lesson_status : cmi.completion_status,
    success: cmi.success_status,
    progress: cmi.progress_measure,
    raw: score.raw,
    scaled: score.scaled,
    exit: old ? core.exit : cmi.exit,
    time: old ? core.session_time : cmi.session_time,
    interactions: Object.values(cmi.interactions).map(
      ({ id, type, student_response, learner_response, result }) => ({
        id,
        type,
        response: student_response ?? learner_response,
        result,
      }),
    ),
  };
  localStorage.setItem(KEY, JSON.stringify(lms.kept));
}

window.lms = lms;
