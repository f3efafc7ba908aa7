import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type ESTree, parseSync } from "vite";

/** One method of a structure, as it stands in the class that defines it. */
export interface SourceMethod {
  readonly name: string;
  readonly node: ESTree.MethodDefinition;
  readonly body: ESTree.FunctionBody;
  readonly hidden: boolean;
  /** The file's whole text, which the node's offsets count in. */
  readonly text: string;
  readonly file: string;
}

/** A structure's class with everything it inherits. */
export interface StructureSource {
  readonly name: string;
  readonly file: string;
  readonly methods: ReadonlyMap<string, SourceMethod>;
  readonly parent: StructureSource | undefined;
  /** Every file that was read, this one first. */
  readonly files: readonly string[];
}

/** Source that is not of a known shape. The build stops with it. */
export class UnknownShape extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = "UnknownShape";
  }
}

/** The line, counted from 1, that an offset stands in. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Read the one class that a structure's file exports, and the classes it extends. */
export function readStructure(file: string): StructureSource {
  const text = readFileSync(file, "utf8");
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new UnknownShape(file, 1, errors[0].message);
  const classes = program.body.flatMap((node) =>
    node.type === "ExportNamedDeclaration" && node.declaration?.type === "ClassDeclaration"
      ? [node.declaration]
      : [],
  );
  const [structure] = classes;
  if (structure === undefined || structure.id === null || classes.length > 1) {
    throw new UnknownShape(file, 1, `a structure's file exports one class; found ${classes.length}`);
  }
  const parent = parentOf(structure, program, file, text);
  const methods = new Map(parent?.methods);
  for (const member of structure.body.body) {
    if (member.type !== "MethodDefinition" || member.value.body === null) continue;
    const name = nameOf(member, text);
    const hidden = member.accessibility === "private" || member.accessibility === "protected";
    const inherited = methods.get(name)?.hidden ?? false;
    methods.set(name, {
      name,
      node: member,
      body: member.value.body,
      hidden: hidden || inherited,
      text,
      file,
    });
  }
  return { name: structure.id.name, file, methods, parent, files: [file, ...(parent?.files ?? [])] };
}

function parentOf(structure: ESTree.Class, program: ESTree.Program, file: string, text: string) {
  const { superClass } = structure;
  if (superClass === null) return undefined;
  if (superClass.type === "Identifier") {
    for (const node of program.body) {
      if (node.type !== "ImportDeclaration") continue;
      const named = node.specifiers.some(({ local }) => local.name === superClass.name);
      if (named) return readStructure(resolve(dirname(file), node.source.value));
    }
  }
  throw new UnknownShape(
    file,
    lineOf(text, structure.start),
    "a structure extends a class imported from its own file",
  );
}

function nameOf({ key, computed }: ESTree.MethodDefinition, text: string): string {
  const name = text.slice(key.start, key.end);
  return computed ? `[${name}]` : name;
}
