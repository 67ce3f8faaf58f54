import type { SaidFound } from '../../shared/contract/said-found';
import { fail } from '../../shared/model/failure';
import type { AppContext } from '../app/app-context';
import { handle } from '../app/handle';
import { allTerms } from '../checking/check-context';
import { runJob } from '../jobs/run-job';
import type { Job } from '../system/job';
import { settings } from '../system/settings';

/** Looking for how something was said, beside whatever else is done: no other job ends it, nor does it end one. */
export function handleSaid(context: AppContext): void {
  let job: Job<SaidFound> | null = null;
  handle('said/find', ({ text, language, where }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    job?.cancel();
    const { project, path } = open;
    const { glossary, recent } = settings();
    const order = {
      ...{ text, language, glossary: allTerms(glossary, project) },
      ...{ open: where === 'here' ? project : null, openId: project.id },
      others: where === 'here' ? [] : recent.filter((each) => each.path !== path),
    };
    job = runJob({ kind: 'said', order }, (share) => context.tell('said/progress', share));
    return job.result;
  });
  handle('said/stop', () => {
    job?.cancel();
    return null;
  });
}
