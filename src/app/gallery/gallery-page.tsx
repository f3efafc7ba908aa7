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
      <Choice legend="View" options={views} chosen={view} nameOf={({ title }) => title} onChoose={setView} />
      <Choice
        legend="Size of each picture"
        options={gallerySizes}
        chosen={size}
        nameOf={({ name }) => name}
        onChoose={setSize}
      />
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

interface ChoiceProps<T> {
  readonly legend: string;
  readonly options: readonly T[];
  readonly chosen: T | undefined;
  readonly nameOf: (option: T) => string;
  readonly onChoose: (option: T) => void;
}

function Choice<T>({ legend, options, chosen, nameOf, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={nameOf(option)}>
          <input type="radio" name={legend} checked={option === chosen} onChange={() => onChoose(option)} />
          {nameOf(option)}
        </label>
      ))}
    </fieldset>
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
