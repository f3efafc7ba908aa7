/** What puts the pictures of a canvas one after another into a file. */
export interface FilmWriter {
  /** The picture that is on the canvas now. @param duration in ms */
  add(duration: number): Promise<void>;
  finish(): Promise<FilmFile>;
}

export interface FilmFile {
  readonly bytes: ArrayBuffer;
  /** Its media type, and how its name ends. */
  readonly type: string;
  readonly extension: string;
}
