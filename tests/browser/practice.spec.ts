import { kindOf } from "../../src/engine/practice/exercise.ts";
import { axeFaults } from "./axe.ts";
import { begin, doAll, drawn, EXERCISES, nameOf } from "./exercises.ts";
import { expect, test } from "./test.ts";

for (const [name, exercised] of Object.entries(EXERCISES)) {
  test(`the ${name} exercise is done by mouse to its end`, async ({ page, lesson }) => {
    const exercise = drawn(exercised);
    await lesson.open(`#/episodes/ring-buffers/${exercised.chapter}`);
    const card = await begin(page, exercised, exercise);
    await doAll(card, exercise);
    await expect(card.getByText("1 of 1 right, 2 to go")).toBeVisible();
  });

  test(`the ${name} exercise is done from the keyboard alone, and axe finds nothing wrong with it`, async ({
    page,
    lesson,
  }) => {
    await page.emulateMedia({
      colorScheme: name.length % 2 === 0 ? "dark" : "light",
      reducedMotion: "reduce",
    });
    const exercise = drawn(exercised);
    await lesson.open(`#/episodes/ring-buffers/${exercised.chapter}`);
    const card = page.getByRole("region", { name: exercised.question });
    await card.getByRole("button", { name: "Practise" }).focus();
    await lesson.press("Enter");
    await expect(card.getByRole("radio").first()).toBeFocused();
    let looked = false;
    let walked = false;
    for (const move of exercise.steps.flatMap(({ moves }) => moves)) {
      const at = exercise.kinds.findIndex(({ id }) => id === move.kind);
      const radios = card.getByRole("radio");
      const checked = card.getByRole("radio", { checked: true });
      await ((await checked.count()) > 0 ? checked : radios.first()).focus();
      await lesson.press("Space");
      while (!(await radios.nth(at).isChecked())) await lesson.press("ArrowDown");
      const target = card.getByRole("button", { name: nameOf(exercise, move), exact: true });
      if (!looked) {
        expect(await axeFaults(page)).toEqual([]);
        looked = true;
      }
      // That Tab leads from the kinds to what each is done to is seen once; then the way is known.
      if (walked) await target.focus();
      else {
        do await lesson.press("Tab");
        while (!(await target.evaluate((element) => element === document.activeElement)));
      }
      walked = true;
      await lesson.press("Enter");
    }
    await expect(card.getByText("All right.")).toBeVisible();
    await expect(card.getByRole("button", { name: "Another" })).toBeFocused();
  });
}

test("a slot is chosen in the picture, a wrong one is explained, and the model answer plays to its end", async ({
  page,
  lesson,
}) => {
  const exercised = EXERCISES.overwriting;
  const exercise = drawn(exercised);
  await lesson.open(`#/episodes/ring-buffers/${exercised.chapter}`);
  const card = await begin(page, exercised, exercise);
  const [first] = exercise.steps.flatMap(({ moves }) => moves);
  if (first === undefined) throw new Error("there is nothing to do");
  await card.getByRole("radio", { name: kindOf(exercise, first.kind).title }).check();
  const picture = page.getByRole("figure", { name: "Picture", exact: true });
  const other = first.target === 0 ? 1 : 0;
  await picture.getByRole("button", { name: new RegExp(`^slot ${other}\\b`, "i") }).click();
  await expect(card.getByText(`is right, but not slot ${other}.`)).toBeVisible();
  await picture.getByRole("button", { name: new RegExp(`^slot ${first.target}\\b`, "i") }).click();
  await expect(card.getByRole("list", { name: "Done so far" }).getByRole("listitem")).toHaveCount(1);
  await card.getByRole("button", { name: "Show the model answer" }).click();
  const answer = card.getByRole("list", { name: "Model answer" }).getByRole("listitem");
  await expect(answer).toHaveCount(exercise.steps.length);
  await expect(answer.last()).toHaveAttribute("aria-current", "step", { timeout: 30_000 });
  await expect(card.getByText("0 of 1 right, 2 to go")).toBeVisible();
  await page.reload();
  await expect(card.getByText("0 of 1 right, 2 to go")).toBeVisible();
  await card.getByRole("button", { name: "Practise" }).click();
  await expect(card.getByText(drawn(exercised, 1).told)).toBeVisible();
});

test("on a phone the question, what may be chosen, where it goes and the picture are seen together", async ({
  page,
  lesson,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const exercise = drawn(EXERCISES.ring);
  await lesson.open(`#/episodes/ring-buffers/${EXERCISES.ring.chapter}`);
  const card = await begin(page, EXERCISES.ring, exercise);
  await card.getByRole("radio", { name: "Write the new item" }).check();
  for (const seen of [
    page.locator(".stage").first(),
    card.getByRole("heading"),
    card.getByText(exercise.told),
    ...(await card.locator(".kinds label").all()),
    ...(await card.locator(".targets button").all()),
  ]) {
    await expect(seen).toBeInViewport({ ratio: 1 });
  }
});

test("on a phone what comes next is in sight to the end of a long exercise, also after a look elsewhere", async ({
  page,
  lesson,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open(`#/episodes/ring-buffers/${EXERCISES.queue.chapter}`);
  const card = await begin(page, EXERCISES.queue, drawn(EXERCISES.queue));
  await doAll(card, drawn(EXERCISES.queue));
  await card.getByRole("button", { name: "Another" }).click();
  const exercise = drawn(EXERCISES.queue, 1);
  const moves = exercise.steps.flatMap((step) => step.moves);
  expect(moves.length).toBeGreaterThanOrEqual(8);
  await expect(card.getByText(exercise.told)).toBeInViewport({ ratio: 1 });
  for (const [index, move] of moves.entries()) {
    const kinds = await card.locator(".kinds label").all();
    if (index > 0) for (const kind of kinds) await expect(kind).toBeInViewport({ ratio: 1 });
    await card.getByRole("radio", { name: kindOf(exercise, move.kind).title, exact: true }).check();
    const target = card.getByRole("button", { name: nameOf(exercise, move), exact: true });
    await expect(target).toBeInViewport({ ratio: 1 });
    await target.click();
    if (index !== moves.length - 2) continue;
    await lesson.tab("State").click();
    await lesson.tab("Words").click();
  }
  await expect(card.getByText("All right.")).toBeInViewport({ ratio: 1 });
  await expect(card.getByRole("button", { name: "Leave" })).toBeInViewport({ ratio: 1 });
});
