/**
 * What is wrong with a version of Node, in words; undefined when it will do.
 * @param {string} version as `process.versions.node` has it
 * @returns {string | undefined}
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  return good
    ? undefined
    : `This is Node ${version}. Node 20.19 or a newer 20, or 22.12 or newer, is needed: see https://nodejs.org/.`;
}

/** Ends the program with a plain message when this Node is too old to go on. */
export function requireNode() {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    process.exit(1);
  }
}
