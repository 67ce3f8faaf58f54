import { Component, createRef, type MouseEventHandler, type ReactNode } from 'react';
import type { Language } from '../../../../shared/model/language';
import { viewStore } from '../../../session/place/view-store';
import type { TextSelection } from '../../../session/place/selected';
import { keepTextSelection, readTextSelection } from './text-selection';

interface Props {
  readonly paragraphId: string;
  readonly language: Language;
  readonly onClick: MouseEventHandler<HTMLDivElement>;
  readonly onContextMenu: MouseEventHandler<HTMLDivElement>;
  readonly children: ReactNode;
}

/**
 * The static text of a paragraph, in which marked words stay marked whatever is painted anew: findings and sentences
 * come in when they are found out, also between the marking and the news of it. A class, because only a class is asked
 * before the page changes.
 */
export class MarkedText extends Component<Props> {
  private readonly host = createRef<HTMLDivElement>();

  /** Words that were marked while the text was open stay marked when it closes. */
  override componentDidMount(): void {
    const { textSelection: marked } = viewStore.getState();
    if (marked?.paragraphId === this.props.paragraphId && this.host.current)
      keepTextSelection(this.host.current, marked);
  }

  override getSnapshotBeforeUpdate(): TextSelection | null {
    const marked = readTextSelection(document.getSelection());
    return marked?.paragraphId === this.props.paragraphId ? marked : null;
  }

  override componentDidUpdate(_props: Props, _state: unknown, marked: TextSelection | null): void {
    if (marked && this.host.current) keepTextSelection(this.host.current, marked);
  }

  override render() {
    const { paragraphId, language, onClick, onContextMenu, children } = this.props;
    return (
      <div
        ref={this.host}
        className="text"
        data-paragraph={paragraphId}
        lang={language}
        onClick={onClick}
        onContextMenu={onContextMenu}
      >
        {children}
      </div>
    );
  }
}
