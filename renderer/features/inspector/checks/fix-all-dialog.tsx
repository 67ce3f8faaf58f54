import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/checks/engine/finding';
import type { CheckId } from '../../../../shared/checks/engine/strings';
import { fixFindings } from '../../../session/matters/findings';
import { shownTextOf } from '../../../session/project/text-of';
import { Dialog } from '../../../ui/dialog';
import { DialogButtons } from '../../../ui/dialog-buttons';
import { FixPreview } from '../../../ui/fix-preview';
import { LongList } from '../../../ui/long-list';

/** Shows what would become of every place a check found before all of them are fixed. */
export function FixAllDialog({
  check,
  findings,
  onClose,
}: {
  readonly check: CheckId;
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  // Outside the panel, whose headings and lists look different.
  return createPortal(
    <Dialog
      title={t('finding.fixAllTitle', { check: t(`check.${check}.name`) })}
      className="fix-all"
      onClose={onClose}
      footer={
        <DialogButtons
          label={t('finding.fixAllDo', { count: findings.length })}
          testId="fix-all-do"
          onDo={() => {
            onClose();
            void fixFindings(findings);
          }}
          onClose={onClose}
        />
      }
    >
      <p className="quiet">{t('finding.fixAllHint')}</p>
      <div className="fixes" tabIndex={0} role="group" aria-label={t('finding.wouldBecome')}>
        <LongList entries={findings} keyOf={({ key }) => key} className="findings">
          {({ fixes }) => <FixPreview fixes={fixes} textOf={shownTextOf} />}
        </LongList>
      </div>
    </Dialog>,
    document.body,
  );
}
