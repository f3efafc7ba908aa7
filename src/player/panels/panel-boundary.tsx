import { Component, type ReactNode } from "react";

interface Props {
  /** What is in it, for the words: “this picture”. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Keeps what breaks inside from taking the rest of the page along. */
export class PanelBoundary extends Component<Props, { readonly error: string | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="broken" role="alert">
        <p>
          Something in {this.props.name} went wrong: {this.state.error}
        </p>
        <button type="button" className="button" onClick={() => this.setState({ error: null })}>
          Reload {this.props.name}
        </button>
      </div>
    );
  }
}
