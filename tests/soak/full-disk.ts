import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeVersion } from '../../main/export/write-version';
import { copyBackup, draftBackup, listBackups } from '../../main/project/backups';
import { openWorking, type Working } from '../../main/project/open-working';
import { createProjectFile, openProjectFile, type ProjectFile } from '../../main/project/project-file';
import { CURRENT_VERSION } from '../../main/project/schema';
import { writeFileAtomically } from '../../main/system/write-file-atomically';
import type { Result } from '../../shared/model/failure';
import { versionParagraphs } from '../../shared/model/row';
import { FAST, placesIn } from '../unit/main/project/places-in';
import { code, entry, sampleProject, sampleRow, value } from '../unit/main/project/sample-project';
import { digestOf } from './digest';

const PAGE = 4096;

/** What came of doing one thing while there was less and less space missing. */
export interface Tried {
  readonly name: string;
  /** How often it was refused, each time with another amount of free space. */
  readonly refused: number;
  /** Bytes that were free when it was done at last. */
  readonly needed: number;
  /** What was not as promised; empty when all was. */
  readonly wrong: readonly string[];
}

/** So that what is on the disk is only what was just tried. */
const NEVER = { ...FAST, idle: 2 ** 30, most: 2 ** 30, look: 2 ** 30 };

/** One thing a person or the program does that writes. */
interface Operation {
  readonly name: string;
  readonly run: () => Promise<Result<unknown>> | Result<unknown>;
  /** Whether it has done what it says; asked when it was not refused. */
  readonly isDone: () => boolean;
}

/** A project open on a small disk, and all that writes to it. */
class FullDisk {
  readonly path: string;
  private working: Working;
  private readonly ballast: string;

  constructor(
    private readonly folder: string,
    private readonly document: Uint8Array,
    older: string,
  ) {
    this.path = join(folder, 'article.triptych');
    this.ballast = join(folder, 'ballast');
    value(createProjectFile(this.path, sampleProject(60))).close();
    this.working = this.open();
    value(this.change('first'));
    writeFileSync(join(folder, 'export.docx'), 'old');
    copyFileSync(older, join(folder, 'old.triptych'));
  }

  close(): void {
    this.working.close();
  }

  /** The working copy is on the same disk; the file is brought up to date only on closing. */
  private open(): Working {
    return value(openWorking(this.path, placesIn(this.folder), { user: null, pace: NEVER }));
  }

  private get file(): ProjectFile {
    return this.working.file;
  }

  operations(): readonly Operation[] {
    const place = (name: string) => join(this.folder, name);
    const opens = (path: string, digest: string) => {
      const opened = openProjectFile(path, { readOnly: true });
      if (!opened.ok) return false;
      const same = digestOf(opened.value.project()) === digest;
      opened.value.close();
      return same;
    };
    const present = () => digestOf(this.file.project());
    const imported = sampleProject(30);
    return [
      {
        name: 'Keep a change',
        run: () => this.change('changed'),
        isDone: () => this.file.project().title === 'changed',
      },
      { name: 'Undo', run: () => this.file.undo(), isDone: () => this.file.project().title === 'first' },
      {
        name: 'Save a copy',
        run: () => this.file.saveCopy(place('copy.triptych')),
        isDone: () => opens(place('copy.triptych'), present()),
      },
      {
        name: 'Import into a new project',
        run: () => {
          const created = createProjectFile(place('new.triptych'), imported);
          if (created.ok) created.value.close();
          return created;
        },
        isDone: () => opens(place('new.triptych'), digestOf(imported)),
      },
      {
        name: 'Export or report over an older file',
        run: () => writeFileAtomically(place('export.docx'), this.document),
        isDone: () => readFileSync(place('export.docx')).equals(this.document),
      },
      {
        name: 'Bring a file of version 2 up to date',
        run: () => {
          const opened = openProjectFile(place('old.triptych'));
          if (opened.ok) opened.value.close();
          return opened;
        },
        isDone: () => readFileSync(place('old.triptych')).readUInt32BE(60) === CURRENT_VERSION,
      },
    ];
  }

  /** Does a thing with no free space at all, then with a little more each time, until it is done. */
  async sweep({ name, run, isDone }: Operation, step: number): Promise<Tried> {
    const wrong: string[] = [];
    for (let pages = 0, refused = 0; ; pages += step, refused += 1) {
      const before = this.state();
      this.fill(pages * PAGE);
      const result = await run();
      rmSync(this.ballast);
      if (result.ok) {
        if (!isDone()) wrong.push(`done with ${pages} pages, but not whole`);
        return { name, refused, needed: pages * PAGE, wrong };
      }
      if (result.failure.code !== 'diskFull') wrong.push(`said ${result.failure.code}`);
      if (this.state() !== before) wrong.push(`something changed with ${pages} pages`);
      if (pages * PAGE > 3 * 2 ** 20) return { name, refused, needed: 0, wrong: [...wrong, 'never done'] };
    }
  }

  /** Closing with no space: the log stays, and the next opening has everything. */
  closeAndOpen(): Tried {
    const wrong: string[] = [];
    value(this.change('before closing'));
    const digest = digestOf(this.file.project());
    this.fill(0);
    const before = readFileSync(this.path);
    if (!this.working.close()) wrong.push('it did not say that the file is behind');
    if (!readFileSync(this.path).equals(before)) wrong.push('the file is neither old nor new');
    rmSync(this.ballast);
    this.working = this.open();
    if (digestOf(this.file.project()) !== digest) wrong.push('something was lost');
    if (this.working.close()) wrong.push('the file stayed behind');
    this.working = this.open();
    if (digestOf(this.file.project()) !== digest) wrong.push('the file was not brought up to date');
    value(this.file.undo());
    return { name: 'Close', refused: 0, needed: 0, wrong };
  }

  /** Backups on a full disk keep nobody from opening, and one that is kept is whole. */
  backUp(step: number): Tried {
    const wrong: string[] = [];
    const root = join(this.folder, 'backups');
    const source = join(this.folder, 'export-source.triptych');
    value(createProjectFile(source, sampleProject(20))).close();
    for (let pages = 0, refused = 0; ; pages += step, refused += 1) {
      this.fill(pages * PAGE);
      draftBackup(root, source, 1).keep('title');
      rmSync(this.ballast);
      const [backup] = listBackups(root);
      if (!backup) continue;
      const back = join(this.folder, 'back.triptych');
      if (!copyBackup(backup.path, back).ok) wrong.push(`not whole with ${pages} pages`);
      for (const made of [root, source, back]) rmSync(made, { recursive: true, force: true });
      return { name: 'Back up', refused, needed: pages * PAGE, wrong };
    }
  }

  /** A folder that loses its rights while a project is open: what was begun goes on, what is new is refused. */
  async withoutRights(): Promise<Tried> {
    const wrong: string[] = [];
    const expect = (name: string, result: Result<unknown>, wanted: string) => {
      if (code(result) !== wanted) wrong.push(`${name}: ${code(result)}`);
    };
    const old = readFileSync(join(this.folder, 'export.docx'));
    const give = takeRights(this.folder);
    try {
      expect('change', this.change('without rights'), 'ok');
      expect('copy', this.file.saveCopy(join(this.folder, 'second.triptych')), 'folderNotWritable');
      const made = createProjectFile(join(this.folder, 'other.triptych'), sampleProject());
      expect('new project', made, 'folderNotWritable');
      const written = await writeFileAtomically(join(this.folder, 'export.docx'), this.document);
      expect('export', written, 'folderNotWritable');
      if (!this.working.close()) wrong.push('it did not say that the file is behind');
      // The change waits in the working copy, and one can go on there.
      this.working = this.open();
      if (this.file.project().title !== 'without rights') wrong.push('a change is missing');
      expect('undo', this.file.undo(), 'ok');
      expect('redo', this.file.redo(), 'ok');
      if (!this.working.close()) wrong.push('it did not say again that the file is behind');
      const reading = value(openProjectFile(this.path, { readOnly: true }));
      if (reading.project().title === 'without rights') wrong.push('written without rights');
      reading.close();
    } finally {
      give();
    }
    if (!readFileSync(join(this.folder, 'export.docx')).equals(old)) wrong.push('the old export changed');
    this.working = this.open();
    if (this.file.project().title !== 'without rights') wrong.push('a change was lost');
    expect('undo afterwards', this.file.undo(), 'ok');
    return { name: 'All of it in a folder without rights', refused: 5, needed: 0, wrong };
  }

  private change(title: string): Result<unknown> {
    const project = this.file.project();
    const rows = project.rows.with(7, sampleRow('r8', `${title} ${'сөз '.repeat(2000)}`));
    return this.file.record({ ...project, title, rows }, entry(title));
  }

  private fill(leave: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
  }

  /** All files with what is in them, and what is on the screen. */
  private state(): string {
    // The log may have more in it, of which nothing counts. Another process reads: this one would give up its locks.
    const names = readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile() && !found.name.endsWith('-wal'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort();
    const files =
      names.length > 0 ? execFileSync('sha256sum', names, { cwd: this.folder, encoding: 'utf8' }) : '';
    return `${files} ${digestOf(this.file.project())} ${this.file.history().position}`;
  }
}

/** Nobody, by whose rights the administrator's processes try what they may not. */
const NOBODY = 65_534;

/** Takes the right to write into a folder from this process. @returns gives it back */
function takeRights(folder: string): () => void {
  const isRoot = process.geteuid?.() === 0;
  const { working } = placesIn(folder);
  chmodSync(folder, 0o555);
  // The app's own folder stays the person's own.
  if (isRoot) execFileSync('chown', ['-R', String(NOBODY), working]);
  if (isRoot) process.seteuid?.(NOBODY);
  return () => {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o777);
  };
}

/**
 * Goes through all that writes, each on a disk that is full, then less so, until it is done.
 *
 * @param folder the disk, of about 3 MB
 * @param step by how many pages of 4096 bytes the free space grows
 * @param older a project file of version 2
 */
export async function fillDisk(folder: string, step: number, older: string): Promise<readonly Tried[]> {
  const project = sampleProject(60);
  const paragraphs = versionParagraphs(project.rows, 'ky');
  const document = { language: 'ky', title: 'Макала', blocks: paragraphs, remarks: [] } as const;
  const disk = new FullDisk(folder, await writeVersion(document, 'docx'), older);
  try {
    const tried: Tried[] = [];
    for (const operation of disk.operations()) tried.push(await disk.sweep(operation, step));
    return [...tried, disk.closeAndOpen(), disk.backUp(step), await disk.withoutRights()];
  } finally {
    disk.close();
  }
}
