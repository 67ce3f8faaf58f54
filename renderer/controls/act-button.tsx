import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActId } from '../session/acts/all-acts';
import { judge, nameOf, perform } from '../session/acts/perform';
import { sayWhy } from '../session/acts/why';
import type { Target } from '../session/place/target';
import { Key } from './key';

/** A button that does something about a target: grey, with the reason, where that cannot be done now. */
export function ActButton({
  act,
  target,
  children,
}: {
  readonly act: ActId;
  readonly target: Target;
  /** What it says, where that is not the whole name of the act. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const answer = judge(act, target);
  const name = t(nameOf(act, target));
  return (
    <button
      type="button"
      className="button small"
      aria-disabled={answer !== 'yes'}
      title={answer === 'yes' ? name : `${name}: ${sayWhy(answer, t)}`}
      onClick={() => void perform(act, target)}
    >
      {children ?? name}
      <Key act={act} />
    </button>
  );
}
