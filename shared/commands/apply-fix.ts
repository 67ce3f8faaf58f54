import { replaceSpans } from '../diff/replace-spans';
import { findParagraph } from '../model/find-paragraph';
import { flagIdSchema } from '../model/flag';
import type { Project } from '../model/project';
import { changeFlag } from './change-flag';
import { defineCommand } from './define-command';
import { editParagraph } from './edit-paragraph';

/** Puts a flag's suggested texts in place of its spans and resolves the flag. */
export const applyFix = defineCommand({
  type: 'applyFix',
  fields: { flagId: flagIdSchema },
  apply(project, command, context): Project | null {
    let changed = project;
    const fixes = project.flags.find((flag) => flag.id === command.flagId)?.spans ?? [];
    let applied = 0;
    for (const [index] of fixes.entries()) {
      // An earlier fix may have moved the later spans: read them afresh.
      const span = changed.flags.find((flag) => flag.id === command.flagId)?.spans[index];
      if (span?.at !== 'text' || span.fix === null || span.orphaned) continue;
      const place = findParagraph(changed.rows, span.paragraphId);
      if (!place) continue;
      const { paragraphId, start, end, fix } = span;
      const content = replaceSpans(place.paragraph, [{ start, end, text: fix }]);
      changed =
        editParagraph.apply(changed, { type: 'editParagraph', paragraphId, content }, context) ?? changed;
      applied += 1;
    }
    if (applied === 0) return null;
    return changeFlag(changed, command.flagId, (flag) => ({ ...flag, status: 'resolved' }));
  },
});
