import type { Mark, Style } from '../../shared/model/mark';

/** A mark before it is known what text it covers. */
export type OpenMark =
  | { readonly type: Style }
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'footnoteReference'; readonly label: string };

/** Gathers text piece by piece, each under the marks that hold where it stands. */
export class MarkedText {
  text = '';
  readonly marks: Mark[] = [];

  append(text: string, open: readonly OpenMark[]): void {
    const start = this.text.length;
    this.text += text;
    for (const mark of open) this.marks.push({ ...mark, start, end: this.text.length });
  }
}
