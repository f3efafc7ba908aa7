import { Component, type ReactNode } from "react";

/** What is left when a whole page fails, for example because a part of it could not be loaded. */
export class PageBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error: string | null }
> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <main className="message" role="alert">
        <h1>This page could not be shown</h1>
        <p>{this.state.error}</p>
        <p>
          <button type="button" className="button" onClick={() => location.reload()}>
            Try again
          </button>{" "}
          <a href="#/">See the whole season</a>
        </p>
      </main>
    );
  }
}
