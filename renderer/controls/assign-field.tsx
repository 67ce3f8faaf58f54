import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flag } from '../../shared/model/flag';
import { assignTo } from '../session/matters/assign-to';
import { useAuthor } from '../hooks/use-shown-flags';
import { useShownFlags } from '../hooks/use-shown-flags';

/** Everybody who has had a part in flags, by name. */
function peopleIn(flags: readonly Flag[], author: string): readonly string[] {
  const names = flags.flatMap((flag) => [
    flag.author,
    ...(flag.assignee === undefined ? [] : [flag.assignee]),
    ...flag.thread.map((comment) => comment.author),
  ]);
  return [...new Set([author, ...names])].sort((a, b) => a.localeCompare(b));
}

/** Asks who is to see to a flag: a name among those known, or any other; an empty one is nobody. */
export function AssignField({ flag, onDone }: { readonly flag: Flag; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const flags = useShownFlags();
  const author = useAuthor();
  const listId = useId();
  const [name, setName] = useState(flag.assignee ?? '');
  const people = useMemo(() => peopleIn(flags, author), [flags, author]);
  const assign = (assignee: string) => {
    void assignTo(flag.id, assignee.trim() || null);
    onDone();
  };
  return (
    <form
      className="assign"
      onSubmit={(event) => {
        event.preventDefault();
        assign(name);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onDone();
      }}
    >
      <input
        type="text"
        autoFocus
        list={listId}
        value={name}
        maxLength={80}
        placeholder={t('flag.nobody')}
        aria-label={t('flag.assignTo')}
        data-testid="flag-assignee"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.target.value)}
      />
      <datalist id={listId}>
        {people.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button type="submit" className="button small primary">
        {t('flag.assign')}
      </button>
      {flag.assignee !== author && (
        <button type="button" className="button small" onClick={() => assign(author)}>
          {t('flag.takeIt')}
        </button>
      )}
    </form>
  );
}
