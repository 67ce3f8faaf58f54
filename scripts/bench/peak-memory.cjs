'use strict';

// Loaded with `node --require`: writes the most memory the process ever had, in kilobytes, to descriptor 3.

const { writeSync } = require('node:fs');

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
