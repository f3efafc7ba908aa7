import type { ChapterModule } from "../episode-module.ts";

/**
 * A chapter with the systems and pictures of all its scenes up to a step, so that the step and all before it can be looked
 * at. A picture that cannot be loaded is told of in its place.
 *
 * @param step counted from 0; beyond the last one it stands for that
 * @throws Error when a system cannot be loaded
 */
export async function upToStep(module: ChapterModule, step: number): Promise<ChapterModule> {
  const { scenes, beats } = module.chapter;
  const shown = beats.slice(0, step + 1).flatMap(({ scene }) => scenes[scene] ?? []);
  const systems = new Map(module.systems);
  const views = new Map(module.views);
  const haveSystem = async (id: string) => {
    const load = module.laterSystems?.get(id);
    if (load === undefined) throw new Error(`the chapter has no system “${id}”`);
    systems.set(id, await load());
  };
  const haveView = async (id: string) => {
    const view = await module.laterViews
      ?.get(id)?.()
      .catch(() => undefined);
    if (view !== undefined) views.set(id, view);
  };
  const needed = {
    systems: new Set(shown.map(({ system }) => system)),
    views: new Set(shown.flatMap((scene) => scene.views)),
  };
  await Promise.all([
    ...[...needed.systems].filter((id) => !systems.has(id)).map(haveSystem),
    ...[...needed.views].filter((id) => !views.has(id)).map(haveView),
  ]);
  return { ...module, systems, views };
}
