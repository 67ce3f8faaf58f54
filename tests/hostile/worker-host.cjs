'use strict';

// Stands in for the process Electron forks for a job: the built worker runs in it as it is, and with what it made it
// tells what that cost.

const { EventEmitter } = require('node:events');
const { cost } = require('./cost.cjs');

const port = new EventEmitter();
port.postMessage = (message) => process.send({ ...message, cost: cost() });
process.parentPort = port;
require(process.argv[2]);
process.on('message', (data) => port.emit('message', { data }));
