import type { Act } from './act';
import { AGREEING_ACTS } from './agreeing';
import { FILE_ACTS } from './files';
import { FLAG_ACTS } from './flags';
import { COLUMN_ACTS } from './columns';
import { MATTER_ACTS } from './matters';
import { MOVING_ACTS } from './moving';
import { PICTURE_ACTS } from './pictures';
import { ROW_ACTS } from './rows';
import { KIND_ACTS } from './kinds';
import { SAID_ACTS } from './said';
import { SEARCHING_ACTS } from './searching';
import { STEPPING_ACTS } from './stepping';
import { TEXT_ACTS } from './texts';
import { VERSION_ACTS } from './versions';
import { VIEW_ACTS } from './view';
import { WRITING_ACTS } from './writing';

const ALL = [
  ...FILE_ACTS,
  ...TEXT_ACTS,
  ...WRITING_ACTS,
  ...KIND_ACTS,
  ...AGREEING_ACTS,
  ...ROW_ACTS,
  ...PICTURE_ACTS,
  ...FLAG_ACTS,
  ...SAID_ACTS,
  ...MATTER_ACTS,
  ...VERSION_ACTS,
  ...COLUMN_ACTS,
  ...MOVING_ACTS,
  ...SEARCHING_ACTS,
  ...STEPPING_ACTS,
  ...VIEW_ACTS,
] as const satisfies readonly Act[];

export type ActId = (typeof ALL)[number]['id'];

/** Everything a person can ask for: the menus, the palette, the keys and their list are drawn from this. */
export const ACTS: readonly Act<ActId>[] = ALL;

const BY_ID: ReadonlyMap<string, Act<ActId>> = new Map(ACTS.map((act) => [act.id, act]));

/** The record of an act. */
export function actOf(id: ActId): Act<ActId> {
  const act = BY_ID.get(id);
  if (!act) throw new Error(`no act ${id}`);
  return act;
}

/** The record of an act that is named from elsewhere; undefined where there is none such. */
export function findAct(id: string): Act<ActId> | undefined {
  return BY_ID.get(id);
}
