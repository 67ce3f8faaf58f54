import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks for the name of something new. */
export function AddField({
  label,
  onAdd,
}: {
  readonly label: string;
  readonly onAdd: (name: string) => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <div className="add-field">
      <input
        type="text"
        value={name}
        maxLength={80}
        placeholder={label}
        aria-label={label}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      />
      <button type="button" className="button" disabled={name.trim() === ''} onClick={add}>
        {t('typology.add')}
      </button>
    </div>
  );
}
