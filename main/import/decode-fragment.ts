/** The name a link to a place in its own document gives ("#note-%2A" without the "#" -> "note-*"). */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
