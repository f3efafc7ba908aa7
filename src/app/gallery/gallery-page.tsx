import { useState } from "react";
import { MovingStage } from "../../stage/moving-stage.tsx";
import { type GalleryState, galleryStates } from "../../views/gallery-states.ts";
import { gallerySizes } from "./gallery-sizes.ts";
import "./gallery.css";

const views = [...new Set(galleryStates.map(({ view }) => view))];

/** The views in their telling states, at several sizes: to be looked at, and never linked from a lesson. */
export default function GalleryPage() {
  const [size, setSize] = useState(gallerySizes[0]);
  const [view, setView] = useState(views[0]);
  return (
    <main className="gallery">
      <h1>Gallery</h1>
      <p>Each view in its telling states. What is seen here is also what the picture tests check.</p>
      <fieldset>
        <legend>View</legend>
        {views.map((choice) => (
          <label key={choice.id}>
            <input type="radio" name="view" checked={choice === view} onChange={() => setView(choice)} />
            {choice.title}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Size of each picture</legend>
        {gallerySizes.map((choice) => (
          <label key={choice.name}>
            <input type="radio" name="size" checked={choice === size} onChange={() => setSize(choice)} />
            {choice.name}
          </label>
        ))}
      </fieldset>
      <div className="gallery-states">
        {galleryStates
          .filter((state) => state.view === view)
          .map((state) => (
            <GalleryPicture key={state.id} state={state} width={size.width} height={size.height} />
          ))}
      </div>
    </main>
  );
}

interface GalleryPictureProps {
  readonly state: GalleryState;
  readonly width: number;
  readonly height: number;
}

/** One state, at a share of its way that can be changed by hand. */
export function GalleryPicture({ state, width, height }: GalleryPictureProps) {
  const [t, setT] = useState(state.t);
  const [lit, setLit] = useState<string | null>(null);
  const { id, title, view, from, to } = state;
  const pane = { id, label: `${view.title}: ${title}`, x: 0, y: 0, width, height, view, from, to, t };
  return (
    <figure className="gallery-state" style={{ width }}>
      <figcaption>
        <strong>{title}</strong> · {view.title}
      </figcaption>
      <MovingStage
        panes={[pane]}
        lit={lit}
        onPoint={setLit}
        onPick={() => {}}
        picking={null}
        width={width}
        height={height}
        label={title}
      />
      <input
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={t}
        aria-label={`How far into the move: ${title}`}
        onChange={(event) => setT(Number(event.target.value))}
      />
      <p>{view.describe(to)}</p>
    </figure>
  );
}
