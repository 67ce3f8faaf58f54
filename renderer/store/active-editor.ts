/** The one live editor, while there is one: typing that is not yet sent can be asked for. */
export interface ActiveEditor {
  /** Sends what was typed; resolves when the project has it. */
  flush(): Promise<void>;
  /** The marked stretch or the caret, as UTF-16 offsets into the paragraph. */
  selection(): { readonly start: number; readonly end: number };
  readonly paragraphId: string;
}

let active: ActiveEditor | null = null;

export function setActiveEditor(editor: ActiveEditor | null): void {
  active = editor;
}

export function activeEditor(): ActiveEditor | null {
  return active;
}
