// What every place has in which JavaScript runs. The session uses nothing of the browser: it runs in tests without one.

declare function setTimeout(act: () => void, ms?: number): number;
declare function clearTimeout(clock: number): void;
declare const crypto: { randomUUID(): string };
