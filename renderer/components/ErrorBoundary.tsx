import { Component, type ReactNode } from 'react';
import type { Catalogue } from '../i18n/catalogue.ts';

type Properties = {
  readonly text: Catalogue['shell']['crash'];
  readonly children: ReactNode;
  /** A new value tries again by itself: another conversation need not fail because this one did. */
  readonly resetKey?: string | null;
};
type State = { readonly failed: boolean };

/** Keeps a fault of one part of the screen from blanking the rest: a sentence and an action stand in its place. */
export class ErrorBoundary extends Component<Properties, State> {
  override readonly state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate(before: Properties): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { text } = this.props;
    return (
      <div className="crash" role="alert">
        <h2>{text.title}</h2>
        <p>{text.safe}</p>
        <button type="button" className="button" onClick={() => this.setState({ failed: false })}>
          {text.action}
        </button>
      </div>
    );
  }
}
