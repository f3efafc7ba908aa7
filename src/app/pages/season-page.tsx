import season from "virtual:season";
import { labHref } from "../../player/link/lab-href.ts";
import { clockText } from "../../player/pace/clock-text.ts";
import { episodeHref } from "../../player/routes/route.ts";
import type { SeasonEpisode } from "../../scenario/index.ts";
import { Header } from "../header/header.tsx";
import { useRemembered } from "../storage/memory.ts";
import "./season-page.css";

/** The seven episodes as the linked list they are. */
export default function SeasonPage() {
  return (
    <>
      <title>The Invisible Linked List</title>
      <Header />
      <main className="season">
        <div className="season-intro">
          <h1>Seven data structures, running</h1>
          <p>
            Each episode takes one question about history and time, the structure that answers it, and the
            real system that is built from it. Everything you see is a real run: step through it, go back,
            take over by hand.
          </p>
          <p className="season-doors">
            {season
              .filter(({ made }) => made)
              .map(({ slug, number, title }) => (
                <a key={slug} className="button primary" href={episodeHref(slug)}>
                  Watch episode {number}: {title}
                </a>
              ))}
            <a className="button" href={labHref()}>
              Run a structure by hand
            </a>
            <a className="button quiet" href="#/studio">
              Write an episode of your own
            </a>
          </p>
        </div>
        <ol className="list">
          {season.map((episode, index) => (
            <Node key={episode.slug} episode={episode} last={index === season.length - 1} />
          ))}
        </ol>
      </main>
    </>
  );
}

function Node({ episode, last }: { readonly episode: SeasonEpisode; readonly last: boolean }) {
  return (
    <li className={episode.made ? "list-node" : "list-node unmade"}>
      {episode.made ? <Made episode={episode} /> : <Unmade episode={episode} />}
      <span className="list-link" aria-hidden="true">
        <span>next</span>
        {last ? <b>null</b> : <i />}
      </span>
    </li>
  );
}

/** What an episode will be about, in two lines. */
function Unmade({ episode: { number, title, structure, system } }: { readonly episode: SeasonEpisode }) {
  return (
    <article>
      <span className="list-number">{number}</span>
      <div>
        <h2>{title}</h2>
        <p>
          {structure} → {system}
        </p>
      </div>
      <p className="list-note">Not made yet</p>
    </article>
  );
}

function Made({ episode }: { readonly episode: SeasonEpisode }) {
  const { number, slug, title, problem, structure, system, insight } = episode;
  return (
    <article>
      <header>
        <span className="list-number">{number}</span>
        <div>
          <p className="list-problem">{problem}</p>
          <h2>
            <a href={episodeHref(slug)}>{title}</a>
          </h2>
        </div>
      </header>
      <dl>
        <div>
          <dt>Structure</dt>
          <dd>{structure}</dd>
        </div>
        <div>
          <dt>Real system</dt>
          <dd>{system}</dd>
        </div>
        <div>
          <dt>Insight</dt>
          <dd>{insight}</dd>
        </div>
      </dl>
      <Chapters episode={episode} />
    </article>
  );
}

function Chapters({ episode }: { readonly episode: SeasonEpisode }) {
  const progress = useRemembered((remembered) => remembered.progress[episode.slug]);
  const made = episode.chapters.filter(({ steps }) => steps > 0);
  const place = made.find(({ id }) => id === progress?.chapter);
  return (
    <div className="list-chapters">
      <ul>
        {made.map(({ id, title, start }) => (
          <li key={id}>
            <a href={episodeHref(episode.slug, id)}>
              <span>{clockText(start)} </span>
              {title}
            </a>
            {progress?.seen.includes(id) && <span className="list-seen">seen</span>}
          </li>
        ))}
      </ul>
      <p className="list-note">
        {made.length} of {episode.chapters.length} chapters made so far.
      </p>
      <a
        className="button primary"
        href={
          place === undefined
            ? episodeHref(episode.slug)
            : episodeHref(episode.slug, place.id, Math.min(place.steps, (progress?.step ?? 0) + 1))
        }
      >
        {place === undefined ? "Watch" : `Go on with “${place.title}”`}
      </a>
    </div>
  );
}
