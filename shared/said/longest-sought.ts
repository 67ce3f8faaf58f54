/** The longest text that is looked for, in UTF-16 units: nobody asks how a whole paragraph was said. */
export const LONGEST_SOUGHT = 300;
