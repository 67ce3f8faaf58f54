import { webAddress } from '../../../shared/text/web-address';

/** A field of the text: its instruction up to the separator, from there on what it shows. */
export interface Field {
  instruction: string;
  showing: boolean;
  /** Where a HYPERLINK field, or one around it, leads. */
  address: string | null;
  /** The bookmark of a NOTEREF field, or of one around it. */
  repeatedNote: string | null;
  /** Whether it stands in text that is shown. */
  readonly shown: boolean;
}

/** Address, and place in the page: `HYPERLINK "https://example.org/" \l "place"`. */
const HYPERLINK = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))(?:.*?\\l\s+"([^"]*)")?/is;

const NOTEREF = /^\s*NOTEREF\s+(\S+)/i;

/** The fields open at one point of a part. They may open in one paragraph and close in another. */
export class OpenFields {
  private readonly fields: Field[] = [];

  /** @param type a `w:fldCharType` */
  mark(type: string | undefined): void {
    const field = this.fields.at(-1);
    if (type === 'begin') this.begin();
    else if (type === 'separate' && field) this.show(field);
    else if (type === 'end') this.fields.pop();
  }

  instruct(text: string): void {
    const field = this.fields.at(-1);
    if (field && !field.showing) field.instruction += text;
  }

  /** Opens a field whose instruction is complete. */
  open(instruction: string): void {
    const field = this.begin();
    field.instruction = instruction;
    this.show(field);
  }

  /** Whether text here is shown, and not part of an instruction. */
  get showing(): boolean {
    const field = this.fields.at(-1);
    return !field || (field.shown && field.showing);
  }

  /** The address text here is linked to. */
  get address(): string | null {
    return this.fields.at(-1)?.address ?? null;
  }

  /** The bookmark whose footnote mark text here repeats. */
  get repeatedNote(): string | null {
    return this.fields.at(-1)?.repeatedNote ?? null;
  }

  /** The field in whose instruction text here would stand; null where text is shown, or stands in a field that is not. */
  get instructed(): Field | null {
    const field = this.fields.at(-1);
    return field?.shown && !field.showing ? field : null;
  }

  /** Gives up fields that show nothing yet, and tells which: what is not separated from its instruction by now never will be. */
  endParagraph(): ReadonlySet<Field> {
    const unfinished = new Set<Field>();
    for (let last = this.fields.at(-1); last?.showing === false; last = this.fields.at(-1)) {
      unfinished.add(last);
      this.fields.pop();
    }
    return unfinished;
  }

  private begin(): Field {
    const { address, repeatedNote, showing: shown } = this;
    const field: Field = { instruction: '', showing: false, address, repeatedNote, shown };
    this.fields.push(field);
    return field;
  }

  private show(field: Field): void {
    field.showing = true;
    const link = HYPERLINK.exec(field.instruction);
    const target = link?.[1] ?? link?.[2] ?? '';
    field.address = webAddress(link?.[3] === undefined ? target : `${target}#${link[3]}`) ?? field.address;
    field.repeatedNote = NOTEREF.exec(field.instruction)?.[1] ?? field.repeatedNote;
  }
}
