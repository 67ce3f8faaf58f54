import { webAddress } from './web-address';

/** A field of the text: its instruction up to the separator, from there on what it shows. */
interface Field {
  instruction: string;
  showing: boolean;
}

/** The fields open at one point of a part. They may open in one paragraph and close in another. */
export class OpenFields {
  private readonly fields: Field[] = [];

  /** @param type a `w:fldCharType` */
  mark(type: string | undefined): void {
    const field = this.fields.at(-1);
    if (type === 'begin') this.fields.push({ instruction: '', showing: false });
    else if (type === 'separate' && field) field.showing = true;
    else if (type === 'end') this.fields.pop();
  }

  instruct(text: string): void {
    const field = this.fields.at(-1);
    if (field && !field.showing) field.instruction += text;
  }

  /** Opens a field whose instruction is complete. */
  open(instruction: string): void {
    this.fields.push({ instruction, showing: true });
  }

  /** Whether text here is shown, and not part of an instruction. */
  get showing(): boolean {
    return this.fields.every((field) => field.showing);
  }

  /** Where a HYPERLINK field leads, its place in the page (\l) included. */
  get address(): string | null {
    const found = this.find(/^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))(?:.*?\\l\s+"([^"]*)")?/is);
    const target = found?.[1] ?? found?.[2] ?? '';
    return webAddress(found?.[3] === undefined ? target : `${target}#${found[3]}`);
  }

  /** The bookmark whose footnote mark a NOTEREF field repeats. */
  get repeatedNote(): string | undefined {
    return this.find(/^\s*NOTEREF\s+(\S+)/i)?.[1];
  }

  private find(pattern: RegExp): RegExpExecArray | undefined {
    for (const { instruction } of this.fields) {
      const found = pattern.exec(instruction);
      if (found) return found;
    }
    return undefined;
  }
}
