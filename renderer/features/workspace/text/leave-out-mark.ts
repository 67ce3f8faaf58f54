/**
 * A double click marks a word without the footnote mark behind it, as in Word and Docs: to the browser, a digit behind
 * a letter is part of the word, raised or not, and the mark would go with what is typed over the word.
 */
export function leaveOutMark({ detail, target }: MouseEvent): void {
  const selection = document.getSelection();
  if (detail !== 2 || !selection || selection.isCollapsed || !(target instanceof Element)) return;
  const range = selection.getRangeAt(0);
  const text = target.closest('.text, .ProseMirror');
  for (const mark of text?.querySelectorAll('sup') ?? []) {
    if (!range.intersectsNode(mark)) continue;
    const [word, rest] = [range.cloneRange(), range.cloneRange()];
    word.setEndBefore(mark);
    if (!mark.contains(range.endContainer)) rest.setStartAfter(mark);
    else rest.collapse();
    // More than one word was marked on purpose, by going on with the mouse.
    if (!/^\p{L}\S*$/u.test(word.toString()) || rest.toString().trim() !== '') continue;
    const { startContainer, startOffset } = range;
    selection.setBaseAndExtent(startContainer, startOffset, word.endContainer, word.endOffset);
    return;
  }
}
