import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import {
  aboutLanguage,
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
} from '../../../shared/interface/languages';
import { categoryName } from '../../../shared/mqm/category-name';
import { categoryIdFor } from '../../../shared/mqm/new-category';
import { CORE_TYPOLOGY, type Dimension, type ErrorType } from '../../../shared/mqm/typology';
import { settingsStore } from '../../session/settings/settings-store';
import { NumberField } from '../../ui/number-field';
import { AddField } from './add-field';

type Names = ErrorType['names'];

/** One dimension of the typology with its types: their names in each language, and their weights. */
export function DimensionEditor({
  dimension,
  isOnly,
  onChange,
}: {
  readonly dimension: Dimension;
  readonly isOnly: boolean;
  readonly onChange: (dimension: Dimension | null) => void;
}) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const { id, types, iso5060, weight } = dimension;
  const nameOf = useNames(dimension);
  const changeType = (index: number, type: ErrorType | null) =>
    onChange({ ...dimension, types: types.flatMap((each, i) => (i === index ? (type ?? []) : each)) });
  const add = (name: string) => {
    const typeId = categoryIdFor(
      name,
      types.map((each) => each.id),
    );
    onChange({ ...dimension, types: [...types, { id: typeId, names: { [uiLanguage]: name } }] });
  };
  return (
    <details className="dimension" data-testid={`dimension-${id}`}>
      <summary>
        <b>{nameOf(id, uiLanguage)}</b>
        {iso5060 && <small lang="en">ISO 5060: {iso5060}</small>}
      </summary>
      <table>
        <thead>
          <tr>
            {INTERFACE_LANGUAGES.map((language) => (
              <th key={language} scope="col">
                {t(`language.${language}`, { defaultValue: aboutLanguage(language).name })}
              </th>
            ))}
            <th scope="col">{t('typology.weight')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          <tr className="whole">
            <NameCells
              category={id}
              names={dimension.names}
              nameOf={nameOf}
              onChange={(names) => onChange(withNames(dimension, names))}
            />
            <td>
              <NumberField
                label={t('typology.weightOf', { category: nameOf(id, uiLanguage) })}
                value={weight}
                min={0}
                max={100}
                step={0.1}
                testId={`weight-${id}`}
                onChange={(value) => onChange({ ...dimension, weight: value })}
              />
            </td>
            <td>
              <RemoveButton name={nameOf(id, uiLanguage)} disabled={isOnly} onRemove={() => onChange(null)} />
            </td>
          </tr>
          {types.map((type, index) => {
            const name = nameOf(`${id}/${type.id}`, uiLanguage);
            return (
              <tr key={type.id}>
                <NameCells
                  category={`${id}/${type.id}`}
                  names={type.names}
                  nameOf={nameOf}
                  onChange={(names) => changeType(index, withNames(type, names))}
                />
                <td>
                  <NumberField
                    label={t('typology.weightOf', { category: name })}
                    value={type.weight ?? null}
                    min={0}
                    max={100}
                    step={0.1}
                    placeholder={Number.isNaN(weight) ? '' : String(weight)}
                    onChange={(value) => changeType(index, withWeight(type, value))}
                  />
                </td>
                <td>
                  <RemoveButton name={name} disabled={false} onRemove={() => changeType(index, null)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <AddField label={t('typology.addType')} onAdd={add} />
    </details>
  );
}

function RemoveButton({
  name,
  disabled,
  onRemove,
}: {
  readonly name: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const label = t('typology.remove', { category: name });
  return (
    <button
      type="button"
      className="icon-button"
      disabled={disabled}
      aria-label={label}
      title={label}
      onClick={onRemove}
    >
      ✕
    </button>
  );
}

/** The own names of a category; a field left empty shows the name it then has. */
function NameCells({
  category,
  names,
  nameOf,
  onChange,
}: {
  readonly category: string;
  readonly names: Names;
  readonly nameOf: (category: string, language: InterfaceLanguage) => string;
  readonly onChange: (names: Names) => void;
}) {
  const { t } = useTranslation();
  return INTERFACE_LANGUAGES.map((language) => (
    <td key={language}>
      <input
        type="text"
        lang={language}
        maxLength={80}
        value={names?.[language] ?? ''}
        placeholder={nameOf(category, language)}
        title={names?.[language] ?? nameOf(category, language)}
        aria-label={`${nameOf(category, language)}, ${t(`language.${language}`, { defaultValue: aboutLanguage(language).name })}`}
        onChange={(event) => {
          const { [language]: former, ...others } = names ?? {};
          if (event.target.value !== (former ?? '')) {
            onChange(event.target.value === '' ? others : { ...others, [language]: event.target.value });
          }
        }}
      />
    </td>
  ));
}

function withNames<T extends { readonly names?: Names }>({ names: _, ...rest }: T, names: Names) {
  return names && Object.keys(names).length > 0 ? { ...rest, names } : rest;
}

/** An emptied weight is that of the dimension again. */
function withWeight({ weight: _, ...rest }: ErrorType, value: number): ErrorType {
  return Number.isNaN(value) ? rest : { ...rest, weight: value };
}

/** Names the categories of one dimension in any language, as it is being edited. */
function useNames(dimension: Dimension): (category: string, language: InterfaceLanguage) => string {
  const { i18n } = useTranslation();
  const typology = { ...CORE_TYPOLOGY, dimensions: [dimension] };
  return (category, language) => {
    const t = i18n.getFixedT(language);
    return categoryName(category, typology, language, (key, options) => t(key, options));
  };
}
