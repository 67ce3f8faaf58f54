import { useEffect, useState } from 'react';
import type { Language } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { beginCounting, type VersionFigures } from '../session/rows/version-figures';

/** The figures of a version, counted while the window has nothing else to do; null until they first are. */
export function useVersionFigures({ rows }: Project, language: Language): VersionFigures | null {
  const [figures, setFigures] = useState<VersionFigures | null>(null);
  useEffect(() => {
    const count = beginCounting(rows, language);
    const ask = () => requestIdleCallback(goOn, { timeout: 200 });
    const goOn = () => {
      const counted = count();
      if (counted) setFigures(counted);
      else next = ask();
    };
    let next = ask();
    return () => cancelIdleCallback(next);
  }, [rows, language]);
  return figures;
}
