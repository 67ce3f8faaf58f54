/** Where the window gets the bytes of a picture from: main serves those of the open project, and nothing else. */
export function pictureUrl(hash: string): string {
  return `/picture/${hash}`;
}
