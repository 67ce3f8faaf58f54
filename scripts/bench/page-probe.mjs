/**
 * What the benchmarks ask of the page. Times are in ms.
 * @typedef {object} Probe
 * @property {(selector: string) => Promise<number>} untilShown from the last key to the picture that shows it
 * @property {() => Promise<number[]>} takeKeys for each key since the last call, from it to the next picture
 * @property {(channel: string, payload: unknown) => Promise<Answered>} ask sends a request to the main process
 * @property {() => Promise<number>} untilFound from the last key to the picture with all that the checks find
 * @property {(payload: unknown) => Promise<number>} untilChecked sends a command; from then to the picture with what
 *   the checks find after it
 * @property {(share: number) => Promise<void>} goTo shows the rows at this share of the way, 0 to 1
 * @property {(frames: number) => Promise<number[]>} scrollThrough goes from the first row to the last in about so
 *   many frames; how long each took
 * @property {(step: number, frames: number) => Promise<number[]>} scrollBy goes down from the first row by so many
 *   pixels in every frame; how long each took
 */

/**
 * @typedef {object} Answered
 * @property {number} reply from the request to its reply
 * @property {number} picture from the request to the first picture after its reply
 */

/** Puts the probe on `window.bench`. It runs in the page, so it uses nothing from around it. */
export function installProbe() {
  /** @returns {Promise<number>} */
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

  /** The time when the next frame is drawn: a message sent while it is prepared arrives after that. */
  const nextPicture = async () => {
    await nextFrame();
    const { port1, port2 } = new MessageChannel();
    return new Promise((/** @type {(time: number) => void} */ done) => {
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  };

  const findList = () => {
    const list = document.querySelector('.rows');
    if (!list) throw new Error('the page has no rows');
    return list;
  };

  /**
   * Scrolls down from the first row until `isDone`.
   * @param {Element} list
   * @param {number} step
   * @param {(frames: readonly number[]) => boolean} isDone
   */
  const scroll = async (list, step, isDone) => {
    list.scrollTop = 0;
    await nextPicture();
    const frames = [];
    for (let last = await nextFrame(), now = last; !isDone(frames); last = now) {
      list.scrollTop += step;
      now = await nextFrame();
      frames.push(now - last);
    }
    return frames;
  };

  let lastKey = 0;
  /** @type {Promise<number>[]} */
  let keys = [];
  const hearKey = (/** @type {KeyboardEvent} */ { timeStamp }) => {
    lastKey = timeStamp;
    keys.push(nextPicture().then((time) => time - timeStamp));
  };
  addEventListener('keydown', hearKey, true);

  /** @type {Probe} */
  const bench = {
    untilShown: async (selector) => {
      const latest = performance.now() + 60_000;
      while (!document.querySelector(selector)) {
        if ((await nextFrame()) > latest) throw new Error(`${selector} was not shown within a minute`);
      }
      return (await nextPicture()) - lastKey;
    },
    takeKeys: () => {
      const taken = keys;
      keys = [];
      return Promise.all(taken);
    },
    ask: async (channel, payload) => {
      const asked = performance.now();
      const answer = await /** @type {any} */ (window).triptych.request(channel, payload);
      const reply = performance.now() - asked;
      if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code}`);
      return { reply, picture: (await nextPicture()) - asked };
    },
    untilFound: async () => {
      const { triptych } = /** @type {any} */ (window);
      await new Promise((/** @type {(found?: undefined) => void} */ done) => {
        const stop = triptych.listen('checks/found', (/** @type {{ checks: unknown }} */ { checks }) => {
          if (checks === null) return;
          stop();
          done();
        });
      });
      return (await nextPicture()) - lastKey;
    },
    untilChecked: async (payload) => {
      const { triptych } = /** @type {any} */ (window);
      const sent = performance.now();
      let state = Infinity;
      /** @type {(() => void)[]} */
      const stops = [];
      const found = new Promise((/** @type {(found?: undefined) => void} */ done) => {
        stops.push(
          triptych.listen('project/patched', (/** @type {{ state: number }} */ told) => (state = told.state)),
          triptych.listen('checks/found', (/** @type {{ state: number }} */ told) => {
            if (told.state >= state) done();
          }),
        );
      });
      await triptych.request('project/command', payload);
      await found;
      for (const stop of stops) stop();
      return (await nextPicture()) - sent;
    },
    goTo: async (share) => {
      const list = findList();
      list.scrollTop = list.scrollHeight * share;
      await nextPicture();
      await nextPicture();
    },
    scrollThrough: (frames) => {
      const list = findList();
      const isAtEnd = () => list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
      return scroll(list, list.scrollHeight / frames, isAtEnd);
    },
    scrollBy: (step, frames) => scroll(findList(), step, (done) => done.length === frames),
  };
  Object.assign(window, { bench });
}
