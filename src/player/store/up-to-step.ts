import type { ChapterModule } from "../episode-module.ts";

/**
 * A chapter with the systems of all its scenes up to a step, so that the step and all before it can be looked at.
 *
 * @param step counted from 0
 * @throws Error when one of them cannot be loaded
 */
export async function upToStep(module: ChapterModule, step: number): Promise<ChapterModule> {
  const { scenes, beats } = module.chapter;
  const systems = new Map(module.systems);
  const named = new Set(beats.slice(0, step + 1).map(({ scene }) => scenes[scene]?.system ?? ""));
  await Promise.all(
    [...named].map(async (id) => {
      if (systems.has(id)) return;
      const load = module.laterSystems?.get(id);
      if (load === undefined) throw new Error(`the chapter has no system “${id}”`);
      systems.set(id, await load());
    }),
  );
  return { ...module, systems };
}
