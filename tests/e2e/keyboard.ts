import type { Page } from '@playwright/test';

/** Presses a key as a keyboard with another layout does: the place of one key, the letter of another. */
export async function pressLetter(page: Page, code: string, key: string, ctrl = false): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = { code, key, windowsVirtualKeyCode: code.charCodeAt(3), modifiers: ctrl ? 2 : 0 };
  await session.send('Input.dispatchKeyEvent', { type: ctrl ? 'rawKeyDown' : 'keyDown', ...press });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  await session.detach();
}

/** Types as a hand that does not wait for anything: all of it is pressed before the window has answered the first. */
export async function typeAtOnce(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await Promise.all(
    [...text].flatMap((key) => {
      const press = key === '\r' ? { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } : { key };
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, text: key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press }),
      ];
    }),
  );
  await session.detach();
}
