import { layers } from './layers.mjs';
import { outsideFile } from './outside-file.mjs';

/** The rules of this project, as the linter loads them. */
export default { meta: { name: 'triptych' }, rules: { layers, 'outside-file': outsideFile } };
