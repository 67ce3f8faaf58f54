'use strict';

// Takes memory as fast as it can, of the kind that is named on the command line or in the environment.

const kept = [];
const TAKE = {
  heap: () => new Array(1e6).fill(kept.length + 0.5),
  buffers: () => Buffer.alloc(10e6, 1),
  wasm: () => new Uint8Array(new WebAssembly.Memory({ initial: 200 }).buffer).fill(1),
};

function takeAll(kind) {
  for (;;) kept.push(TAKE[kind]());
}

if (process.parentPort) process.parentPort.on('message', () => takeAll(process.env.TRIPTYCH_GREEDY));
else takeAll(process.argv[2]);
