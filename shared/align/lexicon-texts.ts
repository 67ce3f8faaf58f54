import economy from './lexicon/economy.txt?raw';
import general from './lexicon/general.txt?raw';
import names from './lexicon/names.txt?raw';
import state from './lexicon/state.txt?raw';

/** The seed lexicon: one line for each concept, the equivalents of ru, ky and en between bars. */
export const LEXICON_TEXTS = [state, economy, general, names];
