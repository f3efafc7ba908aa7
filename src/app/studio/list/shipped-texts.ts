import season from "virtual:season";

const texts = import.meta.glob<string>("../../../../episodes/*/en.md", { query: "?raw", import: "default" });

/** The texts of this site's own episodes, to be copied. */
export const shippedTexts: readonly { readonly title: string; readonly load: () => Promise<string> }[] =
  season
    .filter(({ made }) => made)
    .flatMap(({ number, slug, title }) => {
      const found = Object.entries(texts).find(([path]) => path.endsWith(`-${slug}/en.md`));
      return found === undefined ? [] : [{ title: `Episode ${number}: ${title}`, load: found[1] }];
    });
