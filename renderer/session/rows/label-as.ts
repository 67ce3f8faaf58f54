import type { Paragraph, Role } from '../../../shared/model/paragraph';

/** The sign or number before a paragraph that becomes something else: a list item has one, a heading none. */
export function labelAs({ label }: Paragraph, role: Role): string {
  if (role === 'listItem') return label || '•';
  return role === 'footnote' ? label : '';
}
