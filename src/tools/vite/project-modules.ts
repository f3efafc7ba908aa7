import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Where an export is to be imported from. */
export interface ModuleExport {
  readonly name: string;
  readonly file: string;
}

/**
 * Finds the modules that an episode names by id, by how files are named: a system stands in
 * `src/engine/systems/…/<id>.ts` under its id in camel case, a view in `src/views/<id>/view.ts` under the name `view`,
 * and a structure in `src/engine/structures/…` in a file named after its class.
 */
export class ProjectModules {
  readonly #root: string;

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
  }

  /** @throws Error when there is no such file, or it does not define that system */
  system(id: string): ModuleExport {
    const file = this.#find("src/engine/systems", `${id}.ts`, `the system “${id}”`);
    const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (!readFileSync(file, "utf8").includes(`export const ${name} =`)) {
      throw new Error(`${file} must export the system “${id}” under the name ${name}`);
    }
    return { name, file };
  }

  /** @throws Error when there is no such file */
  structure(className: string): string {
    const id = className.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
    return this.#find("src/engine/structures", `${id}.ts`, `the structure ${className}`);
  }

  view(id: string): ModuleExport {
    return { name: "view", file: join(this.#root, "src/views", id, "view.ts") };
  }

  /** Ids of all views. */
  get views(): string[] {
    const folder = join(this.#root, "src/views");
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((id) => existsSync(this.view(id).file))
      .sort();
  }

  /** The texts of all episodes, in the order of their folders. */
  get episodes(): string[] {
    const folder = join(this.#root, "episodes");
    return readdirSync(folder)
      .map((episode) => join(folder, episode, "en.md"))
      .filter((file) => existsSync(file))
      .sort();
  }

  #find(folder: string, name: string, what: string): string {
    const files = readdirSync(join(this.#root, folder), { recursive: true, encoding: "utf8" });
    const found = files.filter((file) => basename(file) === name);
    const [file] = found;
    if (file === undefined || found.length > 1) {
      throw new Error(
        `${what} must stand in exactly one file ${name} below ${folder}; found ${found.length}`,
      );
    }
    return join(this.#root, folder, file);
  }
}
