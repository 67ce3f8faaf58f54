/** What a paragraph that is dragged is, to other programs too: language and id, with a space between. */
export const DRAG_TYPE = 'application/x-triptych-paragraph';
