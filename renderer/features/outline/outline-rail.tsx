import { goToHeading, useHeadings } from '../../hooks/use-headings';

/**
 * What is left of the outline while it is closed: a stroke for each heading, with the place where one is. It is for the
 * mouse; by keyboard one opens the outline.
 */
export function OutlineRail() {
  const { headings, here } = useHeadings();
  return (
    <div className="outline-rail" aria-hidden="true">
      {headings.map((heading) => (
        <i
          key={heading.row.id}
          className={heading.row.id === here ? 'on' : ''}
          data-level={heading.level}
          lang={heading.language}
          title={heading.text}
          onClick={() => goToHeading(heading)}
        />
      ))}
    </div>
  );
}
